"""Pages made to break a reader: each ends in a document or in an error that can be shown."""

import socket
from collections.abc import Callable, Iterator
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from casefile.reading import ReadDocument, ReadingError, read_bytes
from casefile.reading.errors import SIZE_LIMIT

_NEWS_PAGE = Path(__file__).with_name("pages") / "news.html"
_SENTENCE = "The authority has opened proceedings against a company and asked it to answer within a month. "
_ARTICLE = "".join(f"<p>Paragraph {number}: {_SENTENCE}</p>" for number in range(8))
_JSON_LD = "<script type='application/ld+json'>"


@pytest.fixture(autouse=True, scope="module")
def no_socket() -> Iterator[None]:
    """Fails the test where a socket is opened."""

    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(socket.socket, "__init__", refuse)
        yield


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _read(content: bytes) -> ReadDocument | None:
    """The document, None for a refusal; what it holds is checked."""
    try:
        document = read_bytes(content, "hostile.html")
    except ReadingError:
        return None
    assert not any(char < " " and char not in "\n\t" for char in document.text)
    assert not any(char in document.text for char in "\u202e\u2066\ufeff\x00")
    document.text.encode("utf-8")
    assert all(block.span.end <= len(document.text) for block in document.structure)
    return document


def test_page_of_one_line_and_a_hundred_megabytes_is_refused() -> None:
    assert _read(b"<html><body><p>" + b"word " * (100 * 1024 * 1024 // 5)) is None


@pytest.mark.parametrize(
    "filler",
    ["word ", "&amp;", "<br>", "<p>", "<p>word ", "</p>", "<a href='/x'>x</a>", "<div class='comment'>"],
)
def test_long_line_of_one_thing_is_read_or_refused(filler: str) -> None:
    _read(_page(_ARTICLE + filler * (1_000_000 // len(filler))))


def test_largest_page_that_is_taken_is_judged_by_its_markup() -> None:
    scripts = b"<script>" + b"x" * (SIZE_LIMIT - 2000) + b"</script>"
    assert _read(b"<html>" + scripts + _ARTICLE.encode()) is not None


@pytest.mark.parametrize(
    "tag", ["div", "p", "blockquote", "span", "b", "a", "ul", "table", "font", "article", "h1", "q", "x-y"]
)
def test_ten_thousand_nested_tags(tag: str) -> None:
    _read(_page(f"<{tag}>" * 10_000 + _ARTICLE + f"</{tag}>" * 10_000))
    _read(_page(_ARTICLE + f"<{tag}>" * 10_000 + "word"))


@pytest.mark.parametrize(
    "attributes",
    [
        " ".join(f"data-{number}='{number}'" for number in range(20_000)),
        "class='" + "comment " * 100_000 + "'",
        "style='" + "display:" * 100_000 + "'",
        "class='" + "-" * 500_000 + "'",
        "title='" + "&lt;" * 200_000 + "'",
        "x=" * 50_000,
    ],
    ids=["many", "long-class", "long-style", "dashes", "references", "nameless"],
)
def test_flood_of_attributes_does_not_cost_the_article(attributes: str) -> None:
    found = _read(_page(f"<div {attributes}>{_ARTICLE}</div>"))
    assert found is not None
    assert "Paragraph 7" in found.text


@pytest.mark.parametrize(
    "head",
    [
        "<title>" + "<" * 200_000 + "</title>",
        "<title>" + " | a" * 50_000 + "</title>",
        "<meta name='author' content='" + "Ines Varga, " * 20_000 + "'>",
        "<meta name='date' content='" + "2024-" * 50_000 + "'>",
        "<link rel='canonical' href='https://a.example/" + "a/" * 100_000 + "'>",
        "".join(f"<meta name='date{number}' content='2024'>" for number in range(20_000)),
        _JSON_LD + "[" * 100_000 + "</script>",
        _JSON_LD + '{"author":' * 50_000 + "</script>",
        _JSON_LD * 20_000 + "</script>",
        "<!-- saved from url=(" + "1" * 100_000 + "-->",
        "<base href='file:///etc/'>",
    ],
    ids=[
        "title",
        "bars",
        "authors",
        "dates",
        "address",
        "metas",
        "brackets",
        "authors-in-authors",
        "scripts",
        "saved-from",
        "base",
    ],
)
def test_hostile_head_does_not_cost_the_article(head: str) -> None:
    found = _read(_page(_ARTICLE, head))
    assert found is not None
    assert "Paragraph 7" in found.text


@pytest.mark.parametrize(
    "content",
    [
        _ARTICLE.encode().replace(b"month", b"mon\xff\xfeth"),
        _ARTICLE.encode().replace(b"month", b"mon\xc3"),
        _ARTICLE.encode().replace(b"month", b"mon\xed\xa0\x80th"),
        _ARTICLE.encode().replace(b"month", b"mon\x00th"),
        _ARTICLE.encode("utf-16-le"),
        _ARTICLE.encode("utf-16-be"),
        _ARTICLE.encode("utf-16"),
        _ARTICLE.encode("utf-32"),
        b"<meta charset='utf-7'>" + _ARTICLE.encode(),
        b"<meta charset='idna'>" + _ARTICLE.encode() + b"\xff",
        _ARTICLE.replace("month", "mon\u202eth \u2066x\u2069 \ufeff").encode(),
        _ARTICLE.replace("month", "&#x202e;mon&#8238;th&#xD800;&#xFFFE;&#1114112;&#0;").encode(),
        _ARTICLE.replace("month", "mo" + "\u0301" * 5000 + "nth").encode(),
    ],
    ids=[
        "invalid",
        "cut",
        "surrogate",
        "null",
        "utf-16-le",
        "utf-16-be",
        "utf-16",
        "utf-32",
        "utf-7",
        "idna",
        "bidi",
        "references",
        "marks",
    ],
)
def test_odd_characters_do_not_cost_the_article(content: bytes) -> None:
    found = _read(content)
    assert found is not None
    assert "Paragraph 7" in found.text


_BOMB = '<!ENTITY a "lol">' + "".join(
    f'<!ENTITY {name} "{f"&{last};" * 10}">' for last, name in pairwise("abcdefghi")
)


@pytest.mark.parametrize(
    "declaration",
    [
        _BOMB,
        '<!ENTITY i SYSTEM "file:///etc/passwd">',
        '<!ENTITY i SYSTEM "http://localhost/x">',
        '<!ENTITY % p SYSTEM "http://localhost/x.dtd"> %p; <!ENTITY i "x">',
    ],
    ids=["bomb", "file", "web", "parameter"],
)
@pytest.mark.parametrize("prolog", ['<?xml version="1.0" encoding="utf-8"?>', ""], ids=["xml", "html"])
def test_xhtml_expands_no_entity_of_its_own(declaration: str, prolog: str) -> None:
    page = (
        f'{prolog}<!DOCTYPE html [{declaration}]><html xmlns="http://www.w3.org/1999/xhtml" lang="en">'
        f"<body>{_ARTICLE}<p>And here it stands for itself: &i; and that is all.</p></body></html>"
    )
    found = _read(page.encode())
    assert found is not None
    assert "Paragraph 7" in found.text
    assert "lollol" not in found.text
    assert "root:" not in found.text


def test_xhtml_is_read_as_html_even_where_it_is_not_well_formed() -> None:
    page = (
        '<?xml version="1.0"?><html xmlns="http://www.w3.org/1999/xhtml" xml:lang="en">'
        f"<body><div/><p>Ünclosed &nbsp; & bare<br/>{_ARTICLE}</body></html>"
    )
    found = _read(page.encode())
    assert found is not None
    assert "Paragraph 7" in found.text
    assert found.metadata.language == "en"


def test_page_truncated_at_every_tenth_byte() -> None:
    content = _NEWS_PAGE.read_bytes()
    found = [_read(content[:length]) for length in range(0, len(content), 10)]
    assert sum(document is not None for document in found) > len(found) // 4


@pytest.mark.parametrize("change", [bytes.upper, bytes.lower, lambda content: content[::-1]])
def test_page_changed_as_a_whole(change: Callable[[bytes], bytes]) -> None:
    _read(change(_NEWS_PAGE.read_bytes()))


_TAGS = (
    "<p> </p> <div class='comment'> </div> <blockquote> <table><tr><td> <li> <a href='x'> </a> <h1> <br> "
    "<figure> <!-- --> <script> <![CDATA[ ]]> <time> <title> &#0; &amp < > ' \" 2024-09-03 </body> <body>"
)
_STATED = _JSON_LD + '{"@type":"Article","articleBody":"' + _SENTENCE * 5 + '"}</script>'
_SNIPPETS = st.sampled_from([*_TAGS.split(), "\x00", "\u202e", "By Ines Varga", _SENTENCE, _STATED])


@settings(max_examples=100, deadline=None)
@example([_STATED])
@given(st.lists(_SNIPPETS, max_size=60))
def test_any_pile_of_markup_is_read_or_refused(pieces: list[str]) -> None:
    _read(("<html><body>" + "".join(pieces)).encode())
