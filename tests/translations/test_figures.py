"""Figures, sums, dates and moments as each language writes them."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.store.dashboard_rows import Period
from casefile.store.tallies import Tally
from casefile.translation import ENGLISH, use_language
from casefile.values import Money, PartialDate
from ui.dashboard_lines import period_lines
from ui.dialogs.entered_amounts import read_entered_amount
from ui.dialogs.entered_dates import read_entered_date
from ui.figures import date_words, figure, in_words, magnitude, moment, months, sum_words

SPACE = "\N{NO-BREAK SPACE}"
DATES = st.builds(
    PartialDate.of, st.integers(1900, 2099), st.integers(1, 12), st.integers(1, 28)
) | st.builds(PartialDate.of, st.integers(1900, 2099), st.integers(1, 12))  # fmt: skip


def test_english_is_written_as_the_core_writes_it() -> None:
    assert figure(1234567) == "1,234,567"
    assert sum_words(Money(3_050_000_000, "EUR")) == "€30,500,000"
    assert date_words(PartialDate("2024-09-03")) == "3 September 2024"
    assert magnitude("30.5", "m", "€") == "€30.5m"


@pytest.mark.usefixtures("german")
def test_german_has_its_own_marks() -> None:
    assert (figure(1234567), figure(0.25, 2)) == ("1.234.567", "0,25")
    assert sum_words(Money(3_050_000_000, "EUR")) == f"30.500.000{SPACE}€"
    assert sum_words(Money(3370, "USD")) == f"33,70{SPACE}$"
    assert sum_words(Money(-7_500_000, "SEK")) == f"-75.000{SPACE}SEK"
    assert magnitude("30.5", "m", "€") == f"30,5{SPACE}Mio.{SPACE}€"
    assert (months()[2], months()[11]) == ("März", "Dezember")


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize(
    ("edtf", "words"),
    [
        ("2024-09-03", "3. September 2024"),
        ("2024-03", "März 2024"),
        ("2024", "2024"),
        ("2024-34", "2. Quartal 2024"),
        ("2024-21", "Frühjahr 2024"),
        ("2023~", "etwa 2023"),
        ("2023-05?", "Mai 2023?"),
        ("2021/2023", "2021 bis 2023"),
        ("2023-05/..", "ab Mai 2023"),
        ("../2024-09-03", "bis 3. September 2024"),
    ],
)
def test_partial_dates_keep_their_precision_in_german(edtf: str, words: str) -> None:
    assert date_words(PartialDate(edtf)) == words


@pytest.mark.usefixtures("german")
def test_a_bar_is_named_shortly_and_spoken_in_full() -> None:
    (line,) = period_lines([Period("2025-Q1", Tally("EUR", 1_240_000_000, 1_240_000_000, 0, 1, 0))])
    assert line.name == "Q1 2025"
    assert line.spoken.startswith("1. Quartal 2025: ")


@settings(deadline=None)  # the first one loads the catalogue
@given(DATES)
def test_a_german_date_is_understood_again(date: PartialDate) -> None:
    use_language("de")
    try:
        assert read_entered_date(date_words(date)) == date
    finally:
        use_language(ENGLISH)


@settings(deadline=None)
@given(st.integers(0, 10**12))
def test_a_german_sum_is_understood_again(minor: int) -> None:
    use_language("de")
    try:
        found = read_entered_amount(sum_words(Money(minor, "EUR")))
    finally:
        use_language(ENGLISH)
    assert found is not None
    assert Money.of(found.value, found.currency) == Money(minor, "EUR")
    assert not found.is_doubtful


@pytest.mark.usefixtures("german")
def test_in_german_a_point_parts_thousands_and_a_comma_with_three_digits_is_in_doubt() -> None:
    points, comma = read_entered_amount("30.500"), read_entered_amount("30,500")
    assert points is not None
    assert comma is not None
    assert (int(points.value), points.is_doubtful) == (30500, False)
    assert comma.is_doubtful


@pytest.mark.usefixtures("german")
@pytest.mark.parametrize("words", ["", "3 Foo 2024", "May", "2024", "12,5", "Fine", "1 to 3", "EUR"])
def test_what_is_neither_date_nor_sum_stays(words: str) -> None:
    assert in_words(words) == words


@pytest.mark.usefixtures("german")
def test_a_moment_is_written_by_the_clock_of_this_place() -> None:
    at = datetime(2024, 9, 3, 14, 5).astimezone()
    assert moment(at.astimezone(UTC)) == "3. September 2024, 14:05"
    assert moment(at + timedelta(days=1)) != moment(at)
