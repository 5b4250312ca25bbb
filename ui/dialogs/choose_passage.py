"""Asks for the passage that a value rests on: sources above, the text of the chosen one below. No store."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QSplitter, QVBoxLayout, QWidget
from shiboken6 import isValid

from casefile.store.rows import SourceRow
from casefile.translation import N_, tr
from casefile.values import Span
from ui.asking import make_default
from ui.dialogs.sheet import size_to
from ui.evidence import ChosenPassage, EvidenceOffer
from ui.figures import quoted
from ui.models.columns import SOURCES
from ui.widgets.empty_state import EmptyState
from ui.widgets.find_table import FindTable
from ui.widgets.labels import ElidedLabel
from ui.widgets.text_reader import TextReader

COLUMNS = SOURCES[:3]
"""Title, outlet, published."""
WIDTH_CHARACTERS, HEIGHT_LINES = 116, 40
HINT = N_("Select words in the text: with the mouse, or with Shift and the arrow keys.")
_NOTHING = (N_("No source has these words in its title"), N_("Try fewer words, or the beginning of a word."))
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class PassageDialog(QDialog):
    """Gives a :class:`ChosenPassage`; a source may be chosen without one of its passages."""

    passage_chosen = Signal(object)

    def __init__(self, offer: EvidenceOffer, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("Choose the passage that says so"))
        self.setModal(True)
        self._offer = offer
        self._row: SourceRow | None = None
        self.sources = FindTable(
            N_("Sources"),
            COLUMNS,
            (N_("In use"), N_("yes")),
            offer.sources,
            EmptyState("file-text", *_NOTHING),
        )
        self.reader = TextReader(tr("Text of the chosen source"))
        self.reader.setPlaceholderText(tr("No text"))
        self.selected = ElidedLabel(tr(HINT), "muted")
        self._buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Cancel)
        roles = QDialogButtonBox.ButtonRole
        self.use_source = self._buttons.addButton(tr("Use source without passage"), roles.ActionRole)
        self.use_selection = self._buttons.addButton(tr("Use selection"), roles.AcceptRole)
        self.use_selection.setObjectName("primary")
        self._lay_out()
        make_default(self._buttons, self.use_selection)
        self._buttons.rejected.connect(self.reject)
        self.use_selection.clicked.connect(lambda: self._choose(self.reader.selected_span))
        self.use_source.clicked.connect(lambda: self._choose(None))
        self.sources.chosen.connect(self._take_row)
        self.sources.table.view.doubleClicked.connect(lambda _: self.reader.setFocus())
        self.reader.selectionChanged.connect(self._revise)
        if offer.chosen is not None:
            self.sources.table.choose(offer.chosen.source_id)
        self._revise()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter in the list goes on to the text; a passage of another source is not taken by it."""
        view = self.sources.table.view
        if event.key() in _ENTER and self.focusWidget() in (self.sources.search, view):
            self.reader.setFocus()
            return
        super().keyPressEvent(event)

    def _take_row(self, row: SourceRow | None) -> None:
        if row is not None and self._row is not None and row.id == self._row.id:
            return
        self._row = row
        self.reader.show_text("")
        self._revise()
        if row is not None:
            self._offer.text(row.id, lambda text: self._take_text(row.id, text))

    def _take_text(self, source_id: int, text: str) -> None:
        if not isValid(self) or self._row is None or self._row.id != source_id:
            return
        self.reader.show_text(text)
        chosen = self._offer.chosen
        if chosen is not None and chosen.source_id == source_id and chosen.span is not None:
            self.reader.select(chosen.span)
        self._revise()

    def _revise(self) -> None:
        span = self.reader.selected_span
        self.use_source.setEnabled(self._row is not None)
        self.use_selection.setEnabled(self._row is not None and span is not None)
        self.selected.show_text(quoted(self.reader.words(span)) if span is not None else tr(HINT))

    def _choose(self, span: Span | None) -> None:
        row = self._row
        if row is not None:
            words = self.reader.words(span) if span is not None else ""
            self.accept()
            self.passage_chosen.emit(ChosenPassage(row.id, row.title or row.file_name, span, words))

    def _lay_out(self) -> None:
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.sources)
        split.addWidget(self.reader)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        column = QVBoxLayout(self)
        column.addWidget(split, 1)
        column.addWidget(self.selected)
        column.addWidget(self._buttons)
        size_to(self, WIDTH_CHARACTERS, HEIGHT_LINES)
