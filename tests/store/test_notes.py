"""Notes on actions and case files: added, changed, removed, undone, told in the history, found."""

import pytest

from casefile.proposals import Proposals
from casefile.store import cases, notes
from casefile.store.history import record_history
from casefile.store.notes import NoteOwner
from casefile.store.search import search
from casefile.store.store import Store
from tests.store.records import accept, action, keep

OWNERS = list(NoteOwner)


def made(store: Store, owner: NoteOwner) -> int:
    """An action or a case file to write notes on."""
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


def test_an_action_is_found_by_its_notes(store: Store) -> None:
    known = made(store, NoteOwner.ACTION)
    note_id = add(store, NoteOwner.ACTION, known, "Ask the ombudsman")
    with store.read() as reader:
        assert [(hit.kind, hit.id) for hit in search(reader, "ombudsman").hits] == [("action", known)]
    remove(store, NoteOwner.ACTION, note_id)
    with store.read() as reader:
        assert search(reader, "ombudsman").hits == ()
