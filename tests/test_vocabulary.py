"""The shipped controlled lists are complete, well formed and cover the words of the program."""

import json
import re
from enum import StrEnum
from pathlib import Path

import pytest

from casefile import terms
from casefile.vocabulary import NAMES, code_of, is_listed, label, term, vocabulary

FOLDER = Path(__file__).parent.parent / "resources" / "vocabularies"


def test_every_file_is_a_list_and_every_list_a_file() -> None:
    assert sorted(path.stem for path in FOLDER.iterdir()) == sorted(NAMES)
    assert list(NAMES) == sorted(set(NAMES))


@pytest.mark.parametrize("name", NAMES)
def test_a_list_has_its_name_what_it_is_about_and_a_source(name: str) -> None:
    found = vocabulary(name)
    assert found.name == name
    assert found.about.endswith(".")
    assert found.source
    assert "http" not in found.source
    assert len(found.terms) >= 3


@pytest.mark.parametrize("name", NAMES)
def test_codes_are_unique_and_made_of_words_and_hyphens(name: str) -> None:
    codes = vocabulary(name).codes
    assert len(codes) == len(set(codes))
    assert [code for code in codes if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", code)] == []


@pytest.mark.parametrize("name", NAMES)
def test_every_term_has_an_english_label_that_is_its_own(name: str) -> None:
    labels = [entry.label() for entry in vocabulary(name).terms]
    assert all(text and text == text.strip() and text[0].isupper() for text in labels)
    assert len({text.casefold() for text in labels}) == len(labels)
    for entry in vocabulary(name).terms:
        assert all(re.fullmatch(r"[a-z]{2}", language) for language in entry.labels)
        assert entry.definition == "" or entry.definition.endswith("."), entry.code


@pytest.mark.parametrize("name", NAMES)
def test_a_file_holds_nothing_that_is_not_read(name: str) -> None:
    written = json.loads((FOLDER / f"{name}.json").read_text("utf-8"))
    assert set(written) == {"name", "about", "source", "terms"}
    assert {key for entry in written["terms"] for key in entry} <= {"code", "labels", "definition", "source"}
    assert all(value for entry in written["terms"] for value in entry.values())


@pytest.mark.parametrize(
    ("enum", "name", "same"),
    [
        (terms.ActionKind, "measure-kinds", False),
        (terms.ActionStatus, "action-statuses", True),
        (terms.LedgerBasis, "ledger-bases", True),
        (terms.ProvisionFinding, "findings", True),
    ],
)
def test_the_words_of_the_program_are_in_their_list(enum: type[StrEnum], name: str, same: bool) -> None:
    words = {entry.value for entry in enum}
    assert words <= set(vocabulary(name).codes)
    assert not same or words == set(vocabulary(name).codes)


@pytest.mark.parametrize(
    ("name", "codes"),
    [
        ("measure-kinds", (
            "undertaking", "redress", "disgorgement", "deletion", "licence-revocation", "monitorship",
        )),
        ("respondent-capacities", ("controller", "processor", "joint-controller")),
        ("identifier-schemes", (
            "register-page", "ftc-matter", "case-number", "docket", "release-number", "ecli",
        )),
        ("triggers", ("complaint", "own-initiative", "breach-notice", "referral")),
        ("relations", ("joined", "follow-on", "same-conduct", "appeal-of")),
        ("authority-roles", ("lead", "concerned")),
        ("body-kinds", ("regulator", "court", "ministry", "prosecutor")),
    ],
)  # fmt: skip
def test_the_terms_that_the_record_needs_are_there(name: str, codes: tuple[str, ...]) -> None:
    assert set(codes) <= set(vocabulary(name).codes)


def test_the_special_categories_are_those_of_the_law() -> None:
    special = [entry.code for entry in vocabulary("data-categories").terms if "9(1)" in entry.source]
    assert len(special) == 8  # Article 9(1) GDPR names eight
    assert term("data-categories", "criminal-convictions").source == "GDPR Art. 10"


def test_the_sectors_and_violations_of_the_enforcement_tracker_are_complete() -> None:
    def tracked(name: str) -> int:
        return sum("Enforcement Tracker" in entry.source for entry in vocabulary(name).terms)

    assert tracked("sectors") == 11  # ten sectors and "not assigned"
    assert tracked("violations") == 10  # nine types and "unknown"
    assert vocabulary("nace-sections").codes == tuple(f"nace-{letter}" for letter in "abcdefghijklmnopqrstuv")


def test_a_label_is_given_for_a_code_and_the_text_itself_outside_the_list() -> None:
    assert label("measure-kinds", "penalty-payment") == "Penalty payment"
    assert label("measure-kinds", "penalty-payment", language="xx") == "Penalty payment"
    assert label("measure-kinds", "Public apology") == "Public apology"
    assert is_listed("measure-kinds", "fine")
    assert not is_listed("measure-kinds", "Fine")
    assert not is_listed("measure-kinds", "")


@pytest.mark.parametrize(
    ("typed", "code"),
    [
        ("fine", "fine"),
        (" Fine ", "fine"),
        ("PENALTY PAYMENT", "penalty-payment"),
        (" Public apology ", "Public apology"),
        ("", ""),
    ],
)
def test_what_is_typed_leads_to_the_code_where_there_is_one(typed: str, code: str) -> None:
    assert code_of("measure-kinds", typed) == code


@pytest.mark.parametrize("name", NAMES)
def test_every_code_and_label_leads_back_to_its_term(name: str) -> None:
    for entry in vocabulary(name).terms:
        assert code_of(name, entry.code.upper()) == entry.code
        assert [code_of(name, text) for text in entry.labels.values()] == [entry.code] * len(entry.labels)


def test_unknown_codes_and_lists_are_key_errors() -> None:
    with pytest.raises(KeyError, match="no-such-term"):
        term("measure-kinds", "no-such-term")
    with pytest.raises(KeyError, match="no-such-list"):
        vocabulary("no-such-list")
    with pytest.raises(KeyError, match=r"\.\./authorities"):
        is_listed("../authorities", "name")
