"""Word documents (DOCX, DOCM): the text as printed and the file's properties. Imports the ground and reading.

The XML is walked by rules of our own (ECMA-376): libraries that turn it into HTML know neither hidden words
nor where a text box stands. Macros, links and embedded files are never touched.
"""

import posixpath
from typing import TYPE_CHECKING

from casefile.reading.composing import composed
from casefile.reading.docx_body import Body, Notes
from casefile.reading.docx_styles import read_styles
from casefile.reading.model import Reading
from casefile.reading.packages import Package, attribute, local
from casefile.reading.properties import Properties
from casefile.reading.readers import RawFile

if TYPE_CHECKING:
    from lxml.etree import _Element

READER = "docx/1"
_KIND = "a Word document"
_MAIN = "word/document.xml"
_MACRO_NOTE = "The document holds macros: they were neither read nor run."
_PROPERTIES = {
    "title": "title",
    "creator": "author",
    "created": "created",
    "modified": "modified",
    "language": "language",
}
"""Core properties (ECMA-376 part 2, 11) by our names."""


def read_docx_file(raw: RawFile) -> Reading:
    """The text of a Word document.

    :class:`EncryptedFileError`, :class:`DamagedFileError`, :class:`TooLargeError`;
    :class:`EmptyFileError` where no word is shown.
    """
    package = Package(raw.content, raw.name, _KIND)
    main = _main_part(package)
    root = package.xml_of(main)
    if root is None:
        raise package.damaged()
    folder = posixpath.dirname(main)
    notes = Notes()
    for part, reference in (("footnotes", "footnoteReference"), ("endnotes", "endnoteReference")):
        _add_notes(notes, package.xml_of(f"{folder}/{part}.xml"), reference)
    pieces = Body(read_styles(package.xml_of(f"{folder}/styles.xml")), notes).pieces(root)
    return Reading(composed(pieces, _properties(package), raw, READER, _notes_on(package)))


def _main_part(package: Package) -> str:
    """The name of the member that holds the text."""
    relations = package.xml_of("_rels/.rels")
    for relation in () if relations is None else relations:
        if relation.get("Type", "").endswith("/officeDocument"):
            target: str = relation.get("Target", "").lstrip("/")
            if target in package.names():
                return target
    return _MAIN


def _add_notes(notes: Notes, root: "_Element | None", reference: str) -> None:
    for element in () if root is None else root:
        if local(element) in ("footnote", "endnote") and attribute(element, "type") in ("", "normal"):
            notes.by_key[reference, attribute(element, "id")] = element


def _properties(package: Package) -> Properties:
    root = package.xml_of("docProps/core.xml")
    found = {} if root is None else {local(element): (element.text or "").strip() for element in root}
    return Properties(**{ours: found.get(theirs, "") for theirs, ours in _PROPERTIES.items()})


def _notes_on(package: Package) -> tuple[str, ...]:
    macros = any(name.rpartition("/")[2].lower() == "vbaproject.bin" for name in package.names())
    return (_MACRO_NOTE,) if macros else ()
