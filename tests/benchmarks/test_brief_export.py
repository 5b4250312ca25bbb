"""Briefs and bundles of a store in three sizes, each twice the last: what one record takes must not grow.

The largest brief is of 2,000 actions and has 5,000 pages.
CASEFILE_BENCH_EXPORT sets another number of sources, of which every fifth has an action: 50000 for a brief of
10,000 actions.
"""

import os
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from casefile.briefs.assemble import assemble
from casefile.briefs.checks import check_quotes
from casefile.briefs.composition import Composition
from casefile.briefs.embedded import EmbeddedBrief
from casefile.briefs.export import export_brief
from casefile.briefs.printed import read_brief
from casefile.briefs.verify import verify
from casefile.exchange.bundle import import_bundle, write_bundle
from casefile.progress import SILENT
from casefile.store.store import Store
from tests.benchmarks.generated_store import SOURCES_AN_ACTION, make_store
from tests.benchmarks.measuring import most_memory, print_table

MOST = int(os.environ.get("CASEFILE_BENCH_EXPORT", "10000"))
SHARES = (4, 2, 1)
BRIEF = Composition(title="All of it")


@pytest.fixture(scope="module", params=[MOST // share for share in SHARES])
def sized(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[tuple[Store, int]]:
    """A made store, open, and how many sources it has."""
    path = tmp_path_factory.mktemp("sized") / "made.casefile"
    make_store(path, request.param)
    store = Store.open(path)
    yield store, request.param
    store.close()


def processor_s(work: Callable[[], object]) -> float:
    """The processor time of one run."""
    start = time.process_time()
    work()
    return time.process_time() - start


def test_a_brief_of_the_whole_store(sized: tuple[Store, int], tmp_path: Path) -> None:
    store, sources = sized
    actions = sources // SOURCES_AN_ACTION
    with store.read() as reader:
        assembled = processor_s(lambda: assemble(reader, BRIEF))
        brief = assemble(reader, BRIEF)
        checked = processor_s(lambda: check_quotes(reader, brief))
        carried = processor_s(lambda: EmbeddedBrief.of(brief).to_json())
    path = tmp_path / "brief.pdf"
    whole = processor_s(lambda: export_brief(store, path, "bench", BRIEF))
    memory = most_memory()
    verified = processor_s(lambda: verify(read_brief(path)))
    parts = (
        ("assembled", assembled), ("quotes compared", checked),
        ("casefile.json", carried), ("exported", whole), ("verified", verified),
    )  # fmt: skip
    rows = [(name, f"{taken:6.2f} s  {taken / actions * 1000:6.2f} ms an action") for name, taken in parts]
    print_table(f"A brief of {actions:,} actions", [*rows, ("most memory until exported", memory)])
    assert whole > 0


def test_a_bundle_of_the_whole_store(sized: tuple[Store, int], tmp_path: Path) -> None:
    store, sources = sized
    bundle = tmp_path / "all.bundle"

    def write() -> None:
        with store.read() as reader, bundle.open("wb") as target:
            write_bundle(reader, None, target, SILENT)

    written = processor_s(write)
    other = Store.create(tmp_path / "other.casefile")
    brought = processor_s(lambda: import_bundle(other, bundle, "bench"))
    again = processor_s(lambda: import_bundle(other, bundle, "bench"))
    other.close()
    parts = (("written", written), ("brought in", brought), ("brought in again", again))
    rows = [(name, f"{taken:6.2f} s  {taken / sources * 1000:6.2f} ms a source") for name, taken in parts]
    print_table(f"A bundle of {sources:,} sources", rows)
    assert brought > 0
