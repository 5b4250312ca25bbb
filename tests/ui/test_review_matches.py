"""The review of an article about an action that the store has: what it says, and one key for each choice."""

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, Qt, QUrl
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget

from casefile.store import lists, queries
from casefile.store.matches import ActionMatch, Aspect, Point
from casefile.store.rows import ActionRow, ProposalRow
from casefile.store.store import Store
from casefile.terms import ProposalKind
from tests.ui.made_records import in_store
from ui.main_window import MainWindow
from ui.widgets.button_row import ButtonRow
from ui.widgets.buttons import text_button
from ui.wording import match_text

Settle = Callable[[], None]
KNOWN = """Irish regulator fines Meta €390 million

4 January 2023

The Data Protection Commission (DPC) has fined Meta Platforms Ireland Limited 390 million euros.
The decision was announced on 4 January 2023.
"""
GERMAN = """Datenschutz: Facebook soll 395 Millionen Euro zahlen

5. Januar 2023

Die irische Datenschutzbehörde DPC hat gegen Facebook ein Bußgeld in Höhe von 395 Millionen Euro verhängt.
"""
WITHOUT_SCALE = """Meta hit by $413.4 penalty in Ireland

5 January 2023

Ireland's Data Protection Commission has fined Facebook $413.4, its third penalty.
"""


def import_text(window: MainWindow, settle: Settle, folder: Path, name: str, text: str) -> None:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path))])
    window.errands.import_mime(mime)
    settle()


@pytest.fixture
def reviewing(window: MainWindow, settle: Settle, tmp_path: Path) -> Callable[[str], ProposalRow]:
    """Brings a second article under review, with its action's card chosen."""
    import_text(window, settle, tmp_path, "known.txt", KNOWN)
    window.start_review(1)
    settle()
    window.review.accept_all()
    settle()

    def review(text: str) -> ProposalRow:
        import_text(window, settle, tmp_path, "second.txt", text)
        window.start_review(2)
        settle()
        row = next(row for row in window.review.cards.waiting() if row.kind is ProposalKind.ACTION)
        window.review.cards.choose(row.id)
        return row

    return review


def actions(window: MainWindow, settle: Settle) -> list[ActionRow]:
    def rows(store: Store) -> list[ActionRow]:
        with store.read() as reader:
            return queries.action_rows(reader, lists.action_ids(reader))

    return in_store(window, settle, rows)


def sums(window: MainWindow, settle: Settle) -> set[tuple[str, str]]:
    """What the live claims on the first action's amount say, and who said so."""

    def claims(store: Store) -> set[tuple[str, str]]:
        with store.read() as reader:
            facts = queries.action_record(reader, 1).facts
        amounts = [fact for fact in facts if fact.field == "amount"]
        return {(claim.value, claim.method) for fact in amounts for claim in fact.live}

    return in_store(window, settle, claims)


def words(window: MainWindow) -> str:
    labels = window.review.cards.findChildren(QLabel)
    return "\n".join(label.text() for label in labels if label.isVisible())


def press(window: MainWindow, settle: Settle, key: Qt.Key) -> None:
    QTest.keyClick(window.review.cards, key)
    settle()


@pytest.mark.parametrize("height", [120, 700])
def test_of_a_card_that_is_higher_than_the_list_the_beginning_is_in_sight(
    window: MainWindow, reviewing: Callable[[str], ProposalRow], height: int
) -> None:
    row, cards = reviewing(GERMAN), window.review.cards
    cards.resize(cards.width(), height)
    cards.choose(row.id)
    top = cards.viewport().mapFromGlobal(cards._cards[row.id].mapToGlobal(QPoint()))
    assert 0 <= top.y() < height


def test_the_card_says_what_agrees_and_what_conflicts(
    window: MainWindow, reviewing: Callable[[str], ProposalRow]
) -> None:
    reviewing(GERMAN)
    shown = words(window)
    assert "Seems to be action 1: 4 things agree, 1 conflict" in shown
    assert "Facebook = Meta" in shown
    assert "Conflicting figures: €395,000,000 here, €390,000,000 in the store" in shown


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_M])
def test_enter_takes_it_as_more_evidence(
    window: MainWindow, settle: Settle, reviewing: Callable[[str], ProposalRow], key: Qt.Key
) -> None:
    reviewing(GERMAN)
    press(window, settle, key)
    (row,) = actions(window, settle)
    assert row.source_count == 2
    assert row.has_conflict


def test_n_takes_it_as_a_new_action(
    window: MainWindow, settle: Settle, reviewing: Callable[[str], ProposalRow]
) -> None:
    reviewing(GERMAN)
    press(window, settle, Qt.Key.Key_N)
    assert [row.source_count for row in actions(window, settle)] == [1, 1]


def test_a_magnitude_is_offered_with_its_reason_and_taken_by_one_key(
    window: MainWindow, settle: Settle, reviewing: Callable[[str], ProposalRow]
) -> None:
    reviewing(WITHOUT_SCALE)
    assert "Fine, $413.4 (scale missing)" in words(window)
    assert "action 1 in the store has €390,000,000" in words(window)
    press(window, settle, Qt.Key.Key_1)
    assert "Fine, $413,400,000" in words(window)
    assert button(window, "1: $413,400,000").isChecked()
    press(window, settle, Qt.Key.Key_1)
    assert "Fine, $413.4 (scale missing)" in words(window)
    press(window, settle, Qt.Key.Key_2)
    assert "Fine, $413.4 (scale missing)" in words(window)
    button(window, "1: $413,400,000").click()
    press(window, settle, Qt.Key.Key_Return)
    (found,) = actions(window, settle)
    assert not found.has_conflict
    assert sums(window, settle) == {("€390,000,000", "extraction"), ("$413,400,000", "person")}


def test_without_a_choice_the_sum_stays_as_it_is_stated(
    window: MainWindow, settle: Settle, reviewing: Callable[[str], ProposalRow]
) -> None:
    reviewing(WITHOUT_SCALE)
    press(window, settle, Qt.Key.Key_Return)
    said = {("€390,000,000", "extraction"), ("$413.4 (scale missing)", "extraction")}
    assert sums(window, settle) == said


def test_an_edit_begins_with_the_chosen_magnitude(
    window: MainWindow, settle: Settle, reviewing: Callable[[str], ProposalRow]
) -> None:
    reviewing(WITHOUT_SCALE)
    wanted: list[ProposalRow] = []
    window.review.edit_wanted.disconnect()
    window.review.edit_wanted.connect(wanted.append)
    press(window, settle, Qt.Key.Key_1)
    press(window, settle, Qt.Key.Key_E)
    amounts = getattr(wanted[0].proposal, "amounts", ())
    assert {str(amount.value.normalize()) for amount in amounts} == {"4.134E+8"}


def button(window: MainWindow, text: str) -> QPushButton:
    found = window.review.cards.findChildren(QPushButton)
    return next(each for each in found if each.text() == text and each.isVisible())


def test_a_match_that_is_not_likely_is_worded_so() -> None:
    points = (Point(Aspect.AUTHORITY, "same authority"), Point(Aspect.DATE, "same date"))
    conflicts = (Point(Aspect.RESPONDENT, "Beta here, Acme in the store"), Point(Aspect.DATE, "1 here, 2"))
    said = match_text(
        ActionMatch(7, "AP: Acme", 0.3, is_likely=False, agreements=points, conflicts=conflicts)
    )
    assert said.headline == "May be action 7: 2 things agree, 2 conflicts"
    assert said.agreements == "same authority\N{NO-BREAK SPACE}· same date"
    assert said.conflicts == ("Respondent: Beta here, Acme in the store", "Conflicting dates: 1 here, 2")
    alone = match_text(ActionMatch(7, "AP: Acme", 0.9, is_likely=True, agreements=points[:1], conflicts=()))
    assert alone.headline == "Seems to be action 7: 1 thing agrees"


@pytest.mark.usefixtures("qtbot")
def test_buttons_stand_below_each_other_where_there_is_no_room() -> None:
    holder = QWidget()
    buttons = [text_button(text, lambda: None) for text in ("Add as evidence", "Keep as new")]
    row = ButtonRow(buttons, holder)
    layout = row.layout()
    assert layout is not None
    holder.show()
    widest = max(button.sizeHint().width() for button in buttons)
    for width, beside in ((600, True), (widest + 4, False), (600, True)):
        row.resize(width, 200)
        layout.activate()
        assert (buttons[0].y() == buttons[1].y()) is beside
        assert row.minimumWidth() <= widest
    holder.close()
