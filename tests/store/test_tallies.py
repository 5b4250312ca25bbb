"""What ledgers add to sums: what was imposed at first, what stands, what is only proposed."""

import pytest

from casefile.store.penalty import Entry
from casefile.store.tallies import Adding, Ledger, lacks_magnitude, ledgers_of, lone_ledger
from casefile.terms import AmountScale, LedgerBasis
from casefile.values import Money, PartialDate


def entry(basis: str, amount: int, day: str = "", currency: str = "EUR", *, lost: bool = False) -> Entry:
    scale = AmountScale.MISSING if lost else AmountScale.STATED
    return Entry(basis, Money(amount, currency), scale, PartialDate(day) if day else None, amount)


@pytest.mark.parametrize(
    ("entries", "expected"),
    [
        ([entry("imposed", 9)], [Ledger("EUR", 9, 9)]),
        ([entry("imposed", 9, "2024"), entry("reduced", 5, "2025")], [Ledger("EUR", 9, 5)]),
        ([entry("imposed", 9, "2024"), entry("annulled", 0, "2025")], [Ledger("EUR", 9, 0)]),
        (
            [entry("imposed", 9, "2023"), entry("annulled", 0, "2024"), entry("imposed", 7, "2025")],
            [Ledger("EUR", 9, 7)],
        ),
        ([entry("proposed", 9)], [Ledger("EUR", proposed_minor=9)]),
        ([entry("proposed", 9), entry("imposed", 4)], [Ledger("EUR", 4, 4)]),
        ([entry("upheld", 5)], [Ledger("EUR", 5, 5)]),
        ([entry("reduced", 5)], [Ledger("EUR", standing_minor=5, lacks_first=True)]),
        ([entry("imposed", 9), entry("reduced", 5, currency="USD")],
         [Ledger("EUR", 9), Ledger("USD", standing_minor=5)]),
        ([entry("imposed", 9), entry("suspended", 2), entry("paid", 7)], [Ledger("EUR", 9, 9)]),
        ([entry("imposed", 33, lost=True)], []),
        ([entry("imposed", 33, lost=True), entry("imposed", 9)], [Ledger("EUR", 9, 9)]),
        ([], []),
    ],
)  # fmt: skip
def test_a_ledger_adds_what_was_imposed_and_what_stands(entries: list[Entry], expected: list[Ledger]) -> None:
    assert ledgers_of(entries) == expected


@pytest.mark.parametrize("basis", [*LedgerBasis, "somebody's own word"])
def test_a_lone_sum_adds_what_a_ledger_of_it_adds(basis: str) -> None:
    lone = lone_ledger(basis, 9, "EUR")
    assert ([] if lone is None else [lone]) == ledgers_of([entry(basis, 9)])


def test_a_magnitude_is_missing_where_no_sum_that_counts_has_one() -> None:
    assert lacks_magnitude([entry("imposed", 33, lost=True), entry("paid", 9)])
    assert not lacks_magnitude([entry("imposed", 33, lost=True), entry("imposed", 9)])
    assert not lacks_magnitude([entry("paid", 9)])


def test_currencies_are_never_added_to_each_other() -> None:
    adding = Adding()
    for actions, currency in ((1, "USD"), (2, "EUR")):
        adding.name(currency, actions)
    for ledger in (
        Ledger("EUR", 9, 5),
        Ledger("USD", 7, 7),
        Ledger("EUR", standing_minor=1, lacks_first=True),
    ):
        adding.add(ledger)
    euros, dollars = adding.tallies()
    assert (euros.currency, euros.imposed_minor, euros.standing_minor, euros.actions) == ("EUR", 9, 6, 2)
    assert euros.lacking_first == 1
    assert (dollars.currency, dollars.imposed_minor, dollars.standing_minor) == ("USD", 7, 7)
