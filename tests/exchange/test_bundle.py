"""A case file goes from one store to another whole, once, and as one step."""

import json
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from casefile.errors import CancelledError
from casefile.exchange.brought import BroughtBundle
from casefile.exchange.bundle import import_bundle, is_bundle
from casefile.exchange.export import export_records
from casefile.exchange.formats import ExportFormat
from casefile.progress import Progress, Task
from casefile.proposals import Proposals
from casefile.store import cases, editing, lists, notes, party_edits, queries, tags, trash
from casefile.store.bundles import BadBundleError
from casefile.store.check import check
from casefile.store.notes import NoteOwner
from casefile.store.rows import TagMark
from casefile.store.schema.record import Party
from casefile.store.store import Store
from casefile.store.tags import Tagged
from casefile.terms import TagColour
from tests.exchange.made_case import SOURCES, accept_all, keep_described, make_case
from tests.store.records import action, quote


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Store]:
    """Another, empty store."""
    made = Store.create(tmp_path / "other.casefile")
    yield made
    made.close()


def bundle_of(store: Store, case_id: int | None, folder: Path, name: str = "a") -> Path:
    path = folder / f"{name}{ExportFormat.BUNDLE.told.suffix}"
    export_records(store, ExportFormat.BUNDLE, path, case_id, overwrite=True)
    return path


def bring(store: Store, path: Path) -> BroughtBundle:
    return import_bundle(store, path, "bob")


def told(store: Store, folder: Path, case_id: int | None = None) -> Any:  # noqa: ANN401
    """All that the store says, without the numbers that are its own."""
    path = folder / "told.json"
    export_records(store, ExportFormat.JSON, path, case_id, overwrite=True)
    content = json.loads(path.read_bytes())
    titles = {row["id"]: row["title"] for row in content["sources"]}

    def without_numbers(value: Any, key: str = "") -> Any:  # noqa: ANN401
        if isinstance(value, dict):
            own = ("id", "one_text_with", "store", "as_of")
            return {name: without_numbers(part, name) for name, part in value.items() if name not in own}
        if isinstance(value, list):
            parts = map(without_numbers, value)
            return sorted(parts, key=lambda part: json.dumps(part, sort_keys=True))
        return titles.get(value, value) if key == "source" else value

    return without_numbers(content)


def whole(store: Store) -> bool:
    with store.read() as reader:
        return check(reader) == []


def steps(store: Store) -> int:
    with store.read() as reader:
        return len(queries.history(reader))


def test_an_empty_store_then_says_what_the_first_one_says(store: Store, other: Store, tmp_path: Path) -> None:
    case_id = make_case(store)
    with store.write("More", by="ann") as writer:
        tags.add_tag(writer, Tagged.QUOTE, [1], "to check", "ann")
        tags.add_tag(writer, Tagged.ACTION, [1], "urgent", "ann")
        tags.recolour_tag(writer, "to check", TagColour.RED)
        notes.add_note(writer, NoteOwner.ACTION, 1, "Call them", "ann")
    brought = bring(other, bundle_of(store, case_id, tmp_path))
    assert brought.words == "Brought in: 1 case file, 2 actions, 2 sources, 1 quote, 5 events."
    with other.read() as reader:
        (case,) = queries.case_rows(reader)
        assert (case.title, case.purpose) == ("Files", "For the committee")
        quotes = queries.quote_rows(reader, lists.quote_ids(reader))
        assert quotes[0].tags == (TagMark("to check", TagColour.RED),)
        assert [note.text for note in notes.notes_of(reader, NoteOwner.ACTION, 1)] == ["Call them"]
    assert told(other, tmp_path, case.id) == told(store, tmp_path, case_id)
    assert whole(other)


def test_who_said_so_and_when_is_kept(store: Store, other: Store, tmp_path: Path) -> None:
    bring(other, bundle_of(store, make_case(store), tmp_path))
    with other.read() as reader:
        facts = queries.action_record(reader, 1).facts
    summary = next(fact for fact in facts if fact.field == "summary")
    assert [(claim.reviewer, claim.is_own) for claim in summary.claims] == [("ann", True)]
    assert all(claim.reviewer == "ann" and claim.decided_at for fact in facts for claim in fact.claims)
    with other.read() as reader:
        (step, *_) = queries.history(reader)
    assert (step.label, step.person) == ("Bring in the bundle “Files”", "bob")


def test_the_same_bundle_again_changes_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    bring(other, path)
    before = steps(other)
    again = bring(other, path)
    assert again.words.startswith("Everything was there already: 1 case file, 2 actions, 2 sources")
    assert steps(other) == before


def test_a_bundle_of_a_store_changes_nothing_in_it(store: Store, tmp_path: Path) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    before = steps(store)
    bring(store, path)
    assert steps(store) == before


def test_it_is_one_step_that_is_undone_and_done_again(store: Store, other: Store, tmp_path: Path) -> None:
    case_id = make_case(store)
    bring(other, bundle_of(store, case_id, tmp_path))
    after = told(other, tmp_path)
    other.undo("bob")
    with other.read() as reader:
        assert lists.counts(reader).sources == lists.counts(reader).actions == 0
        assert queries.case_rows(reader) == []
    assert whole(other)
    other.redo("bob")
    assert told(other, tmp_path) == after
    assert whole(other)


def test_what_came_since_comes_with_the_next_bundle(store: Store, other: Store, tmp_path: Path) -> None:
    case_id = make_case(store)
    bring(other, bundle_of(store, case_id, tmp_path))
    with store.write("Edit", by="ann") as writer:
        editing.set_value(writer, 1, "jurisdiction", "BE", "ann")
        cases.rename_case(writer, case_id, "Renamed")
    brought = bring(other, bundle_of(store, case_id, tmp_path, "b"))
    assert brought.receipt.new == {}
    assert brought.words.startswith("Brought in: 1 value of what was there. There already: 1 case file")
    with other.read() as reader:
        (row,) = queries.action_rows(reader, [1])
        assert row.jurisdiction == "BE"
        assert [case.title for case in queries.case_rows(reader)] == ["Files"]
    assert whole(other)


def test_a_value_that_a_person_here_has_set_stays(store: Store, other: Store, tmp_path: Path) -> None:
    case_id = make_case(store)
    bring(other, bundle_of(store, case_id, tmp_path))
    for where, value, by in ((store, "BE", "ann"), (other, "LU", "bob")):
        with where.write("Edit", by=by) as writer:
            editing.set_value(writer, 1, "jurisdiction", value, by)
    brought = bring(other, bundle_of(store, case_id, tmp_path, "b"))
    assert brought.receipt.held_back == 1
    assert brought.words.endswith("Left as set here: 1 value.")
    with other.read() as reader:
        record = queries.action_record(reader, 1)
    assert record.row.jurisdiction == "LU"
    (fact,) = [fact for fact in record.facts if fact.field == "jurisdiction"]
    assert ("BE", "superseded") in {(claim.value, str(claim.state)) for claim in fact.claims}


def test_who_read_the_same_article_has_the_same_source_and_action(
    store: Store, other: Store, tmp_path: Path
) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    same = keep_described(other, SOURCES[0], Proposals(actions=(action(),), quotes=(quote(),)))
    accept_all(other, same)
    brought = bring(other, path)
    assert brought.receipt.known == {"source": 1, "action": 1, "quote": 1}
    assert brought.receipt.new == {"source": 1, "action": 1, "case_file": 1, "timeline_event": 5}
    with other.read() as reader:
        assert (len(lists.action_ids(reader)), len(lists.source_ids(reader))) == (2, 2)
    assert whole(other)


def test_what_somebody_else_accepted_waits_no_more(store: Store, other: Store, tmp_path: Path) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    keep_described(other, SOURCES[0], Proposals(actions=(action(),), quotes=(quote(),)))
    bring(other, path)
    with other.read() as reader:
        assert lists.inbox_ids(reader) == []


def test_the_same_action_from_another_source_is_one(store: Store, other: Store, tmp_path: Path) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    accept_all(other, keep_described(other, SOURCES[2], Proposals(actions=(action(),))))
    brought = bring(other, path)
    assert brought.receipt.known.get("action") == 1
    with other.read() as reader:
        record = queries.action_record(reader, 1)
    authority = next(fact for fact in record.facts if fact.field == "authority")
    assert authority.source_count == 2


def test_a_party_that_is_called_otherwise_here_is_the_same(
    store: Store, other: Store, tmp_path: Path
) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    accept_all(other, keep_described(other, SOURCES[2], Proposals(actions=(action(day="2020-01-02"),))))
    with other.read() as reader:
        party_id = reader.scalar(select(Party.id).where(Party.name == "Acme Corp"))
    assert party_id is not None
    with other.write("Rename", by="bob") as writer:
        party_edits.rename_party(writer, party_id, "Acme Corporation of Ghent")
    bring(other, path)
    with other.read() as reader:
        names = {
            name for row in queries.action_rows(reader, lists.action_ids(reader)) for name in row.respondents
        }
    assert "Acme Corp" not in names
    assert "Acme Corporation of Ghent" in names


def test_what_lies_in_the_trash_here_comes_back(store: Store, other: Store, tmp_path: Path) -> None:
    path = bundle_of(store, make_case(store), tmp_path)
    bring(other, path)
    with other.write("Trash", by="bob") as writer:
        trash.put_in_trash(writer, "action", [1])
        trash.put_in_trash(writer, "source", [1])
    bring(other, path)
    with other.read() as reader:
        assert len(lists.action_ids(reader)) == 2
        assert len(lists.source_ids(reader)) == 2


def test_a_whole_store_travels_too(store: Store, other: Store, tmp_path: Path) -> None:
    make_case(store)
    bring(other, bundle_of(store, None, tmp_path))
    assert told(other, tmp_path) == told(store, tmp_path)


def test_a_stop_keeps_nothing(store: Store, other: Store, tmp_path: Path) -> None:
    path = bundle_of(store, make_case(store), tmp_path)

    def stop(progress: Progress) -> None:
        if progress.what == "Quotes and events":
            raise CancelledError

    with pytest.raises(CancelledError):
        import_bundle(other, path, "bob", Task(stop))
    assert steps(other) == 0
    with other.read() as reader:
        assert lists.counts(reader).sources == 0


Damage = Callable[[dict[str, Any]], object]
DAMAGES: dict[str, Damage] = {
    "a version of tomorrow": lambda head: head.update(casefile_bundle=99),
    "no bundle": lambda head: head.pop("casefile_bundle"),
    "no tables": lambda head: head.update(tables=[]),
    "a strange table": lambda head: head["tables"].update(step=[]),
    "a strange column": lambda head: head["tables"]["action"][0].update(more=1),
    "no number": lambda head: head["tables"]["action"][0].update(id="x"),
    "a number twice": lambda head: head["tables"]["action"].append(head["tables"]["action"][0]),
    "a number too large": lambda head: head["tables"]["ledger_entry"][0].update(amount_minor=2**70),
    "an unknown term": lambda head: head["tables"]["action"][0].update(kind="tickle"),
    "no date": lambda head: head["tables"]["action"][0].update(decided="yesterday"),
    "nothing where something is": lambda head: head["tables"]["action"][0].update(title=None),
    "an unknown field": lambda head: head["tables"]["claim"][0].update(field="secret"),
    "a claim of no value": lambda head: head["tables"]["claim"][0].update(value="{}"),
    "a claim of a record elsewhere": lambda head: head["tables"]["claim"][0].update(record_id=999),
    "a claim of another table": lambda head: head["tables"]["claim"][0].update(record_table="step"),
    "a source that is not there": lambda head: head["tables"]["quote"][0].update(source_id=999),
    "a proposal that cannot be read": lambda head: head["tables"]["proposal"][0].update(payload="{}"),
    "a passage elsewhere": lambda head: head["tables"]["passage"][0].update(exact="other words"),
    "a span beyond the text": lambda head: head["tables"]["passage"][0].update(end=10**6),
    "another text": lambda head: head["tables"]["document"][0].update(text_sha256="0" * 64),
    "another original": lambda head: head["tables"]["original"][0].update(byte_size=1),
    "an original that is missing": lambda head: head["tables"]["original"][0].update(sha256="0" * 64),
    "a currency that is none": lambda head: head["tables"]["ledger_entry"][0].update(currency="euro!"),
    "a column that is missing": lambda head: head["tables"]["claim"][0].pop("value"),
}


@pytest.fixture(scope="module")
def sound(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A bundle as it was exported."""
    folder = tmp_path_factory.mktemp("sound")
    store = Store.create(folder / "a.casefile")
    path = bundle_of(store, make_case(store), folder)
    store.close()
    return path


@pytest.mark.parametrize("damage", DAMAGES.values(), ids=DAMAGES)
def test_a_bundle_that_was_changed_is_refused_and_nothing_is_kept(
    store: Store, tmp_path: Path, sound: Path, damage: Damage
) -> None:
    path = tmp_path / "bad.casebundle"
    with zipfile.ZipFile(sound) as old, zipfile.ZipFile(path, "w") as new:
        for name in old.namelist():
            content = old.read(name)
            if name == "bundle.json":
                head = json.loads(content)
                damage(head)
                content = json.dumps(head).encode()
            new.writestr(name, content)
    with pytest.raises(BadBundleError, match=r"This bundle cannot be brought in: .*Nothing was kept"):
        bring(store, path)
    assert steps(store) == 0


def test_what_is_no_bundle_is_told(store: Store, tmp_path: Path, sound: Path) -> None:
    for content in (b"", b"hello", sound.read_bytes()[:400]):
        path = tmp_path / "no.casebundle"
        path.write_bytes(content)
        with pytest.raises(BadBundleError, match="damaged, or no bundle"):
            bring(store, path)
    with pytest.raises(BadBundleError, match="cannot be read: No such file"):
        bring(store, tmp_path / "missing.casebundle")


def test_a_bundle_is_known_by_its_content_and_not_by_its_name(tmp_path: Path, sound: Path) -> None:
    renamed = tmp_path / "attachment.zip"
    renamed.write_bytes(sound.read_bytes())
    other = tmp_path / "other.zip"
    with zipfile.ZipFile(other, "w") as archive:
        archive.writestr("a.txt", "a")
    text = tmp_path / "no.casebundle"
    text.write_text("hello")
    assert is_bundle(renamed)
    assert not is_bundle(other)
    assert not is_bundle(text)
    assert not is_bundle(tmp_path)
