"""Rows as tables for a terminal."""

import shutil
import sys
from collections.abc import Sequence

from casefile.store import lists, queries
from casefile.store.rows import ActionRow, TagMark
from casefile.store.store import Reader
from casefile.terms import AmountScale

Row = dict[str, object]


def rows(reader: Reader, what: str) -> list[Row]:
    """What a list shows, a dictionary a row in the order of its columns."""
    if what == "actions":
        return _actions(reader)
    if what == "sources":
        found = queries.source_rows(reader, lists.source_ids(reader))
        return [
            {"id": row.id, "published": str(row.published or ""), "outlet": row.outlet}
            | {"language": row.language, "to_review": row.open_proposals, "title": row.title or row.file_name}
            | {"tags": _tags(row.tags)}
            for row in found
        ]
    quotes = queries.quote_rows(reader, lists.quote_ids(reader))
    return [
        {"id": row.id, "speaker": row.speaker, "role": row.role}
        | {"source": row.evidence.source_title, "quote": row.text}
        | {"tags": _tags(row.tags)}
        for row in quotes
    ]


def print_table(found: Sequence[Row]) -> None:
    """The rows in columns; on a terminal the last is cut to its width."""
    if not found:
        print("There is nothing yet. `casefile import FILE --store STORE` brings something in.")
        return
    names = list(found[0])
    cells = [[" ".join(str(row[name]).split()) for name in names] for row in found]
    widths = [min(32, max(len(line[column]) for line in [names, *cells])) for column in range(len(names))]
    total = shutil.get_terminal_size().columns if sys.stdout.isatty() else None
    for line in [[name.upper() for name in names], *cells]:
        print("  ".join(_fit(cell, width) for cell, width in zip(line, widths, strict=True)).rstrip()[:total])


def _actions(reader: Reader) -> list[Row]:
    found = queries.action_rows(reader, lists.action_ids(reader))
    return [
        {
            "id": row.id,
            "decided": str(row.decided or ""),
            "authority": row.authority,
            "respondents": ", ".join(row.respondents),
            "kind": row.kind.value,
            "status": row.status,
            "amount": _amount(row),
            "sources": row.source_count,
            "conflict": "yes" if row.has_conflict else "",
            "reviewed": "no" if row.unreviewed else "yes",
            "tags": _tags(row.tags),
        }
        for row in found
    ]


def _tags(tags: Sequence[TagMark]) -> str:
    return ", ".join(tag.name for tag in tags)


def _amount(row: ActionRow) -> str:
    """The present amount; a question mark for a missing magnitude."""
    mark = " ?" if row.scale is AmountScale.MISSING else ""
    return f"{row.amount or ''}{mark}" + (f" per {row.per}" if row.per else "")


def _fit(cell: str, width: int) -> str:
    return cell.ljust(width) if len(cell) <= width else f"{cell[: width - 1]}…"
