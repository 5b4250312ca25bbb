"""Names that differ although those who bear them do not: companies, and words of several languages.

Shipped reference data, read from ``resources/party-names.json`` when first asked for, then kept. Imports only
paths. Everything is frozen and may be shared between threads.
"""

import json
from dataclasses import dataclass
from functools import cache
from typing import TypedDict, cast

from casefile.paths import resource


@dataclass(frozen=True)
class Company:
    """A company that is known by several names."""

    name: str
    also: tuple[str, ...]
    """Earlier names, trade names and short forms."""
    group: str
    """The name of the company that it belongs to, "" where there is none."""


@dataclass(frozen=True)
class PartyNames:
    """What the file holds; words are lower case and without accents."""

    companies: tuple[Company, ...]
    alike: tuple[tuple[str, ...], ...]
    """Words and places that mean the same in several languages, each group with two or more."""
    tails: frozenset[str]
    """What may follow a company's name and leaves it the same company: "ireland", "holdings"."""


class _CompanyRecord(TypedDict):
    name: str
    also: list[str]
    group: str


class _File(TypedDict):
    companies: list[_CompanyRecord]
    words: list[list[str]]
    places: list[list[str]]
    tails: list[str]


@cache
def party_names() -> PartyNames:
    """The shipped names; :class:`casefile.paths.ResourceMissingError` where the file is not there."""
    found = cast("_File", json.loads(resource("party-names.json").read_text(encoding="utf-8")))
    return PartyNames(
        tuple(Company(entry["name"], tuple(entry["also"]), entry["group"]) for entry in found["companies"]),
        tuple(tuple(group) for group in (*found["words"], *found["places"])),
        frozenset(found["tails"]),
    )
