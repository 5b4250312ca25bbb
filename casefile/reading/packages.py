"""Documents that are ZIP files of XML (DOCX, ODT): members within limits, XML without entities.

Nothing is unpacked to disk, so names of members are only looked up. Imports reading's errors.
"""

import io
import zipfile
import zlib
from typing import TYPE_CHECKING

from casefile.reading.errors import MEGABYTE, DamagedFileError, EncryptedFileError, TooLargeError

if TYPE_CHECKING:
    from lxml.etree import _Element

INFLATED_LIMIT = 64 * MEGABYTE
"""Bytes of all members that are read."""
RATIO_LIMIT = 250
"""Times that a member may grow; the XML of the longest documents grows thirtyfold."""
_SMALL = MEGABYTE
_ENCRYPTED = 0x1


class Package:
    """The members of one document; ``kind`` is what messages call it: "a Word document"."""

    def __init__(self, content: bytes, name: str, kind: str) -> None:
        self._name, self._kind = name, kind
        self._room = INFLATED_LIMIT
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(content))
        except (zipfile.BadZipFile, ValueError, OSError, NotImplementedError, EOFError) as error:
            raise self.damaged() from error
        self._members = {info.filename: info for info in self._zip.infolist()}

    def damaged(self) -> DamagedFileError:
        """The error for a document that is not whole."""
        return DamagedFileError(self._name, self._kind)

    def names(self) -> frozenset[str]:
        """The names of all members."""
        return frozenset(self._members)

    def bytes_of(self, member: str) -> bytes | None:
        """What the member holds, None where there is no such member.

        :class:`TooLargeError` over :data:`INFLATED_LIMIT` or :data:`RATIO_LIMIT`,
        :class:`EncryptedFileError`, :class:`DamagedFileError`.
        """
        info = self._members.get(member)
        if info is None:
            return None
        if info.flag_bits & _ENCRYPTED:
            raise EncryptedFileError(self._name, self._kind)
        packed = max(info.compress_size, 1)
        if info.file_size > self._room or (info.file_size > _SMALL and info.file_size > RATIO_LIMIT * packed):
            raise TooLargeError(
                self._name,
                f"unpacked it has more than {INFLATED_LIMIT // MEGABYTE} MB or is packed too tightly",
            )
        self._room -= info.file_size
        try:
            # Never more than the size that the directory states: what goes beyond it is left.
            with self._zip.open(info) as opened:
                return opened.read(info.file_size)
        except (zipfile.BadZipFile, zlib.error, OSError, EOFError, RuntimeError, ValueError) as error:
            raise self.damaged() from error

    def xml_of(self, member: str) -> "_Element | None":
        """The root of an XML member, None where there is no such member; entities are refused."""
        content = self.bytes_of(member)
        return None if content is None else self._parsed(content)

    def _parsed(self, content: bytes) -> "_Element":
        from lxml.etree import LxmlError, XMLParser, fromstring

        parser = XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root: _Element = fromstring(content, parser)
        except (LxmlError, ValueError) as error:
            raise self.damaged() from error
        declared = root.getroottree().docinfo.internalDTD
        if declared is not None and next(declared.iterentities(), None) is not None:
            raise self.damaged()
        return root


def local(element: "_Element") -> str:
    """The element's name without its namespace; "" for what is no element."""
    tag = element.tag
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def attribute(element: "_Element", name: str) -> str:
    """The attribute of that local name in the element's namespace, else in none; "" where missing."""
    space = element.tag.rpartition("}")[0]
    found: str | None = element.get(f"{space}}}{name}") if space else None
    return found if found is not None else element.get(name, "")
