import re
import zlib

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.pdf.glyphs import to_unicode_map
from casefile.briefs.pdf.metadata import Attachment, Metadata, file_specification, information, xmp
from casefile.briefs.pdf.syntax import PdfFile, name, stream, text_string
from tests.briefs.conftest import AS_OF

CATALOGUE = b"<</Type/Catalog/Pages 2 0 R>>"
PAGES = b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 9 9]>>"


def file_of(objects: list[bytes]) -> bytes:
    """The file of the objects, of which the last is the Info; they do not come in the order of numbers."""
    file = PdfFile()
    for number, body in sorted(enumerate(objects, start=1), key=lambda entry: -entry[0]):
        file.add(number, body)
    return file.finish(1, len(objects))


def opened(information_body: str, filling: int = 0) -> dict[str, str]:
    """The Info of a file with this Info, as PDFium reads it, among ``filling`` more objects."""
    objects = [CATALOGUE, PAGES, PAGE, *[b"null"] * filling, information_body.encode("ascii")]
    document = pypdfium2.PdfDocument(file_of(objects))
    try:
        assert len(document) == 1
        return dict(document.get_metadata_dict())
    finally:
        document.close()


@given(st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs"]), max_size=60))
def test_a_text_string_is_read_as_it_was(text: str) -> None:
    assert opened(f"<</Title {text_string(text)}>>")["Title"] == text


@pytest.mark.parametrize("filling", [0, 195, 196, 197, 1_000])
def test_objects_are_found_in_however_many_object_streams(filling: int) -> None:
    assert opened("<</Title(found)>>", filling)["Title"] == "found"


def test_a_number_without_an_object_is_told() -> None:
    file = PdfFile()
    file.add(1, CATALOGUE)
    file.add(4, b"null")
    assert [number in file for number in (1, 2, 4, 9)] == [True, False, True, False]
    with pytest.raises(ValueError, match=r"missing: \[2, 3\]"):
        file.finish(1, 4)


def test_a_type_of_a_file_is_one_name() -> None:
    assert name("application/json") == "/application#2Fjson"
    assert name("a#b c(é)") == "/a#23b#20c#28#C3#A9#29"


def test_a_stream_tells_its_length() -> None:
    body = stream(b"content" * 40, "/N 3")
    packed = body[body.index(b"stream\n") + 7 : -len(b"\r\nendstream")]
    assert b"/N 3/Filter/FlateDecode/Length %d>>" % len(packed) in body
    assert zlib.decompress(packed) == b"content" * 40


def test_a_map_names_each_code_in_use_and_no_other() -> None:
    subset = [0, ord("a"), *[32] * 30, 32, 0x1F600, *range(300, 500)]
    found = to_unicode_map(subset)
    pairs = dict(re.findall(r"<(\w\w)> <(\w{4,})>", found.split("endcodespacerange")[1]))
    assert pairs["01"] == "0061"
    assert pairs["20"] == "0020"
    assert pairs["21"] == "D83DDE00"
    assert len(pairs) == 203
    assert all(int(count) <= 100 for count in re.findall(r"(\d+) beginbfchar", found))


def test_metadata_is_no_markup_and_empty_entries_are_left_out() -> None:
    metadata = Metadata('<a & "b">', "", "", "]]>", "en", AS_OF)
    packet = xmp(metadata).decode()
    assert '<rdf:li xml:lang="x-default">&lt;a &amp; "b"&gt;</rdf:li>' in packet
    assert "<pdf:Keywords>]]&gt;</pdf:Keywords>" in packet
    assert "dc:creator" not in packet
    assert "/Author" not in information(metadata)


def test_a_specification_says_what_the_file_is_to_the_document() -> None:
    found = file_specification(Attachment("casefile.json", b"{}", "application/json"), 12)
    assert "/AFRelationship/Data" in found
    assert "/UF (casefile.json)" in found
