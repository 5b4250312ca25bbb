"""Figures that borrow the currency and magnitude of a sum beside them. Imports the words of sums.

"cut from 19.7 to 12.5 million euros", "42,000 euros for Alder, 27,500 for Birch and 6,000 for Cedar". Only
where the words around both figures are alike: a mere number near a sum is a count of something else.
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

from casefile.extraction.figures import FIGURE, parse_figure
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.money_words import MoneyWords
from casefile.terms import AmountScale
from casefile.values import Span

_REACH = 72
_LIST_REACH = 120
"""Code points from one entry of a list to the next."""
_LONGEST_LIST = 12
_SMALL = 1000


def with_shared(text: str, found: list[MoneyMention], words: MoneyWords) -> list[MoneyMention]:
    """The mentions and those that borrow of them, in reading order."""
    result: list[MoneyMention] = []
    for index, mention in enumerate(found):
        floor = result[-1].span.end if result else 0
        ceiling = found[index + 1].span.start if index + 1 < len(found) else len(text)
        first = _changed_from(text, mention, words, floor)
        result += [first] if first is not None else _first_of_list(text, mention, words, floor)
        result.append(mention)
        result += _lowered_to(text, mention, words, ceiling)
        result += _rest_of_list(text, mention, words, ceiling)
        result += _last_without_magnitude(text, found[max(0, index - 1)], mention, words, ceiling)
    return result


def _changed_from(text: str, mention: MoneyMention, words: MoneyWords, floor: int) -> MoneyMention | None:
    """What the sum was before: "from 19.7 to 12.5 million"; what rises may be a range as well."""
    if not mention.currency:
        return None
    start = max(floor, mention.span.start - _REACH)
    match = words.changed_from.search(text[start : mention.span.start])
    if match is None:
        return None
    printed = match["figure"]
    value = parse_figure(printed, words.decimal, scaled=False) if printed else _spelled(match["first"], words)
    if value is None or value <= 0:
        return None
    value = _scaled(value, words.scale_of(text, mention.span))
    if value == mention.value or (value < mention.value and words.is_range_word(match["to"])):
        return None
    span = Span(start + match.start("first"), start + match.end("first"))
    return _borrowed(mention, value, span)


def _lowered_to(text: str, mention: MoneyMention, words: MoneyWords, ceiling: int) -> list[MoneyMention]:
    """What the sum became, told without its currency: "€27,000, which was later cut to 16,200"."""
    if not mention.currency or mention.low is not None or mention.period:
        return []
    match = words.lowered_to.match(text, mention.span.end, min(ceiling, mention.span.end + _LIST_REACH))
    if match is None:
        return []
    place = "figure" if match["figure"] else "last"
    if place == "figure" and words.may_follow.match(text, match.end()) is None:
        return []
    scale = words.scale_of(text, mention.span)
    value = parse_figure(match[place], words.decimal, scaled=scale > 1)
    value = value and _scaled(value, scale)
    if not value or not _SMALL <= value < mention.value:
        return []
    return [_borrowed(mention, value, Span(*match.span(place)))]


def _first_of_list(text: str, mention: MoneyMention, words: MoneyWords, floor: int) -> list[MoneyMention]:
    """The entries of a list before its last, which alone has the currency: "fines of 12 and 8 million"."""
    start = max(floor, mention.span.start - _LIST_REACH)
    match = words.first_of_list.search(text, start, mention.span.start) if mention.currency else None
    if match is None or mention.low is not None:
        return []
    told = match["told"] or match["elided"] or match["apart"] or match["again"]
    if not told and words.respectively.match(text, mention.span.end) is None:
        return []
    scale = words.scale_of(text, mention.span)
    found = []
    for figure in FIGURE.finditer(text, *match.span("figures")):
        value = parse_figure(figure.group(), words.decimal, scaled=scale > 1)
        if not value or (value >= _SMALL if scale > 1 else (value < _SMALL <= mention.value)):
            return []
        found.append(_borrowed(mention, value * scale, Span(*figure.span())))
    return found


def _spelled(printed: str, words: MoneyWords) -> Decimal | None:
    number = words.spelled.at_the_end.search(printed)
    return words.spelled.value(number) if number is not None and number["number"] else None


def _scaled(value: Decimal, scale: Decimal) -> Decimal:
    return value * scale if value < _SMALL else value


def _rest_of_list(
    text: str, mention: MoneyMention, words: MoneyWords, ceiling: int
) -> Iterator[MoneyMention]:
    """The further entries of a list whose first is a sum, told with the same word: "…, 27,500 for Birch"."""
    first = words.recipient.match(text, mention.span.end, mention.span.end + _REACH)
    if first is None or not mention.currency:
        return
    scale, place, word = words.scale_of(text, mention.span), first.end(), first["word"].lower()
    for _ in range(_LONGEST_LIST):
        match = words.next_of_list.search(text, place, min(ceiling, place + _LIST_REACH))
        if match is None or match["word"].lower() != word or _is_new_sentence(text[place : match.start()]):
            return
        figure = FIGURE.fullmatch(match["figure"])
        value = parse_figure(figure.group(), words.decimal, scaled=scale > 1) if figure else None
        if not value or (scale == 1 and value < _SMALL <= mention.value):
            return
        yield _borrowed(mention, _scaled(value, scale), Span(*match.span("figure")))
        place = match.end()


def _last_without_magnitude(
    text: str, before: MoneyMention, mention: MoneyMention, words: MoneyWords, ceiling: int
) -> Iterator[MoneyMention]:
    """The mere figure that ends names with their sums: "Orrin pays €3m, Norvia €2m and Tarn 1.5".

    Its magnitude may be that of the others: that is left to the person.
    """
    between = text[before.span.end : mention.span.start]
    several = before is not mention and len(between) <= _REACH and words.named_before.search(between)
    if not several or before.currency != mention.currency or _is_new_sentence(between):
        return
    last = words.last_of_turns.match(text, mention.span.end, min(ceiling, mention.span.end + _LIST_REACH))
    if last is None or words.scale_of(text, mention.span) == 1:
        return
    value = parse_figure(last["figure"], words.decimal, scaled=False)
    if value and value < _SMALL:
        span = Span(*last.span("figure"))
        yield replace(_borrowed(mention, value, span), scale=AmountScale.MISSING)


def _is_new_sentence(between: str) -> bool:
    return "\n" in between or re.search(r"[^\W\d]{3}[.!?]\s", between) is not None


def _borrowed(mention: MoneyMention, value: Decimal, span: Span) -> MoneyMention:
    return replace(
        mention, value=value, span=span, low=None, scale=AmountScale.STATED, period="", approximate=False
    )
