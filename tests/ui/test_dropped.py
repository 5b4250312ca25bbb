from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QUrl

from ui.dropped import dropped_files, dropped_snippet, takes

pytestmark = pytest.mark.usefixtures("qapp")


def test_only_files_of_this_machine_are_files() -> None:
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.html"), QUrl.fromLocalFile("/home/me/a b.html")])
    assert dropped_files(mime) == [Path("/home/me/a b.html")]


def test_the_page_goes_before_its_text() -> None:
    mime = QMimeData()
    mime.setHtml("<p>Fined €3m</p>")
    mime.setText("Fined €3m")
    snippet = dropped_snippet(mime)
    assert snippet is not None
    assert "Fined €3m" in snippet.content.decode()
    assert snippet.name.endswith(".html")


def test_plain_text_is_a_text() -> None:
    mime = QMimeData()
    mime.setText("Fined")
    snippet = dropped_snippet(mime)
    assert snippet is not None
    assert snippet.content == b"Fined"
    assert snippet.name.endswith(".txt")


def test_blank_text_and_links_are_no_snippet() -> None:
    blank, link = QMimeData(), QMimeData()
    blank.setText("  \n")
    link.setUrls([QUrl("https://example.org")])
    assert dropped_snippet(blank) is None
    assert dropped_snippet(link) is None
    assert takes(link)
    assert not takes(QMimeData())
