"""Every block of a page in reading order, for pages that are all text: mails, selections of a page.

Nothing is chosen but what a reader would see. Imports only the reading model and cleaning.
"""

import re
from typing import TYPE_CHECKING

from casefile.reading.cleaning import clean_text
from casefile.reading.model import BlockKind, Piece

if TYPE_CHECKING:
    from lxml.html import HtmlElement

_KINDS = dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), BlockKind.HEADING) | {
    "blockquote": BlockKind.QUOTATION,
    "li": BlockKind.LIST_ENTRY,
    "dt": BlockKind.LIST_ENTRY,
    "dd": BlockKind.LIST_ENTRY,
    "figcaption": BlockKind.CAPTION,
    "caption": BlockKind.CAPTION,
}
_BLOCKS = frozenset(_KINDS) | frozenset(
    ("address", "article", "aside", "body", "center", "details", "div", "dl", "fieldset", "figure", "footer",
     "form", "header", "hr", "html", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody",
     "td", "tfoot", "th", "thead", "title", "tr", "ul"),
)  # fmt: skip
_UNSEEN_TAGS = frozenset(("head", "title", "noscript", "select", "button", "textarea", "audio", "video"))
_UNSEEN = re.compile(
    r"display\s*:\s*none|visibility\s*:\s*hidden|mso-hide\s*:\s*all|(?:max-height|font-size)\s*:\s*0(?![.\d])",
    re.IGNORECASE,
)
_SIGNATURES = frozenset(("moz-signature", "gmail_signature"))
_LONGEST_ROW = 400
_SPACES = re.compile(r"[ \t\r\n\xa0]+")


def block_pieces(tree: "HtmlElement") -> list[Piece]:
    """The blocks, cleaned and none blank."""
    from lxml.etree import iterwalk

    layout = _rows_around_tables(tree)
    gathered = _Gathered()
    walk = iterwalk(tree, events=("start", "end"))
    for event, element in walk:
        if event == "end":
            gathered.leave(element)
        elif _is_unseen(element):
            gathered.enter(element, text="")
            walk.skip_subtree()
        elif element.tag == "tr" and element not in layout and (row := _row_of(element)):
            gathered.enter(element, text="")
            gathered.add_row(row)
            walk.skip_subtree()
        else:
            gathered.enter(element, text=element.text or "")
    gathered.flush()
    return gathered.pieces


class _Gathered:
    """The pieces so far, and the running text of the block that is open."""

    def __init__(self) -> None:
        self.pieces: list[Piece] = []
        self._running: list[str] = []
        self._kinds = [BlockKind.PARAGRAPH]
        self._preformatted = 0

    def enter(self, element: "HtmlElement", text: str) -> None:
        """The element begins, with the text before its first child."""
        if element.tag in _BLOCKS:
            self.flush()
        self._kinds.append(self._kind_of(element))
        if element.tag == "br":
            self._running.append("\n")
        self._preformatted += element.tag == "pre"
        self._add(text)

    def leave(self, element: "HtmlElement") -> None:
        """The element ends, with the text behind it."""
        if element.tag in _BLOCKS:
            self.flush()
        self._kinds.pop()
        self._preformatted -= element.tag == "pre"
        self._add(element.tail or "")

    def _add(self, text: str) -> None:
        self._running.append(text if self._preformatted else _SPACES.sub(" ", text))

    def add_row(self, row: str) -> None:
        """A row of a table of its own."""
        quoted = BlockKind.QUOTATION in self._kinds
        self.pieces.append((row, BlockKind.QUOTATION if quoted else BlockKind.TABLE_ROW))

    def flush(self) -> None:
        """What was gathered becomes a piece."""
        lines = (" ".join(line.split()) for line in clean_text("".join(self._running)).split("\n"))
        text = "\n".join(line for line in lines if line)
        if text:
            self.pieces.append((text, self._kinds[-1]))
        self._running = []

    def _kind_of(self, element: "HtmlElement") -> BlockKind:
        """A quoted reply stays one, and a signature, whatever is inside of it."""
        outer = self._kinds[-1]
        if outer in (BlockKind.QUOTATION, BlockKind.ASIDE):
            return outer
        if _SIGNATURES.intersection((element.get("class") or "").split()):
            return BlockKind.ASIDE
        return _KINDS.get(str(element.tag), outer)


def _is_unseen(element: "HtmlElement") -> bool:
    if element.tag in _UNSEEN_TAGS or element.get("hidden") is not None:
        return True
    return _UNSEEN.search((element.get("style") or "")[:1000]) is not None


def _rows_around_tables(tree: "HtmlElement") -> set["HtmlElement"]:
    """The rows that hold a table: they only place things on the page."""
    rows = (next(table.iterancestors("tr"), None) for table in tree.iter("table"))
    return {row for row in rows if row is not None}


def _row_of(element: "HtmlElement") -> str:
    """The row's cells on one line, "" where it is no row of values: one cell, or cells full of prose."""
    cells = [_SPACES.sub(" ", clean_text("".join(cell.itertext()))).strip() for cell in element]
    said = [cell for cell in cells if cell]
    row = " | ".join(said)
    return row if len(said) > 1 and len(row) <= _LONGEST_ROW else ""
