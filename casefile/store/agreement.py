"""Whether values of one field agree, and which of several is the present one: pure, over claims' JSON."""

import json
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from casefile.fields import Field, FieldKind
from casefile.store.folding import fold
from casefile.store.matching import (
    amounts_agree,
    dates_agree,
    later_status,
    numbers_agree,
    party_key,
    same_party,
)
from casefile.terms import ActionStatus, AmountScale
from casefile.values import Money, PartialDate

_NEVER_CONTESTED = frozenset(
    ("kind", "status", "title", "summary", "changed", "checked", "basis", "dated", "note")
)
"""Sources that differ here do not contradict each other: they tell of other moments or in other words. Where
they contradict each other on the date of a sum, they do so on that of the decision.
"""


@dataclass(frozen=True)
class Said:
    """A live claim's value; ``own`` where it is a person's word on the record: see :func:`is_own`."""

    raw: str
    own: bool = False


@dataclass(frozen=True)
class KnownNames:
    """What the party that has a role in an action is known by, after merges and with its other names."""

    keys: frozenset[str] = frozenset()
    """Folded: see :func:`casefile.store.matching.party_key`."""
    codes: frozenset[str] = frozenset()

    def hold(self, value: dict[str, str]) -> bool:
        """Whether a claim's value names the party."""
        return value.get("code", "") in self.codes or party_key(value["name"]) in self.keys


NO_NAMES = KnownNames()


def is_own(method: str, proposal_id: int | None, reason: str = "") -> bool:
    """Whether a person said it of the record itself, or chose it with a reason where sources differ.

    What a person corrects in the review of one source is that source's word.
    """
    return bool(reason) or (method == "person" and proposal_id is None)


def agree(
    field: Field, one: str, other: str, when: PartialDate | None = None, names: KnownNames = NO_NAMES
) -> bool:
    """Whether two values differ by rounding, conversion, precision of date or spelling at most.

    ``when`` is about when the action was decided: sums in two currencies agree only at that time's rate.
    Two of the ``names`` of the party that the action has there agree, however they are spelled.
    """
    if one == other or field.name in _NEVER_CONTESTED or field.many:
        return True
    first, second = json.loads(one), json.loads(other)
    match field.kind:
        case FieldKind.DATE:
            return dates_agree(PartialDate(first), PartialDate(second))
        case FieldKind.SUM:
            return _sums_agree(first, second, when)
        case FieldKind.PARTY:
            return (names.hold(first) and names.hold(second)) or _parties_agree(first, second)
        case FieldKind.NUMBER:
            return numbers_agree(Decimal(first), Decimal(second))
        case FieldKind.GROUP:
            return bool(first["party_id"] == second["party_id"])
        case _:
            return fold(str(first)) == fold(str(second))


def in_conflict(
    field: Field, said: Sequence[Said], when: PartialDate | None = None, names: KnownNames = NO_NAMES
) -> bool:
    """Whether any of the values contradicts the present one: see :func:`agree`."""
    if len({one.raw for one in said}) < 2:
        return False
    chosen = said[present(field, said)].raw
    return any(not agree(field, chosen, one.raw, when, names) for one in said)


def present(field: Field, said: Sequence[Said]) -> int:
    """Which of the values, oldest first and not empty, counts.

    What a person set last; else the status furthest on its way; else the first, in the sharpest form that
    agrees with it.
    """
    own = [place for place, one in enumerate(said) if one.own]
    if own:
        return own[-1]
    if field.name == "status":
        return _furthest(said)
    if field.kind in (FieldKind.DATE, FieldKind.SUM) and not field.many:
        return _sharpest(field, said)
    return 0


def sum_of(value: dict[str, Any]) -> tuple[Money, AmountScale]:
    """A sum's claim as money and scale."""
    return Money(int(value["amount_minor"]), str(value["currency"])), AmountScale(value["scale"])


def _furthest(said: Sequence[Said]) -> int:
    """The status furthest on its way; words of no list tell nothing of that."""
    listed = [place for place, one in enumerate(said) if json.loads(one.raw) in list(ActionStatus)]
    best = listed[0] if listed else 0
    for place in listed:
        present_status, other = (ActionStatus(json.loads(said[one].raw)) for one in (best, place))
        if later_status(present_status, other) is not present_status:
            best = place
    return best


def _sharpest(field: Field, said: Sequence[Said]) -> int:
    first = next((place for place, one in enumerate(said) if _is_whole(field, one.raw)), 0)
    agreeing = [place for place, one in enumerate(said) if agree(field, said[first].raw, one.raw)]
    return max(agreeing, key=lambda place: (_sharpness(field, said[place].raw), place == first, -place))


def _is_whole(field: Field, raw: str) -> bool:
    return field.kind is not FieldKind.SUM or sum_of(json.loads(raw))[1] is AmountScale.STATED


def _sharpness(field: Field, raw: str) -> int:
    value = json.loads(raw)
    if field.kind is FieldKind.DATE:
        return -(PartialDate(value).latest - PartialDate(value).earliest).days
    return len(sum_of(value)[0].amount.normalize().as_tuple().digits)


def _sums_agree(one: dict[str, Any], other: dict[str, Any], when: PartialDate | None) -> bool:
    (one_money, one_scale), (other_money, other_scale) = sum_of(one), sum_of(other)
    return amounts_agree(one_money, other_money, one_scale, other_scale, when)


def _parties_agree(one: dict[str, str], other: dict[str, str]) -> bool:
    if one.get("code") and other.get("code"):
        return one["code"] == other["code"]
    return same_party(party_key(one["name"]), party_key(other["name"]))
