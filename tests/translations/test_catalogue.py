"""The German catalogue has every text, whole and fit for its place; the compiled one is the same."""

import re
from collections import Counter
from gettext import GNUTranslations

import pytest
from babel.messages.catalog import Catalog, Message

from casefile.vocabulary import NAMES, vocabulary
from tests.translations.catalogue import TRANSLATED, as_po, is_translated, po_path, read_catalogue, updated
from tests.translations.texts import Text, all_texts
from ui.commands import COMMANDS

PLACE = re.compile(r"\{(\w*)\}")
MNEMONIC = re.compile(r"&(\w)")
TABBED = (
    "ui/widgets/detail_tabs.py",
    "ui/panes/briefs.py",
    "ui/panes/sources.py",
    "ui/widgets/party_tabs.py",
)
"""Where tabs have letters that are pressed together with Alt, as the menus have."""


@pytest.fixture(scope="module", params=TRANSLATED)
def catalogue(request: pytest.FixtureRequest) -> Catalog:
    return read_catalogue(request.param)


@pytest.fixture(scope="module")
def texts() -> list[Text]:
    return all_texts()


def messages(catalogue: Catalog) -> list[Message]:
    return [message for message in catalogue if message.id]


def forms(value: object) -> tuple[str, ...]:
    """The text in all its numbers."""
    return tuple(map(str, value)) if isinstance(value, tuple | list) else (str(value or ""),)


def english(message: Message) -> str:
    return forms(message.id)[0]


def said(catalogue: Catalog, text: str, context: str | None = None) -> str:
    message = catalogue.get(text, context)
    assert message is not None, text
    return forms(message.string)[0]


def test_there_is_something_to_translate(texts: list[Text]) -> None:
    assert len({text.english for text in texts}) > 1500
    assert any(text.plural for text in texts)


def test_the_catalogue_has_the_texts_of_the_source_and_no_others(catalogue: Catalog) -> None:
    # `make translations` brings it up to date.
    assert catalogue.locale is not None
    now = updated(str(catalogue.locale))
    assert {(one.context, one.id) for one in messages(now)} == {
        (one.context, one.id) for one in messages(catalogue)
    }
    assert po_path(str(catalogue.locale)).read_bytes() == as_po(now)


def test_every_text_is_translated(catalogue: Catalog) -> None:
    assert [one.id for one in messages(catalogue) if not is_translated(one.string)] == []
    assert [one.id for one in messages(catalogue) if one.fuzzy] == []


def test_values_have_the_same_places(catalogue: Catalog) -> None:
    wrong = [
        one.id
        for one in messages(catalogue)
        for form in forms(one.string)
        if set(PLACE.findall(form)) != set(PLACE.findall(english(one)))
    ]
    assert wrong == []


def test_blanks_and_ellipses_stand_where_the_english_has_them(catalogue: Catalog) -> None:
    def edges(text: str) -> tuple[str, str, bool]:
        bare = text.strip(" \n")
        return text[: text.index(bare)], text[text.index(bare) + len(bare) :], bare.endswith("…")

    wrong = [
        one.id
        for one in messages(catalogue)
        for form in forms(one.string)
        if edges(form) != edges(english(one))
    ]
    assert wrong == []


def test_what_has_a_mnemonic_has_one_in_translation(catalogue: Catalog) -> None:
    found = {
        english(one): (MNEMONIC.findall(english(one)), MNEMONIC.findall(form))
        for one in messages(catalogue)
        for form in forms(one.string)
    }
    assert {text for text, (here, there) in found.items() if len(here) != len(there)} == set()


def test_letters_of_menus_and_tabs_are_each_used_once(catalogue: Catalog, texts: list[Text]) -> None:
    menus = list(dict.fromkeys(command.menu for command in COMMANDS))
    for tell in (lambda text: text, lambda text: said(catalogue, text)):
        of_menus = [tell(menu)[0].casefold() for menu in menus]
        for place in TABBED:
            tabs = {text.english for text in texts if text.place == place and "&" in text.english}
            letters = of_menus + [MNEMONIC.findall(tell(tab))[0].casefold() for tab in sorted(tabs)]
            assert {letter: count for letter, count in Counter(letters).items() if count > 1} == {}, place


def test_the_keys_that_the_sheet_names_are_those_of_the_tabs(catalogue: Catalog) -> None:
    named = {
        "Alt+S Alt+O Alt+P Alt+I": ("Fact&s", "C&onflicts", "&Penalty", "H&istory"),
        "Alt+T Alt+U Alt+O": ("&Text", "&Used in", "&Original"),
    }
    for keys, tabs in named.items():
        for shown, letters in (
            (keys, [MNEMONIC.findall(tab)[0] for tab in tabs]),
            (said(catalogue, keys, "keys"), [MNEMONIC.findall(said(catalogue, tab))[0] for tab in tabs]),
        ):
            assert shown.casefold() == " ".join(f"Alt+{letter}" for letter in letters).casefold()
    assert said(catalogue, "Alt+F", "keys") == f"Alt+{said(catalogue, 'File')[0]}"


def test_a_text_that_is_translated_twice_stays(catalogue: Catalog) -> None:
    known = {english(one): forms(one.string)[0] for one in messages(catalogue) if not one.context}
    again = {text: form for text, form in known.items() if known.get(form, form) != form}
    assert again == {}


def test_what_is_compiled_is_what_was_translated(catalogue: Catalog) -> None:
    with po_path(str(catalogue.locale)).with_suffix(".mo").open("rb") as file:
        compiled = GNUTranslations(file)
    for one in messages(catalogue):
        if isinstance(one.id, str):
            found = compiled.pgettext(one.context, one.id) if one.context else compiled.gettext(one.id)
            assert found == one.string
        else:
            assert tuple(compiled.ngettext(one.id[0], one.id[1], count) for count in (1, 2)) == forms(
                one.string
            )


def test_the_head_says_which_word_stands_for_which() -> None:
    head = po_path("de").read_text("utf-8").partition("msgid")[0]
    for term in (
        "Bußgeld",
        "Zwangsgeld",
        "Verwarnung",
        "Rechtsmittel",
        "Fallakte",
        "Quelle",
        "Zitat",
        "Beleg",
    ):
        assert term in head


@pytest.mark.parametrize("name", NAMES)
def test_every_listed_term_has_a_german_label_that_is_its_own(name: str) -> None:
    labels = [term.labels.get("de", "") for term in vocabulary(name).terms]
    assert all(labels)
    assert len({label.casefold() for label in labels}) == len(labels)
