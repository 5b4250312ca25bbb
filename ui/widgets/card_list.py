"""The cards of a review, one of them chosen."""

from collections.abc import Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from casefile.store.matches import ScaleReading
from casefile.store.rows import AnyProposal, ProposalRow
from casefile.terms import ProposalState
from casefile.translation import tr
from ui.decisions import decidable, waits
from ui.widgets.card import Card

FIRST_CARDS = 3
"""As many are there with the text; the others are made when the first have been painted."""
MORE_CARDS = 3
"""In one turn of the event loop: a card has up to twenty parts."""


class CardList(QScrollArea):
    """Cards in reading order; passes on what a person wants of each."""

    chosen = Signal(int)
    accepted = Signal(int)
    kept_apart = Signal(int)
    joined = Signal(int, int)
    compared = Signal(int, int)
    reading_chosen = Signal(int, int)
    edited = Signal(int)
    rejected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setAccessibleName(tr("Proposals"))
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._rows: dict[int, ProposalRow] = {}
        self._cards: dict[int, Card] = {}
        self._picked: dict[int, tuple[ScaleReading, ...]] = {}
        self._edited: dict[int, AnyProposal | None] = {}
        self._chosen: int | None = None
        self._more = QTimer(self)
        self._more.timeout.connect(lambda: self._make_cards(MORE_CARDS))
        self._begin()

    def show_rows(self, rows: Sequence[ProposalRow]) -> None:
        """Shows these proposals; where only states have changed, the cards stay."""
        fresh = {row.id: row for row in rows}
        same = [_fixed(row) for row in rows] == [_fixed(row) for row in self._rows.values()]
        self._rows = fresh
        if same:
            for key, card in self._cards.items():
                card.show_row(fresh[key])
            return
        chosen = self._chosen
        self._begin()
        if chosen in fresh:
            self.choose(chosen)

    def show_state(self, key: int, state: ProposalState) -> None:
        """Shows a decision before it is written."""
        self._rows[key] = replace(self._rows[key], state=state)
        if key in self._cards:
            self._cards[key].show_row(self._rows[key])

    def show_edited(self, key: int, edited: AnyProposal | None) -> None:
        """Shows with what values a person accepts a proposal; None as it was proposed."""
        self._edited[key] = edited
        if key in self._cards:
            self._cards[key].show_edited(edited)

    def show_picked(self, key: int, picked: Sequence[ScaleReading]) -> None:
        """Shows which readings a person took of a proposal's sums."""
        self._picked[key] = tuple(picked)
        if key in self._cards:
            self._cards[key].show_picked(picked)

    def waiting(self) -> list[ProposalRow]:
        """The proposals that a person has still to decide on."""
        return [row for row in self._rows.values() if waits(row)]

    def undated(self) -> list[ProposalRow]:
        """The events that need a date before they can be accepted."""
        return [row for row in self._rows.values() if decidable(row) and not waits(row)]

    def chosen_row(self) -> ProposalRow | None:
        """The proposal under the cursor."""
        return self._rows.get(self._chosen) if self._chosen is not None else None

    def choose(self, key: int) -> None:
        """Puts the cursor on a card and brings it into sight."""
        if key not in self._rows:
            return
        if key not in self._cards:
            self._make_cards(len(self._rows))
        if self._chosen in self._cards:
            self._cards[self._chosen].show_chosen(chosen=False)
        self._cards[key].show_chosen(chosen=True)
        self._chosen = key
        self._bring_into_sight(self._cards[key])
        self.chosen.emit(key)

    def _bring_into_sight(self, card: QWidget) -> None:
        """Of one that is higher than the list its beginning counts."""
        self.ensureWidgetVisible(card, 0, self.fontMetrics().height())
        if card.y() < self.verticalScrollBar().value():
            self.verticalScrollBar().setValue(card.y())

    def choose_waiting(self) -> None:
        """Moves on to the next proposal that waits: behind the cursor first, then from the top.

        Where only events without a date are left, to the next of them.
        """
        keys = list(self._rows)
        start = keys.index(self._chosen) if self._chosen in self._rows else 0
        ordered = keys[start:] + keys[:start]
        wanted = {row.id for row in self.waiting() or self.undated()}
        key = next((key for key in ordered if key in wanted), None)
        if key is not None:
            self.choose(key)

    def step(self, steps: int) -> None:
        """Chooses the card that many further down, or up for negative numbers."""
        keys = list(self._rows)
        if keys:
            place = keys.index(self._chosen) + steps if self._chosen in self._rows else 0
            self.choose(keys[min(max(place, 0), len(keys) - 1)])

    def _begin(self) -> None:
        inner = self._inner = QWidget()
        inner.setObjectName("cardList")
        self._column = QVBoxLayout(inner)
        pad = self.fontMetrics().height() // 2
        self._column.setContentsMargins(pad, 0, pad, pad)
        self._column.setSpacing(pad)
        self._column.addStretch()
        self._cards = {}
        self._chosen = None
        self._make_cards(FIRST_CARDS)
        before = self.takeWidget()
        self.setWidget(inner)
        self._make_room()
        if before is not None:
            # To take down very many cards takes as long as to make them: the new ones are painted before.
            QTimer.singleShot(0, before.deleteLater)
        self._more.start()

    def _make_cards(self, count: int) -> None:
        missing = [row for row in self._rows.values() if row.id not in self._cards]
        for row in missing[:count]:
            card = self._cards[row.id] = Card(row)
            card.show_picked(self._picked.get(row.id, ()))
            card.show_edited(self._edited.get(row.id))
            for signal, target in (
                (card.chosen, self.choose),
                (card.accepted, self.accepted),
                (card.kept_apart, self.kept_apart),
                (card.joined, self.joined),
                (card.compared, self.compared),
                (card.reading_chosen, self.reading_chosen),
                (card.edited, self.edited),
                (card.rejected, self.rejected),
            ):
                signal.connect(target)
            self._column.insertWidget(len(self._cards) - 1, card)
            card.show()  # the layout would do so later, and until then paint it lower than its words need
        self._make_room()
        if len(missing) <= count:
            self._more.stop()

    def _make_room(self) -> None:
        """Qt would do so a turn later, and until then squeeze all cards into the height of those before."""
        width = self._inner.width()
        needed = self._column.totalHeightForWidth(width)
        self._inner.resize(width, max(needed, self.viewport().height()))


def _fixed(row: ProposalRow) -> object:
    """What a card is built from; the state alone can change without another card."""
    return row.id, row.proposal, row.matches, row.readings
