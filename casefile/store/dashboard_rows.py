"""What an overview gives to those who show it: frozen, and free of SQLAlchemy."""

from collections.abc import Mapping
from dataclasses import dataclass

from casefile.store.news import News
from casefile.store.tallies import Tally
from casefile.values import PartialDate


@dataclass(frozen=True)
class Period:
    """What was decided in a year or a quarter (``2024``, ``2024-Q2``), in one currency."""

    name: str
    tally: Tally


@dataclass(frozen=True)
class PartySums:
    """What one authority imposed, or one respondent got."""

    party_id: int
    name: str
    actions: int
    tallies: tuple[Tally, ...]


@dataclass(frozen=True)
class Parties:
    """Those with the most actions, and how many there are beside them."""

    shown: tuple[PartySums, ...]
    others: int


@dataclass(frozen=True)
class OpenAppeal:
    """An action whose appeal is not decided; ``court`` and ``since`` where they are recorded."""

    action_id: int
    title: str
    court: str
    since: PartialDate | None


@dataclass(frozen=True)
class Deadline:
    """A day by which a measure has to be met."""

    action_id: int
    title: str
    measure: str
    """A code of "measure-kinds" or a person's own word."""
    day: PartialDate


@dataclass(frozen=True)
class Dashboard:
    """All of it, as of one moment."""

    actions: int
    sources: int
    independent: int
    """How many of the sources are no copies or versions of one another."""
    waiting: int
    """Proposals that nobody has reviewed; warnings left out."""
    conflicts: int
    """Actions whose sources contradict each other."""
    missing: int
    """Actions with a sum whose magnitude is not known: in no sum."""
    undated: int
    """Actions with a sum that belong to no one year."""
    tallies: tuple[Tally, ...]
    daily: tuple[Tally, ...]
    """Amounts for each day."""
    periods: Mapping[str, tuple[Period, ...]]
    """By currency; periods without any sum stand between others."""
    authorities: Parties
    respondents: Parties
    appeals: tuple[OpenAppeal, ...]
    appeal_count: int
    deadlines: tuple[Deadline, ...]
    deadline_count: int
    news: News
