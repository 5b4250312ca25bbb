"""What a person does to the record itself: set, add, reject, settle. Inside a write.

Every function leaves the claims as history: nothing that a machine or a person said is deleted, and the
record follows the claims that are live (see :mod:`casefile.store.projection`).
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlalchemy import select

from casefile.errors import CasefileError
from casefile.fields import FieldKind, field
from casefile.store.agreement import NO_NAMES, agree, is_own
from casefile.store.facts import decision_date
from casefile.store.field_values import FieldValueError, Value, canonical
from casefile.store.ledger import enter_left_out
from casefile.store.parties import find_party
from casefile.store.party_names import SINGLE_ROLES, known_names
from casefile.store.payload import party_json, to_json
from casefile.store.projection import project, project_entry, project_part
from casefile.store.schema.evidence import Claim, ClaimPassage, Document, Source
from casefile.store.schema.record import Action, LedgerEntry, Measure
from casefile.store.sources import keep_passage
from casefile.store.store import Writer
from casefile.store.tags import known_as
from casefile.terms import ClaimState, PartyKind
from casefile.values import PartialDate, Span

_REQUIRED = (("action", "status"), ("measure", "kind"), ("ledger_entry", "basis"))
"""The fields that a record cannot be without."""
_AUTHORITIES = ("authority", "lead_authority", "concerned_authority")


class ClaimError(CasefileError):
    """A claim cannot be decided in that way."""


@dataclass(frozen=True)
class Grounds:
    """Where a person's value rests on a source: the source and the spans of its text, maybe none."""

    source_id: int
    spans: tuple[Span, ...] = ()


def set_value(
    writer: Writer,
    action_id: int,
    name: str,
    value: Value,
    by: str,
    *,
    reason: str = "",
    grounds: Grounds | None = None,
) -> int:
    """Makes the value the field's present one, or one more of a field with several; gives back the claim.

    Live claims of a single field that do not agree are superseded, those that agree stay as evidence.
    :class:`casefile.store.field_values.FieldValueError` for a value that does not fit. Sums are not set here
    but entered in a ledger: see :mod:`casefile.store.sums`.
    """
    entry = field(name)
    if entry.kind is FieldKind.SUM:
        raise ValueError("sums are entered in a ledger")
    raw = canonical(entry, value)
    if entry.name == "tag":
        raw = to_json(known_as(writer, str(value)))
    if entry.name in _AUTHORITIES:
        raw = _with_code(writer, raw)
    if entry.kind is FieldKind.RELATION:
        _check_other(writer, int(json.loads(raw)["action_id"]))
    claim_id = add_own_claim(writer, ("action", action_id), name, raw, by, reason=reason, grounds=grounds)
    if not entry.many:
        supersede_rivals(writer, claim_id, by, reason)
    project(writer, action_id, [name])
    return claim_id


def replace_value(
    writer: Writer, claim_id: int, value: Value, by: str, *, reason: str = "", grounds: Grounds | None = None
) -> int:
    """Puts another value in the place of one of a field with several; the old claim is superseded."""
    claim = _live(writer, claim_id)
    action_id = claim.record_id
    for twin in _twins(writer, claim):
        _decide(twin, ClaimState.SUPERSEDED, by, reason)
    return set_value(writer, action_id, claim.field, value, by, reason=reason, grounds=grounds)


def remove_value(writer: Writer, claim_id: int, by: str, *, reason: str = "") -> None:
    """Takes a value out of the record: every live claim that says the same of the field is rejected."""
    claim = _live(writer, claim_id)
    for twin in _twins(writer, claim):
        _decide(twin, ClaimState.REJECTED, by, reason)
    _follow(writer, claim)


def reject_claim(writer: Writer, claim_id: int, by: str, *, reason: str = "") -> None:
    """The claim counts no more; others stay, and the record follows them."""
    claim = _live(writer, claim_id)
    _decide(claim, ClaimState.REJECTED, by, reason)
    _follow(writer, claim)


def accept_claim(writer: Writer, claim_id: int, by: str, *, reason: str = "") -> None:
    """A claim that was rejected or superseded counts again."""
    claim = writer.get_one(Claim, claim_id)
    _decide(claim, ClaimState.ACCEPTED, by, reason)
    if (claim.record_table, claim.field) == ("action", "amount"):
        enter_left_out(writer, claim)
    _follow(writer, claim)


def settle(writer: Writer, claim_id: int, by: str, reason: str) -> None:
    """Settles a conflict in favour of a claim; those that contradict it are superseded, with the reason.

    :class:`ClaimError` without a reason: a settled conflict has to be explained in the brief.
    """
    if not reason.strip():
        raise ClaimError("A conflict is settled with a reason.", "Say why this value is the right one.")
    claim = writer.get_one(Claim, claim_id)
    _decide(claim, ClaimState.ACCEPTED, by, reason.strip())
    supersede_rivals(writer, claim_id, by, reason.strip())
    _follow(writer, claim)


def verify(writer: Writer, action_id: int, by: str) -> None:
    """Notes that the person checked the action against its evidence today."""
    action = writer.get_one(Action, action_id)
    action.verified_by, action.verified_at = by, datetime.now(UTC)
    writer.flush()


def add_own_claim(
    writer: Writer,
    record: tuple[str, int],
    name: str,
    raw: str,
    by: str,
    *,
    reason: str = "",
    grounds: Grounds | None = None,
) -> int:
    """A person's claim on a record (table, id) itself, already canonical; gives back its id."""
    claim = Claim(
        record_table=record[0],
        record_id=record[1],
        field=name,
        value=raw,
        state=ClaimState.ACCEPTED,
        method="person",
        rule="entered by hand",
        confidence=1.0,
        reviewer=by,
        decided_at=datetime.now(UTC),
        unreviewed=False,
        reason=reason,
        source_id=grounds.source_id if grounds else None,
        proposal_id=None,
    )
    writer.add(claim)
    writer.flush()
    if grounds is not None and grounds.spans:
        _rest_on(writer, claim.id, grounds)
    return claim.id


def supersede_rivals(writer: Writer, claim_id: int, by: str, reason: str) -> None:
    """What contradicts the claim counts no more, nor what a person had set otherwise before."""
    claim = writer.get_one(Claim, claim_id)
    decided = _decided(writer, claim)
    names = NO_NAMES
    if claim.record_table == "action" and claim.field in SINGLE_ROLES:
        names = known_names(writer, [claim.record_id]).get((claim.record_id, claim.field), NO_NAMES)
    for other in _others(writer, claim):
        contradicts = not agree(field(claim.field), claim.value, other.value, decided, names)
        set_before = is_own(other.method, other.proposal_id, other.reason) and other.value != claim.value
        if other.id != claim.id and (contradicts or set_before):
            _decide(other, ClaimState.SUPERSEDED, by, reason)


def supersede_all(writer: Writer, record: tuple[str, int], name: str, by: str, reason: str) -> None:
    """No claim on the field of the record (table, id) counts any more: a person took it out."""
    for claim in _live_on(writer, record, name):
        _decide(claim, ClaimState.SUPERSEDED, by, reason)
    writer.flush()


def _with_code(writer: Writer, raw: str) -> str:
    """The authority with its code where the store knows it: by that two names of one body agree."""
    value = json.loads(raw)
    known = None if value["code"] else find_party(writer, value["name"], "", PartyKind.AUTHORITY)
    return party_json(value | {"code": known.code}) if known is not None else raw


def _check_other(writer: Writer, other_id: int) -> None:
    if writer.get(Action, other_id) is None:
        raise FieldValueError(f"There is no action {other_id}.", "Choose one of the list of actions.")


def _rest_on(writer: Writer, claim_id: int, grounds: Grounds) -> None:
    document_id, text = writer.execute(
        select(Document.id, Document.text)
        .join(Source, Source.document_id == Document.id)
        .where(Source.id == grounds.source_id)
    ).one()
    for passage_id in dict.fromkeys(keep_passage(writer, document_id, text, span) for span in grounds.spans):
        writer.add(ClaimPassage(claim_id=claim_id, passage_id=passage_id))
    writer.flush()


def _live(writer: Writer, claim_id: int) -> Claim:
    claim = writer.get_one(Claim, claim_id)
    if claim.state is not ClaimState.ACCEPTED:
        raise ClaimError("This claim does not count any more.", "Look at the record again.")
    return claim


def _others(writer: Writer, claim: Claim) -> list[Claim]:
    """The live claims on the same field of the same record, the claim itself among them."""
    return _live_on(writer, (claim.record_table, claim.record_id), claim.field)


def _live_on(writer: Writer, record: tuple[str, int], name: str) -> list[Claim]:
    rows = writer.scalars(
        select(Claim)
        .where(Claim.record_table == record[0], Claim.record_id == record[1], Claim.field == name)
        .where(Claim.state == ClaimState.ACCEPTED)
        .order_by(Claim.id)
    )
    return list(rows)


def _twins(writer: Writer, claim: Claim) -> list[Claim]:
    return [other for other in _others(writer, claim) if other.value == claim.value]


def _decided(writer: Writer, claim: Claim) -> PartialDate | None:
    if claim.record_table == "action":
        return decision_date(writer, claim.record_id)
    if claim.record_table != "ledger_entry":
        return None
    action_id = writer.scalar(
        select(Measure.action_id)
        .join(LedgerEntry, LedgerEntry.measure_id == Measure.id)
        .where(LedgerEntry.id == claim.record_id)
    )
    return decision_date(writer, action_id) if action_id is not None else None


def _decide(claim: Claim, state: ClaimState, by: str, reason: str) -> None:
    claim.state = state
    claim.reviewer = by
    claim.decided_at = datetime.now(UTC)
    claim.unreviewed = False
    claim.reason = reason


def _follow(writer: Writer, claim: Claim) -> None:
    writer.flush()
    if (claim.record_table, claim.field) in _REQUIRED and not _others(writer, claim):
        raise ClaimError(
            f"Without this one nothing says the {field(claim.field).label.lower()} any more.",
            "Enter another one instead: this one then stands beside it as superseded.",
        )
    if claim.record_table == "action":
        project(writer, claim.record_id, [claim.field])
    elif claim.field == "amount":
        project_entry(writer, claim.record_id)
    else:
        project_part(writer, claim.record_table, claim.record_id, claim.field)
