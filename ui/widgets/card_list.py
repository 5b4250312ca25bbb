"""The cards of a review, one of them chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from casefile.store.rows import ProposalRow
from casefile.terms import ProposalState
from ui.widgets.card import Card


class CardList(QScrollArea):
    """Cards in reading order; passes on what a person wants of each."""

    chosen = Signal(int)
    accepted = Signal(int)
    kept_apart = Signal(int)
    edited = Signal(int)
    rejected = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("cards")
        self.setAccessibleName("Proposals")
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self._cards: dict[int, Card] = {}
        self._chosen: int | None = None
        self._build(())

    def show_rows(self, rows: Sequence[ProposalRow]) -> None:
        """Shows these proposals; cards that are there already only take their new state."""
        if [row.id for row in rows] == list(self._cards) and all(
            self._cards[row.id].row.proposal == row.proposal and self._cards[row.id].row.match == row.match
            for row in rows
        ):
            for row in rows:
                self._cards[row.id].show_row(row)
            return
        chosen = self._chosen
        self._build(rows)
        if chosen in self._cards:
            self.choose(chosen)

    def show_state(self, key: int, state: ProposalState) -> None:
        """Shows a decision before it is written."""
        self._cards[key].show_decided(state)

    def waiting(self) -> list[Card]:
        """The cards that a person has still to decide on."""
        return [card for card in self._cards.values() if card.waits]

    def chosen_card(self) -> Card | None:
        """The card under the cursor."""
        return self._cards.get(self._chosen) if self._chosen is not None else None

    def choose(self, key: int) -> None:
        """Puts the cursor on a card and brings it into sight."""
        if key not in self._cards:
            return
        for card_key, card in self._cards.items():
            card.show_chosen(chosen=card_key == key)
        self._chosen = key
        self.ensureWidgetVisible(self._cards[key], 0, self.fontMetrics().height())
        self.chosen.emit(key)

    def choose_waiting(self) -> None:
        """Moves on to the next card that waits: behind the cursor first, then from the top."""
        keys = list(self._cards)
        start = keys.index(self._chosen) if self._chosen in self._cards else 0
        for key in keys[start:] + keys[:start]:
            if self._cards[key].waits:
                self.choose(key)
                return

    def step(self, steps: int) -> None:
        """Chooses the card that many further down, or up for negative numbers."""
        keys = list(self._cards)
        if keys:
            place = keys.index(self._chosen) + steps if self._chosen in self._cards else 0
            self.choose(keys[min(max(place, 0), len(keys) - 1)])

    def _build(self, rows: Sequence[ProposalRow]) -> None:
        inner = QWidget()
        inner.setObjectName("cardList")
        column = QVBoxLayout(inner)
        pad = self.fontMetrics().height() // 2
        column.setContentsMargins(pad, 0, pad, pad)
        column.setSpacing(pad)
        self._cards = {}
        self._chosen = None
        for row in rows:
            card = self._cards[row.id] = Card(row)
            for signal, target in (
                (card.chosen, self.choose),
                (card.accepted, self.accepted),
                (card.kept_apart, self.kept_apart),
                (card.edited, self.edited),
                (card.rejected, self.rejected),
            ):
                signal.connect(target)
            column.addWidget(card)
        column.addStretch()
        self.setWidget(inner)
