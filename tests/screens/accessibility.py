"""What a screen reader and a keyboard find in a window: its accessibility tree, and where Tab leads."""

from collections.abc import Iterator
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QLineEdit,
    QTabBar,
    QWidget,
)

BUTTONS = frozenset(
    {
        QAccessible.Role.PushButton, QAccessible.Role.CheckBox, QAccessible.Role.RadioButton,
        QAccessible.Role.ButtonMenu, QAccessible.Role.ButtonDropDown,
    }
)  # fmt: skip
ENTRIES = frozenset(
    {
        QAccessible.Role.EditableText, QAccessible.Role.ComboBox, QAccessible.Role.SpinBox,
        QAccessible.Role.Slider, QAccessible.Role.PageTabList, QAccessible.Role.Table, QAccessible.Role.List,
        QAccessible.Role.Tree, QAccessible.Role.Link,
    }
)  # fmt: skip
SAY_NOTHING = frozenset({QAccessible.Role.NoRole, QAccessible.Role.Client})
"""Roles that do not tell what a widget is for. What scrolls has no better one in Qt and goes by its name."""
MOST_STEPS = 200


@dataclass(frozen=True)
class Node:
    """One widget as a screen reader finds it."""

    name: str
    role: QAccessible.Role
    takes_keys: bool
    widget: QWidget
    depth: int

    @property
    def line(self) -> str:
        """The node as the printed tree has it."""
        kind = type(self.widget).__name__
        return f"{'  ' * self.depth}{self.role.name}: {self.name!r} ({kind})"


def tree(root: QWidget) -> list[Node]:
    """The visible widgets below this one, as the accessibility tree has them, from the top down."""
    return list(_below(QAccessible.queryAccessibleInterface(root), 0))


def _below(interface: QAccessibleInterface, depth: int) -> Iterator[Node]:
    state = interface.state()
    widget = interface.object()
    # Cells and rows have no object of their own; what is in a list is the list's to tell.
    if not isinstance(widget, QWidget) or state.invisible:
        return
    name = interface.text(QAccessible.Text.Name)
    takes_keys = widget.focusPolicy() is not Qt.FocusPolicy.NoFocus and widget.focusProxy() is None
    yield Node(name, interface.role(), takes_keys, widget, depth)
    if isinstance(widget, QAbstractItemView):
        return  # Its children are rows and cells.
    for place in range(interface.childCount()):
        child = interface.child(place)
        if child.isValid():
            yield from _below(child, depth + 1)


def nameless(nodes: list[Node]) -> list[str]:
    """The nodes that a person can use and that do not say what they are."""
    return [
        node.line.strip()
        for node in nodes
        if (node.takes_keys or node.role in BUTTONS | ENTRIES)
        and (not node.name.strip() or _says_nothing(node))
        and not _is_part(node.widget)
    ]


def _says_nothing(node: Node) -> bool:
    return node.role in SAY_NOTHING and not isinstance(node.widget, QAbstractScrollArea)


def same_buttons(nodes: list[Node]) -> list[str]:
    """The names that more than one button has."""
    names = [node.name for node in nodes if node.role in BUTTONS and not _is_part(node.widget)]
    return sorted({name for name in names if names.count(name) > 1})


def tab_round(start: QWidget, *, back: bool = False) -> list[QWidget]:
    """The widgets that Tab leads through until it comes back; AssertionError where it does not."""
    start.setFocus()
    assert QApplication.focusWidget() is start, f"{start} does not take the keyboard"
    passed = [start]
    for _ in range(MOST_STEPS):
        focused = QApplication.focusWidget()
        assert focused is not None
        QTest.keyClick(focused, Qt.Key.Key_Backtab if back else Qt.Key.Key_Tab)
        now = QApplication.focusWidget()
        assert now is not None, f"Tab leads nowhere from {focused.accessibleName() or focused}"
        if now is start:
            return passed
        assert now not in passed, f"Tab never comes back: from {said(focused)} it leads to {said(now)} again"
        passed.append(now)
    raise AssertionError(f"Tab leads through more than {MOST_STEPS} widgets")


def reachable(window: QWidget) -> list[QWidget]:
    """The visible widgets that ask to be reached by Tab."""
    return [
        child
        for child in window.findChildren(QWidget)
        if child.isVisible()
        and child.isEnabled()
        and child.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
        and child.focusProxy() is None
        and child.window() is window
        and not _is_part(child)
    ]


def missed(window: QWidget, passed: list[QWidget]) -> list[str]:
    """The names of the widgets that Tab ought to have led to."""
    return [said(widget) for widget in reachable(window) if widget not in passed]


def _is_part(widget: QWidget) -> bool:
    """Whether Qt has made the widget as a part of another one: the arrows of tabs, a line's clear button."""
    parent: QObject | None = widget.parent()
    if widget.objectName().startswith("qt_") or (
        isinstance(parent, QTabBar) and not isinstance(widget, QTabBar)
    ):
        return True
    return isinstance(parent, QLineEdit)


def said(widget: QWidget) -> str:
    """The widget's kind and name."""
    text = getattr(widget, "text", None)
    return f"{type(widget).__name__} {widget.accessibleName() or (text() if callable(text) else '')!r}"
