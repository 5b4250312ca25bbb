"""The headers of mails and MHTML: words, people, times, charsets, file names. Imports reading only.

The parser's policy is compat32: the newer one parses each header by a grammar that fails on, or takes minutes
for, headers that real programs write. What is lost by it, decoding, is done here.
"""

import codecs
import re
from datetime import UTC, datetime
from email.header import decode_header
from email.message import Message
from email.parser import BytesParser
from email.policy import Compat32
from email.utils import collapse_rfc2231_value, getaddresses, parsedate_to_datetime

from casefile.reading.cleaning import one_line
from casefile.reading.decoding import decode
from casefile.reading.errors import DamagedFileError, TooDeepError

HEADER_LIMIT = 4000
"""Characters of a header that are looked at."""
_POLICY = Compat32(mangle_from_=False, max_line_length=None)
# Codecs of Python that are no charset of text, or whose time grows with the square of the length.
_NO_CHARSETS = frozenset({"idna", "punycode", "undefined", "unicode-escape", "raw-unicode-escape"})
_LATIN = frozenset({"ascii", "iso8859-1"})


def parse_message(content: bytes, name: str) -> Message:
    """The message; :class:`TooDeepError`, or :class:`DamagedFileError` where it is none."""
    try:
        return BytesParser(policy=_POLICY).parsebytes(content)
    except RecursionError as error:  # the parser calls itself for each part within a part
        raise TooDeepError(name) from error
    except (ValueError, LookupError, TypeError, AttributeError) as error:
        raise DamagedFileError(name, "a message") from error


def header(message: Message, name: str) -> str:
    """The first header of that name as one line, decoded; "" where there is none."""
    return one_line(_decoded_words(_raw_header(message, name)))


def _raw_header(message: Message, name: str) -> str:
    """The header as it stands; bytes that are no ASCII are lone surrogates (PEP 383)."""
    wanted = name.lower()
    found = (str(value) for key, value in message.raw_items() if key.lower() == wanted)
    return next(found, "")[:HEADER_LIMIT]


def _decoded_words(value: str) -> str:
    """The header with its encoded words (RFC 2047), and its undeclared bytes, decoded."""
    if not value.isascii():
        value = decode(value.encode("utf-8", "surrogateescape")).text
    try:
        pieces = decode_header(value)
    except (ValueError, LookupError):
        return value
    return "".join(_decoded_piece(piece, charset) for piece, charset in pieces)


def _decoded_piece(piece: str | bytes, charset: str | None) -> str:
    if isinstance(piece, str):
        return piece
    if charset is None:  # decode_header's own encoding of what stands between encoded words
        return piece.decode("raw-unicode-escape", "replace")
    return decoded(piece, charset)


def decoded(content: bytes, charset: str) -> str:
    """The characters of the bytes: in the declared charset where they fit it, else by the usual guess."""
    try:
        codec = codecs.lookup(charset.strip().lower() or "utf-8").name
    except (LookupError, ValueError):
        return decode(content).text
    if codec in _NO_CHARSETS:
        return decode(content).text
    if codec in _LATIN:  # what is labelled so is windows-1252, or UTF-8 by a program that did not know
        return decode(content).text
    try:
        return content.decode(codec)
    except (ValueError, LookupError):  # the latter from codecs that make bytes of bytes
        return decode(content).text


def person_and_address(message: Message, name: str) -> tuple[str, str]:
    """The display name and the address of the first mailbox in the header, "" for what is not there."""
    value = _raw_header(message, name)
    try:
        mailboxes = getaddresses([value])
    except (ValueError, IndexError):
        mailboxes = []
    shown, address = next(iter(mailboxes), ("", ""))
    if "@" not in address:
        return header(message, name).partition("<")[0].strip(' "'), ""
    return one_line(_decoded_words(shown)).strip("'\""), one_line(address)


def stated_time(text: str) -> datetime | None:
    """The time that a Date header states (RFC 5322, 3.3), in its own zone; None for none that can be read."""
    try:
        time = parsedate_to_datetime(text[:100])
        time = time.replace(tzinfo=UTC) if time.tzinfo is None else time
        time.astimezone(UTC)  # fails in the first and the last day that there are
    except (ValueError, TypeError, IndexError, OverflowError):
        return None
    return time


def stated_utc(text: str) -> datetime | None:
    """The same moment in UTC."""
    time = stated_time(text)
    return time.astimezone(UTC) if time else None


def payload(part: Message) -> bytes:
    """The part's own bytes, its transfer encoding undone; empty for one that holds parts."""
    try:
        content = part.get_payload(decode=True)
    except (ValueError, LookupError):
        content = None
    return content if isinstance(content, bytes) else b""


def part_text(part: Message) -> str:
    """The part's characters."""
    return decoded(payload(part), str(_charset_of(part)))


def _charset_of(part: Message) -> str:
    try:
        return part.get_content_charset("") or ""
    except (ValueError, LookupError, TypeError):
        return ""


def parameter(part: Message, header_name: str, name: str) -> str:
    """A parameter of a header, lower case; "" where there is none."""
    try:
        value = part.get_param(name, "", header=header_name)
        return one_line(collapse_rfc2231_value(value)).lower()
    except (ValueError, LookupError, TypeError):
        return ""


def file_name(part: Message) -> str:
    """What the part is called, decoded; "" where it has no name."""
    try:
        name = part.get_filename("")
    except (ValueError, LookupError, TypeError):
        return ""
    return one_line(_decoded_words(str(name)[:HEADER_LIMIT]))


def disposition(part: Message) -> str:
    """``attachment``, ``inline``, or "" where the part does not say."""
    value = _raw_header(part, "Content-Disposition")
    return re.split(r"[;\s]", value.strip().lower(), maxsplit=1)[0]
