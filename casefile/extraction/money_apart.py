"""Sums beside a sanction that are never part of it: what a law allows, provisions, the costs of a case.

"which can attract a fine of €2m", "has set aside €2m", "€200,000 of the regulator's costs"; a price that a
customer paid, a fine that was first announced and not imposed. Imports lexicons.
"""

import re
from functools import cache

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.values import Span

_BEFORE, _BEHIND = 90, 60
"""Code points before and behind a sum in which words of it stand."""


def is_apart(text: str, language: str, sentence: Span, money: Span) -> bool:
    """Whether the words right beside a sum of the sentence make it other money than a sanction."""
    start, end = max(sentence.start, money.start - _BEFORE), min(sentence.end, money.end + _BEHIND)
    return (
        _ahead(language).search(text[start : money.start]) is not None
        or _is_taken_in(text, language, Span(start, end), money)
        or _behind(language).match(text[money.end : end]) is not None
        or _gone(language).match(text, money.end, sentence.end) is not None
        or _is_told_of(text, language, Span(start, end), money, ("payers", "payers_pay"))
        or _is_told_of(text, language, Span(start, end), money, ("at_first", "announced"))
    )


def _is_taken_in(text: str, language: str, near: Span, money: Span) -> bool:
    """Whether somebody received the sum, and it is no penalty: "a trader which received some £4m"."""
    received = _received(language).search(text, near.start, money.start)
    return received is not None and penalty_words(language).match(text, money.end + 1, near.end) is None


@cache
def _received(language: str) -> re.Pattern[str]:
    words = lexicon(language, "money")
    received, about = (alternatives(words.words(key)) for key in ("received", "approximate"))
    return re.compile(rf"(?<!\w){received}\s(?:{about}\s)?$", re.IGNORECASE)


def _is_told_of(text: str, language: str, near: Span, money: Span, keys: tuple[str, str]) -> bool:
    """Whether the words before the sum, with the verb there or behind it, are those of the two lists.

    "A buyer had paid €2m", "eine Kundin hatte 2.000 Euro bezahlt"; but nobody's price is "a fine of €2m".
    """
    opening, verb = _frame(language, keys)
    opened = opening.search(text, near.start, money.start)
    if opened is None:
        return False
    penalty = (
        keys[0] == "payers" and penalty_words(language).search(text, opened.start(), near.end) is not None
    )
    return not penalty and (
        verb.search(text, opened.start(), money.start) is not None
        or _verb_behind(language, keys[1]).match(text, money.end, near.end) is not None
    )


@cache
def _frame(language: str, keys: tuple[str, str]) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens it, with a few words up to the sum, and its verb."""
    words = lexicon(language, "money")
    opening, verb = (alternatives(words.words(key)) for key in keys)
    return (
        re.compile(rf"(?<!\w){opening}(?:\s[^\W\d_][\w’']{{0,15}}){{0,7}}\s$", re.IGNORECASE),
        re.compile(rf"(?<!\w){verb}(?!\w)", re.IGNORECASE),
    )


@cache
def _verb_behind(language: str, key: str) -> re.Pattern[str]:
    verb = alternatives(lexicon(language, "money").words(key))
    return re.compile(rf"(?:\s[^\W\d_][\w’'-]{{0,15}}){{0,4}}?\s{verb}(?!\w)", re.IGNORECASE)


@cache
def penalty_words(language: str) -> re.Pattern[str]:
    """Any word for a penalty as a word of its own, whatever its case."""
    words = lexicon(language, "money").lists("around").get("penalty", ())
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


@cache
def _ahead(language: str) -> re.Pattern[str]:
    """Words of other money, then at most a measure's name and little words up to the sum."""
    words = lexicon(language, "money")
    penalty = alternatives(words.lists("around").get("penalty", ()))
    little = rf"(?:(?:{alternatives(words.words('approximate'))}|[^\W\d]{{1,8}}|{penalty})[\s’']){{0,5}}"
    return re.compile(
        rf"(?<!\w){alternatives(words.words('apart'))}(?:(?<=['’])|\s)(?:{little})$", re.IGNORECASE
    )


@cache
def _behind(language: str) -> re.Pattern[str]:
    words = lexicon(language, "money")
    joined = alternatives(words.words("costs_joined"))
    return re.compile(
        rf"(?:,?[–-])?\s(?:{joined}(?:(?<=['’])|\s)(?:[^\W\d_][\w’'-]{{0,24}}\s){{0,3}}?)?{alternatives(words.words('costs'))}(?!\w)",
        re.IGNORECASE,
    )


@cache
def _gone(language: str) -> re.Pattern[str]:
    """A relative clause of what somebody did with the money before: "that Kestrel had already repaid"."""
    words = lexicon(language, "money")
    relatives, done = alternatives(words.words("relatives")), alternatives(words.words("gone_before"))
    return re.compile(
        rf",?\s(?:{relatives})(?:(?<=['’])|\s)(?:[\w’'-]{{1,24}}\s){{1,5}}?{done}(?!\w)", re.IGNORECASE
    )
