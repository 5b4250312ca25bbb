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


def pdf_file(objects: Sequence[bytes], catalogue: int, information: int) -> bytes:
    """The whole file of the objects, of which the first has the number 1.

    The identifier is made from the content: the same objects give the same file.
    """
    parts = [_HEADER]
    offset = len(_HEADER)
    entries: dict[int, tuple[int, int, int]] = {0: (0, 0, 65535)}
    packed = [number for number, body in enumerate(objects, start=1) if not is_stream(body)]
    whole = [(number, body) for number, body in enumerate(objects, start=1) if is_stream(body)]
    for start in range(0, len(packed), _IN_ONE_STREAM):
        numbers = packed[start : start + _IN_ONE_STREAM]
        container = len(objects) + 1 + start // _IN_ONE_STREAM
        whole.append((container, _object_stream(numbers, objects)))
        entries.update((number, (2, container, index)) for index, number in enumerate(numbers))
    for number, body in whole:
        entries[number] = (1, offset, 0)
        parts += [b"%d 0 obj\n" % number, body, b"\nendobj\n"]
        offset += len(parts[-3]) + len(body) + len(parts[-1])
    return b"".join([*parts, _cross_references(entries, offset, catalogue, information, _digest(parts))])


def is_stream(body: bytes) -> bool:
    """Whether the object is a stream, which must stand in the file by itself."""
    return body.endswith(b"endstream")


def _object_stream(numbers: Sequence[int], objects: Sequence[bytes]) -> bytes:
    heads: list[str] = []
    offset = 0
    bodies = [objects[number - 1] for number in numbers]
    for number, body in zip(numbers, bodies, strict=True):
        heads.append(f"{number} {offset}")
        offset += len(body) + 1
    head = " ".join(heads).encode("ascii") + b"\n"
    return stream(head + b"\n".join(bodies), f"/Type/ObjStm/N {len(numbers)}/First {len(head)}")


def _cross_references(
    entries: dict[int, tuple[int, int, int]], offset: int, catalogue: int, information: int, digest: str
) -> bytes:
    number = len(entries)
    entries[number] = (1, offset, 0)
    rows = b"".join(struct.pack(">BIH", *entries[index]) for index in range(number + 1))
    table = stream(
        rows,
        f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {reference(catalogue)}/Info {reference(information)}"
        f"/ID[<{digest}><{digest}>]",
    )
    return b"%d 0 obj\n%s\nendobj\nstartxref\n%d\n%%%%EOF\n" % (number, table, offset)


def _digest(parts: Sequence[bytes]) -> str:
    digest = hashlib.md5(usedforsecurity=False)
    for part in parts:
        digest.update(part)
    return digest.hexdigest()
