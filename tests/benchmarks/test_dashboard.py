"""The overview of the whole made store: its reading, and how long the window stands still for it.

:data:`casefile.store.dashboard` reads every ledger, so that the ratios are against a bare query of as many
sums.
"""

import os
import statistics
import time
from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.store import cases, lists
from casefile.store.dashboard import dashboard
from casefile.store.store import Reader, Store
from tests.benchmarks.measuring import median_ms, print_table
from tests.benchmarks.pulse import Pulse, in_ms
from ui.main_window import MainWindow

TODAY = date(2026, 11, 1)
IN_CASE = 500


def bare_sums(reader: Reader) -> int:
    statement = (
        "SELECT action_id, amount_minor, currency FROM measure JOIN ledger_entry ON measure_id = measure.id"
    )
    return len(reader.connection().exec_driver_sql(statement).cursor.fetchall())


def test_reading(big: Store) -> None:
    with big.read() as reader:
        ids = lists.action_ids(reader)
    with big.write("Case file", by="bench") as writer:
        case_id = cases.add_case(writer, "Some", "")
        for action_id in ids[:IN_CASE]:
            cases.add_action(writer, case_id, action_id)
    with big.read() as reader:
        bare = median_ms(lambda: bare_sums(reader), 5)
        whole = median_ms(lambda: dashboard(reader, None, TODAY), 5)
        case = median_ms(lambda: dashboard(reader, case_id, TODAY), 5)
        assert dashboard(reader, None, TODAY).actions == len(ids)
    print_table(
        f"The overview of {len(ids):,} actions; a bare query of their sums takes {bare:.0f} ms",
        (
            ("the whole store, read beside the window", f"{whole:.0f} ms, ratio {whole / bare:.1f}"),
            (f"a case file of {IN_CASE} actions", f"{case:.0f} ms, ratio {case / bare:.2f}"),
        ),
    )


@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_window_stands_still(window: MainWindow, qtbot: QtBot, made_store: Path) -> None:
    store = Store.open(made_store, read_only=True)
    with store.read() as reader:
        bare = median_ms(lambda: bare_sums(reader), 3)
    store.close()
    taken, stood = [], []
    for turn in range(6):
        pulse = Pulse()
        start = time.perf_counter()
        if turn:
            window.dashboard.refresh()
        else:
            window.go("dashboard")
        qtbot.waitUntil(lambda: window.desk.jobs.idle, timeout=60_000)
        qtbot.wait(50)
        pulse.stop()
        taken.append(time.perf_counter() - start)
        stood.append(pulse.longest_s)
    assert window.dashboard.figures.chart.lines.rowCount() > 0
    pulse = Pulse()
    qtbot.wait(round(sum(taken) * 1000 / len(taken)))
    pulse.stop()
    print_table(
        f"Reading the overview anew in the window; a bare query of the sums takes {bare:.0f} ms",
        (
            ("until it is drawn, median of 6", in_ms(statistics.median(taken), bare)),
            ("the window stood still, median of 6", in_ms(statistics.median(stood), bare)),
            ("the window stood still, longest of 6", in_ms(max(stood), bare)),
            ("the same with nothing to read", in_ms(pulse.longest_s, bare)),
        ),
    )
