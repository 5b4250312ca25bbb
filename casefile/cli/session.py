"""What the commands share: who works, the store opened for it, what is printed. Imports ground and store."""

import argparse
import json
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from casefile.errors import CasefileError
from casefile.paths import default_store_path
from casefile.progress import Progress, Task
from casefile.settings import load_settings, login_name, settings_path
from casefile.store.store import Store


def person(options: argparse.Namespace) -> str:
    """Whom the journal names: ``--by``, else the name in the settings, else the login name."""
    named = str(getattr(options, "by", "") or "").strip()
    if named:
        return named
    try:
        return load_settings(settings_path()).person.strip() or login_name()
    except OSError:
        return login_name()


def chosen_path(options: argparse.Namespace) -> Path:
    """The named store, or the person's own."""
    path: Path | None = options.store
    return path or default_store_path()


@contextmanager
def reading(options: argparse.Namespace, *, inspect: bool = False) -> Iterator[Store]:
    """The store for reading only: it may be open elsewhere, and asked to ``inspect``, it may be damaged."""
    path = chosen_path(options)
    store = Store.inspect(path) if inspect else Store.open(path, read_only=True)
    try:
        yield store
    finally:
        store.close()


@contextmanager
def writing(store: Store) -> Iterator[Store]:
    """The store while a command writes to it, backed up at the end where it has changed.

    :class:`casefile.store.errors.ReadOnlyStoreError` before anything is done where it cannot be written to.
    """
    try:
        if store.refusal is not None:
            raise store.refusal
        yield store
        _back_up(store)
    finally:
        store.close()


def case_id(store: Store, wanted: str | None) -> int | None:
    """The case file of that title or number, None where none is named."""
    from casefile.store import queries

    if wanted is None:
        return None
    with store.read() as reader:
        cases = queries.case_rows(reader)
    for case in cases:
        if wanted.casefold() == case.title.casefold() or wanted == str(case.id):
            return case.id
    titles = ", ".join(f"“{case.title}”" for case in cases) or "none yet"
    raise CasefileError(f"There is no case file “{wanted}”.", f"The store has: {titles}.")


def terminal_task() -> Task:
    """Progress on a terminal, silence elsewhere."""
    return Task(_show_progress) if sys.stderr.isatty() else Task()


def print_json(value: object) -> None:
    """The value as JSON on standard output."""
    print(json.dumps(value, ensure_ascii=False, indent=1, default=str))


def _back_up(store: Store) -> None:
    """A backup that fails is told, and changes nothing about what the command has done."""
    from casefile.store.backup_files import BackupReason
    from casefile.store.backups import back_up_if_changed

    try:
        back_up_if_changed(store, BackupReason.CLOSED, terminal_task())
    except CasefileError as error:
        print(f"casefile: {error}", file=sys.stderr)


def _show_progress(progress: Progress) -> None:
    end = "\n" if progress.done == progress.total else ""
    print(
        f"\r\x1b[K{progress.done}/{progress.total} {progress.what[:60]}", end=end, file=sys.stderr, flush=True
    )
