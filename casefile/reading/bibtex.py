"""References in BibTeX and BibLaTeX, parsed by bibtexparser. Imports reading only."""

import logging
import re
from typing import TYPE_CHECKING

from casefile.reading.errors import DamagedFileError
from casefile.reading.model import MediaType, Reading
from casefile.reading.readers import RawFile
from casefile.reading.references import (
    Reference,
    check_length,
    language_code,
    natural_name,
    reference_date,
    reference_reading,
)
from casefile.terms import SourceKind

if TYPE_CHECKING:
    from bibtexparser.library import Library
    from bibtexparser.model import Entry

READER = "bibtex/1"
_DEEPEST_BRACES = 20
"""Braces within braces of a value that is read as LaTeX; its parser calls itself for each."""
_BLOCK_LIMIT = 20_000
_AND = re.compile(r"\s+and\s+", re.IGNORECASE)
_MACRO = re.compile(r"[A-Za-z][\w:.-]*")
_PRESS_TYPES = frozenset(("online", "www", "electronic"))
_KINDS = {
    "jurisdiction": SourceKind.RULING,
    "legal": SourceKind.DECISION,
    "legislation": SourceKind.DECISION,
}
_LANGUAGES = {"english": "en", "american": "en", "british": "en", "german": "de", "ngerman": "de",
              "french": "fr", "dutch": "nl", "italian": "it", "spanish": "es"}  # fmt: skip


def read_bibtex_file(raw: RawFile) -> Reading:
    """Each reference of the file; a note says how many entries are broken."""
    from bibtexparser.entrypoint import parse_string

    text = raw.decoded.text
    check_length(text, raw.name)
    if text.count("@") > _BLOCK_LIMIT:
        raise DamagedFileError(raw.name, "a list of references")
    # It logs every broken entry, which the person is told in a note.
    logging.getLogger("bibtexparser").setLevel(logging.CRITICAL)
    library = parse_string(text)
    references = [_reference(entry, library) for entry in library.entries]
    notes = raw.decoded.notes
    if library.failed_blocks:
        notes = (
            *notes,
            f"Entries that are broken or stand twice were left out: {len(library.failed_blocks)}.",
        )
    return reference_reading(references, raw.name, MediaType.BIBTEX, READER, notes)


def _reference(entry: "Entry", library: "Library") -> Reference:
    said = {field.key.lower(): str(field.value) for field in entry.fields}
    kind = entry.entry_type.lower()
    return Reference(
        title=_plain(" ".join(filter(None, (said.get("title", ""), said.get("subtitle", ""))))),
        authors=tuple(_names(said.get("author") or said.get("editor", ""))),
        published=reference_date(
            said.get("date") or said.get("year", ""), said.get("month", ""), said.get("day", "")
        ),
        url=_address(said),
        doi=said.get("doi", ""),
        outlet=_outlet(said),
        language=_language(said),
        kind=SourceKind.PRESS if kind in _PRESS_TYPES else _KINDS.get(kind, SourceKind.OTHER),
        content=_alone(entry, library),
    )


def _alone(entry: "Entry", library: "Library") -> bytes:
    """The entry with the definitions of the abbreviations that it uses."""
    used = set(_MACRO.findall(entry.raw or ""))
    needed = [string.raw or "" for string in library.strings if string.key in used]
    return "\n".join([*needed, entry.raw or "", ""]).encode("utf-8", "replace")


def _names(people: str) -> list[str]:
    """The names as they are printed; one in braces is a body's and stays as it is."""
    names = [name.strip() for name in _AND.split(people[:10_000]) if name.strip() not in ("", "others")]
    return [_plain(name if name.startswith("{") else natural_name(name)) for name in names]


def _outlet(said: dict[str, str]) -> str:
    keys = ("journaltitle", "journal", "publisher", "institution", "organization", "booktitle")
    return next((_plain(said[key]) for key in keys if said.get(key)), "")


def _address(said: dict[str, str]) -> str:
    """The address without what LaTeX needs; some write it into how it was published."""
    written = said.get("url") or said.get("howpublished", "")
    return re.sub(r"\\url\s*\{([^{}]*)\}", r"\1", written).replace("\\", "").strip("{} ")


def _language(said: dict[str, str]) -> str:
    stated = said.get("langid") or said.get("language", "")
    return _LANGUAGES.get(stated.strip().lower(), language_code(stated))


def _plain(value: str) -> str:
    """The value's characters: accents and signs of LaTeX as what they stand for, braces gone."""
    if "\\" not in value and "$" not in value:
        return value.replace("{", "").replace("}", "").replace("~", " ").replace("--", "–")
    if _depth(value) > _DEEPEST_BRACES or len(value) > 10_000:
        return re.sub(r"[{}\\$]", "", value)
    from pylatexenc.latex2text import LatexNodes2Text

    converter = LatexNodes2Text(math_mode="text", keep_braced_groups=False, strict_latex_spaces=False)
    try:
        text: str = converter.latex_to_text(value, tolerant_parsing=True)
    except (ValueError, LookupError, TypeError, AttributeError):
        return re.sub(r"[{}\\$]", "", value)
    return text


def _depth(value: str) -> int:
    deepest = depth = 0
    for char in value:
        depth += (char == "{") - (char == "}")
        deepest = max(deepest, depth)
    return deepest
