"""The brief as Markdown and DOCX: nothing of a text is markup, notes lead to their passages."""

import io
import re
from collections import defaultdict
from pathlib import Path
from typing import Any

import docx
import pytest
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from casefile.briefs.checks import QuoteNotFoundError
from casefile.briefs.composition import (
    ALL_PARTS,
    BriefLanguage,
    BriefPart,
    BriefSection,
    CitationStyle,
    Composition,
    NotePlace,
    PageSize,
)
from casefile.exchange.blocks import Run
from casefile.exchange.export import export_composed, export_records
from casefile.exchange.formats import BRIEF_FORMATS, ExportFormat
from casefile.exchange.markdown import _line
from casefile.exchange.word_file import write_word
from casefile.progress import SILENT
from casefile.store.schema.record import Quote
from casefile.store.store import Store
from tests.briefs.eight_scripts import TOLD, brief_in_eight_scripts
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
    assert "33.7 (scale missing)" in text
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


OWN = "See [the *register*](https://a.example/b_(c)) and https://c.example/d.\n\n- one\n\n3. three\n4. four"


def composed(made: Made, wanted: ExportFormat, **choices: Any) -> bytes:  # noqa: ANN401
    own = BriefSection(BriefPart.TEXT, "Mine", OWN)
    composition = Composition(case_id=made.case_id, sections=(own, *ALL_PARTS), **choices)
    path = made.folder / f"composed{wanted.told.suffix}"
    export_composed(made.store, wanted, path, composition, overwrite=True)
    return path.read_bytes()


ENGLISH = (
    "Summary",
    "Enforcement actions",
    "Sources",
    "As of",
    "Captured",
    "Press article",
    "Who says so",
    "found",
)
GERMAN = (
    "Zusammenfassung", "Durchsetzungsmaßnahmen", "Quellen", "Stand", "Presseartikel", "Anmerkungen",
    "2.500.000", "3. März 2025", "Was geschah", "verhängt",
)  # fmt: skip


def all_words(docx_file: bytes) -> str:
    """What stands in the document, its running lines too, without a break between runs."""
    document = docx.Document(io.BytesIO(docx_file))
    lines = (document.sections[0].header, document.sections[0].footer)
    parts = [document.element.body, *(line._element for line in lines)]
    return "\n".join(
        "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        for part in parts
        for paragraph in part.iter(qn("w:p"))
    )


@pytest.mark.parametrize("wanted", BRIEF_FORMATS)
def test_a_german_brief_says_nothing_english_of_its_own(made: Made, wanted: ExportFormat) -> None:
    content = composed(made, wanted, language=BriefLanguage.GERMAN, marking="VS", organisation="Amt")
    text = shown(content.decode()) if wanted is ExportFormat.MARKDOWN else all_words(content)
    text = text.replace("\u00a0", " ")
    assert [words for words in GERMAN if words not in text] == []
    assert [words for words in ENGLISH if words in text] == []


@pytest.mark.parametrize("wanted", BRIEF_FORMATS)
def test_all_of_the_record_is_told_in_the_language_that_is_asked_for(
    made: Made, wanted: ExportFormat
) -> None:
    path = made.folder / f"like{wanted.told.suffix}"
    like = Composition(language=BriefLanguage.ENGLISH_US, page_size=PageSize.LETTER)
    export_records(made.store, wanted, path, made.case_id, like=like, overwrite=True)
    content = path.read_bytes()
    text = shown(content.decode()) if wanted is ExportFormat.MARKDOWN else all_words(content)
    assert "March 3, 2025" in text
    if wanted is ExportFormat.DOCX:
        document = docx.Document(io.BytesIO(content))
        width = document.sections[0].page_width
        assert width is not None
        assert round(width.mm, 1) == 215.9
        assert document.core_properties.language == "en-US"


def test_links_of_own_words_are_links_of_markdown(made: Made) -> None:
    text = composed(made, ExportFormat.MARKDOWN).decode()
    found = [
        token.attrs["href"]
        for tokens in READER.parse(text)
        for token in tokens.children or ()
        if token.type == "link_open" and "example/" in str(token.attrs["href"])
    ]
    assert found[:3] == ["https://a.example/b_(c)", "https://a.example/b_(c)", "https://c.example/d"]
    assert "https://c.example/d." in shown(text)


def test_lists_of_own_words_are_lists_of_their_own(made: Made) -> None:
    tokens = READER.parse(composed(made, ExportFormat.MARKDOWN).decode())
    lists = [(token.type, token.attrs.get("start")) for token in tokens if token.type.endswith("list_open")]
    assert lists[:2] == [("bullet_list_open", None), ("ordered_list_open", 3)]


def test_links_of_own_words_are_links_of_a_docx(made: Made) -> None:
    document = docx.Document(io.BytesIO(composed(made, ExportFormat.DOCX)))
    targets = {key: one.target_ref for key, one in document.part.rels.items() if one.is_external}
    found = [
        (targets[link.get(qn("r:id"))], "".join(text.text or "" for text in link.iter(qn("w:t"))))
        for link in document.element.body.iter(qn("w:hyperlink"))
        if link.get(qn("r:id"))
    ]
    assert found[:3] == [
        ("https://a.example/b_(c)", "the "), ("https://a.example/b_(c)", "register"),
        ("https://c.example/d", "https://c.example/d"),
    ]  # fmt: skip
    assert all(address.startswith("http") for address, _ in found)


def test_a_docx_says_of_itself_what_the_brief_is(made: Made) -> None:
    document = docx.Document(
        io.BytesIO(
            composed(made, ExportFormat.DOCX, marking="SECRET", author="Ann", language=BriefLanguage.GERMAN)
        )
    )
    said = document.core_properties
    assert (said.title, said.author, said.last_modified_by, said.language) == ("Files", "Ann", "Ann", "de")
    assert (said.keywords, said.comments) == ("SECRET", "")
    assert [run.text for run in document.sections[0].header.paragraphs[0].runs] == ["Files", "\t", "SECRET"]
    fields = [
        field.get(qn("w:instr")) for field in document.sections[0].footer._element.iter(qn("w:fldSimple"))
    ]
    assert fields == ["PAGE", "NUMPAGES"]
    spoken = document.styles["Normal"].element.find(f".//{qn('w:lang')}")
    assert spoken is not None
    assert spoken.get(qn("w:val")) == "de"
    assert not any(one.reltype.endswith("/thumbnail") for one in document.part.package.rels.values())


def test_rows_of_a_docx_stay_whole_and_its_heads_are_repeated_and_named(made: Made) -> None:
    tables = read_docx(made).tables
    assert tables
    for table in tables:
        assert all(row._tr.find(f".//{qn('w:cantSplit')}") is not None for row in table.rows)
        heads = [row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows]
        assert heads == [True, *[False] * (len(heads) - 1)]
        assert table._tbl.tblPr.find(qn("w:tblCaption")).get(qn("w:val"))


def test_notes_at_the_foot_are_foot_notes_of_the_word_processor(made: Made) -> None:
    document = docx.Document(io.BytesIO(composed(made, ExportFormat.DOCX, note_place=NotePlace.FOOT)))
    marks = [int(mark.get(qn("w:id"))) for mark in document.element.body.iter(qn("w:footnoteReference"))]
    (part,) = (one.target_part for one in document.part.rels.values() if one.reltype.endswith("/footnotes"))
    notes = parse_xml(part.blob)
    words = {
        int(note.get(qn("w:id"))): "".join(text.text or "" for text in note.iter(qn("w:t"))) for note in notes
    }
    # The word processor numbers them as they come: these have to be the numbers of the brief.
    assert marks == list(range(1, len(marks) + 1))
    assert sorted(words) == [-1, 0, *marks]
    assert len(marks) > 5
    assert "€2.5 million" in words[1]
    named = {mark.get(qn("w:name")) for mark in document.element.body.iter(qn("w:bookmarkStart"))}
    again = [field.get(qn("w:instr")).split() for field in document.element.body.iter(qn("w:fldSimple"))]
    assert again
    assert {name for _, name, *_ in again} <= named
    links = {link.get(qn("w:anchor")) for link in notes.iter(qn("w:hyperlink"))}
    assert links
    assert links <= named
    assert "Notes" not in [one.text for one in document.paragraphs]


def eight_scripts() -> "docx.document.Document":
    target = io.BytesIO()
    write_word(brief_in_eight_scripts(8), target, SILENT)
    return docx.Document(target)


def test_what_runs_from_right_to_left_says_so_in_a_docx() -> None:
    hebrew = next(one for one in TOLD if one.language == "he")
    found = [one for one in eight_scripts().paragraphs if hebrew.quote in one.text and "“" in one.text]
    (quote,) = (one for one in found if one.style is not None and one.style.name == "Brief Quote")
    assert quote._p.pPr is not None
    assert quote._p.pPr.find(qn("w:bidi")) is not None
    runs = [run for run in quote.runs if run.text.strip("0123456789")]
    assert all(run._r.find(f".//{qn('w:rtl')}") is not None for run in runs)
    assert {run._r.find(f".//{qn('w:lang')}").get(qn("w:bidi")) for run in runs} == {"he"}


def test_quotes_in_a_docx_are_in_their_language() -> None:
    document = eight_scripts()
    spoken = {value for lang in document.element.body.iter(qn("w:lang")) for value in lang.attrib.values()}
    assert {one.language for one in TOLD} <= spoken


def test_a_citation_follows_its_style(made: Made) -> None:
    house = composed(made, ExportFormat.MARKDOWN).decode()
    apa = composed(made, ExportFormat.MARKDOWN, citation_style=CitationStyle.APA).decode()
    assert "Lindqvist, S." in shown(apa)
    assert "Lindqvist, S." not in shown(house)


def test_a_quote_that_is_not_in_its_source_stops_the_export(store: Store, tmp_path: Path) -> None:
    case_id = make_case(store)
    with store.write("Change", by="ann") as writer:
        writer.get_one(Quote, 1).text = "We never said that"
    path = tmp_path / "brief.md"
    with pytest.raises(QuoteNotFoundError):
        export_records(store, ExportFormat.MARKDOWN, path, case_id)
    assert list(tmp_path.glob("*brief*")) == []
