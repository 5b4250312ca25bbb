"""Authorities that a text names: by a name or abbreviation that the registry has, or one the text gives.

An abbreviation that several bodies share counts only where the text also names the body or its country. A
name beside another country than its own ("Jamaica’s Office of the Information Commissioner") is another's.
"""

import re
from collections.abc import Iterable
from functools import cache
from itertools import pairwise

from casefile import registry
from casefile.extraction.authority_fields import leader
from casefile.extraction.authority_owners import (
    READ_AS_WORD,
    Anchors,
    is_ambiguous,
    is_short,
    name_at_home,
    name_by_initials,
    name_forms,
)
from casefile.extraction.authority_places import (
    place_beside,
    place_ends,
)
from casefile.extraction.name_words import name_words
from casefile.extraction.phrases import PhraseIndex
from casefile.extraction.small_words import GAP, THE
from casefile.extraction.text import Article
from casefile.values import Span

_ARTICLE_BEFORE = re.compile(
    r"(?<!\w)(?:(?:la|della|dalla|alla|sulla|nella)\s|(?:l|dell|dall|all|sull|nell|d|qu)[’'])$", re.IGNORECASE
)
_ARTICLE_REACH = 8


_BEFORE_REACH = 24
_CAPITAL_BEFORE = re.compile(r"(?<![.!?:] )(?<!\n)(?<![\w’'])([A-ZÀ-Þ][\w-]*) $")

_SHORT = r"[A-ZÀ-Þ][\w&-]{1,11}"
_BRACKETED = re.compile(rf"\s?\(\W?(?:[\w-]+\W{{1,2}})?({_SHORT})\W?(?:[,;][^()\n]{{0,60}})?\)")
_APPOSED = re.compile(
    rf",\s(?:or|known as|oder|kurz|of|afgekort|o|abrégée?|ou)\s(?:the\s)?({_SHORT})(?=[,.;])"
)

_CALLED = re.compile(rf",\s(?:{THE}{GAP})?")

_OF = re.compile(r"\s(?:of|de|di|van)\s(?=[A-ZÀ-Þ])|\s(?:del|du)\s|\sd[’'](?=[A-ZÀ-Þ])")
_SHORTEST_INITIALS, _LONGEST_DRAWN = 3, 6
_SITE = re.compile(r"(?<![\w.@-])(?:www\.)?([A-Za-z]{3,12})(?:\.[a-z]{2,3})?\.[a-z]{2,8}(?![\w-])(?!\.\w)")

Spotted = tuple[Span, registry.Authority]


def find_registered(article: Article) -> list[Spotted]:
    """The bodies of the registry that the text names, in reading order; the spans do not overlap."""
    text = article.text
    spotted = [
        (span, {entry.value.code: entry.value for entry in entries if entry.phrase[:1].isupper() is False
                or span.of(text)[:1].isupper()})
        for span, entries in _index().find(text)
    ]  # fmt: skip
    placed = [
        (span, _of_the_place(text, span, owners))
        for span, owners in spotted
        if not _is_longer(article, span, owners)
        and not _is_common_word(article, span, owners)
        and not _is_cut_off(span.of(text))
    ]
    known = {
        code
        for span, owners in placed
        for code, record in owners.items()
        if len(owners) == 1 and not is_ambiguous(record, span.of(text))
    }
    longer = [each for each in placed if not is_short(each[0].of(text))]
    named = _owned(article, known, longer)
    known.update(record.code for _, record in named)
    shorter = [each for each in placed if is_short(each[0].of(text))]
    return sorted([*named, *_owned(article, known, shorter)], key=lambda each: each[0].start)


def _is_cut_off(printed: str) -> bool:
    """Whether it runs into brackets that it does not close: "Berlin (dpa" is a news agency's line."""
    return printed.count("(") > printed.count(")")


def _owned(
    article: Article, known: Iterable[str], placed: list[tuple[Span, dict[str, registry.Authority]]]
) -> list[Spotted]:
    """The names with the bodies that are meant; ``known`` are the codes of those that the text names."""
    anchors = Anchors(article, frozenset(known))
    owned = ((span, anchors.owner(list(owners.values()), span)) for span, owners in placed)
    return [(span, record) for span, record in owned if record is not None]


def find_sites(article: Article) -> list[Spotted]:
    """The bodies of whose sites the text prints the address: "ico.org.uk".

    They count where a text names nobody else: a release in which "we" have fined somebody.
    """
    anchors = Anchors(article, frozenset())
    found = []
    for match in _SITE.finditer(article.text):
        owners = _by_site().get(match.group(1).lower(), ())
        span = Span(*match.span(1))
        record = anchors.owner(list(owners), span) if owners else None
        found += [(span, record)] if record else []
    return found


@cache
def _by_site() -> dict[str, tuple[registry.Authority, ...]]:
    sites: dict[str, tuple[registry.Authority, ...]] = {}
    for record in registry.authorities():
        for short in {short.lower() for short in record.abbreviations if short.isascii() and short.isalpha()}:
            sites[short] = (*sites.get(short, ()), record)
    return sites


def find_abbreviations(text: str, named: list[Spotted]) -> list[Spotted]:
    """Every place of an abbreviation that the text itself gives behind a name: "(DPA)".

    It counts before what the registry knows by that abbreviation: "(SEC)" behind a superintendency.
    """
    given: dict[str, registry.Authority] = {}
    for span, record in named:
        match = _BRACKETED.match(text, span.end) or _APPOSED.match(text, span.end)
        short = match.group(1) if match else ""
        large = sum(letter.isupper() for letter in short)
        if (large > 1 or _is_drawn_from(short, span.of(text))) and short not in record.all_names:
            given.setdefault(short, record)
    for short, record in _initialled(text, named):
        given.setdefault(short, record)
    return [
        (Span(*match.span()), record)
        for short, record in given.items()
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)", text)
    ]


def with_their_names(text: str, named: list[Spotted]) -> list[Spotted]:
    """The mentions, a body that only the text names known by the registry's name right behind it.

    "the Bureau for Competition, the DGCCRF", where the text translates what the registry has in French.
    """
    known: dict[str, registry.Authority] = {}
    for (span, record), (behind, other) in pairwise(named):
        short = behind.of(text)
        called = not record.code and other.code and " " not in short
        if called and _CALLED.fullmatch(text, span.end, behind.start) and _is_short_of(short, other):
            known[record.name] = other
    return [(span, known.get(record.name, record) if not record.code else record) for span, record in named]


def _is_short_of(short: str, record: registry.Authority) -> bool:
    return short.casefold() in {each.casefold() for each in record.abbreviations}


def _is_drawn_from(short: str, name: str) -> bool:
    """Whether a few letters of the name make it, in their order: "Ksa" of "Kansspelautoriteit"."""
    if not short or len(short) > _LONGEST_DRAWN or short[0].lower() != name[0].lower():
        return False
    letters = iter(name.lower())
    return all(each in letters for each in short.lower())


def _initialled(text: str, named: list[Spotted]) -> Iterable[tuple[str, registry.Authority]]:
    """The initials of names, where the text has them and names nobody else in full whose they are."""
    whole = [(span.of(text), record) for span, record in named if " " in span.of(text)]
    known = {name for _, record in whole for name in record.all_names}
    for name, record in whole:
        initials = "".join(word[0] for word in re.findall(r"\w+", name) if word[0].isupper())
        bare = initials[1:] if _begins_with_place(name) else ""
        for short in (initials, bare):
            if len(short) > _SHORTEST_INITIALS - 1 and short not in known and short in text:
                yield short, record


def _begins_with_place(name: str) -> bool:
    """Whether its first word is a state's: "Louisiana Department of Environmental Quality" is "DEQ" too."""
    return 0 < next(iter(sorted(place_ends(name))), 0) == len(name.partition(" ")[0])


def find_shorter(text: str, named: list[Spotted]) -> list[Spotted]:
    """The first words of a name that goes on with "of": "the Central Bank" for that "of Ireland"."""
    found: dict[str, registry.Authority] = {}
    for span, record in named:
        short = _OF.split(span.of(text), maxsplit=1)[0]
        if " " in short and len(short) < span.end - span.start:
            found.setdefault(short, record)
    return [
        (Span(*match.span()), record)
        for short, record in found.items()
        for match in re.finditer(rf"(?<![\w-]){re.escape(short)}(?!\w)(?!\sof\s[A-Z])", text)
        if _CAPITAL_BEFORE.search(text, max(0, match.start() - _BEFORE_REACH), match.start()) is None
    ]


@cache
def _index() -> PhraseIndex[registry.Authority]:
    return PhraseIndex(
        (form, record, is_short(name) or name == name_at_home(record))
        for record in registry.authorities()
        for name in filter(None, (*record.all_names, name_at_home(record), name_by_initials(record)))
        for form in name_forms(record, name)
    )


def _is_common_word(article: Article, span: Span, owners: dict[str, registry.Authority]) -> bool:
    """Whether three letters are no abbreviation: they may be written like a word behind a Romance article."""
    printed = span.of(article.text)
    whole = any(printed in record.all_names for record in owners.values())
    if whole or len(printed) >= READ_AS_WORD or printed.isupper():
        return False
    start = max(0, span.start - _ARTICLE_REACH)
    behind_article = _ARTICLE_BEFORE.search(article.text[start : span.start]) is not None
    return article.language not in ("es", "fr", "it") or not behind_article


def _of_the_place(
    text: str, span: Span, owners: dict[str, registry.Authority]
) -> dict[str, registry.Authority]:
    """Without the bodies of other countries than the one that stands beside the name."""
    place, printed = place_beside(text, span), span.of(text)
    if not place:
        return owners
    foreign = _foreign(place, printed, owners)
    if foreign or is_short(printed):
        return {foreign.code: foreign} if foreign else owners
    country, _, state = place.partition("-")
    if country == "US" and state and _stands_before(text, span):
        return {code: record for code, record in owners.items() if record.jurisdiction == place}
    return {
        code: record
        for code, record in owners.items()
        if record.jurisdiction.split("-")[0] in (country, "EU")
    }


def _stands_before(text: str, span: Span) -> bool:
    """Whether the place beside the name stands before it: "Vermont’s Labor Department"."""
    return not place_ends(text).isdisjoint((span.start - 1, span.start - 3))


def _foreign(place: str, printed: str, owners: dict[str, registry.Authority]) -> registry.Authority | None:
    """Whom the abbreviation of another land's body means beside a place: "la Consob francese"."""
    if " " in printed or len(owners) != 1:
        return None
    (record,) = owners.values()
    if record.jurisdiction[:2] in (place[:2], "EU"):
        return None
    fields = (*record.leads, record.kind)
    return next((found for field in fields if (found := leader(place, field))), None)


def _is_longer(article: Article, span: Span, owners: dict[str, registry.Authority]) -> bool:
    """Whether an ambiguous name is only the end of a longer one: "Lagos State Consumer Protection Agency"."""
    before = _CAPITAL_BEFORE.search(article.text, max(0, span.start - _BEFORE_REACH), span.start)
    if before is None or " " not in span.of(article.text):
        return False
    stops = name_words(article.language).stops
    if before.group(1) in stops or _is_place(article.text, before.end(1)):
        return False
    return all(is_ambiguous(record, span.of(article.text)) for record in owners.values())


def _is_place(text: str, end: int) -> bool:
    return end in place_ends(text)
