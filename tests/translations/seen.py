"""What stands on the screen, as text: of widgets, of the cells of lists and trees, for eyes and for ears."""

from collections.abc import Iterator

from PySide6.QtCore import QAbstractItemModel, QModelIndex, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QListView,
    QMenu,
    QMenuBar,
    QTabBar,
    QWidget,
)

MOST_ROWS = 60
"""Of a list as many rows as a large window shows."""


def texts_of(root: QWidget) -> Iterator[str]:
    """Every text below the widget that somebody sees or hears, without the marks of mnemonics."""
    for widget in (root, *root.findChildren(QWidget)):
        if not widget.isVisible():
            continue
        for text in (
            *_own(widget),
            widget.toolTip(),
            widget.accessibleName(),
            widget.accessibleDescription(),
        ):
            if text.strip():
                yield text.replace("&&", "\0").replace("&", "").replace("\0", "&")


def menu_texts(bar: QMenuBar) -> Iterator[str]:
    """The menus with all that is in them, and what the status line says of it."""
    menus = [menu for action in bar.actions() if isinstance(menu := action.menu(), QMenu)]
    while menus:
        menu = menus.pop()
        yield menu.title().replace("&", "")
        for action in menu.actions():
            yield from (
                action.text().replace("&", ""),
                action.statusTip(),
                action.toolTip(),
                action.iconText(),
            )
            inner = action.menu()
            if isinstance(inner, QMenu):
                menus.append(inner)


def _own(widget: QWidget) -> Iterator[str]:
    match widget:
        case QLabel() | QAbstractButton():
            yield widget.text()
        case QComboBox():
            yield from (widget.itemText(place) for place in range(widget.count()))
        case QLineEdit():
            yield widget.placeholderText()
        case QTabBar():
            yield from (widget.tabText(place) for place in range(widget.count()))
        case QHeaderView():
            pass
        case QAbstractItemView() if widget.model() is not None:
            yield from _cells(widget.model(), QModelIndex(), flat=isinstance(widget, QListView))


def _cells(model: QAbstractItemModel, parent: QModelIndex, *, flat: bool) -> Iterator[str]:
    """A flat list has one column, and its model does not say so to others."""
    columns = 1 if flat else model.columnCount(parent)
    for section in range(0 if flat else columns):
        yield str(model.headerData(section, Qt.Orientation.Horizontal) or "")
    for row in range(min(model.rowCount(parent), MOST_ROWS)):
        for column in range(columns):
            index = model.index(row, column, parent)
            for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
                yield str(index.data(role) or "")
            if column == 0 and not flat and model.rowCount(index):
                yield from _cells(model, index, flat=False)
