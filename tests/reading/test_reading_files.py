"""Bytes of every kind: told by their content, decoded, refused with a word that helps."""

import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.errors import CasefileError
from casefile.reading import (
    SIZE_LIMIT,
    EmptyFileError,
    MediaType,
    NotTextError,
    ReadDocument,
    TooLargeError,
    UnreadableFileError,
    UnsupportedTypeError,
    read_bytes,
    read_file,
)
from casefile.reading.decoding import decode

_GERMAN = "Die Behörde verhängte gegen das Unternehmen ein Bußgeld: „Das war fällig“, hieß es für 5 €.\n" * 4
_FRENCH = (
    "L’autorité a prononcé une sanction à l’été, « c’était nécessaire », a-t-elle déclaré à ses invités.\n"
    * 4
)


@pytest.mark.parametrize(
    "encoding",
    ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32", "utf-32-le", "utf-32-be", "cp1252"],
)
@pytest.mark.parametrize("text", [_GERMAN, _FRENCH], ids=["german", "french"])
def test_encodings_are_told(text: str, encoding: str) -> None:
    assert read_bytes(text.encode(encoding), "a.txt").text == text


def test_guessed_encoding_is_said() -> None:
    assert read_bytes(_GERMAN.encode("cp1252"), "a.txt").notes == ("Encoding guessed: cp1252.",)
    assert read_bytes(_GERMAN.encode(), "a.txt").notes == ()


def test_declared_encoding_is_believed() -> None:
    words = "Zażółć gęślą jaźń. " * 20
    page = f'<html><head><meta charset="iso-8859-2"></head><body><p>{words}</p></body></html>'
    found = read_bytes(page.encode("iso-8859-2"), "a.html")
    assert "Zażółć gęślą jaźń." in found.text
    assert found.notes == ()


def test_valid_utf8_wins_over_a_wrong_declaration() -> None:
    page = f'<html><head><meta charset="iso-8859-1"></head><body><p>{_GERMAN}</p></body></html>'
    assert "verhängte" in read_bytes(page.encode(), "a.html").text


def test_damaged_places_are_counted() -> None:
    found = decode(_GERMAN.encode() + b"\xff\xfe!")
    assert found.text.startswith(_GERMAN)
    assert found.notes == ("2 characters could not be decoded as utf-8 and are shown as \ufffd.",)


@pytest.mark.parametrize(
    ("content", "kind"),
    [
        (b"\x00\x00\x00\x18ftypmp42", "a video or sound file"),
        (b'<svg xmlns="http://www.w3.org/2000/svg"></svg>', "an SVG image"),
    ],
)
@pytest.mark.parametrize("name", ["article.html", "article.txt"])
def test_other_formats_are_named_whatever_the_file_is_called(content: bytes, kind: str, name: str) -> None:
    with pytest.raises(UnsupportedTypeError) as caught:
        read_bytes(content, name)
    assert caught.value.what.startswith(f"“{name}” is {kind}")
    assert "plain text" in caught.value.advice


def test_extension_does_not_decide() -> None:
    page = b"<!doctype html><html><body>" + b"<p>" + b"Words of an article. " * 20 + b"</p></body></html>"
    assert read_bytes(page, "page.txt").media_type is MediaType.HTML
    assert read_bytes(b"Just words, a < b and b > c.", "page.html").media_type is MediaType.PLAIN


def test_letter_that_looks_like_mail_is_text() -> None:
    assert read_bytes(b"To: the board\nFrom: the chair\n\nDear all, we met.", "a.txt").text.startswith("To:")


@pytest.mark.parametrize(
    "content", [b"", b"   \n\r\t ", b"\0\0\0\0", b"\xef\xbb\xbf", b"\xff\xfe", "\u200b\u202e".encode()]
)
def test_empty_file_is_refused(content: bytes) -> None:
    with pytest.raises(EmptyFileError, match=r"“a\.txt” is empty"):
        read_bytes(content, "a.txt")


def test_binary_content_is_refused() -> None:
    with pytest.raises(NotTextError, match=r"“a\.bin” holds no text"):
        read_bytes(bytes(range(32)) * 40, "a.bin")


def test_long_line_over_the_limit_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "line.txt"
    with file.open("wb") as handle:
        handle.truncate(100 * 1024 * 1024)
    with pytest.raises(TooLargeError, match=r"“line\.txt” is too large: it has 100 MB, the limit is 64 MB"):
        read_file(file)
    with pytest.raises(TooLargeError):
        read_bytes(b"a" * (SIZE_LIMIT + 1), "line.txt")


def test_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match=r"“gone\.txt” could not be opened: no such file"):
        read_file(tmp_path / "gone.txt")


def test_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(UnreadableFileError, match="directory"):
        read_file(tmp_path)


def test_undecodable_name_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "a\udcff\n.txt"
    file.write_bytes(b"")
    with pytest.raises(EmptyFileError) as caught:
        read_file(file)
    str(caught.value).encode("utf-8")
    assert "\n" not in str(caught.value)


def test_publication_after_the_capture_is_not_believed() -> None:
    body = "It was said that the bank has to pay. " * 8
    text = f"Bank fined for its long silence\n\n5 May 2024\n\n{body}".encode()
    believed = read_bytes(text, "a.txt", captured=date(2024, 5, 5))
    assert believed.metadata.published is not None
    doubted = read_bytes(text, "a.txt", captured=date(2024, 5, 1))
    assert doubted.metadata.published is None
    assert "5 May 2024" in doubted.notes[-1]


def _read_or_refuse(content: bytes) -> None:
    """Any bytes end in a clean document or in an error for people; anything else is raised."""
    try:
        found = read_bytes(content, "a.html")
    except CasefileError as error:
        _check_message(error)
    else:
        _check(found)


def _check_message(error: CasefileError) -> None:
    assert "“a.html”" in error.what
    assert error.advice.endswith(".")


def _check(found: ReadDocument) -> None:
    assert found.text.strip()
    assert not any(char < " " and char not in "\n\t" for char in found.text)
    assert not any("\u202a" <= char <= "\u202e" for char in found.text)
    for block in found.structure:
        assert block.span.of(found.text).strip()


@given(st.binary(max_size=400))
@settings(max_examples=150, deadline=None)
def test_random_bytes_never_break_the_reader(content: bytes) -> None:
    _read_or_refuse(content)


_MARKUP = """<p> </p> <blockquote> </blockquote> <!-- --> <script> </script <svg> <table><tr><td> <h1>
<figure> <figcaption> <cite> <footer> <li> &amp; &#0; &#xD800; &#31 <time/datetime= <base/href='http://[a'> '>
"> <br> ]}</script> <a/href= <meta/name=date/content=' <link/rel=canonical/href='http://[ <math> <template>
<select><option> <?xml <![CDATA[ <script/type="application/ld+json">{"@type":"Article","author":"""
_WORDS = [
    "\x00",
    "\x1f",
    "\u202e",
    "\ud83d",
    "By Ada Thorne",
    "said the authority on Tuesday that the company would have to pay a fine of ten million euros",
]
_PIECES = st.sampled_from(
    [piece.replace("/", " ", 1) if "=" in piece else piece for piece in _MARKUP] + _WORDS
)


@given(st.lists(_PIECES | st.text(max_size=12), max_size=60))
@settings(max_examples=200, deadline=None)
def test_mutated_pages_never_break_the_reader(pieces: list[str]) -> None:
    _read_or_refuse(("<html><body>" + "".join(pieces)).encode("utf-8", "surrogatepass"))


@given(st.text(max_size=300))
@settings(max_examples=100, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    _read_or_refuse(text.encode())


@pytest.mark.parametrize("step", range(10))
def test_truncated_demo_page_is_read_or_refused(step: int) -> None:
    content = Path("resources/demo/continental-ledger-2025-03-18.html").read_bytes()
    _read_or_refuse(content[: len(content) * step // 10])


def test_importing_reading_loads_no_parser() -> None:
    code = (
        "import sys, casefile.reading; parsers = {'trafilatura', 'lxml', 'charset_normalizer', 'htmldate', "
        "'pypdfium2', 'PIL'}; print(sorted(parsers & sys.modules.keys()))"
    )
    found = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert found.stdout.strip() == "[]"
