"""What a page says of itself: each field chosen among its candidates, with where it was found."""

import json

import pytest

from casefile.metadata import SourceMetadata
from casefile.reading import read_bytes
from casefile.reading.addresses import clean_address, path_depth
from casefile.reading.names import author_names
from casefile.terms import SourceKind


def _described(head: str = "", body: str = "", before: str = "") -> SourceMetadata:
    text = "".join(
        f"<p>The authority has opened proceedings number {number} against a company and asked it to answer "
        "within a month, a spokeswoman said on Tuesday.</p>"
        for number in range(6)
    )
    page = f"<!DOCTYPE html>{before}<html><head>{head}</head><body>{body}<div>{text}</div></body></html>"
    return read_bytes(page.encode(), "page.html").metadata


def _json_ld(**stated: object) -> str:
    return f'<script type="application/ld+json">{json.dumps({"@type": "NewsArticle", **stated})}</script>'


def _byline(line: str, marks: str = "box") -> str:
    return f'<div class="{marks}"><p class="byline">{line}</p></div>'


def _canonical(address: str) -> str:
    return f'<link rel="canonical" href="{address}">'


def _meta(name: str, content: str) -> str:
    return f'<meta property="{name}" content="{content}">'


def _where(found: SourceMetadata, field: str) -> tuple[str, bool]:
    return next((entry.where, entry.guessed) for entry in found.found if entry.field == field)


def _day(found: SourceMetadata) -> str:
    return found.published.edtf if found.published else ""


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        ("<title>Court cuts fine | The Courier</title>", "<h1>Court cuts fine</h1>", "Court cuts fine"),
        ('<meta property="og:title" content="Court cuts fine"><title>News</title>', "", "Court cuts fine"),
        (
            _meta("og:title", "Fine")
            + _meta("twitter:title", "Court cuts fine")
            + "<title>Court cuts fine</title>",
            "<h1>The Courier</h1>",
            "Court cuts fine",
        ),
        (
            "<title>Court cuts fine</title>",
            "<h1>Court cuts fine<span>The Courier</span></h1>",
            "Court cuts fine",
        ),
        ("<title>The Courier</title>", "<h1>Court<br>cuts fine</h1>", "The Courier"),
        (
            f"{_meta('og:site_name', 'The Courier')}<title>The Courier - A fine cut</title>",
            "",
            "A fine cut",
        ),
        ("", "<h1>Court<br>cuts fine</h1>", "Court cuts fine"),
        ("", "", ""),
    ],
)
def test_title_is_the_headline_that_the_page_bears_out(head: str, body: str, title: str) -> None:
    assert _described(head, body).title == title


def test_a_title_that_is_cut_ends_with_a_letter() -> None:
    title = _described(f"<title>{'four ' * 100}</title>").title
    assert title == " ".join(["four"] * 60)


@pytest.mark.parametrize(
    ("head", "outlet", "guessed"),
    [
        ('<meta property="og:site_name" content="The Courier">', "The Courier", False),
        (_json_ld(publisher={"name": "Courier Media"}), "Courier Media", False),
        (
            f"{_canonical('https://www.meridian-courier.example/')}<title>A - The Meridian Courier</title>",
            "The Meridian Courier",
            True,
        ),
        ('<link rel="canonical" href="https://www.courier.example/fine">', "courier.example", True),
        ('<meta property="og:site_name" content="https://courier.example">', "", False),
    ],
)
def test_outlet_is_the_site_name_then_the_host(head: str, outlet: str, guessed: bool) -> None:
    found = _described(head)
    assert found.outlet == outlet
    if outlet:
        assert _where(found, "outlet")[1] is guessed


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("By Ines Varga", ("Ines Varga",)),
        ("Ines Varga and Noel Ferrant", ("Ines Varga", "Noel Ferrant")),
        ("Ines Varga; Noel Ferrant", ("Ines Varga", "Noel Ferrant")),
        ("Ines Varga, Courier Staff Writer", ("Ines Varga",)),
        ("Varga, Ines", ("Ines Varga",)),
        ("Ines Varga Tuesday", ("Ines Varga",)),
        ("Courier Staff", ()),
        ("https://courier.example/ines-varga", ()),
        ("@inesvarga", ()),
        ("ines@courier.example", ()),
        ("admin", ()),
        ("김철수", ("김철수",)),
        ("严玉洁", ("严玉洁",)),
    ],
)
def test_authors_are_people(line: str, names: tuple[str, ...]) -> None:
    assert author_names(line, "en") == names


@pytest.mark.parametrize(
    ("head", "body", "where"),
    [
        (_json_ld(author=[{"@type": "Person", "name": "Ines Varga"}]), "", "JSON-LD author"),
        ('<meta name="author" content="By Ines Varga">', "", "meta author"),
        (_json_ld(author="Courier Staff") + '<meta name="byl" content="By Ines Varga">', "", "meta byl"),
        (
            "",
            '<h1>A fine</h1><p class="byline">By Ines Varga on June 29, 2014 @ines 76 comments</p>',
            "byline",
        ),
        (
            "<title>A fine</title>",
            _byline("By Noel Ferrant", "card")
            + "<h1>A fine</h1>"
            + _byline("Ines Varga", "vcard")
            + _byline("By Orla"),
            "byline",
        ),
        ("", '<div class="comment"><span class="author">Noel Ferrant</span></div>', ""),
    ],
)
def test_authors_are_found_where_the_page_names_them(head: str, body: str, where: str) -> None:
    found = _described(head, body)
    assert found.authors == (("Ines Varga",) if where else ())
    if where:
        assert _where(found, "authors")[0].startswith(where)


@pytest.mark.parametrize(
    ("head", "body", "day", "where"),
    [
        (_json_ld(datePublished="2024-09-03T10:00:00Z"), "", "2024-09-03", "JSON-LD datePublished"),
        (
            _json_ld(datePublished="2024-09-09") + '<meta name="date" content="2024-09-03">'
            '<meta property="article:published_time" content="2024-09-03T08:00:00+02:00">',
            "",
            "2024-09-03",
            "meta article:published_time",
        ),
        (
            _json_ld(datePublished="2024-09-09")
            + '<meta name="date" content="2024-09-03"><link rel="canonical" href="https://a.example/2024/09/03/x">',
            "",
            "2024-09-03",
            "meta date",
        ),
        (
            _json_ld(datePublished="2024-09") + '<meta name="date" content="2024-09-03">',
            "",
            "2024-09-03",
            "meta date",
        ),
        (
            "",
            "<h1>A fine</h1><div><i>Ines</i><b>Sep 3, 2024</b></div>",
            "2024-09-03",
            "date line at the heading",
        ),
        ("", "<h1>A fine</h1><i>Last updated</i><b>Sep 3, 2024</b>", "", ""),
        (
            "",
            '<div class="info">2024-09-03 20:52</div><h1>A fine</h1>',
            "2024-09-03",
            "date line at the heading",
        ),
        ("", '<p class="publish">2024年9月3日 10:01</p>', "2024-09-03", "date line of the page"),
        ("", '<p class="date">2024/9/3</p>', "2024-09-03", "date line of the page"),
        ("", '<p class="date">3/9/2024</p>', "", ""),
    ],
)
def test_publication_date_is_what_most_statements_bear_out(
    head: str, body: str, day: str, where: str
) -> None:
    found = _described(head, body)
    assert _day(found) == day
    if day:
        assert _where(found, "published")[0] == where


def test_date_of_change_is_kept_apart_and_never_before_the_publication() -> None:
    published = _json_ld(datePublished="2024-09-03", dateModified="2024-09-05T10:00:00Z")
    found = _described(published)
    assert found.modified is not None
    assert (_day(found), found.modified.edtf) == ("2024-09-03", "2024-09-05")
    earlier = _described(_json_ld(datePublished="2024-09-03", dateModified="2024-09-01"))
    assert earlier.modified is None
    printed = _described(body='<p class="date">Updated 5 September 2024</p>')
    assert printed.published is None
    assert printed.modified is not None
    assert printed.modified.edtf == "2024-09-05"


@pytest.mark.parametrize(
    ("head", "before", "url"),
    [
        (
            '<link rel="canonical" href="https://a.example/x?id=7&utm_source=mail#top">',
            "",
            "https://a.example/x?id=7",
        ),
        (
            '<link rel="canonical" href="https://a.example/"><meta property="og:url" content="https://a.example/x">',
            "",
            "https://a.example/x",
        ),
        (_json_ld(mainEntityOfPage={"@id": "https://a.example/x"}), "", "https://a.example/x"),
        ("", "<!-- saved from url=(0019)https://a.example/x -->", "https://a.example/x"),
        (
            "",
            "<!--\n Page saved with SingleFile \n url: https://a.example/x \n saved date: today-->",
            "https://a.example/x",
        ),
        ('<link rel="canonical" href="javascript:alert(1)"><meta property="og:url" content="/x">', "", ""),
    ],
)
def test_address_is_the_page_s_own(head: str, before: str, url: str) -> None:
    assert _described(head, before=before).url == url


@pytest.mark.parametrize(
    ("address", "cleaned"),
    [
        ("HTTPS://A.example/x?utm_medium=a&b=1&fbclid=2", "https://A.example/x?b=1"),
        ("ftp://a.example/x", ""),
        ("https://localhost/x", ""),
        ("https://a.example/a b", ""),
        ("https://[half/x", ""),
        ("file:///etc/passwd", ""),
    ],
)
def test_only_web_addresses_are_kept_and_without_tracking(address: str, cleaned: str) -> None:
    assert clean_address(address) == cleaned


def test_front_page_has_no_depth() -> None:
    assert (path_depth("https://a.example/"), path_depth("https://a.example/a/b")) == (0, 2)


@pytest.mark.parametrize(
    ("head", "body", "licence"),
    [
        (
            "",
            '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>',
            "CC BY 4.0 (https://creativecommons.org/licenses/by/4.0/)",
        ),
        ('<meta name="dcterms.rights" content="Crown copyright">', "", "Crown copyright"),
        (
            "",
            "<footer><p>© 2024 The Courier. All rights reserved.</p></footer>",
            "© 2024 The Courier. All rights reserved.",
        ),
        ("", "<p>The copyright of the photo was the question.</p>", ""),
    ],
)
def test_licence_is_the_line_that_says_how_the_page_may_be_used(head: str, body: str, licence: str) -> None:
    assert _described(head, body).licence == licence


@pytest.mark.parametrize(
    ("site", "title", "kind"),
    [
        ("The Courier", "Decision of the court surprises", SourceKind.PRESS),
        ("Privacy Authority", "Authority fines a bank", SourceKind.AUTHORITY_RELEASE),
        ("Privacy Authority", "Decision of 3 September 2024", SourceKind.DECISION),
        ("Court of Appeal", "Judgment of 3 September 2024", SourceKind.RULING),
        ("The Courier", "ECLI:EU:C:2024:733", SourceKind.RULING),
    ],
)
def test_kind_is_guessed_and_said_to_be(site: str, title: str, kind: SourceKind) -> None:
    found = _described(f'<meta property="og:site_name" content="{site}"><title>{title}</title>')
    assert found.kind is kind
    assert _where(found, "kind")[1] is True


def test_what_was_found_is_told_once_for_each_field() -> None:
    found = _described(_json_ld(headline="A fine", datePublished="2024-09-03"))
    fields = [entry.field for entry in found.found]
    assert len(fields) == len(set(fields))
    assert _where(found, "title") == ("JSON-LD headline", False)
    assert _where(found, "language") == ("words of the text", True)
