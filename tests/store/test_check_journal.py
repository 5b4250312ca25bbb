"""A check finds what was changed outside of the program in the journal, schema and file, and names it."""

import json
import sqlite3
import threading
from contextlib import closing

import pytest
from sqlalchemy import text

from casefile.cli.main import main
from casefile.errors import CancelledError
from casefile.progress import Progress, Task
from casefile.store import cases
from casefile.store.check import FindingKind, check
from casefile.store.check.file import program_schema, schema_of
from casefile.store.errors import DamagedStoreError
from casefile.store.store import Store
from tests.store.tampering import findings, found_after, sentences, tamper


@pytest.fixture
def five(store: Store) -> Store:
    """A store with five steps, A to E, each of which adds a case file."""
    for title in "ABCDE":
        with store.write(f"Add {title}", by="ann") as writer:
            cases.add_case(writer, title)
    with store.read() as reader:
        assert check(reader) == []
    return store


STEP_AND_ALL_OF_IT = (
    "DELETE FROM change WHERE step_id = {0}; DELETE FROM step WHERE id = {0};"
    "DELETE FROM case_file WHERE id = {0}; DELETE FROM step_subject WHERE step_id = {0}"
)


def test_a_step_deleted_from_the_middle_is_named(five: Store) -> None:
    (sentence,) = sentences(found_after(five, STEP_AND_ALL_OF_IT.format(3)))
    assert sentence.startswith(
        "Step 3 was deleted outside the program. It stood before Step 4 (“Add D”, ann, "
    )


def test_steps_deleted_at_the_end_are_named(five: Store) -> None:
    script = f"{STEP_AND_ALL_OF_IT.format(4)}; {STEP_AND_ALL_OF_IT.format(5)}"
    (sentence,) = sentences(found_after(five, script))
    assert sentence.startswith(
        "Steps 4 to 5 were deleted outside the program. They stood after Step 3 (“Add C”"
    )


def test_the_first_step_and_all_steps_deleted_are_named(five: Store) -> None:
    (sentence,) = sentences(found_after(five, STEP_AND_ALL_OF_IT.format(1)))
    assert sentence.startswith("Step 1 was deleted")
    rest = ";".join(STEP_AND_ALL_OF_IT.format(step) for step in range(2, 6))
    tamper(five.path, rest)
    (sentence,) = sentences(findings(five.path))
    assert sentence == "Steps 1 to 5 were deleted outside the program. No step is left."


def test_a_step_deleted_without_its_changes_is_named_once(five: Store) -> None:
    (sentence,) = sentences(found_after(five, "DELETE FROM step WHERE id = 5"), FindingKind.STEP_MISSING)
    assert sentence.startswith("Step 5 was deleted outside the program.")


@pytest.mark.parametrize("column", ["label", "person"])
@pytest.mark.parametrize("step", [1, 3, 5])
def test_an_altered_step_is_named_and_no_other(five: Store, column: str, step: int) -> None:
    found = found_after(five, f"UPDATE step SET {column} = 'Someone else' WHERE id = {step}")  # noqa: S608
    (sentence,) = sentences(found)
    assert sentence.startswith(f"Step {step} (“")
    assert "Someone else" in sentence
    assert "was altered outside the program" in sentence


@pytest.mark.parametrize(
    "change",
    ["at = '2020-01-01T00:00:00.000000Z'", "at = 'never'", "kind = 'nonsense'", "undoable = 7",
     "target_id = 1", "hash = ''"],
)  # fmt: skip
@pytest.mark.parametrize("step", [3, 5])
def test_any_other_part_of_a_step_is_sealed_too(five: Store, change: str, step: int) -> None:
    (sentence,) = sentences(found_after(five, f"UPDATE step SET {change} WHERE id = {step}"))  # noqa: S608
    assert sentence.startswith(f"Step {step} (“Add ")


def test_a_step_put_in_at_the_end_is_named(five: Store) -> None:
    script = (
        "INSERT INTO step (id, kind, target_id, label, person, at, undoable, hash)"
        " VALUES (6, 'do', 6, 'Planted', 'eve', '2026-01-01T00:00:00.000000Z', 1, 'x')"
    )
    found = sentences(found_after(five, script))
    assert all(sentence.startswith("Step 6 (“Planted”, eve") for sentence in found)
    assert any("was added outside the program" in sentence for sentence in found)


def test_an_altered_change_is_named_with_its_record_and_step(five: Store) -> None:
    with closing(sqlite3.connect(five.path)) as other:
        (after,) = other.execute("SELECT after FROM change WHERE step_id = 2").fetchone()
    altered = json.dumps(json.loads(after) | {"title": "Forged"}, separators=(",", ":"))
    found = found_after(five, f"UPDATE change SET after = '{altered}' WHERE step_id = 2")  # noqa: S608
    assert [one.kind for one in found] == [FindingKind.ROW_CHANGED, FindingKind.STEP_ALTERED]
    assert str(found[1]).startswith("Step 2 (“Add B”, ann, ")


def test_an_altered_change_that_later_ones_contradict_is_named(store: Store) -> None:
    with store.write("Add", by="ann") as writer:
        cases.add_case(writer, "One")
    with store.write("Rename", by="ann") as writer:
        cases.rename_case(writer, 1, "Two")
    found = found_after(store, "UPDATE change SET after = replace(after, 'One', 'Ten') WHERE id = 1")
    assert sentences(found, FindingKind.CHANGE_ALTERED) == [
        (
            "What the journal says of the case file “Ten” (case_file 1) was altered in step 1 or step 2:"
            " the one does not begin with what the other ended with."
        )
    ]
    assert sentences(found, FindingKind.STEP_ALTERED)[0].startswith("Step 1 (“Add”")


def test_a_change_that_cannot_be_read_is_found(five: Store) -> None:
    found = found_after(five, "UPDATE change SET after = '{' WHERE step_id = 2")
    assert "cannot be read" in sentences(found, FindingKind.CHANGE_ALTERED)[0]


def test_a_deleted_change_is_found(store: Store) -> None:
    with store.write("Add three", by="ann") as writer:
        for title in "ABC":
            cases.add_case(writer, title)
    found = found_after(store, "DELETE FROM change WHERE id = 2")
    (sentence,) = sentences(found, FindingKind.CHANGE_MISSING)
    assert sentence.startswith("A change is missing from the journal before the end of Step 1 (“Add three”")
    assert sentences(found, FindingKind.ROW_ADDED) == [
        "The case file “B” (case_file 2) was added outside the program."
    ]


def test_a_change_put_into_an_earlier_step_is_found(five: Store) -> None:
    script = (
        "INSERT INTO change (id, step_id, table_name, row_id, before, after)"
        " SELECT 99, 2, table_name, row_id, before, after FROM change WHERE step_id = 2"
    )
    (sentence,) = sentences(found_after(five, script), FindingKind.CHANGE_ADDED)
    assert sentence.startswith("A change was put into Step 2 (“Add B”")


@pytest.mark.parametrize(
    ("script", "kind"),
    [
        ("DELETE FROM store_property WHERE name = 'journal_head'", FindingKind.STEP_MISSING),
        ("UPDATE store_property SET value = 'x' WHERE name = 'journal_head'", FindingKind.STEP_MISSING),
        ("UPDATE store_property SET value = '5 x' WHERE name = 'journal_head'", FindingKind.STEP_ALTERED),
    ],
)
def test_the_note_of_the_latest_step_is_watched_itself(five: Store, script: str, kind: FindingKind) -> None:
    assert [finding.kind for finding in found_after(five, script)] == [kind]


@pytest.mark.parametrize(
    ("script", "named"),
    [
        ("DROP TRIGGER journal_case_file_update",
         "The trigger journal_case_file_update is missing: changes to the table can go unnoticed."),
        (("DROP TRIGGER keep_change_update; CREATE TRIGGER keep_change_update BEFORE UPDATE ON change"
         " BEGIN SELECT 1; END"),
         "The trigger keep_change_update was changed: what must never change can be changed."),
        ("CREATE TABLE planted (x)", "The table planted is none of Casefile's."),
        ("DROP INDEX ix_step_target_id", "The index ix_step_target_id is missing."),
        ("ALTER TABLE case_note ADD COLUMN colour TEXT", "The table case_note was changed."),
        ("UPDATE open_step SET step_id = 5", "The store stands as if a step were being written:"),
        ("UPDATE open_step SET purging = 1", "The store stands as if a step were being written:"),
    ],
)  # fmt: skip
def test_a_changed_schema_is_found(five: Store, script: str, named: str) -> None:
    five.close()
    with closing(sqlite3.connect(five.path, isolation_level=None)) as other:
        other.executescript(script)
    (sentence,) = sentences(findings(five.path))
    assert sentence.startswith(named)


def test_a_missing_table_is_told_when_the_store_is_opened(five: Store) -> None:
    five.close()
    with closing(sqlite3.connect(five.path, isolation_level=None)) as other:
        other.executescript("DROP TABLE case_note")
    with pytest.raises(DamagedStoreError, match="the table case_note is missing"):
        Store.open(five.path)


def test_damaged_pages_are_told_when_the_store_is_opened(five: Store) -> None:
    five.close()
    content = bytearray(five.path.read_bytes())
    with closing(sqlite3.connect(five.path)) as other:
        (page,) = other.execute("SELECT rootpage FROM sqlite_master WHERE name = 'case_file'").fetchone()
        (size,) = other.execute("PRAGMA page_size").fetchone()
    content[(page - 1) * size : page * size] = b"\xff" * size
    five.path.write_bytes(content)
    with pytest.raises(DamagedStoreError, match="is damaged"):
        Store.open(five.path)
    assert five.path.read_bytes() == bytes(content)
    store = Store.inspect(five.path)
    with store.read() as reader:
        found = sentences(check(reader), FindingKind.FILE)
    store.close()
    assert any("The file is damaged" in sentence for sentence in found)


def test_the_schema_of_a_new_store_is_the_programs(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other:
        assert schema_of(other) == program_schema()


def test_a_check_reports_how_far_it_is_and_ends_when_stopped(five: Store) -> None:
    heard: list[Progress] = []
    with five.read() as reader:
        assert check(reader, Task(heard.append)) == []
    assert heard[-1].done == heard[-1].total > 0
    assert [progress.done for progress in heard] == sorted(progress.done for progress in heard)
    stop = threading.Event()

    def stop_at_rows(progress: Progress) -> None:
        if progress.what.startswith("Rows"):
            stop.set()

    with pytest.raises(CancelledError), five.read() as reader:
        check(reader, Task(stop_at_rows, stop))
    with five.read() as reader:
        assert check(reader) == []


def test_the_reader_stays_read_only_after_a_check(five: Store) -> None:
    with five.read() as reader:
        check(reader)
        assert reader.scalar(text("PRAGMA query_only")) == 1
        assert reader.scalar(text("SELECT count(*) FROM temp.sqlite_master")) == 0


def test_a_store_that_may_only_be_read_can_be_checked(five: Store) -> None:
    five.close()
    tamper(five.path, "UPDATE case_file SET title = 'Z' WHERE id = 2")
    store = Store.open(five.path, read_only=True)
    with store.read() as reader:
        found = sentences(check(reader))
    store.close()
    assert [sentence.partition(" was ")[0] for sentence in found] == [
        "The title of the case file “B” (case_file 2)"
    ]


def test_the_command_prints_what_was_found(five: Store, capsys: pytest.CaptureFixture[str]) -> None:
    five.close()
    assert main(["check", "--store", str(five.path)]) == 0
    assert "The store is whole" in capsys.readouterr().out
    tamper(five.path, "UPDATE case_file SET title = 'Z' WHERE id = 2")
    assert main(["check", "--store", str(five.path)]) == 1
    printed = capsys.readouterr()
    named = "The title of the case file “B” (case_file 2) was changed outside the program from “B” to “Z”."
    assert f"casefile: {named}" in printed.err
    assert "nothing was repaired" in printed.err
    assert main(["check", "--json", "--store", str(five.path)]) == 1
    report = json.loads(capsys.readouterr().out)
    assert report["ok"] is False
    assert report["findings"][0] == {
        "kind": "row-changed", "sentence": named, "table": "case_file", "record_id": 2, "field": "title",
        "before": "“B”", "after": "“Z”",
    }  # fmt: skip
