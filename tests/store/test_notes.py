"""Notes on an action: added, changed, removed, undone, told in the history."""

import pytest

from casefile.proposals import Proposals
from casefile.store import notes
from casefile.store.history import record_history
from casefile.store.store import Store
from tests.store.records import accept, action, keep


def texts(store: Store, action_id: int) -> list[str]:
    with store.read() as reader:
        return [note.text for note in notes.action_notes(reader, action_id)]


def test_notes_come_change_and_go(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    with store.write("Add a note", by="bob") as writer:
        note_id = notes.add_note(writer, known, " Ask the desk officer ", "bob")
    with store.write("Change a note", by="bob") as writer:
        notes.change_note(writer, note_id, "Asked")
    with store.write("Remove a note", by="bob") as writer:
        notes.remove_note(writer, note_id)
    assert texts(store, known) == []
    store.undo("bob")
    assert texts(store, known) == ["Asked"]
    with store.read() as reader:
        told = [str(line) for line in record_history(reader, "action", known)]
    assert any(line.startswith("Note changed from Ask the desk officer to Asked by bob") for line in told)
    assert any(line.startswith("Note Asked removed by bob") for line in told)


@pytest.mark.parametrize("text", ["", " \n"])
def test_an_empty_note_is_refused(store: Store, text: str) -> None:
    with pytest.raises(ValueError, match="needs words"), store.write("Add a note", by="bob") as writer:
        notes.add_note(writer, 1, text, "bob")
