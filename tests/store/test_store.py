"""Making, opening and refusing stores; the one write path."""

import sqlite3
from contextlib import closing
from pathlib import Path
from threading import Event, Timer

import pytest
from sqlalchemy import select, text

from casefile.errors import CancelledError
from casefile.store import cases, queries
from casefile.store.backup_files import BackupReason
from casefile.store.backups import list_backups
from casefile.store.engine import APPLICATION_ID, SCHEMA_VERSION
from casefile.store.errors import NewerStoreError, NotAStoreError, RecordGoneError, StoreError
from casefile.store.schema.record import CaseFile
from casefile.store.store import Store, store_path


def titles(store: Store) -> list[str]:
    with store.read() as reader:
        return list(reader.scalars(select(CaseFile.title).order_by(CaseFile.id)))


def test_a_store_is_one_file_and_keeps_what_was_written(tmp_path: Path) -> None:
    path = tmp_path / "a.casefile"
    store = Store.create(path)
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, "Faces")
    store.close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.casefile"]
    again = Store.open(path)
    assert titles(again) == ["Faces"]
    again.close()


def test_a_file_system_without_links_will_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr("os.link", refuse)
    Store.create(tmp_path / "a.casefile").close()
    assert [entry.name for entry in tmp_path.iterdir()] == ["a.casefile"]


def test_an_error_inside_a_write_keeps_nothing(store: Store) -> None:
    def fail() -> None:
        with store.write("Fail", by="ann") as writer:
            cases.add_case(writer, "Lost")
            raise KeyError("lost")

    with pytest.raises(KeyError):
        fail()
    assert titles(store) == []


ENDLESS = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT count(*) FROM n"


def test_a_query_that_nobody_wants_any_more_breaks_off(store: Store) -> None:
    stop = Event()
    Timer(0.02, stop.set).start()
    with pytest.raises(CancelledError), store.read(stop) as reader:
        reader.execute(text(ENDLESS))
    assert titles(store) == [], "its connection serves others"
    with store.read(Event()) as reader:
        assert reader.scalar(text("SELECT 1")) == 1


def test_of_many_short_queries_the_next_one_breaks_off(store: Store) -> None:
    stop = Event()
    with store.read(stop) as reader:
        assert reader.scalar(text("SELECT 1")) == 1
        stop.set()
        with pytest.raises(CancelledError):
            reader.scalar(text("SELECT 2"))


def test_what_was_stopped_stops_no_other_query(store: Store) -> None:
    stopped = Event()
    with store.read(stopped) as reader:
        reader.execute(text("SELECT 1"))
    stopped.set()
    many = (
        "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n LIMIT 100000) SELECT count(*) FROM n"
    )
    with store.read() as reader:
        assert reader.scalar(text(many)) == 100_000


def test_after_a_question_that_failed_the_next_one_sees_what_was_written_since(store: Store) -> None:
    held = []

    def ask() -> None:
        with store.read() as reader:
            cursor = reader.connection().exec_driver_sql("SELECT * FROM sqlite_schema").cursor
            cursor.fetchone()
            held.append(cursor)  # as the trace of an error would hold it
            raise KeyError("broken off")

    with pytest.raises(KeyError):
        ask()
    with store.write("Add a case file", by="ann") as writer:
        cases.add_case(writer, "Faces")
    assert titles(store) == ["Faces"]
    assert len(held) == 1


def test_a_record_that_is_gone_is_told_in_words(store: Store) -> None:
    with pytest.raises(RecordGoneError, match="not in the store any more"), store.read() as reader:
        queries.source_record(reader, 99)


def test_readers_cannot_write(store: Store) -> None:
    with pytest.raises(StoreError, match="cannot be written"), store.read() as reader:
        reader.execute(text("INSERT INTO store_property (name, value) VALUES ('a', 'b')"))


def test_changes_from_outside_a_step_are_refused(store: Store) -> None:
    with closing(sqlite3.connect(store.path)) as other, pytest.raises(sqlite3.IntegrityError):
        other.execute("INSERT INTO case_file (title, purpose, added_at) VALUES ('x', '', '')")


def test_a_taken_path_is_not_replaced(store: Store) -> None:
    with pytest.raises(StoreError, match="exists already"):
        Store.create(store.path)


@pytest.mark.parametrize("content", [b"", b"<html>no store</html>", b"SQLite format 3\0" + b"\0" * 200])
def test_a_foreign_file_is_refused_and_left_alone(tmp_path: Path, content: bytes) -> None:
    path = tmp_path / "other.casefile"
    path.write_bytes(content)
    with pytest.raises(NotAStoreError, match="not a Casefile store"):
        Store.open(path)
    assert path.read_bytes() == content
    assert [entry.name for entry in tmp_path.iterdir()] == ["other.casefile"]


def test_a_missing_store_and_a_missing_folder_are_told(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="There is no store at"):
        Store.open(tmp_path / "none.casefile")
    with pytest.raises(StoreError, match="cannot be opened"):
        Store.create(tmp_path / "nowhere" / "a.casefile")


def test_a_newer_store_is_refused(store: Store) -> None:
    store.close()
    with closing(sqlite3.connect(store.path)) as other:
        other.execute(f"PRAGMA user_version = {SCHEMA_VERSION + 1}")
    with pytest.raises(NewerStoreError, match="newer Casefile"):
        Store.open(store.path)


def test_a_full_disk_keeps_nothing_of_the_step(store: Store) -> None:
    def fill() -> None:
        with store.write("Fill the disk", by="ann") as writer:
            pages = writer.scalar(text("PRAGMA page_count"))
            writer.execute(text(f"PRAGMA max_page_count = {pages}"))
            for number in range(10_000):
                cases.add_case(writer, f"Case {number} " + "x" * 500)

    with pytest.raises(StoreError, match="no free disk space"):
        fill()
    assert titles(store) == []


def test_an_older_store_is_upgraded_to_the_same_schema_with_a_backup(tmp_path: Path, store: Store) -> None:
    old = tmp_path / "old.casefile"
    with closing(sqlite3.connect(old)) as file:
        file.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        file.execute("CREATE TABLE before_the_first (id INTEGER)")
        file.execute("DROP TABLE before_the_first")
    Store.open(old).close()
    assert schema(old) == schema(store.path)
    (backup,) = list_backups(old)
    assert backup.file.reason is BackupReason.BEFORE_UPGRADE
    assert backup.contents is not None
    assert backup.contents.version == 0
    assert sorted(entry.name for entry in tmp_path.iterdir()) == ["home", "old.casefile", *beside(store)]


def beside(store: Store) -> list[str]:
    return sorted(entry.name for entry in store.path.parent.glob(f"{store.path.name}*"))


def schema(path: Path) -> list[tuple[str, str]]:
    with closing(sqlite3.connect(path)) as file:
        rows = file.execute(
            "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL ORDER BY name"
        ).fetchall()
    return [(name, " ".join(sql.split())) for name, sql in rows]


def test_a_name_without_a_suffix_gets_one() -> None:
    assert store_path(Path("a/b")) == Path("a/b.casefile")
    assert store_path(Path("a/b.db")) == Path("a/b.db")
