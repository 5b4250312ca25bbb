"""The blocks of the part of a page that is its article. Imports only the other modules of html pages."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile.reading.cleaning import clean_text
from casefile.reading.html_marks import is_box
from casefile.reading.html_paragraphs import MOST_LINKED, Paragraphs, is_long, linked_letters
from casefile.reading.model import BlockKind, Piece

if TYPE_CHECKING:
    from lxml.etree import _Element

_SKIPPED = frozenset(
    {"head", "script", "style", "noscript", "template", "select", "textarea", "video", "audio"}
)
_KINDS = {
    "h1": BlockKind.HEADING,
    "h2": BlockKind.HEADING,
    "h3": BlockKind.HEADING,
    "h4": BlockKind.HEADING,
    "h5": BlockKind.HEADING,
    "h6": BlockKind.HEADING,
    "li": BlockKind.LIST_ENTRY,
    "dt": BlockKind.LIST_ENTRY,
    "dd": BlockKind.LIST_ENTRY,
    "blockquote": BlockKind.QUOTATION,
    "caption": BlockKind.CAPTION,
    "figcaption": BlockKind.CAPTION,
    "tr": BlockKind.TABLE_ROW,
}
_BLOCK_TAGS = frozenset(
    {
        "address",
        "article",
        "aside",
        "body",
        "center",
        "details",
        "dialog",
        "div",
        "dl",
        "fieldset",
        "figure",
        "footer",
        "form",
        "header",
        "hr",
        "main",
        "menu",
        "nav",
        "ol",
        "p",
        "pre",
        "section",
        "summary",
        "table",
        "tbody",
        "td",
        "tfoot",
        "th",
        "thead",
        "ul",
        *_KINDS,
    }
)
_BLOCKS_IN_LINKS = ("p", "div", "section", "article", "ul", "h1", "h2", "h3", "h4")
_INLINE_BOXES = frozenset({"span", "button", "a"})
_SHORT = 25
_STOPS = '.!?…。！？”’»"“'
_DEEPEST = 250
"""Elements within elements; what lies deeper is taken as running text."""


@dataclass(frozen=True)
class _Block:
    text: str
    kind: BlockKind
    marked: bool
    """Whether it is a paragraph, a heading, an entry by its own element, not only text beside others."""


def article_blocks(paragraphs: Paragraphs) -> list[Piece]:
    """The blocks of the element that holds the page's paragraphs, without boxes; empty without paragraphs."""
    holder = paragraphs.holder
    if holder is None:
        return []
    return [(block.text, block.kind) for block in _article(list(_Walk(paragraphs).blocks(holder)))]


class _Walk:
    """One pass through a part of a page, past the boxes that stand beside its paragraphs."""

    def __init__(self, paragraphs: Paragraphs) -> None:
        self._paragraphs = paragraphs

    def blocks(
        self,
        element: "_Element",
        kind: BlockKind = BlockKind.PARAGRAPH,
        depth: int = 0,
        *,
        marked: bool = False,
    ) -> Iterator[_Block]:
        """The element's own running text and its inner blocks, in reading order."""
        running = [flow(element.text)]
        links = 0
        for child in element:
            tag = child.tag if isinstance(child.tag, str) else "script"
            if tag == "br":
                running.append("\n")
            elif self._is_left_out(child, tag):
                running.append(" ")
            elif depth < _DEEPEST and (tag in _BLOCK_TAGS or _wraps_blocks(child, tag)):
                yield from self._block(running, links, kind, marked=marked)
                running, links = [], 0
                if tag == "tr":
                    yield from _row(child)
                else:
                    inner = _inner_kind(tag, kind)
                    known = tag == "p" or tag in _KINDS
                    yield from self.blocks(child, inner, depth + 1, marked=known)
            else:
                text = flow("".join(child.itertext()))
                running.append(text)
                links += len(text) if tag == "a" else linked_letters(child)
            running.append(flow(child.tail))
        yield from self._block(running, links, kind, marked=marked)

    def _is_left_out(self, child: "_Element", tag: str) -> bool:
        if tag in _SKIPPED:
            return True
        if not (tag in _BLOCK_TAGS or tag in _INLINE_BOXES):
            return False
        held = self._paragraphs.holders.get(child, 0)
        if 2 * held >= self._paragraphs.letters:
            return False
        return is_box(child) or (tag == "a" and not held and _wraps_blocks(child, tag))

    def _block(self, running: list[str], links: int, kind: BlockKind, *, marked: bool) -> Iterator[_Block]:
        text = plain_lines("".join(running))
        if text and (links <= MOST_LINKED * len(text) or _keeps_links(kind, text)):
            yield _Block(text, kind, marked)


def _keeps_links(kind: BlockKind, text: str) -> bool:
    """Headings lead to themselves, and a quotation or an entry that long is one with a reference."""
    return kind is BlockKind.HEADING or (kind is not BlockKind.PARAGRAPH and len(text) >= 120)


def _wraps_blocks(element: "_Element", tag: str) -> bool:
    """Whether an element of running text has blocks inside, as a link around a whole card."""
    return tag not in _BLOCK_TAGS and next(element.iter(*_BLOCKS_IN_LINKS), None) is not None


def _inner_kind(tag: str, outer: BlockKind) -> BlockKind:
    """A paragraph inside a quotation or a list entry stays what it is inside of."""
    return _KINDS.get(tag, outer)


def _row(row: "_Element") -> Iterator[_Block]:
    cells = (" ".join("".join(cell.itertext()).split()) for cell in row if isinstance(cell.tag, str))
    text = clean_text(" | ".join(cell for cell in cells if cell))
    if text:
        yield _Block(text, BlockKind.TABLE_ROW, marked=True)


def _article(blocks: list[_Block]) -> list[_Block]:
    """The blocks from the first long one, with the headings before it, to the last sentence."""
    long = [place for place, block in enumerate(blocks) if _is_running(block)]
    if not long:
        return []
    first, last = long[0], long[-1]
    while first and blocks[first - 1].kind is BlockKind.HEADING:
        first -= 1
    while last + 1 < len(blocks) and _ends_a_text(blocks[last + 1]):
        last += 1
    return [block for block in blocks[first : last + 1] if block.marked or len(block.text) >= _SHORT]


def _is_running(block: _Block) -> bool:
    return block.kind is not BlockKind.HEADING and is_long(block.text)


def _ends_a_text(block: _Block) -> bool:
    return block.marked and block.kind is not BlockKind.HEADING and block.text[-1] in _STOPS


def flow(text: str | None) -> str:
    """Text of the page, where a line break is only a space."""
    return (text or "").replace("\n", " ").replace("\r", " ").replace("\t", " ")


def plain_lines(text: str) -> str:
    """The block cleaned, with its own line breaks and single spaces."""
    lines = (_single_spaced(line) for line in clean_text(text).split("\n"))
    return "\n".join(line for line in lines if line)


def _single_spaced(line: str) -> str:
    return " ".join(part for part in line.split(" ") if part).strip()
