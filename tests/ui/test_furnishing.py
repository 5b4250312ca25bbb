"""The window before, while and after its parts are made."""

import gc
import os
import subprocess
import sys
from collections.abc import Iterator
from itertools import islice
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from casefile.settings import Settings
from tests.ui.made_records import Settle, in_store, several
from ui import icons
from ui.app import _settle_in, make_unfurnished, make_window
from ui.commands import COMMANDS, make_actions
from ui.furnishing import MADE_AHEAD, Furnishing, draw_icons, make_ahead
from ui.main_window import MainWindow, Steps
from ui.outline import Outline
from ui.views import IN_MENU, VIEWS, Panes

ANY_BUTTON, NO_KEY = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
STARTED = """
import sys
from pathlib import Path
from PySide6.QtCore import QEvent, QObject, QTimer
import ui.app
made = ui.app.make_unfurnished
class Watch(QObject):
    painted = False
    def eventFilter(self, window, event):
        if event.type() == QEvent.Type.Paint and not self.painted:
            self.painted = True
            {first}
        return False
def make_unfurnished(*arguments):
    window = made(*arguments)
    window.watch = Watch()
    window.installEventFilter(window.watch)
    return window
ui.app.make_unfurnished = make_unfurnished
{before}
sys.exit(ui.app.run(Path(sys.argv[1])))
"""


def started(tmp_path: Path, first: str, before: str = "") -> "subprocess.CompletedProcess[str]":
    """The program on a store that is not there yet; ``first`` is done when the first picture is painted."""
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    command = [sys.executable, "-c", STARTED.format(first=first, before=before), str(tmp_path / "a.casefile")]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.fixture
def unfurnished(qtbot: QtBot) -> Iterator[MainWindow]:
    """A window that shows no more than its first picture."""
    window = make_unfurnished(Settings(person="Tester"))
    with qtbot.waitExposed(window):
        window.show()
    yield window
    window.close()
    qtbot.waitUntil(lambda: window.ended, timeout=20_000)
    window.deleteLater()


def opening(window: MainWindow, store: Path) -> Steps:
    yield from Furnishing(window, Settings(person="Tester")).steps()
    window.desk.open(store)


def file_mime(path: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    return mime


def drop(window: MainWindow, mime: QMimeData) -> None:
    entered = QDragEnterEvent(QPoint(9, 9), Qt.DropAction.CopyAction, mime, ANY_BUTTON, NO_KEY)
    QApplication.sendEvent(window, entered)
    assert entered.isAccepted()
    dropped = QDropEvent(QPointF(9, 9), Qt.DropAction.CopyAction, mime, ANY_BUTTON, NO_KEY)
    QApplication.sendEvent(window, dropped)


def test_the_first_picture_is_there_before_any_view_or_the_database_is_imported(tmp_path: Path) -> None:
    heavy = "('ui.panes', 'ui.desk', 'ui.dialogs', 'ui.widgets', 'casefile.store', 'sqlalchemy')"
    ended = started(tmp_path, f"print([m for m in sys.modules if m.startswith({heavy})]); window.close()")
    assert (ended.returncode, ended.stdout.strip()) == (0, "[]")


def test_the_parts_are_made_before_the_database_is_loaded_beside_them(tmp_path: Path) -> None:
    told = "print([m for m in sys.modules if m.startswith(('sqlalchemy', 'casefile.store.schema'))])"
    end = "QTimer.singleShot(0, window.close)"
    ended = started(tmp_path, f"window.furnished.connect(lambda: ({told}, {end}))")
    assert (ended.returncode, ended.stdout.strip()) == (0, "[]"), ended.stderr


BRIEFS_AND_OUT = """
def look(window):
    if not window.is_furnished or window.desk.path is None or not window.desk.jobs.idle:
        return
    if window.views.place != "briefs":
        window.go("briefs")
        return
    print([name for name in sys.modules if name.partition(".")[0] == "reportlab"])
    window.close()
"""


def test_where_no_brief_was_exported_nothing_that_sets_one_is_loaded(tmp_path: Path) -> None:
    looks = (
        "self.look = QTimer(interval=20); self.look.timeout.connect(lambda: look(window)); self.look.start()"
    )
    ended = started(tmp_path, looks, BRIEFS_AND_OUT)
    assert (ended.returncode, ended.stdout.strip()) == (0, "[]"), ended.stderr


def test_closed_at_the_first_picture_it_ends_and_makes_no_store(tmp_path: Path) -> None:
    ended = started(tmp_path, "QTimer.singleShot(0, window.close)")
    assert ended.returncode == 0
    assert not list(tmp_path.glob("a.casefile*"))


def test_a_session_that_ends_early_ends_the_program(tmp_path: Path) -> None:
    ended = started(tmp_path, "QTimer.singleShot(0, ui.app.QApplication.quit)")
    assert (ended.returncode, ended.stderr.count("Traceback")) == (0, 0)


def test_a_part_that_cannot_be_made_ends_the_program_with_a_reason(tmp_path: Path) -> None:
    broken = """
import ui.furnishing
def fail(self): raise OSError("No icons")
ui.furnishing.Furnishing._make_side_bar = fail
"""
    ended = started(tmp_path, "pass", broken)
    assert ended.returncode == 1
    assert "Casefile cannot start. No icons" in ended.stderr


def test_nothing_is_to_be_seen_of_the_parts_before_all_are_there(
    unfurnished: MainWindow, qtbot: QtBot
) -> None:
    for _ in Furnishing(unfurnished, Settings(person="Tester")).steps():
        qtbot.wait(1)
        assert [child for child in unfurnished.findChildren(QWidget) if child.isVisible()] == []
    assert unfurnished.is_furnished
    qtbot.waitUntil(unfurnished.inbox.isVisible)


def test_closed_between_any_two_steps_it_ends(qtbot: QtBot) -> None:
    def made(count: int) -> bool:
        window = make_unfurnished(Settings(person="Tester"))
        window.show()
        steps = Furnishing(window, Settings(person="Tester")).steps()
        window.furnish(steps)
        taken = sum(1 for _ in islice(steps, count))
        with qtbot.waitSignal(window.finished):
            window.close()
        assert window.ended
        window.deleteLater()
        return taken == count

    count = 0
    while made(count):
        count += 1
    assert count > 10


def test_the_keys_that_quit_do_so_at_once(unfurnished: MainWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(unfurnished.finished):
        QTest.keyClick(unfurnished, Qt.Key.Key_Q, Qt.KeyboardModifier.ControlModifier)


def test_what_is_dropped_on_the_first_picture_is_imported(
    unfurnished: MainWindow, qtbot: QtBot, article: Path, tmp_path: Path
) -> None:
    unfurnished.furnish(opening(unfurnished, tmp_path / "new.casefile"))
    drop(unfurnished, file_mime(article))
    assert unfurnished.is_furnished
    assert unfurnished.desk.path is None
    qtbot.waitUntil(lambda: len(unfurnished.inbox.table.model.ids) == 1, timeout=30_000)
    qtbot.waitUntil(lambda: unfurnished.desk.jobs.idle, timeout=30_000)


def test_what_is_dropped_where_no_store_can_be_opened_is_told(
    unfurnished: MainWindow, qtbot: QtBot, article: Path, tmp_path: Path
) -> None:
    spoilt = tmp_path / "spoilt.casefile"
    spoilt.write_bytes(b"no store" * 99)
    unfurnished.furnish(opening(unfurnished, spoilt))
    drop(unfurnished, file_mime(article))
    qtbot.waitUntil(lambda: "No store is open" in unfurnished.messages.text, timeout=20_000)


def test_a_view_is_made_when_it_is_first_gone_to(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    assert [pane.objectName() for pane in window.views.all_built()] == ["Inbox"]
    assert window.views.built(Panes.actions_pane) is None
    window.go("actions")
    pane = window.views.built(Panes.actions_pane)
    assert pane is not None
    assert pane is window.actions_pane
    assert len(list(window.views.all_built())) == 2
    settle()
    assert len(pane.table.model.ids) == 4


def test_commands_of_views_that_are_not_there_rest(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    of_views = [command for command in COMMANDS if command.menu in ("Action", "Review")]
    enabled = {name for name, action in window.commands.items() if action.isEnabled()}
    assert enabled & {command.name for command in of_views} == set()
    assert enabled & {"save_search", "take_back_import", "resume_import", "restore", "assign"} == set()
    assert {"import", "undo", "sort"} <= enabled
    assert len(list(window.views.all_built())) == 1


def test_a_view_that_is_made_in_a_case_file_shows_that_only(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    window.errands.add_case({"title": "Empty", "purpose": ""})
    settle()
    window.go_to_case(window.errands.cases[0].id, "quotes")
    settle()
    assert len(window.quotes.table.model.ids) == 0


def test_every_view_is_in_sight_when_it_is_gone_to(window: MainWindow, settle: Settle) -> None:
    assert len({view.name for view in VIEWS}) == len(VIEWS)
    for view in VIEWS:
        window.views.show(view.name, None)
        settle()
        assert window.views.at(view.name).isVisible()
    for view in IN_MENU:
        window.commands[view.command or view.name].trigger()
        settle()
        assert window.views.place == view.name


def test_the_first_picture_has_the_parts_where_they_were(window: MainWindow) -> None:
    outline = window.outline()
    assert Outline.parse(str(outline)) == outline
    assert outline.top == window.side_bar.mapTo(window, QPoint()).y()
    assert outline.side > window.side_bar.width() > 0
    assert outline.bottom == window.statusBar().height()


def test_the_first_picture_is_painted_in_the_colours_of_the_palette(qtbot: QtBot) -> None:
    window = make_unfurnished(Settings(person="Tester", outline="60 200 20"))
    qtbot.addWidget(window)
    window.resize(600, 400)
    picture = window.grab().toImage()
    role = QPalette.ColorRole
    for place, part in (
        ((5, 5), role.Window), ((500, 58), role.Window), ((5, 200), role.Window), ((500, 390), role.Window),
        ((500, 200), role.Base), ((500, 59), role.Mid), ((199, 200), role.Mid), ((500, 380), role.Mid),
    ):  # fmt: skip
        assert picture.pixelColor(*place).name() == window.palette().color(part).name()


@pytest.mark.parametrize("text", ["", "1 2", "a b c", "1 2 3 4", "-1 2 3", "¹ 2 3"])
def test_an_outline_that_cannot_be_read_is_none(text: str) -> None:
    assert Outline.parse(text) == Outline()


def test_make_window_gives_a_furnished_one(qtbot: QtBot) -> None:
    window = make_window(Settings(person="Tester"))
    assert window.is_furnished
    with qtbot.waitSignal(window.finished):
        window.close()
    window.deleteLater()


def test_views_that_were_made_ahead_are_as_those_that_are_gone_to(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    for _ in make_ahead(window):
        settle()
    assert len(list(window.views.all_built())) >= len(MADE_AHEAD)
    made = {name: window.views.at(name) for name in MADE_AHEAD}
    for name in ("sources", "actions", "quotes"):
        window.go(name)
        settle()
        assert window.views.at(name) is made[name]
        assert made[name].isVisible()


def test_what_was_read_ahead_is_there_at_once_and_follows_the_store(
    window: MainWindow, settle: Settle
) -> None:
    in_store(window, settle, several)
    for _ in make_ahead(window):
        settle()
    assert [len(pane.table.model.ids) for pane in (window.actions_pane, window.sources)] == [4, 4]
    assert window.actions_pane.table.model.row_at(0) is not None
    assert window.views.place == "inbox"
    window.go("actions")
    assert window.desk.jobs.idle  # nothing is read again
    window.go("inbox")
    window.desk.undo()
    settle()
    before = len(window.actions_pane.table.model.ids)
    window.go("actions")
    settle()
    assert (before, len(window.actions_pane.table.model.ids)) == (4, 3)


def test_a_view_that_is_gone_to_between_its_two_steps_is_made_once(window: MainWindow) -> None:
    steps = make_ahead(window)
    next(steps)
    window.go(MADE_AHEAD[0])
    first = window.views.at(MADE_AHEAD[0])
    for _ in steps:
        pass
    assert window.views.at(MADE_AHEAD[0]) is first
    assert first.isVisible()


def test_readers_warm_up_when_the_first_list_has_had_its_time(
    window: MainWindow, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    warmed: list[bool] = []
    monkeypatch.setattr(window.desk, "warm_readers", lambda: warmed.append(window.desk.jobs.idle))
    _settle_in(window)
    try:
        window.desk.opened.emit()
        assert warmed == []
        qtbot.waitUntil(lambda: bool(warmed))
        assert warmed == [True]
    finally:
        window.desk.ending.emit()  # the steps that are left
        gc.unfreeze()


def test_while_the_parts_are_made_no_other_window_is_shown(unfurnished: MainWindow, tmp_path: Path) -> None:
    for _ in opening(unfurnished, tmp_path / "a.casefile"):
        QApplication.processEvents()
        shown = [widget for widget in QApplication.topLevelWidgets() if widget.isVisible()]
        assert shown == [unfurnished]
    QApplication.processEvents()
    assert unfurnished.side_bar.isVisible()


def test_a_side_bar_that_is_not_wanted_is_never_shown(unfurnished: MainWindow) -> None:
    settings = Settings(person="Tester", shows_side_bar=False)
    unfurnished.furnish(Furnishing(unfurnished, settings).steps())
    unfurnished.furnish_now()
    QApplication.processEvents()
    assert not unfurnished.side_bar.isVisible()
    unfurnished.commands["side_bar"].trigger()
    assert unfurnished.side_bar.isVisible()


def test_every_icon_of_a_command_is_drawn_before_the_commands_are_made(
    unfurnished: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    for _ in draw_icons():
        pass
    drawn: list[str] = []
    monkeypatch.setattr(icons, "_draw", lambda name, *_: drawn.append(name))
    make_actions(unfurnished)
    assert drawn == []
