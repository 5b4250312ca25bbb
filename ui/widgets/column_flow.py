"""Blocks of widgets in as many columns as there is room for, each block under the shortest one."""

from collections.abc import Sequence

from PySide6.QtCore import QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget


class ColumnFlow(QWidget):
    """As high as its columns need at its width: put it into a scroll area that resizes it.

    A column is at least as wide as some characters, and no narrower than its blocks can be.
    """

    def __init__(self, characters: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._characters = characters
        self._blocks: list[QWidget] = []

    def show_blocks(self, blocks: Sequence[QWidget]) -> None:
        """Shows these blocks instead of the ones before, which are deleted."""
        for block in self._blocks:
            block.hide()
            block.deleteLater()
        self._blocks = list(blocks)
        for block in self._blocks:
            block.setParent(self)
            block.show()
        self._flow()

    def columns(self) -> int:
        """How many columns there are now."""
        return len({block.x() for block in self._blocks})

    def minimumSizeHint(self) -> QSize:
        """One column at least."""
        return QSize(self._narrowest(), self.minimumHeight())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other columns where the width is another one."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._flow()

    def _narrowest(self) -> int:
        return max((block.minimumSizeHint().width() for block in self._blocks), default=0)

    def _flow(self) -> None:
        metrics = self.fontMetrics()
        gap, wanted = metrics.height(), max(self._narrowest(), metrics.averageCharWidth() * self._characters)
        count = max(1, (self.width() + gap) // (wanted + gap))
        width = (self.width() - gap * (count - 1)) // count
        ends = [0] * count
        for block in self._blocks:
            column = ends.index(min(ends))
            height = _height(block, width)
            block.setGeometry(column * (width + gap), ends[column], width, height)
            ends[column] += height + gap
        self.setMinimumHeight(max(ends))
        self.updateGeometry()


def _height(block: QWidget, width: int) -> int:
    """How high the block has to be at the width."""
    return block.heightForWidth(width) if block.hasHeightForWidth() else block.sizeHint().height()
