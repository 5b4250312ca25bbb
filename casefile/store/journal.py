"""The journal: steps, undo and redo, hash chain. Works on a session inside a write transaction."""

import hashlib
import json
from datetime import UTC, datetime

from sqlalchemy import ColumnElement, func, select, text, update
from sqlalchemy.orm import Session, aliased

from casefile.errors import CasefileError
from casefile.store.schema import Base
from casefile.store.schema.journal import Change, OpenStep, Step
from casefile.terms import StepKind


class NothingToUndoError(CasefileError):
    """There is no step to undo or redo."""


def begin_step(session: Session, label: str, person: str, *, undoable: bool = True) -> Step:
    """Opens a step: from here on the triggers write every change under it."""
    return _begin(session, Step(kind=StepKind.DO, target_id=0, label=label, person=person, undoable=undoable))


def end_step(session: Session, step: Step) -> None:
    """Closes the step and seals it with its hash; a step that changed nothing is removed."""
    session.flush()
    session.execute(update(OpenStep).values(step_id=None))
    if session.scalar(select(func.count()).where(Change.step_id == step.id)) == 0:
        session.delete(step)
    else:
        step.hash = step_hash(session, step)
    session.flush()


def undo_candidate(session: Session) -> Step | None:
    """The latest step that stands and can be undone."""
    undone = select(Step.target_id).where(Step.kind == StepKind.UNDO).where(_is_last_of_target())
    return session.scalar(
        select(Step)
        .where(Step.kind == StepKind.DO, Step.undoable, Step.id.not_in(undone))
        .order_by(Step.id.desc())
        .limit(1)
    )


def redo_candidate(session: Session) -> Step | None:
    """The step undone last, as long as nothing new was done since."""
    last_undo = session.scalar(
        select(Step)
        .where(Step.kind == StepKind.UNDO)
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


def undo(session: Session, person: str) -> str:
    """Takes back the latest step, as a step of its own; gives back its label."""
    step = undo_candidate(session)
    if step is None:
        raise NothingToUndoError("There is nothing to undo.")
    return _replay(session, step, StepKind.UNDO, person)


def redo(session: Session, person: str) -> str:
    """Does again what was undone last, as a step of its own; gives back its label."""
    step = redo_candidate(session)
    if step is None:
        raise NothingToUndoError("There is nothing to redo.")
    return _replay(session, step, StepKind.REDO, person)


def step_hash(session: Session, step: Step) -> str:
    """SHA-256 over the hash of the step before, the step and its changes in the order they were made."""
    previous = session.scalar(select(Step.hash).where(Step.id < step.id).order_by(Step.id.desc()).limit(1))
    digest = hashlib.sha256((previous or "").encode())
    head = [step.id, step.kind, step.target_id, step.label, step.person, step.at.isoformat(), step.undoable]
    digest.update(json.dumps(head, ensure_ascii=False).encode())
    changes = session.execute(
        select(Change.table_name, Change.row_id, Change.before, Change.after)
        .where(Change.step_id == step.id)
        .order_by(Change.id)
    )
    for change in changes:
        digest.update(json.dumps(list(change), ensure_ascii=False).encode())
    return digest.hexdigest()


def _is_last_of_target() -> ColumnElement[bool]:
    later = aliased(Step)
    return ~select(later.id).where(later.target_id == Step.target_id, later.id > Step.id).exists()


def _begin(session: Session, step: Step) -> Step:
    step.at = datetime.now(UTC)
    step.hash = ""
    session.add(step)
    session.flush()
    step.target_id = step.target_id or step.id
    session.execute(update(OpenStep).values(step_id=step.id))
    session.flush()
    return step


def _replay(session: Session, target: Step, kind: StepKind, person: str) -> str:
    """Undo takes back the last standing changes of the target; redo takes back its last undo."""
    last = session.scalars(select(Step).where(Step.target_id == target.id).order_by(Step.id.desc())).first()
    source = last if last is not None else target
    label = target.label
    step = _begin(session, Step(kind=kind, target_id=target.id, label=label, person=person, undoable=False))
    session.execute(text("PRAGMA defer_foreign_keys = ON"))
    changes = session.scalars(
        select(Change).where(Change.step_id == source.id).order_by(Change.id.desc())
    ).all()
    for change in changes:
        _take_back(session, change)
    session.expire_all()
    end_step(session, step)
    return label


def _take_back(session: Session, change: Change) -> None:
    table = Base.metadata.tables[change.table_name]
    if change.before is None:
        session.execute(table.delete().where(table.c.id == change.row_id))
        return
    # The journal holds the database's own values: they must not pass through the typed columns.
    row = json.loads(change.before)
    names = ", ".join(f'"{name}"' for name in row)
    if change.after is None:
        marks = ", ".join(f":{name}" for name in row)
        session.execute(text(f'INSERT INTO "{table.name}" ({names}) VALUES ({marks})'), row)  # noqa: S608
    else:
        pairs = ", ".join(f'"{name}" = :{name}' for name in row)
        session.execute(text(f'UPDATE "{table.name}" SET {pairs} WHERE id = :id'), row)  # noqa: S608
