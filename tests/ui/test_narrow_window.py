"""A window of 800 by 600: what has to be in sight there is."""

import pytest
from PySide6.QtCore import Qt

from tests.screens.tour import SIGHTS, Stage
from ui.models.columns import ACTIONS
from ui.widgets.column_layout import layout_of, layout_text
from ui.widgets.command_corner import CommandCorner
from ui.widgets.record_table import RecordTable

_SIGHTS = {sight.name: sight for sight in SIGHTS if not sight.in_case}


@pytest.fixture
def narrow(stage: Stage) -> Stage:
    """The window at that size, at the actions."""
    stage.show(_SIGHTS["actions"])
    stage.resize(800, 600)
    return stage


def seen(table: RecordTable) -> list[str]:
    """The headings of the columns that are wholly in sight, without scrolling."""
    header, model = table.view.horizontalHeader(), table.model
    numbers = [number for number in range(len(ACTIONS)) if not header.isSectionHidden(number)]
    width = table.view.viewport().width()
    inside = [
        number for number in numbers
        if header.sectionViewportPosition(number) + header.sectionSize(number) <= width
    ]  # fmt: skip
    return [str(model.headerData(number, Qt.Orientation.Horizontal)) for number in inside]


def test_what_matters_of_an_action_is_in_sight_without_scrolling(narrow: Stage) -> None:
    table = narrow.window.actions_pane.table
    assert {"Respondent", "Authority", "Amount", "Status", "Decided"} <= set(seen(table))
    assert table.view.horizontalScrollBar().maximum() == 0
    narrow.resize(1280, 800)
    assert len(seen(table)) == len(ACTIONS)


def test_a_column_without_room_is_not_kept_as_hidden(narrow: Stage) -> None:
    columns = narrow.window.actions_pane.table.columns
    assert columns.layout == columns.default
    assert layout_of(layout_text(columns.layout))
    assert not any(place.hidden for place in columns.layout)


def test_every_tab_of_an_action_is_in_sight(narrow: Stage) -> None:
    tabs = narrow.window.actions_pane.tabs
    bar = tabs.tabBar()
    corner = tabs.cornerWidget(Qt.Corner.TopRightCorner)
    assert isinstance(corner, CommandCorner)
    assert bar.sizeHint().width() + corner.width() <= tabs.width()
    assert corner.menu_button.isVisible()
    assert not corner.buttons.isVisible()
    menu = corner.menu_button.menu()
    assert [action.objectName() for action in menu.actions()] == ["add_fact", "edit_fact", "settle"]
    narrow.resize(1280, 800)
    assert corner.buttons.isVisible()
    assert not corner.menu_button.isVisible()


def test_no_detail_of_a_source_is_cut_off(narrow: Stage) -> None:
    narrow.show(_SIGHTS["sources"])
    pane = narrow.window.sources
    pane.tabs.setCurrentWidget(pane.details)
    narrow.settle()
    details = pane.details
    for row in range(details.topLevelItemCount()):
        index = details.model().index(row, 1)
        words = str(index.data())
        room = details.visualRect(index)
        needed = details.fontMetrics().boundingRect(
            room.adjusted(0, 0, -details.fontMetrics().height(), 1_000), Qt.TextFlag.TextWordWrap, words
        )
        assert needed.height() <= room.height(), words
