"""Outlook messages (MSG, [MS-OXMSG]). Imports reading only.

The text is the plain one, else the page, else what is encapsulated in the RTF. A message within the message
has no bytes of its own here: it becomes a mail as RFC 5322 has it, always the same for the same message.
"""

from dataclasses import dataclass, field, replace
from email.message import Message
from typing import TYPE_CHECKING

from casefile.reading.cleaning import one_line
from casefile.reading.compound import COMPOUND_ERRORS, MESSAGE_STREAM
from casefile.reading.errors import MEGABYTE, DamagedFileError
from casefile.reading.letters import Body, Letter, better_body, letter_reading
from casefile.reading.mail_headers import decoded, header, parse_message, stated_time
from casefile.reading.mail_writing import written_mail
from casefile.reading.mapi import Properties
from casefile.reading.model import MediaType, Part, Reading
from casefile.reading.part_names import part_name
from casefile.reading.readers import RawFile
from casefile.reading.rtf_mail import expand_rtf, rtf_body

if TYPE_CHECKING:
    from olefile import OleFileIO

READER = "outlook/1"
PART_LIMIT = 1000
TOTAL_LIMIT = 256 * MEGABYTE
"""Bytes of all attachments together: a made file may name the same bytes many times."""
DEPTH_LIMIT = 8
"""Messages within messages that are followed."""
_ATTACHMENT = "__attach_version1.0_#"
_TOP_HEADER, _EMBEDDED_HEADER, _ATTACHMENT_HEADER = 32, 24, 8
# The numbers of properties as MS-OXPROPS lists them.
_CLASS, _SUBJECT, _SENT, _HEADERS = 0x001A, 0x0037, 0x0039, 0x007D
_REPRESENTING, _REPRESENTING_ADDRESS, _SENDER, _SENDER_ADDRESS = 0x0042, 0x0065, 0x0C1A, 0x0C1F
_SMTP_ADDRESSES = (0x5D02, 0x5D01)
_DELIVERED, _BODY, _RTF, _PAGE = 0x0E06, 0x1000, 0x1009, 0x1013
_DATA, _LONG_NAME, _SHORT_NAME, _MIME, _CONTENT_ID, _SHOWN_NAME = (
    0x3701,
    0x3707,
    0x3704,
    0x370E,
    0x3712,
    0x3001,
)
_HIDDEN = 0x7FFE
_PICTURES = (".png", ".jpg", ".jpeg", ".gif")
ENCRYPTED_NOTE = (
    "The message is encrypted: open it in Outlook with the key and save its text and attachments."
)


def read_outlook_message(compound: "OleFileIO", raw: RawFile) -> Reading:
    """The message as a document, its attachments as parts."""
    try:
        letter = _letter(compound, (), raw.name, _Room(), 0)
    except COMPOUND_ERRORS as error:
        raise DamagedFileError(raw.name, "an Outlook message") from error
    return letter_reading(letter, raw.name, MediaType.OUTLOOK, READER)


@dataclass
class _Room:
    """How much more may be taken out of the file."""

    parts: int = PART_LIMIT
    size: int = TOTAL_LIMIT

    def takes(self, content: bytes) -> bool:
        """Whether there is room; if so it is used up."""
        if self.parts < 1 or self.size < len(content):
            return False
        self.parts -= 1
        self.size -= len(content)
        return True


@dataclass
class _Attached:
    """What came with one message."""

    parts: list[Part] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    pictures: int = 0


def _letter(compound: "OleFileIO", place: tuple[str, ...], name: str, room: _Room, depth: int) -> Letter:
    said = Properties(compound, place, _EMBEDDED_HEADER if place else _TOP_HEADER)
    page = said.text(_PAGE) or decoded(said.binary(_PAGE), said.page_charset)
    attached = _Attached()
    for storage in _attachments(compound, place):
        said_of_it = Properties(compound, storage, _ATTACHMENT_HEADER)
        place_of_it = said_of_it.object_place(_DATA)
        inner = (
            _embedded(compound, place_of_it, name, room, depth)
            if compound.exists(list(place_of_it))
            else None
        )
        _take(said_of_it, inner, page, attached, room)
    if said.text(_CLASS).upper().startswith("IPM.NOTE.SMIME") and not said.text(_BODY):
        attached.notes.append(ENCRYPTED_NOTE)
    if attached.pictures:
        attached.notes.append(f"Pictures inside the text were left out: {attached.pictures}.")
    letter = Letter(
        subject=one_line(said.text(_SUBJECT)),
        sender=one_line(said.text(_REPRESENTING) or said.text(_SENDER)),
        address=_address(said),
        sent=said.time(_SENT) or said.time(_DELIVERED),
        bodies=_bodies(said, page, name),
        parts=tuple(attached.parts),
        notes=tuple(dict.fromkeys(attached.notes)),
    )
    headers = said.text(_HEADERS)
    return (
        _with_headers(letter, parse_message(headers.encode("utf-8", "replace"), name)) if headers else letter
    )


def _with_headers(letter: Letter, headers: Message) -> Letter:
    """The letter with what only the headers say that it travelled with: its time zone, its list."""
    return replace(
        letter,
        sent=stated_time(header(headers, "Date")) or letter.sent,
        organisation=header(headers, "Organization"),
        list_name=header(headers, "List-Id").partition("<")[0].strip('" '),
        url=header(headers, "Archived-At").strip("<>"),
    )


def _bodies(said: Properties, page: str, name: str) -> tuple[Body, ...]:
    plain = said.text(_BODY)
    bodies = better_body(
        [Body(plain)] if plain.strip() else [], [Body(page, is_html=True)] if page.strip() else [], name
    )
    return bodies or rtf_body(expand_rtf(said.binary(_RTF)))


def _address(said: Properties) -> str:
    """The sender's address on the internet, "" where only Exchange's own is known."""
    numbers = (*_SMTP_ADDRESSES, _REPRESENTING_ADDRESS, _SENDER_ADDRESS)
    return next((text for text in map(one_line, map(said.text, numbers)) if "@" in text), "")


def _attachments(compound: "OleFileIO", place: tuple[str, ...]) -> list[tuple[str, ...]]:
    entries = compound.listdir(streams=False, storages=True)
    return sorted(
        tuple(entry)
        for entry in entries
        if len(entry) == len(place) + 1 and tuple(entry[:-1]) == place and entry[-1].startswith(_ATTACHMENT)
    )


def _take(said: Properties, inner: bytes | None, page: str, attached: _Attached, room: _Room) -> None:
    """Keeps one attachment, or notes why it is left out; ``inner`` is the message that it is, if any."""
    otherwise = f"Attachment {len(attached.parts) + 1}"
    names = (said.text(number) for number in (_LONG_NAME, _SHORT_NAME, _SHOWN_NAME))
    name = part_name(next((name for name in names if name), ""), otherwise)
    content = said.binary(_DATA) if inner is None else inner
    if inner:
        name = f"{name.removesuffix('.msg').removesuffix('.eml')}.eml"
    if _is_inside(said, page, name):
        attached.pictures += 1
    elif not content:
        attached.notes.append(f"The attachment “{name}” is empty, or only a link or an object.")
    elif room.takes(content):
        attached.parts.append(Part(name, content))
    else:
        attached.notes.append("Some attachments were left out, they are too many or too large.")


def _is_inside(said: Properties, page: str, name: str) -> bool:
    """Whether it is a picture that the page shows."""
    picture = said.text(_MIME).startswith("image/") or name.lower().endswith(_PICTURES)
    identity = said.text(_CONTENT_ID).strip("<>")
    return picture and bool(identity) and (f"cid:{identity}" in page or bool(said.number(_HIDDEN) & 1))


def _embedded(
    compound: "OleFileIO", place: tuple[str, ...], mail_name: str, room: _Room, depth: int
) -> bytes:
    """The message that is attached, written as a mail; empty for an object that is no message."""
    if depth >= DEPTH_LIMIT or not compound.exists([*place, MESSAGE_STREAM]):
        return b""
    return written_mail(_letter(compound, place, mail_name, room, depth + 1))
