"""The timeline: a drawing, and below it the same as a list. What is chosen in one is chosen in the other."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QMenu, QSplitter, QVBoxLayout, QWidget

from casefile.store.rows import TimelineRow
from casefile.timeline.lanes import LanesBy
from casefile.timeline.layout import Layout
from casefile.translation import N_, tr
from casefile.values import Span
from ui.cell_errands import CellErrands
from ui.counts import count_of
from ui.desk import Desk
from ui.figures import figure
from ui.models.columns import TIMELINE
from ui.models.ids_model import Receive, Sorting, packed
from ui.notices import Notice, Tone
from ui.selection_panel import SelectionPanel
from ui.timeline.drawing import TimelineDrawing
from ui.timeline.legend import Legend
from ui.timeline.picture import Picture
from ui.timeline.pointing import ZOOM
from ui.timeline.wording import description, picture_of
from ui.widgets.buttons import icon_button, text_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import bare
from ui.widgets.labels import ElidedLabel
from ui.widgets.pane import CasePane
from ui.widgets.record_table import RecordTable
from ui.widgets.tag_field import TagField

if TYPE_CHECKING:
    from casefile.store.store import Reader
    from casefile.store.timeline import Timeline

    _Drawn = tuple[Timeline, dict[int, TimelineRow]]
    """What was read, and its rows by their ids."""

_EMPTY = (
    N_("No dates yet"),
    N_("""Decisions, sums, appeals and events come here when you accept them in the review of a source.
Dates that are known only in part are drawn as the span in which they lie."""),
    "inbox",
)
_LANES = (
    (N_("By respondent"), LanesBy.RESPONDENT), (N_("By authority"), LanesBy.AUTHORITY),
    (N_("One lane"), LanesBy.NOTHING),
)  # fmt: skip
_PARTS = ((N_("Drawing and list"), (True, True)), (N_("Drawing"), (True, False)), (N_("List"), (False, True)))
_ZOOMS = ("zoom_out", "zoom_in", "zoom_all", "zoom_selection")


class TimelinePane(CasePane):
    """Everything dated, of the whole store or of one case file."""

    reads_rows = True

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Timeline"), parent)
        self._case_drawn: int | None = None
        self._rows: dict[int, TimelineRow] = {}
        self._read: Timeline | None = None
        """What is drawn, of the case file in sight."""
        self._draw_next: Callable[[], None] | None = None
        self.drawing = TimelineDrawing(lambda id_: description(self._rows[id_]))
        self.drawing.beside = self._lay_out_beside
        self.table = RecordTable(
            N_("Timeline"), TIMELINE, self._request, EmptyState("calendar-clock", *_EMPTY),
            sorting=Sorting("date"), several=True,
        )  # fmt: skip
        self.selection = SelectionPanel(desk, "event", self.table)
        self.table.edited.connect(CellErrands(desk, "event", self).write)
        self.lanes = QComboBox()
        self.parts = QComboBox()
        self.undated = text_button("", self.show_undated)
        self._count = ElidedLabel("", "muted")
        self._zooms: list[QWidget] = []
        self._zoom_row = QHBoxLayout()
        self._upper = QWidget()
        self._lay_out()
        self.table.sorted.connect(self._read_list)
        self.table.chosen.connect(lambda row: self.drawing.choose(row.id if row is not None else None))
        self.table.opened.connect(lambda row: self.open(row.id))
        self.drawing.chosen.connect(self.table.choose)
        self.drawing.opened.connect(self.open)
        self.lanes.currentIndexChanged.connect(lambda _: self._arrange())
        self.parts.currentIndexChanged.connect(lambda _: self._show_parts())

    @property
    def by(self) -> LanesBy:
        """What the lanes stand for."""
        return LanesBy(self.lanes.currentData())

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def chosen_with(self, id_: int) -> Sequence[int]:
        """All that is chosen, where this is among it, else this alone."""
        chosen = self.table.chosen_ids()
        return chosen if id_ in chosen else (id_,)

    def take_focus(self) -> None:
        """Puts the keyboard into the list or on its next step, or into the drawing where that is alone."""
        if self.table.isVisible():
            self.table.take_focus()
        else:
            self.drawing.setFocus()

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """What can be done with the drawing: by key, from its menu, by buttons above it."""
        for name in _ZOOMS:
            action = commands[name]
            self.drawing.addAction(action)
            if not action.icon().isNull():
                self._add_button(action)
        self.drawing.addAction(commands["trash"])
        self.selection.take_commands(commands, ("trash",))
        self.drawing.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def tag_field(self) -> TagField:
        """The tags of what is chosen."""
        return self.selection.tags

    def allow_writing(self, may_write: bool) -> None:
        """Whether tags can be given and cells edited; commands rest by themselves."""
        self.selection.allow_writing(may_write)
        self.table.let_edit(may_edit=may_write, by_double_click=False)

    def zoom_in(self) -> None:
        """Shows less time, larger."""
        self.drawing.zoom(ZOOM)

    def zoom_out(self) -> None:
        """Shows more time."""
        self.drawing.zoom(1 / ZOOM)

    def zoom_to_everything(self) -> None:
        """Shows all of the time."""
        self.drawing.fit()

    def zoom_to_selection(self) -> None:
        """Shows the time of what is selected."""
        self.drawing.fit_to(self.table.chosen_ids())

    def possible(self) -> dict[str, bool]:
        """Which of them make sense now."""
        return dict.fromkeys(_ZOOMS, self.drawing.isVisible() and bool(self._rows))

    def open(self, id_: int) -> None:
        """Shows the source that says so, at its passage."""
        from casefile.store import timeline

        def take(found: tuple[int, Span | None] | None) -> None:
            if found is None:
                said = tr("A person entered this date: no source stands behind it.")
                self.desk.told.emit(Notice(said, Tone.NOTE))
            else:
                self.want_passage(*found)

        self.desk.read("timeline passage", lambda r: timeline.passage_of(r, id_), take)

    def refresh(self) -> None:
        """Reads what there is."""
        from casefile.store import timeline

        case_id = self._case_id
        if case_id != self._case_drawn:
            self._case_drawn, self._read = case_id, None
            self.drawing.expect_picture()

        def draw() -> None:
            before = self._read

            def read(reader: "Reader") -> "_Drawn | None":
                found = timeline.newest(reader, case_id)
                return None if found == before else (found, {row.id: row for row in found.rows})

            self.desk.read("timeline drawing", read, self._take, leaves_much=True)

        # The list is there before the drawing would be, which would only hold it up.
        self._draw_next = draw
        self._read_list()

    def show_undated(self) -> None:
        """Offers what has no date, to be opened."""
        from casefile.store import timeline

        case_id = self._case_id

        def take(rows: Sequence[TimelineRow]) -> None:
            menu = QMenu(tr("Without a date"), self)
            menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            for row in rows:
                action = menu.addAction(row.words.replace("&", "&&"))
                action.triggered.connect(lambda _=False, id_=row.id: self.open(id_))
            menu.popup(self.undated.mapToGlobal(QPoint(0, -menu.sizeHint().height())))

        self.desk.read("undated", lambda r: timeline.undated_rows(r, case_id), take)

    def _read_list(self) -> None:
        from casefile.store import lists, timeline

        case_id, order = self._case_id, lists.Order(self.table.sorting.by, self.table.sorting.descending)

        def take(ids: Sequence[int]) -> None:
            self.table.show_ids(ids)
            if not self.table.model.is_waiting:
                self._begin_drawing()

        self.desk.read("timeline", lambda r: packed(timeline.timeline_ids(r, case_id, order)), take)

    def _request(self, ids: Sequence[int], receive: Receive[TimelineRow]) -> None:
        from casefile.store import timeline

        def take(rows: Sequence[TimelineRow]) -> None:
            receive(rows)
            self._begin_drawing()

        self.desk.read(f"timeline rows {ids[0]}", lambda r: timeline.timeline_rows(r, ids), take)

    def _begin_drawing(self) -> None:
        """Once after each reading, as soon as the list has its first rows."""
        draw, self._draw_next = self._draw_next, None
        if draw is not None:
            draw()

    def _take(self, drawn: "_Drawn | None") -> None:
        """Most of what is written leaves every date as it is (None): then nothing has to be drawn anew."""
        if drawn is None:
            return
        self._read, self._rows = found, _ = drawn
        shown, total = len(found.rows), found.total
        counted = count_of(total, "date")
        self._count.show_text(
            tr("The newest {shown} of {counted} are drawn").format(shown=figure(shown), counted=counted)
            if total > shown
            else counted
        )
        self.undated.setText(tr("{count} without a date").format(count=figure(found.undated)))
        self.undated.setAccessibleName(self.undated.text())
        self.undated.setVisible(found.undated > 0)
        self._arrange()

    def _arrange(self) -> None:
        """Beside the window: there may be twenty thousand of them."""
        self._show_parts()
        rows, by, plan = list(self._rows.values()), self.by, self.drawing.plan()
        self.desk.read("timeline lanes", lambda _: picture_of(rows, by, plan), self._draw, leaves_much=True)

    def _draw(self, picture: Picture) -> None:
        self.drawing.show_picture(picture, has_names=self.by is not LanesBy.NOTHING)
        self.drawing.choose(self.table.chosen_id())
        self.state_changed.emit()

    def _lay_out_beside(self, work: Callable[[], Layout], done: Callable[[Layout], None]) -> None:
        self.desk.read("timeline layout", lambda _: work(), done, leaves_much=True)

    def _show_parts(self) -> None:
        """Where there is nothing to draw the list says so, and there is nothing to look at otherwise."""
        drawing, listed = self.parts.currentData()
        for widget in (*self._zooms, self.lanes, self.parts):
            widget.setVisible(bool(self._rows))
        self._upper.setVisible(drawing and bool(self._rows))
        self.table.setVisible(listed or not self._rows)

    def _add_button(self, action: QAction) -> None:
        button = icon_button(action.text(), str(action.property("iconName")), action.trigger)
        button.setToolTip(action.toolTip())
        button.setEnabled(action.isEnabled())
        action.changed.connect(lambda: button.setEnabled(action.isEnabled()))
        self._zooms.append(button)
        self._zoom_row.addWidget(button)

    def _lay_out(self) -> None:
        self.lanes.setAccessibleName(tr("Lanes"))
        self.parts.setAccessibleName(tr("Parts of the timeline"))
        for name, by in _LANES:
            self.lanes.addItem(tr(name), by)
        for name, parts in _PARTS:
            self.parts.addItem(tr(name), parts)
        upper = bare(QVBoxLayout(self._upper))
        upper.addWidget(self.drawing, 1)
        upper.addLayout(self._row(Legend(), self.undated))
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self._upper)
        split.addWidget(self.table)
        split.setStretchFactor(0, 3)
        split.setStretchFactor(1, 2)
        head = self._row(self._count, self.lanes, self.parts)
        head.insertLayout(1, self._zoom_row)
        column = bare(QVBoxLayout(self))
        column.addLayout(head)
        column.addWidget(split, 1)
        self.selection.setProperty("below", "true")
        column.addWidget(self.selection)
        self.undated.hide()

    def _row(self, first: QWidget, *others: QWidget) -> QHBoxLayout:
        pad = self.fontMetrics().height() // 2
        row = QHBoxLayout()
        row.setSpacing(pad)
        row.setContentsMargins(pad, pad // 2, pad, pad // 2)
        row.addWidget(first, 1)
        for widget in others:
            row.addWidget(widget)
        return row
