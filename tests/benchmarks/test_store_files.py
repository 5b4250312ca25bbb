"""Opening a store, copying it, closing the window on it: how long, and how long nothing else can be done."""

import shutil
import sqlite3
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from pytestqt.qtbot import QtBot

from casefile.settings import Settings
from casefile.store import cases
from casefile.store.backups import list_backups
from casefile.store.store import Store
from tests.benchmarks.measuring import median_ms
from ui.app import make_window


@dataclass
class Ticks:
    """The longest time between two turns of the event loop."""

    longest_ms: float = 0.0
    last: float = 0.0

    def tick(self) -> None:
        """One turn."""
        now = time.perf_counter()
        if self.last:
            self.longest_ms = max(self.longest_ms, (now - self.last) * 1000)
        self.last = now


@contextmanager
def watched() -> Iterator[Ticks]:
    ticks = Ticks()
    timer = QTimer(interval=0)
    timer.timeout.connect(ticks.tick)
    timer.start()
    yield ticks
    timer.stop()


@pytest.fixture
def own(made_store: Path, tmp_path: Path) -> Path:
    """A copy of the made store that may be changed."""
    path = tmp_path / "own.casefile"
    shutil.copyfile(made_store, path)
    return path


def test_opening_against_a_bare_connection(own: Path) -> None:
    def bare() -> None:
        with closing(sqlite3.connect(own)) as connection:
            connection.execute("SELECT count(*) FROM sqlite_schema").fetchone()

    def opening(*, read_only: bool) -> None:
        store = Store.open(own, read_only=read_only)
        with store.read() as reader:
            reader.connection()
        store.close()

    base, writing = median_ms(bare), median_ms(lambda: opening(read_only=False))
    reading = median_ms(lambda: opening(read_only=True))
    print(
        f"\nopening and closing a store of {own.stat().st_size / 1e6:,.0f} MB: {writing:.1f} ms to write"
        f" (ratio {writing / base:.1f}), {reading:.1f} ms to read; a bare connection {base:.2f} ms"
    )
    assert writing > 0


def test_a_copy_against_copying_the_file(own: Path, tmp_path: Path) -> None:
    store = Store.open(own)
    start = time.perf_counter()
    store.save_copy(tmp_path / "copy.casefile")
    ours = time.perf_counter() - start
    store.close()
    start = time.perf_counter()
    shutil.copyfile(own, tmp_path / "bare")
    bare = time.perf_counter() - start
    print(
        f"\na checked copy of {own.stat().st_size / 1e6:,.0f} MB: {ours:.2f} s,"
        f" {ours / bare:.1f} times the bytes alone ({bare:.2f} s)"
    )
    assert ours > 0


def test_closing_the_window_with_a_backup(own: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_DATA_HOME", str(own.parent / "data"))
    window = make_window(Settings(person="bench"))
    window.show()
    window.desk.open(own)
    qtbot.waitUntil(lambda: window.desk.path is not None and window.desk.jobs.idle, timeout=120_000)
    window.desk.write("New case file", lambda writer: cases.add_case(writer, "Bench"))
    qtbot.waitUntil(lambda: window.desk.jobs.idle, timeout=60_000)
    with watched() as idle:
        qtbot.wait(500)
    with watched() as ticks:
        start = time.perf_counter()
        window.close()
        gone_ms = (time.perf_counter() - start) * 1000
        assert not window.isVisible()
        qtbot.waitUntil(lambda: window.ended, timeout=600_000)
    whole = time.perf_counter() - start
    assert len(list_backups(own)) == 1
    print(
        f"\nclosing a store of {own.stat().st_size / 1e6:,.0f} MB: the window is gone after {gone_ms:.0f} ms,"
        f" the backup is made after {whole:.1f} s; the window's thread was never held up for"
        f" more than {ticks.longest_ms:.0f} ms (at rest {idle.longest_ms:.0f} ms)"
    )
    window.deleteLater()
