"""What a worker proposes of a file."""

from casefile.intake import job
from casefile.intake.proposing import SEARCHED
from casefile.intake.wire import RawItem
from tests.intake.short_articles import short_article

_SENTENCE = "<p>The authority has opened proceedings against the company and asked it to answer by May.</p>"


def test_a_link_to_another_article_suggests_nothing() -> None:
    page = (
        f"<html><body><article><h1>The case goes on</h1>{_SENTENCE * 3}"
        "<p>Read also: The ICO fined Marlow Ltd £3 million on Monday. “It is wrong,” said Jane Roe.</p>"
        "<p>“The rules are clear,” said Anne Moreau, its president, and closed the hearing.</p>"
        f"{_SENTENCE * 2}</article></body></html>"
    )
    result = job.read(RawItem("case.html", page.encode(), None))
    assert result.reading.document is not None
    assert "Marlow" in result.reading.document.text
    assert [quote.text for quote in result.proposals.quotes] == ["The rules are clear,"]
    assert result.proposals.actions == ()


def test_a_text_without_full_stops_says_what_was_not_looked_through() -> None:
    text = f"{short_article('Acme')}\n{'9 of 12, ' * 4_000}"
    found = job.read(RawItem("table.txt", text.encode()))
    assert found.reading.document is not None
    assert "25,999 characters were not looked through" in " ".join(found.reading.document.notes)
    assert [party.name for action in found.proposals.actions for party in action.respondents] == ["Acme"]


def test_a_very_long_text_is_kept_whole_and_says_how_far_it_was_looked_through() -> None:
    filler = "The committee heard the parties at length and adjourned until the next day.\n" * 8_000
    text = f"{short_article('Acme')}\n{filler}\n{short_article('Bolt')}"
    found = job.read(RawItem("ruling.txt", text.encode()))
    assert found.reading.document is not None
    assert len(found.reading.document.text) > SEARCHED
    assert "Only the first 500,000 of its" in " ".join(found.reading.document.notes)
    assert [party.name for action in found.proposals.actions for party in action.respondents] == ["Acme"]
