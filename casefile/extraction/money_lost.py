"""Sums that have lost their magnitude on the way into print: "$33.7" for $33.7 million.

Small sums are no such: parking fines, prices, sums by the head. Imports the sums, their words and the text.
"""

import re
from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import replace
from decimal import Decimal

from casefile.extraction.figures import significant_digits
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.money_words import MoneyWords
from casefile.extraction.text import Article
from casefile.terms import AmountScale
from casefile.values import Span

WHOLE_SUM = 1000
"""A sum so large is printed whole, or with its magnitude."""
_REACH, _WIDE, _BEFORE = 48, 200, 12
_TELLING = 3
_SCALES, _INDIAN = (3, 6, 9), (5, 7)
"""Thousand, million and billion, lakh and crore as powers of ten."""
_RUPEES = frozenset(("INR", "PKR", "BDT", "NPR", "LKR"))
_SEPARATED = re.compile(r"\d[.,’']\d")
_CLAUSE_END = re.compile(r"[,;()\[\]—–\n]\s?|\s-\s")


def with_lost_magnitudes(
    article: Article, found: Sequence[MoneyMention], words: MoneyWords
) -> list[MoneyMention]:
    """The mentions, with those marked that can hardly be the whole sum.

    Nobody writes a sanction with one decimal ("$33.7", "30.5 euro"). With two, or none, it takes a penalty's
    name beside it and odd cents ("€2.65", not "£35.00"), or the same digits with a magnitude elsewhere
    ("468.00 Euro" beside "468.000 Euro"). Three such digits alone are enough ("102 euros" beside
    "102,000 euros"), two behind an article: "the 15 euros".
    """
    whole = {(each.currency, each.value) for each in found if each.value >= WHOLE_SUM}
    marked: list[MoneyMention] = []
    for index, mention in enumerate(found):
        before = found[index - 1] if index else None
        lost = _may_be_lost(article, mention, words) and _is_lost(article, mention, before, whole, words)
        marked.append(replace(mention, scale=AmountScale.MISSING) if lost else mention)
    return marked


def is_short_for(mention: MoneyMention, sums: AbstractSet[tuple[Decimal, str]]) -> bool:
    """Whether it is one of the sums that has lost its magnitude: "€530" of €530 million."""
    if mention.scale is not AmountScale.MISSING:
        return False
    return any((mention.value.scaleb(scale), mention.currency) in sums for scale in _scales(mention))


def _scales(mention: MoneyMention) -> tuple[int, ...]:
    return (*_SCALES, *_INDIAN) if mention.currency in _RUPEES else _SCALES


def _may_be_lost(article: Article, mention: MoneyMention, words: MoneyWords) -> bool:
    if mention.value >= WHOLE_SUM or mention.low is not None or mention.period or mention.inferred_currency:
        return False
    printed = mention.span.of(article.text)
    digits = any(each.isdigit() for each in printed)
    if _decimals(mention.value) and not _SEPARATED.search(printed):
        return False  # 73 cents
    return digits and words.scale_of(article.text, mention.span) == 1


def _is_lost(
    article: Article,
    mention: MoneyMention,
    before: MoneyMention | None,
    whole: set[tuple[str, Decimal]],
    words: MoneyWords,
) -> bool:
    decimals = _decimals(mention.value)
    digits = significant_digits(mention.value).rstrip("0")
    larger = {(mention.currency, mention.value.scaleb(scale)) for scale in _scales(mention)}
    twin = len(digits) > 1 and not larger.isdisjoint(whole)
    if twin and (len(digits) >= _TELLING or (not decimals and _is_known(article, mention, words))):
        return True
    beside = words.is_beside_penalty(article.text, mention.span, _REACH)
    if decimals == 1:
        listed = before is not None and _is_next_item(article, before, mention)
        return beside or twin or listed or _is_sanction(article, mention, before, words)
    odd = decimals > 1 and not re.search(r"0\D*$", mention.span.of(article.text))
    return beside and (odd or twin)


def _is_next_item(article: Article, before: MoneyMention, mention: MoneyMention) -> bool:
    """Whether the item of a list above it has a large sum: "• Orrin: €3 million", "• Norvia: €2.5"."""
    last, line = article.paragraph_of(before.span), article.paragraph_of(mention.span)
    mark = article.text[line.start]
    return (
        before.value >= WHOLE_SUM
        and not mark.isalnum()
        and mark == article.text[last.start]
        and last.end <= line.start
        and not article.text[last.end : line.start].strip()
    )


def _is_known(article: Article, mention: MoneyMention, words: MoneyWords) -> bool:
    """Whether an article stands right before: the sum that the text has told of."""
    start = max(0, mention.span.start - _BEFORE)
    return words.definite.search(article.text, start, mention.span.start) is not None


def _decimals(value: Decimal) -> int:
    exponent = value.as_tuple().exponent
    return -exponent if isinstance(exponent, int) and exponent < 0 else 0


def _is_sanction(
    article: Article, mention: MoneyMention, before: MoneyMention | None, words: MoneyWords
) -> bool:
    """Whether a word of a sanction stands in the clause, with no reason of it between: fined for adding €2.5.

    A large sum just before serves as well: the one 58.3 million pesos and the other, $8.2.
    """
    text, span = article.text, mention.span
    sentence = article.sentence_of(span)
    start, end = max(sentence.start, span.start - _WIDE), min(sentence.end, span.end + _WIDE)
    ahead = _CLAUSE_END.split(text[start : span.start])[-1]
    named = list(words.penalty.finditer(ahead))
    if named and words.causes.search(ahead, named[-1].end()) is None:
        return True
    behind = _CLAUSE_END.split(text[span.end : end])[0]
    following = words.penalty.search(behind)
    if following is not None and words.causes.search(behind, 0, following.start()) is None:
        return True
    if before is None or before.value < WHOLE_SUM or not _are_joined(text, before.span, span, words):
        return False
    return words.penalty.search(text, start, end) is not None


def _are_joined(text: str, first: Span, second: Span, words: MoneyWords) -> bool:
    between = text[first.end : second.start]
    near = len(between) <= _REACH and not re.search(r"[.!?;\n]", between)
    return near and words.causes.search(between) is None and words.joined.search(between) is not None
