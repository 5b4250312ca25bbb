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
        self._timer = QTimer(self, interval=INTERVAL_MS)
        self._timer.timeout.connect(self.collect)
        self._timer.start()

    def collect(self) -> None:
        """Collects the oldest generation that is due, if any is."""
        counts, thresholds = gc.get_count(), gc.get_threshold()
        for generation in (2, 1, 0):
            if counts[generation] > thresholds[generation]:
                gc.collect(generation)
                return

    def wait(self) -> None:
        """Collects nothing until :meth:`keep`: modules that are loaded make many objects and no garbage."""
        self._timer.stop()

    def keep(self) -> None:
        """Collects from now on, but not what is there: looking through it would hold the window up."""
        gc.freeze()
        self._timer.start()

    def stop(self) -> None:
        """Collects no more. Python's own collector stays off: see above."""
        self._timer.stop()
