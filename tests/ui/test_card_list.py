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
