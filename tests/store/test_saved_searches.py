"""Saved searches: named, renamed, deleted, and all of it undone."""

import pytest

from casefile.store.saved_searches import (
    SavedSearchError,
    add_search,
    delete_search,
    rename_search,
    saved_searches,
)
from casefile.store.store import Store


def names(store: Store) -> list[tuple[str, str]]:
    with store.read() as reader:
        return [(row.name, row.query) for row in saved_searches(reader)]


def test_a_search_is_saved_renamed_deleted_and_brought_back(store: Store) -> None:
    with store.write("Save search", by="ann") as writer:
        add_search(writer, " Big  fines ", " amount:>10m ")
        first = add_search(writer, "appeals", "status:appealed")
    assert names(store) == [("appeals", "status:appealed"), ("Big fines", "amount:>10m")]
    with store.write("Rename search", by="ann") as writer:
        rename_search(writer, first, "Zeal")
    with store.write("Delete search", by="ann") as writer:
        delete_search(writer, first)
    assert names(store) == [("Big fines", "amount:>10m")]
    store.undo("ann")
    assert names(store)[1] == ("Zeal", "status:appealed")
    store.undo("ann")
    assert names(store)[0] == ("appeals", "status:appealed")


@pytest.mark.parametrize(
    ("name", "query", "sentence"),
    [("", "x", "needs a name"), ("BIG FINES", "x", "already"), ("New", "  ", "nothing to save")],
)
def test_what_cannot_be_saved_is_told(store: Store, name: str, query: str, sentence: str) -> None:
    with store.write("Save search", by="ann") as writer:
        add_search(writer, "Big fines", "amount:>10m")
    with pytest.raises(SavedSearchError, match=sentence), store.write("Save search", by="ann") as writer:
        add_search(writer, name, query)
    assert len(names(store)) == 1


def test_a_search_keeps_its_own_name(store: Store) -> None:
    with store.write("Save search", by="ann") as writer:
        search_id = add_search(writer, "Big fines", "amount:>10m")
        rename_search(writer, search_id, "big fines")
    assert names(store) == [("big fines", "amount:>10m")]
