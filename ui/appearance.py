"""How the window looks to a person: light or dark, size of the letters, full screen, side bar.

Imports preferences; the colours themselves are :mod:`ui.theme`'s.
"""

from collections.abc import Callable, Mapping

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMainWindow, QWidget

from casefile.settings import NORMAL_SIZE, Theme
from casefile.translation import LANGUAGES, SYSTEM, tr
from ui.notices import Notice, Tone
from ui.preferences import Preferences
from ui.theme import next_text_size

_THEMES = {f"theme_{theme.value}": theme for theme in Theme}
_LANGUAGES = {f"language_{code}": code for code in (SYSTEM, *LANGUAGES)}


class Appearance(QObject):
    """The steps of its commands; which of them are on follows the preferences and the window."""

    told = Signal(object)
    """A :class:`Notice` of what is done later."""

    def __init__(
        self,
        window: QMainWindow,
        preferences: Preferences,
        side_bar: QWidget,
        actions: Mapping[str, QAction],
    ) -> None:
        super().__init__(window)
        self._window = window
        self._preferences = preferences
        self._side_bar = side_bar
        self._actions = actions
        for choice in (_THEMES, _LANGUAGES):
            group = QActionGroup(self)
            for name in choice:
                group.addAction(actions[name])
        for code, own_name in LANGUAGES.items():
            # Who cannot read the language of the window finds the own one.
            actions[f"language_{code}"].setText(own_name)
        preferences.changed.connect(self.show_state)
        window.installEventFilter(self)
        self.show_state()

    def steps(self) -> dict[str, Callable[[], object]]:
        """What each command does."""
        preferences = self._preferences
        themes = {name: lambda theme=theme: preferences.set_theme(theme) for name, theme in _THEMES.items()}
        languages = {name: lambda code=code: self.choose_language(code) for name, code in _LANGUAGES.items()}
        return themes | languages | {
            "larger_text": lambda: self._resize_text(1), "smaller_text": lambda: self._resize_text(-1),
            "normal_text": lambda: preferences.set_text_size(NORMAL_SIZE),
            "full_screen": self.turn_full_screen, "side_bar": self.turn_side_bar,
        }  # fmt: skip

    def choose_language(self, code: str) -> None:
        """What is on the screen keeps its words until the next start."""
        self._preferences.set_language(code)
        self.show_state()
        if code == SYSTEM:
            words = tr("The window speaks the language of the system from its next start on.")
        else:
            words = tr("The window speaks {language} from its next start on.").format(
                language=LANGUAGES[code]
            )
        self.told.emit(Notice(words, Tone.NOTE))

    def turn_full_screen(self) -> None:
        """Fills the screen, or is a window again as it was before."""
        self._window.setWindowState(self._window.windowState() ^ Qt.WindowState.WindowFullScreen)
        self.show_state()

    def turn_side_bar(self) -> None:
        """Shows or hides the side bar; Qt gives its focus to the view."""
        self._preferences.show_side_bar(not self._preferences.settings.shows_side_bar)
        self.show_state()

    def show_state(self) -> None:
        """Checks what is on."""
        settings = self._preferences.settings
        if self._side_bar.parentWidget() is not None or not settings.shows_side_bar:
            # Shown before it has its place it would be a window of its own for a moment.
            self._side_bar.setVisible(settings.shows_side_bar)
        for name, theme in _THEMES.items():
            self._actions[name].setChecked(settings.theme == theme)
        for name, code in _LANGUAGES.items():
            self._actions[name].setChecked(settings.language == code)
        self._actions["side_bar"].setChecked(settings.shows_side_bar)
        self._actions["full_screen"].setChecked(self._window.isFullScreen())

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The system's own keys change the window too."""
        if event.type() == QEvent.Type.WindowStateChange:
            self._actions["full_screen"].setChecked(self._window.isFullScreen())
        return super().eventFilter(watched, event)

    def _resize_text(self, step: int) -> None:
        self._preferences.set_text_size(next_text_size(self._preferences.settings.text_size, step))
