"""Word documents: what is shown is read, what is hidden or deleted is not."""

import io
import zipfile
from pathlib import Path

import pytest

from casefile.reading import (
    BlockKind,
    EmptyFileError,
    MediaType,
    ReadDocument,
    UnsupportedTypeError,
    read_bytes,
    read_contents,
    read_file,
)
from casefile.reading.errors import EncryptedFileError
from casefile.values import PartialDate
from tests.reading.made_documents import docx_of, paragraph, zip_of

_FILES = Path(__file__).parent.parent / "data" / "reading"


@pytest.fixture(scope="module")
def decision() -> ReadDocument:
    """Written by LibreOffice."""
    return read_file(_FILES / "decision.docx")


def _text(body: str, **parts: str) -> str:
    return read_bytes(docx_of(body, **parts), "a.docx").text


def _blocks(document: ReadDocument, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.structure if block.kind is kind]


def test_hidden_and_deleted_words_are_left_out_and_insertions_kept(decision: ReadDocument) -> None:
    assert "HIDDENWORDS" not in decision.text
    assert "DELETEDWORDS" not in decision.text
    assert "in two instances not at all, as INSERTEDWORDS of the second draft say." in decision.text
    assert "case of fraud. A narrower record" in decision.text


def test_soft_hyphens_do_not_part_words(decision: ReadDocument) -> None:
    assert "the internal documentation demonstrates that the responsible department" in decision.text


def test_blocks_of_a_word_document_keep_their_kinds(decision: ReadDocument) -> None:
    assert _blocks(decision, BlockKind.HEADING) == [
        "Decision in the matter of Brightwater Transit and its passenger files",
        "I. Facts",
        "II. Measures",
    ]
    assert _blocks(decision, BlockKind.ASIDE) == [
        "BOXWORDS: anyone who travelled in those months may ask the company for a copy."
    ]
    assert _blocks(decision, BlockKind.TABLE_ROW) == [
        "Infringement | Provision | Amount",
        "Retention | Article 5(1)(e) | €1,200,000",
        "Cooperation | Article 31 | €300,000",
    ]
    assert _blocks(decision, BlockKind.LIST_ENTRY)[:1] == [
        "The duration of the infringement was eight months."
    ]
    assert [text[:20] for text in _blocks(decision, BlockKind.QUOTATION)] == ["“We kept what we did"]
    assert _blocks(decision, BlockKind.FOOTNOTE) == [
        "[1] Retention policy of 4 May 2021, section 3.2, as sent to the authority."
    ]
    assert "rules allowed.[1] It answered" in decision.text
    assert "BOXWORDS" in decision.text
    assert decision.text.count("BOXWORDS") == 1


def test_properties_fill_what_the_document_does_not_print(decision: ReadDocument) -> None:
    found = decision.metadata
    assert found.title == "Decision in the matter of Brightwater Transit and its passenger files"
    assert found.published == PartialDate("2025-02-11")
    assert found.authors == ("Ottilie Brandt",)
    assert found.modified == PartialDate("2025-02-12")
    assert {entry.field for entry in found.found if entry.guessed} == {"authors", "modified"}
    assert decision.media_type is MediaType.DOCX


@pytest.mark.parametrize("switch", ["<w:vanish/>", '<w:vanish w:val="true"/>', '<w:rStyle w:val="Secret"/>'])
def test_hidden_words(switch: str) -> None:
    styles = (
        '<w:styles><w:style w:styleId="Base"><w:rPr><w:vanish/></w:rPr></w:style>'
        '<w:style w:styleId="Secret"><w:basedOn w:val="Base"/></w:style></w:styles>'
    )
    body = paragraph("Shown.") + paragraph("Concealed.", switch) + paragraph("Seen.", '<w:vanish w:val="0"/>')
    assert _text(body, styles=styles) == "Shown.\n\nSeen."


def test_deleted_paragraph_mark_joins_two_paragraphs() -> None:
    first = '<w:p><w:pPr><w:rPr><w:del w:id="1"/></w:rPr></w:pPr><w:r><w:t>One </w:t></w:r></w:p>'
    assert _text(first + paragraph("sentence.")) == "One sentence."
    assert _text(paragraph("Before.") + first) == "Before.\n\nOne"


def test_moved_words_stand_only_where_they_went() -> None:
    gone = "<w:p><w:moveFrom><w:r><w:t>Moved.</w:t></w:r></w:moveFrom><w:r><w:t>Here.</w:t></w:r></w:p>"
    arrived = "<w:p><w:moveTo><w:r><w:t>Moved.</w:t></w:r></w:moveTo></w:p>"
    assert _text(gone + arrived) == "Here.\n\nMoved."


def test_field_codes_are_left_out_and_their_results_kept() -> None:
    field = (
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>DATE \\@ "yyyy"</w:instrText></w:r>'
        '<w:r><w:t>CODE</w:t></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>2024</w:t></w:r>'
        '<w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r>'
    )
    assert _text(f"<w:p>{field}</w:p>") == "2024."


def test_text_box_is_read_once_though_it_is_written_twice() -> None:
    box = f"<w:txbxContent>{paragraph('In the box.')}</w:txbxContent>"
    body = (
        '<w:p><w:r><w:t>Around it stands a longer sentence.</w:t><mc:AlternateContent xmlns:mc="m">'
        f"<mc:Choice>{box}</mc:Choice><mc:Fallback>{box}</mc:Fallback></mc:AlternateContent></w:r></w:p>"
    )
    found = read_bytes(docx_of(body), "a.docx")
    assert found.text == "Around it stands a longer sentence.\n\nIn the box."
    assert found.structure[1].kind is BlockKind.ASIDE


def test_document_that_is_all_in_boxes_has_no_asides() -> None:
    box = (
        f"<w:p><w:r><w:txbxContent>{paragraph('All of the release stands here.')}</w:txbxContent></w:r></w:p>"
    )
    found = read_bytes(docx_of(box), "a.docx")
    assert [block.kind for block in found.structure] == [BlockKind.PARAGRAPH]


def test_placeholders_deleted_rows_and_comments_are_left_out() -> None:
    placeholder = "<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
    cell = "<w:tc>{}</w:tc>"
    row = "<w:tr>{}" + cell.format(paragraph("a")) + cell.format(paragraph("b")) + "</w:tr>"
    table = f"<w:tbl>{row.format('')}{row.format('<w:trPr><w:del/></w:trPr>')}</w:tbl>"
    body = placeholder.format(paragraph("Click here.")) + table + paragraph("End.")
    assert _text(body) == "a | b\n\nEnd."


def test_macros_are_told_and_never_read() -> None:
    plain = docx_of(paragraph("The text of the document."))
    with zipfile.ZipFile(io.BytesIO(plain)) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    found = read_bytes(zip_of({**members, "word/vbaProject.bin": b"MACRO"}), "a.docm")
    assert found.text == "The text of the document."
    assert found.notes == ("The document holds macros: they were neither read nor run.",)


def test_document_is_told_wherever_its_parts_stand() -> None:
    members = {"[Content_Types].xml": "<Types>" + "<!-- -->" * 2000 + "</Types>", "docProps/app.xml": "<a/>"}
    padding = {f"customXml/item{number}.xml": "<a/>" for number in range(90)}
    document = (
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Far back.</w:t></w:r></w:p></w:body></w:document>'
    )
    content = zip_of({**members, **padding, "word/document.xml": document}, zipfile.ZIP_STORED)
    assert b"word/" not in content[:4096]
    assert read_bytes(content, "a.bin").text == "Far back."


def test_archive_with_a_folder_called_word_is_no_document() -> None:
    (letter,) = read_contents(zip_of({"word/letter.txt": "Dear all"}), "a.zip").parts
    assert letter.content == b"Dear all"


def test_presentation_is_named() -> None:
    content = zip_of({"[Content_Types].xml": "<Types/>", "ppt/presentation.xml": "<p/>"})
    with pytest.raises(UnsupportedTypeError, match="PowerPoint presentation"):
        read_bytes(content, "a.pptx")


def test_encrypted_document_is_told() -> None:
    with pytest.raises(EncryptedFileError) as caught:
        read_file(_FILES / "encrypted.docx")
    assert caught.value.what == "“encrypted.docx” is an Office document that opens only with a password."
    assert "without a password" in caught.value.advice


def test_document_without_words_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read_bytes(docx_of("<w:p/>"), "a.docx")
