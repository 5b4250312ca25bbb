"""The commands about a store's file: copies, backups, restoring."""

import argparse
from collections.abc import Sequence
from pathlib import Path

from casefile.cli.listing import Row, print_table
from casefile.cli.session import chosen_path, person, print_json, reading, terminal_task
from casefile.cli.status import DONE
from casefile.errors import CasefileError
from casefile.store.backup_files import BackupReason
from casefile.store.backups import Backup, back_up, list_backups, restore_beside, restore_over
from casefile.store.store import store_path


def copy(options: argparse.Namespace) -> int:
    """Writes a checked copy of the store."""
    target = store_path(options.target)
    with reading(options) as store:
        store.save_copy(target, terminal_task(), overwrite=options.replace)
    _print_path(options, target)
    return DONE


def backup(options: argparse.Namespace) -> int:
    """Makes a backup now, changed or not."""
    with reading(options) as store:
        made = back_up(store, BackupReason.ASKED, terminal_task())
    _print_path(options, made.path)
    return DONE


def backups(options: argparse.Namespace) -> int:
    """Lists the backups, the latest first, with what each holds."""
    found = list_backups(chosen_path(options))
    rows = [_row(number, one) for number, one in enumerate(found, 1)]
    if options.json:
        print_json([row | {"path": str(one.file.path)} for row, one in zip(rows, found, strict=True)])
    elif rows:
        print_table(rows)
    else:
        print(f"There is no backup of {chosen_path(options)} yet. `casefile backup` makes one.")
    return DONE


def restore(options: argparse.Namespace) -> int:
    """Makes a store of a backup: a new file, or in the store's place, which is backed up before."""
    path = chosen_path(options)
    chosen = _chosen(options.backup, list_backups(path))
    if not options.replace:
        target = store_path(options.to)
        restore_beside(chosen, target, terminal_task())
        _print_path(options, target)
        return DONE
    kept = restore_over(chosen, path, person(options), terminal_task())
    if options.json:
        print_json({"path": str(path), "kept": str(kept) if kept else None})
    else:
        print(
            f"{path} is as it was in the backup." + (f"\nWhat it was before is kept: {kept}" if kept else "")
        )
    return DONE


def _row(number: int, backup: Backup) -> Row:
    held = backup.contents
    return {
        "backup": number,
        "made": f"{backup.file.made_at:%Y-%m-%d %H:%M}",
        "why": backup.file.reason.value,
        "size": f"{backup.size_bytes / 1_000_000:.1f} MB",
        "steps": held.steps if held else "",
        "actions": held.actions if held else "",
        "sources": held.sources if held else "",
        "quotes": held.quotes if held else "",
        "last_step": f"{held.last_label} ({held.last_person})" if held and held.steps else backup.wrong,
    }


def _chosen(wanted: str, found: Sequence[Backup]) -> Path:
    """The backup by its number in the list, its file's name, or its path."""
    if wanted.isascii() and wanted.isdigit() and 0 < int(wanted) <= len(found):
        return found[int(wanted) - 1].file.path
    for backup in found:
        if wanted == backup.file.path.name:
            return backup.file.path
    if Path(wanted).is_file():
        return Path(wanted)
    raise CasefileError(
        f"There is no backup “{wanted}”.", "`casefile backups` lists them with their numbers."
    )


def _print_path(options: argparse.Namespace, path: Path) -> None:
    print_json({"path": str(path)}) if options.json else print(path)
