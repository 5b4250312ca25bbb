"""Findings made into enforcement actions: one for each authority, respondent and decision.

Imports the findings, the survey and the proposals' shapes.
"""

from dataclasses import dataclass, field
from decimal import Decimal
from itertools import combinations

from casefile import registry
from casefile.extraction.figures import are_rounded
from casefile.extraction.findings import MONEY_KINDS, Finding, find_findings
from casefile.extraction.laws import ProvisionMention
from casefile.extraction.money import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.standing import decision_date, is_old, mentioned_date, standing
from casefile.extraction.sums import role_of
from casefile.extraction.survey import Survey, within
from casefile.extraction.triggers import KINDS, cue
from casefile.proposals import (
    ActionProposal,
    Because,
    ProposedAmount,
    ProposedKind,
    ProposedParty,
    ProposedProvision,
)
from casefile.terms import ActionKind, AmountRole
from casefile.values import PartialDate, Span

_TOTALLED = 8
"""So many actions are looked at for totals of two."""
_BESIDE = 700
"""Code points between two actions that are told together."""


@dataclass
class Decision:
    """The findings of one decision while they are being gathered."""

    authority: str
    parties: list[Party]
    findings: list[Finding] = field(default_factory=list)
    when: PartialDate | None = None
    main: bool = True


def find_actions(survey: Survey) -> tuple[ActionProposal, ...]:
    """The enforcement actions of the article in reading order."""
    decisions: list[Decision] = []
    for finding in find_findings(survey):
        _place(survey, finding, decisions)
    kept = _without_shadows([each for each in decisions if _is_borne_out(survey, each)])
    return tuple(_proposal(survey, decision, kept) for decision in kept)


def _place(survey: Survey, finding: Finding, decisions: list[Decision]) -> None:
    """Add the finding to the decision that it continues, or begin a new one."""
    when = mentioned_date(survey, finding)
    section = survey.section_of(finding.sentence)
    same = [
        decision
        for decision in decisions
        if decision.authority == finding.authority
        and _shares_party(decision, finding)
        and survey.section_of(decision.findings[0].sentence) == section
    ]
    for decision in same:
        if _continues(survey, decision, when) or _shares_sum(decision, finding):
            decision.findings.append(finding)
            decision.when = decision.when or when
            decision.parties += [party for party in finding.parties if party not in decision.parties]
            return
    main = _is_main(survey, finding, when, decisions) and not same
    decisions.append(Decision(finding.authority, list(finding.parties), [finding], when, main))


def _is_main(survey: Survey, finding: Finding, when: PartialDate | None, decisions: list[Decision]) -> bool:
    """The first of its section, or another respondent of the same authority told beside it."""
    section = survey.section_of(finding.sentence)
    first = next(
        (each for each in decisions if survey.section_of(each.findings[0].sentence) == section), None
    )
    if first is None:
        return True
    near = finding.sentence.start - first.findings[-1].sentence.end < _BESIDE
    passing = cue(survey.article.language, "passing").search(finding.sentence.of(survey.article.text))
    return near and first.authority == finding.authority and passing is None and not is_old(survey, when)


def _shares_party(decision: Decision, finding: Finding) -> bool:
    return any(party in decision.parties for party in finding.parties)


def _shares_sum(decision: Decision, finding: Finding) -> bool:
    """Whether both tell of one sum, be it rounded in one of them ("$57 million", "$57,265,625")."""
    told = {(mention.value, mention.currency) for each in decision.findings for mention in each.sums}
    return any(
        (mention.value, mention.currency) in told
        or any(mention.currency == currency and are_rounded(mention.value, value) for value, currency in told)
        for mention in finding.sums
    )


def _continues(survey: Survey, decision: Decision, when: PartialDate | None) -> bool:
    """Whether the finding is of the same decision: nothing sets it at another time."""
    if when is None or not is_old(survey, when):
        return decision.main or when is None
    if decision.when is None:
        return False
    return when.earliest.year == decision.when.earliest.year and (
        when.edtf.startswith(decision.when.edtf) or decision.when.edtf.startswith(when.edtf)
    )


def _is_borne_out(survey: Survey, decision: Decision) -> bool:
    """Whether some sentence itself names the respondent or the authority: two guesses make no action."""
    return any(
        finding.named or finding.referred or within(survey.authorities, finding.sentence)
        for finding in decision.findings
    )


def _without_shadows(decisions: list[Decision]) -> list[Decision]:
    """Without investigations and warnings of a pair that has a sanction, and bare orders beside a fine."""
    kept = []
    for decision in decisions:
        kind = _kind(decision)
        others = [
            other
            for other in decisions
            if other is not decision
            and other.authority == decision.authority
            and any(party in other.parties for party in decision.parties)
            and KINDS.index(_kind(other)) < KINDS.index(kind)
        ]
        minor = kind in (ActionKind.INVESTIGATION, ActionKind.WARNING, ActionKind.OTHER, ActionKind.ORDER)
        if not (minor and others):
            kept.append(decision)
    return kept


def _kind(decision: Decision) -> ActionKind:
    """The strictest measure; a settlement's sum makes it no fine."""
    kinds = [finding.kind for finding in decision.findings]
    fined = any(finding.kind is ActionKind.FINE and not finding.weak for finding in decision.findings)
    if ActionKind.SETTLEMENT in kinds and not fined:
        return ActionKind.SETTLEMENT
    return min(kinds, key=KINDS.index)


def _proposal(survey: Survey, decision: Decision, decisions: list[Decision]) -> ActionProposal:
    record = registry.authority(decision.authority)
    kind = _kind(decision)
    amounts = _amounts(survey, decision, kind, _totals(decisions))
    roles = {amount.role for amount in amounts}
    if kind is ActionKind.FINE and AmountRole.PER_DAY in roles and AmountRole.FINE not in roles:
        kind = ActionKind.PENALTY_PAYMENT
    first = decision.findings[0]
    because = Because(
        tuple(dict.fromkeys(finding.sentence for finding in decision.findings)),
        f"“{first.trigger.of(survey.article.text)}” with an authority and a respondent",
        _confidence(decision),
    )
    return ActionProposal(
        authority=ProposedParty(record.name, because, record.code),
        respondents=tuple(_respondent(party, first) for party in decision.parties),
        kind=ProposedKind(kind, Because((first.trigger,), "the strictest measure that the text names", 0.8)),
        status=standing(survey, decision.findings, kind, _own_sentences(survey, decision, decisions)),
        because=because,
        jurisdiction=record.jurisdiction,
        amounts=amounts,
        provisions=_provisions(survey, decision, decisions),
        date=decision_date(survey, decision.findings, decision.main),
        main=decision.main,
    )


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


def _confidence(decision: Decision) -> float:
    confidence = 0.5 + 0.1 * min(3, len(decision.findings))
    if any(finding.sums for finding in decision.findings):
        confidence += 0.1
    if not any(finding.named for finding in decision.findings):
        confidence -= 0.25
    return round(min(0.95, max(0.2, confidence)), 2)


def _respondent(party: Party, finding: Finding) -> ProposedParty:
    rule = "named beside the sanction" if finding.named else "whom the article is about"
    return ProposedParty(party.name, Because(party.spans[:3], rule, 0.8 if finding.named else 0.5))


def _is_total(mention: MoneyMention, totals: frozenset[tuple[Decimal, str]]) -> bool:
    """Whether the sum is one of the totals, be it rounded by half a per cent."""
    return any(
        mention.currency == currency and abs(mention.value - total) * 200 <= total
        for total, currency in totals
    )


def _totals(decisions: list[Decision]) -> frozenset[tuple[Decimal, str]]:
    """Sums that are the total of one sum each of two decisions: no part of either."""
    told = [
        {(mention.value, mention.currency) for finding in decision.findings for mention in finding.sums}
        for decision in decisions[:_TOTALLED]
    ]
    return frozenset(
        (one[0] + other[0], one[1])
        for first, second in combinations(told, 2)
        for one in first
        for other in second
        if one[1] == other[1] and min(one[0], other[0]) * 20 > max(one[0], other[0])
    )


def _amounts(
    survey: Survey, decision: Decision, kind: ActionKind, totals: frozenset[tuple[Decimal, str]]
) -> tuple[ProposedAmount, ...]:
    if kind not in (*MONEY_KINDS, ActionKind.PENALTY_PAYMENT, ActionKind.ORDER):
        return ()
    amounts: dict[Span, ProposedAmount] = {}
    for finding in decision.findings:
        for mention in finding.sums:
            if not _is_total(mention, totals):
                amounts.setdefault(mention.span, _amount(survey, mention, finding, kind))
    return tuple(amounts[span] for span in sorted(amounts))


def _amount(survey: Survey, mention: MoneyMention, finding: Finding, kind: ActionKind) -> ProposedAmount:
    spans = tuple(sorted((finding.trigger, mention.span)))
    because = Because(spans, f"“{finding.trigger.of(survey.article.text)}” and a sum in one sentence", 0.8)
    role = role_of(survey, mention, finding.sentence, kind)
    return ProposedAmount(
        mention.value.normalize() + 0, mention.currency, mention.scale, role, mention.span, because
    )


def _provisions(
    survey: Survey, decision: Decision, decisions: list[Decision]
) -> tuple[ProposedProvision, ...]:
    """The laws of the decision's own sentences; a main one has those of its section beside them."""
    section = survey.section_of(decision.findings[0].sentence)
    sentences = [finding.sentence for finding in decision.findings]
    rivals = [
        finding.sentence
        for other in decisions
        if other is not decision and not other.main
        for finding in other.findings
    ]
    found: dict[tuple[str, str], ProposedProvision] = {}
    for mention in survey.provisions:
        own = any(sentence.contains(mention.span) for sentence in sentences)
        shared = decision.main and section.start <= mention.span.start < section.end
        if own or (shared and not any(rival.contains(mention.span) for rival in rivals)):
            found.setdefault((mention.instrument, mention.article), _provision(mention, own))
    return tuple(found.values())


def _provision(mention: ProvisionMention, own: bool) -> ProposedProvision:
    rule = "named in the sentence of the sanction" if own else "named in the article about the sanction"
    return ProposedProvision(
        mention.instrument, mention.article, Because((mention.span,), rule, 0.8 if own else 0.6)
    )
