"""Tables: what is typed is typed, what is partial stays so, and no text is a formula."""

import csv
import io
from datetime import datetime
from decimal import Decimal

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.exchange.action_table import ACTION_TABLE
from casefile.exchange.cells import csv_cell, date_cell, harmless
from casefile.exchange.formats import ExportFormat
from casefile.exchange.workbook import LONGEST_CELL, _cut
from casefile.values import PartialDate
from tests.exchange.conftest import Made
from tests.exchange.made_case import FORMULA


def csv_rows(made: Made) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(made.export(ExportFormat.CSV).decode("utf-8-sig"))))


@pytest.fixture
def book(made: Made) -> openpyxl.Workbook:
    return openpyxl.load_workbook(io.BytesIO(made.export(ExportFormat.XLSX)))


def test_a_csv_file_has_the_case_files_actions_with_plain_values(made: Made) -> None:
    content = made.export(ExportFormat.CSV)
    assert content.startswith(b"\xef\xbb\xbfNumber,Title,")
    assert content.count(b"\r\n") == 3
    plain = next(row for row in csv_rows(made) if row["Amount"] == "2500000")
    assert (plain["Currency"], plain["Magnitude"], plain["Decided"]) == ("EUR", "stated", "2025-03-03")
    assert plain["Case files"] == "Files"
    assert plain["Sources"].endswith("$5: fine")


def test_a_sum_without_its_magnitude_says_so_and_is_not_filled_up(made: Made) -> None:
    (row,) = [row for row in csv_rows(made) if row["Magnitude"] == "not stated"]
    assert row["Amount"] == "33.7"


def test_formulas_are_neutralised_in_csv(made: Made) -> None:
    rows = csv_rows(made)
    assert f"'{FORMULA}" in {row["Respondents"] for row in rows}
    assert "'@SUM(1)\nsecond line" in {row["Summary"] for row in rows}


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@A1", "\t=1", "\r=1", " =1", "\uff1d1", "\u200b=1", "\n=1"]
)
def test_what_begins_like_a_formula_stands_behind_an_apostrophe(text: str) -> None:
    assert harmless(text) == f"'{text}"
    assert csv_cell(text).startswith("'")


@given(st.text())
def test_no_text_of_a_cell_begins_with_a_sign_of_a_formula(text: str) -> None:
    assert csv_cell(text).lstrip(" ")[:1] not in tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


@pytest.mark.parametrize("edtf", ["2024", "2024-06", "2024-34", "2024-06-01~", "2023/2024", "2023/.."])
def test_only_a_whole_day_is_a_date(edtf: str) -> None:
    assert date_cell(PartialDate(edtf)) == edtf
    assert csv_cell(date_cell(PartialDate("2024-06-01"))) == "2024-06-01"


def test_a_workbook_has_typed_cells_and_a_frozen_head(book: openpyxl.Workbook) -> None:
    assert book.sheetnames == ["Actions", "Amounts", "Quotes", "Events", "Sources"]
    sheet = book["Actions"]
    assert all(book[name].freeze_panes == "C2" for name in book.sheetnames)
    heads = [cell.value for cell in sheet[1]]
    assert heads == [column.head for column in ACTION_TABLE]
    row = dict(zip(heads, sheet[2 if sheet["I2"].value == 2_500_000 else 3], strict=True))
    assert row["Amount"].value == 2_500_000
    assert row["Amount"].data_type == "n"
    assert row["Amount"].number_format == "#,##0"
    assert row["Decided"].value == datetime(2025, 3, 3)  # noqa: DTZ001  a cell has no zone
    assert row["Decided"].number_format == "yyyy-mm-dd"


def test_partial_dates_of_a_workbook_stay_texts(book: openpyxl.Workbook) -> None:
    dates = [row[1].value for row in book["Events"].iter_rows(min_row=2)]
    assert {"2024-06", "2023/..", "2024-34", "2024~", datetime(2025, 1, 1)} == set(dates)  # noqa: DTZ001


def test_formulas_stay_texts_in_a_workbook(book: openpyxl.Workbook) -> None:
    cells = [cell for row in book["Actions"].iter_rows(min_row=2) for cell in row]
    assert not [cell for cell in cells if cell.data_type == "f"]
    (found,) = [cell for cell in cells if cell.value == FORMULA]
    assert found.data_type == "s"
    assert found.quotePrefix


def test_a_text_longer_than_a_cell_says_that_it_was_cut() -> None:
    assert _cut("a" * (LONGEST_CELL + 1)).endswith("a […]")
    assert len(_cut("a" * (LONGEST_CELL + 1))) == LONGEST_CELL
    assert csv_cell(Decimal("1E+7")) == "10000000"
