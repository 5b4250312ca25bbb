"""The strip above the views while a case file is in sight: what it is, and which part of it is shown."""

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QTabBar, QVBoxLayout, QWidget

from casefile.store.rows import CaseRow
from casefile.translation import tr
from ui.views import OF_CASE
from ui.widgets.buttons import CommandButton
from ui.widgets.header import HeaderBar, bare

PARTS = tuple((view.name, view.part) for view in OF_CASE)
"""The views that a case file has of its own, and what the strip calls them."""


class CaseBar(QWidget):
    """Hidden while the whole store is in sight."""

    part_chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._head = HeaderBar()
        self.parts = QTabBar(drawBase=False, expanding=False, documentMode=True)
        self.parts.setAccessibleName(tr("Parts of the case file"))
        for _, name in PARTS:
            self.parts.addTab(tr(name))
        self.parts.currentChanged.connect(lambda place: self.part_chosen.emit(PARTS[place][0]))
        column = bare(QVBoxLayout(self))
        column.addWidget(self._head)
        column.addWidget(self.parts)
        self.hide()

    def take_command(self, rename: QAction) -> None:
        """The command beside the title."""
        self._head.add(CommandButton(rename))

    def show_case(self, case: CaseRow | None) -> None:
        """Shows what the case file is called and what it is for; none hides the strip."""
        if case is not None:
            self._head.show_words(case.title, case.purpose)
        self.setVisible(case is not None)

    def show_part(self, part: str) -> None:
        """Marks the part that is shown without choosing it again."""
        names = [name for name, _ in PARTS]
        if part in names:
            with QSignalBlocker(self.parts):
                self.parts.setCurrentIndex(names.index(part))
