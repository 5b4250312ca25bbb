"""The faces that a brief is set in: loading, measuring, and finding a glyph.

Imports truetype, paths and errors. One of the modules that know ReportLab. A character that the wanted face
lacks is taken from the fallback face, and one that no face has becomes U+FFFD and is remembered, so that the
report can say so.
"""

import struct
from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from io import BytesIO
from typing import TYPE_CHECKING, NamedTuple
from weakref import WeakKeyDictionary

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTEncoding, TTFError, TTFont, TTFontFace

from casefile.briefs.pdf.truetype import glyphs_of
from casefile.errors import CasefileError
from casefile.paths import resource

if TYPE_CHECKING:
    from casefile.briefs.pdf.line_words import StyleWords
    from casefile.briefs.pdf.shaping import Glyph
    from casefile.briefs.pdf.styles import TextStyle

_MISSING = "\ufffd"


class Face(StrEnum):
    """A shipped face: its file under ``resources/fonts`` without the ending."""

    SERIF = "source-serif-4/SourceSerif4-Regular"
    SERIF_ITALIC = "source-serif-4/SourceSerif4-Italic"
    SERIF_BOLD = "source-serif-4/SourceSerif4-SemiBold"
    SANS = "source-sans-3/SourceSans3-Regular"
    SANS_BOLD = "source-sans-3/SourceSans3-SemiBold"
    FALLBACK = "noto-sans/NotoSans-Regular"
    FALLBACK_BOLD = "noto-sans/NotoSans-Bold"
    FALLBACK_ITALIC = "noto-sans/NotoSans-Italic"
    ARABIC = "noto-naskh-arabic/NotoNaskhArabic-Regular"
    ARABIC_BOLD = "noto-naskh-arabic/NotoNaskhArabic-Bold"
    HEBREW = "noto-sans-hebrew/NotoSansHebrew-Regular"
    HEBREW_BOLD = "noto-sans-hebrew/NotoSansHebrew-Bold"
    CHINESE = "noto-sans-sc/NotoSansSC-Regular"
    JAPANESE = "noto-sans-jp/NotoSansJP-Regular"
    KOREAN = "noto-sans-kr/NotoSansKR-Regular"


BOLD_FACES = frozenset(
    {Face.SERIF_BOLD, Face.SANS_BOLD, Face.FALLBACK_BOLD, Face.ARABIC_BOLD, Face.HEBREW_BOLD}
)


def fallback_of(face: Face) -> Face:
    """Where a letter that the face lacks is taken from: of the same weight and slope."""
    if face in BOLD_FACES:
        return Face.FALLBACK_BOLD
    return Face.FALLBACK_ITALIC if face is Face.SERIF_ITALIC else Face.FALLBACK


class FontDamagedError(CasefileError):
    """A font file that ships with the program cannot be read."""

    def __init__(self, face: Face) -> None:
        super().__init__(
            f"The font file {face}.ttf that belongs to Casefile is damaged.",
            "Install the program again; nothing in your store is affected.",
        )


class Measured(NamedTuple):
    """A word with the faces that show it and its width in thousandths of the type size."""

    runs: tuple[tuple[Face, str], ...]
    width: float


class _Face(TTFontFace):  # type: ignore[misc]
    """Reads its tables whole, where ReportLab's own takes each number by itself: four times as fast."""

    def extractInfo(self, charInfo: int = 1) -> None:  # noqa: ARG002, N802, N803
        """What ReportLab's own sets, but for the way back from glyphs to characters, which is not used."""
        super().extractInfo(charInfo=0)
        glyphs = glyphs_of(self._ttf_data)
        widths = [self._pdfScale(advance) for advance, _ in glyphs.metrics]
        self.hmetrics, self.glyphPos = glyphs.metrics, glyphs.places
        self.charToGlyph = glyphs.of_character
        if ord(" ") in self.charToGlyph:
            self.charToGlyph[0xA0] = self.charToGlyph[ord(" ")]
        self.charWidths = {code: widths[glyph] for code, glyph in self.charToGlyph.items()}
        self.defaultWidth = widths[0]


class _Font(TTFont):  # type: ignore[misc]
    """ReportLab's font with such a face."""

    def __init__(self, name: str, content: bytes) -> None:
        self.fontName = name
        self.face = _Face(BytesIO(content))
        self.encoding = TTEncoding()
        self.state: WeakKeyDictionary[object, object] = WeakKeyDictionary()
        self.shapable = self._asciiReadable = False


@cache
def load_face(face: Face) -> TTFont:
    """ReportLab's font for the face, registered under the face's name.

    Raises :class:`casefile.paths.ResourceMissingError` or :class:`FontDamagedError`.
    """
    content = resource(f"fonts/{face}.ttf").read_bytes()
    try:
        font = _Font(face.value, content)
    except (TTFError, KeyError, ValueError, struct.error) as error:
        raise FontDamagedError(face) from error
    pdfmetrics.registerFont(font)
    return font


@dataclass
class FaceMeasure:
    """Measures words in the shipped faces."""

    missing: set[str] = field(default_factory=set)
    """Characters for which no face had a glyph."""

    def measure(self, text: str, face: Face) -> Measured:
        """The text's runs and width; characters without a glyph are replaced by U+FFFD."""
        try:
            return Measured(((face, text),), _width(text, face))
        except KeyError:
            return self._measure_runs(text, face)

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points."""
        return self.measure(text, face).width * size / 1000

    def _measure_runs(self, text: str, face: Face) -> Measured:
        runs: list[tuple[Face, str]] = []
        for character in text:
            holder, shown = self._holder(character, face)
            if runs and runs[-1][0] == holder:
                shown = runs.pop()[1] + shown
            runs.append((holder, shown))
        return Measured(tuple(runs), sum(_width(part, holder) for holder, part in runs))

    def _holder(self, character: str, face: Face) -> tuple[Face, str]:
        for candidate in (face, fallback_of(face), Face.FALLBACK):
            if character in _advances(candidate):
                return candidate, character
        self.missing.add(character)
        return Face.FALLBACK, _MISSING


@dataclass
class FontBook(FaceMeasure):
    """Measures, and keeps what was shaped and cut of one brief.

    Nothing that it keeps leads back to it: a ring would be kept until a search for cycles.
    """

    shaped: "dict[tuple[Face, bool, str, str, str], tuple[Glyph, ...]]" = field(default_factory=dict)
    """The glyphs of what was shaped before: by face, direction, words, what stands before and after them."""
    words: "dict[TextStyle, StyleWords]" = field(default_factory=dict)
    """What was cut into words before."""


@cache
def _advances(face: Face) -> dict[str, float]:
    """The width of each character that the face has, in thousandths of the type size."""
    metrics = load_face(face).face
    widths, default = metrics.charWidths, metrics.defaultWidth
    return {chr(code): float(widths.get(code, default)) for code in metrics.charToGlyph}


def _width(text: str, face: Face) -> float:
    """The text's width; ``KeyError`` where the face lacks a character."""
    return sum(map(_advances(face).__getitem__, text), 0.0)
