"""How the languages of sources are called."""

from casefile.languages import LANGUAGE_NAMES, language_name
from casefile.translation import ENGLISH, use_language


def test_a_language_has_its_name_and_an_unknown_one_its_code() -> None:
    assert [language_name(code) for code in ("de", "nl", "xx", "")] == ["German", "Dutch", "xx", ""]


def test_every_language_has_its_name_in_german() -> None:
    use_language("de")
    try:
        assert language_name("nl") == "Niederländisch"
        assert all(language_name(code) != name for code, name in LANGUAGE_NAMES.items())
    finally:
        use_language(ENGLISH)
