"""Names that begin with a small letter or a digit: "eBay", "shopnow.de", "adidas", "bet365".

Imports the name words. A capital or a domain's ending within makes one by itself. A plain small word, which
the language's common words lack, needs a legal form behind it, its own domain, or several places in which
only a name stands without an article: "against adidas,", "adidas’s", "adidas was".
"""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache, lru_cache
from urllib.parse import urlsplit

from casefile.extraction.lexicon import KNOWN_WORDS, SHARED, ends_with, lexicon
from casefile.extraction.name_words import (
    TOP_LEVELS,
    NameWords,
    country_names,
    is_legal_form,
    legal_forms,
    name_words,
)
from casefile.extraction.small_words import OF
from casefile.extraction.text import Article
from casefile.values import Span

_SMALL = "a-zß-öø-ÿ"
_CANDIDATE = re.compile(
    rf"(?:(?<![\w@#/.’'&-])|(?<=(?<!\w)[dlDL][’'])|(?<=ll[’'])|(?<=[Qq]u[’']))"
    rf"(?:(?P<domain>[a-z\d][a-z\d-]{{1,30}}\.(?:{TOP_LEVELS})(?![\w@/-]|\.\w))"
    rf"|(?P<inner>[a-z]{{1,12}}[A-Z]\w{{1,40}})"
    rf"|(?P<plain>\d{{0,4}}[{_SMALL}][{_SMALL}\d-]{{2,30}}(?!\w)))"
)
_DIGITS_FIRST = re.compile(rf"\d{{1,4}}[{_SMALL}-]{{3,30}}")
_STEM = re.compile(r"[^.]{4,}")
_STOP_BEFORE = re.compile(rf"(?:[{_SMALL}]{{4}}|\d\d)[.!?][”\"»“]?\s{{1,3}}$")
_CLAUSE_BEFORE = re.compile(
    r"(?<!\w)(?:that|when|because|as|whether|que|lorsque|dont|quand|che|quando|porque|cuando|dat|omdat|toen)\s$"
)
_INFLECTED = ("e", "en", "em", "er", "es")
"""How German adjectives end: "eine neue GmbH"."""
_ENOUGH, _OFTEN, _MOST = 2, 3, 12
_NEAR = 24
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)")
_ALONE_BEHIND = re.compile(r"[,.;:!?)]|\s?[—–]|\s[(\d€$£]|$")
_PART_BEFORE = re.compile(rf"(?<!\w)(?:{OF}|for|voor)\s?$")
"""What stands before the last words of a longer name: "Compagnie de distribution SA"."""
_FORM_BEHIND = re.compile(r",?[ \u00a0]")


@lru_cache(maxsize=4)
def small_names(article: Article) -> frozenset[str]:
    """The names of the text that begin with a small letter or a digit, as they are printed."""
    words = name_words(article.language)
    own = _own_domains(article)
    plain: dict[str, list[Span]] = defaultdict(list)
    found: set[str] = set()
    stems: set[str] = set()
    for match in _CANDIDATE.finditer(article.text):
        text = match.group()
        if match.lastgroup == "plain":
            if not _is_known(text, article.language):
                plain[text].append(Span(*match.span()))
        elif match.lastgroup == "inner":
            if not (text in _units() or is_legal_form(text)):
                found.add(text)
        elif text not in own and not _is_visited(article, match.start(), words):
            found.add(text)
            stems.update(_STEM.findall(text)[:1])
    found |= {text for text in stems if text in plain}
    return frozenset(found | {text for text, spans in plain.items() if _is_name(article, text, spans, words)})


def small_runs(article: Article) -> Iterator[Span]:
    """Where these names stand, in reading order."""
    names = small_names(article)
    if names:
        for match in _names_pattern(names).finditer(article.text):
            yield Span(*match.span())


@lru_cache(maxsize=16)
def _names_pattern(names: frozenset[str]) -> re.Pattern[str]:
    longest_first = sorted(names, key=lambda name: (-len(name), name))
    return re.compile(rf"(?<![\w@#/.-])(?:{'|'.join(map(re.escape, longest_first))})(?![\w@/-]|\.\w)")


@cache
def _units() -> frozenset[str]:
    """What has a capital within and is no name: "kWh"."""
    return frozenset(lexicon(SHARED, "names").words("inner_capitals"))


def _own_domains(article: Article) -> frozenset[str]:
    """Where the article itself was published, which is no party of the story."""
    host = (urlsplit(article.metadata.url).hostname or "").removeprefix("www.")
    return frozenset((host, article.metadata.outlet.lower()))


def _is_visited(article: Article, start: int, words: NameWords) -> bool:
    """Whether readers are only sent there: "Read more at example.com"."""
    return words.visited.search(article.text, max(0, start - 48), start) is not None


@lru_cache(maxsize=KNOWN_WORDS)
def _is_known(word: str, language: str) -> bool:
    words = name_words(language)
    speech = words.speech
    known = word in words.ordinary or word in words.starters or word in words.determiners
    return known or word in speech.lists["prepositions"] or words.is_role(word) or words.is_company_noun(word)


def _is_name(article: Article, word: str, spans: list[Span], words: NameWords) -> bool:
    if any(_has_form(article, word, span, words) for span in spans):
        return True
    told = [sign for span in spans[:_MOST] for sign in _signs(article, span, words)]
    if word[0].isdigit() and _DIGITS_FIRST.fullmatch(word) is None:
        return False
    if word[-1].isdigit() or word[0].isdigit():
        return bool(told)
    if len(set(told)) > 1:
        return True
    surely = [sign for sign in told if sign not in ("opening", "called")]
    often = bool(surely) and (len(spans) >= _OFTEN or len(surely) >= _ENOUGH)
    articled = words.language != "de" and any(_is_determined(article, span, words) for span in spans)
    return often and not articled


def _has_form(article: Article, word: str, span: Span, words: NameWords) -> bool:
    """Whether a legal form stands behind, maybe with a country between: "ista Deutschland GmbH"."""
    gap = _FORM_BEHIND.match(article.text, span.end)
    if gap is None:
        return False
    start = gap.end()
    land = _WORD_BEHIND.match(article.text, start - 1)
    if land is not None and land.group(1) in country_names(article.language):
        start = land.end() + 1
    if legal_forms().match(article.text, start) is None:
        return False
    if article.language == "de":
        return not word.endswith(_INFLECTED)
    before = _before(article, span).lower()
    return not (_is_determined(article, span, words) or _PART_BEFORE.search(before))


def _before(article: Article, span: Span) -> str:
    return article.text[max(0, span.start - _NEAR) : span.start]


def _is_determined(article: Article, span: Span, words: NameWords) -> bool:
    before = _before(article, span).lower().split()
    return bool(before) and before[-1] in words.determiners


def _signs(article: Article, span: Span, words: NameWords) -> Iterator[str]:
    """What there speaks for a name."""
    text, before = article.text, _before(article, span)
    if words.language == "en" and text[span.end : span.end + 2] in ("’s", "'s"):
        if not _is_determined(article, span, words):
            yield "owner"
        return
    behind = _WORD_BEHIND.match(text, span.end, span.end + _NEAR)
    acts = words.verbs.match(text, span.end) is not None
    acts = acts or (behind is not None and words.speech.reports(behind.group(1)))
    stops = _STOP_BEFORE.search(before) is not None
    if stops or (acts and before[-2:] == "\n\n"):
        yield "opening"
    if acts and (stops or _CLAUSE_BEFORE.search(before)):
        yield "subject"
    if ends_with(before.replace("-", " "), words.kinds):
        yield "called"
    if not (_ALONE_BEHIND.match(text, span.end) or _goes_on_small(article, span, words)):
        return
    done_to = words.objects.search(before)
    if done_to is not None:
        yield done_to.group().lower()
    plain = words.language == "de" and not span.of(text).endswith(_INFLECTED)
    if plain and _is_determined(article, span, words):
        yield "articled"


def _goes_on_small(article: Article, span: Span, words: NameWords) -> bool:
    """Whether what follows begins another phrase: "fined adidas for", "gegen adidas wegen"."""
    behind = _WORD_BEHIND.match(article.text, span.end, span.end + _NEAR)
    if behind is None:
        return False
    word = behind.group(1)
    return word in words.speech.lists["prepositions"] or (
        words.language == "de" and word in words.determiners
    )
