"""What importing saved pages end to end costs: rate, the second worker's worth, memory, first result, cancel.

``CASEFILE_BENCH_PAGES`` says how many pages (5,000). All ratios are of one run.
"""

import os
import re
import statistics
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import date
from itertools import cycle, islice
from pathlib import Path
from random import Random

import pytest

from casefile.extraction import extract
from casefile.intake import import_files
from casefile.intake.wire import RawItem
from casefile.intake.workers import ReaderPool, worker_count
from casefile.progress import Progress, Task
from casefile.reading import read_bytes
from casefile.store.store import Store
from tests.benchmarks.generated_texts import vocabulary
from tests.benchmarks.measuring import SOURCES, print_table, seconds

PAGES = int(os.environ.get("CASEFILE_BENCH_PAGES", "5000"))
EDGE = max(20, PAGES // 10)
"""So many of the first pages are compared with so many of the last."""
AMONG_MANY = min(PAGES, 500)
_COMPANIES = ("Lumivara", "Ostrel", "Kandimo", "Veltrix", "Brixholm", "Quorada", "Senvik", "Tarmello")
_SENTENCES = (
    "The Autoriteit Persoonsgegevens has fined {name} €{sum} million for failing to protect ~ ~ data of ~.",
    "The regulator found that the ~ had infringed Article 32 of the GDPR ~ between 2019 and {year} at ~.",
    "“Nobody checked the ~ ~ for {days} days,” said Karel de Wit, chair of the ~ authority.",
    "The ~ decision was announced on {day} March {year} and ~ concerns {days},000 ~ customers.",
    "{name} said that it would appeal ~ against the ~ decision before the ~ court in The Hague.",
    "In {year}, the company had already been ~ ordered to change how ~ stores the ~ files of its ~.",
    "“We disagree with the ~ ~,” said Anna Visser, spokeswoman of {name} in ~.",
    "The investigation began after ~ complaints from several ~ users in Germany, ~ and Spain.",
    "Lawyers who follow the ~ sector expect further ~ cases, as the ~ guidance was only published last year.",
    "The authority also ~ imposed an order subject to a ~ penalty payment of €{days},000 a day for ~.",
)
"""``~`` is another word each time, as pages that do not repeat each other have them."""
_WORDS = vocabulary()


def page(number: int) -> str:
    """A saved news page of about 60 KB: an article of 700 words among scripts, styles, menus and teasers."""
    random = Random(number)  # noqa: S311
    name = f"{random.choice(_COMPANIES)} {number}"
    day = 1 + number % 28

    def sentence(text: str) -> str:
        known = {"name": name, "sum": random.randrange(1, 90), "year": 2020 + number % 5, "day": day}
        told = text.format(**known, days=random.randrange(2, 400))
        return re.sub("~", lambda _: random.choice(_WORDS), told)

    sentences = [sentence(text) for text in islice(cycle(_SENTENCES), 44)]
    paragraphs = "".join(f"<p>{' '.join(sentences[at : at + 4])}</p>" for at in range(0, 44, 4))
    teasers = "".join(f"<li><a href='/{n}'>Other news of the day, part {n}</a></li>" for n in range(60))
    script = "".join(f"window.q=window.q||[];q.push({{k:{n},v:'{random.random()}'}});" for n in range(700))
    style = "".join(f".c{n}{{margin:{n}px;color:#{n:06x}}}" for n in range(300))
    described = f'{{"@type":"NewsArticle","headline":"{name} fined","datePublished":"2025-03-{day:02}"}}'
    return (
        f"<!doctype html><html lang='en'><head><meta charset='utf-8'><title>{name} fined</title>"
        f"<script type='application/ld+json'>{described}</script><style>{style}</style>"
        f"<script>{script}</script></head><body><nav><ul>{teasers}</ul></nav><article><h1>{name} fined</h1>"
        f"<time datetime='2025-03-{day:02}'>{day} March 2025</time>{paragraphs}</article>"
        f"<aside><ul>{teasers}</ul></aside><footer>Example News</footer></body></html>"
    )


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("pages")
    for number in range(PAGES):
        (folder / f"{number:05}.html").write_text(page(number), "utf-8")
    return folder


@pytest.fixture
def empty(tmp_path: Path) -> Iterator[Store]:
    store = Store.create(tmp_path / "bench.casefile")
    yield store
    store.close()


def resident_mb() -> float:
    status = Path("/proc/self/status").read_text("utf-8")
    return int(status.partition("VmRSS:")[2].split()[0]) / 1024


def computed_s(pool: ReaderPool) -> float:
    """The computing time of the workers and of this process: what they take of cores that others share."""
    ticks = 0
    for worker in pool._workers:
        fields = Path(f"/proc/{worker.process.pid}/stat").read_text("utf-8").rpartition(")")[2].split()
        ticks += int(fields[11]) + int(fields[12])
    return ticks / os.sysconf("SC_CLK_TCK") + time.process_time()


def test_the_second_worker(pages: Path) -> None:
    items = [
        RawItem(path.name, path.read_bytes(), date(2026, 1, 1)) for path in sorted(pages.iterdir())[:200]
    ]
    taken, computed = {}, {}
    for count in (1, 2):
        with ReaderPool(count) as pool, ThreadPoolExecutor(count) as threads:
            pool.wait_until_warm()
            list(threads.map(pool.read, items[:20]))
            before = computed_s(pool)
            taken[count] = seconds(lambda pool=pool, threads=threads: list(threads.map(pool.read, items)))  # type: ignore[misc]
            computed[count] = (computed_s(pool) - before) / len(items) * 1000
    read = statistics.median(seconds(lambda: read_bytes(items[0].content, "a.html")) for _ in range(15))
    document = read_bytes(items[0].content, "a.html")
    proposed = statistics.median(
        seconds(lambda: extract(document.text, document.metadata)) for _ in range(15)
    )
    print_table(
        f"reading {len(items)} pages of {len(items[0].content) // 1024} KB in workers",
        [
            ("one worker, pages a second", f"{len(items) / taken[1]:.0f}"),
            ("two workers, pages a second", f"{len(items) / taken[2]:.0f}"),
            ("ratio (target 1.7)", f"{taken[1] / taken[2]:.2f}"),
            ("computed for a page, ms: one worker, two", f"{computed[1]:.1f}, {computed[2]:.1f}"),
            ("a page: reading, proposing in ms", f"{read * 1000:.1f}, {proposed * 1000:.1f}"),
        ],
    )
    assert document.text


def test_pages_end_to_end(pages: Path, empty: Store) -> None:
    moments: list[float] = []
    computed: list[float] = []
    memory: list[float] = []

    def note(progress: Progress) -> None:
        moments.append(time.perf_counter())
        computed.append(time.process_time())
        if progress.done % max(1, PAGES // 50) == 0:
            memory.append(resident_mb())

    with ReaderPool() as pool:
        pool.wait_until_warm()
        receipt = import_files(empty, [pages], "bench", Task(note), pool)
    first, last = moments[EDGE] - moments[0], moments[-1] - moments[-1 - EDGE]
    computed_first, computed_last = computed[EDGE] - computed[0], computed[-1] - computed[-1 - EDGE]
    print_table(
        f"importing {PAGES} pages end to end with {worker_count()} workers",
        [
            ("pages a second (target 60)", f"{PAGES / (moments[-1] - moments[0]):.1f}"),
            (f"first {EDGE}, pages a second", f"{EDGE / first:.1f}"),
            (f"last {EDGE}, pages a second", f"{EDGE / last:.1f}"),
            ("ratio of last to first (target 0.9)", f"{first / last:.2f}"),
            (
                "main process computes, ms a page: first, last",
                f"{computed_first / EDGE * 1000:.1f}, {computed_last / EDGE * 1000:.1f}",
            ),
            (
                "main process, MB: start, highest, end",
                f"{memory[0]:.0f}, {max(memory):.0f}, {memory[-1]:.0f}",
            ),
        ],
    )
    assert [line.outcome for line in receipt] == ["stored"] * PAGES


def test_a_store_that_is_full_already(pages: Path, empty: Store, big: Store) -> None:
    paths = sorted(pages.iterdir())[:AMONG_MANY]
    taken: dict[str, list[float]] = {}
    with ReaderPool() as pool:
        pool.wait_until_warm()
        for name, store in (("empty", empty), ("big", big)):
            moments = taken[name] = [time.process_time(), time.perf_counter()]
            import_files(store, paths, "bench", readers=pool)
            moments += [time.process_time(), time.perf_counter()]
    computed = {name: (found[2] - found[0]) / AMONG_MANY * 1000 for name, found in taken.items()}
    passed = {name: found[3] - found[1] for name, found in taken.items()}
    print_table(
        f"importing {AMONG_MANY} pages into an empty store and into one of {SOURCES} sources",
        [
            (
                "main process computes, ms a page",
                ", ".join(f"{value:.1f}" for value in computed.values()),
            ),
            ("rate in the full one to the empty one (target 0.9)", f"{passed['empty'] / passed['big']:.2f}"),
        ],
    )
    assert len(paths) == AMONG_MANY


def test_first_result_and_cancel(pages: Path, empty: Store) -> None:
    first: list[float] = []
    cancelled: list[float] = []
    paths = sorted(pages.iterdir())
    with ReaderPool() as pool:
        pool.wait_until_warm()
        for attempt in range(5):
            stop = threading.Event()
            moments: list[float] = []

            def note(
                progress: Progress, stop: threading.Event = stop, moments: list[float] = moments
            ) -> None:
                moments.append(time.perf_counter())
                if progress.done == 5:
                    stop.set()

            start = time.perf_counter()
            import_files(empty, paths[attempt * 20 : attempt * 20 + 20], "bench", Task(note, stop), pool)
            cancelled.append(time.perf_counter() - moments[-1])
            first.append(moments[1] - start)
            pool.wait_until_warm()
    print_table(
        "a batch, workers warm",
        [
            ("first page kept, ms: median, worst (target 300)", _ms(first)),
            ("stopped after cancel, ms: median, worst (target 200)", _ms(cancelled)),
        ],
    )
    assert len(first) == 5


def _ms(taken: list[float]) -> str:
    return f"{statistics.median(taken) * 1000:.0f}, {max(taken) * 1000:.0f}"
