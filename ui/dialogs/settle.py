"""Settles a conflict: the rival values side by side, each with its sources and passages, and a reason."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFrame,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casefile.store.conflict_rows import Conflict, Rival
from casefile.translation import in_sentence, tr
from casefile.values import Span
from ui.asking import make_default
from ui.told import told
from ui.widgets.labels import plain_label
from ui.widgets.rival_cards import CARD_CHARACTERS, RivalCards

SHOWN_LINES = 27


class SettleDialog(QDialog):
    """One of the values is chosen and why; :attr:`claim_id` and :attr:`reason` say so."""

    passage_opened = Signal(int, object)
    """The source's id and the :class:`Span` in it: somebody left the question to look at the source."""

    def __init__(self, conflict: Conflict, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settle the conflict: {subject}").format(subject=told(conflict.subject)))
        self.setModal(True)
        self._cards = RivalCards(conflict, choosing=True)
        self.reason_line = QLineEdit(
            placeholderText=tr("Why this value is the right one; the brief will say so")
        )
        self.reason_line.setAccessibleName(tr("Reason"))
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(tr("Settle"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.reason_line.textChanged.connect(lambda _: self._revise())
        self._lay_out(conflict)
        self._revise()
        self.reason_line.setFocus()

    @property
    def rivals(self) -> tuple[Rival, ...]:
        """The values."""
        return self._cards.rivals

    @property
    def choices(self) -> list[QRadioButton]:
        """The button of each value."""
        return self._cards.choices

    @property
    def claim_id(self) -> int:
        """The first claim of the chosen value."""
        return self._cards.chosen.claim_id

    @property
    def reason(self) -> str:
        """Why; not empty where the dialog could be accepted."""
        return self.reason_line.text().strip()

    @property
    def can_accept(self) -> bool:
        """Whether a reason was given."""
        return self._accept.isEnabled()

    def _open(self, source_id: int, span: Span) -> None:
        self.reject()
        self.passage_opened.emit(source_id, span)

    def _revise(self) -> None:
        self._accept.setEnabled(bool(self.reason))

    def _lay_out(self, conflict: Conflict) -> None:
        self._cards.passage_opened.connect(self._open)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setWidget(self._cards)
        area.setAccessibleName(tr("Rival values"))
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        words = tr("The sources do not agree on {subject}. Choose what is right.").format(
            subject=in_sentence(told(conflict.subject))
        )
        column.addWidget(plain_label(words, wrap=True))
        column.addWidget(area, 1)
        column.addWidget(plain_label(tr("Reason")))
        column.addWidget(self.reason_line)
        column.addWidget(self._buttons)
        make_default(self._buttons, self._accept)
        beside = min(3, len(self.rivals))
        width = self.fontMetrics().averageCharWidth() * (CARD_CHARACTERS + 14) * beside
        self.resize(width, self.fontMetrics().lineSpacing() * SHOWN_LINES)
