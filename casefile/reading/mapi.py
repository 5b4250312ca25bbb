"""The properties of an Outlook message's objects ([MS-OXMSG], [MS-OXPROPS]). Imports reading only.

A property of variable length is a stream of its own, one of fixed length stands in the object's table.
"""

import struct
from datetime import UTC, datetime, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from casefile.reading.mail_headers import decoded

if TYPE_CHECKING:
    from olefile import OleFileIO

_TABLE = "__properties_version1.0"
_ENTRY = struct.Struct("<HHIq")
"""Type, number, flags, value."""
_UNICODE, _STRING8, _BINARY, _OBJECT = 0x001F, 0x001E, 0x0102, 0x000D
_CODE_PAGES = (0x3FFD, 0x3FDE)
"""PidTagMessageCodepage, PidTagInternetCodepage."""
_ISO_8859 = range(28591, 28606)
_OTHER_PAGES = {65001: "utf-8", 20127: "ascii", 20866: "koi8-r", 21866: "koi8-u", 50220: "iso2022_jp",
                51932: "euc_jp", 51949: "euc_kr", 54936: "gb18030", 1200: "utf-16-le"}  # fmt: skip
_EPOCH = datetime(1601, 1, 1, tzinfo=UTC)


class Properties:
    """What one object of the message says: the message itself, an attachment, a message inside of one."""

    def __init__(self, compound: "OleFileIO", place: tuple[str, ...], header_length: int) -> None:
        self._compound = compound
        self.place = place
        """The storages that lead to the object; empty for the message itself."""
        self._header_length = header_length

    def text(self, number: int) -> str:
        """A text; "" where the object has none of that number."""
        wide = self._stream(number, _UNICODE)
        if wide:
            return wide.decode("utf-16-le", "replace").rstrip("\0")
        return decoded(self._stream(number, _STRING8), self.charset).rstrip("\0")

    def binary(self, number: int) -> bytes:
        """Bytes; empty where the object has none of that number."""
        return self._stream(number, _BINARY)

    def object_place(self, number: int) -> tuple[str, ...]:
        """Where the property lies if it is a storage of its own, as a message in an attachment is."""
        return (*self.place, _stream_name(number, _OBJECT))

    def number(self, number: int) -> int:
        """A whole number or a truth value; 0 where there is none."""
        return self._fixed.get(number, 0) & 0xFFFFFFFF

    def time(self, number: int) -> datetime | None:
        """A moment in UTC."""
        ticks = self._fixed.get(number, 0)
        try:
            return _EPOCH + timedelta(microseconds=ticks // 10) if ticks > 0 else None
        except OverflowError:
            return None

    @cached_property
    def charset(self) -> str:
        """The charset of texts that are not in Unicode and of the page, "" where none is stated."""
        pages = [self.number(page) for page in _CODE_PAGES]
        return next((charset_of(page) for page in pages if page), "")

    @cached_property
    def page_charset(self) -> str:
        """The charset of the page in bytes."""
        page = self.number(_CODE_PAGES[1])
        return charset_of(page) if page else self.charset

    @cached_property
    def _fixed(self) -> dict[int, int]:
        table = self._read([*self.place, _TABLE])[self._header_length :]
        whole = len(table) - len(table) % _ENTRY.size
        return {number: value for _, number, _, value in _ENTRY.iter_unpack(table[:whole])}

    def _stream(self, number: int, kind: int) -> bytes:
        return self._read([*self.place, _stream_name(number, kind)])

    def _read(self, path: list[str]) -> bytes:
        if not self._compound.exists(path):
            return b""
        with self._compound.openstream(path) as stream:
            content: bytes = stream.read()
        return content


def _stream_name(number: int, kind: int) -> str:
    return f"__substg1.0_{number:04X}{kind:04X}"


def charset_of(page: int) -> str:
    """Python's name of a Windows code page."""
    if page in _ISO_8859:
        return f"iso8859-{page - _ISO_8859.start + 1}"
    return _OTHER_PAGES.get(page, f"cp{page}")
