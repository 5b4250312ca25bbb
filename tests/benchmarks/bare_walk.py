"""What a bare PySide6 window takes for what :mod:`tests.benchmarks.walk` times in ours. Run as a program.

Imports nothing of ours, so that its memory is that of PySide6 alone. Prints a JSON object with the time in
which a plain table is brought into sight, of a frame of its scrolling (both medians in milliseconds), and
with the memory of the process in megabytes before there is a table.
"""

import json
import statistics
import sys
import time
from pathlib import Path

from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QLabel, QMainWindow, QStackedWidget, QTableView

ROWS, COLUMNS, RUNS, FRAMES = 5_000, 6, 9, 60
SIZE = (1920, 1080)


def main() -> None:
    """Prints the figures."""
    app = QApplication(sys.argv[:1])
    window, stack, view = QMainWindow(), QStackedWidget(), QTableView()
    stack.addWidget(QLabel("Elsewhere"))
    window.setCentralWidget(stack)
    window.resize(*SIZE)
    window.show()
    app.processEvents()
    memory = resident_mb()
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"decision of the authority {row} {column}"))
    view.setModel(model)
    stack.addWidget(view)
    opened = []
    for _ in range(RUNS):
        stack.setCurrentIndex(0)
        app.processEvents()
        start = time.perf_counter()
        stack.setCurrentIndex(1)
        app.processEvents()
        opened.append((time.perf_counter() - start) * 1000)
    frames = []
    for frame in range(FRAMES):
        start = time.perf_counter()
        view.verticalScrollBar().setValue(frame * 3)
        app.processEvents()
        frames.append((time.perf_counter() - start) * 1000)
    figures = {
        "open_ms": statistics.median(opened), "frame_ms": statistics.median(frames), "memory_mb": memory,
    }  # fmt: skip
    sys.stdout.write(json.dumps(figures) + "\n")


def resident_mb() -> float:
    """The memory of this process that is in use, in megabytes; 0 where the system does not tell."""
    status = Path("/proc/self/status")
    if not status.is_file():
        return 0.0
    line = next(line for line in status.read_text().splitlines() if line.startswith("VmRSS"))
    return int(line.split()[1]) / 1024


if __name__ == "__main__":
    main()
