"""Fonts whose glyphs are named one by one, for shaped text. Imports shaping, syntax; no ReportLab.

A code stands for a glyph in its place together with the characters that it stands for, so that one and the
same glyph is copied as what it means here (ISO 32000-1, 9.7 and 9.10). Only the glyphs in use are embedded.
"""

import hashlib
from collections.abc import Callable, Iterable, Iterator, Sequence

from casefile.briefs.pdf.code_maps import code_map
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.shaping import Glyph, ShapingFont, shaping_font
from casefile.briefs.pdf.syntax import name, reference, stream
from casefile.briefs.pdf.truetype import Variant, glyph_count, with_variants

_NOTHING = "\u200b"
"""What a code is copied as that stands for nothing of its own: a space of no width."""
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
        self._codes: dict[Glyph, int] = {}

    def encode(self, glyphs: Iterable[Glyph]) -> str:
        """The glyphs' codes in hexadecimal, four digits each."""
        codes = self._codes
        own = (glyph._replace(advance=self.advance(glyph)) for glyph in glyphs)
        return "".join(f"{codes.setdefault(glyph, len(codes) + 1):04X}" for glyph in own)

    def advance(self, glyph: Glyph) -> float:
        """How far the glyph moves on what is set after it: what its font says, or nothing for a mark."""
        return self._font.width(glyph.number) if glyph.advance else 0.0

    def blank(self, text: str) -> Glyph:
        """A glyph of no width that shows nothing and is copied as the text."""
        (space,) = self._font.shape(" ", "", "", from_right=False)
        return Glyph(space.number, text, 0.0)

    def objects(self, reserve: Callable[[], int]) -> Iterator[tuple[int, bytes]]:
        """The font's objects with their numbers."""
        content, numbers = _embedded(self._font, list(self._codes))
        title = f"{_tag(content)}+{self._face.rsplit('/', 1)[-1]}"
        file, descriptor, descendant, places, words = (reserve() for _ in range(5))
        yield file, stream(content, f"/Length1 {len(content)}")
        yield descriptor, _descriptor(self._font, title, file).encode("ascii")
        yield places, stream(b"".join(number.to_bytes(2, "big") for number in (0, *numbers)))
        widths = " ".join(f"{glyph.advance:.5g}" for glyph in self._codes)
        described = (
            f"<</Type/Font/Subtype/CIDFontType2/BaseFont{name(title)}/CIDSystemInfo"
            f"<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor {reference(descriptor)}"
            f"/DW 1000/W[1[{widths}]]/CIDToGIDMap {reference(places)}>>"
        )
        yield descendant, described.encode("ascii")
        meant = enumerate((glyph.text or _NOTHING for glyph in self._codes), start=1)
        yield words, stream(code_map(meant, digits=4).encode("ascii"))
        whole = (
            f"<</Type/Font/Subtype/Type0/BaseFont{name(title)}/Encoding/Identity-H"
            f"/DescendantFonts[{reference(descendant)}]/ToUnicode {reference(words)}>>"
        )
        yield self.number, whole.encode("ascii")


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


def _embedded(font: ShapingFont, glyphs: Sequence[Glyph]) -> tuple[bytes, list[int]]:
    """A font file of these glyphs alone, and the number of each in it."""
    import uharfbuzz

    wanted = uharfbuzz.SubsetInput()
    wanted.glyph_set.update(glyph.number for glyph in glyphs)
    wanted.flags = uharfbuzz.SubsetFlags.NO_LAYOUT_CLOSURE | uharfbuzz.SubsetFlags.NOTDEF_OUTLINE
    kept = {int.from_bytes(table.encode("ascii"), "big") for table in _KEPT_TABLES}
    tables = {int.from_bytes(table.encode("ascii"), "big") for table in font.face.table_tags}
    wanted.drop_table_tag_set.update(tables - kept)
    plan = uharfbuzz.SubsetPlan(font.face, wanted)
    content, known = bytes(plan.execute().blob.data), dict(plan.old_to_new_glyph_mapping)
    return _with_moved(font, content, [(known[glyph.number], glyph) for glyph in glyphs])


def _with_moved(
    font: ShapingFont, content: bytes, glyphs: Sequence[tuple[int, Glyph]]
) -> tuple[bytes, list[int]]:
    """The file with a variant for each glyph that does not stand as its font has it, and the numbers."""
    variants: dict[Variant, int] = {}
    numbers: list[int] = []
    count = glyph_count(content)
    for original, glyph in glyphs:
        number = original
        variant = Variant(original, font.units(glyph.x), font.units(glyph.y), font.units(glyph.advance))
        if variant.x or variant.y or glyph.advance != font.width(glyph.number):
            number = variants.setdefault(variant, count + len(variants))
        numbers.append(number)
    return (with_variants(content, list(variants)) if variants else content), numbers


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
