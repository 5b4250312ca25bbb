"""Plain text and Markdown: the text as it stands, and what its head says. Imports the ground and reading."""

import re
from functools import cache

from casefile.metadata import SourceMetadata
from casefile.reading.cleaning import clean_text, one_line
from casefile.reading.dates import regional
from casefile.reading.errors import EmptyFileError
from casefile.reading.head import Head, read_head
from casefile.reading.head_marks import agency_name, starts_with_any
from casefile.reading.language import tell_language
from casefile.reading.model import Block, BlockKind, MediaType, ReadDocument, Reading
from casefile.reading.names import is_authority
from casefile.reading.publishers import authority_named_in
from casefile.reading.readers import RawFile
from casefile.reading.words import LANGUAGES, words
from casefile.terms import SourceKind
from casefile.values import Span

READER = "plain/1"
_SEARCHED, _FOOT = 4000, 6000
_MOST_LINES = 50_000
_LEAST_SENDER_WORDS = 4
_LINE = re.compile(r"[^\n]*[^\s][^\n]*")
_HEADING = re.compile(r"#{1,6}\s")
_LIST_ENTRY = re.compile(r"(?:[-*•–]|\d{1,3}[.)])\s")


def read_plain_file(raw: RawFile) -> Reading:
    """The text of a plain text or Markdown file."""
    return Reading(read_plain(raw.decoded.text, raw.name, raw.decoded.notes))


def read_plain(text: str, name: str, notes: tuple[str, ...] = ()) -> ReadDocument:
    """The text cleaned and described, ``notes`` passed on; :class:`EmptyFileError` where nothing is left."""
    cleaned = clean_text(text)
    if not cleaned.strip():
        raise EmptyFileError(name)
    return ReadDocument(
        cleaned, describe(cleaned), MediaType.PLAIN, READER, notes, tuple(_structure(cleaned))
    )


def describe(text: str) -> SourceMetadata:
    """What a plain article says of itself in its head; what it does not say is empty or None."""
    language = tell_language(text)
    head = read_head(text, regional(text, language))
    kind = _kind(head)
    signed = kind is SourceKind.PRESS and not (head.authors or head.agency) and _has_release_foot(text)
    kind = _kind_of_sender(head) if signed else kind
    outlet = head.outlet
    if kind in (SourceKind.AUTHORITY_RELEASE, SourceKind.STATEMENT) and not is_authority(outlet):
        authority = authority_named_in(_without_labels(text[max(0, text.find(head.title)) :]), language)
        if authority and (not signed or _is_its_own(text, authority)):
            said_again = len(outlet.split()) >= _LEAST_SENDER_WORDS and text.count(outlet) > 1
            authority = outlet if said_again else authority
            outlet, kind = authority, SourceKind.AUTHORITY_RELEASE
    return SourceMetadata(
        title=one_line(head.title),
        outlet=one_line(outlet or agency_name(head.agency)),
        authors=tuple(one_line(author) for author in head.authors),
        published=head.published or head.updated,
        url=head.url,
        language=language,
        kind=kind,
    )


def _without_labels(text: str) -> str:
    """The lines but those that list topics, contacts and the like."""
    lines = text[:_SEARCHED].split("\n")
    return "\n".join(
        line for line in lines if not any(starts_with_any(line, key) for key in ("labels", "adverts"))
    )


def _kind(head: Head) -> SourceKind:
    marks = {mark.casefold() for mark in head.kind_words}
    for key, kind in (("decisions", SourceKind.DECISION), ("rulings", SourceKind.RULING)):
        if any(mark.casefold() in marks for language in LANGUAGES for mark in words(language, key)):
            return kind
    if head.release:
        return _kind_of_sender(head)
    return SourceKind.STATEMENT if marks else SourceKind.PRESS


def _kind_of_sender(head: Head) -> SourceKind:
    return SourceKind.AUTHORITY_RELEASE if is_authority(head.outlet) else SourceKind.STATEMENT


def _is_its_own(text: str, authority: str) -> bool:
    """Whether the text names it again or with its initials, as who gives out a text does."""
    return text.count(authority) > 1 or f"{authority} (" in text


def _has_release_foot(text: str) -> bool:
    """Whether a line near its end tells that a body itself gave the text out: "Notes to editors"."""
    return _release_feet().search(text, max(0, len(text) - _FOOT)) is not None


@cache
def _release_feet() -> re.Pattern[str]:
    feet = sorted({re.escape(foot) for language in LANGUAGES for foot in words(language, "release_feet")})
    return re.compile(
        rf"^[ \t*–—-]{{0,4}}(?:{'|'.join(feet)})[ \t*–—-]{{0,4}}(?::.*)?$", re.IGNORECASE | re.MULTILINE
    )


def _structure(text: str) -> list[Block]:
    """The lines with something in them; empty where there are too many to be an article."""
    if text.count("\n") > _MOST_LINES:
        return []
    blocks = []
    for match in _LINE.finditer(text):
        line = match.group()
        start = match.start() + len(line) - len(line.lstrip())
        blocks.append(Block(Span(start, match.start() + len(line.rstrip())), _kind_of(line.strip())))
    return blocks


def _kind_of(line: str) -> BlockKind:
    if _HEADING.match(line):
        return BlockKind.HEADING
    if line.startswith(">"):
        return BlockKind.QUOTATION
    return BlockKind.LIST_ENTRY if _LIST_ENTRY.match(line) else BlockKind.PARAGRAPH
