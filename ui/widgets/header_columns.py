"""The columns of a list as a person wants them: width, order, which are hidden; by mouse and by menu."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from math import ceil
from typing import cast

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QMenu, QTableView, QTreeView, QWidget

from casefile.translation import tr
from ui.widgets.column_layout import ENOUGH_REST, LEAST_REST, NARROWEST, ColumnPlace, Layout, merged, shared

LAYOUT_NAME = "layoutName"
"""The property that names a list in every language alike, for what is remembered of it."""


def layout_name(view: QWidget) -> str:
    """What the layout of the list is remembered by."""
    return str(view.property(LAYOUT_NAME) or view.accessibleName())


class HeaderColumns(QObject):
    """The layout of one header; widths follow the size of the letters."""

    changed = Signal()
    """Somebody laid the columns out otherwise: :attr:`layout`."""
    choice_wanted = Signal()
    """Somebody wants to choose the columns in a dialog."""

    def __init__(self, view: QTableView | QTreeView, columns: Sequence[ColumnPlace]) -> None:
        """The columns as they are at first, in the order of the model."""
        self.header = view.horizontalHeader() if isinstance(view, QTableView) else view.header()
        super().__init__(self.header)
        self.view = view
        self.has_dialog = False
        """Whether somebody answers :attr:`choice_wanted`."""
        self.default: Layout = tuple(columns)
        self._columns = {place.title: place for place in columns}
        self._numbers = {place.title: number for number, place in enumerate(columns)}
        self._content: dict[str, float] = {}
        """By title what the widest cell took that was seen so far, in characters."""
        self._left_out: set[str] = set()
        """The titles of those in which nothing can stand at present."""
        self._own = False
        header = self.header
        header.setStretchLastSection(False)
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(isinstance(view, QTableView))
        header.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        for place in columns:
            mode = QHeaderView.ResizeMode.Interactive if place.width else QHeaderView.ResizeMode.Stretch
            header.setSectionResizeMode(self._numbers[place.title], mode)
        self._put()
        header.sectionResized.connect(self._resized)
        header.sortIndicatorChanged.connect(lambda *_: self._fit_rest(header.width()))  # its mark needs room
        header.sectionMoved.connect(lambda *_: self._tell())
        header.customContextMenuRequested.connect(self._offer)
        view.installEventFilter(self)
        header.installEventFilter(self)

    @property
    def layout(self) -> Layout:
        """The columns from left to right."""
        titles = {number: title for title, number in self._numbers.items()}
        order = (self.header.logicalIndex(place) for place in range(len(self._columns)))
        return tuple(self._columns[titles[number]] for number in order)

    def lay_out(self, layout: Layout) -> None:
        """Lays the columns out; what the layout does not say is as at first."""
        self._columns = {place.title: place for place in merged(layout, self.default)}
        self._own = True
        for place, column in enumerate(self._columns.values()):
            self.header.moveSection(self.header.visualIndex(self._numbers[column.title]), place)
        self._own = False
        self._put()
        self.changed.emit()

    def take_content(self, widths: Sequence[int]) -> None:
        """What the cells of each column need, in pixels: none is wider than that unless somebody wants it.

        What was seen before counts on: a list that is narrowed and widened again does not jump.
        """
        digit = self.view.fontMetrics().averageCharWidth()
        before = dict(self._content)
        for title, number in self._numbers.items():
            self._content[title] = max(before.get(title, 0.0), widths[number] / digit)
        if self._content != before:
            self._put()

    def leave_out(self, title: str, *, left_out: bool) -> None:
        """Puts a column out of sight, or back, without changing what somebody laid out."""
        if (title in self._left_out) is not left_out:
            self._left_out ^= {title}
            self._put()

    def show_column(self, title: str, *, shown: bool) -> None:
        """Shows or hides a column; the one that takes what is left stays."""
        changed = (replace(one, hidden=not shown) if one.title == title else one for one in self.layout)
        self.lay_out(tuple(changed))

    def menu(self) -> QMenu:
        """The columns to be shown or hidden, and the way to choose them in a dialog."""
        menu = QMenu(self.header)
        for place in self.layout:
            action = QAction(tr(place.title), menu)
            action.setCheckable(True)
            action.setChecked(not place.hidden)
            action.setEnabled(bool(place.width))
            action.toggled.connect(lambda shown, title=place.title: self.show_column(title, shown=shown))
            menu.addAction(action)
        menu.addSeparator()
        if self.has_dialog:
            menu.addAction(tr("Columns…"), self.choice_wanted.emit)
        menu.addAction(tr("Reset columns"), lambda: self.lay_out(self.default))
        return menu

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Larger letters need wider columns; a narrower list is scrolled rather than unreadable."""
        if watched is self.view and event.type() in (QEvent.Type.FontChange, QEvent.Type.StyleChange):
            self._put()
        elif watched is self.header and event.type() == QEvent.Type.Resize:
            self._fit_rest(cast("QResizeEvent", event).size().width())
        return super().eventFilter(watched, event)

    def _put(self) -> None:
        """Gives each column its width in pixels."""
        digit = self.view.fontMetrics().averageCharWidth()
        self._own = True
        self.header.setMinimumSectionSize(round(digit * NARROWEST))
        for title, number in self._numbers.items():
            place = self._columns[title]
            self.header.setSectionHidden(number, self._is_hidden(place))
            if place.width and not self._is_hidden(place):
                self.header.resizeSection(number, self._width(place, digit))
        self._own = False
        self._fit_rest(self.header.width())

    def _width(self, place: ColumnPlace, digit: int) -> int:
        """In pixels; a width that nobody has chosen leaves the heading room."""
        if self._is_chosen(place):
            return round(digit * place.width)
        hint = self.header.sectionSizeHint(self._numbers[place.title])
        return max(ceil(digit * self._needed(place, place.width)), hint)

    def _needed(self, place: ColumnPlace, chars: float) -> float:
        """So many characters, or fewer where no cell has so many."""
        return min(chars, self._content.get(place.title, chars))

    def _is_hidden(self, place: ColumnPlace) -> bool:
        return place.hidden or place.title in self._left_out

    def _is_chosen(self, place: ColumnPlace) -> bool:
        """Whether somebody has chosen its width."""
        return place.width != self.default[self._numbers[place.title]].width

    def _fit_rest(self, width: int) -> None:
        """The columns that take what is left share it, but get no narrower than can be read."""
        shown = [place for place in self._columns.values() if not self._is_hidden(place)]
        numbers = [self._numbers[place.title] for place in shown if not place.width]
        digit, rest = self.view.fontMetrics().averageCharWidth(), [one for one in shown if not one.width]
        wanted = max((self._needed(one, one.least or LEAST_REST) for one in rest), default=LEAST_REST)
        heading = max((self.header.sectionSizeHint(number) for number in numbers), default=0)
        least = max(ceil(digit * wanted), heading)
        last = max(ceil(digit * min(wanted, LEAST_REST)), heading)
        enough = ceil(digit * max((self._needed(one, ENOUGH_REST) for one in rest), default=ENOUGH_REST))
        room, ample_room = width - least * len(numbers), width - max(least, enough) * len(numbers)
        shown = self._yield(shown, room, ample_room)
        self._narrow(shown, room)
        self._widen(shown, ample_room)
        taken = sum(self.header.sectionSize(self._numbers[place.title]) for place in shown if place.width)
        fits = width - taken >= last * len(numbers)
        self._own = True
        for number in numbers:
            modes = QHeaderView.ResizeMode
            self.header.setSectionResizeMode(number, modes.Stretch if fits else modes.Fixed)
            if not fits:
                self.header.resizeSection(number, last)
        self._own = False

    def _yield(self, shown: Sequence[ColumnPlace], room: int, ample_room: int) -> list[ColumnPlace]:
        """Puts columns out of sight that do not fit even when all are narrow; gives back the others.

        Those in which nothing stands leave their room before the rest has less than enough.
        """
        digit = self.view.fontMetrics().averageCharWidth()
        kept = list(shown)
        yielding = sorted((one for one in shown if one.yields), key=lambda one: one.yields)
        for place in yielding:  # a heading that is out of sight does not say how much room it needs
            self._hide(place, hidden=False)
        for place in yielding:
            needed = sum(self._narrowest(one, digit) for one in kept if one.width)
            left = room if self._content.get(place.title, 1.0) else ample_room
            hidden = needed > left and not self._is_chosen(place)
            if hidden:
                kept.remove(place)
            self._hide(place, hidden=hidden)
        return kept

    def _hide(self, place: ColumnPlace, *, hidden: bool) -> None:
        own, self._own = self._own, True
        self.header.setSectionHidden(self._numbers[place.title], hidden)
        self._own = own

    def _narrow(self, shown: Sequence[ColumnPlace], room: int) -> None:
        """Columns that can be narrower, the widest first, give up what is missing to the list."""
        digit = self.view.fontMetrics().averageCharWidth()
        wide = {place.title: self._width(place, digit) for place in shown if place.width}
        narrow = {
            place.title: self._narrowest(place, digit)
            for place in shown
            if place.width and place.least and not self._is_chosen(place)
        }
        spare = {title: wide[title] - least for title, least in narrow.items()}
        kept = shared(sum(spare.values()) - max(0, sum(wide.values()) - room), spare)
        self._resize({title: least + kept[title] for title, least in narrow.items()})

    def _widen(self, shown: Sequence[ColumnPlace], room: int) -> None:
        """Columns that can be wider share the room that nobody else needs."""
        digit = self.view.fontMetrics().averageCharWidth()
        usual = {place.title: self._width(place, digit) for place in shown if place.width}
        more = {
            place.title: max(0, ceil(digit * self._needed(place, place.most)) - usual[place.title])
            for place in shown
            if place.width and place.most and not self._is_chosen(place)
        }
        wider = shared(max(0, room - sum(usual.values())), more)
        narrowed = {place.title for place in shown if place.least}
        self._resize(
            {one: usual[one] + extra for one, extra in wider.items() if extra or one not in narrowed}
        )

    def _resize(self, widths: Mapping[str, int]) -> None:
        """Gives columns these widths; nobody has chosen them."""
        own, self._own = self._own, True
        for title, width in widths.items():
            self.header.resizeSection(self._numbers[title], width)
        self._own = own

    def _narrowest(self, place: ColumnPlace, digit: int) -> int:
        """In pixels; never wider than the column is, and all of it where it cannot be narrower."""
        is_read_whole = place.is_whole and place.title in self._content
        if not place.least or is_read_whole or self._is_chosen(place):
            return self._width(place, digit)
        hint = self.header.sectionSizeHint(self._numbers[place.title])
        return min(self._width(place, digit), max(round(digit * place.least), hint))

    def _resized(self, number: int, _before: int, width: int) -> None:
        place = self._columns[self.default[number].title]
        if self._own or not place.width or not width:
            return
        digit = self.view.fontMetrics().averageCharWidth()
        self._columns[place.title] = replace(place, width=round(width / digit, 1))
        self._fit_rest(self.header.width())
        self.changed.emit()

    def _tell(self) -> None:
        if not self._own:
            self.changed.emit()

    def _offer(self, point: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.header.mapToGlobal(point))
