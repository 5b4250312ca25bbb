"""Measures, sums and parties: each value has its claims, by hand and by the machine."""

import pytest

from casefile.proposals import Proposals
from casefile.store import editing, party_edits, sums, trash
from casefile.store.detail import ActionDetail, action_detail
from casefile.store.editing import ClaimError, Grounds
from casefile.store.history import record_history
from casefile.store.lists import source_ids
from casefile.store.party_edits import PartyDetails
from casefile.store.party_rows import PartyRecord, party_record
from casefile.store.rows import Fact
from casefile.store.store import Store
from casefile.terms import ClaimState, LedgerBasis
from casefile.values import Money, PartialDate, Span
from tests.store.records import TEXT, accept, action, keep

FINED = Span(TEXT.index("fined"), TEXT.index("fined") + 5)


@pytest.fixture
def known(store: Store) -> int:
    """A fine by the AP (party 2) against Acme Corp (party 1), measure 1, entry 1, of source 1."""
    return accept(store, keep(store, Proposals(actions=(action(),)))[0])


def detail(store: Store, action_id: int) -> ActionDetail:
    with store.read() as reader:
        return action_detail(reader, action_id)


def party(store: Store, party_id: int) -> PartyRecord:
    with store.read() as reader:
        return party_record(reader, party_id)


def named(facts: tuple[Fact, ...], name: str) -> Fact:
    return next(fact for fact in facts if fact.field == name)


def words(fact: Fact) -> list[str]:
    return [evidence.exact for claim in fact.live for evidence in claim.evidence]


def test_what_a_report_says_of_a_measure_and_a_sum_rests_on_its_passages(store: Store, known: int) -> None:
    (measure,) = detail(store, known).measures
    (entry,) = measure.entries
    assert [(fact.field, fact.value, words(fact)) for fact in measure.facts] == [("kind", "Fine", ["fined"])]
    assert [(fact.field, fact.value, words(fact)) for fact in entry.facts] == [
        ("basis", "Imposed", ["fined"]),
        ("dated", "3 March 2025", ["fined"]),
    ]
    assert {claim.method for fact in (*measure.facts, *entry.facts) for claim in fact.claims} == {
        "extraction"
    }
    assert entry.dated == PartialDate("2025-03-03")


def test_a_second_report_stands_beside_it_and_cries_no_wolf(store: Store, known: int) -> None:
    (other,) = keep(store, Proposals(actions=(action(day="2025-03"),)), "b.txt")
    accept(store, other, into=known)
    (entry,) = detail(store, known).measures[0].entries
    dated = named(entry.facts, "dated")
    assert [claim.value for claim in dated.live] == ["3 March 2025", "March 2025"]
    assert (dated.value, dated.in_conflict, entry.dated) == ("3 March 2025", False, PartialDate("2025-03-03"))
    assert not detail(store, known).record.row.has_conflict


def test_a_deadline_by_hand_rests_on_a_passage_and_is_undone(store: Store, known: int) -> None:
    with store.write("Deadline", by="bob") as writer:
        sums.change_measure(
            writer, 1, "bob", deadline=PartialDate("2025-09"), note="", grounds=Grounds(1, (FINED,))
        )
    measure = detail(store, known).measures[0]
    assert measure.deadline == PartialDate("2025-09")
    deadline = named(measure.facts, "deadline")
    assert (words(deadline), deadline.claims[0].reviewer) == (["fined"], "bob")
    assert deadline.claims[0].source == "a.txt"
    assert [fact.field for fact in measure.facts] == ["kind", "deadline"]
    store.undo("bob")
    assert detail(store, known).measures[0].deadline is None
    assert [fact.field for fact in detail(store, known).measures[0].facts] == ["kind"]


def test_a_persons_date_counts_until_it_is_rejected(store: Store, known: int) -> None:
    with store.write("Describe", by="bob") as writer:
        sums.describe_entry(writer, 1, LedgerBasis.UPHELD, "bob", dated=PartialDate("2026-01-02"), note="")
    (entry,) = detail(store, known).measures[0].entries
    assert (entry.basis, entry.dated) == (LedgerBasis.UPHELD, PartialDate("2026-01-02"))
    own = next(claim for claim in named(entry.facts, "dated").claims if claim.is_own)
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, own.id, "bob")
    (entry,) = detail(store, known).measures[0].entries
    assert (entry.basis, entry.dated) == (LedgerBasis.UPHELD, PartialDate("2025-03-03"))


def test_an_emptied_field_has_no_value_and_keeps_what_was_said(store: Store, known: int) -> None:
    with store.write("Describe", by="bob") as writer:
        sums.describe_entry(writer, 1, LedgerBasis.IMPOSED, "bob", dated=None, note="")
    (entry,) = detail(store, known).measures[0].entries
    assert entry.dated is None
    assert [claim.state for claim in named(entry.facts, "dated").claims] == [ClaimState.SUPERSEDED]
    with store.write("Accept", by="bob") as writer:
        editing.accept_claim(writer, named(entry.facts, "dated").claims[0].id, "bob")
    assert detail(store, known).measures[0].entries[0].dated == PartialDate("2025-03-03")


def test_what_stands_there_already_gets_no_further_claim(store: Store, known: int) -> None:
    with store.write("Describe", by="bob") as writer:
        sums.describe_entry(writer, 1, LedgerBasis.IMPOSED, "bob", dated=PartialDate("2025-03-03"), note="")
    assert all(len(fact.claims) == 1 for fact in detail(store, known).measures[0].entries[0].facts)


def test_further_grounds_for_the_same_value_are_a_further_claim(store: Store, known: int) -> None:
    with store.write("Describe", by="bob") as writer:
        sums.describe_entry(
            writer, 1, LedgerBasis.IMPOSED, "bob", dated=PartialDate("2025-03-03"), note="",
            grounds=Grounds(1, (Span(0, 6),)),
        )  # fmt: skip
    (entry,) = detail(store, known).measures[0].entries
    assert words(named(entry.facts, "dated")) == ["fined", "The AP"]


@pytest.mark.parametrize("name", ["status", "basis", "kind"])
def test_the_last_word_on_what_a_record_is_cannot_be_rejected(store: Store, known: int, name: str) -> None:
    found = detail(store, known)
    facts = (*found.facts, *found.measures[0].entries[0].facts)
    if name == "kind":
        facts = found.measures[0].facts
    (claim,) = named(facts, name).claims
    with pytest.raises(ClaimError, match="nothing says"), store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, claim.id, "bob")
    assert detail(store, known) == found


def test_what_is_known_of_a_party_rests_on_passages_too(store: Store, known: int) -> None:
    grounds = Grounds(1, (Span(TEXT.index("Acme"), TEXT.index("Acme") + 9),))
    with store.write("Describe", by="bob") as writer:
        details = PartyDetails(legal_name="Acme Corporation Inc.", lei="529900T8BM49AURSDO55", parent_id=2)
        party_edits.describe_party(writer, 1, details, "bob", grounds=grounds)
    found = party(store, 1)
    assert [(fact.field, fact.value) for fact in found.facts] == [
        ("legal_name", "Acme Corporation Inc."),
        ("lei", "529900T8BM49AURSDO55"),
        ("parent", "Autoriteit Persoonsgegevens"),
    ]
    assert all(words(fact) == ["Acme Corp"] for fact in found.facts)
    assert detail(store, known).parties[("respondent", "Acme Corp")].facts == found.facts
    with store.write("Describe", by="bob") as writer:
        party_edits.describe_party(writer, 1, PartyDetails(legal_name="Acme Inc."), "bob")
    found = party(store, 1)
    assert (found.details.legal_name, found.details.lei, found.parent) == ("Acme Inc.", "", "")
    (old, new) = named(found.facts, "legal_name").claims
    assert (old.state, new.state) == (ClaimState.SUPERSEDED, ClaimState.ACCEPTED)
    with store.read() as reader:
        told = [line.what for line in record_history(reader, "party", 1)]
    assert "Legal name changed from Acme Corporation Inc. to Acme Inc." in told


def test_a_source_that_backs_a_measure_or_a_party_is_not_emptied(store: Store, known: int) -> None:
    keep(store, Proposals(), "b.txt")
    keep(store, Proposals(), "c.txt")
    with store.write("Describe", by="bob") as writer:
        deadline = PartialDate("2025-09")
        sums.change_measure(writer, 1, "bob", deadline=deadline, note="", grounds=Grounds(2))
        details = PartyDetails(legal_name="Acme Inc.")
        party_edits.describe_party(writer, 1, details, "bob", grounds=Grounds(3))
    with store.write("Trash", by="bob") as writer:
        trash.put_in_trash(writer, "source", [2, 3])
    with store.read() as reader:
        assert trash.trash_content(reader).kept_sources == 2
    with store.write("Trash", by="bob") as writer:
        trash.put_in_trash(writer, "action", [known])
        trash.empty_trash(writer)
    with store.read() as reader:
        assert sorted(source_ids(reader)) == [1]
        assert [(row.kind, row.id) for row in trash.trash_rows(reader)] == [("source", 3)]


def test_a_sum_by_hand_has_claims_on_all_that_is_said_of_it(store: Store, known: int) -> None:
    paid = sums.LedgerSum(LedgerBasis.PAID, Money(100, "EUR"), PartialDate("2026"), note="in part")
    with store.write("Pay", by="bob") as writer:
        sums.enter_sum(writer, 1, paid, "bob", grounds=Grounds(1, (FINED,)))
    entry = detail(store, known).measures[0].entries[1]
    assert (entry.basis, entry.dated, entry.note) == (LedgerBasis.PAID, PartialDate("2026"), "in part")
    assert [fact.field for fact in entry.facts] == ["basis", "dated", "note"]
    assert all(words(fact) == ["fined"] for fact in (*entry.facts, entry.fact))


def test_own_words_may_stand_where_the_lists_have_none(store: Store, known: int) -> None:
    with store.write("Own words", by="bob") as writer:
        editing.set_value(writer, known, "status", "Referred to the prosecutor", "bob")
        provision = {"instrument": "GDPR", "article": "6", "finding": "Left open"}
        editing.set_value(writer, known, "provision", provision, "bob")
        entered = sums.LedgerSum("Deferred by instalments", Money(100, "EUR"))
        sums.enter_sum(writer, 1, entered, "bob")
    found = detail(store, known)
    assert found.record.row.status == "Referred to the prosecutor"
    assert found.record.row.amount == Money(250_000_000, "EUR")
    assert found.measures[0].entries[1].basis == "Deferred by instalments"
    assert "GDPR Art. 6 (Left open)" in [fact.value for fact in found.facts]
    own = next(claim for claim in named(found.facts, "status").claims if claim.is_own)
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, own.id, "bob")
    assert detail(store, known).record.row.status == "imposed"
