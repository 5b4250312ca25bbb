"""What is drawn, and in which lanes. Pure."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from casefile.terms import TimelineKind
from casefile.timeline.spans import DaySpan


class LanesBy(StrEnum):
    """What a lane stands for."""

    RESPONDENT = "respondent"
    AUTHORITY = "authority"
    NOTHING = "nothing"
    """One lane holds everything."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing on the timeline; it stands in each of its lanes."""

    id: int
    kind: TimelineKind
    span: DaySpan
    label: str
    lanes: tuple[str, ...] = ()


@dataclass(frozen=True)
class Lane:
    """A lane and the places of its entries, in order of time."""

    name: str
    entries: Sequence[int]


def lanes_of(entries: Sequence[Entry], rest: str) -> list[Lane]:
    """The lanes by name; entries of no lane are in a last one, called ``rest``. No lane is empty."""
    members: dict[str, list[int]] = defaultdict(list)
    in_time = sorted(range(len(entries)), key=lambda place: _order(entries[place]))
    for place in in_time:
        for name in entries[place].lanes or ("",):
            members[name].append(place)
    names = sorted(members, key=lambda name: (not name, name.casefold()))
    return [Lane(name or rest, members[name]) for name in names]


def _order(entry: Entry) -> tuple[int, int]:
    return entry.span.first, entry.span.end
