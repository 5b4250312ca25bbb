"""Breaks styled text into lines. Imports fonts, styles, script_lines; no ReportLab, no model.

Text comes as :class:`TextSpan` and is never parsed. What needs more than a glyph for each character from left
to right is broken by script_lines; all else here, where lines break at spaces, after a hyphen or a dash
between letters, and inside a word only where it alone is wider than the line. Time is linear in the text.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.pieces import Line, Piece, TextSpan
from casefile.briefs.pdf.script_lines import break_script_lines, needs_shaping, shorten_script_line
from casefile.briefs.pdf.styles import TextStyle

__all__ = ["Line", "Piece", "TextSpan", "balanced_width", "break_lines", "shorten_line", "text_width"]


@dataclass(frozen=True)
class _Word:
    """What may not be parted: pieces, and the space that stands before it inside a line, if any."""

    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None


_SPACE = re.compile(r"[ \u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_BREAK_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")
_GOOD_BREAKS = frozenset("/-–—_.,;:?&=+%#)")


def break_lines(spans: Sequence[TextSpan], width: float, fonts: FontBook) -> list[Line]:
    """The lines, none wider than ``width``; no lines where there is no text."""
    if any(needs_shaping(span.text) for span in spans):
        return break_script_lines(spans, width, fonts)
    lines: list[Line] = []
    pieces: list[Piece] = []
    used = 0.0
    for word in _fitting(_words(spans, fonts), width, fonts):
        space = word.space if pieces else None
        gap = space.width if space else 0.0
        if pieces and used + gap + word.width > width:
            lines.append(Line(_merged(pieces), used))
            pieces, used, space, gap = [], 0.0, None, 0.0
        if space:
            pieces.append(space)
        pieces.extend(word.pieces)
        used += gap + word.width
    if pieces:
        lines.append(Line(_merged(pieces), used, ends_paragraph=True))
    return lines


def balanced_width(spans: Sequence[TextSpan], width: float, fonts: FontBook) -> float:
    """The least width, to about a point, at which the text takes no more lines than at ``width``."""
    count = len(break_lines(spans, width, fonts))
    low, high = width / 2, width
    while count > 1 and high - low > 1:
        middle = (low + high) / 2
        if len(break_lines(spans, middle, fonts)) > count:
            low = middle
        else:
            high = middle
    return high if count > 1 else width


def text_width(text: str, style: TextStyle, fonts: FontBook) -> float:
    """The width of the text on one line, in points."""
    if needs_shaping(text):
        return sum(line.width for line in break_script_lines([TextSpan(text, style)], math.inf, fonts))
    return fonts.width(text, style.face, style.size) + style.tracking * len(text)


def shorten_line(text: str, style: TextStyle, width: float, fonts: FontBook) -> Line:
    """One line of the text, cut with an ellipsis where it is wider than ``width``."""
    if needs_shaping(text):
        return shorten_script_line(text, style, width, fonts)
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
    pieces = _pieces(TextSpan(text, style), text, fonts)
    return Line(_merged(pieces), sum(piece.width for piece in pieces), ends_paragraph=True)


def _words(spans: Iterable[TextSpan], fonts: FontBook) -> Iterator[_Word]:
    """Words over the borders of spans: a mark glued to a word stays with it."""
    pieces: list[Piece] = []
    space: Piece | None = None
    for span in spans:
        for chunk, kind in _chunks(span.text):
            if kind != "inside" and pieces:
                yield _word(pieces, space)
                pieces, space = [], None
            if kind == "space":
                space = _pieces(span, " ", fonts)[0]
            else:
                pieces.extend(_pieces(span, chunk, fonts))
    if pieces:
        yield _word(pieces, space)


def _chunks(text: str) -> Iterator[tuple[str, str]]:
    """The text's parts: "space", "inside" (goes on the word before it) or "break" (may start a line)."""
    for number, part in enumerate(_SPACE.split(text)):
        if number:
            yield " ", "space"
        for piece_number, piece in enumerate(_BREAK_AFTER_HYPHEN.split(part)):
            if piece:
                yield piece, "break" if piece_number else "inside"


def _word(pieces: list[Piece], space: Piece | None) -> _Word:
    return _Word(tuple(pieces), sum(piece.width for piece in pieces), space)


def _pieces(span: TextSpan, text: str, fonts: FontBook) -> list[Piece]:
    style = span.style
    measured = fonts.measure(text, style.face)
    if len(measured.runs) == 1:
        width = measured.width * style.size / 1000 + style.tracking * len(text)
        return [Piece(measured.runs[0][1], measured.runs[0][0], style, span.link, width)]
    return [
        Piece(part, face, style, span.link, fonts.width(part, face, style.size) + style.tracking * len(part))
        for face, part in measured.runs
    ]


def _fitting(words: Iterable[_Word], width: float, fonts: FontBook) -> Iterator[_Word]:
    for word in words:
        if word.width <= width:
            yield word
        else:
            yield from _parted(word, width, fonts)


def _parted(word: _Word, width: float, fonts: FontBook) -> Iterator[_Word]:
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
            yield _word(taken, space)
            start, taken, used, space = end, [], 0.0, None
        if start < len(piece.text):
            taken.append(_cut(piece, advances, start, len(piece.text)))
            used += taken[-1].width
    if taken:
        yield _word(taken, space)


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


def _merged(pieces: Sequence[Piece]) -> tuple[Piece, ...]:
    """Neighbours of one face, style and link as one piece."""
    merged: list[list[Piece]] = []
    for piece in pieces:
        last = merged[-1][0] if merged else None
        if last and (last.face, last.style, last.link) == (piece.face, piece.style, piece.link):
            merged[-1].append(piece)
        else:
            merged.append([piece])
    return tuple(
        group[0] if len(group) == 1 else Piece(
            "".join(piece.text for piece in group), group[0].face, group[0].style, group[0].link,
            sum(piece.width for piece in group),
        )
        for group in merged
    )  # fmt: skip
