"""From characters to the glyphs that show them, with HarfBuzz. Imports fonts.

HarfBuzz is loaded only where a text needs it: joined or stacked letters, other directions, large alphabets.
"""

import struct
from collections.abc import Sequence
from functools import cache
from typing import Any, NamedTuple

from casefile.briefs.pdf.fonts import Face
from casefile.paths import resource

REPLACEMENT = "\ufffd"
_FEATURES = {"liga": False, "dlig": False}
"""Letters that may, but need not be drawn as one are drawn each, and copied each."""


class Glyph(NamedTuple):
    """A glyph at its place in a run; lengths in thousandths of the type size."""

    number: int
    """In the face's file."""
    text: str
    """The characters that it stands for; "" where another glyph stands for them too."""
    advance: float
    x: float = 0.0
    """From where it would stand, to the right; y upwards."""
    y: float = 0.0


class ShapingFont:
    """A face as HarfBuzz reads it."""

    def __init__(self, content: bytes) -> None:
        import uharfbuzz

        self._library = uharfbuzz
        self.face: Any = uharfbuzz.Face(uharfbuzz.Blob(content))
        self._font = uharfbuzz.Font(self.face)
        self.characters = frozenset(map(chr, self.face.unicodes))
        """What the face has a glyph for."""
        self._scale: float = 1000 / self.face.upem
        self._names: dict[int, str] = {}

    @property
    def bounding_box(self) -> tuple[int, ...]:
        """Left, bottom, right, top of all glyphs together, in thousandths."""
        head = bytes(self.face.reference_table("head").data)
        return tuple(round(edge * self._scale) for edge in struct.unpack(">4h", head[36:44]))

    @property
    def extents(self) -> tuple[int, int]:
        """How far letters reach above and below (negative) the baseline, in thousandths."""
        found = self._font.get_font_extents("ltr")
        return round(found.ascender * self._scale), round(found.descender * self._scale)

    def units(self, length: float) -> int:
        """A length in thousandths of the type size in units of the font."""
        return round(length / self._scale)

    def width(self, number: int) -> float:
        """The advance of a glyph by itself, which is what a PDF's table of widths says."""
        return self._scale * int(self._font.get_glyph_h_advance(number))

    def shape(self, text: str, before: str, after: str, *, from_right: bool) -> tuple[Glyph, ...]:
        """The glyphs of a stretch from left to right, joined to what stands before and after it."""
        buffer = self._library.Buffer()
        buffer.cluster_level = self._library.BufferClusterLevel.MONOTONE_CHARACTERS
        buffer.add_codepoints([*map(ord, before + text + after)], len(before), len(text))
        buffer.guess_segment_properties()
        if not from_right and buffer.direction == "rtl":
            # A mark of such a script alone, on a sign that runs from left to right: it would come before it.
            buffer.script = "Zyyy"
        buffer.direction = "rtl" if from_right else "ltr"
        self._library.shape(self._font, buffer, _FEATURES)
        clusters = [info.cluster - len(before) for info in buffer.glyph_infos]
        numbers = [info.codepoint for info in buffer.glyph_infos]
        words = self._words(text, clusters, numbers)
        scale = self._scale
        return tuple(
            Glyph(number, word, place.x_advance * scale, place.x_offset * scale, place.y_offset * scale)
            for number, word, place in zip(numbers, words, buffer.glyph_positions, strict=True)
        )

    def _words(self, text: str, clusters: Sequence[int], numbers: Sequence[int]) -> list[str]:
        """The characters that each glyph stands for: those of its cluster, parted where they can be."""
        starts = sorted(set(clusters))
        ends = dict(zip(starts, [*starts[1:], len(text)], strict=True))
        members: dict[int, list[int]] = {}
        for place, cluster in enumerate(clusters):
            members.setdefault(cluster, []).append(place)
        words = [""] * len(clusters)
        for cluster, places in members.items():
            if clusters[0] > clusters[-1]:
                places.reverse()
            characters = text[cluster : ends[cluster]]
            for place, word in zip(
                places, self._parted(characters, [numbers[p] for p in places]), strict=True
            ):
                words[place] = word
        return words

    def _parted(self, characters: str, numbers: Sequence[int]) -> list[str]:
        """One glyph stands for all; of several each for its own character where the face says which."""
        if len(numbers) == 1:
            return [characters]
        if len(numbers) == len(characters):
            own = [self._own_character(number) for number in numbers]
            return own if sorted(own) == sorted(characters) else list(characters)
        return [characters, *[""] * (len(numbers) - 1)]

    def _own_character(self, number: int) -> str:
        if not self._names:
            self._names = {
                self._font.get_nominal_glyph(ord(character)): character for character in self.characters
            }
        return self._names.get(number, "")


@cache
def shaping_font(face: Face) -> ShapingFont:
    """The face for shaping.

    Raises :class:`casefile.paths.ResourceMissingError`.
    """
    return ShapingFont(resource(f"fonts/{face}.ttf").read_bytes())
