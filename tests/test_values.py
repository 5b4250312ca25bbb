"""Spans, anchors, money and partial dates."""

import calendar
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.values import Anchor, DatePrecision, Money, PartialDate, Span

TEXTS = st.text(min_size=1, max_size=80)


@given(TEXTS, st.data())
def test_an_anchor_holds_in_its_text_and_knows_its_surroundings(text: str, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text) - 1))
    end = data.draw(st.integers(start + 1, len(text)))
    anchor = Anchor.at(text, Span(start, end))
    assert anchor.holds_in(text)
    assert anchor.prefix + anchor.exact + anchor.suffix in text
    assert not anchor.holds_in("")


@pytest.mark.parametrize(("start", "end"), [(1, 1), (2, 1), (-1, 3)])
def test_a_span_is_never_empty(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="no span"):
        Span(start, end)


@given(st.integers(-(10**15), 10**15), st.sampled_from(["EUR", "JPY", "KWD", "USD"]))
def test_money_keeps_its_minor_units(minor: int, currency: str) -> None:
    money = Money(minor, currency)
    assert Money.of(money.amount, currency) == money


@pytest.mark.parametrize(
    ("money", "shown"),
    [
        (Money.of(Decimal("30500000"), "EUR"), "€30,500,000"),
        (Money.of(Decimal("33.7"), "USD"), "$33.70"),
        (Money.of(Decimal(5000), "JPY"), "¥5,000"),
        (Money.of(Decimal(75000), "SEK"), "SEK 75,000"),
        (Money.of(Decimal(-5), "EUR"), "-€5"),
        (Money.of(Decimal("0.005"), "EUR"), "€0.01"),
    ],
)
def test_money_is_printed_with_its_sign(money: Money, shown: str) -> None:
    assert str(money) == shown


def test_a_figure_without_its_magnitude_keeps_the_decimals_that_were_stated() -> None:
    assert Money.of(Decimal("33.7"), "USD").bare == "$33.7"
    assert Money.of(Decimal("30"), "EUR").bare == "€30"


@pytest.mark.parametrize(
    ("edtf", "precision", "words", "first", "last"),
    [
        ("2024-09-03", DatePrecision.DAY, "3 September 2024", "2024-09-03", "2024-09-03"),
        ("2024-02", DatePrecision.MONTH, "February 2024", "2024-02-01", "2024-02-29"),
        ("2024-34", DatePrecision.QUARTER, "Q2 2024", "2024-04-01", "2024-06-30"),
        ("2024-24", DatePrecision.SEASON, "Winter 2024", "2024-12-01", "2025-02-28"),
        ("2024~", DatePrecision.YEAR, "about 2024", "2024-01-01", "2024-12-31"),
        ("2023/2024", DatePrecision.RANGE, "2023 to 2024", "2023-01-01", "2024-12-31"),
        ("2023-05/..", DatePrecision.RANGE, "from May 2023", "2023-05-01", "9999-12-31"),
        ("../2024", DatePrecision.RANGE, "until 2024", "0001-01-01", "2024-12-31"),
    ],
)
def test_partial_dates_keep_their_precision(
    edtf: str, precision: DatePrecision, words: str, first: str, last: str
) -> None:
    value = PartialDate(edtf)
    assert (value.precision, str(value)) == (precision, words)
    assert (value.earliest, value.latest) == (date.fromisoformat(first), date.fromisoformat(last))


def test_a_date_is_in_english_on_a_system_in_another_language(monkeypatch: pytest.MonkeyPatch) -> None:
    months = ["", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", *["Herbst"] * 4]
    monkeypatch.setattr(calendar, "month_name", months)
    assert [str(PartialDate(edtf)) for edtf in ("2024-05-06", "2024-03")] == ["6 May 2024", "March 2024"]


@pytest.mark.parametrize(
    "edtf", ["", "24", "2024-13", "2024-02-30", "2024-40", "2024/2025/2026", "2024-9-3", "..", "../.."]
)
def test_what_is_no_date_is_refused(edtf: str) -> None:
    with pytest.raises(ValueError, match=r"no |such"):
        PartialDate(edtf)
