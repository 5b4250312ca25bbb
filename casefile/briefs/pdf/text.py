"""Text from anywhere made fit for paper. Pure; imports nothing of ours.

Nothing here reads markup and nothing downstream does either: ``<b>`` is three characters. The one place
where characters are taken out (controls, surrogates, noncharacters, direction overrides) and where a
link is judged.
"""

import re
import unicodedata
from urllib.parse import quote

MAX_LENGTH = 400_000
"""Code points of one text that are printed; far beyond any quote, a stop for a broken source."""
MAX_LINK_LENGTH = 2_000

_SPACE = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_BREAK = re.compile(r"\r\n|[\n\r\u0085\u2028\u2029]")
_LAST_TWO_OF_PLANES = "".join(
    f"{chr(plane + 0xFFFE)}{chr(plane + 0xFFFF)}" for plane in range(0, 0x110000, 0x10000)
)
_UNPRINTABLE = re.compile(
    r"[\x00-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef"  # controls, surrogates, noncharacters
    r"\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f"  # soft hyphen, direction
    r"\ufe00-\ufe0f\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff" + _LAST_TWO_OF_PLANES + "]"
    r"|(?<![\u0620-\u08ff])[\u200c\u200d]|[\u200c\u200d](?![\u0620-\u08ff])"  # joiners but in Arabic words
)
_VARIANT = re.compile("[\ufe00-\ufe0f\U000e0100-\U000e01ef]")
_FROM_RIGHT = re.compile("[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]")
_LINK = re.compile(r"(?:https?://|mailto:)[^\s<>\"\\^`{|}\x00-\x1f\x7f]+", re.IGNORECASE)
_URL_CHARACTERS = "%/:?#[]@!$&'()*+,;=-._~"


def printable(text: str) -> str:
    """The text as one line, in normal form C, without what paper cannot show; too long a text says so."""
    if _is_plain(text):
        return text
    kept = text[:MAX_LENGTH]
    visible = _UNPRINTABLE.sub("", _SPACE.sub(" ", kept))
    clean = _SPACE.sub(" ", visible).strip(" ")
    if len(text) > MAX_LENGTH:
        clean += f" […{len(text) - MAX_LENGTH:,} more characters are not printed]"
    return unicodedata.normalize("NFC", clean)


def _is_plain(text: str) -> bool:
    """Whether the text is printable as it is; nearly all of it is, and is told so in a tenth of the time.

    What :meth:`str.isprintable` lets pass of what is taken out are the selectors of variants.
    """
    return (
        text.isprintable()
        and "  " not in text
        and not (text.startswith(" ") or text.endswith(" "))
        and len(text) <= MAX_LENGTH
        and (text.isascii() or (not _VARIANT.search(text) and unicodedata.is_normalized("NFC", text)))
    )


def printable_paragraphs(text: str) -> tuple[str, ...]:
    """The text's own paragraphs, each as :func:`printable` makes it; none is empty, there may be none."""
    parts = (printable(part) for part in _BREAK.split(text))
    return tuple(part for part in parts if part)


def safe_link(url: str) -> str:
    """The address in ASCII where it is http, https or mailto, else ""."""
    stripped = url.strip()
    if len(stripped) > MAX_LINK_LENGTH or _UNPRINTABLE.search(stripped) or not _LINK.fullmatch(stripped):
        return ""
    return quote(stripped, safe=_URL_CHARACTERS)


def isolated(text: str) -> str:
    """The text fenced off where it may run from right to left, so that it moves nothing beside it."""
    return f"\u2068{text}\u2069" if _FROM_RIGHT.search(text) else text


def side_by_side(*parts: str) -> tuple[str, ...]:
    """The parts of one line, each fenced off where some run from right to left and others do not."""
    if all(_FROM_RIGHT.search(part) for part in parts if part):
        return parts
    return tuple(map(isolated, parts))


def shorten_middle(text: str, limit: int) -> str:
    """The text, or its first and last words around a note of how much was left out."""
    if len(text) <= limit:
        return text
    head = text[: limit * 2 // 3].rsplit(" ", 1)[0]
    tail = text[-(limit // 3) :].split(" ", 1)[-1]
    return f"{head} [… {len(text) - len(head) - len(tail):,} characters …] {tail}"
