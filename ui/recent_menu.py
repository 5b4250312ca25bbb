"""File > Open recent: the stores opened last. Imports desk and preferences."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QMenu, QWidget

from casefile.progress import Task
from casefile.translation import tr
from ui.desk import Desk
from ui.jobs import Lane
from ui.preferences import Preferences


class RecentMenu(QMenu):
    """One entry for each store; one that is not there rests, and comes back when the store does."""

    def __init__(self, desk: Desk, preferences: Preferences, parent: QWidget | None = None) -> None:
        super().__init__(tr("Open recent"), parent)
        self._desk = desk
        self._preferences = preferences
        self._names: Sequence[str] = ()
        preferences.changed.connect(self._follow)
        self.aboutToShow.connect(self.look)
        self.fill()

    def _follow(self) -> None:
        """Most changes of the settings are none of these: also where somebody is in a store is one."""
        if self._preferences.settings.recent != self._names:
            self.fill()

    def fill(self) -> None:
        """Shows the stores that the settings name."""
        self.clear()
        names = self._names = self._preferences.settings.recent
        for number, name in enumerate(names, 1):
            path = Path(name)
            # A single & would underline the letter after it.
            text = f"{path.stem}   {_short(path.parent)}".replace("&", "&&")
            action = self.addAction(f"&{number} {text}")
            action.setData(name)
            action.setStatusTip(name)
            action.triggered.connect(lambda _checked=False, path=path: self._desk.open(path, create=False))
        self.setEnabled(bool(names))

    def look(self) -> None:
        """Finds out beside the window which of them are there: a drive that is gone takes its time."""
        names = self._preferences.settings.recent

        def work(_: Task) -> Sequence[str]:
            return [name for name in names if not Path(name).is_file()]

        self._desk.jobs.start(tr("Recent stores"), Lane.READ, work, self._show_missing, self._desk.fail)

    def _show_missing(self, missing: Sequence[str]) -> None:
        for action in self.actions():
            action.setEnabled(action.data() not in missing)


def _short(folder: Path) -> str:
    """The folder, the person's own as ``~``."""
    home = Path.home()
    return f"~/{folder.relative_to(home).as_posix()}" if folder.is_relative_to(home) else str(folder)
