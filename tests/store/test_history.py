"""The history of a record: who changed what from what to what."""

from datetime import UTC, datetime

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store import cases, editing, party_edits, sums, trash
from casefile.store.history import record_history
from casefile.store.keeping import Capture, keep_source
from casefile.store.schema.record import Action
from casefile.store.store import Store
from casefile.values import Money, PartialDate
from tests.store.records import TEXT, accept, action, keep, quote


def lines(store: Store, table: str, record_id: int) -> list[str]:
    with store.read() as reader:
        return [str(line).rpartition(" on ")[0] for line in record_history(reader, table, record_id)]


def test_an_actions_history_tells_every_change(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    with store.write("Correct the amount", by="bob") as writer:
        sums.correct_sum(writer, 1, Money(260_000_000, "EUR"), "bob")
    with store.write("Edit the date", by="bob") as writer:
        editing.set_value(writer, known, "decided", "2025-03-10", "bob")
    store.undo("eve")
    with store.write("Tag", by="bob") as writer:
        editing.set_value(writer, known, "tag", "faces", "bob")
    with store.write("To the trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [known])
    told = lines(store, "action", known)
    assert "Status set to Imposed by ann" in told
    assert "Amount, imposed set to €2,500,000 by ann" in told
    assert "Amount, imposed changed from €2,500,000 to €2,600,000 by bob" in told
    assert "Decided changed from 3 March 2025 to 10 March 2025 by bob" in told
    assert "Decided changed from 10 March 2025 to 3 March 2025 (undone) by eve" in told
    assert "Tag set to faces by bob" in told
    assert told[-1] == "Trash set to in the trash by ann"


def test_a_record_tells_nothing_of_others(store: Store) -> None:
    accept(store, keep(store, Proposals(actions=(action(),)))[0])
    with store.write("Two", by="ann") as writer:
        cases.add_case(writer, "One")
        cases.add_case(writer, "Two")
    assert lines(store, "case_file", 1) == ["Title set to One by ann"]
    assert lines(store, "action", 99) == []


def test_a_measures_deadline_and_note_are_told(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    before = lines(store, "action", known)
    with store.write("Deadline", by="bob") as writer:
        sums.change_measure(writer, 1, "ann", deadline=PartialDate("2025-09"), note="")
    assert lines(store, "action", known) == [
        *before,
        "Evidence for deadline set to September 2025 (accepted) by bob",
        "Fine, deadline set to September 2025 by bob",
    ]
    with store.write("Note", by="bob") as writer:
        sums.change_measure(writer, 1, "ann", deadline=PartialDate("2025-10"), note="in full")
    told = lines(store, "action", known)
    assert "Fine, deadline changed from September 2025 to October 2025 by bob" in told
    assert told[-1] == "Fine, note set to in full by bob"


def test_a_partys_history_tells_its_merges(store: Store) -> None:
    for day, respondent in (("2025-03-03", "Acme Corp"), ("2021-05-01", "Zenith")):
        told = action(day=day, respondent=respondent)
        accept(store, keep(store, Proposals(actions=(told,)), day)[0])
    with store.write("Merge", by="bob") as writer:
        party_edits.merge_parties(writer, 1, 3)
    with store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 3)
    assert lines(store, "party", 3)[-2:] == [
        "Merged into set to party 1 by bob",
        "Merged into party 1 removed by bob",
    ]


def test_only_an_actions_kind_is_a_measure(store: Store) -> None:
    for proposal_id in keep(store, Proposals(actions=(action(),), quotes=(quote(),))):
        accept(store, proposal_id)
    assert "Kind set to Direct by ann" in lines(store, "quote", 1)
    assert "Kind set to Press by ann" in lines(store, "source", 1)
    assert "Kind set to Respondent by ann" in lines(store, "party", 1)
    assert "Measure set to Fine by ann" in lines(store, "action", 1)


def test_each_time_that_an_action_is_verified_is_told(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    for moment in (datetime(2026, 1, 5, 9, 30, tzinfo=UTC), datetime(2026, 2, 6, 10, 0, tzinfo=UTC)):
        with store.write("Verify", by="bob") as writer:
            editing.verify(writer, known, "bob")
            writer.get_one(Action, known).verified_at = moment
    assert lines(store, "action", known)[-1].endswith(" to 2026-02-06 10:00 UTC by bob")
    with store.read() as reader:
        told = [line for line in record_history(reader, "action", known) if line.step_id == 4]
    assert (told[-1].field, told[-1].after) == ("Verified at", "2026-02-06 10:00 UTC")


def test_a_case_files_history_tells_what_was_put_in(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    with store.write("Case", by="bob") as writer:
        cases.add_action(writer, cases.add_case(writer, "Faces"), known)
    assert lines(store, "case_file", 1) == ["Title set to Faces by bob", "Action set to action 1 by bob"]
    assert "Action set to action 1 by bob" not in lines(store, "action", known)


def test_a_sources_language_is_told_by_its_name(store: Store) -> None:
    about = SourceMetadata(title="First", language="nl")
    capture = Capture(b"a", "a.txt", TEXT, about, "text/plain", "plain/1", ())
    with store.write("Import a.txt", by="ann") as writer:
        source_id = keep_source(writer, capture, Proposals())
    assert "Language set to Dutch by ann" in lines(store, "source", source_id)
