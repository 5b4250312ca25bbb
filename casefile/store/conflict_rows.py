"""Rival values as the store gives them to those who show them: frozen, and free of SQLAlchemy."""

from dataclasses import dataclass
from datetime import datetime

from casefile.store.rows import Evidence, Fact
from casefile.terms import SourceKind
from casefile.values import PartialDate


@dataclass(frozen=True)
class Sayer:
    """A source as one that says something."""

    id: int
    name: str
    """Its outlet, else its title, else the name of its file."""
    title: str
    published: PartialDate | None
    kind: SourceKind
    is_primary: bool


@dataclass(frozen=True)
class Witness:
    """One who says a value: a source, or a person who entered it by hand (``source`` is None)."""

    source: Sayer | None
    person: str
    """Who entered it by hand, "" for a source's own words."""
    same_text_as: str
    """The source named before whose copy or other version this one is; "" where it speaks for itself."""
    passages: tuple[Evidence, ...]


@dataclass(frozen=True)
class Rival:
    """One of the values, and who says so, oldest first."""

    value: str
    is_present: bool
    """Whether the record follows it."""
    claim_id: int
    """The first claim that says so: by settling for that the value is chosen."""
    witnesses: tuple[Witness, ...]
    source_count: int
    independent_count: int
    """How many of the sources are no copies or versions of one another."""
    primary_count: int


@dataclass(frozen=True)
class Settlement:
    """Who chose among the values, when and why (``""`` where no reason was given)."""

    person: str
    at: datetime | None
    reason: str


@dataclass(frozen=True)
class Conflict:
    """A fact with rival values, in the order in which they were first said."""

    fact: Fact
    subject: str
    """What it is about: ``Decided``, ``Fine, imposed``."""
    rivals: tuple[Rival, ...]
    settlement: Settlement | None
    """None while it is open."""

    @property
    def key(self) -> tuple[str, int]:
        """The same for a fact that is read again."""
        return self.fact.field, self.fact.claims[0].id

    def is_about(self, fact: Fact) -> bool:
        """Whether it is this fact's, however that is labelled."""
        return bool(fact.claims) and self.key == (fact.field, fact.claims[0].id)
