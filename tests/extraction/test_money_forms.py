"""Every class of form in which the press prints money, in six languages and of many countries.

The tables stand in ``tests/data/sums``, one class a line.
"""

from decimal import Decimal
from pathlib import Path

import pytest

from casefile.extraction.money import find_money
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import AmountScale

DATA = Path(__file__).parent.parent / "data" / "sums"


def find(text: str, language: str = "en", outlet: str = "", url: str = "") -> tuple[MoneyMention, ...]:
    return find_money(Article(text, SourceMetadata(language=language, outlet=outlet, url=url)))


def rows(name: str) -> list[list[str]]:
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [[cell.strip(" ") for cell in line.split(" | ")] for line in lines if not line.startswith("#")]


FORMS = rows("forms.txt")
SHARED_UNITS = rows("shared_units.txt")


def test_there_are_classes_of_every_language() -> None:
    assert len(FORMS) >= 60
    assert {row[1] for row in FORMS} == {"en", "de", "fr", "nl", "it", "es"}


@pytest.mark.parametrize(
    ("language", "text", "expected"), [row[1:] for row in FORMS], ids=[row[0] for row in FORMS]
)
def test_a_class_of_form(language: str, text: str, expected: str) -> None:
    found = [
        f"{each.span.of(text)} = {each.value.normalize():f} {each.currency}" for each in find(text, language)
    ]
    assert found == expected.split("; ")


@pytest.mark.parametrize(
    ("language", "text", "url", "currency"),
    [row[1:] for row in SHARED_UNITS],
    ids=[row[0] for row in SHARED_UNITS],
)
def test_whose_unit_it_is(language: str, text: str, url: str, currency: str) -> None:
    assert [each.currency for each in find(text, language, url=url)] == currency.split(" ")


@pytest.mark.parametrize(
    ("language", "text", "low", "high"),
    [
        ("en", "between £60 million and £75 million", 60e6, 75e6),
        ("en", "between €60 and €75 million", 60e6, 75e6),
        ("en", "€10–20 million", 10e6, 20e6),
        ("en", "from 2 to 3 million euros", 2e6, 3e6),
        ("de", "zwischen 20 und 25 Millionen Euro", 20e6, 25e6),
        ("de", "300 bis 1.800 Euro", 300, 1800),
        ("fr", "entre 25 et 28 millions d’euros", 25e6, 28e6),
        ("nl", "tussen 5 en 10 miljoen euro", 5e6, 10e6),
        ("it", "tra 5 e 15 milioni di euro", 5e6, 15e6),
        ("es", "entre 700.000 y 900.000 euros", 700e3, 900e3),
    ],
)
def test_a_range(language: str, text: str, low: float, high: float) -> None:
    (mention,) = find(text, language)
    assert mention.low is not None
    assert (float(mention.low), float(mention.value)) == (low, high)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "nearly $3 million"),
        ("en", "well over £3m"),
        ("en", "north of €3 million"),
        ("de", "knapp drei Millionen Euro"),
        ("de", "um die 3 Mio. Euro"),
        ("fr", "près de 3 millions d’euros"),
        ("fr", "de l’ordre de 3 M€"),
        ("nl", "ruim 3 miljoen euro"),
        ("nl", "een kleine 3 miljoen euro"),
        ("it", "circa 3 milioni di euro"),
        ("es", "unos 3 millones de euros"),
        ("es", "en torno a 3 millones de euros"),
    ],
)
def test_an_approximate_sum(language: str, text: str) -> None:
    (mention,) = find(text, language)
    assert mention.approximate
    assert mention.value == Decimal(3_000_000)


@pytest.mark.parametrize(
    ("language", "text", "period"),
    [
        ("en", "€5,000 for each further day", "day"),
        ("en", "a daily penalty of €5,000", "day"),
        ("en", "$200 per violation", "piece"),
        ("de", "5.000 Euro Zwangsgeld pro Tag", "day"),
        ("de", "ein tägliches Zwangsgeld von 5.000 Euro", "day"),
        ("fr", "une astreinte journalière de 5 000 euros", "day"),
        ("fr", "5 000 euros d’astreinte par jour de retard", "day"),
        ("nl", "een dwangsom van 5.000 euro per dag", "day"),
        ("nl", "5.000 euro voor iedere dag", "day"),
        ("it", "5.000 euro per ogni giorno di ritardo", "day"),
        ("it", "una penale giornaliera di 5.000 euro", "day"),
        ("es", "una multa coercitiva diaria de 5.000 euros", "day"),
        ("es", "5.000 euros al mes", "month"),
        ("en", "£9.99 a month", "month"),
        ("en", "For every week in which it fails to do so it will forfeit €150,000", "week"),
        ("en", "Each day of delay will cost the company £10,000", "day"),
        ("de", "Für jeden weiteren Tag des Verzugs werden 10.000 Euro fällig", "day"),
        ("fr", "Pour chaque jour de retard, la société devra payer 10 000 euros", "day"),
        ("fr", "Par jour de retard, elle versera 500 euros", "day"),
        ("nl", "Voor elke week dat het bedrijf dat nalaat, verbeurt het 150.000 euro", "week"),
        ("it", "Per ogni giorno di ritardo pagherà 10.000 euro", "day"),
        ("es", "Por cada día de retraso pagará 10.000 euros", "day"),
        ("en", "For each day of delay it may be sued. It pays €5,000", ""),
    ],
)
def test_what_a_sum_is_counted_by(language: str, text: str, period: str) -> None:
    assert [each.period for each in find(text, language)] == [period]


@pytest.mark.parametrize(
    ("language", "text", "value", "currency"),
    [
        ("en", "It announced a $33.7 penalty.", 33.7, "USD"),
        ("en", "The €1.2 fine was the first.", 1.2, "EUR"),
        ("en", "It imposed a penalty of Rs 45 on the lender. Rs 45 lakh is due by May.", 45, "INR"),
        ("de", "Die Behörde verhängte ein Bußgeld von 2,7 Euro.", 2.7, "EUR"),
        ("de", "Die 2,65 Euro schmerzen kaum. Das Bußgeld beträgt 2,65 Millionen Euro.", 2.65, "EUR"),
        ("fr", "Une amende de 1,5 euro a été infligée.", 1.5, "EUR"),
        ("nl", "Een boete van 3,2 euro kreeg het bedrijf.", 3.2, "EUR"),
        ("it", "Una sanzione di 4,5 euro al gestore.", 4.5, "EUR"),
        ("es", "Una multa de 6,1 euros a la operadora.", 6.1, "EUR"),
    ],
)
def test_a_lost_magnitude_is_never_filled_in(language: str, text: str, value: float, currency: str) -> None:
    first = find(text, language)[0]
    assert (float(first.value), first.currency, first.scale) == (value, currency, AmountScale.MISSING)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a six-figure fine"),
        ("en", "a seven-figure sum was paid"),
        ("en", "fined millions of euros"),
        ("en", "1.9 million calls were made before the fine"),
        ("en", "the data of 40 million users; a fine followed"),
        ("en", "Section R5 applies and P50 too"),
        ("en", "one won and ten lost"),
        ("en", "the other half million"),
        ("de", "eine Millionenstrafe"),
        ("de", "35 Millionen Datensätze, die Strafe folgt"),
        ("fr", "3,4 millions de clients avant la sanction"),
        ("nl", "een miljoenenboete na 3 miljoen telefoontjes"),
        ("it", "5 milioni di utenti e una multa"),
        ("es", "2 millones de llamadas y una multa"),
    ],
)
def test_what_is_no_sum(language: str, text: str) -> None:
    assert find(text, language) == ()


@pytest.mark.parametrize(
    "piece",
    ["€", "1", "1,", "1.000 ", "million ", "siebenund", "a quarter of a ", "€1 to ", "R", "two hundred and "],
)
def test_a_megabyte_of_one_thing_is_read_through(piece: str) -> None:
    text = piece * (200_000 // len(piece))
    for language in ("en", "de"):
        assert all(each.span.end <= len(text) for each in find(text, language))


@pytest.mark.parametrize(
    ("language", "text", "values"),
    [
        ("en", "It imposed fines of 12 and 8 million euros.", [12_000_000, 8_000_000]),
        ("de", "Bußgelder von 4,2 und 2,8 Millionen Euro wurden verhängt.", [4_200_000, 2_800_000]),
        ("fr", "Des amendes de 12, 8 et 3 millions d’euros.", [12_000_000, 8_000_000, 3_000_000]),
        ("nl", "Zij kregen respectievelijk 450.000 en 280.000 euro boete.", [450_000, 280_000]),
        ("it", "Due multe di 300.000 e 40.000 euro.", [300_000, 40_000]),
        ("es", "Deberán pagar 30.000 y 20.000 euros, respectivamente.", [30_000, 20_000]),
        ("en", "In 2024 £3m was paid.", [3_000_000]),
        ("nl", "In augustus 2025 € 900.000.", [900_000]),
        ("fr", "En 2024, 2000 € d’amende.", [2_000]),
        ("en", "In articles 12 and 8 million euros of aid.", [8_000_000]),
        ("de", "Zwischen 2 und 3 Millionen Euro.", [3_000_000]),
        ("es", "Entre 30 y 20.000 euros.", [20_000]),
        ("fr", "Pour les exercices 2022 et 20 millions d’euros de recettes.", [20_000_000]),
    ],
)
def test_only_the_last_sum_of_a_list_has_the_currency(language: str, text: str, values: list[int]) -> None:
    found = find_money(Article(text, SourceMetadata(language=language)))
    assert [int(each.value) for each in found] == values


@pytest.mark.parametrize(
    ("language", "first", "other", "last"),
    [
        ("en", "A fine of €1 million.", "It has $38 billion.", "It paid a fine of 40 million for that."),
        (
            "de",
            "Die Strafe: 1 Million Euro.",
            "Sie hat 38 Milliarden Dollar.",
            "Die Strafe von 40 Millionen.",
        ),
        (
            "it",
            "Una multa di 1 milione di euro.",
            "Ha 38 miliardi di dollari.",
            "Una multa da 40 milioni per X.",
        ),
    ],
)
def test_a_bare_sum_has_the_currency_of_its_paragraph_or_of_the_text(
    language: str, first: str, other: str, last: str
) -> None:
    text = "\n\n".join((first, first, other, last))
    found = find_money(Article(text, SourceMetadata(language=language)))
    assert [each.currency for each in found] == ["EUR", "EUR", "USD", "EUR"]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "It was fined £27,000, which was later cut to 16,200.", ["27000", "16200"]),
        ("en", "It was fined £27 million, later cut to 16.2 by a court.", ["27000000", "16200000"]),
        ("de", "Die Buße von 27.000 Euro, die das Gericht auf 16.200 senkte.", ["27000", "16200"]),
        ("fr", "Une amende de 27 000 euros, ramenée ensuite à 16 200.", ["27000", "16200"]),
        ("nl", "Een boete van 27.000 euro, later verlaagd tot 16.200.", ["27000", "16200"]),
        ("it", "Multata per 27.000 euro, poi ridotti a 16.200.", ["27000", "16200"]),
        ("es", "Una sanción de 27.000 euros, que se quedó en 16.200 porque pagó.", ["27000", "16200"]),
        ("en", "It was fined £27,000 and staff fell to 16,200 workers.", ["27000"]),
        ("de", "Die Buße von 27.000 Euro, die Zahl sank auf 16.200 Kunden.", ["27000"]),
    ],
)
def test_what_a_sum_became_borrows_its_currency(language: str, text: str, figures: list[str]) -> None:
    found = find_money(Article(text, SourceMetadata(language=language)))
    assert [f"{each.value.normalize():f}" for each in found] == figures


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("ACCC waves through $2.3b Optus bid", 2_300_000_000),
        ("fined $2.3b, it said", 2_300_000_000),
        ("the EPA fined 3M $5 million", 5_000_000),
    ],
)
def test_the_letter_b_and_a_name_that_begins_with_a_digit(text: str, value: int) -> None:
    assert [each.value for each in find(text, "en")] == [value]
