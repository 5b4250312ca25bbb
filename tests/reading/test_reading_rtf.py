"""RTF: code pages, hidden words, pictures, tables, notes."""

from pathlib import Path

import pytest

from casefile.reading import BlockKind, EmptyFileError, MediaType, ReadDocument, read_bytes, read_file
from casefile.reading.errors import DamagedFileError
from casefile.values import PartialDate

_FILES = Path(__file__).parent.parent / "data" / "reading"


def _read(body: str | bytes) -> ReadDocument:
    raw = body if isinstance(body, bytes) else body.encode("ascii")
    return read_bytes(b"{\\rtf1\\ansi\\ansicpg1252 " + raw + b"}", "a.rtf")


def test_rtf_and_docx_of_one_document_have_the_same_text() -> None:
    found, other = read_file(_FILES / "decision.rtf"), read_file(_FILES / "decision.docx")
    assert found.media_type is MediaType.RTF
    assert found.text == other.text
    assert [block.kind for block in found.structure] == [block.kind for block in other.structure]
    assert found.metadata == other.metadata
    assert found.notes == ()


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("caf\\'e9", "café"),
        ("\\u8364?5", "€5"),
        ("\\uc2\\u8364 EU5", "€5"),
        ("\\uc0\\u8364 5", "€5"),
        ("\\u8364\\'80\\u8364\\'80", "€€"),
        ("\\u-10179?\\u-8704?", "\U0001f600"),
        ("{\\fonttbl{\\f1\\fcharset204 A;}}{\\f1 \\'cf\\'f0}", "Пр"),
        ("{\\fonttbl{\\f1\\fcharset128 A;}}{\\f1 \\'93\\'fa}", "日"),
        ("\\ldblquote a\\rdblquote\\emdash b\\~c", "“a”—b c"),
        ("\\{a\\}\\\\", "{a}\\"),
        ("so\\-ciety", "society"),
        ("a\\line b", "a\nb"),
    ],
)
def test_characters(body: str, text: str) -> None:
    assert _read(body).text == text


def test_raw_bytes_are_in_the_code_page() -> None:
    assert _read(b"caf\xe9").text == "café"


@pytest.mark.parametrize(
    "hidden",
    [
        "{\\v Concealed}",
        "\\v Concealed\\v0 ",
        "\\v Concealed\\plain ",
        "{\\deleted Concealed}",
        "{\\pict\\wmetafile8 436f6e6365616c6564}",
        "{\\*\\unknown Concealed}",
        "{\\field{\\*\\fldinst Concealed}{\\fldrslt }}",
        "{\\header Concealed{\\shp{\\*\\shpinst{\\shptxt Concealed}}}}",
        "{\\annotation Concealed}",
        "{\\info{\\doccomm Concealed}}",
        "{\\object{\\*\\objdata 436f}{\\result }}",
    ],
)
def test_what_is_not_shown_is_left_out(hidden: str) -> None:
    assert _read(f"Shown{hidden} too.").text == "Shown too."


def test_binary_stretches_are_passed_over() -> None:
    assert _read(b"Before{\\pict\\bin7 }{\\par}} after.").text == "Before after."


def test_insertions_and_results_are_kept() -> None:
    assert _read("{\\revised In}{\\field{\\*\\fldinst DATE}{\\fldrslt  2024}}").text == "In 2024"
    assert _read("{\\object{\\*\\objdata 43}{\\result Table}}").text == "Table"


def test_tables_boxes_and_notes() -> None:
    row = "\\trowd\\intbl {}\\cell {}\\cell\\row "
    box = "{\\shp{\\*\\shpinst{\\sp{\\sn a}{\\sv 3}}{\\shptxt In the box.\\par}}{\\shprslt Twice}}"
    note = "{\\super 1{\\footnote A note.}}"
    found = _read(
        f"A sentence that is long{note}.{box}\\par{row.format('a', 'b')}{row.format('c', 'd')}\\pard End."
    )
    assert found.text == (
        "A sentence that is long1[1].\n\nIn the box.\n\na | b\nc | d\n\nEnd.\n\n[1] A note."
    )
    assert [block.kind for block in found.structure] == [
        BlockKind.PARAGRAPH,
        BlockKind.ASIDE,
        BlockKind.TABLE_ROW,
        BlockKind.TABLE_ROW,
        BlockKind.PARAGRAPH,
        BlockKind.FOOTNOTE,
    ]


def test_headings_by_style_and_by_level() -> None:
    styles = "{\\stylesheet{\\s1 heading 1;}{\\s2 Normal;}}"
    found = _read(f"{styles}\\pard\\s1 One\\par\\pard\\s2 two\\par\\pard\\outlinelevel1 Three\\par")
    assert [block.kind.value for block in found.structure] == ["heading", "paragraph", "heading"]


def test_properties_of_an_rtf() -> None:
    info = "{\\info{\\title Fine against the Harbour Bank}{\\author Ada Thorne}{\\creatim\\yr2024\\mo5\\dy3}}"
    found = _read(info + "The bank has to pay a fine of two million euros, it was said.").metadata
    assert found.title == "Fine against the Harbour Bank"
    assert found.authors == ("Ada Thorne",)
    assert found.published == PartialDate("2024-05-03")
    assert all(entry.guessed for entry in found.found)


def test_cut_off_rtf_is_told() -> None:
    assert read_bytes(b"{\\rtf1 {The beginning", "a.rtf").notes == (
        "The file is cut off: the end of the document is missing.",
    )


def test_empty_and_bottomless_rtf_are_refused() -> None:
    with pytest.raises(EmptyFileError):
        _read("\\par")
    with pytest.raises(DamagedFileError):
        read_bytes(b"{\\rtf1" + b"{" * 100_000, "a.rtf")
