"""Keeps Python's garbage collector on the main thread, between events. Imports nothing of ours.

A collection runs on whichever thread happens to allocate, and whenever it does. On a worker it would destroy
widgets that are caught in reference cycles, which Qt answers with a crash; in the midst of a widget's own
destruction it would destroy others, on which Qt locks up. So it is for the event loop alone to collect.

While it does the window stands still, a hundredth of a second for each fifty thousand objects that are looked
through. So they are looked through often and a few at a time, and what stays goes where nobody looks again.
"""

import gc
from time import thread_time

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS, BUSY_MS = 500, 50
"""How often it is looked whether a collection is due: ever, and while something works beside the window."""
FEW, MANY = 700, 15_000
"""So many new objects are worth a collection; so many one at once, while most of what work makes goes by
itself if it is given time."""
YOUNG_S, OLD_S = 0.005, 0.02
"""When looking through the youngest objects has taken that long in all, those that outlived it are looked
through again, which takes about as long; when that has in its turn, those that outlived that."""
MOST = 80_000
"""No more are looked through at one go: a person would feel it. So many are the answer to a long question, no
rings: they go as soon as nothing needs them, and a ring among them when everything is collected."""
ALL_SHARE = 0.25
"""Where everything that is there is looked through with those, it is worth no more than that of the time."""


class MainThreadCollector(QObject):
    """Collects a little at a time, on timers of the thread that made it, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._keeps = False
        self._rests = False
        self._young_s = self._old_s = self._all_s = 0.0
        self._seldom = QTimer(self, interval=INTERVAL_MS)
        self._often = QTimer(self, interval=BUSY_MS)
        self._seldom.timeout.connect(self._collect_due)
        self._often.timeout.connect(self._collect_many)
        self._seldom.start()

    def follow(self, *, is_busy: bool) -> None:
        """Looks more often while something works beside the window: that may make many objects quickly."""
        if not is_busy or self._rests:
            self._often.stop()
        elif not self._often.isActive():
            self._often.start()

    def collect(self, *, is_busy: bool = False) -> None:
        """Collects the youngest objects, and the older ones with them when it is their turn.

        What outlives all three generations is not looked at again while somebody works: it goes as soon as
        nothing needs it, but for what refers to itself. The oldest are never looked through while something
        works (``is_busy``): that may be about to leave very many. Where there are too many to be looked
        through at one go they are set aside at once.
        """
        if gc.get_count()[0] <= FEW:
            return
        # Counted one by one: Python's own count goes down also by objects that are set aside, and go.
        young, older = (_objects(0), _objects(1, 2)) if self._keeps else (0, 0)
        if max(young, older) > MOST:
            self._set_aside()
        elif older > MOST // 2 and not is_busy:
            self._collect_oldest()
        elif self._young_s < YOUNG_S:
            self._young_s += _seconds_of(0)
        elif is_busy or self._old_s < max(OLD_S, self._all_s * ALL_SHARE):
            self._young_s = 0.0
            self._old_s += _seconds_of(1)
        else:
            self._collect_oldest()

    def _collect_oldest(self) -> None:
        self._all_s = _seconds_of(2)
        self._set_aside()

    def _collect_due(self) -> None:
        self.collect(is_busy=self._often.isActive())

    def _collect_many(self) -> None:
        if gc.get_count()[0] > MANY:
            self.collect(is_busy=True)

    def collect_all(self) -> None:
        """Collects everything, also what has outlived many collections: for when nobody looks."""
        if self._keeps and not self._rests:
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def wait(self) -> None:
        """Collects nothing until :meth:`keep`: modules that are loaded make many objects and no garbage."""
        self.stop()

    def keep(self) -> None:
        """Collects from now on, but not what is there: looking through it would hold the window up."""
        self._keeps, self._rests, self._all_s = True, False, 0.0
        self._set_aside()
        self._seldom.start()

    def stop(self) -> None:
        """Collects no more. Python's own collector stays off: see above."""
        self._rests = True
        self._seldom.stop()
        self._often.stop()

    def _set_aside(self) -> None:
        self._young_s = self._old_s = 0.0
        if self._keeps:
            gc.freeze()


def _objects(*generations: int) -> int:
    """How many objects the generations have, without those that were set aside."""
    return sum(len(gc.get_objects(generation)) for generation in generations)


def _seconds_of(generation: int) -> float:
    """Collects it and all younger ones; of the time only what this thread has worked."""
    start = thread_time()
    gc.collect(generation)
    return thread_time() - start
