"""What a typed query means: words and conditions, each with its place in the text. Pure."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from casefile.values import Span

SHORTEST_BEGINNING = 3
"""Letters of a word that also finds longer words without being told to."""


@dataclass(frozen=True)
class Problem:
    """Something in the query that was not understood: where, and a sentence that says what to do."""

    span: Span
    sentence: str


@dataclass(frozen=True)
class Word:
    """A word, or the words of a phrase; ``is_prefix`` where the last of them may go on."""

    text: str
    span: Span
    is_phrase: bool = False
    is_prefix: bool = False


@dataclass(frozen=True)
class FigureRange:
    """Figures between two ends, either of them open; ``currency`` is an ISO 4217 code or "" for any."""

    low: Decimal | None
    high: Decimal | None
    currency: str = ""
    beyond_low: bool = False
    """Whether the low end itself is left out."""
    beyond_high: bool = False


@dataclass(frozen=True)
class DayRange:
    """Days between two ends, both of them in; either may be open."""

    first: date | None
    last: date | None


@dataclass(frozen=True)
class Phrase:
    """A value typed as words: found as words are, or, where it stood in quotation marks, as a phrase."""

    text: str
    is_quoted: bool = False


Value = Phrase | FigureRange | DayRange | str
"""A string is a code of a controlled list, or a word of ``has:``, ``is:`` and ``in:``."""


@dataclass(frozen=True)
class Condition:
    """A field and what it has to hold."""

    field: str
    value: Value
    span: Span


@dataclass(frozen=True)
class WordClause:
    """One of some words has to stand in the record, or, negated, none of them may."""

    any_of: tuple[Word, ...]
    negated: bool = False


@dataclass(frozen=True)
class ConditionClause:
    """One of some conditions has to hold, or, negated, none of them may."""

    any_of: tuple[Condition, ...]
    negated: bool = False


@dataclass(frozen=True)
class Query:
    """All clauses of a query; a record has to fulfil every one. Without any it finds nothing."""

    words: tuple[WordClause, ...] = ()
    conditions: tuple[ConditionClause, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether it asks for nothing."""
        return not self.words and not self.conditions

    @property
    def wanted(self) -> tuple[Word, ...]:
        """The words that make a record a hit: those to be marked."""
        return tuple(word for clause in self.words if not clause.negated for word in clause.any_of)


@dataclass(frozen=True)
class Parsed:
    """The query as far as it was understood, and what was not; the spans lie in the typed text."""

    query: Query
    problems: tuple[Problem, ...] = ()
