"""How long the window's thread stands still at most, and in which lines of ours it does."""

import faulthandler
import re
import threading
import time
from pathlib import Path
from tempfile import TemporaryFile

from PySide6.QtCore import QTimer

BEAT_MS = 5
LONG_S = 0.05
"""From here on a person feels it: then it is looked where the thread is."""
LINES = 3
_OURS = tuple(str(Path(__file__).parents[2] / name) for name in ("ui", "casefile"))

_LINE = re.compile(r'File "(.*)", line (\d+) in (.*)')


class Watchdog:
    """Beats as the event loop lets it. To be made, started and stopped on the thread that is watched."""

    def __init__(self) -> None:
        self.longest_s = 0.0
        """The longest time between two beats."""
        self.longest_work_s = 0.0
        """The most processor time that the thread took between two beats: others' work does not count."""
        self.where = ""
        """The innermost lines of the program in it, "" where it was short or in none of them."""
        self._last = time.perf_counter()
        self._worked = time.thread_time()
        self._seen = ""
        self._thread = threading.get_ident()
        self._ended = threading.Event()
        self._timer = QTimer(interval=BEAT_MS)
        self._timer.timeout.connect(self._beat)
        self._looking = threading.Thread(target=self._look, name="watchdog", daemon=True)

    def start(self) -> None:
        """Watches from now on."""
        self._last, self._worked = time.perf_counter(), time.thread_time()
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
        worked = time.thread_time()
        self.longest_work_s = max(self.longest_work_s, worked - self._worked)
        self._last, self._worked, self._seen = now, worked, ""

    def _look(self) -> None:
        while not self._ended.wait(BEAT_MS / 1000):
            if time.perf_counter() - self._last > LONG_S and not self._seen:
                self._seen = _lines(self._thread)


def _lines(thread: int) -> str:
    """Where in the program the thread is, the innermost line last.

    Written down by the interpreter itself: whoever holds a thread's frame, even for a moment, may be the last
    to hold its widgets, and would destroy them here, where Qt locks up.
    """
    with TemporaryFile() as file:
        faulthandler.dump_traceback(file)
        file.seek(0)
        dumped = file.read().decode("utf-8", "replace")
    threads = re.split(r"^(?:Current t|T)hread 0x([0-9a-f]+).*\n", dumped, flags=re.MULTILINE)
    stacks = dict(zip(threads[1::2], threads[2::2], strict=True))
    stack = next((lines for name, lines in stacks.items() if int(name, 16) == thread), "")
    found = _LINE.findall(stack)
    ours = [line for line in reversed(found) if line[0].startswith(_OURS)]
    return " > ".join(f"{Path(name).name}:{number} {function}" for name, number, function in ours[-LINES:])
