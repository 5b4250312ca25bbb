"""What is left of a review: events without a date, values as accepted, and the way to the next source."""

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel

from casefile.proposals import ActionProposal
from casefile.store.rows import ProposalRow
from ui.main_window import MainWindow
from ui.panes.inbox import next_of
from ui.widgets.card import Card

Settle = Callable[[], None]
ARTICLE = """Regulator fines {name} {sum} million euros

By Jane Doe

The Dutch data protection authority (Autoriteit Persoonsgegevens) has fined {name} {sum} million euros
for losing patient files, it said on Tuesday.

"Nobody checked the lock," said Karel de Wit, the chairman. "Nobody asked us either," said Karel de Wit.
"""
NAMES = ("Acme Corp", "Bravo Inc", "Cargo GmbH")


@pytest.fixture
def three(window: MainWindow, settle: Settle, tmp_path: Path) -> MainWindow:
    """The window on an inbox of three articles, each with an event whose date is not resolved."""
    settle()
    for number, name in enumerate(NAMES, start=3):
        path = tmp_path / f"{name}.txt"
        path.write_text(ARTICLE.format(name=name, sum=number), encoding="utf-8")
        window.errands.import_paths([path])
        settle()
    return window


def review(window: MainWindow, settle: Settle, source_id: int) -> None:
    window.start_review(source_id)
    settle()


def labels(window: MainWindow) -> list[str]:
    return [label.text() for label in window.review.findChildren(QLabel) if label.isVisible()]


def press(window: MainWindow, settle: Settle, key: Qt.Key) -> None:
    QTest.keyClick(window.review.cards, key)
    settle()


class Squeezed(QObject):
    """Counts the cards that are painted, and those of them that are lower than their words need."""

    def __init__(self) -> None:
        super().__init__()
        self.painted = self.too_low = 0

    def eventFilter(self, target: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's name
        if event.type() == QEvent.Type.Paint and isinstance(target, Card):
            layout = target.layout()
            self.painted += 1
            self.too_low += layout is not None and target.height() < layout.heightForWidth(target.width())
        return False


def test_no_picture_shows_cards_lower_than_their_words_need(
    window: MainWindow, settle: Settle, tmp_path: Path, qapp: QApplication
) -> None:
    path = tmp_path / "long.txt"
    said = (
        '"Nobody checked the lock of cupboard {}, nobody asked us either," said Karel de Wit, the chairman.\n'
    )
    quotes = "".join(said.format(number) for number in range(20))
    path.write_text(ARTICLE.format(name="Acme Corp", sum=3) + quotes, encoding="utf-8")
    window.errands.import_paths([path])
    settle()
    window.resize(800, 600)
    seen = Squeezed()
    qapp.installEventFilter(seen)
    review(window, settle, window.inbox.table.model.ids[0])
    QTest.qWait(200)
    qapp.removeEventFilter(seen)
    assert seen.painted > 0
    assert seen.too_low == 0


def first(window: MainWindow, kind: type[object]) -> ProposalRow:
    return next(row for row in window.review.cards.waiting() if isinstance(row.proposal, kind))


def test_an_event_without_a_date_is_counted_and_reached_when_the_rest_is_accepted(
    three: MainWindow, settle: Settle
) -> None:
    review(three, settle, 1)
    counted = len(three.review.cards.waiting()) + len(three.review.cards.undated())
    assert f"{counted} proposals to review" in labels(three)
    press(three, settle, Qt.Key.Key_A)
    assert "1 event without a date" in labels(three)
    assert "All reviewed" not in labels(three)
    (left,) = three.review.cards.undated()
    assert three.review.cards.chosen_row() == left
    press(three, settle, Qt.Key.Key_X)
    assert "All reviewed" in labels(three)
    three.go("inbox")
    settle()
    assert list(three.inbox.table.model.ids) == [3, 2]


def test_no_source_comes_twice_and_the_last_leads_to_what_was_accepted(
    three: MainWindow, settle: Settle
) -> None:
    ids = list(three.inbox.table.model.ids)
    review(three, settle, ids[0])
    seen = []
    while three.views.place == "review":
        seen.append(three.review.source_id)
        press(three, settle, Qt.Key.Key_A)
        press(three, settle, Qt.Key.Key_X)
        press(three, settle, Qt.Key.Key_S)
    assert (seen, three.views.place) == (ids, "actions")


def test_a_key_goes_from_source_to_source_and_round(three: MainWindow, settle: Settle) -> None:
    ids = list(three.inbox.table.model.ids)
    review(three, settle, ids[0])
    seen = []
    for _ in ids:
        press(three, settle, Qt.Key.Key_A)
        press(three, settle, Qt.Key.Key_S)
        seen.append(three.review.source_id)
    assert seen == [*ids[1:], ids[0]]


def test_the_card_says_what_was_accepted_and_after_undo_what_was_proposed(
    three: MainWindow, settle: Settle
) -> None:
    review(three, settle, 1)
    row = first(three, ActionProposal)
    assert isinstance(row.proposal, ActionProposal)
    sums = tuple(replace(one, value=one.value + 1_000_000) for one in row.proposal.amounts)
    three.review.accept_edited(row, replace(row.proposal, amounts=sums))
    settle()
    assert {"Fine, €4,000,000", "Accepted as edited"} <= set(labels(three))
    three.desk.undo()
    settle()
    assert "Fine, €3,000,000" in labels(three)
    assert "Accepted as edited" not in labels(three)


def test_folded_quotes_of_one_speaker_are_told_apart(three: MainWindow, settle: Settle) -> None:
    review(three, settle, 1)
    press(three, settle, Qt.Key.Key_A)
    folded = [label for label in labels(three) if label.startswith("Karel de Wit")]
    assert len(folded) == len(set(folded)) > 1


@given(st.lists(st.integers(1, 30), unique=True, min_size=2), st.data())
def test_the_next_source_stands_behind_this_one_or_is_the_first_that_waits(
    queue: list[int], data: st.DataObject
) -> None:
    done = data.draw(st.sampled_from(queue))
    waiting = [one for one in queue if data.draw(st.booleans())]
    others = [one for one in waiting if one != done]
    behind = [one for one in others if queue.index(one) > queue.index(done)]
    assert next_of(queue, done, waiting) == next(iter(behind or others), None)
