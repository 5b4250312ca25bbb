"""What a value entered by hand rests on, and how it is looked for. Imports rows, values and models."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, TypeVar

from casefile.store.rows import ClaimRow, SourceRow
from casefile.translation import tr
from casefile.values import Span
from ui.figures import quoted
from ui.models.ids_model import Request

if TYPE_CHECKING:
    from casefile.store.editing import Grounds
    from casefile.store.lookups import Found

Row = TypeVar("Row")


@dataclass(frozen=True)
class ChosenPassage:
    """A source and, where words of its text were selected, their span; ``title`` is "" until it is known."""

    source_id: int
    title: str
    span: Span | None = None
    words: str = ""

    @property
    def grounds(self) -> "Grounds":
        """As the store takes it."""
        from casefile.store.editing import Grounds

        return Grounds(self.source_id, (self.span,) if self.span is not None else ())


@dataclass(frozen=True)
class RecordLookup(Generic[Row]):
    """How records are found by what is typed, and their rows by ids; the answers may come later."""

    find: Callable[[str, "Callable[[Found], None]"], None]
    rows: Request[Row]


@dataclass(frozen=True)
class EvidenceOffer:
    """What a form needs to let a passage be chosen; ``chosen`` is what stands there at first."""

    sources: RecordLookup[SourceRow]
    text: Callable[[int, Callable[[str], None]], None]
    """Asks for the text of a source."""
    chosen: ChosenPassage | None = None


def rests_on(claim: ClaimRow | None) -> ChosenPassage | None:
    """What a person's own claim rests on: its first passage, else its source; None for a claim of others."""
    if claim is None or claim.source_id is None or not claim.is_own or claim.method != "person":
        return None
    if not claim.evidence:
        return ChosenPassage(claim.source_id, "")
    first = claim.evidence[0]
    return ChosenPassage(first.source_id, first.source_title, first.span, first.exact)


def rested_elsewhere(claim: ClaimRow | None, grounds: "Grounds | None") -> bool:
    """Whether the claim is a person's own and rests on something else: then the new one takes its place."""
    before = rests_on(claim)
    return before is not None and before.grounds != grounds


def one_line(chosen: ChosenPassage | None) -> str:
    """The evidence in a line, as a screen reader tells it."""
    if chosen is None:
        return tr("none yet")
    return f"{quoted(' '.join(chosen.words.split()))}, {chosen.title}" if chosen.words else chosen.title
