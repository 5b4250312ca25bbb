"""The text around the quotations: words and sentences with the quoted words masked. Imports text and marks.

What somebody said must not be read as what the article says: in the frame every marked stretch is blank, but
for a stop, question mark or comma at its end, which still ends or joins the sentence around it.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import NamedTuple

from casefile.extraction.marks import Marked
from casefile.extraction.speech_lexicon import SpeechLexicon, shared_names, split_words
from casefile.extraction.text import ABBREVIATED, NUMBER, NUMBERED
from casefile.values import Span

BLANK = "\ufffc"
BREAK = "¶"
_ENDS = ".!?…,;"
_PLAIN_GAPS = frozenset((" ", "’ ", "' "))
"""What does not part two words: white space, the apostrophe of “the residents’ plan”."""
_STOP = re.compile(
    rf"(?<![.!?…])[.!?…]++[{BLANK}\")\]’”»*_]*\s+(?=[{BLANK}(\[¿¡–—]*\s*[{BLANK}A-ZÀ-ÖØ-Þ0-9¿¡])"
)
_ABBREVIATION = re.compile(rf"(?:\b(?:{ABBREVIATED}))\.\s+$|\(\w{{1,6}}\.\)\s+$")
_INITIALS = re.compile(r"(?:[A-Z]\.)+[A-Z]")
_ACTING = re.compile(r" \([a-z]{1,3}\)(?=[,\s])")
"""Chile and Colombia mark who only stands in for an office: la superintendenta (s), Carla Riffo."""
_ORDINAL = re.compile(r"\b(?:\d{1,2}|[IVX]{1,5})\.\s+$")
"""German writes “am 3. März”."""


class Word(NamedTuple):
    """A word of the frame with what stands between it and the word before, white space left out.

    A new line is a :data:`BREAK`.
    """

    start: int
    end: int
    text: str
    low: str
    gap: str
    capital: bool
    """It begins with a capital letter."""


@dataclass(frozen=True)
class Sentence:
    """A sentence of the frame: offsets, and its words as a half-open range of the frame's words."""

    span: Span
    first: int
    last: int
    paragraph: int


@dataclass(frozen=True)
class Frame:
    """A text with its quotations masked; ``text`` is as long as the original, so offsets agree."""

    text: str
    marked: tuple[Marked, ...]
    paragraphs: tuple[Span, ...]
    lexicon: SpeechLexicon

    @cached_property
    def words(self) -> tuple[Word, ...]:
        """All words outside quotations, in order."""
        words: list[Word] = []
        end = 0
        for start, stop in split_words(self.text, self.lexicon.language):
            word = self.text[start:stop]
            between = self.text[end:start]
            gap = "" if between == " " or between in _PLAIN_GAPS else _gap(between)
            if gap == "." and words and self._abbreviates(words[-1]):
                gap = ""
            low = word.lower()
            low = low.replace("'", "’") if "'" in low else low
            words.append(Word(start, stop, word, low, gap, word[0].isupper()))
            end = stop
        return tuple(words)

    def _abbreviates(self, word: Word) -> bool:
        """Whether the full stop behind the word ends initials and no phrase: the U.S. Supreme Court."""
        initials = _INITIALS.fullmatch(word.text) is not None
        return initials and self.lexicon.language == "en" and word.low not in shared_names().suffixes

    @cached_property
    def sentences(self) -> tuple[Sentence, ...]:
        """The sentences in order; one may have no words of its own."""
        found: list[Sentence] = []
        word = 0
        for number, paragraph in enumerate(self.paragraphs):
            for span in _split(self.text, paragraph, ordinals=self.lexicon.language == "de"):
                first = word
                while word < len(self.words) and self.words[word].start < span.end:
                    word += 1
                found.append(Sentence(span, first, word, number))
        return tuple(found)


def _gap(between: str) -> str:
    return "".join(between.split()) + (BREAK if "\n" in between else "")


def make_frame(
    text: str, marked: Sequence[Marked], paragraphs: tuple[Span, ...], words: SpeechLexicon
) -> Frame:
    """The frame of a text whose marked stretches are in order and do not overlap."""
    parts, end = [], 0
    for stretch in marked:
        parts += [text[end : stretch.outer.start], _mask(text, stretch)]
        end = stretch.outer.end
    parts.append(text[end:])
    masked = "".join(parts)
    if words.language == "es":
        masked = _ACTING.sub(lambda match: " " * len(match.group()), masked)
    return Frame(masked, tuple(marked), paragraphs, words)


def _mask(text: str, stretch: Marked) -> str:
    """Blanks, but for the last sign before the closing mark."""
    inner, outer = stretch.span, stretch.outer
    last = text[inner.end - 1]
    if last not in _ENDS or not stretch.closed or inner.end == outer.end:
        return BLANK * (outer.end - outer.start)
    return BLANK * (inner.end - 1 - outer.start) + last + BLANK * (outer.end - inner.end)


def _split(text: str, paragraph: Span, *, ordinals: bool) -> list[Span]:
    spans, start = [], paragraph.start
    for match in _STOP.finditer(text, paragraph.start, paragraph.end):
        near = max(start, match.end() - 12), match.end()
        if BLANK not in match.group() and (
            _ABBREVIATION.search(text, *near)
            or (ordinals and _ORDINAL.search(text, *near))
            or (NUMBER.match(text, match.end()) and NUMBERED.search(text, *near))
        ):
            continue
        stop = match.start() + len(match.group().rstrip())
        if start < stop:
            spans.append(Span(start, stop))
        start = match.end()
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans
