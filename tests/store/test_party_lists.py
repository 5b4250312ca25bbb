"""The lists of parties and speakers: order, typed names, merges, counts; and where names come from."""

from pathlib import Path

import pytest

from casefile.proposals import Proposals
from casefile.store import party_detail, party_edits, party_lists, speaker_edits
from casefile.store.lists import Order
from casefile.store.speaker_edits import SpeakerError
from casefile.store.store import Store
from casefile.terms import PartyKind
from tests.store.records import accept, action, keep, quote

RESPONDENT = PartyKind.RESPONDENT


@pytest.fixture
def store(tmp_path: Path) -> Store:
    """Two actions against Acme and one each against Bolt and Élan, with a quote of Ann Lee in each source."""
    made = Store.create(tmp_path / "a.casefile")
    for number, name in enumerate(("Acme Corp", "Bolt Ltd", "Élan SA", "Acme Corp")):
        day = f"2025-03-0{number + 1}"
        proposals = Proposals(actions=(action(day=day, respondent=name),), quotes=(quote(),))
        for proposal_id in keep(made, proposals, f"{number}.txt"):
            accept(made, proposal_id)
    return made


def names(store: Store, typed: str = "", order: Order = Order("name")) -> list[str]:  # noqa: B008
    with store.read() as reader:
        ids = party_lists.party_ids(reader, RESPONDENT, typed, order)
        return [row.name for row in party_lists.party_rows(reader, ids)]


def id_of(store: Store, name: str) -> int:
    with store.read() as reader:
        (found,) = party_lists.party_ids(reader, RESPONDENT, name)
        return found


def merge(store: Store, keep: str, gone: str) -> None:
    keep_id, gone_id = id_of(store, keep), id_of(store, gone)
    with store.write("Merge two parties", by="ann") as writer:
        party_edits.merge_parties(writer, keep_id, gone_id)


def test_parties_are_listed_by_name_and_by_what_they_have_a_part_in(store: Store) -> None:
    assert names(store) == ["Acme Corp", "Bolt Ltd", "Élan SA"]
    assert names(store, order=Order("name", descending=True)) == ["Élan SA", "Bolt Ltd", "Acme Corp"]
    assert names(store, order=Order("actions", descending=True))[0] == "Acme Corp"
    for by in party_lists.PARTY_SORTS:
        assert len(names(store, order=Order(by))) == 3


def test_what_is_typed_may_be_any_part_of_a_name_without_case_and_accents(store: Store) -> None:
    assert names(store, "elan") == ["Élan SA"]
    assert names(store, "OL ltd") == ["Bolt Ltd"]
    assert names(store, "acme bolt") == []


def test_a_merged_party_is_found_and_counted_with_the_other(store: Store) -> None:
    merge(store, "acme", "bolt")
    assert names(store) == ["Acme Corp", "Élan SA"]
    assert names(store, "bolt") == ["Acme Corp"]
    with store.read() as reader:
        (row, _) = party_lists.party_rows(reader, party_lists.party_ids(reader, RESPONDENT))
    assert (row.aliases, row.action_count) == (("Bolt Ltd",), 3)


def test_each_name_says_where_it_comes_from(store: Store) -> None:
    with store.write("Edit Acme Corp", by="ann") as writer:
        party_edits.add_alias(writer, id_of(store, "acme"), "Acme Holding")
    merge(store, "acme", "bolt")
    with store.read() as reader:
        detail = party_detail.party_detail(reader, id_of(store, "acme"))
        (authority,) = party_lists.party_ids(reader, PartyKind.AUTHORITY, "persoonsgegevens")
        of_registry = party_detail.party_detail(reader, authority).names
    origins = [(name.name, name.origin.partition(", 2")[0]) for name in detail.names]
    assert origins == [
        ("Acme Corp", "Its name in this store"),
        ("Acme Corp", "Printed in sources of 2 actions"),
        ("Bolt Ltd", "Printed in sources of 1 action"),
        ("Bolt Ltd", "Merged into it: Merge two parties, ann"),
        ("Acme Holding", "Edit Acme Corp, ann"),
    ]
    printed = detail.names[1].evidence
    assert printed is not None
    assert printed.exact == "Acme Corp"
    assert len(detail.action_ids) == 3
    assert ("Dutch AP", "Registry of authorities (NL-AP)") in [
        (name.name, name.origin) for name in of_registry
    ]


def test_what_lies_in_the_trash_is_not_counted(store: Store) -> None:
    from casefile.store import trash

    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [1])
        trash.put_in_trash(writer, "quote", [1])
    with store.read() as reader:
        (acme, *_) = party_lists.party_rows(reader, party_lists.party_ids(reader, RESPONDENT))
        (ann,) = party_lists.speaker_rows(reader, party_lists.speaker_ids(reader))
    assert (acme.action_count, ann.quote_count) == (1, 3)


def test_speakers_are_found_by_name_and_role(store: Store) -> None:
    with store.read() as reader:
        (speaker_id,) = party_lists.speaker_ids(reader, "lee chair", Order("quotes", descending=True))
        assert party_lists.speaker_ids(reader, "lee minister") == []
        (row,) = party_lists.speaker_rows(reader, [speaker_id])
        detail = party_detail.speaker_detail(reader, speaker_id)
        counts = party_lists.party_counts(reader)
    assert (row.name, row.roles, row.quote_count) == ("Ann Lee", ("chair",), 4)
    assert [(role.name, role.origin) for role in detail.roles] == [("chair", "Role in 4 quotes")]
    assert (len(detail.quote_ids), len(detail.action_ids)) == (4, 4)
    assert (counts.speakers, counts.of_kind[RESPONDENT]) == (1, 3)


def test_two_speakers_are_made_one_and_taken_apart_by_undo(store: Store) -> None:
    from casefile.store.corrections import QuoteDetails, describe_quote

    with store.write("Describe quote", by="ann") as writer:
        describe_quote(writer, 1, QuoteDetails("A. Lee", "", ""))
    with store.read() as reader:
        gone, kept = party_lists.speaker_ids(reader)
    with store.write("Merge two speakers", by="ann") as writer:
        speaker_edits.merge_speakers(writer, kept, gone)
    with store.read() as reader:
        assert party_lists.speaker_ids(reader) == [kept]
    store.undo("ann")
    with store.read() as reader:
        assert [row.name for row in party_lists.speaker_rows(reader, [gone, kept])] == ["A. Lee", "Ann Lee"]
        assert party_lists.speaker_ids(reader) == [gone, kept]
    with store.write("Rename", by="ann") as writer, pytest.raises(SpeakerError, match="another speaker"):
        speaker_edits.rename_speaker(writer, gone, "ann lee")
