"""Which blocks of a page are its article, and which of them are no sentences of it."""

import json
from collections.abc import Callable

import pytest

from casefile.reading import BlockKind, ReadDocument, html_choice, read_bytes
from casefile.reading.html import read_html
from casefile.reading.html_asides import mark_asides
from casefile.reading.model import Piece


def _page(body: str, head: str = "") -> ReadDocument:
    markup = f"<!DOCTYPE html><html><head><title>A page</title>{head}</head><body>{body}</body></html>"
    return read_bytes(markup.encode(), "page.html")


def _sentences(topic: str, count: int) -> str:
    return "".join(
        f"<p>The {topic} part says in sentence {number} what the authority found when it looked at the "
        "books of the company, and why that was not enough.</p>"
        for number in range(count)
    )


def _kinds(document: ReadDocument) -> dict[str, BlockKind]:
    return {block.span.of(document.text): block.kind for block in document.structure}


def test_article_in_several_boxes_is_read_whole() -> None:
    boxes = "".join(
        f'<div class="grid"><div class="chunk">{_sentences(topic, 5)}</div><div class="ad">Buy</div></div>'
        for topic in ("first", "second", "third")
    )
    text = _page(f"<main><h1>One fine in three parts</h1>{boxes}</main>").text
    assert all(f"The {topic} part" in text for topic in ("first", "second", "third"))
    assert "Buy" not in text


@pytest.mark.parametrize(
    "box",
    [
        '<div class="related-articles"><p>{}</p></div>',
        '<section id="comments"><p>{}</p></section>',
        '<div class="newsletter-signup"><p>{}</p></div>',
        "<aside><p>{}</p></aside>",
        '<div style="display: none"><p>{}</p></div>',
        '<div class="author-bio"><p>{}</p></div>',
        '<a href="/other"><div><h3>Another story</h3><p>{}</p></div></a>',
    ],
)
def test_boxes_beside_the_article_are_left_out(box: str) -> None:
    other = (
        "Another company was never fined and has nothing to do with what this article tells, it says here."
    )
    article = f"<article><h1>The fine stands</h1>{_sentences('only', 8)}{box.format(other)}</article>"
    text = _page(article).text
    assert "The only part says in sentence 7" in text
    assert "Another company" not in text


def test_box_that_holds_the_article_is_no_box() -> None:
    text = _page(f'<div class="main-with-sidebar sidebar">{_sentences("inner", 6)}</div>').text
    assert "The inner part says in sentence 5" in text


def test_page_that_only_breaks_its_lines_is_read() -> None:
    lines = "<br><br>".join(
        f"Line {number} of the ruling says what the court thought of the fine and of the company's plea."
        for number in range(12)
    )
    text = _page(f'<div class="nav"><a href="/">Home</a></div><div id="ruling">{lines}</div>').text
    assert "Line 11 of the ruling" in text
    assert "Home" not in text


def test_stated_text_is_taken_where_the_page_shows_none() -> None:
    body = "\n".join(
        f"Statement {number} of the text that only machines are given, in full." for number in range(6)
    )
    data = json.dumps({"@type": "NewsArticle", "headline": "A fine", "articleBody": body})
    found = _page('<div id="app"></div>', f'<script type="application/ld+json">{data}</script>')
    assert found.text.startswith("Statement 0 of the text")
    assert len(found.structure) == 6


def test_pointer_to_another_article_is_an_aside() -> None:
    found = _page(
        f"<article><h1>The fine stands</h1>{_sentences('first', 4)}"
        "<p>Read also: Regulator fines a bank</p>"
        f"{_sentences('second', 4)}</article>"
    )
    assert _kinds(found)["Read also: Regulator fines a bank"] is BlockKind.ASIDE
    assert "The second part says in sentence 3" in found.text


@pytest.mark.parametrize(
    ("line", "kind"),
    [
        ("Lesen Sie auch: Millionenstrafe für eine Bank", BlockKind.ASIDE),
        ("» Lees ook – Boete voor een bank", BlockKind.ASIDE),
        ("À lire aussi", BlockKind.ASIDE),
        ("Read more carefully, the decision says something else.", BlockKind.PARAGRAPH),
        ("Related companies were fined as well.", BlockKind.PARAGRAPH),
        ("Relatedly: the bank paid.", BlockKind.PARAGRAPH),
    ],
)
def test_only_a_label_makes_a_pointer(line: str, kind: BlockKind) -> None:
    assert mark_asides([(line, BlockKind.PARAGRAPH)]) == [(line, kind)]


def test_list_under_a_pointer_is_aside_and_what_follows_is_not() -> None:
    pieces = [
        ("Related articles", BlockKind.HEADING),
        ("A bank pays", BlockKind.LIST_ENTRY),
        ("An insurer pays", BlockKind.LIST_ENTRY),
        ("The court will hear the case in May.", BlockKind.PARAGRAPH),
        ("An entry of the article", BlockKind.LIST_ENTRY),
    ]
    assert [kind for _, kind in mark_asides(pieces)] == [
        BlockKind.ASIDE,
        BlockKind.ASIDE,
        BlockKind.ASIDE,
        BlockKind.PARAGRAPH,
        BlockKind.LIST_ENTRY,
    ]


def test_pull_quote_repeats_the_text_and_is_an_aside_with_its_speaker() -> None:
    said = "“We will appeal this decision in every court,” Ms Arnau said, and left."
    pieces = [
        (said, BlockKind.PARAGRAPH),
        ("“We will appeal this decision in every court”", BlockKind.QUOTATION),
        ("Ms Arnau", BlockKind.QUOTATION),
        ("The company has a month.", BlockKind.PARAGRAPH),
        ("A quotation that stands nowhere else in the article's text.", BlockKind.QUOTATION),
    ]
    assert [kind for _, kind in mark_asides(pieces)] == [
        BlockKind.PARAGRAPH,
        BlockKind.ASIDE,
        BlockKind.ASIDE,
        BlockKind.PARAGRAPH,
        BlockKind.QUOTATION,
    ]


def test_headings_lists_and_tables_keep_their_lines() -> None:
    body = (
        f"<article><h1>The fine stands</h1>{_sentences('first', 4)}<h2>What comes next</h2>"
        "<ul><li>The company pays within a month.</li><li>It reports to the authority.</li></ul>"
        "<table><caption>Fines so far</caption><tr><th>Year</th><th>Fine</th></tr>"
        f"<tr><td>2024</td><td>€3 million</td></tr></table>{_sentences('last', 3)}</article>"
    )
    kinds = _kinds(_page(body))
    assert kinds["What comes next"] is BlockKind.HEADING
    assert kinds["It reports to the authority."] is BlockKind.LIST_ENTRY
    assert kinds["Fines so far"] is BlockKind.CAPTION
    assert kinds["2024 | €3 million"] is BlockKind.TABLE_ROW


def test_selection_is_taken_whole() -> None:
    chosen = '<h2>Fine cut</h2><div>Short.</div><p>“No.” <a href="/v">Venn</a></p><nav>Up</nav>'
    found = read_html(chosen, "Pasted page.html", address="https://a.example/x?utm_source=b")
    assert found.text == "Fine cut\n\nShort.\n\n“No.” Venn\n\nUp"
    assert found.metadata.url == "https://a.example/x"


def _answering(*answers: list[Piece]) -> tuple[Callable[..., list[Piece]], list[bool]]:
    """A base that gives the answers in turn, and the list of how it was asked."""
    asked: list[bool] = []

    def answer(_tree: object, *, thorough: bool = False) -> list[Piece]:
        asked.append(thorough)
        return answers[len(asked) - 1]

    return answer, asked


def test_base_that_missed_the_article_is_not_asked_again(monkeypatch: pytest.MonkeyPatch) -> None:
    notice = ("Readers' opinions are their own and not those of the paper.", BlockKind.PARAGRAPH)
    base, asked = _answering([notice])
    monkeypatch.setattr(html_choice, "base_blocks", base)
    text = _page(f"<article><h1>The fine stands</h1>{_sentences('only', 8)}</article>").text
    assert "The only part says in sentence 7" in text
    assert "opinions" not in text
    assert asked == [False]


def test_of_three_opinions_the_two_that_agree_are_taken(monkeypatch: pytest.MonkeyPatch) -> None:
    other = [
        (
            f"Line {number} of a text that breaks its lines in a way that no one else does here.",
            BlockKind.PARAGRAPH,
        )
        for number in range(8)
    ]
    base, asked = _answering(other, other)
    monkeypatch.setattr(html_choice, "base_blocks", base)
    text = _page(f"<article><h1>The fine stands</h1>{_sentences('only', 6)}</article>").text
    assert text.startswith("Line 0 of a text")
    assert asked == [False, True]


def test_stated_text_settles_which_opinion_is_right(monkeypatch: pytest.MonkeyPatch) -> None:
    other = [
        (f"Line {number} of the cookie notice, which is as long as the text.", BlockKind.PARAGRAPH)
        for number in range(12)
    ]
    base, _ = _answering(other, other)
    monkeypatch.setattr(html_choice, "base_blocks", base)
    article = _sentences("only", 6)
    stated = article.replace("<p>", "").replace("</p>", "\n")
    data = json.dumps({"@type": "NewsArticle", "articleBody": stated})
    found = _page(f"<article>{article}</article>", f'<script type="application/ld+json">{data}</script>')
    assert found.text.startswith("The only part says in sentence 0")


def test_a_page_of_two_sentences_keeps_its_last_short_one() -> None:
    said = "The Dutch data protection authority has fined Zelkova 2.5 million euros on 3 March 2025."
    page = f"<article><h1>Zelkova</h1><p>{said}</p><p>Zelkova will appeal.</p></article>"
    whole = f"<html><body>{page}</body></html>"
    assert read_bytes(whole.encode(), "page.html").text.endswith(f"{said}\n\nZelkova will appeal.")
