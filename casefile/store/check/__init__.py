"""Whether a store still is what its journal says. Reading only; finds and names, never repairs.

What is compared: the file's pages and schema; the captured bytes and texts with their hashes and with the
seal of their source; the passages with the texts; every row of the record with its last change in the
journal; the changes of each row with one another; the steps with their hashes, each of which covers the hash
before, up to the head that the store notes; the lists and the indexes of words and of copies with the
record.

What this cannot prove: the hashes hold no secret. Whoever changes a row, its change in the journal and every
hash from there to the head leaves nothing that contradicts itself. Against that stands only what lies
elsewhere: a backup, or a printed brief, which names the passages that it cites.
"""

import sqlite3
from collections.abc import Callable

from sqlalchemy.exc import DBAPIError

from casefile.progress import SILENT, Task
from casefile.store.check.connection import checking, sqlite_code
from casefile.store.check.copies import check_copies
from casefile.store.check.derived import check_lists, check_search, check_subjects
from casefile.store.check.evidence import check_documents, check_originals, check_seals
from casefile.store.check.file import check_pages, check_references, check_schema
from casefile.store.check.findings import Finding, FindingKind, Findings, Meter
from casefile.store.check.naming import Names
from casefile.store.check.rows import check_rows
from casefile.store.check.steps import check_steps
from casefile.store.schema.triggers import journalled_tables
from casefile.store.store import Reader

__all__ = ["Finding", "FindingKind", "check"]


def check(reader: Reader, task: Task = SILENT) -> list[Finding]:
    """What is wrong with the store, empty where all is well; :class:`CancelledError` when stopped."""
    with checking(reader, task) as connection:
        damage = list(_guarded(lambda: check_pages(connection), "the pages"))
        names, meter = Names(connection), Meter(task, 0 if damage else _size(connection))
        parts: tuple[tuple[str, Callable[[], Findings]], ...] = (
            ("the schema", lambda: check_schema(connection)),
            ("the references", lambda: check_references(connection, names)),
            ("the originals", lambda: check_originals(connection, names, meter)),
            ("the texts", lambda: check_documents(connection, names, meter)),
            ("the seals", lambda: check_seals(connection, names)),
            ("the rows", lambda: check_rows(connection, names, meter)),
            ("the journal", lambda: check_steps(connection, meter)),
            ("the lists", lambda: check_lists(reader, names, meter)),
            ("the index of copies", lambda: check_copies(connection, names, meter)),
            ("the histories", lambda: check_subjects(connection, names)),
            ("the index of words", lambda: check_search(reader, connection, names)),
        )
        found = list(damage)
        for what, part in parts:
            meter.advance(f"Checking {what}", 0)
            found += _guarded(part, what)
        meter.finish()
    return found


def _guarded(part: Callable[[], Findings], what: str) -> Findings:
    """The part's findings; where the damage ends the reading, that is one."""
    try:
        yield from part()
    except (sqlite3.DatabaseError, DBAPIError) as error:
        missing = sqlite_code(error) == sqlite3.SQLITE_ERROR and "no such" in str(error)
        if not missing and sqlite_code(error) not in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
            raise
        cause = str(getattr(error, "orig", error))
        yield Finding(FindingKind.FILE, f"The file is damaged: {what} cannot be read to the end ({cause}).")


def _size(connection: sqlite3.Connection) -> int:
    """Rows to look at, in the tables that are there."""
    present = {row[0] for row in connection.execute("SELECT name FROM main.sqlite_master")}
    lists = ("action", "source", "quote", "timeline_event")
    tables = (
        "original",
        "document",
        "text_signature",
        "step",
        "change",
        *lists,
        *(table.name for table in journalled_tables()),
    )
    return sum(
        int(connection.execute(f'SELECT count(*) FROM "{table}"').fetchone()[0])
        for table in tables
        if table in present
    )
