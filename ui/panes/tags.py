"""The tags: how each is spelled, which colour it has, how many records have it; changed in the bar below."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtWidgets import QComboBox, QLineEdit, QVBoxLayout, QWidget

from casefile.terms import TagColour, label
from casefile.translation import N_, tr
from ui.counts import count_of
from ui.desk import Desk
from ui.models.columns import TAGS
from ui.models.ids_model import Receive
from ui.tag_colours import tag_ink
from ui.tag_errands import TagErrands
from ui.told import told
from ui.widgets.buttons import text_button
from ui.widgets.choice_box import ChoiceBox
from ui.widgets.empty_state import EmptyState
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.rows import TagRow

_EMPTY = (
    N_("No tags yet"),
    N_("""A tag is a word of your own for finding records again, such as “to check” or “biometrics”.
Choose an action, a source, a quote or an event, and type one behind “Tags” (Ctrl+T)."""),
    "actions",
)
_LONGEST_TAG = 60
_NAME_CHARACTERS = 26
_SWATCH = 14


class TagsPane(Pane):
    """Every tag of the store; the table's ids are numbers that the view gives them."""

    search_wanted = Signal(str)
    """Somebody wants to see what has a tag: the query that finds it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Tags"), parent)
        self._errands = TagErrands(desk, self)
        self._rows: Mapping[int, TagRow] = {}
        self._numbers: dict[str, int] = {}
        self._expected = ""
        self.shown: TagRow | None = None
        """The tag that is chosen."""
        self.table = RecordTable(N_("Tags"), TAGS, self._request, EmptyState("tag", *_EMPTY))
        self.head = HeaderBar()
        self.name = QLineEdit()
        self.colour = QComboBox()
        self.into = ChoiceBox(tr("Merge into another tag"))
        self.show_records = text_button(tr("Show records"), self._search)
        self.delete = text_button(tr("Delete tag"), self._delete)
        self.bar = self._make_bar()
        column = bare(QVBoxLayout(self))
        column.addWidget(self.head)
        column.addWidget(self.table, 1)
        column.addWidget(self.bar)
        self.table.chosen.connect(self._choose)
        self.table.opened.connect(lambda _: self._search())
        self.name.editingFinished.connect(self._rename)
        self.colour.activated.connect(lambda _: self._recolour())
        self.into.activated.connect(self._merge)

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def allow_writing(self, may_write: bool) -> None:
        """Whether tags can be changed."""
        for widget in (self.name, self.colour, self.into, self.delete):
            widget.setEnabled(may_write)

    def refresh(self) -> None:
        """Reads the tags."""
        from casefile.store import tags

        self.desk.read("tags", tags.all_tags, self._take)

    def _take(self, rows: "Sequence[TagRow]") -> None:
        self._rows = {self._number(row.name): row for row in rows}
        self.head.show_words(tr("Tags"), count_of(len(rows), "tag"))
        self.head.setVisible(bool(rows))
        self.bar.setVisible(bool(rows))
        self.table.show_ids(list(self._rows))
        if self._expected in self._numbers and self._numbers[self._expected] in self._rows:
            self.table.choose(self._numbers[self._expected])
            self._expected = ""

    def _number(self, name: str) -> int:
        return self._numbers.setdefault(name, len(self._numbers) + 1)

    def _request(self, ids: Sequence[int], receive: "Receive[TagRow]") -> None:
        receive([self._rows[number] for number in ids])

    def _choose(self, row: "TagRow | None") -> None:
        if row is None:
            self.shown = None
            return
        same, self.shown = self.shown is not None and self.shown.name == row.name, row
        if not (same and self.name.hasFocus()):
            self.name.setText(row.name)
        with QSignalBlocker(self.colour):
            self.colour.setCurrentIndex(self.colour.findData(row.colour))
        with QSignalBlocker(self.into):
            self.into.clear()
            self.into.addItem(tr("Merge into…"), "")
            for other in self._rows.values():
                if other.name != row.name:
                    self.into.addItem(other.name, other.name)
        self.into.setVisible(self.into.count() > 1)

    def _rename(self) -> None:
        typed = " ".join(self.name.text().split())
        if self.shown is None or not typed or typed == self.shown.name:
            self.name.setText(self.shown.name if self.shown is not None else "")
            return
        name, self._expected = self.shown.name, typed
        self.shown = None
        self._errands.rename(name, typed)

    def _recolour(self) -> None:
        colour = TagColour(self.colour.currentData())
        if self.shown is not None and colour is not self.shown.colour:
            self._errands.recolour(self.shown.name, colour)

    def _merge(self, place: int) -> None:
        into = str(self.into.itemData(place) or "")
        if self.shown is not None and into:
            self._expected = into
            self._errands.merge(self.shown.name, into)

    def _delete(self) -> None:
        if self.shown is not None:
            self._errands.delete(self.shown.name)

    def _search(self) -> None:
        if self.shown is not None:
            self.search_wanted.emit(f'tag:"{self.shown.name}"')

    def _make_bar(self) -> QWidget:
        bar = QWidget(self)
        bar.setObjectName("header")
        pad = self.fontMetrics().height() // 2
        bar.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        fields = QWidget()
        flow = FlowLayout(fields, pad)
        around = QVBoxLayout(bar)
        around.setContentsMargins(pad, pad // 2, pad, pad // 2)
        around.addWidget(fields)
        self.name.setAccessibleName(tr("Name of the tag"))
        self.name.setToolTip(tr("Enter renames the tag wherever it stands"))
        self.name.setMaxLength(_LONGEST_TAG)
        self.name.setFixedWidth(self.fontMetrics().averageCharWidth() * _NAME_CHARACTERS)
        self.colour.setAccessibleName(tr("Colour of the tag"))
        self.into.setMinimumContentsLength(_NAME_CHARACTERS - 8)
        for colour in TagColour:
            self.colour.addItem(self._swatch(colour), told(label(colour)), colour)
        for widget in (
            plain_label(tr("Name"), "muted"), self.name, plain_label(tr("Colour"), "muted"), self.colour,
            self.into, self.show_records, self.delete,
        ):  # fmt: skip
            flow.addWidget(widget)
        bar.hide()
        return bar

    def _swatch(self, colour: TagColour) -> QIcon:
        look = tag_ink(colour, self.palette())
        made = QPixmap(_SWATCH, _SWATCH)
        made.fill(look.ground)
        with QPainter(made) as painter:
            painter.setPen(look.ink)
            painter.drawRect(0, 0, _SWATCH - 1, _SWATCH - 1)
        return QIcon(made)
