"""Merging, splitting, renaming parties: no claim, link or name is lost."""

import dataclasses

import pytest

from casefile.proposals import ActionProposal, Proposals, ProposedParty
from casefile.store import editing, party_edits, queries
from casefile.store.check import check
from casefile.store.parties import find_party
from casefile.store.party_edits import PartyDetails, PartyError
from casefile.store.search import search
from casefile.store.store import Store
from casefile.terms import PartyKind
from tests.store.records import accept, action, fact, keep, record


@pytest.fixture
def two(store: Store) -> tuple[int, int]:
    """Two actions against what turns out to be one respondent: parties 1 (Acme Corp) and 3 (Zenith)."""
    first = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    (proposal_id,) = keep(store, Proposals(actions=(action(day="2021-05-01", respondent="Zenith"),)), "b.txt")
    return first, accept(store, proposal_id)


def respondents(store: Store, action_id: int) -> tuple[str, ...]:
    return record(store, action_id).row.respondents


def merge(store: Store, keep_id: int, gone_id: int) -> None:
    with store.write("Merge", by="bob") as writer:
        party_edits.merge_parties(writer, keep_id, gone_id)


def test_merging_and_splitting_lose_nothing(store: Store, two: tuple[int, int]) -> None:
    before = [record(store, action_id) for action_id in two]
    merge(store, 1, 3)
    assert respondents(store, two[1]) == ("Acme Corp",)
    assert record(store, two[1]).row.title == "Autoriteit Persoonsgegevens: Acme Corp"
    assert fact(record(store, two[1]), "respondent").claims == fact(before[1], "respondent").claims
    with store.read() as reader:
        assert {hit.id for hit in search(reader, "zenith").hits if hit.kind == "action"} == {two[1]}
        found = find_party(reader, "Zenith Ltd", "", PartyKind.RESPONDENT)
        assert found is not None
        assert found.name == "Acme Corp"
    with store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 3)
    assert [record(store, action_id) for action_id in two] == before


def test_a_merge_is_undone_like_anything_else(store: Store, two: tuple[int, int]) -> None:
    before = [record(store, action_id) for action_id in two]
    merge(store, 3, 1)
    assert respondents(store, two[0]) == ("Zenith",)
    store.undo("bob")
    assert [record(store, action_id) for action_id in two] == before


def test_what_was_merged_is_found_for_the_next_proposal(store: Store, two: tuple[int, int]) -> None:
    merge(store, 1, 3)
    keep(store, Proposals(actions=(action(respondent="Acme", day="2021-05-02"),)), "c.txt")
    with store.read() as reader:
        match = queries.proposals(reader, 3)[0].match
    assert match is not None
    assert match.action_id == two[1]


def test_merging_wrongly_is_refused(store: Store, two: tuple[int, int]) -> None:
    assert two
    with pytest.raises(PartyError, match="one party already"):
        merge(store, 1, 1)
    with pytest.raises(PartyError, match="Choose two of one kind"):
        merge(store, 1, 2)
    with pytest.raises(PartyError, match="merged into no other"), store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 1)


def test_one_party_that_is_two_is_split_off(store: Store, two: tuple[int, int]) -> None:
    merge(store, 1, 3)
    (proposal_id,) = keep(store, Proposals(actions=(action(day="2019-01-01"),)), "c.txt")
    third = accept(store, proposal_id)
    with store.write("Split off", by="bob") as writer:
        party_edits.split_off(writer, 1, "Acme Austria", [third])
    assert respondents(store, third) == ("Acme Austria",)
    assert respondents(store, two[0]) == ("Acme Corp",)


def test_an_old_name_stays_an_alias(store: Store, two: tuple[int, int]) -> None:
    with store.write("Rename", by="bob") as writer:
        party_edits.rename_party(writer, 1, "Acme Holdings")
    assert respondents(store, two[0]) == ("Acme Holdings",)
    with store.read() as reader:
        assert [hit.kind for hit in search(reader, "corp").hits if hit.kind == "action"] == ["action"]


def test_an_lei_is_checked_and_no_party_belongs_to_itself(store: Store, two: tuple[int, int]) -> None:
    assert two
    with store.write("Describe", by="bob") as writer:
        party_edits.describe_party(writer, 1, PartyDetails(lei="529900T8BM49AURSDO55", parent_id=3), "ann")
    with pytest.raises(PartyError, match="no Legal Entity"), store.write("Describe", by="bob") as writer:
        party_edits.describe_party(writer, 1, PartyDetails(lei="529900T8BM49AURSDO56"), "ann")
    with pytest.raises(PartyError, match="belong to itself"), store.write("Describe", by="bob") as writer:
        party_edits.describe_party(writer, 3, PartyDetails(parent_id=1), "ann")


def test_an_authority_comes_with_what_the_registry_knows(store: Store, two: tuple[int, int]) -> None:
    with store.read() as reader:
        found = find_party(reader, "Dutch Data Protection Authority", "", PartyKind.AUTHORITY)
        assert found is not None
        assert (found.code, found.body, found.jurisdiction, found.abbreviation) == (
            "NL-AP", "regulator", "NL", "AP",
        )  # fmt: skip
        hits = search(reader, "dutch data protection").hits
        assert {hit.id for hit in hits if hit.kind == "action"} == set(two)


def test_what_is_accepted_during_a_merge_goes_with_its_party_in_a_split(
    store: Store, two: tuple[int, int]
) -> None:
    merge(store, 1, 3)
    (proposal_id,) = keep(store, Proposals(actions=(action(day="2017-05-01", respondent="Zenith"),)), "c.txt")
    third = accept(store, proposal_id)
    assert respondents(store, third) == ("Acme Corp",)
    with store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 3)
    assert [respondents(store, action_id) for action_id in (*two, third)] == [
        ("Acme Corp",), ("Zenith",), ("Zenith",),
    ]  # fmt: skip


def test_a_split_takes_along_those_that_were_merged_into_the_party(
    store: Store, two: tuple[int, int]
) -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action(day="2017-05-01", respondent="Yonder"),)), "c.txt")
    before = [record(store, action_id) for action_id in (*two, accept(store, proposal_id))]
    merge(store, 3, 4)
    within = [record(store, found.row.id) for found in before]
    merge(store, 1, 3)
    for _ in range(2):
        with store.write("Split", by="bob") as writer:
            party_edits.split_party(writer, 3)
        assert [record(store, found.row.id) for found in before] == within
        store.undo("bob")
    with store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 4)
    assert respondents(store, before[2].row.id) == ("Yonder",)
    assert respondents(store, two[1]) == ("Acme Corp",)


def test_what_a_merged_party_brought_is_not_split_off_in_silence(store: Store, two: tuple[int, int]) -> None:
    merge(store, 1, 3)
    with pytest.raises(PartyError, match="Split that party off first"), store.write("S", by="bob") as writer:
        party_edits.split_off(writer, 1, "Acme Austria", list(two))
    assert respondents(store, two[0]) == ("Acme Corp",)


def test_without_its_old_name_a_party_keeps_its_actions(store: Store, two: tuple[int, int]) -> None:
    with store.write("Rename", by="bob") as writer:
        party_edits.rename_party(writer, 1, "Nova")
        party_edits.remove_alias(writer, 1, "Acme Corp")
    with store.write("Add", by="bob") as writer:
        editing.set_value(writer, two[0], "respondent", "Another", "bob")
    assert respondents(store, two[0]) == ("Nova", "Another")


def test_a_name_that_goes_with_the_new_party_finds_the_old_one_no_more(
    store: Store, two: tuple[int, int]
) -> None:
    with store.write("Name", by="bob") as writer:
        party_edits.add_alias(writer, 1, "Zorro")
    with store.write("Split off", by="bob") as writer:
        party_edits.split_off(writer, 1, "Acme Austria", [], ["Zorro"])
    for found in ([], list(two[:1])):
        with store.read() as reader:
            assert [hit.id for hit in search(reader, "zorro").hits if hit.kind == "action"] == found
            assert check(reader) == []
        store.undo("bob")


def test_a_split_takes_its_own_along_also_after_a_merge_of_what_it_was_merged_into(
    store: Store, two: tuple[int, int]
) -> None:
    others = [
        accept(store, keep(store, Proposals(actions=(action(day=day, respondent=name),)), name)[0])
        for name, day in (("Yonder", "2017-05-01"), ("Vega", "2015-05-01"))
    ]
    merge(store, 3, 4)  # Yonder into Zenith
    merge(store, 1, 3)  # Zenith into Acme
    merge(store, 5, 1)  # Acme into Vega
    with store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 3)
    names = [respondents(store, action_id) for action_id in (*two, *others)]
    assert names == [("Vega",), ("Zenith",), ("Zenith",), ("Vega",)]


@pytest.fixture
def named_twice(store: Store) -> int:
    """An action whose authority (party 2) a second source calls by a name that nobody knows."""
    known = accept(store, keep(store, Proposals(actions=(by_authority("Body for Data"),)))[0])
    (proposal_id,) = keep(store, Proposals(actions=(by_authority("Guard of Privacy"),)), "b.txt")
    assert record(store, accept(store, proposal_id, into=known)).row.has_conflict
    return known


def by_authority(name: str) -> ActionProposal:
    told = action()
    return dataclasses.replace(told, authority=ProposedParty(name, told.authority.because, ""))


def is_contested(store: Store, action_id: int) -> bool:
    found = record(store, action_id)
    assert found.row.has_conflict == fact(found, "authority").in_conflict
    with store.read() as reader:
        assert check(reader) == []
    return found.row.has_conflict


def test_two_names_of_a_merged_authority_do_not_contradict_each_other(store: Store, named_twice: int) -> None:
    other = accept(store, keep(store, Proposals(actions=(by_authority("Guard of Privacy"),)), "c.txt")[0])
    with store.read() as reader:
        guard = find_party(reader, "Guard of Privacy", "", PartyKind.AUTHORITY)
        assert guard is not None
    merge(store, 2, guard.id)
    assert not is_contested(store, named_twice)
    store.undo("bob")
    assert is_contested(store, named_twice)
    merge(store, guard.id, 2)
    assert not is_contested(store, named_twice)
    with store.write("Split", by="bob") as writer:
        party_edits.split_party(writer, 2)
    assert is_contested(store, named_twice)
    assert not is_contested(store, other)


def test_another_name_of_the_authority_contradicts_it_as_long_as_it_is_not_its_own(
    store: Store, named_twice: int
) -> None:
    with store.write("Name", by="bob") as writer:
        party_edits.add_alias(writer, 2, "Guard of Privacy")
    assert not is_contested(store, named_twice)
    with store.write("Name", by="bob") as writer:
        party_edits.remove_alias(writer, 2, "Guard of Privacy")
    assert is_contested(store, named_twice)


def test_a_name_of_one_merged_authority_is_a_name_of_the_other(store: Store, named_twice: int) -> None:
    accept(store, keep(store, Proposals(actions=(by_authority("Third Body"),)), "c.txt")[0])
    with store.read() as reader:
        third = find_party(reader, "Third Body", "", PartyKind.AUTHORITY)
        assert third is not None
    merge(store, 2, third.id)
    assert is_contested(store, named_twice)
    with store.write("Name", by="bob") as writer:
        party_edits.add_alias(writer, third.id, "Guard of Privacy")
    assert not is_contested(store, named_twice)


def test_a_person_who_sets_another_name_of_the_authority_supersedes_no_source(
    store: Store, named_twice: int
) -> None:
    with store.write("Name", by="bob") as writer:
        party_edits.add_alias(writer, 2, "Guard of Privacy")
        party_edits.add_alias(writer, 2, "The Guard")
    with store.write("Set", by="bob") as writer:
        editing.set_value(writer, named_twice, "authority", "The Guard", "bob")
    assert len(fact(record(store, named_twice), "authority").live) == 3
    assert not is_contested(store, named_twice)


def test_a_title_that_a_person_gave_stays_in_a_merge(store: Store, two: tuple[int, int]) -> None:
    with store.write("Title", by="bob") as writer:
        editing.set_value(writer, two[1], "title", "The Zenith affair", "bob")
    merge(store, 1, 3)
    assert [record(store, action_id).row.title for action_id in two] == [
        "Autoriteit Persoonsgegevens: Acme Corp",
        "The Zenith affair",
    ]
