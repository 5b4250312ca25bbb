"""Two figures that are one range: "between £1,500 and £3,000", "€10-20m". Imports the words of sums."""

from dataclasses import replace

from casefile.extraction.figures import parse_figure
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.money_words import MoneyWords
from casefile.values import Span


def with_ranges(text: str, found: list[MoneyMention], words: MoneyWords) -> list[MoneyMention]:
    """The mentions in their order, every range made one."""
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
