"""What an Office file is, told from its ZIP or compound file's directory. Imports errors and the model."""

import re

from casefile.reading.errors import EncryptedFileError, UnsupportedTypeError
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


def _stream(name: str) -> bytes:
    """The name of a stream as a compound file's directory writes it (MS-CFB 2.6.1)."""
    return name.encode("utf-16-le")


_MESSAGE = _stream("__properties_version1.0")
_ENCRYPTED = (_stream("EncryptedPackage"), _stream("EncryptionInfo"))
_OLD_FORMATS = (
    (_stream("WordDocument"), "a Word document of the old format (DOC)", "DOCX"),
    (_stream("Workbook"), "an Excel workbook of the old format (XLS)", "XLSX"),
    (_stream("PowerPoint Document"), "a PowerPoint presentation of the old format (PPT)", "PDF"),
)


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


def refuse_old_office(content: bytes, name: str) -> None:
    """Raise for a compound file of Office: :class:`EncryptedFileError`, or unsupported with what to do.

    Outlook's messages and what is not known pass.
    """
    if _MESSAGE in content:
        return
    if all(stream in content for stream in _ENCRYPTED):
        raise EncryptedFileError(name, "an Office document")
    for stream, what, target in _OLD_FORMATS:
        if stream in content:
            raise UnsupportedTypeError(name, what, f"Open it in its own program and save it as {target}.")
