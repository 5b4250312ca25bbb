"""The shipped reference data: authorities, countries and legal instruments. Imports only paths.

Read once from ``resources/*.json`` when first asked for, then kept; everything is frozen and may be shared
between threads. What the names are good for is said in each file's ``about``.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from types import MappingProxyType
from typing import NotRequired, TypedDict, cast

from casefile.paths import resource


class Body(StrEnum):
    """What an authority is within the state; the list ``body-kinds`` has the labels."""

    REGULATOR = "regulator"
    COURT = "court"
    MINISTRY = "ministry"
    PROSECUTOR = "prosecutor"


FIELDS_OF_WORK = frozenset(
    (
        "advertising", "aviation", "banking", "communications", "competition", "consumer", "customs",
        "data-protection", "elections", "energy", "environment", "financial", "food", "gambling", "health",
        "insurance", "integrity", "labour", "media", "medicines", "pensions", "professions", "sanctions",
        "securities", "security", "tax", "transport", "water",
    )
)  # fmt: skip
"""What a body may watch over."""

_BODIES = {
    "court": Body.COURT,
    "ministry": Body.MINISTRY,
    "prosecutor": Body.PROSECUTOR,
    "attorney-general": Body.PROSECUTOR,
}


@dataclass(frozen=True)
class Authority:
    """A body that enforces the law, a prosecutor or a court, with the names that articles print."""

    code: str
    """Jurisdiction and short name: ``NL-AP``, ``DE-HH-HMBBFDI``, ``US-IL-AG``."""
    name: str
    """The official name in the body's own language."""
    english: str
    abbreviations: tuple[str, ...]
    aliases: tuple[str, ...]
    """Translations and press short forms."""
    ambiguous: frozenset[str]
    """Names of it that others share: trusted only beside an unambiguous name or in a matching country."""
    jurisdiction: str
    """ISO 3166 (``NL``, ``US-IL``) or ``EU``.

    The bodies of the German Länder have ``DE``, those of the Spanish communities ``ES``.
    """
    kind: str
    """Its main field: one of :data:`FIELDS_OF_WORK`, or ``prosecutor``, ``attorney-general``, ``court``,
    ``ministry`` or ``other``."""
    generic: bool = False
    """Whether the official name itself is ambiguous."""
    leads: tuple[str, ...] = ()
    """Fields in which "the Irish watchdog" and the like mean this body; one alone in its kind leads there."""

    @classmethod
    def unlisted(cls, name: str, jurisdiction: str, kind: str) -> "Authority":
        """A body that only a text names: no code, its printed name."""
        return cls(
            code="",
            name=name,
            english=name,
            abbreviations=(),
            aliases=(),
            ambiguous=frozenset(),
            jurisdiction=jurisdiction,
            kind=kind,
        )

    @property
    def all_names(self) -> tuple[str, ...]:
        """Every name once: official, English, abbreviations, aliases."""
        return _unique((self.name, self.english, *self.abbreviations, *self.aliases))

    @property
    def body(self) -> Body:
        """A court, ministry or prosecutor where ``kind`` says so, else a regulator.

        Attorneys general count as prosecutors.
        """
        return _BODIES.get(self.kind, Body.REGULATOR)


@dataclass(frozen=True)
class Country:
    """A country, or a state, province or Land of one."""

    code: str
    """ISO 3166-1 alpha-2, or ISO 3166-2 for a part of a country."""
    name: str
    """In English."""
    names: Mapping[str, tuple[str, ...]]
    """By language (en, de, fr, nl, it, es); parts of countries may lack some."""
    adjectives: Mapping[str, tuple[str, ...]]
    """By language: German without its ending, French, Italian and Spanish in both genders."""
    capitals: tuple[str, ...]
    """In English; the seat of government too where it is another city."""
    currency: str
    """ISO 4217."""
    date_order: str
    """How all-number dates are written there: ``DMY``, ``MDY`` or ``YMD``; where the year comes first, a date
    that ends in the year has no settled order."""


@dataclass(frozen=True)
class Instrument:
    """A law, treaty or rule book that enforcement actions rest on."""

    code: str
    """The short form that a brief prints: ``GDPR``, ``FTC Act``."""
    name: str
    aliases: tuple[str, ...]
    """Every form as printed, code and name among them; no two instruments share one."""
    case_sensitive: frozenset[str]
    """The aliases that mean the instrument only in this very spelling: ``AVG``."""
    jurisdictions: tuple[str, ...]
    named: Mapping[str, str]
    """By language the alias that stands for the code in it: ``DSGVO`` in German."""


class _AuthorityRecord(TypedDict):
    code: str
    name: str
    english: str
    abbreviations: list[str]
    aliases: list[str]
    ambiguous: list[str]
    jurisdiction: str
    kind: str
    generic: bool
    leads: NotRequired[list[str]]


class _CountryRecord(TypedDict):
    name: str
    names: dict[str, list[str]]
    adjectives: dict[str, list[str]]
    capitals: list[str]
    currency: str
    date_order: str


class _InstrumentRecord(TypedDict):
    code: str
    name: str
    aliases: list[str]
    case_sensitive: list[str]
    jurisdictions: list[str]
    named: NotRequired[dict[str, str]]


@cache
def authorities() -> tuple[Authority, ...]:
    """All authorities, sorted by code; :class:`ResourceMissingError` where the file is not there."""
    records = cast("list[_AuthorityRecord]", _read("authorities.json")["authorities"])
    return tuple(
        Authority(
            code=record["code"],
            name=record["name"],
            english=record["english"],
            abbreviations=tuple(record["abbreviations"]),
            aliases=tuple(record["aliases"]),
            ambiguous=frozenset(record["ambiguous"]),
            jurisdiction=record["jurisdiction"],
            kind=record["kind"],
            generic=record["generic"],
            leads=tuple(record.get("leads", ())),
        )
        for record in records
    )


def authority(code: str) -> Authority:
    """The authority of a code; ``KeyError`` where there is none."""
    return _authorities_by_code()[code]


@cache
def countries() -> tuple[Country, ...]:
    """All countries and parts of them, sorted by code; :class:`ResourceMissingError` without the file."""
    records = cast("dict[str, _CountryRecord]", _read("countries.json"))
    return tuple(
        Country(
            code=code,
            name=record["name"],
            names=_by_language(record["names"]),
            adjectives=_by_language(record["adjectives"]),
            capitals=tuple(record["capitals"]),
            currency=record["currency"],
            date_order=record["date_order"],
        )
        for code, record in records.items()
    )


def country(code: str) -> Country:
    """The country or part of one with this ISO 3166 code; ``KeyError`` where there is none."""
    return _countries_by_code()[code]


@cache
def instruments() -> tuple[Instrument, ...]:
    """All instruments, sorted by code without case; :class:`ResourceMissingError` without the file."""
    records = cast("list[_InstrumentRecord]", _read("provisions.json")["instruments"])
    return tuple(
        Instrument(
            code=record["code"],
            name=record["name"],
            aliases=tuple(record["aliases"]),
            case_sensitive=frozenset(record["case_sensitive"]),
            jurisdictions=tuple(record["jurisdictions"]),
            named=MappingProxyType(record.get("named", {})),
        )
        for record in records
    )


def instrument_name(code: str, language: str) -> str:
    """The short form of the instrument in that language; the code where it has no other, or is not known."""
    known = _instruments_by_code().get(code)
    return known.named.get(language, code) if known is not None else code


@cache
def _instruments_by_code() -> Mapping[str, Instrument]:
    return {entry.code: entry for entry in instruments()}


@cache
def _authorities_by_code() -> Mapping[str, Authority]:
    return {entry.code: entry for entry in authorities()}


@cache
def _countries_by_code() -> Mapping[str, Country]:
    return {entry.code: entry for entry in countries()}


def _read(name: str) -> dict[str, object]:
    return cast("dict[str, object]", json.loads(resource(name).read_text(encoding="utf-8")))


def _by_language(words: dict[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
    return MappingProxyType({language: tuple(forms) for language, forms in words.items()})


def _unique(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(names))
