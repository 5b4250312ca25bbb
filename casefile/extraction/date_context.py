"""What a text tells about how its dates are to be read: the order of figures, what lies ahead.

Imports values, the words of dates and the text.
"""

import re
from datetime import date
from functools import cache

from casefile.extraction.date_readers import DateShape, Form
from casefile.extraction.date_words import date_words
from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.text import Article
from casefile.values import DatePrecision

_CUE_REACH = 48


def publication_day(article: Article) -> date | None:
    """The day of publication, None where it is not known to the day."""
    published = article.published
    return published.earliest if published is not None and published.precision is DatePrecision.DAY else None


def is_month_first(article: Article, shapes: list[DateShape]) -> bool:
    """Whether figures such as 03/09/2024 start with the month: as in the United States."""
    if article.language != "en":
        return False
    spelled = [shape for shape in shapes if shape.form is Form.POINT and shape.month and shape.day]
    american = sum(shape.month_first for shape in spelled)
    if american != len(spelled) - american:
        return american > len(spelled) - american
    cues = alternatives(lexicon(SHARED, "money").lists("dollar_cues")["USD"])
    return len(re.findall(rf"(?<!\w){cues}(?!\w)", article.text)) > article.text.count("£") * 2


@cache
def _future_patterns(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    words = date_words(language)
    near = re.compile(rf"(?<!\w){words.any_of('until')}(?:\s+[^\W\d_]{{1,4}})?\s*$")
    wide = re.compile(rf"(?<!\w){words.any_of('future')}(?!\w)")
    return near, wide


def is_future(article: Article, shape: DateShape) -> bool:
    """Whether the words before the date speak of what is to come."""
    near, wide = _future_patterns(article.language)
    sentence = article.sentence_of(shape.span)
    start = max(sentence.start, shape.span.start - _CUE_REACH)
    before = article.text[start : shape.span.start]
    first_word = article.text[shape.span.start : shape.span.end]
    return bool(near.search(before) or near.match(first_word) or wide.search(before) or shape.shift == 1)
