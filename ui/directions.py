"""From which side text is read: each paragraph by its first strong character, as Unicode has it.

Qt finds the direction of a paragraph by itself, but a plain text view leaves its lines at the left.
"""

from unicodedata import bidirectional

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QTextBlock
from PySide6.QtWidgets import QPlainTextDocumentLayout, QStyledItemDelegate, QStyleOptionViewItem

_STRONG = {"L": False, "R": True, "AL": True}
_ISOLATES = {"LRI": 1, "RLI": 1, "FSI": 1, "PDI": -1}


def is_right_to_left(text: str) -> bool:
    """Whether the first strong character says so (UAX #9, P2 and P3); without one, no."""
    if text.isascii():
        return False
    depth = 0
    for character in text:
        kind = bidirectional(character)
        depth = max(0, depth + _ISOLATES.get(kind, 0))
        if not depth and kind in _STRONG:
            return _STRONG[kind]
    return False


def has_right_to_left(text: str) -> bool:
    """Whether anything in it is read from the right; where nothing is, no paragraph can be."""
    return not text.isascii() and any(_STRONG.get(bidirectional(character)) for character in set(text))


def direction_of(text: str) -> Qt.LayoutDirection:
    """The same, as Qt calls it."""
    return Qt.LayoutDirection.RightToLeft if is_right_to_left(text) else Qt.LayoutDirection.LeftToRight


def alignment_of(text: str) -> Qt.AlignmentFlag:
    """The side at which the text begins."""
    return Qt.AlignmentFlag.AlignRight if is_right_to_left(text) else Qt.AlignmentFlag.AlignLeft


class SidedCells(QStyledItemDelegate):
    """Cells of lists and trees: what is read from the right begins there."""

    def initStyleOption(
        self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Turns such a cell round; the others stay as the view has them."""
        super().initStyleOption(option, index)
        if is_right_to_left(option.text):
            option.direction = Qt.LayoutDirection.RightToLeft


class SidedLayout(QPlainTextDocumentLayout):
    """Each paragraph at the side from which it is read.

    To be set on the document of a plain text view, where its text :func:`has_right_to_left`: it is asked for
    every paragraph again and again. Whatever uses a paragraph's lines asks for its rectangle before: that is
    what lays them out.
    """

    def blockBoundingRect(self, block: QTextBlock) -> QRectF:
        """Where the paragraph lies."""
        found = super().blockBoundingRect(block)
        if block.isValid() and block.textDirection() == Qt.LayoutDirection.RightToLeft:
            lines = block.layout()
            option = lines.textOption()
            if option.alignment() != Qt.AlignmentFlag.AlignRight:
                option.setAlignment(Qt.AlignmentFlag.AlignRight)
                lines.setTextOption(option)
        return found
