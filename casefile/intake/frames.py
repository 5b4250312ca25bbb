"""How the program and its workers talk: frames of one JSON object and some raw bytes over a pipe.

Never pickle: a worker works on hostile files, and whoever takes one over could make the program run anything
by what it sends back. JSON can only be data; typed objects are built of it by :mod:`casefile.intake.wire`.

A frame is eight bytes with the length of the JSON (big-endian), the JSON in UTF-8, and the bytes whose
lengths stand in it under ``blobs``, in that order.
"""

import json
import struct
from collections.abc import Sequence
from typing import Any, BinaryIO

Head = dict[str, Any]
_LENGTH = struct.Struct(">Q")
HEAD_BYTES = 4 * 1024 * 1024
"""More JSON than this is nonsense: what grows with a file travels as bytes."""
_AT_ONCE = 1024 * 1024


class NonsenseError(Exception):
    """What came over the pipe is no frame, or says what it must not."""


def write_frame(stream: BinaryIO, head: Head, blobs: Sequence[bytes] = ()) -> None:
    """Sends a frame; ``OSError`` where the other end is gone."""
    packed = json.dumps(head | {"blobs": [len(blob) for blob in blobs]}).encode()
    stream.write(_LENGTH.pack(len(packed)))
    stream.write(packed)
    for blob in blobs:
        stream.write(blob)
    stream.flush()


def read_frame(stream: BinaryIO, most_bytes: int) -> tuple[Head, list[bytes]]:
    """Waits for a frame with at most that many raw bytes.

    ``EOFError`` where the other end is gone, :class:`NonsenseError` where it is no frame, or too large.
    """
    (length,) = _LENGTH.unpack(_exactly(stream, _LENGTH.size))
    if length > HEAD_BYTES:
        raise NonsenseError(f"a head of {length} bytes")
    try:
        head = json.loads(_exactly(stream, length))
    except (ValueError, RecursionError) as error:
        raise NonsenseError("a head that is no JSON") from error
    sizes = head.get("blobs") if isinstance(head, dict) else None
    if not isinstance(sizes, list) or not all(type(size) is int and size >= 0 for size in sizes):
        raise NonsenseError("a head without lengths")
    if sum(sizes) > most_bytes:
        raise NonsenseError(f"{sum(sizes)} bytes where at most {most_bytes} may come")
    return head, [_exactly(stream, size) for size in sizes]


def _exactly(stream: BinaryIO, size: int) -> bytes:
    """So many bytes, read piece by piece: a length that lies takes no memory."""
    pieces: list[bytes] = []
    while size:
        piece = stream.read(min(size, _AT_ONCE))
        if not piece:
            raise EOFError
        pieces.append(piece)
        size -= len(piece)
    return b"".join(pieces)
