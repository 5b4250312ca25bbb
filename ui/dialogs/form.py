"""A form made of a list of fields, with a line at each or below them all that says what is wrong."""

from collections.abc import Callable, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
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
from casefile.translation import tr
from ui.asking import make_default
from ui.dialogs.evidence_row import NAME, EvidenceRow
from ui.dialogs.form_fields import KEY, NOTHING, Entries, Field, FieldError, Option
from ui.directions import SidedLayout
from ui.evidence import EvidenceOffer
from ui.plain import plain_tip
from ui.told import told
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.labels import plain_label
from ui.widgets.suggest_line import SuggestLine

if TYPE_CHECKING:
    from casefile.store.editing import Grounds

WIDTH_CHARACTERS = 72
SHOWN_OPTIONS = 16
Check = Callable[[Entries], object]
"""Raises :class:`FieldError` where an entry is wrong."""
Input = QLineEdit | QComboBox | QPlainTextEdit


class FormDialog(QDialog):
    """Asks for some values; the accepting button works while all of them can be understood.

    With ``evidence`` it also asks for the passage that they rest on, which may stay empty.
    """

    def __init__(
        self,
        title: str,
        fields: Sequence[Field],
        accept_text: str,
        check: Check,
        parent: QWidget | None = None,
        *,
        lead: str = "",
        evidence: EvidenceOffer | None = None,
    ) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setModal(True)
        self._check = check
        self._fields = {field.name: field for field in fields}
        self._notes: dict[str, QLabel] = {}
        self._explained = ""
        """The field that the keyboard is in, or was last: how to fill it stands below it."""
        self._wrong = plain_label("", "muted", wrap=True)
        self._touched = False
        self._problem = ""
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        self._accept = self._buttons.addButton(accept_text, QDialogButtonBox.ButtonRole.AcceptRole)
        self._accept.setObjectName("primary")
        self._buttons.accepted.connect(self.accept)
        self._buttons.rejected.connect(self.reject)
        self.form = QFormLayout()
        self.form.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.inputs = {field.name: self._add(field) for field in fields}
        self.evidence = EvidenceRow(evidence) if evidence is not None else None
        """The line for the evidence; None in a form without one."""
        if self.evidence is not None:
            self.form.addRow(tr(NAME), self.evidence)
            self.evidence.changed.connect(self._grow)
        column = QVBoxLayout(self)
        if lead:
            column.addWidget(plain_label(lead, wrap=True))
        column.addLayout(self.form)
        column.addWidget(self._wrong)
        column.addStretch()
        column.addWidget(self._buttons)
        make_default(self._buttons, self._accept)
        last = self.evidence.buttons if self.evidence is not None else ()
        for entry, following in pairwise((*self.inputs.values(), *last)):
            QWidget.setTabOrder(entry, following)
        for entry in list(self.inputs.values())[:1]:
            entry.setFocus()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._explain)
        self.setMinimumWidth(self.fontMetrics().averageCharWidth() * WIDTH_CHARACTERS)
        self._revise()

    @property
    def can_accept(self) -> bool:
        """Whether every entry can be understood."""
        return self._accept.isEnabled()

    @property
    def grounds(self) -> "Grounds | None":
        """What the values rest on; None where that is nothing, or was not asked."""
        chosen = self.evidence.chosen if self.evidence is not None else None
        return chosen.grounds if chosen is not None else None

    @property
    def problem(self) -> str:
        """What is wrong, "" where nothing is."""
        return self._problem

    def entries(self) -> dict[str, str]:
        """What stands in each field, a choice as its code; under its name with :data:`KEY` its key.

        With :data:`NOTHING` whether nothing is known that completes it.
        """
        found = {}
        for name, entry in self.inputs.items():
            found[name] = _text(entry)
            if isinstance(entry, SuggestLine):
                found[f"{name}{KEY}"] = entry.key
                found[f"{name}{NOTHING}"] = "yes" if entry.finds_nothing else ""
        return found

    def note(self, name: str) -> str:
        """What stands below the field."""
        return self._notes[name].text()

    def revise(self) -> None:
        """Looks at the entries again and says what is wrong with them."""
        self._touched = True
        self._revise()

    def showEvent(self, event: QShowEvent) -> None:
        """As high as the words need, and no higher."""
        super().showEvent(event)
        self.resize(self.width(), self._needed())

    def _revise(self) -> None:
        entries = self.entries()
        try:
            self._check(entries)
        except FieldError as error:
            self._say(entries, error)
        else:
            self._say(entries, None)

    def _say(self, entries: Entries, error: FieldError | None) -> None:
        """The error at its field, the notes at the others; what nobody has touched yet is no mistake."""
        self._accept.setEnabled(error is None)
        self._problem = str(error) if error is not None else ""
        at_field = error is not None and error.name in self._notes
        _show(self._wrong, "" if at_field else self._problem, self._look)
        for name in self._notes:
            if error is not None and error.name == name:
                self._note(name, self._problem, self._look)
            else:
                self._note(name, *self._understood(name, entries[name]))
        if self.isVisible():
            self._grow()

    @property
    def _look(self) -> str:
        return "wrong" if self._touched else "muted"

    def _understood(self, name: str, text: str) -> tuple[str, str]:
        """How the entry was understood, or why it was not; how to fill it while it is being filled."""
        field = self._fields[name]
        try:
            note = field.note(text) if field.note is not None else ""
        except FieldError as error:
            return str(error), self._look
        return note or (field.help if name == self._explained else ""), "muted"

    def _note(self, name: str, text: str, look: str) -> None:
        """Below the field, and to those who listen when they come to it."""
        _show(self._notes[name], text, look)
        entry = self.inputs[name]
        parts = dict.fromkeys(part for part in (self._fields[name].help, text) if part)
        described = ". ".join(part.rstrip(".") for part in parts)
        if entry.accessibleDescription() != described:
            entry.setAccessibleDescription(described)

    @Slot("QWidget*", "QWidget*")
    def _explain(self, _: QWidget | None, now: QWidget | None) -> None:
        """Explains the field that the keyboard has come to; a button leaves all where it is."""
        for name, entry in self.inputs.items():
            if now is not None and (now is entry or entry.isAncestorOf(now)) and name != self._explained:
                self._explained = name
                self._revise()

    def _grow(self) -> None:
        """Wrapped lines need room that the layout does not ask the window for."""
        self.resize(self.width(), max(self.height(), self._needed()))

    def _needed(self) -> int:
        layout = self.layout()
        if layout is None:
            return 0
        wraps = layout.hasHeightForWidth()
        return layout.totalHeightForWidth(self.width()) if wraps else layout.totalSizeHint().height()

    def _add(self, field: Field) -> Input:
        entry = self._make(field)
        entry.setAccessibleName(field.label)
        entry.setAccessibleDescription(field.help)
        entry.setToolTip(field.help)
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
            options = field.options or tuple(
                Option(choice.value, told(label(choice))) for choice in field.choices
            )
            return self._make_list(field, options)
        if field.lines > 1:
            text = QPlainTextEdit()
            text.document().setDocumentLayout(SidedLayout(text.document()))
            text.setPlainText(field.value)
            text.setTabChangesFocus(True)
            text.setFixedHeight(round(self.fontMetrics().lineSpacing() * (field.lines + 1)))
            text.textChanged.connect(self.revise)
            return text
        line = QLineEdit(field.value)
        if field.lookup:
            line = SuggestLine(field.value, field.key, field.lookup)
            line.answered.connect(self.revise)
        line.textChanged.connect(lambda _: self.revise())
        return line

    def _make_list(self, field: Field, options: Sequence[Option]) -> QComboBox:
        entry = QComboBox() if field.own_words else ChoiceBox(field.label)
        entry.setMaxVisibleItems(SHOWN_OPTIONS)
        entry.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        for place, option in enumerate(options):
            entry.addItem(option.label, option.code)
            entry.setItemData(place, plain_tip(option.about), Qt.ItemDataRole.ToolTipRole)
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


def _show(label_: QLabel, text: str, look: str) -> None:
    label_.setText(text)
    label_.setVisible(bool(text))
    if label_.objectName() != look:
        label_.setObjectName(look)
        label_.style().unpolish(label_)
        label_.style().polish(label_)
