"""The commands about single records: showing them, their history, and the trash."""

import argparse
from dataclasses import asdict

from casefile.cli.listing import print_table
from casefile.cli.session import chosen_path, person, print_json, reading, writing
from casefile.cli.status import DONE
from casefile.errors import CasefileError
from casefile.store.store import Store

_TABLES = {"event": "timeline_event", "case": "case_file"}
_KINDS = {"case": "case_file"}


def show(options: argparse.Namespace) -> int:
    """Shows a whole action or case file, its notes among it."""
    from casefile.cli import record_text

    with reading(options) as store, store.read() as reader:
        of_kind = record_text.action if options.kind == "action" else record_text.case_file
        shown = of_kind(reader, options.id)
    print_json(shown) if options.json else print("\n".join(record_text.lines(shown)))
    return DONE


def history(options: argparse.Namespace) -> int:
    """Tells every change of one record, the first one first."""
    from casefile.store.history import record_history

    table = _TABLES.get(options.kind, options.kind)
    with reading(options) as store, store.read() as reader:
        lines = record_history(reader, table, options.id)
    if not lines:
        raise CasefileError(
            f"There is no {options.kind} {options.id}, nor was there ever one.",
            "`casefile list` and `casefile search` show the numbers.",
        )
    if options.json:
        print_json([asdict(line) for line in lines])
    for line in lines if not options.json else ():
        print(line)
    return DONE


def trash(options: argparse.Namespace) -> int:
    """Lists the trash, puts records in it, brings them back, or empties it."""
    if options.what == "list":
        return _list(options)
    if options.what != "empty" and not options.ids:
        raise CasefileError(
            f"What is to be {'restored' if options.what == 'restore' else 'put into the trash'}?",
            "Name the kind and the numbers: `casefile trash put source 3 4`.",
        )
    if options.what == "empty" and not options.yes:
        raise CasefileError(
            "Emptying the trash cannot be undone.", "`casefile trash empty --yes` does it for good."
        )
    with writing(Store.open(chosen_path(options))) as store:
        said = _empty(store, options) if options.what == "empty" else _move(store, options)
    print_json({"done": said}) if options.json else print(said)
    return DONE


def _list(options: argparse.Namespace) -> int:
    from casefile.store.trash import trash_rows

    with reading(options) as store, store.read() as reader:
        rows = [
            {"kind": row.kind, "id": row.id, "title": row.title, "since": f"{row.trashed_at:%Y-%m-%d %H:%M}"}
            for row in trash_rows(reader)
        ]
    if options.json:
        print_json(rows)
    elif rows:
        print_table(rows)
    else:
        print("The trash is empty.")
    return DONE


def _move(store: Store, options: argparse.Namespace) -> str:
    from casefile.store.trash import put_in_trash, restore

    kind = _KINDS.get(options.kind, options.kind)
    back = options.what == "restore"
    label = f"Restore {options.kind}" if back else f"Move {options.kind} to the trash"
    with store.write(label, by=person(options)) as writer:
        (restore if back else put_in_trash)(writer, kind, options.ids)
    return f"{label}: {', '.join(map(str, options.ids))}"


def _empty(store: Store, options: argparse.Namespace) -> str:
    from casefile.store.trash import empty_trash

    with store.write("Empty the trash", by=person(options)) as writer:
        content = empty_trash(writer)
    said = f"{content.rows} records are gone for good."
    return f"{said} {content.kept_sources} stay: facts rest on them." if content.kept_sources else said
