"""Proposals meet the actions of a real store: by any name, after merges, never those in the trash."""

from dataclasses import replace
from decimal import Decimal

import pytest

from casefile.proposals import ActionProposal, Proposals, ProposedAmount, ProposedParty, ProposedValue
from casefile.store import party_edits, queries, trash
from casefile.store.comparing import Origin
from casefile.store.matches import Met, figure_warnings
from casefile.store.meeting import meet
from casefile.store.party_rows import suggest_parties
from casefile.store.store import Store
from casefile.terms import AmountRole, AmountScale, PartyKind, WarningKind
from casefile.values import PartialDate, Span
from tests.store.records import TEXT, accept, action, because, fact, keep, record

UNDATED = action("", day=None)


def named(name: str, base: ActionProposal | None = None) -> ActionProposal:
    return replace(base or action(), respondents=(ProposedParty(name, because("Acme Corp")),))


def met(store: Store, *proposals: ActionProposal, text: str = TEXT) -> list[Met]:
    with store.read() as reader:
        return meet(reader, proposals, Origin(published=PartialDate("2025-03-04")), lambda: text)


def likely(store: Store, proposal: ActionProposal, text: str = TEXT) -> int | None:
    (found,) = met(store, proposal, text=text)
    return next((match.action_id for match in found.matches if match.is_likely), None)


def known(store: Store, proposal: ActionProposal, name: str = "a.txt") -> int:
    return accept(store, keep(store, Proposals(actions=(proposal,)), name)[0])


@pytest.mark.parametrize(
    ("kept", "said"),
    [
        ("Facebook Ireland Ltd", "Meta"),
        ("Stadt München", "City of Munich"),
        ("Clearwater Analytics Holdings", "Clearwater"),
        ("Clearwater", "Clearwater Analytics Holdings"),
        ("Banco Bilbao Vizcaya Argentaria, S.A.", "BBVA"),
        ("Telefónica", "TELEFONICA S.A."),
    ],
)
def test_names_meet_across_languages_and_forms(store: Store, kept: str, said: str) -> None:
    known_id = known(store, named(kept))
    assert likely(store, named(said, UNDATED)) == known_id


def test_a_name_that_no_index_finds_meets_by_day_or_sum(store: Store) -> None:
    known_id = known(store, named("TrapMate"))
    by_day, by_sum = named("Acme Corp", action("")), named("Acme Corp", action(day=None))
    both = f"{TEXT} Acme sells TrapMate."
    assert likely(store, by_day, both) == known_id
    assert likely(store, by_sum, both) == known_id
    assert likely(store, named("Acme Corp", UNDATED), both) is None


def test_merged_parties_are_met_under_every_name(store: Store) -> None:
    known_id = known(store, named("Roadrunner Traps"))
    known(store, named("Bip Bip", action("", day="2019")), "b.txt")
    with store.read() as reader:
        (kept,) = suggest_parties(reader, PartyKind.RESPONDENT, "road")
        (gone,) = suggest_parties(reader, PartyKind.RESPONDENT, "bip")
    with store.write("Merge", by="ann") as writer:
        party_edits.merge_parties(writer, kept.id, gone.id)
    assert likely(store, named("Bip Bip")) == known_id


def test_what_lies_in_the_trash_is_met_no_more(store: Store) -> None:
    known_id = known(store, action())
    assert likely(store, action()) == known_id
    with store.write("Trash", by="ann") as writer:
        trash.put_in_trash(writer, "action", [known_id])
    assert likely(store, action()) is None


def test_a_number_is_met_without_any_name(store: Store) -> None:
    number = ProposedValue("identifier", "Z2024-1", because("AP"), scheme="case-number")
    known_id = known(store, replace(action(), more=(number,)))
    unnamed = replace(
        action(day=None), authority=ProposedParty("", because("AP")), respondents=(), amounts=()
    )
    assert likely(store, unnamed) is None
    assert likely(store, replace(unnamed, more=(number,))) == known_id


def test_two_proposals_of_a_source_are_not_both_the_same_action(store: Store) -> None:
    known_id = known(store, action())
    keep(store, Proposals(actions=(action("2900000"), action())), "b.txt")
    with store.read() as reader:
        rows = queries.proposals(reader, 2)
    assert [row.match.action_id if row.match else None for row in rows] == [None, known_id]
    assert all(row.matches for row in rows)
    accept(store, rows[1].id, into=known_id)
    with store.read() as reader:
        rows = queries.proposals(reader, 2)
    assert [row.match for row in rows] == [None, None]


def test_what_the_store_contradicts_is_a_warning_about_figures(store: Store) -> None:
    known(store, action())
    (warning,) = figure_warnings(met(store, action("2900000")))
    assert warning.kind is WarningKind.CONFLICTING_FIGURES
    assert warning.span == Span(23, 35)
    assert warning.message == "€2,900,000 here, €2,500,000 in the store (action 1)."
    assert figure_warnings(met(store, action())) == ()


def test_the_conflict_that_is_told_is_the_one_that_the_record_has(store: Store) -> None:
    known_id = known(store, action())
    for place, (amount, conflicts) in enumerate((("2450000", False), ("2900000", True))):
        (found,) = met(store, action(amount))
        assert bool(found.matches[0].conflicts) is conflicts
        (proposal_id,) = keep(store, Proposals(actions=(action(amount),)), f"{place}.txt")
        accept(store, proposal_id, into=known_id)
        assert fact(record(store, known_id), "amount").in_conflict is conflicts


def test_many_proposals_meet_as_one_does(store: Store) -> None:
    known_id = known(store, action())
    proposals = [named(f"Other Company {number}", UNDATED) for number in range(120)]
    found = met(store, *proposals[:60], action(), *proposals[60:])
    likely_ones = {place: each.matches[0].action_id for place, each in enumerate(found) if each.matches}
    assert likely_ones == {60: known_id}


def test_meeting_changes_nothing(store: Store) -> None:
    known(store, action())
    with store.read() as reader:
        before = queries.history(reader)
    missing = ProposedAmount(
        Decimal("2.5"), "EUR", AmountScale.MISSING, AmountRole.FINE, Span(23, 35), because("€2.5 million")
    )
    (found,) = met(store, replace(action(), amounts=(missing,)))
    assert [str(reading.money) for reading in found.readings] == ["€2,500,000"]
    with store.read() as reader:
        assert queries.history(reader) == before
