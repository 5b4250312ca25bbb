"""Capitalised names of organisations and people, their forms gathered. Imports the text and the lexicons.

A name is a run of capitalised words. What stands at the start of a sentence, in a headline set in capitals
or, in German, behind an article is only taken for a name where something else says that it is one: a legal
form, a capital inside the word, or the same name elsewhere.
"""

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from casefile.extraction.lexicon import ends_with, word_pattern
from casefile.extraction.name_words import NameWords, name_words, places
from casefile.extraction.text import Article
from casefile.values import Span

_WORD = (
    r"(?:(?:Bank|University|College|Church|Institute|Museum|Port|City) of [A-Z][\w’'-]{1,40}"
    r"|[A-ZÀ-ÖØ-Þ][\w’'-]{0,40}(?:\.(?:com|io|ai|nl|de|fr|it|es|co\.uk))?"
    r"|\d{1,3}[a-z]{0,8}[A-Z]\w{0,40}|\d&\d|[A-Z](?:\.[A-Z]){1,5}\.?|[A-ZÀ-Ý]&[A-ZÀ-Ý]|[A-Z])"
)
_SPACE = "[ \u00a0\u202f]"
_LINK = rf"(?:{_SPACE}(?:&|de|van|von|der|di|del)?{_SPACE}?|[-&])"
_FORM = (
    r"(?:,?[ \u00a0](?:Inc\.?|LLC|L\.L\.C\.|Ltd\.?|L\.P\.|S\.A\.U\.|S\.A\.|S\.L\.U\.|S\.L\.|S\.p\.A\.|"
    r"S\.r\.l\.|B\.V\.|N\.V\.|Limited|Corporation|Incorporated|Corp\.?|Co\.(?!\w)|GmbH|plc|"
    r"Pty\.? Ltd\.?)(?!\w))"
)
_NAME = re.compile(rf"(?<![\w’'@#/.-]){_WORD}(?:(?!{_FORM}){_LINK}{_WORD}){{0,6}}{_FORM}{{0,2}}")
_LINKS = frozenset(("&", "de", "van", "von", "der", "di", "del"))
_OWNERSHIP_REACH = 64
_ELIDED = re.compile(r"(?:[LDld]|[Nn]ell|[Dd]ell|[Aa]ll|[Dd]all|[Ss]ull)[’']")
_HYPHENED = re.compile(r"\w-[a-zà-ÿ]")
_INNER_CAPITAL = re.compile(r"[a-z&]\w*[A-Z]|[A-Z]&[A-Z]|^[A-Z]{2,}")


@dataclass(frozen=True)
class Name:
    """One occurrence of a name."""

    text: str
    span: Span
    sure: bool
    """Something beside the capital says that it is a name."""


@dataclass(frozen=True)
class Party:
    """An organisation or a person, with all its occurrences."""

    name: str
    forms: frozenset[str]
    spans: tuple[Span, ...]
    person: bool

    @property
    def key(self) -> str:
        """What two parties are compared by."""
        return self.name.casefold()


def find_parties(
    article: Article, taken: Iterable[Span], speakers: frozenset[str] = frozenset()
) -> tuple[Party, ...]:
    """The named parties in the order of their first occurrence, without what ``taken`` covers.

    A ``speaker`` of two or three words without a legal form is a person.
    """
    names = _plausible(article, _names(article, sorted(taken)))
    clusters = _clustered(names)
    parties = _with_brands(article, [_party(article, cluster, speakers) for cluster in clusters])
    return tuple(sorted(parties, key=lambda party: party.spans[0]))


def _clustered(names: list[Name]) -> list[list[Name]]:
    """The names of one party together: the full form first, then its first words, then a surname alone."""
    clusters: list[list[Name]] = []
    by_form: dict[tuple[str, ...], list[Name]] = {}
    for name in sorted(names, key=lambda each: -len(each.text.split())):
        words = tuple(name.text.casefold().split())
        cluster = by_form.get(words)
        if cluster is None:
            cluster = []
            clusters.append(cluster)
            for length in range(1, len(words) + 1):
                by_form.setdefault(words[:length], cluster)
            if len(words) in (2, 3):
                by_form.setdefault(words[-1:], cluster)
        cluster.append(name)
    return clusters


def _names(article: Article, taken: list[Span]) -> list[Name]:
    words = name_words(article.language)
    known = _publishing(article)
    taken = sorted([*taken, *(span for span, _ in places().find(article.text))])
    found = []
    for match in _NAME.finditer(article.text):
        printed = _with_stop(article.text, match)
        for text, start in _pieces(printed, match.start(), words):
            span = Span(start, start + len(text))
            if all(word.casefold().rstrip(".,") in words.forms for word in text.split()):
                continue
            if _is_source(article.text[max(0, start - 40) : start], words):
                continue
            if _is_covered(span, taken) or text.casefold() in known or _describes(article, span, words):
                continue
            found.append(Name(text, span, _is_sure(article, text, span, words)))
    return found


def _with_stop(text: str, match: re.Match[str]) -> str:
    """The run with the full stop of its last abbreviation: "Orbital Inc."."""
    abbreviated = match.group().endswith((" Inc", " Ltd", " Corp", " Co"))
    return match.group() + ("." if abbreviated and text[match.end() : match.end() + 1] == "." else "")


def _publishing(article: Article) -> frozenset[str]:
    """The outlet and the authors, who are no parties of the story."""
    outlet = article.metadata.outlet.casefold()
    names = {outlet, outlet.removeprefix("the "), *(author.casefold() for author in article.metadata.authors)}
    return frozenset(names | {word for word in outlet.split() if len(word) > 2})


def _is_covered(span: Span, taken: list[Span]) -> bool:
    """Whether the span shares a code point with one of the sorted spans, none of which overlap much."""
    index = bisect_right(taken, span)
    return any(span.overlaps(other) for other in taken[max(0, index - 3) : index + 2])


def _is_source(before: str, words: NameWords) -> bool:
    """Whether "according to", and at most three words more, stands before the name."""
    told = before.split()
    return any(ends_with(" ".join(told[: len(told) - skip]), words.sources) for skip in range(4))


def _describes(article: Article, span: Span, words: NameWords) -> bool:
    """Whether the name only tells where a company is from: "the Omaha group agreed"."""
    before = article.text[max(0, span.start - 4) : span.start].lower()
    one_word = " " not in span.of(article.text)
    return one_word and before == "the " and words.modified.match(article.text, span.end) is not None


def _pieces(text: str, start: int, words: NameWords) -> Iterable[tuple[str, int]]:
    """The run cut at words that are no part of a name, possessives dropped, empty pieces left out."""
    tokens = [(match.group(), match.start()) for match in re.finditer(r"\S+", text)]
    piece: list[tuple[str, int]] = []
    for token, offset in [*tokens, ("", len(text))]:
        bare = re.sub(r"[’']s?$", "", token)
        ends = (
            not token
            or bare in words.stops
            or _HYPHENED.search(bare) is not None
            or _ELIDED.match(bare) is not None
        )
        if not ends and (
            piece or not (bare in words.openers or bare.lower().rpartition("-")[2] in words.kinds)
        ):
            piece.append((bare, offset))
            if bare == token:
                continue
        yield from _trimmed(text, piece, start)
        piece = []


def _trimmed(text: str, piece: list[tuple[str, int]], start: int) -> Iterable[tuple[str, int]]:
    while piece and piece[0][0] in _LINKS:
        piece = piece[1:]
    while piece and piece[-1][0] in _LINKS:
        piece = piece[:-1]
    if piece:
        last, offset = piece[-1]
        name = text[piece[0][1] : offset + len(last)].rstrip(",-")
        if not _ends_with_form(name):
            name = name.rstrip(".")
        if len(name) > 1:
            yield name, start + piece[0][1]


def _ends_with_form(name: str) -> bool:
    return re.search(r"(?:Inc|Ltd|Corp|Co|[A-Z]\.[A-Za-z](?:\.[A-Za-z])?)\.$", name) is not None


def _is_sure(article: Article, text: str, span: Span, words: NameWords) -> bool:
    tokens = text.split()
    if len(tokens) > 1 and tokens[-1].casefold().rstrip(".") in words.forms:
        return True
    if _is_case(article.text, span):
        return False
    if ends_with(
        article.text[max(0, span.start - 32) : span.start].rstrip('„“"« ').replace("-", " "), words.kinds
    ):
        return True
    if _shouted(article, span):
        return False
    if any(_INNER_CAPITAL.search(token) for token in tokens):
        return True
    if len(tokens) > 1 and tokens[-1] in words.kind_words:
        return True
    if article.language == "de":
        return len(tokens) > 1 and "der" not in tokens and not _behind_article(article.text, span)
    opening = span.start <= article.sentence_of(span).start + 1
    return not opening or len(tokens) > 1 or words.verbs.match(article.text, span.end) is not None


def _is_case(text: str, span: Span) -> bool:
    """Whether the name is a party of a case that is cited: "SEC v. Jarkesy"."""
    return re.search(r"\bv\.?\s$", text[max(0, span.start - 4) : span.start]) is not None


def _behind_article(text: str, span: Span) -> bool:
    before = text[max(0, span.start - 12) : span.start].split()
    return bool(before) and before[-1].casefold() in {
        "der", "die", "das", "den", "dem", "des", "ein", "eine", "einen", "einer", "einem", "eines",
    }  # fmt: skip


def _shouted(article: Article, span: Span) -> bool:
    """Whether the name stands in a line whose words nearly all have capitals, where they say nothing."""
    line = article.paragraph_of(span).of(article.text)
    if line.endswith((".", "!", "?", "”", '"')):
        return False
    words = [word for word in re.findall(r"[^\W\d_]+", line[:300]) if len(word) > 3]
    return len(words) > 3 and sum(word[0].isupper() for word in words) > 0.7 * len(words)


def _plausible(article: Article, names: list[Name]) -> list[Name]:
    """The names that are sure, and the doubtful that a sure one elsewhere bears out."""
    sure = {name.text for name in names if name.sure}
    heads = {text.split()[0] for text in sure}
    if article.language == "de":
        counts = Counter(name.text for name in names)
        lonely = [name for name in names if not name.sure and counts[name.text] > 1]
        sure |= {name.text for name in lonely if _preposition_alone(article.text, name.span)}
    return [name for name in names if name.sure or name.text in sure or name.text in heads]


def _preposition_alone(text: str, span: Span) -> bool:
    """Whether no article stands between, as it would before a German noun: "gegen Kestrel"."""
    before = text[max(0, span.start - 8) : span.start].split()
    return bool(before) and before[-1] in {"gegen", "an", "bei", "für"}


def _party(article: Article, cluster: list[Name], speakers: frozenset[str]) -> Party:
    words = name_words(article.language)
    forms = {name.text for name in cluster}
    longest = max(forms, key=lambda form: (len(form.split()), len(form)))
    spans = tuple(sorted(name.span for name in cluster))
    person = _is_person(article, longest, forms, spans, words) or (
        longest in speakers and len(longest.split()) in (2, 3) and not _is_company_like(longest, words)
    )
    return Party(longest, frozenset(forms), spans, person)


def _with_brands(article: Article, parties: list[Party]) -> list[Party]:
    """Companies joined with the brands that the text gives them: "Luminar, which runs Chatterly"."""
    places = sorted(((span, party) for party in parties for span in party.spans), key=lambda each: each[0])
    joined: dict[str, Party] = {party.name: party for party in parties}
    for (first, owner), (second, brand) in pairwise(places):
        if owner is brand or owner.person or brand.person:
            continue
        if _are_one(article, first, second):
            one, other = joined[owner.name], joined[brand.name]
            if one is not other:
                merged = _merged(
                    one, other, name_words(article.language), second_owns=_is_maker(article, first, second)
                )
                joined |= {name: merged for name, party in joined.items() if party in (one, other)}
    return list(dict.fromkeys(joined.values()))


def _are_one(article: Article, first: Span, second: Span) -> bool:
    if _is_maker(article, first, second):
        return True
    gap = article.text[first.end : second.start]
    if gap == " (":
        return article.text[second.end : second.end + 1] == ")"
    if len(gap) > _OWNERSHIP_REACH or re.search(r"[.;:!?\n]\s", gap):
        return False
    return word_pattern(article.language, "names", "ownership").search(gap) is not None


def _is_maker(article: Article, first: Span, second: Span) -> bool:
    """Whether the second is called the maker or owner of the first: "ChatGPT maker OpenAI"."""
    gap = article.text[first.end : second.start]
    return word_pattern(article.language, "names", "makers").fullmatch(gap.strip(" -")) is not None


def _merged(one: Party, other: Party, words: NameWords, *, second_owns: bool) -> Party:
    formal = other.name.split()[-1].casefold().rstrip(".") in words.forms
    name = other.name if formal or second_owns else one.name
    return Party(name, one.forms | other.forms, tuple(sorted({*one.spans, *other.spans})), person=False)


def _is_company_like(name: str, words: NameWords) -> bool:
    last = name.rsplit(maxsplit=1)[-1]
    formal = last.casefold().rstrip(".") in words.forms or last in words.kind_words
    return formal or _INNER_CAPITAL.search(name.split(maxsplit=1)[0]) is not None


def _is_person(
    article: Article, name: str, forms: set[str], spans: tuple[Span, ...], words: NameWords
) -> bool:
    """People are called by their last word, organisations by their first; titles and roles say it too."""
    tokens = name.split()
    if _is_company_like(name, words):
        return False
    if len(tokens) > 1 and tokens[-1] in forms:
        return True
    titled = any(
        ends_with(article.text[max(0, span.start - 40) : span.start], words.titles) for span in spans
    )
    followed = any(
        article.text[span.end : span.end + 1] == ","
        and ends_with(article.text[span.end + 1 : span.end + 60].split(".")[0].split(",")[0], words.titles)
        for span in spans
    )
    return len(tokens) in (1, 2, 3) and (titled or (followed and len(tokens) > 1))
