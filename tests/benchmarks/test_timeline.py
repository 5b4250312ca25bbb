"""The timeline: reading it, laying it out, and painting it while it is panned, beside a plain table."""

import os
from collections.abc import Callable
from functools import partial
from random import Random

import pytest
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtWidgets import QApplication, QTableView, QWidget
from pytestqt.qtbot import QtBot

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from casefile.store import lists, timeline
from casefile.store.store import Store
from casefile.terms import TimelineKind
from casefile.timeline.lanes import Entry, lanes_of
from casefile.timeline.spans import span_of
from casefile.values import PartialDate
from tests.benchmarks.measuring import median_ms, medians_ms, print_table, seconds
from ui.timeline.drawing import TimelineDrawing
from ui.timeline.picture import Picture

SIZE = (1900, 1000)
FRAMES = 60
LANES = {"one lane": 1, "20 lanes": 20, "1,000 lanes": 1_000}


def made_entries(count: int, lanes: int) -> list[Entry]:
    """Days, months and years of twenty years, with labels of ordinary length."""
    random = Random(1)  # noqa: S311
    kinds = list(TimelineKind)
    made = []
    for number in range(count):
        edtf = f"{2005 + random.randrange(20)}"
        for most in random.choice(((), (12,), (12, 28), (12, 28), (12, 28))):
            edtf += f"-{1 + random.randrange(most):02d}"
        label = "decision of the authority on transfers "[: 8 + random.randrange(30)] + f"{number}"
        lane = f"lane {random.randrange(lanes):04d}"
        made.append(Entry(number, random.choice(kinds), span_of(PartialDate(edtf)), label, (lane,)))
    return made


def plain_table(rows: int) -> QTableView:
    model = QStandardItemModel(rows, 3)
    for row in range(rows):
        for column in range(3):
            model.setItem(row, column, QStandardItem(f"decision of the authority {row} {column}"))
    view = QTableView()
    view.setModel(model)
    view.setColumnWidth(1, SIZE[0] // 2)
    return view


@pytest.fixture
def table(qtbot: QtBot) -> QTableView:
    view = plain_table(5_000)
    qtbot.addWidget(view)
    view.resize(*SIZE)
    view.show()
    return view


def frames(widget: QWidget, move: Callable[[int], object], *, whole: bool = False) -> tuple[float, float]:
    """The median and the slowest frame in milliseconds: moved and painted, the whole of it or what is new."""

    def frame(number: int) -> None:
        move(number)
        if whole:
            widget.grab()
        QApplication.processEvents()

    return medians_ms([partial(frame, number) for number in range(FRAMES)])


@pytest.mark.parametrize("count", [5_000, 20_000])
@pytest.mark.parametrize("lanes", LANES)
@pytest.mark.qt_log_ignore("does not support", extend=True)
def test_panning(qtbot: QtBot, table: QTableView, count: int, lanes: str) -> None:
    entries = made_entries(count, LANES[lanes])
    in_lanes = lanes_of(entries, "")
    drawing = TimelineDrawing(str)
    qtbot.addWidget(drawing)
    drawing.resize(*SIZE)
    drawing.show()
    made = median_ms(lambda: Picture(entries, in_lanes, drawing.plan()), 3)
    drawing.show_picture(Picture(entries, in_lanes, drawing.plan()), has_names=True)
    down = table.verticalScrollBar()
    plain, plain_whole = frames(table, down.setValue), frames(table, down.setValue, whole=True)
    rows = [("made, beside the window", f"{made:.1f} ms")]
    for zoom in (1, 8, 64):
        drawing.fit()
        drawing.zoom(zoom)
        laid = median_ms(partial(drawing.picture.lay_out, drawing.plan()), 5)
        for bar in (drawing.horizontalScrollBar(), drawing.verticalScrollBar()):
            bar.setValue(bar.maximum() // 2)
        first = seconds(QApplication.processEvents) * 1000
        panned = frames(drawing, lambda number: drawing.pan(7, number % 2))
        painted = frames(drawing, lambda number: drawing.pan(-7, number % 2), whole=True)
        rows += [
            (f"laid out at {zoom} times", f"{laid:.1f} ms"),
            (f"the first frame at {zoom} times", f"{first:.1f} ms"),
            (f"a frame of panning at {zoom} times", said(panned, plain)),
            (f"all of the window painted at {zoom} times", said(painted, plain_whole)),
        ]
    title = f"{count:,} marks in {lanes}, {SIZE[0]} by {SIZE[1]}; a plain table of 5,000 rows takes"
    print_table(f"{title} {plain[0]:.1f} ms to scroll, {plain_whole[0]:.1f} ms to paint", rows)


def said(taken: tuple[float, float], plain: tuple[float, float]) -> str:
    return f"{taken[0]:.1f} ms, slowest {taken[1]:.1f} ms, ratio {taken[0] / plain[0]:.2f}"


def test_reading(big: Store) -> None:
    with big.read() as reader:
        bare = median_ms(lambda: lists.event_ids(reader))
        ids = timeline.timeline_ids(reader)
        middle = ids[len(ids) // 2 :][:100]
        rows = [
            ("the ids of everything dated", median_ms(lambda: timeline.timeline_ids(reader))),
            ("a page of rows", median_ms(lambda: timeline.timeline_rows(reader, middle))),
            ("the newest 20,000 as rows", median_ms(lambda: timeline.newest(reader), 3)),
        ]
    print_table(
        f"Reading the timeline; the ids of its events alone take {bare:.1f} ms",
        [(name, f"{taken:.1f} ms, ratio {taken / bare:.1f}") for name, taken in rows],
    )
