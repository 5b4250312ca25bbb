"""Cuts styled text into what no line may part. Imports fonts, pieces and styles; no ReportLab, no model.

Lines break at spaces, and after a hyphen or a dash between letters. The words of a style are measured once:
most of a text consists of words that were met before.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from casefile.briefs.pdf.fonts import FaceMeasure, FontBook
from casefile.briefs.pdf.pieces import Piece, TextSpan
from casefile.briefs.pdf.styles import TextStyle

_SPACE = re.compile(r"[ \u2000-\u2006\u2008-\u200a\u205f\u3000]+")
_OTHER_SPACE = re.compile(r"[\u2000-\u2006\u2008-\u200a\u205f\u3000]")
_HYPHEN = re.compile("[-–—/]")
_BREAK_AFTER_HYPHEN = re.compile(r"(?<=[^\W\d_][-–—/])(?=[^\W\d_])")


class Word(NamedTuple):
    """What may not be parted: pieces, and the space that stands before it inside a line, if any."""

    pieces: tuple[Piece, ...]
    width: float
    space: Piece | None


def word_of(pieces: Iterable[Piece], space: Piece | None) -> Word:
    """The pieces as one word after the space."""
    held = tuple(pieces)
    return Word(held, sum([piece.width for piece in held]), space)


class StyleWords(dict[str, Word]):
    """The words of one style that were met so far, each after a space of that style."""

    def __init__(self, style: TextStyle, measure: FaceMeasure) -> None:
        super().__init__()
        self._style = style
        self._measure = measure
        self.space = pieces_of(TextSpan(" ", style), " ", measure)[0]

    def __missing__(self, text: str) -> Word:
        pieces = pieces_of(TextSpan(text, self._style), text, self._measure)
        found = self[text] = word_of(pieces, self.space)
        return found


def words_of(spans: Sequence[TextSpan], fonts: FontBook) -> list[Word]:
    """The words in order, also over the borders of spans: a mark glued to a word stays with it."""
    if len(spans) == 1 and _is_plain(spans[0]):
        known = known_words(spans[0].style, fonts)
        return [known[text] for text in spans[0].text.split(" ") if text]
    cutting = _Cutting(fonts)
    for span in spans:
        if _is_plain(span):
            cutting.add_plain(span)
        else:
            cutting.add(span)
    cutting.close()
    return cutting.words


def known_words(style: TextStyle, fonts: FontBook) -> StyleWords:
    """The words of the style that the fonts' book holds."""
    found = fonts.words.get(style)
    if found is None:
        found = fonts.words[style] = StyleWords(style, FaceMeasure(fonts.missing))
    return found


def pieces_of(span: TextSpan, text: str, fonts: FaceMeasure) -> list[Piece]:
    """The text as pieces of the span, one for each face that it takes."""
    style = span.style
    measured = fonts.measure(text, style.face)
    if len(measured.runs) == 1:
        ((face, shown),) = measured.runs
        return [Piece(shown, face, style, span.link, _in_style(measured.width, style, len(text)))]
    return [
        Piece(part, face, style, span.link, _in_style(fonts.measure(part, face).width, style, len(part)))
        for face, part in measured.runs
    ]


def _in_style(width: float, style: TextStyle, count: int) -> float:
    """A width in thousandths of so many characters in points of the style."""
    return width * style.size / 1000 + style.tracking * count


def _is_plain(span: TextSpan) -> bool:
    """Whether it breaks at plain spaces only, and has no link, so that its words are known by their style."""
    text = span.text
    if span.link:
        return False
    if _HYPHEN.search(text) and _BREAK_AFTER_HYPHEN.search(text):
        return False
    return text.isascii() or not _OTHER_SPACE.search(text)


@dataclass
class _Cutting:
    """The words so far, and the one that the next span may go on."""

    fonts: FontBook
    words: list[Word] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    space: Piece | None = None

    def add_plain(self, span: TextSpan) -> None:
        """Cut text that breaks at plain spaces only: its inner words are taken as they are known."""
        known = known_words(span.style, self.fonts)
        first, *others = span.text.split(" ")
        if first:
            self.pieces.extend(known[first].pieces)
        if not others:
            return
        self.close()
        last = others.pop()
        self.words.extend(map(known.__getitem__, filter(None, others)))
        self.space = known.space
        if last:
            self.pieces.extend(known[last].pieces)

    def add(self, span: TextSpan) -> None:
        """Cut text of any kind."""
        for place, part in enumerate(_SPACE.split(span.text)):
            if place:
                self.close()
                self.space = pieces_of(span, " ", self.fonts)[0]
            for number, chunk in enumerate(filter(None, _BREAK_AFTER_HYPHEN.split(part))):
                if number:
                    self.close()
                self.pieces.extend(pieces_of(span, chunk, self.fonts))

    def close(self) -> None:
        """Nothing goes on the last word any more."""
        if self.pieces:
            self.words.append(word_of(self.pieces, self.space))
            self.pieces, self.space = [], None
