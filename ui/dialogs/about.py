"""About the program: its version, and what ships with it with owners and licences."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QDialog,
    QPlainTextEdit,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casefile import __version__
from casefile.paths import APP_NAME
from casefile.shipped import ShippedPart, licence_text, shipped_parts, version_of
from casefile.translation import N_, tr
from ui.dialogs.sheet import close_buttons, size_to
from ui.widgets.labels import plain_label

WIDTH_CHARACTERS, HEIGHT_LINES = 110, 38
_PROMISE = N_("Nothing is lost and nothing is made up. It works offline: there is no network call, ever.")
_PART = Qt.ItemDataRole.UserRole


class AboutDialog(QDialog):
    """The parts in a list; below it the words of the chosen one's licence."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("About {app_name}").format(app_name=APP_NAME))
        self.parts = QTreeWidget()
        self.parts.setAccessibleName(tr("What ships with the program"))
        self.parts.setHeaderLabels([tr("Part"), tr("Licence"), tr("Used for")])
        self.parts.setRootIsDecorated(False)
        self.parts.setObjectName("detail")
        self.parts.ensurePolished()
        self.parts.setAllColumnsShowFocus(True)
        self.licence = QPlainTextEdit(readOnly=True)
        self.licence.setAccessibleName(tr("Licence of the chosen part"))
        for part in shipped_parts():
            self._add(part)
        self._lay_out()
        self.parts.currentItemChanged.connect(self._show)
        self.parts.setCurrentIndex(self.parts.model().index(0, 0))

    def _add(self, part: ShippedPart) -> None:
        name = " ".join(word for word in (part.name, version_of(part)) if word)
        item = QTreeWidgetItem(self.parts, [name, part.licence, tr(part.used_for)])
        item.setData(0, _PART, part)

    def _show(self, item: QTreeWidgetItem | None) -> None:
        part = item.data(0, _PART) if item is not None else None
        if isinstance(part, ShippedPart):
            said = (f"{part.name}. {part.owner}. {part.licence}.", part.address, part.note)
            paragraphs = [*said, licence_text(part)]
            self.licence.setPlainText("\n\n".join(text for text in paragraphs if text))

    def _lay_out(self) -> None:
        buttons = close_buttons(self)
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.parts)
        split.addWidget(self.licence)
        line = self.fontMetrics().lineSpacing()
        split.setSizes([line * 13, line * 20])
        column = QVBoxLayout(self)
        column.addWidget(plain_label(f"{APP_NAME} {__version__}", "heading"))
        column.addWidget(plain_label(tr(_PROMISE), wrap=True))
        column.addWidget(split, 1)
        column.addWidget(buttons)
        metrics = self.fontMetrics()
        self.parts.setColumnWidth(0, metrics.averageCharWidth() * 28)
        self.parts.setColumnWidth(1, metrics.averageCharWidth() * 28)
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)
