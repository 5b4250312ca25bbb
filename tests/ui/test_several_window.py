"""Several records chosen in a list: how many, what they have in common, one field set for all of them."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox
from pytestqt.qtbot import QtBot

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import editing, queries
from casefile.store.keeping import Capture, keep_sources
from casefile.store.rows import ActionRow
from casefile.store.store import Store, Writer
from tests.ui.made_records import Settle, disputed, in_store
from ui.main_window import MainWindow
from ui.selection_panel import SelectionPanel


@pytest.fixture
def opened(
    several_first: None,  # noqa: ARG001  the window's store
    window: MainWindow,
    settle: Settle,
) -> MainWindow:
    """The window on four actions, all of them chosen."""
    window.activateWindow()
    window.go("actions")
    settle()
    window.actions_pane.table.view.selectAll()
    settle()
    return window


def rows(window: MainWindow, settle: Settle) -> list[ActionRow]:
    found: list[list[ActionRow]] = []
    window.desk.read("rows", lambda r: queries.action_rows(r, [1, 2, 3, 4]), found.append)
    settle()
    return found[0]


def enter(panel: SelectionPanel, settle: Settle, name: str, words: str) -> None:
    line = panel.values[name].line
    line.setFocus()
    line.selectAll()
    QTest.keyClicks(line, words)
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()


def test_the_detail_says_how_many_and_comes_back(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    pane = opened.actions_pane
    assert pane.selection.count.text() == "4 actions chosen"
    assert not pane.tabs.isVisible()
    qtbot.waitUntil(lambda: pane.selection.values["jurisdiction"].line.text() == "NL")
    pane.table.choose(2)
    settle()
    assert pane.tabs.isVisible()
    assert not pane.selection.count.isVisible()
    assert not pane.selection.values["status"].isVisible()


def test_a_field_is_set_for_all_in_one_step(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    panel = opened.actions_pane.selection
    qtbot.waitUntil(lambda: panel.values["status"].line.text() == "Imposed")
    enter(panel, settle, "status", "Appealed")
    assert {row.status for row in rows(opened, settle)} == {"appealed"}
    assert opened.commands["undo"].text() == "Undo: Set the status of 4 actions"
    qtbot.waitUntil(lambda: panel.values["status"].line.text() == "Appealed")
    opened.commands["undo"].trigger()
    settle()
    assert {row.status for row in rows(opened, settle)} == {"imposed"}


def test_a_value_can_be_picked_from_the_list(opened: MainWindow, settle: Settle) -> None:
    field = opened.actions_pane.selection.values["status"]
    assert isinstance(field.input, QComboBox)
    field.input.setCurrentIndex(field.input.findData("annulled"))
    field.input.activated.emit(field.input.currentIndex())
    settle()
    assert {row.status for row in rows(opened, settle)} == {"annulled"}


def test_what_differs_is_various(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    pane = opened.actions_pane
    pane.table.choose(1)
    settle()
    panel = pane.selection
    pane.table.view.selectAll()
    settle()
    enter(panel, settle, "jurisdiction", "BE")
    pane.table.choose(1)
    settle()
    opened.desk.write("One", _set_one)
    settle()
    pane.table.view.selectAll()
    line = panel.values["jurisdiction"].line
    qtbot.waitUntil(lambda: (line.text(), line.placeholderText()) == ("", "various"))


def _set_one(writer: Writer) -> None:
    editing.set_value(writer, 1, "jurisdiction", "FR", "ann")


def test_escape_leaves_what_stands(opened: MainWindow, settle: Settle, qtbot: QtBot) -> None:
    line = opened.actions_pane.selection.values["jurisdiction"].line
    qtbot.waitUntil(lambda: line.text() == "NL")
    line.setFocus()
    QTest.keyClicks(line, "XX")
    QTest.keyClick(line, Qt.Key.Key_Escape)
    settle()
    assert line.text() == "NL"
    assert {row.jurisdiction for row in rows(opened, settle)} == {"NL"}


def test_nothing_entered_is_told_and_changes_nothing(
    opened: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    panel = opened.actions_pane.selection
    qtbot.waitUntil(lambda: panel.values["jurisdiction"].line.text() == "NL")
    line = panel.values["jurisdiction"].line
    line.setFocus()
    line.clear()
    QTest.keyClick(line, Qt.Key.Key_Return)
    settle()
    assert {row.jurisdiction for row in rows(opened, settle)} == {"NL"}


def test_sources_and_quotes_have_fields_of_their_own(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    in_store(window, settle, disputed)
    window.go("sources")
    settle()
    pane = window.sources
    pane.table.view.selectAll()
    settle()
    qtbot.waitUntil(lambda: pane.selection_panel.values["kind"].line.text() != "")
    enter(pane.selection_panel, settle, "kind", "Ruling")
    assert pane.selection_panel.count.text() == "2 sources chosen"
    found = [pane.table.model.row_at(row) for row in range(2)]
    assert [row.kind.value for row in found if row is not None] == ["ruling", "ruling"]
    assert not pane.reader.isVisible()


MANY = 3_000


def test_the_window_stays_awake_while_a_field_of_many_is_set(
    window: MainWindow, settle: Settle, qtbot: QtBot
) -> None:
    def work(store: Store) -> None:
        with store.write("Import", by="ann") as writer:
            keep_sources(
                writer,
                [
                    (
                        Capture(
                            f"{number}".encode(), f"{number}.txt", f"Text {number}.",
                            SourceMetadata(title=f"{number}"), "text/plain", "plain/1", (),
                        ),
                        Proposals(),
                    )
                    for number in range(MANY)
                ],
            )  # fmt: skip

    in_store(window, settle, work)
    window.go("sources")
    settle()
    pane = window.sources
    pane.table.view.selectAll()
    qtbot.waitUntil(lambda: pane.selection_panel.count.text() == "3,000 sources chosen")
    told: list[tuple[int, int]] = []
    window.desk.jobs.progressed.connect(lambda progress: told.append((progress.done, progress.total)))
    line = pane.selection_panel.values["outlet"].line
    line.setFocus()
    QTest.keyClicks(line, "Reuters")
    QTest.keyClick(line, Qt.Key.Key_Return)
    assert not window.desk.jobs.idle
    assert pane.table.isEnabled()
    settle()
    assert told[0] == (0, MANY)
    assert window.commands["undo"].text() == "Undo: Set the outlet of 3,000 sources"
    first = pane.table.model.row_at(0)
    assert first is not None
    assert first.outlet == "Reuters"
