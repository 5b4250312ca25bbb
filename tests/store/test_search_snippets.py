"""Snippets: every hit marked, whole words at the edges, nothing that cannot be printed."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.store.search.parse import parse
from casefile.store.search.scripts import as_grams, gram_phrase
from casefile.store.search.snippets import LENGTH, Finder, snippet


def marked(typed: str, text: str) -> list[str]:
    cut = snippet(text, Finder(parse(typed).query.wanted))
    return [mark.of(cut.text) for mark in cut.marks]


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("fine", "A fine, fined and a refined FINE.", ["fine", "fined", "FINE"]),
        ('"fine"', "A fine, fined.", ["fine"]),
        ("donnees", "Les données, DONNÉES et donne\u0301es.", ["données", "DONNÉES", "donne\u0301es"]),
        ("données", "donnees", ["donnees"]),
        ('"data law"', "data-law, data\nlaw, data of law", ["data-law", "data law"]),
        ("AI", "AI and AIR and ai", ["AI", "ai"]),
        ("数据", "个人数据保护和数据", ["数据", "数据"]),
        ("数", "个人数据", ["数"]),
        ("gdpr", "依GDPR第5条", ["GDPR"]),
        ("gdpr", "ＧＤＰＲ に違反", ["ＧＤＰＲ"]),
        ("ข้อมูล", "คุ้มครองข้อมูลส่วนบุคคล", ["ข้อมูล"]),
        ("a_b", "a_b a b", ["a_b", "a b"]),
        ("nothing", "of the kind", []),
        ("fine -privacy", "fine privacy", ["fine"]),
    ],
)  # fmt: skip
def test_what_is_marked(typed: str, text: str, found: list[str]) -> None:
    assert marked(typed, text) == found


def test_the_stretch_with_the_most_words_is_shown_and_cut_between_words() -> None:
    text = f"fine {'padding ' * 100}the fine of the regulator {'padding ' * 100}"
    cut = snippet(text, Finder(parse("fine regulator").query.wanted))
    assert [mark.of(cut.text) for mark in cut.marks] == ["fine", "regulator"]
    assert cut.text.startswith("…padding")
    assert cut.text.endswith("padding…")
    assert len(cut.text) <= LENGTH + 2


def test_control_characters_and_direction_marks_are_never_shown() -> None:
    cut = snippet("a\x00b\x02fine\x03\u202egnol\u202c\n\n  end", Finder(parse("fine").query.wanted))
    assert cut.text == "a b fine gnol end"
    assert [mark.of(cut.text) for mark in cut.marks] == ["fine"]


@given(st.text(max_size=600), st.lists(st.text(min_size=1, max_size=6), min_size=1, max_size=3))
def test_any_text_gives_a_clean_snippet(text: str, words: list[str]) -> None:
    cut = snippet(text, Finder(parse(" ".join(words)).query.wanted))
    assert all(char.isprintable() or char in "\u200c\u200d" for char in cut.text)
    assert "  " not in cut.text
    ends = [0]
    for mark in cut.marks:
        assert ends[-1] <= mark.start
        assert mark.end <= len(cut.text)
        ends.append(mark.end)


LETTERS = st.text(alphabet="abcdefgéüñßø", min_size=3, max_size=8)


@given(st.lists(LETTERS, min_size=1, max_size=200), st.data())
def test_a_word_of_the_text_is_marked(words: list[str], data: st.DataObject) -> None:
    wanted = data.draw(st.sampled_from(words))
    typed = unicodedata.normalize("NFD", wanted) if data.draw(st.booleans()) else wanted
    assert marked(typed, " ".join(words))


SIGNS = st.sampled_from([*"数据保护法個人情報データ개인정보", "ข้", "อ", "มู", "ล"])
"""Marks stay with their letter: Unicode orders those that follow one another anew."""
RUNS = st.lists(SIGNS, min_size=1, max_size=12).map("".join)


@given(st.lists(st.one_of(RUNS, st.sampled_from(["GDPR", " ", "5", "法"])), max_size=8), RUNS)
def test_any_stretch_of_a_text_without_spaces_is_a_phrase_of_its_pairs(pieces: list[str], run: str) -> None:
    text = "".join([*pieces, run, *pieces])
    tokens = as_grams(text).split()
    phrase, begins = gram_phrase(run)
    wanted = phrase.split()
    places = range(len(tokens) - len(wanted) + 1)
    last = len(wanted) - 1
    assert any(
        tokens[at : at + last] == wanted[:last]
        and (tokens[at + last].startswith(wanted[last]) if begins else tokens[at + last] == wanted[last])
        for at in places
    )
