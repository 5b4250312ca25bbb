"""One field that is set for many records: what stands in all of them, "various" where they differ.

Imports form fields and labels.
"""

from typing import cast

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QWidget

from casefile.translation import tr
from ui.dialogs.form_fields import Field
from ui.widgets.header import bare
from ui.widgets.labels import plain_label

_VARIOUS = "various"
_LINE_CHARACTERS = 22


class _Choice(QComboBox):
    """A list that can also be typed into."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        for option in field.options:
            self.addItem(option.label, option.code)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(_LINE_CHARACTERS - 4)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.setMaxVisibleItems(20)

    def show_text(self, text: str) -> None:
        """What stands in the records."""
        self.setCurrentIndex(self.findText(text) if text else -1)
        self.setEditText(text)


class ValueField(QWidget):
    """A label and a line or a list; Enter or a choice sets the value for all."""

    entered = Signal(str)
    """Another value for all."""

    def __init__(self, field: Field, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.name = field.name
        self._shown = ""
        self.input: QLineEdit | QComboBox = _Choice(field) if field.options else QLineEdit()
        row = bare(QHBoxLayout(self))
        row.setSpacing(self.fontMetrics().averageCharWidth())
        row.addWidget(plain_label(field.label, "muted"))
        row.addWidget(self.input)
        self.line.setPlaceholderText(_VARIOUS)
        self.input.setAccessibleName(field.label)
        self.input.setToolTip(
            tr("{label} of all that are chosen: Enter sets it, Escape leaves it").format(label=field.label)
        )
        if isinstance(self.input, QComboBox):
            self.input.activated.connect(lambda _: self._enter())
        else:
            self.input.setFixedWidth(self.fontMetrics().averageCharWidth() * _LINE_CHARACTERS)
        self.line.returnPressed.connect(self._enter)
        self.line.installEventFilter(self)

    @property
    def line(self) -> QLineEdit:
        """Where the value is typed."""
        if isinstance(self.input, QLineEdit):
            return self.input
        line = self.input.lineEdit()
        if line is None:
            raise RuntimeError("a choice that can be typed into has a line")
        return line

    def show_value(self, value: str | None) -> None:
        """Shows what all have, None where they differ; what somebody is typing stays."""
        before, self._shown = self._shown, value or ""
        self.line.setPlaceholderText(_VARIOUS if value is None else "")
        if not self.line.hasFocus() or self.line.text() == before:
            self.put_back()

    def put_back(self) -> None:
        """Shows what all have instead of what was typed."""
        if isinstance(self.input, _Choice):
            self.input.show_text(self._shown)
        else:
            self.line.setText(self._shown)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Escape and leaving put back what stands in the records."""
        if event.type() == QEvent.Type.FocusOut and not self._list_is_open():
            self.put_back()
        elif event.type() == QEvent.Type.KeyPress and cast("QKeyEvent", event).key() == Qt.Key.Key_Escape:
            self.put_back()
            return True
        return super().eventFilter(watched, event)

    def _list_is_open(self) -> bool:
        return isinstance(self.input, QComboBox) and self.input.view().isVisible()

    def _enter(self) -> None:
        text = self.line.text().strip()
        if text != self._shown:
            self.entered.emit(text)
