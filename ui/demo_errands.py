"""The demo case: made in a job of its own, in the person's data folder, and opened. Imports desk."""

from pathlib import Path

from PySide6.QtCore import QObject

from casefile.progress import Task
from casefile.translation import N_, tr
from ui.desk import Desk
from ui.jobs import Lane
from ui.notices import Notice

_SAID = N_(
    "This is the demo case. In it only, some articles were accepted on your behalf, marked as not reviewed; "
    "the others wait in the inbox for you."
)


class DemoErrands(QObject):
    """Opens the demo case; the store that was open before stays as it is."""

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk

    def open_demo(self) -> None:
        """Makes the demo's store where it is missing, and opens it."""
        person, readers = self._desk.person, self._desk.readers

        def work(task: Task) -> Path:
            from casefile.intake.demo import DEMO_STORE, make_demo_store
            from casefile.paths import data_folder

            return make_demo_store(data_folder() / DEMO_STORE, person, task, readers.get())

        self._desk.jobs.start(tr("Making the demo case"), Lane.WRITE, work, self._open, self._desk.fail)

    def _open(self, path: Path) -> None:
        if path != self._desk.path:
            self._desk.open(path, create=False)
            self._desk.when_open(lambda: self._desk.told.emit(Notice(tr(_SAID))))
