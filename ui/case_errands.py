"""Filling and renaming case files: asks, writes, offers to take it back. Imports desk and dialogs."""

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from casefile.store.rows import CaseRow
from casefile.translation import N_, at_start, tr
from ui.asking import ask
from ui.counts import count_of, english_what_of, what_of
from ui.desk import Desk
from ui.notices import Notice, Tone

if TYPE_CHECKING:
    from casefile.store.store import Writer

HELD = ("action", "source")
"""The kinds of records that a case file holds."""


BROUGHT = ("quote", "date")
"""The kinds whose source, or action, comes into the case file in their place."""


class CaseErrands(QObject):
    """Whatever is done to a case file that is there already."""

    def __init__(
        self,
        desk: Desk,
        window: QWidget,
        cases: Callable[[], Sequence[CaseRow]],
        new_case: Callable[[], None],
    ) -> None:
        super().__init__(window)
        self._desk = desk
        self._window = window
        self._cases = cases
        self._new_case = new_case

    def assign(self, kind: str, ids: Sequence[int]) -> None:
        """Asks for a case file and puts the records, all of a kind of :data:`HELD`, into it."""
        from ui.dialogs.case_file import AssignDialog

        if not self._cases():
            told = Notice(tr("There is no case file yet."), Tone.NOTE, tr("New case file"), self._new_case)
            self._desk.told.emit(told)
            return
        dialog = AssignDialog(self._cases(), self._window)
        dialog.accepted.connect(lambda: self.put_in(kind, ids, dialog.case_id()))
        ask(dialog)

    def put_in(self, kind: str, ids: Sequence[int], case_id: int) -> None:
        """Puts the records into the case file, in one step."""
        from casefile.store import cases

        def work(writer: "Writer") -> None:
            cases.add_records(writer, case_id, kind, ids)

        title = next((case.title for case in self._cases() if case.id == case_id), tr("the case file"))
        begun, count = at_start(what_of(len(ids), kind)), len(ids)
        said = tr("{begun} added to “{title}”.").format(begun=begun, title=title)
        if kind in BROUGHT:
            said = tr("{begun} added to “{title}” with what they stand in.").format(begun=begun, title=title)
        self._desk.write(
            f"Add {english_what_of(count, kind)} to case file", work, lambda _: self._desk.tell_done(said)
        )

    def take_out(self, kind: str, ids: Sequence[int], case_id: int) -> None:
        """Takes the records out of the case file, which is all that becomes of them."""
        from casefile.store import cases

        take = cases.take_out_actions if kind == "action" else cases.take_out_sources
        self._desk.write(
            f"Take {english_what_of(len(ids), kind)} out of case file",
            lambda w: take(w, case_id, ids),
            lambda taken: self._taken(kind, taken, len(ids)),
        )

    def rename(self, case_id: int) -> None:
        """Asks for another title and purpose of a case file."""
        from ui.dialogs.case_file import CaseDialog

        case = next((case for case in self._cases() if case.id == case_id), None)
        if case is None:
            return
        dialog = CaseDialog(tr("Rename case file"), tr("Save"), self._window, case.title, case.purpose)
        dialog.accepted.connect(lambda: self.give_title(case, dialog.entries()))
        ask(dialog)

    def give_title(self, case: CaseRow, entries: dict[str, str]) -> None:
        """Gives a case file the title and purpose entered."""
        from casefile.store import cases

        title, purpose = entries["title"].strip(), entries["purpose"].strip()
        if (title, purpose) != (case.title, case.purpose):
            label = f"Rename case file: {title}" if title != case.title else f"Change purpose: {title}"
            self._desk.write(label, lambda w: cases.rename_case(w, case.id, title, purpose))

    def _taken(self, kind: str, taken: int, asked: int) -> None:
        """A source may belong to a case file for what its actions rest on, and stays then."""
        if taken:
            stays = (
                " "
                + tr("{sources} stayed: {why}").format(sources=count_of(asked - taken, kind), why=tr(_STAYS))
                if taken < asked
                else ""
            )
            self._desk.tell_done(
                tr("{what} taken out of the case file.").format(what=at_start(what_of(taken, kind))) + stays
            )
        elif kind == "source":
            self._desk.told.emit(Notice(tr("Nothing was taken out: {why}").format(why=tr(_STAYS)), Tone.NOTE))


_STAYS = N_("an action of the case file rests on it. Take that action out to be rid of both.")
