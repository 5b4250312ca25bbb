"""Bodies that count as authorities where the text says beside their name that they imposed something."""

import pytest

from tests.extraction.test_authority_mentions import codes, mentions


def names(text: str, language: str) -> list[str]:
    return [each.authority.name for each in mentions(text, language)]


@pytest.mark.parametrize(
    ("language", "text", "name"),
    [
        ("en", "Orrin was fined £9,000 by the Office of the Harbour Master.", "Office of the Harbour Master"),
        ("en", "The Ministry of Works (Nordheim) imposed a fine on Orrin.", "Ministry of Works"),
        ("en", "Orrin’s permit was revoked last week by the Elevator Safety Board.", "Elevator Safety Board"),
        ("en", "The Dental Practice Council disciplined Orrin.", "Dental Practice Council"),
        ("en", "A fine from the Nursing Practice Tribunal followed.", "Nursing Practice Tribunal"),
        ("de", "Das Amt für Verbraucherschutz hat gegen Orrin ein Bußgeld verhängt.",
         "Amt für Verbraucherschutz"),
        ("de", "Das Bußgeld, verhängt von der Zentralstelle für Datenschutz, ist hoch.",
         "Zentralstelle für Datenschutz"),
        ("fr", "Le Bureau de la sécurité routière a infligé une amende à Orrin.",
         "Bureau de la sécurité routière"),
        ("fr", "Une amende infligée mardi par le Conseil de déontologie a surpris Orrin.",
         "Conseil de déontologie"),
        ("nl", "De Raad voor Mediatoezicht heeft Orrin gisteren een boete opgelegd.",
         "Raad voor Mediatoezicht"),
        ("it", "La multa, inflitta dall’Ufficio di controllo delle derrate, è alta.",
         "Ufficio di controllo delle derrate"),
        ("es", "Orrin recibió una multa de la Secretaría de Comercio.", "Secretaría de Comercio"),
        ("es", "Ayer impuso el Instituto de Sanidad una multa.", "Instituto de Sanidad"),
    ],
)  # fmt: skip
def test_a_name_that_firms_have_too_is_an_authority_where_it_imposed_something(
    language: str, text: str, name: str
) -> None:
    assert names(text, language) == [name]


def test_a_name_that_was_borne_out_once_counts_everywhere() -> None:
    text = "The Elevator Safety Board met. On Monday the Elevator Safety Board fined Orrin £9,000."
    assert names(text, "en") == ["Elevator Safety Board"] * 2


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The Fenland Housing Regulator wrote to Orrin.", ["Fenland Housing Regulator"]),
        ("de", "Die Ärztekammer Nordheim schrieb Orrin.", ["Ärztekammer Nordheim"]),
        ("de", "Das Finanzamt Nordheim schrieb Orrin.", ["Finanzamt Nordheim"]),
        ("nl", "Het Regionaal Tuchtcollege berispte Orrin.", ["Regionaal Tuchtcollege"]),
        ("es", "La Consejería de Sanidad escribió a Orrin.", ["Consejería de Sanidad"]),
    ],
)
def test_heads_that_only_authorities_have(language: str, text: str, expected: list[str]) -> None:
    assert names(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The Safety Committee of Orrin met the Ministry of Sound."),
        ("en", "Orrin was fined over the Office of the Chairman."),
        ("en", "The Pension Tribunal Service greeted him."),
        ("de", "Er bewarb sich um das Amt des Präsidenten."),
        ("de", "Der Informationsdienst für den deutschen Handel rügte Orrin."),
        ("de", "Der Beirat und die Kammer haben getagt."),
        ("fr", "Le Bureau de la mode a fêté mardi ses dix ans."),
        ("nl", "Een boete voor de Raad voor Mode."),
        ("it", "L’Ordine di Malta ha ospitato la festa."),
        ("es", "El Colegio de San José multiplicó sus aulas."),
    ],
)
def test_the_same_words_without_a_sanction_are_none(language: str, text: str) -> None:
    assert codes(text, language) == []


def test_a_body_of_a_state_told_before_is_the_state_s() -> None:
    text = "Oregon has rules. The state Department of Forests fined Orrin $9,000."
    (found,) = mentions(text)
    assert (found.authority.name, found.authority.jurisdiction) == ("Department of Forests", "US-OR")
    registered = (
        "Washington state: Olympia said so. Oregon sued. The state Department of Ecology fined Orrin."
    )
    assert [each.authority.jurisdiction for each in mentions(registered)][-1:] == ["US-OR"]


def test_a_german_name_is_the_registered_one_in_every_case() -> None:
    text = "Die GGL tagte. Ein Sprecher der Gemeinsamen Glücksspielbehörde sprach."
    assert codes(text, "de") == ["DE-GGL", "DE-GGL"]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The London Metal Exchange has been fined £9.2m by the FCA.", {"GB-FCA"}),
        ("en", "The Home Office was reprimanded by the Information Commissioner’s Office.", {"GB-ICO"}),
        ("en", "The New York Stock Exchange agreed to pay $9m to settle SEC charges.", {"US-SEC"}),
        ("en", "The FCA was fined by nobody.", {"GB-FCA"}),
        ("de", "Die Deutsche Bundesbank wurde von der BaFin verwarnt.", {"DE-BAFIN"}),
        ("fr", "La Banque de France a été sanctionnée par la CNIL.", {"FR-CNIL"}),
        ("es", "El Banco de España fue multado por la AEPD.", {"ES-AEPD"}),
    ],
)
def test_a_body_that_another_sanctions_is_no_authority(language: str, text: str, expected: set[str]) -> None:
    assert {each.code for each in mentions(text, language)} == expected
