"""Documents made to do harm and honest ones cut off: an error for people or a document, nothing else."""

import io
import socket
import sys
import zipfile
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casefile.reading import ReadDocument, ReadingError, TooLargeError, read_bytes, read_file
from casefile.reading.errors import DamagedFileError, EncryptedFileError
from casefile.reading.packages import INFLATED_LIMIT
from tests.reading.made_documents import docx_of, odt_of, paragraph, zip_of
from tests.reading.made_pdfs import bare_pdf, pdf_of, pdf_of_objects

_FILES = Path(__file__).parent.parent / "data" / "reading"
_FORMATS = ["decision.pdf", "decision.docx", "decision.odt", "decision.rtf"]
_BODY = [
    (60.0, 700.0, 10.0, "The bank has to pay a fine of two million euros, the authority said on Friday.")
]


@pytest.fixture(autouse=True)
def _no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a reader opened a socket")

    monkeypatch.setattr(socket, "socket", refuse)


@pytest.fixture
def opened_files() -> Iterator[list[str]]:
    """The files that are opened from here on, by Python and by its libraries."""
    seen: list[str] = []
    listening = [True]

    def note(event: str, args: tuple[object, ...]) -> None:
        if listening and event == "open" and isinstance(args[0], str):
            seen.append(args[0])

    sys.addaudithook(note)
    yield seen
    listening.clear()


def _read_or_refuse(content: bytes, name: str) -> ReadDocument | None:
    """The document, None where it was refused with a word that helps; anything else is raised."""
    try:
        found = read_bytes(content, name)
    except ReadingError as error:
        _check_message(error, name)
        return None
    for block in found.structure:
        assert block.span.of(found.text).strip()
    for page in found.pages:
        assert page.span.end <= len(found.text)
    assert found.text or found.notes
    return found


def _check_message(error: ReadingError, name: str) -> None:
    assert name in error.what
    assert error.advice.endswith(".")


@pytest.mark.parametrize("part", range(10))
@pytest.mark.parametrize("name", _FORMATS)
def test_document_cut_off_at_every_tenth_byte_is_read_or_refused(
    name: str, part: int, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    content = (_FILES / name).read_bytes()
    for length in range(1 + 10 * part, len(content), 100):
        _read_or_refuse(content[:length], name)


@pytest.mark.parametrize("name", ["screenshot.png", "print-chromium.pdf"])
def test_picture_and_print_out_cut_off_are_read_or_refused(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    content = (_FILES / name).read_bytes()
    for length in [*range(1, 400), *range(400, len(content), 997)]:
        _read_or_refuse(content[:length], name)


@pytest.mark.parametrize("name", [*_FORMATS, "print-chromium.pdf"])
def test_document_with_bytes_turned_over_is_read_or_refused(
    name: str, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    content = (_FILES / name).read_bytes()
    for place in range(0, len(content), len(content) // 150):
        _read_or_refuse(content[:place] + bytes([content[place] ^ 0x55]) + content[place + 1 :], name)


def test_encrypted_pdf_says_to_save_it_without_a_password() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("secret", "owner"))
    canvas.drawString(60, 700, "Nobody may read this.")
    canvas.save()
    with pytest.raises(EncryptedFileError) as caught:
        read_bytes(made.getvalue(), "a.pdf")
    assert caught.value.what == "“a.pdf” is a PDF that opens only with a password."
    assert "without a password" in caught.value.advice


def test_pdf_that_may_be_read_but_not_changed_is_read() -> None:
    from reportlab.lib.pdfencrypt import StandardEncryption
    from reportlab.pdfgen.canvas import Canvas

    made = io.BytesIO()
    canvas = Canvas(made, encrypt=StandardEncryption("", "owner", canModify=0))
    canvas.drawString(60, 700, "Everybody may read this.")
    canvas.save()
    assert read_bytes(made.getvalue(), "a.pdf").text == "Everybody may read this."


_CATALOG = b"<</Type/Catalog/Pages 2 0 R>>"
_PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>"


@pytest.mark.parametrize(
    "objects",
    [
        (_CATALOG, b"<</Type/Pages/Kids[2 0 R]/Count 1>>"),
        (
            _CATALOG,
            b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
            b"<</Type/Pages/Kids[2 0 R]/Count 1/Parent 2 0 R>>",
        ),
        (_CATALOG, b"<</Type/Pages/Kids[3 0 R 3 0 R 2 0 R]/Count 2000000000>>", _PAGE),
        (_CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count -5>>", _PAGE),
        (b"<</Type/Catalog/Pages 1 0 R>>",),
        (_CATALOG, b"<</Type/Pages/Kids[]/Count 0>>"),
    ],
    ids=["itself", "its parent", "count", "negative", "catalogue", "none"],
)
def test_page_tree_that_bites_its_tail(
    objects: tuple[bytes, ...], monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    _read_or_refuse(pdf_of_objects(*objects), "a.pdf")


def test_pdf_of_a_million_objects_is_read() -> None:
    filler = b"".join(b"%d 0 obj\nnull\nendobj\n" % number for number in range(6, 1_000_006))
    content = bare_pdf(b"BT /F 10 Tf 60 700 Td (The bank has to pay.) Tj ET")
    found = read_bytes(content.replace(b"trailer", filler + b"trailer"), "a.pdf")
    assert found.text == "The bank has to pay."


def test_page_that_draws_itself_is_read() -> None:
    form = b"/Resources<</XObject<</X 6 0 R>>/Font<</F 5 0 R>>>>"
    content = bare_pdf(b"BT /F 10 Tf 60 700 Td (Said once.) Tj ET /X Do")
    stream = b"<</Type/XObject/Subtype/Form/BBox[0 0 9 9]%s/Length 5>>\nstream\n/X Do\nendstream" % form
    content = content.replace(b"/Font<<", b"/XObject<</X 6 0 R>>/Font<<", 1)
    content = content.replace(b"trailer", b"6 0 obj\n%s\nendobj\ntrailer" % stream)
    assert read_bytes(content, "a.pdf").text == "Said once."


def test_page_of_words_on_one_spot_is_read() -> None:
    words = b"".join(b"1 0 0 1 %d 700 Tm (word) Tj " % (number % 7) for number in range(20_000))
    assert "word" in read_bytes(bare_pdf(b"BT /F 1 Tf " + words + b"ET"), "a.pdf").text


def test_pdf_of_too_many_pages_is_refused() -> None:
    kids = b"3 0 R " * 3001
    with pytest.raises(TooLargeError, match="it has 3,001 pages"):
        read_bytes(pdf_of_objects(_CATALOG, b"<</Type/Pages/Kids[%s]/Count 3001>>" % kids, _PAGE), "a.pdf")


def test_scripts_and_outside_files_of_a_pdf_are_left_alone(opened_files: list[str]) -> None:
    content = pdf_of([_BODY]).replace(
        b"/Type /Catalog",
        b"/OpenAction <</S/JavaScript/JS(app.launchURL\\('http://example.com'\\))>> /Type /Catalog",
    )
    assert "two million" in read_bytes(content, "a.pdf").text
    assert not [name for name in opened_files if "example" in name]


def _bomb(method: int) -> bytes:
    """A Word document whose text unpacks to more than any document may have."""
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as member:
            for _ in range(INFLATED_LIMIT // (1 << 20) + 1):
                member.write(b"a" * (1 << 20))
    return made.getvalue()


def test_zip_bomb_in_a_word_document_is_not_unpacked() -> None:
    content = _bomb(zipfile.ZIP_DEFLATED)
    assert len(content) < 200_000
    with pytest.raises(TooLargeError, match="packed too tightly"):
        read_bytes(content, "a.docx")


def test_member_that_grows_too_much_is_not_unpacked() -> None:
    body = paragraph("a" * 4_000_000)
    with pytest.raises(TooLargeError, match="packed too tightly"):
        read_bytes(docx_of(body), "a.docx")


def test_member_that_lies_about_its_size_is_damaged() -> None:
    content = docx_of(paragraph("b" * 5000))
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        size = archive.getinfo("word/document.xml").file_size
    lie = content.replace(size.to_bytes(4, "little"), (100).to_bytes(4, "little"))
    assert lie != content
    with pytest.raises(DamagedFileError):
        read_bytes(lie, "a.docx")


_ENTITIES = {
    "bomb": '<!ENTITY a "aaaaaaaaaa">'
    + "".join(
        f'<!ENTITY {name} "{f"&{inner};" * 10}">' for inner, name in zip("abcdefgh", "bcdefghi", strict=True)
    ),
    "file": '<!ENTITY i SYSTEM "{secret}">',
    "network": '<!ENTITY i SYSTEM "http://example.com/secret.txt">',
    "parameter": '<!ENTITY % p SYSTEM "http://example.com/secret.dtd"> %p; <!ENTITY i "x">',
}


@pytest.mark.parametrize("entities", _ENTITIES.values(), ids=_ENTITIES)
@pytest.mark.parametrize("make", [docx_of, odt_of], ids=["docx", "odt"])
def test_entities_are_refused(make: Callable[..., bytes], entities: str, tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("SECRETWORDS", "utf-8")
    prologue = f"<!DOCTYPE x [{entities.replace('{secret}', secret.as_uri())}]>"
    body = paragraph("&i;") if make is docx_of else "<text:p>&i;</text:p>"
    with pytest.raises(DamagedFileError):
        read_bytes(make(body, prologue), "a.bin")


def test_document_type_from_outside_is_not_fetched() -> None:
    content = docx_of(paragraph("Shown."), '<!DOCTYPE x SYSTEM "http://example.com/x.dtd">')
    assert read_bytes(content, "a.docx").text == "Shown."


@pytest.mark.parametrize(
    "target", ["../../../../etc/passwd", "/etc/passwd", "file:///etc/passwd", "http://a.b/c"]
)
def test_main_part_named_outside_is_not_opened(target: str, opened_files: list[str]) -> None:
    relations = (
        f'<Relationships><Relationship Id="r1" Target="{target}" '
        'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"/></Relationships>'
    )
    document = (
        '<w:document xmlns:w="w"><w:body><w:p><w:r><w:t>Inside.</w:t></w:r></w:p></w:body></w:document>'
    )
    members = {"[Content_Types].xml": "<Types/>", "_rels/.rels": relations, "word/document.xml": document}
    assert read_bytes(zip_of({**members, "../../escape.txt": "x"}), "a.docx").text == "Inside."
    assert not [name for name in opened_files if "passwd" in name or "escape" in name]


@pytest.mark.parametrize("levels", [100, 5000])
def test_nested_tables_are_read_or_refused(levels: int) -> None:
    opening, closing = "<w:tbl><w:tr><w:tc>" * levels, "</w:tc></w:tr></w:tbl>" * levels
    _read_or_refuse(docx_of(opening + paragraph("Deep down.") + closing), "a.docx")
    opening, closing = '<text:section text:name="a">' * levels, "</text:section>" * levels
    _read_or_refuse(odt_of(f"{opening}<text:p>Deep down.</text:p>{closing}"), "a.odt")


def test_styles_based_on_each_other_end() -> None:
    styles = (
        '<w:styles><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>'
    )
    body = '<w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>Shown.</w:t></w:r></w:p>'
    assert read_bytes(docx_of(body, styles=styles), "a.docx").text == "Shown."


def test_notes_that_refer_to_each_other_end() -> None:
    notes = (
        '<w:footnotes><w:footnote w:id="1"><w:p><w:r><w:t>See</w:t><w:footnoteReference w:id="1"/></w:r>'
        "</w:p></w:footnote></w:footnotes>"
    )
    body = '<w:p><w:r><w:t>Text</w:t><w:footnoteReference w:id="1"/></w:r></w:p>'
    assert read_bytes(docx_of(body, footnotes=notes), "a.docx").text == "Text[1]\n\n[1] See[1]"


@pytest.mark.parametrize(
    "content",
    [
        b"{\\rtf1" + b"\\bin999999999 x" * 1000 + b" Shown.}",
        b"{\\rtf1" + b"\\u99999999999 ?" * 10 + b" Shown.}",
        b"{\\rtf1 }}}}}}}}} Shown.",
        b"{\\rtf1\\uc99999999\\u65 Shown. Shown. Shown. Shown.",
        b"{\\rtf1" + b"\\cell\\row" * 20_000 + b" Shown.",
        b"{\\rtf1{\\footnote {\\footnote {\\shptxt a}}} Shown.",
        b"{\\rtf1\\ansicpg99999\\'e9 Shown.}",
    ],
    ids=["bin", "u", "braces", "uc", "cells", "notes", "code page"],
)
def test_rtf_that_breaks_the_rules(content: bytes) -> None:
    _read_or_refuse(content, "a.rtf")


def test_every_fixture_is_read_without_a_socket() -> None:
    for file in sorted(_FILES.glob("decision.*")):
        assert read_file(file).text
