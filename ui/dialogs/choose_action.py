"""Asks for the action that a passage is evidence for. Knows no store."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from casefile.store.rows import ActionRow
from casefile.translation import N_, tr
from ui.asking import make_default
from ui.dialogs.sheet import size_to
from ui.evidence import RecordLookup
from ui.figures import quoted
from ui.models.columns import amount_text, date_text
from ui.models.ids_model import Column
from ui.widgets.empty_state import EmptyState
from ui.widgets.find_table import FindTable
from ui.widgets.labels import ElidedLabel

COLUMNS = (
    Column[ActionRow]("Action", lambda row: row.title, icon=lambda _: "gavel"),
    Column[ActionRow]("Amount", lambda row: amount_text(row.amount, row.scale, row.per), 18, number=True),
    Column[ActionRow]("Decided", lambda row: date_text(row.decided), 18),
)
WIDTH_CHARACTERS, HEIGHT_LINES = 116, 26
_NOTHING = (N_("No action has these words in its title"), N_("Try fewer words, or the beginning of a word."))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class ActionDialog(QDialog):
    """Gives the id of an action; Enter takes the one under the cursor."""

    action_chosen = Signal(int)

    def __init__(self, words: str, lookup: RecordLookup[ActionRow], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Use as evidence for which action?"))
        self.setModal(True)
        self._row: ActionRow | None = None
        self.found = FindTable(
            N_("Actions"), COLUMNS, (N_("Rests on it"), N_("yes")), lookup, EmptyState("gavel", *_NOTHING)
        )
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._next = self._buttons.addButton(tr("Choose field…"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._next.setObjectName("primary")
        column = QVBoxLayout(self)
        column.addWidget(ElidedLabel(quoted(words), "muted"))
        column.addWidget(self.found, 1)
        column.addWidget(self._buttons)
        make_default(self._buttons, self._next)
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        self.found.chosen.connect(self._show)
        self.found.table.view.doubleClicked.connect(lambda _: self._take())
        self._show(None)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter takes the action wherever the cursor is, but for a button."""
        if event.key() in _ENTER and self.focusWidget() is self.found.table.view:
            self._take()
            return
        super().keyPressEvent(event)

    def _show(self, row: ActionRow | None) -> None:
        self._row = row
        self._next.setEnabled(row is not None)

    def _take(self) -> None:
        if self._row is not None:
            chosen = self._row.id
            self.accept()
            self.action_chosen.emit(chosen)
