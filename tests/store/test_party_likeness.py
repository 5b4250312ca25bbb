"""When two names mean one party: languages, earlier names, groups, slips; and when they do not."""

import pytest

from casefile.store.matching import party_key
from casefile.store.party_likeness import Likeness, likeness, spellings

SAME = [
    ("Société Générale S.A.", "SOCIETE GENERALE", Likeness.SAME),
    ("Telefónica", "Telefonica, S.A.", Likeness.SAME),
    ("Facebook", "Meta Platforms Ireland Ltd", Likeness.NAME),
    ("Twitter International", "X Corp.", Likeness.NAME),
    ("Hennes & Mauritz", "H&M Online", Likeness.NAME),
    ("Stadt Köln", "City of Cologne", Likeness.NAME),
    ("Gemeente Antwerpen", "Ville d'Anvers", Likeness.NAME),
    ("Ayuntamiento de Sevilla", "Municipality of Seville", Likeness.NAME),
    ("Università di Torino", "University of Turin", Likeness.NAME),
    ("Universitätsklinikum Wien", "Universitätsklinikum Wien GmbH", Likeness.SAME),
    ("Azienda Ospedaliera di Padova", "Hospital of Padova", Likeness.NAME),
    ("Polizei Hamburg", "Hamburg Police", Likeness.NAME),
    ("Clearwater Analytics", "Clearwater Analytics Holdings, Inc.", Likeness.PART),
    ("Groupe des Banques Populaires", "GBP", Likeness.PART),
    ("Nordkontor Verlag", "Nord-Kontor Verlag", Likeness.SPELLED),
    ("Brightfield Energy", "Brigthfield Energy", Likeness.SPELLED),
    ("WhatsApp", "Facebook", Likeness.GROUP),
]


@pytest.mark.parametrize(("one", "other", "how"), SAME)
def test_names_of_one_party(one: str, other: str, how: Likeness) -> None:
    assert likeness(party_key(one), party_key(other)) is how
    assert likeness(party_key(other), party_key(one)) is how


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Bank of Ireland", "Bank of Israel"),
        ("Stadt Köln", "Stadt Wien"),
        ("University of Turin", "Hospital of Turin"),
        ("Facebook", "Google"),
        ("Metabolic", "Meta"),
        ("Alfa One", "Alfa Two"),
        ("Delta Ltd", "Delti Ltd"),  # too short to call it a slip
        ("ABC", "Alpha Beta"),
    ],
)
def test_names_of_two(one: str, other: str) -> None:
    assert likeness(party_key(one), party_key(other)) is Likeness.OTHER


def test_spellings_are_what_a_store_may_have_it_under() -> None:
    assert spellings("Facebook Ireland Ltd")[0] == "facebook ireland"
    assert "meta platforms" in spellings("Facebook Ireland Ltd")
    assert {"stadt munchen", "city of munich", "comune di monaco di baviera"} <= set(
        spellings("Stadt München")
    )
    assert spellings("Brightfield Energy") == ("brightfield energy",)


def test_a_name_of_many_words_has_a_bounded_number_of_spellings() -> None:
    many = spellings("Police of the City of Brussels Hospital University Bank Insurance Ministry")
    assert 1 < len(many) <= 240
