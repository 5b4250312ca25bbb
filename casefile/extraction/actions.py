"""Findings made into enforcement actions: one for each authority, respondent and decision.

Imports the findings, the survey and the proposals' shapes.
"""

from typing import TypeVar

from casefile import registry
from casefile.extraction.action_laws import ToldAction, share_provisions
from casefile.extraction.decision_dates import decision_date
from casefile.extraction.decisions import Decision, gather
from casefile.extraction.findings import MONEY_KINDS, Finding, find_findings
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.standing import standing
from casefile.extraction.sums import role_of
from casefile.extraction.survey import Survey, within
from casefile.extraction.triggers import KINDS
from casefile.proposals import (
    ActionProposal,
    Because,
    ProposedAmount,
    ProposedKind,
    ProposedParty,
    ProposedProvision,
)
from casefile.terms import ActionKind, AmountRole
from casefile.values import Span

_ONE_IS_CERTAIN = 0.62
"""An article none of whose actions is so likely tells of something else: a bill, a study, a funding round."""
_KIND_IS_RIGHT = 0.93
"""The share of found actions whose kind is right, on articles with known answers."""

_MINOR = (ActionKind.INVESTIGATION, ActionKind.WARNING, ActionKind.OTHER, ActionKind.ORDER)

Shared = TypeVar("Shared", Party, str)


def find_actions(survey: Survey) -> tuple[ActionProposal, ...]:
    """The enforcement actions of the article in reading order."""
    decisions = gather(survey, find_findings(survey))
    kept = _without_shadows([each for each in decisions if _is_borne_out(survey, each)])
    if all(_certainty(finding, each) < _ONE_IS_CERTAIN for each in kept for finding in each.findings):
        return ()
    provisions = share_provisions(survey, [_told(decision) for decision in kept])
    return tuple(
        _proposal(survey, decision, kept, laws) for decision, laws in zip(kept, provisions, strict=True)
    )


def _told(decision: Decision) -> ToldAction:
    sentences = tuple(finding.sentence for finding in decision.findings)
    return ToldAction(decision.authority, tuple(decision.parties), sentences, decision.main)


def _is_borne_out(survey: Survey, decision: Decision) -> bool:
    """Whether some sentence itself names the respondent or the authority: two guesses make no action."""
    return any(finding.named or within(survey.authorities, finding.sentence) for finding in decision.findings)


def _without_shadows(decisions: list[Decision]) -> list[Decision]:
    """Without investigations and warnings of a pair that has a sanction, and bare orders beside a fine."""
    strictest: dict[tuple[str, Party], int] = {}
    for decision in decisions:
        for party in decision.parties:
            known = strictest.get((decision.authority, party), len(KINDS))
            strictest[decision.authority, party] = min(known, KINDS.index(_kind(decision)))
    return [
        decision
        for decision in decisions
        if _kind(decision) not in _MINOR
        or all(
            strictest[decision.authority, party] >= KINDS.index(_kind(decision)) for party in decision.parties
        )
    ]


def _kind(decision: Decision) -> ActionKind:
    """The strictest measure; a settlement's sum makes it no fine."""
    kinds = [finding.kind for finding in decision.findings]
    fined = any(finding.kind is ActionKind.FINE and not finding.weak for finding in decision.findings)
    if ActionKind.SETTLEMENT in kinds and not fined:
        return ActionKind.SETTLEMENT
    return min(kinds, key=KINDS.index)


def _proposal(
    survey: Survey,
    decision: Decision,
    decisions: list[Decision],
    provisions: tuple[ProposedProvision, ...],
) -> ActionProposal:
    record = survey.authority(decision.authority)
    kind = _kind(decision)
    amounts = _amounts(survey, decision, kind)
    roles = {amount.role for amount in amounts}
    if kind is ActionKind.FINE and AmountRole.PER_DAY in roles and AmountRole.FINE not in roles:
        kind = ActionKind.PENALTY_PAYMENT
    first = decision.findings[0]
    best = max(decision.findings, key=lambda finding: _certainty(finding, decision))
    because = Because(
        tuple(dict.fromkeys(finding.sentence for finding in decision.findings)),
        _rule(survey, best),
        _rounded(_certainty(best, decision)),
    )
    return ActionProposal(
        authority=_authority(survey, decision, record),
        respondents=tuple(_respondent(party, decision) for party in decision.parties),
        kind=ProposedKind(
            kind, Because((first.trigger,), "the strictest measure that the text names", _KIND_IS_RIGHT)
        ),
        status=standing(survey, decision.findings, kind, _own_sentences(survey, decision, decisions)),
        because=because,
        jurisdiction=record.jurisdiction,
        amounts=amounts,
        provisions=provisions,
        date=decision_date(survey, decision.findings, decision.main),
        main=decision.main,
    )


def _rule(survey: Survey, finding: Finding) -> str:
    """What the best finding rests on, for the person."""
    text = survey.article.text
    words = [f"“{finding.trigger.of(text)}”"] if finding.side is not None else []
    words += [f"“{mention.span.of(text)}”" for mention in finding.sums]
    told = any(each.code == finding.authority for each in within(survey.authorities, finding.sentence))
    beside = {
        (True, True): "with its respondent and its authority",
        (True, False): "with its respondent; the authority that the text spoke of",
        (False, True): "with its authority; the respondent that the text spoke of",
        (False, False): "of the respondent and the authority that the text spoke of",
    }
    return f"{' and '.join(words)} {beside[finding.named, told]}"


def _own_sentences(survey: Survey, decision: Decision, decisions: list[Decision]) -> list[Span]:
    """The sentences that speak of a main action: up to the next one, without those about others' parties."""
    first = decision.findings[0].sentence
    if not decision.main:
        return []
    later = [other.findings[0].sentence.start for other in decisions if other.findings[0].sentence > first]
    end = min([survey.section_of(first).end, *later])
    others = [party for other in decisions for party in other.parties if party not in decision.parties]
    own = []
    for sentence in survey.article.sentences:
        if first.start <= sentence.start < end:
            named = [mention.party for mention in within(survey.mentions, sentence)]
            if any(party in decision.parties for party in named) or not any(
                party in others for party in named
            ):
                own.append(sentence)
    return own


def _certainty(finding: Finding, decision: Decision) -> float:
    """How likely the finding tells of an action of the decision's authority and respondent."""
    party = _share(finding.party_shares, decision.parties[0])
    return finding.likely * party * _share(finding.authority_shares, decision.authority)


def _share(shares: tuple[tuple[Shared, float], ...], wanted: Shared) -> float:
    return next((share for candidate, share in shares if candidate == wanted), 0.0)


def _rounded(confidence: float) -> float:
    return round(min(0.98, max(0.02, confidence)), 2)


def _authority(survey: Survey, decision: Decision, record: registry.Authority) -> ProposedParty:
    sentences = [finding.sentence for finding in decision.findings]
    spans = [mention.span for mention in survey.authorities if mention.code == decision.authority]
    own = sorted(
        {
            mention.span
            for sentence in sentences
            for mention in survey.authorities_in(sentence)
            if mention.code == decision.authority and mention.span.end <= sentence.end
        }
    )
    rule = "named beside the sanction" if own else "spoken of before the sanction"
    share = max(_share(finding.authority_shares, decision.authority) for finding in decision.findings)
    return ProposedParty(record.name, Because(tuple((own or spans)[:3]), rule, _rounded(share)), record.code)


def _respondent(party: Party, decision: Decision) -> ProposedParty:
    """The party with its mentions in the decision's sentences first."""
    findings = [finding for finding in decision.findings if party in finding.parties] or decision.findings
    own = [span for span in party.spans if any(finding.sentence.contains(span) for finding in findings)]
    rule = "named beside the sanction" if own else "whom the text spoke of before the sanction"
    share = max(_share(finding.party_shares, party) for finding in findings)
    return ProposedParty(party.name, Because(tuple((own or list(party.spans))[:3]), rule, _rounded(share)))


def _amounts(survey: Survey, decision: Decision, kind: ActionKind) -> tuple[ProposedAmount, ...]:
    if kind not in (*MONEY_KINDS, ActionKind.PENALTY_PAYMENT, ActionKind.ORDER):
        return ()
    amounts: dict[Span, ProposedAmount] = {}
    for finding in decision.findings:
        for mention in finding.sums:
            amounts.setdefault(mention.span, _amount(survey, mention, finding, kind))
    return tuple(amounts[span] for span in sorted(amounts))


def _amount(survey: Survey, mention: MoneyMention, finding: Finding, kind: ActionKind) -> ProposedAmount:
    spans = tuple(sorted({finding.trigger, mention.span}))
    words = f"“{finding.trigger.of(survey.article.text)}” with the sum" if finding.side else "a sum told on"
    share = finding.party_shares[0][1] if finding.party_shares else 1.0
    because = Because(spans, words, _rounded(finding.likely * share))
    role = role_of(survey, mention, kind)
    return ProposedAmount(
        mention.value.normalize() + 0, mention.currency, mention.scale, role, mention.span, because
    )
