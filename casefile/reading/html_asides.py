"""Blocks that stand in the article's text and are no sentences of it. Imports only the model and word lists.

"Read also: ...", the list under "Related articles", and pull-quotes, which repeat in large type what the text
says: they are kept, told apart as asides, and proposals are made from the rest.
"""

import re
from functools import cache

from casefile.reading.model import BlockKind, Piece
from casefile.reading.words import TOLD_LANGUAGES, words

_LONGEST_LINE = 250
_LEAST_PULLED = 25
_LONGEST_SPEAKER = 80
_NO_WORD = re.compile(r"[\W_]+")
_RUNNING = (BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY)
_MARKED = (BlockKind.PARAGRAPH, BlockKind.LIST_ENTRY, BlockKind.HEADING, BlockKind.QUOTATION)


def mark_asides(pieces: list[Piece]) -> list[Piece]:
    """The same blocks, those beside the article as :attr:`BlockKind.ASIDE`."""
    return _mark_pulled(_mark_pointers(pieces))


def _mark_pointers(pieces: list[Piece]) -> list[Piece]:
    """Lines that point to other articles, and the lists under a heading that only does so."""
    marked: list[Piece] = []
    in_list = False
    for text, kind in pieces:
        pointer = kind in _MARKED and len(text) <= _LONGEST_LINE and _points_elsewhere(text)
        in_list = in_list and kind is BlockKind.LIST_ENTRY and len(text) <= _LONGEST_LINE
        marked.append((text, BlockKind.ASIDE if pointer or in_list else kind))
        in_list = in_list or (pointer and _is_label(text))
    return marked


def _points_elsewhere(text: str) -> bool:
    found = _pointer().match(text)
    return found is not None and (_is_label(text) or text[found.end() - 1] in ":|–—-»›→>")


def _is_label(text: str) -> bool:
    found = _pointer().match(text)
    return found is not None and not text[found.end() :].strip(" :.…|–—-»›→>")


@cache
def _pointer() -> re.Pattern[str]:
    """The words for "Read also", with the sign after them that makes them a label."""
    labels = {label for language in TOLD_LANGUAGES for label in words(language, "see_also")}
    ordered = sorted(labels, key=len, reverse=True)
    return re.compile(
        rf"\W{{0,3}}(?:{'|'.join(map(re.escape, ordered))})(?!\w)\s*[:|–—\-»›→>]?", re.IGNORECASE
    )


def _mark_pulled(pieces: list[Piece]) -> list[Piece]:
    """Quotations that repeat a stretch of a paragraph, with the lines of the same quotation after them."""
    quoted = any(kind is BlockKind.QUOTATION for _, kind in pieces)
    if not quoted:
        return pieces
    told = " ".join(_bare(text) for text, kind in pieces if kind in _RUNNING)
    marked: list[Piece] = []
    pulled = False
    for text, kind in pieces:
        if kind is not BlockKind.QUOTATION:
            pulled = False
        elif not (pulled and len(text) <= _LONGEST_SPEAKER):
            bare = _bare(text)
            pulled = len(bare) >= _LEAST_PULLED and bare in told
        marked.append((text, BlockKind.ASIDE if pulled else kind))
    return marked


def _bare(text: str) -> str:
    """The words alone, so that a pull-quote's larger marks do not count."""
    return _NO_WORD.sub(" ", text.casefold()).strip()
