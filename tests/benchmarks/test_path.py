"""What an article costs on its way: read, proposed, kept; as a ratio to trafilatura's reading alone."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

import pytest
import trafilatura

from casefile.extraction import extract
from casefile.intake import import_files
from casefile.intake.workers import ReaderPool
from casefile.paths import resource
from casefile.reading import read_bytes
from casefile.store.store import Store

RUNS = 15
PAGE = "demo/continental-ledger-2025-03-18.html"


def median_ms(work: Callable[[], object]) -> float:
    """Processor time, so that the other work of the machine counts little."""
    taken = []
    for _ in range(RUNS + 1):
        start = time.process_time()
        work()
        taken.append((time.process_time() - start) * 1000)
    return statistics.median(taken[1:])


MENU_ENTRY = '<li class="menu-item"><a href="/s/{0}">Section {0}</a></li>'
CARD = (
    '<div class="card teaser"><a href="/a/{0}"><h3>Another story {0}</h3><span>2 hours ago</span></a></div>'
)
COMMENT = '<li class="comment"><span class="author">Reader {0}</span><p>I think that this is right.</p></li>'


def typical_page() -> bytes:
    """The demonstration's article as a news site serves it: menus, cards, comments and scripts around it."""
    article = resource(PAGE).read_text("utf-8")
    menu = "".join(MENU_ENTRY.format(number) for number in range(120))
    cards = "".join(CARD.format(number) for number in range(60))
    comments = "".join(COMMENT.format(number) for number in range(25))
    scripts = f"<script>{'var settings = [0, 1, 2];' * 4000}</script>"
    above = f'<body><header><nav><ul>{menu}</ul></nav></header><div class="cards">{cards}</div>'
    beside = f'<aside class="related">{cards}</aside><ul class="comments">{comments}</ul>'
    below = f"{beside}<footer><ul>{menu}</ul></footer>{scripts}</body>"
    return article.replace("<body>", above).replace("</body>", below).encode()


@pytest.mark.parametrize("page", ["article alone", "news site"])
def test_reading_and_proposing_against_trafilatura(page: str) -> None:
    content = resource(PAGE).read_bytes() if page == "article alone" else typical_page()
    document = read_bytes(content, "page.html")
    alone = median_ms(lambda: trafilatura.bare_extraction(content, favor_precision=True))
    reading = median_ms(lambda: read_bytes(content, "page.html"))
    proposing = median_ms(lambda: extract(document.text, document.metadata, document.passed_over))
    print(
        f"\n{page}, {len(content) // 1024} KB, {len(document.text)} letters: trafilatura {alone:.1f} ms,"
        f" our reading {reading:.1f} ms (ratio {reading / alone:.2f}), proposals {proposing:.1f} ms"
        f" (ratio {proposing / alone:.2f}), both {(reading + proposing) / alone:.2f}"
    )
    assert "Another story" not in document.text
    assert proposing > 0


def test_keeping_an_article(tmp_path: Path) -> None:
    page = resource(PAGE).read_text("utf-8")
    paths = []
    for number in range(RUNS):
        path = tmp_path / f"{number}.html"
        path.write_text(page.replace("Lumivara", f"Lumivara{number}"), "utf-8")
        paths.append(path)
    store = Store.create(tmp_path / "bench.casefile")
    with ReaderPool() as readers:
        readers.wait_until_warm()
        start = time.perf_counter()
        receipt = import_files(store, paths, "bench", readers=readers)
        taken = time.perf_counter() - start
    store.close()
    assert [line.is_new for line in receipt] == [True] * RUNS
    print(f"\nimport end to end: {RUNS / taken:.0f} pages a second")
