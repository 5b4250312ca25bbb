"""The lists that are no more than a table: quotes and timeline. Each row opens the source at its passage."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from casefile.store.rows import EventRow, QuoteRow
from ui.desk import Desk
from ui.models.columns import EVENTS, QUOTES
from ui.models.ids_model import OWN_ORDER, Column, Receive, Sorting
from ui.widgets.empty_state import EmptyState
from ui.widgets.pane import Pane
from ui.widgets.record_table import RecordTable

if TYPE_CHECKING:
    from casefile.store.store import Reader


@dataclass(frozen=True)
class Listing:
    """What a list holds and how it is read."""

    name: str
    columns: Sequence[Column[Any]]
    icon: str
    empty: str
    advice: str
    ids: "Callable[[Reader, int | None, Sorting], Sequence[int]]"
    rows: "Callable[[Reader, Sequence[int]], Sequence[Any]]"
    sorting: Sorting = OWN_ORDER
    """What the list is sorted by at first."""


class ListingPane(Pane):
    """One listing, of everything or of one case file."""

    def __init__(self, desk: Desk, listing: Listing, parent: QWidget | None = None) -> None:
        super().__init__(desk, listing.name, parent)
        self._listing = listing
        self._case_id: int | None = None
        empty = EmptyState(listing.icon, listing.empty, listing.advice)
        self.table = RecordTable(
            listing.name, listing.columns, self._request, empty, sorting=listing.sorting, several=True
        )
        self.table.sorted.connect(self.refresh)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.table)
        self.table.opened.connect(self._open)

    def show_case(self, case_id: int | None) -> None:
        """Narrows the list to a case file, or to nothing."""
        if case_id != self._case_id:
            self._case_id = case_id
            self._store_changed()

    def refresh(self) -> None:
        """Reads what there is."""
        case_id, ids, sorting = self._case_id, self._listing.ids, self.table.sorting
        self.desk.read(self._listing.name, lambda r: ids(r, case_id, sorting), self.table.show_ids)

    def _request(self, ids: Sequence[int], receive: Receive[Any]) -> None:
        rows = self._listing.rows
        self.desk.read(f"{self._listing.name} rows {ids[0]}", lambda r: rows(r, ids), receive)

    def _open(self, row: QuoteRow | EventRow) -> None:
        self.want_passage(row.evidence.source_id, row.evidence.span)


def quote_listing() -> Listing:
    """Every quote that was accepted."""

    def ids(reader: "Reader", case_id: int | None, sorting: Sorting) -> Sequence[int]:
        from casefile.store import lists

        return lists.quote_ids(reader, case_id, lists.Order(sorting.by or "accepted", sorting.descending))

    def rows(reader: "Reader", wanted: Sequence[int]) -> Sequence[QuoteRow]:
        from casefile.store import queries

        return queries.quote_rows(reader, wanted)

    return Listing(
        "Quotes", QUOTES, "quote", "No quotes yet",
        "Quotes come here when you accept them in the review of a source.", ids, rows,
    )  # fmt: skip


def timeline_listing() -> Listing:
    """Every dated event that was accepted, in order of time."""

    def ids(reader: "Reader", case_id: int | None, sorting: Sorting) -> Sequence[int]:
        from casefile.store import lists

        return lists.event_ids(reader, case_id, lists.Order(sorting.by, sorting.descending))

    def rows(reader: "Reader", wanted: Sequence[int]) -> Sequence[EventRow]:
        from casefile.store import queries

        return queries.event_rows(reader, wanted)

    return Listing(
        "Timeline", EVENTS, "calendar-clock", "No events yet",
        "Dated events come here when you accept them in the review of a source.", ids, rows,
        Sorting("date"),
    )  # fmt: skip
