"""The present amount of a measure, derived from its penalty ledger: pure."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from casefile.terms import AmountScale, LedgerBasis
from casefile.values import Money, PartialDate

_STAGE: dict[str, int] = {
    LedgerBasis.PROPOSED: 0,
    LedgerBasis.IMPOSED: 1,
    LedgerBasis.SETTLED: 1,
    LedgerBasis.REDUCED: 2,
    LedgerBasis.UPHELD: 2,
    LedgerBasis.ANNULLED: 2,
}
"""Suspended and paid sums are parts of what is due, a ceiling is not owed: they do not change it."""
COUNTED = frozenset(_STAGE)
"""The bases of entries that the present amount is derived from."""


@dataclass(frozen=True)
class Entry:
    """One entry of a ledger; ``position`` is the order in which the entries were made."""

    basis: str
    """A :class:`LedgerBasis`, or a person's own words, which the derivation passes over."""
    money: Money
    scale: AmountScale
    dated: PartialDate | None
    position: int
    per: str = ""
    """``day`` of a periodic penalty, else empty."""


def present_entry(entries: Sequence[Entry]) -> Entry | None:
    """The entry that holds now; None where the ledger has none that says what is due.

    A later stage of the procedure beats an earlier one, whatever the order of their reports; within a stage
    the later date, then the later report. What was decided after an annulment begins the procedure anew; an
    annulment without a date ends the ledger. A sum without its magnitude counts only where there is no other.
    """
    counted = _since_annulment([entry for entry in entries if entry.basis in _STAGE])
    whole = [entry for entry in counted if entry.scale is AmountScale.STATED]
    return max(whole or counted, key=_order, default=None)


def decides(basis: str) -> bool:
    """Whether an entry of that basis says what is due, rather than what was proposed or paid of it."""
    return bool(_STAGE.get(basis))


def is_after(one: PartialDate | None, other: PartialDate | None) -> bool:
    """Whether the one is certainly the later."""
    return one is not None and other is not None and one.earliest > other.latest


def same_round(
    annulments: Iterable[PartialDate | None], one: PartialDate | None, other: PartialDate | None
) -> bool:
    """Whether no annulment of the ledger lies between two dates; one that is not known may be any."""
    if one is None or other is None:
        return True
    return all(is_after(one, annulled) == is_after(other, annulled) for annulled in annulments)


def _since_annulment(entries: list[Entry]) -> list[Entry]:
    """The entries after the last annulment where any of them decides something, else all."""
    annulments = [entry.dated for entry in entries if entry.basis == LedgerBasis.ANNULLED]
    if not annulments:
        return entries
    anew = [entry for entry in entries if all(is_after(entry.dated, annulled) for annulled in annulments)]
    return anew if any(decides(entry.basis) for entry in anew) else entries


def _order(entry: Entry) -> tuple[int, bool, str, int]:
    dated = entry.dated.earliest.isoformat() if entry.dated else ""
    ends = entry.basis == LedgerBasis.ANNULLED and not dated
    return _STAGE[entry.basis], ends, dated, entry.position
