"""Shortcuts of every system and plain links: kept without text, nothing fetched."""

import plistlib

import pytest

from casefile.reading import MediaType, NoAddressError, ReadDocument, read_bytes, read_contents
from casefile.reading.shortcuts import NOTE

URL = "https://courier.example/2025/fine?a=1&b=2"
WINDOWS = (
    "[{000214A0-0000-0000-C000-000000000046}]\r\nProp3=19,2\r\n"
    f"[InternetShortcut]\r\nIDList=\r\nURL={URL}\r\n"
)
DESKTOP = (
    f"[Desktop Entry]\nVersion=1.0\nType=Link\nName=A fine\nName[de]=Ein Bußgeld\nURL={URL}\nIcon=text-html\n"
)


def check(found: ReadDocument, title: str) -> None:
    assert found.media_type is MediaType.SHORTCUT
    assert found.text == ""
    assert found.notes == (NOTE,)
    assert (found.metadata.url, found.metadata.title) == (URL, title)
    assert found.metadata.outlet == "courier.example"


@pytest.mark.parametrize(
    ("content", "name", "title"),
    [
        (WINDOWS.encode(), "Fine for Lumen.url", "Fine for Lumen"),
        (WINDOWS.encode("utf-16"), "Fine for Lumen.url", "Fine for Lumen"),
        (DESKTOP.encode(), "fine.desktop", "A fine"),
        (plistlib.dumps({"URL": URL}), "Fine for Lumen.webloc", "Fine for Lumen"),
        (plistlib.dumps({"URL": URL}, fmt=plistlib.FMT_BINARY), "Fine for Lumen.webloc", "Fine for Lumen"),
        (f"  {URL}\n".encode(), "Pasted text.txt", "courier.example/2025/fine"),
    ],
    ids=["url", "url in UTF-16", "desktop", "webloc", "binary webloc", "lone link"],
)
def test_a_shortcut_is_its_address(content: bytes, name: str, title: str) -> None:
    check(read_bytes(content, name), title)


def test_a_list_of_links_is_a_part_each() -> None:
    content = f"# from the desk\r\n{URL}\r\n\r\nhttps://courier.example/b\r\n{URL}\r\n"
    found = read_contents(content.encode(), "links.txt")
    assert found.document is None
    assert [part.content.decode() for part in found.parts] == [URL, "https://courier.example/b"]
    check(read_bytes(found.parts[0].content, found.parts[0].name), "courier.example/2025/fine")


@pytest.mark.parametrize(
    "content",
    [
        f"Read this: {URL}",
        f"{URL} and more",
        f"{URL}\nThe regulator said on Monday.",
        "https://nohost",
        "http://",
    ],
)
def test_text_with_links_is_text(content: str) -> None:
    assert read_bytes(content.encode(), "a.txt").media_type is MediaType.PLAIN


@pytest.mark.parametrize(
    "content",
    [
        b"[InternetShortcut]\nURL=file:///C:/a.html\n",
        b"[InternetShortcut]\nURL=javascript:alert(1)\n",
        b"[InternetShortcut]\nPath=x\n",
        b"[Desktop Entry]\nType=Application\nExec=rm\nURL=https://courier.example\n",
        plistlib.dumps({"URL": "ftp://courier.example"}),
    ],
)
def test_a_shortcut_to_no_page_is_refused(content: bytes) -> None:
    with pytest.raises(NoAddressError, match="not to a page of the web"):
        read_bytes(content, "a.url")
