"""Every released format's sample store: upgrading it loses nothing and gives what a fresh store has."""

import gzip
import re
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from casefile.store.check import check
from casefile.store.check.file import schema_of
from casefile.store.engine import SCHEMA_VERSION
from casefile.store.journal import NothingToUndoError
from casefile.store.opening import read_header
from casefile.store.schema.triggers import journalled_tables
from casefile.store.store import Store

SAMPLES = sorted((Path(__file__).parent.parent / "data" / "stores").glob("format-*.casefile.gz"))
KEPT = ("original", "document", "step", "change")
"""What is kept beside the journalled tables and never changes."""
Row = dict[str, Any]


@pytest.fixture(params=SAMPLES, ids=lambda path: path.name.partition(".")[0])
def sample(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """The sample store, unpacked."""
    path = tmp_path / "sample.casefile"
    path.write_bytes(gzip.decompress(request.param.read_bytes()))
    return path


def content(path: Path) -> dict[str, list[Row]]:
    """Every row of every table that holds something of its own, as it lies in the file."""
    names = [*KEPT, *(table.name for table in journalled_tables())]
    with closing(sqlite3.connect(path)) as other:
        other.row_factory = sqlite3.Row
        there = {row["name"] for row in other.execute("SELECT name FROM sqlite_master WHERE type = 'table'")}
        return {
            name: [dict(row) for row in other.execute(f'SELECT * FROM "{name}" ORDER BY id')]  # noqa: S608
            for name in names
            if name in there
        }


def record(path: Path) -> dict[str, list[Row]]:
    """The content without the journal, which only grows."""
    return {name: rows for name, rows in content(path).items() if name not in ("step", "change")}


def test_there_is_a_sample_of_every_released_format() -> None:
    formats = [int(re.findall(r"\d+", path.name)[0]) for path in SAMPLES]
    assert formats == list(range(1, len(formats) + 1))
    assert formats[-1] in (SCHEMA_VERSION, SCHEMA_VERSION - 1)


def test_an_upgraded_store_has_the_schema_of_a_fresh_one(sample: Path, store: Store) -> None:
    Store.open(sample).close()
    assert read_header(sample).version == SCHEMA_VERSION
    with closing(sqlite3.connect(sample)) as upgraded, closing(sqlite3.connect(store.path)) as fresh:
        assert schema_of(upgraded) == schema_of(fresh)
        for pragma in ("application_id", "user_version", "encoding", "page_size"):
            ask = f"PRAGMA {pragma}"
            assert upgraded.execute(ask).fetchone() == fresh.execute(ask).fetchone()


def test_an_upgrade_keeps_every_row_and_every_value(sample: Path) -> None:
    before = content(sample)
    filled = ("action", "claim", "quote", "timeline_event", "ledger_entry", "proposal", "change", "document")
    for name in filled:
        assert before[name] != [], f"the sample has no {name}"
    Store.open(sample).close()
    after = content(sample)
    for name, rows in before.items():
        kept = [{column: row[column] for column in old} for row, old in zip(after[name], rows, strict=True)]
        assert kept == rows, name


def test_an_upgraded_store_is_whole(sample: Path) -> None:
    store = Store.open(sample)
    with store.read() as reader:
        assert check(reader) == []
    store.close()


def test_undo_and_redo_reach_across_an_upgrade(sample: Path) -> None:
    store = Store.open(sample)
    last = record(sample)
    label = store.undo("ann")
    assert record(sample) != last
    assert store.redo("ann") == label
    assert record(sample) == last
    with store.read() as reader:
        assert check(reader) == []
    store.close()


def test_everything_in_an_upgraded_store_can_be_undone_and_done_again(sample: Path) -> None:
    store = Store.open(sample)
    last, count = record(sample), 0
    with pytest.raises(NothingToUndoError):  # noqa: PT012
        while True:
            store.undo("ann")
            count += 1
    assert content(sample)["action"] == []
    for _ in range(count):
        store.redo("ann")
    assert record(sample) == last
    with store.read() as reader:
        assert check(reader) == []
    store.close()
