"""Steps, undo and redo, the hash chain."""

import pytest
from sqlalchemy import select

from casefile.store import cases, queries
from casefile.store.journal import NothingToUndoError, StepGroup
from casefile.store.rows import NextStep
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store


def rows(store: Store) -> list[tuple[int, str]]:
    with store.read() as reader:
        return [(row.id, row.title) for row in reader.scalars(select(CaseFile).order_by(CaseFile.id))]


def add(store: Store, title: str) -> int:
    with store.write(f"Add {title}", by="ann") as writer:
        return cases.add_case(writer, title)


def rename(store: Store, case_id: int, title: str) -> None:
    with store.write(f"Rename to {title}", by="ann") as writer:
        cases.rename_case(writer, case_id, title)


def test_undo_and_redo_walk_the_steps_back_and_forth(store: Store) -> None:
    case_id = add(store, "A")
    rename(store, case_id, "B")
    assert store.undo("bob") == "Rename to B"
    assert rows(store) == [(case_id, "A")]
    assert store.undo("bob") == "Add A"
    assert rows(store) == []
    assert store.redo("bob") == "Add A"
    assert store.redo("bob") == "Rename to B"
    assert rows(store) == [(case_id, "B")]


def test_undo_survives_a_restart(store: Store) -> None:
    add(store, "A")
    store.close()
    again = Store.open(store.path)
    assert again.undo("bob") == "Add A"
    assert rows(again) == []
    again.close()


def test_a_new_step_ends_redo(store: Store) -> None:
    add(store, "A")
    store.undo("ann")
    add(store, "B")
    with pytest.raises(NothingToUndoError):
        store.redo("ann")


def test_only_the_step_that_is_meant_is_undone_and_redone(store: Store) -> None:
    first, second = StepGroup(), StepGroup()
    with store.write("Add A", by="ann", group=first) as writer:
        cases.add_case(writer, "A")
    with store.write("Add B", by="ann", group=second) as writer:
        cases.add_case(writer, "B")
    with pytest.raises(NothingToUndoError, match=r"something else was done since.*latest step: Add B"):
        store.undo("ann", only=first.first)
    assert [title for _, title in rows(store)] == ["A", "B"]
    with store.read() as reader:
        assert queries.undo_step(reader) == NextStep(second.first, "Add B")
    store.undo("ann", only=second.first)
    store.undo("ann", only=first.first)
    with pytest.raises(NothingToUndoError, match=r"something else was undone since.*do again: Add A"):
        store.redo("ann", only=second.first)
    store.redo("ann", only=first.first)
    assert [title for _, title in rows(store)] == ["A"]


def test_nothing_to_undo_is_told(store: Store) -> None:
    with pytest.raises(NothingToUndoError, match="nothing to undo"):
        store.undo("ann")


def test_a_step_that_changes_nothing_leaves_no_trace(store: Store) -> None:
    with store.write("Nothing", by="ann"):
        pass
    with store.read() as reader:
        assert queries.history(reader) == []


def test_history_tells_who_did_what(store: Store) -> None:
    add(store, "A")
    store.undo("bob")
    with store.read() as reader:
        steps = queries.history(reader)
    assert [(step.kind.value, step.label, step.person) for step in steps] == [
        ("undo", "Add A", "bob"),
        ("do", "Add A", "ann"),
    ]


def test_the_steps_of_a_group_are_undone_and_redone_together(store: Store) -> None:
    add(store, "before")
    group = StepGroup()
    for title in ("one", "two", "three"):
        with store.write(f"Add {title}", by="ann", group=group) as writer:
            cases.add_case(writer, title)
    add(store, "after")
    store.undo("ann")
    assert store.undo("ann") == "Add one and 2 more"
    assert [title for _, title in rows(store)] == ["before"]
    assert store.redo("ann") == "Add one and 2 more"
    assert [title for _, title in rows(store)] == ["before", "one", "two", "three"]
    store.undo("ann")
    store.undo("ann")
    assert rows(store) == []
