"""A value that a list is narrowed to, as those say it who send a person to the list. No Qt, no store."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ValueOf:
    """A value of a facet: what the store calls both, and what a person reads."""

    facet: str
    key: str
    label: str
