"""What stands around the sums of a text, as features for the model that tells what a sum is.

Imports the sums, the lexicons and the text. The words of each class ("around" in the lexicon of money) are
looked for once in the sentences of sums. A feature is a class with its side and how near it stands:
``results<1`` is a word of revenue before the sum in its clause; 0 is beside it, 2 beyond a comma, a bracket
or another sum.
"""

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from decimal import Decimal
from functools import cache
from itertools import combinations

from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.money_classes import NamedWord, money_classes
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.money_words import money_words
from casefile.extraction.phrases import Word, words_of
from casefile.extraction.text import Article
from casefile.extraction.totals import NO_TOTALS, Totals
from casefile.terms import AmountScale
from casefile.values import Span

_BEFORE, _AFTER = 150, 90
"""Code points before and after a sum in which words tell what it is."""
_BESIDE_WORDS = 1
_EARLY = 400
_CLAUSE_END = re.compile(r"[,;:()\[\]—–\n]|\s-\s")
_BRACKET = re.compile(r"\s?[(\[][^()\[\]\d]{0,16}")
_LONG = 400
_ENDING = 6
_SANCTION = {"penalty", "imposing", "paying", "settlement", "changing", "parts", "taking", "seized"}
_OTHER = {
    *("results", "worth", "funding", "spent", "prices", "wages", "damages", "harm", "gone"),
    *("maximum", "asked", "hypothetical", "totals", "averages"),
}
_PAIRED = {  # what two of them mean together, neither means alone: "could be fined", "two paid together"
    *("penalty", "imposing", "paying", "taking", "possible", "maximum", "hypothetical", "totals", "several"),
    *("laws", "statute", "asked", "settlement"),
}
_SETTLING, _IMPOSED = "paying+settlement", ("repeat<0", "imposing<1", "imposing>0", "imposing+penalty")
"""What is paid to settle is often told roughly: "will pay nearly $1.4 billion to end two lawsuits"; so is
what is imposed: "fined Orrin over €1.8 billion"."""
_HUGE, _LARGE = frozenset(("size 9", "size 10")), "size 8"
"""Sums so high are revenues far more often, but not where they are plainly told as imposed."""
_TWINS = ("penalty", "imposing", "paying", "settlement")
_PERCENT = re.compile(
    r"\d\s?(?:%|per\s?cent|percent|prozent|procent|pour\s?cent|per\s?cento|por\s?ciento)", re.I
)


def features_of_sums(
    article: Article, mentions: Sequence[MoneyMention], totals: Totals = NO_TOTALS
) -> tuple[dict[str, float], ...]:
    """The features of each sum, in the order of the mentions, which is that of the text."""
    words = _words_near(article, mentions)
    starts = [word.span.start for word in words]
    usual = Counter(mention.currency for mention in mentions).most_common(1)
    found = []
    for index, mention in enumerate(mentions):
        sentence = article.sentence_of(mention.span)
        floor = mentions[index - 1].span.end if index else 0
        ceiling = mentions[index + 1].span.start if index + 1 < len(mentions) else len(article.text)
        start, end = _window(sentence, mention.span)
        near = words[bisect_left(starts, start) : bisect_left(starts, end)]
        words_beside = _word_features(article, mention.span, near, floor, ceiling)
        features = dict.fromkeys(words_beside, 1.0)
        features |= dict.fromkeys(_own_features(article, mention, sentence), 1.0)
        features |= dict.fromkeys(_of_totals(mention.span, totals), 1.0)
        features |= dict.fromkeys(_summary(article, sentence, features), 1.0)
        plainly = _is_told_plainly(features)
        if plainly and not _HUGE.isdisjoint(features):
            features = {name: 1.0 for name in features if name not in _HUGE} | {_LARGE: 1.0}
        if mention.approximate and not plainly:
            features["approximate" if "maximum<0" not in features else "ceiling"] = 1.0
        if usual and mention.currency != usual[0][0]:
            features["foreign"] = 1.0
        if floor > sentence.start:
            features["after a sum"] = 1.0
            if _BRACKET.fullmatch(article.text, floor, mention.span.start):
                features["bracketed"] = 1.0
        if ceiling < sentence.end:
            features["before a sum"] = 1.0
        found.append(features)
    return _with_twins(mentions, found)


def _is_told_plainly(features: Collection[str]) -> bool:
    """Whether its clause makes it a sanction's sum, so that "over" before it tells nothing else."""
    imposed = "clause of sanction" in features and any(each in features for each in _IMPOSED)
    return imposed or _SETTLING in features


def _with_twins(
    mentions: Sequence[MoneyMention], found: list[dict[str, float]]
) -> tuple[dict[str, float], ...]:
    """Each with what is said where the same sum stands again, be it in brackets in another currency."""
    places: dict[tuple[Decimal, str], list[int]] = {}
    for index, mention in enumerate(mentions):
        first = mentions[index - 1] if "bracketed" in found[index] else mention
        same_sum = mention if first.currency == mention.currency else first
        places.setdefault((same_sum.value, same_sum.currency), []).append(index)
    for same in places.values():
        if len(same) < 2:
            continue
        told = [
            {name[:-2] for name in found[index] if name[-1] in "01" and name[-2:-1] in "<>"} for index in same
        ]
        often = Counter(name for names in told for name in names)
        for index, own in zip(same, told, strict=True):
            found[index]["repeated"] = 1.0
            for name, count in often.items():
                if count > (name in own):
                    found[index]["again " + ("sanction" if name in _TWINS else name)] = 1.0
    return tuple(found)


def _of_totals(span: Span, totals: Totals) -> Iterator[str]:
    """Whether the sum adds up others, and those of several names, or is added up itself."""
    if span in totals.totals:
        yield "total of several" if span in totals.of_several else "total"
    if span in totals.parts:
        yield "part of a total"


def _own_features(article: Article, mention: MoneyMention, sentence: Span) -> list[str]:
    found = [f"size {_size(mention)}"]
    if money_words(article.language).recipient.match(article.text, mention.span.end):
        found.append("for a name")
    if mention.period:
        found.append(f"per {mention.period}")
    if mention.low is not None:
        found.append("range")
    if mention.scale is AmountScale.MISSING:
        found.append("magnitude lost")
    if mention.span.start < _EARLY:
        found.append("early")
    ending = article.text[max(sentence.start, sentence.end - _ENDING) : sentence.end]
    if not ending.rstrip('"”’»“)').endswith((".", "!", "?", "…", ":", ";")):
        found.append("no sentence")
    if _PERCENT.search(
        article.text, max(sentence.start, mention.span.start - 40), min(sentence.end, mention.span.end + 40)
    ):
        found.append("percentage")
    return found


def _summary(article: Article, sentence: Span, features: Iterable[str]) -> list[str]:
    """Whether the sentence or the one before it speaks of a sanction; what the clause tells of."""
    words = money_words(article.language)
    close = {name[:-2] for name in features if name[-2:-1] in ("<", ">") and name[-1] in "01"}
    found = []
    if words.penalty.search(article.text, sentence.start, min(sentence.end, sentence.start + _LONG)):
        found.append("sanction in the sentence")
    else:
        before = article.sentence_before(sentence)
        told = before and words.penalty.search(
            article.text, max(before.start, before.end - _LONG), before.end
        )
        found.append("sanction in the sentence before" if told else "no sanction near")
    found += [f"{one}+{other}" for one, other in combinations(sorted(close & _PAIRED), 2)]
    found.append(
        f"clause of {'sanction ' if close & _SANCTION else ''}{'other' if close & _OTHER else ''}".strip()
    )
    return found


def _size(mention: MoneyMention) -> int:
    """The order of magnitude in something like euros: 6 for some millions."""
    unit = Decimal(_unit_sizes().get(mention.currency, 1))
    value = mention.value / unit
    return max(0, min(10, value.adjusted())) if value > 0 else 0


@cache
def _unit_sizes() -> dict[str, str]:
    return lexicon(SHARED, "money").table("unit_sizes")


def _word_features(
    article: Article, span: Span, near: Sequence[NamedWord], floor: int, ceiling: int
) -> list[str]:
    text, about = article.text, money_words(article.language).approximate
    found = []
    for word in near:
        if word.span.overlaps(span):
            continue
        before = word.span.end <= span.start
        gap = text[word.span.end : span.start] if before else text[span.end : word.span.start]
        beyond = word.span.start < floor if before else word.span.end > ceiling
        far = len(gap.split()) > _BESIDE_WORDS and (
            not before or len(about.sub("", gap).split()) > _BESIDE_WORDS
        )
        distance = 2 if beyond or _CLAUSE_END.search(gap) else int(far)
        found += [f"{name}{'<' if before else '>'}{distance}" for name in word.classes]
    return found


def _window(sentence: Span, span: Span) -> tuple[int, int]:
    return max(sentence.start, span.start - _BEFORE), min(sentence.end, span.end + _AFTER)


def _words_near(article: Article, mentions: Sequence[MoneyMention]) -> list[NamedWord]:
    """The words of all classes in the windows of the sums, each looked at once."""
    printed = words_of(article.text)
    table = money_classes(article.language)
    found: list[NamedWord] = []
    index = 0
    for mention in mentions:
        start, end = _window(article.sentence_of(mention.span), mention.span)
        index = max(index, bisect_left(printed, start, key=_start_of))
        while index < len(printed) and printed[index][1] < end:
            named = table.at(article.text, printed, index)
            if named is not None:
                found.append(named)
            index += 1
    return found


def _start_of(word: Word) -> int:
    return word[1]
