"""Accepting, correcting, rejecting; evidence, conflicts, undo of it all."""

import dataclasses

import pytest

from casefile.proposals import (
    ActionProposal,
    Proposals,
    ProposedStatus,
    QuoteProposal,
)
from casefile.store import lists, queries, review
from casefile.store.check import check
from casefile.store.payload import from_json, to_json
from casefile.store.search import search
from casefile.store.store import Store
from casefile.terms import (
    ActionStatus,
    AmountScale,
    ClaimState,
    ProposalState,
    QuoteKind,
)
from casefile.values import Money
from tests.store.records import accept, action, because, fact, keep, quote, record


def test_a_proposal_is_kept_without_loss() -> None:
    assert from_json(ActionProposal, to_json(action())) == action()
    assert from_json(QuoteProposal, to_json(quote())) == quote()


def test_a_paraphrase_waits_beside_the_quotes_and_is_kept_as_one(store: Store) -> None:
    reported = dataclasses.replace(quote(), kind=QuoteKind.PARAPHRASE)
    found = keep(store, Proposals(quotes=(quote(),), paraphrases=(reported,)))
    for proposal_id in found:
        accept(store, proposal_id)
    with store.read() as reader:
        kinds = [row.kind for row in queries.quote_rows(reader, lists.quote_ids(reader))]
        assert sorted(kinds) == [QuoteKind.DIRECT, QuoteKind.PARAPHRASE]
        assert check(reader) == []


def test_nothing_is_a_fact_before_it_is_accepted(store: Store) -> None:
    keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    with store.read() as reader:
        assert lists.action_ids(reader) == []
        assert lists.quote_ids(reader) == []
        assert lists.counts(reader).waiting == 1


def test_every_accepted_value_rests_on_its_words(store: Store) -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action(),)))
    found = record(store, accept(store, proposal_id))
    assert found.row.amount == Money(250_000_000, "EUR")
    assert found.row.title == "Autoriteit Persoonsgegevens: Acme Corp"
    (claim,) = fact(found, "amount").claims
    assert [evidence.exact for evidence in claim.evidence] == ["€2.5 million"]
    assert (claim.method, claim.rule, claim.reviewer) == ("extraction", "a rule", "ann")
    with store.read() as reader:
        assert lists.inbox_ids(reader) == []


def test_a_correction_keeps_what_the_machine_said(store: Store) -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action(),)))
    edited = dataclasses.replace(action(), status=ProposedStatus(ActionStatus.FINAL, because("fined")))
    found = record(store, accept(store, proposal_id, edited))
    assert found.row.status is ActionStatus.FINAL
    states = {(claim.value, claim.state, claim.method) for claim in fact(found, "status").claims}
    assert states == {
        ("Imposed", ClaimState.SUPERSEDED, "extraction"),
        ("Final", ClaimState.ACCEPTED, "person"),
    }


def test_a_rejected_proposal_leaves_the_record_alone(store: Store) -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action(),)))
    with store.write("Reject", by="ann") as writer:
        review.reject(writer, proposal_id, "ann")
    with store.read() as reader:
        assert lists.action_ids(reader) == []
        assert [row.state for row in queries.proposals(reader, 1)] == [ProposalState.REJECTED]


def test_a_second_source_is_offered_as_evidence_and_its_figure_as_a_conflict(store: Store) -> None:
    first = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    other = action("2.5", AmountScale.MISSING, respondent="Acme")
    (proposal_id,) = keep(store, Proposals(actions=(other,)), "b.txt")
    with store.read() as reader:
        match = queries.proposals(reader, 2)[0].match
    assert match is not None
    assert match.action_id == first
    found = record(store, accept(store, proposal_id, into=first))
    assert found.row.has_conflict
    assert found.row.source_count == 2
    assert found.row.amount == Money(250_000_000, "EUR")
    assert [claim.value for claim in fact(found, "amount").claims] == [
        "€2,500,000",
        "€2.5 (scale missing)",
    ]
    assert found.row.respondents == ("Acme Corp",)


def test_a_wrong_sum_said_twice_is_one_conflict_and_no_second_fine(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    (proposal_id,) = keep(store, Proposals(actions=(action("5200000 5200000"),)), "b.txt")
    found = record(store, accept(store, proposal_id, into=known))
    (amount,) = (fact for fact in found.facts if fact.field == "amount")
    assert amount.in_conflict
    assert [claim.value for claim in amount.claims] == ["€2,500,000", "€5,200,000", "€5,200,000"]


@pytest.mark.parametrize(("first", "second"), [("2500000", "2500000"), ("57265625", "57000000")])
def test_rounding_is_no_conflict(store: Store, first: str, second: str) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(first),)))[0])
    (proposal_id,) = keep(store, Proposals(actions=(action(second, day="2025-03"),)), "b.txt")
    assert not record(store, accept(store, proposal_id, into=known)).row.has_conflict


def test_a_cut_penalty_keeps_both_sums_in_its_ledger(store: Store) -> None:
    known = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    cut = action("2500000 1000000", status=ActionStatus.REDUCED, day="2026-01-10")
    (proposal_id,) = keep(store, Proposals(actions=(cut,)), "b.txt")
    with store.read() as reader:
        match = queries.proposals(reader, 2)[0].match
    assert match is not None
    found = record(store, accept(store, proposal_id, into=match.action_id))
    assert found.row.id == known
    assert found.row.amount == Money(100_000_000, "EUR")
    assert found.row.status is ActionStatus.REDUCED
    assert not found.row.has_conflict
    assert str(found.row.decided) == "3 March 2025"


def test_another_year_is_another_action(store: Store) -> None:
    accept(store, keep(store, Proposals(actions=(action(),)))[0])
    keep(store, Proposals(actions=(action(day="2021-05-01"),)), "b.txt")
    with store.read() as reader:
        assert queries.proposals(reader, 2)[0].match is None


def test_undo_takes_back_the_whole_acceptance_and_redo_brings_it_again(store: Store) -> None:
    action_id, quote_id = keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    first = accept(store, action_id)
    accept(store, quote_id)
    store.undo("ann")
    store.undo("ann")
    with store.read() as reader:
        assert lists.action_ids(reader) == []
        assert lists.inbox_ids(reader) == [1]
        assert search(reader, "disagree").hits != ()
    store.redo("ann")
    store.redo("ann")
    assert fact(record(store, first), "amount").value == "€2,500,000"
    with store.read() as reader:
        assert [row.speaker for row in queries.quote_rows(reader, lists.quote_ids(reader))] == ["Ann Lee"]
        assert check(reader) == []


def test_accepting_all_without_review_is_marked(store: Store) -> None:
    keep(store, Proposals(actions=(action(),), quotes=(quote(),)))
    with store.write("Accept all", by="ann") as writer:
        assert review.accept_all(writer, 1, "ann", unreviewed=True) == 2
    with store.read() as reader:
        assert queries.action_rows(reader, [1])[0].unreviewed
        assert queries.unreviewed_ids(reader, "quote") == {1}


def test_search_finds_by_beginnings_phrases_and_without(store: Store) -> None:
    for proposal_id in keep(store, Proposals(actions=(action(),), quotes=(quote(),))):
        accept(store, proposal_id)
    with store.read() as reader:
        assert {hit.kind for hit in search(reader, "acm").hits} == {"action", "source"}
        assert {hit.kind for hit in search(reader, '"we disagree"').hits} == {"quote", "source"}
        assert search(reader, "acme -fined persoons").hits != ()
        assert [hit.kind for hit in search(reader, "fined -acme").hits] == []
        hit = next(hit for hit in search(reader, "disagree").hits if hit.kind == "quote")
        assert hit.marks[0].of(hit.snippet) == "disagree"


@pytest.mark.parametrize("words", ["", '"', "-", "AND OR NOT", 'a"b(c)', "*", "x:y^2", "NEAR(", "é\x00ü"])
def test_no_query_is_an_error(store: Store, words: str) -> None:
    with store.read() as reader:
        assert search(reader, words).hits == ()


def test_redo_brings_back_the_same_confidence_to_the_last_digit(store: Store) -> None:
    third = dataclasses.replace(because("fined"), confidence=1 / 3)
    unsure = dataclasses.replace(action(), status=ProposedStatus(ActionStatus.IMPOSED, third))
    known = accept(store, keep(store, Proposals(actions=(unsure,)))[0])
    before = record(store, known)
    store.undo("ann")
    store.redo("ann")
    assert record(store, known) == before
