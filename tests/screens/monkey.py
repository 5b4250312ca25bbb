"""A monkey at the window: clicks, keys, shortcuts, typing, wheels and sizes at random, the same for a seed.

What would leave the window or the store is kept from it: quitting, other stores, backups, what cannot be
undone. Choosing a file is answered with Cancel.
"""

import random
from collections.abc import Callable

from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QKeySequence, QWheelEvent
from PySide6.QtPrintSupport import QPrintDialog
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QApplication,
    QComboBox,
    QDialog,
    QFileDialog,
    QHeaderView,
    QLabel,
    QLineEdit,
    QMenu,
    QMenuBar,
    QPlainTextEdit,
    QTabBar,
    QWidget,
)

from tests.screens.tour import Stage

BLOCKED = frozenset(
    {"quit", "open_demo", "new_store", "open_store", "save_copy", "restore_backup", "empty_trash"}
)
"""What ends the window, goes to another store, or cannot be undone."""
WORDS = (
    "fined", "2025-03", "2025-13-45", "€ 3,5 million", "12.400.000", "NL", "Lumivara B.V.", "kind:fine",
    "“so”", "الهيئة العامة", "ß" * 30, "a\tb", "(", '"', "author:", " ", "0", "-1", "%s{}<b>&amp;",
)  # fmt: skip
ARTICLE = """Regulator fines Acme Corp €{number} million

3 March 2025

The Autoriteit Persoonsgegevens has fined Acme Corp €{number} million for failing to protect patient files.
"Nobody checked the lock for two years," said Karel de Wit, chair of the authority.
"""
KEYS = (
    "Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDown", "Return", "Escape", "Space", "Tab",
    "Shift+Tab", "Del", "Backspace", "J", "K", "M", "N", "1", "E", "X", "A", "+", "-", "0", "Z", "F2", "F4",
    "F8", "F9", "Ins", "Shift+Down", "Shift+Right", "Ctrl+A", "Ctrl+Down", "Ctrl+Right", "Alt+Down",
)  # fmt: skip
CLICKED = (
    QAbstractButton, QAbstractItemView, QComboBox, QHeaderView, QLineEdit, QMenu, QMenuBar, QPlainTextEdit,
    QTabBar, QLabel,
)  # fmt: skip
SMALLEST, LARGEST = (640, 420), (1700, 1100)
LONGEST_TRACE = 60


class Monkey:
    """One walk; :attr:`trace` tells what was done last."""

    def __init__(self, stage: Stage, seed: int) -> None:
        self.trace: list[str] = []
        self.steps = 0
        self._stage = stage
        self._random = random.Random(seed)  # noqa: S311  no secret
        for name in BLOCKED:
            stage.window.commands[name].triggered.disconnect()
        self._ways: tuple[tuple[Callable[[], str], int], ...] = (
            (self._click, 30), (self._press_key, 25), (self._command, 14), (self._type, 12),
            (self._shortcut, 8), (self._turn_wheel, 4), (self._undo, 4), (self._resize, 2), (self._paste, 1),
        )  # fmt: skip

    def step(self) -> None:
        """Does one thing, and lets the window answer."""
        ways, weights = zip(*self._ways, strict=True)
        (way,) = self._random.choices(ways, weights)
        # What is about to be done is told before, for the case that it never ends.
        self.trace.append(f"{self.steps} {way.__name__}")
        self.trace[-1] = f"{self.steps} in {self._stage.window.views.place}: {way()}"
        self.trace = self.trace[-LONGEST_TRACE:]
        self.steps += 1
        QTest.qWait(self._random.choice((0, 0, 1, 15)))

    def come_back(self) -> None:
        """Closes what is open over the window."""
        while (open_now := self._above()) is not None:
            open_now.close()
            QTest.qWait(1)

    def _above(self) -> QWidget | None:
        """The menu, the list of a choice or the dialog that takes all input now."""
        return QApplication.activePopupWidget() or QApplication.activeModalWidget()

    def _root(self) -> QWidget:
        others = [
            widget for widget in QApplication.topLevelWidgets()
            if isinstance(widget, QDialog) and widget.isVisible() and not widget.isModal()
        ]  # fmt: skip
        beside = others if self._random.random() < 0.3 else []
        return self._above() or next(iter(beside), self._stage.window)

    def _target(self) -> QWidget:
        """Where keys go."""
        return QApplication.activePopupWidget() or QApplication.focusWidget() or self._root()

    def _click(self) -> str:
        root = self._root()
        if isinstance(root, QDialog) and self._random.random() < 0.15:
            root.reject()
            return f"dismiss {_said(root)}"
        there = [
            child for child in (root, *root.findChildren(QWidget))
            if isinstance(child, CLICKED) and child.isVisible() and child.isEnabled()
            and not child.visibleRegion().isEmpty()
        ]  # fmt: skip
        if not there:
            root.close()
            return f"close {_said(root)}"
        widget = self._random.choice(there)
        inner = widget.viewport() if isinstance(widget, QAbstractScrollArea) else widget
        spot = self._spot(inner)
        button = Qt.MouseButton.RightButton if self._random.random() < 0.1 else Qt.MouseButton.LeftButton
        modifier = self._random.choice((Qt.KeyboardModifier.NoModifier,) * 6 + (
            Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier))  # fmt: skip
        said = f"{button.name} on {_said(widget)} at {spot.toTuple()}"
        QTest.mouseClick(inner, button, modifier, spot)
        if isinstance(widget, QAbstractItemView) and self._random.random() < 0.2:
            QTest.mouseDClick(inner, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, spot)
        return said

    def _spot(self, widget: QWidget) -> QPoint:
        seen = widget.visibleRegion().boundingRect()
        across = self._random.randrange(max(1, seen.width()))
        return seen.topLeft() + QPoint(across, self._random.randrange(max(1, seen.height())))

    def _press_key(self) -> str:
        keys, target = self._random.choice(KEYS), self._target()
        said = f"{keys} in {_said(target)}"
        for _ in range(self._random.choice((1, 1, 1, 2, 5))):
            _press(self._target(), keys)
        return said

    def _shortcut(self) -> str:
        commands = self._stage.window.commands
        name = self._random.choice([n for n, action in commands.items() if action.shortcuts()])
        keys = self._random.choice(commands[name].shortcuts()).toString()
        target = self._target()
        said = f"shortcut {keys} ({name}) in {_said(target)}"
        _press(target, keys)
        return said

    def _command(self) -> str:
        commands = self._stage.window.commands
        if self._above() is not None:
            return "a command waits for what is open"
        name = self._random.choice([n for n, action in commands.items() if action.isEnabled()])
        commands[name].trigger()
        return f"command {name}"

    def _type(self) -> str:
        target, words = self._target(), self._random.choice(WORDS)
        if not isinstance(target, QLineEdit | QPlainTextEdit):
            lines = [line for line in self._root().findChildren(QLineEdit) if line.isVisible()]
            if not lines:
                return "nowhere to type"
            target = self._random.choice(lines)
            target.setFocus()
        said = f"type {words!r} in {_said(target)}"
        for letter in words:
            for kind in (QKeyEvent.Type.KeyPress, QKeyEvent.Type.KeyRelease):
                now = QApplication.focusWidget() or target
                QApplication.sendEvent(now, QKeyEvent(kind, 0, Qt.KeyboardModifier.NoModifier, letter))
        return said

    def _turn_wheel(self) -> str:
        areas = [a for a in self._root().findChildren(QAbstractScrollArea) if a.isVisible()]
        if not areas:
            return "nothing to scroll"
        area = self._random.choice(areas)
        inner = area.viewport()
        spot = QPointF(self._spot(inner))
        modifier = self._random.choice((Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier))
        event = QWheelEvent(
            spot, QPointF(inner.mapToGlobal(spot.toPoint())), QPoint(),
            QPoint(0, self._random.choice((-360, -120, 120, 360))), Qt.MouseButton.NoButton, modifier,
            Qt.ScrollPhase.NoScrollPhase, False,  # noqa: FBT003  Qt's own signature
        )  # fmt: skip
        QApplication.sendEvent(inner, event)
        return f"wheel on {_said(area)}"

    def _undo(self) -> str:
        name = self._random.choice(("undo", "undo", "redo"))
        if self._above() is None:
            self._stage.window.commands[name].trigger()
        return name

    def _resize(self) -> str:
        (width, height), (widest, highest) = SMALLEST, LARGEST
        size = self._random.randint(width, widest), self._random.randint(height, highest)
        self._stage.window.resize(*size)
        return f"resize to {size}"

    def _paste(self) -> str:
        QApplication.clipboard().setText(ARTICLE.format(number=self._random.randint(1, 999)))
        if self._above() is None:
            self._stage.window.commands["paste"].trigger()
        return "paste an article"


def answer_questions(patch: Callable[[object, str, object], None]) -> None:
    """Every question for a file or a printer is cancelled, every drag let go at once: they wait for a person.

    ``patch`` sets an attribute for as long as the walk takes.
    """
    patch(QDrag, "exec", lambda *_: Qt.DropAction.IgnoreAction)
    patch(QPrintDialog, "show", lambda *_: None)
    for name, answer in (
        ("getSaveFileName", ("", "")), ("getOpenFileName", ("", "")), ("getOpenFileNames", ([], "")),
        ("getExistingDirectory", ""),
    ):  # fmt: skip
        patch(QFileDialog, name, lambda *_, answer=answer, **__: answer)


def _press(widget: QWidget, keys: str) -> None:
    QTest.keySequence(widget, QKeySequence(keys))


def _said(widget: QWidget) -> str:
    text = getattr(widget, "text", None)
    own = widget.accessibleName() or (str(text())[:40] if callable(text) else "") or widget.objectName()
    return f"{type(widget).__name__} {own!r}"
