import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casefile.briefs.pdf.text import (
    MAX_LENGTH,
    printable,
    printable_paragraphs,
    shorten_middle,
)


@given(st.text(alphabet=st.characters(exclude_categories=())))
@example("0 \x08 0")
def test_printable_text_holds_nothing_that_paper_cannot_show(text: str) -> None:
    shown = printable(text)
    assert not any(unicodedata.category(character) in {"Cc", "Cs"} for character in shown)
    assert not set(shown) & set(
        "\u202a\u202b\u202d\u202e\u2066\u2067\u2068\u2069\u200f\ufeff\ufffe\uffff\U0001fffe"
    )
    assert printable(shown) == shown


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("heart \u2764\ufe0f", "heart \u2764"),
        ("\u9089\U000e0101", "\u9089"),
        ("cafe\u0301", "caf\u00e9"),
        ("two  spaces", "two spaces"),
        (" about ", "about"),
        ("soft\u00adhyphen", "softhyphen"),
        (
            "\u20ac3.5m \u2013 \u0394\u03bf\u03ba\u03b9\u03bc\u03ae",
            "\u20ac3.5m \u2013 \u0394\u03bf\u03ba\u03b9\u03bc\u03ae",
        ),
    ],
)
def test_printable_text_is_in_normal_form(text: str, shown: str) -> None:
    assert printable(text) == shown


def test_markup_stays_what_it_is() -> None:
    text = '<b>bold</b> & &amp; <img src="/etc/passwd"/> <para>'
    assert printable(text) == text


def test_too_long_a_text_says_how_much_is_not_printed() -> None:
    assert printable("x" * (MAX_LENGTH + 12)).endswith("[…12 more characters are not printed]")


def test_paragraphs_are_parted_at_every_kind_of_line_break_and_none_is_empty() -> None:
    assert printable_paragraphs("one\r\n\n two \u2028three\n\t\n") == ("one", "two", "three")


def test_the_middle_is_left_out_with_its_length() -> None:
    text = " ".join(str(number) for number in range(1000))
    short = shorten_middle(text, 120)
    head, tail = short.split(" [… ")[0], short.split("…] ")[1]
    assert text.startswith(head)
    assert text.endswith(tail)
    assert f"{len(text) - len(head) - len(tail):,} characters" in short
    assert shorten_middle("short", 120) == "short"
