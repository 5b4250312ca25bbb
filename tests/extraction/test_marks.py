"""Pairs of quotation marks, convention by convention."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.marks import find_marked
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CONVENTIONS = [
    ('"Hello," he said. "Go."', ["Hello,", "Go."]),
    ("“Hello,” he said.", ["Hello,"]),
    ("‘We’re done with the residents’ plan,’ she said.", ["We’re done with the residents’ plan,"]),
    ("'We're done,' she said. 'Go away.'", ["We're done,", "Go away."]),
    ("« Ces règles », dit-il. «\u202fNon.\u202f»", ["Ces règles", "Non."]),
    ("»Nein«, sagte er. »Ja.«", ["Nein", "Ja."]),
    ('„Eins“, „zwei”, „drei"', ["Eins", "zwei", "drei"]),
    ("‚Nein‘, sagte er.", ["Nein"]),
    ("``We did,'' he said", ["We did,"]),
    (",,Nein'', sagte er", ["Nein"]),
    ("「彼は『はい』と言った」", ["彼は『はい』と言った"]),
    ("”Ja”, sade hon.", ["Ja"]),
    ("&quot;Hi there&quot; &ldquo;you&rdquo;", ["Hi there", "you"]),
    ("d’« un » et l’“autre”", ["un", "autre"]),
]


def marked(text: str) -> list[str]:
    return [
        stretch.span.of(text) for stretch in find_marked(text, Article(text, SourceMetadata()).paragraphs)
    ]


@pytest.mark.parametrize(("text", "expected"), CONVENTIONS)
def test_every_convention_is_paired(text: str, expected: list[str]) -> None:
    assert marked(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "It's the dogs' life and 'tis '90s",
        "'s ochtends de foto's van Jans' broer",
        'A 27" screen and a 19" screen',
        "The companies’ data and the users’ rights",
        "» «",
    ],
)
def test_apostrophes_and_inches_are_no_marks(text: str) -> None:
    assert marked(text) == []


def test_an_inch_inside_a_quotation_does_not_close_it() -> None:
    assert marked('"a 7" pipe," he said') == ['a 7" pipe,']


def test_nested_marks_belong_to_the_outer_pair() -> None:
    assert marked("“We were told ‘no’ and “never” again,” he said") == [
        "We were told ‘no’ and “never” again,"
    ]


def test_marks_opened_again_in_the_next_paragraph_make_one_quotation() -> None:
    assert marked("“One.\n\n“Two.\n\n“Three,” he said.") == ["One.\n\n“Two.\n\n“Three,"]


def test_a_spanish_paragraph_may_go_on_with_the_closing_mark() -> None:
    assert marked("«Uno.\n»Dos».") == ["Uno.\n»Dos"]


def test_an_unclosed_mark_reaches_to_the_end_of_its_paragraph_only() -> None:
    text = "“Open, said Smith.\nAnother line."
    assert marked(text) == ["Open, said Smith."]


def test_a_stray_mark_in_a_sentence_opens_nothing() -> None:
    assert marked("The word “ stands alone and “here too.") == []


@given(st.text(alphabet="“”\"'‘’«»„‚`, .ab\n", max_size=60))
def test_marked_stretches_are_in_order_and_apart(text: str) -> None:
    found = find_marked(text, Article(text, SourceMetadata()).paragraphs)
    for stretch in found:
        assert stretch.outer.contains(stretch.span)
        assert stretch.outer.end <= len(text)
    for one, other in pairwise(found):
        assert one.outer.end <= other.outer.start


@pytest.mark.parametrize("pattern", ["“", '"', "«", "'", "‘", "”“", "s' ", "„“‘’'\"»« "])
def test_a_line_of_marks_alone_holds_no_words(pattern: str) -> None:
    assert all(any(char.isalnum() for char in words) for words in marked(pattern * (200_000 // len(pattern))))
