"""Blocks and pages of a text as compact JSON, and a passage's page in words. Pure."""

import json
from collections.abc import Sequence
from functools import lru_cache

from casefile.structure import Block, BlockKind, Page, pages_of
from casefile.values import Span


def blocks_json(blocks: Sequence[Block]) -> str:
    """``[["heading",0,12],["paragraph",14,80]]``: kind, start, end; "" where there are none."""
    return _compact([[str(block.kind), block.span.start, block.span.end] for block in blocks])


def pages_json(pages: Sequence[Page]) -> str:
    """``[[1,0,2100],[2,2102,4000]]``: number, start, end; "" where there are none."""
    return _compact([[page.number, page.span.start, page.span.end] for page in pages])


def blocks_from(text: str) -> tuple[Block, ...]:
    """The blocks again; ``ValueError`` where the text is none of :func:`blocks_json`'s."""
    rows = json.loads(text) if text else []
    return tuple(Block(Span(start, end), BlockKind(kind)) for kind, start, end in rows)


@lru_cache(maxsize=16)
def pages_from(text: str) -> tuple[Page, ...]:
    """The pages again; ``ValueError`` where the text is none of :func:`pages_json`'s."""
    rows = json.loads(text) if text else []
    return tuple(Page(number, Span(start, end)) for number, start, end in rows)


def page_words(pages: Sequence[Page], span: Span) -> str:
    """``page 3`` or ``pages 3–4``; "" where there are no pages."""
    return _words(pages, span, "page ", "pages ")


def page_mark(pages: Sequence[Page], span: Span) -> str:
    """``p. 3`` or ``pp. 3–4``, as a citation has it; "" where there are no pages."""
    return _words(pages, span, "p. ", "pp. ")


def _words(pages: Sequence[Page], span: Span, one: str, several: str) -> str:
    found = pages_of(pages, span)
    if found is None:
        return ""
    first, last = found
    return f"{one}{first}" if first == last else f"{several}{first}–{last}"


def _compact(rows: Sequence[object]) -> str:
    return json.dumps(rows, separators=(",", ":")) if rows else ""
