"""The fields of an action as a form knows them: what stands in each, and the value that comes out.

Pure: no Qt, no database. Imports the ground, form_fields and what of the store is pure.
"""

import json
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from casefile import registry, vocabulary
from casefile.fields import Field, FieldKind
from casefile.store.field_values import FieldValueError, Value, canonical
from casefile.terms import ActionStatus, PartyKind, PartyRole, ProvisionFinding
from casefile.translation import tr
from ui.dialogs.coded_names import place_name
from ui.dialogs.form_fields import (
    KEY,
    Entries,
    FieldError,
    Lookup,
    Suggest,
    Suggestion,
    counted,
    dated,
    linked,
    listed,
    read_date,
    read_number,
)
from ui.dialogs.form_fields import Field as Entry
from ui.figures import figure
from ui.told import told

REASON = "reason"
ROLES = {
    "authority": PartyRole.AUTHORITY,
    "lead_authority": PartyRole.LEAD_AUTHORITY,
    "concerned_authority": PartyRole.CONCERNED_AUTHORITY,
    "respondent": PartyRole.RESPONDENT,
    "complainant": PartyRole.COMPLAINANT,
}
"""What a party of each field does in the action."""
_KINDS = {PartyRole.RESPONDENT: PartyKind.RESPONDENT, PartyRole.COMPLAINANT: PartyKind.COMPLAINANT}
_LONG = ("summary",)
_SHOWN_LAWS = 12


@dataclass(frozen=True)
class Lookups:
    """How the form finds known things: parties of a kind, and actions by their title."""

    parties: Callable[[PartyKind], Lookup]
    actions: Lookup


def party_kind(field: Field) -> PartyKind:
    """What the parties of the field are."""
    return _KINDS.get(ROLES[field.name], PartyKind.AUTHORITY)


def form_of_field(field: Field, raw: str, shown: str, lookups: Lookups) -> tuple[Entry, ...]:
    """The form for a value of the field, filled with the canonical JSON; empty for "".

    ``shown`` names what the JSON only points to: the other action of a relation.
    """
    value: Any = json.loads(raw) if raw else None
    return (
        *_FORMS[field.kind](field, value, shown, lookups),
        Entry(REASON, tr("Reason"), "", tr("Why this is right; may be empty")),
    )


def value_of(field: Field, entries: Entries) -> Value:
    """The value that was entered; :class:`FieldError` for the entry that is wrong."""
    value = _VALUES[field.kind](field, entries)
    try:
        canonical(field, value)
    except FieldValueError as error:
        raise FieldError(_FIRST.get(field.kind, "value"), _plain(field, error)) from error
    return value


def _plain(field: Field, error: FieldValueError) -> str:
    """What is wanted, and no more: what does not fit stands in the field already."""
    return told(error.advice) or tr("{label} is wanted.").format(label=told(field.label))


_FIRST = {
    FieldKind.PARTY: "name",
    FieldKind.PROVISION: "instrument",
    FieldKind.IDENTIFIER: "number",
    FieldKind.APPEAL: "to_body",
    FieldKind.RELATION: "action",
}
"""The entry that an error is about; "value" for the kinds with one entry."""


def _silent(_: str) -> str:
    return ""


def _text_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    note = place_name if field.name == "jurisdiction" else _silent
    return (
        Entry("value", told(field.label), str(value or ""), note=note, lines=5 if field.name in _LONG else 1),
    )


def _number_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    figures = "" if value is None else figure(value)
    return (counted("value", told(field.label), figures),)


def _date_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    return (dated("value", told(field.label), value or ""),)


def _listed_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    first = value or (str(ActionStatus.IMPOSED) if field.name == "status" else "")
    return (listed("value", told(field.label), first, field.vocabulary),)


def _party_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    party = value or {"name": "", "code": ""}
    name = Entry(
        "name", tr("Name"), party["name"], tr("As the store or the registry knows it, or a new one"),
        lookup=lookups.parties(party_kind(field)), key=party.get("code", ""), note=_silent,
    )  # fmt: skip
    if field.name != "respondent":
        return (name,)
    return (name, listed("capacity", tr("Capacity"), party.get("capacity", ""), "respondent-capacities"))


def _provision_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    law = value or {"instrument": "", "article": ""}
    return (
        Entry(
            "instrument", tr("Law"), law["instrument"], tr("GDPR, FTC Act, …"), lookup=_laws, note=_law_name
        ),
        Entry("article", tr("Article"), law["article"], tr("5(1)(a); empty for the whole law")),
        listed("finding", tr("Finding"), law.get("finding", ProvisionFinding.CITED), "findings"),
        Entry("national_law", tr("National law"), law.get("national_law", ""), tr("§ 43 BDSG; may be empty")),
    )


def _identifier_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    known = value or {"scheme": "", "value": "", "url": ""}
    return (
        listed("scheme", tr("Kind of number"), known["scheme"], "identifier-schemes"),
        Entry("number", tr("Number"), known["value"], note=_silent),
        linked("url", tr("Address"), known.get("url", "")),
    )


def _appeal_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    appeal = value or {}

    def stands(name: str) -> str:
        return str(appeal.get(name, ""))

    return (
        Entry("from_body", tr("From"), stands("from_body"), tr("Whose decision is contested")),
        Entry("from_number", tr("Its number"), stands("from_number")),
        Entry("to_body", tr("To"), stands("to_body"), tr("The body or court that decides"), note=_silent),
        Entry("to_number", tr("Its number"), stands("to_number")),
        listed("status", tr("Status"), stands("status"), "appeal-statuses"),
        dated("dated", tr("Date"), stands("dated")),
        linked("url", tr("Address"), stands("url")),
    )


def _relation_form(field: Field, value: Any, shown: str, lookups: Lookups) -> tuple[Entry, ...]:  # noqa: ANN401, ARG001
    relation = value or {"relation": "", "action_id": ""}
    return (
        listed("relation", tr("Relation"), relation["relation"], "relations"),
        Entry(
            "action", tr("Other action"), shown, tr("Part of its title"), lookup=lookups.actions,
            key=str(relation["action_id"]), note=_silent,
        ),
    )  # fmt: skip


_FORMS: dict[FieldKind, Callable[[Field, Any, str, Lookups], tuple[Entry, ...]]] = {
    FieldKind.TEXT: _text_form,
    FieldKind.NUMBER: _number_form,
    FieldKind.DATE: _date_form,
    FieldKind.LISTED: _listed_form,
    FieldKind.PARTY: _party_form,
    FieldKind.PROVISION: _provision_form,
    FieldKind.IDENTIFIER: _identifier_form,
    FieldKind.APPEAL: _appeal_form,
    FieldKind.RELATION: _relation_form,
}
"""Sums have a form of their own: see :mod:`ui.dialogs.sum_fields`."""


def _text(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    return entries["value"]


def _number(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    number = read_number("value", entries["value"])
    if number is None:
        raise FieldError("value", tr("A whole number is wanted."))
    return number


def _date(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    date = read_date("value", entries["value"])
    if date is None:
        raise FieldError("value", tr("A date is wanted."))
    return date.edtf


def _party(field: Field, entries: Entries) -> Value:
    party = {"name": entries["name"], "code": entries.get(f"name{KEY}", "")}
    if field.name == "respondent":
        party["capacity"] = vocabulary.code_of("respondent-capacities", entries["capacity"])
    return dict(party)


def _provision(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    return {name: entries[name] for name in ("instrument", "article", "finding", "national_law")}


def _identifier(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    scheme = vocabulary.code_of("identifier-schemes", entries["scheme"])
    return {"scheme": scheme, "value": entries["number"], "url": entries["url"]}


def _appeal(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    date = read_date("dated", entries["dated"])
    value = {name: entries[name] for name in ("from_body", "from_number", "to_body", "to_number", "url")}
    status = vocabulary.code_of("appeal-statuses", entries["status"])
    return {**value, "status": status, "dated": date.edtf if date else ""}


def _relation(field: Field, entries: Entries) -> Value:  # noqa: ARG001
    if not entries[f"action{KEY}"]:
        raise FieldError("action", tr("Choose one of the actions that are offered while you type."))
    relation = vocabulary.code_of("relations", entries["relation"])
    if not relation:
        raise FieldError("relation", tr("Say how the two belong together."))
    return {"action_id": int(entries[f"action{KEY}"]), "relation": relation}


_VALUES: dict[FieldKind, Callable[[Field, Entries], Value]] = {
    FieldKind.TEXT: _text,
    FieldKind.NUMBER: _number,
    FieldKind.DATE: _date,
    FieldKind.LISTED: _text,
    FieldKind.PARTY: _party,
    FieldKind.PROVISION: _provision,
    FieldKind.IDENTIFIER: _identifier,
    FieldKind.APPEAL: _appeal,
    FieldKind.RELATION: _relation,
}


def _law_name(text: str) -> str:
    law = next((law for law in registry.instruments() if text.strip() in law.aliases), None)
    return law.name if law is not None else ""


def _laws(typed: str, take: Suggest) -> None:
    words = typed.strip().casefold()
    found = [
        Suggestion(law.code, law.code, law.name)
        for law in registry.instruments()
        if any(words in alias.casefold() for alias in law.aliases)
    ]
    take(sorted(found, key=lambda one: not one.text.casefold().startswith(words))[:_SHOWN_LAWS])
