"""Frozen dataclasses to JSON and back, led by their annotations; the form in which proposals are kept."""

import dataclasses
import json
import types
import typing
from datetime import datetime
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Any, TypeVar

T = TypeVar("T")


def to_json(value: object) -> str:
    """Canonical JSON: equal values give equal texts."""
    return json.dumps(_plain(value), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def party_json(party: dict[str, str]) -> str:
    """Canonical JSON of a party as stores have had it from the first on: with blanks, unlike all else."""
    return json.dumps(party, ensure_ascii=False, sort_keys=True)


def from_json(shape: type[T], text: str) -> T:
    """The dataclass again; ``ValueError`` or ``KeyError`` where the text does not fit the shape."""
    return from_plain(shape, json.loads(text))


def from_plain(shape: type[T], value: object) -> T:
    """The dataclass of a value as JSON gives it; raises as :func:`from_json` does, or ``TypeError``."""
    return typing.cast("T", _build(shape, value))


def _plain(value: object) -> Any:  # noqa: ANN401
    shape: Any = type(value)
    names = _names(shape)
    if names is not None:
        return {name: _plain(getattr(value, name)) for name in names}
    if isinstance(value, tuple | list):
        return [_plain(part) for part in value]
    if isinstance(value, StrEnum | Decimal):
        return str(value)
    if isinstance(value, datetime):
        return value.isoformat()
    return value


@cache
def _names(shape: type) -> tuple[str, ...] | None:
    """The fields of a dataclass, None for any other type."""
    return (
        tuple(field.name for field in dataclasses.fields(shape)) if dataclasses.is_dataclass(shape) else None
    )


def _build(shape: Any, value: Any) -> Any:  # noqa: ANN401
    origin = typing.get_origin(shape)
    if origin in (types.UnionType, typing.Union):
        inner = next(part for part in typing.get_args(shape) if part is not type(None))
        return None if value is None else _build(inner, value)
    if origin is tuple:
        inner = typing.get_args(shape)[0]
        if not isinstance(value, list):
            raise ValueError(f"no sequence: {value!r:.60}")
        return tuple(_build(inner, part) for part in value)
    if isinstance(shape, type) and dataclasses.is_dataclass(shape):
        hints = _hints(shape)
        if not isinstance(value, dict):
            raise ValueError(f"no {shape.__name__}: {value!r:.60}")
        return shape(**{name: _build(hints[name], part) for name, part in value.items()})
    if isinstance(shape, type) and issubclass(shape, StrEnum | Decimal):
        return shape(value)
    if shape is datetime:
        return datetime.fromisoformat(value)
    if type(value) is not shape and not (shape is float and type(value) is int):
        raise ValueError(f"no {shape}: {value!r:.60}")
    return value


@cache
def _hints(shape: type) -> dict[str, Any]:
    return typing.get_type_hints(shape)
