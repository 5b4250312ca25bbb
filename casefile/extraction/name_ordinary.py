"""Ordinary words that are names in a text: "fined Next", "against Three", "X must pay".

Imports the name words and the lines. Such a word stands large, alone and without an article, where no
sentence makes it so, and at least once right behind what is done to somebody or what a company is called.
"""

import re
from collections import Counter
from functools import cache, lru_cache

from casefile.extraction.lexicon import ends_with, lexicon
from casefile.extraction.name_lines import is_opening, is_shouted
from casefile.extraction.name_words import NameWords, country_names, name_words, places, small_words
from casefile.extraction.text import Article
from casefile.values import Span

_LARGE = r"[^\W\d_a-zß-öø-ÿ]"
_ALONE = re.compile(
    rf"(?<![\w@#/.’'&-]){_LARGE}\w{{0,24}}(?![\w&/-])(?!\.\w|\s{_LARGE}|\s\d|[’'][^\W\ds]|[’']s\s{_LARGE})"
)
_LARGE_BEFORE = re.compile(rf"(?:{_LARGE}[\w’'-]*\.?|\d|[&(])\s?$")
_SUM_BEFORE = re.compile(r"[€$£R]\s?\d[\d.,]*(?:\s?(?:m|bn|million|billion))?\son\s$")
_SUM_BEHIND = re.compile(
    r"\s(?:[€$£]|over\s|for\s|con\s(?:una\s|[€\d])|per\s(?:oltre\s)?[€\d]|met\s[€\d]|à\s(?:une\s|[€\d])|d[’']une\s"
    r"|une\s(?:amende|sanction)|una\s(?:multa|sanci|sanzi)|een\s\w*boete|eine\s\w*(?:[Ss]trafe|buße|busse))"
)
"""What tells once that it is fined: "fined Next £1.75m", "condamne Orange à une amende"."""
_FINE_BEFORE = re.compile(
    r"(?:\bfine|amende|multa|sanción|sanzione|boete|[Ss]trafe|[Bb]ußgeld|[€$£]|(?<!\w)[Mm]i[lo]\w*\.?|[Ee]uros?)"
    r"\s(?:on|against|à|contre|a|contro|contra|voor|tegen|aan|gegen|an)\s$"
)
"""The same of a fine and a small word: "multa da 120 milioni a X", "120 Millionen Euro Strafe gegen X"."""
_WORD_BEHIND = re.compile(r"\s([^\W\d_]+)")
_NEAR = 32
_ENOUGH = 2


@lru_cache(maxsize=4)
def ordinary_names(article: Article) -> frozenset[str]:
    """The ordinary words, stop words and single letters that the text uses as somebody's name.

    In German only the letters, as every noun stands large there.
    """
    words = name_words(article.language)
    lowers = small_words(article.text)
    counts: Counter[str] = Counter()
    done_to: set[str] = set()
    articled: set[str] = set()
    for match in _ALONE.finditer(article.text):
        word = match.group()
        if article.language == "de" and len(word) > 1:
            continue
        if not (_is_doubtful(word, words, lowers) and opens_as_name(article, *match.span())):
            continue
        before = article.text[max(0, match.start() - _NEAR) : match.start()]
        span = Span(*match.span())
        if is_shouted(article, span) or (_LARGE_BEFORE.search(before) and not _is_called(before, words)):
            continue
        counts[word] += 1
        if ends_with(before.replace("-", " "), words.kinds) or _is_called(before, words):
            counts[word] += 1
            done_to.add(word)
        elif words.objects.search(before) or _SUM_BEFORE.search(before) or _FINE_BEFORE.search(before):
            counts[word] += _SUM_BEHIND.match(article.text, match.end()) is not None
            counts[word] += _FINE_BEFORE.search(before) is not None
            done_to.add(word)
        if (before.lower().split() or [""])[-1] in words.determiners:
            articled.add(word)
    return frozenset(word for word in done_to - articled if counts[word] >= _ENOUGH)


def _is_called(before: str, words: NameWords) -> bool:
    """German: whether what a company is called, written large as it is, stands right before."""
    return words.language == "de" and words.names_company((before.split() or [""])[-1])


def opens_as_name(article: Article, start: int, end: int) -> bool:
    """Whether what opens a sentence acts or owns there, or the word does not open one: "Next said"."""
    if not is_opening(article.text, start):
        return True
    words = name_words(article.language)
    if article.text[end : end + 2] in ("’s", "'s") or words.verbs.match(article.text, end) is not None:
        return True
    behind = _WORD_BEHIND.match(article.text, end, end + _NEAR)
    return behind is not None and words.speech.reports(behind.group(1))


def _is_doubtful(word: str, words: NameWords, lowers: frozenset[str]) -> bool:
    """Whether it is an ordinary word, and none that has its capital for what it is: a role, a month."""
    low = word.lower()
    if not (word in words.stops or low in lowers or low in words.ordinary or len(word) == 1):
        return False
    listed = word in words.openers or word in words.heads or word in words.kind_words or word in words.alone
    known = listed or word in _calendar(words.language) or low in words.things or word in words.channels
    place = word in places() or word in country_names(words.language)
    return not (known or place or words.is_role(low) or words.is_company_noun(word))


@cache
def _calendar(language: str) -> frozenset[str]:
    dates = lexicon(language, "dates")
    groups = (group for key in ("months", "weekdays") for group in dates.groups(key))
    return frozenset(word for group in groups for word in group) | {"I"}
