"""A ZIP archive whose only member is the archive itself, after Russ Cox, "Zip Files All The Way Down" (2010).

The packed stream uses two commands: L(n) writes the n bytes that follow it, R(n) writes the last n bytes of
the output again. Both take five bytes, so that a row of them can print itself.
"""

import struct
import zlib

NAME = b"archive-that-holds-itself0.zip"
"""30 characters: the command that repeats the header then takes exactly five bytes."""
_LOCAL, _CENTRAL, _END = struct.Struct("<4s5H3I2H"), struct.Struct("<4s6H3I5H2I"), struct.Struct("<4s4H2IH")


def zip_quine() -> bytes:
    """The archive."""
    constant = zlib.crc32(_archive(0))
    columns = [zlib.crc32(_archive(1 << bit)) ^ constant ^ 1 << bit for bit in range(32)]
    return _archive(_solved(columns, constant))


def _solved(columns: list[int], target: int) -> int:
    """The checksum that the archive has when it says that it has it: checksums are linear in every bit."""
    basis: dict[int, tuple[int, int]] = {}
    for bit, column in enumerate(columns):
        value, choice = _reduced(column, 1 << bit, basis)
        if value:
            basis[value.bit_length()] = (value, choice)
    rest, choice = _reduced(target, 0, basis)
    assert rest == 0, "no such checksum"
    return choice


def _reduced(value: int, choice: int, basis: dict[int, tuple[int, int]]) -> tuple[int, int]:
    while value and value.bit_length() in basis:
        pivot, chosen = basis[value.bit_length()]
        value, choice = value ^ pivot, choice ^ chosen
    return value, choice


def _archive(checksum: int) -> bytes:
    length = 0
    while True:  # the second round knows how long the archive of the first one was
        made = _written(checksum, length)
        if len(made) == length:
            return made
        length = len(made)


def _written(checksum: int, length: int) -> bytes:
    suffix_length = _CENTRAL.size + len(NAME) + _END.size
    prefix_length = _LOCAL.size + len(NAME)
    packed = max(0, length - prefix_length - suffix_length)
    sizes = (checksum, packed, length)
    prefix = _LOCAL.pack(b"PK\x03\x04", 20, 0, 8, 0, 33, *sizes, len(NAME), 0) + NAME
    central = _CENTRAL.pack(b"PK\x01\x02", 20, 20, 0, 8, 0, 33, *sizes, len(NAME), 0, 0, 0, 0, 0, 0) + NAME
    place = len(prefix) + packed
    suffix = central + _END.pack(b"PK\x05\x06", 0, 0, 1, 1, len(central), place, 0)
    last = _last_repeat(suffix_length)
    head, five, twenty, nothing = _literal(prefix_length + 5), _literal(5), _literal(20), _literal(0)
    tail, again, repeat = (
        _literal(len(last) + suffix_length),
        _repeated_header(prefix_length + 5),
        _repeat_20(),
    )
    return b"".join(
        [
            prefix, head, prefix, head, again, five, again, five, five, twenty, again, five, five, twenty,
            repeat, twenty, repeat, twenty, repeat, twenty, repeat, twenty, repeat, nothing, nothing, tail,
            repeat, nothing, nothing, tail, last, suffix, last, suffix,
        ]
    )  # fmt: skip


def _literal(length: int) -> bytes:
    """A stored block's header (RFC 1951, 3.2.4)."""
    return struct.pack("<BHH", 0, length, length ^ 0xFFFF)


def _bits(*fields: tuple[int, int, bool]) -> bytes:
    """The fields (value, width, whether it is a Huffman code) in the order of RFC 1951, 3.1.1."""
    stream = "".join(
        f"{value:0{width}b}" if is_code else f"{value:0{width}b}"[::-1]
        for value, width, is_code in fields
        if width
    )
    stream += "0" * (-len(stream) % 8)
    return bytes(int(stream[place : place + 8][::-1], 2) for place in range(0, len(stream), 8))


_END_OF_BLOCK = (0, 7, True)


def _repeat_20() -> bytes:
    """Two matches of 10 bytes, 20 back: 40 bits."""
    ten = ((264 - 256, 7, True), (8, 5, True), (20 - 17, 3, False))
    return _bits((0, 1, False), (1, 2, False), *ten, *ten, _END_OF_BLOCK)


def _repeated_header(length: int) -> bytes:
    """One match of 65 bytes, 65 back, and an empty block behind: 40 bits."""
    assert length == 65
    match = ((276 - 256, 7, True), (65 - 59, 3, False), (12, 5, True), (65 - 65, 5, False))
    return _bits(
        (0, 1, False), (1, 2, False), *match, _END_OF_BLOCK, (0, 1, False), (1, 2, False), _END_OF_BLOCK
    )


def _last_repeat(suffix_length: int) -> bytes:
    """The last block, four bytes: one match of itself and what stands behind it."""
    length = suffix_length + 4
    assert 99 <= length <= 114
    match = ((279 - 256, 7, True), (length - 99, 4, False), (13, 5, True), (length - 97, 5, False))
    return _bits((1, 1, False), (1, 2, False), *match, _END_OF_BLOCK)
