"""Authorities and named parties."""

import pytest

from casefile.extraction.authorities import find_authorities
from casefile.extraction.names import find_parties
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def codes(text: str, language: str = "en") -> list[str]:
    return [mention.code for mention in find_authorities(Article(text, SourceMetadata(language=language)))]


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The Federal Trade Commission sued.", "en", "US-FTC"),
        ("La CNIL a annoncé", "fr", "FR-CNIL"),
        ("the Dutch Data Protection Authority said", "en", "NL-AP"),
        ("the Irish watchdog ordered the firm to stop over privacy", "en", "IE-DPC"),
        ("Italy’s privacy regulator said", "en", "IT-GARANTE"),
        ("die irische Datenschutzbehörde", "de", "IE-DPC"),
    ],
)
def test_an_authority_is_found_by_name_and_nickname(text: str, language: str, code: str) -> None:
    assert code in codes(text, language)


def test_an_ambiguous_abbreviation_needs_an_anchor() -> None:
    assert codes("AP reported on Tuesday that shares rose.") == []
    assert "NL-AP" in codes("De AP legt een boete op.", "nl")


def test_an_abbreviation_in_brackets_is_learned() -> None:
    found = codes("The Netherlands Data Protection Agency (DPA) spoke. Later the DPA warned.")
    assert set(found) == {"NL-AP"}


def test_words_that_point_back_mean_the_authority_before() -> None:
    assert codes("The CNIL fined Orange. The watchdog said more would follow.") == ["FR-CNIL", "FR-CNIL"]


def parties(text: str, language: str = "en", outlet: str = "") -> dict[str, bool]:
    survey = Survey(Article(text, SourceMetadata(language=language, outlet=outlet)))
    return {party.name: party.person for party in survey.parties}


def test_short_forms_belong_to_the_full_name() -> None:
    text = "Orbital Freight Ltd was fined. Critics of Orbital were pleased."
    (party,) = find_parties(Article(text, SourceMetadata()), ())
    assert party.name == "Orbital Freight Ltd"
    assert party.forms == {"Orbital Freight Ltd", "Orbital"}


def test_a_company_and_its_brand_are_one() -> None:
    assert list(parties("It fined Luminar Inc., which runs Chatterly. Users of Chatterly left.")) == [
        "Luminar Inc."
    ]


def test_who_runs_the_sites_of_a_brand_is_one_with_it() -> None:
    text = "Multata Vestiri Services, la società di Dublino che gestisce i siti europei di Vestiri."
    assert list(parties(text, "it")) == ["Vestiri Services"]
    text = "L’Agcm multa Lumina. La sanzione colpisce Orbis Retail, che gestisce i siti europei di Lumina."
    assert list(parties(text, "it")) == ["Orbis Retail"]


def test_a_title_makes_a_person() -> None:
    assert parties("It named the chief executive Anna Vermeer and fined Zolando AG.") == {
        "Anna Vermeer": True,
        "Zolando AG": False,
    }


@pytest.mark.parametrize(
    "text", ["It fell in Paris on Monday.", "The Daily Planet wrote.", "Officials of Germany left."]
)
def test_places_days_and_the_outlet_are_no_parties(text: str) -> None:
    assert parties(text, outlet="The Daily Planet") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("L’usine Orrin SA a rejeté ses eaux dans la Gère. Le chrome a tué la Gère.", {"Orrin SA"}),
        ("L’Arcom sanctionne Orrin SA, selon le Journal officiel du 16.", {"Orrin SA"}),
        ("L’abattoir exploité à Trégourlan par Orrin SA est fermé.", {"Orrin SA"}),
        (
            "La banque Aeberhard est punie, dit la Finma. Elle vise Banque Aeberhard & Cie SA.",
            {"Banque Aeberhard & Cie SA"},
        ),
    ],
)
def test_rivers_gazettes_and_sites_are_no_parties_in_french(text: str, names: set[str]) -> None:
    survey = Survey(Article(text, SourceMetadata(language="fr")))
    assert {party.name for party in survey.parties if party.name not in survey.bystanders} == names


def test_a_region_of_the_world_is_no_party_and_brothers_are_one() -> None:
    told = parties("The agency fined Orrin Bros. Produce Inc. for its sales in Latin America.")
    assert told == {"Orrin Bros. Produce Inc.": False}


@pytest.mark.parametrize(
    ("text", "language", "code"),
    [
        ("The watchdog bites. The Gambling Commission slept; so did the Advertising Standards Authority.",
         "en", "GB-GC"),
        ("La CNIL clôt. L’AFA se tait : le dossier est devant la commission des sanctions.", "fr", "FR-AFA"),
    ],
)  # fmt: skip
def test_whom_a_word_for_any_watcher_or_an_organ_means(text: str, language: str, code: str) -> None:
    pointing = ("The watchdog", "la commission")
    article = Article(text, SourceMetadata(language=language))
    assert [each.code for each in find_authorities(article) if each.span.of(text) in pointing] == [code]


def test_a_department_with_its_initials_is_an_authority_and_a_lobby_is_none() -> None:
    named = codes("The Department of Tea Licensing and Control (DTLC) issued an order.")
    assert set(named) == {"Department of Tea Licensing and Control"}
    assert codes("A man from the Betting and Gaming Council grumbled.") == []


def test_a_council_that_several_lands_have_is_told_by_the_city() -> None:
    text = "Casablanca. Le Conseil de la concurrence a conclu un accord transactionnel."
    assert codes(text, "fr") == ["MA-CC"]


def test_german_nouns_are_no_names() -> None:
    text = (
        "Das Amt hat gegen die Quantor Bank AG ein Bußgeld verhängt, weil die Kunden keine Auskunft bekamen."
    )
    assert list(parties(text, "de")) == ["Quantor Bank AG"]


def test_the_agency_is_no_body_whose_contracts_were_shared_out() -> None:
    text = (
        "La CNMC multó a Orrin SA. La CNMC probó, dijo la CNMC, que se repartía contratos de la "
        "Dirección General de Tráfico. El organismo multa a Norvia SA."
    )
    mentions = find_authorities(Article(text, SourceMetadata(language="es")))
    assert mentions[-1].code == "ES-CNMC"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("The Competition Tribunal has confirmed the deal of a firm in Polokwane.", "ZA-CT"),
        ("The Competition Tribunal has confirmed the deal of a firm in Calgary.", "CA-CT"),
    ],
)
def test_a_tribunal_that_several_lands_have_is_told_by_a_town(text: str, code: str) -> None:
    (mention,) = find_authorities(Article(text, SourceMetadata(language="en")))
    assert mention.code == code


def test_the_self_regulator_is_who_was_spoken_of() -> None:
    text = "FINRA fined Kestrel. The self-regulator also took $7,500 from a rep in Boise."
    assert codes(text) == ["US-FINRA", "US-FINRA"]


def test_water_is_no_party() -> None:
    assert parties("Fish died at Semington Brook and in the Vessel Creek. It fined Orrin SA.") == {
        "Orrin SA": False
    }


def test_a_first_word_that_says_how_long_is_no_part_of_a_name() -> None:
    assert parties("Longtime Kestrel Dairy was fined. It fined Kestrel Dairy again.") == {
        "Kestrel Dairy": False
    }


@pytest.mark.parametrize(
    "place", ["", " in Leeds", " in Wagga Wagga", " of New South Hill", ", at Upper Barn,"]
)
def test_who_is_told_to_do_something_is_a_party_wherever_it_is(place: str) -> None:
    told = parties(f"The agency has told Brindle Leagues Club{place} to appoint an auditor.")
    assert "Brindle Leagues Club" in told


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Kestrel Ltd, which runs the websites SpinHarbour and LadyLuckLane, will pay."),
        ("en", "Kestrel Ltd, which operates the brands SpinHarbour, BetOrchard and LadyLuckLane, pays."),
        ("de", "Die Kestrel GmbH, die die Portale Spielhafen und Belvista betreibt, muss zahlen."),
        ("fr", "La société Kestrel SAS, qui exploite les sites Joliport et Belvista, devra payer."),
        ("nl", "Kestrel BV, het bedrijf achter de websites Speelhaven en Gelukspoort, moet betalen."),
        ("es", "Kestrel SL, que gestiona las webs Portoazar y Vistabella, deberá pagar."),
        ("it", "Kestrel Srl, che gestisce i siti Portofelice e Bellavista, dovrà pagare."),
    ],
)
def test_all_the_brands_of_a_list_are_one_with_who_runs_them(language: str, text: str) -> None:
    (name,) = parties(text, language)
    assert name.startswith("Kestrel")


def test_a_name_behind_the_clause_of_a_brand_is_none_of_its_brands() -> None:
    assert list(parties("It fined Kestrel Ltd, which runs Chatterly, and Norvia Ltd.")) == [
        "Kestrel Ltd",
        "Norvia Ltd",
    ]
