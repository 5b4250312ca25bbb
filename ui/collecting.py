"""Keeps Python's garbage collector on the main thread, between events. Imports nothing of ours.

A collection runs on whichever thread happens to allocate, and whenever it does. On a worker it would destroy
widgets that are caught in reference cycles, which Qt answers with a crash; in the midst of a widget's own
destruction it would destroy others, on which Qt locks up. So it is for the event loop alone to collect.

While it does the window stands still, a hundredth of a second for each fifty thousand objects that are looked
through. So they are looked through often and a few at a time, and what stays goes where nobody looks again.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS, BUSY_MS = 500, 50
"""How often it is looked whether a collection is due: ever, and while something works beside the window."""
FEW, MANY, MOST = 700, 20_000, 60_000
"""So many new objects are worth a collection; so many are worth another one once they have outlived one or
two; and more new ones than the last are not looked through at all while somebody works."""


class MainThreadCollector(QObject):
    """Collects a little at a time, on timers of the thread that made it, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._keeps = False
        self._rests = False
        self._middle = self._old = 0
        """Objects that outlived one collection, and those that outlived two, since it was their turn."""
        self._seldom = QTimer(self, interval=INTERVAL_MS)
        self._often = QTimer(self, interval=BUSY_MS)
        for timer in (self._seldom, self._often):
            timer.timeout.connect(self.collect)
        self._seldom.start()

    def follow(self, *, is_busy: bool) -> None:
        """Looks more often while something works beside the window: that makes objects quickly."""
        if not is_busy or self._rests:
            self._often.stop()
        elif not self._often.isActive():
            self._often.start()

    def collect(self) -> None:
        """Collects the youngest objects, and the older ones with them where many have come to be old.

        What outlives all three generations, or comes in such numbers that it is hardly garbage, is not looked
        at again while somebody works: it goes as soon as nothing needs it, but for what refers to itself.
        """
        new = gc.get_count()[0]
        if new <= FEW:
            return
        if self._keeps and new > MOST:
            self._set_aside()
        elif self._middle + new <= MANY:
            self._middle += new - gc.collect(0)
        elif self._old + self._middle + new <= MOST:
            self._old += self._middle + new - gc.collect(1)
            self._middle = 0
        else:
            gc.collect(2)
            self._set_aside()

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
        self._keeps, self._rests = True, False
        self._set_aside()
        self._seldom.start()

    def stop(self) -> None:
        """Collects no more. Python's own collector stays off: see above."""
        self._rests = True
        self._seldom.stop()
        self._often.stop()

    def _set_aside(self) -> None:
        self._middle = self._old = 0
        if self._keeps:
            gc.freeze()
