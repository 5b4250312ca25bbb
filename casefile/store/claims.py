"""Claims: what a proposal says of one field, with its passages. Inside a write."""

import dataclasses
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from casefile.fields import FieldKind, field
from casefile.proposals import ActionProposal, Because, ProposedAmount, ProposedValue
from casefile.store.field_values import Value, canonical
from casefile.store.matches import OWN_RULE
from casefile.store.matching import FOLLOW_UPS
from casefile.store.payload import party_json, to_json
from casefile.store.schema.evidence import Claim, ClaimPassage, Document, Proposal, Source
from casefile.store.sources import keep_passage
from casefile.store.store import Writer
from casefile.terms import ActionStatus, ClaimState
from casefile.values import Money, Span

SINGLE_FIELDS = ("authority", "kind", "status", "jurisdiction", "decided", "changed")
_LAST_TEXT = "casefile.last_text"
_CONFIDENCE_DIGITS = 6
"""The journal writes a real number to fifteen digits: more would not come back the same from an undo."""
_DATE_FIELDS = dict.fromkeys(FOLLOW_UPS, "changed") | {ActionStatus.PROPOSED: "notified"}
"""Where an action's date goes that is not its decision's: a later act's, or that of a notice before it."""


@dataclass(frozen=True)
class Review:
    """One decision on one proposal: who decides, and the text that it is about."""

    writer: Writer
    proposal: Proposal
    source: Source
    text: str
    by: str
    unreviewed: bool
    at: datetime
    passages: dict[Span, int] = dataclasses.field(default_factory=dict)
    """Those that were asked for already."""

    def passage(self, span: Span) -> int:
        """The id of the span's passage in the source's document."""
        if span not in self.passages:
            self.passages[span] = keep_passage(self.writer, self.source.document_id, self.text, span)
        return self.passages[span]


@dataclass(frozen=True)
class FieldValue:
    """What a proposal says of a field, as canonical JSON."""

    field: str
    value: str
    because: Because


def begin_review(writer: Writer, proposal_id: int, by: str, *, unreviewed: bool) -> Review:
    """The proposal with its source and text; ``RecordGoneError`` where it is gone."""
    proposal = writer.get_one(Proposal, proposal_id)
    source = writer.get_one(Source, proposal.source_id)
    text = _text_of(writer, source.document_id)
    return Review(writer, proposal, source, text, by, unreviewed, datetime.now(UTC))


def _text_of(writer: Writer, document_id: int) -> str:
    """The document's text, read once for all proposals of a write: a list has thousands of them."""
    known: tuple[int, str] | None = writer.info.get(_LAST_TEXT)
    if known is None or known[0] != document_id:
        text = writer.scalars(select(Document.text).where(Document.id == document_id)).one()
        writer.info[_LAST_TEXT] = known = (document_id, text)
    return known[1]


def field_values(action: ActionProposal) -> list[FieldValue]:
    """Every value of an action but its amounts, in the order in which a person reads them."""
    more = [_further_value(value) for value in action.more]
    further = {value.field for value in more}
    stated = [value for value in _own_values(action) if value.field not in further or field(value.field).many]
    return [*stated, *more]


def _further_value(said: ProposedValue) -> FieldValue:
    value: Value = said.value
    if field(said.field).kind is FieldKind.IDENTIFIER:
        value = {"scheme": said.scheme, "value": said.value, "url": said.url}
    return FieldValue(said.field, canonical(field(said.field), value), said.because)


def _own_values(action: ActionProposal) -> list[FieldValue]:
    authority = action.authority
    values = [
        *(
            [FieldValue("authority", party_value(authority.name, authority.code), authority.because)]
            if authority.name
            else []
        ),
        *(
            FieldValue("respondent", party_value(party.name, party.code), party.because)
            for party in action.respondents
        ),
        FieldValue("kind", to_json(action.kind.value), action.kind.because),
        FieldValue("status", to_json(action.status.value), action.status.because),
    ]
    if action.jurisdiction:
        values.append(FieldValue("jurisdiction", to_json(action.jurisdiction), action.authority.because))
    if action.date:
        name = _DATE_FIELDS.get(action.status.value, "decided")
        values.append(FieldValue(name, to_json(action.date.value.edtf), action.date.because))
    for law in action.provisions:
        value = to_json({"instrument": law.instrument, "article": law.article})
        values.append(FieldValue("provision", value, law.because))
    return values


def party_value(name: str, code: str) -> str:
    """A party as a claim's value."""
    return party_json({"name": name, "code": code})


def amount_value(amount: ProposedAmount) -> str:
    """A sum as a claim's value: minor units, currency, scale, role."""
    money = Money.of(amount.value, amount.currency)
    return to_json(
        {"amount_minor": money.amount_minor, "currency": money.currency}
        | {"scale": str(amount.scale), "role": str(amount.role)}
    )


def claim_fields(review: Review, original: ActionProposal, final: ActionProposal, action_id: int) -> None:
    """Claims for what was accepted, and for what the machine had said where the person changed it."""
    record, claims = ("action", action_id), []
    said = {(value.field, value.value) for value in field_values(original)}
    kept = {(value.field, value.value) for value in field_values(final)}
    for value in field_values(original):
        if (value.field, value.value) not in kept:
            single = value.field in SINGLE_FIELDS
            state = ClaimState.SUPERSEDED if single else ClaimState.REJECTED
            claims.append((_claim(review, record, value, state), value))
    for value in field_values(final):
        by_machine = (value.field, value.value) in said
        own = value if by_machine else by_person(value)
        claims.append((_claim(review, record, own, by_machine=by_machine), own))
    _keep_claims(review, claims)


def by_person(value: FieldValue, *, keep_rule: bool = False) -> FieldValue:
    """The value as a person's own, resting on the same passages; with ``keep_rule`` for their own reason."""
    rule = value.because.rule if keep_rule else OWN_RULE
    because = dataclasses.replace(value.because, rule=rule, confidence=1.0)
    return dataclasses.replace(value, because=because)


def add_claim(
    review: Review,
    table: str,
    record_id: int,
    value: FieldValue,
    *,
    state: ClaimState = ClaimState.ACCEPTED,
    by_machine: bool = True,
) -> int:
    """One claim with its passages; gives back its id."""
    claim = _claim(review, (table, record_id), value, state, by_machine=by_machine)
    _keep_claims(review, [(claim, value)])
    return claim.id


def _claim(
    review: Review,
    record: tuple[str, int],
    value: FieldValue,
    state: ClaimState = ClaimState.ACCEPTED,
    *,
    by_machine: bool = True,
) -> Claim:
    return Claim(
        record_table=record[0],
        record_id=record[1],
        field=value.field,
        value=value.value,
        state=state,
        method="extraction" if by_machine else "person",
        rule=value.because.rule,
        confidence=round(value.because.confidence, _CONFIDENCE_DIGITS),
        reviewer=review.by,
        decided_at=review.at,
        unreviewed=review.unreviewed,
        reason="",
        source_id=review.source.id,
        proposal_id=review.proposal.id,
    )


def _keep_claims(review: Review, claims: Sequence[tuple[Claim, FieldValue]]) -> None:
    """All at once: each flush costs as much as a claim."""
    review.writer.add_all(claim for claim, _ in claims)
    review.writer.flush()
    review.writer.add_all(
        ClaimPassage(claim_id=claim.id, passage_id=passage_id)
        for claim, value in claims
        for passage_id in dict.fromkeys(review.passage(span) for span in value.because.spans)
    )
