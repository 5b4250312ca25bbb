"""References in CSL-JSON, the format of the Citation Style Language 1.0.2. Imports reading only."""

import json
from typing import Any

from casefile.reading.errors import DamagedFileError, TooDeepError
from casefile.reading.model import MediaType, Reading
from casefile.reading.readers import RawFile
from casefile.reading.references import (
    Reference,
    check_length,
    language_code,
    reference_date,
    reference_reading,
)
from casefile.terms import SourceKind
from casefile.values import PartialDate

READER = "csl/1"
_KINDS = {
    "article-newspaper": SourceKind.PRESS,
    "article-magazine": SourceKind.PRESS,
    "post-weblog": SourceKind.PRESS,
    "webpage": SourceKind.PRESS,
    "legal_case": SourceKind.RULING,
    "regulation": SourceKind.DECISION,
}
_Entry = dict[str, Any]


def read_csl_file(raw: RawFile) -> Reading:
    """Each reference of the file."""
    check_length(raw.decoded.text, raw.name)
    try:
        content = json.loads(raw.decoded.text.lstrip("\ufeff"))
    except RecursionError as error:
        raise TooDeepError(raw.name) from error
    except ValueError as error:
        raise DamagedFileError(raw.name, "a list of references") from error
    entries = content if isinstance(content, list) else [content]
    references = [_reference(entry) for entry in entries if isinstance(entry, dict)]
    return reference_reading(references, raw.name, MediaType.CSL, READER, raw.decoded.notes)


def _reference(entry: _Entry) -> Reference:
    return Reference(
        title=_text(entry, "title"),
        authors=_names(entry.get("author")),
        published=_date(entry.get("issued")),
        url=_text(entry, "URL"),
        doi=_text(entry, "DOI"),
        outlet=_text(entry, "container-title") or _text(entry, "authority") or _text(entry, "publisher"),
        language=language_code(_text(entry, "language")),
        kind=_KINDS.get(_text(entry, "type"), SourceKind.OTHER),
        content=json.dumps(entry, ensure_ascii=True, indent=1).encode(),
    )


def _text(entry: _Entry, key: str) -> str:
    value = entry.get(key)
    return value if isinstance(value, str) else ""


def _names(people: object) -> tuple[str, ...]:
    """Names as they are printed; a body has a literal name."""
    listed = people if isinstance(people, list) else []
    return tuple(name for person in listed if isinstance(person, dict) and (name := _name(person)))


def _name(person: _Entry) -> str:
    parts = ("given", "dropping-particle", "non-dropping-particle", "family", "suffix")
    return _text(person, "literal") or " ".join(filter(None, (_text(person, part) for part in parts)))


def _date(issued: object) -> PartialDate | None:
    """The first of ``date-parts``, else what is written out."""
    if not isinstance(issued, dict):
        return None
    groups = issued.get("date-parts")
    first = groups[0] if isinstance(groups, list) and groups else None
    if isinstance(first, list) and first:
        year, month, day = [str(part) for part in [*first[:3], "", ""][:3]]
        return reference_date(year, month, day) if len(year) == 4 else None
    return reference_date(_text(issued, "raw") or _text(issued, "literal"))
