"""Keeps Python's garbage collector on the main thread, between events. Imports nothing of ours.

A collection runs on whichever thread happens to allocate, and whenever it does. On a worker it would destroy
widgets that are caught in reference cycles, which Qt answers with a crash; in the midst of a widget's own
destruction it would destroy others, on which Qt locks up. So it is for the event loop alone to collect.
"""

import gc

from PySide6.QtCore import QObject, QTimer

INTERVAL_MS = 500


class MainThreadCollector(QObject):
    """Collects by the usual thresholds, on a timer of the thread that made it, until it is stopped."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        gc.disable()
        self._keeps = False
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects the oldest generation that is due, if any is.

        What outlives all three is not looked at again while somebody works: at 100,000 records that would
        take longer than a tenth of a second each time.
        """
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                if generation == 2 and self._keeps:
                    gc.freeze()
                return

    def collect_all(self) -> None:
        """Collects everything, also what has outlived many collections: for when nobody looks."""
        if self._keeps and self._timer.isActive():
            gc.unfreeze()
            gc.collect()
            gc.freeze()

    def wait(self) -> None:
        """Collects nothing until :meth:`keep`: modules that are loaded make many objects and no garbage."""
        self._timer.stop()

    def keep(self) -> None:
        """Collects from now on, but not what is there: looking through it would hold the window up."""
        self._keeps = True
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Collects no more. Python's own collector stays off: see above."""
        self._timer.stop()
