"""PDF notation: strings, names, references, and the file around the objects. Pure; imports nothing of ours.

Objects that are no streams go into object streams, which makes a tagged file a third as large (ISO 32000-1,
7.5.7); the table that finds them is a cross-reference stream (7.5.8).
"""

import hashlib
import re
import struct
import zlib
from collections.abc import Sequence
from datetime import datetime

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
STREAM_END = b"\r\nendstream"
"""Both characters: a reader that takes one end of line off then never takes a last byte of the content."""
_IN_ONE_STREAM = 200
"""Objects; readers unpack a whole stream to see one of them."""
_ROW = struct.Struct(">BIH")
_IN_THE_FILE, _IN_A_STREAM = 1, 2
_ESCAPES = str.maketrans({"\\": r"\\", "(": r"\(", ")": r"\)"})
_IRREGULAR = re.compile(rb"[^!-~]|[#/()<>\[\]{}%]")


def text_string(text: str) -> str:
    """The text as a text string (7.9.2.2): literal where it is plain ASCII, else UTF-16."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<FEFF{text.encode('utf-16-be', 'replace').hex().upper()}>"


def name(text: str) -> str:
    """The text as a name: ``/application#2Fjson``."""
    escaped = _IRREGULAR.sub(lambda found: b"#%02X" % found[0][0], text.encode())
    return f"/{escaped.decode('ascii')}"


def reference(number: int) -> str:
    """A reference to the object of this number."""
    return f"{number} 0 R"


def date(when: datetime) -> str:
    """A moment of UTC as a date string."""
    return f"(D:{when:%Y%m%d%H%M%S}Z)"


def stream(content: bytes, entries: str = "") -> bytes:
    """A compressed stream object with further entries of its dictionary."""
    packed = zlib.compress(content)
    head = f"<<{entries}/Filter/FlateDecode/Length {len(packed)}>>\nstream\n"
    return b"".join((head.encode("ascii"), packed, STREAM_END))


class PdfFile:
    """A file being made of objects as they come, in any order; they are packed at once."""

    def __init__(self) -> None:
        self._parts = [_HEADER]
        self._offset = len(_HEADER)
        self._rows = bytearray()
        """The cross-reference table's row of each object, by its number."""
        self._waiting: list[tuple[int, bytes]] = []
        self._packs: list[tuple[list[int], bytes]] = []
        """Object streams with the numbers of what is in them: they are numbered last."""

    def __contains__(self, number: int) -> bool:
        return any(self._rows[number * _ROW.size : (number + 1) * _ROW.size])

    def add(self, number: int, body: bytes) -> None:
        """One more object, once for each number."""
        if is_stream(body):
            self._write(number, body)
            return
        self._set_row(number, _IN_A_STREAM, 0, 0)
        self._waiting.append((number, body))
        if len(self._waiting) == _IN_ONE_STREAM:
            self._pack()

    def finish(self, catalogue: int, information: int) -> bytes:
        """The whole file.

        The identifier is made from the content: the same objects give the same file. Raises ``ValueError``
        where a number below the highest has no object.
        """
        self._pack()
        lost = [number for number in range(1, self._count) if number not in self]
        if lost:
            raise ValueError(f"objects are missing: {lost[:9]}")
        for numbers, body in self._packs:
            container = self._count
            for index, number in enumerate(numbers):
                self._set_row(number, _IN_A_STREAM, container, index)
            self._write(container, body)
        self._packs = []
        self._set_row(0, 0, 0, 65535)
        self._parts.append(self._cross_references(catalogue, information, _digest(self._parts)))
        return b"".join(self._parts)

    @property
    def _count(self) -> int:
        return max(1, len(self._rows) // _ROW.size)

    def _set_row(self, number: int, kind: int, where: int, index: int) -> None:
        missing = (number + 1) * _ROW.size - len(self._rows)
        if missing > 0:
            self._rows += bytes(missing)
        _ROW.pack_into(self._rows, number * _ROW.size, kind, where, index)

    def _pack(self) -> None:
        if self._waiting:
            self._packs.append(([number for number, _ in self._waiting], _object_stream(self._waiting)))
            self._waiting = []

    def _write(self, number: int, body: bytes) -> None:
        self._set_row(number, _IN_THE_FILE, self._offset, 0)
        part = b"%d 0 obj\n%b\nendobj\n" % (number, body)
        self._parts.append(part)
        self._offset += len(part)

    def _cross_references(self, catalogue: int, information: int, digest: str) -> bytes:
        number = self._count
        self._set_row(number, _IN_THE_FILE, self._offset, 0)
        table = stream(
            bytes(self._rows),
            f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {reference(catalogue)}/Info {reference(information)}"
            f"/ID[<{digest}><{digest}>]",
        )
        return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, table, self._offset)


def is_stream(body: bytes) -> bool:
    """Whether the object is a stream, which must stand in the file by itself."""
    return body.endswith(b"endstream")


def _object_stream(objects: Sequence[tuple[int, bytes]]) -> bytes:
    heads: list[str] = []
    offset = 0
    for number, body in objects:
        heads.append(f"{number} {offset}")
        offset += len(body) + 1
    head = " ".join(heads).encode("ascii") + b"\n"
    bodies = b"\n".join([body for _, body in objects])
    return stream(head + bodies, f"/Type/ObjStm/N {len(objects)}/First {len(head)}")


def _digest(parts: Sequence[bytes]) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
