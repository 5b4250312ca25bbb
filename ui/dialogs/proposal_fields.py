"""The fields of a proposal as a form knows them: what stands in each, and the proposal that comes out.

Pure: no Qt. Imports the ground, rows and form_fields.
"""

from dataclasses import replace

from casefile.proposals import (
    ActionProposal,
    EventProposal,
    ProposedAmount,
    ProposedDate,
    ProposedParty,
    QuoteProposal,
)
from casefile.store.matches import OWN_RULE
from casefile.store.rows import AnyProposal
from casefile.terms import ActionKind, ActionStatus, AmountRole, AmountScale, QuoteKind
from casefile.translation import tr
from ui.dialogs.form_fields import (
    Entries,
    Field,
    FieldError,
    currency_field,
    dated,
    named,
    read_date,
    read_figures,
    read_names,
    summed,
)
from ui.figures import marks


def form_of(proposal: AnyProposal) -> tuple[Field, ...]:
    """The fields of the proposal with what stands in them; none for a warning."""
    match proposal:
        case ActionProposal():
            return _action_form(proposal)
        case QuoteProposal():
            return (
                Field("speaker", tr("Speaker"), proposal.speaker, tr("Empty where nobody is named")),
                Field("role", tr("Role"), proposal.role),
                Field("kind", tr("Kind"), proposal.kind, choices=tuple(QuoteKind)),
            )
        case EventProposal():
            date = proposal.date.edtf if proposal.date else ""
            return (dated("date", tr("Date"), date), Field("about", tr("What happened"), proposal.about))
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
            date = read_date("date", entries["date"])
            if date is None:
                raise FieldError("date", tr("An event needs a date."))
            return replace(proposal, date=date, about=entries["about"].strip())
        case _:
            return proposal


def _action_form(action: ActionProposal) -> tuple[Field, ...]:
    amount = action.amounts[0] if action.amounts else None
    respondents = "; ".join(party.name for party in action.respondents)
    return (
        Field("authority", tr("Authority"), action.authority.name, tr("The body that decided")),
        named("respondents", tr("Respondents"), respondents, tr("Semicolons stand between several")),
        Field("kind", tr("Measure"), action.kind.value, choices=tuple(ActionKind)),
        Field("status", tr("Status"), action.status.value, choices=tuple(ActionStatus)),
        summed("amount", tr("Amount"), marks(f"{amount.value:,f}") if amount else ""),
        currency_field(amount.currency if amount else ""),
        Field(
            "scale", tr("Scale"), amount.scale if amount else AmountScale.STATED, choices=tuple(AmountScale)
        ),
        dated("date", tr("Decided"), action.date.value.edtf if action.date else ""),
    )


def _edited_action(action: ActionProposal, entries: Entries) -> ActionProposal:
    authority = entries["authority"].strip()
    if not authority:
        raise FieldError("authority", tr("An action needs an authority."))
    date = read_date("date", entries["date"])
    because = action.date.because if action.date else action.because
    return replace(
        action,
        authority=_party(action.authority, authority),
        respondents=_respondents(action, entries["respondents"]),
        kind=replace(action.kind, value=ActionKind(entries["kind"])),
        status=replace(action.status, value=ActionStatus(entries["status"])),
        amounts=_amounts(action, entries),
        date=ProposedDate(date, because) if date else None,
        more=tuple(value for value in action.more if value.field not in _changed(action, entries)),
    )


def _changed(action: ActionProposal, entries: Entries) -> set[str]:
    """The fields of the form that a person has entered otherwise: what a list said of them goes."""
    before = {"kind": action.kind.value, "status": action.status.value}
    changed = {name for name, value in before.items() if entries[name] != value}
    return changed | ({"decided"} if entries["date"].strip() else set())


def _party(party: ProposedParty, name: str) -> ProposedParty:
    """Another name is another party: the registry's code goes."""
    return party if party.name == name else replace(party, name=name, code="")


def _respondents(action: ActionProposal, entry: str) -> tuple[ProposedParty, ...]:
    names = read_names(entry)
    if not names:
        raise FieldError("respondents", tr("An action needs a respondent."))
    known = {party.name: party for party in action.respondents}
    because = action.respondents[0].because if action.respondents else action.because
    return tuple(known.get(name, ProposedParty(name, because)) for name in names)


def _amounts(action: ActionProposal, entries: Entries) -> tuple[ProposedAmount, ...]:
    """The first amount as entered, the others as they were; an empty entry drops the first."""
    figures, rest = read_figures(entries), action.amounts[1:]
    if figures is None:
        return rest
    value, currency = figures
    scale = AmountScale(entries["scale"])
    if action.amounts:
        first = replace(action.amounts[0], value=value, currency=currency, scale=scale)
        if first != action.amounts[0]:
            first = replace(first, because=replace(first.because, rule=OWN_RULE))
        return (first, *rest)
    if not action.because.spans:
        raise FieldError("amount", tr("No passage of the source stands for an amount."))
    span = action.because.spans[0]
    return (ProposedAmount(value, currency, scale, AmountRole.FINE, span, action.because),)
