"""A mail of whatever format as a document: its body's blocks and its headers. Imports reading only."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from casefile.metadata import Found, SourceMetadata
from casefile.reading.addresses import is_web_address
from casefile.reading.cleaning import one_line
from casefile.reading.errors import NoArticleError
from casefile.reading.html import parse_page, slim_within_limit
from casefile.reading.html_blocks import block_pieces
from casefile.reading.html_body import join_pieces
from casefile.reading.language import tell_language
from casefile.reading.mail_text import lines_of, pieces_of
from casefile.reading.model import MediaType, Part, Piece, ReadDocument, Reading
from casefile.reading.names import is_authority, is_person
from casefile.terms import SourceKind
from casefile.values import PartialDate

NO_TEXT_NOTE = "The mail has no text of its own."
_STUB_SHARE = 0.4
"""A plain text with less than this share of the HTML's letters only says that there is HTML."""


@dataclass(frozen=True)
class Body:
    """One stretch of a mail's body."""

    text: str
    is_html: bool = False
    is_flowed: bool = False
    deletes_space: bool = False


@dataclass(frozen=True)
class Letter:
    """A mail: its headers as they read, its body in order, and what is attached."""

    subject: str = ""
    sender: str = ""
    """The display name."""
    address: str = ""
    organisation: str = ""
    list_name: str = ""
    sent: datetime | None = None
    """With the sender's own time zone where that is known: the day is his."""
    url: str = ""
    """Where the mail is archived, by its own word."""
    bodies: tuple[Body, ...] = ()
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()


def letter_reading(letter: Letter, name: str, media_type: MediaType, reader: str) -> Reading:
    """The mail as a document with its attachments as parts."""
    pieces = [piece for body in letter.bodies for piece in body_pieces(body, name)]
    text, structure = join_pieces(pieces)
    notes = letter.notes if text else (NO_TEXT_NOTE, *letter.notes)
    document = ReadDocument(text, _described(letter, text), media_type, reader, notes, structure)
    return Reading(document, letter.parts)


def body_pieces(body: Body, name: str) -> list[Piece]:
    """The blocks of the stretch; a page is all text here, there is no article to be looked for."""
    if not body.is_html:
        return pieces_of(lines_of(body.text, flowed=body.is_flowed, delete_space=body.deletes_space))
    page = slim_within_limit(body.text, name)
    if not page.markup.strip():
        return []
    try:
        return block_pieces(parse_page(page, name))
    except NoArticleError:  # markup without any element
        return []


def better_body(plain: Sequence[Body], html: Sequence[Body], name: str) -> tuple[Body, ...]:
    """The plain version of a body unless it is a stub: blank, or far shorter than the page."""
    if not html or not plain:
        return tuple(plain or html)
    letters = sum(_letters(body.text) for body in plain)
    shown = sum(_letters(text) for body in html for text, _ in body_pieces(body, name))
    return tuple(html) if letters < _STUB_SHARE * shown else tuple(plain)


def _letters(text: str) -> int:
    """Letters outside of addresses, which plain versions spell out."""
    return sum(len(word) for word in text.split() if "://" not in word)


def _described(letter: Letter, text: str) -> SourceMetadata:
    sender = letter.sender or letter.address.partition("@")[0]
    outlet, where = _outlet(letter)
    authority = is_authority(outlet) or is_authority(letter.sender)
    person = is_person(sender)
    said = (
        (letter.subject, Found("title", "Subject")),
        (letter.sent, Found("published", "Date")),
        (outlet, Found("outlet", where)),
        (True, Found("kind", "the sender's name" if authority else "mail", guessed=True)),
        (person, Found("authors", "From")),
    )
    url = letter.url if is_web_address(letter.url) else ""
    return SourceMetadata(
        title=letter.subject,
        outlet=outlet,
        authors=(one_line(sender),) if person else (),
        published=PartialDate.of_day(letter.sent.date()) if letter.sent else None,
        url=url,
        language=tell_language(text),
        kind=SourceKind.AUTHORITY_RELEASE if authority else SourceKind.STATEMENT,
        found=tuple(entry for value, entry in said if value),
    )


def _outlet(letter: Letter) -> tuple[str, str]:
    """Who publishes by this mail, and which header says so."""
    said = (
        (letter.organisation, "Organization"),
        (letter.list_name, "List-Id"),
        (letter.sender, "From"),
        (letter.address.rpartition("@")[2], "the sender's address"),
    )
    lines = ((one_line(name), where) for name, where in said)
    return next(((name, where) for name, where in lines if name), ("", "From"))
