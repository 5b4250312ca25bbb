"""Sums of a sentence that belong to one sanction: what it was and what it is now, and a part of it.

"cut the fine from €5m to €3m", "€3m instead of €5m", "€1.2m, of which €400,000 is suspended". Imports the
sums, the words around them and those of a standing.
"""

import re
from collections.abc import Iterator, Sequence
from functools import cache
from itertools import pairwise

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.status_words import changes_of_sums
from casefile.values import Span

_LONGEST = 150
"""Code points between the two."""
_AHEAD = 24
"""Code points before a sum in which it is told that the sum is the old one or the new one."""
_BREAK = re.compile(r";\s|[.!?:]\s(?=[^\W\d_a-zß-ÿ])")


def sums_of_one(
    text: str, language: str, sentence: Span, mentions: Sequence[MoneyMention]
) -> Iterator[tuple[MoneyMention, MoneyMention]]:
    """The pairs of neighbours among the sums of a sentence, in reading order, that belong together."""
    changes = [
        Span(sentence.start + cue.start, sentence.start + cue.end)
        for cue in changes_of_sums(sentence.of(text), language)
    ]
    for first, second in pairwise(mentions):
        if first.currency != second.currency or first.value == second.value or first.period != second.period:
            continue
        gap = text[first.span.end : second.span.start]
        if len(gap) > _LONGEST or _BREAK.search(gap):
            continue
        if _between(language).fullmatch(gap) or _is_changed(text, language, changes, (first, second)):
            yield first, second


def lowered_sums(text: str, language: str, mentions: Sequence[MoneyMention]) -> Iterator[Span]:
    """What stands between a sum and the higher one that it replaces: "€3m instead of the €5m imposed"."""
    for first, second in pairwise(mentions):
        if first.currency == second.currency and first.value < second.value and not _is_slip(first, second):
            gap = Span(first.span.end, second.span.start)
            if gap.end - gap.start <= _AHEAD and _instead(language).fullmatch(gap.of(text)):
                yield gap


def _is_slip(first: MoneyMention, second: MoneyMention) -> bool:
    """Whether only the magnitude was wrong, as corrections tell: "£42 million rather than £42 billion"."""
    return second.value in (first.value * 1_000, first.value * 1_000_000)


@cache
def _instead(language: str) -> re.Pattern[str]:
    words = alternatives(lexicon(language, "money").words("instead"))
    return re.compile(rf",?\s{words}(?:(?<=['’])|(?!\w))\s?(?:[^\W\d]{{1,8}}\s)?", re.IGNORECASE)


def _is_changed(
    text: str, language: str, changes: Sequence[Span], pair: tuple[MoneyMention, MoneyMention]
) -> bool:
    """Whether words of a change stand before the second sum, and little words tell which is the old one."""
    first, second = pair
    cued = [cue for cue in changes if first.span.start - _LONGEST < cue.start < second.span.start]
    if not cued:
        return False
    before = text[max(0, first.span.start - _AHEAD) : first.span.start]
    between = text[first.span.end : second.span.start]
    old, new = _leading(language, "change_from"), _leading(language, "change_to")
    short = len(between) <= _AHEAD
    if short and (
        (old.search(before) and new.search(between)) or (new.search(before) and old.search(between))
    ):
        return True
    return (
        cued[-1].start < first.span.start and new.search(between) is not None and new.search(before) is None
    )


@cache
def _leading(language: str, key: str) -> re.Pattern[str]:
    """One of the words right before a sum."""
    words = lexicon(language, "money")
    about = alternatives(words.words("approximate"))
    return re.compile(
        rf"(?<!\w){alternatives(words.words(key))}(?:(?<=['’])|\s)(?:[^\W\d]{{1,12}}\s)?(?:{about}\s)?$",
        re.IGNORECASE,
    )


@cache
def _between(language: str) -> re.Pattern[str]:
    """What stands between a sum and the one that it replaces, or a part of it."""
    words = lexicon(language, "money")
    instead, part = alternatives(words.words("instead")), alternatives(words.words("of_which"))
    return re.compile(
        rf"[^\S\n]?[,(–-]?[^\S\n]?(?:{instead}|{part})(?:(?<=['’])|(?!\w))[^\S\n]?(?:[^\W\d]{{1,16}}[^\S\n]){{0,3}}",
        re.IGNORECASE,
    )
