"""Sentences as the press writes them of decisions that everybody knows: who, whom, what, how it stands."""

import pytest

from casefile.extraction import extract
from casefile.extraction.authority_seats import find_seats
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.proposals import ActionProposal
from casefile.registry import authority

ONE = [
    ("en", "Apple was fined €500m by Brussels.", "EU-EC", "Apple", "fine", "imposed", 500000000),
    (
        "de",
        "Brüssel verhängt 500-Millionen-Euro-Strafe gegen Apple.",
        "EU-EC",
        "Apple",
        "fine",
        "imposed",
        500000000,
    ),
    (
        "de",
        ("Die von Brüssel verhängte Strafe von 1,06 Milliarden Euro gegen Intel ist vom Tisch."),
        "EU-EC",
        "Intel",
        "fine",
        "annulled",
        1060000000,
    ),
    (
        "fr",
        "Bruxelles inflige une amende de 500 millions d'euros à Apple.",
        "EU-EC",
        "Apple",
        "fine",
        "imposed",
        500000000,
    ),
    (
        "fr",
        "Apple a été condamné par l'UE à une amende de 500 millions d'euros.",
        "EU-EC",
        "Apple",
        "fine",
        "imposed",
        500000000,
    ),
    (
        "fr",
        "Bercy condamne Amazon à une amende de 4 millions d'euros.",
        "FR-ECONOMIE",
        "Amazon",
        "fine",
        "imposed",
        4000000,
    ),
    (
        "nl",
        "Brussel legt Apple boete van 500 miljoen euro op.",
        "EU-EC",
        "Apple",
        "fine",
        "imposed",
        500000000,
    ),
    (
        "es",
        ("Google pierde el recurso contra la multa de 2.424 millones que le impuso Bruselas."),
        "EU-EC",
        "Google",
        "fine",
        "final",
        2424000000,
    ),
    ("es", "La UE multa a Apple con 500 millones.", "EU-EC", "Apple", "fine", "imposed", 500000000),
    (
        "it",
        ("Intel ottiene l'annullamento della multa da 1,06 miliardi inflitta da Bruxelles."),
        "EU-EC",
        "Intel",
        "fine",
        "annulled",
        1060000000,
    ),
    (
        "de",
        (
            "Die EU-Kommission hat gegen den Kurznachrichtendienst X eine Geldstrafe von 120 "
            "Millionen Euro verhängt."
        ),
        "EU-EC",
        "X",
        "fine",
        "imposed",
        120000000,
    ),
    (
        "de",
        "EU-Kommission verhängt 120 Millionen Euro Strafe gegen X.",
        "EU-EC",
        "X",
        "fine",
        "imposed",
        120000000,
    ),
    (
        "fr",
        "La Commission européenne a condamné X à une amende de 120 millions d'euros.",
        "EU-EC",
        "X",
        "fine",
        "imposed",
        120000000,
    ),
    (
        "nl",
        "De Europese Commissie legt X een boete op van 120 miljoen euro.",
        "EU-EC",
        "X",
        "fine",
        "imposed",
        120000000,
    ),
    (
        "es",
        "La red social X ha sido multada con 120 millones por la Comisión Europea.",
        "EU-EC",
        "X",
        "fine",
        "imposed",
        120000000,
    ),
    (
        "it",
        ("Il social network X è stato multato dalla Commissione europea per 120 milioni di euro."),
        "EU-EC",
        "X",
        "fine",
        "imposed",
        120000000,
    ),
    (
        "de",
        (
            "Der Europäische Gerichtshof hat die von der EU-Kommission gegen Google verhängte "
            "Wettbewerbsstrafe in Höhe von 2,4 Milliarden Euro bestätigt."
        ),
        "EU-EC",
        "Google",
        "fine",
        "final",
        2400000000,
    ),
    (
        "de",
        (
            "Das Gericht der Europäischen Union hat eine Strafe der EU-Kommission gegen Google in "
            "Höhe von 1,49 Milliarden Euro für nichtig erklärt."
        ),
        "EU-EC",
        "Google",
        "fine",
        "annulled",
        1490000000,
    ),
    (
        "de",
        (
            "Das Bundesgericht hat die von der Wettbewerbskommission gegen Swisscom "
            "ausgesprochene Busse von 71,8 Millionen Franken bestätigt."
        ),
        "CH-WEKO",
        "Swisscom",
        "fine",
        "final",
        71800000,
    ),
    (
        "de",
        (
            "Das Bundesverwaltungsgericht hat die von der Datenschutzbehörde gegen die "
            "Österreichische Post verhängte Strafe von 18 Millionen Euro aufgehoben."
        ),
        "AT-DSB",
        "Österreichische Post",
        "fine",
        "annulled",
        18000000,
    ),
    (
        "de",
        (
            "Der Bundesgerichtshof hat die Rechtsbeschwerde des Kaffeerösters Melitta gegen das "
            "Bußgeld von 55 Millionen Euro verworfen, das das Bundeskartellamt verhängt hatte."
        ),
        "DE-BKARTA",
        "Melitta",
        "fine",
        "final",
        55000000,
    ),
    (
        "de",
        (
            "Das Bundeskartellamt hat gegen Edeka ein Bußgeld von 40 Millionen Euro verhängt. "
            "Über einen möglichen Einspruch entscheidet das Oberlandesgericht Düsseldorf."
        ),
        "DE-BKARTA",
        "Edeka",
        "fine",
        "imposed",
        40000000,
    ),
    (
        "fr",
        (
            "La Cnil a infligé une amende de 40 millions d'euros à Criteo. Le groupe a annoncé "
            "son intention de faire appel devant le Conseil d'Etat."
        ),
        "FR-CNIL",
        "Criteo",
        "fine",
        "appealed",
        40000000,
    ),
    (
        "fr",
        (
            "La justice européenne confirme l'amende de 2,42 milliards d'euros infligée par "
            "Bruxelles à Google."
        ),
        "EU-EC",
        "Google",
        "fine",
        "final",
        2420000000,
    ),
    (
        "fr",
        ("Rolex France écope d'une amende de 91,6 millions d'euros, a annoncé l'Autorité de la concurrence."),
        "FR-ADLC",
        "Rolex France",
        "fine",
        "imposed",
        91600000,
    ),
    (
        "fr",
        ("L'Arcep a mis en demeure Orange de respecter ses engagements de déploiement de la fibre optique."),
        "FR-ARCEP",
        "Orange",
        "order",
        "imposed",
        None,
    ),
    (
        "nl",
        ("De Autoriteit Persoonsgegevens legt de Belastingdienst een boete op van 3,7 miljoen euro."),
        "NL-AP",
        "Belastingdienst",
        "fine",
        "imposed",
        3700000,
    ),
    (
        "nl",
        (
            "Rabobank schikt met het Openbaar Ministerie voor 1 miljoen euro. De bank zegt dat de "
            "zaak daarmee is afgedaan."
        ),
        "NL-OM",
        "Rabobank",
        "settlement",
        "settled",
        1000000,
    ),
    (
        "nl",
        "De gemeente Amsterdam heeft Booking.com een boete van 20.500 euro opgelegd.",
        "Gemeente Amsterdam",
        "Booking.com",
        "fine",
        "imposed",
        20500,
    ),
    (
        "es",
        (
            "Mercadona pagará una multa de 2,5 millones de euros por el reconocimiento facial. La "
            "cadena se acogió al pago voluntario con la Agencia Española de Protección de Datos."
        ),
        "ES-AEPD",
        "Mercadona",
        "fine",
        "final",
        2500000,
    ),
    (
        "it",
        "L'Agcom ha sanzionato Cloudflare per oltre 14 milioni di euro.",
        "IT-AGCOM",
        "Cloudflare",
        "fine",
        "imposed",
        14000000,
    ),
    (
        "de",
        (
            "Das Bundeskartellamt hat gegen Edeka, Lidl und Rewe Bußgelder in Höhe von insgesamt "
            "rund 35 Millionen Euro verhängt."
        ),
        "DE-BKARTA",
        "Edeka, Lidl, Rewe",
        "fine",
        "imposed",
        35000000,
    ),
    (
        "fr",
        (
            "L'Autorité de la concurrence a sanctionné dix fabricants d'électroménager, dont BSH, "
            "Electrolux, Miele et SEB, pour un montant total de 611 millions d'euros."
        ),
        "FR-ADLC",
        "BSH, Electrolux, Miele, SEB",
        "fine",
        "imposed",
        611000000,
    ),
    (
        "it",
        (
            "La Commissione europea ha multato Barclays, Citigroup e JPMorgan per complessivi "
            "1,07 miliardi di euro."
        ),
        "EU-EC",
        "Barclays, Citigroup, JPMorgan",
        "fine",
        "imposed",
        1070000000,
    ),
    (
        "en",
        (
            "The European Commission fined Barclays, Citigroup, JPMorgan and MUFG 1.07 billion "
            "euros for rigging currency markets."
        ),
        "EU-EC",
        "Barclays, Citigroup, JPMorgan, MUFG",
        "fine",
        "imposed",
        1070000000,
    ),
]
NONE = [
    ("de", "Apple muss Irland 13 Milliarden Euro Steuern zurückzahlen, entschied der EuGH."),
    (
        "fr",
        (
            "Apple doit rembourser 13 milliards d'euros d'impôts à l'Irlande, a tranché la Cour "
            "de justice de l'Union européenne."
        ),
    ),
    (
        "nl",
        (
            "Apple moet 13 miljard euro belasting terugbetalen aan Ierland, oordeelt het Europees "
            "Hof van Justitie."
        ),
    ),
    (
        "es",
        ("Apple tendrá que devolver 13.000 millones en impuestos a Irlanda, según ha dictaminado el TJUE."),
    ),
    (
        "it",
        (
            "Apple dovrà restituire 13 miliardi di euro di tasse all'Irlanda, ha stabilito la "
            "Corte di giustizia Ue."
        ),
    ),
    ("fr", ("L'association UFC-Que Choisir a porté plainte contre Temu devant l'Autorité de régulation.")),
    ("es", ("Facua denuncia a Ryanair ante el Ministerio de Consumo por cobrar el equipaje de mano.")),
    ("it", "Altroconsumo presenta un esposto all'Antitrust contro Ryanair."),
    (
        "nl",
        ("De Consumentenbond heeft een klacht ingediend tegen Google bij de Autoriteit Persoonsgegevens."),
    ),
    ("de", ("Das Kartellamt gibt die Übernahme von Real-Märkten durch Edeka unter Auflagen frei.")),
    ("es", "Competencia autoriza con compromisos la compra de Supersol por Carrefour."),
]


def _actions(language: str, text: str) -> tuple[ActionProposal, ...]:
    return extract(text, SourceMetadata(language=language)).actions


@pytest.mark.parametrize(("language", "text", "code", "names", "kind", "status", "value"), ONE)
def test_one_action_is_told(
    language: str, text: str, code: str, names: str, kind: str, status: str, value: int | None
) -> None:
    (action,) = _actions(language, text)
    assert action.authority is not None
    assert action.authority.name == (authority(code).name if code[2] == "-" else code)
    assert sorted(each.name for each in action.respondents) == names.split(", ")
    assert (action.kind.value, action.status.value) == (kind, status)
    assert {int(each.value) for each in action.amounts} >= ({value} if value is not None else set())


@pytest.mark.parametrize(("language", "text"), NONE)
def test_no_action_is_told(language: str, text: str) -> None:
    assert _actions(language, text) == ()


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The bank was fined for breaching EU sanctions against Russia."),
        ("de", "Die von der EU verhängten Sanktionen gegen Russland wurden umgangen."),
        ("nl", "De EU legt sancties op aan Rusland."),
        ("nl", "Het Marktenhof in Brussel heeft vorige week de boete vernietigd."),
    ],
)
def test_no_body_stands_behind_a_place_or_what_is_imposed_on_states(language: str, text: str) -> None:
    article = Article(text, SourceMetadata(language=language))
    assert list(find_seats(article)) == []
