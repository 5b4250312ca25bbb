"""The trees below a record: how wide their columns are, and what they say without any row."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from ui.widgets.evidence_tree import EvidenceTree

WORDS = "No source says what the role is."


def shown(qtbot: QtBot, qapp: QApplication, *rows: tuple[str, str, str]) -> EvidenceTree:
    """A tree with these rows, laid out."""
    tree = EvidenceTree("Quotes", ("Speaker", "Quote", "Source"), (30, 0, 34))
    qtbot.addWidget(tree)
    tree.say_empty(WORDS)
    tree.resize(900, 200)
    tree.show()
    for row in rows:
        tree.add_row(tree, row)
    qapp.processEvents()
    return tree


def test_columns_leave_what_their_rows_do_not_need_to_what_is_said(qtbot: QtBot, qapp: QApplication) -> None:
    header = shown(qtbot, qapp, ("Ann Lee", "We disagree, " * 20, "First, 3 March 2025")).header()
    metrics = header.fontMetrics()
    assert metrics.horizontalAdvance("Ann Lee") < header.sectionSize(0) < header.sectionSize(2)
    assert metrics.horizontalAdvance("First, 3 March 2025") < header.sectionSize(2)
    assert header.sectionSize(1) > header.sectionSize(0) + header.sectionSize(2)


def test_a_name_is_read_whole_where_there_is_room(qtbot: QtBot, qapp: QApplication) -> None:
    name = "The authority for the protection of data and freedom"
    header = shown(qtbot, qapp, (name, "No.", "First")).header()
    assert header.sectionSize(0) > header.fontMetrics().horizontalAdvance(name)


def test_without_rows_it_says_why(qtbot: QtBot, qapp: QApplication) -> None:
    tree = shown(qtbot, qapp)
    assert tree.accessibleDescription() == WORDS
    blank = tree.viewport().grab().toImage()
    tree.say_empty("")
    assert tree.viewport().grab().toImage() != blank
    tree.say_empty(WORDS)
    tree.add_row(tree, ("Ann Lee", "No.", "First"))
    assert tree.accessibleDescription() == ""
    tree.clear()
    assert tree.accessibleDescription() == WORDS
