"""What somebody sees who has nothing yet, and where the empty views lead."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from casefile.errors import CancelledError
from casefile.intake import demo
from casefile.intake.workers import ReaderPool
from casefile.paths import data_folder, default_store_path
from casefile.progress import Task
from casefile.store import lists
from casefile.store.store import Store
from tests.ui.made_records import Settle, in_store, several
from ui.main_window import MainWindow
from ui.widgets.pane import Pane


def steps(pane: Pane) -> list[str]:
    table = pane.main_table()
    assert table is not None
    return [button.text() for button in table.empty.buttons]


def press(pane: Pane, text: str) -> None:
    table = pane.main_table()
    assert table is not None
    next(button for button in table.empty.buttons if button.text() == text).click()


@pytest.fixture
def first(window: MainWindow, settle: Settle) -> MainWindow:
    """The window as it starts the first time."""
    window.desk.open(default_store_path())
    settle()
    return window


def test_the_first_start_offers_the_demo_case_and_an_empty_store(first: MainWindow) -> None:
    assert steps(first.inbox) == ["Open the demo case", "Begin with an empty store"]
    assert first.inbox.table.empty.isVisible()


def test_the_keyboard_is_where_one_begins(first: MainWindow, settle: Settle) -> None:
    focused = first.focusWidget()
    assert isinstance(focused, QPushButton)
    assert focused.text() == "Open the demo case"
    in_store(first, settle, several)
    first.desk.open(first.desk.path or default_store_path(), create=False)
    first.commands["actions"].trigger()
    settle()
    assert first.focusWidget() is first.actions_pane.table.view


def test_opening_a_store_leaves_the_keyboard_to_who_searches(first: MainWindow, settle: Settle) -> None:
    first.commands["search"].trigger()
    first.search_box.setText("uber")
    first.desk.open(default_store_path())
    settle()
    assert first.focusWidget() is first.search_box


def test_the_keyboard_follows_what_an_import_brings_and_what_its_undo_leaves(
    first: MainWindow, settle: Settle, article: Path
) -> None:
    press(first.inbox, "Begin with an empty store")
    assert first.focusWidget() is first.inbox.table.empty.buttons[0]
    first.errands.import_paths([article])
    settle()
    assert first.inbox.table.model.ids
    assert first.focusWidget() is first.inbox.table.view
    first.commands["undo"].trigger()
    settle()
    assert first.inbox.table.empty.isVisible()
    assert first.focusWidget() is not first.search_box


def test_who_begins_with_an_empty_store_is_led_to_the_import(first: MainWindow, settle: Settle) -> None:
    press(first.inbox, "Begin with an empty store")
    assert steps(first.inbox) == ["Import"]
    first.desk.changed.emit()
    settle()
    assert steps(first.inbox) == ["Import"]
    assert first.desk.path == default_store_path()


def test_the_demo_case_is_a_store_of_its_own_with_something_left_to_review(
    first: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    press(first.inbox, "Open the demo case")
    path = data_folder() / demo.DEMO_STORE
    qtbot.waitUntil(lambda: first.desk.path == path, timeout=60_000)
    settle()
    assert len(first.inbox.table.model.ids) == len(demo.ARTICLES) - demo.ACCEPTED
    assert [case.title for case in first.errands.cases] == ["Cameras in shops"]
    assert "on your behalf" in first.messages.text
    first.go("actions")
    settle()
    assert len(first.actions_pane.table.model.ids) > 0
    assert sorted(entry.name for entry in path.parent.glob(".demo-*")) == []


def test_the_demo_case_is_made_once(tmp_path: Path, readers: ReaderPool) -> None:
    path = tmp_path / demo.DEMO_STORE
    demo.make_demo_store(path, "Tester", readers=readers)
    before = path.stat().st_mtime_ns
    assert demo.make_demo_store(path, "Tester") == path
    assert path.stat().st_mtime_ns == before
    store = Store.open(path)
    with store.read() as reader:
        assert lists.counts(reader).sources == len(demo.ARTICLES)
    store.close()


def test_a_demo_case_that_is_stopped_leaves_nothing(tmp_path: Path, readers: ReaderPool) -> None:
    from threading import Event

    stop = Event()
    stop.set()
    with pytest.raises(CancelledError):
        demo.make_demo_store(tmp_path / demo.DEMO_STORE, "Tester", Task(stop=stop), readers)
    assert list(tmp_path.glob("*emo*")) == []


def test_another_empty_store_offers_the_import_only(window: MainWindow) -> None:
    assert steps(window.inbox) == ["Import"]


@pytest.mark.parametrize(
    ("place", "step", "leads_to"),
    [("actions", "Inbox", "inbox"), ("quotes", "Inbox", "inbox"), ("timeline", "Inbox", "inbox"),
     ("sources", "Import", ""), ("receipt", "Import", ""), ("parties", "Inbox", "inbox"),
     ("briefs", "Inbox", "inbox")],
)  # fmt: skip
def test_each_empty_view_leads_on(
    window: MainWindow, settle: Settle, place: str, step: str, leads_to: str
) -> None:
    window.go(place)
    settle()
    pane = window.views.at(place)
    assert steps(pane) == [step]
    if leads_to:
        press(pane, step)
        assert window.views.place == leads_to


def test_an_empty_case_file_leads_to_all_actions(window: MainWindow, settle: Settle) -> None:
    in_store(window, settle, several)
    window.errands.add_case({"title": "Empty", "purpose": ""})
    settle()
    window.go_to_case(window.errands.cases[0].id)
    settle()
    press(window.actions_pane, "All actions")
    assert (window.views.place, window.case_id) == ("actions", None)


def test_a_filter_that_leaves_nothing_has_no_next_step(
    window: MainWindow, qtbot: QtBot, settle: Settle
) -> None:
    in_store(window, settle, several)
    window.go("actions")
    settle()
    window.actions_pane.head.filter.setText("nothingofthekind")
    qtbot.waitUntil(lambda: steps(window.actions_pane) == [])
