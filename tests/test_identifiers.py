"""Identifiers that are right are taken as printed; what is wrong is said."""

import string

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from casefile.identifiers import Ecli, Lei, check_digits

ALPHANUMERIC = string.ascii_letters + string.digits
COUNTRIES = st.text(string.ascii_uppercase, min_size=2, max_size=2).filter(
    lambda code: code not in ("GR", "GB")
)
COURTS = st.from_regex(r"\A[A-Za-z][A-Za-z0-9]{0,6}\Z")
ORDINALS = st.text(ALPHANUMERIC + ".", min_size=1, max_size=25)
ENTITIES = st.text(string.ascii_uppercase + string.digits, min_size=18, max_size=18)


@pytest.mark.parametrize(
    "printed",
    [
        "ECLI:EU:C:2014:317",
        "ECLI:NL:RVS:2016:2348",
        "ECLI:DE:BVerfG:2013:rs20130423.1bvr121507",
        "ECLI:FR:CECHR:2022:452668.20220128",
        "ECLI:CE:ECHR:2009:1201JUD001649403",
        "ECLI:EL:COS:2019:0114A12.13E1523",
    ],
)
def test_identifiers_of_rulings_are_kept_as_printed(printed: str) -> None:
    assert str(Ecli.parse(f" {printed}\n")) == printed


def test_case_does_not_tell_two_rulings_apart() -> None:
    assert Ecli.parse("ecli:de:bverfg:2013:RS1").key == Ecli.parse("ECLI:DE:BVerfG:2013:rs1").key


@given(COUNTRIES, COURTS, st.integers(1, 9999), ORDINALS)
def test_an_ecli_reads_back_what_it_prints(country: str, court: str, year: int, ordinal: str) -> None:
    ecli = Ecli(country, court, year, ordinal)
    assert Ecli.parse(str(ecli)) == ecli
    assert Ecli.parse(str(ecli).lower()).key == ecli.key


@given(st.text(max_size=60))
def test_any_text_is_an_ecli_or_a_sentence_that_says_why_not(text: str) -> None:
    try:
        ecli = Ecli.parse(text)
    except ValueError as error:
        assert str(error).endswith(".")  # noqa: PT017
        assert "ECLI" in str(error)  # noqa: PT017
    else:
        assert ecli.key == text.strip().upper()


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "begins with"),
        ("NL:RVS:2016:2348", "begins with"),
        ("ECLI:NL:RVS:2016", "has 4"),
        ("ECLI:NL:RVS:2016:23:48", "has 6"),
        ("ECLI:NLD:RVS:2016:2348", "two letters"),
        ("ECLI:ß:RVS:2016:2348", "two letters"),
        ("ECLI:GR:COS:2019:1", "EL for GR"),
        ("ECLI:GB:SC:2019:1", "UK for GB"),
        ("ECLI:NL:RAADVANST:2016:2348", "one to seven"),
        ("ECLI:NL::2016:2348", "one to seven"),
        ("ECLI:NL:1A:2016:2348", "a letter first"),
        ("ECLI:NL:RVS:16:2348", "four digits"),
        ("ECLI:NL:RVS:0000:2348", "four digits"),
        ("ECLI:NL:RVS:２０１６:2348", "four digits"),
        ("ECLI:NL:RVS:2016:", "up to 25"),
        ("ECLI:NL:RVS:2016:23/48", "up to 25"),
        ("ECLI:NL:RVS:2016:É1", "up to 25"),
        (f"ECLI:NL:RVS:2016:{'1' * 26}", "up to 25"),
    ],
)
def test_what_is_wrong_with_an_ecli_is_said(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Ecli.parse(text)


@pytest.mark.parametrize("code", ["BQ4BKCS1HXDV9HN80Z93", "HWUPKR0MPOU8FGXBT394", "7LTWFZYICNSX8D621K86"])
def test_identifiers_of_known_firms_are_right(code: str) -> None:
    assert str(Lei.parse(f"{code[:4]} {code[4:].lower()} ")) == code


@given(ENTITIES)
def test_check_digits_complete_an_lei(entity: str) -> None:
    assert Lei(entity + check_digits(entity)).code[:18] == entity


@given(ENTITIES, st.integers(0, 17), st.sampled_from(string.ascii_uppercase + string.digits))
def test_one_wrong_character_is_found(entity: str, place: int, wrong: str) -> None:
    assume(entity[place] != wrong)
    changed = entity[:place] + wrong + entity[place + 1 :]
    assume(wrong.isdigit() == entity[place].isdigit())
    with pytest.raises(ValueError, match="check digits"):
        Lei(changed + check_digits(entity))


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("", "20 characters, this one 0"),
        ("BQ4BKCS1HXDV9HN80Z9", "this one 19"),
        ("BQ4BKCS1HXDV9HN80Z9A", "then two digits"),
        ("BQ4BKCS1HXDV-HN80Z93", "capital letters and digits"),
        ("BQ4BKCS1HXDV9HN80Z39", "check digits"),
        ("QB4BKCS1HXDV9HN80Z93", "check digits"),
    ],
)
def test_what_is_wrong_with_an_lei_is_said(text: str, reason: str) -> None:
    with pytest.raises(ValueError, match=reason):
        Lei.parse(text)
