"""Settles a conflict: the rival values side by side, each with its sources and passages, and a reason."""

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QDialogButtonBox,
    QFrame,
    QHBoxLayout,
    QLineEdit,
    QRadioButton,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)

from casefile.store.rows import ClaimRow, Fact
from ui.asking import make_default
from ui.widgets.evidence_tree import origin
from ui.widgets.labels import plain_label

CARD_CHARACTERS = 34
SHOWN_LINES = 13
SHOWN_PASSAGES = 6


@dataclass(frozen=True)
class Rival:
    """A value and the live claims that say it, oldest first."""

    value: str
    claims: tuple[ClaimRow, ...]


def rivals_of(fact: Fact) -> list[Rival]:
    """The values that live claims give to the fact, in the order in which they were first said."""
    values = dict.fromkeys(claim.value for claim in fact.live)
    return [Rival(value, tuple(claim for claim in fact.live if claim.value == value)) for value in values]


class SettleDialog(QDialog):
    """One of the values is chosen and why; :attr:`claim_id` and :attr:`reason` say so."""

    def __init__(self, fact: Fact, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(f"Settle the conflict: {fact.label}")
        self.setModal(True)
        self._group = QButtonGroup(self)
        self.rivals = rivals_of(fact)
        self.choices = [self._choice(rival, fact) for rival in self.rivals]
        self.reason_line = QLineEdit(placeholderText="Why this value is the right one; the brief will say so")
        self.reason_line.setAccessibleName("Reason")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton("Settle", QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.reason_line.textChanged.connect(lambda _: self._revise())
        self._lay_out(fact)
        self._revise()
        self.reason_line.setFocus()

    @property
    def claim_id(self) -> int:
        """The first claim of the chosen value."""
        return self.rivals[self._group.checkedId()].claims[0].id

    @property
    def reason(self) -> str:
        """Why; not empty where the dialog could be accepted."""
        return self.reason_line.text().strip()

    @property
    def can_accept(self) -> bool:
        """Whether a reason was given."""
        return self._accept.isEnabled()

    def _choice(self, rival: Rival, fact: Fact) -> QRadioButton:
        choice = QRadioButton(rival.value.replace("&", "&&"))
        choice.setChecked(rival.value == fact.value)
        choice.setObjectName("rival")
        choice.setAccessibleDescription("; ".join(line for claim in rival.claims for line in _lines(claim)))
        self._group.addButton(choice, len(self._group.buttons()))
        return choice

    def _revise(self) -> None:
        self._accept.setEnabled(bool(self.reason))

    def _lay_out(self, fact: Fact) -> None:
        cards = QWidget()
        row = QHBoxLayout(cards)
        for rival, choice in zip(self.rivals, self.choices, strict=True):
            row.addWidget(self._card(rival, choice), 1)
        area = QScrollArea()
        area.setWidgetResizable(True)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidget(cards)
        area.setAccessibleName("Rival values")
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        words = f"The sources do not agree on {fact.label.lower()}. Choose what is right."
        column.addWidget(plain_label(words, wrap=True))
        column.addWidget(area, 1)
        column.addWidget(plain_label("Reason"))
        column.addWidget(self.reason_line)
        column.addWidget(self._buttons)
        make_default(self._buttons, self._accept)
        width = self.fontMetrics().averageCharWidth() * CARD_CHARACTERS * min(3, len(self.rivals))
        self.resize(width, self.fontMetrics().lineSpacing() * (SHOWN_LINES + 9))

    def _card(self, rival: Rival, choice: QRadioButton) -> QFrame:
        card = QFrame()
        card.setObjectName("card")
        column = QVBoxLayout(card)
        column.addWidget(choice)
        lines = [line for claim in rival.claims for line in _lines(claim)]
        for line in lines[:SHOWN_PASSAGES]:
            column.addWidget(plain_label(line, "" if line.startswith("“") else "muted", wrap=True))
        if len(lines) > SHOWN_PASSAGES:
            column.addWidget(plain_label(f"and {len(lines) - SHOWN_PASSAGES:,} more lines", "muted"))
        column.addStretch()
        return card


def _lines(claim: ClaimRow) -> Sequence[str]:
    """Where the claim comes from, then its passages."""
    if not claim.evidence:
        return (f"Entered by {claim.reviewer}",)
    first = claim.evidence[0]
    title = "" if first.source_title in origin(first) else f" · {first.source_title}"
    return (f"{origin(first)}{title}", *(f"“{passage.exact}”" for passage in claim.evidence))
