"""Where accepted sums go: one ledger a penalty, whatever the order of the reports."""

import dataclasses

import pytest
from sqlalchemy import select

from casefile.proposals import ActionProposal, Proposals
from casefile.store import cases, editing, lists, sums
from casefile.store.check import check
from casefile.store.detail import action_detail
from casefile.store.editing import Grounds
from casefile.store.rows import Fact
from casefile.store.schema.record import LedgerEntry, Measure
from casefile.store.store import Store
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, ClaimState, LedgerBasis
from casefile.values import Money
from tests.store.records import accept, action, fact, keep, quote, record

Told = list[tuple[int, str, int]]


def report(store: Store, told: ActionProposal, into: int | None = None) -> int:
    with store.read() as reader:
        name = f"{len(reader.scalars(select(LedgerEntry.id)).all())} {told.status.value} {into}.txt"
    return accept(store, keep(store, Proposals(actions=(told,)), name)[0], into=into)


def ledgers(store: Store) -> Told:
    """Measure, basis and sum of each entry, in order."""
    with store.read() as reader:
        rows = reader.scalars(
            select(LedgerEntry)
            .join(Measure, Measure.id == LedgerEntry.measure_id)
            .order_by(Measure.position, LedgerEntry.position)
        )
        return [(row.measure_id, str(row.basis), row.amount_minor // 100) for row in rows]


def proposed(amount: str) -> ActionProposal:
    return action(amount, status=ActionStatus.PROPOSED, day="2024-06-01")


def cut(amounts: str) -> ActionProposal:
    return action(amounts, status=ActionStatus.REDUCED, day="2026-01-10")


@pytest.mark.parametrize("amount", ["8000000", "10000000"])
def test_what_was_proposed_and_what_was_imposed_stand_in_one_ledger(store: Store, amount: str) -> None:
    known = report(store, proposed("10000000"))
    report(store, action(amount), known)
    assert ledgers(store) == [(1, "proposed", 10_000_000), (1, "imposed", int(amount))]
    assert record(store, known).row.amount == Money(int(amount) * 100, "EUR")
    assert not fact(record(store, known), "amount").in_conflict


def test_a_cut_that_is_reported_first_stands_in_the_ledger_of_what_was_cut(store: Store) -> None:
    known = report(store, cut("1000000"))
    report(store, action("2500000"), known)
    assert ledgers(store) == [(1, "reduced", 1_000_000), (1, "imposed", 2_500_000)]
    assert record(store, known).row.amount == Money(100_000_000, "EUR")


def test_two_fines_of_one_report_are_two_measures(store: Store) -> None:
    report(store, action("2500000 900000"))
    assert ledgers(store) == [(1, "imposed", 2_500_000), (2, "imposed", 900_000)]


def test_a_sum_that_was_rejected_is_contradicted_where_it_stands(store: Store) -> None:
    known = report(store, action("2500000"))
    (wrong,) = fact(record(store, known), "amount").claims
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, wrong.id, "bob")
    report(store, action("900000"), known)
    assert record(store, known).row.amount == Money(90_000_000, "EUR")
    with store.write("Accept", by="bob") as writer:
        editing.accept_claim(writer, wrong.id, "bob")
    assert record(store, known).row.has_conflict
    assert [measure for measure, _, _ in ledgers(store)] == [1]


def test_a_measure_entered_by_hand_keeps_its_place_and_takes_its_sum(store: Store) -> None:
    known = report(store, action(""))
    with store.write("Measures", by="bob") as writer:
        sums.add_measure(writer, known, "order", "ann")
        sums.add_measure(writer, known, "fine", "ann")
        sums.enter_sum(writer, 1, sums.LedgerSum(LedgerBasis.PAID, Money(100, "EUR")), "bob")
    report(store, action("2500000"), known)
    assert ledgers(store) == [(1, "paid", 1), (2, "imposed", 2_500_000)]


def annulled(amounts: str = "", day: str | None = "2026-05-05") -> ActionProposal:
    return action(amounts, status=ActionStatus.ANNULLED, day=day)


def test_a_fine_that_is_told_of_after_its_annulment_is_not_due(store: Store) -> None:
    known = report(store, annulled())
    report(store, action("2500000"), known)
    report(store, cut("1000000"), known)
    assert record(store, known).row.amount == Money(0, "EUR")
    assert [basis for _, basis, _ in ledgers(store)] == ["imposed", "annulled", "reduced"]
    (ends,) = (entry for entry in record(store, known).facts if entry.label == "Fine, annulled")
    assert [claim.source_id for claim in ends.claims] == [1]
    report(store, annulled(), known)
    assert [basis for _, basis, _ in ledgers(store)].count("annulled") == 1


def test_an_annulment_without_a_date_ends_a_ledger_with_dates(store: Store) -> None:
    known = report(store, action("2500000"))
    report(store, cut("2500000 1000000"), known)
    report(store, annulled("1000000", day=None), known)
    assert record(store, known).row.amount == Money(0, "EUR")


def test_a_corrected_sum_keeps_what_the_machine_said(store: Store) -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action("2500000"),)))
    known = accept(store, proposal_id, action("2600000"))
    said = fact(record(store, known), "amount")
    assert (said.value, said.in_conflict) == ("€2,600,000", False)
    assert [(claim.value, claim.state.value, claim.method) for claim in said.claims] == [
        ("€2,600,000", "accepted", "person"),
        ("€2,500,000", "superseded", "extraction"),
    ]
    with store.write("Accept", by="bob") as writer:
        editing.settle(writer, said.claims[1].id, "bob", "the machine was right")
    assert record(store, known).row.amount == Money(250_000_000, "EUR")


def test_what_is_due_a_day_is_not_the_amount_of_an_action_with_a_fine(store: Store) -> None:
    daily = action("50000")
    daily = dataclasses.replace(
        daily, amounts=(dataclasses.replace(daily.amounts[0], role=AmountRole.PER_DAY),)
    )
    known = report(store, daily)
    assert record(store, known).row.amount == Money(5_000_000, "EUR")
    report(store, action("2500000"), known)
    assert record(store, known).row.amount == Money(250_000_000, "EUR")


def test_the_most_that_a_penalty_by_the_day_comes_to_is_no_suspended_fine(store: Store) -> None:
    told = action("50000 2000000")
    daily = dataclasses.replace(told.amounts[0], role=AmountRole.PER_DAY)
    most = dataclasses.replace(told.amounts[1], role=AmountRole.SUSPENDED)
    known = report(store, dataclasses.replace(told, amounts=(daily, most)))
    assert ledgers(store) == [(1, "imposed", 50_000), (1, "ceiling", 2_000_000)]
    with store.read() as reader:
        assert [str(kind) for kind in reader.scalars(select(Measure.kind))] == ["penalty-payment"]
    assert record(store, known).row.amount == Money(5_000_000, "EUR")


def test_a_fine_that_is_suspended_as_a_whole_keeps_both_entries(store: Store) -> None:
    whole = action("2000000 2000000")
    suspended = dataclasses.replace(whole.amounts[1], role=AmountRole.SUSPENDED)
    whole = dataclasses.replace(whole, amounts=(whole.amounts[0], suspended))
    known = report(store, whole)
    report(store, whole, known)
    assert ledgers(store) == [(1, "imposed", 2_000_000), (1, "suspended", 2_000_000)]


def test_a_source_of_a_sum_only_is_a_source_of_the_action_and_its_case(store: Store) -> None:
    known = report(store, action("2500000"))
    (quoted,) = keep(store, Proposals(quotes=(quote(),)), "appeal.txt")
    accept(store, quoted)
    cut_sum = sums.LedgerSum(LedgerBasis.REDUCED, Money(100_000_000, "EUR"))
    with store.write("Enter", by="bob") as writer:
        sums.enter_sum(writer, 1, cut_sum, "bob", grounds=Grounds(2))
        case_id = cases.add_case(writer, "Faces")
        cases.add_action(writer, case_id, known)
    with store.read() as reader:
        assert set(lists.source_ids(reader, case_id)) == {1, 2}
    assert [row.text for row in record(store, known).quotes] == ["We disagree,"]


def test_a_fine_that_is_imposed_anew_after_its_annulment_is_due(store: Store) -> None:
    known = report(store, action("2500000"))
    report(store, annulled(), known)
    report(store, action("2500000", day="2027-02-01"), known)
    assert ledgers(store) == [(1, "imposed", 2_500_000), (1, "annulled", 0), (1, "imposed", 2_500_000)]
    assert record(store, known).row.amount == Money(250_000_000, "EUR")
    report(store, action("2500000"), known)
    report(store, annulled(), known)
    assert len(ledgers(store)) == 3
    report(store, action("1000000", status=ActionStatus.REDUCED, day="2028-01-10"), known)
    assert record(store, known).row.amount == Money(100_000_000, "EUR")
    report(store, annulled(day="2029-01-01"), known)
    report(store, annulled(day="2029-01-01"), known)
    assert [basis for _, basis, _ in ledgers(store)] == [
        "imposed",
        "annulled",
        "imposed",
        "reduced",
        "annulled",
    ]
    assert record(store, known).row.amount == Money(0, "EUR")


def test_another_sum_imposed_anew_does_not_contradict_the_annulled_one(store: Store) -> None:
    known = report(store, action("2500000"))
    report(store, annulled(), known)
    report(store, action("900000", day="2027-02-01"), known)
    assert ledgers(store) == [(1, "imposed", 2_500_000), (1, "annulled", 0), (1, "imposed", 900_000)]
    assert record(store, known).row.amount == Money(90_000_000, "EUR")
    assert not any(told.in_conflict for told in record(store, known).facts if told.field == "amount")


def settlement(amounts: str) -> ActionProposal:
    told = action(amounts, status=ActionStatus.SETTLED)
    settled = [dataclasses.replace(amount, role=AmountRole.SETTLEMENT) for amount in told.amounts]
    kind = dataclasses.replace(told.kind, value=ActionKind.SETTLEMENT)
    return dataclasses.replace(told, kind=kind, amounts=tuple(settled))


@pytest.mark.parametrize("first", [0, 1])
def test_one_sum_told_as_a_fine_and_as_a_settlement_is_one_measure(store: Store, first: int) -> None:
    told = [action("2500000"), settlement("2500000")]
    known = report(store, told[first])
    report(store, told[1 - first], known)
    (entry,) = (entry for entry in record(store, known).facts if entry.field == "amount")
    assert [claim.source_id for claim in entry.claims] == [1, 2]
    assert [claim.value for claim in fact(record(store, known), "kind").claims] == [
        ("Fine", "Settlement")[first],
        ("Fine", "Settlement")[1 - first],
    ]


def test_another_sum_of_another_kind_is_a_measure_of_its_own(store: Store) -> None:
    known = report(store, action("2500000"))
    report(store, settlement("900000"), known)
    assert ledgers(store) == [(1, "imposed", 2_500_000), (2, "settled", 900_000)]


def test_a_source_that_tells_a_fine_and_a_settlement_of_one_sum_means_two(store: Store) -> None:
    both, settled = action("2500000"), settlement("2500000")
    both = dataclasses.replace(both, amounts=(*settled.amounts, *both.amounts))
    known = report(store, both)
    report(store, both, known)
    report(store, settled, known)
    assert [measure for measure, _, _ in ledgers(store)] == [1, 2]


def test_a_sum_without_its_magnitude_is_that_of_the_settlement(store: Store) -> None:
    known = report(store, settlement("33700000"))
    report(store, action("33.7", AmountScale.MISSING), known)
    assert ledgers(store) == [(1, "settled", 33_700_000)]
    assert fact(record(store, known), "amount").in_conflict


def test_a_fine_that_was_proposed_and_then_settled_and_cut_stands_in_one_ledger(store: Store) -> None:
    known = report(store, proposed("3000000"))
    report(store, settlement("2500000"), known)
    report(store, cut("2500000 1000000"), known)
    assert [(measure, basis) for measure, basis, _ in ledgers(store)] == [
        (1, "proposed"),
        (1, "settled"),
        (1, "reduced"),
    ]
    assert record(store, known).row.amount == Money(100_000_000, "EUR")


def left_out(store: Store, told: ActionProposal, kept: ActionProposal, name: str = "a.txt") -> Fact:
    """The fact of the one sum that a person leaves out of what is told."""
    (proposal_id,) = keep(store, Proposals(actions=(told,)), name)
    found = record(store, accept(store, proposal_id, kept))
    (fact_,) = (fact_ for fact_ in found.facts if fact_.field == "amount" and not fact_.live)
    with store.read() as reader:
        assert fact_ in action_detail(reader, found.row.id).facts
    return fact_


def take_up(store: Store, told: Fact) -> None:
    with store.write("Accept", by="bob") as writer:
        editing.accept_claim(writer, told.claims[0].id, "bob")


def test_a_sum_that_was_left_out_is_shown_as_rejected_and_can_be_accepted_again(store: Store) -> None:
    told = left_out(store, action("2500000 900000"), action("2500000"))
    assert (told.label, told.value, told.in_conflict) == ("Amount", "€900,000", False)
    assert [(claim.state, claim.evidence[0].exact) for claim in told.claims] == [
        (ClaimState.REJECTED, "€2.5 million")
    ]
    before = record(store, 1)
    take_up(store, told)
    assert ledgers(store) == [(1, "imposed", 2_500_000), (2, "imposed", 900_000)]
    assert all(fact_.live for fact_ in record(store, 1).facts if fact_.field == "amount")
    with store.read() as reader:
        assert check(reader) == []
    store.undo("bob")
    assert record(store, 1) == before


def test_the_sum_that_was_cut_is_imposed_also_when_it_is_accepted_later(store: Store) -> None:
    take_up(store, left_out(store, cut("2500000 1000000"), cut("1000000")))
    assert ledgers(store) == [(1, "reduced", 1_000_000), (1, "imposed", 2_500_000)]
    assert record(store, 1).row.amount == Money(100_000_000, "EUR")


def test_a_sum_of_an_annulled_action_that_is_accepted_later_is_not_due(store: Store) -> None:
    take_up(store, left_out(store, annulled("2500000"), annulled()))
    assert ledgers(store) == [(1, "imposed", 2_500_000), (1, "annulled", 0)]


def test_a_conversion_that_was_left_out_comes_back_as_one(store: Store) -> None:
    told = action("2500000 2700000")
    converted = dataclasses.replace(told.amounts[1], role=AmountRole.CONVERSION, currency="USD")
    told = dataclasses.replace(told, amounts=(told.amounts[0], converted))
    take_up(store, left_out(store, told, action("2500000")))
    assert fact(record(store, 1), "conversion").value == "$2,700,000"
    assert len(ledgers(store)) == 1


def test_a_cut_is_told_of_before_and_with_the_sum_that_was_cut(store: Store) -> None:
    known = report(store, cut("1000000"))
    report(store, cut("2500000 1000000"), known)
    assert ledgers(store) == [(1, "reduced", 1_000_000), (1, "imposed", 2_500_000)]
    assert record(store, known).row.amount == Money(100_000_000, "EUR")


@pytest.mark.parametrize("amounts", ["", "1000000", "2500000", "2500000 1000000"])
def test_a_penalty_that_is_final_after_a_cut_is_final_at_what_it_was_cut_to(
    store: Store, amounts: str
) -> None:
    known = report(store, action("2500000"))
    report(store, cut("2500000 1000000"), known)
    report(store, action(amounts, status=ActionStatus.FINAL), known)
    found = record(store, known)
    assert (found.row.status, found.row.amount) == (ActionStatus.FINAL, Money(100_000_000, "EUR"))
    assert ledgers(store) == [(1, "imposed", 2_500_000), (1, "reduced", 1_000_000)]
    assert not found.row.has_conflict


@pytest.mark.parametrize(("day", "agreed"), [("2022", True), ("2022-01-01", False)])
def test_two_currencies_agree_at_the_rate_of_any_day_that_the_decision_may_mean(
    store: Store, day: str, agreed: bool
) -> None:
    known = report(store, action("100000001", day=day))
    dollars = action("95650001", day=day)
    dollars = dataclasses.replace(dollars, amounts=(dataclasses.replace(dollars.amounts[0], currency="USD"),))
    report(store, dollars, known)
    found = record(store, known)
    assert (len(ledgers(store)), found.row.has_conflict) == (1, not agreed)
    assert fact(found, "amount").in_conflict is not agreed
