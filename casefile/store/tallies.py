"""Sums of many penalty ledgers: what was imposed at first and what still stands, currency by currency. Pure.

Currencies are never added to each other, amounts for each day stand apart, and what has lost its magnitude is
counted, never summed.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cache

from casefile.store.penalty import COUNTED, Entry, decides, present_entry
from casefile.terms import AmountScale, LedgerBasis
from casefile.values import Money

_FIRST = (LedgerBasis.IMPOSED, LedgerBasis.SETTLED)


@dataclass(frozen=True)
class Ledger:
    """What one measure adds to the sums of one currency; minor units, None where there is nothing to add."""

    currency: str
    imposed_minor: int | None = None
    """What was imposed or agreed at first; None also where only a later decision is known."""
    standing_minor: int | None = None
    """What is due now, after cuts and annulments."""
    proposed_minor: int | None = None
    """What was only proposed so far."""
    lacks_first: bool = False
    """Something stands, or was annulled, of which nobody recorded what it had been."""


@dataclass(frozen=True)
class Tally:
    """The sums of some actions in one currency, in minor units."""

    currency: str
    imposed_minor: int
    standing_minor: int
    proposed_minor: int
    actions: int
    """How many actions name a sum in it, of whatever kind."""
    lacking_first: int
    """How many measures stand of which the first sum is not recorded: they are not in ``imposed_minor``."""

    @property
    def imposed(self) -> Money:
        """What was imposed at first."""
        return Money(self.imposed_minor, self.currency)

    @property
    def standing(self) -> Money:
        """What is due now."""
        return Money(self.standing_minor, self.currency)

    @property
    def proposed(self) -> Money:
        """What was only proposed."""
        return Money(self.proposed_minor, self.currency)


def ledgers_of(entries: Sequence[Entry]) -> list[Ledger]:
    """What a measure's live entries, all of one kind (once or for each day), add: one for each currency."""
    stated = [entry for entry in entries if entry.scale is AmountScale.STATED]
    present = present_entry(stated)
    if present is None:
        return []
    if not decides(present.basis):
        return [Ledger(present.money.currency, proposed_minor=present.money.amount_minor)]
    first = _first(stated)
    if first is None and present.basis == LedgerBasis.UPHELD:
        first = present  # Upheld says that it had been the same.
    if first is not None and first.money.currency == present.money.currency:
        return [Ledger(present.money.currency, first.money.amount_minor, present.money.amount_minor)]
    standing = Ledger(
        present.money.currency, standing_minor=present.money.amount_minor, lacks_first=first is None
    )
    return [standing] if first is None else [Ledger(first.money.currency, first.money.amount_minor), standing]


def lone_ledger(basis: str, minor: int, currency: str) -> Ledger | None:
    """What measures add whose only sums, of stated magnitude, come to this; as :func:`ledgers_of`."""
    stands, is_first = _lone(basis)
    if not stands:
        return None if stands is None else Ledger(currency, None, None, minor)
    return (
        Ledger(currency, minor, minor) if is_first else Ledger(currency, None, minor, None, lacks_first=True)
    )


@cache
def _lone(basis: str) -> tuple[bool | None, bool]:
    """Whether such a sum stands, None where it does not count, and whether it tells the first sum."""
    stands = decides(basis) if basis in COUNTED else None
    return stands, basis in _FIRST or basis == LedgerBasis.UPHELD


def lacks_magnitude(entries: Iterable[Entry]) -> bool:
    """Whether a measure has sums that count, and none of them with its magnitude."""
    scales = {entry.scale for entry in entries if entry.basis in COUNTED}
    return scales == {AmountScale.MISSING}


class Adding:
    """The tallies of a period, of a party or of the whole in the making."""

    def __init__(self) -> None:
        self._sums: dict[str, list[int]] = {}

    def name(self, currency: str, actions: int) -> None:
        """So many more actions name a sum in the currency."""
        self._of(currency)[3] += actions

    def add(self, ledger: Ledger, measures: int = 1) -> None:
        """Adds what a measure comes to, or several of one kind together."""
        sums = self._of(ledger.currency)
        sums[0] += ledger.imposed_minor or 0
        sums[1] += ledger.standing_minor or 0
        sums[2] += ledger.proposed_minor or 0
        sums[4] += measures if ledger.lacks_first else 0

    def merge(self, other: "Adding") -> None:
        """Adds all of the other, which is of other actions."""
        for currency, more in other._sums.items():
            sums = self._of(currency)
            sums[:] = [one + another for one, another in zip(sums, more, strict=True)]

    def tallies(self) -> tuple[Tally, ...]:
        """The currency that most actions name first."""
        found = [Tally(currency, *sums) for currency, sums in self._sums.items()]
        return tuple(sorted(found, key=lambda tally: (-tally.actions, tally.currency)))

    def _of(self, currency: str) -> list[int]:
        return self._sums.setdefault(currency, [0] * 5)


def _first(stated: Sequence[Entry]) -> Entry | None:
    """The earliest sum that was imposed or agreed; one without a date comes by its place."""
    decided = [entry for entry in stated if entry.basis in _FIRST]
    return min(decided, key=lambda entry: (_day(entry), entry.position), default=None)


def _day(entry: Entry) -> str:
    return entry.dated.earliest.isoformat() if entry.dated is not None else ""
