"""Text from anywhere made fit for paper. Pure; imports the fences around names.

Nothing here reads markup and nothing downstream does either: ``<b>`` is three characters. The one place
where characters are taken out: controls, surrogates, noncharacters, direction overrides.
"""

import re
import unicodedata

from casefile.briefs.fences import FENCED, OPEN, isolated

MAX_LENGTH = 400_000
"""Code points of one text that are printed; far beyond any quote, a stop for a broken source."""

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


def printable(text: str) -> str:
    """The text as one line, in normal form C, without what paper cannot show; too long a text says so."""
    if _is_plain(text):
        return text
    return _finished(_visible(text[:MAX_LENGTH]), len(text))


def printable_told(text: str) -> str:
    """A sentence of the brief's own as :func:`printable` makes it, with the fences around names kept."""
    if OPEN not in text:
        return printable(text)
    parts = [_visible(part) for part in FENCED.split(text[:MAX_LENGTH])]
    return _finished(
        "".join(isolated(part) if place % 2 else part for place, part in enumerate(parts)), len(text)
    )


def _visible(text: str) -> str:
    return _UNPRINTABLE.sub("", _SPACE.sub(" ", text))


def _finished(visible: str, length: int) -> str:
    clean = _SPACE.sub(" ", visible).strip(" ")
    if length > MAX_LENGTH:
        clean += f" […{length - MAX_LENGTH:,} more characters are not printed]"
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


def shorten_middle(text: str, limit: int) -> str:
    """The text, or its first and last words around a note of how much was left out."""
    if len(text) <= limit:
        return text
    head = text[: limit * 2 // 3].rsplit(" ", 1)[0]
    tail = text[-(limit // 3) :].split(" ", 1)[-1]
    return f"{head} [… {len(text) - len(head) - len(tail):,} characters …] {tail}"
