"""The calendar is read by an independent program, and no date in it says more than is known."""

from datetime import date
from typing import Any

import icalendar
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.exchange.calendar_file import _folded, _text
from casefile.exchange.formats import ExportFormat
from tests.exchange.conftest import Made


@pytest.fixture(scope="module")
def entries(made: Made) -> dict[str, Any]:
    """The entries of events by their EDTF date, as icalendar reads them."""
    found = icalendar.Calendar.from_ical(made.export(ExportFormat.ICS)).walk("VEVENT")
    return {str(one["X-CASEFILE-EDTF"]): one for one in found if "What happened" in str(one["SUMMARY"])}


def test_a_day_is_an_entry_of_one_day(entries: dict[str, Any]) -> None:
    day = entries["2025-01-01"]
    assert day.decoded("DTSTART") == date(2025, 1, 1)
    assert "DTEND" not in day
    assert (day["STATUS"], day["SUMMARY"]) == ("CONFIRMED", "What happened; then, in 2025-01-01")


@pytest.mark.parametrize(
    ("edtf", "first", "after", "known"),
    [
        ("2024-06", date(2024, 6, 1), date(2024, 7, 1), "June 2024"),
        ("2024-34", date(2024, 4, 1), date(2024, 7, 1), "Q2 2024"),
        ("2024~", date(2024, 1, 1), date(2025, 1, 1), "about 2024"),
    ],
)
def test_a_partial_date_covers_all_that_it_may_mean_and_says_so(
    entries: dict[str, Any], edtf: str, first: date, after: date, known: str
) -> None:
    entry = entries[edtf]
    assert (entry.decoded("DTSTART"), entry.decoded("DTEND")) == (first, after)
    assert entry["STATUS"] == "TENTATIVE"
    assert entry["SUMMARY"].endswith(f"({known})")
    assert f"known only as: {known}" in entry["DESCRIPTION"]


def test_an_open_interval_stands_on_the_day_that_is_known(entries: dict[str, Any]) -> None:
    entry = entries["2023/.."]
    assert entry.decoded("DTSTART") == date(2023, 1, 1)
    assert "DTEND" not in entry
    assert entry["SUMMARY"].endswith("(from 2023)")


def test_lines_end_and_fold_as_the_standard_says(made: Made) -> None:
    content = made.export(ExportFormat.ICS)
    lines = content.split(b"\r\n")
    assert lines[-1] == b""
    assert all(len(line) <= 75 and b"\n" not in line and b"\r" not in line for line in lines)
    assert content.count(b"UID:") == len({line for line in lines if line.startswith(b"UID:")})


@given(st.text(st.characters(codec="utf-8"), max_size=300))
def test_any_text_is_read_again(text: str) -> None:
    line = _folded(f"SUMMARY:{_text(text)}".encode())
    line.decode()  # not one character was cut in two
    entry = b"BEGIN:VEVENT\r\nUID:1\r\n" + line + b"END:VEVENT\r\n"
    read = icalendar.Event.from_ical(entry)
    expected = "".join(char for char in text.replace("\r\n", "\n").replace("\r", "\n") if char.isprintable())
    seen = "".join(char for char in str(read["SUMMARY"]) if char.isprintable())
    assert seen.replace(" ", "") == expected.replace(" ", "")
