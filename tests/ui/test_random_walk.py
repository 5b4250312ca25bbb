"""A monkey at the window: whatever it does, nothing breaks, nothing is lost, and all of it can be undone.

``make monkey`` lets it walk for minutes, from another seed every time.
"""

import logging
import os
import random
import shutil
import sys
import time
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QtMsgType
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication
from pytestqt.logging import _QtMessageCapture

from casefile.intake.workers import ReaderPool
from casefile.store import queries
from casefile.store.check import check
from casefile.store.store import Store
from tests.screens.monkey import Monkey, answer_questions
from tests.screens.tour import staged
from tests.store.contents import Content, content
from ui.readers import WindowReaders

STEPS = 300
SECONDS = float(os.environ.get("CASEFILE_MONKEY_SECONDS", "0"))
"""How long a walk takes that somebody has asked for."""
SEED = int(os.environ.get("CASEFILE_MONKEY_SEED", "0"))
REST_EVERY = 12
"""After so many steps the window has to come to rest."""


class Watch:
    """What went wrong so far: exceptions that nobody caught, warnings of Qt, errors in the log."""

    def __init__(
        self, patch: pytest.MonkeyPatch, qtlog: _QtMessageCapture, caplog: pytest.LogCaptureFixture
    ) -> None:
        self._qtlog, self._caplog = qtlog, caplog
        self._raised: list[str] = []
        before = sys.excepthook

        def hook(kind: type[BaseException], error: BaseException, trace: object) -> None:
            self._raised.append(f"{kind.__name__}: {error}")
            before(kind, error, trace)  # type: ignore[arg-type]

        patch.setattr(sys, "excepthook", hook)

    def wrong(self) -> list[str]:
        """Everything, in words; empty where all is well."""
        bad = (QtMsgType.QtWarningMsg, QtMsgType.QtCriticalMsg, QtMsgType.QtFatalMsg)
        said = [note.message for note in self._qtlog.records if not note.ignored and note.type in bad]
        logged = [note.getMessage() for note in self._caplog.records if note.levelno >= logging.ERROR]
        return self._raised + said + logged


@pytest.fixture
def watch(
    monkeypatch: pytest.MonkeyPatch, qtlog: _QtMessageCapture, caplog: pytest.LogCaptureFixture
) -> Watch:
    return Watch(monkeypatch, qtlog, caplog)


@pytest.mark.usefixtures("qapp")
def test_a_random_walk_breaks_and_loses_nothing(
    demo_store: Path, readers: ReaderPool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, watch: Watch
) -> None:
    path = Path(shutil.copyfile(demo_store, tmp_path / "demo.casefile"))
    seed = SEED or (random.randrange(10**6) if SECONDS else 1)  # noqa: S311  no secret
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    answer_questions(monkeypatch.setattr)
    walk(path, seed, readers, watch)
    with closing(Store.open(path)) as store:
        with store.read() as reader:
            assert check(reader) == []
        assert_undone(store, levels(demo_store, tmp_path))


def walk(path: Path, seed: int, readers: ReaderPool, watch: Watch) -> None:
    end = time.monotonic() + SECONDS
    with staged(path, readers=WindowReaders(readers)) as stage:
        monkey = Monkey(stage, seed)
        try:
            while monkey.steps < STEPS or time.monotonic() < end:
                monkey.step()
                assert watch.wrong() == []
                if monkey.steps % REST_EVERY == 0:
                    stage.settle()
            monkey.come_back()
            stage.settle()
            assert watch.wrong() == []
            assert stage.window.desk.path == path
        except BaseException:
            print(f"seed {seed}, after {monkey.steps} steps; the last of them:", *monkey.trace, sep="\n  ")
            raise
        finally:
            monkey.come_back()
            QApplication.clipboard().clear()


def levels(demo_store: Path, folder: Path) -> dict[int, Content]:
    """What the store holds after each of its own steps (by their group), and before the first of them (0)."""
    found: dict[int, Content] = {}
    with closing(Store.open(Path(shutil.copyfile(demo_store, folder / "undone.casefile")))) as store:
        while (latest := next_step(store)) not in found:
            found[latest] = held(store)
            if latest:
                store.undo("Tester")
    return found


def assert_undone(store: Store, known: dict[int, Content]) -> None:
    """Undoing what was done in the walk gives the record of before, and doing it again that of now."""
    walked, count = held(store), 0
    while next_step(store) not in known:
        store.undo("Tester")
        count += 1
    assert held(store) == known[next_step(store)]
    for _ in range(count):
        store.redo("Tester")
    assert held(store) == walked


def next_step(store: Store) -> int:
    with store.read() as reader:
        step = queries.undo_step(reader)
    return step.group if step is not None else 0


def held(store: Store) -> Content:
    with store.read() as reader:
        return content(reader)
