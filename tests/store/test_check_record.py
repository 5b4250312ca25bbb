"""A check finds what was changed outside of the program in the record and its evidence, and names it."""

import hashlib
import sqlite3
import zlib
from contextlib import closing

import pytest

from casefile.proposals import Proposals
from casefile.store import cases, editing
from casefile.store.check import FindingKind, check
from casefile.store.store import Store
from casefile.store.trash import empty_trash, put_in_trash
from tests.store.records import TEXT, accept, action, keep, quote
from tests.store.tampering import findings, found_after, sentences, tamper

FINE = "the fine of the action “Autoriteit Persoonsgegevens: Lumivara” (ledger_entry 1)"


@pytest.fixture
def known(store: Store) -> Store:
    """A store with an action, a quote and a case file."""
    for proposal_id in keep(store, Proposals(actions=(action(respondent="Lumivara"),), quotes=(quote(),))):
        accept(store, proposal_id)
    with store.write("Add a case file", by="ann") as writer:
        cases.add_action(writer, cases.add_case(writer, "Faces", "for the board"), 1)
    with store.read() as reader:
        assert check(reader) == []
    return store


def test_a_changed_amount_is_named_with_both_sums(known: Store) -> None:
    found = found_after(known, "UPDATE ledger_entry SET amount_minor = 25000000")
    (finding,) = (one for one in found if one.kind is FindingKind.ROW_CHANGED)
    assert str(finding) == (
        f"The amount of {FINE} was changed outside the program from €2,500,000 to €250,000."
    )
    assert (finding.table, finding.record_id, finding.field) == ("ledger_entry", 1, "amount_minor")
    assert (finding.before, finding.after) == ("€2,500,000", "€250,000")


@pytest.mark.parametrize(
    ("script", "named"),
    [
        ("UPDATE action SET status = 'annulled'",
         ("The status of the action “Autoriteit Persoonsgegevens: Lumivara” (action 1) was changed outside"
          " the program from “imposed” to “annulled”.")),
        ("UPDATE action SET sector = 'health'", "from nothing to “health”"),
        ("UPDATE claim SET state = 'rejected' WHERE field = 'decided'",
         "The state of the evidence on the decided"),
        ("UPDATE party SET name = 'Another' WHERE name = 'Lumivara'", "The name of the party “Lumivara”"),
        ("UPDATE quote SET trashed_at = '2026-01-01'", "The place in the trash of the quote"),
        ("UPDATE case_file SET purpose = 'for the press'", "from “for the board” to “for the press”"),
        ("UPDATE passage SET prefix = 'x' WHERE id = 1", "The prefix of the passage"),
        ("DELETE FROM quote", "The quote “We disagree,” (quote 1) was deleted outside the program."),
        ("DELETE FROM ledger_entry", f"T{FINE[1:]} was deleted outside the program."),
        ("DELETE FROM case_file_action", "action of the case file “Faces” (case_file_action 1) was deleted"),
        ("INSERT INTO case_file (id, title, purpose, added_at) VALUES (7, 'Planted', '', '')",
         "The case file “Planted” (case_file 7) was added outside the program."),
        ("INSERT INTO party_alias (id, party_id, name, match_key) VALUES (999, 1, 'Other', 'other')",
         "The alias “Other” of the party “Lumivara” (party_alias 999) was added"),
    ],
)  # fmt: skip
def test_a_changed_missing_or_added_row_is_named(known: Store, script: str, named: str) -> None:
    kinds = (FindingKind.ROW_CHANGED, FindingKind.ROW_MISSING, FindingKind.ROW_ADDED)
    found = sentences(found_after(known, script), *kinds)
    assert len(found) == 1
    assert named in found[0]


def test_of_a_long_text_the_part_that_differs_is_shown(store: Store) -> None:
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, "Faces", "word " * 50 + "for the board, said so at length. " + "word " * 50)
    found = found_after(store, "UPDATE case_file SET purpose = replace(purpose, 'board', 'press')")
    (sentence,) = sentences(found)
    assert "word word for the board, said so at length." in sentence
    assert "word word for the press, said so at length." in sentence


def test_a_row_that_came_back_after_it_was_deleted_is_found(store: Store) -> None:
    with store.write("Add", by="ann") as writer:
        cases.add_case(writer, "Faces")
    store.undo("ann")
    script = "INSERT INTO case_file (id, title, purpose, added_at) VALUES (1, 'Faces', '', '')"
    assert sentences(found_after(store, script), FindingKind.ROW_ADDED) == [
        "The case file “Faces” (case_file 1) was added outside the program."
    ]


def test_a_changed_byte_in_a_text_is_found_with_the_passages_it_breaks(known: Store) -> None:
    script = "UPDATE document SET text = replace(text, '2.5', '9.5')"
    found = found_after(known, script)
    assert sentences(found, FindingKind.DOCUMENT) == [
        (
            "The text of the source “a.txt” (document 1) was changed outside the program:"
            " it is not the text that was kept."
        )
    ]
    assert any("“€2.5 million”" in sentence for sentence in sentences(found, FindingKind.PASSAGE))


def test_a_text_exchanged_together_with_its_hash_is_found(known: Store) -> None:
    other = TEXT + " And more."
    digest = hashlib.sha256(other.encode()).hexdigest()
    found = found_after(known, f"UPDATE document SET text = '{other}', text_sha256 = '{digest}'")  # noqa: S608
    (sentence,) = sentences(found, FindingKind.DOCUMENT)
    assert "was exchanged outside the program" in sentence


@pytest.mark.parametrize("column", ["media_type", "reader", "notes", "captured_at"])
def test_what_is_told_of_a_text_is_sealed_too(known: Store, column: str) -> None:
    found = found_after(known, f"UPDATE document SET {column} = {column} || ' '")  # noqa: S608
    assert any("was exchanged" in sentence for sentence in sentences(found, FindingKind.DOCUMENT))


def test_a_byte_that_makes_the_text_no_utf8_is_no_crash(known: Store) -> None:
    script = "UPDATE document SET text = CAST(x'ff' || CAST(text AS BLOB) AS TEXT)"
    assert len(sentences(found_after(known, script), FindingKind.DOCUMENT)) == 1


@pytest.mark.parametrize(
    "content",
    [zlib.compress(b"b.txt"), zlib.compress(b"a.txt" * 1000), b"no zlib at all", b""],
    ids=["other", "longer", "broken", "empty"],
)
def test_a_changed_byte_in_an_original_is_found(known: Store, content: bytes) -> None:
    found = found_after(known, f"UPDATE original SET content = x'{content.hex()}'")  # noqa: S608
    assert sentences(found) == [
        (
            "The original bytes of the source “a.txt” (original 1) were changed outside the program:"
            " they are not those that were imported."
        )
    ]


def test_a_byte_changed_in_the_file_itself_is_found(known: Store) -> None:
    known.close()
    with closing(sqlite3.connect(known.path)) as other:
        other.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        other.execute("PRAGMA journal_mode = DELETE")
    content = known.path.read_bytes()
    words = TEXT.encode()
    assert content.count(words) == 1
    known.path.write_bytes(content.replace(words, words.replace(b"disagree", b"disagrEe")))
    assert sentences(findings(known.path), FindingKind.DOCUMENT) != []


def test_a_passage_that_was_moved_is_found(known: Store) -> None:
    found = found_after(known, "UPDATE passage SET start = start + 1, end = end + 1 WHERE exact = 'fined'")
    assert sentences(found, FindingKind.PASSAGE) == [
        (
            f"The passage “fined” (passage {_passage_id(known, 'fined')}) no longer stands at its place in"
            " the source “a.txt” (document 1)."
        )
    ]


def test_a_row_that_points_nowhere_is_found(known: Store) -> None:
    found = sentences(found_after(known, "DELETE FROM speaker"), FindingKind.REFERENCE)
    assert found == [
        "The quote “We disagree,” (quote 1) points to a row of speaker that is not there."
    ]  # fmt: skip


def test_a_lost_original_and_a_lost_text_are_found(known: Store) -> None:
    found = found_after(known, "DELETE FROM original")
    assert sentences(found) == ["The document (document 1) points to a row of original that is not there."]
    tamper(known.path, "DELETE FROM document")
    found = findings(known.path)
    lost = "The source “a.txt” (source 1) points to a row of document that is not there."
    assert lost in sentences(found, FindingKind.REFERENCE)


def test_a_list_that_does_not_agree_with_the_record_is_found(known: Store) -> None:
    found = found_after(known, "UPDATE action_list SET amount = 7; DELETE FROM quote_list")
    assert sentences(found) == [
        (
            "The list has 7.0 as the amount of the action “Autoriteit Persoonsgegevens: Lumivara” (action 1),"
            " the record has 2500000.0."
        ),
        "The list leaves out the quote “We disagree,” (quote 1).",
    ]


def test_a_list_that_shows_what_is_not_there_is_found(known: Store) -> None:
    script = (
        "INSERT INTO event_list (id, is_trashed, dated_sort, about_key, source_key, source_id)"
        " VALUES (8, 0, '', '', '', 1); DELETE FROM step_subject WHERE step_id = 2"
    )
    found = sentences(found_after(known, script), FindingKind.LIST)
    assert "The list shows the event (timeline_event 8), which is not there." in found
    assert any("The history of the action" in one and "does not name step 2" in one for one in found)


def test_a_history_that_names_a_step_that_is_not_there_is_found(known: Store) -> None:
    script = "INSERT INTO step_subject (step_id, record_table, record_id) VALUES (77, 'action', 1)"
    found = sentences(found_after(known, script), FindingKind.LIST)
    assert any("names step 77, which is not there" in sentence for sentence in found)


@pytest.mark.parametrize(
    ("script", "table"),
    [
        ("INSERT INTO source_search(source_search) VALUES ('delete-all')", "source_search"),
        ("DELETE FROM action_search", "action_search"),
        ("UPDATE quote_search SET body = 'nothing at all'", "quote_search"),
        (("INSERT INTO source_search(source_search, rowid, title, outlet, body)"
         " VALUES ('delete', 1, 'a.txt', '', 'fined')"), "source_search"),
    ],
)  # fmt: skip
def test_an_index_of_words_that_does_not_agree_is_found(known: Store, script: str, table: str) -> None:
    found = found_after(known, script)
    assert {finding.kind for finding in found} == {FindingKind.SEARCH}
    assert {finding.table for finding in found} == {table}


def test_values_that_the_program_cannot_read_are_found_and_no_crash(known: Store) -> None:
    script = (
        "UPDATE action SET kind = 'nonsense', decided = 'someday'; UPDATE ledger_entry SET currency = '?'"
    )
    found = sentences(found_after(known, script), FindingKind.ROW_CHANGED)
    assert any("from “fine” to “nonsense”" in sentence for sentence in found)
    assert any("from “2025-03-03” to “someday”" in sentence for sentence in found)


def test_a_store_that_was_edited_undone_and_emptied_is_whole(known: Store) -> None:
    with known.write("Edit", by="ann") as writer:
        editing.set_value(writer, 1, "decided", "2025-04", "ann")
    known.undo("ann")
    known.redo("ann")
    keep(known, Proposals(), "b.txt")
    with known.write("Trash", by="ann") as writer:
        put_in_trash(writer, "source", [2])
        put_in_trash(writer, "quote", [1])
    with known.write("Empty the trash", by="ann") as writer:
        empty_trash(writer)
    with known.read() as reader:
        assert check(reader) == []


def test_a_check_changes_nothing(known: Store) -> None:
    known.close()
    tamper(known.path, "UPDATE ledger_entry SET amount_minor = 1")
    before = known.path.read_bytes()
    assert findings(known.path) == findings(known.path) != []
    assert known.path.read_bytes() == before


def _passage_id(store: Store, exact: str) -> int:
    with closing(sqlite3.connect(store.path)) as other:
        found = other.execute("SELECT id FROM passage WHERE exact = ?", (exact,)).fetchone()
    return int(found[0])
