"""Files made to break the readers of files that hold others: they are read or refused in words."""

import base64
import io
import json
import plistlib
import socket
import stat
import struct
import zipfile
import zlib
from collections.abc import Callable
from email.message import EmailMessage
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.reading import (
    DamagedFileError,
    ReadingError,
    TooDeepError,
    TooLargeError,
    read_contents,
)
from casefile.reading.model import Reading
from tests.reading.zip_quine import NAME, zip_quine

DATA = Path("tests/data/reading")


@pytest.fixture(autouse=True)
def _no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing that is read here may look for anything outside."""

    def refuse(*_: object, **__: object) -> NoReturn:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket.socket, "__init__", refuse)


def packed(*members: tuple[str, bytes]) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target:
        for name, content in members:
            target.writestr(name, content)
    return made.getvalue()


def read_or_refuse(content: bytes, name: str = "a.bin") -> Reading | None:
    """What is read, None for a refusal in words; every other exception is raised."""
    try:
        found = read_contents(content, name)
    except ReadingError:
        return None
    assert found.document is not None or found.parts or found.notes
    for part in found.parts:
        check_name(part.name)
    return found


def check_name(name: str) -> None:
    assert name
    assert not set(name) & set("/\\\0\n\r\x1b\u202e")
    assert not name.startswith(".")
    name.encode("utf-8")


# ZIP


def bomb(size: int) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as target, target.open("zeros.txt", "w") as member:
        for _ in range(size // 1_000_000):
            member.write(bytes(1_000_000))
    return made.getvalue()


def test_a_zip_bomb_is_not_inflated() -> None:
    found = read_contents(bomb(400_000_000), "a.zip")
    assert found.parts == ()
    assert "over 64 MB" in found.notes[0]
    found = read_contents(bomb(40_000_000), "a.zip")
    assert found.parts == ()
    assert "packed more than 200 times" in found.notes[0]


def test_a_bomb_whose_header_lies_is_stopped_where_it_inflates() -> None:
    content = bomb(40_000_000)
    lying = content.replace(struct.pack("<I", 40_000_000), struct.pack("<I", 3000))
    assert lying != content
    found = read_contents(lying, "a.zip")
    assert sum(len(part.content) for part in found.parts) <= 3000


def test_many_members_of_the_same_bytes_are_stopped_by_the_total() -> None:
    """Entries of the directory that all point to one member: Fifield, "A better zip bomb" (2019)."""
    noise = zlib.compress(b"", 0) + bytes((7 * place * place + 3 * place) % 251 for place in range(4_000_000))
    once = packed(("a.txt", noise))
    start = once.index(b"PK\x01\x02")
    end = once.index(b"PK\x05\x06")
    entry = once[start:end]
    count = 200
    directory = b"".join(entry.replace(b"a.txt", b"%05d" % number) for number in range(count))
    tail = struct.pack("<4s4H2IH", b"PK\x05\x06", 0, 0, count, count, len(directory), start, 0)
    found = read_or_refuse(once[:start] + directory + tail, "a.zip")
    assert found is not None
    assert sum(len(part.content) for part in found.parts) <= 256 * 1024 * 1024
    assert len(found.parts) < count


def test_a_nested_archive_is_a_part_and_not_followed() -> None:
    content = b"words"
    for _ in range(60):
        content = packed(("inner.zip" if content != b"words" else "a.txt", content))
    found = read_contents(content, "a.zip")
    assert [part.name for part in found.parts] == ["inner.zip"]


def test_an_archive_that_holds_itself_is_one_part() -> None:
    content = zip_quine()
    (part,) = read_contents(content, "a.zip").parts
    assert (part.name, part.content) == (NAME.decode(), content)


@pytest.mark.parametrize(
    ("name", "shown"),
    [
        ("../../etc/passwd", "passwd"),
        ("/etc/passwd", "passwd"),
        ("C:\\Windows\\system32\\evil.txt", "evil.txt"),
        ("..\\..\\evil.txt", "evil.txt"),
        ("a/..", "File 1"),
        ("...", "File 1"),
        (".hidden", "hidden"),
        ("a\x1b[31m\u202etxt.exe", "a[31mtxt.exe"),
        ("a\nb.txt", "a b.txt"),
        ("x" * 5000 + ".html", "x" * 115 + ".html"),
    ],
)
def test_names_of_members_lead_nowhere(name: str, shown: str) -> None:
    (part,) = read_contents(packed((name, b"1")), "a.zip").parts
    assert part.name == shown
    check_name(part.name)


@pytest.mark.parametrize("raw", [b"\xff\xfe\x80.txt", b"\xc3\x28\xa0.txt", bytes(range(0x80, 0x88))])
@pytest.mark.parametrize("flag", [0, 0x800])
def test_names_that_are_no_utf8_do_not_stop_an_archive(raw: bytes, flag: int) -> None:
    content = packed(("z" * len(raw), b"1")).replace(b"z" * len(raw), raw)
    changed = bytearray(content)
    for signature, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        struct.pack_into("<H", changed, content.index(signature) + offset, flag)
    read_or_refuse(bytes(changed), "a.zip")


def test_a_member_without_a_name_has_one_of_ours() -> None:
    content = packed(("a", b"words"))
    nameless = content.replace(b"a", b"", 2)
    for signature, offset in ((b"PK\x03\x04", 26), (b"PK\x01\x02", 28)):
        place = nameless.index(signature) + offset
        nameless = nameless[:place] + b"\0\0" + nameless[place + 2 :]
    end = nameless.index(b"PK\x05\x06")
    sizes = struct.pack("<II", end - nameless.index(b"PK\x01\x02"), nameless.index(b"PK\x01\x02"))
    nameless = nameless[: end + 12] + sizes + nameless[end + 20 :]
    (part,) = read_contents(nameless, "a.zip").parts
    assert (part.name, part.content) == ("File 1", b"words")


def test_a_link_out_of_the_archive_is_left_out() -> None:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        link = zipfile.ZipInfo("notes.txt")
        link.external_attr = (stat.S_IFLNK | 0o777) << 16
        target.writestr(link, "../../../../etc/passwd")
        target.writestr("a.txt", "words")
    found = read_contents(made.getvalue(), "a.zip")
    assert [part.content for part in found.parts] == [b"words"]


# Mail and MHTML


def nested_mail(depth: int) -> bytes:
    """Multiparts within multiparts, the innermost a text."""
    head = b"From: a@b.example\nSubject: deep\nMIME-Version: 1.0\n"
    for level in range(depth):
        head += b'Content-Type: multipart/mixed; boundary="b%d"\n\n--b%d\n' % (level, level)
    return head + b"Content-Type: text/plain\n\nwords\n"


@pytest.mark.parametrize("depth", [60, 300, 10_000])
def test_multiparts_within_multiparts_end(depth: int) -> None:
    found = read_or_refuse(nested_mail(depth), "a.eml")
    if found is not None:
        assert found.document is not None
        assert any("fifty levels" in note for note in found.document.notes)
    else:
        with pytest.raises(TooDeepError):
            read_contents(nested_mail(depth), "a.eml")


def test_mails_within_mails_end() -> None:
    content = b"From: a@b.example\nMIME-Version: 1.0\n\nwords\n"
    for level in range(400):
        content = (
            b"From: a@b.example\nSubject: %d\nMIME-Version: 1.0\nContent-Type: message/rfc822\n\n" % level
            + content
        )
    read_or_refuse(content, "a.eml")


def test_a_mail_of_many_parts_is_cut_at_the_limit() -> None:
    made = EmailMessage()
    made["From"], made["Subject"] = "a@b.example", "x"
    made.set_content("words")
    made.add_attachment("one", filename="a.txt")
    whole = made.as_bytes()
    boundary = made.get_boundary("").encode()
    part = whole.split(b"--" + boundary)[2]
    many = whole.replace(part, part + b"".join(b"--" + boundary + part for _ in range(3000)))
    found = read_contents(many, "a.eml")
    assert len(found.parts) == 1000
    assert found.document is not None
    assert "2001 attachments over the first 1000 were left out." in found.document.notes


@pytest.mark.parametrize(
    "header",
    [
        b"Subject: " + b"=?utf-8?Q?a?= " * 200_000,
        b"From: " + b"(" * 100_000,
        b"From: " + b'"' * 99_999 + b" <a@b>",
        b"Date: " + b"9" * 100_000,
        b"Date: Mon, 99 Foo 99999999999 99:99:99 +9999",
        b"Date: Mon, 1 Jan 0001 00:00:00 +1400",
        b"Content-Type: text/plain; " + b"; ".join(b"a*%d=b" % number for number in range(20_000)),
        b"Content-Type: text/plain; charset*0*=utf-8''%ff; charset*1=x",
        b"Content-Type: multipart/mixed; boundary=",
        b"Content-Type: text/plain; charset=\xff\xfe\x00",
        b"Content-Transfer-Encoding: base64\nContent-Type: text/html",
        b"Content-Transfer-Encoding: x-uuencode\nContent-Type: text/plain",
        b"Content-Disposition: attachment; filename*=no-such''%zz\xff",
        b"List-Id: <<<<<>>>>",
    ],
)
def test_headers_made_to_break_a_parser_do_not(header: bytes) -> None:
    read_or_refuse(b"MIME-Version: 1.0\nReceived: x\n" + header + b"\n\nSome words.\n", "a.eml")


def test_a_mail_within_a_mail_may_be_encoded_in_ways_that_are_no_words() -> None:
    inner = b"Subject: inner\n\nwords\n"
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: message/rfc822\n"
    for encoding in (b"\xff\xfe", b"base64", b"BASE64 "):
        read_or_refuse(head + b"Content-Transfer-Encoding: " + encoding + b"\n\n" + inner, "a.eml")
    encoded = base64.encodebytes(inner)
    (part,) = read_contents(head + b"Content-Transfer-Encoding: base64\n\n" + encoded, "a.eml").parts
    assert part.content == inner


def test_a_page_in_a_mail_of_ten_thousand_levels_is_read_or_refused() -> None:
    head = b"From: a@b.example\nMIME-Version: 1.0\nContent-Type: text/html\n\n"
    for tag in (b"<div>", b"<blockquote>", b"<table><tr><td>", b"<ul><li>"):
        read_or_refuse(head + tag * 10_000 + b"words", "a.eml")


# Property lists and XML


def test_entities_of_a_shortcut_are_not_expanded() -> None:
    lol = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 12))
    bomb_of_entities = (
        f'<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY l0 "https://a.example/">{lol}]>'
        "<plist><dict><key>URL</key><string>&l11;</string></dict></plist>"
    )
    outside = (
        '<?xml version="1.0"?><!DOCTYPE plist [<!ENTITY x SYSTEM "file:///etc/passwd">]>'
        "<plist><dict><key>URL</key><string>https://a.example/&x;</string></dict></plist>"
    )
    for content in (bomb_of_entities, outside):
        with pytest.raises(DamagedFileError):
            read_contents(content.encode(), "a.webloc")


def binary_plist(objects: list[bytes]) -> bytes:
    """A binary property list of these objects, the first on top, with references of two bytes."""
    offsets, body = [], b"bplist00"
    for item in objects:
        offsets.append(len(body))
        body += item
    table = b"".join(struct.pack(">I", offset) for offset in offsets)
    return body + table + struct.pack(">6xBBQQQ", 4, 2, len(objects), 0, len(body))


@pytest.mark.parametrize(
    "objects",
    [
        [b"\xa1\0\0"],
        [b"\xd1\0\1\0\0", b"\x53URL"],
        [b"\xa1" + struct.pack(">H", place + 1) for place in range(20_000)] + [b"\x50"],
        [b"\xaf\x13" + b"\x7f" + b"\xff" * 7],
        [b"\x4f\x13\x7f" + b"\xff" * 7],
        [b"\xaf\x11\xff\xff" + b"\0\1" * 65535, b"\xaf\x11\xff\xff" + b"\0\2" * 65535, b"\x50"],
        [b"\xd1\0\1\0\2", b"\x5f\x10\x0fWebMainResource", b"\xd1\0\1\0\2"],
    ],
    ids=[
        "holds itself",
        "holds itself by key",
        "deep",
        "endless array",
        "endless data",
        "wide",
        "archive in itself",
    ],
)
def test_property_lists_made_to_break_a_parser_do_not(objects: list[bytes]) -> None:
    assert read_or_refuse(binary_plist(objects), "a.webarchive") is None


def test_a_deep_xml_property_list_is_refused() -> None:
    content = b'<?xml version="1.0"?><plist><dict><key>URL</key>' + b"<array>" * 100_000
    assert read_or_refuse(content, "a.webloc") is None


# References


@pytest.mark.parametrize(
    "text",
    [
        "@article{a, title = {" + "{" * 100_000 + "}" * 100_000 + "}}",
        "@article{a, title = {" + "\\'" * 100_000 + "}}",
        "@article{a, title = {\\frac{" + "{\\x" * 19 + "}" * 20 + "}}",
        "@article{a, title = {$" + "\\alpha" * 50_000 + "$}}",
        "@article{" * 10_000,
        "@article{a, author = {" + "a and " * 100_000 + "}}",
        "@string{a = a}\n@article{b, title = a}",
        "TY  - NEWS\n" + "AU  - a\n" * 200_000,
        "TY  - NEWS\nTI  - " + "a" * 5_000_000,
        "TY  - \n" * 100_000,
        '[{"type": "report", "title": ' + "[" * 100_000,
        '{"type": "report", "title": "x", "issued": {"date-parts": [[1e999, {}, []]]}, "author": [[], 1]}',
        '{"type": "report", "title": "x", "issued": {"date-parts": [[' + "9" * 5000 + "]]}}",
        '{"type": "report", "title": "\\ud800", "URL": "https://[::1"}',
    ],
)
def test_references_made_to_break_a_parser_do_not(text: str) -> None:
    read_or_refuse(text.encode(), "a.txt")


def test_a_list_of_references_has_a_limit() -> None:
    with pytest.raises(TooLargeError):
        read_contents(b"TY  - NEWS\nTI  - " + b"a" * 17_000_000, "a.ris")
    found = read_contents(b"TY  - NEWS\nTI  - a\nER  - \n" * 6000, "a.ris")
    assert len(found.parts) == 5000
    assert "1000 references over the first 5000 were left out." in found.notes


# Every format, cut and changed


def _web_archive() -> bytes:
    resource = {"WebResourceData": b"<p>words</p>", "WebResourceURL": "https://a.example/"}
    return plistlib.dumps({"WebMainResource": resource}, fmt=plistlib.FMT_BINARY)


def _mail() -> bytes:
    made = EmailMessage()
    made["From"], made["Subject"], made["Date"] = "a@b.example", "Bußgeld", "Tue, 18 Mar 2025 00:30:00 +0100"
    made.set_content("Words and words.\n> and a reply\n")
    made.add_alternative("<p>Words and <b>words</b>.</p>", subtype="html")
    made.add_attachment(b"\0\1\2", maintype="application", subtype="octet-stream", filename="ä.bin")
    inner = EmailMessage()
    inner["Subject"] = "inner"
    inner.set_content("inside")
    made.add_attachment(inner)
    return made.as_bytes()


FORMATS: dict[str, Callable[[], bytes]] = {
    "page.mhtml": (DATA / "chromium-page.mhtml").read_bytes,
    "page.html": (DATA / "single-file.html").read_bytes,
    "page.webarchive": _web_archive,
    "mail.eml": _mail,
    "page.msg": (DATA / "outlook-page.msg").read_bytes,
    "rtf.msg": (DATA / "outlook-rtf.msg").read_bytes,
    "archive.zip": lambda: packed(("a.txt", b"words " * 300), ("b/c.html", b"<p>more")),
    "link.url": lambda: b"[InternetShortcut]\r\nURL=https://a.example/b\r\n",
    "link.desktop": lambda: b"[Desktop Entry]\nType=Link\nURL=https://a.example/b\n",
    "link.webloc": lambda: plistlib.dumps({"URL": "https://a.example/b"}),
    "links.txt": lambda: b"https://a.example/b\nhttps://a.example/c\n",
    "list.ris": lambda: b"TY  - NEWS\nTI  - A fine\nDA  - 2025/03/18\nER  - \n" * 2,
    "list.bib": lambda: b"@article{a, title={A {\\'e} fine}, year=2025}\n@misc{b, title={x}}\n",
    "list.json": lambda: json.dumps(
        [{"type": "report", "title": "x", "issued": {"date-parts": [[2025]]}}] * 2
    ).encode(),
}


@pytest.mark.parametrize("name", FORMATS)
def test_a_file_cut_at_every_tenth_byte_is_read_or_refused(name: str) -> None:
    content = FORMATS[name]()
    assert read_or_refuse(content, name) is not None
    for end in range(0, len(content), 10):
        read_or_refuse(content[:end], name)


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
@settings(max_examples=40, deadline=None)
def test_a_changed_file_is_read_or_refused(name: str, data: st.DataObject) -> None:
    content = bytearray(FORMATS[name]())
    for _ in range(data.draw(st.integers(1, 8))):
        place = data.draw(st.integers(0, len(content) - 1))
        content[place] = data.draw(st.integers(0, 255))
    read_or_refuse(bytes(content), name)


def test_an_attachment_that_names_the_whole_file_again_and_again_has_a_limit() -> None:
    """Every sector of the file is free to be named by as many streams as its directory has."""
    content = bytearray((DATA / "outlook.msg").read_bytes())
    sizes = [
        place for place in range(0, len(content) - 128, 128) if content[place + 66 : place + 67] == b"\x02"
    ]
    for place in sizes:
        struct.pack_into("<I", content, place + 120, len(content))
    read_or_refuse(bytes(content), "a.msg")
