"""The shipped reference data is complete, unambiguous where it claims to be, and well formed."""

import re
from collections import Counter, defaultdict

import pytest

from casefile.extraction.authority_fields import region
from casefile.registry import (
    FIELDS_OF_WORK,
    authorities,
    authority,
    countries,
    country,
    instrument_name,
    instruments,
)

KINDS = FIELDS_OF_WORK | {"prosecutor", "attorney-general", "court", "ministry", "other"}
EEA = [
    "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IS", "IT",
    "LI", "LT", "LU", "LV", "MT", "NL", "NO", "PL", "PT", "RO", "SE", "SI", "SK",
]  # fmt: skip
LAENDER = [
    "BB", "BE", "BW", "BY", "HB", "HE", "HH", "MV", "NI", "NW", "RP", "SH", "SL", "SN", "ST", "TH",
]  # fmt: skip
LANGUAGES = {"en", "de", "fr", "nl", "it", "es"}


def test_authority_codes_are_unique_sorted_and_start_with_their_country() -> None:
    codes = [entry.code for entry in authorities()]
    assert len(codes) >= 300
    assert codes == sorted(set(codes))
    for entry in authorities():
        assert re.fullmatch(r"[A-Z]{2}(-[A-Z0-9]+)+", entry.code)
        assert entry.code[:2] == entry.jurisdiction[:2]


def test_every_authority_has_names_a_known_kind_and_a_known_jurisdiction() -> None:
    known = {"EU", *(place.code for place in countries())}
    for entry in authorities():
        assert entry.name, entry.code
        assert entry.english, entry.code
        assert entry.kind in KINDS, entry.code
        assert entry.jurisdiction in known, entry.code
        assert all(name == name.strip() and name for name in entry.all_names), entry.code


def test_a_name_that_is_not_marked_ambiguous_belongs_to_one_authority() -> None:
    owners: dict[str, set[str]] = defaultdict(set)
    for entry in authorities():
        for name in entry.all_names:
            owners[name.casefold()].add(entry.code)
    unmarked = [
        (entry.code, name)
        for entry in authorities()
        for name in entry.all_names
        if len(owners[name.casefold()]) > 1 and name not in entry.ambiguous
    ]
    assert unmarked == []


def test_a_name_that_is_also_a_law_is_marked_ambiguous() -> None:
    laws = {alias for instrument in instruments() for alias in instrument.aliases}
    for entry in authorities():
        assert laws.intersection(entry.all_names) <= entry.ambiguous, entry.code


def test_ambiguous_names_are_names_of_the_authority_and_decide_whether_it_is_generic() -> None:
    for entry in authorities():
        assert entry.ambiguous <= set(entry.all_names), entry.code
        assert entry.generic == (entry.name in entry.ambiguous), entry.code


def test_every_authority_has_a_name_that_can_be_trusted_alone() -> None:
    assert [entry.code for entry in authorities() if set(entry.all_names) <= entry.ambiguous] == []


def test_in_each_place_and_field_at_most_one_body_leads() -> None:
    leading = Counter((region(entry), field) for entry in authorities() for field in entry.leads)
    assert {field for _, field in leading} <= FIELDS_OF_WORK
    assert [key for key, count in leading.items() if count > 1] == []


def test_all_names_holds_each_name_once() -> None:
    for entry in authorities():
        assert len(entry.all_names) == len(set(entry.all_names)), entry.code
        assert entry.all_names[0] == entry.name


@pytest.mark.parametrize("state", EEA)
def test_each_state_of_the_economic_area_has_a_data_protection_authority(state: str) -> None:
    assert any(entry.jurisdiction == state and entry.kind == "data-protection" for entry in authorities())


@pytest.mark.parametrize("land", LAENDER)
def test_each_land_has_a_data_protection_authority(land: str) -> None:
    found = [entry for entry in authorities() if entry.code.startswith(f"DE-{land}-")]
    assert any(entry.kind == "data-protection" and entry.jurisdiction == "DE" for entry in found)
    assert country(f"DE-{land}").code == f"DE-{land}"


def test_each_american_state_and_the_district_has_an_attorney_general() -> None:
    states = {place.code for place in countries() if place.code.startswith("US-")}
    assert len(states) == 51
    assert {entry.jurisdiction for entry in authorities() if entry.kind == "attorney-general"} == states


@pytest.mark.parametrize(
    ("code", "name"),
    [
        ("NL-AP", "Autoriteit Persoonsgegevens"),
        ("NL-AP", "Dutch DPA"),
        ("NL-AP", "autorité néerlandaise de protection des données"),
        ("NL-AP", "niederländische Datenschutzbehörde"),
        ("FR-CNIL", "Commission nationale de l'informatique et des libertés"),
        ("FR-DGCCRF", "Répression des fraudes"),
        ("IT-GARANTE", "Garante privacy"),
        ("DE-HH-HMBBFDI", "Hamburgs Datenschutzbeauftragter"),
        ("GB-ICO", "Information Commissioner’s Office"),
        ("US-IL-AG", "Attorney General of Illinois"),
        ("US-HHS-OCR", "HHS OCR"),
        ("CA-CB", "Canadian Competition Bureau"),
        ("AU-OAIC", "Office of the Australian Information Commissioner"),
        ("CH-ESBK", "Commission fédérale des maisons de jeu"),
        ("CA-OSFI", "Bureau du surintendant des institutions financières"),
        ("US-MI-DIFS", "Michigan Department of Insurance and Financial Services"),
        ("NL-NEA", "Nederlandse Emissieautoriteit"),
        ("ES-AN-GOB", "Junta de Andalucía"),
        ("DZ-COSOB", "Commission d’organisation et de surveillance des opérations de bourse"),
    ],
)
def test_names_that_articles_print_lead_to_the_authority(code: str, name: str) -> None:
    assert name in authority(code).all_names
    assert name not in authority(code).ambiguous


@pytest.mark.parametrize(
    ("code", "name"),
    [("MA-CC", "Conseil de la concurrence"), ("NL-AP", "AP"), ("IE-DPC", "DPC"), ("GB-FCA", "FCA")],
)
def test_short_forms_that_mean_other_things_too_are_marked(code: str, name: str) -> None:
    assert name in authority(code).ambiguous


def test_an_unknown_code_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="XX-NONE"):
        authority("XX-NONE")


def test_country_codes_are_unique_and_sorted() -> None:
    codes = [place.code for place in countries()]
    assert codes == sorted(set(codes))


def test_an_unknown_country_is_a_key_error() -> None:
    with pytest.raises(KeyError, match="XX"):
        country("XX")


def test_countries_have_names_currency_and_date_order() -> None:
    for place in countries():
        assert re.fullmatch(r"[A-Z]{2}(-[A-Z]{1,3})?", place.code)
        assert place.names["en"][0] == place.name
        assert set(place.names) <= LANGUAGES
        assert re.fullmatch(r"[A-Z]{3}", place.currency), place.code
        assert place.date_order in {"DMY", "MDY", "YMD"}, place.code
        if "-" in place.code:
            assert place.currency == country(place.code[:2]).currency, place.code
        else:
            assert set(place.names) == LANGUAGES, place.code


@pytest.mark.parametrize("code", [*EEA, "GB", "CH", "US", "CA", "AU", "JP", "KR", "IN", "CN", "BR", "TR"])
def test_main_countries_have_adjectives_in_every_language(code: str) -> None:
    assert {language for language, forms in country(code).adjectives.items() if forms} == LANGUAGES


def test_adjectives_of_countries_are_not_shared_within_a_language() -> None:
    owners: dict[tuple[str, str], set[str]] = defaultdict(set)
    for place in countries():
        for language, forms in place.adjectives.items():
            for form in forms:
                owners[language, form].add(place.code)
    assert {key: codes for key, codes in owners.items() if len(codes) > 1} == {}


def test_known_countries() -> None:
    assert country("NL").adjectives["en"] == ("Dutch",)
    assert "The Hague" in country("NL").capitals
    assert country("US").date_order == "MDY"
    assert country("GB").date_order == "DMY"
    assert country("AU").currency == "AUD"


def test_instrument_codes_and_aliases_are_unique() -> None:
    codes = [instrument.code for instrument in instruments()]
    assert len(codes) >= 100
    assert codes == sorted(set(codes), key=str.casefold)
    owners: dict[str, set[str]] = defaultdict(set)
    for instrument in instruments():
        for alias in instrument.aliases:
            owners[alias.casefold()].add(instrument.code)
    assert {alias: found for alias, found in owners.items() if len(found) > 1} == {}


def test_instruments_are_well_formed() -> None:
    known = {"EU", *(place.code for place in countries())}
    for instrument in instruments():
        assert instrument.code.casefold() in {alias.casefold() for alias in instrument.aliases}
        assert instrument.case_sensitive <= set(instrument.aliases), instrument.code
        assert set(instrument.jurisdictions) <= known, instrument.code
        assert instrument.jurisdictions, instrument.code
        assert set(instrument.named.values()) <= set(instrument.aliases), instrument.code


@pytest.mark.parametrize(
    ("alias", "code"),
    [
        ("AVG", "GDPR"), ("DSGVO", "GDPR"), ("RGPD", "GDPR"), ("Règlement (UE) 2016/679", "GDPR"),
        ("UK GDPR", "UK GDPR"), ("Restore Online Shoppers’ Confidence Act", "ROSCA"),
        ("Communications Act", "Communications Act of 1934"), ("CPCE", "CPCE"), ("Kreditwesengesetz", "KWG"),
    ],
)  # fmt: skip
def test_forms_that_articles_print_lead_to_the_instrument(alias: str, code: str) -> None:
    assert [entry.code for entry in instruments() if alias in entry.aliases] == [code]


@pytest.mark.parametrize(
    ("code", "german"),
    [
        ("GDPR", "DSGVO"),
        ("TFEU", "AEUV"),
        ("AI Act", "KI-Verordnung"),
        ("BDSG", "BDSG"),
        ("own law", "own law"),
    ],
)
def test_a_law_has_its_short_form_in_the_language(code: str, german: str) -> None:
    assert instrument_name(code, "de") == german
    assert instrument_name(code, "en-GB") == code


def test_short_forms_that_are_words_too_are_case_sensitive() -> None:
    for short in ("AVG", "DMA", "LED", "REACH", "ADA"):
        assert any(short in instrument.case_sensitive for instrument in instruments()), short
