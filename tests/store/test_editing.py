"""A person's own values, conflicts and their settling, sums by hand: the record follows its claims."""

import dataclasses

import pytest
from sqlalchemy import select

from casefile.fields import FIELDS, Field, FieldKind
from casefile.proposals import Proposals, ProposedProvision
from casefile.store import editing, queries, sums
from casefile.store.check import check
from casefile.store.editing import ClaimError, Grounds
from casefile.store.field_values import FieldValueError, Value
from casefile.store.schema.record import Action, ActionParty, LedgerEntry, Provision
from casefile.store.store import Store
from casefile.terms import ClaimState, LedgerBasis, PartyRole, ProvisionFinding
from casefile.values import Money, PartialDate
from casefile.vocabulary import label
from tests.store.records import TEXT, accept, action, because, fact, keep, record

VALUES: dict[FieldKind, Value] = {
    FieldKind.TEXT: "In words",
    FieldKind.NUMBER: 5_700_000,
    FieldKind.DATE: "2024-06",
    FieldKind.LISTED: "words of my own",
    FieldKind.PARTY: {"name": "Some Body", "code": ""},
    FieldKind.PROVISION: {"instrument": "GDPR", "article": "5(1)(a)", "finding": "infringed"},
    FieldKind.IDENTIFIER: {"scheme": "docket", "value": "C-4321", "url": ""},
    FieldKind.APPEAL: {"from_body": "AP", "from_number": "1", "to_body": "Rechtbank", "to_number": "2"},
    FieldKind.RELATION: {"action_id": 1, "relation": "follow-on"},
}
SHOWN = {
    FieldKind.TEXT: "In words",
    FieldKind.NUMBER: "5,700,000",
    FieldKind.DATE: "June 2024",
    FieldKind.LISTED: "words of my own",
    FieldKind.PARTY: "Some Body",
    FieldKind.PROVISION: "GDPR Art. 5(1)(a) (Infringed)",
    FieldKind.IDENTIFIER: f"{label('identifier-schemes', 'docket')} C-4321",
    FieldKind.APPEAL: "AP 1 → Rechtbank 2",
    FieldKind.RELATION: f"{label('relations', 'follow-on')}: action 1",
}


@pytest.fixture
def known(store: Store) -> int:
    """An accepted action."""
    return accept(store, keep(store, Proposals(actions=(action(),)))[0])


def set_value(store: Store, known: int, name: str, value: Value, reason: str = "") -> int:
    with store.write(f"Edit {name}", by="bob") as writer:
        return editing.set_value(writer, known, name, value, "bob", reason=reason)


def more_evidence(store: Store, known: int, amount: str = "5200000", day: str = "2025-03-03") -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action(amount, day=day),)), f"{amount} {day}.txt")
    accept(store, proposal_id, into=known)


@pytest.mark.parametrize("field", [field for field in FIELDS if field.kind is not FieldKind.SUM],
                         ids=lambda field: field.name)  # fmt: skip
def test_every_field_can_be_set_by_hand_and_taken_back(store: Store, known: int, field: Field) -> None:
    before = record(store, known)
    value = "settled" if field.name == "status" else VALUES[field.kind]
    claim_id = set_value(store, known, field.name, value)
    shown = "Settled" if field.name == "status" else SHOWN[field.kind]
    if field.name != "changed":
        assert shown in [entry.value for entry in record(store, known).facts if entry.field == field.name]
    store.undo("bob")
    assert record(store, known) == before
    store.redo("bob")
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, claim_id, "bob")
    with store.read() as reader:
        assert check(reader) == []


def test_an_edit_keeps_what_the_machine_said(store: Store, known: int) -> None:
    set_value(store, known, "decided", "2025-03-10", reason="the decision itself says so")
    found = fact(record(store, known), "decided")
    assert found.value == "10 March 2025"
    assert [(claim.value, claim.state, claim.method) for claim in found.claims] == [
        ("3 March 2025", ClaimState.SUPERSEDED, "extraction"),
        ("10 March 2025", ClaimState.ACCEPTED, "person"),
    ]
    assert not found.in_conflict
    assert found.claims[0].reason == "the decision itself says so"


def test_a_later_source_that_contradicts_an_edit_is_a_conflict_again(store: Store, known: int) -> None:
    set_value(store, known, "decided", "2025-03-10")
    more_evidence(store, known, "2500000", day="2025-03-20")
    found = fact(record(store, known), "decided")
    assert found.in_conflict
    assert found.value == "10 March 2025"


def test_an_own_value_can_rest_on_a_passage(store: Store, known: int) -> None:
    with store.write("Edit", by="bob") as writer:
        grounds = Grounds(1, because("The AP fined").spans)
        editing.set_value(writer, known, "summary", "It was fined", "bob", grounds=grounds)
    (claim,) = fact(record(store, known), "summary").claims
    assert [evidence.exact for evidence in claim.evidence] == ["The AP fined"]
    assert TEXT.startswith(claim.evidence[0].exact)


def test_what_takes_the_place_of_a_value_can_rest_on_a_passage(store: Store, known: int) -> None:
    claim_id = set_value(store, known, "tag", "faces")
    with store.write("Edit", by="bob") as writer:
        grounds = Grounds(1, because("Acme Corp").spans)
        editing.replace_value(writer, claim_id, "scraping", "bob", grounds=grounds)
    (live,) = (found for found in record(store, known).facts if found.field == "tag" and found.live)
    assert [evidence.exact for claim in live.live for evidence in claim.evidence] == ["Acme Corp"]


@pytest.mark.parametrize(
    ("name", "value", "advice"),
    [
        ("decided", "last week", "A date is wanted"),
        ("decided", "2024-02-30", "A date is wanted"),
        ("decided", "0000", "A date is wanted"),
        ("conduct", "2023/2021", "A date is wanted"),
        ("people_affected", "-3", "A whole number"),
        ("people_affected", str(10**20), "A whole number"),
        ("people_affected", "many", "A whole number"),
        ("summary", "  ", "does not fit"),
        ("identifier", {"scheme": "ecli", "value": "ECLI:NL:2024"}, "five parts"),
        ("appeal", {"from_body": ""}, "At least one of the two bodies"),
        ("respondent", {"name": ""}, "A name is wanted"),
    ],
)
def test_what_does_not_fit_is_refused_with_what_is_wanted(
    store: Store, known: int, name: str, value: Value, advice: str
) -> None:
    with pytest.raises(FieldValueError, match=advice):
        set_value(store, known, name, value)


def test_an_ecli_is_checked_and_named_once(store: Store, known: int) -> None:
    set_value(store, known, "identifier", {"scheme": "ecli", "value": " ecli:nl:RVS:2026:1 "})
    assert fact(record(store, known), "identifier").value == "ECLI:NL:RVS:2026:1"


def test_a_label_of_a_list_is_kept_as_its_code(store: Store, known: int) -> None:
    set_value(store, known, "trigger", "Complaint")
    with store.read() as reader:
        assert reader.scalar(select(Action.trigger)) == "complaint"
    assert fact(record(store, known), "trigger").value == "Complaint"


def test_settling_needs_a_reason_and_ends_the_conflict(store: Store, known: int) -> None:
    more_evidence(store, known)
    found = fact(record(store, known), "amount")
    assert found.in_conflict
    assert record(store, known).row.has_conflict
    with pytest.raises(ClaimError, match="with a reason"), store.write("Settle", by="bob") as writer:
        editing.settle(writer, found.claims[1].id, "bob", " ")
    with store.write("Settle", by="bob") as writer:
        editing.settle(writer, found.claims[1].id, "bob", "the decision gives this sum")
    settled = record(store, known)
    assert not settled.row.has_conflict
    assert settled.row.amount == Money(520_000_000, "EUR")
    assert [claim.state for claim in fact(settled, "amount").claims] == ["superseded", "accepted"]
    store.undo("bob")
    assert record(store, known).row.has_conflict
    assert record(store, known).row.amount == Money(250_000_000, "EUR")


def test_rejecting_the_wrong_source_ends_the_conflict_too(store: Store, known: int) -> None:
    more_evidence(store, known)
    wrong = fact(record(store, known), "amount").claims[0]
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, wrong.id, "bob", reason="a misprint")
    assert record(store, known).row.amount == Money(520_000_000, "EUR")
    assert not record(store, known).row.has_conflict
    with store.write("Accept", by="bob") as writer:
        editing.accept_claim(writer, wrong.id, "bob")
    assert record(store, known).row.has_conflict


def test_an_entry_without_a_live_claim_does_not_count_but_can_come_back(store: Store, known: int) -> None:
    (claim,) = fact(record(store, known), "amount").claims
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, claim.id, "bob")
    assert record(store, known).row.amount is None
    with store.write("Accept", by="bob") as writer:
        editing.accept_claim(writer, claim.id, "bob")
    assert record(store, known).row.amount == Money(250_000_000, "EUR")


def test_the_ledger_gives_the_present_amount_and_keeps_the_history(store: Store, known: int) -> None:
    with store.write("Add the appeal's outcome", by="bob") as writer:
        measure_id = sums.add_measure(writer, known, "undertaking", "ann", deadline=PartialDate("2025-09"))
        sums.enter_sum(
            writer, 1, sums.LedgerSum(LedgerBasis.REDUCED, Money(100_000_000, "EUR"), PartialDate("2026-02")),
            "bob", reason="ECLI:NL:RVS:2026:1",
        )  # fmt: skip
    found = record(store, known)
    assert measure_id == 2
    assert found.row.amount == Money(100_000_000, "EUR")
    assert [(entry.label, entry.value) for entry in found.facts if entry.field == "amount"] == [
        ("Fine, imposed", "€2,500,000"),
        ("Fine, reduced", "€1,000,000"),
    ]


def test_a_sum_is_corrected_and_converted_without_being_replaced(store: Store, known: int) -> None:
    with store.write("Correct", by="bob") as writer:
        sums.correct_sum(writer, 1, Money(260_000_000, "EUR"), "bob", reason="see the decision")
        assert sums.convert_entry(writer, 1, "USD").currency == "USD"
    assert record(store, known).row.amount == Money(260_000_000, "EUR")
    with store.write("Convert", by="bob") as writer, pytest.raises(sums.RateError, match="cannot be"):
        sums.convert_entry(writer, 1, "XXX")


def test_a_conversion_in_another_source_is_no_conflict(store: Store, known: int) -> None:
    dollars = action("2620000")
    amount = dollars.amounts[0]

    dollars = dataclasses.replace(dollars, amounts=(dataclasses.replace(amount, currency="USD"),))
    (proposal_id,) = keep(store, Proposals(actions=(dollars,)), "us.txt")
    accept(store, proposal_id, into=known)
    found = record(store, known)
    assert not found.row.has_conflict
    assert found.row.amount == Money(250_000_000, "EUR")
    assert len(fact(found, "amount").claims) == 2


def test_verifying_notes_who_and_when(store: Store, known: int) -> None:
    with store.write("Verify", by="bob") as writer:
        editing.verify(writer, known, "bob")
    with store.read() as reader:
        assert reader.get_one(Action, known).verified_by == "bob"
        assert queries.action_rows(reader, [known])[0].id == known


def test_a_value_that_a_source_says_too_is_one_fact_and_goes_as_one(store: Store, known: int) -> None:
    claim_id = set_value(store, known, "respondent", {"name": "Acme Corp", "code": ""})
    assert [entry.value for entry in record(store, known).facts if entry.field == "respondent"] == [
        "Acme Corp"
    ]
    with store.write("Remove", by="bob") as writer:
        editing.remove_value(writer, claim_id, "bob")
    assert record(store, known).row.respondents == ()


def test_a_source_that_only_cites_a_law_leaves_what_a_person_found_of_it(store: Store, known: int) -> None:
    set_value(store, known, "provision", VALUES[FieldKind.PROVISION])
    cited = ProposedProvision("GDPR", "5(1)(a)", because("fined"))
    later = dataclasses.replace(action(), provisions=(cited,))
    accept(store, keep(store, Proposals(actions=(later,)), "b.txt")[0], into=known)
    with store.read() as reader:
        assert list(reader.scalars(select(Provision.finding))) == [ProvisionFinding.INFRINGED]


def test_a_capacity_is_added_to_a_respondent_and_goes_with_its_claim(store: Store, known: int) -> None:
    def capacities() -> set[str]:
        with store.read() as reader:
            found = select(ActionParty.capacity).where(ActionParty.role == PartyRole.RESPONDENT)
            return set(reader.scalars(found))

    claim_id = set_value(store, known, "respondent", {"name": "Acme Corp", "capacity": "controller"})
    assert capacities() == {"controller"}
    with store.write("Reject", by="bob") as writer:
        editing.reject_claim(writer, claim_id, "bob")
    assert capacities() == {""}


def test_a_company_of_a_group_is_a_respondent_beside_it(store: Store, known: int) -> None:
    set_value(store, known, "respondent", {"name": "Acme Corp Ireland", "code": ""})
    assert record(store, known).row.respondents == ("Acme Corp", "Acme Corp Ireland")


def converted(store: Store) -> int | None:
    with store.read() as reader:
        return reader.scalar(select(LedgerEntry.converted_minor))


def test_a_conversion_goes_with_the_sum_that_it_is_of(store: Store, known: int) -> None:
    with store.write("Convert", by="bob") as writer:
        sums.convert_entry(writer, 1, "USD")
    assert converted(store) == 261_625_000
    more_evidence(store, known, "2500000")
    assert converted(store) == 261_625_000
    with store.write("Correct", by="bob") as writer:
        sums.correct_sum(writer, 1, Money(260_000_000, "EUR"), "bob")
    assert converted(store) is None


def test_no_day_is_invented_for_a_rate(store: Store, known: int) -> None:
    more_evidence(store, known, day="2025-03-03")
    set_value(store, known, "decided", "2024")
    with store.write("Convert", by="bob") as writer:
        writer.get_one(LedgerEntry, 1).dated = None
        with pytest.raises(sums.RateError, match="Enter the day of the sum first"):
            sums.convert_entry(writer, 1, "USD")


def test_another_name_of_the_same_authority_is_no_conflict(store: Store, known: int) -> None:
    set_value(store, known, "authority", "Dutch Data Protection Authority")
    more_evidence(store, known, "2500000")
    assert not record(store, known).row.has_conflict
    assert record(store, known).row.authority == "Autoriteit Persoonsgegevens"
