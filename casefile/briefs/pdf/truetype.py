"""TrueType files: their tables, and glyphs added that are others, moved. Pure; imports nothing of ours.

A vowel sign stands elsewhere over each letter. A page that moved back and forth for it would be read with
spaces within words; so each sign in each place becomes a glyph of its own in the embedded font: one that
consists of another at an offset (OpenType 1.9, glyf, composite glyphs).
"""

import struct
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_HEAD_CHECKSUM = 8
"""Offset of the file's checksum adjustment in the table head."""
_MAGIC_SUM = 0xB1B0AFBA
_COMPOSITE = -1
_WORDS_ARE_XY = 0x0003
_DEPTH = 4
"""Of what consists of glyphs that consist of glyphs; more than the shipped fonts have."""


@dataclass(frozen=True)
class Variant:
    """A glyph moved, with an advance of its own; lengths in the font's units."""

    glyph: int
    x: int
    y: int
    advance: int


def with_variants(content: bytes, variants: Sequence[Variant]) -> bytes:
    """The font with the variants as further glyphs, numbered from its count of glyphs on."""
    tables = _tables(content)
    count = glyph_count(content)
    places = _glyph_places(tables, count)
    outlines, metrics = bytearray(tables["glyf"]), bytearray(_metrics(tables, count))
    for variant in variants:
        original = tables["glyf"][places[variant.glyph] : places[variant.glyph + 1]]
        outline = _moved(variant, original)
        outlines += outline + bytes(-len(outline) % 4)
        places.append(len(outlines))
        left = struct.unpack_from(">h", outline, 2)[0] if outline else 0
        metrics += struct.pack(">Hh", variant.advance, left)
    total = count + len(variants)
    tables["glyf"] = bytes(outlines)
    tables["loca"] = struct.pack(f">{len(places)}I", *places)
    tables["hmtx"] = bytes(metrics)
    tables["hhea"] = tables["hhea"][:34] + struct.pack(">H", total)
    tables["maxp"] = _larger_limits(tables["maxp"], total)
    tables["head"] = tables["head"][:50] + struct.pack(">h", 1) + tables["head"][52:]
    return _file(tables)


def glyph_count(content: bytes) -> int:
    """How many glyphs the font has."""
    return int(struct.unpack_from(">H", _tables(content)["maxp"], 4)[0])


@dataclass(frozen=True)
class Glyphs:
    """A font's glyphs, by their numbers."""

    of_character: dict[int, int]
    """The glyph of each code point that the font has."""
    metrics: list[tuple[int, int]]
    """Advance and left side bearing (without its sign, as ReportLab keeps it), in the font's units."""
    places: list[int]
    """Where each begins in the outlines, and where the last one ends."""


def glyphs_of(content: bytes) -> Glyphs:
    """The glyphs of a font with a Unicode map of format 4 or 12; ``ValueError`` for another."""
    tables = _tables(content)
    count = glyph_count(content)
    metrics = struct.unpack(f">{2 * count}H", _metrics(tables, count)[: 4 * count])
    paired = list(zip(metrics[::2], metrics[1::2], strict=True))
    return Glyphs(_glyphs_of_characters(tables["cmap"]), paired, _glyph_places(tables, count))


def _glyphs_of_characters(table: bytes) -> dict[int, int]:
    """By the last map for Unicode: the largest, where a font has several (OpenType 1.9, cmap)."""
    (count,) = struct.unpack_from(">H", table, 2)
    records = [struct.unpack_from(">HHI", table, 4 + 8 * number) for number in range(count)]
    places = [place for platform, _, place in records if platform in (0, 3)]
    (kind,) = struct.unpack_from(">H", table, places[-1]) if places else (None,)
    if kind == 12:
        return dict(_of_long_groups(table[places[-1] :]))
    if kind == 4:
        return dict(_of_segments(table[places[-1] :]))
    raise ValueError(f"a character map of format {kind}")


def _of_long_groups(table: bytes) -> Iterator[tuple[int, int]]:
    (count,) = struct.unpack_from(">I", table, 12)
    for first, last, glyph in struct.iter_unpack(">3I", table[16 : 16 + 12 * count]):
        yield from zip(range(first, last + 1), range(glyph, glyph + last + 1 - first), strict=True)


def _of_segments(table: bytes) -> Iterator[tuple[int, int]]:
    length, _, doubled = struct.unpack_from(">3H", table, 2)
    count = doubled // 2
    words = struct.unpack_from(f">{(length - 14) // 2}H", table, 14)
    last, rest = words[:count], words[count + 1 :]
    first, moved, ranges = rest[:count], rest[count : 2 * count], rest[2 * count :]
    for segment in range(count):
        codes = range(first[segment], last[segment] + 1)
        if not ranges[segment]:
            yield from ((code, (code + moved[segment]) & 0xFFFF) for code in codes)
            continue
        start = segment + ranges[segment] // 2 - first[segment]
        for code in codes:
            glyph = ranges[start + code] if start + code < len(ranges) else 0
            yield code, (glyph + moved[segment]) & 0xFFFF if glyph else 0


def _tables(content: bytes) -> dict[str, bytes]:
    (count,) = struct.unpack_from(">H", content, 4)
    found: dict[str, bytes] = {}
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", content, 12 + 16 * number)
        found[tag.decode("ascii")] = content[offset : offset + length]
    return found


def _glyph_places(tables: dict[str, bytes], count: int) -> list[int]:
    """Where each glyph begins in the outlines, and where the last one ends."""
    (is_long,) = struct.unpack_from(">h", tables["head"], 50)
    if is_long:
        return list(struct.unpack_from(f">{count + 1}I", tables["loca"]))
    return [2 * place for place in struct.unpack_from(f">{count + 1}H", tables["loca"])]


def _metrics(tables: dict[str, bytes], count: int) -> bytes:
    """Advance and left side bearing of every glyph; the file leaves repeated advances at the end out."""
    (told,) = struct.unpack_from(">H", tables["hhea"], 34)
    table = tables["hmtx"]
    last = table[4 * told - 4 : 4 * told - 2]
    rest = (table[4 * told + 2 * number : 4 * told + 2 * number + 2] for number in range(count - told))
    return table[: 4 * told] + b"".join(last + bearing for bearing in rest)


def _moved(variant: Variant, original: bytes) -> bytes:
    if not original:
        return b""
    x, y = variant.x, variant.y
    left, bottom, right, top = struct.unpack_from(">4h", original, 2)
    box = struct.pack(">5h", _COMPOSITE, left + x, bottom + y, right + x, top + y)
    return box + struct.pack(">HHhh", _WORDS_ARE_XY, variant.glyph, x, y)


def _larger_limits(table: bytes, total: int) -> bytes:
    """What a reader must have room for: composites of any of the glyphs."""
    points, contours, composite_points, composite_contours = struct.unpack_from(">4H", table, 6)
    most = struct.pack(
        ">4H", points, contours, max(points, composite_points), max(contours, composite_contours)
    )
    elements, _ = struct.unpack_from(">2H", table, 28)
    return (
        table[:4]
        + struct.pack(">H", total)
        + most
        + table[14:28]
        + struct.pack(">2H", max(elements, 1), _DEPTH)
    )


def _file(tables: dict[str, bytes]) -> bytes:
    """The tables as a file (OpenType 1.9, organisation of a font)."""
    count = len(tables)
    power = count.bit_length() - 1
    search = 16 << power
    header = struct.pack(">IHHHH", 0x00010000, count, search, power, 16 * count - search)
    tables["head"] = tables["head"][:_HEAD_CHECKSUM] + bytes(4) + tables["head"][_HEAD_CHECKSUM + 4 :]
    directory, body = b"", b""
    start = len(header) + 16 * count
    for tag, table in sorted(tables.items()):
        if tag == "head":
            head_at = start + len(body)
        directory += struct.pack(">4sIII", tag.encode("ascii"), _sum(table), start + len(body), len(table))
        body += table + bytes(-len(table) % 4)
    content = bytearray(header + directory + body)
    struct.pack_into(">I", content, head_at + _HEAD_CHECKSUM, (_MAGIC_SUM - _sum(content)) & 0xFFFFFFFF)
    return bytes(content)


def _sum(table: bytes | bytearray) -> int:
    padded = bytes(table) + bytes(-len(table) % 4)
    total: int = sum(struct.unpack(f">{len(padded) // 4}I", padded))
    return total & 0xFFFFFFFF
