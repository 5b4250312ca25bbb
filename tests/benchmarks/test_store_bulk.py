"""Keeping documents in bulk against ``sqlite3.executemany`` into the same tables with the same indexes.

The rows of the baseline are ready beforehand (named, compressed, folded); it writes them, the index of words
and that of copies among them, and does nothing else. Ours begins with bytes, text and the text's signature,
which is made where files are read; what that takes is told apart.
"""

import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from casefile.proposals import Proposals
from casefile.store.keeping import Capture, keep_sources
from casefile.store.signatures import sign
from casefile.store.store import Store
from tests.benchmarks.generated_store import capture_of
from tests.benchmarks.generated_texts import generate
from tests.benchmarks.measuring import SOURCES, print_table, seconds

_STEP = "INSERT INTO step VALUES ('do', 1, 'x', 'x', '2026-01-01T00:00:00.000000Z', 1, '', 1)"
TABLES = ("original", "document", "source", "source_list", "text_signature", "text_band")
_WORDS = "INSERT INTO source_search(rowid, title, outlet, body) VALUES (?, ?, ?, ?)"


def without_triggers(path: Path, like: str) -> sqlite3.Connection:
    """A plain connection to an empty store that has lost the triggers of this name."""
    Store.create(path).close()
    connection = sqlite3.connect(path, isolation_level=None)
    connection.execute("PRAGMA journal_mode = WAL")
    connection.execute("PRAGMA synchronous = FULL")
    connection.execute("PRAGMA cache_size = -32000")
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE ?", (like,)
    )
    for (name,) in names.fetchall():
        connection.execute(f'DROP TRIGGER "{name}"')
    return connection


def insert_all(connection: sqlite3.Connection, kept: Path, *, words: bool) -> float:
    """Writes every row of the kept store's documents; gives back the seconds."""
    with closing(sqlite3.connect(kept)) as other:
        rows = {table: other.execute(f"SELECT * FROM {table}").fetchall() for table in TABLES}  # noqa: S608
        texts = other.execute("SELECT id, title, outlet, body FROM source_text").fetchall()
    marks = {table: ", ".join("?" * len(some[0])) for table, some in rows.items()}

    def write() -> None:
        connection.execute("BEGIN IMMEDIATE")
        for table, some in rows.items():
            connection.executemany(f"INSERT INTO {table} VALUES ({marks[table]})", some)  # noqa: S608
        if words:
            connection.executemany(_WORDS, texts)
        connection.execute("COMMIT")

    return seconds(write)


def test_bulk_keeping_against_raw_inserts(tmp_path: Path) -> None:
    unsigned = list(map(capture_of, generate(SOURCES)))
    captures: list[tuple[Capture, Proposals]] = []

    def sign_all() -> None:
        captures.extend((replace(one, signature=sign(one.text)), proposals) for one, proposals in unsigned)

    signing = seconds(sign_all)
    kept = tmp_path / "ours.casefile"
    store = Store.create(kept)

    def keep() -> None:
        with store.write("Import", by="bench") as writer:
            keep_sources(writer, captures)

    ours = seconds(keep)
    store.close()
    with closing(without_triggers(tmp_path / "raw.casefile", "%")) as connection:
        raw = insert_all(connection, kept, words=True)
    with closing(without_triggers(tmp_path / "bare.casefile", "%")) as connection:
        bare = insert_all(connection, kept, words=False)
    with closing(without_triggers(tmp_path / "journal.casefile", "source_search%")) as connection:
        connection.execute(
            "INSERT INTO step VALUES ('do', 1, 'x', 'x', '2026-01-01T00:00:00.000000Z', 1, '', 1)"
        )
        connection.execute("UPDATE open_step SET step_id = 1")
        journalled = insert_all(connection, kept, words=True)
    print_table(
        f"Keeping {SOURCES:,} documents of 3 KB",
        (
            ("ours: name, compress, keep, journal, index", f"{ours:.1f} s, {SOURCES / ours:,.0f} a second"),
            ("signatures of the texts, before it", f"{signing:.1f} s"),
            ("executemany, triggers off", f"{raw:.1f} s, ours has {raw / ours:.2f} of its speed"),
            ("the same, the journal's triggers on", f"{journalled:.1f} s, +{journalled / raw - 1:.0%}"),
            ("executemany without the index of words", f"{bare:.1f} s"),
        ),
    )  # fmt: skip
    assert ours > 0
