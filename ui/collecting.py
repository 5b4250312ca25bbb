"""Keeps Python's garbage collector on the main thread, between events. Imports nothing of ours.

A collection runs on whichever thread happens to allocate, and whenever it does. On a worker it would destroy
widgets that are caught in reference cycles, which Qt answers with a crash; in the midst of a widget's own
destruction it would destroy others, on which Qt locks up. So it is for the event loop alone to collect.

Nobody may ask for a list of the objects (``gc.get_objects``) while workers run: a tuple that one of them is
just making must not be held by anybody else.

While it does the window stands still, a hundredth of a second for each fifty thousand objects that are looked
through. So they are looked through often and a few at a time, and what stays goes where nobody looks again.
"""

import gc
from time import thread_time

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS, BUSY_MS = 500, 20
"""How often it is looked whether a collection is due: ever, and while something works beside the window."""
FEW, MANY = 700, 15_000
"""So many new objects are worth a collection; so many one at once, while most of what work makes goes by
itself if it is given time."""
YOUNG_S, OLD_S = 0.005, 0.008
"""When looking through the youngest objects has taken that long in all, those that outlived it are looked
through again, which takes about as long; when that has in its turn, those that outlived that."""
TURNS = 5
"""While something works it is collected every so many times that it is looked, however few are counted."""
MOST = 80_000
"""So many new ones at once are never looked through: a person would feel it. They are the answer to a long
question, no rings: they go as soon as nothing needs them, and a ring among them when all is collected."""
ALL_SHARE = 0.25
"""Where everything that is there is looked through with those, it is worth no more than that of the time."""


class MainThreadCollector(QObject):
    """Collects a little at a time, on timers of the thread that made it, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._keeps = False
        self._rests = False
        self._spares = False
        """Whether what is being made is not to be looked through."""
        self._passed = 0
        """So often it was looked, while something works, since the last collection."""
        self._young_s = self._old_s = self._all_s = 0.0
        self._seldom = QTimer(self, interval=INTERVAL_MS)
        self._often = QTimer(self, interval=BUSY_MS)
        self._seldom.timeout.connect(self._collect_due)
        self._often.timeout.connect(self._collect_many)
        self._seldom.start()

    def follow(self, *, is_busy: bool, spares: bool = False) -> None:
        """Looks more often while something works beside the window: that may make many objects quickly.

        While it makes what is not to be looked through (``spares``) nothing is; in the end it is set aside.
        """
        if self._spares and not spares:
            self._set_aside()
        self._spares = spares
        if not is_busy or self._rests:
            self._often.stop()
        elif not self._often.isActive():
            self._often.start()

    def collect(self, *, is_busy: bool = False) -> None:
        """Collects the youngest objects, and the older ones with them when it is their turn.

        Where what is there was set aside, what outlives all three generations follows it: it is not looked at
        again while somebody works, and goes as soon as nothing needs it, but for what refers to itself. Where
        nothing was, the oldest are looked through seldom, and never while something works (``is_busy``): that
        may be about to leave very many.
        """
        if gc.get_count()[0] > FEW and not self._spares:
            self._collect(is_busy=is_busy)

    def _collect(self, *, is_busy: bool) -> None:
        self._passed = 0
        if self._keeps and gc.get_count()[0] > MOST:
            self._set_aside()
        elif self._is_old_due(is_busy=is_busy):
            self._collect_oldest()
        elif self._young_s < YOUNG_S:
            self._young_s += _seconds_of(0)
        else:
            self._young_s = 0.0
            self._old_s += _seconds_of(1)

    def _is_old_due(self, *, is_busy: bool) -> bool:
        """What :attr:`_old_s` says is also how long the oldest take at most that were not set aside."""
        if self._keeps:
            return self._old_s >= OLD_S
        return not is_busy and self._old_s >= max(OLD_S, self._all_s * ALL_SHARE)

    def _collect_oldest(self) -> None:
        self._all_s = _seconds_of(2)
        self._set_aside()

    def _collect_due(self) -> None:
        self.collect(is_busy=self._often.isActive())

    def _collect_many(self) -> None:
        """Python's count goes down also by old objects that go, so that it may hide very many new ones.

        The turn of the oldest comes at once: each time that is waited adds as many young ones to them.
        """
        self._passed += 1
        is_due = gc.get_count()[0] > MANY or self._passed >= TURNS or self._is_old_due(is_busy=True)
        if is_due and not self._spares:
            self._collect(is_busy=True)

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


def _seconds_of(generation: int) -> float:
    """Collects it and all younger ones; of the time only what this thread has worked."""
    start = thread_time()
    gc.collect(generation)
    return thread_time() - start
