"""Outlook messages, made by a library that writes them as Outlook does."""

import struct
from pathlib import Path

import pytest

from casefile.reading import DamagedFileError, MediaType, UnsupportedTypeError, read_bytes, read_contents
from casefile.reading.errors import EncryptedFileError
from casefile.reading.rtf_mail import expand_rtf, rtf_body
from casefile.terms import SourceKind
from casefile.values import PartialDate

DATA = Path("tests/data/reading")


def test_a_message_is_its_text_and_description() -> None:
    found = read_bytes((DATA / "outlook.msg").read_bytes(), "a.msg")
    assert found.media_type is MediaType.OUTLOOK
    assert found.metadata.title == "Fine for Lumen Café Group"
    assert found.metadata.outlet == "Autoriteit Persoonsgegevens, press office"
    assert found.metadata.kind is SourceKind.AUTHORITY_RELEASE
    assert found.metadata.published == PartialDate("2025-03-18")
    assert "has fined Lumen Café Group €2.4 million" in found.text
    assert [block.kind.value for block in found.structure] == ["paragraph", "paragraph", "paragraph", "aside"]


def test_attachments_and_messages_inside_are_parts() -> None:
    note, inner = read_contents((DATA / "outlook.msg").read_bytes(), "a.msg").parts
    assert (note.name, note.content.decode()) == ("décision.txt", "The decision in full: €2.4 million.\n")
    assert inner.name == "Earlier warning.eml"
    found = read_contents(inner.content, inner.name)
    assert found.document is not None
    assert found.document.metadata.title == "Earlier warning"
    assert found.document.text == "The company was warned in 2023 about its cameras in changing rooms."
    assert [(part.name, part.content) for part in found.parts] == [
        ("warning.txt", b"Warning of 3 May 2023.\n")
    ]


def test_a_message_inside_is_always_the_same_bytes() -> None:
    content = (DATA / "outlook.msg").read_bytes()
    assert read_contents(content, "a.msg").parts == read_contents(content, "b.msg").parts


def test_a_page_is_read_where_there_is_no_text() -> None:
    found = read_bytes((DATA / "outlook-page.msg").read_bytes(), "a.msg")
    assert found.text == "The regulator fined Lumen Café Group €2.4 million.\n\nEarlier words."
    assert [block.kind.value for block in found.structure] == ["paragraph", "quotation"]


def test_a_page_in_compressed_rtf_is_the_last_resort() -> None:
    found = read_bytes((DATA / "outlook-rtf.msg").read_bytes(), "a.msg")
    assert found.text == "The regulator fined Lumen Café Group €2.4 million & ordered it to stop."


# MS-OXRTFCP, 4.1.1 and 4.2.1: the two examples of the specification.
_EXAMPLE = (
    "2d0000002b0000004c5a4675f1c5c7a703000a007263706731323542320af32068656c090020627705b06c647d0a800fa0"
)


def test_compressed_rtf_is_expanded_as_the_specification_shows() -> None:
    packed = bytes.fromhex(_EXAMPLE)
    assert expand_rtf(packed) == b"{\\rtf1\\ansi\\ansicpg1252\\pard hello world}\r\n"
    packed = bytes.fromhex("1a0000001c0000004c5a4675e2d44b51410004205758595a0d6e7d010eb0")
    assert expand_rtf(packed) == b"{\\rtf1 WXYZWXYZWXYZWXYZWXYZ}"


@pytest.mark.parametrize(
    ("rtf", "text", "is_page"),
    [
        (r"{\rtf1\ansi\ansicpg1252\fromtext Caf\'e9\par \u8364?5}", "Café\n€5", False),
        (r"{\rtf1\ansi{\fonttbl{\f0 A;}{\f1\fcharset204 B;}}\f1 \'d0\'ee\'f1\f0\'e9}", "Росé", False),
        (
            r"{\rtf1\fromhtml1{\*\htmltag64 <p>}\htmlrtf {\b\htmlrtf0 Fined\htmlrtf }\htmlrtf0}",
            "<p>Fined",
            True,
        ),
        (r"{\rtf1\ansi\uc2\u8364 ??5 {\*\generator X}{\pict 0102}\{ok\}}", "€5 {ok}", False),
        (r"{\rtf1\ansi\bin4 }}}}after}", "after", False),
    ],
    ids=["text", "fonts", "page", "unicode and skipped", "binary"],
)
def test_the_words_in_rtf_are_found(rtf: str, text: str, is_page: bool) -> None:
    (body,) = rtf_body(rtf.encode("latin-1"))
    assert (body.text, body.is_html) == (text, is_page)


def renamed(content: bytes, name: str) -> bytes:
    """The compound file with another name of its stream WordDocument ([MS-CFB], 2.6.1)."""
    changed = bytearray(content)
    place = content.index("WordDocument".encode("utf-16-le"))
    changed[place : place + 64] = name.encode("utf-16-le").ljust(64, b"\0")
    struct.pack_into("<H", changed, place + 64, 2 * len(name) + 2)
    return bytes(changed)


@pytest.mark.parametrize(
    ("stream", "what", "advice"),
    [
        ("WordDocument", "a Word document of the old format", "as DOCX."),
        ("Workbook", "an Excel workbook of the old format", "as CSV or XLSX."),
        ("PowerPoint Document", "a presentation of the old format", "as PDF."),
        ("EncryptedPackage", "an Office document that opens only with a password", "without a password"),
        ("Anything", "a compound file of a kind that is not known", "text file"),
    ],
)
def test_other_compound_files_are_named_with_what_to_do(stream: str, what: str, advice: str) -> None:
    content = renamed((DATA / "old-word.doc").read_bytes(), stream)
    with pytest.raises((UnsupportedTypeError, EncryptedFileError), match=what) as caught:
        read_bytes(content, "a.doc")
    assert advice in caught.value.advice


def test_a_cut_compound_file_is_damaged() -> None:
    with pytest.raises(DamagedFileError):
        read_bytes((DATA / "outlook.msg").read_bytes()[:600], "a.msg")
