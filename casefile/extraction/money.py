"""Sums of money in a text, in every shape of the six languages. Imports values, terms and the lexicons.

A figure is read together with what stands right before and after it: a sign or code, a magnitude, the name
of a currency. A magnitude that is not printed is never filled in; a figure that looks as if it had lost one
is marked, see :func:`_lost_magnitudes`.
"""

import re
from collections import Counter
from dataclasses import dataclass, replace
from decimal import Decimal

from casefile.extraction.figures import FIGURE, parse_figure, significant_digits
from casefile.extraction.money_words import LOCAL_SIGNS, MoneyWords, local_currency, money_words
from casefile.extraction.text import Article
from casefile.terms import AmountScale
from casefile.values import Span

_WHOLE_SUM = 1000
_REACH = 48
"""Code points before and after a figure in which its words are looked for."""


@dataclass(frozen=True)
class MoneyMention:
    """One sum as it stands in the text."""

    value: Decimal
    """In major units; of a range its upper end."""
    currency: str
    """ISO 4217, "" where neither the words nor the text tell it."""
    scale: AmountScale
    span: Span
    low: Decimal | None = None
    """The lower end of a range."""
    approximate: bool = False
    """"nearly", "rund", "more than" stands before it."""
    period: str = ""
    """day, week, month, year or piece: "a day", "per share"."""
    inferred_currency: bool = False
    """The sum itself names no currency."""


def find_money(article: Article) -> tuple[MoneyMention, ...]:
    """Every sum of the text in reading order; spans do not overlap, a range is one mention."""
    words = money_words(article.language)
    found = [mention for mention in _mentions(article, words) if mention is not None]
    found = _without_overlaps(found)
    found = _with_currencies(article, found)
    found = _with_ranges(article.text, found, words)
    return tuple(_lost_magnitudes(article, found, words))


def _mentions(article: Article, words: MoneyWords) -> list[MoneyMention | None]:
    text = article.text
    figures = [_around(text, match.span(), match.group(), words) for match in FIGURE.finditer(text)]
    spelled = [
        _spelled(text, match.span(), words.numbers[match.group().lower()], words)
        for match in words.number_word.finditer(text)
    ]
    phrases = [
        _spelled(text, match.span(), words.phrases[_folded(match.group())], words, magnitude=True)
        for match in words.phrase.finditer(text)
    ]
    return [*phrases, *figures, *spelled]


def _around(text: str, place: tuple[int, int], printed: str, words: MoneyWords) -> MoneyMention | None:
    start, end = place
    before = words.before.search(text[max(0, start - 8) : start])
    after = words.after.match(text, end, end + _REACH)
    multiplier = words.multiplier(after.group("magnitude"), after.group("second")) if after else None
    value = parse_figure(printed, words.decimal, multiplier is not None)
    if value is None:
        return None
    sign = before.group("sign") if before else ""
    unit = after.group("currency") if after else None
    if not sign and not unit and not _bare_sum(text, after, words):
        return None
    begin = start - len(before.group()) if before else start
    stop = end if after is None else _end_of(after, with_currency=not sign)
    currency = words.currency(sign or unit or "")
    return _mention(text, Span(begin, max(stop, end)), value * (multiplier or 1), currency, words)


def _spelled(
    text: str, place: tuple[int, int], value: Decimal, words: MoneyWords, magnitude: bool = False
) -> MoneyMention | None:
    start, end = place
    after = words.after.match(text, end, end + _REACH)
    multiplier = words.multiplier(after.group("magnitude"), after.group("second")) if after else None
    unit = after.group("currency") if after else None
    scaled = magnitude or multiplier is not None
    if after is None or (not unit and not scaled) or (value == 1 and not scaled):
        return None
    if not unit and not _bare_sum(text, after, words):
        return None
    stop = max(end, _end_of(after, with_currency=True))
    return _mention(text, Span(start, stop), value * (multiplier or 1), words.currency(unit or ""), words)


def _end_of(after: re.Match[str], with_currency: bool) -> int:
    last = ("currency",) if with_currency else ()
    return max(after.end(name) for name in ("magnitude", "second", *last))


def _bare_sum(text: str, after: re.Match[str] | None, words: MoneyWords) -> bool:
    """Whether a figure with a magnitude and no currency can be a sum: no noun follows that it counts."""
    if after is None:
        return False
    magnitude = after.group("magnitude")
    if magnitude and not words.is_word_magnitude(magnitude):
        return False
    return words.may_follow.match(text, _end_of(after, with_currency=False)) is not None


def _mention(text: str, span: Span, value: Decimal, currency: str, words: MoneyWords) -> MoneyMention:
    period = words.period.match(text, span.end, span.end + _REACH)
    return MoneyMention(
        value,
        currency,
        AmountScale.STATED,
        span,
        approximate=words.approximate.search(text[max(0, span.start - _REACH) : span.start]) is not None,
        period=words.periods[_folded(period.group("period"))] if period else "",
        inferred_currency=not currency,
    )


def _folded(words: str) -> str:
    return " ".join(words.lower().split())


def _without_overlaps(found: list[MoneyMention]) -> list[MoneyMention]:
    kept: list[MoneyMention] = []
    for mention in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _with_currencies(article: Article, found: list[MoneyMention]) -> list[MoneyMention]:
    """Local signs settled by the text, bare sums given the currency of their sentence or of the text."""
    printed = {mention.currency for mention in found}
    local = {sign: local_currency(article, sign) for sign in LOCAL_SIGNS if sign in printed}
    settled = [replace(mention, currency=local.get(mention.currency, mention.currency)) for mention in found]
    named = Counter(mention.currency for mention in settled if mention.currency)
    usual = named.most_common(1)[0][0] if named else ""
    penalty = _penalty_words(article.language)
    kept = []
    near, near_end = usual, 0
    for mention in settled:
        if not mention.currency:
            ranged = money_words(article.language).range_gap.fullmatch(
                article.text, near_end, mention.span.start
            )
            if not ranged and not penalty.search(article.text[slice(*_neighbourhood(article, mention.span))]):
                continue
            kept.append(
                replace(mention, currency=near if mention.span.start - near_end < _REACH * 4 else usual)
            )
        else:
            kept.append(mention)
            near, near_end = mention.currency, mention.span.end
    return kept


def _neighbourhood(article: Article, span: Span) -> tuple[int, int]:
    """The sentence of a span and the one before it."""
    sentence = article.sentence_of(span)
    return max(0, min(sentence.start, span.start - 160)), sentence.end


def _penalty_words(language: str) -> re.Pattern[str]:
    return money_words(language).penalty


def _with_ranges(text: str, found: list[MoneyMention], words: MoneyWords) -> list[MoneyMention]:
    merged: list[MoneyMention] = []
    for mention in found:
        previous = merged[-1] if merged else None
        joined = _joined(text, previous, mention, words) if previous else None
        if joined is not None:
            merged[-1] = joined
            continue
        merged.append(_with_low_end(text, mention, words, previous.span.end if previous else 0))
    return merged


def _joined(
    text: str, first: MoneyMention | None, second: MoneyMention, words: MoneyWords
) -> MoneyMention | None:
    """One range of two sums: "$10 million to $20 million", "between £1,500 and £3,000"."""
    if first is None or first.currency != second.currency or first.low is not None:
        return None
    gap = text[first.span.end : second.span.start]
    if not words.range_gap.fullmatch(gap):
        return None
    if words.is_and(gap) and first.inferred_currency and second.value < 1_000_000 <= first.value:
        return replace(second, value=first.value + second.value, span=Span(first.span.start, second.span.end))
    opened = words.opens_range(text, first.span.start)
    if not (words.is_range_word(gap) or opened):
        return None
    low = first.value
    if low < 1000 <= second.value and low == low.to_integral_value() and low * 1000 < second.value:
        low = low * words.scale_of(text, second.span)
    if low >= second.value:
        return None
    return replace(second, low=low, span=Span(first.span.start, second.span.end))


def _with_low_end(text: str, mention: MoneyMention, words: MoneyWords, floor: int) -> MoneyMention:
    """The range whose lower end is a mere figure: "300 bis 1.800 Euro", "€10-20 million"."""
    start = max(floor, mention.span.start - 24)
    match = words.low_end.search(text[start : mention.span.start])
    if match is None:
        return mention
    begin = start + match.start("low")
    if not (words.is_range_word(match.group("gap")) or words.opens_range(text, begin)):
        return mention
    low = parse_figure(match.group("low"), words.decimal, scaled=False)
    if low is None:
        return mention
    scale = words.scale_of(text, mention.span)
    low = low * scale if low < 1000 and low * scale < mention.value else low
    return replace(mention, low=low, span=Span(begin, mention.span.end)) if low < mention.value else mention


def _lost_magnitudes(article: Article, found: list[MoneyMention], words: MoneyWords) -> list[MoneyMention]:
    """The mentions, with those marked that can hardly be the whole sum.

    Nobody writes a sum with one decimal ("$33.7", "30.5 euro"); with two or none it takes a penalty's name
    beside it, or the same digits with a magnitude elsewhere ("468.00 Euro" beside "468.000 Euro").
    """
    whole = {(_digits(each.value), each.currency) for each in found if each.value >= _WHOLE_SUM}
    return [
        replace(mention, scale=AmountScale.MISSING) if _lost(article, mention, whole, words) else mention
        for mention in found
    ]


def _lost(article: Article, mention: MoneyMention, whole: set[tuple[str, str]], words: MoneyWords) -> bool:
    text = article.text
    if mention.value >= _WHOLE_SUM or mention.low is not None or mention.period or mention.inferred_currency:
        return False
    if words.scale_of(text, mention.span) != 1:
        return False
    exponent = mention.value.as_tuple().exponent
    decimals = -exponent if isinstance(exponent, int) and exponent < 0 else 0
    beside = words.penalty_beside.match(text, mention.span.end) is not None or (
        words.penalty_ahead.search(text[max(0, mention.span.start - _REACH) : mention.span.start]) is not None
    )
    twin = (_digits(mention.value), mention.currency) in whole
    if decimals == 1:
        return beside or twin or words.penalty.search(article.sentence_of(mention.span).of(text)) is not None
    return beside and (decimals > 0 or twin)


def _digits(value: Decimal) -> str:
    return significant_digits(value).rstrip("0")
