"""Frozen dataclasses to JSON and back, led by their annotations; the form in which proposals are kept."""

import dataclasses
import json
import types
import typing
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache, partial
from typing import Any, TypeVar

T = TypeVar("T")


def to_json(value: object) -> str:
    """Canonical JSON: equal values give equal texts."""
    return _ENCODER.encode(value)


def party_json(party: dict[str, str]) -> str:
    """Canonical JSON of a party as stores have had it from the first on: with blanks, unlike all else."""
    return json.dumps(party, ensure_ascii=False, sort_keys=True)


def from_json(shape: type[T], text: str) -> T:
    """The dataclass again; ``ValueError`` or ``KeyError`` where the text does not fit the shape."""
    return from_plain(shape, json.loads(text))


def from_plain(shape: type[T], value: object) -> T:
    """The dataclass of a value as JSON gives it; raises as :func:`from_json` does, or ``TypeError``."""
    wanted: Any = shape
    return typing.cast("T", _builder(wanted)(value))


def _plain(value: object) -> object:
    """What the encoder does not know itself, a layer at a time."""
    if isinstance(value, Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    shape: Any = type(value)
    return {name: getattr(value, name) for name in _names(shape)}


_ENCODER = json.JSONEncoder(ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=_plain)


@cache
def _names(shape: Any) -> tuple[str, ...]:  # noqa: ANN401
    """The fields of a dataclass; ``TypeError`` for any other type."""
    return tuple(field.name for field in dataclasses.fields(shape))


@cache
def _builder(shape: Any) -> Callable[[Any], Any]:  # noqa: ANN401
    """What makes a value of the shape, found once for each shape."""
    origin = typing.get_origin(shape)
    if origin in (types.UnionType, typing.Union):
        some = _builder(next(part for part in typing.get_args(shape) if part is not type(None)))
        return lambda value: None if value is None else some(value)
    if origin is tuple:
        return partial(_sequence, _builder(typing.get_args(shape)[0]))
    if isinstance(shape, type) and dataclasses.is_dataclass(shape):
        hints = typing.get_type_hints(shape)
        return partial(_record, shape, {name: _builder(hint) for name, hint in hints.items()})
    if isinstance(shape, type) and issubclass(shape, StrEnum | Decimal):
        return shape
    if shape is datetime:
        return datetime.fromisoformat
    return partial(_bare, shape)


def _sequence(part_of: Callable[[Any], Any], value: Any) -> tuple[Any, ...]:  # noqa: ANN401
    if not isinstance(value, list):
        raise ValueError(f"no sequence: {value!r:.60}")
    return tuple([part_of(part) for part in value])


def _record(shape: Any, builders: dict[str, Callable[[Any], Any]], value: Any) -> Any:  # noqa: ANN401
    if not isinstance(value, dict):
        raise ValueError(f"no {shape.__name__}: {value!r:.60}")
    return shape(**{name: builders[name](part) for name, part in value.items()})


def _bare(shape: type, value: Any) -> Any:  # noqa: ANN401
    if type(value) is not shape and not (shape is float and type(value) is int):
        raise ValueError(f"no {shape}: {value!r:.60}")
    return value
