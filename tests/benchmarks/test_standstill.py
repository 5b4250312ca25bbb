"""How long the window's thread stands still at most while every view is gone to and a monkey plays."""

import os
import shutil
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QTableWidget

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.measuring import SOURCES, print_table
from tests.screens.monkey import Monkey, answer_questions
from tests.screens.stores import make_demo
from tests.screens.tour import SIGHTS, Sight, Stage, staged
from tests.screens.watchdog import Watchdog
from ui.furnishing import LOADED_LATER, load

SIZES = ((800, 600), (1280, 800), (1920, 1080))
STEPS = 400
ROWS = 1_000
SHOWN = 20
Figure = tuple[str, Watchdog]


@pytest.fixture(autouse=True)
def _apart(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "HOME"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda *_: True)
    answer_questions(monkeypatch.setattr)


@pytest.mark.usefixtures("qapp")
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_the_longest_standstill(made_store: Path, tmp_path: Path) -> None:
    make_demo(tmp_path / "demo.casefile")
    shutil.copyfile(made_store, tmp_path / "many.casefile")
    for _ in load(LOADED_LATER):  # as the program does before somebody goes anywhere
        pass
    bare = watched(bare_window).longest_s
    figures: list[Figure] = []
    for store in ("demo", "many"):
        with staged(tmp_path / f"{store}.casefile") as stage:
            stage.window.desk.jobs.collector.keep()
            figures += [(f"{store}: {sight.name}", watched(partial(tour, stage, sight))) for sight in SIGHTS]
            figures.append((f"{store}: {STEPS} steps of a monkey", watched(partial(walk, stage))))
    figures.sort(key=lambda figure: -figure[1].longest_s)
    print_table(
        f"Longest standstills, {SOURCES:,} sources in the second store; a bare table that is shown and"
        f" resized: {bare * 1000:.0f} ms",
        [
            (name, f"{dog.longest_s * 1000:.0f} ms, ratio {dog.longest_s / bare:.1f} {dog.where}")
            for name, dog in figures[:SHOWN]
        ],
    )


def tour(stage: Stage, sight: Sight) -> None:
    """A view and its parts, made where they are gone to for the first time, and resized."""
    if stage.show(sight):
        for _ in stage.parts(sight):
            pass
        for size in SIZES:
            stage.resize(*size)


def walk(stage: Stage) -> None:
    monkey = Monkey(stage, seed=1)
    while monkey.steps < STEPS:
        monkey.step()
    monkey.come_back()
    stage.settle()


def bare_window() -> None:
    table = QTableWidget(ROWS, 6)
    table.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    table.show()
    for size in SIZES:
        table.resize(*size)
        QTest.qWait(30)
    table.close()


def watched(work: Callable[[], object]) -> Watchdog:
    """The watchdog of one piece of work."""
    dog = Watchdog()
    dog.start()
    work()
    QTest.qWait(10)
    dog.stop()
    return dog
