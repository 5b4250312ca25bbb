"""One field of many records: what stands in it, another value for all. Inside a write but for reading.

A value of an action is set as the form of one action sets it: see :func:`casefile.store.editing.set_value`.
"""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import func, select
from sqlalchemy.orm import InstrumentedAttribute

from casefile import vocabulary
from casefile.fields import field
from casefile.progress import SILENT, Task
from casefile.store import corrections, editing
from casefile.store.derived import chunks
from casefile.store.field_values import FieldValueError, canonical
from casefile.store.payload import to_json
from casefile.store.schema.evidence import Source
from casefile.store.schema.record import Action, Quote, Speaker
from casefile.store.store import Reader, Writer
from casefile.store.tags import Tagged
from casefile.terms import SourceKind

VARIOUS: None = None
"""Stands for values that are not all the same."""
_COLUMNS: Mapping[Tagged, Mapping[str, Any]] = {
    Tagged.ACTION: {
        "status": Action.status,
        "jurisdiction": Action.jurisdiction,
        "sector": Action.sector,
        "confidence": Action.confidence,
    },
    Tagged.SOURCE: {"kind": Source.kind, "outlet": Source.outlet, "language": Source.language},
    Tagged.QUOTE: {"speaker": func.coalesce(Speaker.name, ""), "role": Quote.role},
    Tagged.EVENT: {},
}
_MODELS: Mapping[Tagged, Any] = {Tagged.ACTION: Action, Tagged.SOURCE: Source, Tagged.QUOTE: Quote}


def fields_of(kind: Tagged) -> tuple[str, ...]:
    """The fields that make sense for many records of that kind."""
    return tuple(_COLUMNS[kind])


def common_values(reader: Reader, kind: Tagged, ids: Sequence[int]) -> dict[str, str | None]:
    """For each field the value that all of the records have, :data:`VARIOUS` where they differ."""
    return {name: _common(reader, kind, column, ids) for name, column in _COLUMNS[kind].items()}


def set_for_all(
    writer: Writer, kind: Tagged, ids: Sequence[int], name: str, value: str, by: str, task: Task = SILENT
) -> int:
    """Gives the field of every record that value; gives back how many had another one.

    :class:`casefile.store.field_values.FieldValueError` for a value that does not fit; ``CancelledError``
    where the task is stopped: nothing of the step is kept then.
    """
    wanted = _checked(kind, name, value)
    others = _others(writer, kind, name, wanted, ids)
    for done, id_ in enumerate(others):
        task.step(done, len(others), f"Setting the {name}")
        _set(writer, kind, id_, name, wanted, by)
    return len(others)


def _common(reader: Reader, kind: Tagged, column: Any, ids: Sequence[int]) -> str | None:  # noqa: ANN401
    found: set[str] = set()
    for some in chunks(set(ids)):
        found.update(str(value) for value in reader.scalars(_values(kind, column, some).distinct()))
        if len(found) > 1:
            return VARIOUS
    return found.pop() if found else VARIOUS


def _values(kind: Tagged, column: Any, ids: Sequence[int]) -> Any:  # noqa: ANN401
    model = _MODELS[kind]
    query = select(column).select_from(model).where(model.id.in_(ids))
    return query.outerjoin(Speaker, Speaker.id == Quote.speaker_id) if kind is Tagged.QUOTE else query


def _others(writer: Writer, kind: Tagged, name: str, value: str, ids: Sequence[int]) -> list[int]:
    """Those of the records that have another value."""
    column, key = _COLUMNS[kind][name], _key(kind)
    return [
        id_
        for some in chunks(set(ids))
        for id_, present in writer.execute(
            _values(kind, column, some).add_columns(key).with_only_columns(key, column)
        )
        if str(present) != value
    ]


def _key(kind: Tagged) -> InstrumentedAttribute[int]:
    key: InstrumentedAttribute[int] = _MODELS[kind].id
    return key


def _checked(kind: Tagged, name: str, value: str) -> str:
    """The value as the record keeps it."""
    text = value.strip()
    if kind is Tagged.ACTION:
        raw = canonical(field(name), text)
        code = vocabulary.code_of(field(name).vocabulary, text) if field(name).vocabulary else text
        return code if to_json(code) == raw else text
    if (kind, name) == (Tagged.SOURCE, "kind") and text not in list(SourceKind):
        raise FieldValueError(f"“{text}” is no kind of source.", "Choose one of the list.")
    return text


def _set(writer: Writer, kind: Tagged, id_: int, name: str, value: str, by: str) -> None:
    if kind is Tagged.ACTION:
        editing.set_value(writer, id_, name, value, by)
    elif kind is Tagged.SOURCE:
        given: Any = {name: SourceKind(value) if name == "kind" else value}
        described = dataclasses.replace(corrections.source_details(writer, id_), **given)
        corrections.describe_source(writer, id_, described, by)
    else:
        quoted = dataclasses.replace(corrections.quote_details(writer, id_), **{name: value})
        corrections.describe_quote(writer, id_, quoted)
