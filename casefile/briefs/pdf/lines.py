"""Breaks styled text into lines. Imports fonts, line_words, script_lines; no ReportLab, no model.

Text comes as :class:`TextSpan` and is never parsed. What needs more than a glyph for each character from left
to right is broken by script_lines; all else here, between the words of line_words, and inside one only where
it alone is wider than the line. Time is linear in the text.
"""

import math
from collections.abc import Callable, Iterable, Iterator, Sequence
from itertools import groupby
from operator import attrgetter

from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.line_words import Word, pieces_of, word_of, words_of
from casefile.briefs.pdf.pieces import Line, Piece, TextSpan
from casefile.briefs.pdf.script_lines import break_script_lines, needs_shaping, shorten_script_line
from casefile.briefs.pdf.styles import TextStyle
from casefile.briefs.pdf.ties import LARGEST_TIED, are_tied

__all__ = ["Line", "Piece", "TextSpan", "balanced_width", "break_lines", "shorten_line", "text_width"]

_LOOK = attrgetter("style", "face", "link")
_LEAST = 0.001
"""Points: more than the widths of a line's letters may lose when they are added up in another order."""
_GOOD_BREAKS = frozenset("/-–—_.,;:?&=+%#)")


def break_lines(spans: Sequence[TextSpan], width: float, fonts: FontBook) -> list[Line]:
    """The lines, none wider than ``width``; no lines where there is no text."""
    if _any_needs_shaping(spans):
        return break_script_lines(spans, width, fonts)
    filled = list(_filled(words_of(spans, fonts), width, fonts))
    last = len(filled) - 1
    return [
        Line(_merged(_pieces_in(words)), used, ends_paragraph=number == last)
        for number, (words, used) in enumerate(filled)
    ]


def balanced_width(spans: Sequence[TextSpan], width: float, fonts: FontBook) -> float:
    """The least width, to about a point, at which the text takes no more lines than at ``width``."""
    if _any_needs_shaping(spans):
        return _balanced(lambda room: len(break_script_lines(spans, room, fonts)), width)
    words = words_of(spans, fonts)
    return _balanced(lambda room: sum(1 for _ in _filled(words, room, fonts)), width)


def _balanced(count_lines: Callable[[float], int], width: float) -> float:
    count = count_lines(width)
    low, high = width / 2, width
    while count > 1 and high - low > 1:
        middle = (low + high) / 2
        if count_lines(middle) > count:
            low = middle
        else:
            high = middle
    return high if count > 1 else width


def _any_needs_shaping(spans: Iterable[TextSpan]) -> bool:
    return needs_shaping("".join([span.text for span in spans]))


def text_width(text: str, style: TextStyle, fonts: FontBook) -> float:
    """The width of the text on one line, in points."""
    if needs_shaping(text):
        return sum(line.width for line in break_script_lines([TextSpan(text, style)], math.inf, fonts))
    return fonts.width(text, style.face, style.size) + style.tracking * len(text)


def shorten_line(text: str, style: TextStyle, width: float, fonts: FontBook) -> Line:
    """One line of the text, cut with an ellipsis where it is wider than ``width``."""
    if needs_shaping(text):
        return shorten_script_line(text, style, width, fonts)
    if text_width(text, style, fonts) <= width - _LEAST:
        return _whole_line(text, style, fonts)
    used = 0.0
    fitting = 0
    ellipsis = fonts.width("…", style.face, style.size)
    for count, character in enumerate(text, start=1):
        used += fonts.width(character, style.face, style.size) + style.tracking
        if used > width:
            text = text[:fitting].rstrip() + "…"
            break
        if used + ellipsis + style.tracking <= width:
            fitting = count
    return _whole_line(text, style, fonts)


def _whole_line(text: str, style: TextStyle, fonts: FontBook) -> Line:
    pieces = pieces_of(TextSpan(text, style), text, fonts)
    return Line(_merged(pieces), sum(piece.width for piece in pieces), ends_paragraph=True)


def _filled(words: Sequence[Word], width: float, fonts: FontBook) -> Iterator[tuple[Sequence[Word], float]]:
    """The words of each line and how wide they are together; the space before a line's first is not set."""
    too_wide = [word for word in words if word.width > width]
    if too_wide:
        words = list(_fitting(words, width, fonts))
    first, used = 0, 0.0
    for place, word in enumerate(words):
        gap = word.space.width if word.space and place > first else 0.0
        if place > first and used + gap + word.width > width:
            end = _end_before(words, first, place, width)
            yield words[first:end], used if end == place else _width(words[first:end])
            first, used = end, _width(words[end:place])
            gap = gap if end < place else 0.0
        used += gap + word.width
    if words:
        yield words[first:], used


def _end_before(words: Sequence[Word], first: int, place: int, width: float) -> int:
    """Where the line that has no room for the word at ``place`` ends: before what is tied to it, if short."""
    end = place
    while end > first and words[end].space and are_tied(_text(words[end - 1]), _text(words[end])):
        end -= 1
    return end if end > first and _width(words[end : place + 1]) <= width * LARGEST_TIED else place


def _text(word: Word) -> str:
    """What the word says, without the marks of notes."""
    return "".join([piece.text for piece in word.pieces if not piece.style.rise])


def _width(words: Sequence[Word]) -> float:
    gaps = sum([word.space.width for word in words[1:] if word.space])
    return sum([word.width for word in words]) + gaps


def _pieces_in(words: Sequence[Word]) -> list[Piece]:
    """A line's pieces with the spaces between its words."""
    pieces = [*words[0].pieces]
    for word in words[1:]:
        if word.space:
            pieces.append(word.space)
        pieces += word.pieces
    return pieces


def _fitting(words: Iterable[Word], width: float, fonts: FontBook) -> Iterator[Word]:
    for word in words:
        if word.width <= width:
            yield word
        else:
            yield from _parted(word, width, fonts)


def _parted(word: Word, width: float, fonts: FontBook) -> Iterator[Word]:
    """Parts of a word too wide for a line, each at most ``width`` wide, cut after a sign where it can be."""
    taken: list[Piece] = []
    used = 0.0
    space = word.space
    for piece in word.pieces:
        advances = _advances(piece, fonts)
        start, rest = 0, sum(advances)
        while used + rest > width:
            end = start + _room(piece.text, advances, start, width - used, must_take=not taken)
            if end > start:
                taken.append(_cut(piece, advances, start, end))
                rest -= taken[-1].width
            yield word_of(taken, space)
            start, taken, used, space = end, [], 0.0, None
        if start < len(piece.text):
            taken.append(_cut(piece, advances, start, len(piece.text)))
            used += taken[-1].width
    if taken:
        yield word_of(taken, space)


def _advances(piece: Piece, fonts: FontBook) -> list[float]:
    style = piece.style
    return [fonts.width(character, piece.face, style.size) + style.tracking for character in piece.text]


def _room(text: str, advances: Sequence[float], start: int, width: float, *, must_take: bool) -> int:
    """How many characters from ``start`` on fit, up to the last good place; one at least if ``must_take``."""
    used = 0.0
    count = good = 0
    for index in range(start, len(text)):
        used += advances[index]
        if used > width:
            break
        count += 1
        if text[index] in _GOOD_BREAKS:
            good = count
    if good > count // 2:
        return good
    return max(count, 1) if must_take else count


def _cut(piece: Piece, advances: Sequence[float], start: int, end: int) -> Piece:
    return Piece(piece.text[start:end], piece.face, piece.style, piece.link, sum(advances[start:end]))


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one face, style and link as one piece."""
    merged: list[Piece] = []
    for (style, face, link), group in groupby(pieces, _LOOK):
        alike = list(group)
        if len(alike) == 1:
            merged += alike
        else:
            text = "".join([piece.text for piece in alike])
            merged.append(Piece(text, face, style, link, sum([piece.width for piece in alike])))
    return tuple(merged)
