"""The penalty tab: ledgers as charts, appeals as a chain, each part read aloud and opened."""

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QAccessible
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from casefile.store import editing, sums
from casefile.store.detail import action_detail
from casefile.store.editing import Grounds
from casefile.store.store import Store
from casefile.terms import LedgerBasis
from casefile.values import Money, PartialDate, Span
from tests.ui.made_records import Settle, disputed, in_store
from ui.main_window import MainWindow
from ui.widgets.lines_button import LinesButton
from ui.widgets.penalty_view import PenaltyView


def appealed(store: Store) -> None:
    """An action whose fine was reduced by a court, and paid."""
    disputed(store)
    with store.read() as reader:
        measure_id = action_detail(reader, 1).measures[0].id
    with store.write("Course", by="ann") as writer:
        grounds = Grounds(2, (Span(0, 6),))
        for basis, amount, day in (
            (LedgerBasis.REDUCED, 1_000_000, "2025-09-01"), (LedgerBasis.PAID, 1_000_000, None),
        ):  # fmt: skip
            entered = sums.LedgerSum(basis, Money(amount * 100, "EUR"), PartialDate(day) if day else None)
            sums.enter_sum(writer, measure_id, entered, "ann", grounds=grounds)
        appeal = {"from_body": "", "from_number": "", "to_body": "Rechtbank", "to_number": "AMS 24/1"}
        appeal |= {"status": "reduced", "dated": "2025-09-01"}
        editing.set_value(writer, 1, "appeal", appeal, "ann", grounds=grounds)


@pytest.fixture
def view(window: MainWindow, settle: Settle) -> PenaltyView:
    """The tab of that action."""
    in_store(window, settle, appealed)
    window.go("actions")
    settle()
    tabs = window.actions_pane.tabs
    tabs.setCurrentWidget(tabs.penalty)
    return tabs.penalty


def test_each_entry_has_a_label_and_none_overlap(view: PenaltyView, qtbot: QtBot) -> None:
    (chart,) = view.charts
    names = [label.accessibleName() for label in chart.labels]
    assert names == [
        "Imposed, €2,500,000 · conflict, 3 March 2025", "Reduced, €1,000,000, 1 September 2025",
        "Paid, €1,000,000, no date",
    ]  # fmt: skip
    for width in (300, 600, 1200):
        chart.resize(width, chart.heightForWidth(width))
        qtbot.waitUntil(lambda: chart.labels[0].width() > 0)
        places = [label.geometry() for label in chart.labels]
        assert all(chart.rect().contains(place) for place in places), width
        assert not any(one.intersects(other) for one in places for other in places if one is not other)


def suspended(store: Store) -> None:
    """An action with two sums of one day."""
    disputed(store)
    with store.read() as reader:
        measure_id = action_detail(reader, 1).measures[0].id
    with store.write("Suspend", by="ann") as writer:
        entered = sums.LedgerSum(LedgerBasis.SUSPENDED, Money(50_000_000, "EUR"), PartialDate("2025-03-03"))
        sums.enter_sum(writer, measure_id, entered, "ann", grounds=Grounds(2, (Span(0, 6),)))


def test_sums_of_one_day_are_lines_and_no_chart(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, suspended)
    window.go("actions")
    settle()
    tabs = window.actions_pane.tabs
    tabs.setCurrentWidget(tabs.penalty)
    assert tabs.penalty.charts == []
    entries = [entry.accessibleName() for entry in tabs.penalty.findChildren(LinesButton)]
    assert entries[:2] == [
        "Imposed €2,500,000, 3 March 2025 · conflict", "Suspended €500,000, 3 March 2025",
    ]  # fmt: skip


def test_a_screen_reader_hears_the_sequence_and_the_chain(view: PenaltyView) -> None:
    chart, chain = view.charts[0], view.chain
    assert chain is not None
    assert "Reduced €1,000,000, 1 September 2025" in chart.accessibleDescription()
    heard = QAccessible.queryAccessibleInterface(chain)
    assert heard.childCount() == 2
    assert "Rechtbank, AMS 24/1, Sanction reduced, 1 September 2025" in chain.accessibleDescription()
    assert chain.boxes[1].accessibleDescription() == "Opens second.txt"


def test_a_box_opens_its_passage(window: MainWindow, view: PenaltyView, settle: Settle) -> None:
    assert view.chain is not None
    view.chain.boxes[1].click()
    settle()
    assert window.views.place == "sources"
    assert window.sources.reader.textCursor().selectedText() == "The AP"


def test_several_passages_are_offered_in_a_menu(
    window: MainWindow, view: PenaltyView, settle: Settle
) -> None:
    menu = view.charts[0].labels[0].passage_menu()
    assert [entry.text() for entry in menu.actions()] == [
        "“€2.5 million” · first.txt", "“€2.5 million” · second.txt",
    ]  # fmt: skip
    menu.actions()[1].trigger()
    settle()
    assert window.views.place == "sources"


def test_boxes_wrap_where_there_is_no_room(view: PenaltyView) -> None:
    chain = view.chain
    assert chain is not None
    chain.setParent(None)  # in the tab the layout gives it its width
    narrow = chain.minimumSizeHint().width()
    assert chain.heightForWidth(narrow) > chain.heightForWidth(2000)
    chain.resize(narrow, chain.heightForWidth(narrow))
    chain.show()
    QTest.qWait(0)
    tops = [box.mapTo(chain, QPoint()).y() for box in chain.boxes]
    assert tops[0] < tops[1]
