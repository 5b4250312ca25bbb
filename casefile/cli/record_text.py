"""Whole records as dictionaries, for JSON, and in words, for a person at a terminal. Imports store."""

from collections.abc import Iterator, Mapping, Sequence

from casefile.errors import CasefileError
from casefile.store import lists, queries
from casefile.store.notes import NoteOwner, notes_of
from casefile.store.rows import Fact
from casefile.store.store import Reader

Row = Mapping[str, object]


def action(reader: Reader, action_id: int) -> dict[str, object]:
    """Title, facts that count and notes; :class:`CasefileError` where there is no such action."""
    if not queries.action_rows(reader, [action_id]):
        raise _missing("action", action_id, "`casefile list actions` shows the numbers.")
    record = queries.action_record(reader, action_id)
    return {
        "id": action_id,
        "title": record.row.title,
        "facts": [_fact(fact) for fact in record.facts if fact.live],
        "notes": _notes(reader, NoteOwner.ACTION, action_id),
    }


def case_file(reader: Reader, case_id: int) -> dict[str, object]:
    """Title, purpose, actions, sources and notes; :class:`CasefileError` where there is none."""
    cases = queries.case_rows(reader)
    case = next((case for case in cases if case.id == case_id), None)
    if case is None:
        known = ", ".join(f"{case.id} “{case.title}”" for case in cases) or "none yet"
        raise _missing("case file", case_id, f"The store has: {known}.")
    actions = queries.action_rows(reader, lists.action_ids(reader, case_id))
    sources = queries.source_rows(reader, lists.source_ids(reader, case_id))
    return {
        "id": case_id,
        "title": case.title,
        "purpose": case.purpose,
        "actions": [{"id": row.id, "title": row.title} for row in actions],
        "sources": [{"id": row.id, "title": row.title or row.file_name} for row in sources],
        "notes": _notes(reader, NoteOwner.CASE_FILE, case_id),
    }


def lines(shown: Row) -> Iterator[str]:
    """What :func:`action` or :func:`case_file` gave, in words."""
    yield str(shown["title"])
    if shown.get("purpose"):
        yield str(shown["purpose"])
    for name in ("facts", "actions", "sources", "notes"):
        part = shown.get(name)
        if isinstance(part, Sequence) and part:
            yield f"\n{name.upper()}"
            for row in part:
                yield from _row_lines(name, row)


def _row_lines(name: str, row: Row) -> Iterator[str]:
    match name:
        case "facts":
            marks = [f"{row['sources']} source" + ("" if row["sources"] == 1 else "s")]
            marks += ["sources do not agree"] if row["conflict"] else []
            yield f"  {row['field']!s:20} {row['value']}  ({', '.join(marks)})"
        case "notes":
            yield f"  {row['person']}, {row['added_at']}"
            yield from (f"    {line}" for line in str(row["text"]).splitlines())
        case _:
            yield f"  {row['id']:>5}  {row['title']}"


def _fact(fact: Fact) -> dict[str, object]:
    sources = {claim.source_id for claim in fact.live if claim.source_id is not None}
    value = " ".join(fact.value.split())
    return {"field": fact.label, "value": value, "sources": len(sources), "conflict": fact.in_conflict}


def _notes(reader: Reader, owner: NoteOwner, owner_id: int) -> list[dict[str, object]]:
    return [
        {
            "id": note.id,
            "text": note.text,
            "person": note.person,
            "added_at": f"{note.added_at:%Y-%m-%d %H:%M} UTC",
        }
        for note in notes_of(reader, owner, owner_id)
    ]


def _missing(kind: str, id_: int, advice: str) -> CasefileError:
    return CasefileError(f"There is no {kind} {id_}.", advice)
