"""What a brief states, one statement for each value, with the numbers of its notes. Imports the model."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casefile.briefs.composition import BriefPart
from casefile.briefs.fences import unfenced
from casefile.briefs.model import (
    Brief,
    BriefAction,
    BriefConflict,
    BriefEvent,
    BriefNote,
    BriefQuote,
    Citation,
    Citations,
    LedgerEntry,
)
from casefile.briefs.pdf.words import value_words
from casefile.briefs.wording import Phrasing, phrasing


class StatementKind(StrEnum):
    """What is stated."""

    SUMMARY = "summary"
    FACT = "fact"
    LEDGER = "ledger"
    CONFLICT = "conflict"
    QUOTE = "quote"
    PARAPHRASE = "paraphrase"
    EVENT = "event"


@dataclass(frozen=True)
class BriefStatement:
    """One value as it is printed, and what it rests on."""

    kind: StatementKind
    value: str
    """The printed words: of a quote without its marks."""
    about: str = ""
    """The action, or who said it."""
    label: str = ""
    """The field: "Fine, imposed"; of an event and a ledger's line its date."""
    key: str = ""
    """The record of the store: see :attr:`casefile.briefs.model.BriefFact.key`."""
    notes: tuple[int, ...] = ()
    """Numbers of the brief's notes."""
    row: str = ""
    """What a ledger's line has before its value."""

    def __str__(self) -> str:
        """``Lumaface Inc. · Fine, imposed · €30,500,000``."""
        return " · ".join(part for part in (self.about, self.label, self.value) if part)


def brief_statements(brief: Brief) -> tuple[BriefStatement, ...]:
    """Every statement in the order in which it is printed."""
    return tuple(_all_of(brief, _Notes(brief.notes()), phrasing(brief.language)))


class _Notes:
    """The number of each citation's note."""

    def __init__(self, notes: tuple[BriefNote, ...]) -> None:
        self._numbers: dict[Citation, int] = {note.citation: note.number for note in notes}

    def __call__(self, citations: Citations) -> tuple[int, ...]:
        return tuple(self._numbers[citation] for citation in citations)


def _all_of(brief: Brief, notes: _Notes, put: Phrasing) -> Iterator[BriefStatement]:
    for section in brief.sections:
        yield from _of_part(brief, section.part, notes, put)


def _of_part(brief: Brief, part: BriefPart, notes: _Notes, put: Phrasing) -> Iterator[BriefStatement]:
    if part in (BriefPart.SUMMARY, BriefPart.APPEALS):
        for statement in brief.summary if part is BriefPart.SUMMARY else brief.appeals:
            yield BriefStatement(
                StatementKind.SUMMARY, unfenced(statement.text), notes=notes(statement.citations)
            )
    elif part is BriefPart.ACTIONS:
        for action in brief.actions:
            yield from _of_action(action, notes, put)
    elif part is BriefPart.CONFLICTS:
        for conflict in brief.conflicts:
            yield from _of_conflict(conflict, notes, put)
    elif part is BriefPart.QUOTES:
        yield from (_of_quote(quote, notes) for quote in brief.quotes)
    elif part is BriefPart.TIMELINE:
        yield from (_of_event(event, notes, put) for event in brief.events)


def _of_action(action: BriefAction, notes: _Notes, put: Phrasing) -> Iterator[BriefStatement]:
    for fact in action.facts:
        yield BriefStatement(
            StatementKind.FACT, unfenced(value_words(fact.value, put)), action.title, put.label(fact.label),
            fact.key, notes(fact.citations),
        )  # fmt: skip
    for entry in action.ledger:
        if entry.amount is not None:
            label = ", ".join(
                part for part in (entry.basis, put.date(entry.date) if entry.date else "") if part
            )
            yield BriefStatement(
                StatementKind.LEDGER, value_words(entry.amount, put), action.title, label, entry.key,
                notes(entry.citations), f"{dated(entry, put)} {entry.label}",
            )  # fmt: skip


def dated(entry: LedgerEntry, put: Phrasing) -> str:
    """When the ledger's line says that it was."""
    return put.date(entry.date) if entry.date else put.say("Date not known")


def _of_conflict(conflict: BriefConflict, notes: _Notes, put: Phrasing) -> Iterator[BriefStatement]:
    for position in conflict.positions:
        yield BriefStatement(
            StatementKind.CONFLICT,
            unfenced(value_words(position.value, put)),
            conflict.subject,
            put.label(conflict.label),
            notes=notes(position.citations),
        )


def _of_quote(quote: BriefQuote, notes: _Notes) -> BriefStatement:
    kind = StatementKind.QUOTE if quote.is_verbatim else StatementKind.PARAPHRASE
    about = ", ".join(part for part in (quote.speaker, quote.role) if part)
    return BriefStatement(kind, quote.text, about, key=quote.key, notes=notes(quote.citations))


def _of_event(event: BriefEvent, notes: _Notes, put: Phrasing) -> BriefStatement:
    date = put.date(event.date) if event.date else ""
    return BriefStatement(
        StatementKind.EVENT, unfenced(event.what), label=date, key=event.key, notes=notes(event.citations)
    )
