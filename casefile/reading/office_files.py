"""What an Office file is, told from its ZIP directory. Imports errors and the model."""

import re

from casefile.reading.errors import UnsupportedTypeError
from casefile.reading.model import MediaType

_ENTRY = rb"PK(?:\x01\x02.{42}|\x03\x04.{26})"
"""What stands before a name in the central directory of a ZIP file and before a member (APPNOTE 4.3)."""
_TYPES = re.compile(_ENTRY + rb"\[Content_Types\]\.xml", re.DOTALL)
_PARTS: tuple[tuple[re.Pattern[bytes], MediaType | str], ...] = (
    (re.compile(_ENTRY + rb"word/", re.DOTALL), MediaType.DOCX),
    (re.compile(_ENTRY + rb"xl/", re.DOTALL), MediaType.XLSX),
    (re.compile(_ENTRY + rb"ppt/", re.DOTALL), "a PowerPoint presentation (PPTX)"),
)
_DIRECTORY_END = b"PK\x05\x06"


def office_zip(content: bytes, name: str) -> MediaType | None:
    """The Office format of a ZIP file, wherever its parts stand in it; None where it is none.

    :class:`UnsupportedTypeError` for a presentation.
    """
    directory = content[_directory_start(content) :]
    if not _TYPES.search(directory):
        return None
    for pattern, what in _PARTS:
        if pattern.search(directory):
            if isinstance(what, MediaType):
                return what
            raise UnsupportedTypeError(name, what)
    return None


def _directory_start(content: bytes) -> int:
    """Where the central directory begins, by the record at the end; 0 where the file is cut off before it."""
    end = content.rfind(_DIRECTORY_END)
    if end < 0 or end + 20 > len(content):
        return 0
    length = int.from_bytes(content[end + 12 : end + 16], "little")
    return max(0, end - length)
