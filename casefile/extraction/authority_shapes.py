"""Names of authorities that the registry lacks, told by their shape. Imports the lexicons and the phrases.

A name has a head ("Agency", "Bundesamt", "Superintendencia") and words for what it watches over, its rank or
its country. English, German compounds and Dutch put the head last or first, the Romance languages first.
"""

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property, lru_cache

from casefile.extraction.authority_acting import is_acting
from casefile.extraction.authority_places import place_beside, places
from casefile.extraction.authority_words import english_heads, local_heads, shape_words
from casefile.extraction.lexicon import KNOWN_WORDS, lexicon
from casefile.extraction.name_words import name_words
from casefile.extraction.phrases import Word, adjoining, words_of
from casefile.extraction.text import Article
from casefile.values import Span

_FEDERAL = ("bundes", "landes")
_OF_A_TOWN = "council"
"""A head that towns have, which are told apart elsewhere."""
_GERMANIC = ("en", "de")
_LONGEST_SIMPLE = 8
"""Letters of a word that is no compound."""
_LONGEST_LEFT = 6
_LONGEST_RIGHT = 14
_OBJECT_REACH = 24
_SUM_ON = re.compile(r"(?:\d|[mb]n|million|billion|thousand)\son\s(?:the\s)?$")
_LINE_REACH = 300
_SHORT_BEHIND = re.compile(r"\s\(([A-ZÀ-Þ]{3,8})\)")


@dataclass(frozen=True)
class Shape:
    """A stretch that reads like the name of an authority."""

    span: Span
    prosecutor: bool = False
    borne_out: bool = True
    """What stands in or beside the name tells that it is a body's."""


def find_shapes(article: Article, taken: list[Span]) -> Iterator[Shape]:
    """The names in reading order that lie apart from each other and from ``taken``, which is sorted."""
    found = list(_shapes(article, taken))
    names = {_printed(article, shape) for shape in found if shape.borne_out}
    free = 0
    for shape in found:
        if shape.span.start >= free and (shape.borne_out or _printed(article, shape) in names):
            yield shape
            free = shape.span.end


def find_single(article: Article) -> Iterator[Shape]:
    """The compounds that are a name by themselves where the text says that they acted, in reading order."""
    words = words_of(article.text)
    for index, head in _find_heads(article.text, article.language):
        if head == "compound":
            span = Span(*words[index][1:])
            if is_acting(article, span):
                yield Shape(span)


def _printed(article: Article, shape: Shape) -> str:
    return " ".join(shape.span.of(article.text).split())


def _shapes(article: Article, taken: list[Span]) -> Iterator[Shape]:
    """The names, those too that nothing bears out, which one that is borne out may overlap."""
    reading = _Reading(article)
    starts = [span.start for span in taken]
    free = 0
    for index, head in _find_heads(article.text, article.language):
        shape = reading.name(index, head) if reading.words[index][1] >= free else None
        if shape is None:
            continue
        last = bisect_right(starts, shape.span.end - 1) - 1
        if last < 0 or taken[last].end <= shape.span.start:
            yield shape
            free = shape.span.end if shape.borne_out else free


@lru_cache(maxsize=KNOWN_WORDS)
def _large_head(low: str, language: str) -> str:
    """What kind of head a word with a capital is.

    It is "strong", "weak", "local", "prosecutor", "whole", "compound", or "" for none.
    """
    words = shape_words()
    if low in words.prosecutors or low in local_heads(language):
        return _small_head(low)
    if low in words.heads or low in words.weak:
        return "strong" if low in words.heads else "weak"
    if len(low) <= _LONGEST_SIMPLE:
        return ""
    if low.endswith(words.suffixes):
        return "whole"
    if not low.endswith(words.compounds) or low.endswith(words.no_compounds):
        return ""
    return "compound" if low.startswith((*words.topics, *_FEDERAL, "haupt")) else ""


def _small_head(low: str) -> str:
    return "prosecutor" if low in shape_words().prosecutors else "local"


@lru_cache(maxsize=4)
def _find_heads(text: str, language: str) -> tuple[tuple[int, str], ...]:
    """The words that may be heads by their numbers in reading order, each with its kind."""
    small = frozenset() if language in _GERMANIC else shape_words().prosecutors | local_heads(language)
    heads = (
        (number, _large_head(low, language) if text[start].isupper() else _small_head(low))
        for number, (low, start, _) in enumerate(words_of(text))
        if text[start].isupper() or low in small
    )
    return tuple((number, head) for number, head in heads if head)


class _Reading:
    """The words of one article with what they may be in a name."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.text = article.text
        self.words = words_of(article.text)
        self._owners = frozenset(lexicon(article.language, "authorities").words("owners"))

    def name(self, index: int, head: str) -> Shape | None:
        """The name around the head, None where nothing but a head is there."""
        if head == "whole":
            return Shape(Span(*self.words[index][1:]))
        first, last = self._left(index), self._right(index)
        span = Span(self.words[first][1], self.words[last][2])
        around = [self.words[each] for each in range(first, last + 1) if each != index]
        if (
            not around
            or is_acted_against(self.text, span)
            or " ".join(span.of(self.text).lower().split()) in shape_words().lobbies
        ):
            return None
        borne_out = self._is_borne_out(index, head, first, last)
        return Shape(span, prosecutor=head == "prosecutor", borne_out=borne_out)

    def _is_borne_out(self, index: int, head: str, first: int, last: int) -> bool:
        words = shape_words()
        around = [each for each in range(first, last + 1) if each != index]
        lows = [self.words[each][0] for each in around]
        placed = any(self._is_place(each) for each in around) or bool(
            place_beside(self.text, Span(self.words[first][1], self.words[last][2]))
        )
        inner = any(low in words.heads for low in lows)
        low = self.words[index][0]
        ranked = placed or inner or any(low in words.ranks for low in lows)
        before = self.words[index - 1][0] if index > first else ""
        behind = [self.words[each][0] for each in range(index + 1, min(last, index + 3) + 1)]
        watching = low in words.watching
        if (before in words.not_before and not ranked and not watching) or words.not_behind.intersection(
            behind
        ):
            return False
        if self._is_of_a_parliament(first, last):
            return False
        if head in ("prosecutor", "local") or low in words.sure or low in words.seated:
            return last > index or placed or (ranked and head not in ("prosecutor", "local"))
        topics = sum(each.startswith(words.topics) for each in lows)
        if head == "weak":
            told = topics > 0 or not words.opening.isdisjoint(lows) or low != _OF_A_TOWN
            if told and self._acts(first, last):
                return True
            if topics > 0 and (self._is_shortened(first, last) or self._is_purposed(index)):
                return True
            if not words.opening.isdisjoint(lows) and self._is_owned(first):
                return True
            collegial = topics > 1 and low in words.collegial
            return (inner or collegial or (topics > 0 and ranked)) and before not in ("health", "school")
        ranked = ranked or low.startswith(_FEDERAL)
        return topics > 0 or (head == "compound" and ranked) or self._acts(first, last)

    def _acts(self, first: int, last: int) -> bool:
        """Whether right beside the name stands what only an authority does."""
        return is_acting(self.article, Span(self.words[first][1], self.words[last][2]))

    def _is_purposed(self, index: int) -> bool:
        """Whether the head is one that only the state has with what it is for behind: "Amt für …"."""
        words = shape_words()
        return self.words[index][0] in words.purposed and self.words[index + 1][0] in words.purposes

    def _is_owned(self, first: int) -> bool:
        """Whether the words before say that a state or a county has it: "the state Department of …"."""
        return first > 0 and self.words[first - 1][0] in self._owners and self._joins(first - 1, first)

    def _is_shortened(self, first: int, last: int) -> bool:
        """Whether its initials follow in brackets: "Department of Insurance (DOI)"."""
        short = _SHORT_BEHIND.match(self.text, self.words[last][2])
        large = (self.words[each] for each in range(first, last + 1) if self._is_capital(self.words[each]))
        return short is not None and short.group(1) == "".join(self.text[word[1]] for word in large)

    def _is_of_a_parliament(self, first: int, last: int) -> bool:
        """Whether a parliament is told in the name or right around it: "... del Senado"."""
        words = shape_words()
        behind = last + 1
        while behind < len(self.words) and self._joins(behind - 1, behind):
            if self.words[behind][0] not in words.opening and self.words[behind][0] not in words.linking:
                break
            behind += 1
        joined = behind < len(self.words) and self._joins(behind - 1, behind) and behind > last + 1
        around = self.words[max(0, first - 1) : behind + joined]
        return not words.parliaments.isdisjoint(low for low, _, _ in around)

    def _left(self, index: int) -> int:
        first = each = index
        while each > 0 and index - each < _LONGEST_LEFT and self._joins(each - 1, each):
            before = self.words[each - 1]
            if self._is_capital(before) and self._may_begin(each - 1):
                each -= 1
                first = each
            elif before[0] in ("and", "of", "the", "for", "und", "en") and self._carries_on(each - 1):
                each -= 1
            else:
                break
        return first

    def _carries_on(self, index: int) -> bool:
        """Whether the small words before belong to the name: "Food and Drug", "Office of the Data"."""
        words = shape_words()
        before = index - 1
        while before > 0 and self.words[before][0] in ("and", "of", "the", "for") and index - before < 3:
            before -= 1
        if before < 0 or not self._is_capital(self.words[before]) or not self._joins(before, before + 1):
            return False
        low, joint = self.words[before][0], self.words[before + 1][0]
        if joint in ("of", "for"):
            return low in words.heads or low in words.weak
        return low.startswith(words.topics)

    def _may_begin(self, index: int) -> bool:
        """Whether a capitalised word before may be part of the name, and is not just the sentence's first."""
        low, start, end = self.words[index]
        printed = self.text[start:end]
        words = shape_words()
        if printed in name_words(self.article.language).stops or low in words.heads:
            return False
        if low.startswith(words.topics) or low in words.ranks or self._is_place(index):
            return True
        return self.article.language == "en" and start not in self._openings and not self._is_shouted(start)

    def _right(self, index: int) -> int:
        words = shape_words()
        last, each, opened = index, index, False
        while each + 1 < len(self.words) and each - index < _LONGEST_RIGHT and self._joins(each, each + 1):
            low = self.words[each + 1][0]
            adjacent = last == each
            if low in words.opening or low in words.linking or low in words.joining:
                if low in words.linking and self.words[each][0] in words.joining and self._is_germanic:
                    break
                opened = opened or low in words.opening
            elif self._may_follow(each + 1, index, adjacent, opened):
                last = each + 1 if self._is_capital(self.words[each + 1]) or not self._is_germanic else last
            else:
                break
            each += 1
        return last

    @cached_property
    def _is_germanic(self) -> bool:
        """English and German write every word of a name large but the small ones."""
        return self.article.language in _GERMANIC

    def _may_follow(self, index: int, head: int, adjacent: bool, opened: bool) -> bool:
        """Whether the word may go on a name: what is watched over, a rank, a place, after "of" any name."""
        low, start, _ = self.words[index]
        words, language = shape_words(), self.article.language
        topical, capital = low.startswith(words.topics), self.text[start].isupper()
        if low in words.ranks or (self._is_place(index) and (capital or not self._is_germanic)):
            return True
        if capital and index > head + 1 and self.text[self.words[index - 1][2] : start] == "-":
            return True
        if self._is_fought(index):
            return language not in ("en", "de") or capital
        if adjacent and index == head + 1:
            return self._follows_head(index, head, topical=topical, capital=capital)
        if self.words[index - 1][0] in words.joining:
            return (topical and (capital or language not in ("en", "de"))) or (
                capital and self._is_elided(index - 2)
            )
        if language == "de":
            return (capital and opened and not adjacent) or (not capital and self._is_adjective(index))
        if language == "en":
            return capital and (topical or (opened and not self._is_holder(index, head)))
        return topical or (capital and opened and not adjacent)

    def _is_holder(self, index: int, head: int) -> bool:
        """Whether the name of who holds the office begins: "Commissioner for Data Protection Jane Roe"."""
        words = shape_words()
        return self.words[head][0] in words.persons and self.words[index - 1][0].startswith(words.topics)

    def _is_elided(self, index: int) -> bool:
        """Whether the word lacks the end that the next but one has: "Midden- en West-Brabant"."""
        end = self.words[index][2]
        return self.text[end : end + 2] == "- "

    def _is_fought(self, index: int) -> bool:
        """Whether the word is what a body fights: "de lutte contre le dopage"."""
        words, before = shape_words(), index - 1
        while before > 0 and self.words[before][0] in words.linking:
            before -= 1
        return self.words[before][0] in words.against

    def _is_adjective(self, index: int) -> bool:
        """German: whether a small word may be one within the name: "für die öffentliche Sicherheit"."""
        words, before = shape_words(), self.words[index - 1][0]
        small = before in words.opening or before in words.linking or before in words.joining
        return small and self.words[index][0].endswith(("en", "e"))

    def _follows_head(self, index: int, head: int, *, topical: bool, capital: bool) -> bool:
        """Whether a word right behind the head is of the name: "Garante Privacy", "Landratsamt Dachau".

        In English one head may stand before another: "Food Inspection Agency".
        """
        low, start, _ = self.words[index]
        words = shape_words()
        seated = self.words[head][0] in words.seated or self.words[head][0] in local_heads(
            self.article.language
        )
        if seated or self.words[head][0].endswith("dienst"):
            return capital and low not in words.not_seats and not low.endswith(("ung", "ungen"))
        if self.article.language == "en":
            if capital and (low in words.heads or low in words.weak) and not self._is_shouted(start):
                return True
            return capital and topical and not self._is_shouted(start) and self._is_foreign(head)
        return topical and self.article.language != "de" and not self._is_shouted(start)

    def _is_foreign(self, head: int) -> bool:
        """Whether the head is no English word: "Autoridade Nacional"."""
        return self.words[head][0] not in english_heads()

    def _joins(self, first: int, second: int) -> bool:
        """Whether two words stand side by side, a comma only between two topics."""
        end, start = self.words[first][2], self.words[second][1]
        if not adjoining(self.text, end, start):
            return False
        gap = self.text[end:start]
        if gap in (" ", "-", "’", "'", "\u00a0", "- ", " & "):
            return True
        topics = shape_words().topics
        return (
            gap == ", "
            and self.words[first][0].startswith(topics)
            and self.words[second][0].startswith(topics)
        )

    def _is_capital(self, word: Word) -> bool:
        return self.text[word[1]].isupper()

    def _is_place(self, index: int) -> bool:
        return self.words[index][1] in self._place_starts

    @cached_property
    def _place_starts(self) -> frozenset[int]:
        inside = (
            (span.start + offset)
            for span, _ in places(self.text)
            for offset, letter in enumerate(span.of(self.text))
            if offset == 0 or span.of(self.text)[offset - 1] in " -"
        )
        return frozenset(inside)

    @cached_property
    def _openings(self) -> frozenset[int]:
        return frozenset(sentence.start for sentence in self.article.sentences)

    def _is_shouted(self, start: int) -> bool:
        """Whether the line writes nearly all its words large, so that capitals say nothing."""
        line = self.article.paragraph_of(Span(start, start + 1))
        if self.text[line.end - 1] in '.!?”"':
            return False
        printed = self.text[line.start : min(line.end, line.start + _LINE_REACH)]
        longer = [word for word in printed.split() if len(word) > 3]
        return len(longer) > 4 and sum(word[0].isupper() for word in longer) > 0.7 * len(longer)


def is_acted_against(text: str, span: Span) -> bool:
    """Whether the words before say that something is done to whom the span names: "fined the …"."""
    lead = text[max(0, span.start - _OBJECT_REACH) : span.start]
    if _SUM_ON.search(lead):
        return True
    before = lead.lower().split()
    tail = [word for word in before if word not in ("the", "die", "das", "la", "le", "el", "de", "het", "l")]
    return bool(tail) and (tail[-1] in shape_words().objects or " ".join(tail[-2:]) in shape_words().objects)
