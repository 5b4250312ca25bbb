"""The fields that a query can name, declared once. Pure; imports the ground only."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Record(StrEnum):
    """The records that a search finds."""

    ACTION = "action"
    QUOTE = "quote"
    SOURCE = "source"


class ValueKind(StrEnum):
    """How a field's value is read."""

    PARTY = "party"
    FIGURE = "figure"
    NUMBER = "number"
    DATE = "date"
    LISTED = "listed"
    """A code or label of the field's list, or a person's own words."""
    CHOICE = "choice"
    """One of a few words."""
    TEXT = "text"


@dataclass(frozen=True)
class SearchField:
    """A field; ``home`` is the record that has it, None where each kind of record has its own."""

    name: str
    home: Record | None
    kind: ValueKind
    wants: str
    """What stands after the colon, with an example."""
    vocabulary: str = ""
    choices: tuple[str, ...] = ()


_A, _S, _Q = Record.ACTION, Record.SOURCE, Record.QUOTE
_K = ValueKind
_DATE = "a date such as 2024, 2024-06, 2024-Q2, >=2024-06 or 2023..2024"
_LISTED = (
    ("kind", "measure-kinds", "a measure such as fine"),
    ("measure", "measure-kinds", "a measure such as order"),
    ("status", "action-statuses", "a status such as appealed"),
    ("trigger", "triggers", "what began the case, such as complaint"),
    ("forum", "forums", "a forum such as court"),
    ("violation", "violations", "a kind of violation"),
    ("sector", "sectors", "a sector such as health"),
    ("category", "data-categories", "a category of data such as biometric"),
    ("confidence", "confidence-levels", "a level of confidence"),
)
SOURCE_KINDS = ("press", "authority-release", "decision", "ruling", "statement", "other")
HAS = (
    "conflict",
    "quote",
    "event",
    "amount",
    "tag",
    "note",
    "appeal",
    "law",
    "number",
    "open-appeal",
    "daily-amount",
    "missing-magnitude",
)
IS = ("unreviewed", "trashed", "primary", "waiting")
IN = ("actions", "quotes", "sources")
ACTION_DATES = ("opened", "notified", "announced", "effective", "final", "checked", "conduct")
"""Dates that the action keeps as it was told them, without columns to sort by."""

FIELDS: Mapping[str, SearchField] = {
    field.name: field
    for field in (
        SearchField("authority", _A, _K.PARTY, "an authority such as cnil or “Dutch DPA”"),
        SearchField("respondent", _A, _K.PARTY, "a name such as meta or “Meta Platforms”"),
        SearchField("complainant", _A, _K.PARTY, "a name such as noyb"),
        SearchField("amount", _A, _K.FIGURE, "a figure such as >10m, €1m..€5m or 1.5bn"),
        SearchField("currency", _A, _K.TEXT, "a currency's code such as EUR"),
        SearchField("deadline", _A, _K.DATE, _DATE),
        SearchField("people", _A, _K.NUMBER, "a number such as >1000"),
        SearchField("jurisdiction", _A, _K.TEXT, "a country or its code such as nl"),
        SearchField("law", _A, _K.TEXT, "a law such as gdpr"),
        SearchField("article", _A, _K.TEXT, "an article such as 5"),
        SearchField("tag", None, _K.TEXT, "one of your tags"),
        SearchField("number", _A, _K.TEXT, "a case number or another identifier"),
        SearchField("case", _A, _K.TEXT, "a case file's title"),
        SearchField("decided", _A, _K.DATE, _DATE),
        SearchField("changed", _A, _K.DATE, _DATE),
        SearchField("added", None, _K.DATE, _DATE),
        SearchField("published", _S, _K.DATE, _DATE),
        SearchField("outlet", _S, _K.TEXT, "an outlet such as reuters"),
        SearchField("author", _S, _K.TEXT, "an author's name"),
        SearchField("lang", _S, _K.TEXT, "a language's code such as fr"),
        SearchField("url", _S, _K.TEXT, "a part of the address"),
        SearchField("file", _S, _K.TEXT, "a part of the file's name"),
        SearchField("source-kind", _S, _K.CHOICE, "a kind of source", choices=SOURCE_KINDS),
        SearchField("speaker", _Q, _K.TEXT, "a speaker's name"),
        SearchField("role", _Q, _K.TEXT, "a speaker's role such as chair"),
        SearchField("has", None, _K.CHOICE, "what the record has", choices=HAS),
        SearchField("is", None, _K.CHOICE, "what the record is", choices=IS),
        SearchField("in", None, _K.CHOICE, "where to look", choices=IN),
        *(SearchField(name, _A, _K.DATE, _DATE) for name in ACTION_DATES),
        *(SearchField(name, _A, _K.LISTED, wants, vocabulary) for name, vocabulary, wants in _LISTED),
    )
}
OTHER_NAMES: Mapping[str, str] = {
    "language": "lang",
    "by": "authority",
    "regulator": "authority",
    "company": "respondent",
    "fine": "amount",
    "date": "decided",
    "country": "jurisdiction",
    "art": "article",
    "people-affected": "people",
    "data-category": "category",
    "sourcekind": "source-kind",
    "identifier": "number",
}
"""What people may type for a field."""


def field_named(typed: str) -> SearchField | None:
    """The field that a typed name means, in any case and with ``_`` for ``-``; None where there is none."""
    name = typed.casefold().replace("_", "-")
    return FIELDS.get(OTHER_NAMES.get(name, name))
