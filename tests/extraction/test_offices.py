"""A person and the firm of whose office the text tells: which of the two is the respondent."""

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

PERSONS = [
    ("en", "The FCA fined the former finance director of Kestrel Ltd, Jane Roe, £80,000.", "Jane Roe"),
    ("de", "Die BaFin verhängte gegen den früheren Vorstand der Kestrel AG, Jens Roth, 80.000 Euro Bußgeld.",
     "Jens Roth"),
    ("fr", "L’AMF a sanctionné de 80 000 euros l’ancien directeur financier de Valdor SA, Yann Guillerm.",
     "Yann Guillerm"),
    ("it", "La Consob ha multato per 80.000 euro l’ex direttore generale di Orrin Spa, Oreste Quaglia.",
     "Oreste Quaglia"),
    ("nl", "De AFM beboette de oud-directeur van Kestrel BV, Joris Kuiper, met 80.000 euro.", "Joris Kuiper"),
    ("es", "La CNMC ha sancionado con 48.000 euros al exdirector comercial de Vialum SA, Fermín Echaniz.",
     "Fermín Echaniz"),
]  # fmt: skip


def respondents(language: str, text: str) -> list[tuple[str, ...]]:
    metadata = SourceMetadata(language=language, published=PartialDate("2025-06-05"))
    return [tuple(party.name for party in action.respondents) for action in extract(text, metadata).actions]


@pytest.mark.parametrize(("language", "text", "name"), PERSONS)
def test_who_holds_an_office_is_fined_and_not_the_firm(language: str, text: str, name: str) -> None:
    assert respondents(language, text) == [(name,)]


def test_the_office_of_one_does_not_make_a_list_of_it_and_the_firm() -> None:
    text = (
        "La CNBV inhabilitó por cinco años a Ramiro Cantú, exdirector de Banco Albares, y sancionó al banco "
        "con 27 millones de pesos."
    )
    assert sorted(respondents("es", text)) == [("Banco Albares",), ("Ramiro Cantú",)]


@pytest.mark.parametrize(
    "text",
    [
        "The FCA has banned Kestrel Ltd’s former chief executive, Jane Roe, from the industry.",
        (
            "The FCA fined Kestrel Ltd £2m. It secured an undertaking from Kestrel’s former sales director, "
            "Jane Roe, who may not run a company for six years."
        ),
    ],
)
def test_whose_office_a_firm_owns_is_meant_behind_the_verb(text: str) -> None:
    assert ("Jane Roe",) in respondents("en", text)
    assert respondents("en", text).count(("Kestrel Ltd",)) == text.count("£2m")


def test_a_firm_and_its_director_are_both_fined() -> None:
    text = "The FCA fined Kestrel Ltd and its former director, Jane Roe, £80,000."
    assert [sorted(names) for names in respondents("en", text)] == [["Jane Roe", "Kestrel Ltd"]]


def test_an_item_that_names_a_measure_names_its_respondent() -> None:
    text = (
        "1. Valdor Vie S.A. – avertissement\nLe Commissariat aux assurances a averti la compagnie.\n\n"
        "2. Alta Fund Services – EUR 230.000\nAmende de la CSSF du 3 mars pour défaut de contrôle.\n\n"
        "3. Ondine Pay – règlement transactionnel\nL’émetteur a versé EUR 480.000 (environ 520 000 dollars) "
        "dans le cadre d’un accord conclu avec la CSSF le mois dernier. Pas un mot de plus."
    )
    metadata = SourceMetadata(language="fr", published=PartialDate("2025-06-05"))
    paid = [each for each in extract(text, metadata).actions if len(each.amounts) > 1]
    assert [[party.name for party in each.respondents] for each in paid] == [["Ondine Pay"]]
    assert [int(amount.value) for amount in paid[0].amounts] == [480_000, 520_000]
