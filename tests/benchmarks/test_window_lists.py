"""Sorting a long list in the window: until its first rows are there, and how long the window stood still."""

import os
import statistics
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.settings import Settings
from casefile.store.store import Store
from tests.benchmarks.measuring import SOURCES, median_ms, print_table
from ui.app import make_window
from ui.main_window import MainWindow

SORTS = ("title", "outlet", "published", "kind", "language")


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
        self._timer.stop()


@pytest.fixture
def window(
    qtbot: QtBot, made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> Iterator[MainWindow]:
    """The window on the made store's sources."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    made = make_window(Settings(person="bench"))
    qtbot.addWidget(made)
    made.resize(1600, 1000)
    made.show()
    made.desk.open(made_store)
    qtbot.waitUntil(lambda: made.desk.path is not None and made.desk.jobs.idle, timeout=60_000)
    made.go("sources")
    qtbot.waitUntil(lambda: made.desk.jobs.idle and len(made.sources.table.model.ids) > 0, timeout=60_000)
    yield made
    made.close()


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_sorting_every_source(window: MainWindow, qtbot: QtBot, made_store: Path) -> None:
    table = window.sources.table
    taken, stood = [], []
    for name in [name for name in SORTS for _ in range(4)]:
        pulse = Pulse()
        start = time.perf_counter()
        table.sort_by(name)
        qtbot.waitUntil(
            lambda: window.desk.jobs.idle and table.model.row_at(table.view.rowAt(4)) is not None,
            timeout=30_000,
        )
        taken.append(time.perf_counter() - start)
        pulse.stop()
        stood.append(pulse.longest_s)
    store = Store.open(made_store)
    with store.read() as reader:
        bare = median_ms(
            lambda: len(reader.connection().exec_driver_sql("SELECT id FROM source").cursor.fetchall())
        )
    store.close()
    assert len(table.model.ids) >= SOURCES
    print_table(
        f"Sorting {SOURCES:,} sources in the window; a bare query of their ids takes {bare:.1f} ms",
        (
            ("from the click to the rows, median of 20", in_ms(statistics.median(taken), bare)),
            ("from the click to the rows, slowest of 20", in_ms(max(taken), bare)),
            ("the window stood still, median of 20", in_ms(statistics.median(stood), bare)),
            ("the window stood still, longest of 20", in_ms(max(stood), bare)),
        ),
    )


def in_ms(taken_s: float, bare_ms: float) -> str:
    return f"{taken_s * 1000:.0f} ms, ratio {taken_s * 1000 / bare_ms:.1f}"
