"""What the stretches of a text were on the page, and on which page. Imports only values.

Made by reading, kept by the store with the text, shown as a passage's place.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casefile.values import Span


class BlockKind(StrEnum):
    """What a stretch of the text was on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ENTRY = "list-entry"
    QUOTATION = "quotation"
    TABLE_ROW = "table-row"
    CAPTION = "caption"
    ASIDE = "aside"
    """A box beside the article: "Read also", a pull-quote. No sentence of it."""
    FOOTNOTE = "footnote"


@dataclass(frozen=True)
class Block:
    """One block of the text: its span without the white space around it, and what it was on the page."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True)
class Page:
    """A stretch of the text that stands on one page: the page's number, from 1, and its span."""

    number: int
    span: Span


def pages_of(pages: Sequence[Page], span: Span) -> tuple[int, int] | None:
    """The first and the last page that the span touches, None where no page does."""
    numbers = [page.number for page in pages if page.span.overlaps(span)]
    return (min(numbers), max(numbers)) if numbers else None
