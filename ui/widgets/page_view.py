"""Pages of a PDF one below the other, each painted when it comes into sight."""

from bisect import bisect_right
from collections.abc import Callable, Sequence
from itertools import accumulate

from PySide6.QtCore import QRect, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent, QPalette, QResizeEvent
from PySide6.QtWidgets import QAbstractScrollArea, QFrame, QWidget

NARROWEST = 120
"""Pixels that a page has at least, however narrow the window."""
LARGEST = 1.25
"""However wide the window, a page is seen no larger than that many times its size on paper."""
MOST_OUT_OF_SIGHT = 2
"""Besides the pictures in sight so many are kept, those seen last: on a large screen each takes megabytes."""
_POINTS_PER_INCH = 72


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
        self._tops: list[int] = []
        """Of every page, from the top of the first one's margin on."""
        self._across = 0.0
        """The widest page in points."""
        self._pictures: dict[int, QImage] = {}
        """Of each page the latest, in whatever width; the page painted last comes last."""
        self._asked: dict[int, int] = {}
        """In which width each page, as it is set now, was asked for."""
        self._request: Callable[[int, int], None] = lambda _page, _width: None
        self._page = 0
        self.verticalScrollBar().valueChanged.connect(self._scrolled)

    def show_pages(self, sizes: Sequence[tuple[float, float]], request: Callable[[int, int], None]) -> None:
        """Pages of these sizes in points; ``request`` asks for one (from 0) as wide as that in pixels.

        What was in sight stays there; the pictures of before are seen until the new ones are there.
        """
        self._sizes, self._request = sizes, request
        self._across = max((across for across, _ in sizes), default=0.0)
        self._asked.clear()
        self._set_range()
        self.viewport().update()

    def take_picture(self, page: int, picture: QImage) -> None:
        """The picture that was asked for."""
        self._pictures.pop(page, None)
        self._pictures[page] = picture
        self._forget_spare()
        self.viewport().update()

    def forget_pictures(self) -> None:
        """Gives their memory back; what is seen again is asked for again."""
        self._pictures.clear()
        self._asked.clear()

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
            for page in self._pages_between(event.rect().top(), event.rect().bottom()):
                self._ask(page, wanted)
                room = self._room(page)
                painter.fillRect(room, Qt.GlobalColor.white)
                if page in self._pictures:
                    picture = self._pictures[page] = self._pictures.pop(page)
                    painter.drawImage(room, picture)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The pages are as wide as the window, as far as that helps to read them."""
        super().resizeEvent(event)
        self._set_range()

    def _ask(self, page: int, width: int) -> None:
        if self._asked.get(page) != width:
            self._asked[page] = width
            self._request(page, width)

    def _forget_spare(self) -> None:
        in_sight = self._pages_between(0, self.viewport().height())
        spare = [page for page in self._pictures if page not in in_sight]
        for page in spare[:-MOST_OUT_OF_SIGHT]:
            del self._pictures[page]
            self._asked.pop(page, None)

    @property
    def _gap(self) -> int:
        return self.fontMetrics().height()

    @property
    def _width(self) -> int:
        largest = round(self._across / _POINTS_PER_INCH * self.logicalDpiX() * LARGEST)
        return max(NARROWEST, min(largest, self.viewport().width() - 2 * self._gap))

    def _pages_between(self, top: int, bottom: int) -> range:
        """Those of which a part lies between these lines of the window."""
        above = self.verticalScrollBar().value()
        first = bisect_right(self._tops, top + above) - 1
        return range(max(0, first), bisect_right(self._tops, bottom + above))

    def _room(self, page: int) -> QRect:
        """Where the page lies in the window."""
        gap, width = self._gap, self._width
        left = max(gap, (self.viewport().width() - width) // 2)
        across, along = self._sizes[page]
        top = self._tops[page] - self.verticalScrollBar().value()
        return QRect(left, top, width, round(width * along / across))

    def _set_range(self) -> None:
        bar, gap, width = self.verticalScrollBar(), self._gap, self._width
        heights = (round(width * along / across) + gap for across, along in self._sizes)
        *self._tops, whole = accumulate(heights, initial=gap)
        bar.setRange(0, max(0, whole - self.viewport().height()))
        bar.setPageStep(self.viewport().height())
        bar.setSingleStep(gap * 3)

    def _scrolled(self) -> None:
        self.viewport().update()
        # The page that a gap or less is left of is not the one that is read.
        above = self.verticalScrollBar().value() + self._gap
        page = max(0, bisect_right(self._tops, above) - 1)
        if page + 1 < len(self._tops) and self._room(page).bottom() <= self._gap:
            page += 1
        if page != self._page:
            self._page = page
            self.page_changed.emit(page)
