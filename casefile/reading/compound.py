"""Compound files (OLE2, [MS-CFB]): which kind of document one is. Imports reading only.

Outlook messages are read. The old Office formats are not, nor new ones with a password, which stand in such a
file as in an envelope.
"""

import struct
from io import BytesIO
from typing import TYPE_CHECKING

from casefile.reading.errors import DamagedFileError, EncryptedFileError, UnsupportedTypeError
from casefile.reading.model import Reading
from casefile.reading.readers import RawFile

if TYPE_CHECKING:
    from olefile import OleFileIO

MESSAGE_STREAM = "__properties_version1.0"
_ENVELOPE = "EncryptedPackage"
_OPEN_AND_SAVE = "Open it in Word, Excel, PowerPoint or LibreOffice and save it"
_FOREIGN = (
    ("WordDocument", "a Word document of the old format (DOC)", f"{_OPEN_AND_SAVE} as DOCX."),
    ("Workbook", "an Excel workbook of the old format (XLS)", f"{_OPEN_AND_SAVE} as CSV or XLSX."),
    ("Book", "an Excel workbook of the old format (XLS)", f"{_OPEN_AND_SAVE} as CSV or XLSX."),
    ("PowerPoint Document", "a presentation of the old format (PPT)", f"{_OPEN_AND_SAVE} as PDF."),
)
"""What else lies in compound files: the name of its first stream, what it is, what to do."""


def read_compound_file(raw: RawFile) -> Reading:
    """An Outlook message; :class:`ReadingError` of some kind for every other document."""
    compound = open_compound(raw)
    if compound.exists(MESSAGE_STREAM):
        from casefile.reading.outlook import read_outlook_message

        return read_outlook_message(compound, raw)
    if compound.exists(_ENVELOPE):
        raise EncryptedFileError(raw.name, "an Office document")
    for stream, what, advice in _FOREIGN:
        if compound.exists(stream):
            raise UnsupportedTypeError(raw.name, what, advice)
    raise UnsupportedTypeError(raw.name, "a compound file of a kind that is not known")


def open_compound(raw: RawFile) -> "OleFileIO":
    """The file's directory of streams; :class:`DamagedFileError` where it has none."""
    from olefile import OleFileIO

    try:
        return OleFileIO(BytesIO(raw.content))
    except COMPOUND_ERRORS as error:
        raise DamagedFileError(raw.name, "a compound file (Outlook or old Office)") from error


COMPOUND_ERRORS = (
    OSError,  # olefile's own error is one
    ValueError,
    LookupError,
    TypeError,
    AttributeError,
    OverflowError,
    RecursionError,
    MemoryError,
    ArithmeticError,
    struct.error,
)
"""What the library raises for files that are damaged or made to break it."""
