"""PDFs: reading order, paragraphs, furniture, print-outs, what the file says of itself."""

from datetime import UTC, datetime
from itertools import chain
from pathlib import Path

import pytest

from casefile.reading import BlockKind, MediaType, ReadDocument, read_bytes, read_file
from casefile.values import PartialDate
from tests.reading.made_pdfs import Placed, bare_pdf, lines, pdf_of

_FILES = Path(__file__).parent.parent / "data" / "reading"
_COLUMN_WORDS = [
    *("authority", "company", "decision", "customers", "regulator"),
    *("penalty", "court", "appeal", "record", "fees"),
]


@pytest.fixture(scope="module")
def decision() -> ReadDocument:
    """Written by LibreOffice: three pages, two columns on the second."""
    return read_file(_FILES / "decision.pdf")


@pytest.fixture(scope="module")
def print_out() -> ReadDocument:
    """An article printed by Chromium with its own lines at the edges."""
    return read_file(_FILES / "print-chromium.pdf")


def _blocks(document: ReadDocument, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.structure if block.kind is kind]


def test_columns_are_read_one_after_the_other(decision: ReadDocument) -> None:
    paragraphs = _blocks(decision, BlockKind.PARAGRAPH)
    left = next(text for text in paragraphs if text.startswith("LEFTCOLUMN begins here."))
    assert left.endswith("because of unforeseen administrative complications.")
    across = next(text for text in paragraphs if text.startswith("The supervisory authority considers"))
    assert "would have communicated them to the competent authority" in across
    assert decision.text.index("RIGHTCOLUMN ends here.") < decision.text.index("II. Measures")


def test_words_divided_at_line_ends_are_whole_again(decision: ReadDocument) -> None:
    for word in ("principle", "demonstrates", "department", "implementation", "professionally"):
        assert f" {word} " in decision.text
    assert "forty-one complaints" in decision.text
    assert "\x02" not in decision.text


def test_a_box_beside_the_text_does_not_part_its_sentences(decision: ReadDocument) -> None:
    assert "the longer retention served the prevention of ticket fraud." in decision.text
    assert "BOXWORDS: anyone who travelled in those months may ask the company for a copy." in _blocks(
        decision, BlockKind.PARAGRAPH
    )


def test_blocks_of_a_pdf_keep_their_kinds(decision: ReadDocument) -> None:
    assert _blocks(decision, BlockKind.HEADING) == [
        "Decision in the matter of Brightwater Transit and its passenger files",
        "I. Facts",
        "II. Measures",
    ]
    assert _blocks(decision, BlockKind.TABLE_ROW)[1:] == [
        "Retention | Article 5(1)(e) | €1,200,000",
        "Cooperation | Article 31 | €300,000",
    ]
    assert len(_blocks(decision, BlockKind.LIST_ENTRY)) == 4
    assert _blocks(decision, BlockKind.FOOTNOTE) == [
        "1Retention policy of 4 May 2021, section 3.2, as sent to the authority."
    ]
    assert "rules allowed.[1] It answered" in decision.text


def test_running_heads_and_page_numbers_are_left_out(decision: ReadDocument) -> None:
    assert "HDA/2024/117" not in decision.text
    assert "of 3" not in decision.text


def test_pages_say_where_the_text_stands(decision: ReadDocument) -> None:
    assert [page.number for page in decision.pages] == [1, 2, 3, 1]
    words = {page.span.of(decision.text)[:24]: page.number for page in decision.pages}
    assert words["On the second page the au"[:24]] == 2
    assert words["On the third page the dec"[:24]] == 3
    assert decision.pages[3].span.of(decision.text).startswith("1Retention")


def test_metadata_is_what_the_document_prints(decision: ReadDocument) -> None:
    found = decision.metadata
    assert found.title == "Decision in the matter of Brightwater Transit and its passenger files"
    assert found.published == PartialDate("2025-02-11")
    assert found.authors == ("Ottilie Brandt",)
    assert {entry.field: entry.guessed for entry in found.found} == {
        "title": False,
        "outlet": False,
        "published": False,
        "authors": True,
    }
    assert decision.media_type is MediaType.PDF
    assert decision.notes == ()


def test_print_out_is_recognised(print_out: ReadDocument) -> None:
    assert print_out.metadata.url == "http://www.meridian-courier.example/energy/tarnbrook-appeal.html"
    assert print_out.metadata.title == "Court halves the fine for Tarnbrook Energy"
    assert print_out.metadata.outlet == "The Meridian Courier"
    assert print_out.metadata.published == PartialDate("2024-11-05")
    assert print_out.captured == datetime(2026, 11, 28, 14, 35, 22, tzinfo=UTC)
    assert print_out.notes == (
        "This is a page printed from a browser: its own lines at the edges were left out.",
    )
    for furniture in ("11/28/26", "1/2", "http://", "| The Meridian Courier"):
        assert furniture not in print_out.text
    assert "Interest of four percent a year." in print_out.text


def _three_columns() -> list[list[Placed]]:
    columns = []
    for column in range(3):
        words = [
            f"column{column}line{row} {_COLUMN_WORDS[row % 10]} {_COLUMN_WORDS[(row * 3 + 1) % 10]} of the"
            for row in range(24)
        ]
        columns.append(lines(words, left=40 + 180 * column, top=740, size=9))
    return columns


@pytest.mark.parametrize("line_by_line", [False, True], ids=["by column", "line by line"])
def test_three_columns_are_read_in_order_however_they_are_written(line_by_line: bool) -> None:
    columns = _three_columns()
    placed = list(chain.from_iterable(zip(*columns, strict=True) if line_by_line else columns))
    head: list[Placed] = [(40, 790, 22, "A headline over all of the three columns")]
    text = read_bytes(pdf_of([head + placed]), "a.pdf").text
    places = [text.index(f"column{column}line{row} ") for column in range(3) for row in range(24)]
    assert places == sorted(places)
    assert text.startswith("A headline over all of the three columns\n")


def test_table_of_figures_is_read_by_rows() -> None:
    rows = [("Acme Corp of Delft", "2023", "1,200,000"), ("Initech Ltd", "2024", "300,000")]
    placed = [
        (60 + 180 * column, 700 - 14 * place, 10, cell)
        for place, row in enumerate([*rows, ("Hooli Group", "2025", "75,000")])
        for column, cell in enumerate(row)
    ]
    found = read_bytes(pdf_of([placed]), "a.pdf")
    assert _blocks(found, BlockKind.TABLE_ROW) == [
        "Acme Corp of Delft | 2023 | 1,200,000",
        "Initech Ltd | 2024 | 300,000",
        "Hooli Group | 2025 | 75,000",
    ]


def test_paragraph_goes_on_over_the_page() -> None:
    first = lines(
        ["The authority held that the company had kept the files of its customers for a longer"], top=90
    )
    second = lines(["time than the law allows, and asked it to erase them without any further delay."])
    found = read_bytes(pdf_of([first, second]), "a.pdf")
    assert "for a longer time than the law allows" in found.text
    assert [page.number for page in found.pages] == [1, 2]
    assert found.pages[1].span.of(found.text).startswith("time than")
    assert found.pages[0].span.end == found.pages[1].span.start


def test_page_numbers_at_the_foot_and_a_running_head_go() -> None:
    pages = [
        [
            (60, 800, 9, "Annual report of the authority"),
            *lines([f"The {word} is what this sheet is about and no other one of them."]),
            (290, 30, 9, f"– {number} –"),
        ]
        for number, word in enumerate(_COLUMN_WORDS, start=1)
    ]
    text = read_bytes(pdf_of(pages), "a.pdf").text
    assert "Annual report" not in text
    assert "–" not in text
    assert text.count("sheet") == 10


def test_firefox_print_out_is_recognised() -> None:
    head: list[Placed] = [
        (20, 820, 8, "Bank fined - The Courier"),
        (330, 820, 8, "https://www.courier.example/a/b"),
    ]
    body = lines(["The bank has to pay a fine of two million euros, the authority said on Friday."])
    foot: list[Placed] = [(20, 15, 8, "1 of 1"), (500, 15, 8, "5/11/2024, 10:12")]
    found = read_bytes(pdf_of([[*head, *body, *foot]]), "a.pdf")
    assert found.metadata.url == "https://www.courier.example/a/b"
    assert found.text == "The bank has to pay a fine of two million euros, the authority said on Friday."
    assert found.metadata.title == "Bank fined - The Courier"


_BODY = lines(["The bank has to pay a fine of two million euros, the authority said on Friday."])


@pytest.mark.parametrize(
    "junk", ["Microsoft Word - Document1", "Untitled", "press_release_v3.docx", "untitled (2)"]
)
def test_junk_titles_are_not_believed(junk: str) -> None:
    assert read_bytes(pdf_of([_BODY], title=junk), "a.pdf").metadata.title == ""


def test_embedded_title_serves_where_none_is_printed() -> None:
    found = read_bytes(
        pdf_of([_BODY], title="Microsoft Word - Fine against the Harbour Bank"), "a.pdf"
    ).metadata
    assert found.title == "Fine against the Harbour Bank"
    entry = next(entry for entry in found.found if entry.field == "title")
    assert entry.where == "file properties, title"
    assert entry.guessed


def test_creation_date_is_only_a_guess_and_said() -> None:
    found = read_bytes(pdf_of([_BODY]), "a.pdf")
    entry = next(entry for entry in found.metadata.found if entry.field == "published")
    assert entry.guessed
    day = found.metadata.published
    note = f"The document prints no date: {day} is the day on which the file was made. Check it."
    assert found.notes == (note,)


@pytest.mark.parametrize(
    ("before", "after", "whole"),
    [
        ("an inter-", "vention of the authority", "an intervention of the authority"),
        ("the Rhine-", "Main area", "the Rhine-Main area"),
        ("a well-", "known case. It was well-known then", "a well-known case."),
        ("section 12-", "14 of the act", "section 12-14 of the act"),
    ],
)
def test_hyphens_at_line_ends(before: str, after: str, whole: str) -> None:
    filler = "The court said in its ruling of last week that it had been asked to judge "
    found = read_bytes(pdf_of([lines([filler + before, after])]), "a.pdf").text
    assert whole in found


def test_turned_words_are_left_out() -> None:
    """A watermark across the page is no part of its sentences."""
    content = b"BT /F 10 Tf 60 700 Td (The bank has to pay a fine of two million euros.) Tj ET "
    content += b"BT /F 60 Tf 0.7 0.7 -0.7 0.7 100 100 Tm (CONFIDENTIAL) Tj ET"
    assert read_bytes(bare_pdf(content), "a.pdf").text == "The bank has to pay a fine of two million euros."


def test_page_that_lies_on_its_side_is_read() -> None:
    shown = ["The first line of a landscape page stands above", "the second one and is read before it."]
    content = b"".join(
        b"BT /F 10 Tf 0 1 -1 0 %d 60 Tm (%s) Tj ET " % (100 + 12 * row, line.encode())
        for row, line in enumerate(shown)
    )
    assert read_bytes(bare_pdf(content), "a.pdf").text == " ".join(shown)


def test_raised_figures_do_not_run_into_sums() -> None:
    """A footnote's mark behind a sum would make it another sum."""
    mark = b"5 Ts /F 6 Tf (12,3) Tj 0 Ts /F 10 Tf"
    content = b"BT /F 10 Tf 60 700 Td (The fine of EUR 50,000) Tj %s ( stands.) Tj ET" % mark
    assert read_bytes(bare_pdf(content), "a.pdf").text == "The fine of EUR 50,000[12,3] stands."


def test_chapter_heads_with_page_numbers_go() -> None:
    pages = [
        [
            (60, 800, 9, f"Chapter {1 + number // 2}: {_COLUMN_WORDS[number // 2]}"),
            (500, 800, 9, f"{number + 5}"),
            *lines([f"The {word} is what this sheet is about and no other one of them."]),
        ]
        for number, word in enumerate(_COLUMN_WORDS)
    ]
    text = read_bytes(pdf_of(pages), "a.pdf").text
    assert "Chapter" not in text
    assert text.count("sheet") == 10


def test_pages_that_are_all_alike_keep_their_words() -> None:
    pages = [[(60.0, 800.0, 9.0, "Left blank on purpose")]] * 3
    assert read_bytes(pdf_of(pages), "a.pdf").text.count("Left blank on purpose") == 3


def test_print_out_of_one_page_with_an_address_too_long_for_it() -> None:
    address = "https://www.courier.example/a?utm_source=letter&utm_campaign=…"
    head: list[Placed] = [(20, 820, 8, "11/28/26, 3:09 PM"), (300, 820, 8, "Bank fined for… – The Courier")]
    foot: list[Placed] = [(20, 15, 8, address), (560, 15, 8, "1/1")]
    body = [*lines(["5. November 2024"], top=790), *_BODY]
    found = read_bytes(pdf_of([[*head, *body, *foot]]), "a.pdf")
    assert found.text.startswith("5. November 2024\n\nThe bank has to pay")
    assert "3:09 PM" not in found.text
    assert found.structure[0].kind is BlockKind.PARAGRAPH
    assert found.metadata.url == ""
    assert f"Its address is printed only in part: {address}" in found.notes
