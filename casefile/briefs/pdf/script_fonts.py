"""Fonts whose glyphs are named one by one, for shaped text. Imports shaping, syntax; no ReportLab.

A code stands for a glyph together with the characters that it stands for, so that one and the same glyph is
copied as what it means in each place (ISO 32000-1, 9.7 and 9.10). Only the glyphs in use are embedded.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator

from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.shaping import Glyph, ShapingFont, shaping_font
from casefile.briefs.pdf.syntax import name, reference, stream

_MAPPINGS_IN_BLOCK = 100
"""The most that a block of a character map may hold (Adobe technical note 5411)."""
_LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
_SYMBOLIC = 4
_KEPT_TABLES = ("glyf", "head", "hhea", "hmtx", "loca", "maxp", "cvt ", "fpgm", "prep")


class ShapedFont:
    """The codes of one face in one file, and its objects."""

    def __init__(self, face: Face, resource_name: str, number: int) -> None:
        self.resource_name = resource_name
        self.number = number
        """Of the font's object."""
        self._font = shaping_font(face)
        self._face = face
        self._codes: dict[tuple[int, str], int] = {}

    def code(self, glyph: Glyph) -> str:
        """The glyph's code in hexadecimal, four digits."""
        key = (glyph.number, glyph.text)
        return f"{self._codes.setdefault(key, len(self._codes) + 1):04X}"

    def width(self, glyph: Glyph) -> int:
        """The width that the file tells of the glyph, in thousandths."""
        return round(self._font.width(glyph.number))

    def objects(self, reserve: Callable[[], int]) -> Iterator[tuple[int, bytes]]:
        """The font's objects with their numbers."""
        content, new_numbers = _embedded(self._font, [glyph for glyph, _ in self._codes])
        title = f"{_tag(content)}+{self._face.rsplit('/', 1)[-1]}"
        file, descriptor, descendant, places, words = (reserve() for _ in range(5))
        yield file, stream(content, f"/Length1 {len(content)}")
        yield descriptor, _descriptor(self._font, title, file).encode("ascii")
        glyphs = [0, *(new_numbers[glyph] for glyph, _ in self._codes)]
        yield places, stream(b"".join(glyph.to_bytes(2, "big") for glyph in glyphs))
        widths = " ".join(str(round(self._font.width(glyph))) for glyph, _ in self._codes)
        yield (
            descendant,
            (
                f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name(title)}/CIDSystemInfo"
                f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {reference(descriptor)}"
                f"/DW 1000/W[1[{widths}]]/CIDToGIDMap {reference(places)}>>"
            ).encode("ascii"),
        )
        yield words, stream(_to_unicode(text for _, text in self._codes).encode("ascii"))
        yield (
            self.number,
            (
                f"<</Type/Font/Subtype/Type0/BaseFont{name(title)}/Encoding/Identity-H"
                f"/DescendantFonts[{reference(descendant)}]/ToUnicode {reference(words)}>>"
            ).encode("ascii"),
        )


class ShapedFonts:
    """The shaped fonts of one file."""

    def __init__(self, reserve: Callable[[], int]) -> None:
        self._reserve = reserve
        self._fonts: dict[Face, ShapedFont] = {}

    def of(self, face: Face) -> ShapedFont:
        """The face's font in the file."""
        found = self._fonts.get(face)
        if found is None:
            found = self._fonts[face] = ShapedFont(face, f"/S{len(self._fonts)}", self._reserve())
        return found

    def all(self) -> list[ShapedFont]:
        """All that were asked for."""
        return list(self._fonts.values())


def _embedded(font: ShapingFont, glyphs: Iterable[int]) -> tuple[bytes, dict[int, int]]:
    """A font file of these glyphs alone, and their numbers in it."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyphs)
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    kept = {int.from_bytes(table.encode("ascii"), "big") for table in _KEPT_TABLES}
    tables = {int.from_bytes(table.encode("ascii"), "big") for table in font.face.table_tags}
    wanted.drop_table_tag_set.update(tables - kept)
    plan = uharfbuzz.SubsetPlan(font.face, wanted)
    return bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)


def _tag(content: bytes) -> str:
    """The six letters that tell one subset of a font from another."""
    digest = hashlib.sha256(content).digest()
    return "".join(_LETTERS[byte % 26] for byte in digest[:6])


def _descriptor(font: ShapingFont, title: str, file: int) -> str:
    box = " ".join(str(edge) for edge in font.bounding_box)
    ascent, descent = font.extents
    return (
        f"<</Type/FontDescriptor/FontName{name(title)}/Flags {_SYMBOLIC}/FontBBox[{box}]/ItalicAngle 0"
        f"/Ascent {ascent}/Descent {descent}/CapHeight {ascent}/StemV 80/FontFile2 {reference(file)}>>"
    )


def _to_unicode(texts: Iterable[str]) -> str:
    """What each code stands for, from 1 on; what stands for nothing of its own is a joiner of no width."""
    pairs = [
        f"<{code:04X}> <{(text or _NOTHING).encode('utf-16-be').hex().upper()}>"
        for code, text in enumerate(texts, start=1)
    ]
    blocks = [
        "\n".join((f"{len(block)} beginbfchar", *block, "endbfchar"))
        for block in (
            pairs[start : start + _MAPPINGS_IN_BLOCK] for start in range(0, len(pairs), _MAPPINGS_IN_BLOCK)
        )
    ]
    return "\n".join((_MAP_START, *blocks, _MAP_END))


_NOTHING = "\u200b"
_MAP_START = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange"""
_MAP_END = """endcmap
CMapName currentdict /CMap defineresource pop
end
end"""
