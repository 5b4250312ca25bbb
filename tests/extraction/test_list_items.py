"""Names that open the items of a list, and what is no name there, in six languages."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


@pytest.mark.parametrize(
    ("language", "text", "names"),
    [
        ("en", "This:\n• Umber Mutual – R9 million;\n• Norvia Savings: R3.5 million.",
         {"Umber Mutual", "Norvia Savings"}),
        ("en", "The week:\n1. Orrin Quick: £40,000 for calls.\n2. Norvia Direct: £3m.",
         {"Orrin Quick", "Norvia Direct"}),
        ("es", "Las multas:\n– Cinca y Alcanadre, S.L.: 6.450.000 euros\n– Buses Ordesa, S.L.: 1.900 euros",
         {"Cinca y Alcanadre, S.L.", "Buses Ordesa, S.L."}),
        ("fr", "Les décisions :\n- Medigalia France : 1 900 000 euros ;\n- B2S Génériques : 40 000 euros.",
         {"Medigalia France", "B2S Génériques"}),
        ("de", "Die Bußgelder:\n– Orrin Nordlicht: 3 Millionen Euro\n– Norvia Feinkost: 40.000 Euro",
         {"Orrin Nordlicht", "Norvia Feinkost"}),
        ("it", "Le sanzioni:\n- Orrin Viaggi: 300.000 euro;\n- Norvia Energia: 40.000 euro.",
         {"Orrin Viaggi", "Norvia Energia"}),
        ("es", "Las multas:\n• Orrin Viajes: 300.000 euros\n• Norvia Salud: 40.000 euros",
         {"Orrin Viajes", "Norvia Salud"}),
        ("nl", "De boetes:\n• Orrin Reizen: 300.000 euro\n• Norvia Zorg – 40.000 euro",
         {"Orrin Reizen", "Norvia Zorg"}),
        ("en", "LONDON — Ofcom said a civil penalty was due.\n• Civil Penalty: £3m", set()),
    ],
)  # fmt: skip
def test_an_item_with_a_sum_begins_with_a_name(language: str, text: str, names: set[str]) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    assert {party.name for party in survey.parties} == names


@pytest.mark.parametrize(
    ("language", "text", "bodies"),
    [
        ("en", "Spain’s ministry for consumer affairs fined Orrin SA €3m.", ["ES-CONSUMO"]),
        ("en", "Italy’s ministry of health warned Orrin SA.", ["IT-SALUTE"]),
        ("en", "New York City’s health department fined Orrin Supply $3m.",
         ["New York City’s health department"]),
        ("en", "The Alder County health department fined Orrin Supply $3,000.",
         ["Alder County health department"]),
        ("en", "Greece’s love of food and its health food shops won.", []),
        ("fr", "Le préfet du Finistère a infligé 15 000 euros à Orrin SA.", ["préfet du Finistère"]),
        ("it", "Il prefetto di Lecce ha sospeso la licenza di Orrin srl.", ["prefetto di Lecce"]),
        ("fr", "Le Conseil d’Etat a réduit l’amende d’Orrin SA.", ["FR-CE"]),
        ("nl", "De Kansspelautoriteit (Ksa) beboette Orrin BV. De Ksa inde 3 miljoen euro.",
         ["NL-KSA", "NL-KSA", "NL-KSA"]),
    ],
)  # fmt: skip
def test_departments_and_prefects_are_authorities(language: str, text: str, bodies: list[str]) -> None:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    assert [mention.code for mention in survey.authorities] == bodies


_LISTED = [
    ("en", "The FCA has fined two former directors of Orrin Bank plc:",
     {"Jane Smithfield": ", chief executive: £742,000", "Peter Larch": ", finance director: £315,000"}),
    ("en", "The CMA has fined four firms:", {"Orrin Ltd": ": £742,000", "Norvia Ltd": ": £315,000"}),
    ("de", "Die BaFin hat gegen zwei Manager der Orrin Bank AG Geldbußen verhängt:",
     {"Anna Schreiner": ", Vorstand: 742.000 Euro", "Peter Lorch": ", Finanzvorstand: 315.000 Euro"}),
    ("fr", "L’AMF a sanctionné deux anciens dirigeants d’Orrin SA :",
     {"Jeanne Dufour": ", directrice (742 000 euros)", "Pierre Lorme": ", directeur : 315 000 euros"}),
    ("es", "La CNMV sancionó a Orrin SA. También fueron sancionadas las siguientes personas:",
     {"Hernando Piragauta": ", consejero: 742.000 euros", "Yineth Losada": ", gerente: 315.000 euros"}),
    ("it", "La Consob ha sanzionato gli esponenti della Orrin Sim:",
     {"Lucia Ferrante": ", amministratrice: 742.000 euro", "Pietro Larini": ", direttore: 315.000 euro"}),
    ("nl", "De AFM legde boetes op aan twee bestuurders van Orrin Bank NV:",
     {"Anna Schouten": ", voorzitter: 742.000 euro", "Pieter Lorst": ", directeur: 315.000 euro"}),
]  # fmt: skip


@pytest.mark.parametrize("mark", ["• ", "– "])
@pytest.mark.parametrize(("language", "lead", "items"), _LISTED)
def test_items_below_a_sentence_of_fines_are_fines(
    language: str, lead: str, items: dict[str, str], mark: str
) -> None:
    text = f"{lead}\n\n" + "\n".join(f"{mark}{name}{told}" for name, told in items.items())
    actions = find_actions(Survey(Article(text, SourceMetadata(language=language))))
    found = {each.name: action.amounts for action in actions for each in action.respondents}
    fines = {name: [int(each.value) for each in sums] for name, sums in found.items() if sums}
    assert fines == dict(zip(items, [[742_000], [315_000]], strict=True))


def test_items_below_other_sentences_are_no_fines() -> None:
    text = (
        "Ofcom fined Orrin Ltd £3m. Its largest customers are:\n\n"
        "• Norvia Ltd, a retailer: £40 million\n• Tarn Ltd, a carrier: £20 million"
    )
    actions = find_actions(Survey(Article(text, SourceMetadata(language="en"))))
    assert [each.name for action in actions for each in action.respondents] == ["Orrin Ltd"]


def test_the_title_of_a_case_is_no_party() -> None:
    text = (
        "La CNMC ha puesto fin al expediente S/0031/22 Transporte Escolar. La resolución aprecia una "
        "infracción del artículo 1 de la Ley 15/2007.\n\nLas multas:\n"
        "– Cinca y Alcanadre, S.L.: 6.450.000 euros\n– Buses Ordesa, S.L.: 1.900.000 euros"
    )
    actions = find_actions(Survey(Article(text, SourceMetadata(language="es"))))
    assert [each.respondents[0].name for each in actions] == ["Cinca y Alcanadre, S.L.", "Buses Ordesa, S.L."]
    assert all(each.provisions for each in actions)
