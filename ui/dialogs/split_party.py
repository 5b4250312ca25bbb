"""Takes a party apart: one merged into it comes out again, or some actions get a party of their own."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QListWidget,
    QListWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casefile.store.party_rows import PartyAction, PartyRecord
from casefile.translation import tr
from ui.asking import make_default
from ui.models.columns import date_text
from ui.plain import plain_tip
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS = 76
_ID = Qt.ItemDataRole.UserRole


class SplitPartyDialog(QDialog):
    """Says either which merged party comes out, or a new name and its actions."""

    taken_out = Signal(int)
    """The id of the party that is to be one of its own again."""
    split_off = Signal(str, list, list)
    """The new party's name, the ids of its actions, and the names that go with it."""

    def __init__(self, party: PartyRecord, chosen: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Split {name}").format(name=party.row.name))
        self.setModal(True)
        self.what = ChoiceBox(tr("What to take out"))
        for party_id, name in party.merged:
            self.what.addItem(tr("{name}, which was merged into it").format(name=name), party_id)
        self.what.addItem(tr("A new party for some of its actions"), None)
        self.name = QLineEdit(placeholderText=tr("Name of the new party"))
        self.name.setAccessibleName(tr("Name of the new party"))
        self.action_list = _check_list(tr("Actions of the new party"))
        for action in party.actions:
            _add(self.action_list, _caption(action), action.id, checked=action.id == chosen)
        self.alias_list = _check_list(tr("Names that go with it"))
        for alias in party.aliases:
            _add(self.alias_list, alias, alias, checked=False)
        self._wrong = plain_label("", "muted", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(tr("Split"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._lay_out()
        self._connect()
        self._revise()

    @property
    def can_accept(self) -> bool:
        """Whether enough was said."""
        return self._accept.isEnabled()

    def accept(self) -> None:
        """Says what was chosen."""
        if self.what.currentData() is not None:
            self.taken_out.emit(self.what.currentData())
        else:
            self.split_off.emit(
                self.name.text().strip(), _checked(self.action_list), _checked(self.alias_list)
            )
        super().accept()

    def _revise(self) -> None:
        is_new = self.what.currentData() is None
        for widget in (self.name, self.action_list, self.alias_list):
            widget.setEnabled(is_new)
        problem = ""
        if is_new and not self.name.text().strip():
            problem = tr("The new party needs a name.")
        elif is_new and not _checked(self.action_list):
            problem = tr("Check the actions that are about the new party.")
        self._wrong.setText(problem)
        self._accept.setEnabled(not problem)

    def _connect(self) -> None:
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.what.currentIndexChanged.connect(lambda _: self._revise())
        self.name.textChanged.connect(lambda _: self._revise())
        self.action_list.itemChanged.connect(lambda _: self._revise())

    def _lay_out(self) -> None:
        form = QFormLayout()
        form.addRow(tr("Take out"), self.what)
        form.addRow(tr("Name"), self.name)
        form.addRow(tr("Actions"), self.action_list)
        if self.alias_list.count():
            form.addRow(tr("Other names"), self.alias_list)
        column = QVBoxLayout(self)
        column.addLayout(form)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        make_default(self._buttons, self._accept)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS)


def _check_list(name: str) -> QListWidget:
    made = QListWidget()
    made.setAccessibleName(name)
    made.setWordWrap(True)
    made.setSpacing(made.fontMetrics().height() // 8)  # else nobody sees where one of several lines ends
    made.setResizeMode(QListWidget.ResizeMode.Adjust)
    made.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    made.setMaximumHeight(made.fontMetrics().lineSpacing() * 9)
    return made


def _add(target: QListWidget, text: str, data: object, *, checked: bool) -> None:
    item = QListWidgetItem(text, target)
    item.setData(_ID, data)
    item.setToolTip(plain_tip(text))
    item.setFlags(item.flags() | Qt.ItemFlag.ItemIsUserCheckable)
    item.setCheckState(Qt.CheckState.Checked if checked else Qt.CheckState.Unchecked)


def _checked(target: QListWidget) -> list[object]:
    items = (target.item(row) for row in range(target.count()))
    return [item.data(_ID) for item in items if item.checkState() is Qt.CheckState.Checked]


def _caption(action: PartyAction) -> str:
    day = date_text(action.decided)
    return f"{action.title}, {day}" if day else action.title
