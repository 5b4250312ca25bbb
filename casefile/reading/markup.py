"""HTML made small before it is parsed: scripts, styles, drawings, comments and inlined files fall away.

One pass from left to right, linear in the length of the page, so that fifty megabytes of scripts around six
paragraphs cost what reading them once costs. Imports only cleaning.
"""

import re
from dataclasses import dataclass

from casefile.reading.cleaning import clean_text

_DROPPED = ("script", "style", "svg", "iframe", "object", "canvas", "template")
_OPENING = re.compile(rf"<(?:!--|(?:{'|'.join(_DROPPED)})(?=[\s/>]))", re.IGNORECASE)
_CLOSING = {name: re.compile(rf"</{name}(?=[\s/>])", re.IGNORECASE) for name in _DROPPED}
_JSON_LD = re.compile(r"<script\b[^>]*?application/ld\+json[^>]*>", re.IGNORECASE)
_TAG_LENGTH = 2000
_JSON_LD_LIMIT = 1024 * 1024
_JSON_LD_COST = 1000
"""Characters that a block counts for beside its own, so that a page cannot hold a million of them."""
_INLINED = re.compile(r"data:[a-zA-Z+.\-]{2,40}/[^\s\"'<>)]{100,}")
_INLINED_START = re.compile(r"data:[a-zA-Z+.\-]{2,40}/[^\s\"'<>)]{100}")
_CONTROL_REFERENCE = re.compile(
    r"&#(?:0*(?:[0-8]|1[124-9]|2\d|3[01])|x0*(?:[0-8bcef]|1[\da-f]))(?:;|(?![\da-f]))", re.I
)
_NAME = re.compile(r"[a-z]+")
_RAW_TEXT = frozenset({"script", "style", "iframe"})
"""Elements whose content is no markup: without an end tag they run to the end of the page (HTML 13.2.5)."""


@dataclass(frozen=True)
class SlimPage:
    """A page without what carries no text, and the JSON-LD blocks that it held."""

    markup: str
    json_ld: tuple[str, ...]


def slim(markup: str) -> SlimPage:
    """The page without scripts, styles, SVG, comments, ``data:`` addresses and control characters."""
    kept: list[str] = []
    json_ld: list[str] = []
    json_ld_room = _JSON_LD_LIMIT
    unclosed: set[str] = set()
    position = 0
    while found := _OPENING.search(markup, position):
        start = found.start()
        kept.append(markup[position:start])
        end = _end_of(markup, start, unclosed)
        if end < 0:
            kept.append(found.group())
            position = found.end()
            continue
        block = _json_ld_of(markup, start, end)
        if block and len(block) <= json_ld_room:
            json_ld.append(block)
            json_ld_room -= len(block) + _JSON_LD_COST
        kept.append(" ")
        position = end
    kept.append(markup[position:])
    # The parser keeps control characters, with which lxml then refuses to build text.
    markup = _CONTROL_REFERENCE.sub(" ", clean_text(_without_inlined("".join(kept))))
    return SlimPage(markup, tuple(json_ld))


def _without_inlined(markup: str) -> str:
    """The markup with ``data:,`` for each inlined file; what stands between quotes is passed over at once."""
    kept: list[str] = []
    position = 0
    while (start := markup.find("data:", position)) >= 0:
        end = _end_of_inlined(markup, start)
        kept += (markup[position:start], "data:,") if end > start else (markup[position : start + 5],)
        position = max(end, start + 5)
    kept.append(markup[position:])
    return "".join(kept)


def _end_of_inlined(markup: str, start: int) -> int:
    """Where the file that is inlined from here ends; -1 where none is."""
    if _INLINED_START.match(markup, start) is None:
        return -1
    quote = markup[start - 1] if start else ""
    if quote and quote in "\"'":
        return markup.find(quote, start)
    found = _INLINED.match(markup, start)
    return found.end() if found else -1


def _end_of(markup: str, start: int, unclosed: set[str]) -> int:
    """Where the element or comment that starts here ends; -1 where its tag alone is to be kept as it is."""
    if markup.startswith("<!--", start):
        end = markup.find("-->", start + 2)
        return len(markup) if end < 0 else end + 3
    found = _NAME.match(markup[start + 1 : start + 12].lower())
    name = found.group() if found else ""
    if name in unclosed:
        return -1
    closing = _CLOSING[name].search(markup, start)
    if closing:
        end = markup.find(">", closing.end())
        return len(markup) if end < 0 else end + 1
    unclosed.add(name)
    return len(markup) if name in _RAW_TEXT else -1


def _json_ld_of(markup: str, start: int, end: int) -> str:
    opening = _JSON_LD.match(markup, start, min(end, start + _TAG_LENGTH))
    if opening is None:
        return ""
    closing = markup.rfind("</", opening.end(), end)
    return markup[opening.end() : closing if closing >= 0 else end].strip()
