"""A drop of forty pages on the window: until the first is in the list, how long the window stands still."""

import os
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.intake.workers import ReaderPool
from casefile.settings import Settings
from tests.benchmarks.measuring import print_table
from tests.benchmarks.pulse import Pulse
from tests.benchmarks.test_import import page
from ui.app import make_window
from ui.main_window import MainWindow
from ui.readers import WindowReaders

DROPPED = 40


@pytest.fixture
def window(qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[MainWindow]:
    """The window on an empty store, its readers warm."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    with ReaderPool() as pool:
        pool.wait_until_warm()
        made = make_window(Settings(person="bench"), readers=WindowReaders(pool))
        made.show()
        made.desk.open(tmp_path / "bench.casefile")
        qtbot.waitUntil(lambda: made.desk.path is not None and made.desk.jobs.idle, timeout=60_000)
        yield made
        made.close()
        qtbot.waitUntil(lambda: made.ended, timeout=60_000)
        made.deleteLater()


def test_a_drop(qtbot: QtBot, window: MainWindow, tmp_path: Path) -> None:
    first, closed = [], []
    for attempt in range(3):
        paths = [tmp_path / f"{attempt}-{number}.html" for number in range(DROPPED)]
        for number, path in enumerate(paths):
            path.write_text(page(attempt * DROPPED + number), "utf-8")
        before = len(window.inbox.table.model.ids)
        pulse, start = Pulse(), time.perf_counter()
        window.errands.import_paths(paths)
        # qtbot would look only every ten milliseconds, and only so exactly.
        while not _first_is_shown(window, before):
            qtbot.wait(2)
        first.append((time.perf_counter() - start) * 1000)
        qtbot.waitUntil(lambda: window.desk.jobs.idle, timeout=120_000)
        pulse.stop()
        closed.append(pulse.longest_s * 1000)
    print_table(
        f"{DROPPED} pages dropped on the window, three times",
        [
            ("first page in the list, ms (target 300)", ", ".join(f"{value:.0f}" for value in first)),
            ("the window stood still, ms at most", ", ".join(f"{value:.0f}" for value in closed)),
        ],
    )
    assert len(window.inbox.table.model.ids) == 3 * DROPPED


def _first_is_shown(window: MainWindow, before: int) -> bool:
    model = window.inbox.table.model
    return len(model.ids) > before and model.row_at(0) is not None
