"""From the columns of a kept list to proposals. Imports desk and dialogs."""

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from casefile.progress import Task
from casefile.translation import tr
from ui.asking import ask
from ui.counts import count_of
from ui.desk import Desk
from ui.jobs import Lane
from ui.notices import Notice, Tone

if TYPE_CHECKING:
    from casefile.extraction.list_mapping import ListMapping
    from casefile.intake.action_lists import ListReport
    from casefile.store.rows import SourceRecord
    from casefile.store.store import Store
    from ui.dialogs.list_mapping import Count, ListCounts


class ListErrands(QObject):
    """Asks what the columns hold, and makes the proposals in a job."""

    made = Signal(int)
    """The source (its id) has other proposals now."""

    def __init__(self, desk: Desk, window: QWidget) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window

    def ask(self, source_id: int) -> None:
        """Asks for the mapping of a source; says so where it is no list."""
        self._read(source_id, self._tell_no_list)

    def offer(self, source_ids: list[int]) -> None:
        """Asks for the mapping of what was just imported, where that is one list."""
        if len(source_ids) == 1:
            self._read(source_ids[0], lambda: None)

    def make(self, source_id: int, mapping: "ListMapping") -> None:
        """Puts the mapping's proposals in the place of the open ones."""
        person = self._desk.person

        def work(store: "Store", task: Task) -> "ListReport":
            from casefile.intake.action_lists import propose_from_list

            return propose_from_list(store, source_id, mapping, person, task)

        self._desk.run(tr("Making proposals"), work, partial(self._made, source_id))

    def _read(self, source_id: int, otherwise: Callable[[], None]) -> None:
        from casefile.intake.proposing import LISTS
        from casefile.store.queries import source_record

        def show(record: "SourceRecord") -> None:
            if record.media_type in LISTS:
                self._show(record)
            else:
                otherwise()

        self._desk.read("list", lambda r: source_record(r, source_id), show)

    def _show(self, record: "SourceRecord") -> None:
        from ui.dialogs.list_mapping import ListMappingDialog

        name = record.row.title or record.row.file_name
        dialog = ListMappingDialog(
            name, record.text, record.row.language, self._counter(record), self._window
        )
        dialog.accepted.connect(lambda: self.make(record.row.id, dialog.mapping))
        ask(dialog)

    def _counter(self, record: "SourceRecord") -> "Count":
        """Counts all rows in a job; what is asked while one counts waits for it."""
        turn = 0

        def count(mapping: "ListMapping", take: "Callable[[ListCounts], None]") -> None:
            nonlocal turn
            turn += 1
            mine = turn

            def work(task: Task) -> "ListCounts":
                from casefile.extraction.action_lists import row_outcomes
                from ui.dialogs.list_mapping import ListCounts

                made = problems = left_out = 0
                for outcome in row_outcomes(record.text, mapping, record.row.language):
                    task.check()
                    if mine != turn:
                        break
                    made += outcome.proposal is not None
                    problems += outcome.proposal is None
                    left_out += len(outcome.warnings)
                return ListCounts(made, problems, left_out)

            def show(counts: "ListCounts") -> None:
                if mine == turn and isValid(self):
                    take(counts)

            self._desk.jobs.start(tr("Counting rows"), Lane.READ, work, show, self._desk.fail)

        return count

    def _made(self, source_id: int, report: "ListReport") -> None:
        words = [
            tr("{proposals} made from the list.").format(proposals=count_of(report.proposed, "proposal"))
        ]
        if report.decided:
            words.append(
                tr("{rows} had been decided on before.").format(rows=count_of(report.decided, "row"))
            )
        if report.problems:
            words.append(
                tr("{rows} could not be read as actions.").format(rows=count_of(report.problems, "row"))
            )
        if report.warnings:
            words.append(
                tr("{cells} left out: the review says which.").format(cells=count_of(report.warnings, "cell"))
            )
        undo = partial(self._desk.undo, report.step)
        button = (tr("Undo"), undo) if report.step else ("", None)
        self._desk.told.emit(Notice(" ".join(words), Tone.DONE, button[0], button[1], report.step))
        self.made.emit(source_id)

    def _tell_no_list(self) -> None:
        self._desk.told.emit(
            Notice(tr("This source is no list. Choose one that came as a CSV or an Excel file."), Tone.NOTE)
        )
