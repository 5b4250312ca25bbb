from dataclasses import replace
from datetime import UTC, datetime
from decimal import Decimal

from casefile.proposals import (
    ActionProposal,
    Because,
    EventProposal,
    ProposedAmount,
    ProposedKind,
    ProposedParty,
    ProposedProvision,
    ProposedStatus,
    QuoteProposal,
    WarningProposal,
)
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, QuoteKind, WarningKind
from casefile.values import PartialDate, Span
from ui.models.columns import moment_text
from ui.wording import card_text, folded_text, is_undated, passages


def because(*spans: Span) -> Because:
    return Because(spans, "a rule", 0.8)


ACTION = ActionProposal(
    ProposedParty("CNIL", because(Span(30, 34))),
    (ProposedParty("Example SA", because(Span(10, 20))),),
    ProposedKind(ActionKind.FINE, because()),
    ProposedStatus(ActionStatus.APPEALED, because(Span(10, 20))),
    because(Span(0, 90)),
    amounts=(
        ProposedAmount(
            Decimal("33.7"), "USD", AmountScale.MISSING, AmountRole.FINE, Span(40, 45), because(Span(40, 45))
        ),
    ),
)


def test_an_action_says_what_whom_who_and_that_the_scale_is_missing() -> None:
    text = card_text(ACTION)
    assert text.headline == "Fine, $33.7 (scale missing)"
    assert text.details[:2] == ("Example SA", "by CNIL")
    assert "Appealed" in text.details[2]
    assert text.reason == "a rule (80% sure)"


def test_no_end_of_a_line_parts_an_article_from_its_law() -> None:
    law = ProposedProvision("GDPR", "6", because())
    details = card_text(replace(ACTION, provisions=(law, law))).details[2]
    assert "\N{NO-BREAK SPACE}· GDPR\N{NO-BREAK SPACE}Art.\N{NO-BREAK SPACE}6" in details
    assert " ·" not in details


def test_the_passages_of_an_action_are_those_of_its_values_once_and_in_order() -> None:
    assert passages(ACTION) == (Span(10, 20), Span(30, 34), Span(40, 45))


def test_an_action_whose_values_have_no_passage_rests_on_its_sentence() -> None:
    bare = ActionProposal(
        ProposedParty("CNIL", because()),
        (),
        ProposedKind(ActionKind.FINE, because()),
        ProposedStatus(ActionStatus.IMPOSED, because()),
        because(Span(0, 90)),
    )
    assert passages(bare) == (Span(0, 90),)
    assert "Respondent not named" in card_text(bare).details


def test_a_quote_without_a_speaker_says_so() -> None:
    quote = QuoteProposal("words", Span(0, 5), QuoteKind.PARTIAL, because(Span(0, 5)))
    assert card_text(quote).headline == "Speaker not named"
    assert card_text(quote).details == ("“words”",)
    assert passages(quote) == (Span(0, 5),)


def test_quotes_of_one_speaker_are_told_apart_in_one_line() -> None:
    quote = QuoteProposal("No.", Span(0, 3), QuoteKind.DIRECT, because(), "Ann Lee", "deputy chair of the AP")
    assert folded_text(quote) == "Ann Lee: “No.”"
    assert folded_text(replace(quote, speaker="", role="")) == "Speaker not named: “No.”"


def test_a_paraphrase_stands_without_marks() -> None:
    reported = QuoteProposal("words", Span(0, 5), QuoteKind.PARAPHRASE, because(Span(0, 5)), "Ann Lee")
    assert card_text(reported).details == ("words",)
    assert card_text(reported).reason.startswith("paraphrase")


def test_an_event_without_a_date_says_so() -> None:
    event = EventProposal(None, Span(0, 5), "They met last May.", because())
    assert is_undated(event)
    assert card_text(event).headline == "Date not resolved"


def test_a_warning_has_its_message() -> None:
    warning = WarningProposal(WarningKind.AMBIGUOUS_DATE, Span(2, 9), "03/04/2024 has two readings.")
    assert card_text(warning).details == ("03/04/2024 has two readings.",)
    assert not is_undated(warning)


def test_a_moment_is_written_as_a_day_is_and_by_the_clock_of_this_place() -> None:
    here = datetime(2024, 9, 3, 7, 5).astimezone()
    assert (
        moment_text(here.astimezone(UTC))
        == f"{PartialDate('2024-09-03')}, 07:05"
        == "3 September 2024, 07:05"
    )
    assert moment_text(None) == ""
