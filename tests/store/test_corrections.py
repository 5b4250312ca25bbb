"""Sources and quotes are described otherwise, a notice is dated apart, what was settled is shown."""

import dataclasses

import pytest

from casefile.proposals import Proposals
from casefile.store import corrections, lists, queries
from casefile.store.check import check
from casefile.store.search import search
from casefile.store.store import Store
from casefile.terms import ActionStatus
from casefile.values import Money, PartialDate
from tests.store.records import accept, action, fact, keep, quote, record


@pytest.fixture
def known(store: Store) -> Store:
    """A store with an action and a quote."""
    for proposal_id in keep(store, Proposals(actions=(action(),), quotes=(quote(),))):
        accept(store, proposal_id)
    return store


def test_a_source_is_described_otherwise(known: Store) -> None:
    with known.write("Describe source", by="bob") as writer:
        details = corrections.source_details(writer, 1)
        other = dataclasses.replace(
            details, title=" Zebra ", outlet="Gazette", published=PartialDate("2024-06")
        )
        corrections.describe_source(writer, 1, other, "ann")
    with known.read() as reader:
        row = queries.source_rows(reader, [1])[0]
        assert (row.title, row.outlet, str(row.published)) == ("Zebra", "Gazette", "June 2024")
        assert [hit.kind for hit in search(reader, "zebra").hits] == ["source"]
        assert queries.quote_rows(reader, lists.quote_ids(reader))[0].evidence.source_title == "Zebra"
        found = queries.source_record(reader, 1).found
        assert [(one.field, one.where) for one in found] == [
            ("title", "entered by ann"), ("outlet", "entered by ann"), ("published", "entered by ann"),
        ]  # fmt: skip
        assert check(reader) == []
    known.undo("bob")
    with known.read() as reader:
        assert corrections.source_details(reader, 1) == details
        assert search(reader, "zebra").hits == ()


def test_a_quote_gets_another_speaker_and_keeps_its_words(known: Store) -> None:
    with known.write("Change quote", by="bob") as writer:
        details = corrections.quote_details(writer, 1)
        assert details == corrections.QuoteDetails("Ann Lee", "chair", "")
        other = corrections.QuoteDetails("Zoe Adams", "counsel", "Wir widersprechen")
        corrections.describe_quote(writer, 1, other)
    with known.read() as reader:
        row = queries.quote_rows(reader, [1])[0]
        assert (row.text, row.speaker, row.role) == ("We disagree,", "Zoe Adams", "counsel")
        assert [hit.kind for hit in search(reader, "widersprechen").hits] == ["quote"]
        assert check(reader) == []


def test_the_date_of_a_notice_is_not_that_of_the_decision(store: Store) -> None:
    proposed = action("5000000", status=ActionStatus.PROPOSED, day="2024-11-05")
    known = accept(store, keep(store, Proposals(actions=(proposed,)))[0])
    (proposal_id,) = keep(store, Proposals(actions=(action("2500000"),)), "b.txt")
    accept(store, proposal_id, into=known)
    found = record(store, known)
    assert str(found.row.decided) == "3 March 2025"
    assert fact(found, "notified").value == "5 November 2024"
    assert found.row.amount == Money(250_000_000, "EUR")
    assert not found.row.has_conflict


def test_a_settled_conflict_shows_the_value_that_was_chosen(store: Store) -> None:
    from casefile.store import editing

    known = accept(store, keep(store, Proposals(actions=(action("57000000"),)))[0])
    (proposal_id,) = keep(store, Proposals(actions=(action("57265625"),)), "b.txt")
    accept(store, proposal_id, into=known)
    claims = fact(record(store, known), "amount").claims
    assert record(store, known).row.amount == Money(5_726_562_500, "EUR")
    with store.write("Settle", by="bob") as writer:
        editing.settle(writer, claims[0].id, "bob", "the decision rounds")
    assert record(store, known).row.amount == Money(5_700_000_000, "EUR")
