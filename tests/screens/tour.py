"""A window on a store, and the way through everything that can be seen in it.

It goes by the registry of views: a new view is part of the tour by being listed there.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtCore import QLocale, QTranslator
from PySide6.QtGui import QFont, QPalette
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QTabBar

from casefile.settings import Settings, Theme
from casefile.translation import ENGLISH, use_language
from ui.app import make_window
from ui.main_window import MainWindow
from ui.readers import WindowReaders
from ui.speaking import speak
from ui.theme import Looks
from ui.views import OF_CASE, VIEWS, View
from ui.widgets.pane import Pane

SEARCHED = "fined"
LONGEST_WAIT_S = 30
STILL_MS = 12
"""As long the window gets to lay out what arrived."""


@dataclass(frozen=True)
class Sight:
    """A view of the whole store or of a case file."""

    view: View[Any]
    in_case: bool = False

    @property
    def name(self) -> str:
        """What its picture is called."""
        return f"case-{self.view.name}" if self.in_case else self.view.name


SIGHTS = (
    # A view without a title that is part of case files only cannot be reached without one.
    *(Sight(view) for view in VIEWS if view.title or not view.part),
    *(Sight(view, in_case=True) for view in OF_CASE),
)


class Stage:
    """The window, and how one comes to each of its sights."""

    def __init__(self, window: MainWindow) -> None:
        self.window = window

    def open(self, path: Path) -> None:
        """Opens the store and waits for it."""
        window = self.window
        window.desk.open(path, create=False)
        self.wait_for(lambda: window.desk.path is not None, "the store is open")
        self.settle()

    def settle(self) -> None:
        """Waits until all work is done, shown and laid out."""
        self.wait_for(lambda: self.window.desk.jobs.idle, "no job runs")
        QTest.qWait(STILL_MS)
        self.wait_for(lambda: self.window.desk.jobs.idle, "no job runs")

    def wait_for(self, done: Callable[[], bool], what: str) -> None:
        """Lets the window work until it is so; AssertionError where it never is."""
        end = time.monotonic() + LONGEST_WAIT_S
        while not done():
            assert time.monotonic() < end, f"waited {LONGEST_WAIT_S} seconds until {what}"
            QTest.qWait(2)

    def resize(self, width: int, height: int) -> None:
        """Another size of the window."""
        self.window.resize(width, height)
        self.settle()

    def show(self, sight: Sight) -> bool:
        """Brings it into view with its first record chosen; false where this store has no such thing."""
        window = self.window
        window.search_box.clear()
        if sight.in_case:
            if not window.errands.cases:
                return False
            window.go_to_case(window.errands.cases[0].id, sight.view.name)
        else:
            self._go(sight.view)
        self.settle()
        table = self.pane.main_table()
        first = next((id_ for id_ in table.model.ids if id_ > 0), None) if table is not None else None
        if table is not None and first is not None:
            table.choose(first)
            self.settle()
        return window.views.place == sight.view.name

    @property
    def pane(self) -> Pane:
        """The pane in sight."""
        return self.window.views.at(self.window.views.place)

    def parts(self, sight: Sight) -> Iterator[str]:
        """Turns to each thing that the view can show, and gives its name: tabs, and other looks of a list."""
        yield sight.name
        if sight.in_case and sight.view.title:
            return  # They are those of the whole store.
        for bar in self.pane.findChildren(QTabBar):
            if bar.isVisible():
                yield from self._turn(bar, sight.name)
        table = self.pane.main_table()
        if table is not None and len(table.views) > 1 and table.model.ids:
            before = table.sight
            for other in table.views[1:]:
                self.window.commands["wall"].trigger()
                self.settle()
                yield f"{sight.name}-{other.objectName() or 'other'}"
            if table.sight is not before:
                self.window.commands["wall"].trigger()
                self.settle()

    def _turn(self, bar: QTabBar, name: str) -> Iterator[str]:
        before = bar.currentIndex()
        for place in range(bar.count()):
            if place != before and bar.isTabVisible(place) and bar.isTabEnabled(place):
                bar.setCurrentIndex(place)
                self.settle()
                title = "".join(letter for letter in bar.tabText(place).lower() if letter.isalpha())
                yield f"{name}-{title}"
        bar.setCurrentIndex(before)
        self.settle()

    def _go(self, view: View[Any]) -> None:
        window = self.window
        if view.name == "review":
            window.go("inbox")
            self.settle()
            waiting = window.inbox.table.model.ids
            if waiting:
                window.start_review(waiting[0])
                return
        if view.name == "search":
            window.search_box.setText(SEARCHED)
        elif view.title:
            window.commands[view.command or view.name].trigger()
        else:
            window.go(view.name)


@contextmanager
def staged(
    path: Path,
    theme: Theme = Theme.LIGHT,
    readers: WindowReaders | None = None,
    language: str = ENGLISH,
) -> Iterator[Stage]:
    """The window as the program dresses it, on the store."""
    with dressed(theme), speaking(language):
        window = make_window(Settings(person="Tester", theme=theme), readers=readers)
        window.resize(1280, 800)
        window.show()
        stage = Stage(window)
        try:
            stage.open(path)
            window.activateWindow()
            yield stage
        finally:
            window.close()
            stage.wait_for(lambda: window.ended, "the window has ended")
            window.deleteLater()
            QTest.qWait(1)


@contextmanager
def dressed(theme: Theme) -> Iterator[None]:
    """The application in the program's colours, and afterwards as it was."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    font, palette, style = QFont(app.font()), QPalette(app.palette()), app.style().objectName()
    looks = Looks(app)
    looks.wear(theme)
    try:
        yield
    finally:
        looks.setParent(None)
        looks.deleteLater()
        app.setStyleSheet("")
        app.setStyle(style)
        app.setFont(font)
        app.setPalette(palette)


@contextmanager
def speaking(language: str) -> Iterator[None]:
    """The application in that language, and afterwards in English again."""
    app, locale = QApplication.instance(), QLocale()
    assert isinstance(app, QApplication)
    speak(app, language)
    try:
        yield
    finally:
        use_language(ENGLISH)
        QLocale.setDefault(locale)
        for translator in app.findChildren(QTranslator):
            app.removeTranslator(translator)
            translator.deleteLater()
