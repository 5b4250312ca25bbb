"""What the window itself can do: palette, help, appearance, columns; what it remembers of its views.

Imports preferences, errands and dialogs.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMainWindow, QWidget

from casefile.store.rows import SavedSearchRow
from casefile.translation import tr
from ui.appearance import Appearance
from ui.asking import ask
from ui.desk import Desk
from ui.errands import Errands
from ui.layouts import Layouts
from ui.notices import Notice, Tone
from ui.places import RETURNED_TO, Places
from ui.preferences import Preferences
from ui.widgets.header_columns import HeaderColumns

if TYPE_CHECKING:
    from ui.widgets.command_palette import CommandPalette

CASE_START = "actions"
"""The part of a case file that is shown first."""


@dataclass(frozen=True)
class Ways:
    """How the window is brought elsewhere."""

    to_view: Callable[[str], object]
    to_case: Callable[[int, str], object]
    """To a part of a case file."""
    to_search: Callable[[SavedSearchRow], object]


class WindowCommands(QObject):
    """The steps of the commands that need no record and no store."""

    def __init__(
        self,
        window: QMainWindow,
        desk: Desk,
        preferences: Preferences,
        errands: Errands,
        actions: Mapping[str, QAction],
        side_bar: QWidget,
        ways: Ways,
    ) -> None:
        super().__init__(window)
        self._window = window
        self._desk = desk
        self._preferences = preferences
        self._errands = errands
        self._actions = actions
        self._ways = ways
        self.layouts = Layouts(preferences, self)
        self.layouts.choice_wanted.connect(self.ask_columns)
        self.places = Places(desk, preferences, ways.to_view, ways.to_case, self)
        self.appearance = Appearance(window, preferences, side_bar, actions)
        self.appearance.told.connect(desk.told)
        self._palette: CommandPalette | None = None
        self.help: dict[str, QDialog] = {}
        """What was opened beside the window, by the name of its command."""
        application = QCoreApplication.instance()
        if application is not None:
            application.aboutToQuit.connect(self.save)

    def steps(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        return self.appearance.steps() | {
            "palette": self.open_palette, "shortcuts": self.show_shortcuts,
            "first_steps": self.show_first_steps, "open_demo": self.open_demo, "about": self.show_about,
            "columns": self.choose_columns, "settings": self.show_settings,
        }  # fmt: skip

    @property
    def palette(self) -> "CommandPalette":
        """The palette, made when it is first wanted."""
        from ui.widgets.command_palette import CommandPalette

        if self._palette is None:
            self._palette = CommandPalette(self._window)
            self._palette.ran.connect(self._preferences.remember_command)
        return self._palette

    def keep(self, view: str, pane: QWidget) -> None:
        """Puts a view, or a list made later in it, as it was last time and remembers it.

        To be called once, before it is shown.
        """
        self.layouts.keep(pane)
        if view in RETURNED_TO:
            self.places.keep(pane)

    def save(self) -> None:
        """Keeps what is remembered, at once."""
        self.layouts.save()
        self.places.save()

    def choose_columns(self) -> None:
        """Asks for the columns of the list that has the keyboard, else of the first one in sight."""
        seen = [one for one in self._window.findChildren(HeaderColumns) if one.header.isVisible()]
        with_keyboard = [one for one in seen if one.view.hasFocus()]
        if seen:
            self.ask_columns((with_keyboard or seen)[0])
        else:
            self._desk.told.emit(Notice(tr("There is no list in sight."), Tone.NOTE))

    def ask_columns(self, columns: HeaderColumns) -> None:
        """Asks for the columns of a list."""
        from ui.dialogs.choose_columns import ColumnsDialog

        name = columns.view.accessibleName()
        dialog = ColumnsDialog(name, columns.layout, columns.default, self._window)
        dialog.layout_chosen.connect(columns.lay_out)
        ask(dialog)

    def open_palette(self) -> None:
        """Offers every command and place."""
        from ui.palette_entries import command_entries, place_entries, setting_entries
        from ui.reasons import why_not

        read_only, ways = bool(self._desk.refusal), self._ways
        commands = command_entries(self._actions, lambda command: why_not(command, read_only))
        places = place_entries(
            self._errands.cases, self._errands.searches,
            lambda case_id: ways.to_case(case_id, CASE_START), ways.to_search,
        )  # fmt: skip
        offered = [entry for entry in commands if entry.key != "palette"]
        settings = setting_entries(self.show_settings)
        self.palette.open_with([*offered, *places, *settings], self._preferences.settings.recent_commands)

    def show_shortcuts(self) -> None:
        """Shows every shortcut."""
        from ui.dialogs.shortcut_sheet import ShortcutSheet

        self._show_beside("shortcuts", ShortcutSheet)

    def show_settings(self, wanted: str = "") -> None:
        """Shows the settings, with the keyboard in the wanted option."""
        from ui.dialogs.settings import SettingsDialog

        self._show_beside("settings", lambda window: SettingsDialog(self._preferences, window))
        dialog = self.help["settings"]
        if isinstance(dialog, SettingsDialog):
            dialog.go_to(wanted)

    def show_first_steps(self) -> None:
        """Shows how one begins."""
        from ui.dialogs.first_steps import FirstStepsDialog

        self._show_beside("first_steps", lambda window: FirstStepsDialog(self._actions, window))

    def open_demo(self) -> None:
        """Opens the demo case, which is made first where it is missing."""
        from ui.demo_errands import DemoErrands

        DemoErrands(self._desk, self).open_demo()

    def show_about(self) -> None:
        """Shows the version and the licences."""
        from ui.dialogs.about import AboutDialog

        self._show_beside("about", AboutDialog)

    def _show_beside(self, name: str, make: Callable[[QMainWindow], QDialog]) -> None:
        """Shows the one dialog of that name, which blocks nothing; it is made when it is first wanted."""
        dialog = self.help.get(name)
        if dialog is None:
            dialog = self.help[name] = make(self._window)
        dialog.show()
        dialog.activateWindow()
