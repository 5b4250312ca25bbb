"""A window of 800 by 600: what has to be in sight there is."""

from collections.abc import Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from casefile.proposals import Proposals
from casefile.settings import Theme
from tests.screens.tour import SIGHTS, Stage, speaking
from tests.store.records import accept, action, keep
from tests.ui.made_records import Settle, in_store
from ui.main_window import MainWindow
from ui.models.columns import ACTIONS, BRIEFS, UP_TO_DATE
from ui.notices import Notice, Tone
from ui.theme import Looks
from ui.widgets.card import Card
from ui.widgets.column_layout import layout_of, layout_text
from ui.widgets.command_corner import CommandCorner
from ui.widgets.content_widths import content_widths
from ui.widgets.labels import ElidedLabel
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


@pytest.mark.parametrize("language", ["en", "de"])
def test_a_sum_of_twelve_digits_is_read_whole(
    qtbot: QtBot, window: MainWindow, settle: Settle, language: str
) -> None:
    with speaking(language):
        large = Proposals(actions=(action("987654321098", respondent="Acme Corporation Holding"),))
        in_store(window, settle, lambda store: accept(store, keep(store, large)[0]))
        window.resize(800, 600)
        window.go("actions")
        settle()
        table = window.actions_pane.table
        column = [column.title for column in ACTIONS].index("Amount")
        assert len([sign for sign in table.model.text_at(0, column) if sign.isdigit()]) == 12
        needed = content_widths(table.view, table.model, [0])[column]
        header = table.view.horizontalHeader()
        qtbot.waitUntil(lambda: header.length() <= table.view.viewport().width() < 600)
        assert table.view.columnWidth(column) >= needed


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


@pytest.fixture
def larger(stage: Stage, qapp: QApplication) -> Iterator[Stage]:
    """The window in letters a fifth higher, as those of Noto Sans are beside those that the tests have."""
    looks = Looks(qapp)
    looks.wear(Theme.LIGHT, 120)
    stage.settle()
    yield stage
    looks.wear(Theme.LIGHT)
    looks.deleteLater()


def test_with_higher_letters_the_window_still_fits_a_screen_of_600(larger: Stage) -> None:
    window = larger.window
    window.messages.show_notice(Notice("Something that a person should know.", Tone.WRONG))
    for sight in SIGHTS:
        assert larger.show(sight)
        assert window.minimumSizeHint().height() <= 600, sight.name
        assert window.minimumSizeHint().width() <= 800, sight.name
    window.messages.hide()


def test_the_words_for_an_empty_list_have_their_room(narrow: Stage) -> None:
    table = narrow.window.actions_pane.table
    low = table.minimumSizeHint().height()
    narrow.window.actions_pane.head.filter.setText("zebra crossing")
    narrow.wait_for(lambda: not table.model.ids, "nothing matches")
    narrow.settle()
    assert table.minimumSizeHint().height() >= table.empty.minimumSizeHint().height() > low
    narrow.window.actions_pane.head.clear()
    narrow.settle()
    assert table.minimumSizeHint().height() == low


def test_the_state_of_a_brief_and_the_outlet_of_a_source_can_be_read(narrow: Stage) -> None:
    narrow.resize(1280, 800)
    narrow.show(_SIGHTS["briefs"])
    briefs = narrow.window.views.table()
    assert briefs is not None
    state = [column.title for column in BRIEFS].index("State")
    texts = [str(briefs.model.index(row, state).data()) for row in range(briefs.model.rowCount())]
    assert any(text != UP_TO_DATE for text in texts)
    narrow.show(_SIGHTS["sources"])
    sources = narrow.window.sources.table
    outlets = [str(sources.model.index(row, 1).data()) for row in range(sources.model.rowCount())]
    assert "The Continental Ledger" in outlets
    for table, column, words in ((briefs, state, texts), (sources, 1, outlets)):
        room = table.view.columnWidth(column)
        assert all(table.view.fontMetrics().horizontalAdvance(text) < room for text in words), (words, room)


@pytest.mark.parametrize("name", ["actions", "sources", "quotes", "timeline"])
def test_on_a_narrow_list_tags_give_way_and_nothing_is_scrolled(narrow: Stage, name: str) -> None:
    narrow.show(_SIGHTS[name])
    table = narrow.window.views.table()
    assert table is not None
    header = table.view.horizontalHeader()
    assert header.isSectionHidden(table.model.columnCount() - 1)
    assert table.view.horizontalScrollBar().maximum() == 0


def test_a_card_says_its_gist_whole_until_it_is_decided(narrow: Stage) -> None:
    narrow.show(_SIGHTS["review"])
    cards = narrow.window.review.cards.findChildren(Card)
    assert len(cards) > 3
    for card in cards:
        shown = [label for label in card.findChildren(QLabel) if label.isVisible()]
        assert not [label for label in shown if isinstance(label, ElidedLabel)]
        assert not [label.text() for label in shown if label.heightForWidth(label.width()) > label.height()]
