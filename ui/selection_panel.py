"""What is chosen in a list: its tags and, of several records, how many and what can be set for all of them.

Imports desk, errands and widgets; the store only when something is read.
"""

from collections.abc import Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from casefile.store.rows import TagMark
from casefile.translation import tr
from ui.counts import count_of
from ui.desk import Desk
from ui.figures import figure
from ui.several_errands import SeveralErrands
from ui.several_fields import fields_for, shown, stored
from ui.tag_errands import TagErrands
from ui.widgets.buttons import CommandButton
from ui.widgets.flow_layout import FlowLayout
from ui.widgets.labels import plain_label
from ui.widgets.record_table import RecordTable
from ui.widgets.tag_field import TagField
from ui.widgets.value_field import ValueField

if TYPE_CHECKING:
    from casefile.store.store import Reader

PAUSE_MS = 60
"""A selection that grows row by row is read when it rests."""
_Found = tuple[list[int], Mapping[TagMark, int], Mapping[str, str | None]]


class SelectionPanel(QWidget):
    """Follows the selection of one list; out of sight while nothing is chosen."""

    several_changed = Signal(bool)
    """Several records are chosen now, or one or none again."""

    def __init__(self, desk: Desk, kind: str, table: RecordTable, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._kind, self._table = desk, kind, table
        self._tags, self._several = TagErrands(desk, self), SeveralErrands(desk, self)
        self._is_several = False
        self.ids: list[int] = []
        """What is chosen."""
        self.setObjectName("header")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.count = plain_label("", "heading")
        self.tags = TagField(self._tags.look)
        self.values = {field.name: ValueField(field) for field in fields_for(kind)}
        self._buttons = QHBoxLayout()
        self._upper, self._middle = QWidget(), QWidget()
        self._lay_out()
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self._settle)
        table.view.selectionModel().selectionChanged.connect(lambda *_: self._follow())
        # What was chosen before is chosen again right after that; the keyboard may be in the panel meanwhile.
        table.model.modelReset.connect(self._pause.start)
        desk.changed.connect(self._pause.start)
        self.tags.added.connect(lambda name: self._tags.add(kind, self.ids, name))
        self.tags.removed.connect(lambda name: self._tags.take(kind, self.ids, name))
        for value in self.values.values():
            value.entered.connect(lambda words, name=value.name: self._set(name, words))
        self.hide()

    @property
    def is_several(self) -> bool:
        """Whether more than one record is chosen."""
        return self._is_several

    def take_commands(self, commands: Mapping[str, QAction], names: tuple[str, ...]) -> None:
        """What else can be done with several records."""
        for name in names:
            self._buttons.addWidget(CommandButton(commands[name]))

    def allow_writing(self, may_write: bool) -> None:
        """Whether anything can be set."""
        self.tags.allow_writing(may_write)
        for value in self.values.values():
            value.setEnabled(may_write)

    def _follow(self) -> None:
        """The count is told at once, what the records have in common when the selection rests."""
        self._count()
        self._pause.start()

    def _settle(self) -> None:
        self._count()
        self._read()

    def _count(self) -> None:
        self.ids = [id_ for id_ in self._table.chosen_ids() if id_ > 0]
        several = len(self.ids) > 1
        self.setVisible(bool(self.ids))
        self.count.setText(tr("{records} chosen").format(records=count_of(len(self.ids), self._kind)))
        self._upper.setVisible(several)
        self._middle.setVisible(several and bool(self.values))
        if several != self._is_several:
            self._is_several = several
            self.several_changed.emit(several)

    def _read(self) -> None:
        from casefile.store import several, tags

        ids, kind = self.ids, tags.Tagged(self._kind)
        if not ids or not self.isVisible():
            return

        def read(reader: "Reader") -> _Found:
            common = several.common_values(reader, kind, ids) if len(ids) > 1 and self.values else {}
            return ids, tags.counted_tags(reader, kind, ids), common

        self._desk.read(f"chosen {self._kind}", read, self._take)

    def _take(self, found: _Found) -> None:
        ids, tags, common = found
        if ids != self.ids:
            return
        total = len(ids)
        counts = {
            tag: ""
            if count == total
            else tr("{count} of {total}").format(count=figure(count), total=figure(total))
            for tag, count in tags.items()
        }
        self.tags.show_tags(counts)
        for name, value in common.items():
            self.values[name].show_value(None if value is None else shown(self._kind, name, value))

    def _set(self, name: str, words: str) -> None:
        self._several.set(self._kind, self.ids, name, stored(self._kind, name, words), words)

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        upper = QHBoxLayout(self._upper)
        upper.setContentsMargins(0, 0, 0, 0)
        upper.setSpacing(pad)
        upper.addWidget(self.count, 1)
        upper.addLayout(self._buttons)
        flow = FlowLayout(self._middle, pad)
        for value in self.values.values():
            flow.addWidget(value)
        column = QVBoxLayout(self)
        column.setContentsMargins(pad, pad // 2, pad, pad // 2)
        column.setSpacing(pad // 2)
        for part in (self._upper, self._middle, self.tags):
            column.addWidget(part)
