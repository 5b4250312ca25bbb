"""The brief as Markdown and DOCX: nothing of a text is markup, notes lead to their passages."""

import io
import re
from collections import defaultdict
from pathlib import Path

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casefile.briefs.checks import QuoteNotFoundError
from casefile.exchange.brief_blocks import Run
from casefile.exchange.export import export_records
from casefile.exchange.formats import ExportFormat
from casefile.exchange.markdown import _line
from casefile.store.schema.record import Quote
from casefile.store.store import Store
from tests.exchange.conftest import Made
from tests.exchange.made_case import FORMULA, make_case

READER = MarkdownIt("commonmark", {"html": True}).enable("table")


def shown(markdown: str) -> str:
    """What a person sees of the Markdown, without its looks."""
    tokens = [child for token in READER.parse(markdown) for child in token.children or ()]
    return "".join(
        token.content if token.type == "text" else " " * (token.type == "softbreak") for token in tokens
    )


def test_every_mark_of_a_note_has_its_note_and_each_stands_once(made: Made) -> None:
    text = made.export(ExportFormat.MARKDOWN).decode()
    marks = set(re.findall(r"\[\^(\d+)\](?!:)", text))
    notes = re.findall(r"^\[\^(\d+)\]:", text, re.MULTILINE)
    assert marks == set(notes)
    assert len(notes) == len(set(notes)) > 5
    assert "**€2.5 million**" in text


def test_a_brief_in_markdown_says_what_the_record_says(made: Made) -> None:
    text = made.export(ExportFormat.MARKDOWN).decode()
    assert text.startswith("# Files\n")
    assert "- **Fine, imposed:** €2,500,000" in text
    assert "\\$33.7" not in text
    assert "33.7 (magnitude missing)" in text
    assert "> “We disagree,”" in text
    assert FORMULA in shown(text)
    assert "| 3 March 2025" in text.replace("**", "")


@given(
    st.lists(
        st.text(st.characters(codec="utf-8", exclude_categories=("C", "Zl", "Zp"))), min_size=1, max_size=4
    )
)
def test_no_text_is_markup(parts: list[str]) -> None:
    words = " ".join(" ".join(parts).split())
    assert shown(_line((Run(words),))) == words.strip()


SIGNS = (
    "# no heading", "1. no item", "- no item", "a_b_c", "[x](http://a)", "<b>", "`x`", "--- | ---", "> x",
    "&amp;", "![x](y)", "~~x~~", "    code", "+ x", "1) x", "=== x",
)  # fmt: skip


@pytest.mark.parametrize("text", SIGNS)
def test_signs_of_markdown_stay_signs(text: str) -> None:
    tokens = READER.parse(_line((Run(text),)))
    assert [token.type for token in tokens] == ["paragraph_open", "inline", "paragraph_close"]
    assert shown(_line((Run(text),))) == text.strip()


def read_docx(made: Made) -> "docx.document.Document":
    return docx.Document(io.BytesIO(made.export(ExportFormat.DOCX)))


def test_a_docx_has_headings_tables_and_what_it_says_of_itself(made: Made) -> None:
    document = read_docx(made)
    by_style: dict[str, list[str]] = defaultdict(list)
    for paragraph in document.paragraphs:
        by_style[str(paragraph.style and paragraph.style.name)].append(paragraph.text)
    assert by_style["Title"] == ["Files"]
    assert by_style["Heading 1"][:2] == ["Summary", "Enforcement actions"]
    assert f"Autoriteit Persoonsgegevens: {FORMULA}" in by_style["Heading 2"]
    assert document.core_properties.title == "Files"
    assert [cell.text for cell in document.tables[-1].rows[0].cells] == ["Date", "What happened"]
    assert all("w:tblHeader" in table.rows[0]._tr.xml for table in document.tables)


def test_the_marks_of_a_docx_lead_to_its_notes(made: Made) -> None:
    xml = read_docx(made).element.xml
    anchors = set(re.findall(r'w:anchor="(note_\d+)"', xml))
    names = re.findall(r'w:bookmarkStart [^>]*w:name="(note_\d+)"', xml)
    assert anchors == set(names)
    assert len(names) > 5


def test_a_quote_that_is_not_in_its_source_stops_the_export(store: Store, tmp_path: Path) -> None:
    case_id = make_case(store)
    with store.write("Change", by="ann") as writer:
        writer.get_one(Quote, 1).text = "We never said that"
    path = tmp_path / "brief.md"
    with pytest.raises(QuoteNotFoundError):
        export_records(store, ExportFormat.MARKDOWN, path, case_id)
    assert list(tmp_path.glob("*brief*")) == []
