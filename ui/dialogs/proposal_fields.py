"""The fields of a proposal as a form knows them: what stands in each, and the proposal that comes out.

Pure: no Qt. Imports the ground and rows.
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from enum import StrEnum

from casefile.errors import CasefileError
from casefile.proposals import (
    ActionProposal,
    EventProposal,
    ProposedAmount,
    ProposedDate,
    ProposedParty,
    QuoteProposal,
)
from casefile.store.rows import AnyProposal
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, QuoteKind
from casefile.values import PartialDate

_FIGURES = re.compile(r"[0-9]{1,15}(?:\.[0-9]{1,4})?")
_CURRENCY = re.compile(r"[A-Z]{3}|")
_QUARTER = re.compile(r"(\d{4})[- ]?[Qq]([1-4])", re.ASCII)
DATE_HELP = "2024-09-03, 2024-09, 2024-Q3, 2024, 2024~ (about), 2023/2024"


class FieldError(CasefileError):
    """What stands in a field cannot be understood; names the field."""

    def __init__(self, name: str, what: str) -> None:
        super().__init__(what)
        self.name = name


@dataclass(frozen=True)
class Field:
    """One line of a form; with ``choices`` (code and nothing else) it is a list to choose from."""

    name: str
    label: str
    value: str
    help: str = ""
    choices: tuple[StrEnum, ...] = ()


Entries = Mapping[str, str]


def form_of(proposal: AnyProposal) -> tuple[Field, ...]:
    """The fields of the proposal with what stands in them; none for a warning."""
    match proposal:
        case ActionProposal():
            return _action_form(proposal)
        case QuoteProposal():
            return (
                Field("speaker", "Speaker", proposal.speaker, "Empty where nobody is named"),
                Field("role", "Role", proposal.role),
                Field("kind", "Kind", proposal.kind, choices=tuple(QuoteKind)),
            )
        case EventProposal():
            date = proposal.date.edtf if proposal.date else ""
            return (Field("date", "Date", date, DATE_HELP), Field("about", "What happened", proposal.about))
        case _:
            return ()


def edited(proposal: AnyProposal, entries: Entries) -> AnyProposal:
    """The proposal with what was entered; :class:`FieldError` for the first entry that is wrong."""
    match proposal:
        case ActionProposal():
            return _edited_action(proposal, entries)
        case QuoteProposal():
            return replace(
                proposal,
                speaker=entries["speaker"].strip(),
                role=entries["role"].strip(),
                kind=QuoteKind(entries["kind"]),
            )
        case EventProposal():
            date = _date(entries["date"])
            if date is None:
                raise FieldError("date", "An event needs a date.")
            return replace(proposal, date=date, about=entries["about"].strip())
        case _:
            return proposal


def _action_form(action: ActionProposal) -> tuple[Field, ...]:
    amount = action.amounts[0] if action.amounts else None
    respondents = "; ".join(party.name for party in action.respondents)
    return (
        Field("authority", "Authority", action.authority.name),
        Field("respondents", "Respondents", respondents, "Several are parted by semicolons"),
        Field("kind", "Measure", action.kind.value, choices=tuple(ActionKind)),
        Field("status", "Status", action.status.value, choices=tuple(ActionStatus)),
        Field("amount", "Amount", f"{amount.value:,f}" if amount else "", "In full: 30,500,000"),
        Field("currency", "Currency", amount.currency if amount else "", "Three letters: EUR, USD, GBP"),
        Field("scale", "Scale", amount.scale if amount else AmountScale.STATED, choices=tuple(AmountScale)),
        Field("date", "Decided", action.date.value.edtf if action.date else "", DATE_HELP),
    )


def _edited_action(action: ActionProposal, entries: Entries) -> ActionProposal:
    authority = entries["authority"].strip()
    if not authority:
        raise FieldError("authority", "An action needs an authority.")
    date = _date(entries["date"])
    because = action.date.because if action.date else action.because
    return replace(
        action,
        authority=_party(action.authority, authority),
        respondents=_respondents(action, entries["respondents"]),
        kind=replace(action.kind, value=ActionKind(entries["kind"])),
        status=replace(action.status, value=ActionStatus(entries["status"])),
        amounts=_amounts(action, entries),
        date=ProposedDate(date, because) if date else None,
    )


def _party(party: ProposedParty, name: str) -> ProposedParty:
    """Another name is another party: the registry's code goes."""
    return party if party.name == name else replace(party, name=name, code="")


def _respondents(action: ActionProposal, entry: str) -> tuple[ProposedParty, ...]:
    names = [name.strip() for name in entry.split(";") if name.strip()]
    if not names:
        raise FieldError("respondents", "An action needs a respondent.")
    known = {party.name: party for party in action.respondents}
    because = action.respondents[0].because if action.respondents else action.because
    return tuple(known.get(name, ProposedParty(name, because)) for name in names)


def _amounts(action: ActionProposal, entries: Entries) -> tuple[ProposedAmount, ...]:
    """The first amount as entered, the others as they were; an empty entry drops the first."""
    figures = entries["amount"].replace(",", "").replace(" ", "")
    rest = action.amounts[1:]
    if not figures:
        return rest
    if not _FIGURES.fullmatch(figures):
        raise FieldError("amount", "Write the amount in figures: 30,500,000 or 33.70")
    value, currency = Decimal(figures), entries["currency"].strip().upper()
    if not _CURRENCY.fullmatch(currency):
        raise FieldError("currency", "Write the currency as three letters: EUR, USD, GBP")
    scale = AmountScale(entries["scale"])
    if action.amounts:
        return (replace(action.amounts[0], value=value, currency=currency, scale=scale), *rest)
    if not action.because.spans:
        raise FieldError("amount", "No passage of the source stands for an amount.")
    span = action.because.spans[0]
    return (ProposedAmount(value, currency, scale, AmountRole.FINE, span, action.because),)


def _date(entry: str) -> PartialDate | None:
    text = entry.strip()
    if not text:
        return None
    quarter = _QUARTER.fullmatch(text)
    if quarter is not None:
        return PartialDate.quarter(int(quarter[1]), int(quarter[2]))
    try:
        return PartialDate(text)
    except ValueError:
        raise FieldError("date", f"Write a date as {DATE_HELP}.") from None
