"""What stands above a long list: the filter line, the facets, what it is grouped by, and how long it is."""

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, QTimer, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from casefile.translation import N_, in_sentence, tr
from ui.counts import count_of
from ui.facet_choice import ValueOf
from ui.told import told
from ui.widgets.buttons import icon_button
from ui.widgets.facet_bar import FacetBar, FacetTitle
from ui.widgets.facet_popup import Look
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.widgets.query_problems import QueryProblems, select_place

TYPING_PAUSE_MS = 25
"""What is asked for in vain is broken off, so that a pause need only join letters that come at once."""


class ListHead(QWidget):
    """Says when another list is wanted; knows no store."""

    changed = Signal()
    """Somebody typed, chose values or another grouping; typing is waited for."""
    fold_wanted = Signal(bool)
    """All groups are to be folded, or unfolded."""

    def __init__(
        self,
        what: str,
        facets: Sequence[FacetTitle],
        groups: Sequence[FacetTitle],
        look: Look,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.filter = QLineEdit(
            placeholderText=tr("Filter {what}").format(what=told(what)), clearButtonEnabled=True
        )
        self.filter.setAccessibleName(tr("Filter {what}").format(what=told(what)))
        self.problems = QueryProblems(N_("filter"))
        self.facets = FacetBar(facets, look)
        self.group = QComboBox()
        self.group.setAccessibleName(tr("Group by"))
        self.group.addItem(tr("Not grouped"), "")
        for group in groups:
            self.group.addItem(tr("By {title}").format(title=in_sentence(tr(group.title))), group.name)
        self.count = plain_label("", "muted")
        self._folds = [
            icon_button(tr("Fold all groups"), "chevron-right", lambda: self.fold_wanted.emit(True)),  # noqa: FBT003  a signal
            icon_button(tr("Unfold all groups"), "chevron-down", lambda: self.fold_wanted.emit(False)),  # noqa: FBT003  a signal
        ]
        self._pause = QTimer(self, singleShot=True, interval=TYPING_PAUSE_MS)
        self._row = QHBoxLayout()
        self._lay_out()
        self._pause.timeout.connect(self.changed)
        self.filter.textChanged.connect(lambda _: self._pause.start())
        self.facets.changed.connect(self.changed)
        self.group.currentIndexChanged.connect(lambda _: self._regroup())
        self.problems.place_chosen.connect(lambda span: select_place(self.filter, span))

    @property
    def words(self) -> str:
        """What was typed."""
        return self.filter.text()

    @property
    def waits(self) -> bool:
        """Whether something was typed of which nobody has been told yet."""
        return self._pause.isActive()

    @property
    def grouped_by(self) -> str:
        """What the list is grouped by, "" for nothing."""
        return str(self.group.currentData())

    @property
    def narrows(self) -> bool:
        """Whether anything was typed or chosen."""
        return bool(self.words.strip() or self.facets.chosen)

    def narrow_to(self, words: str, values: Sequence[ValueOf]) -> None:
        """Narrows the list to these words and values of facets, and to nothing else."""
        with QSignalBlocker(self.facets):
            self.facets.clear()
            for value in values:
                self.facets.choose(value.facet, value.key, value.label)
        self.filter.setText(words)
        self._pause.stop()
        self.changed.emit()

    def clear(self) -> None:
        """Narrows the list to nothing."""
        with QSignalBlocker(self.facets):
            self.facets.clear()
        self.filter.clear()
        self.changed.emit()

    def show_count(self, count: int, what: str) -> None:
        """How many there are of what; the facets stand only above a list that can be narrowed."""
        self.count.setText(count_of(count, what))
        self.facets.setVisible(count > 0 or self.narrows)

    def open_facets(self) -> None:
        """Opens the values of the first facet."""
        self.facets.show()
        self.facets.open()

    def open_groups(self) -> None:
        """Opens what the list can be grouped by."""
        if self.group.count() > 1:
            self.facets.show()
            self.group.setFocus()
            self.group.showPopup()

    def add(self, widget: QWidget) -> None:
        """Puts a widget behind the count."""
        self._row.addWidget(widget)

    def _regroup(self) -> None:
        for button in self._folds:
            button.setVisible(bool(self.grouped_by))
        self.changed.emit()

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        self._row.setSpacing(pad)
        self._row.addWidget(self.filter, 1)
        self._row.addWidget(self.count)
        for widget in (self.group, *self._folds):
            self.facets.add(widget)
        for button in self._folds:
            button.hide()
        self.group.setVisible(self.group.count() > 1)
        inner = QVBoxLayout()
        inner.setSpacing(pad // 2)
        inner.setContentsMargins(pad, pad // 2, pad, pad // 2)
        inner.addLayout(self._row)
        inner.addWidget(self.facets)
        column = bare(QVBoxLayout(self))
        column.addLayout(inner)
        column.addWidget(self.problems)
