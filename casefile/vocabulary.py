"""The shipped controlled lists: what may stand in a field, with labels. Imports only paths.

One file of ``resources/vocabularies`` is one list; it is read when first asked for, then kept. Everything is
frozen and may be shared between threads. A value outside a list may be entered all the same: it is kept as it
was typed, and those who show it mark it (:func:`is_listed`).
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import NotRequired, TypedDict, cast

from casefile.paths import resource

NAMES = (
    "action-statuses",
    "appeal-statuses",
    "authority-roles",
    "body-kinds",
    "complainant-kinds",
    "confidence-levels",
    "data-categories",
    "findings",
    "forums",
    "identifier-schemes",
    "ledger-bases",
    "measure-kinds",
    "nace-sections",
    "relations",
    "respondent-capacities",
    "sectors",
    "triggers",
    "violations",
)
"""Every list, by the alphabet."""
DEFAULT_LANGUAGE = "en"
"""The language that every term has a label in."""


@dataclass(frozen=True)
class Term:
    """One entry of a list."""

    code: str
    """What is stored and exported: small letters and digits with hyphens between words; it never changes."""
    labels: Mapping[str, str]
    """By language (``en``); English is always there."""
    definition: str
    """In English; "" where the label says it all."""
    source: str
    """The law or register that the term comes from, in words; "" where it is the list's."""

    def label(self, language: str = DEFAULT_LANGUAGE) -> str:
        """The label in a language, in English where there is none in it."""
        return self.labels.get(language) or self.labels[DEFAULT_LANGUAGE]


@dataclass(frozen=True)
class Vocabulary:
    """A list of terms for one field."""

    name: str
    about: str
    source: str
    """The law or register that the terms follow, in words."""
    terms: tuple[Term, ...]
    """In the order in which they are offered; each code once."""

    @property
    def codes(self) -> tuple[str, ...]:
        """The codes in the order of the terms."""
        return tuple(term.code for term in self.terms)


class _TermRecord(TypedDict):
    code: str
    labels: dict[str, str]
    definition: NotRequired[str]
    source: NotRequired[str]


class _VocabularyRecord(TypedDict):
    name: str
    about: str
    source: str
    terms: list[_TermRecord]


@cache
def vocabulary(name: str) -> Vocabulary:
    """The list of this name; ``KeyError`` for a name not in :data:`NAMES`.

    :class:`ResourceMissingError` where the list's file is not there.
    """
    if name not in NAMES:
        raise KeyError(name)
    text = resource(f"vocabularies/{name}.json").read_text(encoding="utf-8")
    record = cast("_VocabularyRecord", json.loads(text))
    terms = tuple(_term(entry) for entry in record["terms"])
    return Vocabulary(record["name"], record["about"], record["source"], terms)


def term(name: str, code: str) -> Term:
    """The term of a list; ``KeyError`` where the list has no such code, or there is no such list."""
    return _by_code(name)[code]


def is_listed(name: str, code: str) -> bool:
    """Whether the list has the code; what it has not is a value that a person entered."""
    return code in _by_code(name)


def label(name: str, code: str, language: str = DEFAULT_LANGUAGE) -> str:
    """The label of a code, or the text itself for a value outside the list."""
    return term(name, code).label(language) if is_listed(name, code) else code


def code_of(name: str, text: str) -> str:
    """The code that a typed or imported text means, as a code or a label in any language, in any case.

    Text that means none comes back without the white space around it, to be kept as a value outside the list.
    """
    typed = text.strip()
    return _by_word(name).get(typed.casefold(), typed)


@cache
def _by_code(name: str) -> Mapping[str, Term]:
    return {entry.code: entry for entry in vocabulary(name).terms}


@cache
def _by_word(name: str) -> Mapping[str, str]:
    terms = vocabulary(name).terms
    words = {text.casefold(): entry.code for entry in terms for text in entry.labels.values()}
    return words | {entry.code.casefold(): entry.code for entry in terms}


def _term(record: _TermRecord) -> Term:
    return Term(
        code=record["code"],
        labels=MappingProxyType(record["labels"]),
        definition=record.get("definition", ""),
        source=record.get("source", ""),
    )
