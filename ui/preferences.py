"""The person's settings while the window is open: each change is saved at once. Imports settings."""

import logging
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from casefile.errors import CasefileError
from casefile.settings import Settings, save_settings

RECENT = 8
"""How many stores are remembered."""
_log = logging.getLogger(__name__)


class Preferences(QObject):
    """What is remembered from one time to the next."""

    changed = Signal()

    def __init__(self, settings: Settings, place: Path | None = None, parent: QObject | None = None) -> None:
        """With no ``place`` nothing is saved."""
        super().__init__(parent)
        self.settings = settings
        self._place = place

    def set_person(self, person: str) -> None:
        """Whom the journal names from now on."""
        self._change(replace(self.settings, person=person))

    def remember_store(self, path: Path) -> None:
        """Puts the store first among the recent ones."""
        name = str(path.absolute())
        recent = (name, *(other for other in self.settings.recent if other != name))[:RECENT]
        self._change(replace(self.settings, last_store=name, recent=recent))

    def remember_geometry(self, geometry: str) -> None:
        """The window's place as Qt packs it, in base 64."""
        self._change(replace(self.settings, geometry=geometry))

    def remember_problem(self, problem: str) -> None:
        """What went wrong when nobody could be told any more; "" where nothing did."""
        self._change(replace(self.settings, problem=problem))

    def _change(self, settings: Settings) -> None:
        if settings == self.settings:
            return
        self.settings = settings
        self.changed.emit()
        if self._place is None:
            return
        try:
            save_settings(settings, self._place)
        except CasefileError as error:
            _log.warning("%s", error)
