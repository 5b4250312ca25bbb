"""What lists of references have in common: each entry a source without text. Imports reading only."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from casefile.metadata import Found, SourceMetadata
from casefile.reading.addresses import host_of, is_web_address
from casefile.reading.cleaning import one_line
from casefile.reading.dates import find_date
from casefile.reading.errors import MEGABYTE, DamagedFileError, TooLargeError
from casefile.reading.model import MediaType, Part, ReadDocument, Reading
from casefile.reading.part_names import part_name
from casefile.reading.words import TOLD_LANGUAGES
from casefile.terms import SourceKind
from casefile.values import PartialDate

ENTRY_LIMIT = 5000
"""Entries of one list that become sources."""
TEXT_LIMIT = 16 * MEGABYTE
"""Characters of one list."""
NOTE = "Only the reference is kept: import the page or the PDF itself to read it."
_TITLE_LIMIT, _AUTHOR_LIMIT = 500, 100
_NAME_WORDS = 8
_DOI = re.compile(r"10\.\d{4,9}/\S+")
_YEAR = re.compile(r"(\d{4})(?:[-/](\d{1,2})(?:[-/](\d{1,2}))?)?")


@dataclass(frozen=True)
class Reference:
    """One entry of a list as its own format says it; what it does not say is empty or None."""

    title: str = ""
    authors: tuple[str, ...] = ()
    """Each as it is printed: given name first."""
    published: PartialDate | None = None
    url: str = ""
    doi: str = ""
    outlet: str = ""
    language: str = ""
    kind: SourceKind = SourceKind.OTHER
    content: bytes = field(default=b"", repr=False)
    """The entry alone, in the same format."""


def reference_reading(
    references: Sequence[Reference],
    name: str,
    media_type: MediaType,
    reader: str,
    notes: tuple[str, ...] = (),
) -> Reading:
    """A single entry as the document, several as parts; :class:`DamagedFileError` where there is none."""
    if not references:
        raise DamagedFileError(name, "a list of references")
    if len(references) == 1:
        document = ReadDocument("", _described(references[0]), media_type, reader, (*notes, NOTE))
        return Reading(document)
    left_out = len(references) - ENTRY_LIMIT
    if left_out > 0:
        notes = (*notes, f"{left_out} references over the first {ENTRY_LIMIT} were left out.")
    suffix = _SUFFIXES[media_type]
    parts = tuple(
        Part(part_name(_name_of(reference), f"Reference {place}") + suffix, reference.content)
        for place, reference in enumerate(references[:ENTRY_LIMIT], start=1)
    )
    return Reading(None, parts, notes)


_SUFFIXES = {MediaType.RIS: ".ris", MediaType.BIBTEX: ".bib", MediaType.CSL: ".json"}


def check_length(text: str, name: str) -> None:
    """:class:`TooLargeError` over :data:`TEXT_LIMIT`."""
    if len(text) > TEXT_LIMIT:
        raise TooLargeError(name, f"a list of references may have {TEXT_LIMIT // MEGABYTE} MB")


def _described(reference: Reference) -> SourceMetadata:
    doi = _DOI.search(reference.doi)
    url = reference.url if is_web_address(reference.url) else f"https://doi.org/{doi.group()}" if doi else ""
    authors = (one_line(author, _AUTHOR_LIMIT) for author in reference.authors)
    stated = SourceMetadata(
        title=one_line(reference.title, _TITLE_LIMIT),
        outlet=one_line(reference.outlet, _TITLE_LIMIT),
        authors=tuple(author for author in authors if author),
        published=reference.published,
        url=url,
        language=reference.language,
        kind=reference.kind,
    )
    found = [
        Found(name, "the reference")
        for name in ("title", "authors", "published", "outlet", "language")
        if getattr(stated, name)
    ]
    if url:
        found.append(Found("url", "the reference" if url == reference.url else "DOI"))
    found.append(Found("kind", "the reference's type", guessed=True))
    return replace(stated, outlet=stated.outlet or host_of(url), found=tuple(found))


def _name_of(reference: Reference) -> str:
    """What a person would call the entry: its first words."""
    title = one_line(reference.title or reference.url or reference.doi).replace("/", " ")
    return " ".join(title.split()[:_NAME_WORDS]).rstrip(" .,:;")


def reference_date(text: str, month: str = "", day: str = "") -> PartialDate | None:
    """The date in numbers and names as references state it, as precise as they are; None for what is none."""
    numbers = _YEAR.match(text.strip())
    if numbers is None:
        found = find_date(text[:100], "en")
        return found.date if found else None
    year, stated_month, stated_day = numbers.groups()
    month_number = _number(stated_month or month) or _month_named(month, year)
    return _date_of(int(year), month_number, _number(stated_day or day))


def _date_of(year: int, month: int, day: int) -> PartialDate | None:
    """The most precise date that there is: no 31st of June, no 13th month."""
    wanted = ((year, month, day), (year, month), (year,))
    for parts in wanted:
        if all(parts):
            try:
                return PartialDate.of(*parts)
            except ValueError:
                continue
    return None


def _number(text: str | None) -> int:
    return int(text) if text and text.strip().isdecimal() and len(text.strip()) <= 2 else 0


def _month_named(month: str, year: str) -> int:
    found = find_date(f"{month.strip(' .')} {year}"[:60], "en") if month else None
    return found.date.earliest.month if found else 0


def language_code(text: str) -> str:
    """The language's code where the reference states one; "" for names of languages and anything else."""
    code = re.split(r"[-_]", text.strip().lower(), maxsplit=1)[0]
    return code if len(code) == 2 and (code in TOLD_LANGUAGES or code.isalpha()) else ""


def natural_name(name: str) -> str:
    """A name given surname first, as it is printed: "Pahl, Ulrike" as "Ulrike Pahl"."""
    family, comma, given = name.partition(",")
    return f"{given.strip().replace(',', ' ')} {family.strip()}".strip() if comma else name.strip()
