"""Breaks text of any script into lines: directions, joined letters, many letters. Imports what sets them.

A paragraph is looked at once as a whole: the direction of each character (bidi), the places where lines may
end (line_breaks), the face of each (script_faces). Then stretch by stretch is shaped, and lines are filled.
Lines keep their pieces in the order of reading and say in which order they stand. Time is linear in the text.
"""

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby

from casefile.briefs.pdf.bidi import directions, visual_order
from casefile.briefs.pdf.fonts import Face, FontBook
from casefile.briefs.pdf.line_breaks import break_opportunities
from casefile.briefs.pdf.pieces import Line, Piece, TextSpan
from casefile.briefs.pdf.script_faces import WITHOUT_BOLD, choose_faces, size_in
from casefile.briefs.pdf.shaping import Glyph, shaping_font
from casefile.briefs.pdf.styles import TextStyle
from casefile.briefs.pdf.ties import LARGEST_TIED, are_tied

_NOT_PLAIN = re.compile(
    r"[^\u0020-\u02ff\u0370-\u0482\u048a-\u0513\u1e00-\u1fff\u2000-\u200a\u2010-\u2027\u202f-\u205f"
    r"\u2070-\u208e\u20a0-\u20bf\u2100-\u2150\u2153-\u215e\ufb00-\ufb04\ufffd]"
)
_ISOLATES = re.compile(r"[\u2066-\u2069]")
_ISOLATE, _ISOLATE_END = "\u2068", "\u2069"
_CONTEXT = 2
"""Characters around a stretch that may change how its letters join."""
_MOST_IN_A_LINE = 1_000
"""Code points of which one line is made; far more than fit."""


@dataclass(frozen=True)
class _Word:
    """What may not be parted, and the space after it that vanishes where a line ends."""

    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None

    @property
    def gap(self) -> float:
        """The width of the space."""
        return self.space.width if self.space else 0.0

    @property
    def text(self) -> str:
        """What it says, without the marks of notes."""
        return "".join([piece.text for piece in self.pieces if not piece.style.rise])


def needs_shaping(text: str) -> bool:
    """Whether the text holds more than letters and signs that stand one beside the other, left to right."""
    return not text.isascii() and _NOT_PLAIN.search(text) is not None


def break_script_lines(spans: Sequence[TextSpan], width: float, fonts: FontBook) -> list[Line]:
    """The lines, none wider than ``width``; no lines where there is no text."""
    paragraph = _Paragraph(spans, fonts)
    lines: list[Line] = []
    words: list[_Word] = []
    used = 0.0
    for word in _fitting(paragraph.words(), width, fonts):
        gap = words[-1].gap if words else 0.0
        if words and used + gap + word.width > width:
            end = _end_before(words, word, width)
            lines.append(paragraph.line(_pieces_in(words[:end]), _width(words[:end]), words[end - 1].space))
            words = words[end:]
            used, gap = _width(words), words[-1].gap if words else 0.0
        words.append(word)
        used += gap + word.width
    if words:
        lines.append(paragraph.line(_pieces_in(words), used)._replace(ends_paragraph=True))
    return lines


def _end_before(words: Sequence[_Word], word: _Word, width: float) -> int:
    """How many words stay on the line that has no room for the next: without those tied to it, if short."""
    end, after = len(words), word
    while end and are_tied(words[end - 1].text, after.text):
        end, after = end - 1, words[end - 1]
    return end if end and _width([*words[end:], word]) <= width * LARGEST_TIED else len(words)


def _width(words: Sequence[_Word]) -> float:
    return sum(word.width for word in words) + sum(word.gap for word in words[:-1])


def _pieces_in(words: Sequence[_Word]) -> list[Piece]:
    """The pieces of a line's words and of the spaces between them."""
    pieces: list[Piece] = []
    for number, word in enumerate(words, start=1):
        pieces.extend(word.pieces)
        if word.space and number < len(words):
            pieces.append(word.space)
    return pieces


def shorten_script_line(text: str, style: TextStyle, width: float, fonts: FontBook) -> Line:
    """One line of the text, cut with an ellipsis where it is wider than ``width``."""
    shown = text[:_MOST_IN_A_LINE]
    line = _whole_line(shown, style, fonts)
    if line.width <= width:
        return line
    fitting, too_many = 0, len(shown)
    while too_many - fitting > 1:
        middle = (fitting + too_many) // 2
        if _whole_line(f"{shown[:middle].rstrip()}…", style, fonts).width <= width:
            fitting = middle
        else:
            too_many = middle
    return _whole_line(f"{shown[:fitting].rstrip()}…", style, fonts)


def _whole_line(text: str, style: TextStyle, fonts: FontBook) -> Line:
    return next(
        iter(break_script_lines([TextSpan(text, style)], math.inf, fonts)), Line((), 0.0, ends_paragraph=True)
    )


class _Paragraph:
    """A paragraph looked at as a whole."""

    def __init__(self, spans: Sequence[TextSpan], fonts: FontBook) -> None:
        self._fonts = fonts
        self._spans = spans
        self._known: dict[tuple[str, int, Face, int], Piece] = {}
        self._styles: dict[tuple[TextStyle, float, float], TextStyle] = {}
        self._owners, characters = _run_together(spans)
        found = directions("".join(characters))
        self._base, self._levels = found.base, found.levels
        wanted = [spans[owner].style.face for owner in self._owners]
        self._faces = choose_faces(characters, self._levels, wanted, fonts)
        self._text = "".join(characters)

    def words(self) -> Iterator[_Word]:
        """What may not be parted, in the order of reading."""
        start = 0
        for end in [*break_opportunities(self._text), len(self._text)]:
            if end < len(self._text) and self._spans[self._owners[end]].style.rise > 0:
                continue  # a note's mark stays with what it is of, also after a sign that lines may end at
            word = self._text[start:end].rstrip(" ")
            pieces = tuple(self._pieces(start, start + len(word)))
            spaces = self._pieces(start + len(word), min(start + len(word) + 1, end))
            if pieces:
                yield _Word(pieces, sum(piece.width for piece in pieces), next(spaces, None))
            start = end

    def line(self, pieces: Sequence[Piece], width: float, space: Piece | None = None) -> Line:
        """The line of the pieces and of the space at its end, which runs as the paragraph does (L1)."""
        merged = _merged([*pieces, space._replace(level=self._base)] if space else pieces)
        order = tuple(visual_order([piece.level for piece in merged]))
        plain = order == tuple(range(len(merged)))
        from_right = self._base == 1
        return Line(merged, width, order=() if plain else order, is_shaped=True, from_right=from_right)

    def _pieces(self, start: int, end: int) -> Iterator[Piece]:
        if end - start == 1:  # most words of Chinese and all spaces
            found = self._piece(start, end)
            if found:
                yield found
            return

        def alike(place: int) -> tuple[int, str, int]:
            return self._owners[place], self._faces[place], self._levels[place]

        for _, places in groupby(range(start, end), alike):
            stretch = list(places)
            found = self._piece(stretch[0], stretch[-1] + 1)
            if found:
                yield found

    def _piece(self, start: int, end: int) -> Piece | None:
        """The stretch as a piece; letters that join to none around them are set once."""
        if self._faces[start] not in WITHOUT_BOLD:
            return self._new_piece(start, end)
        key = (self._text[start:end], self._owners[start], self._faces[start], self._levels[start])
        found = self._known.get(key)
        if found is None:
            found = self._new_piece(start, end)
            if found:
                self._known[key] = found
        return found

    def _new_piece(self, start: int, end: int) -> Piece | None:
        span, face, level = self._spans[self._owners[start]], self._faces[start], self._levels[start]
        text, style = _ISOLATES.sub("", self._text[start:end]), span.style
        if not text:
            return None
        if not level and not needs_shaping(text) and not self._follows_a_mark(start, text):
            width = self._fonts.width(text, face, style.size) + style.tracking * len(text)
            return Piece(text, face, style, span.link, width)
        before = self._text[max(0, start - _CONTEXT) : start]
        after = self._text[end : end + _CONTEXT]
        glyphs = self._shape(text, face, level, before, after)
        size = size_in(face, style.size)
        width = sum(glyph.advance for glyph in glyphs) * size / 1000
        if style.rise and level:
            # The glyphs are raised, not the line: a reader program takes what is raised for another line.
            rise = style.rise * 1000 / size
            glyphs = tuple(glyph._replace(y=glyph.y + rise) for glyph in glyphs)
        return Piece(text, face, self._styled(style, size, level), span.link, width, glyphs, level)

    def _follows_a_mark(self, start: int, text: str) -> bool:
        """Whether it is a space after a stacked mark, which PDFium would lose by itself."""
        return text == " " and start > 0 and unicodedata.combining(self._text[start - 1]) > 0

    def _styled(self, style: TextStyle, size: float, level: int) -> TextStyle:
        """The style in the size that suits the face, letters as near as their script has them."""
        if not style.tracking and size == style.size and not (style.rise and level):
            return style
        rise = 0.0 if level else style.rise
        key = (style, size, rise)
        return self._styles.setdefault(key, replace(style, tracking=0.0, size=size, rise=rise))

    def _shape(self, text: str, face: Face, level: int, before: str, after: str) -> tuple[Glyph, ...]:
        if face in WITHOUT_BOLD:
            before = after = ""
        key = (face, bool(level % 2), text, before, after)
        found = self._fonts.shaped.get(key)
        if found is None:
            found = shaping_font(face).shape(text, before, after, from_right=bool(level % 2))
            self._fonts.shaped[key] = found
        return found


def _run_together(spans: Sequence[TextSpan]) -> tuple[list[int], list[str]]:
    """The number of its span for each character, and the characters.

    Raised marks are set apart, so that a note's number does not become part of a number before it.
    """
    owners: list[int] = []
    characters: list[str] = []
    for raised, group in groupby(enumerate(spans), lambda entry: entry[1].style.rise > 0):
        for place, (number, span) in enumerate(numbered := list(group)):
            opening = _ISOLATE if raised and not place else ""
            closing = _ISOLATE_END if raised and place == len(numbered) - 1 else ""
            text = f"{opening}{span.text}{closing}"
            owners += [number] * len(text)
            characters += text
    return owners, characters


def _fitting(words: Iterable[_Word], width: float, fonts: FontBook) -> Iterator[_Word]:
    """The words; one wider than a line is parted into its letters."""
    for word in words:
        if word.width <= width:
            yield word
            continue
        letters = [letter for piece in word.pieces for letter in _letters(piece, fonts)]
        for number, letter in enumerate(letters, start=1):
            yield _Word((letter,), letter.width, word.space if number == len(letters) else None)


def _letters(piece: Piece, fonts: FontBook) -> Iterator[Piece]:
    """A piece for each letter with its marks, in the order of reading."""
    if not piece.glyphs:
        for character in piece.text:
            width = fonts.width(character, piece.face, piece.style.size) + piece.style.tracking
            yield piece._replace(text=character, width=width)
        return
    groups: list[list[Glyph]] = []
    for glyph in reversed(piece.glyphs) if piece.level % 2 else piece.glyphs:
        if groups and (not glyph.text or not glyph.advance):
            groups[-1].append(glyph)
        else:
            groups.append([glyph])
    for group in groups:
        text = "".join(glyph.text for glyph in group)
        width = sum(glyph.advance for glyph in group) * piece.style.size / 1000
        glyphs = tuple(reversed(group)) if piece.level % 2 else tuple(group)
        yield piece._replace(text=text, width=width, glyphs=glyphs)


def _merged(pieces: Iterable[Piece]) -> tuple[Piece, ...]:
    """Neighbours that differ in nothing but their words as one piece."""
    merged: list[Piece] = []
    for _, group in groupby(
        pieces, lambda piece: (piece.face, piece.style, piece.link, piece.level, bool(piece.glyphs))
    ):
        alike = list(group)
        in_order = alike[::-1] if alike[0].level % 2 else alike
        merged.append(
            alike[0]._replace(
                text="".join(piece.text for piece in alike),
                width=sum(piece.width for piece in alike),
                glyphs=tuple(glyph for piece in in_order for glyph in piece.glyphs),
            )
        )
    return tuple(merged)
