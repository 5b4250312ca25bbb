"""Towns, regions, county prosecutors, customs and single words: authorities only of what they do."""

import pytest

from tests.extraction.test_authority_mentions import mentions


def found(text: str, language: str) -> list[tuple[str, str]]:
    return [(each.authority.name, each.authority.jurisdiction) for each in mentions(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "name", "land"),
    [
        ("de", "Die Stadt Hallbach verhängte ein Bußgeld gegen Orrin.", "Stadt Hallbach", "DE"),
        ("de", "Der Landkreis Elbtal hat Orrin gestern den Betrieb untersagt.", "Landkreis Elbtal", "DE"),
        ("de", "Im Mai hat die Stadt Hallbach gegen Orrin ein Bußgeld verhängt.", "Stadt Hallbach", "DE"),
        ("fr", "La Ville de Morvaux a infligé une amende à Orrin.", "Ville de Morvaux", "FR"),
        ("fr", "Une amende prononcée jeudi par la mairie de Morvaux vise Orrin.", "Mairie de Morvaux", "FR"),
        ("nl", "De gemeente Westerhoek legde Orrin een dwangsom op.", "Gemeente Westerhoek", "NL"),
        ("nl", "Orrin kreeg een boete van 5.000 euro van de provincie Merwe.", "Provincie Merwe", "NL"),
        ("nl", "Het waterschap Krabben heeft Orrin een boete opgelegd.", "Waterschap Krabben", "NL"),
        ("it", "Il Comune di Roccapiana ha multato Orrin.", "Comune di Roccapiana", "IT"),
        ("it", "La sanzione, inflitta dalla Regione Valsera, è pesante.", "Regione Valsera", "IT"),
        ("es", "El Ayuntamiento de Villaluz multó a Orrin.", "Ayuntamiento de Villaluz", "ES"),
        ("es", "La Junta de Altamira ha sancionado a Orrin.", "Junta de Altamira", "ES"),
        ("es", "Orrin apela la multa de 9.000 euros del Ayuntamiento de Villaluz.",
         "Ayuntamiento de Villaluz", "ES"),
        ("es", "La Junta multa a Orrin con 9.000 euros.", "Junta", "ES"),
    ],
)  # fmt: skip
def test_a_town_or_region_that_acts_is_an_authority(language: str, text: str, name: str, land: str) -> None:
    assert found(text, language) == [(name, land)]


def test_a_head_alone_is_the_only_one_of_its_sort() -> None:
    text = "El Ayuntamiento de Villaluz abrió el caso. Ayer el Ayuntamiento multó a Orrin."
    assert [name for name, _ in found(text, "es")] == ["Ayuntamiento de Villaluz"] * 2


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("de", "Orrin liegt in der Stadt Hallbach, im Landkreis Elbtal."),
        ("de", "Gegen die Stadt Hallbach wurde ein Bußgeld verhängt."),
        ("fr", "La Ville de Morvaux a été sanctionnée."),
        ("nl", "De gemeente Westerhoek kreeg een boete wegens een lek."),
        ("it", "Il Comune di Roccapiana è stato multato."),
        ("it", "La multa al Comune di Roccapiana è alta."),
        ("es", "El Ayuntamiento de Villaluz fue multado con 9.000 euros."),
        ("es", "Impuso al Ayuntamiento de Villaluz una multa. La Junta Directiva calla."),
        ("en", "The City of Marlow was fined."),
        ("nl", "De gemeente Westerhoek legt een fietspad aan en sluit een contract met Orrin."),
        (
            "de",
            "Die Stadt Hallbach verfügte über Geld und hat mit Orrin einen Vertrag geschlossen.",
        ),
        ("es", "El Ayuntamiento de Villaluz clausura el festival."),
    ],
)
def test_a_town_that_is_fined_or_only_named_is_none(language: str, text: str) -> None:
    assert found(text, language) == []


@pytest.mark.parametrize(
    ("text", "name", "land"),
    [
        ("Orrin settled with the Ferris County District Attorney.", "Ferris County District Attorney", "US"),
        ("In Ohio, Ferris County State’s Attorney Ada Frost charged Orrin.",
         "Ferris County State’s Attorney", "US-OH"),
        ("The Marlow City Attorney’s Office sued Orrin in Texas.", "Marlow City Attorney", "US-TX"),
        ("The Brookfield district attorney charged Orrin.", "Brookfield district attorney", "US"),
    ],
)  # fmt: skip
def test_the_prosecutor_of_a_county_or_city(text: str, name: str, land: str) -> None:
    assert found(text, "en") == [(name, land)]


@pytest.mark.parametrize(
    "text",
    ["Her attorney, Ada Frost, said so.", "The defense attorney sued.", "An Ohio attorney sued Orrin."],
)
def test_other_attorneys_are_none(text: str) -> None:
    assert found(text, "en") == []


@pytest.mark.parametrize(
    ("text", "lands"),
    [
        ("Fiji Customs seized the goods.", ["FJ"]),
        ("Ghana Customs and Excise fined Orrin.", ["GH"]),
        ("EU Customs Union rules and Fiji Customs duties apply.", []),
    ],
)
def test_the_customs_of_a_country(text: str, lands: list[str]) -> None:
    assert [land for _, land in found(text, "en")] == lands


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("de", "Die Lotteriekommission verhängte ein Bußgeld gegen Orrin.", ["Lotteriekommission"]),
        ("de", "Ein Bußgeld der Hafensicherheitsbehörde droht. Die Marktkommission tagte.", []),
        ("nl", "De Sportautoriteit legde Orrin een boete op.", ["Sportautoriteit"]),
        ("nl", "De Sportautoriteit vergaderde.", []),
    ],
)
def test_a_single_word_is_a_body_where_it_acts(language: str, text: str, names: list[str]) -> None:
    assert [name for name, _ in found(text, language)] == names


def test_a_department_of_the_state_is_the_one_of_its_own_name() -> None:
    text = "California moved faster. The state's Department of Motor Vehicles pulled the permit of Orrin."
    assert found(text, "en") == [("California Department of Motor Vehicles", "US-CA")]
    elsewhere = "Nevada moved faster. The state's Department of Idle Hours pulled the permit of Orrin."
    assert found(elsewhere, "en") == []


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Ireland's Data Protection Commission fined Orrin. It never heard from Chinese authorities.",
         "Data Protection Commission"),
        ("fr", "La CNIL a sanctionné Orrin. Les autorités chinoises n’ont rien dit.",
         "Commission nationale de l’informatique et des libertés"),
    ],
)  # fmt: skip
def test_authorities_of_a_country_are_no_one_body_beside_one_that_is_named(
    language: str, text: str, name: str
) -> None:
    assert {each for each, _ in found(text, language)} == {name}
