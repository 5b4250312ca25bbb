"""The names of registered laws in a text. Imports the registry and the index of phrases.

Some forms mean other things too ("CSA", "Marketing Rule" in a heading): whether they count is decided where
what stands around them is known.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from casefile import registry
from casefile.extraction.phrases import PhraseIndex
from casefile.values import Span

UNION = "EU"


@dataclass(frozen=True)
class LawName:
    """One printed name of a law."""

    code: str
    """The registry's; "" for a law that is not in it."""
    name: str
    """The dictionary form of what is printed: "Geldwäschegesetz" for "Geldwäschegesetzes"."""
    jurisdictions: tuple[str, ...]
    """Where the law is in force; empty where that is not known."""
    span: Span
    sure: bool
    """The name alone tells that a law is meant."""
    short: bool = False
    """An abbreviation."""


_SHORT = re.compile(r"[\w&-]{2,12}(?:\s(?:19|20)\d\d)?")
_SHORTEST = 5
_TRUSTED = 5
"""Letters of an abbreviation that hardly means anything else."""
_WELL_KNOWN = frozenset({"AVG", "DSA", "DMA", "Dsa", "Dma"})


def _is_short(alias: str) -> bool:
    several = sum(letter.isupper() for letter in alias) > 1
    return _SHORT.fullmatch(alias) is not None and (several or len(alias) <= _SHORTEST)


@cache
def _index() -> PhraseIndex[tuple[registry.Instrument, str]]:
    return PhraseIndex(
        (form, (instrument, alias), alias in instrument.case_sensitive)
        for instrument in registry.instruments()
        for alias in (*instrument.aliases, instrument.name)
        for form in _forms(alias)
    )


_ACT = re.compile(r"\s(?:Act|Ordinance)(?:,?\s(?:of\s)?(?:19|20)\d\d)?$")


def is_act(title: str) -> bool:
    """Whether the title is that of an act in English, which has sections wherever it is in force."""
    return _ACT.search(title) is not None


def abbreviated(word: str) -> registry.Instrument | None:
    """The law whose abbreviation this is but for its capitals: enough beside an article ("Finmag")."""
    return _abbreviations().get(word.upper())


@cache
def _abbreviations() -> dict[str, registry.Instrument]:
    return {
        alias.upper(): instrument
        for instrument in registry.instruments()
        for alias in instrument.case_sensitive
        if _is_short(alias)
    }


def _forms(alias: str) -> tuple[str, ...]:
    """The alias and its German genitive; both sorts of apostrophe are one to the index."""
    stem = re.match(
        r"(?:(?:Bundesg|G)esetz(?=\s)|Vertrag(?=\s)|[\w-]*?(?:gesetz(?:buch)?|Gesetz|vertrag)$)", alias
    )
    if stem is None:
        return (alias,)
    rest = alias[stem.end() :]
    return alias, f"{stem.group()}es{rest}", f"{stem.group()}s{rest}"


def find_registered(text: str) -> Iterator[LawName]:
    """Every registered name in reading order, none inside another, none inside a compound ("FM-GwG")."""
    for span, entries in _index().find(text):
        instrument, alias = entries[0].value
        if text[span.start - 1 : span.start] == "-" and text[span.start - 2 : span.start - 1].isalnum():
            continue
        short = alias in instrument.case_sensitive and _is_short(alias)
        trusted = len(alias) >= (4 if UNION in instrument.jurisdictions else _TRUSTED) or alias in _WELL_KNOWN
        sure = trusted if short else alias not in instrument.case_sensitive
        yield LawName(instrument.code, _name(alias, instrument), instrument.jurisdictions, span, sure, short)
    yield from _called_acts(text)


_CALLED_ACT = re.compile(
    r"(?<![\w-])(?:(?:[Rr]èglement|[Rr]egolamento|[Rr]eglamento|[Vv]erordening|Verordnung|[Dd]irective|[Dd]irettiva|[Dd]irectiva|"
    r"[Rr]ichtlijn|Richtlinie)\s(?:europ[ée]en(?:ne)?\s|europe[oa]\s)?(?P<behind>[A-Z]\w{2,11})"
    r"|(?P<ahead>[A-Z]\w{2,11})(?=[-\s](?:[Vv]erordening|Verordnung|[Rr]ichtlijn|Richtlinie|[Rr]egulation|[Dd]irective)))(?!\w)"
)


_SORTS_OF_ACTS = (
    *("èglement", "egolamento", "eglamento", "erordening", "erordnung", "irective", "irettiva", "irectiva"),
    *("ichtlijn", "ichtlinie", "egulation"),
)
"""One of these, whatever the first letter, is in every text that the pattern finds anything in."""


def _called_acts(text: str) -> Iterator[LawName]:
    """Acts of the Union by their abbreviation in any capitals, beside their sort: "règlement Mica"."""
    if not any(sort in text for sort in _SORTS_OF_ACTS):
        return
    for match in _CALLED_ACT.finditer(text):
        group = match.lastgroup or ""
        instrument = abbreviated(match[group])
        if instrument is not None and UNION in instrument.jurisdictions:
            span = Span(*match.span(group))
            yield LawName(
                instrument.code, match[group], instrument.jurisdictions, span, sure=True, short=True
            )


def _name(alias: str, instrument: registry.Instrument) -> str:
    """The alias in the plural where the law has it, and without the state whose law it is ("Kenya's")."""
    for form in (f"{alias}s", re.sub(r"^.*[’']s\s", "", alias)):
        if form in instrument.aliases:
            return form
    return alias
