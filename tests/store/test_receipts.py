"""Taking back what an import brought: by undo where it is the latest, else by way of the trash."""

from pathlib import Path

import pytest

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import lists, receipts, review, trash
from casefile.store.check import check
from casefile.store.journal import StepGroup
from casefile.store.keeping import Capture, keep_source
from casefile.store.rows import ReceiptRow
from casefile.store.store import Store
from casefile.store.taking_back import NothingToTakeBackError, TakenBack, take_back_batch, take_back_line
from casefile.terms import Outcome, Standing
from tests.store.records import TEXT, action


@pytest.fixture
def batch_id(store: Store) -> int:
    """An import of three files, the second of them with a file in it."""
    names = ("a.txt", "b.eml", "c.txt")
    with store.write("Begin", by="ann", undoable=False) as writer:
        batch = receipts.begin_batch(writer, "ann", [(name, Path(f"/in/{name}")) for name in names])
    group = StepGroup()
    for position, name in enumerate(names, start=1):
        parts = ("", " › note.txt") if name == "b.eml" else ("",)
        with store.write(f"Import {name}", by="ann", group=group) as writer:
            lines = []
            for part in parts:
                whole = f"{name}{part}"
                source_id = keep_source(writer, capture(whole), Proposals(actions=(action(),)))
                lines.append(ReceiptRow(whole, Outcome.STORED, "", source_id))
            receipts.keep_lines(writer, batch, position, lines)
            if position == 1:
                receipts.note_group(writer, batch)
    with store.write("Finish", by="ann", undoable=False) as writer:
        receipts.finish_batch(writer, batch)
    return batch


def standings(store: Store, batch_id: int) -> list[Standing]:
    with store.read() as reader:
        assert check(reader) == []
        return [line.standing for line in receipts.receipt_lines(reader, batch_id)]


def line_id(store: Store, batch_id: int, place: int) -> int:
    with store.read() as reader:
        return receipts.receipt_lines(reader, batch_id)[place].id


def test_the_latest_import_is_undone(store: Store, batch_id: int) -> None:
    assert take_back_batch(store, batch_id, "ann") == TakenBack(undone=True, sources=4)
    assert standings(store, batch_id) == [Standing.UNDONE] * 4
    store.redo("ann")
    assert standings(store, batch_id) == [Standing.HERE] * 4


def test_an_import_from_before_goes_into_the_trash_in_one_step(store: Store, batch_id: int) -> None:
    with store.write("Something else", by="ann") as writer:
        review.reject(writer, 1, "ann")
    assert take_back_batch(store, batch_id, "ann") == TakenBack(undone=False, sources=4)
    assert standings(store, batch_id) == [Standing.TRASHED] * 4
    assert store.undo("ann") == "Take back an import"
    assert standings(store, batch_id) == [Standing.HERE] * 4


def test_what_accepted_facts_rest_on_stays(store: Store, batch_id: int) -> None:
    with store.write("Accept", by="ann") as writer:
        review.accept_all(writer, 1, "ann", unreviewed=False)
    assert take_back_batch(store, batch_id, "ann") == TakenBack(undone=False, sources=3, kept=1)
    assert standings(store, batch_id) == [Standing.HERE] + [Standing.TRASHED] * 3
    with pytest.raises(NothingToTakeBackError, match="rest on what was imported"):
        take_back_batch(store, batch_id, "ann")
    with pytest.raises(NothingToTakeBackError, match="rest on what was imported"):
        take(store, batch_id, 0)


def test_what_only_facts_in_the_trash_rest_on_goes(store: Store, batch_id: int) -> None:
    with store.write("Accept", by="ann") as writer:
        review.accept_all(writer, 1, "ann", unreviewed=False)
        trash.put_in_trash(writer, "action", [1])
    assert take_back_batch(store, batch_id, "ann") == TakenBack(undone=False, sources=4)


def take(store: Store, batch_id: int, place: int) -> TakenBack:
    return take_back_line(store, line_id(store, batch_id, place), "ann")


def test_one_file_goes_with_the_files_in_it(store: Store, batch_id: int) -> None:
    assert take(store, batch_id, 1) == TakenBack(undone=False, sources=2)
    here, gone = Standing.HERE, Standing.TRASHED
    assert standings(store, batch_id) == [here, gone, gone, here]
    assert store.undo("ann") == "Take back the import of b.eml"
    assert standings(store, batch_id) == [here] * 4


def test_a_file_within_a_file_goes_alone(store: Store, batch_id: int) -> None:
    assert take(store, batch_id, 2) == TakenBack(undone=False, sources=1)
    with store.read() as reader:
        assert len(lists.source_ids(reader)) == 3
    with pytest.raises(NothingToTakeBackError, match="Nothing that was imported is left"):
        take(store, batch_id, 2)


def test_after_an_undo_there_is_nothing_left_to_take_back(store: Store, batch_id: int) -> None:
    store.undo("ann")
    with pytest.raises(NothingToTakeBackError):
        take_back_batch(store, batch_id, "ann")


def test_a_line_does_not_point_to_a_later_source_with_the_same_id(store: Store, batch_id: int) -> None:
    store.undo("ann")
    with store.write("Begin", by="ann", undoable=False) as writer:
        other = receipts.begin_batch(writer, "ann", [("d.txt", Path("/in/d.txt"))])
    with store.write("Import d.txt", by="ann") as writer:
        source_id = keep_source(writer, capture("d.txt"), Proposals())
        receipts.keep_lines(writer, other, 1, [ReceiptRow("d.txt", Outcome.STORED, "", source_id)])
    assert source_id == 1
    assert standings(store, batch_id) == [Standing.UNDONE] * 4
    with store.read() as reader:
        assert [line.row.source_id for line in receipts.receipt_lines(reader, batch_id)] == [None] * 4
    assert standings(store, other) == [Standing.HERE]


@pytest.mark.parametrize("outcome", [Outcome.DUPLICATE, Outcome.COPY, Outcome.UPDATED])
def test_what_undo_took_away_is_told_whatever_came_of_the_file(store: Store, outcome: Outcome) -> None:
    with store.write("Begin", by="ann", undoable=False) as writer:
        batch = receipts.begin_batch(writer, "ann", [("a.txt", Path("/in/a.txt")), ("b.txt", Path("/in/b"))])
    with store.write("Import a.txt", by="ann") as writer:
        first = keep_source(writer, capture("a.txt"), Proposals())
        receipts.keep_lines(writer, batch, 1, [ReceiptRow("a.txt", Outcome.STORED, "", first)])
        other = keep_source(writer, capture("b.txt"), Proposals()) if outcome.value != "duplicate" else first
        receipts.keep_lines(writer, batch, 2, [ReceiptRow("b.txt", outcome, "", other)])
    assert standings(store, batch) == [Standing.HERE] * 2
    store.undo("ann")
    assert standings(store, batch) == [Standing.UNDONE] * 2
    with store.write("Import others", by="ann") as writer:
        assert [keep_source(writer, capture(name), Proposals()) for name in ("c.txt", "d.txt")] == [1, 2]
    assert standings(store, batch) == [Standing.UNDONE] * 2
    with pytest.raises(NothingToTakeBackError):
        take_back_batch(store, batch, "ann")


@pytest.mark.parametrize("outcome", [Outcome.STORED, Outcome.UPDATED, Outcome.COPY])
def test_every_source_that_was_kept_can_be_taken_back(store: Store, outcome: Outcome) -> None:
    with store.write("Begin", by="ann", undoable=False) as writer:
        batch = receipts.begin_batch(writer, "ann", [("a.txt", Path("/in/a.txt"))])
    with store.write("Import a.txt", by="ann") as writer:
        source_id = keep_source(writer, capture("a.txt"), Proposals())
        receipts.keep_lines(writer, batch, 1, [ReceiptRow("a.txt", outcome, "", source_id)])
    assert take(store, batch, 0) == TakenBack(undone=False, sources=1)
    assert standings(store, batch) == [Standing.TRASHED]


def test_an_import_of_two_goes_is_never_undone_by_half(store: Store, batch_id: int) -> None:
    with store.write("Something else", by="ann") as writer:
        review.reject(writer, 1, "ann")
    with store.write("Import d.txt", by="ann") as writer:
        source_id = keep_source(writer, capture("d.txt"), Proposals())
        receipts.keep_lines(writer, batch_id, 4, [ReceiptRow("d.txt", Outcome.STORED, "", source_id)])
        receipts.note_group(writer, batch_id)
    taken = take_back_batch(store, batch_id, "ann")
    assert taken == TakenBack(undone=False, sources=5)
    assert standings(store, batch_id) == [Standing.TRASHED] * 5
    assert store.undo("ann", taken.step) == "Take back an import"


def capture(name: str) -> Capture:
    return Capture(name.encode(), name, TEXT, SourceMetadata(title=name), "text/plain", "plain/1", ())


def test_lists_tell_how_an_import_ended(store: Store, batch_id: int) -> None:
    with store.write("Begin", by="bo", undoable=False) as writer:
        other = receipts.begin_batch(
            writer, "bo", [("d.txt", Path("/in/d.txt")), ("e.txt", Path("/in/e.txt"))]
        )
    with store.read() as reader:
        assert receipts.latest_batches(reader) == [other, batch_id]
        rows = receipts.batch_rows(reader, [other, batch_id])
        (pending,) = receipts.pending_batches(reader)
    assert pending == rows[0]
    assert [(row.person, row.total, row.waiting) for row in rows] == [("bo", 2, 2), ("ann", 4, 0)]
    with store.write("Dismiss", by="bo", undoable=False) as writer:
        receipts.finish_batch(writer, other, stopped=True)
    with store.read() as reader:
        assert receipts.pending_batches(reader) == []
        assert [waiting.name for waiting in receipts.waiting_files(reader, other)] == ["d.txt", "e.txt"]
