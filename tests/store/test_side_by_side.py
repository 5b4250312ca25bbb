"""A proposal beside an action of the store: field by field, with the passages of both."""

from dataclasses import replace

import pytest

from casefile.proposals import ActionProposal, Proposals, ProposedParty, ProposedProvision
from casefile.store import lists, queries, trash
from casefile.store.beside import Beside, BesideRow, Fit
from casefile.store.rows import ProposalRow
from casefile.store.side_by_side import side_by_side
from casefile.store.store import Store
from casefile.terms import ActionStatus, AmountScale
from tests.store.records import TEXT, accept, action, because, keep


def waiting(store: Store, proposal: ActionProposal) -> ProposalRow:
    """The proposal as a second source brings it, with what it may be about."""
    (proposal_id,) = keep(store, Proposals(actions=(proposal,)), "second.txt")
    with store.read() as reader:
        rows = queries.proposals(reader, max(lists.source_ids(reader)))
    return next(row for row in rows if row.id == proposal_id)


def beside(store: Store, kept: ActionProposal, proposal: ActionProposal) -> Beside:
    accept(store, keep(store, Proposals(actions=(kept,)))[0])
    row = waiting(store, proposal)
    assert row.matches
    with store.read() as reader:
        return side_by_side(reader, row, row.matches[0])


def row_of(found: Beside, field: str, place: int = 0) -> BesideRow:
    return [row for row in found.rows if row.field == field][place]


def test_two_reports_of_one_decision_agree_in_every_field(store: Store) -> None:
    found = beside(store, action(), action())
    assert {row.fit for row in found.rows} == {Fit.AGREES}
    assert [row.field for row in found.rows][:3] == ["respondent", "authority", "jurisdiction"]


def test_both_sides_name_the_passages_that_they_rest_on(store: Store) -> None:
    amount = row_of(beside(store, action(), action()), "amount")
    here, store_place = amount.here.places[0], amount.store.places[0]
    assert (here.source, store_place.source) == ("second.txt", "a.txt")
    assert TEXT[here.span.start : here.span.end] == "€2.5 million"
    assert here.source_id != store_place.source_id


@pytest.mark.parametrize(
    ("proposal", "field", "fit"),
    [
        (action("2600000"), "amount", Fit.CONFLICTS),
        (action("2500000", status=ActionStatus.APPEALED), "status", Fit.DIFFERS),
        (action(day="2025-03"), "decided", Fit.AGREES),
        (action(day="2025-03-05"), "decided", Fit.CONFLICTS),
        (action("2.5", AmountScale.MISSING), "amount", Fit.AGREES),
        (action(respondent="ACME Corporation"), "respondent", Fit.AGREES),
    ],
)
def test_values_that_are_not_the_same(store: Store, proposal: ActionProposal, field: str, fit: Fit) -> None:
    row = row_of(beside(store, action(), proposal), field)
    assert row.fit is fit
    assert row.here.value
    assert row.store.value


def test_what_only_one_of_them_has_stands_alone(store: Store) -> None:
    law = ProposedProvision("GDPR", "5(1)(a)", because("fined"))
    other = ProposedProvision("GDPR", "6", because("fined"))
    found = beside(
        store, replace(action(), provisions=(law,)), replace(action(day=None), provisions=(law, other))
    )
    assert row_of(found, "provision").fit is Fit.AGREES
    assert row_of(found, "provision", 1).fit is Fit.ONLY_HERE
    assert row_of(found, "provision", 1).store.value == ""
    assert row_of(found, "decided").fit is Fit.ONLY_STORE
    assert row_of(found, "decided").here.places == ()


def test_further_respondents_stand_alone_and_a_wholly_other_one_conflicts(store: Store) -> None:
    both = replace(
        action(), respondents=(*action().respondents, ProposedParty("Roadrunner Ltd", because("Acme Corp")))
    )
    found = beside(store, action(), both)
    assert [row.fit for row in found.rows if row.field == "respondent"] == [Fit.AGREES, Fit.ONLY_HERE]


def test_another_name_of_a_party_is_no_second_party(store: Store) -> None:
    both = replace(
        action(), respondents=(*action().respondents, ProposedParty("ACME Corporation", because("Acme Corp")))
    )
    found = beside(store, action(), both)
    fits = [(row.store.value, row.fit) for row in found.rows if row.field == "respondent"]
    assert fits == [("Acme Corp", Fit.AGREES)] * 2


def test_rival_sums_of_one_stage_stand_side_by_side_though_the_matter_has_moved_on(store: Store) -> None:
    accept(store, keep(store, Proposals(actions=(action(),)))[0])
    accept(store, waiting(store, action("1000000", status=ActionStatus.REDUCED, day="2025-09-01")).id, into=1)
    (proposal_id,) = keep(store, Proposals(actions=(action("2700000"),)), "third.txt")
    with store.read() as reader:
        rows = queries.proposals(reader, max(lists.source_ids(reader)))
        row = next(row for row in rows if row.id == proposal_id)
        found = side_by_side(reader, row, row.matches[0])
    sums = [(one.here.value, one.store.value, one.fit) for one in found.rows if one.field == "amount"]
    assert sums[0] == ("€2,700,000", "€2,500,000", Fit.CONFLICTS)
    assert sums[1] == ("", "€1,000,000", Fit.ONLY_STORE)


def test_further_sums_stand_alone(store: Store) -> None:
    found = beside(store, action(), action("2500000 40000"))
    fits = [(row.here.value, row.fit) for row in found.rows if row.field == "amount"]
    assert fits == [("€2,500,000", Fit.AGREES), ("€40,000", Fit.ONLY_HERE)]


def test_an_action_that_is_gone_is_said_to_be(store: Store) -> None:
    action_id = accept(store, keep(store, Proposals(actions=(action(),)))[0])
    row = waiting(store, action())
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [action_id])
        trash.empty_trash(writer)
    with store.read() as reader, pytest.raises(LookupError):
        side_by_side(reader, row, row.matches[0])
