"""Proposals in a person's words: headline, details and passages. Pure; imports the ground and rows."""

import re
from dataclasses import dataclass
from decimal import Decimal

from casefile.proposals import (
    ActionProposal,
    Because,
    EventProposal,
    ProposedProvision,
    QuoteProposal,
    WarningProposal,
)
from casefile.store.matches import ActionMatch, Aspect, ScaleReading
from casefile.store.rows import AnyProposal, QuoteRow, TimelineRow
from casefile.terms import AmountScale, QuoteKind, label
from casefile.translation import N_, tr, tr_n
from casefile.values import Money, Span
from ui.figures import date_words, in_words, quoted, sum_words
from ui.told import told, told_value

_LED_BY = re.compile(r"(“[^”]*”(?: and “[^”]*”)*)( \+ | )(.+)")
"""Quoted words, and what the program concludes from them."""
_QUOTED = re.compile(r"“[^”]*”")
_PARTS = {
    QuoteKind.DIRECT: N_("quote"),
    QuoteKind.PARTIAL: N_("partial quote"),
    QuoteKind.PARAPHRASE: N_("paraphrase, not their words"),
}
_NO_BREAK = "\N{NO-BREAK SPACE}"
_BESIDE = f"{_NO_BREAK}· "
"""Between things in one line: where that is wrapped, none begins with the dot."""
_CONFLICTS = {Aspect.AMOUNT: N_("Conflicting figures"), Aspect.DATE: N_("Conflicting dates")}


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
            date = date_words(proposal.date) if proposal.date else tr("Date not resolved")
            return CardText(date, (proposal.about,), _reason(proposal.because))
        case WarningProposal():
            return CardText(told(label(proposal.kind)), (told(proposal.message),), "")


def folded_text(proposal: AnyProposal) -> str:
    """One line for a proposal that is decided: the gist and, where many share it, the words.

    Of a speaker the name is enough: several quotes are told apart by their words.
    """
    words = card_text(proposal)
    if isinstance(proposal, QuoteProposal) and proposal.speaker:
        return f"{proposal.speaker}: {words.details[0]}"
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
    """The words for a match: "Seems to be action 12: 3 things agree, 1 conflict"."""
    agree, conflict = len(match.agreements), len(match.conflicts)
    counts = tr_n("{count} thing agrees", "{count} things agree", agree).format(count=agree)
    if conflict:
        counts += ", " + tr_n("{count} conflict", "{count} conflicts", conflict).format(count=conflict)
    seems = (
        tr("Seems to be action {number}: {counts}")
        if match.is_likely
        else tr("May be action {number}: {counts}")
    )
    conflicts = (
        (told(_CONFLICTS.get(one.aspect, label(one.aspect))), told(one.words)) for one in match.conflicts
    )
    return MatchText(
        seems.format(number=match.action_id, counts=counts),
        _BESIDE.join(told(point.words) for point in match.agreements),
        tuple(f"{about}: {words}" for about, words in conflicts),
    )


def missing_text(reading: ScaleReading) -> str:
    """What stands above the readings of a sum."""
    printed = in_words(Money.of(reading.amount.value, reading.amount.currency).bare)
    return tr("{printed} states no scale; none is filled in unless you choose:").format(printed=printed)


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
    respondents = "; ".join(party.name for party in action.respondents) or tr("Respondent not named")
    amounts = [_amount(amount.value, amount.currency, amount.scale) for amount in action.amounts]
    amounts = list(dict.fromkeys(amounts))
    headline = ", ".join([told(label(action.kind.value)), *amounts[:1]])
    details = [
        respondents,
        tr("by {name}").format(name=action.authority.name)
        if action.authority.name
        else tr("Authority not named"),
    ]
    facts = [told(label(action.status.value))]
    if action.date is not None:
        facts.append(date_words(action.date.value))
    facts += [_in_one_line(provision) for provision in action.provisions]
    details.append(_BESIDE.join(facts))
    if amounts[1:]:
        details.append(tr("also {amounts}").format(amounts=", ".join(amounts[1:])))
    return CardText(headline, tuple(details), _reason(action.because))


def _in_one_line(provision: ProposedProvision) -> str:
    """The instrument with its article, the last three words of which no end of a line parts."""
    return _NO_BREAK.join(str(provision).rsplit(" ", 2))


def _amount(value: Decimal, currency: str, scale: AmountScale) -> str:
    money = Money.of(value, currency)
    if scale is AmountScale.MISSING:
        return tr("{amount} (scale missing)").format(amount=in_words(money.bare))
    return sum_words(money)


def _quote(quote: QuoteProposal) -> CardText:
    speaker = quote.speaker or tr("Speaker not named")
    headline = f"{speaker}, {quote.role}" if quote.role else speaker
    part = tr(_PARTS[quote.kind])
    return CardText(headline, (in_marks(quote.text, quote.kind),), f"{part}; {_reason(quote.because)}")


def in_marks(words: str, kind: QuoteKind) -> str:
    """The words between quotation marks; a paraphrase without, as nobody said it so."""
    return words if kind is QuoteKind.PARAPHRASE else quoted(words)


@dataclass(frozen=True)
class QuoteMark:
    """How sure one can be of a quote: in words, and the icon beside them."""

    words: str
    icon: str
    is_doubtful: bool = False


def event_about(row: TimelineRow) -> str:
    """What happened: an event in its own words, a decision or a sum in the person's language."""
    return row.about if row.action_id is None else told_value(row.about)


def event_words(row: TimelineRow) -> str:
    """What happened to whom; an event says so itself."""
    if row.action_id is None or not row.respondents:
        return event_about(row)
    return f"{', '.join(row.respondents)}: {event_about(row)}"


def quote_mark(row: QuoteRow) -> QuoteMark:
    """Whether somebody looked at it, and whether its words are those of the stored original."""
    if row.unreviewed:
        return QuoteMark(tr("Not reviewed"), "circle-question-mark", is_doubtful=True)
    if row.kind is QuoteKind.PARAPHRASE:
        return QuoteMark(tr("Paraphrase"), "info")
    if not row.is_verbatim:
        return QuoteMark(tr("Not word for word"), "triangle-alert", is_doubtful=True)
    return QuoteMark(tr("Word for word"), "circle-check")


def reason_words(rule: str) -> str:
    """Why something is proposed: the words of the source that led to it, and how."""
    found = _LED_BY.fullmatch(rule)
    if found is None:
        return told(rule)
    words = tr(" and ").join(quoted(word[1:-1]) for word in _QUOTED.findall(found[1]))
    return f"{words}{found[2]}{told(found[3])}"


def _reason(because: Because) -> str:
    return tr("{reason} ({percent}% sure)").format(
        reason=reason_words(because.rule), percent=round(because.confidence * 100)
    )
