"""Which addresses become links: http, https and mailto, and nothing that only looks so. Pure."""

import re
import unicodedata
from collections.abc import Iterator
from urllib.parse import quote

MAX_LINK_LENGTH = 2_000
_CHARACTERS = r"[^\s<>\"\\^`{|}\x00-\x1f\x7f]+"
_LINK = re.compile(rf"(?:https?://|mailto:){_CHARACTERS}", re.IGNORECASE)
_IN_TEXT = re.compile(
    rf"(?<![\w.+-])(?:https?://(?=[\w\[])|mailto:(?=[\w.+-]+@\w)){_CHARACTERS}", re.IGNORECASE
)
_URL_CHARACTERS = "%/:?#[]@!$&'()*+,;=-._~"
_ENDS_SENTENCE = frozenset(".,;:!?'*_~…’”“»«›‹")
"""What stands behind an address in a text rather than in it."""
_PAIRS = {")": "(", "]": "["}


def safe_link(url: str) -> str:
    """The address in ASCII where it is http, https or mailto, else ""."""
    stripped = url.strip()
    if len(stripped) > MAX_LINK_LENGTH or not _LINK.fullmatch(stripped) or not _is_seen(stripped):
        return ""
    return quote(stripped, safe=_URL_CHARACTERS)


def with_links(text: str) -> Iterator[tuple[str, str]]:
    """The text in its parts, each with where it leads: the addresses that stand in it, "" for all else."""
    start = 0
    for found in _IN_TEXT.finditer(text):
        address = _without_ends(found[0])
        link = safe_link(address)
        if link:
            if found.start() > start:
                yield text[start : found.start()], ""
            yield address, link
            start = found.start() + len(address)
    if start < len(text):
        yield text[start:], ""


def _is_seen(text: str) -> bool:
    """Whether each of its characters can be seen: no control, no format sign, nothing unassigned."""
    return text.isascii() or not any(unicodedata.category(sign).startswith("C") for sign in text)


def _without_ends(address: str) -> str:
    """Without the marks of the sentence around it; a bracket that it opened itself is its own."""
    while address:
        last = address[-1]
        closes = last in _PAIRS and address.count(last) > address.count(_PAIRS[last])
        if last not in _ENDS_SENTENCE and not closes:
            break
        address = address[:-1]
    return address
