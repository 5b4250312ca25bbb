"""A document's description: what it prints of itself, then the properties that its program wrote.

What is printed comes first: properties are often a template's, the typist's or the day of a conversion.
Imports the ground and reading.
"""

import re
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from casefile.metadata import Found, SourceMetadata
from casefile.reading.cleaning import one_line
from casefile.reading.model import BlockKind
from casefile.reading.names import is_person
from casefile.reading.plain import describe
from casefile.values import PartialDate

_TITLE_LIMIT = 300
_HEAD_PIECES = 12
_PROGRAM = re.compile(
    r"^(?:Microsoft (?:Office )?(?:Word|PowerPoint|Excel)|PowerPoint[- ]Presentation)\s*[-–]?\s*", re.I
)
_FILE_NAME = re.compile(
    r"(?:^|\.)\w*\.(?:docx?|docm|dotx?|pdf|odt|rtf|indd|qxd|html?|tmp|txt|xlsx?|pptx?|pages)$", re.I
)
_JUNK = re.compile(
    r"(?:untitled|unbenannt|sans (?:titre|nom)|zonder titel|naamloos|sin título|senza (?:titolo|nome)|"
    r"document|dokument|documento|title|titel|titre|template|vorlage|letter|brief|memo|print|layout)"
    r"[\s_-]*\d*(?:\s?\(.*\))?",
    re.I,
)
_JUNK_AUTHORS = re.compile(
    r"(?:user|admin(?:istrator)?|owner|author|unknown|python-docx|windows user|scan(?:ner)?|root|test)", re.I
)
_DATE = re.compile(r"(?:D:)?\s*(\d{4})-?(\d{2})-?(\d{2})")
_INSTANT = re.compile(
    r"(?:D:)?(\d{4})-?(\d\d)-?(\d\d)T?(\d\d):?(\d\d):?(\d\d)(?:\.\d+)?(?:Z.{0,6}|([+-]\d\d)[':]?(\d\d)?'?)"
)
_TEMPLATE_DATES = frozenset(
    {"2013-12-23", "1601-01-01", "1970-01-01", "1980-01-01", "1899-12-30", "1904-01-01"}
)
"""The days that libraries and empty fields leave behind: a library's template, the calendars' beginnings."""

PRINTED = "printed in the document"
"""Where a value was found that anybody can read on the page."""

Piece = tuple[str, BlockKind]


@dataclass(frozen=True)
class Properties:
    """What the program that made the file wrote into it, as it stands there."""

    title: str = ""
    author: str = ""
    created: str = ""
    """ISO 8601 or PDF's own form (ISO 32000, 7.9.4)."""
    modified: str = ""
    language: str = ""
    """BCP 47."""


def described(
    text: str, pieces: list[Piece], properties: Properties, *, dated: bool = True
) -> SourceMetadata:
    """The description of a document whose first blocks are ``pieces``.

    ``dated`` says that the day on which the file was made may be that of the publication; it is only taken
    where the document prints none, and as a guess.
    """
    printed = describe(text)
    found = [Found(name, PRINTED) for name in _said(printed)]
    title, where = _title(printed.title, pieces, properties.title)
    authors, published = printed.authors, printed.published
    found = [entry for entry in found if entry.field != "title"]
    if title:
        found.append(Found("title", where, guessed=where != PRINTED))
    author = one_line(properties.author)
    if not authors and is_person(author) and not _JUNK_AUTHORS.fullmatch(author):
        authors = (author,)
        found.append(Found("authors", "file properties, author", guessed=True))
    if published is None and dated:
        published = property_date(properties.created)
        if published is not None:
            found.append(Found("published", "file properties, creation date", guessed=True))
    modified = property_date(properties.modified) if dated else None
    if modified is not None:
        found.append(Found("modified", "file properties, date of change", guessed=True))
    language = printed.language or _language(properties.language)
    return replace(
        printed,
        title=title,
        authors=authors,
        published=published,
        modified=modified,
        language=language,
        found=tuple(found),
    )


def guess_notes(metadata: SourceMetadata) -> tuple[str, ...]:
    """A sentence where the publication date is only the day on which the file was made."""
    guessed = any(entry.field == "published" and entry.guessed for entry in metadata.found)
    if not guessed:
        return ()
    return (
        f"The document prints no date: {metadata.published} is the day on which the file was made. Check it.",
    )


def property_date(stated: str) -> PartialDate | None:
    """The day of an embedded time; None where it is none or one that every file of a program has."""
    match = _DATE.match(stated.strip())
    if match is None or "-".join(match.groups()) in _TEMPLATE_DATES:
        return None
    year, month, day = map(int, match.groups())
    try:
        return PartialDate.of(year, month, day) if 1985 <= year <= 2199 else None
    except ValueError:
        return None


def property_instant(stated: str) -> datetime | None:
    """The moment of an embedded time in UTC; None where it does not say its offset."""
    match = _INSTANT.fullmatch(stated.strip())
    if match is None:
        return None
    hours, minutes = match.group(7) or "+00", match.group(8) or "00"
    try:
        offset = timedelta(hours=int(hours), minutes=int(hours[0] + minutes))
        moment = datetime.fromisoformat("{}-{}-{}T{}:{}:{}+00:00".format(*match.groups()[:6]))
        return moment - offset
    except (ValueError, OverflowError):
        return None


def sound_title(stated: str) -> str:
    """An embedded title without the program's name; "" where it is a file name or a template's."""
    title = one_line(_PROGRAM.sub("", one_line(stated)), _TITLE_LIMIT)
    if len(title) < 4 or _FILE_NAME.search(title) or _JUNK.fullmatch(title):
        return ""
    return title if re.search(r"[^\W\d_]{2}", title) else ""


def _said(metadata: SourceMetadata) -> list[str]:
    values = {
        "title": metadata.title,
        "outlet": metadata.outlet,
        "authors": metadata.authors,
        "published": metadata.published,
        "url": metadata.url,
    }
    return [name for name, value in values.items() if value]


def _title(printed: str, pieces: list[Piece], stated: str) -> tuple[str, str]:
    """The title and where it stands: a heading that the properties agree with, the first, the head's."""
    embedded = sound_title(stated)
    headings = [
        one_line(text, _TITLE_LIMIT) for text, kind in pieces[:_HEAD_PIECES] if kind is BlockKind.HEADING
    ]
    candidates = [title for title in (*headings, printed) if title]
    for title in candidates:
        if embedded and alike(title, embedded):
            return title, PRINTED
    worded = [title for title in headings[:2] if len(title.split()) >= 3]
    if worded and (not printed or printed not in headings):
        return worded[0], PRINTED
    if printed:
        return printed, PRINTED
    if embedded:
        return embedded, "file properties, title"
    return (headings[0], PRINTED) if headings else ("", "")


def alike(one: str, other: str) -> bool:
    """Whether one title holds the words of the other, or most of them."""
    first, second = set(re.findall(r"\w+", one.casefold())), set(re.findall(r"\w+", other.casefold()))
    shorter = min(first, second, key=len)
    if not shorter:
        return False
    shared = len(first & second)
    return shared >= 0.6 * len(first | second) or (len(shorter) >= 3 and shared == len(shorter))


def _language(tag: str) -> str:
    code = tag.strip().lower()
    return code[:2] if re.fullmatch(r"[a-z]{2}(?:[-_].{0,30})?", code) else ""
