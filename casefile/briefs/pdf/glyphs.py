"""From text to the codes of a subset font, and back for reader programs. Knows ReportLab's fonts.

ReportLab hands out codes in the order of first use, 256 to a subset.
"""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument

from casefile.briefs.pdf.code_maps import code_map
from casefile.briefs.pdf.fonts import Face, load_face

_SPACE = 32


class FaceCodes:
    """The codes of one face in one file."""

    def __init__(self, face: Face, file: PDFDocument) -> None:
        self._font = load_face(face)
        self._file = file
        self._codes: dict[str, int] = {}
        self._first = ""

    def encode(self, text: str) -> list[tuple[str, str]]:
        """The text as runs of one subset each: the font's name in the file, the codes in hexadecimal."""
        if not text:
            return []
        try:
            # Nearly all text is in the first subset and was met before.
            return [(self._first, bytes(map(self._codes.__getitem__, text)).hex())]
        except (KeyError, ValueError):
            return self._encode_new(text)

    def _encode_new(self, text: str) -> list[tuple[str, str]]:
        runs = [
            (self._font.getSubsetInternalName(subset, self._file), codes.hex())
            for subset, codes in self._font.splitString(text, self._file)
        ]
        for character in set(text) - self._codes.keys():
            ((subset, code),) = self._font.splitString(character, self._file)
            self._codes[character] = subset * 256 + code[0]
        self._first = self._font.getSubsetInternalName(0, self._file)
        return runs


class FileCodes:
    """The codes of every face in one file."""

    def __init__(self, file: PDFDocument) -> None:
        self._file = file
        self._faces: dict[Face, FaceCodes] = {}

    def encode(self, text: str, face: Face) -> list[tuple[str, str]]:
        """The text as :meth:`FaceCodes.encode` gives it."""
        found = self._faces.get(face)
        if found is None:
            found = self._faces[face] = FaceCodes(face, self._file)
        return found.encode(text)


def to_unicode_map(subset: Sequence[int]) -> str:
    """The ToUnicode map of a subset: code to character, for the codes that are in use.

    ReportLab's own maps every code, the unused ones to U+0000, which PDF/A and PDF/UA forbid.
    """
    return code_map(
        (
            (code, chr(point))
            for code, point in enumerate(subset)
            if point and (point != _SPACE or code == _SPACE)
        ),
        digits=2,
    )
