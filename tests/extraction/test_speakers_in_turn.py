"""Who speaks where lines follow upon each other: exchanges, interviews, several quotations of one speaker."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.speech_bodies import Speaker
from casefile.extraction.speech_turns import Exchange, Line
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

ANN, BOB = Speaker("Ann Yost"), Speaker("Bob Lane")
HEARING = """Labour’s Tunde Bakare asked who had decided. “That was operations,” replied Dr Fenella Marsh.

“By whom?”

“By operations.”

“You are operations.”

“I am one of several people who are operations,” said Dr Marsh."""
RELEASE = """“These households paid extra,” ACCC Chair Prue Delacourt said.

“Lumbra took the money and did not do the work. It is as simple as that.”

“Businesses that make claims need to be able to prove them on the day that they make them.”"""
INTERVIEW = """Ingrid Solheim is eating a bun. “They make them with too much spice,” she says.

Her predecessor, Jostein Rygg, called the decision “an execution without trial”.

Did it hurt?

“Not really. I have been called worse.”

Was it not too fast?

“Eleven weeks,” she says, “is slow.”"""


def speakers(text: str) -> list[str]:
    return [quote.speaker for quote in find_quotes(Article(text, SourceMetadata(language="en")))]


def heard(*lines: Line) -> Exchange:
    exchange = Exchange()
    for line in lines:
        exchange.hear(line)
    return exchange


def test_lines_of_an_exchange_go_to_and_fro() -> None:
    asked, answered = "Tunde Bakare", "Fenella Marsh"
    assert speakers(HEARING) == [answered, asked, answered, asked, answered]


def test_every_quotation_alone_in_its_paragraph_goes_on_with_the_speaker() -> None:
    assert speakers(RELEASE) == ["Prue Delacourt"] * 3


def test_who_was_quoted_before_the_questions_answers_them() -> None:
    spoke = "Ingrid Solheim"
    assert speakers(INTERVIEW) == [spoke, "Jostein Rygg", spoke, spoke, spoke]


def test_who_was_asked_answers() -> None:
    exchange = heard(Line(0, ANN, asks=False, turned=False), Line(1, BOB, asks=True, turned=False))
    assert exchange.next_speaker(2, asks=False, beside=None) == ANN


def test_a_statement_is_followed_by_nobody_else() -> None:
    exchange = heard(Line(0, ANN, asks=False, turned=False), Line(1, BOB, asks=False, turned=False))
    assert exchange.next_speaker(2, asks=False, beside=None) is None


@pytest.mark.parametrize("paragraph", [1, 3])
def test_only_the_next_paragraph_is_the_others_turn(paragraph: int) -> None:
    exchange = heard(Line(0, ANN, asks=False, turned=False), Line(1, BOB, asks=True, turned=False))
    assert exchange.next_speaker(paragraph, asks=False, beside=None) is None


def test_who_was_heard_long_before_is_not_asked() -> None:
    exchange = heard(Line(0, ANN, asks=False, turned=False), Line(9, BOB, asks=True, turned=False))
    assert exchange.next_speaker(10, asks=False, beside=None) is None


def test_whom_the_paragraph_names_comes_before_who_was_heard() -> None:
    carl = Speaker("Carl Mott")
    exchange = heard(Line(0, ANN, asks=False, turned=False), Line(1, BOB, asks=True, turned=False))
    assert exchange.next_speaker(2, asks=False, beside=carl) == carl


def test_nobody_takes_a_turn_before_anybody_spoke() -> None:
    assert Exchange().next_speaker(0, asks=True, beside=ANN) is None
