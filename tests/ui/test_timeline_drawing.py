"""The drawing of a timeline by pointer, wheel and keyboard, for eyes and for screen readers."""

from collections.abc import Callable
from datetime import date

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAccessible, QDrag, QHelpEvent, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from casefile.terms import TimelineKind
from casefile.timeline.lanes import Entry, lanes_of
from casefile.timeline.layout import Layout
from casefile.timeline.spans import span_of
from casefile.values import PartialDate
from ui.dragged import Dragged, dragged_records
from ui.timeline.drawing import TimelineDrawing
from ui.timeline.picture import NOTHING, Picture
from ui.timeline.view import AT_ONCE

LEFT, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
CONTROL = Qt.KeyboardModifier.ControlModifier
K = Qt.Key


def entry(id_: int, edtf: str, lane: str = "Acme", label: str = "something happened") -> Entry:
    kind = list(TimelineKind)[id_ % 4]
    return Entry(id_, kind, span_of(PartialDate(edtf)), label, (lane,) if lane else ())


ENTRIES = [
    entry(10, "2020-01-05"), entry(11, "2021-06"), entry(12, "2024-03-03~"),
    entry(20, "2021-07-01", "Beta"), entry(21, "2022/2023", "Beta"), entry(22, "2024-01/..", "Beta"),
    entry(30, "../2021-02", ""),
]  # fmt: skip


@pytest.fixture
def drawing(qtbot: QtBot) -> TimelineDrawing:
    """Three lanes, shown and with the keyboard."""
    made = TimelineDrawing(lambda id_: f"all about {id_}")
    qtbot.addWidget(made)
    made.resize(900, 400)
    with qtbot.waitExposed(made):
        made.show()
    made.activateWindow()
    made.setFocus()
    show(made, ENTRIES)
    return made


def show(drawing: TimelineDrawing, entries: list[Entry]) -> None:
    drawing.show_picture(Picture(entries, lanes_of(entries, "Nobody"), drawing.plan()), has_names=True)


def in_sight(drawing: TimelineDrawing, id_: int) -> bool:
    place = drawing.place_of(drawing.picture.mark_of(id_))
    return drawing.viewport().rect().intersects(place)


def centre(drawing: TimelineDrawing, id_: int) -> QPoint:
    shown = drawing.picture.shown(drawing.picture.mark_of(id_))
    place = drawing.place_of(drawing.picture.mark_of(id_))
    return QPoint(place.left() + round(min(shown.right - shown.left, 12) / 2), place.center().y())


def wheel(drawing: TimelineDrawing, turned: int, modifiers: Qt.KeyboardModifier, at: QPoint) -> None:
    place = QPointF(at)
    event = QWheelEvent(
        place, drawing.viewport().mapToGlobal(place), QPoint(), QPoint(0, turned), Qt.MouseButton.NoButton,
        modifiers, Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's own signature
    )  # fmt: skip
    QApplication.sendEvent(drawing.viewport(), event)


def day_at(drawing: TimelineDrawing, x: int) -> float:
    return drawing.picture.layout.scale.day(drawing.horizontalScrollBar().value() + x)


def press(drawing: TimelineDrawing, *keys: Qt.Key, control: bool = False) -> int | None:
    for key in keys:
        QTest.keyClick(drawing, key, CONTROL if control else NO_KEY)
    return drawing.picture.chosen_id()


def test_at_first_all_of_the_time_is_in_the_window(drawing: TimelineDrawing) -> None:
    assert drawing.horizontalScrollBar().maximum() == 0
    assert all(in_sight(drawing, one.id) for one in ENTRIES)
    assert day_at(drawing, 0) < date(2020, 1, 5).toordinal()
    drawing.resize(1200, 400)
    assert drawing.horizontalScrollBar().maximum() == 0


def test_what_falls_close_together_keeps_its_words(drawing: TimelineDrawing) -> None:
    late = [entry(number, f"2024-0{number % 3 + 1}-15") for number in range(50, 62)]
    drawing.resize(600, 160)
    show(drawing, [entry(1, "2010"), *late])
    assert all(mark.hidden_in < 0 and mark.room for mark in drawing.picture.layout.marks)
    assert drawing.verticalScrollBar().maximum() > 0


def test_the_arrows_walk_in_time_and_across_lanes(drawing: TimelineDrawing) -> None:
    assert press(drawing, K.Key_Right) == 10
    assert press(drawing, K.Key_Right) == 11
    assert press(drawing, K.Key_Down) == 20
    assert press(drawing, K.Key_Right, K.Key_Right, K.Key_Right) == 22
    assert press(drawing, K.Key_Up) == 12
    assert press(drawing, K.Key_Left) == 11
    assert press(drawing, K.Key_Home) == 10
    assert press(drawing, K.Key_End) == 12
    assert press(drawing, K.Key_Down, K.Key_Down) == 30
    assert press(drawing, K.Key_Home, control=True) in (10, 30)
    assert press(drawing, K.Key_End, control=True) == 12


def test_enter_opens_and_choosing_tells(drawing: TimelineDrawing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawing.chosen) as chosen:
        press(drawing, K.Key_Right)
    with qtbot.waitSignal(drawing.opened) as opened:
        press(drawing, K.Key_Return)
    assert (chosen.args, opened.args) == ([10], [10])


def test_to_be_told_what_is_chosen_tells_nobody(drawing: TimelineDrawing, qtbot: QtBot) -> None:
    with qtbot.assertNotEmitted(drawing.chosen):
        drawing.choose(21)
        drawing.choose(999)
    assert drawing.picture.focus == NOTHING


def test_a_click_chooses_and_a_double_click_opens(drawing: TimelineDrawing, qtbot: QtBot) -> None:
    with qtbot.waitSignal(drawing.chosen):
        QTest.mouseClick(drawing.viewport(), LEFT, NO_KEY, centre(drawing, 20))
    assert drawing.picture.chosen_id() == 20
    with qtbot.waitSignal(drawing.opened) as opened:
        QTest.mouseDClick(drawing.viewport(), LEFT, NO_KEY, centre(drawing, 11))
    assert opened.args == [11]


def test_the_wheel_zooms_about_the_pointer(drawing: TimelineDrawing) -> None:
    drawing.zoom(4)
    drawing.pan(300, 0)
    at, before = QPoint(400, 100), drawing.per_day
    day = day_at(drawing, at.x())
    wheel(drawing, 120, CONTROL, at)
    assert drawing.per_day == pytest.approx(before * 1.25)
    assert day_at(drawing, at.x()) == pytest.approx(day, abs=1 / drawing.per_day)
    wheel(drawing, -120, CONTROL, at)
    assert drawing.per_day == pytest.approx(before)


def test_zoom_has_two_ends(drawing: TimelineDrawing) -> None:
    least = drawing.per_day
    drawing.zoom(0.1)
    assert drawing.per_day == least
    for _ in range(80):
        drawing.zoom(2)
    assert drawing.per_day < 500
    assert drawing.horizontalScrollBar().maximum() < 2**31
    drawing.fit()
    assert drawing.per_day == least


def test_to_zoom_keeps_the_chosen_mark_where_it_is(drawing: TimelineDrawing) -> None:
    drawing.choose(20)
    before = drawing.place_of(drawing.picture.focus).left()
    for _ in range(5):
        drawing.zoom(1.5)
    assert abs(drawing.place_of(drawing.picture.focus).left() - before) <= 5


def test_the_selection_can_be_brought_into_the_window(drawing: TimelineDrawing) -> None:
    drawing.fit_to([20, 21])
    assert in_sight(drawing, 20)
    assert in_sight(drawing, 21)
    assert not in_sight(drawing, 10)
    before = drawing.per_day
    drawing.fit_to([])
    drawing.fit_to([999])
    assert drawing.per_day == before


def test_drag_wheel_and_keys_pan(drawing: TimelineDrawing) -> None:
    drawing.zoom(8)
    bar = drawing.horizontalScrollBar()
    bar.setValue(500)
    viewport = drawing.viewport()
    QTest.mousePress(viewport, LEFT, NO_KEY, QPoint(400, 390))
    QTest.mouseMove(viewport, QPoint(360, 390))
    QTest.mouseMove(viewport, QPoint(300, 390))
    QTest.mouseRelease(viewport, LEFT, NO_KEY, QPoint(300, 390))
    assert bar.value() == 600
    assert drawing.picture.chosen_id() is None
    wheel(drawing, -120, Qt.KeyboardModifier.ShiftModifier, QPoint(10, 10))
    assert bar.value() == 720
    press(drawing, K.Key_Left, control=True)
    assert bar.value() < 720
    assert drawing.picture.chosen_id() is None


def test_what_is_walked_to_comes_into_sight(drawing: TimelineDrawing) -> None:
    press(drawing, K.Key_Right)
    drawing.zoom(30)
    for id_ in (11, 12):
        assert press(drawing, K.Key_Right) == id_
        assert in_sight(drawing, id_)
    drawing.choose(20)
    assert in_sight(drawing, 20)


def test_new_entries_leave_the_view_and_the_choice_as_they_are(drawing: TimelineDrawing) -> None:
    drawing.choose(11)
    drawing.zoom(6)
    before = drawing.per_day, day_at(drawing, 0)
    show(drawing, [*ENTRIES, entry(13, "2022-05-05")])
    assert (drawing.per_day, day_at(drawing, 0)) == pytest.approx(before, rel=1e-3)
    assert drawing.picture.chosen_id() == 11
    show(drawing, [one for one in ENTRIES if one.id != 11])
    assert drawing.picture.chosen_id() is None


@pytest.mark.qt_log_ignore("This plugin does not support", extend=True)
def test_a_tool_tip_tells_all_and_never_as_markup(drawing: TimelineDrawing) -> None:
    drawing.describe = lambda id_: f"<b>all</b> about {id_}"
    place = centre(drawing, 20)
    globally = drawing.viewport().mapToGlobal(place)
    QApplication.sendEvent(drawing.viewport(), QHelpEvent(QEvent.Type.ToolTip, place, globally))
    assert QToolTip.text() == "‹b›all‹/b› about 20"
    show(drawing, [entry(number, "2024-01-01") for number in range(300)])
    hosts = [number for number, mark in enumerate(drawing.picture.layout.marks) if mark.hides]
    assert "more here: zoom in" in drawing.tip_of(hosts[0])


@pytest.mark.parametrize("zoom", [1, 20, 1_000, 1e9])
def test_what_is_moved_looks_as_if_it_were_drawn_anew(drawing: TimelineDrawing, zoom: float) -> None:
    drawing.choose(12)
    drawing.zoom(zoom)
    drawing.pan(-500, 0)
    QApplication.processEvents()
    for x in (13, 60, -21, 7):
        drawing.pan(x, x // 3)
        QApplication.processEvents()
        moved = drawing.screen().grabWindow(drawing.winId()).toImage()
        assert not moved.isNull()
        assert moved.convertToFormat(moved.Format.Format_RGB32) == drawing.grab().toImage()


def test_nothing_to_show_does_no_harm(drawing: TimelineDrawing) -> None:
    show(drawing, [])
    drawing.grab()
    assert press(drawing, K.Key_Right, K.Key_Return, K.Key_Home) is None
    drawing.zoom(2)
    drawing.fit()
    QTest.mouseClick(drawing.viewport(), LEFT, NO_KEY, QPoint(50, 50))
    assert drawing.picture.chosen_id() is None


def test_a_screen_reader_finds_every_mark(drawing: TimelineDrawing) -> None:
    listed = QAccessible.queryAccessibleInterface(drawing)
    assert (listed.role(), listed.childCount()) == (QAccessible.Role.List, len(ENTRIES))
    names = [listed.child(place).text(QAccessible.Text.Name) for place in range(listed.childCount())]
    assert sorted(names) == sorted(f"all about {one.id}" for one in ENTRIES)
    number = drawing.picture.mark_of(20)
    item = listed.child(number)
    assert item.role() == QAccessible.Role.ListItem
    assert item.text(QAccessible.Text.Description) == "Beta"
    assert listed.indexOfChild(item) == number
    middle = drawing.viewport().mapToGlobal(centre(drawing, 20))
    assert listed.childAt(middle.x(), middle.y()).text(QAccessible.Text.Name) == "all about 20"
    assert item.rect().contains(middle)
    drawing.choose(20)
    assert bool(item.state().selected)
    assert drawing.accessibleDescription() == "all about 20"
    assert listed.child(99) is None


def test_what_a_screen_reader_holds_outlives_the_marks(drawing: TimelineDrawing) -> None:
    listed = QAccessible.queryAccessibleInterface(drawing)
    item = listed.child(5)
    show(drawing, ENTRIES[:2])
    assert not item.isValid()
    assert item.text(QAccessible.Text.Name) == ""
    assert listed.childCount() == 2


def test_the_palette_may_change(drawing: TimelineDrawing) -> None:
    from ui.theme import DARK, _palette

    before = drawing.grab().toImage()
    drawing.setPalette(_palette(DARK))
    assert drawing.grab().toImage() != before


def test_many_entries_are_laid_out_beside_the_window(drawing: TimelineDrawing) -> None:
    works: list[tuple[Callable[[], Layout], Callable[[Layout], None]]] = []
    many = [entry(number, f"{2000 + number % 20}-{1 + number % 12:02d}-01") for number in range(AT_ONCE + 1)]
    show(drawing, many)
    drawing.beside = lambda work, done: works.append((work, done))
    before = drawing.per_day
    for _ in range(3):
        drawing.zoom(2)
    assert (drawing.per_day, len(works)) == (before, 1)
    while works:
        work, done = works.pop()
        done(work())
    assert drawing.per_day == pytest.approx(8 * before)
    drawing.zoom(2)
    show(drawing, ENTRIES)
    work, done = works.pop()
    done(work())
    assert len(drawing.picture.layout.marks) == len(ENTRIES)


def test_what_is_about_to_be_replaced_is_not_laid_out_for_another_size(drawing: TimelineDrawing) -> None:
    drawing.resize(700, 400)
    before = drawing.picture.plan
    drawing.expect_picture()
    drawing.resize(900, 400)
    assert drawing.picture.plan == before
    show(drawing, ENTRIES)
    assert drawing.picture.plan == drawing.plan()
    drawing.resize(600, 400)
    assert drawing.picture.plan == drawing.plan()


def dragged_by_hand(drawing: TimelineDrawing, start: QPoint) -> None:
    QTest.mousePress(drawing.viewport(), LEFT, NO_KEY, start)
    for step in (4, 20, 60):
        QTest.mouseMove(drawing.viewport(), start + QPoint(-step, step // 4))
        QTest.qWait(1)
    QTest.mouseRelease(drawing.viewport(), LEFT, NO_KEY, start + QPoint(-60, 15))


def test_a_mark_is_dragged_out_with_what_goes_with_it(
    drawing: TimelineDrawing, monkeypatch: pytest.MonkeyPatch
) -> None:
    found: list[Dragged | None] = []
    monkeypatch.setattr(QDrag, "exec", lambda drag, _: found.append(dragged_records(drag.mimeData())))
    drawing.let_drag("date", lambda id_: (id_, 30) if id_ == 20 else (id_,))
    dragged_by_hand(drawing, centre(drawing, 11))
    assert found == [Dragged("date", (11,))]
    assert drawing.picture.chosen_id() == 11
    dragged_by_hand(drawing, centre(drawing, 20))
    assert found[1:] == [Dragged("date", (20, 30))]
    assert drawing.picture.chosen_id() == 11
    QTest.mouseClick(drawing.viewport(), LEFT, NO_KEY, centre(drawing, 20))
    assert drawing.picture.chosen_id() == 20


def test_beside_the_marks_a_drag_pans(drawing: TimelineDrawing, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QDrag, "exec", lambda *_: pytest.fail("nothing was held"))
    drawing.let_drag("date", lambda id_: (id_,))
    drawing.zoom(4)
    before = drawing.horizontalScrollBar().value()
    empty = QPoint(drawing.viewport().width() - 3, drawing.viewport().height() - 3)
    assert drawing.mark_at(QPointF(empty)) == NOTHING
    dragged_by_hand(drawing, empty)
    assert drawing.horizontalScrollBar().value() > before
