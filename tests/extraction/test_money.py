"""Sums of money in the shapes that the press prints."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.money import find_money
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.terms import AmountScale


def find(text: str, language: str = "en", outlet: str = "") -> tuple[MoneyMention, ...]:
    return find_money(Article(text, SourceMetadata(language=language, outlet=outlet)))


@pytest.mark.parametrize(
    ("text", "language", "value", "currency"),
    [
        ("a fine of $33.7 million was imposed", "en", 33_700_000, "USD"),
        ("€30.5m", "en", 30_500_000, "EUR"),
        ("EUR 1.2bn", "en", 1_200_000_000, "EUR"),
        ("a boete van 30,5 miljoen euro", "nl", 30_500_000, "EUR"),
        ("45 Mio. Euro", "de", 45_000_000, "EUR"),
        ("1,2 Mrd. Euro", "de", 1_200_000_000, "EUR"),
        ("6,1 M€", "es", 6_100_000, "EUR"),
        ("325 millions d’euros", "fr", 325_000_000, "EUR"),
        ("100\u202f000 euros", "fr", 100_000, "EUR"),
        ("5.000.000 di euro", "it", 5_000_000, "EUR"),
        ("468.000 Euro", "de", 468_000, "EUR"),
        ("EUR 486.000", "en", 486_000, "EUR"),
        ("€ 600.000,-", "nl", 600_000, "EUR"),
        ("₹12.5 crore", "en", 125_000_000, "INR"),
        ("Rs 68 lakh", "en", 6_800_000, "INR"),
        ("₹12,50,000", "en", 1_250_000, "INR"),
        ("$345K", "en", 345_000, "USD"),
        ("$10MM", "en", 10_000_000, "USD"),
        ("£140k", "en", 140_000, "GBP"),
        ("$38.9-million", "en", 38_900_000, "USD"),
        ("a 7.5 million-pound penalty", "en", 7_500_000, "GBP"),
        ("half a million euros", "en", 500_000, "EUR"),
        ("eine halbe Million Euro", "de", 500_000, "EUR"),
        ("cinque milioni di euro", "it", 5_000_000, "EUR"),
        ("twenty-five thousand dollars", "en", 25_000, "USD"),
        ("250'000 Fr.", "de", 250_000, "CHF"),
        ("US$5 million", "en", 5_000_000, "USD"),
        ("A$2.2 million", "en", 2_200_000, "AUD"),
        ("36.2 billion won", "en", 36_200_000_000, "KRW"),
        ("drie ton boete", "nl", 300_000, "EUR"),
        ("una sanzione di 79 milioni e 107 mila euro", "it", 79_107_000, "EUR"),
    ],
)
def test_the_shapes_of_sums(text: str, language: str, value: int, currency: str) -> None:
    (mention,) = find(text, language)
    assert (mention.value, mention.currency, mention.scale) == (Decimal(value), currency, AmountScale.STATED)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("The $33.7 penalty was announced.", "en"),
        ("The country’s regulator announced a €30.5 fine.", "en"),
        ("Das Amt hat ein Bußgeld von 468.00 Euro verhängt, später 468.000 Euro.", "de"),
    ],
)
def test_a_magnitude_that_was_lost_is_marked_and_never_filled_in(text: str, language: str) -> None:
    first = find(text, language)[0]
    assert first.scale is AmountScale.MISSING
    assert first.value < 1000


@pytest.mark.parametrize(
    "text", ["a ticket costs $1.50 more", "closed at $10.32", "about $70 a year", "£1 a week"]
)
def test_a_price_has_not_lost_its_magnitude(text: str) -> None:
    assert find(text)[0].scale is AmountScale.STATED


@pytest.mark.parametrize(
    ("text", "language", "low", "high"),
    [
        ("between £1,500 and £3,000 each", "en", 1500, 3000),
        ("Bußgelder von 300 bis 1.800 Euro", "de", 300, 1800),
        ("$10 million to $20 million", "en", 10_000_000, 20_000_000),
        ("€10–20 million", "en", 10_000_000, 20_000_000),
        ("entre 700.000 y 900.000 euros", "es", 700_000, 900_000),
    ],
)
def test_a_range_is_one_mention(text: str, language: str, low: int, high: int) -> None:
    (mention,) = find(text, language)
    assert (mention.low, mention.value) == (Decimal(low), Decimal(high))


def test_two_sums_are_no_range() -> None:
    assert len(find("a fine of $5 million and $2 million in costs")) == 2


def test_a_dollar_is_that_of_the_country_that_the_text_is_about() -> None:
    text = "Canadians paid $5 million, said the Competition Bureau of Canada in Ottawa."
    assert find(text)[0].currency == "CAD"


def test_a_crown_is_that_of_the_country_that_the_text_names() -> None:
    assert find("The Swedish authority fined the firm 75 000 kr.")[0].currency == "SEK"


def test_a_rand_is_told_by_its_towns() -> None:
    assert find("A firm of Polokwane settles for R18.3m, and is cross.")[0].currency == "ZAR"
    assert find("The motion R18.3m passed.") == ()


def test_a_bare_sum_takes_its_currency_from_the_text() -> None:
    text = "La CNIL inflige 25 millions d’euros d’amende à Kestrel et 15 millions à Telmo."
    assert [(mention.value, mention.currency) for mention in find(text, "fr")] == [
        (Decimal(25_000_000), "EUR"),
        (Decimal(15_000_000), "EUR"),
    ]


@pytest.mark.parametrize(
    "text", ["1.9 million unsolicited calls", "74 million accounts were fined", "30 billion faces"]
)
def test_what_is_counted_is_no_money(text: str) -> None:
    assert find(text) == ()


def test_what_a_sum_is_counted_by_is_kept() -> None:
    assert [mention.period for mention in find("$200 a day, $70 a year, $2,500 per call")] == [
        "day",
        "year",
        "piece",
    ]


@given(st.text(alphabet="€$£ 1234567890.,'million EUR\n-–", max_size=200))
def test_spans_lie_in_the_text_and_do_not_overlap(text: str) -> None:
    end = 0
    for mention in find(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
