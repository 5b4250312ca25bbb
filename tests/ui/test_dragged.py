"""Rows of a list dragged onto a case file in the side bar."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QDragEnterEvent, QDragLeaveEvent, QDragMoveEvent, QDropEvent, QPalette
from PySide6.QtWidgets import QApplication

from tests.ui.made_records import Settle
from tests.ui.test_review_matches import import_text
from ui.dragged import Dragged, dragged_records, records_mime
from ui.main_window import MainWindow

COPY, LEFT, NO_KEY = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def filled(
    several_first: None,  # noqa: ARG001  the window's store
    window: MainWindow,
    settle: Settle,
) -> MainWindow:
    """The window with four actions and an empty case file, at all actions."""
    window.errands.add_case({"title": "Cameras", "purpose": ""})
    settle()
    window.go("actions")
    settle()
    return window


def point_of(window: MainWindow, text: str) -> QPoint:
    (item,) = window.side_bar.findItems(text, Qt.MatchFlag.MatchExactly)
    return window.side_bar.visualItemRect(item).center()


def drag_to(window: MainWindow, mime: QMimeData, text: str) -> bool:
    """Whether the row in the side bar takes it."""
    target, point = window.side_bar.viewport(), point_of(window, text)
    entered = QDragEnterEvent(point, COPY, mime, LEFT, NO_KEY)
    QApplication.sendEvent(target, entered)
    moved = QDragMoveEvent(point, COPY, mime, LEFT, NO_KEY)
    moved.ignore()
    if entered.isAccepted():
        QApplication.sendEvent(target, moved)
    return moved.isAccepted()


def drop_on(window: MainWindow, mime: QMimeData, text: str) -> None:
    dropped = QDropEvent(QPointF(point_of(window, text)), COPY, mime, LEFT, NO_KEY)
    QApplication.sendEvent(window.side_bar.viewport(), dropped)


def in_case(window: MainWindow, settle: Settle) -> Sequence[int]:
    window.go_to_case(window.errands.cases[0].id)
    settle()
    return window.actions_pane.table.model.ids


def test_records_arrive_as_they_were_dragged() -> None:
    assert dragged_records(records_mime("action", [3, 1])) == Dragged("action", (3, 1))
    assert dragged_records(QMimeData()) is None


def test_several_actions_are_dropped_on_a_case_file_in_one_step(filled: MainWindow, settle: Settle) -> None:
    ids = list(filled.actions_pane.table.model.ids)[:3]
    mime = records_mime("action", ids)
    assert drag_to(filled, mime, "Cameras")
    drop_on(filled, mime, "Cameras")
    settle()
    assert "3 actions added to “Cameras”." in filled.messages.text
    assert sorted(in_case(filled, settle)) == sorted(ids)
    filled.desk.undo()
    settle()
    assert list(in_case(filled, settle)) == []


def test_a_source_is_dropped_on_a_case_file(filled: MainWindow, settle: Settle) -> None:
    mime = records_mime("source", [2])
    drag_to(filled, mime, "Cameras")
    drop_on(filled, mime, "Cameras")
    settle()
    filled.go_to_case(filled.errands.cases[0].id, "sources")
    settle()
    assert list(filled.sources.table.model.ids) == [2]


@pytest.mark.parametrize("place", ["Inbox", "Sources", "Trash", "Case files"])
def test_no_other_place_takes_them(filled: MainWindow, settle: Settle, place: str) -> None:
    mime = records_mime("action", [1])
    assert not drag_to(filled, mime, place)
    drop_on(filled, mime, place)
    settle()
    assert list(in_case(filled, settle)) == []


def test_what_is_no_record_is_left_to_the_window(filled: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("An article")
    assert not drag_to(filled, mime, "Cameras")


def test_a_store_that_is_only_read_takes_nothing(filled: MainWindow) -> None:
    filled.side_bar.takes_records = False
    assert not drag_to(filled, records_mime("action", [1]), "Cameras")


def test_the_case_file_shows_that_it_would_take_them(filled: MainWindow) -> None:
    (item,) = filled.side_bar.findItems("Cameras", Qt.MatchFlag.MatchExactly)
    edge = QPoint(filled.side_bar.viewport().width() // 2, filled.side_bar.visualItemRect(item).top())
    before = filled.side_bar.viewport().grab().toImage().pixelColor(edge)
    assert drag_to(filled, records_mime("action", [1]), "Cameras")
    during = filled.side_bar.viewport().grab().toImage().pixelColor(edge)
    assert during == filled.side_bar.palette().color(QPalette.ColorRole.Text)
    assert during != before
    QApplication.sendEvent(filled.side_bar.viewport(), QDragLeaveEvent())
    assert filled.side_bar.viewport().grab().toImage().pixelColor(edge) == before


def test_what_is_selected_is_dragged(filled: MainWindow, monkeypatch: pytest.MonkeyPatch) -> None:
    found: list[Dragged | None] = []

    def take(drag: QDrag, _: Qt.DropAction) -> Qt.DropAction:
        found.append(dragged_records(drag.mimeData()))
        return COPY

    monkeypatch.setattr(QDrag, "exec", take)
    table = filled.actions_pane.table
    table.view.selectAll()
    table.view.startDrag(COPY)
    assert found == [Dragged("action", tuple(table.model.ids))]
    assert table.view.dragEnabled()
    assert table.model.flags(table.model.index(0, 0)) & Qt.ItemFlag.ItemIsDragEnabled


@pytest.mark.parametrize(
    ("place", "kind"), [("inbox", "source"), ("sources", "source"), ("quotes", "quote"), ("timeline", "date")]
)
def test_every_list_of_records_lets_them_be_dragged(
    filled: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch, place: str, kind: str
) -> None:
    found: list[Dragged | None] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: found.append(dragged_records(drag.mimeData())))
    filled.go(place)
    settle()
    table = filled.views.at(place).main_table()
    assert table is not None
    for view in table.views:
        assert view.dragEnabled()
    table.view.selectAll()
    for view in table.views:
        view.startDrag(COPY)
    ids = tuple(table.chosen_ids())
    assert found == ([Dragged(kind, ids)] * len(table.views) if ids else [])


def test_quotes_and_dates_bring_what_they_stand_in(filled: MainWindow, settle: Settle, article: Path) -> None:
    import_text(filled, settle, article.parent, "quoted.txt", article.read_text(encoding="utf-8"))
    filled.go("inbox")
    settle()
    quoted = max(filled.inbox.table.model.ids)
    filled.start_review(quoted)
    settle()
    filled.review.accept_all()
    settle()
    filled.go("quotes")
    settle()
    quotes = list(filled.quotes.table.model.ids)[:1]
    filled.go("timeline")
    settle()
    dates = [id_ for id_ in filled.timeline.table.model.ids if id_ < 0][:1]
    assert quotes
    assert dates
    for kind, ids in (("quote", quotes), ("date", dates)):
        mime = records_mime(kind, ids)
        assert drag_to(filled, mime, "Cameras")
        drop_on(filled, mime, "Cameras")
        settle()
        assert "added to “Cameras” with what they stand in." in filled.messages.text
    assert len(in_case(filled, settle)) == 1
    filled.go_to_case(filled.errands.cases[0].id, "sources")
    settle()
    assert quoted in filled.sources.table.model.ids


def test_the_drawing_of_the_timeline_lets_its_marks_be_dragged_as_its_list_does(
    filled: MainWindow, settle: Settle, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Dragged | None] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: found.append(dragged_records(drag.mimeData())))
    filled.go("timeline")
    settle()
    pane = filled.timeline
    ids = list(pane.table.model.ids)
    pane.table.choose(ids[0])
    pane.drawing.drag_out(pane.drawing.picture.mark_of(ids[1]))
    settle()
    assert found == [Dragged("date", (ids[1],))]
    assert pane.table.chosen_id() == ids[1]
    pane.table.view.selectAll()
    pane.drawing.drag_out(pane.drawing.picture.mark_of(ids[1]))
    assert found[1:] == [Dragged("date", tuple(ids))]
    mime = records_mime("date", found[0].ids if found[0] else ())
    assert drag_to(filled, mime, "Cameras")
    drop_on(filled, mime, "Cameras")
    settle()
    assert len(in_case(filled, settle)) == 1
