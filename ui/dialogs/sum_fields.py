"""Measures and the sums of their ledgers as a form knows them. Pure; imports the ground and form_fields."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile import vocabulary
from casefile.terms import LedgerBasis
from casefile.translation import tr
from casefile.values import Money, PartialDate
from ui.dialogs.fact_fields import REASON
from ui.dialogs.form_fields import (
    Entries,
    Field,
    FieldError,
    Option,
    currency_field,
    dated,
    listed,
    read_currency,
    read_date,
    read_sum,
    summed,
)
from ui.figures import marks
from ui.told import told

if TYPE_CHECKING:
    from casefile.store.detail import MeasureRow
    from casefile.store.facts import LedgerLine

PER_DAY = "day"


@dataclass(frozen=True)
class EnteredMeasure:
    """One thing that the action imposes, as entered."""

    kind: str
    deadline: PartialDate | None
    note: str


@dataclass(frozen=True)
class EnteredSum:
    """An entry of a ledger, as entered; ``measure_id`` is None for a measure that has still to be made."""

    measure_id: int | None
    kind: str
    basis: str
    money: Money
    dated: PartialDate | None
    per: str
    note: str
    reason: str


def measure_form(measure: "MeasureRow | None" = None) -> tuple[Field, ...]:
    """The form for a measure; the kind of one that is there stays as it is."""
    deadline = measure.deadline.edtf if measure is not None and measure.deadline else ""
    kind = () if measure is not None else (listed("kind", tr("Measure"), "", "measure-kinds"),)
    return (
        *kind,
        dated("deadline", tr("Deadline"), deadline),
        Field("note", tr("Note"), measure.note if measure is not None else "", lines=2),
    )


def measure_of(entries: Entries) -> EnteredMeasure:
    """The measure that was entered; :class:`FieldError` for the entry that is wrong."""
    kind = vocabulary.code_of("measure-kinds", entries["kind"]) if "kind" in entries else ""
    if "kind" in entries and not kind:
        raise FieldError("kind", tr("Say what the action imposes."))
    return EnteredMeasure(kind, read_date("deadline", entries["deadline"]), entries["note"])


def sum_form(measures: "Sequence[MeasureRow]", line: "LedgerLine | None" = None) -> tuple[Field, ...]:
    """The form for a sum: a new one in one of the measures, or the one of a line to be corrected."""
    currency = line.money.currency if line is not None else "EUR"
    basis = str(line.basis if line is not None else LedgerBasis.IMPOSED)
    day = line.dated.edtf if line is not None and line.dated else ""
    return (
        *(() if line is not None else _where(measures)),
        listed("basis", tr("Basis"), basis, "ledger-bases"),
        summed("amount", tr("Amount"), _figures(line)),
        currency_field(currency),
        dated("dated", tr("Date"), day),
        *(() if line is not None else (_per(),)),
        Field("note", tr("Note"), line.note if line is not None else ""),
        Field(REASON, tr("Reason"), "", tr("Why this is right; may be empty")),
    )


def sum_of(entries: Entries) -> EnteredSum:
    """The sum that was entered; :class:`FieldError` for the entry that is wrong."""
    kind = vocabulary.code_of("measure-kinds", entries.get("kind", ""))
    if "kind" in entries and not kind:
        raise FieldError("kind", tr("Say what the sum is."))
    return EnteredSum(
        measure_id=int(entries["measure"]) if "measure" in entries else None,
        kind=kind,
        basis=_basis(entries),
        money=read_sum(entries),
        dated=read_date("dated", entries["dated"]),
        per=entries.get("per", ""),
        note=entries["note"].strip(),
        reason=entries[REASON].strip(),
    )


def _basis(entries: Entries) -> str:
    basis = vocabulary.code_of("ledger-bases", entries["basis"])
    if not basis:
        raise FieldError("basis", tr("Say why the sum stands in the ledger."))
    return basis


def conversion_form(
    line: "LedgerLine", currencies: Sequence[str], say: Callable[[str], str]
) -> tuple[Field, ...]:
    """Asks for a currency; ``say`` tells what the sum is in it."""
    first = "USD" if line.money.currency == "EUR" else "EUR"
    options = tuple(Option(code, code) for code in currencies if code != line.money.currency)
    return (Field("currency", tr("Currency"), first, options=options, note=say),)


def check_conversion(entries: Entries, say: Callable[[str], str]) -> None:
    """:class:`FieldError` where there is no rate for the currency."""
    if not say(read_currency("currency", entries["currency"])):
        raise FieldError("currency", tr("There is no reference rate of that day for this currency."))


def _per() -> Field:
    options = (Option("", tr("The whole sum")), Option(PER_DAY, tr("For each day of delay")))
    return Field("per", tr("Per"), "", options=options)


def _where(measures: "Sequence[MeasureRow]") -> tuple[Field, ...]:
    if not measures:
        return (listed("kind", tr("Measure"), "fine", "measure-kinds"),)
    options = tuple(Option(str(measure.id), told(measure.label)) for measure in measures)
    return (Field("measure", tr("Measure"), options[0].code, options=options),)


def _figures(line: "LedgerLine | None") -> str:
    if line is None:
        return ""
    amount = line.money.amount
    return marks(f"{amount:,.0f}" if amount == amount.to_integral_value() else f"{amount:,f}")
