"""What a sum without its magnitude may mean: offered with reasons, never filled in."""

from dataclasses import replace
from decimal import Decimal

import pytest

from casefile.proposals import ActionProposal, Proposals, ProposedAmount
from casefile.store import queries
from casefile.store.comparing import KnownAction, KnownSum, Origin
from casefile.store.matches import OWN_RULE, ScaleReading, with_readings
from casefile.store.scale_readings import scale_readings
from casefile.store.store import Store
from casefile.terms import ActionKind, AmountRole, AmountScale, ClaimState
from casefile.values import Money, PartialDate, Span
from tests.store.records import accept, action, because, fact, keep, record

TEXT = (
    "The AP fined Acme $2.62 or 2.5 million euros. It had asked for 7 million euros. A $9.9 penalty followed."
)
PUBLISHED = Origin(published=PartialDate("2025-03-04"))
KNOWN = KnownAction(
    12,
    "AP: Acme",
    ActionKind.FINE,
    "imposed",
    sums=(KnownSum(Money(250_000_000, "EUR"), AmountScale.STATED, "imposed"),),
    decided=PartialDate("2025-03-03"),
)


def amount(
    words: str,
    value: str,
    currency: str,
    scale: AmountScale = AmountScale.STATED,
    role: AmountRole = AmountRole.FINE,
) -> ProposedAmount:
    start = TEXT.index(words)
    span = Span(start, start + len(words))
    return ProposedAmount(
        Decimal(value), currency, scale, role, span, replace(because("fined"), spans=(span,))
    )


MISSING = amount("$2.62", "2.62", "USD", AmountScale.MISSING)
EUROS = amount("2.5 million euros", "2500000", "EUR")
ASKED = amount("7 million euros", "7000000", "EUR")


def read(
    *amounts: ProposedAmount, known: KnownAction | None = None, origin: Origin = PUBLISHED
) -> list[ScaleReading]:
    proposal = replace(action(day=None), amounts=amounts)
    return list(scale_readings(proposal, amounts, origin, known, TEXT))


def test_the_other_currency_of_the_sentence_tells() -> None:
    (reading,) = read(MISSING, EUROS)
    assert reading.money == Money(262_000_000, "USD")
    assert reading.amount is MISSING
    assert reading.reasons == (
        "the same sentence has €2,500,000, which is about as much at the rate of 4 March 2025",
    )


def test_the_same_action_in_the_store_tells_before_all_else() -> None:
    (reading,) = read(MISSING, EUROS, known=KNOWN)
    assert reading.reasons[0].startswith("action 12 in the store has €2,500,000")
    assert len(reading.reasons) == 2


def test_the_same_figure_elsewhere_in_the_source_tells() -> None:
    bare = amount("2.5 million euros", "2.5", "EUR", AmountScale.MISSING)
    whole = replace(ASKED, value=Decimal(2_500_000))
    (reading,) = read(bare, whole)
    assert str(reading.money) == "€2,500,000"
    assert reading.reasons == ("the same source has €2,500,000",)


def test_several_readings_are_told_apart_with_the_best_founded_first() -> None:
    bare = amount("2.5 million euros", "2.5", "EUR", AmountScale.MISSING)
    thousand = replace(ASKED, value=Decimal(2_500))
    first, second = read(bare, thousand, known=KNOWN)
    assert (str(first.money), str(second.money)) == ("€2,500,000", "€2,500")


@pytest.mark.parametrize("other", [ASKED, replace(EUROS, role=AmountRole.PER_DAY)])
def test_sums_that_are_another_tell_nothing(other: ProposedAmount) -> None:
    assert read(MISSING, other) == []


def test_without_any_other_sum_or_date_nothing_is_guessed() -> None:
    assert read(MISSING) == []
    assert read(MISSING, EUROS, origin=Origin()) == []
    assert read(EUROS) == []


def test_a_rupee_sum_may_lack_its_crore() -> None:
    bare = replace(MISSING, value=Decimal("213"), currency="INR")
    whole = replace(ASKED, value=Decimal(2_130_000_000), currency="INR")
    assert [str(reading.money) for reading in read(bare, whole)] == ["₹2,130,000,000"]


def test_a_choice_changes_every_repetition_and_nothing_else() -> None:
    again = replace(MISSING, span=Span(0, 3))
    proposal = replace(action(), amounts=(MISSING, EUROS, again))
    (reading,) = scale_readings(proposal, proposal.amounts, PUBLISHED, None, TEXT)
    chosen = with_readings(proposal, [reading])
    assert [(each.value, each.scale) for each in chosen.amounts] == [
        (Decimal(2_620_000), AmountScale.STATED),
        (Decimal(2_500_000), AmountScale.STATED),
        (Decimal(2_620_000), AmountScale.STATED),
    ]
    assert with_readings(proposal, []) == proposal


def test_nothing_is_filled_in_unless_a_person_chooses(store: Store) -> None:
    bare = action("2.5", AmountScale.MISSING)
    accept(store, keep(store, Proposals(actions=(action(),)))[0])
    left = keep(store, Proposals(actions=(bare,)), "b.txt")[0]
    with store.read() as reader:
        (row,) = queries.proposals(reader, 2)
    assert row.proposal == bare
    assert [str(reading.money) for reading in row.readings] == ["€2,500,000"]
    assert "€2.5 (scale missing)" in values(store, accept(store, left, into=1))


def test_the_record_tells_who_chose_the_magnitude_and_why(store: Store) -> None:
    bare = action("2.5", AmountScale.MISSING)
    accept(store, keep(store, Proposals(actions=(action(),)))[0])
    chosen = keep(store, Proposals(actions=(bare,)), "b.txt")[0]
    with store.read() as reader:
        (row,) = queries.proposals(reader, 2)
    assert isinstance(row.proposal, ActionProposal)
    accept(store, chosen, with_readings(row.proposal, row.readings), into=1)
    found = fact(record(store, 1), "amount")
    assert not found.in_conflict
    told = [(claim.value, claim.method, claim.rule, claim.state) for claim in found.claims[1:]]
    assert told == [
        (
            "€2,500,000",
            "person",
            "magnitude chosen in review: action 1 in the store has €2,500,000",
            ClaimState.ACCEPTED,
        ),
        ("€2.5 (scale missing)", "extraction", "a rule", ClaimState.SUPERSEDED),
    ]
    assert [evidence.exact for evidence in found.claims[1].evidence] == ["€2.5 million"]


def test_what_a_person_types_has_no_reason_of_the_machines(store: Store) -> None:
    (proposal_id,) = keep(store, Proposals(actions=(action("2.5", AmountScale.MISSING),)))
    typed = replace(action(), amounts=action("2500000").amounts)
    found = fact(record(store, accept(store, proposal_id, typed)), "amount")
    assert found.claims[0].rule == OWN_RULE


def values(store: Store, action_id: int) -> list[str]:
    return [claim.value for claim in fact(record(store, action_id), "amount").live]
