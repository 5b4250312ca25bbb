"""What a form asks for, said without Qt: fields, what may be chosen in them, and what is wrong with an entry.

Imports the ground, and how dates and amounts are written.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from casefile import vocabulary
from casefile.errors import CasefileError
from casefile.translation import N_, tr
from casefile.values import Money, PartialDate
from ui.dialogs import entered_amounts, entered_dates
from ui.dialogs.entered_amounts import EnteredAmount
from ui.figures import date_words, figure, marks
from ui.told import told

_CURRENCY = re.compile(r"[A-Z]{3}|")
DATE_HELP = entered_dates.EXAMPLES
AMOUNT_HELP = entered_amounts.EXAMPLES
NUMBER_HELP = N_("5,700,000 or 5.7 million")
CURRENCY_HELP = N_("Three letters: EUR, USD, GBP")
_ADDRESS = re.compile(r"https?://\S+\.\S+")
KEY = "/key"
"""Behind a field's name in the entries: the key of the suggestion that stands in it, "" for own words."""
NOTHING = "/nothing"
"""Behind a field's name in the entries: whether nothing is known that would complete what stands in it."""
OWN_WORDS = N_("Not in the list: kept in your own words.")


class FieldError(CasefileError):
    """What stands in a field cannot be understood; names the field."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(what)
        self.name = name


@dataclass(frozen=True)
class Option:
    """Something to choose; ``about`` says more where the label is short."""

    code: str
    label: str
    about: str = ""


@dataclass(frozen=True)
class Suggestion:
    """A known thing that completes what is typed; ``key`` is what the program knows it by."""

    text: str
    key: str
    about: str = ""


Suggest = Callable[[Sequence[Suggestion]], None]
Lookup = Callable[[str, Suggest], None]
"""Asks for what completes a text; the answer may come at once or later."""


@dataclass(frozen=True)
class Field:
    """One line of a form; with ``choices`` or ``options`` it is a list to choose from."""

    name: str
    label: str
    value: str
    help: str = ""
    choices: tuple[StrEnum, ...] = ()
    options: tuple[Option, ...] = ()
    own_words: bool = False
    """Whether something else than the options may be typed."""
    lookup: Lookup | None = None
    key: str = ""
    """The key of the suggestion that stands in the field at first."""
    note: Callable[[str], str] | None = None
    """What to say below the field about what stands in it: how it was understood.

    :class:`FieldError` where it cannot be, while other fields are still to be looked at.
    """
    lines: int = 1


Entries = Mapping[str, str]


def listed(name: str, label: str, value: str, vocabulary_name: str) -> Field:
    """A field of a controlled list; what is not in the list says so below."""

    def note(text: str) -> str:
        code = vocabulary.code_of(vocabulary_name, text)
        if not code:
            return ""
        if not vocabulary.is_listed(vocabulary_name, code):
            return tr(OWN_WORDS)
        return told(vocabulary.term(vocabulary_name, code).definition)

    terms = vocabulary.vocabulary(vocabulary_name).terms
    options = tuple(Option(term.code, told(term.label()), told(term.definition)) for term in terms)
    shown = told(vocabulary.label(vocabulary_name, value))
    return Field(name, label, shown, options=options, own_words=True, note=note)


def understood(what: object) -> str:
    """What stands below a field whose entry was understood."""
    return tr("Understood as: {what}").format(what=what) if what not in (None, "") else ""


def dated(name: str, label: str, value: str) -> Field:
    """A field for a date, which says below how it was understood."""
    return Field(name, label, value, tr(DATE_HELP), note=lambda text: understood(_date(name, text)))


def _date(name: str, text: str) -> str:
    found = read_date(name, text)
    return date_words(found) if found is not None else ""


def summed(name: str, label: str, value: str) -> Field:
    """A field for an amount, which says below how it was understood."""

    def note(text: str) -> str:
        found = read_amount(name, text)
        if found is None:
            return ""
        value = marks(f"{found.value.normalize():,f}")
        shown = f"{value} {found.currency}".strip()
        if not found.is_doubtful:
            return understood(shown)
        thousands = figure(int(found.value.scaleb(3)))
        return tr(
            "Understood as: {shown}, with a decimal point. Where thousands are meant, write {thousands}."
        ).format(shown=shown, thousands=thousands)

    return Field(name, label, value, tr(AMOUNT_HELP), note=note)


def counted(name: str, label: str, value: str) -> Field:
    """A field for a number of people or things, which says below how it was understood."""

    def note(text: str) -> str:
        number = read_number(name, text)
        return understood(figure(number)) if number is not None else ""

    return Field(name, label, value, tr(NUMBER_HELP), note=note)


def named(name: str, label: str, value: str, help_: str) -> Field:
    """A field for several names with semicolons between them, which says below how many were understood."""

    def note(text: str) -> str:
        names = read_names(text)
        return (
            tr("Understood as {count} names: {names}").format(count=len(names), names=" · ".join(names))
            if len(names) > 1
            else ""
        )

    return Field(name, label, value, help_, note=note)


def currency_field(value: str) -> Field:
    """The field "currency" for an ISO 4217 code."""

    def note(text: str) -> str:
        code = read_currency("currency", text)
        return understood(code) if code != text.strip() else ""

    return Field("currency", tr("Currency"), value, tr(CURRENCY_HELP), note=note)


def linked(name: str, label: str, value: str) -> Field:
    """A field for an address on the web."""

    def note(text: str) -> str:
        if text.strip() and not _ADDRESS.match(text.strip()):
            return tr("No address of a web page: kept as it is.")
        return ""

    return Field(name, label, value, tr("https://…; may be empty"), note=note)


def read_names(entry: str) -> tuple[str, ...]:
    """The names between the semicolons, each once."""
    return tuple(dict.fromkeys(name.strip() for name in entry.split(";") if name.strip()))


def read_date(name: str, entry: str) -> PartialDate | None:
    """The date, None for an empty entry; :class:`FieldError` where it is none."""
    try:
        return entered_dates.read_entered_date(entry)
    except ValueError as error:
        raise FieldError(name, str(error)) from error


def read_amount(name: str, entry: str) -> EnteredAmount | None:
    """The amount with the currency that stands beside it, None for an empty entry."""
    try:
        return entered_amounts.read_entered_amount(entry)
    except ValueError as error:
        raise FieldError(name, str(error)) from error


def read_number(name: str, entry: str) -> int | None:
    """The whole number, None for an empty entry; :class:`FieldError` where it is none."""
    wanted = tr("A whole number is wanted: {example}.").format(example=tr(NUMBER_HELP))
    try:
        found = entered_amounts.read_entered_amount(entry)
    except ValueError as error:
        raise FieldError(name, wanted) from error
    if found is None:
        return None
    if found.currency or found.is_doubtful or found.value != found.value.to_integral_value():
        raise FieldError(name, wanted)
    return int(found.value)


def read_currency(name: str, entry: str) -> str:
    """The ISO 4217 code, "" for an empty entry; :class:`FieldError` where it is none."""
    currency = entry.strip().upper()
    if not _CURRENCY.fullmatch(currency):
        raise FieldError(name, tr("Write the currency as three letters: EUR, USD, GBP"))
    return currency


def read_figures(entries: Entries) -> tuple[Decimal, str] | None:
    """The amount in major units and its currency, which may stand beside it; None without an amount.

    They are the fields "amount" and "currency". :class:`FieldError` where the two name two currencies.
    """
    amount = read_amount("amount", entries["amount"])
    currency = read_currency("currency", entries["currency"])
    if amount is None:
        return None
    if amount.currency and currency and amount.currency != currency:
        raise FieldError(
            "amount",
            tr("Here it says {here}, in the currency's field {there}. Change one of them.").format(
                here=amount.currency, there=currency
            ),
        )
    return amount.value, amount.currency or currency


def read_sum(entries: Entries) -> Money:
    """The sum in these fields; :class:`FieldError` without an amount or a currency."""
    figures = read_figures(entries)
    if figures is None:
        raise FieldError("amount", tr("Write the amount: {example}.").format(example=tr(AMOUNT_HELP)))
    if not figures[1]:
        raise FieldError("currency", tr("A sum needs a currency: EUR, USD, GBP"))
    return Money.of(*figures)
