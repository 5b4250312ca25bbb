"""Whether a text tells right beside a name that it imposed something: "… fined", "imposed by …".

Names that firms and authorities share count as an authority's only there. Imports the lexicons.
"""

import re
from collections.abc import Container
from functools import cache

from casefile.extraction.authority_words import shape_words
from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.small_words import GAP, OF, THE
from casefile.extraction.text import Article
from casefile.values import Span

_REACH_BEFORE = 110
"""Code points before a name in which what it imposed may be told."""
_REACH_ARTICLE, _REACH_MET = 16, 24
_REACH_BEHIND = 240
"""Code points behind a name in which a German or Dutch sentence may end in its verb."""

_CLAUSE = r"(?:[^.;:!?\n]|\.(?=\w))"
"""A code point within a clause, of a number or a site too: "20.000 Euro", "Booking.com"."""
_PART_OF = re.compile(rf"\s(?:{OF}|at|in|within|under)\s(?:{THE}\s)?$")
"""Before the whole whose part an apposition tells of: "the secretariat at the Ministry of Justice, fined"."""


def is_acting(article: Article, span: Span) -> bool:
    """Whether the words around the name say that it imposed a sanction."""
    return is_active(article, span) or is_agent(article, span)


def is_active(article: Article, span: Span) -> bool:
    """Whether the name is the subject of such a verb that stands behind it."""
    text, end = article.text, span.end
    if text[end : end + 1] == "," and _PART_OF.search(text, max(0, span.start - 16), span.start) is not None:
        return False
    if _verb(article.language).match(text, end) is not None:
        return True
    closing = _closing(article.language)
    if closing is None:
        return False
    if closing.match(text, end, end + _REACH_BEHIND) is not None:
        return True
    start = max(0, span.start - _REACH_ARTICLE)
    if _inverted(article.language).search(text, start, span.start) is None:
        return False
    return _own_closing(article.language).match(text, end, end + _REACH_BEHIND) is not None


def is_agent(article: Article, span: Span) -> bool:
    """Whether a participle and "by", a decision and "of", or the verb itself leads to the name."""
    start = max(0, span.start - _REACH_BEFORE)
    return _leading(article.language).search(article.text, start, span.start) is not None


def by_whom(language: str) -> str:
    """A pattern of what leads from something done to who did it: "by the ", "dall’"."""
    agents = alternatives(lexicon(language, "authorities").words("by"))
    articles = alternatives(lexicon(language, "linking").words("articles"))
    return rf"{agents}(?:\s|(?<=[’']))(?:{articles}(?:\s|(?<=[’'])))?"


def is_met(text: str, span: Span, bodies: Container[int]) -> bool:
    """Whether a body that ends at one of the places has its verb right before the name.

    "De AP legt de Belastingdienst een boete op".
    """
    verb = _meeting().search(text, max(0, span.start - _REACH_MET), span.start)
    return verb is not None and verb.start() in bodies


@cache
def _meeting() -> re.Pattern[str]:
    """Between a body and whom it acts against: the verb and an article."""
    verbs = alternatives(lexicon(SHARED, "authorities").words("meeting"))
    article = rf"(?:{THE}|an|al|a\sla){GAP}"
    return re.compile(rf"\s{verbs}\s{article}?$")


def is_sanctioned(article: Article, span: Span) -> bool:
    """Whether the words right behind the name say that it was sanctioned itself: "… has been fined"."""
    return _suffering(article.language).match(article.text, span.end) is not None


@cache
def _suffering(language: str) -> re.Pattern[str]:
    """Behind a name and at most its initials: what only somebody sanctioned is said to be."""
    verbs = alternatives(lexicon(language, "authorities").words("sanctioned"))
    return re.compile(rf"(?:\s\([\w. -]{{2,16}}\))?\s{verbs}(?!\w)")


@cache
def _verb(language: str) -> re.Pattern[str]:
    """Behind a name: at most an adjective or its initials, an auxiliary and what only an authority does."""
    words = shape_words()
    verbs = alternatives((*words.acts, *lexicon(language, "authorities").words("acts")))
    small = alternatives(words.auxiliaries)
    adjective = r"(?:\s[a-zà-ÿ]{4,16})?" if language in ("es", "fr", "it") else ""
    brackets = r"(?:\s\([\w. -]{2,16}\))?"
    day = r"(?:\son\s[A-Z][a-z]{2,5}day)?" if language == "en" else ""
    return re.compile(rf"{adjective}{brackets}(?:[’']s?)?,?{day}(?:\s{small}){{0,2}}\s(?i:{verbs})(?!\w)")


@cache
def _closing(language: str) -> re.Pattern[str] | None:
    """Behind a name: an auxiliary, and the participle that closes the clause; None for other languages."""
    words = lexicon(language, "authorities")
    if not words.words("opening_verbs"):
        return None
    opening, closing = alternatives(words.words("opening_verbs")), alternatives(words.words("closing_verbs"))
    return re.compile(rf"(?:\s\([\w. -]{{2,16}}\))?\s{opening}\s{_CLAUSE}{{0,200}}?\s{closing}(?!\w)")


@cache
def _inverted(language: str) -> re.Pattern[str]:
    """Right before a name: an auxiliary, as behind a date or an object: "2023 hat die Stadt …"."""
    articles = alternatives(lexicon(language, "linking").words("articles"))
    opening = alternatives(lexicon(language, "authorities").words("opening_verbs"))
    return re.compile(rf"(?<!\w){opening}\s(?:{articles}\s)?$", re.IGNORECASE)


@cache
def _own_closing(language: str) -> re.Pattern[str]:
    """Behind a name: a participle whose object is the sanction, not whom it meets."""
    closing = alternatives(lexicon(language, "authorities").words("own_closing_verbs"))
    return re.compile(rf"\s{_CLAUSE}{{0,200}}?\s{closing}(?!\w)")


@cache
def _leading(language: str) -> re.Pattern[str]:
    """Right before a name: who imposed something."""
    words, linking = lexicon(language, "authorities"), lexicon(language, "linking")
    article = rf"(?:{alternatives(linking.words('articles'))}\s?)?"
    done, agents = alternatives(words.words("imposed")), alternatives(words.words("by"))
    decided, of = alternatives(words.words("decisions")), alternatives(words.words("deciders"))
    verbs, summed = alternatives(words.words("imposing")), alternatives(words.words("summed"))
    return re.compile(
        rf"(?<!\w)(?i:{done}{_CLAUSE}{{0,60}}?\s{agents}(?:\s|(?<=[’'])){article}"
        rf"|{decided}(?:\s{summed}\s[^\s]{{0,3}}\d{_CLAUSE}{{0,24}})?\s{of}(?:\s|(?<=[’'])){article}"
        rf"|{verbs}\s{article})$"
    )
