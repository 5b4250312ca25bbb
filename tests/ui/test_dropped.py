import base64
import json
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl
from PySide6.QtGui import QColor, QImage

from casefile.reading import MediaType, read_bytes
from ui.dropped import MAIL, NOTHING, Snippet, dropped_files, dropped_snippets, takes, why_nothing

pytestmark = pytest.mark.usefixtures("qapp")

CLIPBOARD = Path("tests/data/reading/clipboard")
PAGE = "http://harbour-courier.example/fine.html?from=feed"
TITLE = "Dutch watchdog fines Lumen Café Group €2.4 million over staff cameras"


def given(name: str) -> QMimeData:
    """What a browser gave, as it was recorded."""
    mime = QMimeData()
    for form, content in json.loads((CLIPBOARD / f"{name}.json").read_text()).items():
        mime.setData(form, base64.b64decode(content))
    return mime


def only(mime: QMimeData) -> Snippet:
    (snippet,) = dropped_snippets(mime)
    return snippet


def test_only_files_of_this_machine_are_files() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.html"), QUrl.fromLocalFile("/home/me/a b.html")])
    assert dropped_files(mime) == [Path("/home/me/a b.html")]


@pytest.mark.parametrize(
    ("name", "address"),
    [
        ("chromium-selection", PAGE),
        ("firefox-selection", "http://harbour-courier.example"),
        ("chromium-dragged-selection", ""),
        ("firefox-dragged-selection", ""),
    ],
)
def test_a_browsers_selection_is_a_page_with_its_address_where_it_is_given(name: str, address: str) -> None:
    snippet = only(given(name))
    assert (snippet.name, snippet.url) == ("Pasted page.html", address)
    found = read_bytes(snippet.content, snippet.name)
    assert found.metadata.title == TITLE
    assert found.metadata.authors == ("Sofia Lindqvist",)
    kinds = {block.span.of(found.text): block.kind.value for block in found.structure}
    assert (kinds[TITLE], kinds["What comes next"]) == ("heading", "heading")
    assert "“Nobody may be watched" in found.text
    assert "suspended until then." in found.text


def test_all_of_what_was_selected_is_kept() -> None:
    snippet = only(given("chromium-selection"))
    found = read_bytes(snippet.content, snippet.name)
    assert [(block.kind.value, block.span.of(found.text)[:36]) for block in found.structure][:4] == [
        ("heading", TITLE[:36]),
        ("paragraph", "By Sofia Lindqvist"),
        ("caption", "A camera above a counter in Utrecht."),
        ("paragraph", "The Autoriteit Persoonsgegevens has "),
    ]


@pytest.mark.parametrize(
    ("name", "url", "title"),
    [
        ("chromium-dragged-link", "http://harbour-courier.example/law", "Law"),
        ("firefox-dragged-link", "http://harbour-courier.example/law", "Law"),
        ("chromium-dragged-address", PAGE, f"{TITLE} | The Harbour Courier"),
        ("firefox-dragged-address", PAGE, f"{TITLE} | The Harbour Courier"),
    ],
)
def test_a_link_is_a_shortcut_with_its_title(name: str, url: str, title: str) -> None:
    snippet = only(given(name))
    found = read_bytes(snippet.content, snippet.name)
    assert found.media_type is MediaType.SHORTCUT
    assert (found.text, found.metadata.url, found.metadata.title) == ("", url, title)


@pytest.mark.parametrize(
    ("name", "url"),
    [
        ("firefox-image", ""),
        ("firefox-dragged-image", "http://harbour-courier.example/camera.png"),
        ("chromium-dragged-image", "http://harbour-courier.example/camera.png"),
    ],
)
def test_a_picture_out_of_a_browser_is_that_picture(name: str, url: str) -> None:
    snippet = only(given(name))
    assert (snippet.name, snippet.url) == ("Pasted picture.png", url)
    image = QImage.fromData(snippet.content)
    assert (image.width(), image.height()) == (60, 40)


def test_a_picture_of_a_program_is_kept_as_png() -> None:
    made = QImage(3, 2, QImage.Format.Format_RGB32)
    made.fill(QColor("#5a7896"))
    mime = QMimeData()
    mime.setImageData(made)
    snippet = only(mime)
    assert snippet.content.startswith(b"\x89PNG")
    assert QImage.fromData(snippet.content).pixelColor(2, 1) == QColor("#5a7896")
    assert takes(mime)


def test_words_go_before_a_picture_of_them() -> None:
    mime = QMimeData()
    mime.setHtml("<table><tr><td>Lumen</td><td>€2.4m</td></tr></table>")
    mime.setImageData(QImage(3, 2, QImage.Format.Format_RGB32))
    assert only(mime).name == "Pasted page.html"


WINDOWS = (
    b"Version:0.9\r\nStartHTML:0000000161\r\nEndHTML:0000000290\r\nStartFragment:0000000197\r\n"
    b"EndFragment:0000000254\r\nSourceURL:https://courier.example/a.html\r\n"
)
FRAGMENT = "<html><body><!--StartFragment--><p>Lumen Café was fined.</p><!--EndFragment--></body></html>"


@pytest.mark.parametrize("form", ["text/html", 'application/x-qt-windows-mime;value="HTML Format"'])
def test_the_header_of_windows_gives_the_address(form: str) -> None:
    mime = QMimeData()
    mime.setHtml(FRAGMENT)
    mime.setData(form, WINDOWS + FRAGMENT.encode())
    snippet = only(mime)
    assert snippet == Snippet(FRAGMENT.encode(), "Pasted page.html", "https://courier.example/a.html")
    assert read_bytes(snippet.content, snippet.name).text == "Lumen Café was fined."


@pytest.mark.parametrize("codec", ["utf-16", "utf-16-le"])
def test_a_page_in_utf_16_is_read(codec: str) -> None:
    mime = QMimeData()
    mime.setData("text/html", "<p>Lumen Café was fined €2.4 million.</p>".encode(codec))
    snippet = only(mime)
    assert read_bytes(snippet.content, snippet.name).text == "Lumen Café was fined €2.4 million."


@pytest.mark.parametrize("address", ["file:///home/me/a.html", "about:blank", "chrome://settings"])
def test_an_address_that_is_no_page_is_not_taken(address: str) -> None:
    mime = QMimeData()
    mime.setHtml("<p>Fined</p>")
    mime.setData("chromium/x-source-url", address.encode())
    assert only(mime).url == ""


def test_several_links_are_a_snippet_each() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://a.example/1"), QUrl("https://a.example/2"), QUrl("https://a.example/1")])
    assert [snippet.content.split(b"=")[1].strip() for snippet in dropped_snippets(mime)] == [
        b"https://a.example/1",
        b"https://a.example/2",
    ]


def test_plain_text_is_a_text() -> None:
    mime = QMimeData()
    mime.setText("Fined")
    assert only(mime) == Snippet(b"Fined", "Pasted text.txt")


def test_blank_text_is_nothing() -> None:
    blank = QMimeData()
    blank.setText("  \n")
    assert dropped_snippets(blank) == []
    assert why_nothing(blank) == NOTHING
    assert not takes(QMimeData())


@pytest.mark.parametrize(
    ("form", "content"),
    [
        ("text/x-moz-message", b"m\0a\0i\0l\0b\0o\0x\0"),
        ("text/uri-list", b"mailbox:///home/me/Mail/Inbox?number=12"),
        ("text/uri-list", b"message:%3Cabc@example.org%3E"),
        ('application/x-qt-windows-mime;value="FileGroupDescriptorW"', b"\1\0\0\0"),
    ],
)
def test_a_mail_out_of_a_mail_program_says_what_to_do(form: str, content: bytes) -> None:
    mime = QMimeData()
    mime.setData(form, content)
    assert dropped_snippets(mime) == []
    assert takes(mime)
    assert why_nothing(mime) == MAIL
