"""A person's own words in a brief: a small part of Markdown as blocks of styled runs. Pure.

Paragraphs, headings (``#``), lists (``-`` or ``1.``), ``**bold**`` and ``*italics*``. Anything else is text
as it stands: there are no links, pictures, tables or HTML, so nothing can be smuggled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token


class BlockKind(Enum):
    """What a block is."""

    PARAGRAPH = auto()
    HEADING = auto()
    ITEM = auto()


@dataclass(frozen=True)
class Run:
    """A stretch of a block in one look."""

    text: str
    is_bold: bool = False
    is_italic: bool = False


@dataclass(frozen=True)
class Block:
    """A paragraph, a heading or an item of a list; ``label`` is the item's number or bullet."""

    kind: BlockKind
    runs: tuple[Run, ...]
    label: str = ""
    depth: int = 0
    """How many lists the item's list stands in."""

    @property
    def text(self) -> str:
        """The words alone."""
        return "".join(run.text for run in self.runs)


def blocks_of(markdown: str) -> list[Block]:
    """The blocks in their order."""
    return list(_blocks(_parser().parse(markdown)))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt

    return MarkdownIt("zero").enable(["heading", "list", "emphasis", "newline", "balance_pairs", "escape"])


def _blocks(tokens: "list[Token]") -> Iterator[Block]:
    lists: list[tuple[bool, int]] = []
    """For each list around: whether it is numbered, and its next number."""
    kind, label = BlockKind.PARAGRAPH, ""
    for token in tokens:
        if token.type in ("bullet_list_open", "ordered_list_open"):
            lists.append((token.type.startswith("ordered"), int(token.attrs.get("start") or 1)))
        elif token.type in ("bullet_list_close", "ordered_list_close"):
            lists.pop()
        elif token.type == "list_item_open":
            numbered, number = lists[-1]
            lists[-1] = (numbered, number + 1)
            label = f"{number}." if numbered else "•"
        elif token.type == "heading_open":
            kind = BlockKind.HEADING
        elif token.type == "inline":
            found = BlockKind.ITEM if lists and kind is BlockKind.PARAGRAPH else kind
            runs = tuple(_runs(token.children or []))
            if runs:
                yield Block(found, runs, label if found is BlockKind.ITEM else "", max(0, len(lists) - 1))
            kind, label = BlockKind.PARAGRAPH, ""


def _runs(tokens: "list[Token]") -> Iterator[Run]:
    bold = italic = 0
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type in ("softbreak", "hardbreak"):
            yield Run(" ", bool(bold), bool(italic))
        elif token.content:
            yield Run(token.content, bool(bold), bool(italic))
