"""How long the window's thread stands still at most, and in which lines of ours it does."""

import sys
import threading
import time
import traceback
from pathlib import Path
from types import FrameType

from PySide6.QtCore import QTimer

BEAT_MS = 5
LONG_S = 0.05
"""From here on a person feels it: then it is looked where the thread is."""
LINES = 3
_OURS = tuple(str(Path(__file__).parents[2] / name) for name in ("ui", "casefile"))


class Watchdog:
    """Beats as the event loop lets it. To be made, started and stopped on the thread that is watched."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        """The longest time between two beats."""
        self.where = ""
        """The innermost lines of the program in it, "" where it was short or in none of them."""
        self._last = time.perf_counter()
        self._seen = ""
        self._thread = threading.get_ident()
        self._ended = threading.Event()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._looking = threading.Thread(target=self._look, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watches from now on."""
        self._last = time.perf_counter()
        self._timer.start()
        self._looking.start()

    def stop(self) -> None:
        """Watches no more."""
        self._timer.stop()
        self._ended.set()
        self._looking.join()

    def _beat(self) -> None:
        now = time.perf_counter()
        if now - self._last > self.longest_s:
            self.longest_s, self.where = now - self._last, self._seen
        self._last, self._seen = now, ""

    def _look(self) -> None:
        while not self._ended.wait(BEAT_MS / 1000):
            if time.perf_counter() - self._last > LONG_S and not self._seen:
                # The frame is only read: the thread may have gone on by the time it is.
                self._seen = _lines(sys._current_frames().get(self._thread))


def _lines(frame: FrameType | None) -> str:
    """Where in the program the frame is, the innermost line last."""
    stack = traceback.extract_stack(frame) if frame is not None else []
    ours = [line for line in stack if line.filename.startswith(_OURS)]
    return " > ".join(f"{Path(line.filename).name}:{line.lineno} {line.name}" for line in ours[-LINES:])
