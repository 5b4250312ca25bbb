"""Does things in the window and times them, from the key or click until the outcome is painted."""

import json
import sys
import time
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, field

from PySide6.QtCore import QEvent, QEventLoop, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from tests.screens.watchdog import Watchdog
from ui.main_window import MainWindow
from ui.widgets.record_table import RecordTable

LONGEST_WAIT_S = 300.0
FRAME_S = 1 / 60
PAINT_MS = 25
"""As long the window gets to paint what came last."""
Act = Callable[[], object]
Done = Callable[[], bool]
Try = tuple[Act, Done]
"""What is done, and how one sees that it is."""


@dataclass
class Timed:
    """A scenario: what it may take, and what it took each time."""

    name: str
    wanted: float
    """Milliseconds or megabytes; 0 where nothing is asked for."""
    unit: str = "ms"
    taken: list[float] = field(default_factory=list)
    worked: list[float] = field(default_factory=list)
    """Of that the processor time: of the process, in frames of the window's thread."""
    stood_ms: float = 0.0
    """The longest time for which the window did not answer."""
    where: str = ""
    """In which lines of the program."""
    stood_working_ms: float = 0.0
    """The most processor time that the window's thread took at one go."""


class Painted(QObject):
    """Sees whether a list shows its rows, or a widget anything, since it was last asked to look."""

    def __init__(self, widget: QWidget, table: RecordTable | None = None) -> None:
        super().__init__(widget)
        self._table = table
        self._is_new = self.is_there = False
        widget.installEventFilter(self)
        if table is not None:
            table.model.modelReset.connect(self._renew)
            table.model.dataChanged.connect(self._renew)

    def look(self, *, for_new: bool = True) -> None:
        """From now on; ``for_new``: other rows, or the same read anew."""
        self.is_there, self._is_new = False, not for_new

    def eventFilter(self, _: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        """Qt's: looks at what is painted."""
        if event.type() == QEvent.Type.Paint and self._is_new:
            self.is_there = self.is_there or self._has_rows()
        return False

    def _renew(self) -> None:
        self._is_new = True
        if self._table is not None and not self._table.model.ids:
            self.is_there = True

    def _has_rows(self) -> bool:
        if self._table is None:
            return True
        view = self._table.view
        return self._table.model.row_at(max(0, view.rowAt(view.viewport().height() // 3))) is not None


class Walker:
    """One window, and what was timed in it."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window
        self.timed: list[Timed] = []
        self._seen: dict[QWidget, Painted] = {}

    def wait(self, done: Done, what: str = "it is done") -> None:
        """Lets the window work until it is so; AssertionError where it never is."""
        end, loop = time.monotonic() + LONGEST_WAIT_S, QEventLoop()
        was_done = done()

        def look() -> None:
            nonlocal was_done  # once is enough: what comes in the same turn of the loop may begin other work
            was_done = was_done or done()
            if was_done or time.monotonic() > end:
                loop.quit()

        timer = QTimer(interval=1)
        timer.timeout.connect(look)
        timer.start()
        if not was_done:
            loop.exec()
        timer.stop()
        assert was_done, f"waited {LONGEST_WAIT_S} s until {what}"

    def pause(self, seconds: float) -> None:
        """Lets the window work for so long."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() >= end)

    def settle(self) -> None:
        """Waits until all work is done and painted."""
        for _ in range(2):
            self.wait(lambda: self.window.desk.jobs.idle, "no job runs")
            self.pause(PAINT_MS / 1000)

    def time(self, name: str, wanted: float, tries: Iterable[Try], *, settles: bool = True) -> Timed:
        """Times each try, and whether the window answers meanwhile and until all work is done."""
        found = Timed(name, wanted)
        dog = Watchdog()
        dog.start()
        for act, done in tries:
            start, worked = time.perf_counter(), time.process_time()
            act()
            self.wait(done, name)
            found.taken.append((time.perf_counter() - start) * 1000)
            found.worked.append((time.process_time() - worked) * 1000)
            if settles:
                self.settle()
        dog.stop()
        return self._keep(found, dog)

    def frames(self, name: str, moves: Iterable[Act], *, settles: bool = True) -> Timed:
        """Times each frame: one move and all that the window has to do then; sixty come in a second."""
        found, app = Timed(name, FRAME_S * 1000), QApplication.instance()
        assert isinstance(app, QApplication)
        dog = Watchdog()
        dog.start()
        for move in moves:
            start, worked = time.perf_counter(), time.thread_time()
            move()
            app.processEvents()
            taken = time.perf_counter() - start
            found.taken.append(taken * 1000)
            found.worked.append((time.thread_time() - worked) * 1000)
            self.pause(max(0.0, FRAME_S - taken))
        if settles:
            self.settle()
        dog.stop()
        return self._keep(found, dog)

    def keep_memory(self, name: str, wanted: float, megabytes: float) -> None:
        """Keeps a figure of memory."""
        self.timed.append(Timed(name, wanted, "MB", [megabytes]))
        self._say(self.timed[-1])

    def rows_of(self, table: RecordTable) -> Painted:
        """Sees when the list in sight is painted with its rows."""
        sight = table.sight
        viewport = sight.viewport()
        if viewport not in self._seen:
            self._seen[viewport] = Painted(viewport, table)
        return self._seen[viewport]

    def sight_of(self, widget: QWidget) -> Painted:
        """Sees when the widget is painted."""
        if widget not in self._seen:
            self._seen[widget] = Painted(widget)
        return self._seen[widget]

    def _keep(self, found: Timed, dog: Watchdog) -> Timed:
        found.stood_ms, found.where = dog.longest_s * 1000, dog.where
        found.stood_working_ms = dog.longest_work_s * 1000
        self.timed.append(found)
        self._say(found)
        return found

    def _say(self, found: Timed) -> None:
        """At once: what was measured is kept also where a later scenario breaks off."""
        sys.stdout.write(json.dumps(asdict(found)) + "\n")
        sys.stdout.flush()
