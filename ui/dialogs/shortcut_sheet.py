"""Every shortcut on one sheet: by menu and by part of the window, narrowed while somebody types."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtGui import (
    QFontDatabase,
    QFontMetrics,
    QGuiApplication,
    QIcon,
    QPagedPaintDevice,
    QTextDocument,
)
from PySide6.QtWidgets import (
    QDialog,
    QDialogButtonBox,
    QGridLayout,
    QLineEdit,
    QVBoxLayout,
    QWidget,
)

from casefile.translation import tr
from ui.dialogs.sheet import sheet_area, size_to
from ui.shortcut_groups import KeyGroup, as_text, narrowed, shortcut_groups
from ui.widgets.column_flow import ColumnFlow
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS, HEIGHT_LINES = 150, 46
COLUMN_CHARACTERS, KEY_CHARACTERS = 46, 15


class ShortcutSheet(QDialog):
    """Stays open beside the window, to be looked at while one works."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Keyboard shortcuts"))
        self._groups = shortcut_groups()
        self.shown: Sequence[KeyGroup] = ()
        """What is in sight."""
        self.search = QLineEdit(placeholderText=tr("Type a key or what it does"), clearButtonEnabled=True)
        self.search.setAccessibleName(tr("Find a shortcut"))
        self.flow = ColumnFlow(COLUMN_CHARACTERS)
        self._none = plain_label(tr("No shortcut fits. Every command is in the command palette."), "muted")
        self._lay_out()
        self.search.textChanged.connect(self.show_fitting)
        self.show_fitting("")

    def show_fitting(self, typed: str) -> None:
        """Shows the shortcuts in which the words stand."""
        self.shown = narrowed(self._groups, typed)
        room = _key_room(self._groups, self.fontMetrics())
        self.flow.show_blocks([_block(group, room) for group in self.shown])
        self._none.setVisible(not self.shown)

    def copy(self) -> None:
        """Puts what is in sight on the clipboard, as plain text."""
        QGuiApplication.clipboard().setText(as_text(self.shown))

    def ask_printer(self) -> None:
        """Asks for a printer and prints what is in sight."""
        from PySide6.QtPrintSupport import QPrintDialog, QPrinter

        printer = QPrinter(QPrinter.PrinterMode.HighResolution)
        dialog = QPrintDialog(printer, self)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.accepted.connect(lambda: print_sheet(self.shown, printer))
        dialog.setWindowModality(Qt.WindowModality.WindowModal)
        dialog.show()

    def _lay_out(self) -> None:
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close)
        roles = QDialogButtonBox.ButtonRole
        for text, press in ((tr("Copy as text"), self.copy), (tr("Print…"), self.ask_printer)):
            button = buttons.addButton(text, roles.ActionRole)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _=False, press=press: press())
        buttons.button(QDialogButtonBox.StandardButton.Close).setIcon(QIcon())
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.addWidget(self.search)
        column.addWidget(self._none)
        column.addWidget(sheet_area(tr("Shortcuts"), self.flow), 1)
        column.addWidget(buttons)
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)


def print_sheet(groups: Sequence[KeyGroup], printer: QPagedPaintDevice) -> None:
    """Prints the groups in letters of one width, page after page."""
    page = QTextDocument(as_text(groups))
    page.setDefaultFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
    page.print_(printer)


def _key_room(groups: Sequence[KeyGroup], letters: QFontMetrics) -> int:
    """How wide the keys are, the same in all groups; in some languages their names are longer."""
    keys = (keys for group in groups for line in group.lines for keys in line.keys)
    longest = max(map(letters.horizontalAdvance, keys), default=0)
    return max(letters.averageCharWidth() * KEY_CHARACTERS, longest + 3 * letters.averageCharWidth())


def _block(group: KeyGroup, key_room: int) -> QWidget:
    """The group with its name above, the keys left of what they do; lines break between keys only."""
    block = QWidget()
    block.setAccessibleName(group.name)
    grid = QGridLayout(block)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(block.fontMetrics().height())
    grid.setVerticalSpacing(block.fontMetrics().height() // 4)
    grid.addWidget(plain_label(group.name, "heading"), 0, 0, 1, 2)
    for row, line in enumerate(group.lines, 1):
        keys = plain_label(line.keys_text, "keys", wrap=True)
        keys.setFixedWidth(key_room)
        grid.addWidget(keys, row, 0, Qt.AlignmentFlag.AlignTop)
        grid.addWidget(plain_label(line.text, wrap=True), row, 1, Qt.AlignmentFlag.AlignTop)
    grid.setColumnStretch(1, 1)
    grid.setRowStretch(len(group.lines) + 1, 1)
    return block
