"""The main window: there at once with an empty first picture, and furnished step by step after that.

It imports no more than that picture needs. :mod:`ui.furnishing` makes the parts and joins them.
"""

from collections.abc import Generator, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QPoint, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import QMainWindow

from ui.outline import Outline
from ui.views import P, Panes, View

if TYPE_CHECKING:
    from PySide6.QtGui import QAction
    from PySide6.QtWidgets import QLineEdit

    from casefile.store.rows import SavedSearchRow
    from casefile.values import Span
    from ui.desk import Desk
    from ui.errands import Errands
    from ui.navigation import Navigation
    from ui.preferences import Preferences
    from ui.receipt_errands import ReceiptErrands
    from ui.recent_menu import RecentMenu
    from ui.record_commands import RecordCommands
    from ui.side_bar import SideBar
    from ui.views import Views
    from ui.widgets.case_bar import CaseBar
    from ui.widgets.drop_hint import DropHint
    from ui.widgets.interrupted_bar import InterruptedBar
    from ui.widgets.message_bar import MessageBar
    from ui.widgets.read_only_bar import ReadOnlyBar
    from ui.window_commands import WindowCommands

UNSEEN_MS = 300
"""A window that is not painted for so long, being minimised for instance, is furnished nevertheless."""
Steps = Generator[None, None, None]
"""Work that pauses wherever the window may catch up."""
_ENDED = object()


class MainWindow(QMainWindow, Panes):
    """One store's window; its parts are there from :attr:`furnished` on."""

    finished = Signal()
    """The window was closed, the last backup made and the store closed."""
    furnished = Signal()
    """Every part is there."""
    desk: "Desk"
    preferences: "Preferences"
    commands: "Mapping[str, QAction]"
    views: "Views"
    navigation: "Navigation"
    errands: "Errands"
    records: "RecordCommands"
    imports: "ReceiptErrands"
    around: "WindowCommands"
    side_bar: "SideBar"
    search_box: "QLineEdit"
    recent: "RecentMenu"
    messages: "MessageBar"
    read_only: "ReadOnlyBar"
    interrupted: "InterruptedBar"
    case_bar: "CaseBar"

    def __init__(self, outline: Outline | None = None) -> None:
        """``outline`` is where the parts were when the window was closed last."""
        super().__init__()
        self.is_furnished = False
        self.ended = False
        """Whether nothing is left to be done after the window was closed."""
        self.failed = False
        """Whether a part could not be made: then the window cannot be used."""
        self._closing = False
        self._outline = outline or Outline()
        self._hint: DropHint | None = None
        self._steps = _nothing()
        self._turn = QTimer(self, interval=0)
        self._turn.timeout.connect(self._take_step)
        self.setWindowTitle("Casefile")
        self.setAcceptDrops(True)

    @property
    def case_id(self) -> int | None:
        """The case file in sight."""
        return self.views.case_id

    def pane(self, view: View[P]) -> P:
        """The view's pane, made where it is not there yet."""
        return self.views.pane(view)

    def furnish(self, steps: Steps) -> None:
        """Takes the steps once the first picture was painted, each in its own turn of the event loop."""
        self._steps = steps
        QTimer.singleShot(UNSEEN_MS, self._begin)

    def furnish_now(self) -> None:
        """Takes all the steps that are left."""
        self._turn.stop()
        for _ in self._steps:
            pass

    def stop_furnishing(self) -> None:
        """Leaves the steps that are left."""
        self._turn.stop()
        self._steps.close()

    def outline(self) -> Outline:
        """Where the parts are now, for the first picture of the next time."""
        central = self.centralWidget()
        middle = central.geometry() if central is not None else self.rect()
        left = self.views.stack.mapTo(self, QPoint()).x()
        return Outline(middle.top(), left, self.height() - middle.top() - middle.height())

    def go(self, place: str) -> None:
        """Shows a view of the whole store."""
        self.navigation.go(place)

    def go_to_case(self, case_id: int, part: str = "actions") -> None:
        """Shows a part of a case file, its actions at first."""
        self.navigation.go_to_case(case_id, part)

    def start_review(self, source_id: int) -> None:
        """Shows the review of a source."""
        self.navigation.start_review(source_id)

    def show_passage(self, source_id: int, span: "Span | None") -> None:
        """Shows a source at one of its passages."""
        self.navigation.show_passage(source_id, span)

    def show_action(self, action_id: int) -> None:
        """Shows an action among all of them."""
        self.navigation.show_action(action_id)

    def run_search(self, search: "SavedSearchRow") -> None:
        """Searches for what was saved."""
        self.navigation.run_search(search)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paints the first picture until the parts are there."""
        if self.is_furnished:
            super().paintEvent(event)
        else:
            self._outline.paint(self)
            self._begin()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Files, pages and text may be dropped anywhere, also on a window that is not furnished yet."""
        from PySide6.QtCore import Qt

        from ui.dropped import takes
        from ui.widgets.drop_hint import DropHint

        if takes(event.mimeData()):
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self._hint = self._hint or DropHint(self)
            self._hint.cover()

    def dragLeaveEvent(self, _: QDragLeaveEvent) -> None:
        """Nothing was dropped."""
        self._uncover()

    def dropEvent(self, event: QDropEvent) -> None:
        """Imports what was dropped."""
        from PySide6.QtCore import Qt

        self._uncover()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.accept()
        self.activateWindow()
        self.furnish_now()
        self.errands.import_mime(event.mimeData())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys that quit do so before the command is there."""
        from ui.commands import COMMANDS

        quits = {command.shortcut for command in COMMANDS if command.name == "quit"}
        if not self.is_furnished and QKeySequence(event.keyCombination()).toString() in quits:
            self.close()
        else:
            super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        """The icons follow the palette."""
        super().changeEvent(event)
        if self.is_furnished and event.type() == QEvent.Type.PaletteChange:
            from ui.icons import recolour

            recolour(self)

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes at once; the last backup and the closing of the store follow beside it."""
        super().closeEvent(event)
        if self._closing:
            return
        self._closing = True
        self.stop_furnishing()
        if self.is_furnished:
            self.desk.finished.connect(self._end)
            self.desk.finish()
        else:
            QTimer.singleShot(0, self._end)

    def _begin(self) -> None:
        if not self.is_furnished and not self._closing:
            self._turn.start()

    def _take_step(self) -> None:
        if next(self._steps, _ENDED) is _ENDED:
            self._turn.stop()

    def _uncover(self) -> None:
        if self._hint is not None:
            self._hint.hide()

    def _end(self) -> None:
        self.ended = True
        if self.is_furnished:
            self.preferences.remember_problem(self.desk.problem)
            self.preferences.wait()
        self.finished.emit()


def _nothing() -> Steps:
    yield from ()
