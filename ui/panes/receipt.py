"""The receipt of an import: what became of each file, and where its source is now."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShortcut
from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.store.rows import BatchRow, LineRow
from casefile.terms import Outcome, Standing
from casefile.translation import N_, tr
from ui.desk import Desk
from ui.models.columns import LINES, moment_text, why_text
from ui.models.ids_model import Receive
from ui.notices import batch_words
from ui.widgets.buttons import CommandButton, icon_button
from ui.widgets.empty_state import EmptyState
from ui.widgets.header import HeaderBar, bare
from ui.widgets.labels import plain_label
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

COMMANDS = ("resume_import", "take_back_file", "take_back_import")
"""What stands above the list, in its order."""
_EMPTY = (
    N_("No import yet"),
    N_("Drop files anywhere on the window; this is where you see what became of them."),
    "import",
)

_FIRST = (Outcome.FAILED, Outcome.SKIPPED)
"""Of many files those that somebody has to see to."""


class ReceiptPane(Pane):
    """One import; opening a line shows its source."""

    back_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, tr("Receipt"), parent)
        self.batch: BatchRow | None = None
        """The import that is shown."""
        self._wanted: int | None = None
        self._rows: Mapping[int, LineRow] = {}
        self._head = HeaderBar()
        empty = EmptyState("inbox", *_EMPTY)
        self.table = RecordTable(N_("Files of the import"), LINES, self._request, empty)
        self.table.opened.connect(self._open)
        self.table.chosen.connect(self._tell)
        self.buttons: dict[str, CommandButton] = {}
        """What stands above the list, by command."""
        self.why = plain_label("", wrap=True)
        """Why the chosen file was not stored and what to do, in full where the list has no room for it."""
        pad = self.fontMetrics().height() // 2
        self.why.setContentsMargins(pad, pad // 2, pad, pad // 2)
        self.why.hide()
        self._head.lead(icon_button(tr("Back to the inbox"), "arrow-left", self.back_wanted.emit))
        column = bare(QVBoxLayout(self))
        column.addWidget(self._head)
        column.addWidget(self.table, 1)
        column.addWidget(self.why)
        back = QShortcut(QKeySequence(Qt.Key.Key_Escape), self)
        back.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        back.activated.connect(self.back_wanted)

    def take_commands(self, commands: Mapping[str, QAction]) -> None:
        """The commands that stand above the list."""
        for name in COMMANDS:
            self.buttons[name] = CommandButton(commands[name])
            self._head.add(self.buttons[name])

    def main_table(self) -> RecordTable:
        """The list."""
        return self.table

    def show_batch(self, batch_id: int | None) -> None:
        """Shows the receipt of an import; of the last one without an id."""
        self._wanted = batch_id
        if self.isVisible():
            self.refresh()
        else:
            self._stale = True

    def chosen_line(self) -> LineRow | None:
        """The line under the cursor."""
        chosen = self.table.chosen_id()
        return self._rows.get(chosen) if chosen is not None else None

    def possible(self) -> dict[str, bool]:
        """Which of the commands make sense for what is shown."""
        line = self.chosen_line() if self.isVisible() else None
        shown = self.batch is not None and self.isVisible()
        here = [one for one in self._rows.values() if one.row.is_new and one.standing is Standing.HERE]
        return {
            "resume_import": shown and self.batch is not None and self.batch.waiting > 0,
            "take_back_import": shown and bool(here),
            "take_back_file": line is not None and line in here,
        }

    def refresh(self) -> None:
        """Reads the import and its lines."""
        from casefile.store import receipts
        from casefile.store.store import Reader

        wanted = self._wanted

        def work(reader: Reader) -> tuple[list[BatchRow], list[LineRow]]:
            ids = [wanted] if wanted is not None else receipts.latest_batches(reader, 1)
            lines = [line for batch_id in ids for line in receipts.receipt_lines(reader, batch_id)]
            return receipts.batch_rows(reader, ids), lines

        self.desk.read("receipt", work, self._take)

    def _take(self, found: tuple[list[BatchRow], list[LineRow]]) -> None:
        batches, lines = found
        self.batch = batches[0] if batches else None
        self._rows = {line.id: line for line in sorted(lines, key=_rank)}
        if self.batch is not None:
            self._head.show_words(
                tr("Import of {moment}").format(moment=moment_text(self.batch.started_at)),
                " · ".join(part for part in (self.batch.person, batch_words(self.batch)) if part),
            )
        else:
            self._head.show_words(tr("Receipt"))
        self._make_room()
        self.table.show_ids(list(self._rows))
        self._tell()
        self.state_changed.emit()

    def _make_room(self) -> None:
        """The title needs its room: of an import that was interrupted one file is taken back by menu."""
        left = self.batch is not None and self.batch.waiting > 0
        for name, button in self.buttons.items():
            button.setVisible({"resume_import": left, "take_back_file": not left}.get(name, True))

    def _tell(self) -> None:
        line = self.chosen_line()
        self.why.setText(why_text(line) if line is not None else "")
        self.why.setVisible(bool(self.why.text()))

    def _request(self, ids: Sequence[int], receive: Receive[LineRow]) -> None:
        receive([self._rows[id_] for id_ in ids])

    def _open(self, line: LineRow) -> None:
        if line.standing is Standing.HERE and line.row.source_id is not None:
            self.want_passage(line.row.source_id)


def _rank(line: LineRow) -> int:
    """Where it stands among the others; those of the same rank stay as they came."""
    return _FIRST.index(line.row.outcome) if line.row.outcome in _FIRST else len(_FIRST)
