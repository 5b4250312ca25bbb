"""Which language is spoken, and what texts become in it."""

from collections.abc import Iterator

import pytest

from casefile.translation import (
    ENGLISH,
    LANGUAGES,
    N_,
    N_n,
    at_start,
    choose_language,
    in_sentence,
    known_texts,
    language,
    tr,
    tr_c,
    tr_n,
    use_language,
)


@pytest.fixture
def german() -> Iterator[None]:
    use_language("de")
    yield
    use_language(ENGLISH)


def test_english_needs_no_catalogue() -> None:
    assert language() == ENGLISH
    assert tr("Save") == "Save"
    assert tr_c("month", "May") == "May"
    assert (tr_n("{count} source", "{count} sources", 1), tr_n("a", "b", 2)) == ("{count} source", "b")
    assert known_texts() == {}


@pytest.mark.usefixtures("german")
def test_german_comes_from_the_catalogue() -> None:
    assert tr("Save") == "Speichern"
    assert tr_c("month", "May") == "Mai"
    assert tr_n("{count} source", "{count} sources", 1) == "{count} Quelle"
    assert tr_n("{count} source", "{count} sources", 0) == "{count} Quellen"
    assert known_texts()["Case file"] == "Fallakte"


@pytest.mark.usefixtures("german")
def test_what_no_catalogue_knows_stays_as_it_is() -> None:
    assert tr("Lumivara B.V.") == "Lumivara B.V."
    assert tr("") == ""
    assert tr_c("month", "Brumaire") == "Brumaire"


def test_marks_leave_the_english() -> None:
    assert N_("Save") == "Save"
    assert N_n("one", "many") == ("one", "many")


@pytest.mark.parametrize(
    ("wish", "preferred", "chosen"),
    [
        ("de", ["en-GB"], "de"),
        ("en", ["de-DE"], "en"),
        ("system", ["de-AT", "en"], "de"),
        ("system", ["fr-FR", "de_CH"], "de"),
        ("system", ["fr-FR", "nl"], "en"),
        ("system", [], "en"),
        ("klingon", ["de"], "de"),
    ],
)
def test_the_language_is_the_wish_or_the_first_of_the_system_that_there_is(
    wish: str, preferred: list[str], chosen: str
) -> None:
    assert choose_language(wish, preferred) == chosen


def test_a_language_that_there_is_not_is_refused() -> None:
    with pytest.raises(ValueError, match="klingon"):
        use_language("klingon")
    assert language() == ENGLISH
    assert set(LANGUAGES) == {"en", "de"}


def test_titles_within_a_sentence_keep_their_abbreviations() -> None:
    assert (in_sentence("Case file"), in_sentence("LEI"), in_sentence("")) == ("case file", "LEI", "")
    assert at_start("2 sources") == "2 sources"
    assert at_start("source") == "Source"


@pytest.mark.usefixtures("german")
def test_german_nouns_keep_their_capital_within_a_sentence() -> None:
    assert in_sentence("Fallakte") == "Fallakte"
