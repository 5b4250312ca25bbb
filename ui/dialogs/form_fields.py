"""What a form asks for, said without Qt: fields, what may be chosen in them, and what is wrong with an entry.

Imports the ground only.
"""

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from casefile import vocabulary
from casefile.errors import CasefileError
from casefile.values import Money, PartialDate

_FIGURES = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,4})?")
_CURRENCY = re.compile(r"[A-Z]{3}|")
_QUARTER = re.compile(r"(\d{4})[- ]?[Qq]([1-4])", re.ASCII)
DATE_HELP = "2024-09-03, 2024-09, 2024-Q3, 2024, 2024~ (about), 2023/2024, 2023/.."
KEY = "/key"
"""Behind a field's name in the entries: the key of the suggestion that stands in it, "" for own words."""
OWN_WORDS = "Not in the list: kept in your own words."


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
    """What to say below the field about what stands in it."""
    lines: int = 1


Entries = Mapping[str, str]


def listed(name: str, label: str, value: str, vocabulary_name: str) -> Field:
    """A field of a controlled list; what is not in the list says so below."""

    def note(text: str) -> str:
        code = vocabulary.code_of(vocabulary_name, text)
        if not code:
            return ""
        if not vocabulary.is_listed(vocabulary_name, code):
            return OWN_WORDS
        return vocabulary.term(vocabulary_name, code).definition

    terms = vocabulary.vocabulary(vocabulary_name).terms
    options = tuple(Option(term.code, term.label(), term.definition) for term in terms)
    shown = vocabulary.label(vocabulary_name, value)
    return Field(name, label, shown, options=options, own_words=True, note=note)


def dated(name: str, label: str, value: str) -> Field:
    """A field for a date, which says below what it understands."""

    def note(text: str) -> str:
        try:
            date = read_date(name, text)
        except FieldError:
            return ""
        return str(date) if date else f"Such as {DATE_HELP}"

    return Field(name, label, value, DATE_HELP, note=note)


def read_date(name: str, entry: str) -> PartialDate | None:
    """The date, None for an empty entry; :class:`FieldError` where it is none."""
    text = entry.strip()
    if not text:
        return None
    quarter = _QUARTER.fullmatch(text)
    if quarter is not None:
        return PartialDate.quarter(int(quarter[1]), int(quarter[2]))
    try:
        return PartialDate(text)
    except ValueError:
        raise FieldError(name, f"Write a date as {DATE_HELP}.") from None


def read_figures(name: str, entry: str) -> Decimal | None:
    """The amount in major units, None for an empty entry; :class:`FieldError` where it is none."""
    figures = entry.replace(",", "").replace(" ", "")
    if not figures:
        return None
    if not _FIGURES.fullmatch(figures):
        raise FieldError(name, "Write the amount in figures: 30,500,000 or 33.70")
    return Decimal(figures)


def read_currency(name: str, entry: str) -> str:
    """The ISO 4217 code, "" for an empty entry; :class:`FieldError` where it is none."""
    currency = entry.strip().upper()
    if not _CURRENCY.fullmatch(currency):
        raise FieldError(name, "Write the currency as three letters: EUR, USD, GBP")
    return currency


def read_money(entries: Entries) -> Money:
    """The sum in the fields "amount" and "currency"; :class:`FieldError` without one of them."""
    amount, currency = (
        read_figures("amount", entries["amount"]),
        read_currency("currency", entries["currency"]),
    )
    if amount is None:
        raise FieldError("amount", "Write the amount in figures: 30,500,000 or 33.70")
    if not currency:
        raise FieldError("currency", "A sum needs a currency: EUR, USD, GBP")
    return Money.of(amount, currency)
