"""Which reader reads what: each is loaded when a file of its kind comes. Imports reading only."""

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module

from casefile.reading.decoding import Decoded
from casefile.reading.errors import UnsupportedTypeError
from casefile.reading.model import MediaType, Reading

_NOTHING = Decoded("")


@dataclass(frozen=True)
class RawFile:
    """A file as it came: its bytes, its name, and its characters where it is a text."""

    name: str
    """Serves messages; what it says of the type is not believed."""
    content: bytes = field(repr=False)
    media_type: MediaType
    decoded: Decoded = _NOTHING
    """Empty for binary formats."""


PICTURES = (
    MediaType.PNG,
    MediaType.JPEG,
    MediaType.GIF,
    MediaType.WEBP,
    MediaType.TIFF,
    MediaType.BMP,
    MediaType.HEIF,
)
Reader = Callable[[RawFile], Reading]

_READERS = {
    MediaType.HTML: "html:read_html_file",
    MediaType.PLAIN: "plain:read_plain_file",
    MediaType.PDF: "pdf:read_pdf_file",
    MediaType.DOCX: "docx:read_docx_file",
    MediaType.ODT: "odt:read_odt_file",
    MediaType.RTF: "rtf:read_rtf_file",
    MediaType.MHTML: "mhtml:read_mhtml_file",
    MediaType.WEB_ARCHIVE: "web_archive:read_property_list",
    MediaType.MAIL: "mail:read_mail_file",
    MediaType.OUTLOOK: "compound:read_compound_file",
    MediaType.ZIP: "archive:read_zip_file",
    MediaType.RIS: "ris:read_ris_file",
    MediaType.BIBTEX: "bibtex:read_bibtex_file",
    MediaType.CSL: "csl:read_csl_file",
    MediaType.SHORTCUT: "shortcuts:read_shortcut_file",
    MediaType.CSV: "delimited:read_csv_file",
    MediaType.XLSX: "workbook:read_workbook_file",
    **dict.fromkeys(PICTURES, "image:read_image_file"),
}
"""``module:function`` below this package."""


def reader_for(media_type: MediaType, name: str) -> Reader:
    """The reader of that kind of file; :class:`UnsupportedTypeError` where there is none."""
    place = _READERS.get(media_type)
    if place is None:
        raise UnsupportedTypeError(name, str(media_type))
    module, function = place.split(":")
    reader: Reader = getattr(import_module(f"casefile.reading.{module}"), function)
    return reader


def reader_modules() -> tuple[str, ...]:
    """The modules of all readers, each once."""
    return tuple(dict.fromkeys(place.partition(":")[0] for place in _READERS.values()))
