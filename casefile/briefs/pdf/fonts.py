"""The faces that a brief is set in: loading, measuring, and finding a glyph. Imports paths and errors.

One of the modules that know ReportLab. A character that the wanted face lacks is taken from the fallback
face, and one that no face has becomes U+FFFD and is remembered, so that the report can say so.
"""

from dataclasses import dataclass, field
from enum import StrEnum
from functools import cache
from io import BytesIO

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFError, TTFont, TTFontFace

from casefile.errors import CasefileError
from casefile.paths import resource

_MISSING = "\ufffd"


class Face(StrEnum):
    """A shipped face: its file under ``resources/fonts`` without the ending."""

    SERIF = "source-serif-4/SourceSerif4-Regular"
    SERIF_ITALIC = "source-serif-4/SourceSerif4-Italic"
    SERIF_BOLD = "source-serif-4/SourceSerif4-SemiBold"
    SANS = "source-sans-3/SourceSans3-Regular"
    SANS_BOLD = "source-sans-3/SourceSans3-SemiBold"
    FALLBACK = "noto-sans/NotoSans-Regular"


class FontDamagedError(CasefileError):
    """A font file that ships with the program cannot be read."""

    def __init__(self, face: Face) -> None:
        super().__init__(
            f"The font file {face}.ttf that belongs to Casefile is damaged.",
            "Install the program again; nothing in your store is affected.",
        )


@dataclass(frozen=True)
class Measured:
    """A word with the faces that show it and its width in thousandths of the type size."""

    runs: tuple[tuple[Face, str], ...]
    width: float


@cache
def load_face(face: Face) -> TTFont:
    """ReportLab's font for the face, registered under the face's name.

    Raises :class:`casefile.paths.ResourceMissingError` or :class:`FontDamagedError`.
    """
    content = resource(f"fonts/{face}.ttf").read_bytes()
    try:
        font = TTFont(face.value, BytesIO(content), asciiReadable=False)
    except TTFError as error:
        raise FontDamagedError(face) from error
    pdfmetrics.registerFont(font)
    return font


@dataclass
class FontBook:
    """Measures words in the shipped faces, each different word once."""

    missing: set[str] = field(default_factory=set)
    """Characters for which no face had a glyph."""
    _measured: dict[tuple[Face, str], Measured] = field(default_factory=dict)

    def measure(self, text: str, face: Face) -> Measured:
        """The text's runs and width; characters without a glyph are replaced by U+FFFD."""
        key = (face, text)
        found = self._measured.get(key)
        if found is None:
            found = self._measured[key] = self._measure(text, face)
        return found

    def width(self, text: str, face: Face, size: float) -> float:
        """The width in points."""
        return self.measure(text, face).width * size / 1000

    def _measure(self, text: str, face: Face) -> Measured:
        metrics = load_face(face).face
        if all(ord(character) in metrics.charToGlyph for character in text):
            return Measured(((face, text),), _width(metrics, text))
        runs: list[tuple[Face, str]] = []
        for character in text:
            holder, shown = self._holder(character, face)
            if runs and runs[-1][0] == holder:
                shown = runs.pop()[1] + shown
            runs.append((holder, shown))
        return Measured(tuple(runs), sum(_width(load_face(holder).face, part) for holder, part in runs))

    def _holder(self, character: str, face: Face) -> tuple[Face, str]:
        for candidate in (face, Face.FALLBACK):
            if ord(character) in load_face(candidate).face.charToGlyph:
                return candidate, character
        self.missing.add(character)
        return Face.FALLBACK, _MISSING


def _width(metrics: TTFontFace, text: str) -> float:
    widths = metrics.charWidths
    return float(sum(widths.get(ord(character), metrics.defaultWidth) for character in text))
