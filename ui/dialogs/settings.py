"""The settings, each declared in :mod:`casefile.settings`: set at once, and narrowed while somebody types."""

from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QGridLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from casefile.settings import Shown, shown_options
from casefile.translation import N_, tr
from ui.dialogs.form_fields import FieldError
from ui.dialogs.sheet import close_buttons, sheet_area, size_to
from ui.dialogs.your_name import read_name
from ui.matching import folded
from ui.preferences import Preferences
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS, HEIGHT_LINES = 92, 27
INPUT_CHARACTERS = 26
_KEPT = N_("Everything is set at once and kept for you on this computer, whatever store is open.")
Input = QLineEdit | QComboBox | QCheckBox


@dataclass(frozen=True)
class _Line:
    """One option: what it is, where it is set, and what is wrong with what was entered."""

    shown: Shown
    input: Input
    title: QLabel
    about: QLabel

    def fits(self, typed: str) -> bool:
        """Whether every word that was typed begins one of the option's."""
        shown = self.shown
        said = (tr(shown.title), tr(shown.about), tr(shown.also), *(tr(name) for _, name in shown.choices))
        words = f" {folded(' '.join(said))}"
        return all(f" {word}" in words for word in folded(typed).split())

    def show(self, wanted: bool) -> None:
        """Puts it into sight or out of it."""
        for part in (self.title, self.about, self.input):
            part.setVisible(wanted)


class SettingsDialog(QDialog):
    """Stays open beside the window, which shows at once what is set."""

    def __init__(self, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Settings"))
        self._preferences = preferences
        self.search = QLineEdit(placeholderText=tr("Find a setting"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Find a setting"))
        self._none = plain_label(tr("No setting fits. Every command is in the command palette."), "muted")
        self._lines = {name: self._line(name, shown) for name, shown in shown_options().items()}
        self._lay_out()
        self.search.textChanged.connect(self.show_fitting)
        preferences.changed.connect(self._show_all)
        self._show_all()
        self.show_fitting("")

    @property
    def inputs(self) -> dict[str, Input]:
        """Where each option is set, by its name."""
        return {name: line.input for name, line in self._lines.items()}

    @property
    def shown(self) -> list[str]:
        """The names of the options in sight."""
        return [name for name, line in self._lines.items() if not line.input.isHidden()]

    def about(self, name: str) -> str:
        """What stands below the option's name."""
        return self._lines[name].about.text()

    def show_fitting(self, typed: str) -> None:
        """Shows the options in which the words stand."""
        for line in self._lines.values():
            line.show(line.fits(typed))
        self._none.setVisible(not self.shown)

    def go_to(self, name: str) -> None:
        """Puts the keyboard into the option; into the search where none is named."""
        self.search.clear()
        wanted = self._lines[name].input if name in self._lines else self.search
        wanted.setFocus(Qt.FocusReason.ShortcutFocusReason)
        if isinstance(wanted, QLineEdit):
            wanted.selectAll()

    def _line(self, name: str, shown: Shown) -> _Line:
        entry = self._input(name, shown)
        entry.setAccessibleName(tr(shown.title))
        entry.setAccessibleDescription(tr(shown.about))
        title = plain_label(tr(shown.title), "heading")
        title.setBuddy(entry)
        return _Line(shown, entry, title, plain_label(tr(shown.about), "muted", wrap=True))

    def _input(self, name: str, shown: Shown) -> Input:
        if shown.choices:
            box = QComboBox()
            for value, called in shown.choices:
                box.addItem(tr(called), value)
            box.activated.connect(lambda _: self._preferences.set_option(name, box.currentData()))
            return box
        if isinstance(getattr(self._preferences.settings, name), bool):
            check = QCheckBox(tr("Shown"))
            check.clicked.connect(lambda on: self._preferences.set_option(name, on))
            return check
        line = QLineEdit()
        line.textEdited.connect(lambda _: self._read_name(name))
        line.editingFinished.connect(lambda: self._set_name(name))
        return line

    def _read_name(self, name: str) -> str:
        """What was typed, "" where it does not fit, which the line says."""
        line, entry = self._lines[name], self._lines[name].input
        try:
            found = read_name(entry.text() if isinstance(entry, QLineEdit) else "")
        except FieldError as error:
            _say(line.about, str(error), "wrong")
            return ""
        _say(line.about, tr(line.shown.about), "muted")
        return found

    def _set_name(self, name: str) -> None:
        found = self._read_name(name)
        if found:
            self._preferences.set_option(name, found)

    def _show_all(self) -> None:
        """What is set, wherever that was done."""
        for name, line in self._lines.items():
            value, entry = getattr(self._preferences.settings, name), line.input
            with QSignalBlocker(entry):
                if isinstance(entry, QComboBox):
                    entry.setPlaceholderText(str(value))  # seen where it is none of the choices
                    entry.setCurrentIndex(entry.findData(value))
                elif isinstance(entry, QCheckBox):
                    entry.setChecked(value)
                elif not entry.hasFocus():
                    entry.setText(value)

    def _lay_out(self) -> None:
        content = QWidget()
        grid = QGridLayout(content)
        space = self.fontMetrics().height()
        grid.setHorizontalSpacing(space * 2)
        grid.setVerticalSpacing(space // 8)
        grid.setColumnStretch(0, 1)
        for place, line in enumerate(self._lines.values()):
            grid.addWidget(line.title, place * 3, 0)
            grid.addWidget(line.about, place * 3 + 1, 0)
            grid.addWidget(line.input, place * 3, 1, 2, 1, Qt.AlignmentFlag.AlignVCenter)
            grid.setRowMinimumHeight(place * 3 + 2, space // 2)
            line.input.setFixedWidth(self.fontMetrics().averageCharWidth() * INPUT_CHARACTERS)
        grid.setRowStretch(len(self._lines) * 3, 1)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(sheet_area(tr("Settings"), content), 1)
        column.addWidget(plain_label(tr(_KEPT), "muted", wrap=True))
        buttons = close_buttons(self)
        for button in buttons.buttons():
            if isinstance(button, QPushButton):
                button.setAutoDefault(False)  # Enter in a line is no Close
        column.addWidget(buttons)
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)


def _say(label: QLabel, words: str, look: str) -> None:
    label.setText(words)
    if label.objectName() != look:
        label.setObjectName(look)
        label.style().unpolish(label)
        label.style().polish(label)
