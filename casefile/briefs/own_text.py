"""A person's own words in a brief: a small part of Markdown as blocks of styled runs. Imports the links.

Paragraphs, headings (``#``), lists (``-`` or ``1.``), ``**bold**``, ``*italics*``, ``[words](address)`` and
addresses as they stand, of http, https and mailto alone. Anything else is text as it stands: there are no
pictures, tables or HTML, so nothing can be smuggled in.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto
from functools import cache
from typing import TYPE_CHECKING

from casefile.briefs.links import safe_link, with_links

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
    link: str = ""
    """A safe address, "" for none."""


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

    class Parser(MarkdownIt):
        def normalizeLink(self, url: str) -> str:  # noqa: N802
            # Judged as it was written: escaped, a sign that cannot be seen would pass.
            return url

        def validateLink(self, url: str) -> bool:  # noqa: N802
            return bool(safe_link(url))

    known = ["heading", "list", "emphasis", "newline", "balance_pairs", "escape", "link"]
    return Parser("zero").enable(known)


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
    link, is_named = "", False
    for token in tokens:
        if token.type in ("strong_open", "strong_close"):
            bold += token.nesting
        elif token.type in ("em_open", "em_close"):
            italic += token.nesting
        elif token.type == "link_open":
            link, is_named = safe_link(str(token.attrs.get("href", ""))), False
        elif token.type == "link_close":
            if not is_named:
                yield Run(link, bool(bold), bool(italic), link)
            link = ""
        else:
            words = " " if token.type in ("softbreak", "hardbreak") else token.content
            is_named = is_named or bool(words)
            parts = ((words, link),) if link else with_links(words)
            yield from (Run(part, bool(bold), bool(italic), address) for part, address in parts if part)
