"""Proposals in a person's words: headline, details and passages. Pure; imports the ground and rows."""

from dataclasses import dataclass
from decimal import Decimal

from casefile.proposals import ActionProposal, Because, EventProposal, QuoteProposal, WarningProposal
from casefile.store.matches import ActionMatch, Aspect, ScaleReading
from casefile.store.rows import AnyProposal, QuoteRow
from casefile.terms import AmountScale, QuoteKind, label
from casefile.values import Money, Span

_PARTS = {
    QuoteKind.DIRECT: "quote",
    QuoteKind.PARTIAL: "partial quote",
    QuoteKind.PARAPHRASE: "paraphrase, not their words",
}
_CONFLICTS = {Aspect.AMOUNT: "Conflicting figures", Aspect.DATE: "Conflicting dates"}


@dataclass(frozen=True)
class CardText:
    """What a card says: the gist in one line, then details, then why it is proposed."""

    headline: str
    details: tuple[str, ...]
    reason: str


def card_text(proposal: AnyProposal) -> CardText:
    """The words for any proposal."""
    match proposal:
        case ActionProposal():
            return _action(proposal)
        case QuoteProposal():
            return _quote(proposal)
        case EventProposal():
            date = str(proposal.date) if proposal.date else "Date not resolved"
            return CardText(date, (proposal.about,), _reason(proposal.because))
        case WarningProposal():
            return CardText(label(proposal.kind), (proposal.message,), "")


def folded_text(proposal: AnyProposal) -> str:
    """One line for a proposal that is decided: the gist and, where many share it, the words."""
    words = card_text(proposal)
    if isinstance(proposal, QuoteProposal | EventProposal):
        return f"{words.headline}: {words.details[0]}"
    return words.headline


@dataclass(frozen=True)
class MatchText:
    """What a card says of an action in the store that the proposal may be about."""

    headline: str
    agreements: str
    """In one line, "" where nothing agrees."""
    conflicts: tuple[str, ...]


def match_text(match: ActionMatch) -> MatchText:
    """The words for a match: "Seems to be action 12: 3 things agree, 1 conflicts"."""
    agree, conflict = len(match.agreements), len(match.conflicts)
    counts = f"{agree} {'thing agrees' if agree == 1 else 'things agree'}"
    if conflict:
        counts += f", {conflict} {'conflicts' if conflict == 1 else 'conflict'}"
    seems = "Seems to be" if match.is_likely else "May be"
    conflicts = ((_CONFLICTS.get(one.aspect, label(one.aspect)), one.words) for one in match.conflicts)
    return MatchText(
        f"{seems} action {match.action_id}: {counts}",
        " · ".join(point.words for point in match.agreements),
        tuple(f"{about}: {words}" for about, words in conflicts),
    )


def missing_text(reading: ScaleReading) -> str:
    """What stands above the readings of a sum."""
    printed = Money.of(reading.amount.value, reading.amount.currency).bare
    return f"{printed} states no magnitude; none is filled in unless you choose:"


def passages(proposal: AnyProposal) -> tuple[Span, ...]:
    """Every span that the proposal rests on, once, in reading order; at least one unless it names none."""
    match proposal:
        case WarningProposal():
            return (proposal.span,)
        case QuoteProposal():
            return (proposal.span,)
        case EventProposal():
            return (proposal.span,)
        case ActionProposal():
            return tuple(sorted({span for because in _reasons(proposal) for span in because.spans}))


def is_undated(proposal: AnyProposal) -> bool:
    """Whether it is an event that needs a date before it can be accepted."""
    return isinstance(proposal, EventProposal) and proposal.date is None


def _reasons(action: ActionProposal) -> list[Because]:
    """The values' own spans; the sentence around them only where there are none."""
    found = [action.authority.because, action.kind.because, action.status.because]
    for values in (action.respondents, action.amounts, action.provisions):
        found += [value.because for value in values]
    if action.date is not None:
        found.append(action.date.because)
    return found if any(because.spans for because in found) else [action.because]


def _action(action: ActionProposal) -> CardText:
    respondents = "; ".join(party.name for party in action.respondents) or "Respondent not named"
    amounts = [_amount(amount.value, amount.currency, amount.scale) for amount in action.amounts]
    amounts = list(dict.fromkeys(amounts))
    headline = ", ".join([label(action.kind.value), *amounts[:1]])
    details = [respondents, f"by {action.authority.name}" if action.authority.name else "Authority not named"]
    facts = [label(action.status.value)]
    if action.date is not None:
        facts.append(str(action.date.value))
    facts += [str(provision) for provision in action.provisions]
    details.append(" · ".join(facts))
    if amounts[1:]:
        details.append(f"also {', '.join(amounts[1:])}")
    return CardText(headline, tuple(details), _reason(action.because))


def _amount(value: Decimal, currency: str, scale: AmountScale) -> str:
    money = Money.of(value, currency)
    return f"{money.bare} (scale missing)" if scale is AmountScale.MISSING else str(money)


def _quote(quote: QuoteProposal) -> CardText:
    speaker = quote.speaker or "Speaker not named"
    headline = f"{speaker}, {quote.role}" if quote.role else speaker
    part = _PARTS[quote.kind]
    return CardText(headline, (in_marks(quote.text, quote.kind),), f"{part}; {_reason(quote.because)}")


def in_marks(words: str, kind: QuoteKind) -> str:
    """The words between quotation marks; a paraphrase without, as nobody said it so."""
    return words if kind is QuoteKind.PARAPHRASE else f"“{words}”"


@dataclass(frozen=True)
class QuoteMark:
    """How sure one can be of a quote: in words, and the icon beside them."""

    words: str
    icon: str


def quote_mark(row: QuoteRow) -> QuoteMark:
    """Whether somebody looked at it, and whether its words are those of the stored original."""
    if row.unreviewed:
        return QuoteMark("Not reviewed", "triangle-alert")
    if row.kind is QuoteKind.PARAPHRASE:
        return QuoteMark("Paraphrase", "info")
    if not row.is_verbatim:
        return QuoteMark("Not word for word", "triangle-alert")
    return QuoteMark("Word for word", "circle-check")


def _reason(because: Because) -> str:
    return f"{because.rule} ({because.confidence:.0%} sure)"
