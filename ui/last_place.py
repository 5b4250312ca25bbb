"""Where a person was in a store, as a value and as text for the settings. Knows no widget."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

_BETWEEN, _IS, _CASE = "|", "=", "case"


@dataclass(frozen=True)
class LastPlace:
    """A view, of the whole store or of a case file, and the chosen record of each list."""

    view: str
    case_id: int | None = None
    chosen: Mapping[str, int] = field(default_factory=dict)
    """The records (their ids) by the name of their list."""


def place_text(place: LastPlace) -> str:
    """The place in one line."""
    case = [] if place.case_id is None else [f"{_CASE}{_IS}{place.case_id}"]
    chosen = [f"{name}{_IS}{record}" for name, record in place.chosen.items()]
    return _BETWEEN.join([place.view, *case, *chosen])


def place_of(text: str) -> LastPlace:
    """What :func:`place_text` wrote; what cannot be understood is left out."""
    view, *parts = text.split(_BETWEEN)
    chosen = dict(_numbers(parts))
    case_id = chosen.pop(_CASE, None)
    return LastPlace(view, case_id, chosen)


def _numbers(parts: list[str]) -> Iterator[tuple[str, int]]:
    for part in parts:
        name, _, number = part.rpartition(_IS)
        digits = number.removeprefix("-")
        if name and digits.isdecimal() and digits.isascii():
            yield name, int(number)
