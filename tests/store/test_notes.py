"""Notes on actions, sources and case files: added, changed, removed, undone, told in the history, found."""

import pytest

from casefile.proposals import Proposals
from casefile.store import cases, notes, trash
from casefile.store.check import check
from casefile.store.history import record_history
from casefile.store.notes import NoteOwner
from casefile.store.search import search
from casefile.store.store import Store
from tests.store.records import accept, action, keep

OWNERS = list(NoteOwner)


def made(store: Store, owner: NoteOwner) -> int:
    """A record to write notes on."""
    if owner is NoteOwner.SOURCE:
        keep(store, Proposals(actions=(action(),)))
        return 1
    if owner is NoteOwner.ACTION:
        return accept(store, keep(store, Proposals(actions=(action(),)))[0])
    with store.write("New case file", by="ann") as writer:
        return cases.add_case(writer, "Faces")


def add(store: Store, owner: NoteOwner, owner_id: int, text: str, by: str = "bob") -> int:
    with store.write("Add a note", by=by) as writer:
        return notes.add_note(writer, owner, owner_id, text, by)


def remove(store: Store, owner: NoteOwner, note_id: int) -> None:
    with store.write("Remove a note", by="bob") as writer:
        notes.remove_note(writer, owner, note_id)


def found(store: Store, owner: NoteOwner, owner_id: int) -> list[tuple[str, str]]:
    with store.read() as reader:
        return [(note.text, note.person) for note in notes.notes_of(reader, owner, owner_id)]


@pytest.mark.parametrize("owner", OWNERS)
def test_notes_come_change_and_go(store: Store, owner: NoteOwner) -> None:
    known = made(store, owner)
    note_id = add(store, owner, known, " Ask the desk officer ")
    with store.write("Change a note", by="ann") as writer:
        notes.change_note(writer, owner, note_id, "Asked")
    assert found(store, owner, known) == [("Asked", "bob")]
    remove(store, owner, note_id)
    assert found(store, owner, known) == []
    store.undo("ann")
    assert found(store, owner, known) == [("Asked", "bob")]
    with store.read() as reader:
        told = [str(line) for line in record_history(reader, owner.value, known)]
    assert any(line.startswith("Note changed from Ask the desk officer to Asked by ann") for line in told)
    assert any(line.startswith("Note Asked removed by bob") for line in told)


@pytest.mark.parametrize("owner", OWNERS)
def test_who_wrote_it_is_told_of_the_note_and_not_of_another_with_its_number(
    store: Store, owner: NoteOwner
) -> None:
    known = made(store, owner)
    first = add(store, owner, known, "First", "ann")
    remove(store, owner, first)
    assert add(store, owner, known, "Second", "bob") == first
    assert found(store, owner, known) == [("Second", "bob")]
    store.undo("carl")
    store.undo("carl")
    assert found(store, owner, known) == [("First", "ann")]


@pytest.mark.parametrize("owner", OWNERS)
@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_note_is_refused(store: Store, owner: NoteOwner, text: str) -> None:
    with pytest.raises(ValueError, match="needs words"):
        add(store, owner, 1, text)


def hits(store: Store, typed: str) -> list[tuple[str, int]]:
    with store.read() as reader:
        return [(hit.kind, hit.id) for hit in search(reader, typed).hits]


@pytest.mark.parametrize("owner", [NoteOwner.ACTION, NoteOwner.SOURCE])
def test_a_record_is_found_by_its_notes(store: Store, owner: NoteOwner) -> None:
    known = made(store, owner)
    record = (owner.value, known)
    assert record not in hits(store, "has:note")
    note_id = add(store, owner, known, "Ask the ombudsman")
    assert hits(store, "ombudsman") == [record]
    assert record in hits(store, "has:note")
    remove(store, owner, note_id)
    assert hits(store, "ombudsman") == []
    store.undo("ann")
    assert hits(store, "ombudsman") == [record]
    store.undo("ann")
    assert hits(store, "ombudsman") == []


def test_words_of_a_source_and_of_its_notes_find_it_together_and_the_note_is_shown(store: Store) -> None:
    known = made(store, NoteOwner.SOURCE)
    add(store, NoteOwner.SOURCE, known, "Ask the ombudsman of Café Zürich")
    note_id = add(store, NoteOwner.SOURCE, known, "A second note")
    assert hits(store, "Acme ombudsman") == [("source", known)]
    assert hits(store, "fined -ombudsman") == []
    assert hits(store, "second cafe") == [("source", known)]
    with store.read() as reader:
        (hit,) = search(reader, "ombudsman").hits
    assert [mark.of(hit.snippet) for mark in hit.marks] == ["ombudsman"]
    with store.write("Edit", by="bob") as writer:
        notes.change_note(writer, NoteOwner.SOURCE, note_id, "A third note")
    assert hits(store, "second") == []
    assert hits(store, "third") == [("source", known)]


def test_a_source_that_is_removed_for_good_takes_its_notes_with_it(store: Store) -> None:
    keep(store, Proposals())
    add(store, NoteOwner.SOURCE, 1, "Ask the ombudsman")
    with store.write("Move to trash", by="ann") as writer:
        trash.put_in_trash(writer, "source", [1])
    assert hits(store, "ombudsman") == []
    with store.write("Empty trash", by="ann", undoable=False) as writer:
        trash.empty_trash(writer)
    with store.read() as reader:
        assert notes.notes_of(reader, NoteOwner.SOURCE, 1) == []
        assert check(reader) == []
