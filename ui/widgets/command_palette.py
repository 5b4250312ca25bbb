"""The command palette: a line to type in and the commands and places that fit. Knows no store."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, QModelIndex, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleAnnouncementEvent, QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QFrame,
    QLineEdit,
    QListView,
    QVBoxLayout,
    QWidget,
)
from shiboken6 import isValid

from casefile.translation import N_, tr
from ui.models.palette_model import ENTRY, PaletteModel, spoken
from ui.palette_entries import Entry, ranked
from ui.widgets.header import bare
from ui.widgets.labels import ElidedLabel
from ui.widgets.palette_delegate import ROW_LINES, PaletteDelegate

WIDTH_CHARACTERS = 88
SHOWN_ROWS = 14
_STEPS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_PageDown: 8, Qt.Key.Key_PageUp: -8}
_NOTHING = N_("No command or place fits.")


class CommandPalette(QFrame):
    """Lies over the top of the window while it is open; gone with Enter, Escape or when the focus goes."""

    ran = Signal(str)
    """The key of the entry that somebody chose."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._entries: Sequence[Entry] = ()
        self._recent: Sequence[str] = ()
        self._before: QWidget | None = None
        self.setObjectName("commandPalette")
        self.setAccessibleName(tr("Command palette"))
        self.line = QLineEdit(placeholderText=tr("Type a command, a view, a case file or a saved search"))
        self.line.setAccessibleName(tr("Command or place"))
        self.model = PaletteModel(self)
        self.list = QListView()
        self.about = ElidedLabel("", "muted")
        self._set_up_list()
        self._lay_out()
        self.line.textChanged.connect(self._narrow)
        self.line.returnPressed.connect(self.run_current)
        self.hide()

    def open_with(self, entries: Sequence[Entry], recent: Sequence[str]) -> None:
        """Offers the entries; those whose keys are recent come first while nothing is typed."""
        self._entries, self._recent = entries, recent
        if self.isHidden():
            self._before = QApplication.focusWidget()
        self.line.clear()
        self._narrow("")
        self.show()
        self.raise_()
        self.line.setFocus(Qt.FocusReason.PopupFocusReason)
        self._window.installEventFilter(self)
        QApplication.instance().focusChanged.connect(  # type: ignore[union-attr]
            self._focus_changed, Qt.ConnectionType.UniqueConnection
        )

    def current(self) -> Entry | None:
        """The entry under the cursor."""
        entry = self.list.currentIndex().data(ENTRY)
        return entry if isinstance(entry, Entry) else None

    def run_current(self) -> None:
        """Does what the entry under the cursor says, where that is possible now."""
        entry = self.current()
        if entry is None or not entry.possible:
            return
        self._leave()
        self.ran.emit(entry.key)
        # The focus is back where it was, and what depends on it is as it was, before the command is done.
        QTimer.singleShot(0, entry.run)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The arrows move in the list while the cursor stays in the line."""
        steps = _STEPS.get(Qt.Key(event.key()), 0)
        if event.key() == Qt.Key.Key_Escape:
            self._leave()
        elif steps and self.model.rowCount():
            self._move(steps)
        elif event.key() in (Qt.Key.Key_Tab, Qt.Key.Key_Backtab):
            event.accept()
        else:
            super().keyPressEvent(event)

    def focusNextPrevChild(self, _forward: bool) -> bool:
        """Tab stays in the line: what is behind the palette is out of reach."""
        return True

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Stays in the middle of the window's top."""
        if event.type() == QEvent.Type.Resize and not self.isHidden():
            self._place()
        return super().eventFilter(watched, event)

    def _leave(self) -> None:
        """Goes, and gives the focus back."""
        before, self._before = self._before, None
        self._close()
        if before is not None and isValid(before) and before.isVisible():
            before.setFocus(Qt.FocusReason.PopupFocusReason)

    def _close(self) -> None:
        QApplication.instance().focusChanged.disconnect(self._focus_changed)  # type: ignore[union-attr]
        self._window.removeEventFilter(self)
        self.hide()

    def _focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        if not self.isHidden() and (now is None or not (now is self or self.isAncestorOf(now))):
            self._close()

    def _narrow(self, typed: str) -> None:
        self.model.show_entries(ranked(self._entries, typed, self._recent))
        self.list.setCurrentIndex(self.model.index(0, 0))
        self._say(self.list.currentIndex())
        self.list.scrollToTop()
        self._place()

    def _move(self, steps: int) -> None:
        """Single steps go round, pages stop at the ends."""
        count, row = self.model.rowCount(), self.list.currentIndex().row() + steps
        row = row % count if abs(steps) == 1 else min(max(row, 0), count - 1)
        self.list.setCurrentIndex(self.model.index(row, 0))

    def _say(self, index: QModelIndex) -> None:
        """Says what the entry is about or why it cannot be done, to those who listen too."""
        entry = index.data(ENTRY)
        if not isinstance(entry, Entry):
            self.about.show_text(tr(_NOTHING))
            words = tr(_NOTHING)
        else:
            reason = tr("Not now ({why_not}). ").format(why_not=entry.why_not) if entry.why_not else ""
            self.about.show_text(f"{reason}{entry.about}")
            words = spoken(entry)
        self.line.setAccessibleDescription(words)
        if QAccessible.isActive() and not self.isHidden():
            QAccessible.updateAccessibility(QAccessibleAnnouncementEvent(self.line, words))

    def _place(self) -> None:
        metrics, pad = self.fontMetrics(), self.fontMetrics().height()
        room = self._window.rect().adjusted(pad, pad, -pad, -pad)
        width = min(metrics.averageCharWidth() * WIDTH_CHARACTERS, room.width())
        shown = min(max(1, self.model.rowCount()), SHOWN_ROWS)
        rows = round(metrics.height() * ROW_LINES) * shown
        besides = self.line.sizeHint().height() + self.about.sizeHint().height() + 3 * pad
        height = min(rows + besides, room.height())
        self.setGeometry(
            room.center().x() - width // 2, room.top() + pad, width, min(height, room.height() - pad)
        )

    def _set_up_list(self) -> None:
        self.list.setModel(self.model)
        self.list.setItemDelegate(PaletteDelegate(self.list))
        self.list.setAccessibleName(tr("Commands and places"))
        self.list.setUniformItemSizes(True)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.list.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.list.setFrameShape(QFrame.Shape.NoFrame)
        self.list.selectionModel().currentChanged.connect(lambda index, _before: self._say(index))
        self.list.clicked.connect(lambda _index: self.run_current())

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        column = bare(QVBoxLayout(self))
        column.setContentsMargins(pad, pad, pad, pad)
        column.setSpacing(pad // 2)
        column.addWidget(self.line)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
