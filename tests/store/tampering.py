"""Changing a store from outside: what no program of ours does, for tests of what finds it."""

import sqlite3
from contextlib import closing
from pathlib import Path

from casefile.store.check import Finding, FindingKind, check
from casefile.store.store import Store


def tamper(path: Path, script: str) -> None:
    """Runs the script without the triggers, and puts them back as they were."""
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("PRAGMA synchronous = OFF")
        triggers = other.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
        for name, _ in triggers:
            other.execute(f'DROP TRIGGER "{name}"')
        other.executescript(script)
        for _, sql in triggers:
            other.execute(sql)


def findings(path: Path) -> list[Finding]:
    """What a check of the store at the path finds."""
    store = Store.inspect(path)
    try:
        with store.read() as reader:
            return check(reader)
    finally:
        store.close()


def found_after(store: Store, script: str) -> list[Finding]:
    """Closes the store, tampers with it, and checks."""
    store.close()
    tamper(store.path, script)
    return findings(store.path)


def sentences(found: list[Finding], *kinds: FindingKind) -> list[str]:
    """The sentences of these kinds, of all where none is named."""
    return [str(finding) for finding in found if not kinds or finding.kind in kinds]
