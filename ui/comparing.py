"""The comparison of a review: which proposal stands beside which action, and what is read for it."""

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from casefile.store.rows import ProposalRow, SourceRecord
from ui.decisions import decidable
from ui.desk import Desk
from ui.widgets.beside_view import BesideView

if TYPE_CHECKING:
    from casefile.store.beside import Beside


class Comparing(QObject):
    """Joins the view with the store; what a person decides there is told to whom it was made for."""

    def __init__(
        self, desk: Desk, view: BesideView, as_read: Callable[[int], ProposalRow], parent: QObject
    ) -> None:
        """``as_read`` gives a proposal with what a person chose for its sums."""
        super().__init__(parent)
        self._desk = desk
        self._view = view
        self._as_read = as_read
        self._key: int | None = None
        self._at = 0
        view.text_wanted.connect(self._read_text)
        view.other_wanted.connect(self.step)

    @property
    def key(self) -> int | None:
        """The proposal (its id) that is compared, None where none is."""
        return self._key

    @property
    def action_id(self) -> int | None:
        """The action beside it."""
        return self._as_read(self._key).matches[self._at].action_id if self._key is not None else None

    def begin(self, row: ProposalRow, action_id: int | None = None) -> bool:
        """Compares the proposal with that of its matches, or with the first; whether it has any."""
        ids = [match.action_id for match in row.matches]
        if not ids or not decidable(row):
            return False
        self._key, self._at = row.id, ids.index(action_id) if action_id in ids else 0
        self._read()
        return True

    def end(self) -> None:
        """Nothing is compared any more."""
        self._key = None

    def step(self, steps: int) -> None:
        """Goes on to another of the actions that it may be."""
        if self._key is not None:
            self._at = (self._at + steps) % len(self._as_read(self._key).matches)
            self._read()

    def follow(self, rows: Mapping[int, ProposalRow]) -> bool:
        """The proposals were read anew: compares again; whether there is still something to compare."""
        row = rows.get(self._key) if self._key is not None else None
        if row is None or not decidable(row) or self._at >= len(row.matches):
            self.end()
            return False
        self._read()
        return True

    def _read(self) -> None:
        from casefile.store.side_by_side import side_by_side

        if self._key is None:
            return
        row, at = self._as_read(self._key), self._at
        match, count = row.matches[at], len(row.matches)
        likely = match.is_likely or (False if row.match is None else None)

        def show(beside: "Beside") -> None:
            if self._key == row.id and self._at == at:
                self._view.show_beside(beside, (at + 1, count), likely)

        self._desk.read("comparison", lambda r: side_by_side(r, row, match), show)

    def _read_text(self, source_id: int) -> None:
        from casefile.store import queries

        def show(record: SourceRecord) -> None:
            self._view.show_text(source_id, record.text)

        self._desk.read("compared text", lambda r: queries.source_record(r, source_id), show)
