"""Dates and amounts as people write them: what is understood, what is refused, and what is said of it."""

from decimal import Decimal

import pytest

from casefile.values import Money
from ui.dialogs.entered_amounts import EnteredAmount, read_entered_amount
from ui.dialogs.entered_dates import read_entered_date
from ui.dialogs.form_fields import FieldError, currency_field, named, read_number, read_sum, summed


@pytest.mark.parametrize(
    ("entry", "edtf"),
    [
        ("2024-06", "2024-06"),
        ("  June   2024 ", "2024-06"),
        ("jun. 2024", "2024-06"),
        ("3 June 2024", "2024-06-03"),
        ("June 3rd, 2024", "2024-06-03"),
        ("3. Juni 2024", "2024-06-03"),
        ("3 septembre 2024", "2024-09-03"),
        ("3.6.2024", "2024-06-03"),
        ("13/06/2024", "2024-06-13"),
        ("06/2024", "2024-06"),
        ("2024/06/03", "2024-06-03"),
        ("Q2 2024", "2024-34"),
        ("2024-q3", "2024-35"),
        ("third quarter of 2024", "2024-35"),
        ("first half of 2024", "2024-01/2024-06"),
        ("Spring 2024", "2024-21"),
        ("2020s", "2020/2029"),
        ("about 2023", "2023~"),
        ("ca. June 2023", "2023-06~"),
        ("perhaps 2023", "2023?"),
        ("June 2023?", "2023-06?"),
        ("2021 to 2023", "2021/2023"),
        ("2021–2023", "2021/2023"),
        ("2021-2023", "2021/2023"),
        ("from June 2021 to 3 May 2023", "2021-06/2023-05-03"),
        ("between 2021 and 2023", "2021/2023"),
        ("since 2023", "2023/.."),
        ("until June 2024", "../2024-06"),
        ("2023/..", "2023/.."),
    ],
)
def test_a_date_is_understood_however_it_is_written(entry: str, edtf: str) -> None:
    date = read_entered_date(entry)
    assert date is not None
    assert date.edtf == edtf


@pytest.mark.parametrize(
    ("entry", "said"),
    [
        ("03/06/2024", "3 June 2024 or 6 March 2024"),
        ("30 February 2024", "No such date"),
        ("2023 to 2021", "ends before it begins"),
        ("3 September", "Not understood"),
        ("soon", "Q2 2024"),
    ],
)
def test_what_is_no_date_says_why(entry: str, said: str) -> None:
    with pytest.raises(ValueError, match=said):
        read_entered_date(entry)


def test_nothing_entered_is_no_date_and_no_amount() -> None:
    assert read_entered_date("  ") is None
    assert read_entered_amount(" ") is None


@pytest.mark.parametrize(
    ("entry", "value", "currency"),
    [
        ("30,500,000", "30500000", ""),
        ("30 500 000", "30500000", ""),
        ("30\u202f500\u202f000", "30500000", ""),
        ("30.500.000", "30500000", ""),
        ("12,34,567", "1234567", ""),
        ("30.5 million", "30500000", ""),
        ("€30.5m", "30500000", "EUR"),
        ("1.2bn USD", "1200000000", "USD"),
        ("12 Mio. €", "12000000", "EUR"),
        ("2,5 Millionen Euro", "2500000", "EUR"),
        ("5 eur", "5", "EUR"),
        ("A$5", "5", "AUD"),
        ("30,5", "30.5", ""),
        ("1.234,56", "1234.56", ""),
        ("1,234.56", "1234.56", ""),
        ("33.70", "33.70", ""),
    ],
)
def test_an_amount_is_understood_however_it_is_written(entry: str, value: str, currency: str) -> None:
    assert read_entered_amount(entry) == EnteredAmount(Decimal(value), currency)


@pytest.mark.parametrize("entry", ["a lot", "NaN", "-5", "1e5", "$5 EUR", "1,23,45", "1.2345678", "9" * 16])
def test_what_is_no_amount_is_refused(entry: str) -> None:
    with pytest.raises(ValueError, match=r"Write|two currencies|more than"):
        read_entered_amount(entry)


def note(field: object, text: str) -> str:
    found = getattr(field, "note")  # noqa: B009  a field without a note has no business here
    return str(found(text))


def test_a_point_that_may_part_thousands_is_explained() -> None:
    amount = summed("amount", "Amount", "")
    assert note(amount, "30.5m") == "Understood as: 30,500,000"
    said = note(amount, "30.500")
    assert said.startswith("Understood as: 30.5, with a decimal point")
    assert said.endswith("write 30,500.")


def test_the_currency_may_stand_with_the_amount_but_not_twice() -> None:
    assert read_sum({"amount": "$2m", "currency": ""}) == Money(200_000_000, "USD")
    assert read_sum({"amount": "€2m", "currency": "eur"}) == Money(200_000_000, "EUR")
    with pytest.raises(FieldError, match="EUR, in the currency's field USD") as caught:
        read_sum({"amount": "€2m", "currency": "USD"})
    assert caught.value.name == "amount"
    assert note(currency_field(""), "usd") == "Understood as: USD"


def test_several_names_are_counted() -> None:
    authors = named("authors", "Authors", "", "")
    assert note(authors, "Jane Doe; Jan Jansen;") == "Understood as 2 names: Jane Doe · Jan Jansen"
    assert note(authors, "Jane Doe") == ""


def test_a_number_is_whole() -> None:
    assert read_number("value", "5.7 million") == 5_700_000
    for entry in ("5.5", "€5", "30.500", "many"):
        with pytest.raises(FieldError, match="whole number"):
            read_number("value", entry)
