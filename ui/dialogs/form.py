"""A form made of a list of fields, with a line below it that says what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casefile.terms import label
from ui.dialogs.proposal_fields import Entries, Field, FieldError
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS = 72
Check = Callable[[Entries], object]
"""Raises :class:`FieldError` where an entry is wrong."""


class FormDialog(QDialog):
    """Asks for some values; the accepting button works while all of them can be understood."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        accept_text: str,
        check: Check,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._check = check
        self._wrong = plain_label("", "wrong", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(accept_text, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.form = QFormLayout()
        self.inputs = {field.name: self._add(field) for field in fields}
        column = QVBoxLayout(self)
        column.addLayout(self.form)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS)
        self.revise()

    def entries(self) -> dict[str, str]:
        """What stands in each field; a choice as its code."""
        return {
            name: str(entry.currentData()) if isinstance(entry, QComboBox) else entry.text()
            for name, entry in self.inputs.items()
        }

    @property
    def can_accept(self) -> bool:
        """Whether every entry can be understood."""
        return self._accept.isEnabled()

    def revise(self) -> None:
        """Looks at the entries again and says what is wrong with them."""
        try:
            self._check(self.entries())
        except FieldError as error:
            self._wrong.setText(str(error))
            self._accept.setEnabled(False)
        else:
            self._wrong.setText("")
            self._accept.setEnabled(True)

    def _add(self, field: Field) -> QLineEdit | QComboBox:
        entry: QLineEdit | QComboBox
        if field.choices:
            entry = QComboBox()
            for choice in field.choices:
                entry.addItem(label(choice), choice.value)
            entry.setCurrentIndex(max(0, entry.findData(str(field.value))))
            entry.currentIndexChanged.connect(lambda _: self.revise())
        else:
            entry = QLineEdit(field.value)
            entry.textEdited.connect(lambda _: self.revise())
            entry.setPlaceholderText(field.help)
        entry.setAccessibleName(field.label)
        entry.setAccessibleDescription(field.help)
        entry.setToolTip(field.help)
        self.form.addRow(field.label, entry)
        return entry
