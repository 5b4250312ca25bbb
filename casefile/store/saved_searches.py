"""Saved searches: queries that a person named. Inside a write but for listing."""

from datetime import UTC, datetime

from sqlalchemy import func, select

from casefile.errors import CasefileError
from casefile.store.rows import SavedSearchRow
from casefile.store.schema.record import SavedSearch
from casefile.store.store import Reader, Writer


class SavedSearchError(CasefileError):
    """A search cannot be saved under that name."""


def saved_searches(reader: Reader) -> list[SavedSearchRow]:
    """All of them, by name."""
    rows = reader.execute(
        select(SavedSearch.id, SavedSearch.name, SavedSearch.query).order_by(
            func.lower(SavedSearch.name), SavedSearch.id
        )
    )
    return [SavedSearchRow(row.id, row.name, row.query) for row in rows]


def add_search(writer: Writer, name: str, query: str) -> int:
    """Saves the query; gives back its id. :class:`SavedSearchError` for an empty query, and as below."""
    if not query.strip():
        raise SavedSearchError("There is nothing to save.", "Type what you search for first.")
    search = SavedSearch(name=_free_name(writer, name), query=query.strip(), added_at=datetime.now(UTC))
    writer.add(search)
    writer.flush()
    return search.id


def rename_search(writer: Writer, search_id: int, name: str) -> None:
    """Gives the search another name; :class:`SavedSearchError` for a name that is empty or taken."""
    search = writer.get_one(SavedSearch, search_id)
    search.name = _free_name(writer, name, search_id)
    writer.flush()


def delete_search(writer: Writer, search_id: int) -> None:
    """Takes the search away; undo brings it back."""
    writer.delete(writer.get_one(SavedSearch, search_id))
    writer.flush()


def _free_name(writer: Writer, name: str, but: int | None = None) -> str:
    bare = " ".join(name.split())
    if not bare:
        raise SavedSearchError("A saved search needs a name.")
    for row in saved_searches(writer):
        if row.name.casefold() == bare.casefold() and row.id != but:
            raise SavedSearchError(f"There is a saved search “{row.name}” already.", "Choose another name.")
    return bare
