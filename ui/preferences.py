"""The person's settings while the window is open: each change is saved at once, beside the window.

To put one file in the place of another may wait for the disk. Imports settings.
"""

import logging
from collections.abc import Mapping
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, Signal

from casefile.errors import CasefileError
from casefile.settings import Settings, Theme, save_settings

RECENT = 8
"""How many stores are remembered."""
RECENT_COMMANDS = 6
"""How many commands of the palette are."""
_log = logging.getLogger(__name__)


class Preferences(QObject):
    """What is remembered from one time to the next."""

    changed = Signal()

    def __init__(self, settings: Settings, place: Path | None = None, parent: QObject | None = None) -> None:
        """With no ``place`` nothing is saved."""
        super().__init__(parent)
        self.settings = settings
        self._place = place
        self._saver = ThreadPoolExecutor(1, "settings")
        self._saving: Future[None] | None = None
        self._saved = settings

    def set_person(self, person: str) -> None:
        """Whom the journal names from now on."""
        self._change(replace(self.settings, person=person))

    def set_option(self, name: str, value: str | int) -> None:
        """Sets one of the options that a person sets, by its name in :class:`Settings`."""
        options: dict[str, Any] = {name: value}
        self._change(replace(self.settings, **options))

    def set_theme(self, theme: Theme) -> None:
        """Light, dark or as the system is."""
        self._change(replace(self.settings, theme=theme.value))

    def set_language(self, language: str) -> None:
        """What the window speaks from its next start on; "system" for the language of the system."""
        self._change(replace(self.settings, language=language))

    def set_text_size(self, size: int) -> None:
        """In hundredths of the system's."""
        self._change(replace(self.settings, text_size=size))

    def show_side_bar(self, shows: bool) -> None:
        """Whether there is a side bar."""
        self._change(replace(self.settings, shows_side_bar=shows))

    def remember_store(self, path: Path) -> None:
        """Puts the store first among the recent ones."""
        name = str(path.absolute())
        recent = (name, *(other for other in self.settings.recent if other != name))[:RECENT]
        self._change(replace(self.settings, last_store=name, recent=recent))

    def remember_window(self, geometry: str, outline: str) -> None:
        """The window's place as Qt packs it, in base 64, and where its strips end."""
        self._change(replace(self.settings, geometry=geometry, outline=outline))

    def remember_command(self, name: str) -> None:
        """Puts what was chosen in the palette first among the recent commands."""
        recent = (name, *(other for other in self.settings.recent_commands if other != name))
        self._change(replace(self.settings, recent_commands=recent[:RECENT_COMMANDS]))

    def remember_layouts(self, layouts: Mapping[str, str]) -> None:
        """How these lists and divided views are laid out; the others stay as they were."""
        self._change(replace(self.settings, layouts={**self.settings.layouts, **layouts}))

    def remember_place(self, store: Path, place: str) -> None:
        """Where the person is in the store; of the stores that are not recent any more it is forgotten."""
        name = str(store.absolute())
        known = {name, *self.settings.recent}
        others = {other: kept for other, kept in self.settings.places.items() if other in known}
        self._change(replace(self.settings, places={**others, name: place}))

    def place_in(self, store: Path) -> str:
        """Where the person was in the store; "" where nobody knows."""
        return self.settings.places.get(str(store.absolute()), "")

    def remember_problem(self, problem: str) -> None:
        """What went wrong when nobody could be told any more; "" where nothing did."""
        self._change(replace(self.settings, problem=problem))

    def _change(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self.changed.emit()
        if self._place is not None:
            self._saving = self._saver.submit(self._save, self._place)

    def wait(self) -> None:
        """Until every change is saved."""
        if self._saving is not None:
            self._saving.result()

    def _save(self, place: Path) -> None:
        """Of several changes that waited only the last."""
        settings = self.settings
        if settings is self._saved:
            return
        self._saved = settings
        try:
            save_settings(settings, place)
        except CasefileError as error:
            _log.warning("%s", error)
