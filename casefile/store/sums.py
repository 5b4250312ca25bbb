"""Measures and sums that a person enters by hand: penalty ledgers and conversions. Inside a write."""

import json
from dataclasses import dataclass

from sqlalchemy import func, select

from casefile import rates
from casefile.errors import CasefileError
from casefile.fields import field
from casefile.store.describing import describe
from casefile.store.editing import Grounds, add_own_claim, supersede_rivals
from casefile.store.field_values import canonical
from casefile.store.projection import project_entry
from casefile.store.schema.record import Action, LedgerEntry, Measure
from casefile.store.store import Writer
from casefile.terms import AmountRole, AmountScale
from casefile.values import DatePrecision, Money, PartialDate


class RateError(CasefileError):
    """There is no reference rate for a conversion."""


@dataclass(frozen=True)
class LedgerSum:
    """One entry as a person gives it; ``per`` is "day" for a periodic penalty, else empty."""

    basis: str
    """A :class:`LedgerBasis`, or a person's own words."""
    money: Money
    dated: PartialDate | None = None
    scale: AmountScale = AmountScale.STATED
    per: str = ""
    note: str = ""


def add_measure(
    writer: Writer,
    action_id: int,
    kind: str,
    by: str,
    *,
    deadline: PartialDate | None = None,
    note: str = "",
    grounds: Grounds | None = None,
) -> int:
    """One more thing that the action imposes: a code of "measure-kinds" or own words; gives back its id."""
    raw = canonical(field("kind"), kind)
    last = writer.scalar(select(func.max(Measure.position)).where(Measure.action_id == action_id))
    position = 0 if last is None else last + 1
    measure = Measure(action_id=action_id, kind=json.loads(raw), position=position)
    writer.add(measure)
    writer.flush()
    add_own_claim(writer, ("measure", measure.id), "kind", raw, by, grounds=grounds)
    change_measure(writer, measure.id, by, deadline=deadline, note=note, grounds=grounds)
    return measure.id


def change_measure(
    writer: Writer,
    measure_id: int,
    by: str,
    *,
    deadline: PartialDate | None,
    note: str,
    grounds: Grounds | None = None,
) -> None:
    """Another deadline and note, each with the person's claim where it is another."""
    values = {"deadline": _edtf(deadline), "note": note.strip()}
    describe(writer, ("measure", measure_id), values, by, grounds=grounds)


def enter_sum(
    writer: Writer,
    measure_id: int,
    entered: LedgerSum,
    by: str,
    *,
    reason: str = "",
    grounds: Grounds | None = None,
) -> int:
    """One more entry of the measure's ledger, with the person's claim; gives back the entry's id."""
    last = writer.scalar(select(func.max(LedgerEntry.position)).where(LedgerEntry.measure_id == measure_id))
    entry = LedgerEntry(
        measure_id=measure_id,
        position=0 if last is None else last + 1,
        basis=entered.basis,
        amount_minor=entered.money.amount_minor,
        currency=entered.money.currency,
        scale=entered.scale,
        per=entered.per,
    )
    writer.add(entry)
    writer.flush()
    basis = canonical(field("basis"), str(entered.basis))
    add_own_claim(writer, ("ledger_entry", entry.id), "basis", basis, by, reason=reason, grounds=grounds)
    described = {"dated": _edtf(entered.dated), "note": entered.note.strip()}
    describe(writer, ("ledger_entry", entry.id), described, by, reason=reason, grounds=grounds)
    raw = canonical(field("amount"), sum_value(entered.money, entered.scale, entered.per))
    add_own_claim(writer, ("ledger_entry", entry.id), "amount", raw, by, reason=reason, grounds=grounds)
    return entry.id


def describe_entry(
    writer: Writer,
    entry_id: int,
    basis: str,
    by: str,
    *,
    dated: PartialDate | None,
    note: str,
    reason: str = "",
    grounds: Grounds | None = None,
) -> None:
    """Another basis, date and note; a conversion at the rate of another day goes."""
    values = {"basis": str(basis), "dated": _edtf(dated), "note": note.strip()}
    describe(writer, ("ledger_entry", entry_id), values, by, reason=reason, grounds=grounds)


def correct_sum(
    writer: Writer, entry_id: int, money: Money, by: str, *, reason: str = "", grounds: Grounds | None = None
) -> int:
    """Sets the entry's sum; what the machine or others said stays as superseded claims. The claim's id."""
    entry = writer.get_one(LedgerEntry, entry_id)
    raw = canonical(field("amount"), sum_value(money, AmountScale.STATED, entry.per))
    record = ("ledger_entry", entry_id)
    claim_id = add_own_claim(writer, record, "amount", raw, by, reason=reason, grounds=grounds)
    supersede_rivals(writer, claim_id, by, reason)
    project_entry(writer, entry_id)
    return claim_id


def convert_entry(writer: Writer, entry_id: int, currency: str) -> Money:
    """Notes what the sum was in another currency at the reference rate of its day; the sum itself stays.

    The day is the entry's own date, else the action's decision. :class:`RateError` without a whole day or a
    rate.
    """
    entry = writer.get_one(LedgerEntry, entry_id)
    dated = entry.dated or _decided(writer, entry.measure_id)
    day = dated.earliest if dated is not None and dated.precision is DatePrecision.DAY else None
    money = Money(entry.amount_minor, entry.currency)
    converted = rates.convert(money, currency, day) if day is not None else None
    if converted is None:
        raise RateError(
            f"{money} cannot be converted to {currency}.",
            "There is no reference rate for that day." if day else "Enter the day of the sum first.",
        )
    entry.converted_minor, entry.converted_currency = converted.money.amount_minor, currency
    entry.rate, entry.rate_date = str(converted.rate), PartialDate.of_day(converted.rate_date)
    writer.flush()
    return converted.money


def _edtf(dated: PartialDate | None) -> str:
    return dated.edtf if dated is not None else ""


def _decided(writer: Writer, measure_id: int) -> PartialDate | None:
    return writer.scalar(
        select(Action.decided).join(Measure, Measure.action_id == Action.id).where(Measure.id == measure_id)
    )


def sum_value(money: Money, scale: AmountScale, per: str) -> dict[str, str | int]:
    """A sum as a claim's value."""
    role = AmountRole.PER_DAY if per else AmountRole.FINE
    return {
        "amount_minor": money.amount_minor,
        "currency": money.currency,
        "scale": str(scale),
        "role": str(role),
    }
