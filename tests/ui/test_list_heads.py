"""Facets, chips and groups above the actions and the quotes; the wall of quotes."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QPushButton

from casefile.store.store import Store
from tests.ui.made_records import Settle, disputed, in_store, several
from ui.facet_choice import NAMELESS, facet_words
from ui.main_window import MainWindow
from ui.panes.quotes import QuotesPane
from ui.widgets.facet_bar import FacetBar
from ui.widgets.record_table import RecordTable

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def shown(table: RecordTable) -> list[str]:
    return [str(table.model.index(row, 0).data()) for row in range(len(table.model.ids))]


def pick(bar: FacetBar, settle: Settle, facet: str, label: str) -> None:
    """Opens a facet and checks one of its values."""
    bar.open(facet)
    settle()
    values = bar.popup.values
    items = (values.topLevelItem(row) for row in range(values.topLevelItemCount()))
    (item,) = [item for item in items if item is not None and item.text(0) == label]
    item.setCheckState(0, Qt.CheckState.Checked)
    settle()


def chips(bar: FacetBar) -> list[QPushButton]:
    return [
        chip
        for chip in bar.chips.findChildren(QPushButton)
        if chip.objectName() == "chip" and not chip.isHidden()
    ]


@pytest.fixture
def actions(window: MainWindow, settle: Settle) -> RecordTable:
    """The window on four actions."""
    in_store(window, settle, several)
    window.go("actions")
    settle()
    return window.actions_pane.table


def test_values_narrow_the_list_and_stand_as_chips(
    window: MainWindow, settle: Settle, actions: RecordTable
) -> None:
    head = window.actions_pane.head
    window.commands["narrow"].trigger()
    settle()
    assert head.facets.popup.isVisible()
    pick(head.facets, settle, "respondent", "Alpha")
    pick(head.facets, settle, "respondent", "Delta")
    assert shown(actions) == ["Alpha", "Delta"]
    assert [chip.text() for chip in chips(head.facets)] == ["Respondent: Alpha", "Respondent: Delta"]
    pick(head.facets, settle, "year", "2021")
    assert shown(actions) == ["Delta"]
    head.facets.popup.close()
    chips(head.facets)[0].click()
    settle()
    assert shown(actions) == ["Delta"]
    head.facets.clear()
    settle()
    assert len(shown(actions)) == 4
    assert head.facets.chips.isHidden()


def test_nothing_is_offered_to_narrow_an_empty_list(window: MainWindow, settle: Settle) -> None:
    window.go("actions")
    settle()
    facets = window.actions_pane.head.facets
    assert not facets.isVisible()
    in_store(window, settle, several)
    settle()
    assert facets.isVisible()
    window.actions_pane.filter.setText("nobody has this name")
    window.actions_pane.head.changed.emit()
    settle()
    assert not window.actions_pane.table.model.ids
    assert facets.isVisible(), "what was narrowed can be widened again"


def test_counts_in_an_open_facet_follow_what_is_typed(
    window: MainWindow, settle: Settle, actions: RecordTable
) -> None:
    head = window.actions_pane.head
    head.facets.open("respondent")
    settle()
    assert head.facets.popup.values.topLevelItemCount() == 4
    head.filter.setText("decided:2021")
    head.changed.emit()
    settle()
    assert head.facets.popup.values.topLevelItemCount() == 1
    assert shown(actions) == ["Delta"]


def test_the_values_of_a_facet_take_no_more_room_than_they_need(
    window: MainWindow, settle: Settle, actions: RecordTable
) -> None:
    popup = window.actions_pane.head.facets.popup
    for facet, count in (("currency", 1), ("respondent", 4)):
        window.actions_pane.head.facets.open(facet)
        settle()
        view, last = popup.values.viewport(), popup.values.topLevelItem(count - 1)
        assert last is not None
        below = view.height() - popup.values.visualItemRect(last).bottom()
        assert 0 < below < popup.values.sizeHintForRow(0)
    assert actions.isVisible()


def test_opening_an_action_clears_what_was_chosen(
    window: MainWindow, settle: Settle, actions: RecordTable
) -> None:
    pick(window.actions_pane.head.facets, settle, "respondent", "Alpha")
    window.actions_pane.head.facets.popup.close()
    window.show_action(1)
    settle()
    assert actions.chosen_id() == 1
    assert not window.actions_pane.head.narrows


def test_groups_have_headings_with_sums_that_fold(
    window: MainWindow, settle: Settle, actions: RecordTable
) -> None:
    QAbstractItemModelTester(actions.model)
    group = window.actions_pane.head.group
    group.setCurrentIndex(group.findData("respondent"))
    settle()
    assert shown(actions) == [
        "Alpha · 1 action · €300,000,000", "Alpha", "Bravo · 1 action · €1,000,000", "Bravo",
        "Charlie · 1 action · €20,000", "Charlie", "Delta · 1 action · €4,000,000", "Delta",
    ]  # fmt: skip
    assert actions.chosen_id() is not None
    view = actions.view
    view.setFocus()
    view.setCurrentIndex(actions.model.index(0, 0))
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert shown(actions)[1] == "Bravo · 1 action · €1,000,000"
    assert actions.chosen_id() is None
    QTest.keyClick(view, Qt.Key.Key_Return)
    settle()
    assert shown(actions)[1] == "Alpha"
    window.actions_pane.head.fold_wanted.emit(True)  # noqa: FBT003  a signal
    assert len(shown(actions)) == 4
    group.setCurrentIndex(0)
    settle()
    assert shown(actions) == ["Charlie", "Alpha", "Delta", "Bravo"]


def test_a_heading_is_no_record(window: MainWindow, settle: Settle, actions: RecordTable) -> None:
    group = window.actions_pane.head.group
    group.setCurrentIndex(group.findData("authority"))
    settle()
    actions.view.selectAll()
    assert sorted(actions.chosen_ids()) == [1, 2, 3, 4]
    actions.view.setCurrentIndex(actions.model.index(0, 0))
    settle()
    assert actions.chosen_ids() == []


@pytest.fixture
def quotes(window: MainWindow, settle: Settle) -> QuotesPane:
    """The quotes of two sources as a wall."""

    def make(store: Store) -> None:
        disputed(store)

    in_store(window, settle, make)
    window.commands["quotes"].trigger()
    window.commands["wall"].trigger()
    settle()
    return window.quotes


def test_the_wall_shows_the_same_quotes_with_the_same_cursor(
    window: MainWindow, settle: Settle, quotes: QuotesPane
) -> None:
    assert quotes.wall.isVisible()
    assert quotes.wall.hasFocus()
    assert quotes.table.chosen_id() == 1
    assert not quotes.wall.grab().isNull()
    QTest.keyClick(quotes.wall, Qt.Key.Key_Return)
    settle()
    assert window.views.place == "sources"
    assert window.sources.reader.selected_span is not None


def test_a_click_on_a_card_chooses_it_and_delete_moves_it_to_the_trash(
    settle: Settle, quotes: QuotesPane
) -> None:
    wall = quotes.wall
    QTest.mouseClick(wall.viewport(), LEFT, NO_KEY, wall.visualRect(quotes.table.model.index(0, 0)).center())
    assert wall.indexAt(QPoint(0, 0)).row() == -1
    QTest.keyClick(wall, Qt.Key.Key_Delete)
    settle()
    assert list(quotes.table.model.ids) == []
    assert quotes.table.empty.isVisible()


def test_the_wall_is_grouped_and_narrowed_by_speaker(settle: Settle, quotes: QuotesPane) -> None:
    quotes.head.group.setCurrentIndex(1)
    settle()
    assert shown(quotes.table) == ["Ann Lee · 1 quote", "“We disagree,”"]
    QTest.keyClick(quotes.wall, Qt.Key.Key_Up)
    QTest.keyClick(quotes.wall, Qt.Key.Key_Left)
    assert shown(quotes.table) == ["Ann Lee · 1 quote"]
    quotes.head.filter.setText("speaker:nobody")
    quotes.head.changed.emit()
    settle()
    assert quotes.table.empty.isVisible()


def test_a_language_is_offered_by_its_name() -> None:
    assert facet_words("language", "fr") == "French"
    assert facet_words("language", NAMELESS) == NAMELESS
