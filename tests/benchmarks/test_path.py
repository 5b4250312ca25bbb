"""What an article costs on its way: read, proposed, kept; as a ratio to trafilatura's reading alone."""

import statistics
import time
from collections.abc import Callable
from pathlib import Path

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
    taken = []
    for _ in range(RUNS + 1):
        start = time.perf_counter()
        work()
        taken.append((time.perf_counter() - start) * 1000)
    return statistics.median(taken[1:])


def test_reading_and_proposing_against_trafilatura() -> None:
    content = resource(PAGE).read_bytes()
    document = read_bytes(content, "page.html")
    alone = median_ms(lambda: trafilatura.bare_extraction(content, favor_precision=True))
    reading = median_ms(lambda: read_bytes(content, "page.html"))
    proposing = median_ms(lambda: extract(document.text, document.metadata))
    words = len(document.text.split())
    print(
        f"\na page of {words} words: trafilatura {alone:.1f} ms, our reading {reading:.1f} ms"
        f" (ratio {reading / alone:.2f}), proposals {proposing:.1f} ms (ratio {proposing / alone:.2f})"
    )
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
    assert [line.outcome for line in receipt] == ["stored"] * RUNS
    print(f"\nimport end to end: {RUNS / taken:.0f} pages a second")
