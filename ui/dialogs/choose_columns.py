"""Asks which columns of a list are shown, in which order and how wide."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QIcon, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QListWidget,
    QListWidgetItem,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from casefile.translation import N_, tr
from ui.asking import make_default
from ui.dialogs.sheet import size_to
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import text_button
from ui.widgets.column_layout import NARROWEST, WIDEST, ColumnPlace, Layout
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS, HEIGHT_LINES = 72, 22
_WIDTH = Qt.ItemDataRole.UserRole
_CHECKED, _UNCHECKED = Qt.CheckState.Checked, Qt.CheckState.Unchecked
_HINT = N_("Space shows or hides, Alt+Up and Alt+Down move. The column without a width takes what is left.")


class ColumnsDialog(QDialog):
    """Gives the layout that was chosen; Reset goes back to the first one, and Cancel to the present one."""

    layout_chosen = Signal(object)
    """The :data:`Layout`."""

    def __init__(self, name: str, present: Layout, default: Layout, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Columns: {name}").format(name=name) if name else tr("Columns"))
        self.setModal(True)
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Columns"))
        self.list.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.width_box = QSpinBox(minimum=round(NARROWEST), maximum=round(WIDEST), suffix=tr(" characters"))
        self.width_box.setAccessibleName(tr("Width of the column"))
        self._buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Cancel | QDialogButtonBox.StandardButton.Reset
        )
        self._accept = self._buttons.addButton(tr("Use"), QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._lay_out()
        make_default(self._buttons, self._accept)
        self._buttons.accepted.connect(self._take)
        self._buttons.rejected.connect(self.reject)
        reset = self._buttons.button(QDialogButtonBox.StandardButton.Reset)
        reset.clicked.connect(lambda _=False: self.show_layout(default))
        for button in self._buttons.buttons():
            button.setIcon(QIcon())
        for keys, step in (("Alt+Up", -1), ("Alt+Down", 1)):
            QShortcut(QKeySequence(keys), self).activated.connect(lambda step=step: self.move_column(step))
        self.list.currentItemChanged.connect(self._show_width)
        self.width_box.valueChanged.connect(self._set_width)
        self.show_layout(present)
        self.list.setFocus()

    def show_layout(self, layout: Layout) -> None:
        """Shows another layout to be changed."""
        self.list.clear()
        for place in layout:
            item = QListWidgetItem(tr(place.title), self.list)
            item.setData(_WIDTH, place.width)
            item.setCheckState(_UNCHECKED if place.hidden else _CHECKED)
            flags = Qt.ItemFlag
            item.setFlags(flags.ItemIsEnabled | flags.ItemIsSelectable | flags.ItemIsDragEnabled)
            if place.width:
                item.setFlags(item.flags() | flags.ItemIsUserCheckable)
        self.list.setCurrentRow(0)

    def layout_shown(self) -> Layout:
        """The layout as it stands in the dialog."""
        items = (self.list.item(row) for row in range(self.list.count()))
        return tuple(
            ColumnPlace(item.text(), float(item.data(_WIDTH)), item.checkState() is _UNCHECKED)
            for item in items
        )

    def move_column(self, step: int) -> None:
        """Moves the column under the cursor further left (-1) or right (1)."""
        row = self.list.currentRow()
        if row >= 0 and 0 <= row + step < self.list.count():
            item = self.list.takeItem(row)
            self.list.insertItem(row + step, item)
            self.list.setCurrentItem(item)

    def _show_width(self, item: QListWidgetItem | None) -> None:
        width = float(item.data(_WIDTH)) if item is not None else 0.0
        self.width_box.setEnabled(bool(width))
        self.width_box.blockSignals(True)  # noqa: FBT003  Qt's own signature
        self.width_box.setSpecialValueText("" if width else tr("what is left"))
        self.width_box.setValue(round(width))
        self.width_box.blockSignals(False)  # noqa: FBT003  Qt's own signature

    def _set_width(self, width: int) -> None:
        for item in self.list.selectedItems():
            item.setData(_WIDTH, float(width))

    def _take(self) -> None:
        self.accept()
        self.layout_chosen.emit(self.layout_shown())

    def _lay_out(self) -> None:
        up = text_button(tr("Move &up"), lambda: self.move_column(-1))
        down = text_button(tr("Move &down"), lambda: self.move_column(1))
        for button in (up, down):
            button.setAutoDefault(False)
        width = plain_label(tr("&Width"))
        width.setBuddy(self.width_box)
        row = QHBoxLayout()
        row.addWidget(ButtonRow((up, down)), 1)
        row.addWidget(width)
        row.addWidget(self.width_box)
        column = QVBoxLayout(self)
        column.addWidget(plain_label(tr(_HINT), "muted", wrap=True))
        column.addWidget(self.list, 1)
        column.addLayout(row)
        column.addWidget(self._buttons)
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)
