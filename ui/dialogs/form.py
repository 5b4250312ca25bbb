"""A form made of a list of fields, with a line at each or below them all that says what is wrong."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QCompleter,
    QDialog,
    QDialogButtonBox,
    QFormLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QVBoxLayout,
    QWidget,
)

from casefile.terms import label
from ui.dialogs.form_fields import KEY, Entries, Field, FieldError, Option
from ui.widgets.labels import plain_label
from ui.widgets.suggest_line import SuggestLine

WIDTH_CHARACTERS = 72
SHOWN_OPTIONS = 16
Check = Callable[[Entries], object]
"""Raises :class:`FieldError` where an entry is wrong."""
Input = QLineEdit | QComboBox | QPlainTextEdit


class FormDialog(QDialog):
    """Asks for some values; the accepting button works while all of them can be understood."""

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        accept_text: str,
        check: Check,
        parent: QWidget | None = None,
        *,
        lead: str = "",
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._check = check
        self._fields = {field.name: field for field in fields}
        self._notes: dict[str, QLabel] = {}
        self._wrong = plain_label("", "wrong", wrap=True)
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(accept_text, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.ExpandingFieldsGrow)
        self.inputs = {field.name: self._add(field) for field in fields}
        column = QVBoxLayout(self)
        if lead:
            column.addWidget(plain_label(lead, wrap=True))
        column.addLayout(self.form)
        column.addWidget(self._wrong)
        column.addWidget(self._buttons)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS)
        self.revise()

    @property
    def can_accept(self) -> bool:
        """Whether every entry can be understood."""
        return self._accept.isEnabled()

    @property
    def problem(self) -> str:
        """What is wrong, "" where nothing is."""
        wrong = [label for label in (*self._notes.values(), self._wrong) if label.objectName() == "wrong"]
        return " ".join(label.text() for label in wrong if label.text())

    def entries(self) -> dict[str, str]:
        """What stands in each field, a choice as its code; under its name with :data:`KEY` its key."""
        found = {}
        for name, entry in self.inputs.items():
            found[name] = _text(entry)
            if isinstance(entry, SuggestLine):
                found[f"{name}{KEY}"] = entry.key
        return found

    def note(self, name: str) -> str:
        """What stands below the field."""
        return self._notes[name].text()

    def revise(self) -> None:
        """Looks at the entries again and says what is wrong with them."""
        entries = self.entries()
        try:
            self._check(entries)
        except FieldError as error:
            self._say(entries, error)
        else:
            self._say(entries, None)

    def _say(self, entries: Entries, error: FieldError | None) -> None:
        self._accept.setEnabled(error is None)
        at_field = error is not None and error.name in self._notes
        self._wrong.setText(str(error) if error is not None and not at_field else "")
        for name, label_ in self._notes.items():
            wrong = error is not None and error.name == name
            note = self._fields[name].note
            label_.setText(str(error) if wrong else note(entries[name]) if note is not None else "")
            _restyle(label_, "wrong" if wrong else "muted")

    def _add(self, field: Field) -> Input:
        entry = self._make(field)
        entry.setAccessibleName(field.label)
        entry.setAccessibleDescription(field.help)
        entry.setToolTip(field.help)
        if field.note is None:
            self.form.addRow(field.label, entry)
            return entry
        note = self._notes[field.name] = plain_label("", "muted", wrap=True)
        holder = QWidget(self)
        column = QVBoxLayout(holder)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(self.fontMetrics().height() // 8)
        column.addWidget(entry)
        column.addWidget(note)
        caption = plain_label(field.label)
        caption.setBuddy(entry)
        self.form.addRow(caption, holder)
        return entry

    def _make(self, field: Field) -> Input:
        if field.choices or field.options:
            options = field.options or tuple(Option(choice.value, label(choice)) for choice in field.choices)
            return self._make_list(field, options)
        if field.lines > 1:
            text = QPlainTextEdit(field.value)
            text.setTabChangesFocus(True)
            text.setFixedHeight(round(self.fontMetrics().lineSpacing() * (field.lines + 1)))
            text.setPlaceholderText(field.help)
            text.textChanged.connect(self.revise)
            return text
        line = SuggestLine(field.value, field.key, field.lookup) if field.lookup else QLineEdit(field.value)
        line.textChanged.connect(lambda _: self.revise())
        line.setPlaceholderText(field.help)
        return line

    def _make_list(self, field: Field, options: Sequence[Option]) -> QComboBox:
        entry = QComboBox()
        entry.setMaxVisibleItems(SHOWN_OPTIONS)
        entry.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for place, option in enumerate(options):
            entry.addItem(option.label, option.code)
            entry.setItemData(place, option.about.replace("<", "‹"), Qt.ItemDataRole.ToolTipRole)
        if not field.own_words:
            entry.setCurrentIndex(max(0, entry.findData(str(field.value))))
            entry.currentIndexChanged.connect(lambda _: self.revise())
            return entry
        entry.setEditable(True)
        entry.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        completer = QCompleter(entry.model(), entry)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        entry.setCompleter(completer)
        entry.setCurrentIndex(entry.findText(field.value))
        entry.setEditText(field.value)
        line = entry.lineEdit()
        if line is not None:
            line.setAccessibleName(field.label)
        entry.editTextChanged.connect(lambda _: self.revise())
        return entry


def _text(entry: Input) -> str:
    match entry:
        case QPlainTextEdit():
            return entry.toPlainText()
        case QComboBox():
            return entry.currentText() if entry.isEditable() else str(entry.currentData())
        case _:
            return entry.text()


def _restyle(label_: QLabel, look: str) -> None:
    if label_.objectName() != look:
        label_.setObjectName(look)
        label_.style().unpolish(label_)
        label_.style().polish(label_)
