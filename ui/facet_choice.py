"""A value that a list is narrowed to, as those say it who send a person to the list. No Qt, no store."""

from dataclasses import dataclass

from casefile.languages import language_name
from ui.told import told


@dataclass(frozen=True)
class ValueOf:
    """A value of a facet: what the store calls both, and what a person reads."""

    facet: str
    key: str
    label: str


OF_THE_RECORD = frozenset({"authority", "respondent", "case", "speaker", "role", "outlet", "tag"})
"""The facets whose values are names and words of the record, which nobody translates."""


def facet_words(facet: str, label: str) -> str:
    """A value of a facet as a person reads it."""
    if facet == "language":
        return language_name(label) if label != NAMELESS else told(label)
    return label if facet in OF_THE_RECORD and label != NAMELESS else told(label)


NAMELESS = "not known"
