"""Sums and verbs that tell of no respondent: what a year's fines add up to, what only a headline says."""

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

OWN = {
    "en": "Ofcom fined Kestrel Ltd £40,000. Jane Roe shrugged. In 2024 Ofcom imposed fines of £11m.",
    "de": "Die BaFin verhängte gegen die Kestrel AG ein Bußgeld von 40.000 Euro. Jens Roth schweigt. "
    "Die BaFin hat vergangenes Jahr Geldbußen von 11 Millionen Euro verhängt.",
    "fr": "L’Arcep a infligé 40 000 euros d’amende à Orrin SA. Jean Roy se tait. "
    "En 2024, l’Arcep a infligé 11 millions d’euros d’amendes.",
    "nl": "De ACM gaf Orrin BV een boete van 40.000 euro. Joris Kuiper zwijgt. "
    "In 2024 legde de ACM voor 11 miljoen euro boetes op.",
    "it": "La Consob ha multato Orrin Spa per 40.000 euro. Oreste Quaglia tace. "
    "Nel 2024 le sanzioni della Consob sono ammontate a 11 milioni.",
    "es": "La CNMC multó a Orrin SA con 40.000 euros. Julio Prado calla. "
    "En 2024 la CNMC impuso multas por 11 millones de euros.",
}


@pytest.mark.parametrize("language", sorted(OWN))
def test_what_the_fines_of_a_year_add_up_to_is_nobodys_fine(language: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-06-05"))
    actions = extract(OWN[language], metadata).actions
    assert [[int(amount.value) for amount in action.amounts] for action in actions] == [[40_000]]


def test_a_verb_at_the_end_of_a_headline_has_no_respondent_before_it() -> None:
    text = (
        "Il venerdì delle autorità: Banca Valdora in bilico, Ivass ammonisce\n\n"
        "La Banca d’Italia ha vietato a Banca Valdora di aprire sportelli. Il divieto è di lunedì."
    )
    metadata = SourceMetadata(language="it", published=PartialDate("2025-06-05"))
    assert [action.authority.code for action in extract(text, metadata).actions] == ["IT-BDI"]


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Fines reported this month (all firms): £4.9 million"),
        ("de", "Bußgelder in diesem Monat (alle Firmen): 4,9 Millionen Euro"),
        ("fr", "Amendes du mois (toutes sociétés) : 4,9 millions d’euros"),
        ("nl", "Boetes deze maand (alle bedrijven): 4,9 miljoen euro"),
        ("it", "Multe del mese (tutte le imprese): 4,9 milioni di euro"),
        ("es", "Multas del mes (todas las empresas): 4,9 millones de euros"),
    ],
)
def test_a_line_of_figures_is_nobodys_fine(language: str, line: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-06-05"))
    opening = OWN[language].split(". ")[0] + "."
    actions = extract(f"{opening}\n\n{line}\n\n© Wochenblatt", metadata).actions
    assert [[int(amount.value) for amount in action.amounts] for action in actions] == [[40_000]]
