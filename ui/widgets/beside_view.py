"""A proposal beside the action that it may be: what agrees, what conflicts, what only one has.

The passages of the cell under the cursor are shown in the text that they stand in: beside the table where the
window is wide, below it where it is narrow. Knows no store.
"""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QSplitter,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from casefile.store.beside import Beside, Fit, Place
from casefile.terms import ProposalKind
from casefile.translation import N_, tr
from ui.figures import figure
from ui.models.beside_model import FIELD, FIT, HERE, STORE, BesideModel
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import ElidedLabel
from ui.widgets.text_reader import Mark, TextReader
from ui.widgets.wrapped_cells import WrappedCells

WIDE_CHARACTERS = 130
"""From here on the text stands beside the table."""
_FIELD_CHARACTERS, _FIT_CHARACTERS = 17, 21
_COUNTED = (
    (Fit.AGREES, N_("Agree: {count}")), (Fit.CONFLICTS, N_("Conflict: {count}")),
    (Fit.DIFFERS, N_("Differ: {count}")), (Fit.ONLY_HERE, N_("Only here: {count}")),
    (Fit.ONLY_STORE, N_("Only in the store: {count}")),
)  # fmt: skip


class BesideView(QWidget):
    """Asks whether the two are one action."""

    same = Signal()
    """They are: the proposal becomes more evidence."""
    another = Signal()
    """They are two."""
    closed = Signal()
    """Nothing is decided yet."""
    other_wanted = Signal(int)
    """The next of the actions that it may be (1), or the one before (-1)."""
    text_wanted = Signal(int)
    """The text of that source (its id) is to be shown."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.model = BesideModel(self)
        self.table = _Table(self.model)
        self.reader = TextReader(tr("Passage of the value under the cursor"))
        self.caption = ElidedLabel("", "muted")
        self.head = HeaderBar()
        self._places: tuple[Place, ...] = ()
        self._at = 0
        self._text_of: int | None = None
        self._split = QSplitter(Qt.Orientation.Vertical)
        self.next_passage = text_button(tr("Next passage"), lambda: self._step(1))
        self.next_passage.setToolTip("Space")
        self.other = text_button(tr("Other action"), lambda: self.other_wanted.emit(1))
        self.other.setToolTip("J, K")
        self.same_button = text_button(tr("Same action: more evidence"), self.same.emit)
        self.same_button.setToolTip("M")
        self.another_button = text_button(tr("Another action: keep as new"), self.another.emit)
        self.another_button.setToolTip("N")
        self._lay_out()
        self.table.selectionModel().currentChanged.connect(lambda *_: self._follow())
        self.table.space_pressed.connect(lambda: self._step(1))

    def show_beside(self, beside: Beside, place: tuple[int, int], likely: bool | None) -> None:
        """Shows a comparison; ``place`` says which of how many it is.

        ``likely`` says whether the two seem to be one: that choice stands out; None where neither does.
        """
        row = self.table.currentIndex().row()
        column = self.table.currentIndex().column()
        self._text_of = None
        self.model.show(beside)
        number, count = place
        counted = ((words, beside.count(fit)) for fit, words in _COUNTED)
        counts = " · ".join(tr(words).format(count=found) for words, found in counted if found)
        self.head.show_words(
            tr("Is this action {number}, {title}?").format(number=beside.action_id, title=beside.title),
            counts,
        )
        self.other.setText(tr("Other action ({number} of {count})").format(number=number, count=count))
        self.other.setVisible(count > 1)
        for button, primary in ((self.same_button, likely is True), (self.another_button, likely is False)):
            button.setObjectName("primary" if primary else "")
            button.style().unpolish(button)
            button.style().polish(button)
        first = next((at for at, one in enumerate(beside.rows) if one.fit is Fit.CONFLICTS), 0)
        self.table.setCurrentIndex(self.model.index(row if row >= 0 else first, max(column, HERE)))
        if not self.table.currentIndex().isValid():
            self.table.setCurrentIndex(self.model.index(first, HERE))
        self._follow()

    def show_text(self, source_id: int, text: str) -> None:
        """Shows the text of a source that was wanted."""
        if self._places and self._places[self._at].source_id == source_id:
            self._text_of = source_id
            self.reader.show_text(text)
            self._show_place()

    def press_primary(self) -> None:
        """As a click on the choice that stands out."""
        for button in (self.same_button, self.another_button):
            if button.objectName() == "primary":
                button.click()
                return

    def take_focus(self) -> None:
        """Puts the keyboard into the table."""
        self.table.setFocus()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The text stands beside the table where there is room."""
        super().resizeEvent(event)
        wide = event.size().width() >= self.fontMetrics().averageCharWidth() * WIDE_CHARACTERS
        way = Qt.Orientation.Horizontal if wide else Qt.Orientation.Vertical
        if self._split.orientation() is not way:
            self._split.setOrientation(way)
            self._split.setSizes([3_000, 2_000])
        self._show_place()

    def minimumSizeHint(self) -> QSize:
        """As narrow as the layout likes: the values wrap."""
        return QSize(0, super().minimumSizeHint().height())

    def _follow(self) -> None:
        """Shows the first passage of the cell under the cursor."""
        self._places = self.model.places_at(self.table.currentIndex())
        self._at = 0
        self._show_place()

    def _step(self, steps: int) -> None:
        if self._places:
            self._at = (self._at + steps) % len(self._places)
            self._show_place()

    def _show_place(self) -> None:
        count = len(self._places)
        self.next_passage.setVisible(count > 1)
        if not count:
            self._text_of = None
            self.reader.show_text("")
            self.caption.show_text(self._why_nothing())
            return
        place = self._places[self._at]
        number = (
            tr("Passage {at} of {count} · ").format(at=figure(self._at + 1), count=figure(count))
            if count > 1
            else ""
        )
        self.caption.show_text(f"{number}{place.source}")
        if self._text_of != place.source_id:
            self.text_wanted.emit(place.source_id)
            return
        spans = tuple(each.span for each in self._places if each.source_id == place.source_id)
        marks = [Mark(at, ProposalKind.ACTION, (span,)) for at, span in enumerate(spans)]
        self.reader.show_marks(marks)
        self.reader.choose(spans.index(place.span))

    def _why_nothing(self) -> str:
        index = self.table.currentIndex()
        row = self.model.row_at(index.row())
        if row is None:
            return ""
        side = row.store if index.column() == STORE else row.here
        return (
            tr("No passage: it was entered by hand or inferred.")
            if side.value
            else tr("It says nothing of this.")
        )

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        self.head.lead(icon_button(tr("Back to the cards (Esc)"), "arrow-left", self.closed.emit))
        self.head.add(self.other)
        above = QHBoxLayout()
        above.setContentsMargins(pad, pad // 2, pad, pad // 2)
        above.addWidget(self.caption, 1)
        above.addWidget(self.next_passage)
        text = QWidget()
        inner = bare(QVBoxLayout(text))
        inner.addLayout(above)
        inner.addWidget(self.reader, 1)
        self._split.setChildrenCollapsible(False)
        self._split.addWidget(self.table)
        self._split.addWidget(text)
        self._split.setSizes([3_000, 2_000])
        below = QHBoxLayout()
        below.setContentsMargins(pad, pad // 2, pad, pad // 2)
        below.setSpacing(pad)
        below.addStretch()
        below.addWidget(self.same_button)
        below.addWidget(self.another_button)
        column = bare(QVBoxLayout(self))
        column.addWidget(self.head)
        column.addWidget(self._split, 1)
        column.addLayout(below)


class _Table(QTableView):
    """Values that wrap, in rows as high as they need; the arrows go from cell to cell."""

    space_pressed = Signal()

    def __init__(self, model: BesideModel) -> None:
        super().__init__()
        self.setModel(model)
        self.setItemDelegate(WrappedCells(self))
        self._fitting = QTimer(self, singleShot=True, interval=0)
        self._fitting.timeout.connect(self.resizeRowsToContents)
        self.setAccessibleName(tr("Both actions, field by field"))
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setShowGrid(False)
        self.setWordWrap(True)
        self.setTextElideMode(Qt.TextElideMode.ElideNone)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header = self.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionsClickable(False)
        header.setMinimumSectionSize(1)
        header.sectionResized.connect(lambda *_: self._fitting.start())
        for column in (HERE, STORE):
            header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The two sides share what the words around them leave."""
        digit = self.fontMetrics().averageCharWidth()
        for column, characters in ((FIELD, _FIELD_CHARACTERS), (FIT, _FIT_CHARACTERS)):
            self.horizontalHeader().resizeSection(column, digit * (characters + 2))
        super().resizeEvent(event)
        self._fitting.start()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Space goes on to the next passage."""
        if event.key() == Qt.Key.Key_Space:
            self.space_pressed.emit()
        else:
            super().keyPressEvent(event)
