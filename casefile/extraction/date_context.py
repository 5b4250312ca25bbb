"""What a text tells about how its dates are to be read: the order of figures, what lies ahead.

Imports values, the words of dates and the text.
"""

import re
from datetime import date
from functools import cache

from casefile.extraction.date_readers import DateShape, Form
from casefile.extraction.date_tense import Tense, tense_around
from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.text import Article
from casefile.values import DatePrecision

_MONTHS = 12


def publication_day(article: Article) -> date | None:
    """The day of publication, None where it is not known to the day."""
    published = article.published
    return published.earliest if published is not None and published.precision is DatePrecision.DAY else None


def proven_order(shapes: list[DateShape]) -> bool | None:
    """Whether figures start with the month where another date of the text proves it: 28/9/2021 does not.

    None where none does, or two prove the contrary of each other.
    """
    figures = [shape for shape in shapes if shape.form is Form.NUMERIC and shape.number and shape.year]
    orders = {
        (shape.month or 0) > _MONTHS for shape in figures if max(shape.day or 0, shape.month or 0) > _MONTHS
    }
    return orders.pop() if len(orders) == 1 else None


def is_month_first(article: Article, shapes: list[DateShape]) -> bool:
    """Whether figures such as 03/09/2024 start with the month: as in the United States."""
    if article.language != "en":
        return False
    spelled = [shape for shape in shapes if shape.form is Form.POINT and shape.month and shape.day]
    american = sum(shape.month_first for shape in spelled)
    if american != len(spelled) - american:
        return american > len(spelled) - american
    return len(_dollars().findall(article.text)) > article.text.count("£") * 2


@cache
def _dollars() -> re.Pattern[str]:
    cues = alternatives(lexicon(SHARED, "money").lists("currency_cues")["USD"])
    return re.compile(rf"(?<!\w){cues}(?!\w)")


def tense_of(article: Article, shape: DateShape) -> Tense:
    """What the words around the date tell; "next" in the date itself is to come."""
    if shape.shift == 1:
        return Tense.FUTURE
    return tense_around(article.text, article.language, article.sentence_of(shape.span), shape.span)
