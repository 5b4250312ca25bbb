"""Trash, restore, and emptying: what goes for good, what stays because facts rest on it, where undo ends."""

import pytest
from sqlalchemy import delete, func, select
from sqlalchemy.exc import IntegrityError

from casefile.proposals import EventProposal, Proposals
from casefile.store import editing, lists, queries, review, trash
from casefile.store.check import check
from casefile.store.field_values import FieldValueError, Value
from casefile.store.journal import NothingToUndoError
from casefile.store.schema.base import Base
from casefile.store.schema.evidence import Document, Original, Passage, Source
from casefile.store.search import search
from casefile.store.store import Store
from casefile.values import PartialDate
from casefile.vocabulary import label
from tests.store.records import accept, action, because, keep, quote, record


def put(store: Store, kind: str, *ids: int) -> None:
    with store.write(f"Move {kind} to the trash", by="ann") as writer:
        trash.put_in_trash(writer, kind, ids)


def empty(store: Store) -> trash.TrashContent:
    with store.write("Empty the trash", by="ann") as writer:
        return trash.empty_trash(writer)


def count(store: Store, model: type[Base]) -> int:
    with store.read() as reader:
        return reader.scalar(select(func.count()).select_from(model)) or 0


def test_what_is_in_the_trash_is_nowhere_else_and_comes_back(store: Store) -> None:
    action_id, quote_id = (
        accept(store, proposal_id)
        for proposal_id in keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    )
    put(store, "action", action_id)
    put(store, "source", 1)
    with store.read() as reader:
        assert lists.action_ids(reader) == []
        assert lists.source_ids(reader) == []
        assert lists.quote_ids(reader) == []
        assert search(reader, "acme").hits == ()
        assert [(row.kind, row.title) for row in trash.trash_rows(reader)] == [
            ("source", "a.txt"),
            ("action", "Autoriteit Persoonsgegevens: Acme Corp"),
        ]
    with store.write("Restore", by="ann") as writer:
        trash.restore(writer, "source", [1])
        trash.restore(writer, "action", [action_id])
    with store.read() as reader:
        assert lists.action_ids(reader) == [action_id]
        assert lists.quote_ids(reader) == [quote_id]
        assert trash.trash_rows(reader) == []


def test_an_event_goes_and_comes_back_with_its_source(store: Store) -> None:
    said = because("fined")
    event = EventProposal(PartialDate("2025-03-03"), said.spans[0], "The AP fined", said)
    event_id = accept(store, keep(store, Proposals(events=(event,)))[0])
    put(store, "source", 1)
    with store.read() as reader:
        assert lists.event_ids(reader) == []
        assert lists.counts(reader).dates == 0
        assert trash.trash_count(reader) == 1
    with store.write("Restore", by="ann") as writer:
        trash.restore(writer, "source", [1])
    with store.read() as reader:
        assert lists.event_ids(reader) == [event_id]
        assert trash.trash_count(reader) == 0


def test_emptying_removes_the_bytes_too(store: Store) -> None:
    keep(store, Proposals(quotes=(quote(),)))
    put(store, "source", 1)
    assert empty(store).original_bytes > 0
    for model in (Source, Document, Original, Passage):
        assert count(store, model) == 0
    with store.read() as reader:
        assert check(reader) == []
        assert search(reader, "acme").hits == ()


def test_a_source_that_facts_rest_on_stays(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    keep(store, Proposals(), "b.txt")
    put(store, "source", 1, 2)
    with store.read() as reader:
        content = trash.trash_content(reader)
    assert (content.rows, content.kept_sources) == (1, 1)
    assert empty(store) == content
    assert count(store, Source) == 1
    assert record(store, known).row.source_count == 1
    put(store, "action", known)
    empty(store)
    assert count(store, Source) == 0


def test_undo_ends_where_the_trash_was_emptied(store: Store) -> None:
    keep(store, Proposals())
    put(store, "source", 1)
    empty(store)
    with pytest.raises(NothingToUndoError):
        store.undo("ann")
    keep(store, Proposals(), "b.txt")
    assert store.undo("ann") == "Import b.txt"
    with pytest.raises(NothingToUndoError):
        store.undo("ann")


def test_the_bytes_of_an_undone_import_stay_until_then(store: Store) -> None:
    keep(store, Proposals())
    store.undo("ann")
    assert (count(store, Source), count(store, Original)) == (0, 1)
    store.redo("ann")
    store.undo("ann")
    empty(store)
    assert count(store, Original) == 0
    with pytest.raises(NothingToUndoError):
        store.redo("ann")
    with store.read() as reader:
        assert check(reader) == []


def test_originals_cannot_be_deleted_otherwise(store: Store) -> None:
    keep(store, Proposals())
    with pytest.raises(IntegrityError, match="insert-only"), store.write("Delete", by="ann") as writer:
        writer.execute(delete(Original))


def test_a_record_with_the_id_of_one_that_is_gone_is_not_taken_for_it(store: Store) -> None:
    (first,) = keep(store, Proposals(quotes=(quote(),)))
    with store.write("Accept", by="ann") as writer:
        quote_id = review.accept(writer, first, "ann", unreviewed=True)
    put(store, "quote", quote_id)
    empty(store)
    assert accept(store, keep(store, Proposals(quotes=(quote(),)), "b.txt")[0]) == quote_id
    with store.read() as reader:
        assert queries.unreviewed_ids(reader, "quote") == set()
        assert check(reader) == []


def test_being_related_to_an_action_that_is_gone_goes_with_it(store: Store) -> None:
    days = ("2025-03-03", "2021-05-01", "2017-05-01")
    one, two, gone = (
        accept(store, keep(store, Proposals(actions=(action(day=day),)), day)[0]) for day in days
    )
    for other in (two, gone):
        relate(store, one, other)
    put(store, "action", gone)
    empty(store)
    relate(store, two, one)
    with store.write("Edit", by="ann") as writer:
        editing.set_value(writer, one, "related_action", {"action_id": two, "relation": "joined"}, "ann")
    with store.read() as reader:
        assert {fact.value for fact in record(store, one).facts if fact.field == "related_action"} == {
            f"{label('relations', 'follow-on')}: action {two}",
            f"{label('relations', 'joined')}: action {two}",
        }
        assert check(reader) == []


def relate(store: Store, action_id: int, other_id: int) -> None:
    value: Value = {"action_id": other_id, "relation": "follow-on"}
    with store.write("Relate", by="ann") as writer:
        editing.set_value(writer, action_id, "related_action", value, "ann")


def test_an_action_that_is_not_there_cannot_be_related(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    with pytest.raises(FieldValueError, match="There is no action 99"):
        relate(store, known, 99)


def test_any_number_of_records_is_moved_at_once(store: Store) -> None:
    keep(store, Proposals())
    with pytest.raises(trash.TrashError, match="There is no source 2, 3"):
        put(store, "source", *range(1, 300_000))
    with store.read() as reader:
        assert trash.trash_rows(reader) == []


def test_emptying_an_empty_trash_ends_no_undo(store: Store) -> None:
    keep(store, Proposals())
    assert empty(store).rows == 0
    assert store.undo("ann") == "Import a.txt"
