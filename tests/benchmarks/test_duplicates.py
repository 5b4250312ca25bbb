"""Copies told from other stories, and what looking for them takes in the made store.

The stories, their rewrites and the other stories on the same topics are those of tests/store/rewrites.py.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from functools import partial
from pathlib import Path
from random import Random

from sqlalchemy import select

from casefile.proposals import Proposals
from casefile.store import copies
from casefile.store.duplicates import find_twins, keep_with_twins
from casefile.store.keeping import Capture, PreparedSource, prepare_source
from casefile.store.schema.listing import TextSignature
from casefile.store.signatures import sign
from casefile.store.store import Store
from tests.benchmarks.generated_store import capture_of
from tests.benchmarks.generated_texts import generate
from tests.benchmarks.measuring import SOURCES, medians_ms, print_table, seconds
from tests.store.near_duplicates import measure
from tests.store.rewrites import truncate

STORIES = 200
RUNS = 60
TABLES = (
    "text_signature",
    "ix_text_signature_text_key",
    "text_band",
    "text_copy",
    "ix_source_list_cluster_id",
    "ix_source_list_address_key",
)


def test_copies_are_told_from_other_stories(tmp_path: Path) -> None:
    store = Store.create(tmp_path / "stories.casefile")
    found, mistaken = measure(store, STORIES)
    store.close()
    rows = [(one.name, f"recall {one.recall:.3f}, precision {one.precision:.3f}") for one in found]
    rows.append(("other stories on the same topics", f"{mistaken} of {STORIES} taken for copies"))
    print_table(f"Originals of rewrites found among {STORIES} stories", rows)
    assert all(one.found for one in found)


def test_looking_for_twins_in_a_large_store(big: Store) -> None:
    fresh = [_elsewhere(capture_of(text)[0]) for text in generate(RUNS * 2, seed=5)]
    known = [capture_of(text)[0] for text in generate(RUNS)]
    random = Random(3)  # noqa: S311
    short = [
        _elsewhere(replace(one, text=truncate(random, one.text), content=one.content + b" ")) for one in known
    ]
    signing = medians_ms([partial(sign, one.text) for one in fresh])
    with big.read() as reader:
        assert all(find_twins(reader, prepare_source(one, Proposals())).near for one in short)
        of_fresh, of_short = (
            medians_ms([partial(find_twins, reader, prepare_source(one, Proposals())) for one in some])
            for some in (fresh[:RUNS], short)
        )
    print_table(
        f"Looking for twins among {SOURCES:,} sources of 3 KB",
        [
            ("signature, off the write lane", _both(signing)),
            ("look-up of a text that is new", _both(of_fresh)),
            ("look-up of a shortened copy", _both(of_short)),
        ],
    )


def test_keeping_with_twins_in_a_large_store(big: Store) -> None:
    texts = [_elsewhere(capture_of(text)[0]) for text in generate(RUNS * 2, seed=6)]
    captures = [prepare_source(one, Proposals()) for one in texts]

    def keep(capture: PreparedSource) -> None:
        with big.write("Import", by="bench") as writer:
            keep_with_twins(writer, capture)

    whole = medians_ms([partial(keep, capture) for capture in captures])
    with big.write("Index again", by="bench") as writer:
        latest = select(TextSignature.id).order_by(TextSignature.id.desc()).limit(RUNS)
        ids = writer.scalars(latest).all()
        copies.forget_documents(writer, ids)
        signed = [
            copies.Signed(id_, one.signature, one.capture.text)
            for id_, one in zip(ids, captures[::-1], strict=False)
        ]
        indexing = medians_ms([partial(copies.add_signatures, writer, [one]) for one in signed[::-1]])
    print_table(
        f"Keeping one more source beside {SOURCES:,}",
        [
            ("a whole import, one transaction", _both(whole)),
            ("of it signature, bands and search for copies", _both(indexing)),
        ],
    )


def test_size_and_upgrade_of_the_index(big: Store) -> None:
    with closing(sqlite3.connect(big.path)) as connection:
        pages = dict(connection.execute("SELECT name, sum(pgsize) FROM dbstat GROUP BY name").fetchall())
    whole = sum(pages.values())

    def rebuild() -> None:
        with big.write("Rebuild", by="bench") as writer:
            copies.rebuild(writer)

    taken = seconds(rebuild)
    rows = [(name, f"{pages.get(name, 0) / 1e6:.1f} MB") for name in TABLES]
    share = sum(pages.get(name, 0) for name in TABLES)
    rows.append(("together", f"{share / SOURCES:,.0f} bytes a source, {share / whole:.1%} of the file"))
    rows.append(("made anew, as in an upgrade", f"{taken:.1f} s, {taken / SOURCES * 1000:.2f} ms a source"))
    print_table(f"The index of copies of {SOURCES:,} sources", rows)
    assert taken > 0


def _elsewhere(capture: Capture) -> Capture:
    """The capture under an address that the store does not know."""
    return replace(capture, metadata=replace(capture.metadata, url=f"{capture.metadata.url}/elsewhere"))


def _both(times: tuple[float, float]) -> str:
    return f"{times[0]:.2f} ms, worst {times[1]:.1f} ms"
