"""E-mail (RFC 5322 and MIME): body, headers, attachments. Imports reading only.

Each attachment and each mail within the mail is a part of its own; pictures inside the text are not.
"""

import re
from dataclasses import dataclass, field
from email.message import Message
from email.policy import Compat32

from casefile.reading.errors import TooDeepError
from casefile.reading.letters import Body, Letter, better_body, letter_reading
from casefile.reading.mail_headers import (
    disposition,
    file_name,
    header,
    parameter,
    parse_message,
    part_text,
    payload,
    person_and_address,
    stated_time,
)
from casefile.reading.model import MediaType, Part, Reading
from casefile.reading.part_names import part_name, suffix_of
from casefile.reading.readers import RawFile

READER = "mail/1"
PART_LIMIT = 1000
"""Attachments of one mail that are kept."""
DEPTH_LIMIT = 50
"""Multiparts within multiparts that are followed."""
TNEF_NOTE = (
    "What is attached lies in winmail.dat, a container of Outlook's that is not read: ask the sender for "
    "the files themselves, or open the mail in Outlook and save them."
)
ENCRYPTED_NOTE = (
    "The mail is encrypted: open it in the mail program that has the key and save its text and attachments."
)
_TNEF = ("application/ms-tnef", "application/vnd.ms-tnef")
_SIGNATURES = ("application/pgp-signature", "application/pkcs7-signature", "application/x-pkcs7-signature")
_SEALED = ("application/pkcs7-mime", "application/x-pkcs7-mime", "application/pgp-encrypted")
_ANGLE = re.compile(r"\s*<[^<>]*>\s*$")
_BYTES = Compat32(mangle_from_=False, max_line_length=None)


def read_mail_file(raw: RawFile) -> Reading:
    """The mail as a document, its attachments as parts."""
    return letter_reading(read_letter(raw.content, raw.name), raw.name, MediaType.MAIL, READER)


def read_letter(content: bytes, name: str) -> Letter:
    """The mail in the bytes; :class:`ReadingError` where they hold none."""
    message = parse_message(content, name)
    found = _Found(name)
    try:
        bodies = _bodies(message, found, 0)
    except RecursionError as error:  # a mail within the mail is written out part by part
        raise TooDeepError(name) from error
    sender, address = person_and_address(message, "From")
    return Letter(
        subject=header(message, "Subject"),
        sender=sender,
        address=address,
        organisation=header(message, "Organization") or header(message, "Organisation"),
        list_name=_ANGLE.sub("", header(message, "List-Id")).strip('" '),
        sent=stated_time(header(message, "Date")),
        url=header(message, "Archived-At").strip("<>"),
        bodies=bodies,
        parts=tuple(found.parts),
        notes=found.notes(),
    )


@dataclass
class _Found:
    """What a mail holds beside its body, gathered as its parts are walked."""

    name: str
    parts: list[Part] = field(default_factory=list)
    inside_pictures: int = 0
    left_out: int = 0
    remarks: dict[str, None] = field(default_factory=dict)

    def attach(self, name: str, content: bytes) -> None:
        """Keeps an attachment within the limit."""
        if len(self.parts) >= PART_LIMIT:
            self.left_out += 1
        elif content:
            self.parts.append(Part(name, content))
        else:
            self.remarks[f"The attachment “{name}” is empty."] = None

    def notes(self) -> tuple[str, ...]:
        """What the person should know of the parts that are not kept."""
        notes = list(self.remarks)
        if self.inside_pictures:
            notes.append(f"Pictures inside the text were left out: {self.inside_pictures}.")
        if self.left_out:
            notes.append(f"{self.left_out} attachments over the first {PART_LIMIT} were left out.")
        return tuple(notes)


def _bodies(part: Message, found: _Found, depth: int) -> tuple[Body, ...]:
    """The part's stretch of the body; what is attached goes to ``found``."""
    kind = part.get_content_type()
    children = part.get_payload() if part.is_multipart() else None
    if kind == "message/rfc822" or (kind.startswith("message/") and isinstance(children, list)):
        _attach_message(part, found)
        return ()
    if kind == "multipart/encrypted":
        found.remarks[ENCRYPTED_NOTE] = None
        return ()
    if not isinstance(children, list):
        return _leaf(part, kind, found)
    if depth >= DEPTH_LIMIT:
        found.remarks["What lies deeper than fifty levels in the mail was left out."] = None
        return ()
    below = [_bodies(child, found, depth + 1) for child in children if isinstance(child, Message)]
    if kind == "multipart/alternative":
        return _alternative(below, found.name)
    return tuple(body for bodies in below for body in bodies)


def _alternative(versions: list[tuple[Body, ...]], name: str) -> tuple[Body, ...]:
    plain = next((bodies for bodies in versions if bodies and not any(body.is_html for body in bodies)), ())
    html = next((bodies for bodies in versions if any(body.is_html for body in bodies)), ())
    return better_body(plain, html, name)


def _leaf(part: Message, kind: str, found: _Found) -> tuple[Body, ...]:
    placed, called = disposition(part), file_name(part)
    if kind in ("text/plain", "text/html") and placed != "attachment" and not called:
        text = part_text(part)
        flowed = parameter(part, "content-type", "format") == "flowed"
        spaceless = parameter(part, "content-type", "delsp") == "yes"
        return (Body(text, kind == "text/html", flowed, spaceless),) if text.strip() else ()
    if kind in _TNEF or called.lower() == "winmail.dat":
        found.remarks[TNEF_NOTE] = None
    elif kind in _SIGNATURES:
        pass  # it holds nothing for a reader; nobody was promised that it is checked
    elif kind in _SEALED and parameter(part, "content-type", "smime-type") != "signed-data":
        found.remarks[ENCRYPTED_NOTE] = None
    elif (
        kind.startswith("image/")
        and placed != "attachment"
        and (part.get("Content-ID") or placed == "inline")
    ):
        found.inside_pictures += 1
    else:
        otherwise = f"Attachment {len(found.parts) + 1}{suffix_of(kind)}"
        found.attach(part_name(called, otherwise), payload(part))
    return ()


def _attach_message(part: Message, found: _Found) -> None:
    """A mail within the mail: its own bytes, under its subject."""
    inner = part.get_payload()
    if not isinstance(inner, list) or not inner or not isinstance(inner[0], Message):
        content, subject = payload(part), ""
    elif header(part, "Content-Transfer-Encoding").lower() == "base64":
        content, subject = _decoded_base64(str(inner[0].get_payload())), ""
    else:
        content, subject = inner[0].as_bytes(policy=_BYTES), header(inner[0], "Subject")
    called = file_name(part) or subject
    name = part_name(called.replace("/", " "), f"Message {len(found.parts) + 1}")
    found.attach(name if name.lower().endswith(".eml") else f"{name}.eml", content)


def _decoded_base64(text: str) -> bytes:
    from base64 import b64decode

    try:
        return b64decode(text.encode("ascii", "ignore"))
    except ValueError:
        return b""
