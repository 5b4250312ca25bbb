"""The article's text out of a parsed page, block by block. Imports only the reading model and cleaning.

trafilatura, favouring precision, chooses the part of the page that is the article (F1 .964 on the public
article benchmark); headings, list entries, quotations and table rows keep lines of their own, so that a
pull-quote's speaker alone on its line stays alone.
"""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casefile.reading.cleaning import clean_text
from casefile.reading.model import Block, BlockKind
from casefile.reading.names import is_byline_word
from casefile.values import Span

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_KINDS = {
    "p": BlockKind.PARAGRAPH,
    "head": BlockKind.HEADING,
    "item": BlockKind.LIST_ENTRY,
    "quote": BlockKind.QUOTATION,
    "row": BlockKind.TABLE_ROW,
}
_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "header", "button", "figure"})
_LEAST_PARAGRAPH = 40
_LEAST_TEXT = 140
"""Letters and signs that a page must have to be an article when only its bare paragraphs are left to take."""
_DEEPEST = 50
"""Blocks within blocks; what lies deeper is taken as running text."""

_CLOSE_TOGETHER = (BlockKind.LIST_ENTRY, BlockKind.TABLE_ROW)
_HEAD_PIECES = 6
_LONGEST_KICKER = 60

Piece = tuple[str, BlockKind]


def article_pieces(tree: "HtmlElement") -> list[Piece]:
    """The article's blocks in reading order, cleaned and none blank; empty where there is none."""
    _free_speakers(tree)
    pieces = _extracted(tree)
    if sum(len(text) for text, _ in pieces) < _LEAST_TEXT:
        return bare_paragraphs(tree) or pieces
    return pieces


def without_furniture(pieces: list[Piece], title: str) -> list[Piece]:
    """The pieces without the kicker above the headline and a byline that lost its name."""
    headline = next((place for place, (text, _) in enumerate(pieces[:_HEAD_PIECES]) if text == title), 0)
    if any(len(text) > _LONGEST_KICKER for text, _ in pieces[:headline]):
        headline = 0
    kept = pieces[headline:]
    return [
        piece for place, piece in enumerate(kept) if place >= _HEAD_PIECES or not is_byline_word(piece[0])
    ]


def join_pieces(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks: a blank line between them, a line break within lists and tables."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    previous: BlockKind | None = None
    for text, kind in pieces:
        gap = "" if previous is None else "\n" if kind is previous and kind in _CLOSE_TOGETHER else "\n\n"
        length += len(gap)
        blocks.append(Block(Span(length, length + len(text)), kind))
        parts += (gap, text)
        length += len(text)
        previous = kind
    return "".join(parts), tuple(blocks)


def _free_speakers(tree: "HtmlElement") -> None:
    """Make the source line of a quotation a paragraph of it, so that it is not taken for page furniture."""
    for element in list(tree.iter("footer", "cite", "figcaption")):
        if _names_a_speaker(element):
            element.tag = "p"


def _names_a_speaker(element: "_Element") -> bool:
    """Whether the element is a quotation's source line; a figure around the two becomes a section."""
    if element.tag == "footer":
        return next(element.iterancestors("blockquote"), None) is not None
    if element.tag == "cite":
        return _tag_of(element.getparent()) == "blockquote"
    figure = next(element.iterancestors("figure"), None)
    if figure is None or next(figure.iterchildren("blockquote"), None) is None:
        return False
    figure.tag = "div"
    return True


def _tag_of(element: "_Element | None") -> str:
    return "" if element is None else str(element.tag)


def _extracted(tree: "HtmlElement") -> list[Piece]:
    from trafilatura import bare_extraction

    # It logs every page without an article, which the person is told in an error of ours.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)

    document = bare_extraction(
        tree, favor_precision=True, include_comments=False, include_formatting=False, with_metadata=False
    )
    body: _Element | None = getattr(document, "body", None)
    if body is None:
        return []
    found = ((_lines(text), kind) for text, kind in _blocks(body, BlockKind.PARAGRAPH))
    return [(text, kind) for text, kind in found if text]


def _blocks(element: "_Element", kind: BlockKind, depth: int = 0) -> Iterator[Piece]:
    """The element's own running text and its inner blocks, in reading order, not yet cleaned."""
    running = [_flow(element.text)]
    for child in element:
        tag = _tag_of(child)
        if tag == "lb":
            running.append("\n")
        elif depth < _DEEPEST and (tag in _KINDS or tag in ("list", "table")):
            yield "".join(running), kind
            running = []
            yield from _row(child) if tag == "row" else _blocks(child, _inner_kind(tag, kind), depth + 1)
        else:
            running.append(_flow("".join(child.itertext())))
        running.append(_flow(child.tail))
    yield "".join(running), kind


def _row(row: "_Element") -> Iterator[Piece]:
    cells = (" ".join("".join(cell.itertext()).split()) for cell in row)
    yield " | ".join(cell for cell in cells if cell), BlockKind.TABLE_ROW


def _flow(text: str | None) -> str:
    """Text of the page, where a line break is only a space."""
    return (text or "").replace("\n", " ").replace("\r", " ").replace("\t", " ")


def _inner_kind(tag: str, outer: BlockKind) -> BlockKind:
    """A paragraph inside a quotation or a list entry stays what it is inside of."""
    kind = _KINDS.get(tag, outer)
    return outer if kind is BlockKind.PARAGRAPH else kind


def _lines(text: str) -> str:
    """The block cleaned, with its own line breaks and single spaces."""
    lines = (" ".join(part for part in line.split(" ") if part) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line.strip())


def bare_paragraphs(tree: "HtmlElement") -> list[Piece]:
    """The longer paragraphs outside of navigation and footers, for pages that cannot be judged."""
    from lxml.etree import iterwalk

    pieces = []
    within = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = _tag_of(element)
        if tag in _FURNITURE_TAGS:
            within += 1 if event == "start" else -1
        elif event == "end" and tag == "p" and not within:
            text = _lines(_flow("".join(element.itertext())))
            if len(text) >= _LEAST_PARAGRAPH:
                pieces.append((text, BlockKind.PARAGRAPH))
    return pieces if sum(len(text) for text, _ in pieces) >= _LEAST_TEXT else []
