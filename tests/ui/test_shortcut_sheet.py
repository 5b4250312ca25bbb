import re
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QKeySequence
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QAbstractButton, QHeaderView, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from ui.commands import COMMANDS
from ui.dialogs.shortcut_sheet import ShortcutSheet, print_sheet
from ui.main_window import MainWindow
from ui.pane_keys import PANE_KEYS
from ui.shortcut_groups import as_text, narrowed, shortcut_groups
from ui.widgets.column_flow import ColumnFlow

README = Path(__file__).parents[2] / "README.md"


@pytest.fixture
def sheet(qtbot: QtBot) -> ShortcutSheet:
    made = ShortcutSheet()
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def test_every_command_with_keys_stands_under_its_menu() -> None:
    lines = {
        (group.name.partition(" (")[0], line.text) for group in shortcut_groups() for line in group.lines
    }
    of_menus = [command for command in COMMANDS if command.shortcut and not command.in_lists]
    assert {(command.menu, command.text.rstrip("…")) for command in of_menus} <= lines


def test_every_key_that_counts_in_some_lists_stands_with_their_keys() -> None:
    keys = {key for pane in PANE_KEYS for some, _ in pane.keys for key in some.split()}
    of_lists = {key for command in COMMANDS if command.in_lists for key in command.shortcut.split()}
    assert of_lists <= keys


@pytest.mark.parametrize(
    ("name", "said"),
    [
        ("conflicts", "F4 opens the conflicts"), ("settle", "Shift+F4 settles"), ("wall", "(Ctrl+Shift+W)"),
        ("find", "Ctrl+F, F3 and Shift+F3 find"), ("narrow", "facets (Ctrl+Shift+F)"),
        ("group", "grouped (Ctrl+Shift+G)"), ("search", "The box at the top (Ctrl+K)"),
    ],
)  # fmt: skip
def test_the_guide_names_the_keys_of_commands_as_the_menu_does(name: str, said: str) -> None:
    (command,) = [command for command in COMMANDS if command.name == name]
    assert command.shortcut in re.split(r"[\s(),]+", said)
    assert said in README.read_text("utf-8")


@pytest.mark.usefixtures("qapp")
def test_the_keys_of_the_panes_are_keys() -> None:
    for pane in PANE_KEYS:
        for keys, text in pane.keys:
            assert text
            assert all(QKeySequence(key).toString() for key in keys.split()), keys


def test_words_narrow_by_text_key_and_group() -> None:
    groups = shortcut_groups()
    assert [line.text for group in narrowed(groups, "ctrl+k") for line in group.lines] == [
        "Search everything"
    ]
    assert {group.name for group in narrowed(groups, "review next")} == {"Review (while it is in sight)"}
    assert narrowed(groups, "no such thing") == []


def test_the_text_has_a_line_for_each_shortcut() -> None:
    groups = shortcut_groups()
    text = as_text(groups)
    assert len(text.splitlines()) == sum(len(group.lines) + 2 for group in groups) - 1
    assert as_text([]) == ""


def test_the_columns_follow_the_width(qtbot: QtBot) -> None:
    flow = ColumnFlow(10)
    qtbot.addWidget(flow)
    blocks = [QLabel("A block of text\nof two lines") for _ in range(6)]
    wide = blocks[0].sizeHint().width()
    flow.resize(wide + 5, 400)
    flow.show()
    flow.show_blocks(blocks)
    assert flow.columns() == 1
    one_column = flow.minimumHeight()
    flow.resize(wide * 5, 400)
    assert flow.columns() > 2
    assert flow.minimumHeight() < one_column
    areas = [block.geometry() for block in blocks]
    assert not any(one.intersects(other) for one in areas for other in areas if one is not other)


def test_no_text_of_the_sheet_is_cut_off(sheet: ShortcutSheet, qtbot: QtBot) -> None:
    for width in (560, 760, 1200):
        sheet.resize(width, 600)
        qtbot.wait(20)
        for block in sheet.flow.children():
            if isinstance(block, QWidget) and block.isVisible():
                assert block.width() >= block.minimumSizeHint().width()
                assert block.height() >= block.heightForWidth(block.width())
                assert block.geometry().right() <= sheet.flow.width()


def test_what_keys_do_begins_at_one_edge_in_all_groups(sheet: ShortcutSheet) -> None:
    keys = [label for label in sheet.findChildren(QLabel) if label.objectName() == "keys"]
    assert len(keys) > len(COMMANDS) / 2
    assert len({label.width() for label in keys}) == 1


def test_typing_narrows_what_is_shown_and_copied(sheet: ShortcutSheet) -> None:
    sheet.search.setText("undo")
    sheet.copy()
    assert QGuiApplication.clipboard().text() == as_text(sheet.shown)
    assert "Undo" in as_text(sheet.shown)
    assert "Quit" not in as_text(sheet.shown)


@pytest.mark.usefixtures("qapp")
def test_it_prints_to_pages(tmp_path: Path) -> None:
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "keys.pdf"))
    print_sheet(shortcut_groups(), printer)
    assert (tmp_path / "keys.pdf").read_bytes().startswith(b"%PDF")


def nameless(dialog: QWidget) -> list[QWidget]:
    """What takes the focus and says nothing to those who listen."""
    return [
        child
        for child in dialog.findChildren(QWidget)
        if child.isVisible()
        and child.focusPolicy() is not Qt.FocusPolicy.NoFocus
        and not child.accessibleName()
        and not (isinstance(child, QAbstractButton) and child.text())
        and not child.objectName().startswith("qt_")
        and not isinstance(child, QHeaderView)
    ]


@pytest.mark.parametrize("name", ["shortcuts", "first_steps", "about"])
def test_the_help_opens_once_and_beside_the_window(window: MainWindow, name: str) -> None:
    window.commands[name].trigger()
    dialog = window.around.help[name]
    assert dialog.isVisible()
    assert not dialog.isModal()
    assert nameless(dialog) == []
    dialog.reject()
    window.commands[name].trigger()
    assert window.around.help[name] is dialog
    assert dialog.isVisible()
    dialog.close()


def test_a_first_step_does_its_command(window: MainWindow, qtbot: QtBot) -> None:
    window.commands["first_steps"].trigger()
    dialog = window.around.help["first_steps"]
    button = next(one for one in dialog.findChildren(QPushButton) if one.text().startswith("All actions"))
    button.click()
    qtbot.waitUntil(window.actions_pane.isVisible)
    dialog.close()
