"""Which entry of a ledger says what is due now."""

import pytest

from casefile.store.penalty import Entry, present_entry
from casefile.terms import AmountScale, LedgerBasis
from casefile.values import Money, PartialDate

STATED, MISSING = AmountScale.STATED, AmountScale.MISSING
Told = tuple[str, int, str, AmountScale]


def present(*told: Told) -> int | None:
    """The sum that holds, of entries in the order of their reports."""
    entries = [
        Entry(LedgerBasis(basis), Money(sum_, "EUR"), scale, PartialDate(day) if day else None, place)
        for place, (basis, sum_, day, scale) in enumerate(told)
    ]
    found = present_entry(entries)
    return found.money.amount_minor if found else None


IMPOSED: Told = ("imposed", 9, "2024-02-01", STATED)
ANNULLED: Told = ("annulled", 0, "2025-03-01", STATED)


@pytest.mark.parametrize(
    ("told", "due"),
    [
        ([("imposed", 8, "2026-01-01", STATED)], 8),
        ([("settled", 8, "2026-01-01", STATED)], 8),
        ([("imposed", 8, "2026", STATED)], 8),
        ([("imposed", 8, "2026-01-01", STATED), ("reduced", 5, "2027-01-01", STATED)], 5),
        ([("imposed", 8, "2026-01-01", STATED), ("annulled", 0, "2027-01-01", STATED)], 0),
        ([("imposed", 8, "2026-01-01", MISSING)], 8),
        ([("upheld", 9, "2026-01-01", STATED)], 9),
    ],
)
def test_a_decision_after_the_annulment_counts(told: list[Told], due: int) -> None:
    assert present(IMPOSED, ANNULLED, *told) == due
    assert present(*reversed(told), ANNULLED, IMPOSED) == due


@pytest.mark.parametrize(
    "told",
    [
        ("imposed", 8, "", STATED),
        ("imposed", 8, "2025", STATED),
        ("imposed", 8, "2025-03-01", STATED),
        ("imposed", 8, "2024-12-01", STATED),
        ("proposed", 8, "2026-01-01", STATED),
        ("suspended", 8, "2026-01-01", STATED),
        ("ceiling", 8, "2026-01-01", STATED),
        ("paid", 8, "2026-01-01", STATED),
    ],
)
def test_what_is_not_certainly_decided_later_does_not_reopen_a_ledger(told: Told) -> None:
    assert present(IMPOSED, ANNULLED, told) == 0
    assert present(told, ANNULLED, IMPOSED) == 0


def test_an_annulment_without_a_date_ends_the_ledger() -> None:
    assert present(IMPOSED, ("annulled", 0, "", STATED), ("imposed", 8, "2026-01-01", STATED)) == 0
