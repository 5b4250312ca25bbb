"""HTML pages: the article's text, its blocks, and what the page says of itself."""

import logging
import socket
from pathlib import Path

import pytest

from casefile.reading import (
    BlockKind,
    MediaType,
    NoArticleError,
    ReadDocument,
    TooLargeError,
    read_bytes,
    read_file,
)
from casefile.reading.html import MARKUP_LIMIT
from casefile.terms import SourceKind
from casefile.values import PartialDate

_NEWS_PAGE = Path(__file__).with_name("pages") / "news.html"


@pytest.fixture(scope="module")
def news() -> ReadDocument:
    return read_file(_NEWS_PAGE)


def _page(body: str, head: str = "") -> bytes:
    return f"<!DOCTYPE html><html><head>{head}</head><body>{body}</body></html>".encode()


def _paragraphs(count: int = 6) -> str:
    return "".join(
        f"<p>The authority has opened proceedings number {number} against a company and asked it to answer "
        "within a month, a spokeswoman said on Tuesday.</p>"
        for number in range(count)
    )


def test_page_metadata_is_what_the_page_states(news: ReadDocument) -> None:
    found = news.metadata
    assert found.title == "Court halves the fine for Tarnbrook Energy"
    assert found.outlet == "The Meridian Courier"
    assert found.authors == ("Edda Lindqvist", "Noel Ferrant")
    assert found.published == PartialDate("2024-11-05")
    assert found.url == "https://www.meridian-courier.example/energy/tarnbrook"
    assert found.language == "en"
    assert found.kind is SourceKind.PRESS
    assert news.media_type is MediaType.HTML
    assert news.notes == ()


def test_article_text_has_neither_scripts_nor_furniture(news: ReadDocument) -> None:
    assert "counted the same customers twice" in news.text
    assert "€8 million" in news.text
    for furniture in ("SCRIPTED", "cookies", "Copyright", "color: red", "Home"):
        assert furniture not in news.text


def test_speakers_stand_on_lines_of_their_own(news: ReadDocument) -> None:
    lines = news.text.split("\n")
    assert "Judge Orla Venn" in lines
    assert lines[lines.index("“We will read the judgment with care.”") + 1] == "Venn."


def test_blocks_say_what_they_were(news: ReadDocument) -> None:
    kinds = {block.span.of(news.text): block.kind for block in news.structure}
    assert kinds["What the judges said"] is BlockKind.HEADING
    assert kinds["The fine falls to four million euros."] is BlockKind.LIST_ENTRY
    assert kinds["“A customer who complains twice is still one customer.”"] is BlockKind.QUOTATION
    assert kinds["2023 | 8"] is BlockKind.TABLE_ROW
    assert "The fine falls to four million euros.\nThe order to inform the customers stands." in news.text


def test_blocks_cover_the_text_in_order(news: ReadDocument) -> None:
    covered = "".join(block.span.of(news.text) for block in news.structure)
    assert covered.replace("\n", "") == news.text.replace("\n", "")
    ends = [block.span.end for block in news.structure]
    assert all(end <= block.span.start for end, block in zip(ends, news.structure[1:], strict=False))


def test_page_without_article_is_refused() -> None:
    page = _page("<nav><a href='/'>Home</a></nav><div id='app'></div><footer><p>Copyright</p></footer>")
    with pytest.raises(NoArticleError, match=r"“app\.html”.*save it again"):
        read_bytes(page, "app.html")


def test_french_page_keeps_guillemets_and_their_spaces() -> None:
    body = (
        "<article><h1>La sanction est confirmée</h1><p>« La décision est claire&nbsp;», explique Solène "
        "Maurat, qui préside l’autorité depuis deux ans et demi.</p><p>Le montant de l’amende est de "
        "3&#8239;000&nbsp;000 d’euros, une somme que la société conteste devant le juge.</p></article>"
    )
    found = read_bytes(_page(body), "page.html")
    assert found.metadata.language == "fr"
    assert "« La décision est claire" in found.text
    assert "«" in found.text
    assert "&" not in found.text


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        ('<meta property="article:published_time" content="2024-09">', "2024-09"),
        ('<meta name="date" content="3 September 2024">', "2024-09-03"),
        ('<meta name="date" content="03/09/2024">', None),
        ('<meta name="date" content="25/09/2024">', "2024-09-25"),
        ('<meta name="date" content="yesterday">', None),
        ('<meta property="article:modified_time" content="2024-09-03">', None),
    ],
)
def test_published_date_keeps_its_precision(head: str, expected: str | None) -> None:
    found = read_bytes(_page(f"<article>{_paragraphs()}</article>", head), "page.html").metadata
    assert (found.published.edtf if found.published else None) == expected


@pytest.mark.parametrize(
    ("line", "expected"),
    [
        ('<p class="article-date">Published 3 September 2024, 12:15</p>', "2024-09-03"),
        ('<p class="article-date">Updated 3 September 2024</p>', None),
        ("<p>3 September 2024</p>", None),
        ('<time datetime="2024-09-03T10:00:00Z">Tuesday</time>', "2024-09-03"),
        ('<time datetime="2024-09-03">a</time><time datetime="2023-01-01">b</time>', None),
        (
            '<time datetime="2023">b</time><time itemprop="datePublished" datetime="2024-09">a</time>',
            "2024-09",
        ),
    ],
)
def test_printed_date_counts_where_it_is_marked_as_the_publication(line: str, expected: str | None) -> None:
    found = read_bytes(_page(f"<article>{line}{_paragraphs()}</article>"), "page.html").metadata
    assert (found.published.edtf if found.published else None) == expected


def test_address_dates_the_page_where_nothing_else_does() -> None:
    link = '<link rel="canonical" href="https://courier.example/2024/09/03/fine">'
    found = read_bytes(_page(_paragraphs(), link), "page.html").metadata.published
    assert found == PartialDate("2024-09-03")


def test_page_language_is_told_from_the_text_and_not_from_a_wrong_attribute() -> None:
    page = _page(f"<article>{_paragraphs()}</article>").replace(b"<html>", b'<html lang="de">')
    assert read_bytes(page, "page.html").metadata.language == "en"


def test_outlet_is_the_host_where_the_site_has_no_name() -> None:
    page = _page(_paragraphs(), '<link rel="canonical" href="https://www.privacy-office.gov/news/1">')
    found = read_bytes(page, "page.html").metadata
    assert found.outlet == "privacy-office.gov"
    assert found.kind is SourceKind.AUTHORITY_RELEASE


def test_broken_json_ld_is_passed_over() -> None:
    broken = '<script type="application/ld+json">{"@type":</script>'
    page = _page(_paragraphs(), f"<title>A headline of its own</title>{broken}")
    assert read_bytes(page, "page.html").metadata.title == "A headline of its own"


def test_authors_of_a_graph_are_looked_up_by_their_id() -> None:
    graph = (
        '<script type="application/ld+json">{"@graph":[{"@type":"Article","headline":"One case, two fines",'
        '"author":{"@id":"#p"}},{"@type":"Person","@id":"#p","name":"Ines Varga"}]}</script>'
    )
    found = read_bytes(_page(_paragraphs(), graph), "page.html").metadata
    assert found.authors == ("Ines Varga",)
    assert found.title == "One case, two fines"


@pytest.mark.parametrize(
    "weight",
    [
        "<script>" + 'var a = "<p>no</p>";' * 200_000 + "</script>",
        '<img src="data:image/png;base64,' + "A" * 4_000_000 + '">',
        "<!-- aside -->" * 200_000,
        "<svg>" + "<path d='M0 0'/>" * 200_000 + "</svg>",
        "<style>" + "p{}" * 1_000_000 + "</style>",
    ],
    ids=["scripts", "inlined-image", "comments", "drawing", "styles"],
)
def test_what_carries_no_text_does_not_count_for_the_limit(weight: str) -> None:
    found = read_bytes(_page(weight * 4 + _paragraphs()), "heavy.html")
    assert "proceedings number 5" in found.text
    assert found.notes == ()


def test_markup_over_the_limit_is_refused() -> None:
    page = _page("<a href='/'>link</a>" * (MARKUP_LIMIT // 18) + _paragraphs())
    with pytest.raises(TooLargeError, match=r"“links\.html” is too large.*MB of markup"):
        read_bytes(page, "links.html")


def test_crowded_page_gives_its_paragraphs_and_says_so() -> None:
    found = read_bytes(_page("<i><b>x</b></i>" * 30_000 + _paragraphs()), "crowded.html")
    assert "proceedings number 5" in found.text
    assert "too crowded" in found.notes[0]


@pytest.mark.parametrize(
    "body",
    [
        "<div>" * 10_000 + _paragraphs() + "</div>" * 10_000,
        "<blockquote>" * 10_000 + _paragraphs(),
        "<svg>" * 10_000 + _paragraphs(),
    ],
    ids=["divisions", "quotations", "drawings"],
)
def test_deep_nesting_ends_in_a_clear_word(body: str) -> None:
    with pytest.raises(NoArticleError):
        read_bytes(_page(body), "deep.html")


def test_unclosed_comment_hides_what_follows_and_no_more() -> None:
    found = read_bytes(_page(_paragraphs() + "<!-- the rest" + "<p>hidden words</p>" * 20), "page.html")
    assert "proceedings number 5" in found.text
    assert "hidden words" not in found.text


def test_entities_of_a_document_type_are_not_expanded() -> None:
    bomb = '<!DOCTYPE html [<!ENTITY a "lol"><!ENTITY b "&a;&a;&a;"><!ENTITY x SYSTEM "file:///etc/passwd">]>'
    page = f"{bomb}<html><body>{_paragraphs()}<p>Here it stands: &b; &x; and no more.</p></body></html>"
    found = read_bytes(page.encode(), "bomb.html")
    assert "lollol" not in found.text
    assert "root:" not in found.text


def test_nothing_is_fetched(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object, **__: object) -> None:
        raise AssertionError("a socket was opened")

    monkeypatch.setattr(socket, "socket", refuse)
    monkeypatch.setattr(socket, "create_connection", refuse)
    body = f'<iframe src="https://example.org/"></iframe><img src="https://example.org/a.png">{_paragraphs()}'
    head = '<link rel="stylesheet" href="https://example.org/a.css"><base href="https://example.org/">'
    assert "proceedings" in read_bytes(_page(body, head), "page.html").text


def test_reading_leaves_no_log_lines(caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING):
        read_file(_NEWS_PAGE)
    assert caplog.records == []


@pytest.mark.parametrize("control", ["\x1f", "&#31;", "&#x1F;", "&#0;", "&#2 "])
def test_control_characters_do_not_cost_the_article(control: str) -> None:
    found = read_bytes(
        _page(f"<h1>A head{control}line</h1>" + _paragraphs().replace("<p>", f"<p>{control}")), "a.html"
    )
    assert "proceedings number 5" in found.text
    assert not any(char < " " and char != "\n" for char in found.text + found.metadata.title)
