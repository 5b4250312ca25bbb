"""How long the window's thread stands still while something is done."""

import time

from PySide6.QtCore import QTimer


class Pulse:
    """Beats as often as the event loop lets it, and keeps the longest pause between two beats."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        self._last = time.perf_counter()
        self._timer = QTimer()
        self._timer.timeout.connect(self._beat)
        self._timer.start(0)

    def _beat(self) -> None:
        now = time.perf_counter()
        self.longest_s = max(self.longest_s, now - self._last)
        self._last = now

    def stop(self) -> None:
        """Ends the beating."""
        self._timer.stop()


def in_ms(taken_s: float, bare_ms: float) -> str:
    """The time, and its ratio to a bare query's."""
    return f"{taken_s * 1000:.0f} ms, ratio {taken_s * 1000 / bare_ms:.1f}"
