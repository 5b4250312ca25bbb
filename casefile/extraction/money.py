"""Sums of money in a text, in every shape of the six languages. Imports values, terms and the lexicons.

A figure is read together with what stands right before and after it: a sign or code, a magnitude, the name
of a currency. A magnitude that is not printed is never filled in; a figure that looks as if it had lost one
is marked, see :func:`_lost_magnitudes`.
"""

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal

from casefile.extraction.figures import FIGURE, parse_figure
from casefile.extraction.money_currencies import local_currencies, usual_currency
from casefile.extraction.money_lost import with_lost_magnitudes
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.money_numbers import folded
from casefile.extraction.money_ranges import with_ranges
from casefile.extraction.money_shared import with_shared
from casefile.extraction.money_words import MoneyWords, money_words
from casefile.extraction.text import Article
from casefile.terms import AmountScale
from casefile.values import Span

_WHOLE_SUM = 1000
_IN_BRACKETS = re.compile(r"\s?[(\[][^()\[\]\d]{0,16}$")
_REACH = 48
"""Code points before and after a figure in which its words are looked for."""
_SIGN_REACH = 10
_YEAR = re.compile(r"(?:19|20)\d\d")
_SUM_GOES_ON = re.compile(r"[ \u00a0\u202f]?\d")
_LONGEST_NUMBER = 72
_LONGEST_AND = 6
_WIDE = 200
_LARGE = 100_000
"""A number of so much is seldom a mere count where money is spoken of."""
_COINS = 100
"""So many digits are hardly twice the same by chance."""


def find_money(article: Article, jurisdictions: Iterable[str] = ()) -> tuple[MoneyMention, ...]:
    """Every sum of the text in reading order; spans do not overlap, a range is one mention.

    ``jurisdictions`` are those of the authorities that the text names: they help to tell whose dollar it is.
    """
    words = money_words(article.language)
    found = _without_overlaps(_mentions(article.text, words))
    found = _added_up(article.text, found, words)
    found = _with_currencies(article, found, words, tuple(jurisdictions))
    found = with_shared(article.text, found, words)
    found = with_ranges(article.text, found, words)
    return tuple(with_lost_magnitudes(article, found, words))


def _mentions(text: str, words: MoneyWords) -> list[MoneyMention]:
    figures = (_around(text, match, words) for match in FIGURE.finditer(text))
    spelled = (_spelled(text, match.start(), words) for match in words.anchor.finditer(text))
    return [mention for mention in (*figures, *spelled) if mention is not None]


def _around(text: str, figure: re.Match[str], words: MoneyWords) -> MoneyMention | None:
    start, end = figure.span()
    before = words.before.search(text[max(0, start - _SIGN_REACH) : start])
    after = words.behind(text, end, end + _REACH)
    value = parse_figure(figure.group(), words.decimal, bool(after and after["magnitude"]))
    if value is None or (not before and after and _is_of_the_next(text, figure.group(), after)):
        return None
    begin = start - len(before.group()) if before else start
    return _mention(text, Span(begin, end), value, before["sign"] if before else "", after, words)


def _is_of_the_next(text: str, figure: str, after: re.Match[str]) -> bool:
    """Whether the currency is that of the sum behind it: "in 2024 £3m was paid", "fined O2 £3m"."""
    first, last = after.span("currency")
    if last <= 0 or (first > 0 and text[first - 1].isspace() and text[last : last + 1].isdigit()):
        return last > 0
    return _YEAR.fullmatch(figure) is not None and _SUM_GOES_ON.match(text, last) is not None


def _spelled(text: str, place: int, words: MoneyWords) -> MoneyMention | None:
    """The sum whose number stands in words right before the magnitude or currency at the place."""
    first = max(0, place - _LONGEST_NUMBER)
    number = words.spelled.at_the_end.search(text[first:place])
    if number is None:
        return None
    end = first + number.end("fraction" if number["fraction"] else "half" if number["half"] else "number")
    after = words.behind(text, end, end + _REACH)
    value = words.spelled.value(number)
    scaled = after is not None and after["magnitude"]
    if not scaled and (number["fraction"] or value == 1):
        return None
    return _mention(text, Span(first + number.start(), end), value, "", after, words)


def _mention(
    text: str, number: Span, value: Decimal, sign: str, after: re.Match[str] | None, words: MoneyWords
) -> MoneyMention | None:
    """The sum of a number with what stands around it; None where nothing makes it money."""
    unit = "" if sign or after is None else after["currency"] or ""
    implied = words.implied_currency(after) if after else ""
    if not sign and not unit and not _bare_sum(text, number.start, after, words):
        return None
    if after is not None and after["half"]:
        value += words.spelled.halves[folded(after["half"])]
    value *= words.multiplier(after) or 1
    value = value / _COINS if unit and words.is_coin(unit) else value
    span = Span(number.start, max(number.end, _end_of(after, bool(unit)) if after else number.end))
    currency = words.currency(sign or unit) or implied
    return MoneyMention(
        value,
        currency,
        AmountScale.STATED,
        span,
        approximate=words.approximate.search(text[max(0, span.start - _REACH) : span.start]) is not None,
        period=words.period(text, span, _REACH),
        inferred_currency=not currency,
    )


def _end_of(after: re.Match[str], with_currency: bool) -> int:
    last = ("currency",) if with_currency else ()
    return max(after.end(name) for name in ("magnitude", "second", "half", *last))


def _bare_sum(text: str, start: int, after: re.Match[str] | None, words: MoneyWords) -> bool:
    """Whether a number with a magnitude and no currency can be a sum.

    No noun follows that it counts, or a penalty's name stands right before it.
    """
    if after is None or not after["magnitude"] or not words.is_word_magnitude(after["magnitude"]):
        return False
    end = _end_of(after, with_currency=False)
    if words.may_follow.match(text, end) is not None or _SUM_GOES_ON.match(text, end) is not None:
        return True
    return words.penalty_ahead.search(text[max(0, start - _REACH) : start]) is not None


def _without_overlaps(found: list[MoneyMention]) -> list[MoneyMention]:
    kept: list[MoneyMention] = []
    for mention in sorted(found, key=lambda each: (each.span.start, -each.span.end)):
        if not kept or mention.span.start >= kept[-1].span.end:
            kept.append(mention)
    return kept


def _added_up(text: str, found: list[MoneyMention], words: MoneyWords) -> list[MoneyMention]:
    """Sums of two parts made one: "79 milioni e 107 mila euro", "2 crore 45 lakh"."""
    merged: list[MoneyMention] = []
    for mention in found:
        first = merged[-1] if merged else None
        if first and _are_parts(text, first, mention, words):
            span = Span(first.span.start, mention.span.end)
            merged[-1] = replace(mention, value=first.value + mention.value, span=span)
        else:
            merged.append(mention)
    return merged


def _are_parts(text: str, first: MoneyMention, second: MoneyMention, words: MoneyWords) -> bool:
    gap = text[first.span.end : second.span.start]
    if len(gap) > _LONGEST_AND or not words.adds_up(gap):
        return False
    signed = not text[second.span.start].isalnum()
    beside = not gap.strip() and not signed and second.currency in ("", first.currency)
    alone = first.inferred_currency or beside
    return alone and second.value < _unit_of(first.value) and second.value >= 1


def _unit_of(value: Decimal) -> int:
    """The largest of a thousand, lakh, million, crore and milliard in the value, 0 where none divides it."""
    units = (10**9, 10**7, 10**6, 10**5, 10**3)
    return next((unit for unit in units if value >= unit and value % unit == 0), 0)


def _with_currencies(
    article: Article, found: list[MoneyMention], words: MoneyWords, jurisdictions: tuple[str, ...]
) -> list[MoneyMention]:
    """Shared units settled by the text, bare sums given the currency of their sentence or of the text."""
    printed = Counter(mention.currency for mention in found)
    local = local_currencies(article, printed, jurisdictions)
    settled = [replace(mention, currency=local.get(mention.currency, mention.currency)) for mention in found]
    settled = [
        each for each in settled if each.currency or each.inferred_currency or not _is_letter(article, each)
    ]
    named = Counter(mention.currency for mention in settled if mention.currency)
    kept: list[MoneyMention] = []
    for mention in settled:
        if mention.currency or not mention.inferred_currency:
            kept.append(mention)
        elif _is_money(article, mention, kept[-1] if kept else None, words):
            kept.append(replace(mention, currency=_neighbours(article, mention, kept, named, jurisdictions)))
    return kept


def _is_letter(article: Article, mention: MoneyMention) -> bool:
    """Whether the currency is a mere letter, which no country in the text bears out."""
    return re.match(r"[A-Z]\s?\d", mention.span.of(article.text)) is not None


def _neighbours(
    article: Article,
    mention: MoneyMention,
    earlier: list[MoneyMention],
    named: Counter[str],
    jurisdictions: tuple[str, ...],
) -> str:
    """The currency of the sum before in the paragraph, else the most frequent one, else the country's.

    What stands in brackets is the same sum in another currency.
    """
    start = max(article.paragraph_of(mention.span).start, mention.span.start - _REACH * 4)
    near = [each for each in earlier[-2:] if each.span.end > start]
    if len(near) == 2 and _IN_BRACKETS.search(article.text, near[0].span.end, near[1].span.start):
        near.pop()
    if near and near[-1].currency:
        return near[-1].currency
    return named.most_common(1)[0][0] if named else usual_currency(article, jurisdictions)


def _is_money(
    article: Article, mention: MoneyMention, before: MoneyMention | None, words: MoneyWords
) -> bool:
    """Whether a number without a currency is a sum: one stands before it, or a word that is said of money."""
    text, sentence = article.text, article.sentence_of(mention.span)
    if before is not None and before.span.start >= sentence.start:
        if words.range_gap.fullmatch(text, before.span.end, mention.span.start):
            return True
        if mention.value >= _LARGE and before.value >= _LARGE:
            return True
    if mention.value < _LARGE:
        return words.is_beside_penalty(text, mention.span, _REACH) or _ends_a_list(
            text, before, mention, sentence
        )
    start, end = _near(sentence, mention.span)
    if words.telling.search(text, start, end):
        return True
    return words.penalty.search(text, max(0, mention.span.start - _WIDE), end) is not None


def _ends_a_list(text: str, before: MoneyMention | None, mention: MoneyMention, sentence: Span) -> bool:
    """Whether sums stand before it in its sentence, and a stop behind it: "…; a Neri, 80mila: ..."."""
    return (
        before is not None
        and before.span.start >= sentence.start
        and not before.inferred_currency
        and min(before.value, mention.value) >= _WHOLE_SUM
        and re.match(r"\s?[.;:)]", text[mention.span.end : mention.span.end + 2]) is not None
    )


def _near(sentence: Span, span: Span) -> tuple[int, int]:
    """The part of a sentence that lies around a span."""
    return max(sentence.start, span.start - _WIDE), min(sentence.end, span.end + _WIDE)
