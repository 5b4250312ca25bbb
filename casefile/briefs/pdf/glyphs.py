"""From text to the codes of a subset font, and back for reader programs. Knows ReportLab's fonts.

ReportLab hands out codes in the order of first use, 256 to a subset.
"""

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFDocument

from casefile.briefs.pdf.fonts import Face, load_face

_MAPPINGS_IN_BLOCK = 100
"""The most that a block of a character map may hold (Adobe technical note 5411)."""
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
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be').hex().upper()}>"
        for code, point in enumerate(subset)
        if point and (point != _SPACE or code == _SPACE)
    ]
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (
            pairs[start : start + _MAPPINGS_IN_BLOCK] for start in range(0, len(pairs), _MAPPINGS_IN_BLOCK)
        )
    ]
    return "\n".join((_MAP_START, *blocks, _MAP_END))


_MAP_START = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<00> <FF>
endcodespacerange"""
_MAP_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
