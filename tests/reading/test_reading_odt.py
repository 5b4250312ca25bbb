"""OpenDocument texts: what is shown is read, what is hidden or deleted is not."""

from pathlib import Path

import pytest

from casefile.reading import BlockKind, EmptyFileError, MediaType, ReadDocument, read_bytes, read_file
from casefile.reading.errors import EncryptedFileError
from casefile.values import PartialDate
from tests.reading.made_documents import odt_of, zip_of

_FILES = Path(__file__).parent.parent / "data" / "reading"
_HIDING = '<style:style style:name="Gone"><style:text-properties text:display="none"/></style:style>'
_BASED = '<style:style style:name="Heir" style:parent-style-name="Gone"/>'


@pytest.fixture(scope="module")
def decision() -> ReadDocument:
    """Written by LibreOffice."""
    return read_file(_FILES / "decision.odt")


def _text(body: str, styles: str = "") -> str:
    return read_bytes(odt_of(body, styles=styles), "a.odt").text


def _blocks(document: ReadDocument, kind: BlockKind) -> list[str]:
    return [block.span.of(document.text) for block in document.structure if block.kind is kind]


def test_odt_and_docx_of_one_document_have_the_same_text(decision: ReadDocument) -> None:
    other = read_file(_FILES / "decision.docx")
    assert decision.text == other.text
    assert [block.kind for block in decision.structure] == [block.kind for block in other.structure]
    assert decision.metadata == other.metadata


def test_hidden_and_deleted_words_of_an_odt_are_left_out(decision: ReadDocument) -> None:
    assert "HIDDENWORDS" not in decision.text
    assert "DELETEDWORDS" not in decision.text
    assert "INSERTEDWORDS" in decision.text
    assert decision.text.count("BOXWORDS") == 1


def test_odt_properties(decision: ReadDocument) -> None:
    assert decision.media_type is MediaType.ODT
    assert decision.metadata.published == PartialDate("2025-02-11")
    assert decision.metadata.modified == PartialDate("2025-02-12")
    assert _blocks(decision, BlockKind.FOOTNOTE)[0].startswith("[1] Retention policy")


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:p text:style-name="Gone">Concealed.</text:p>',
        '<text:p text:style-name="Heir">Concealed.</text:p>',
        '<text:p>A<text:span text:style-name="Gone">Concealed.</text:span></text:p>',
        '<text:section text:display="none"><text:p>Concealed.</text:p></text:section>',
        "<text:p><text:hidden-text>Concealed.</text:hidden-text></text:p>",
        '<text:p><text:hidden-paragraph text:is-hidden="true"/>Concealed.</text:p>',
        "<text:p>A<office:annotation><text:p>Concealed.</text:p></office:annotation></text:p>",
        "<text:tracked-changes><text:p>Concealed.</text:p></text:tracked-changes>",
    ],
)
def test_hidden_words_of_every_kind(hidden: str) -> None:
    found = _text(f"{hidden}<text:p>Shown.</text:p>", _HIDING + _BASED)
    assert "Concealed" not in found
    assert found.endswith("Shown.")


def test_spaces_tabs_and_line_breaks_are_those_of_the_format() -> None:
    body = "<text:p>One\n   two<text:s text:c='3'/>three<text:tab/>four<text:line-break/>five</text:p>"
    assert _text(body) == "One two three four\nfive"


def test_encrypted_odt_is_told() -> None:
    manifest = "<manifest><file-entry><encryption-data/></file-entry></manifest>"
    members = {"mimetype": "application/vnd.oasis.opendocument.text", "META-INF/manifest.xml": manifest}
    content = zip_of({**members, "content.xml": b"\x01\x02\x03"}, 0)
    with pytest.raises(EncryptedFileError, match="opens only with a password"):
        read_bytes(content, "a.odt")


def test_odt_without_words_is_empty() -> None:
    with pytest.raises(EmptyFileError):
        read_bytes(odt_of("<text:p/>"), "a.odt")
