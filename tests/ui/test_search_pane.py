"""Searching in the window: marked hits, the explained query, saved searches in the side bar."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLineEdit, QToolButton, QTreeWidgetItem
from pytestqt.qtbot import QtBot

from casefile.intake import accept_unreviewed, import_files
from casefile.proposals import Proposals
from casefile.store.store import Store
from casefile.values import Span
from tests.store.records import keep
from tests.ui.made_records import in_store
from ui.dialogs.saved_search import NameSearchDialog
from ui.main_window import MainWindow
from ui.panes.search import FIRST_SNIPPETS, PAGE_HITS
from ui.widgets.query_problems import select_place

Settle = Callable[[], None]


def fill(window: MainWindow, settle: Settle, article: Path) -> None:
    def work(store: object, _: object) -> None:
        assert isinstance(store, Store)
        (line,) = import_files(store, [article], "Tester", readers=window.desk.readers.get())
        assert line.source_id is not None
        accept_unreviewed(store, line.source_id, "Tester")

    window.desk.run("Filling", work)
    settle()


def search(window: MainWindow, settle: Settle, words: str) -> None:
    window.search_box.setText(words)
    settle()


def searches(window: MainWindow) -> list[QTreeWidgetItem]:
    items = [window.side_bar.topLevelItem(row) for row in range(window.side_bar.topLevelItemCount())]
    texts = [item.text(0) if item else "" for item in items]
    start, end = texts.index("Saved searches"), texts.index("Case files")
    return [item for item in items[start + 1 : end] if item]


def enter_name(name: str) -> None:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameSearchDialog)
    entry = dialog.inputs["name"]
    assert isinstance(entry, QLineEdit)
    entry.setText(name)
    dialog.revise()
    dialog.accept()


def test_hits_of_every_kind_stand_in_one_list(window: MainWindow, settle: Settle, article: Path) -> None:
    fill(window, settle, article)
    search(window, settle, "uber")
    assert window.search.isVisible()
    kinds = [
        row.kind for row in (window.search.table.model.row_at(0), window.search.table.model.row_at(1)) if row
    ]
    assert kinds == ["action", "source"]
    assert window.search.count.text() == "2 hits"
    assert not window.search.problems.isVisible()
    hit = window.search.table.model.row_at(1)
    assert hit is not None
    assert {mark.of(hit.snippet).casefold() for mark in hit.marks} == {"uber"}
    window.grab()


def test_hits_further_down_get_their_snippets_when_they_come_into_sight(
    window: MainWindow, settle: Settle
) -> None:
    def work(store: Store) -> None:
        for number in range(FIRST_SNIPPETS + PAGE_HITS):
            keep(store, Proposals(), f"{number}.txt")

    in_store(window, settle, work)
    search(window, settle, "fined")
    table, last = window.search.table, FIRST_SNIPPETS + PAGE_HITS - 1
    assert len(table.model.ids) == last + 1
    first = table.model.row_at(0)
    assert first is not None
    assert first.marks
    assert table.model.row_at(last) is None
    table.view.scrollToBottom()
    window.grab()
    settle()
    shown = table.model.row_at(last)
    assert shown is not None
    assert [mark.of(shown.snippet) for mark in shown.marks] == [
        mark.of(first.snippet) for mark in first.marks
    ]


def test_a_wrong_query_is_explained_and_its_place_can_be_reached(
    window: MainWindow, settle: Settle, article: Path
) -> None:
    fill(window, settle, article)
    search(window, settle, "uber amount:lots <b>x</b>")
    problems = window.search.problems
    assert problems.isVisible()
    assert problems.sentences == ("“amount:” wants a figure such as >10m, €1m..€5m or 1.5bn, not “lots”.",)
    problems.place_chosen.emit(problems.query.spans[0])
    assert window.search_box.selectedText() == "amount:lots"
    window.grab()
    search(window, settle, "uber amount:>10m")
    assert not problems.isVisible()
    assert window.search.count.text() == "2 hits"


def test_the_place_of_a_query_that_was_typed_over_is_passed_over(qtbot: QtBot) -> None:
    box = QLineEdit("new")
    qtbot.addWidget(box)
    select_place(box, Span(118, 120))
    assert box.selectedText() == ""
    select_place(box, Span(1, 3))
    assert box.selectedText() == "ew"


def test_the_filter_of_the_actions_explains_what_it_did_not_understand(
    window: MainWindow, settle: Settle, qtbot: QtBot, article: Path
) -> None:
    fill(window, settle, article)
    window.go("actions")
    pane = window.actions_pane
    pane.filter.setText(" uber amount:lots")
    qtbot.waitUntil(pane.problems.isVisible)
    assert pane.problems.sentences == (
        "“amount:” wants a figure such as >10m, €1m..€5m or 1.5bn, not “lots”.",
    )
    assert len(pane.table.model.ids) == 1
    button = next(b for b in pane.problems.findChildren(QToolButton) if b.isVisible())
    assert button.accessibleName() == "Go to it in the filter"
    button.click()
    assert pane.filter.selectedText() == "amount:lots"
    window.grab()
    pane.filter.setText("lyft amount:lots")
    qtbot.waitUntil(lambda: not pane.table.model.ids)
    pane.filter.setText("uber amount:>10m")
    qtbot.waitUntil(lambda: not pane.problems.isVisible())
    assert len(pane.table.model.ids) == 1


def test_a_search_is_saved_run_renamed_deleted_and_brought_back(
    window: MainWindow, settle: Settle, article: Path
) -> None:
    fill(window, settle, article)
    assert not window.commands["save_search"].isEnabled()
    search(window, settle, "amount:>10m")
    window.commands["save_search"].trigger()
    enter_name("Large ones")
    settle()
    assert [item.text(0) for item in searches(window)] == ["Large ones"]
    window.go("inbox")
    window.search_box.clear()
    window.side_bar.setCurrentItem(searches(window)[0])
    settle()
    assert window.search_box.text() == "amount:>10m"
    assert window.search.isVisible()
    assert window.search.count.text() == "3 hits"
    assert window.side_bar.currentItem() is searches(window)[0]
    rename, delete = window.side_bar.search_actions
    assert (rename.shortcut().toString(), delete.shortcut().toString()) == ("F2", "Del")
    rename.trigger()
    enter_name("Largest")
    settle()
    assert [item.text(0) for item in searches(window)] == ["Largest"]
    delete.trigger()
    settle()
    assert searches(window) == []
    window.commands["undo"].trigger()
    settle()
    assert [item.text(0) for item in searches(window)] == ["Largest"]


def test_a_name_is_taken_once(window: MainWindow, settle: Settle) -> None:
    window.errands.add_search("Fines", "kind:fine")
    settle()
    window.errands.save_search("kind:ban")
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, NameSearchDialog)
    entry = dialog.inputs["name"]
    assert isinstance(entry, QLineEdit)
    for name, good in (("fines", False), (" ", False), ("Bans", True)):
        entry.setText(name)
        dialog.revise()
        assert dialog._accept.isEnabled() is good
    dialog.reject()
