"""The briefs: what was exported with what the record says otherwise by now, and the drafts."""

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QAction, QDesktopServices
from PySide6.QtWidgets import (
    QHBoxLayout,
    QSplitter,
    QTabWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from casefile.store.brief_rows import FileState
from casefile.translation import N_, tr, tr_c
from ui.counts import count_of
from ui.desk import Desk
from ui.draft_errands import DraftErrands
from ui.figures import figure
from ui.models.columns import BRIEFS
from ui.models.ids_model import Receive, Sorting
from ui.widgets.buttons import text_button
from ui.widgets.draft_list import DraftList
from ui.widgets.empty_state import EmptyState
from ui.widgets.evidence_tree import EvidenceTree
from ui.widgets.header import bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import CasePane
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.briefs.exported import ExportStanding
    from casefile.briefs.stale import Change
    from casefile.store.brief_rows import DraftRow
    from casefile.store.store import Reader

_EMPTY = (
    N_("No brief yet"),
    N_(
        "A brief prints what was accepted, each fact with the passage that it rests on. Each one that"
        " you export is listed here, and marked when something in it changes afterwards."
    ),
)
_EXPORT, _ACCEPT = "export_brief", "inbox"
"""The next step of an empty list: that, or where nothing was accepted yet the other one."""
_ORDERS: "dict[str, Callable[[ExportStanding], Any]]" = {
    "exported": lambda standing: standing.export.as_of,
    "title": lambda standing: standing.export.title.casefold(),
    "changes": lambda standing: len(standing.changes),
}
_FILE_WORDS = {
    FileState.THERE: "",
    FileState.MISSING: N_("The file is not where it was written to."),
    FileState.ALTERED: N_("The file was changed or replaced after the export."),
}
CHANGES_IN_SIGHT = 7
"""Lines of the changes that are never squeezed away."""
RECORD = Qt.ItemDataRole.UserRole


class BriefsPane(CasePane):
    """A list of exports above the changes of the chosen one; beside it the drafts."""

    record_wanted = Signal(str, int)
    """Somebody wants to see the record of a changed statement: ``action``, ``quote`` or ``event``, its id."""
    draft_wanted = Signal(int)
    """Somebody wants to go on with a draft (its id)."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Briefs"), parent)
        self._standings: dict[int, ExportStanding] = {}
        self._count = plain_label("", "muted")
        self.table = RecordTable(
            N_("Exported briefs"), BRIEFS, self._request, EmptyState("file-down", *_EMPTY, _ACCEPT),
            sorting=Sorting("exported", descending=True),
        )  # fmt: skip
        self.table.sorted.connect(self._sort)
        self.table.chosen.connect(self._show_chosen)
        self.table.opened.connect(self.open_file)
        self.state = plain_label("", wrap=True)
        self.open_button = text_button(tr_c("button", "Open"), self.open_file)
        self.folder_button = text_button(tr("Show in folder"), self.open_folder)
        self.changes = EvidenceTree(
            N_("What has changed since the export"), (tr("Statement"), tr("Printed"), tr("Now")), (44, 0, 34)
        )
        self.changes.setRootIsDecorated(False)
        self.changes.setMinimumHeight(self.fontMetrics().lineSpacing() * CHANGES_IN_SIGHT)
        self.changes.itemActivated.connect(self._open_record)
        self.drafts = DraftList()
        self._errands = DraftErrands(desk, self)
        self.drafts.open_wanted.connect(self.draft_wanted)
        self.drafts.rename_wanted.connect(self._ask_name)
        self.drafts.delete_wanted.connect(self._errands.delete)
        self._lay_out()

    def main_table(self) -> RecordTable:
        """The list of exports."""
        return self.table

    def take_focus(self) -> None:
        """The keyboard goes into the list in sight."""
        (self.table if self.tabs.currentIndex() == 0 else self.drafts.table).take_focus()

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The next steps of the empty lists."""
        self.drafts.table.empty.take_commands(commands)
        exports = commands[_EXPORT]
        exports.enabledChanged.connect(self._offer)
        self._offer(exports.isEnabled())

    def _offer(self, may_export: bool) -> None:
        self.table.empty.say(*_EMPTY, _EXPORT if may_export else _ACCEPT)

    def allow_writing(self, may_write: bool) -> None:
        """Whether drafts can be renamed and deleted."""
        self.drafts.allow_writing(may_write)

    def refresh(self) -> None:
        """Reads the exports, compares their files and their statements."""
        case_id = self._case_id

        def read(reader: "Reader") -> "tuple[list[ExportStanding], list[DraftRow]]":
            from casefile.store.briefs import brief_exports
            from casefile.store.drafts import draft_rows

            drafts = draft_rows(reader, case_id)
            if not brief_exports(reader):
                return [], drafts  # what sets briefs is not loaded in vain: half a second's work
            from casefile.briefs.exported import export_standings

            return export_standings(reader, case_id), drafts

        self.desk.read("briefs", read, self._take)

    def open_file(self, _: object = None) -> None:
        """Opens the chosen brief in the system's program for PDFs."""
        self._open(lambda path: path)

    def open_folder(self) -> None:
        """Opens the folder that the chosen brief lies in."""
        self._open(lambda path: path.parent)

    def _take(self, found: "tuple[Sequence[ExportStanding], Sequence[DraftRow]]") -> None:
        standings, drafts = found
        self._standings = {standing.export.id: standing for standing in standings}
        stale = sum(bool(standing.changes) for standing in standings)
        words = count_of(len(standings), "brief")
        self._count.setText(
            tr("{words}, {stale} out of date").format(words=words, stale=figure(stale)) if stale else words
        )
        self._sort()
        self._show_chosen()
        self.drafts.show_rows(drafts)
        for place, (title, count) in enumerate(
            ((tr("E&xported"), len(standings)), (tr("&Drafts"), len(drafts)))
        ):
            self.tabs.setTabText(place, f"{title} {figure(count)}" if count else title)

    def _ask_name(self, row: "DraftRow") -> None:
        others = [other.name for other in self.drafts.rows.values() if other.id != row.id]
        self._errands.ask_name(row, others)

    def _sort(self) -> None:
        sorting = self.table.sorting
        found = sorted(self._standings.values(), key=_ORDERS[sorting.by], reverse=sorting.descending)
        self.table.show_ids([standing.export.id for standing in found])

    def _request(self, ids: Sequence[int], receive: "Receive[ExportStanding]") -> None:
        receive([self._standings[id_] for id_ in ids])

    def _chosen(self) -> "ExportStanding | None":
        return self._standings.get(self.table.chosen_id() or 0)

    def _show_chosen(self, _: object = None) -> None:
        standing = self._chosen()
        self._detail.setVisible(standing is not None)
        self.changes.clear()
        if standing is None:
            return
        self.state.setText(state_words(standing))
        there = standing.file is not FileState.MISSING
        self.open_button.setEnabled(there)
        self.changes.setVisible(bool(standing.changes))
        for change in standing.changes:
            self._add(change)

    def _add(self, change: "Change") -> None:
        said = change.statement
        where = " · ".join(part for part in (said.label, said.about) if part) or said.kind.capitalize()
        now = "; ".join(change.now) or tr("No longer in the record")
        item = self.changes.add_row(self.changes, (where, said.value, now))
        item.setData(0, RECORD, said.key)

    def _open_record(self, item: QTreeWidgetItem) -> None:
        kind, _, rest = str(item.data(0, RECORD) or "").partition("/")
        number = rest.partition("/")[0]
        if number.isdigit():
            self.record_wanted.emit(kind, int(number))

    def _open(self, target: Callable[[Path], Path]) -> None:
        standing = self._chosen()
        if standing is not None:
            QDesktopServices.openUrl(QUrl.fromLocalFile(str(target(Path(standing.export.path)))))

    def _lay_out(self) -> None:
        pad = self.fontMetrics().height() // 2
        self._detail = QWidget()
        below = bare(QVBoxLayout(self._detail))
        below.addLayout(_row(pad, self.state, self.open_button, self.folder_button))
        below.addWidget(self.changes, 1)
        below.addStretch(0)
        self._detail.hide()
        self.split = QSplitter(Qt.Orientation.Vertical)
        self.split.addWidget(self.table)
        self.split.addWidget(self._detail)
        self.split.setStretchFactor(0, 1)
        exported = QWidget()
        column = bare(QVBoxLayout(exported))
        column.addLayout(_row(pad, self._count))
        column.addWidget(self.split, 1)
        self.tabs = QTabWidget()
        self.tabs.setDocumentMode(True)
        self.tabs.setAccessibleName(tr("Exported briefs and drafts"))
        self.tabs.tabBar().setAccessibleName(tr("Kinds of briefs"))
        self.tabs.addTab(exported, tr("E&xported"))
        self.tabs.addTab(self.drafts, tr("&Drafts"))
        bare(QVBoxLayout(self)).addWidget(self.tabs)


def state_words(standing: "ExportStanding") -> str:
    """What is to be known of the export before somebody hands it on."""
    changed = len(standing.changes)
    parts = [tr(_FILE_WORDS[standing.file])]
    if not standing.is_compared:
        parts.append(tr("An earlier version of Casefile exported it and did not keep what it states."))
    elif changed:
        parts.append(
            tr("{statements} of it changed in the record after the export.").format(
                statements=count_of(changed, "statement")
            )
        )
    else:
        parts.append(tr("Nothing in it has changed since the export."))
    return " ".join(part for part in parts if part)


def _row(pad: int, first: QWidget, *others: QWidget) -> QHBoxLayout:
    row = QHBoxLayout()
    row.setSpacing(pad)
    row.setContentsMargins(pad, pad // 2, pad, pad // 2)
    row.addWidget(first, 1)
    for widget in others:
        row.addWidget(widget)
    return row
