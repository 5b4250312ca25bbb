"""The base of reading a page: what trafilatura, favouring precision, takes for the article.

Imports only the reading model and the blocks. Its fast way is asked first; its thorough way, which asks two
more programs in turn, costs half as much again and is for pages on which the opinions differ.
"""

import logging
from collections.abc import Iterator
from typing import TYPE_CHECKING

from casefile.reading.html_article import flow, plain_lines
from casefile.reading.model import BlockKind, Piece

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
_DEEPEST = 50
"""Blocks within blocks; what lies deeper is taken as running text."""


def base_blocks(tree: "HtmlElement", *, thorough: bool = False) -> list[Piece]:
    """The article's blocks in reading order, empty where there is none; takes comments off the tree."""
    from trafilatura import bare_extraction

    # It logs every page without an article, which the person is told in an error of ours.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    document = bare_extraction(
        tree,
        fast=not thorough,
        favor_precision=True,
        include_comments=False,
        include_formatting=False,
        with_metadata=False,
    )
    body: _Element | None = getattr(document, "body", None)
    if body is None:
        return []
    found = ((plain_lines(text), kind) for text, kind in _blocks(body, BlockKind.PARAGRAPH))
    return [(text, kind) for text, kind in found if text]


def _blocks(element: "_Element", kind: BlockKind, depth: int = 0) -> Iterator[Piece]:
    """The element's own running text and its inner blocks, in reading order, not yet cleaned."""
    running = [flow(element.text)]
    for child in element:
        tag = child.tag if isinstance(child.tag, str) else ""
        if tag == "lb":
            running.append("\n")
        elif depth < _DEEPEST and (tag in _KINDS or tag in ("list", "table")):
            yield "".join(running), kind
            running = []
            yield from _row(child) if tag == "row" else _blocks(child, _inner_kind(tag, kind), depth + 1)
        else:
            running.append(flow("".join(child.itertext())))
        running.append(flow(child.tail))
    yield "".join(running), kind


def _row(row: "_Element") -> Iterator[Piece]:
    cells = (" ".join("".join(cell.itertext()).split()) for cell in row)
    yield " | ".join(cell for cell in cells if cell), BlockKind.TABLE_ROW


def _inner_kind(tag: str, outer: BlockKind) -> BlockKind:
    """A paragraph inside a quotation or a list entry stays what it is inside of."""
    kind = _KINDS.get(tag, outer)
    return outer if kind is BlockKind.PARAGRAPH else kind
