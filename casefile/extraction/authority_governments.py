"""Towns, provinces and regions that impose something: "el Ayuntamiento de Villar multó", "Stadt Hallbach".

They are respondents, places and voices far more often, so that one counts as an authority only where the text
tells right beside its name that it acted. Imports the places and what tells that somebody acted.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache

from casefile import registry
from casefile.extraction.authority_acting import is_acting
from casefile.extraction.authority_names import Spotted
from casefile.extraction.authority_places import home
from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.phrases import OpenedPattern
from casefile.extraction.text import Article
from casefile.values import Span

_PART = r"[A-ZÀ-Þ][\w’'-]{1,24}"


def find_governments(article: Article, named: Sequence[Spotted]) -> Iterator[Spotted]:
    """Every mention of those that act in the article, in reading order; ``named`` tell of the country.

    A head without a name ("el Ayuntamiento") is the only one of its sort that the text names.
    """
    text, language = article.text, article.language
    found = [
        (Span(*match.span()), (match.group(1) or match.group(2)).casefold())
        for match in _pattern(language).finditer(text)
    ]
    if not found:
        return
    whole: dict[str, set[str]] = {}
    for span, head in found:
        whole.setdefault(head, set())
        if len(_printed(text, span)) > len(head):
            whole[head].add(_printed(text, span))
    names = [(span, _name(text, span, head, whole[head])) for span, head in found]
    acting = {name for span, name in names if name and is_acting(article, span)}
    land = home(text, language, (record.jurisdiction for _, record in named)) if acting else ""
    for span, name in names:
        if name in acting:
            yield span, _government(name, land)


def _printed(text: str, span: Span) -> str:
    return " ".join(span.of(text).split())


def _name(text: str, span: Span, head: str, whole: set[str]) -> str:
    """The name with the place, "" for a mere head where several have one or it is a common noun."""
    printed = _printed(text, span)
    if len(printed) > len(head):
        return printed
    return next(iter(whole)) if len(whole) == 1 else printed if not whole and printed[:1].isupper() else ""


@cache
def _pattern(language: str) -> OpenedPattern:
    """A head in either case, and the place: small words before or within it begin no other name."""
    words = lexicon(language, "authorities")
    heads, links = words.words("governments"), alternatives(words.words("government_links"))
    joined = alternatives(words.words("government_joints"))
    more = rf"(?:\s(?:{joined}\s){{0,2}}{_PART}){{0,3}}" if language != "de" else rf"(?:\s{joined}\s{_PART})?"
    bare = alternatives(words.words("bare_governments"))
    listed = alternatives(heads)
    return OpenedPattern(
        re.compile(
            rf"(?<![\w-])(?:((?i:{listed}))(?:\s{links}(?:\s|(?<=[’']))|\s){_PART}{more}"
            rf"|((?i:{bare}))(?![\w-]|\s{links}\s))"
        ),
        heads,
    )


def _government(name: str, land: str) -> registry.Authority:
    return registry.Authority(
        code="",
        name=name[:1].upper() + name[1:],
        english=name,
        abbreviations=(),
        aliases=(),
        ambiguous=frozenset(),
        jurisdiction=land,
        kind="other",
    )
