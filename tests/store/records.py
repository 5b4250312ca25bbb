"""Records that the store's tests make: one text, proposals of it, short ways to keep and accept them."""

from decimal import Decimal

from casefile.metadata import SourceMetadata
from casefile.proposals import (
    ActionProposal,
    Because,
    Proposals,
    ProposedAmount,
    ProposedDate,
    ProposedKind,
    ProposedParty,
    ProposedStatus,
    QuoteProposal,
)
from casefile.store import queries, review
from casefile.store.keeping import Capture, keep_source
from casefile.store.rows import ActionRecord, Fact
from casefile.store.store import Store
from casefile.terms import (
    ActionKind,
    ActionStatus,
    AmountRole,
    AmountScale,
    QuoteKind,
)
from casefile.values import PartialDate, Span

TEXT = "The AP fined Acme Corp €2.5 million. “We disagree,” said Ann Lee."


def because(words: str, text: str = TEXT) -> Because:
    start = text.index(words)
    return Because((Span(start, start + len(words)),), "a rule", 0.8)


def action(
    amount: str = "2500000",
    scale: AmountScale = AmountScale.STATED,
    status: ActionStatus = ActionStatus.IMPOSED,
    day: str | None = "2025-03-03",
    respondent: str = "Acme Corp",
) -> ActionProposal:
    sums = tuple(
        ProposedAmount(Decimal(value), "EUR", scale, AmountRole.FINE, Span(23, 35), because("€2.5 million"))
        for value in amount.split()
    )
    return ActionProposal(
        authority=ProposedParty("Autoriteit Persoonsgegevens", because("AP"), "NL-AP"),
        respondents=(ProposedParty(respondent, because("Acme Corp")),),
        kind=ProposedKind(ActionKind.FINE, because("fined")),
        status=ProposedStatus(status, because("fined")),
        because=because("fined"),
        jurisdiction="NL",
        amounts=sums,
        date=ProposedDate(PartialDate(day), because("fined")) if day else None,
    )


def quote() -> QuoteProposal:
    found = because("We disagree,")
    return QuoteProposal("We disagree,", found.spans[0], QuoteKind.DIRECT, found, "Ann Lee", "chair")


def keep(store: Store, proposals: Proposals, name: str = "a.txt") -> list[int]:
    """Keeps a source; gives back the ids of its proposals."""
    capture = Capture(name.encode(), name, TEXT, SourceMetadata(title=name), "text/plain", "plain/1", ())
    with store.write(f"Import {name}", by="ann") as writer:
        source_id = keep_source(writer, capture, proposals)
    with store.read() as reader:
        return [row.id for row in queries.proposals(reader, source_id)]


def accept(
    store: Store, proposal_id: int, edited: ActionProposal | None = None, into: int | None = None
) -> int:
    with store.write("Accept", by="ann") as writer:
        return review.accept(writer, proposal_id, "ann", edited, into)


def record(store: Store, action_id: int) -> ActionRecord:
    with store.read() as reader:
        return queries.action_record(reader, action_id)


def fact(found: ActionRecord, field: str) -> Fact:
    return next(fact for fact in found.facts if fact.field == field)
