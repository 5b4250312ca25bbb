"""OpenDocument texts (ODT): the text as printed and the file's properties. Imports the ground and reading.

Scripts, links and embedded objects are never touched.
"""

from typing import TYPE_CHECKING

from casefile.reading.composing import composed
from casefile.reading.errors import EncryptedFileError
from casefile.reading.model import Reading
from casefile.reading.odt_body import Body, Styles
from casefile.reading.packages import Package, local
from casefile.reading.properties import Properties
from casefile.reading.readers import RawFile

if TYPE_CHECKING:
    from lxml.etree import _Element

READER = "odt/1"
_KIND = "an OpenDocument file"
_MACRO_NOTE = "The document holds macros: they were neither read nor run."


def read_odt_file(raw: RawFile) -> Reading:
    """The text of an OpenDocument file.

    :class:`EncryptedFileError`, :class:`DamagedFileError`, :class:`TooLargeError`;
    :class:`EmptyFileError` where no word is shown.
    """
    package = Package(raw.content, raw.name, _KIND)
    if b"encryption-data" in (package.bytes_of("META-INF/manifest.xml") or b""):
        raise EncryptedFileError(raw.name, _KIND)
    content = package.xml_of("content.xml")
    text = None if content is None else _text_of(content)
    if text is None:
        raise package.damaged()
    pieces = Body(Styles((package.xml_of("styles.xml"), content))).pieces(text)
    macros = any(name.startswith(("Basic/", "Scripts/")) for name in package.names())
    notes = (_MACRO_NOTE,) if macros else ()
    return Reading(composed(pieces, _properties(package), raw, READER, notes))


def _text_of(content: "_Element") -> "_Element | None":
    for body in content:
        if local(body) == "body":
            return next((element for element in body if local(element) == "text"), None)
    return None


def _properties(package: Package) -> Properties:
    root = package.xml_of("meta.xml")
    if root is None:
        return Properties()
    found = {local(element): (element.text or "").strip() for element in root.iter()}
    return Properties(
        title=found.get("title", ""),
        author=found.get("initial-creator", "") or found.get("creator", ""),
        created=found.get("creation-date", ""),
        modified=found.get("date", ""),
        language=found.get("language", ""),
    )
