"""Pages as browsers save them in one file: MHTML, web archives, inlined saves."""

import plistlib
from datetime import UTC, datetime
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText
from pathlib import Path

import pytest

from casefile.reading import (
    DamagedFileError,
    MediaType,
    NoArticleError,
    UnsupportedTypeError,
    read_bytes,
)
from casefile.values import PartialDate

DATA = Path("tests/data/reading")
PAGE = (
    "<html><head><title>{title}</title></head><body><article><p>Die Behörde hat der Beispiel AG ein Bußgeld "
    "von drei Millionen Euro auferlegt, weil sie Daten ihrer Kunden über Jahre nicht gelöscht hat.</p><p>Das "
    "Unternehmen teilte mit, es werde gegen den Bescheid vor dem Verwaltungsgericht klagen.</p></article>"
    "</body></html>"
)


def archive(page: str, charset: str, **headers: str) -> bytes:
    made = MIMEMultipart("related")
    for name, value in headers.items():
        made[name.replace("_", "-")] = value
    made.attach(MIMEText("p { color: red }", "css"))
    part = MIMEText(page, "html", charset)
    part["Content-Location"] = "https://courier.example/2025/03/a.html"
    made.attach(part)
    return made.as_bytes()


def test_chromiums_archive_is_its_page_with_address_and_time_of_capture() -> None:
    found = read_bytes((DATA / "chromium-page.mhtml").read_bytes(), "page.mhtml")
    assert found.media_type is MediaType.MHTML
    assert found.metadata.title == "Dutch watchdog fines Lumen Café Group €2.4 million over staff cameras"
    assert found.metadata.url == "http://harbour-courier.example/fine.html?from=feed"
    assert found.metadata.published == PartialDate("2025-03-18")
    assert found.captured == datetime(2026, 11, 28, 14, 35, 5, tzinfo=UTC)
    assert "“Nobody may be watched where they change their clothes,” said Karel de Wit" in found.text
    assert "coffee" not in found.text, "a page in a frame is no part of the article"
    assert [entry.where for entry in found.metadata.found if entry.field == "url"] == [
        "the archive's Snapshot-Content-Location"
    ]


@pytest.mark.parametrize("charset", ["utf-8", "iso-8859-1", "utf-16"])
def test_the_roots_charset_and_encoding_are_undone(charset: str) -> None:
    made = archive(PAGE.format(title="Bußgeld"), charset, From="<Saved by Blink>", Subject="x")
    found = read_bytes(made, "a.mht")
    assert "Die Behörde hat der Beispiel AG ein Bußgeld" in found.text
    assert found.metadata.url == "https://courier.example/2025/03/a.html"


def test_a_page_without_title_has_the_archives_subject() -> None:
    subject = "=?utf-8?Q?Bu=C3=9Fgeld_gegen_die_Beispiel_AG?="
    made = archive(PAGE.format(title=""), "utf-8", From="<Saved by Blink>", Subject=subject)
    assert read_bytes(made, "a.mht").metadata.title == "Bußgeld gegen die Beispiel AG"


@pytest.mark.parametrize(
    "headers",
    [{"From": '"Saved by Internet Explorer 11"'}, {"X_UnMHT_Save": "x"}],
    ids=["old explorer", "word"],
)
def test_archives_of_other_programs_are_no_mails(headers: dict[str, str]) -> None:
    found = read_bytes(archive(PAGE.format(title="Bußgeld"), "utf-8", **headers), "a.mht")
    assert found.media_type is MediaType.MHTML


def test_an_archive_without_page_is_refused() -> None:
    made = MIMEMultipart("related")
    made["Snapshot-Content-Location"] = "https://courier.example/"
    made["Subject"] = "nothing"
    made.attach(MIMEText("p { color: red }", "css"))
    with pytest.raises(NoArticleError):
        read_bytes(made.as_bytes(), "a.mht")


def test_a_publication_after_the_capture_is_not_believed() -> None:
    content = (DATA / "chromium-page.mhtml").read_bytes()
    found = read_bytes(content.replace(b"Nov 2026", b"Nov 2024", 1), "page.mhtml")
    assert found.metadata.published is None
    assert "the file was saved before it" in found.notes[-1]


def web_archive(**changes: str) -> dict[str, object]:
    resource = {
        "WebResourceData": PAGE.format(title="Bußgeld").encode("iso-8859-15"),
        "WebResourceMIMEType": "text/html",
        "WebResourceTextEncodingName": "ISO-8859-15",
        "WebResourceURL": "https://courier.example/a.html",
        "WebResourceFrameName": "",
    }
    return {"WebMainResource": resource | changes, "WebSubresources": []}


@pytest.mark.parametrize("form", [plistlib.FMT_BINARY, plistlib.FMT_XML])
def test_a_safari_archive_is_its_page(form: plistlib.PlistFormat) -> None:
    found = read_bytes(plistlib.dumps(web_archive(), fmt=form), "a.webarchive")
    assert found.media_type is MediaType.WEB_ARCHIVE
    assert "Die Behörde hat der Beispiel AG ein Bußgeld" in found.text
    assert (found.metadata.url, found.metadata.outlet) == (
        "https://courier.example/a.html",
        "courier.example",
    )


def test_a_safari_archive_of_a_picture_has_no_article() -> None:
    with pytest.raises(NoArticleError):
        read_bytes(
            plistlib.dumps(web_archive(WebResourceMIMEType="image/png"), fmt=plistlib.FMT_BINARY),
            "a.webarchive",
        )


def test_other_property_lists_are_refused() -> None:
    with pytest.raises(UnsupportedTypeError, match="property list"):
        read_bytes(plistlib.dumps({"Version": 3}, fmt=plistlib.FMT_BINARY), "settings.plist")
    with pytest.raises(DamagedFileError):
        read_bytes(b"bplist00" + bytes(40), "a.webarchive")


def test_singlefile_says_where_and_when() -> None:
    found = read_bytes((DATA / "single-file.html").read_bytes(), "page.html")
    assert found.media_type is MediaType.HTML
    assert found.metadata.url == "http://harbour-courier.example/fine.html?from=feed"
    assert found.captured == datetime(2026, 11, 28, 14, 35, 11, tzinfo=UTC)
    assert "deputy chair of the authority" in found.text


def test_the_mark_of_the_web_gives_the_address() -> None:
    mark = "<!DOCTYPE html>\n<!-- saved from url=(0030)https://courier.example/a.html -->\n"
    found = read_bytes((mark + PAGE.format(title="Bußgeld")).encode(), "page.html")
    assert found.metadata.url == "https://courier.example/a.html"
    assert found.captured is None


def test_save_page_we_says_where_and_when() -> None:
    metas = (
        '<meta name="savepage-url" content="https://courier.example/a.html">'
        '<meta name="savepage-date" content="Tue Mar 18 2025 10:00:00 GMT+0100 (CET)">'
    )
    page = PAGE.format(title="Bußgeld").replace("</head>", f"{metas}</head>")
    found = read_bytes(page.encode(), "page.html")
    assert found.metadata.url == "https://courier.example/a.html"
    assert found.captured == datetime(2025, 3, 18, 9, tzinfo=UTC)


def test_the_pages_own_address_wins_over_where_it_was_saved_from() -> None:
    mark = "<!-- saved from url=(0030)https://courier.example/a.html?from=mail -->"
    page = PAGE.format(title="x").replace(
        "</head>", '<link rel="canonical" href="https://courier.example/a.html"></head>'
    )
    assert read_bytes((mark + page).encode(), "page.html").metadata.url == "https://courier.example/a.html"


@pytest.mark.parametrize("address", ["file:///C:/a.html", "about:internet", "javascript:alert(1)"])
def test_a_mark_that_names_no_page_gives_no_address(address: str) -> None:
    mark = f"<!-- saved from url=(0014){address} -->"
    assert read_bytes((mark + PAGE.format(title="x")).encode(), "page.html").metadata.url == ""


def test_inlined_pictures_of_megabytes_cost_nothing_but_their_length() -> None:
    picture = '<img src="data:image/png;base64,' + "iVBORw0KGgo" * 2_000_000 + '">'
    style = "<style>@font-face{src:url(data:font/woff2;base64," + "d09GMgABAAAA" * 500_000 + ")}</style>"
    page = PAGE.format(title="Bußgeld").replace("<p>Das", f"{picture}{style}<p>Das")
    found = read_bytes(page.encode(), "page.html")
    assert "Das Unternehmen teilte mit" in found.text
    assert len(found.text) < 1000
