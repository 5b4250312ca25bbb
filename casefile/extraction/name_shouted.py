"""Companies in capitals whose small words are written large too: "QUESERA DEL HACHA LTDA.".

Releases of many authorities print respondents so; elsewhere a large "DEL" or "OF" ends a name. Imports the
name words and the text.
"""

import re
from collections.abc import Iterator
from functools import cache, lru_cache

from casefile.extraction.lexicon import SHARED, ends_with, lexicon
from casefile.extraction.name_words import legal_forms, name_words
from casefile.extraction.text import Article
from casefile.values import Span

_CALLED = 40
"""Code points before a name in which what it is called stands: "la société "."""
_WORD = r"[^\W\d_a-zß-ÿ][^\W_a-zß-ÿ]{0,24}(?:[.’'-][^\W_a-zß-ÿ]{1,24}){0,2}"
_NAME = rf"(?<![\w@#/’'-]){_WORD}(?:[ \u00a0]&|,?[ \u00a0]{_WORD}){{1,9}}(?!\w)"
_BLANK = re.compile(r"[ \u00a0]")
_LETTER = re.compile(r"[a-zß-ÿ]{3}")


@lru_cache(maxsize=4)
def shouted_companies(article: Article) -> tuple[Span, ...]:
    """Where such names stand in lines that are not in capitals themselves, in reading order."""
    return tuple(_found(article))


def _found(article: Article) -> Iterator[Span]:
    text, words = article.text, name_words(article.language)
    small = frozenset(lexicon(SHARED, "names").words("large_links"))
    for run in _names().finditer(text):
        printed = run.group().split()
        if small.isdisjoint(printed) or not _is_in_small_letters(article, *run.span()):
            continue
        end = _end_of_form(text, Span(*run.span()))
        before = text[max(0, run.start() - _CALLED) : run.start()]
        if end or (printed[-1] not in small and ends_with(before, words.kinds)):
            yield Span(run.start(), end or run.end())


def _end_of_form(text: str, run: Span) -> int:
    """Where the first legal form in the run ends; 0 where it has none."""
    for blank in _BLANK.finditer(text, run.start, run.end):
        form = legal_forms().match(text, blank.end())
        if form is not None:
            return form.end()
    return 0


def _is_in_small_letters(article: Article, start: int, end: int) -> bool:
    """Whether the rest of the line is not written in capitals too."""
    line = article.paragraph_of(Span(start, end))
    return (
        _LETTER.search(article.text, line.start, start) is not None
        or _LETTER.search(article.text, end, line.end) is not None
    )


@cache
def _names() -> re.Pattern[str]:
    return re.compile(_NAME)
