"""Tags on every kind of record: given, taken, spelled once, coloured, renamed, merged, deleted, undone."""

from collections.abc import Callable

import pytest

from casefile.proposals import EventProposal, Proposals
from casefile.store import lists, queries, tags, timeline_rows, trash
from casefile.store.action_facets import action_facet
from casefile.store.check import check
from casefile.store.editing import set_value
from casefile.store.facets import EVERYTHING, Scope
from casefile.store.history import record_history
from casefile.store.quote_facets import quote_facet
from casefile.store.rows import TagMark
from casefile.store.schema.details import ActionTag
from casefile.store.schema.tags import EventTag, QuoteTag, SourceTag
from casefile.store.search import search
from casefile.store.source_facets import source_facet
from casefile.store.store import Store, Writer
from casefile.store.tags import TagError, Tagged
from casefile.terms import TagColour
from casefile.values import PartialDate
from tests.store.records import accept, action, because, keep, quote

TABLES = {
    Tagged.ACTION: "action",
    Tagged.SOURCE: "source",
    Tagged.QUOTE: "quote",
    Tagged.EVENT: "timeline_event",
}
MODELS = (ActionTag, SourceTag, QuoteTag, EventTag)


@pytest.fixture
def records(store: Store) -> dict[Tagged, int]:
    """One record of every kind."""
    fined = because("fined")
    event = EventProposal(PartialDate("2024-06"), fined.spans[0], "AP fined Acme", fined)
    ids = keep(store, Proposals(actions=(action(),), quotes=(quote(),), events=(event,)))
    made = [accept(store, id_) for id_ in ids]
    with store.read() as reader:
        kinds = [row.kind.value for row in queries.proposals(reader, 1)]
    found = dict(zip(kinds, made, strict=True))
    return {
        Tagged.ACTION: found["action"],
        Tagged.SOURCE: 1,
        Tagged.QUOTE: found["quote"],
        Tagged.EVENT: found["event"],
    }


def do(store: Store, work: Callable[[Writer], object], label: str = "Tag") -> None:
    with store.write(label, by="ann") as writer:
        work(writer)


def add(store: Store, kind: Tagged, id_: int, name: str) -> None:
    do(store, lambda writer: tags.add_tag(writer, kind, [id_], name, "ann"))


def names(store: Store, kind: Tagged, id_: int) -> list[str]:
    with store.read() as reader:
        return [mark.name for mark in tags.tags_of(reader, kind, [id_]).get(id_, ())]


def known(store: Store) -> dict[str, int]:
    with store.read() as reader:
        return {row.name: row.count for row in tags.all_tags(reader)}


def assert_whole(store: Store) -> None:
    with store.read() as reader:
        assert check(reader) == []


@pytest.mark.parametrize("kind", Tagged)
def test_a_tag_comes_and_goes_and_comes_back(store: Store, records: dict[Tagged, int], kind: Tagged) -> None:
    id_ = records[kind]
    add(store, kind, id_, "  Faces ")
    assert names(store, kind, id_) == ["Faces"]
    assert known(store) == {"Faces": 1}
    do(store, lambda writer: tags.take_tag(writer, kind, [id_], "faces", "ann"))
    assert names(store, kind, id_) == []
    assert store.undo("ann") == "Tag"
    assert names(store, kind, id_) == ["Faces"]
    store.undo("ann")
    assert known(store) == {}
    store.redo("ann")
    assert names(store, kind, id_) == ["Faces"]
    assert_whole(store)


@pytest.mark.parametrize("kind", Tagged)
def test_the_history_tells_of_tags(store: Store, records: dict[Tagged, int], kind: Tagged) -> None:
    add(store, kind, records[kind], "Faces")
    with store.read() as reader:
        told = [(line.field, line.after) for line in record_history(reader, TABLES[kind], records[kind])]
    assert ("Tag", "Faces") in told


def test_case_and_accents_make_no_other_tag(store: Store, records: dict[Tagged, int]) -> None:
    add(store, Tagged.SOURCE, 1, "Élan")
    add(store, Tagged.SOURCE, 1, "elan")
    add(store, Tagged.QUOTE, records[Tagged.QUOTE], "ELAN")
    assert names(store, Tagged.SOURCE, 1) == ["Élan"]
    assert known(store) == {"Élan": 2}


def test_the_form_of_facts_spells_the_tag_as_it_is_known(store: Store, records: dict[Tagged, int]) -> None:
    add(store, Tagged.SOURCE, 1, "Faces")
    id_ = records[Tagged.ACTION]
    do(store, lambda writer: set_value(writer, id_, "tag", "faces", "ann"))
    assert names(store, Tagged.ACTION, id_) == ["Faces"]
    add(store, Tagged.ACTION, id_, "FACES")
    assert known(store) == {"Faces": 2}
    assert_whole(store)


def test_an_action_shows_the_tag_as_a_fact_with_who_gave_it(store: Store, records: dict[Tagged, int]) -> None:
    add(store, Tagged.ACTION, records[Tagged.ACTION], "Faces")
    with store.read() as reader:
        facts = queries.action_record(reader, records[Tagged.ACTION]).facts
    (fact,) = (fact for fact in facts if fact.field == "tag")
    assert (fact.value, [claim.reviewer for claim in fact.live]) == ("Faces", ["ann"])


def test_new_tags_have_different_colours_and_can_be_given_others(
    store: Store, records: dict[Tagged, int]
) -> None:
    for name in ("One", "Two", "Three"):
        add(store, Tagged.SOURCE, records[Tagged.SOURCE], name)
    with store.read() as reader:
        assert len({row.colour for row in tags.all_tags(reader)}) == 3
    do(store, lambda writer: tags.recolour_tag(writer, "two", TagColour.PINK))
    with store.read() as reader:
        (row,) = queries.source_rows(reader, [1])
    assert TagMark("Two", TagColour.PINK) in row.tags
    store.undo("ann")
    with store.read() as reader:
        assert TagMark("Two", TagColour.PINK) not in queries.source_rows(reader, [1])[0].tags


def test_renaming_spells_it_otherwise_everywhere(store: Store, records: dict[Tagged, int]) -> None:
    for kind, id_ in records.items():
        add(store, kind, id_, "Faces")
    do(store, lambda writer: tags.rename_tag(writer, "faces", "Biometrics", "ann"))
    assert all(names(store, kind, id_) == ["Biometrics"] for kind, id_ in records.items())
    assert known(store) == {"Biometrics": 4}
    assert_whole(store)
    do(store, lambda writer: tags.rename_tag(writer, "Biometrics", "BIOMETRICS", "ann"))
    assert all(names(store, kind, id_) == ["BIOMETRICS"] for kind, id_ in records.items())
    store.undo("ann")
    store.undo("ann")
    assert known(store) == {"Faces": 4}
    assert_whole(store)


def test_renaming_to_a_known_tag_merges_the_two(store: Store, records: dict[Tagged, int]) -> None:
    for kind, id_ in records.items():
        add(store, kind, id_, "Faces")
    add(store, Tagged.ACTION, records[Tagged.ACTION], "Biometrics")
    do(store, lambda writer: tags.recolour_tag(writer, "Biometrics", TagColour.RED))
    do(store, lambda writer: tags.rename_tag(writer, "Faces", "biometrics", "ann"), "Merge tags")
    assert all(names(store, kind, id_) == ["Biometrics"] for kind, id_ in records.items())
    with store.read() as reader:
        assert [(row.name, row.colour) for row in tags.all_tags(reader)] == [("Biometrics", TagColour.RED)]
    assert_whole(store)
    assert store.undo("ann") == "Merge tags"
    assert names(store, Tagged.ACTION, records[Tagged.ACTION]) == ["Biometrics", "Faces"]
    assert known(store) == {"Biometrics": 1, "Faces": 4}
    assert_whole(store)


def test_deleting_takes_it_from_every_record(store: Store, records: dict[Tagged, int]) -> None:
    for kind, id_ in records.items():
        add(store, kind, id_, "Faces")
    do(store, lambda writer: tags.delete_tag(writer, "faces", "ann"))
    assert known(store) == {}
    assert all(names(store, kind, id_) == [] for kind, id_ in records.items())
    assert_whole(store)
    store.undo("ann")
    assert known(store) == {"Faces": 4}


@pytest.mark.parametrize("typed", ["", "  ", "x" * 61])
def test_a_tag_needs_a_name_of_sensible_length(store: Store, records: dict[Tagged, int], typed: str) -> None:
    with pytest.raises(TagError):
        add(store, Tagged.SOURCE, records[Tagged.SOURCE], typed)


def test_lists_are_narrowed_by_tags_and_counts_follow(store: Store, records: dict[Tagged, int]) -> None:
    for kind in (Tagged.ACTION, Tagged.QUOTE, Tagged.SOURCE):
        add(store, kind, records[kind], "Faces")
    with store.read() as reader:
        for values in (
            action_facet(reader, "tag", EVERYTHING),
            quote_facet(reader, "tag", EVERYTHING),
            source_facet(reader, "tag", EVERYTHING),
        ):
            assert [(value.key, value.count) for value in values.values] == [("Faces", 1)]
        chosen = {"tag": frozenset({"Faces"})}
        assert lists.action_ids(reader, chosen=chosen) == [records[Tagged.ACTION]]
        assert lists.quote_ids(reader, chosen=chosen) == [records[Tagged.QUOTE]]
        assert lists.source_ids(reader, chosen=chosen) == [records[Tagged.SOURCE]]
        other = {"tag": frozenset({"Other"})}
        assert lists.action_ids(reader, chosen=other) == []
        assert lists.source_ids(reader, chosen=other) == []
        assert action_facet(reader, "tag", Scope(words="nothing of that")).values == ()


def test_a_search_finds_each_kind_by_its_own_tags(store: Store, records: dict[Tagged, int]) -> None:
    add(store, Tagged.SOURCE, 1, "To read")
    add(store, Tagged.QUOTE, records[Tagged.QUOTE], "Élan")
    with store.read() as reader:
        found = {typed: [(hit.kind, hit.id) for hit in search(reader, typed).hits]
                 for typed in ('tag:"to read"', "tag:elan", "has:tag", "tag:nothing")}  # fmt: skip
    assert found['tag:"to read"'] == [("source", 1)]
    assert found["tag:elan"] == [("quote", records[Tagged.QUOTE])]
    assert sorted(found["has:tag"]) == [("quote", records[Tagged.QUOTE]), ("source", 1)]
    assert found["tag:nothing"] == []


def test_rows_of_every_list_carry_their_tags(store: Store, records: dict[Tagged, int]) -> None:
    for kind, id_ in records.items():
        add(store, kind, id_, f"Of {kind}")
    with store.read() as reader:
        rows = (
            queries.action_rows(reader, [records[Tagged.ACTION]]),
            queries.source_rows(reader, [1]),
            queries.quote_rows(reader, [records[Tagged.QUOTE]]),
            queries.event_rows(reader, [records[Tagged.EVENT]]),
            timeline_rows.rows_of(reader, [records[Tagged.EVENT]], in_full=True),
        )
        shown = [[mark.name for mark in found[0].tags] for found in rows]
    assert shown == [["Of action"], ["Of source"], ["Of quote"], ["Of event"], ["Of event"]]


def test_the_trash_hides_them_from_counts_and_emptying_removes_them(
    store: Store, records: dict[Tagged, int]
) -> None:
    for kind, id_ in records.items():
        add(store, kind, id_, "Faces")
    for kind, id_ in records.items():
        do(store, lambda writer, kind=kind, id_=id_: trash.put_in_trash(writer, kind, [id_]))  # type: ignore[misc]
    assert known(store) == {"Faces": 0}
    do(store, trash.empty_trash)
    with store.read() as reader:
        assert all(reader.query(model).count() == 0 for model in MODELS)
    assert_whole(store)


@pytest.mark.usefixtures("records")
def test_many_records_are_counted_and_tagged_in_one_step(store: Store) -> None:
    keep(store, Proposals(), "b.txt")
    add(store, Tagged.SOURCE, 2, "Old")
    do(store, lambda writer: tags.add_tag(writer, Tagged.SOURCE, [1, 2, 99], "New", "ann"))
    with store.read() as reader:
        counted = tags.counted_tags(reader, Tagged.SOURCE, [1, 2])
    assert {mark.name: count for mark, count in counted.items()} == {"New": 2, "Old": 1}
    store.undo("ann")
    assert known(store) == {"Old": 1}
