"""Copies of originals: named so that no system runs them, read-only, told of where they are risky."""

import stat
from pathlib import Path

import pytest

from casefile.metadata import SourceMetadata
from casefile.proposals import Proposals
from casefile.store.keeping import Capture, keep_source
from casefile.store.originals import OriginalFile
from casefile.store.store import Store
from ui.original_copies import (
    LINE_CHARACTERS,
    SHOWN_CHARACTERS,
    copy_name,
    copy_original,
    original_text,
    warning_of,
)


@pytest.mark.parametrize(
    ("name", "media_type", "copied"),
    [
        ("article.html", "text/html", "article.html"), ("Article.HTM", "text/html", "Article.HTM"),
        ("run.exe", "text/html", "run.exe.html"), ("../../etc/passwd", "text/plain", "passwd.txt"),
        ("C:\\a\\b.txt", "text/plain", "b.txt"), ("", "application/pdf", "original.pdf"),
        ("..", "application/pdf", "original.pdf"), ("a.sh", "application/unknown", "a.sh.txt"),
        ("x" * 300 + ".pdf", "application/pdf", "x" * 80 + ".pdf"), ("a\nb;c.csv", "text/csv", "a_b_c.csv"),
    ],
)  # fmt: skip
def test_a_copy_is_called_by_what_it_is(name: str, media_type: str, copied: str) -> None:
    assert copy_name(OriginalFile(1, name, media_type, b"")) == copied


def kept(tmp_path: Path, content: bytes, media_type: str = "text/html") -> Store:
    store = Store.open_or_create(tmp_path / "a.casefile", person="ann")
    capture = Capture(content, "page.html", "text", SourceMetadata(), media_type, "html/1", ())
    with store.write("Import", by="ann") as writer:
        keep_source(writer, capture, Proposals())
    return store


def test_the_copy_is_whole_and_read_only(tmp_path: Path) -> None:
    with kept(tmp_path, b"<p>x</p>").read() as reader:
        path = copy_original(reader, 1)
    assert (path.name, path.read_bytes()) == ("page.html", b"<p>x</p>")
    assert stat.S_IMODE(path.stat().st_mode) & 0o277 == 0
    assert stat.S_IMODE(path.parent.stat().st_mode) == 0o700


def test_the_markup_is_shown_and_long_lines_are_broken(tmp_path: Path) -> None:
    content = b"<script>alert(1)</script>\n" + b"x" * (LINE_CHARACTERS + 1)
    with kept(tmp_path, content).read() as reader:
        found = original_text(reader, 1)
    assert found.text.startswith("<script>alert(1)</script>\nxxx")
    assert found.is_whole
    assert max(map(len, found.text.splitlines())) == LINE_CHARACTERS


def test_of_a_large_file_only_the_beginning_is_shown(tmp_path: Path) -> None:
    with kept(tmp_path, b"word " * SHOWN_CHARACTERS).read() as reader:
        found = original_text(reader, 1)
    assert not found.is_whole
    assert 0 < len(found.text) <= SHOWN_CHARACTERS * 1.01


def test_what_is_no_text_shows_none(tmp_path: Path) -> None:
    with kept(tmp_path, b"%PDF-1.7 \x00\x01", "application/pdf").read() as reader:
        assert original_text(reader, 1).text == ""


def test_what_may_run_or_load_things_is_warned_of() -> None:
    assert "scripts" in warning_of("text/html")
    assert "macros" in warning_of("application/vnd.openxmlformats-officedocument.wordprocessingml.document")
    assert "pictures" in warning_of("message/rfc822")
    assert warning_of("text/plain") == ""
