"""The journal: steps, undo and redo, hash chain. Works on a session inside a write transaction.

Steps of one group share their ``target_id`` and are undone and redone together, as one step.
"""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from typing import Any

from sqlalchemy import ColumnElement, Connection, Select, func, insert, select, text
from sqlalchemy.orm import Session, aliased, make_transient_to_detached

from casefile.errors import CasefileError
from casefile.store import derived
from casefile.store.plain_sql import first, run, stream
from casefile.store.schema import Base
from casefile.store.schema.base import table_of
from casefile.store.schema.journal import Change, Step
from casefile.terms import StepKind

HEAD = "journal_head"
"""The property that holds the id and the hash of the latest step: without it the loss of the latest steps
would leave no trace."""


_STEP_COLUMNS = ("kind", "target_id", "label", "person", "at", "undoable", "hash")
_ADD_STEP = insert(table_of(Step))
_OPEN = "UPDATE open_step SET step_id = ?"
_CHANGES = "SELECT table_name, row_id, before, after FROM change WHERE step_id = ? ORDER BY id"
_NOTE_HEAD = """
INSERT INTO store_property (name, value) VALUES (?, ?) ON CONFLICT (name) DO UPDATE SET value = excluded.value
"""
_REPLAYED = text("step.kind <> 'do'")
"""Said in the words of a partial index, or every step would be looked at."""


class NothingToUndoError(CasefileError):
    """There is no step to undo or redo, or not the one that was meant."""


class Seal:
    """The hash of a step: SHA-256 over the hash of the step before, the step itself and its changes."""

    def __init__(self, previous: str, head: Sequence[Any]) -> None:
        self._digest = hashlib.sha256(previous.encode())
        self.add(head)

    def add(self, part: Sequence[Any]) -> None:
        """Goes on with a change: table, row id, before, after, in the order in which they were made."""
        self._digest.update(json.dumps(list(part), ensure_ascii=False).encode())

    def digest(self) -> str:
        """The hash over all that was given so far."""
        return self._digest.hexdigest()


@dataclass
class StepGroup:
    """Steps that are undone and redone together: give the same group to each of their writes."""

    first: int = 0
    """The id of the first step that was kept, 0 before there is one."""

    def join(self, step_id: int) -> None:
        """Notes that a step of the group was committed."""
        self.first = self.first or step_id


def begin_step(
    session: Session, label: str, person: str, *, undoable: bool = True, group: StepGroup | None = None
) -> Step:
    """Opens a step: from here on the triggers write every change under it."""
    first = group.first if group is not None else 0
    return _begin(
        session, Step(kind=StepKind.DO, target_id=first, label=label, person=person, undoable=undoable)
    )


def end_step(session: Session, step: Step) -> int | None:
    """Closes the step, seals it with its hash and brings what is derived from the record up to date.

    Gives back its id, or None where it changed nothing and was removed.
    """
    step_id = step.id
    run(session, _OPEN, [(None,)])
    changed = first(session, "SELECT 1 FROM change WHERE step_id = ? LIMIT 1", (step_id,)) is not None
    if not changed and step.kind is not StepKind.PURGE:
        run(session, "DELETE FROM step WHERE id = ?", [(step_id,)])
        return None
    seal = step_hash(session, step)
    run(session, "UPDATE step SET hash = ? WHERE id = ?", [(seal, step_id)])
    note_head(session, step_id, seal)
    derived.refresh(session, step_id)
    session.flush()
    return step_id


def undo_candidate(session: Session) -> Step | None:
    """The latest step that stands and can be undone; none from before the trash was last emptied."""
    purge = _last_purge(session)
    return session.scalar(
        select(Step)
        .where(Step.kind == StepKind.DO, Step.undoable, Step.target_id.not_in(undone_groups()))
        .where(Step.id > purge, Step.target_id + 0 > purge)  # No index of targets: the latest comes first.
        .order_by(Step.id.desc())
        .limit(1)
    )


def undone_groups() -> Select[int]:
    """The groups of steps, each by its first, that were undone and not done again."""
    return select(Step.target_id).where(_REPLAYED, Step.kind == StepKind.UNDO).where(_is_last_of_target())


def redo_candidate(session: Session) -> Step | None:
    """The step undone last, as long as nothing new was done since."""
    last_undo = session.scalar(
        select(Step)
        .where(_REPLAYED, Step.kind == StepKind.UNDO, Step.id > _last_purge(session))
        .where(_is_last_of_target())
        .order_by(Step.id.desc())
        .limit(1)
    )
    if last_undo is None:
        return None
    newer = session.scalar(
        select(func.count()).where(Step.kind == StepKind.DO, Step.undoable, Step.id > last_undo.id)
    )
    return None if newer else session.get(Step, last_undo.target_id)


def undo(session: Session, person: str, only: int | None = None) -> str:
    """Takes back the latest step, as a step of its own; gives back its label.

    :class:`NothingToUndoError` where there is none, or where it is not of the group ``only``.
    """
    step = undo_candidate(session)
    if step is None:
        raise NothingToUndoError("There is nothing to undo.")
    if only not in (None, step.target_id):
        raise NothingToUndoError(
            "Nothing was undone: something else was done since.",
            f"Edit > Undo would take back the latest step: {_group_label(session, step)}.",
        )
    return _replay(session, step, StepKind.UNDO, person)


def redo(session: Session, person: str, only: int | None = None) -> str:
    """Does again what was undone last, as a step of its own; gives back its label.

    :class:`NothingToUndoError` where there is none, or where it is not of the group ``only``.
    """
    step = redo_candidate(session)
    if step is None:
        raise NothingToUndoError("There is nothing to redo.")
    if only not in (None, step.target_id):
        raise NothingToUndoError(
            "Nothing was done again: something else was undone since.",
            f"Edit > Redo would do again: {_group_label(session, step)}.",
        )
    return _replay(session, step, StepKind.REDO, person)


def step_hash(session: Session, step: Step) -> str:
    """The step's seal: see :class:`Seal`."""
    previous = first(session, "SELECT hash FROM step WHERE id < ? ORDER BY id DESC LIMIT 1", (step.id,))
    head = [step.id, step.kind, step.target_id, step.label, step.person, step.at.isoformat(), step.undoable]
    seal = Seal(previous or "", head)
    for change in stream(session, _CHANGES, (step.id,)):
        seal.add(change)
    return seal.digest()


def note_head(session: Session, step_id: int, seal: str) -> None:
    """Notes that the step with that hash is the latest."""
    run(session, _NOTE_HEAD, [(HEAD, f"{step_id} {seal}")])


def _is_last_of_target() -> ColumnElement[bool]:
    later = aliased(Step)
    return ~select(later.id).where(later.target_id == Step.target_id, later.id > Step.id).exists()


def _begin(session: Session, step: Step) -> Step:
    """Opens the step and puts it into the session as if it had been read from the store."""
    step.at = datetime.now(UTC)
    step.hash = ""
    row = {name: getattr(step, name) for name in _STEP_COLUMNS}
    step.id = session.connection().execute(_ADD_STEP, row).lastrowid
    if not step.target_id:
        step.target_id = step.id
        run(session, "UPDATE step SET target_id = id WHERE id = ?", [(step.id,)])
    run(session, _OPEN, [(step.id,)])
    make_transient_to_detached(step)
    session.add(step)
    return step


def _last_purge(session: Session) -> int:
    """The id of the step that emptied the trash last, 0 where none did: what is gone cannot come back."""
    return session.scalar(select(func.max(Step.id)).where(_REPLAYED, Step.kind == StepKind.PURGE)) or 0


def _replay(session: Session, target: Step, kind: StepKind, person: str) -> str:
    """Undo takes back the last standing changes of the target's group; redo takes back its last undo."""
    group, label = target.target_id, _group_label(session, target)
    sources = _last_changed(session, group)
    step = _begin(session, Step(kind=kind, target_id=group, label=label, person=person, undoable=False))
    connection = session.connection()
    connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    changes = session.execute(
        select(Change.table_name, Change.row_id, Change.before, Change.after)
        .where(Change.step_id.in_(sources))
        .order_by(Change.id.desc())
    ).all()
    for table_name, row_id, before, after in changes:
        _take_back(connection, table_name, row_id, before, after)
    session.expire_all()
    end_step(session, step)
    return label


def _last_changed(session: Session, group: int) -> list[int]:
    """The steps that a replay takes back: the group's last undo or redo, else every step of the group."""
    steps = session.execute(
        select(Step.id, Step.kind).where(Step.target_id == group).order_by(Step.id.desc())
    ).all()
    if steps[0].kind is not StepKind.DO:
        return [steps[0].id]
    return [step.id for step in steps]


def _group_label(session: Session, step: Step) -> str:
    count = session.scalar(
        select(func.count()).where(Step.target_id == step.target_id, Step.kind == StepKind.DO)
    )
    if count == 1:
        return step.label
    return f"{session.get_one(Step, step.target_id).label} and {(count or 0) - 1:,} more"


def _take_back(
    connection: Connection, table_name: str, row_id: int, before: str | None, after: str | None
) -> None:
    """The journal holds the database's own values: they must not pass through the typed columns."""
    if table_name not in Base.metadata.tables:
        raise ValueError(f"the journal names a table that is not there: {table_name!r}")
    if before is None:
        connection.exec_driver_sql(f'DELETE FROM "{table_name}" WHERE id = ?', (row_id,))  # noqa: S608
        return
    row = json.loads(before)
    if after is None:
        connection.exec_driver_sql(_insert(table_name, tuple(row)), tuple(row.values()))
    else:
        del row["id"]  # It is the same; set again, every table that points here would be looked through.
        connection.exec_driver_sql(_update(table_name, tuple(row)), (*row.values(), row_id))


@cache
def _insert(table_name: str, columns: tuple[str, ...]) -> str:
    names = ", ".join(f'"{name}"' for name in _known(table_name, columns))
    return f'INSERT INTO "{table_name}" ({names}) VALUES ({", ".join("?" * len(columns))})'  # noqa: S608


@cache
def _update(table_name: str, columns: tuple[str, ...]) -> str:
    pairs = ", ".join(f'"{name}" = ?' for name in _known(table_name, columns))
    return f'UPDATE "{table_name}" SET {pairs} WHERE id = ?'  # noqa: S608


def _known(table_name: str, columns: tuple[str, ...]) -> tuple[str, ...]:
    """The columns, all of them the table's: names from the journal become SQL only after this."""
    strange = set(columns) - set(Base.metadata.tables[table_name].columns.keys())
    if strange:
        raise ValueError(f"the journal names columns that {table_name} does not have: {sorted(strange)}")
    return columns
