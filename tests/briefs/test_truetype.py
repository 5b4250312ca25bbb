"""Fonts with glyphs moved, as HarfBuzz reads them."""

import pytest
import uharfbuzz

from casefile.briefs.pdf.truetype import Variant, glyph_count, with_variants
from casefile.paths import resource

FILES = ["noto-sans-hebrew/NotoSansHebrew-Regular", "noto-naskh-arabic/NotoNaskhArabic-Bold"]


def opened(content: bytes) -> uharfbuzz.Font:
    return uharfbuzz.Font(uharfbuzz.Face(uharfbuzz.Blob(content)))


@pytest.mark.parametrize("file", FILES)
def test_a_variant_is_the_glyph_moved_with_its_own_advance(file: str) -> None:
    content = resource(f"fonts/{file}.ttf").read_bytes()
    font = opened(content)
    glyphs = [font.get_nominal_glyph(point) for point in (0x20, 0x2E)]
    variants = [Variant(glyph, 40, -25, 700) for glyph in glyphs]
    changed = opened(with_variants(content, variants))
    count = glyph_count(content)
    assert changed.face.glyph_count == count + 2
    for number, glyph in enumerate(glyphs, start=count):
        assert changed.get_glyph_h_advance(number) == 700
        old, new = font.get_glyph_extents(glyph), changed.get_glyph_extents(number)
        if not old.width:
            assert not new.width
            continue
        assert (new.x_bearing, new.y_bearing) == (old.x_bearing + 40, old.y_bearing - 25)
        assert (new.width, new.height) == (old.width, old.height)


@pytest.mark.parametrize("file", FILES)
def test_other_glyphs_stay_as_they_were(file: str) -> None:
    content = resource(f"fonts/{file}.ttf").read_bytes()
    font, changed = opened(content), opened(with_variants(content, [Variant(5, 1, 1, 10)]))
    for glyph in range(glyph_count(content)):
        assert font.get_glyph_h_advance(glyph) == changed.get_glyph_h_advance(glyph)
        assert font.get_glyph_extents(glyph) == changed.get_glyph_extents(glyph)
