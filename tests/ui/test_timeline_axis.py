"""The labels of the axis: whole or not at all, the first at the edge where its time goes on."""

from datetime import date

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from casefile.timeline.scale import TimeScale
from casefile.timeline.ticks import STEPS, Step, Unit, ticks
from ui.timeline.heads import TimeAxis


@pytest.fixture
def parent(qtbot: QtBot) -> QWidget:
    """What the axis stands in."""
    made = QWidget()
    qtbot.addWidget(made)
    return made


def axis_of(parent: QWidget, step: Step, years: tuple[int, int], width: int) -> TimeAxis:
    """An axis from the middle of one year to the middle of the other."""
    axis = TimeAxis(parent)
    axis.resize(width, axis.wanted_height())
    first, end = (date(year, 7, 1).toordinal() for year in years)
    scale = TimeScale(0, width / (end - first))
    axis.show_ticks(scale, scale.place(first), step, ticks(step, first, end), ())
    return axis


def steps(count: int) -> Step:
    """The step of so many years."""
    return next(step for step in STEPS if (step.unit, step.count) == (Unit.YEAR, count))


@pytest.mark.parametrize("width", [300, 420, 900])
def test_every_label_is_whole(parent: QWidget, width: int) -> None:
    axis = axis_of(parent, steps(1), (2019, 2023), width)
    found = list(axis.labels())
    metrics = axis.fontMetrics()
    assert all(left >= 0 and left + metrics.horizontalAdvance(label) <= width for left, label in found)
    assert found[0][1] == "2019"


def test_a_year_among_many_is_named_where_it_begins_only(parent: QWidget) -> None:
    axis = axis_of(parent, steps(5), (2017, 2031), 600)
    assert [label for _, label in axis.labels()] == ["2020", "2025", "2030"]
