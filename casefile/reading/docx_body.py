"""The blocks of a Word document: what a reader of the printed page sees. Imports reading.

Insertions are kept; deletions, hidden words, comments, field codes and placeholders are left out. Text boxes
follow the paragraph that holds them; footnotes stand at the end, their marks in brackets in the text.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casefile.reading.composing import Piece, block_text, row_pieces
from casefile.reading.docx_styles import Styles, child, is_on
from casefile.reading.model import BlockKind
from casefile.reading.packages import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_LEFT_OUT = frozenset(
    {
        "del", "moveFrom", "delText", "instrText", "delInstrText", "pPr", "rPr", "sdtPr", "rt", "binData",
        "commentReference", "annotationRef", "footnoteRef", "endnoteRef", "object", "Fallback", "docPart",
    }
)  # fmt: skip
_SIGNS = {"tab": " ", "ptab": " ", "br": "\n", "cr": "\n", "noBreakHyphen": "\u2011"}


@dataclass
class Notes:
    """The footnotes and endnotes, with those that the text refers to, in its order."""

    by_key: dict[tuple[str, str], "_Element"] = field(default_factory=dict)
    """By the kind of the reference's element and its id."""
    used: list[tuple[str, str]] = field(default_factory=list)

    def mark(self, key: tuple[str, str]) -> str:
        """The note's mark in the text, "" where there is no such note."""
        if key not in self.by_key:
            return ""
        if key not in self.used:
            self.used.append(key)
        return f"[{self.used.index(key) + 1}]"


class Body:
    """Walks through the parts of one document."""

    def __init__(self, styles: Styles, notes: Notes) -> None:
        self._styles = styles
        self._notes = notes
        self._field_depth = 0
        self._boxes: list[_Element] = []
        self._carried = ""

    def pieces(self, body: "_Element") -> list[Piece]:
        """The blocks in reading order, cleaned and none blank, the notes last."""
        found = list(self._blocks(body))
        found.append((self._carried, BlockKind.PARAGRAPH))
        numbered = 0
        while numbered < len(self._notes.used):  # a note may refer to another
            note = self._notes.by_key[self._notes.used[numbered]]
            numbered += 1
            words = " ".join(text for text, _ in self._blocks(note))
            found.append((f"[{numbered}] {words}", BlockKind.FOOTNOTE))
        cleaned = ((block_text(text), kind) for text, kind in found)
        return [(text, kind) for text, kind in cleaned if text]

    def _blocks(self, parent: "_Element") -> Iterator[Piece]:
        for element in parent:
            name = local(element)
            if name == "p":
                yield from self._paragraph(element)
            elif name == "tbl":
                yield from self._table(element)
            elif name not in _LEFT_OUT and not _is_placeholder(element):
                yield from self._blocks(element)

    def _paragraph(self, paragraph: "_Element") -> Iterator[Piece]:
        properties = child(paragraph, "pPr")
        style = child(properties, "pStyle")
        style_id = "" if style is None else attribute(style, "val")
        outer, self._boxes = self._boxes, []
        text = self._carried + "".join(self._words(paragraph, hidden=self._styles.hides(style_id)))
        boxes, self._boxes = self._boxes, outer
        self._carried = ""
        mark = child(properties, "rPr")
        if child(mark, "del") is not None or child(mark, "moveFrom") is not None:
            self._carried = text  # the end of the paragraph is deleted: it goes on with the next one
        else:
            yield text, self._kind(properties, style_id)
        for box in boxes:
            yield from ((words, BlockKind.ASIDE) for words, _ in self._blocks(box))

    def _kind(self, properties: "_Element | None", style_id: str) -> BlockKind:
        level = child(properties, "outlineLvl")
        if level is not None and attribute(level, "val") in tuple("012345678"):
            return BlockKind.HEADING
        kind = self._styles.kind(style_id)
        number = child(child(properties, "numPr"), "numId")
        if kind is BlockKind.PARAGRAPH and number is not None and attribute(number, "val") != "0":
            return BlockKind.LIST_ENTRY
        return kind

    def _words(self, parent: "_Element", *, hidden: bool) -> Iterator[str]:
        """The words that are shown; text boxes on the way are put aside."""
        for element in parent:
            name = local(element)
            if name == "r":
                yield from self._words(element, hidden=self._is_hidden(element, hidden))
            elif name == "t" or name in _SIGNS:
                shown = not (hidden or self._field_depth)
                yield _SIGNS.get(name, element.text or "") if shown else ""
            elif name == "fldChar":
                self._enter_field(attribute(element, "fldCharType"))
            elif name in ("footnoteReference", "endnoteReference"):
                yield "" if hidden else self._notes.mark((name, attribute(element, "id")))
            elif name == "txbxContent":
                self._boxes.append(element)
            elif name not in _LEFT_OUT and not _is_placeholder(element):
                yield from self._words(element, hidden=hidden)

    def _is_hidden(self, run: "_Element", inherited: bool) -> bool:
        properties = child(run, "rPr")
        said = is_on(child(properties, "vanish"))
        if said is not None:
            return said
        style = child(properties, "rStyle")
        return inherited or (style is not None and self._styles.hides(attribute(style, "val")))

    def _enter_field(self, kind: str) -> None:
        """Between a field's begin and its separator stands its code, after that its result."""
        if kind == "begin":
            self._field_depth += 1
        elif self._field_depth and kind == "separate":
            self._field_depth -= 1

    def _table(self, table: "_Element") -> Iterator[Piece]:
        for row in _within(table, "tr"):
            properties = child(row, "trPr")
            if child(properties, "del") is not None or is_on(child(properties, "hidden")):
                continue
            yield from row_pieces([list(self._blocks(cell)) for cell in _within(row, "tc")])


def _within(parent: "_Element", name: str) -> Iterator["_Element"]:
    """The rows of a table or cells of a row, also those in content controls and insertions."""
    for element in parent:
        if local(element) == name:
            yield element
        elif local(element) in ("sdt", "sdtContent", "ins", "customXml"):
            yield from _within(element, name)


def _is_placeholder(element: "_Element") -> bool:
    """Whether a content control only shows what is to be typed into it."""
    return local(element) == "sdt" and child(child(element, "sdtPr"), "showingPlcHdr") is not None
