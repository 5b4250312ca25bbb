"""The blocks of an OpenDocument text: what a reader of the printed page sees. Imports reading.

Deletions, hidden words and sections, comments and placeholders are left out. Text boxes follow the paragraph
that holds them; footnotes stand at the end, their marks in brackets in the text.
"""

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from casefile.reading.composing import Piece, block_text, row_pieces
from casefile.reading.model import BlockKind
from casefile.reading.packages import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = frozenset(
    {
        "tracked-changes", "annotation", "annotation-end", "hidden-text", "hidden-paragraph", "placeholder",
        "note-citation", "ruby-text", "forms", "sequence-decls", "variable-decls", "user-field-decls",
        "event-listeners", "title", "desc", "covered-table-cell", "object", "object-ole", "script",
        "bibliography-mark",
    }
)  # fmt: skip
_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"heading(?: \d+)?|title|subtitle"), BlockKind.HEADING),
    (re.compile(r"quotations"), BlockKind.QUOTATION),
    (re.compile(r"caption|illustration|table|figure|drawing"), BlockKind.CAPTION),
    (re.compile(r"footnote|endnote"), BlockKind.FOOTNOTE),
)
"""By the built-in names of styles, which OpenDocument writes in English."""
_DEEPEST = 12
_MOST_SPACES = 100


class Styles:
    """The styles of the document's parts by name: what they are based on and whether they hide words."""

    def __init__(self, roots: Iterable["_Element | None"]) -> None:
        self._parents: dict[str, str] = {}
        self._hiding: set[str] = set()
        for root in roots:
            for element in () if root is None else root.iter():
                if local(element) == "style":
                    self._add(element)

    def _add(self, style: "_Element") -> None:
        name = attribute(style, "name")
        self._parents[name] = attribute(style, "parent-style-name")
        for properties in style:
            if local(properties) in ("text-properties", "section-properties") and _shows_nothing(properties):
                self._hiding.add(name)

    def chain(self, name: str) -> list[str]:
        """The style and those that it is based on."""
        found: list[str] = []
        while name and len(found) < _DEEPEST:
            found.append(name)
            name = self._parents.get(name, "")
        return found

    def hides(self, name: str) -> bool:
        """Whether words of that style are not shown."""
        return any(style in self._hiding for style in self.chain(name))

    def kind(self, name: str) -> BlockKind:
        """What a paragraph of that style is."""
        for style in self.chain(name):
            plain = style.replace("_20_", " ").casefold()
            for pattern, kind in _KINDS:
                if pattern.fullmatch(plain):
                    return kind
        return BlockKind.PARAGRAPH


def _shows_nothing(element: "_Element") -> bool:
    return any(
        str(name).rpartition("}")[2] == "display" and value == "none"
        for name, value in element.attrib.items()
    )


class Body:
    """Walks through the text of one document."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._notes: list[_Element] = []
        self._boxes: list[_Element] = []

    def pieces(self, body: "_Element") -> list[Piece]:
        """The blocks in reading order, cleaned and none blank, the notes last."""
        found = list(self._blocks(body, BlockKind.PARAGRAPH))
        numbered = 0
        while numbered < len(self._notes):  # a note may refer to another
            note = self._notes[numbered]
            numbered += 1
            words = " ".join(text for text, _ in self._blocks(note, BlockKind.FOOTNOTE))
            found.append((f"[{numbered}] {words}", BlockKind.FOOTNOTE))
        cleaned = ((block_text(text), kind) for text, kind in found)
        return [(text, kind) for text, kind in cleaned if text]

    def _blocks(self, parent: "_Element", kind: BlockKind) -> Iterator[Piece]:
        for element in parent:
            name = local(element)
            if name in ("p", "h"):
                yield from self._paragraph(element, kind)
            elif name in ("list-item", "list-header"):
                yield from self._blocks(element, BlockKind.LIST_ENTRY)
            elif name == "table":
                yield from self._table(element)
            elif name not in _LEFT_OUT and not self._is_hidden(element):
                yield from self._blocks(element, kind)

    def _paragraph(self, paragraph: "_Element", outer_kind: BlockKind) -> Iterator[Piece]:
        outer, self._boxes = self._boxes, []
        style = attribute(paragraph, "style-name")
        shown = not self._styles.hides(style) and not _has_hiding_field(paragraph)
        text = "".join(self._words(paragraph)) if shown else ""
        boxes, self._boxes = self._boxes, outer
        kind = BlockKind.HEADING if local(paragraph) == "h" else self._styles.kind(style)
        yield text, outer_kind if kind is BlockKind.PARAGRAPH else kind
        for box in boxes:
            yield from ((words, BlockKind.ASIDE) for words, _ in self._blocks(box, BlockKind.ASIDE))

    def _words(self, parent: "_Element") -> Iterator[str]:
        """The words that are shown; text boxes and notes on the way are put aside."""
        yield _flow(parent.text)
        for element in parent:
            name = local(element)
            if name == "s":
                count = attribute(element, "c")
                yield " " * min(int(count) if count.isdecimal() and len(count) < 4 else 1, _MOST_SPACES)
            elif name in ("tab", "line-break"):
                yield " " if name == "tab" else "\n"
            elif name == "note":
                yield self._mark(element)
            elif name == "text-box":
                self._boxes.append(element)
            elif name not in _LEFT_OUT and not self._is_hidden(element):
                yield from self._words(element)
            yield _flow(element.tail)

    def _mark(self, note: "_Element") -> str:
        body = next((element for element in note if local(element) == "note-body"), None)
        if body is None:
            return ""
        self._notes.append(body)
        return f"[{len(self._notes)}]"

    def _is_hidden(self, element: "_Element") -> bool:
        name = local(element)
        if name == "section" and attribute(element, "display") == "none":
            return True
        return name in ("span", "section") and self._styles.hides(attribute(element, "style-name"))

    def _table(self, table: "_Element") -> Iterator[Piece]:
        for row in _rows(table):
            cells = [
                list(self._blocks(cell, BlockKind.PARAGRAPH)) for cell in row if local(cell) == "table-cell"
            ]
            yield from row_pieces(cells)


def _rows(table: "_Element") -> Iterator["_Element"]:
    for element in table:
        name = local(element)
        if name == "table-row":
            yield element
        elif name in ("table-header-rows", "table-rows", "table-row-group"):
            yield from _rows(element)


def _has_hiding_field(paragraph: "_Element") -> bool:
    """Whether a field says that its paragraph is not shown now (OpenDocument 1.3, 7.7.11)."""
    return any(
        local(element) == "hidden-paragraph" and attribute(element, "is-hidden") == "true"
        for element in paragraph
    )


def _flow(text: str | None) -> str:
    """Text of the XML, where white space is only a space (OpenDocument 1.3, 6.1.2)."""
    return re.sub(r"[ \t\r\n]+", " ", text or "")
