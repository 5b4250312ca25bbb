"""Programs that are timed from their start, run in processes of their own."""

import json
import os
import subprocess
import sys
import time
from collections.abc import Mapping
from typing import Any

PAINTED = """
import sys
from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer
def painted():
    print("painted", flush=True)
    QCoreApplication.exit(0)
class Watch(QObject):
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint:
            QTimer.singleShot(0, painted)
        return False
"""
BARE = (
    PAINTED
    + """
from PySide6.QtWidgets import QApplication, QMainWindow
app = QApplication(sys.argv[:1])
window = QMainWindow()
watch = Watch()
window.installEventFilter(watch)
window.resize(1180, 760)
window.show()
app.exec()
"""
)
"""A bare window: it says when it is painted, and ends."""
CASEFILE = (
    PAINTED
    + """
from ui.plain_imports import spare_sources
spare_sources()
import ui.app
made = ui.app.make_unfurnished
watch = Watch()
def make_unfurnished(*arguments):
    window = made(*arguments)
    window.installEventFilter(watch)
    return window
ui.app.make_unfurnished = make_unfurnished
from pathlib import Path
ui.app.run(Path(sys.argv[1]))
"""
)
"""The program on a store: the same."""
USABLE = """
import json, sys, time
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
from ui.plain_imports import spare_sources
spare_sources()
import ui.app
made = ui.app.make_unfurnished
class Pulse(QObject):
    def __init__(self, window):
        super().__init__()
        self.window, self.painted, self.furnished, self.longest = window, 0.0, 0.0, 0.0
        self.timer = QTimer(self, interval=1)
        self.timer.timeout.connect(self.beat)
    def eventFilter(self, target, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = self.last = time.perf_counter()
            self.timer.start()
        return False
    def beat(self):
        now = time.perf_counter()
        self.longest = max(self.longest, now - self.last)
        self.last = now
        window = self.window
        if window.is_furnished and not self.furnished:
            self.furnished = now
        if self.furnished and window.desk.path and window.inbox.table.model.row_at(0):
            self.timer.stop()
            took = [now - self.painted, self.furnished - self.painted, self.longest]
            print(json.dumps(took), flush=True)
            window.close()
def make_unfurnished(*arguments):
    window = made(*arguments)
    pulse = window.pulse = Pulse(window)
    window.installEventFilter(pulse)
    return window
ui.app.make_unfurnished = make_unfurnished
ui.app.run(Path(sys.argv[1]))
"""
"""The program on a store: it says how long after its first picture the first row is there, how long the
furnishing took of that, and how long the window stood still; all in seconds."""

WITHIN = """
import runpy, sys
from ui.plain_imports import spare_sources
spare_sources()
del sys.argv[0]
runpy.run_module(sys.argv[0], run_name="__main__")
"""
"""Runs the module that is named first as a program, with what follows."""


def first_line(code: str, *arguments: str) -> tuple[float, str]:
    """When the program has printed its first line, in seconds, and that line; waits for its end."""
    start = time.perf_counter()
    with subprocess.Popen(
        [sys.executable, "-c", code, *arguments], stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdout is not None
        line = process.stdout.readline()
        taken = time.perf_counter() - start
        process.stdout.read()
    return taken, line


def seconds_to_paint(code: str, *arguments: str) -> float:
    """From the start of the program to its first picture."""
    taken, line = first_line(code, *arguments)
    assert line == "painted\n"
    return taken


def told(module: str, *arguments: str, environment: Mapping[str, str] | None = None) -> list[dict[str, Any]]:
    """What a module, run as a program, prints: a JSON object a line."""
    return _told(["-m", module, *arguments], environment)


def told_within(module: str, *arguments: str, environment: Mapping[str, str]) -> list[dict[str, Any]]:
    """The same of a module that is loaded as the program loads its own."""
    return _told(["-c", WITHIN, module, *arguments], environment)


def _told(arguments: list[str], environment: Mapping[str, str] | None) -> list[dict[str, Any]]:
    done = subprocess.run(
        [sys.executable, *arguments],
        check=True, stdout=subprocess.PIPE, text=True, env={**os.environ, **(environment or {})},
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines() if line.startswith("{")]
