"""The cards of a review while they are being made."""

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from casefile.store.rows import ProposalRow
from casefile.terms import ProposalKind, ProposalState
from tests.store.records import action, quote
from ui.widgets.card import Card
from ui.widgets.card_list import FIRST_CARDS, MORE_CARDS, CardList

COUNT = FIRST_CARDS + 3 * MORE_CARDS


def too_low(cards: CardList) -> list[str]:
    """The cards that are lower than their words need."""
    found = ((card, card.layout()) for card in cards.findChildren(Card))
    return [
        f"{card.row.id}: {card.height()} of {layout.heightForWidth(card.width())}"
        for card, layout in found
        if layout is not None and card.height() < layout.heightForWidth(card.width())
    ]


def test_no_card_is_squeezed_while_others_are_made(qtbot: QtBot, qapp: QApplication) -> None:
    cards = CardList()
    qtbot.addWidget(cards)
    cards.resize(250, 300)
    cards.show()
    first = ProposalRow(1, 1, ProposalKind.ACTION, ProposalState.OPEN, action("2500000 3500000"))
    quotes = [ProposalRow(2 + at, 1, ProposalKind.QUOTE, ProposalState.OPEN, quote()) for at in range(COUNT)]
    cards.show_rows([first, *quotes])
    made = 0
    while made <= COUNT:
        qapp.processEvents()
        assert too_low(cards) == []
        made = len(cards.findChildren(Card))


def test_another_source_s_cards_stand_where_they_stay_from_the_start(qtbot: QtBot) -> None:
    cards = CardList()
    qtbot.addWidget(cards)
    cards.resize(250, 300)
    cards.show()
    whole = cards.widget()
    for source in (1, 2):
        rows = [
            ProposalRow(100 * source + at, source, ProposalKind.QUOTE, ProposalState.OPEN, quote())
            for at in range(COUNT)
        ]
        cards.show_rows(rows)
        cards.choose_waiting()
        assert cards.widget() is whole  # whatever changes its parent is styled again with all that it holds
        assert [card.row.source_id for card in cards.findChildren(Card) if card.isVisible()] == [
            source
        ] * FIRST_CARDS
        assert too_low_in_sight(cards) == []
        qtbot.waitUntil(lambda: len(cards.findChildren(Card)) == COUNT)  # the old ones have gone
        cards.choose(rows[-1].id)
        assert cards.verticalScrollBar().value() > 0


def too_low_in_sight(cards: CardList) -> list[str]:
    """Of those that can be seen."""
    shown = {str(card.row.id) for card in cards.findChildren(Card) if card.isVisible()}
    return [line for line in too_low(cards) if line.partition(":")[0] in shown]
