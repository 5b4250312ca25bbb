"""A proposal beside an action of the store: what is seen, what a key decides, what undo brings back."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from casefile.store.beside import Beside, BesideRow, Fit, Place, Side
from casefile.store.rows import ProposalRow
from casefile.terms import ProposalKind, ProposalState
from casefile.values import Span
from tests.ui.test_review_matches import GERMAN, KNOWN, actions, import_text
from ui.main_window import MainWindow
from ui.models.beside_model import FIT, HERE, STORE, BesideModel
from ui.widgets.beside_view import BesideView

Settle = Callable[[], None]


@pytest.fixture
def comparing(window: MainWindow, settle: Settle, tmp_path: Path) -> ProposalRow:
    """The German report beside the action of the English one."""
    import_text(window, settle, tmp_path, "known.txt", KNOWN)
    window.start_review(1)
    settle()
    window.review.accept_all()
    settle()
    import_text(window, settle, tmp_path, "second.txt", GERMAN)
    window.start_review(2)
    settle()
    row = next(row for row in window.review.cards.waiting() if row.kind is ProposalKind.ACTION)
    window.review.cards.choose(row.id)
    QTest.keyClick(window.review.cards, Qt.Key.Key_C)
    settle()
    return row


def line(view: BesideView, label: str) -> tuple[str, str, str]:
    """What both say of a field, and how that fits."""
    model = view.model
    for row in range(model.rowCount()):
        cells = [str(model.data(model.index(row, column))) for column in range(model.columnCount())]
        if cells[0].startswith(label):
            return cells[1], cells[2], cells[3]
    raise AssertionError(f"no line {label}")


def go_to(view: BesideView, label: str, column: int) -> None:
    model = view.model
    row = next(r for r in range(model.rowCount()) if str(model.data(model.index(r, 0))).startswith(label))
    view.table.setCurrentIndex(model.index(row, column))


def words(view: BesideView) -> str:
    return " ".join(label.text() for label in view.head.findChildren(QLabel))


def marked(view: BesideView) -> str:
    """The words of the first passage that is marked."""
    first = view.reader.extraSelections()[0]
    return str(first.cursor.selectedText())


def state(window: MainWindow, row: ProposalRow) -> ProposalState:
    return window.review._rows[row.id].state


@pytest.mark.usefixtures("comparing")
def test_both_stand_side_by_side_field_by_field(window: MainWindow) -> None:
    view = window.review.beside
    assert view.isVisible()
    assert line(view, "Fine") == ("€395,000,000", "€390,000,000", "In conflict")
    assert line(view, "Measure") == ("Fine", "Fine", "Agrees")
    here, stored, fit = line(view, "Respondent")
    assert (here, fit) == ("Facebook", "Agrees")
    assert stored.startswith("Meta")
    assert "Conflict: 1" in words(view)


@pytest.mark.usefixtures("comparing")
def test_the_passage_of_each_side_is_shown_in_its_own_text(window: MainWindow, settle: Settle) -> None:
    view = window.review.beside
    go_to(view, "Fine", HERE)
    settle()
    assert "Bußgeld" in view.reader.text
    assert "395" in marked(view)
    go_to(view, "Fine", STORE)
    settle()
    assert "390" in marked(view)
    assert view.caption.text().endswith("Irish regulator fines Meta €390 million")


def test_m_says_that_it_is_the_same(window: MainWindow, settle: Settle, comparing: ProposalRow) -> None:
    QTest.keyClick(window.review.beside.table, Qt.Key.Key_M)
    settle()
    assert [row.source_count for row in actions(window, settle)] == [2]
    assert not window.review.beside.isVisible()
    window.desk.undo()
    settle()
    assert [row.source_count for row in actions(window, settle)] == [1]
    assert state(window, comparing) is ProposalState.OPEN


@pytest.mark.usefixtures("comparing")
def test_n_says_that_it_is_another_one(window: MainWindow, settle: Settle) -> None:
    QTest.keyClick(window.review.beside.table, Qt.Key.Key_N)
    settle()
    assert [row.source_count for row in actions(window, settle)] == [1, 1]


@pytest.mark.usefixtures("comparing")
def test_enter_takes_the_choice_that_stands_out(window: MainWindow, settle: Settle) -> None:
    assert window.review.beside.same_button.objectName() == "primary"
    QTest.keyClick(window.review.beside.table, Qt.Key.Key_Return)
    settle()
    assert [row.source_count for row in actions(window, settle)] == [2]


def test_escape_goes_back_to_the_cards_and_then_to_the_inbox(
    window: MainWindow, settle: Settle, comparing: ProposalRow
) -> None:
    QTest.keyClick(window.review.beside.table, Qt.Key.Key_Escape)
    settle()
    assert window.review.cards.isVisible()
    assert state(window, comparing) is ProposalState.OPEN
    QTest.keyClick(window.review.cards, Qt.Key.Key_Escape)
    settle()
    assert window.inbox.isVisible()


def test_the_comparison_ends_where_its_action_is_gone(
    window: MainWindow, settle: Settle, comparing: ProposalRow
) -> None:
    from casefile.store import trash

    assert comparing.match is not None
    action_id = comparing.match.action_id
    window.desk.write("Trash", lambda writer: trash.put_in_trash(writer, "action", [action_id]))
    settle()
    assert not window.review.beside.isVisible()


@pytest.mark.usefixtures("comparing")
def test_the_text_stands_beside_the_table_only_where_there_is_room(window: MainWindow) -> None:
    view = window.review.beside
    view.resize(600, 500)
    assert view.reader.mapTo(view, view.reader.rect().topLeft()).x() == 0
    view.resize(1600, 800)
    assert view.reader.mapTo(view, view.reader.rect().topLeft()).x() > 500
    assert not view.table.horizontalScrollBar().isVisible()


def made() -> Beside:
    place = Place(1, "An article", Span(0, 4))
    rows = (
        BesideRow("amount", "Amount", Side("€2", (place,)), Side("€3"), Fit.CONFLICTS),
        BesideRow("summary", "Summary", Side(), Side("Words"), Fit.ONLY_STORE),
    )
    return Beside(7, "AP: Acme", rows)


@pytest.mark.usefixtures("qtbot")
def test_the_table_is_a_sound_model_and_says_in_words_how_both_fit() -> None:
    model = BesideModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.show(made())
    assert tester.model() is model
    spoken = model.data(model.index(1, HERE), Qt.ItemDataRole.AccessibleTextRole)
    assert spoken == "Summary: nothing. Only in the store"
    assert model.data(model.index(0, FIT)) == "In conflict"
    assert model.data(model.index(0, FIT), Qt.ItemDataRole.DecorationRole) is not None
    assert len(model.places_at(model.index(0, FIT))) == 1
    model.show(None)
    assert model.rowCount() == 0


def test_a_value_without_a_passage_says_so(qtbot: QtBot) -> None:
    view = BesideView()
    qtbot.addWidget(view)
    view.show_beside(made(), (1, 2), likely=None)
    view.table.setCurrentIndex(view.model.index(0, STORE))
    assert view.caption.text() == "No passage: it was entered by hand or inferred."
    view.table.setCurrentIndex(view.model.index(1, HERE))
    assert view.caption.text() == "It says nothing of this."
    assert view.other.text() == "Other action (1 of 2)"
    assert {view.same_button.objectName(), view.another_button.objectName()} == {""}
