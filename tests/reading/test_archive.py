"""ZIP archives as Python, and systems' own programs, pack them."""

import io
import stat
import zipfile
from collections.abc import Mapping

import pytest

from casefile.reading import DamagedFileError, EmptyFileError, Reading, archive, read_contents


def packed(members: Mapping[str, bytes], method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as target:
        for name, content in members.items():
            target.writestr(name, content)
    return made.getvalue()


def read(members: Mapping[str, bytes]) -> Reading:
    return read_contents(packed(members), "batch.zip")


def names(reading: Reading) -> list[str]:
    return [part.name for part in reading.parts]


@pytest.mark.parametrize("method", [zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED, zipfile.ZIP_BZIP2])
def test_each_member_is_a_part(method: int) -> None:
    found = read_contents(packed({"a.txt": b"One.", "in/side/b.html": b"<p>Two"}, method), "batch.zip")
    assert found.document is None
    assert [(part.name, part.content) for part in found.parts] == [("a.txt", b"One."), ("b.html", b"<p>Two")]
    assert found.notes == ()


def test_what_systems_add_is_left_out_without_a_word() -> None:
    found = read({"a.txt": b"1", "__MACOSX/._a.txt": b"2", ".DS_Store": b"3", "x/Thumbs.db": b"4"})
    assert (names(found), found.notes) == (["a.txt"], ())


def test_the_files_of_a_saved_page_are_left_out_and_said() -> None:
    found = read(
        {"in/a.html": b"<p>1", "in/a_files/x.css": b"p{}", "in/a_files/d/y.html": b"2", "b_files/z": b"3"}
    )
    assert names(found) == ["a.html", "z"]
    assert found.notes == ("Left out: 2 files (“x.css”, …), files that belong to a saved page.",)


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("Bußgeld.txt".encode(), "Bußgeld.txt"),
        ("Bußgeld.txt".encode("cp437"), "Bußgeld.txt"),
    ],
    ids=["utf-8 unmarked", "cp437"],
)
def test_names_are_decoded_as_packers_write_them(raw: bytes, shown: str) -> None:
    content = packed({"x" * len(raw): b"1"}).replace(b"x" * len(raw), raw)
    assert names(read_contents(content, "a.zip")) == [shown]


def test_encrypted_members_are_said() -> None:
    content = bytearray(packed({"secret.txt": b"1", "b.txt": b"2"}))
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        content[content.index(signature) + offset] |= 1
    found = read_contents(bytes(content), "a.zip")
    assert names(found) == ["b.txt"]
    assert found.notes[0].startswith("Left out: “secret.txt”, protected by a password")


def test_links_are_left_out() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        link = zipfile.ZipInfo("passwd.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(link, "/etc/passwd")
    found = read_contents(made.getvalue(), "a.zip")
    assert found.parts == ()
    assert "only links" in found.notes[0]


def test_a_damaged_member_does_not_take_the_others_with_it() -> None:
    content = packed({"a.txt": b"first words", "b.txt": b"other words"}, zipfile.ZIP_STORED)
    found = read_contents(content.replace(b"first words", b"first wards"), "a.zip")
    assert names(found) == ["b.txt"]
    assert found.notes == ("Left out: “a.txt”, damaged.",)


def test_limits_hold_and_are_said(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(archive, "MEMBER_LIMIT", 3)
    monkeypatch.setattr(archive, "TOTAL_LIMIT", 12)
    found = read({"a": b"12345", "b": b"12345", "c": b"12345", "d": b"1"})
    assert names(found) == ["a", "b"]
    assert len(found.notes) == 2


def test_an_empty_archive_and_a_cut_one_are_refused() -> None:
    with pytest.raises(EmptyFileError):
        read({})
    with pytest.raises(DamagedFileError):
        read_contents(packed({"a.txt": b"1"})[:30], "a.zip")
