"""Sentences of what was imposed on somebody whom the text does not name: "It fined another operator €3m".

Imports the survey and the lexicons.
"""

import re
from collections.abc import Iterator
from functools import cache

from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.survey import Survey
from casefile.values import Span


def names_nobody(survey: Survey, sentence: Span) -> bool:
    """Whether a sentence has neither a name nor words for who was named: "the company"."""
    if survey.mentions_in(sentence):
        return False
    refers = word_pattern(survey.article.language, "linking", "references")
    return refers.search(survey.article.text, sentence.start, sentence.end) is None


def is_of_others(survey: Survey, sentence: Span) -> bool:
    """Whether a sentence that names nobody tells of others: "in the same trade", "without naming it"."""
    others = word_pattern(survey.article.language, "linking", "others")
    return others.search(survey.article.text, sentence.start, sentence.end) is not None


def others_in(survey: Survey, sentence: Span) -> Iterator[Span]:
    """Where a sentence speaks of another firm or a rival."""
    found = _another(survey.article.language).finditer(survey.article.text, sentence.start, sentence.end)
    return (Span(*match.span()) for match in found)


@cache
def _another(language: str) -> re.Pattern[str]:
    words = lexicon(language, "linking")
    another, trades, rivals = (alternatives(words.words(key)) for key in ("another", "trades", "rivals"))
    return re.compile(rf"(?<!\w)(?:{another}\s(?:[\w-]{{1,20}}\s)?{trades}|{rivals})(?!\w)", re.IGNORECASE)
