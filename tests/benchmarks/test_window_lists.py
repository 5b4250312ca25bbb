"""Sorting a long list in the window: until its first rows are there, and how long the window stood still."""

import os
import statistics
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.store.store import Store
from tests.benchmarks.measuring import SOURCES, median_ms, print_table
from tests.benchmarks.pulse import Pulse, in_ms
from ui.main_window import MainWindow

SORTS = ("title", "outlet", "published", "kind", "language")


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_sorting_every_source(window: MainWindow, qtbot: QtBot, made_store: Path) -> None:
    window.go("sources")
    table = window.sources.table
    qtbot.waitUntil(lambda: window.desk.jobs.idle and len(table.model.ids) > 0, timeout=60_000)
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
