"""An action as a person works on it, and names that complete what is typed."""

import pytest

from casefile.proposals import Proposals
from casefile.store import editing, party_edits, sums
from casefile.store.detail import ActionDetail, action_detail
from casefile.store.facts import claims_of
from casefile.store.party_edits import PartyDetails
from casefile.store.party_rows import (
    action_titles,
    party_of_claim,
    party_record,
    party_row,
    suggest_actions,
    suggest_parties,
)
from casefile.store.store import Store
from casefile.terms import LedgerBasis, PartyKind, PartyRole
from casefile.values import Money, PartialDate
from tests.store.records import accept, action, keep


@pytest.fixture
def known(store: Store) -> int:
    """An accepted action against Acme Corp (party 1)."""
    return accept(store, keep(store, Proposals(actions=(action(),)))[0])


@pytest.fixture
def second(store: Store, known: int) -> int:
    """Another against Zenith (party 3)."""
    (proposal_id,) = keep(store, Proposals(actions=(action(day="2021-05-01", respondent="Zenith"),)), "b.txt")
    assert known
    return accept(store, proposal_id)


def detail(store: Store, action_id: int) -> ActionDetail:
    with store.read() as reader:
        return action_detail(reader, action_id)


def test_claims_on_one_passage_share_it(store: Store, known: int) -> None:
    with store.read() as reader:
        claims = [claim for _, _, claim in claims_of(reader, {("action", known)})["action", known]]
    passages = [one for claim in claims for one in claim.evidence]
    assert len(passages) > len({one.passage_id for one in passages})
    assert len({id(one) for one in passages}) == len({one.passage_id for one in passages})


def test_a_measure_without_a_sum_is_there_too(store: Store, known: int) -> None:
    with store.write("Add", by="bob") as writer:
        sums.add_measure(writer, known, "deletion", "ann", deadline=PartialDate("2025-09"), note="all of it")
    found = detail(store, known).measures
    assert [(measure.label, len(measure.entries)) for measure in found] == [("Fine", 1), ("Deletion", 0)]
    assert (found[1].deadline, found[1].note) == (PartialDate("2025-09"), "all of it")


def test_an_entry_that_counts_no_more_stays_in_sight(store: Store, known: int) -> None:
    (entry,) = detail(store, known).measures[0].entries
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, entry.claims[0].id, "bob")
    (rejected,) = detail(store, known).measures[0].entries
    assert not rejected.is_live
    assert rejected.fact.live == ()
    assert [fact for fact in detail(store, known).record.facts if fact.field == "amount"] == []


def test_a_conversion_stands_beside_its_sum(store: Store, known: int) -> None:
    with store.write("Convert", by="bob") as writer:
        converted = sums.convert_entry(writer, 1, "USD")
    (entry,) = detail(store, known).measures[0].entries
    assert (entry.money, entry.converted) == (Money(250_000_000, "EUR"), converted)
    assert entry.rate
    assert entry.rate_date == PartialDate("2025-03-03")
    assert entry.basis is LedgerBasis.IMPOSED


def test_an_entry_of_another_date_loses_its_conversion(store: Store, known: int) -> None:
    with store.write("Convert", by="bob") as writer:
        sums.convert_entry(writer, 1, "USD")
    with store.write("Describe", by="bob") as writer:
        sums.describe_entry(
            writer, 1, LedgerBasis.REDUCED, "ann", dated=PartialDate("2025-03-03"), note=" cut "
        )
    (entry,) = detail(store, known).measures[0].entries
    assert (entry.basis, entry.note) == (LedgerBasis.REDUCED, "cut")
    assert entry.converted is not None
    with store.write("Describe", by="bob") as writer:
        sums.describe_entry(writer, 1, LedgerBasis.REDUCED, "ann", dated=PartialDate("2026"), note="")
    (entry,) = detail(store, known).measures[0].entries
    assert (entry.dated, entry.converted, entry.rate, entry.rate_date) == (
        PartialDate("2026"), None, "", None,
    )  # fmt: skip


def test_a_claim_gives_its_value_for_editing(store: Store, known: int) -> None:
    decided = next(fact for fact in detail(store, known).facts if fact.field == "decided")
    assert [claim.raw for claim in decided.claims] == ['"2025-03-03"']


def test_who_verified_it_and_when(store: Store, known: int) -> None:
    assert (detail(store, known).verified_by, detail(store, known).verified_at) == ("", None)
    with store.write("Verify", by="bob") as writer:
        editing.verify(writer, known, "bob")
    assert detail(store, known).verified_by == "bob"
    assert detail(store, known).verified_at is not None


def test_a_party_with_its_names_its_group_and_its_actions(store: Store, known: int, second: int) -> None:
    with store.write("Edit", by="bob") as writer:
        party_edits.merge_parties(writer, 1, 3)
        party_edits.add_alias(writer, 1, "ACME")
        parent = party_edits.split_off(writer, 1, "Acme Group", [])
        party_edits.describe_party(
            writer, 1, PartyDetails(legal_name="Acme Corporation", parent_id=parent), "ann"
        )
    with store.read() as reader:
        found = party_record(reader, 3)
        assert party_row(reader, 3).name == "Zenith"
    assert (found.row.id, found.parent, found.aliases) == (1, "Acme Group", ("ACME",))
    assert found.merged == ((3, "Zenith"),)
    assert found.details.legal_name == "Acme Corporation"
    assert [entry.id for entry in found.actions] == [known]
    assert second not in [entry.id for entry in found.actions]


def test_a_claim_leads_to_its_party_whatever_became_of_it(store: Store, known: int, second: int) -> None:
    def party_of(action_id: int, name: str, code: str = "") -> int | None:
        role = PartyRole.AUTHORITY if code else PartyRole.RESPONDENT
        with store.read() as reader:
            return party_of_claim(reader, action_id, role, name, code)

    assert party_of(known, "Acme Corp") == 1
    assert party_of(known, "ACME Corporation") == 1
    assert party_of(second, "Zenith") == 3
    assert party_of(second, "Autoriteit Persoonsgegevens", "NL-AP") == 2
    assert party_of(second, "Nobody at all") is None
    with store.write("Merge and rename", by="bob") as writer:
        party_edits.merge_parties(writer, 1, 3)
        party_edits.rename_party(writer, 1, "Acme Holdings")
    assert party_of(second, "Zenith") == 1
    assert party_of(known, "Acme Corp") == 1


def test_the_name_of_a_merged_party_stands_beside_what_the_source_prints(
    store: Store, known: int, second: int
) -> None:
    def named(action_id: int, value: str) -> str:
        return detail(store, action_id).parties[("respondent", value)].name

    assert named(second, "Zenith") == "Zenith"
    with store.write("Merge", by="bob") as writer:
        party_edits.merge_parties(writer, 1, 3)
        party_edits.rename_party(writer, 1, "Acme Holdings")
    assert named(second, "Zenith") == "Acme Holdings"
    assert named(known, "Acme Corp") == "Acme Holdings"


def test_what_is_typed_is_completed(store: Store, known: int, second: int) -> None:
    def names(typed: str, kind: PartyKind = PartyKind.RESPONDENT, *without: int) -> list[str]:
        with store.read() as reader:
            return [row.name for row in suggest_parties(reader, kind, typed, without=without)]

    assert names("ac") == ["Acme Corp"]
    assert names("nith") == ["Zenith"]
    assert names("zenith", PartyKind.RESPONDENT, 3) == []
    assert names("acme", PartyKind.AUTHORITY) == []
    assert names(" ") == []
    with store.write("Merge", by="bob") as writer:
        party_edits.merge_parties(writer, 1, 3)
    assert names("zenith") == ["Acme Corp"]
    with store.read() as reader:
        assert [row.id for row in suggest_actions(reader, "acme")] == [known, second]
        assert [row.id for row in suggest_actions(reader, "acme", without=known)] == [second]
        assert suggest_actions(reader, "") == []
        assert list(action_titles(reader, [known, 99])) == [known]
