"""Pages of a PDF one below the other, each painted when it comes into sight."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

NARROWEST = 120
"""Pixels that a page has at least, however narrow the window."""


class PageView(QAbstractScrollArea):
    """Asks for the pictures of the pages in sight; where one is missing its paper is seen."""

    page_changed = Signal(int)
    """The page at the top of the window, from 0."""

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.viewport().setBackgroundRole(QPalette.ColorRole.Mid)
        self._sizes: Sequence[tuple[float, float]] = ()
        self._pictures: dict[tuple[int, int], QImage] = {}
        self._before: dict[int, QImage] = {}
        """What was seen of each page before it was set again, or in another width."""
        self._asked: set[tuple[int, int]] = set()
        self._request: Callable[[int, int], None] = lambda _page, _width: None
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, sizes: Sequence[tuple[float, float]], request: Callable[[int, int], None]) -> None:
        """Pages of these sizes in points; ``request`` asks for one (from 0) as wide as that in pixels.

        What was in sight stays there; the pictures of before are seen until the new ones are there.
        """
        self._sizes, self._request = sizes, request
        self._asked.clear()
        self._before |= {page: picture for (page, _), picture in self._pictures.items()}
        self._pictures.clear()
        self._set_range()
        self.viewport().update()

    def take_picture(self, page: int, width: int, picture: QImage) -> None:
        """The picture that was asked for."""
        self._before[page] = self._pictures[page, width] = picture
        self.viewport().update()

    @property
    def page_count(self) -> int:
        """How many pages there are."""
        return len(self._sizes)

    def paintEvent(self, event: QPaintEvent) -> None:
        """The pages that the exposed part shows."""
        width = self._width
        ratio = self.devicePixelRatioF()
        wanted = round(width * ratio)
        with QPainter(self.viewport()) as painter:
            painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
            for page, room in enumerate(self._rooms()):
                if not room.intersects(event.rect()):
                    continue
                picture = self._pictures.get((page, wanted))
                if picture is None:
                    self._ask(page, wanted)
                    picture = self._before.get(page)
                painter.fillRect(room, Qt.GlobalColor.white)
                if picture is not None:
                    painter.drawImage(room, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages are as wide as the window."""
        super().resizeEvent(event)
        self._pictures.clear()
        self._asked.clear()
        self._set_range()

    def _ask(self, page: int, width: int) -> None:
        if (page, width) not in self._asked:
            self._asked.add((page, width))
            self._request(page, width)

    @property
    def _gap(self) -> int:
        return self.fontMetrics().height()

    @property
    def _width(self) -> int:
        return max(NARROWEST, self.viewport().width() - 2 * self._gap)

    def _height(self, page: int) -> int:
        across, along = self._sizes[page]
        return round(self._width * along / across)

    def _rooms(self) -> list[QRect]:
        """Where each page lies in the window."""
        top, rooms = self._gap - self.verticalScrollBar().value(), []
        for page in range(len(self._sizes)):
            height = self._height(page)
            rooms.append(QRect(self._gap, top, self._width, height))
            top += height + self._gap
        return rooms

    def _set_range(self) -> None:
        bar = self.verticalScrollBar()
        whole = self._gap + sum(self._height(page) + self._gap for page in range(len(self._sizes)))
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(self._gap * 3)

    def _scrolled(self) -> None:
        self.viewport().update()
        page = next((at for at, room in enumerate(self._rooms()) if room.bottom() > self._gap), 0)
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
