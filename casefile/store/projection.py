"""The record as a projection of its claims: columns and rows of an action that follow what is accepted.

Inside a write. Whoever adds, rejects or supersedes a claim calls :func:`project`; nothing else writes these
columns and rows.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from casefile.fields import FIELDS, Field, FieldKind, field
from casefile.store.agreement import Said, is_own, present, sum_of
from casefile.store.parties import link_parties, party_names
from casefile.store.schema.base import Base
from casefile.store.schema.details import ActionCategory, ActionIdentifier, ActionTag, Appeal, RelatedAction
from casefile.store.schema.evidence import Claim
from casefile.store.schema.record import Action, LedgerEntry, Measure, Party, Provision
from casefile.store.sources import sort_key
from casefile.store.store import Writer
from casefile.terms import ActionKind, ClaimState, PartyRole, ProvisionFinding
from casefile.values import Money, PartialDate

_ROLES = {
    "authority": PartyRole.AUTHORITY,
    "lead_authority": PartyRole.LEAD_AUTHORITY,
    "concerned_authority": PartyRole.CONCERNED_AUTHORITY,
    "respondent": PartyRole.RESPONDENT,
    "complainant": PartyRole.COMPLAINANT,
}
_ELSEWHERE = ("amount", "conversion", "changed")
"""Sums stand in the ledgers; a change's date belongs to the ledger entry that it is told with."""


PART_MODELS: dict[str, type[Measure] | type[LedgerEntry] | type[Party]] = {
    "measure": Measure,
    "ledger_entry": LedgerEntry,
    "party": Party,
}
"""The records of :data:`casefile.fields.PARTS`."""
_REQUIRED = ("kind", "basis")
"""What a measure or an entry is nothing without: it keeps the last that was said."""


@dataclass(frozen=True)
class _Rows:
    """The child rows of one field: each accepted value is one row."""

    model: type[Base]
    key: tuple[str, ...]
    build: Callable[[Any], dict[str, Any]]


_ROWS = {
    "provision": _Rows(
        Provision,
        ("instrument", "article"),
        lambda value: {
            "instrument": value["instrument"],
            "article": value["article"],
            "finding": str(value.get("finding", ProvisionFinding.CITED)),
            "national_law": value.get("national_law", ""),
        },
    ),
    "identifier": _Rows(
        ActionIdentifier,
        ("scheme", "value"),
        lambda value: {name: value.get(name, "") for name in ("scheme", "value", "url")},
    ),
    "category": _Rows(ActionCategory, ("code",), lambda value: {"code": value}),
    "tag": _Rows(ActionTag, ("tag",), lambda value: {"tag": value}),
    "appeal": _Rows(
        Appeal,
        ("from_body", "from_number", "to_body", "to_number"),
        lambda value: (
            {
                name: value.get(name, "")
                for name in ("from_body", "from_number", "to_body", "to_number", "status", "url")
            }
            | {"dated": PartialDate(value["dated"]) if value.get("dated") else None}
        ),
    ),
    "related_action": _Rows(
        RelatedAction,
        ("other_id", "relation"),
        lambda value: {"other_id": value["action_id"], "relation": value["relation"]},
    ),
}


def project(writer: Writer, action_id: int, names: Iterable[str] | None = None) -> None:
    """Makes the action agree with its live claims, in the named fields or in all."""
    action = writer.get_one(Action, action_id)
    wanted = set(names) if names is not None else {entry.name for entry in FIELDS}
    said = live_claims(writer, "action", action_id)
    for entry in FIELDS:
        if entry.name in wanted and entry.name not in _ELSEWHERE:
            _project_field(writer, action, entry, said.get(entry.name, []))
    writer.flush()
    if "title" in wanted or wanted & _ROLES.keys():
        action.title = _title(writer, action_id, said.get("title", []))
        writer.flush()


def project_entry(writer: Writer, entry_id: int) -> None:
    """Makes a ledger entry's sum agree with its live claims; one without any does not count any more."""
    entry = writer.get_one(LedgerEntry, entry_id)
    said = live_claims(writer, "ledger_entry", entry_id).get("amount", [])
    entry.is_live = bool(said)
    if said:
        money, scale = sum_of(json.loads(said[present(field("amount"), said)].raw))
        if money != Money(entry.amount_minor, entry.currency):
            # What the sum was in another currency was said of the old one.
            _drop_conversion(entry)
        entry.amount_minor, entry.currency, entry.scale = money.amount_minor, money.currency, scale
    writer.flush()


def project_part(writer: Writer, table: str, record_id: int, name: str) -> None:
    """Makes one field of a measure, a ledger entry or a party agree with its live claims."""
    record = writer.get_one(PART_MODELS[table], record_id)
    entry = field(name)
    said = live_claims(writer, table, record_id).get(name, [])
    value = json.loads(said[present(entry, said)].raw) if said else None
    if name in _REQUIRED and not said:
        return
    match entry.kind:
        case FieldKind.DATE:
            value = PartialDate(value) if value else None
        case FieldKind.GROUP:
            name, value = "parent_id", value["party_id"] if value else None
        case _ if name == "basis":
            value = str(value)
        case _:
            value = value or ""
    if name == "dated" and isinstance(record, LedgerEntry) and record.dated != value:
        # What the sum was in another currency was said at the rate of the old day.
        _drop_conversion(record)
    setattr(record, name, value)
    writer.flush()


def _drop_conversion(entry: LedgerEntry) -> None:
    entry.converted_minor, entry.converted_currency = None, ""
    entry.rate, entry.rate_date = "", None


def live_claims(session: Session, table: str, record_id: int) -> dict[str, list[Said]]:
    """The accepted values of a record by field, oldest first."""
    rows = session.execute(
        select(Claim.field, Claim.value, Claim.method, Claim.proposal_id, Claim.reason)
        .where(Claim.record_table == table, Claim.record_id == record_id, Claim.state == ClaimState.ACCEPTED)
        .order_by(Claim.id)
    )
    found: dict[str, list[Said]] = {}
    for name, value, method, proposal_id, reason in rows:
        found.setdefault(name, []).append(Said(value, is_own(method, proposal_id, reason)))
    return found


def _project_field(writer: Writer, action: Action, entry: Field, said: Sequence[Said]) -> None:
    values = [json.loads(one.raw) for one in said]
    if entry.name in _ROLES:
        counted = said if entry.many or not said else [said[present(entry, said)]]
        parties = [(json.loads(one.raw), one.own) for one in counted]
        link_parties(writer, action.id, _ROLES[entry.name], parties, action.jurisdiction)
    elif entry.name in _ROWS:
        in_turn = sorted(said, key=lambda one: one.own)
        _project_rows(writer, action.id, _ROWS[entry.name], [json.loads(one.raw) for one in in_turn])
    elif entry.name != "title":
        _set_column(action, entry, values[present(entry, said)] if said else None)


def _set_column(action: Action, entry: Field, value: Any) -> None:  # noqa: ANN401
    match entry.name:
        case "kind":
            action.kind = ActionKind(value) if value in list(ActionKind) else ActionKind.OTHER
        case "status":
            action.status = str(value or action.status)
        case "people_affected":
            action.people_affected = value
        case _ if entry.kind is FieldKind.DATE:
            setattr(action, entry.name, PartialDate(value) if value else None)
        case _:
            setattr(action, entry.name, value or "")
    if entry.name == "decided":
        action.decided_sort = sort_key(action.decided)


def _project_rows(writer: Writer, action_id: int, rows: _Rows, values: Sequence[Any]) -> None:
    """Of several values with one key, as a provision and what is found of it, the last counts."""
    model: Any = rows.model
    wanted = {_key(rows, built): built for built in map(rows.build, values)}
    for row in writer.scalars(select(model).where(model.action_id == action_id)).all():
        key = tuple(getattr(row, name) for name in rows.key)
        built = wanted.pop(key, None)
        if built is None:
            writer.delete(row)
            continue
        for name, value in built.items():
            if getattr(row, name) != value:
                setattr(row, name, value)
    writer.flush()
    writer.add_all(model(action_id=action_id, **built) for built in wanted.values())


def _key(rows: _Rows, built: dict[str, Any]) -> tuple[Any, ...]:
    return tuple(built[name] for name in rows.key)


def _title(session: Session, action_id: int, said: Sequence[Said]) -> str:
    """A person's own title, else ``Authority: respondent, respondent``."""
    if said:
        return str(json.loads(said[present(field("title"), said)].raw))
    roles = (PartyRole.AUTHORITY, PartyRole.RESPONDENT)
    return title_of(*(party_names(session, action_id, role) for role in roles))


def title_of(authorities: Sequence[str], respondents: Sequence[str]) -> str:
    """The title of an action that no person gave another."""
    by = ", ".join(authorities)
    return f"{by}: {', '.join(respondents)}" if respondents else by
