"""One edit and its undo, and the undo of a 1,000-article import, against a bare commit of SQLite."""

import dataclasses
import sqlite3
from contextlib import closing
from functools import partial
from pathlib import Path

from casefile.extraction import extract
from casefile.paths import resource
from casefile.reading import read_bytes
from casefile.store import editing
from casefile.store.journal import StepGroup
from casefile.store.keeping import keep_sources
from casefile.store.store import Store
from tests.benchmarks.generated_store import capture_of
from tests.benchmarks.generated_texts import generate
from tests.benchmarks.measuring import SOURCES, medians_ms, print_table, seconds

EDITS = 41
ARTICLES = 1_000
ARTICLE = "northern-wire-2025-03-18.txt"


def bare_commits(path: Path) -> float:
    """The median of a commit of one small row, as safely as the store commits."""
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA journal_mode = WAL")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("CREATE TABLE row (value TEXT)")
        return medians_ms(
            [lambda: connection.execute("INSERT INTO row VALUES ('value')") for _ in range(EDITS)]
        )[0]


def test_one_edit_and_its_undo(big: Store, tmp_path: Path) -> None:
    bare = bare_commits(tmp_path / "bare.db")

    def edit(action_id: int) -> None:
        with big.write("Edit", by="bench") as writer:
            editing.set_value(writer, action_id, "decided", "2024-06-05", "bench")

    edited = medians_ms([partial(edit, action_id) for action_id in range(101, 101 + EDITS)])
    undone = medians_ms([lambda: big.undo("bench") for _ in range(EDITS)])
    redone = medians_ms([lambda: big.redo("bench") for _ in range(EDITS)])
    for _ in range(EDITS):
        big.undo("bench")
    print_table(
        f"One edit in a store of {SOURCES:,} sources; a bare commit takes {bare:.2f} ms",
        [
            (name, f"median {median:.1f} ms, worst {worst:.1f} ms, ratio {median / bare:.0f}")
            for name, (median, worst) in (("edit", edited), ("undo", undone), ("redo", redone))
        ],
    )
    assert edited[0] > 0


def test_undo_of_a_large_import(big: Store) -> None:
    document = read_bytes(resource(f"demo/{ARTICLE}").read_bytes(), ARTICLE)
    proposals = extract(document.text, document.metadata)
    group = StepGroup()

    def keep() -> None:
        for text in generate(ARTICLES, seed=99):
            capture, _ = capture_of(text)
            own = dataclasses.replace(capture, content=capture.content + b"<!-- import -->")
            with big.write("Import", by="bench", group=group) as writer:
                keep_sources(writer, [(own, proposals)])

    kept = seconds(keep)
    undone = seconds(lambda: big.undo("bench"))
    redone = seconds(lambda: big.redo("bench"))
    big.undo("bench")
    print_table(
        f"An import of {ARTICLES:,} articles into {SOURCES:,} sources, one transaction each",
        (
            ("kept", f"{kept:.1f} s"),
            ("undone as one", f"{undone:.2f} s, {undone / kept:.2f} of the keeping"),
            ("redone", f"{redone:.2f} s"),
        ),
    )
    assert undone > 0
