"""Lists as CSV and XLSX: told from prose, a span for every cell, nothing run, nothing lost in silence."""

import io
import zipfile
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from casefile.reading import (
    BlockKind,
    DamagedFileError,
    MediaType,
    ReadingError,
    TooLargeError,
    UnsupportedTypeError,
    read_bytes,
)
from casefile.tables import header_row, rows_of
from tests.reading.made_documents import zip_of

FIXTURE = Path(__file__).parent.parent / "data" / "reading" / "list-of-fines.xlsx"
"""A list of three fines, days as days and sums as numbers."""
ROWS = [
    ["Company", "Country", "Fine"],
    ["Muster GmbH", "Germany", "10,000"],
    ["Exemple SARL", "France", "20,000"],
]


def csv_of(rows: list[list[str]], mark: str) -> bytes:
    quoted = [[f'"{cell}"' if mark in cell or "\n" in cell else cell for cell in row] for row in rows]
    return "\r\n".join(mark.join(row) for row in quoted).encode()


def xlsx_of(rows: Sequence[Sequence[object]], **formats: str) -> bytes:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    for place, number_format in formats.items():
        sheet[place].number_format = number_format
    kept = io.BytesIO()
    book.save(kept)
    return kept.getvalue()


def with_member(content: bytes, name: str, member: bytes) -> bytes:
    """The package with one member more, or another in its place."""
    packed = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(content)) as old,
        zipfile.ZipFile(packed, "w", zipfile.ZIP_DEFLATED) as new,
    ):
        for info in old.infolist():
            if info.filename != name:
                new.writestr(info, old.read(info))
        new.writestr(name, member)
    return packed.getvalue()


@pytest.mark.parametrize("mark", [",", ";", "\t", "|"])
def test_any_delimiter_gives_the_same_text(mark: str) -> None:
    found = read_bytes(csv_of(ROWS, mark), "fines.csv")
    assert found.media_type is MediaType.CSV
    assert found.text == "\n".join("\t".join(row) for row in ROWS)
    assert [block.kind for block in found.structure] == [
        BlockKind.HEADING, BlockKind.TABLE_ROW, BlockKind.TABLE_ROW,
    ]  # fmt: skip
    assert found.structure[1].span.of(found.text) == "Muster GmbH\tGermany\t10,000"
    assert "Row 1 is taken for the names of the columns." in found.notes


def test_every_cell_has_its_span() -> None:
    found = read_bytes(csv_of([*ROWS, ["", "Spain", ""]], ";"), "fines.csv")
    rows = rows_of(found.text)
    for row, said in zip(rows, [*ROWS, ["", "Spain", ""]], strict=True):
        for place, words in enumerate(said):
            cell = row.cells[place] if place < len(row.cells) else None
            assert (cell.span.of(found.text) if cell and cell.span else "") == words


def test_line_breaks_in_a_cell_become_blanks() -> None:
    found = read_bytes(csv_of([ROWS[0], ["Muster\nGmbH", "Germany", "1"], ROWS[2]], ","), "a.csv")
    assert rows_of(found.text)[1].words(0) == "Muster GmbH"


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings_are_told_as_of_any_text(encoding: str) -> None:
    content = "Firma;Land;Bußgeld\nMüller;Österreich;5 €\nÄrzte;Köln;7 €\n".encode(encoding)
    assert "Müller\tÖsterreich\t5 €" in read_bytes(content, "liste.csv").text


def test_excels_own_line_names_the_delimiter() -> None:
    found = read_bytes(b"sep=|\r\nCompany|Fine\r\nAcme|5\r\n", "a.csv")
    assert found.text == "Company\tFine\nAcme\t5"


def test_a_list_without_a_telling_name_is_told_by_its_columns() -> None:
    assert read_bytes(csv_of(ROWS, "\t"), "pasted.txt").media_type is MediaType.CSV


@pytest.mark.parametrize(
    "text",
    [
        "Roses, violets, daisies\nTulips, lilies, irises\nAsters, poppies, pansies\n",
        "| Name | Land | Summe |\n|------|------|-------|\n| Acme | DE | fünf |\n",
        "The bank, the court, the fine\nOnly once\nAgain, and again, and again\n",
        "12 Main St,Springfield,12345\n14 Main St,Springfield,12345\n15 Main St,Springfield,12345\n",
    ],
)
def test_prose_stays_plain_text(text: str) -> None:
    assert read_bytes(text.encode(), "article.txt").media_type is MediaType.PLAIN


@pytest.mark.parametrize(
    "path", sorted(Path("tests/data/articles/texts").glob("*.txt")), ids=lambda path: path.stem
)
def test_no_article_is_taken_for_a_list(path: Path) -> None:
    assert read_bytes(path.read_bytes(), path.name).media_type is not MediaType.CSV


def test_a_page_that_is_named_csv_stays_a_page() -> None:
    page = "<html><body><p>One, two, three</p><p>Four, five, six and some more words</p></body></html>"
    assert read_bytes(page.encode(), "page.csv").media_type is MediaType.HTML


def test_markup_in_cells_does_not_make_a_list_a_page() -> None:
    rows = [ROWS[0], *(["<p>Acme</p>", "<b>DE</b>", f"<span>{n}</span>"] for n in range(5))]
    found = read_bytes(csv_of(rows, ";"), "a.csv")
    assert found.media_type is MediaType.CSV
    assert "<p>Acme</p>" in found.text


def test_a_quotation_mark_that_is_never_closed_is_told() -> None:
    lines = ["Company,Country,Fine", 'The "Best" Ltd,"DE,5', *(f"Firm {n},DE,{n}" for n in range(1000))]
    found = read_bytes("\n".join(lines).encode(), "a.csv")
    assert len(rows_of(found.text)) == 1002
    assert any("never closed" in note for note in found.notes)


def test_formulas_in_a_csv_are_only_text() -> None:
    rows = [ROWS[0], ["=cmd|'/C calc'!A0", "@SUM(A1)", "+1"], ROWS[1]]
    found = read_bytes(csv_of(rows, ";"), "a.csv")
    assert rows_of(found.text)[1].words(0) == "=cmd|'/C calc'!A0"


def test_ten_megabytes_on_one_line_are_read_or_refused() -> None:
    for content in (b"a," * 5_000_000, b"Company,Fine\n" + b"a" * 10_000_000 + b",5\n"):
        found = read_bytes(content, "long.csv")
        assert found.text


def test_fifty_thousand_rows_are_read() -> None:
    rows = [ROWS[0], *([f"Firm {n}", "Spain", str(n)] for n in range(50_000))]
    found = read_bytes(csv_of(rows, ","), "a.csv")
    assert len(rows_of(found.text)) == 50_001


def test_more_cells_than_any_list_has_are_refused() -> None:
    with pytest.raises(TooLargeError, match="200,000 rows"):
        read_bytes(b"Name,Fine\n" + b"a,b\n" * 200_001, "a.csv")


def test_a_workbook_gives_its_cells_as_they_are_meant() -> None:
    found = read_bytes(FIXTURE.read_bytes(), FIXTURE.name)
    rows = rows_of(found.text)
    assert found.media_type is MediaType.XLSX
    assert rows[0].words(4) == "Fine [€]"
    assert [rows[2].words(place) for place in (3, 4)] == ["2024-02-03", "1250000.5"]
    assert header_row([[cell.words for cell in row.cells] for row in rows]) == 1


def test_days_are_days_and_a_currency_of_the_format_is_told() -> None:
    content = xlsx_of(
        [["Company", "Date", "Fine", "Rate"], ["Acme", date(2024, 9, 3), 30500000, 0.25]],
        C2='#,##0 [$€-407]', B2="DD.MM.YYYY",
    )  # fmt: skip
    assert read_bytes(content, "a.xlsx").text.splitlines()[1] == "Acme\t2024-09-03\t€ 30500000\t0.25"


def test_a_formula_gives_its_kept_result_or_a_note() -> None:
    content = xlsx_of([["Company", "Fine"], ["Acme", "=SUM(1,2)"]])
    found = read_bytes(content, "a.xlsx")
    assert "SUM" not in found.text
    assert any("formulas have no result" in note for note in found.notes)
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    kept = sheet.replace("<v></v>", "<v>3</v>").replace("<v />", "<v>3</v>").replace("<v/>", "<v>3</v>")
    again = read_bytes(with_member(content, "xl/worksheets/sheet1.xml", kept.encode()), "a.xlsx")
    assert again.text.splitlines()[1] == "Acme\t3"
    assert not any("formulas" in note for note in again.notes)


def test_macros_are_told_and_left_alone() -> None:
    content = with_member(xlsx_of([["Company", "Fine"], ["Acme", 5]]), "xl/vbaProject.bin", b"\xd0\xcf macro")
    found = read_bytes(content, "a.xlsm")
    assert found.text.endswith("Acme\t5")
    assert any("macros" in note for note in found.notes)


def test_the_longest_visible_sheet_is_read_and_the_others_are_named() -> None:
    book = openpyxl.Workbook()
    first = book.active
    assert first is not None
    first.title = "Read me"
    first.append(["About this list"])
    fines, hidden = book.create_sheet("Fines"), book.create_sheet("Hidden")
    for row in ROWS:
        fines.append(row)
    for _ in range(20):
        hidden.append(["secret"])
    hidden.sheet_state = "hidden"
    kept = io.BytesIO()
    book.save(kept)
    found = read_bytes(kept.getvalue(), "a.xlsx")
    assert found.text.startswith("Company")
    assert any("“Read me”" in note for note in found.notes)
    assert "secret" not in found.text


@pytest.mark.parametrize("part", range(10))
def test_a_workbook_cut_off_at_every_tenth_byte_is_read_or_refused(part: int) -> None:
    content = FIXTURE.read_bytes()
    for length in range(1 + 10 * part, len(content), 100):
        assert outcome(content[:length], "cut.xlsx")


def outcome(content: bytes, name: str) -> str:
    """The text, or the error's words, which name the file."""
    try:
        return read_bytes(content, name).text
    except ReadingError as error:
        return error.what if name in error.what else ""


def test_a_workbook_that_swells_is_refused() -> None:
    bomb = b"<worksheet>" + b" " * (100 * 1024 * 1024) + b"</worksheet>"
    content = with_member(xlsx_of([["a", "b"]]), "xl/worksheets/sheet1.xml", bomb)
    with pytest.raises(TooLargeError):
        read_bytes(content, "bomb.xlsx")


def test_one_long_string_that_every_cell_repeats_is_refused() -> None:
    long = "x" * 30_000
    content = xlsx_of([["a", "b"], *[[long, long]] * 600])
    with pytest.raises(TooLargeError):
        read_bytes(content, "repeats.xlsx")


def test_entities_are_refused() -> None:
    sheet = b'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><sheetData/></worksheet>'
    with pytest.raises(DamagedFileError):
        read_bytes(with_member(xlsx_of([["a", "b"]]), "xl/worksheets/sheet1.xml", sheet), "a.xlsx")


def test_a_cell_in_the_last_row_and_column_costs_no_million_cells() -> None:
    content = xlsx_of([["Company", "Fine"], ["Acme", 5]])
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        sheet = package.read("xl/worksheets/sheet1.xml").decode()
    far = '<row r="1048576"><c r="XFD1048576" t="n"><v>7</v></c></row></sheetData>'
    far_sheet = sheet.replace("</sheetData>", far).replace('ref="A1:B2"', 'ref="A1:XFD1048576"')
    found = read_bytes(with_member(content, "xl/worksheets/sheet1.xml", far_sheet.encode()), "a.xlsx")
    assert found.text.startswith("Company\tFine\nAcme\t5")


def test_a_binary_workbook_is_named_with_what_to_do() -> None:
    members = {"[Content_Types].xml": "<Types/>", "xl/workbook.bin": "binary"}
    with pytest.raises(UnsupportedTypeError, match="XLSX or CSV"):
        read_bytes(zip_of(members), "a.xlsb")
