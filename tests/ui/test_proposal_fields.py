from decimal import Decimal

import pytest

from casefile.proposals import (
    ActionProposal,
    Because,
    EventProposal,
    ProposedAmount,
    ProposedKind,
    ProposedParty,
    ProposedStatus,
    QuoteProposal,
)
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, QuoteKind
from casefile.values import PartialDate, Span
from ui.dialogs.form_fields import FieldError
from ui.dialogs.proposal_fields import edited, form_of

BECAUSE = Because((Span(0, 9),), "a rule")
AMOUNT = ProposedAmount(Decimal("33.7"), "USD", AmountScale.MISSING, AmountRole.FINE, Span(4, 9), BECAUSE)
ACTION = ActionProposal(
    ProposedParty("Autoriteit Persoonsgegevens", BECAUSE, "NL-AP"),
    (ProposedParty("Clearview AI", BECAUSE),),
    ProposedKind(ActionKind.FINE, BECAUSE),
    ProposedStatus(ActionStatus.IMPOSED, BECAUSE),
    BECAUSE,
    amounts=(AMOUNT,),
)


def entries_of(proposal: ActionProposal) -> dict[str, str]:
    return {field.name: str(field.value) for field in form_of(proposal)}


def change(**entries: str) -> ActionProposal:
    outcome = edited(ACTION, entries_of(ACTION) | entries)
    assert isinstance(outcome, ActionProposal)
    return outcome


def test_nothing_entered_changes_nothing() -> None:
    assert edited(ACTION, entries_of(ACTION)) == ACTION


def test_an_amount_is_read_with_its_separators() -> None:
    amount = change(amount="30,500,000", currency="eur", scale="stated").amounts[0]
    assert (amount.value, amount.currency, amount.scale) == (Decimal(30500000), "EUR", AmountScale.STATED)
    assert amount.span == AMOUNT.span


def test_an_empty_amount_is_dropped() -> None:
    assert change(amount="").amounts == ()


def test_another_authority_loses_the_code_of_the_first() -> None:
    assert change(authority="CNIL").authority == ProposedParty("CNIL", BECAUSE)


def test_respondents_are_parted_by_semicolons_and_known_ones_kept() -> None:
    names = [party.name for party in change(respondents="Clearview AI; Uber ;").respondents]
    assert names == ["Clearview AI", "Uber"]


@pytest.mark.parametrize(
    ("entry", "edtf"),
    [("2024-09", "2024-09"), (" 2024~", "2024~"), ("2024-Q3", "2024-35"), ("2024 q1", "2024-33")],
)
def test_a_partial_date_keeps_its_precision(entry: str, edtf: str) -> None:
    date = change(date=entry).date
    assert date is not None
    assert date.value == PartialDate(edtf)


@pytest.mark.parametrize(
    ("name", "entry"),
    [
        ("authority", " "),
        ("respondents", ";"),
        ("amount", "a lot"),
        ("amount", "NaN"),
        ("amount", "-5"),
        ("currency", "euro"),
        ("date", "3 September"),
        ("date", "2024-13"),
    ],
)
def test_what_cannot_be_understood_names_its_field(name: str, entry: str) -> None:
    with pytest.raises(FieldError) as caught:
        change(**{name: entry})
    assert caught.value.name == name


def test_a_quote_keeps_its_words() -> None:
    quote = QuoteProposal("words", Span(0, 5), QuoteKind.DIRECT, BECAUSE)
    outcome = edited(quote, {"speaker": " A. Wolfsen ", "role": "chair", "kind": "partial"})
    assert isinstance(outcome, QuoteProposal)
    assert (outcome.speaker, outcome.role, outcome.kind) == ("A. Wolfsen", "chair", QuoteKind.PARTIAL)
    assert (outcome.text, outcome.span) == ("words", Span(0, 5))


def test_an_event_needs_a_date() -> None:
    event = EventProposal(None, Span(0, 5), "They met.", BECAUSE)
    with pytest.raises(FieldError):
        edited(event, {"date": "", "about": "They met."})
    outcome = edited(event, {"date": "2024", "about": "They met."})
    assert isinstance(outcome, EventProposal)
    assert outcome.date == PartialDate("2024")
