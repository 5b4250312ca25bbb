"""The one entrance: pure, exact in its spans, and safe on anything."""

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.exchange.proposals_json import proposals_as_json
from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.values import PartialDate, Span

TEXT = (
    "Watchdog fines Kestrel\n\nThe CNIL fined Kestrel SA €5 million on Tuesday. "
    "“The rules are clear,” said Anne Moreau, its president. The trial is set for the first quarter of 2026."
)
METADATA = SourceMetadata(title="Watchdog fines Kestrel", published=PartialDate("2025-03-12"), language="en")


def test_an_empty_text_suggests_nothing() -> None:
    assert extract(" \n", SourceMetadata()) == Proposals()


def test_the_same_text_gives_the_same_proposals() -> None:
    assert extract(TEXT, METADATA) == extract(TEXT, METADATA)


def test_what_is_passed_over_suggests_nothing_and_moves_nothing() -> None:
    aside = "Read also: The ICO fined Marlow Ltd £3 million on Monday. “It is wrong,” said Jane Roe.\n\n"
    passed_over = (Span(0, len(aside)),)
    apart = extract(aside + TEXT, METADATA, passed_over)
    alone = extract(TEXT, METADATA)
    assert [quote.text for quote in apart.quotes] == [quote.text for quote in alone.quotes]
    assert apart.quotes[0].span.of(aside + TEXT) == apart.quotes[0].text
    assert len(apart.actions) == len(alone.actions) == 1
    assert len(extract(aside + TEXT, METADATA).quotes) == 2


def test_the_json_of_proposals() -> None:
    result = json.loads(json.dumps(proposals_as_json(TEXT, METADATA, extract(TEXT, METADATA))))
    (action,) = result["actions"]
    assert (action["authority_id"], action["respondents"], action["kind"]) == (
        "FR-CNIL",
        ["Kestrel SA"],
        "fine",
    )
    (amount,) = action["amounts"]
    assert (amount["value"], amount["currency"], amount["scale"]) == (5_000_000, "EUR", "stated")
    assert TEXT[amount["start"] : amount["end"]] == "€5 million"
    assert action["date"] == {"value": "2025-03-11", "precision": "day"}
    assert [(event["value"], event["precision"]) for event in result["events"]] == [
        ("2025-03-11", "day"),
        ("2026-Q1", "quarter"),
    ]
    assert result["source"]["published"] == "2025-03-12"


def test_the_json_names_each_law_before_its_articles() -> None:
    text = TEXT.replace("on Tuesday", "on Tuesday under Article L. 34-5 CPCE and Articles 5 and 6 GDPR")
    result = json.loads(json.dumps(proposals_as_json(text, METADATA, extract(text, METADATA))))
    (action,) = result["actions"]
    assert action["laws"] == ["CPCE", "CPCE Art. L. 34-5", "GDPR", "GDPR Art. 5", "GDPR Art. 6"]


@settings(max_examples=40, deadline=None)
@given(
    st.text(alphabet="The CNIL fined Kestrel SA €5.3 million on 03/04/2024.\n“”«»\"'’()", max_size=300),
    st.sampled_from(["en", "de", "fr", "nl", "it", "es", "xx"]),
)
def test_every_span_lies_in_the_text(text: str, language: str) -> None:
    proposals = extract(text, SourceMetadata(language=language))
    spans = [event.span for event in proposals.events] + [warning.span for warning in proposals.warnings]
    spans += [amount.span for action in proposals.actions for amount in action.amounts]
    spans += [span for action in proposals.actions for span in action.because.spans]
    assert all(span.end <= len(text) for span in spans)


@pytest.mark.parametrize("unit", ["“", "(", "1", "A", "1,", "Aa ", "Art. 5, ", "€5 ", "May 3 "])
def test_long_runs_of_one_thing_are_got_through(unit: str) -> None:
    proposals = extract(unit * (20_000 // len(unit)), SourceMetadata(language="en"))
    assert proposals.actions == ()
