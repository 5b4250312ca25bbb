"""The timeline in the window: drawing and list show and choose the same."""

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMenu, QToolButton

from casefile.proposals import EventProposal, Proposals
from casefile.store import cases, lists
from casefile.store.store import Store
from casefile.timeline.lanes import LanesBy
from casefile.values import PartialDate
from tests.store.records import accept, action, because, keep
from tests.ui.made_records import Settle, disputed, in_store, several
from ui.main_window import MainWindow
from ui.panes.timeline import TimelinePane


def decided(store: Store) -> None:
    """Two respondents' actions, an event of the first one's source, and an action without a date."""
    said = because("fined")
    event = EventProposal(PartialDate("2024-06"), said.spans[0], "The AP looked", said)
    first = Proposals(actions=(action(respondent="Acme Corp"),), events=(event,))
    others = (action(day="2022-02", respondent="Beta"), action(day=None, respondent="Gamma"))
    for name, proposals in (("a.txt", first), *((f"{one}.txt", Proposals(actions=(one,))) for one in others)):
        for proposal_id in keep(store, proposals, name[:20]):
            accept(store, proposal_id)


def add_case(store: Store, title: str, *, everything: bool = False) -> None:
    """A case file, with all actions in it or without any."""
    with store.write("Case file", by="ann") as writer:
        case_id = cases.add_case(writer, title)
        if everything:
            cases.add_records(writer, case_id, "action", lists.action_ids(writer))


@pytest.fixture
def pane(window: MainWindow, settle: Settle) -> TimelinePane:
    """The timeline of :func:`decided`, in sight."""
    in_store(window, settle, decided)
    window.go("timeline")
    settle()
    return window.timeline


def drawn(pane: TimelinePane) -> list[int]:
    return [one.id for one in pane.drawing.picture.entries]


def lanes(pane: TimelinePane) -> list[str]:
    return [strip.name for strip in pane.drawing.picture.layout.strips]


def choose_lanes(pane: TimelinePane, by: LanesBy) -> None:
    pane.lanes.setCurrentIndex(pane.lanes.findData(by))


def choose_parts(pane: TimelinePane, name: str) -> None:
    pane.parts.setCurrentText(name)


def test_the_drawing_and_the_list_hold_the_same(pane: TimelinePane) -> None:
    assert drawn(pane) == list(pane.table.model.ids)
    texts = [str(pane.table.model.index(row, 1).data()) for row in range(3)]
    assert texts == ["Beta: Fine, €2,500,000", "The AP looked", "Acme Corp: Fine, €2,500,000"]
    assert pane._count.text() == "3 dates"


def test_lanes_are_what_one_chooses(pane: TimelinePane, settle: Settle) -> None:
    assert lanes(pane) == ["Acme Corp", "Beta"]
    assert pane.drawing.picture.entries[0].label == "Fine, €2,500,000"
    choose_lanes(pane, LanesBy.AUTHORITY)
    settle()
    assert lanes(pane) == ["Autoriteit Persoonsgegevens"]
    choose_lanes(pane, LanesBy.NOTHING)
    settle()
    assert lanes(pane) == ["Everything"]
    assert not pane.drawing.has_names
    assert pane.drawing.picture.entries[0].label == "Beta: Fine, €2,500,000"


def test_what_is_chosen_in_one_is_chosen_in_the_other(pane: TimelinePane, settle: Settle) -> None:
    ids = list(pane.table.model.ids)
    pane.table.choose(ids[2])
    assert pane.drawing.picture.chosen_id() == ids[2]
    pane.drawing.activate(pane.drawing.picture.mark_of(ids[1]))
    assert pane.table.chosen_id() == ids[1]
    choose_lanes(pane, LanesBy.NOTHING)
    settle()
    assert pane.drawing.picture.chosen_id() == ids[1]


def test_the_drawing_is_asked_for_when_the_list_has_its_rows(
    window: MainWindow, settle: Settle, pane: TimelinePane, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []
    rows_there: list[bool] = []
    read = window.desk.read

    def watched(key: str, work: Any, done: Any, **how: bool) -> None:  # noqa: ANN401  whatever is read
        asked.append(key)
        if key == "timeline drawing":
            rows_there.append(pane.table.model.row_at(0) is not None)
        read(key, work, done, **how)

    monkeypatch.setattr(window.desk, "read", watched)
    in_store(window, settle, lambda _: None)
    assert asked.index("timeline") < asked.index("timeline drawing")
    assert rows_there == [True]


def test_what_changes_no_date_leaves_the_drawing_as_it_is(
    window: MainWindow, settle: Settle, pane: TimelinePane
) -> None:
    before = pane.drawing.picture
    in_store(window, settle, lambda store: add_case(store, "A matter"))
    assert pane.drawing.picture is before
    in_store(window, settle, disputed)
    assert pane.drawing.picture is not before
    assert drawn(pane) == list(pane.table.model.ids)


def test_a_case_file_with_the_same_dates_is_drawn_too(
    window: MainWindow, settle: Settle, pane: TimelinePane
) -> None:
    before, ids = pane.drawing.picture, drawn(pane)
    in_store(window, settle, lambda store: add_case(store, "All of it", everything=True))
    window.go_to_case(window.errands.cases[-1].id, "timeline")
    settle()
    assert drawn(pane) == ids
    assert pane.drawing.picture is not before
    window.resize(window.width() + 200, window.height())
    settle()
    assert pane.drawing.picture.plan == pane.drawing.plan()


@pytest.mark.parametrize("id_place", [0, 1])
def test_enter_in_the_drawing_opens_the_source_at_its_passage(
    window: MainWindow, settle: Settle, pane: TimelinePane, id_place: int
) -> None:
    pane.table.choose(pane.table.model.ids[id_place])
    pane.drawing.setFocus()
    QTest.keyClick(pane.drawing, Qt.Key.Key_Return)
    settle()
    assert window.views.place == "sources"
    assert window.sources.table.chosen_id() == (2, 1)[id_place]


def test_a_date_that_no_source_gives_says_so(window: MainWindow, settle: Settle) -> None:
    from casefile.store.schema.record import LedgerEntry
    from casefile.terms import AmountScale

    def work(store: Store) -> None:
        decided(store)
        with store.write("Pay", by="ann") as writer:
            writer.add(
                LedgerEntry(
                    measure_id=1, position=1, basis="paid", amount_minor=100, currency="EUR",
                    scale=AmountScale.STATED, per="", dated=PartialDate("2026-01-01"),
                )
            )  # fmt: skip

    in_store(window, settle, work)
    window.go("timeline")
    settle()
    window.timeline.open(window.timeline.table.model.ids[-1])
    settle()
    assert "no source stands behind it" in window.messages.text
    assert window.views.place == "timeline"


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_what_has_no_date_is_counted_and_offered(
    window: MainWindow, settle: Settle, pane: TimelinePane
) -> None:
    assert pane.undated.isVisible()
    assert pane.undated.text() == "1 without a date"
    with_menu = pane.undated
    with_menu.click()
    settle()
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert [entry.text() for entry in menu.actions()] == ["Gamma: Fine, €2,500,000"]
    menu.actions()[0].trigger()
    menu.close()
    settle()
    assert window.views.place == "sources"
    assert window.sources.table.chosen_id() == 3


def test_a_case_file_shows_its_own(window: MainWindow, settle: Settle, pane: TimelinePane) -> None:
    def work(store: Store) -> int:
        with store.write("Case", by="ann") as writer:
            case_id = cases.add_case(writer, "Beta's")
            cases.add_action(writer, case_id, 2)
        return case_id

    case_id = in_store(window, settle, work)
    window.go_to_case(case_id, "timeline")
    settle()
    assert drawn(pane) == list(pane.table.model.ids)
    assert lanes(pane) == ["Beta"]
    assert not pane.undated.isVisible()
    window.go("timeline")
    settle()
    assert len(drawn(pane)) == 3


def test_without_anything_dated_there_is_no_drawing(window: MainWindow, settle: Settle) -> None:
    window.go("timeline")
    settle()
    pane = window.timeline
    assert not pane.drawing.isVisible()
    assert pane.table.empty.isVisible()
    assert not window.commands["zoom_in"].isEnabled()
    buttons = [button for button in pane.findChildren(QToolButton) if "oom" in button.accessibleName()]
    assert [button.isEnabled() for button in buttons] == [False] * 3
    assert not any(widget.isVisible() for widget in (pane.lanes, pane.parts, *buttons))
    choose_parts(pane, "Drawing")
    assert pane.table.empty.isVisible()
    in_store(window, settle, several)
    settle()
    assert pane.drawing.isVisible()
    assert not pane.table.isVisible()
    assert window.commands["zoom_in"].isEnabled()
    assert all(button.isEnabled() for button in buttons)
    assert pane.lanes.isVisible()


def test_one_part_can_be_shown_alone(window: MainWindow, settle: Settle, pane: TimelinePane) -> None:
    choose_parts(pane, "List")
    assert (pane.drawing.isVisible(), pane.table.isVisible()) == (False, True)
    choose_parts(pane, "Drawing")
    assert (pane.drawing.isVisible(), pane.table.isVisible()) == (True, False)
    window.search_box.setFocus()
    window.commands["timeline"].trigger()
    settle()
    assert window.focusWidget() is pane.drawing


@pytest.mark.parametrize(
    ("key", "grows"), [(Qt.Key.Key_Plus, True), (Qt.Key.Key_Equal, True), (Qt.Key.Key_Minus, False)]
)
def test_keys_zoom(window: MainWindow, pane: TimelinePane, key: Qt.Key, grows: bool) -> None:
    window.activateWindow()
    pane.drawing.setFocus()
    pane.drawing.zoom(4)
    before = pane.drawing.per_day
    QTest.keyClick(pane.drawing, key)
    assert (pane.drawing.per_day > before) is grows
    QTest.keyClick(pane.drawing, Qt.Key.Key_0)
    assert pane.drawing.horizontalScrollBar().maximum() == 0
    pane.table.view.selectAll()
    QTest.keyClick(pane.drawing, Qt.Key.Key_Z)
    pane.table.view.setFocus()
    QTest.keyClick(pane.table.view, key)
    assert pane.drawing.horizontalScrollBar().maximum() == 0


def test_the_trash_takes_events_and_leaves_dates_of_actions(
    window: MainWindow, settle: Settle, pane: TimelinePane
) -> None:
    listed = list(pane.table.model.ids)
    event = next(id_ for id_ in listed if id_ > 0)
    pane.table.choose(listed[0])
    assert not window.commands["trash"].isEnabled()
    pane.table.choose(event)
    assert window.commands["trash"].isEnabled()
    pane.table.view.selectAll()
    window.commands["trash"].trigger()
    settle()
    assert list(pane.table.model.ids) == [id_ for id_ in listed if id_ < 0]
    assert drawn(pane) == list(pane.table.model.ids)
    assert window.messages.text == "Event moved to the trash."


def test_what_is_accepted_is_drawn_and_the_view_stays(
    window: MainWindow, settle: Settle, pane: TimelinePane
) -> None:
    pane.drawing.zoom(5)
    before = pane.drawing.per_day
    in_store(window, settle, disputed)
    settle()
    assert len(drawn(pane)) > 3
    assert pane.drawing.per_day == pytest.approx(before)


def test_every_part_has_a_name(pane: TimelinePane) -> None:
    for widget in (pane.drawing, pane.table.view, pane.lanes, pane.parts, pane.undated):
        assert widget.accessibleName()
        assert widget.focusPolicy() & Qt.FocusPolicy.TabFocus
