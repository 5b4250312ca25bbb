"""Edits a cell of a list in place, and says while one types what does not fit. Imports models and cells."""

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QLineEdit,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTableView,
    QToolTip,
    QWidget,
)

from casefile.translation import tr
from ui.dialogs.form_fields import FieldError
from ui.models.cells import CellEdit
from ui.models.ids_model import IdsModel
from ui.told import told

Index = QModelIndex | QPersistentModelIndex
_FILLED, _WRONG, _WHY, _ENDED = "filled", "wrong", "why", "ended"
_ENDS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab, Qt.Key.Key_Backtab)


class CellDelegate(QStyledItemDelegate):
    """Enter writes what fits, Escape leaves, and so does going elsewhere with what does not fit."""

    entered = Signal(int, str, object)
    """Another value for a record (its id) in a field (its name)."""

    def __init__(self, view: QTableView, model: IdsModel[Any]) -> None:
        super().__init__(view)
        self._table = view
        self._rows = model

    def createEditor(self, parent: QWidget, option: QStyleOptionViewItem, index: Index) -> QWidget:  # noqa: ARG002
        """A line, or a list that can be typed into."""
        edit = self._edit(index)
        editor: QLineEdit | QComboBox
        if edit.options:
            editor = QComboBox(parent)
            editor.setEditable(True)
            editor.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
            editor.addItems([told(option) for option in edit.options])
            editor.activated.connect(lambda _: self._commit(editor))
        else:
            editor = QLineEdit(parent)
            editor.setPlaceholderText(tr(edit.help))
        editor.setObjectName("cell")
        editor.setAutoFillBackground(True)
        editor.setAccessibleName(tr(self._rows.columns[index.column()].title))
        _line(editor).textChanged.connect(lambda typed: self._judge(editor, edit, typed))
        return editor

    def setEditorData(self, editor: QWidget, index: Index) -> None:
        """What stands in the record; never again over what is being typed."""
        if editor.property(_FILLED):
            return
        editor.setProperty(_FILLED, True)  # noqa: FBT003  Qt's own signature
        line = _line(editor)
        line.setText(str(index.data(Qt.ItemDataRole.EditRole) or ""))
        line.selectAll()

    def setModelData(self, editor: QWidget, model: QAbstractItemModel, index: Index) -> None:  # noqa: ARG002
        """Says what was entered, where it fits and is something else."""
        edit, typed = self._edit(index), _line(editor).text()
        if typed.strip() == str(index.data(Qt.ItemDataRole.EditRole) or ""):
            return
        try:
            value = edit.read(typed)
        except FieldError:
            return
        self.entered.emit(self._rows.ids[index.row()], edit.name, value)

    def updateEditorGeometry(self, editor: QWidget, option: QStyleOptionViewItem, index: Index) -> None:  # noqa: ARG002
        """Over the cell, and as wide as is needed to read what is typed."""
        room = option.rect
        wanted = max(room.width(), editor.fontMetrics().averageCharWidth() * 22)
        left = min(room.left(), max(0, self._table.viewport().width() - wanted))
        height = max(room.height(), editor.sizeHint().height())
        top = min(room.top(), max(0, self._table.viewport().height() - height))
        editor.setGeometry(left, top, wanted, height)

    def eventFilter(self, editor: QObject, event: QEvent) -> bool:
        """Enter stays in the editor as long as what is typed does not fit."""
        is_key = event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent)
        if is_key and isinstance(event, QKeyEvent) and event.key() in _ENDS and isinstance(editor, QWidget):
            if editor.property(_WRONG):
                self._say(editor, str(editor.property(_WHY)))
                return True
            editor.setProperty(_ENDED, True)  # noqa: FBT003  Qt's own signature
        return super().eventFilter(editor, event)

    def _edit(self, index: Index) -> CellEdit[Any]:
        edit = self._rows.columns[index.column()].edit
        if edit is None:
            raise LookupError("this column is not edited")
        return edit

    def _commit(self, editor: QComboBox) -> None:
        """Qt calls it a choice too when Enter, or leaving, finds a term of the list in the line."""
        if editor.property(_ENDED) or not (editor.hasFocus() or editor.view().isVisible()):
            return
        self.commitData.emit(editor)
        self.closeEditor.emit(editor)

    def _judge(self, editor: QWidget, edit: CellEdit[Any], typed: str) -> None:
        why = ""
        try:
            edit.read(typed)
        except FieldError as error:
            why = str(error)
        editor.setProperty(_WRONG, bool(why))
        editor.setProperty(_WHY, why)
        editor.setAccessibleDescription(why or tr(edit.help))
        editor.style().unpolish(editor)
        editor.style().polish(editor)
        if why:
            self._say(editor, why)
        else:
            QToolTip.hideText()

    def _say(self, editor: QWidget, why: str) -> None:
        QToolTip.showText(editor.mapToGlobal(QPoint(0, editor.height())), why, editor)


def _line(editor: QWidget) -> QLineEdit:
    line = editor.lineEdit() if isinstance(editor, QComboBox) else editor
    if not isinstance(line, QLineEdit):
        raise TypeError("a cell is edited in a line")
    return line
