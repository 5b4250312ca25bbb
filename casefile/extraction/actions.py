"""Findings made into enforcement actions: one for each authority, respondent and decision.

Imports the findings, the survey and the proposals' shapes.
"""

import math
import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import islice, repeat
from typing import TypeVar

from casefile import registry
from casefile.extraction.action_features import action_features, share_of
from casefile.extraction.action_kinds import decision_kinds, kind_of_decision
from casefile.extraction.action_laws import ToldAction, share_provisions
from casefile.extraction.decision_dates import decision_date, is_old
from casefile.extraction.decisions import Decision, gather, wholes_in
from casefile.extraction.figures import are_rounded
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.findings import find_findings
from casefile.extraction.lexicon import word_pattern
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_lost import is_short_for
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.other_matters import is_corrected, is_fable, is_other_matter
from casefile.extraction.ranking import Features, Models, shipped_models
from casefile.extraction.services import without_services
from casefile.extraction.short_items import is_short, names_one_of_each
from casefile.extraction.standing import share_tellings, standing
from casefile.extraction.status_subjects import Telling
from casefile.extraction.sums import is_held_back, role_of, sanction_probability
from casefile.extraction.surroundings import any_within, spans_within
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import KINDS, Side
from casefile.proposals import (
    ActionProposal,
    Because,
    ProposedAmount,
    ProposedDate,
    ProposedKind,
    ProposedParty,
    ProposedProvision,
)
from casefile.terms import ActionKind, AmountRole
from casefile.values import Span

_LIKELY = 0.38
"""What is less likely an action, by the model, is not proposed."""
_ONE_IS_CERTAIN = 0.6
"""An article none of whose actions is so likely tells of something else: a bill, a study, a funding round."""
_TOLD = 0.5
"""How likely a sanction is at least that one sentence tells whole."""
_ONE_OF_ITEM, _ONLY_ONE = 0.4, 0.2
"""The same of a short item, which tells of little else."""
_LOOKED_ON = 0.72
"""So likely has it to be where the authority stands neither beside it nor with any other measure."""
_KIND_IS_RIGHT = 0.93
"""The share of found actions whose kind is right, on articles with known answers."""

_EARLIER, _EARLIER_PAIR = 0.65, 0.75
"""How likely a sum of before and whose it is are at least where its sentence names neither."""
_CERTAIN = 0.95
"""How likely its respondent is at least where nothing in its sentence tells whom it means."""
_MEANT_SURELY = 0.8
"""How likely its respondent is at least in a short item that names one."""
_POINTED, _MEANT = 0.8, 0.6
"""How likely a sanction and its respondent are at least where neither it nor the authority is named there."""

_SURENESS, _OPTIMISM = 0.8, 0.6
"""What is left of a decision's log odds where nobody had the article in sight: a line through how often the
actions of the 47 articles of the eleventh round were right before any rule was made with them (165 actions);
the held-out ones of before (296 actions) give 0.83 and 0.6."""
_MINOR = (ActionKind.INVESTIGATION, ActionKind.WARNING, ActionKind.OTHER, ActionKind.ORDER)

_LIKELY_PART = 0.3
"""How likely the rest of a decision’s sum is a sanction, at least, where no words impose it."""
_WITH_SUM = "with the sum"
"""By itself, as it is translated and the words of the source before it are not."""
_SAID = re.compile(r"[»”\"],?\s$")
"""What stands before the verb of who spoke."""

Shared = TypeVar("Shared", Party, str)


@dataclass(frozen=True)
class _Judged:
    """A decision with what was found out about it."""

    decision: Decision
    likely: float
    kind: ActionKind
    provisions: tuple[ProposedProvision, ...]
    tellings: list[Telling]
    date: ProposedDate | None
    unclaimed: Sequence[MoneyMention]
    """The sums that are told of one of the decisions."""


def find_actions(survey: Survey, models: Models | None = None) -> tuple[ActionProposal, ...]:
    """The enforcement actions of the article in reading order; the shipped models tell, unless others do."""
    models = models or shipped_models()
    decisions = find_decisions(survey, models)
    weighed = [
        (decision, models.actions.probability(features), _needed(survey, decision, features))
        for decision, features in decisions
    ]
    told_whole = any(_is_told_whole(survey, decision) for decision, _, _ in weighed)
    if is_fable(survey) or not (told_whole or any(_is_certain(*each) for each in weighed)):
        return ()
    told = [(decision, chance) for decision, chance, needed in weighed if chance >= min(_LIKELY, needed)]
    kept = [decision for decision, _ in told]
    respondents = {party for decision in kept for party in decision.parties}
    claimed = frozenset(each.span for decision in kept for told in decision.findings for each in told.sums)
    unclaimed = [mention for mention in survey.money if mention.span not in claimed]
    by_party: dict[Party, list[Decision]] = defaultdict(list)
    for decision in kept:
        for party in decision.parties:
            by_party[party].append(decision)
    judged = zip(
        kept,
        [chance for _, chance in told],
        decision_kinds(survey, kept),
        share_provisions(survey, [_told(decision) for decision in kept]),
        share_tellings(survey, kept),
        [
            decision_date(
                survey,
                each.findings,
                each.main,
                respondents.difference(each.parties),
                _told_of_others(each, by_party),
            )
            for each in kept
        ],
        repeat(unclaimed, len(kept)),
        strict=True,
    )
    return tuple(_proposal(survey, _Judged(*each)) for each in judged)


def _told_of_others(decision: Decision, by_party: Mapping[Party, Sequence[Decision]]) -> frozenset[Span]:
    """The sentences that tell of the sums of other decisions about its respondents, and not of it."""
    others = [each for party in decision.parties for each in by_party[party] if each is not decision]
    told = {finding.sentence for each in others for finding in each.findings if finding.sums}
    return frozenset(told.difference(finding.sentence for finding in decision.findings))


def _is_told_whole(survey: Survey, decision: Decision) -> bool:
    """Whether one sentence names who imposed a measure on whom: "The CNMV disqualified Jane Roe"."""
    return any(
        finding.is_imposed
        and finding.named
        and finding.likely >= _TOLD
        and any(each.code == decision.authority for each in survey.authorities_in(finding.sentence))
        for finding in decision.findings
    )


def _is_certain(decision: Decision, chance: float, needed: float) -> bool:
    """Whether the article surely tells of it; a sum without a word of a sanction has to be likelier still."""
    worded = any(finding.side is not None for finding in decision.findings)
    return chance >= (needed if worded else max(needed, _LOOKED_ON))


def _needed(survey: Survey, decision: Decision, features: Features) -> float:
    """How likely one action of the article is at least."""
    if features["looks.on"]:
        return _LOOKED_ON
    if features["old"] or not is_short(survey):
        return _ONE_IS_CERTAIN
    imposed = any(finding.is_imposed and (finding.named or not finding.sums) for finding in decision.findings)
    if features["party"] >= _MEANT_SURELY and names_one_of_each(survey):
        return _ONLY_ONE if imposed else _ONE_OF_ITEM
    return _ONE_OF_ITEM if imposed else _ONE_IS_CERTAIN


def find_decisions(survey: Survey, models: Models) -> list[tuple[Decision, Features]]:
    """What may be the article's actions, with what speaks for each."""
    decisions = gather(survey, find_findings(survey, models), models.decisions)
    sure = [each for each in decisions if _is_borne_out(survey, each)]
    told = [
        each
        for each in decisions
        if (each in sure or _is_an_earlier_one(survey, each, sure))
        and not is_other_matter(survey, each)
        and not is_corrected(survey, each)
        and not _only_speaks(survey, each)
        and not _only_studies(survey, each)
    ]
    told = without_services([each for each in told if not _speaks_for_another(survey, each, told)])
    kept = _without_shadows(survey, told)
    return [(each, action_features(survey, each, kept, kind_of_decision(each))) for each in kept]


def _told(decision: Decision) -> ToldAction:
    sentences = tuple(finding.sentence for finding in decision.findings)
    return ToldAction(decision.authority, tuple(decision.parties), sentences, decision.main)


def _is_borne_out(survey: Survey, decision: Decision) -> bool:
    """Whether some sentence itself names the respondent or the authority: two guesses make no action.

    A sum may go on about whom the sentence before names, or point back at who is likeliest by far.
    """
    return any(
        finding.named
        or survey.authorities_in(finding.sentence)
        or _goes_on(survey, finding)
        or _points_surely(survey, finding)
        or _is_nobody_elses(finding)
        or _is_the_only_one(survey, finding)
        or finding.another
        for finding in decision.findings
    )


def _is_the_only_one(survey: Survey, finding: Finding) -> bool:
    """Whether a short item imposes a measure on the one that it names: "Closure order served on bakery"."""
    if not finding.is_imposed or finding.kind is ActionKind.OTHER or not is_short(survey):
        return False
    party = finding.parties[0]
    return (party.legal_form or party.certainty > 1) and names_one_of_each(survey)


def _is_nobody_elses(finding: Finding) -> bool:
    """Whether a verb that imposes a sum can only mean the one: "Timber firm fined £420,000 over a death"."""
    imposed = finding.is_imposed and bool(finding.sums)
    return imposed and finding.likely >= _POINTED and finding.party_shares[0][1] >= _CERTAIN


def _is_an_earlier_one(survey: Survey, decision: Decision, sure: list[Decision]) -> bool:
    """Whether it is a sum of before, of a pair that has another: "It is the second: in 2022 it paid €6m"."""
    if not is_old(survey, decision.when) or not any(
        each.authority == decision.authority and decision.parties[0] in each.parties for each in sure
    ):
        return False
    text, language = survey.article.text, survey.article.language
    earlier = word_pattern(language, "linking", "earlier_times")
    refers = word_pattern(language, "linking", "references")
    for finding in decision.findings:
        before = survey.article.sentence_before(finding.sentence) or finding.sentence
        start, end = finding.sentence.start, finding.sentence.end
        told = earlier.search(text, before.start, end) or refers.search(text, start, end)
        shares = finding.party_shares[0][1], _share(finding.authority_shares, decision.authority)
        if finding.sums and told and finding.likely >= _EARLIER and min(shares) >= _EARLIER_PAIR:
            return True
    return False


def _points_surely(survey: Survey, finding: Finding) -> bool:
    """Whether words of a fine point back at one: "it ran out of patience and fined the company £20,000".

    Or follow upon the sentence that names it, be it in a paragraph of its own: "The judge imposed a fine".
    """
    sure = finding.likely >= _POINTED and finding.party_shares[0][1] >= _MEANT
    if not sure or not finding.sums or finding.weak:
        return False
    before = survey.article.sentence_before(finding.sentence)
    return finding.points or (before is not None and any_within(finding.parties[0].spans, before))


def _goes_on(survey: Survey, finding: Finding) -> bool:
    """Whether a trigger's sum follows in the paragraph upon the sentence that names its respondent.

    Words that only say that money is paid need one that points back: "He", "the company".
    """
    text, language = survey.article.text, survey.article.language
    before = survey.article.sentence_before(finding.sentence)
    if before is None or not finding.sums or finding.side is None:
        return False
    if finding.weak and finding.side is not Side.NOUN:
        refers = word_pattern(language, "linking", "references")
        continues = linking_words(language).continuing.match(text, finding.sentence.start)
        if not (continues or refers.search(text, finding.sentence.start, finding.sentence.end)):
            return False
    together = survey.article.paragraph_of(before).contains(finding.sentence)
    return together and any_within(finding.parties[0].spans, before)


def _speaks_for_another(survey: Survey, decision: Decision, decisions: list[Decision]) -> bool:
    """Whether it is a person's fine without a sum, told where a fined company is named: who accepts it."""
    if any(finding.sums for finding in decision.findings) or not all(
        each.person for each in decision.parties
    ):
        return False
    fined = {
        party
        for other in decisions
        if other is not decision and other.authority == decision.authority
        for party in other.parties
        if not party.person and any(finding.sums for finding in other.findings)
    }
    return all(
        finding.kind in MONEY_KINDS
        and any(mention.party in fined for mention in survey.mentions_in(finding.sentence))
        for finding in decision.findings
    )


def _only_speaks(survey: Survey, decision: Decision) -> bool:
    """Whether somebody is no respondent but says the words of it: "The undertaking binds", warned Rahhou."""
    if any(finding.sums for finding in decision.findings):
        return False
    text = survey.article.text
    return all(each.person and each.name in survey.speakers for each in decision.parties) and all(
        survey.is_quoted(finding.trigger)
        or _SAID.search(text[max(0, finding.trigger.start - 4) : finding.trigger.start])
        for finding in decision.findings
    )


def _only_studies(survey: Survey, decision: Decision) -> bool:
    """Whether somebody who is quoted does research: "Jane Roe, who teaches at Orrin, studies it"."""
    return (
        {finding.kind for finding in decision.findings} == {ActionKind.INVESTIGATION}
        and all(each.person and each.name in survey.speakers for each in decision.parties)
        and all(
            not survey.authorities_in(finding.sentence)
            and any(survey.stands_beside(each.span) for each in survey.mentions_in(finding.sentence))
            for finding in decision.findings
        )
    )


def _without_shadows(survey: Survey, decisions: list[Decision]) -> list[Decision]:
    """Without investigations and warnings of a pair that has a sanction, and bare orders beside a fine.

    A sanction of years before leaves what is going on now.
    """
    strictest: dict[tuple[str, Party, bool], int] = {}
    for decision in decisions:
        for party in decision.parties:
            key = decision.authority, party, is_old(survey, decision.when)
            strictest[key] = min(strictest.get(key, len(KINDS)), KINDS.index(kind_of_decision(decision)))

    def is_strictest(decision: Decision) -> bool:
        goes_on = (decision.when is not None or decision.main) and not is_old(survey, decision.when)
        own = KINDS.index(kind_of_decision(decision))
        before = (
            is_old(survey, decision.when)
            and kind_of_decision(decision) in (ActionKind.ORDER, ActionKind.WARNING)
            and any(finding.is_imposed for finding in decision.findings)
        )
        return all(
            strictest.get((decision.authority, party, old), own) >= own
            for party in decision.parties
            for old in ((False,) if goes_on else (True,) if before else (True, False))
        )

    return [each for each in decisions if kind_of_decision(each) not in _MINOR or is_strictest(each)]


def _proposal(survey: Survey, judged: _Judged) -> ActionProposal:
    decision, kind = judged.decision, judged.kind
    record = survey.authority(decision.authority)
    amounts = _amounts(survey, decision, kind, judged.unclaimed)
    roles = {amount.role for amount in amounts}
    if kind is ActionKind.FINE and AmountRole.PER_DAY in roles and AmountRole.FINE not in roles:
        kind = ActionKind.PENALTY_PAYMENT
    first = decision.findings[0]
    best = max(decision.findings, key=lambda finding: share_of(finding, decision))
    because = Because(
        tuple(dict.fromkeys(finding.sentence for finding in decision.findings)),
        _rule(survey, best),
        _rounded(_in_new_articles(judged.likely)),
    )
    return ActionProposal(
        authority=_authority(survey, decision, record),
        respondents=tuple(_respondent(party, decision) for party in decision.parties),
        kind=ProposedKind(
            kind, Because((first.trigger,), "the strictest measure that the text names", _KIND_IS_RIGHT)
        ),
        status=standing(survey, decision.findings, kind, judged.tellings),
        because=because,
        jurisdiction=record.jurisdiction,
        amounts=amounts,
        provisions=judged.provisions,
        date=judged.date,
        main=decision.main,
    )


def _rule(survey: Survey, finding: Finding) -> str:
    """What the best finding rests on, for the person."""
    text = survey.article.text
    words = [f"“{finding.trigger.of(text)}”"] if finding.side is not None else []
    words += [f"“{mention.span.of(text)}”" for mention in finding.sums]
    told = any(each.code == finding.authority for each in survey.authorities_in(finding.sentence))
    beside = {
        (True, True): "with its respondent and its authority",
        (True, False): "with its respondent; the authority that the text spoke of",
        (False, True): "with its authority; the respondent that the text spoke of",
        (False, False): "of the respondent and the authority that the text spoke of",
    }
    return f"{' and '.join(words)} {beside[finding.named, told]}"


def _share(shares: tuple[tuple[Shared, float], ...], wanted: Shared) -> float:
    return next((share for candidate, share in shares if candidate == wanted), 0.0)


def _in_new_articles(likely: float) -> float:
    """How often actions judged so likely are right in articles that no rule was made with."""
    odds: float = (likely / max(1 - likely, 1e-9)) ** _SURENESS * math.exp(-_OPTIMISM)
    return odds / (1 + odds)


def _rounded(confidence: float) -> float:
    return round(min(0.98, max(0.02, confidence)), 2)


def _authority(survey: Survey, decision: Decision, record: registry.Authority) -> ProposedParty:
    sentences = [finding.sentence for finding in decision.findings]
    spans = (mention.span for mention in survey.authorities if mention.code == decision.authority)
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
    return ProposedParty(
        record.name, Because(tuple(islice(own or spans, 3)), rule, _rounded(share)), record.code
    )


def _respondent(party: Party, decision: Decision) -> ProposedParty:
    """The party with its mentions in the decision's sentences first."""
    findings = [finding for finding in decision.findings if party in finding.parties] or decision.findings
    sentences = dict.fromkeys(finding.sentence for finding in findings)
    own = [span for sentence in sentences for span in spans_within(party.spans, sentence)]
    rule = "named beside the sanction" if own else "whom the text spoke of before the sanction"
    share = max(_share(finding.party_shares, party) for finding in findings)
    return ProposedParty(party.name, Because(tuple((own or list(party.spans))[:3]), rule, _rounded(share)))


def _amounts(
    survey: Survey, decision: Decision, kind: ActionKind, unclaimed: Sequence[MoneyMention]
) -> tuple[ProposedAmount, ...]:
    """The sums of its findings, and those that are claimed by none: the rest of a sum, or one told again."""
    if kind not in (*MONEY_KINDS, ActionKind.PENALTY_PAYMENT, ActionKind.ORDER):
        return ()
    amounts: dict[Span, ProposedAmount] = {}
    for finding in decision.findings:
        for mention in (*finding.sums, *_ceilings(survey, finding)):
            amounts.setdefault(mention.span, _amount(survey, mention, finding, kind))
    told = [(finding, mention) for finding in decision.findings for mention in finding.sums]
    parts = {whole for _, mention in told for whole in wholes_in(survey, mention, decision.sums)}
    for mention in unclaimed if told else ():
        rest = not parts.isdisjoint(wholes_in(survey, mention, decision.sums)) and (
            sanction_probability(survey, mention) >= _LIKELY_PART
        )
        again = _heads_the_article(survey, mention, decision) or is_short_for(mention, decision.sums)
        if rest or again:
            amounts.setdefault(mention.span, _amount(survey, mention, told[0][0], kind))
    return tuple(amounts[span] for span in sorted(amounts))


def _heads_the_article(survey: Survey, mention: MoneyMention, decision: Decision) -> bool:
    """Whether the headline has the sum of the decision, be it rounded in one of the two."""
    return survey.article.paragraphs[0].contains(mention.span) and any(
        currency == mention.currency and (value == mention.value or are_rounded(value, mention.value))
        for value, currency in decision.sums
    )


def _ceilings(survey: Survey, finding: Finding) -> list[MoneyMention]:
    """What a penalty by the day may come to at most, told in its sentence."""
    running = [each for each in finding.sums if each.period in ("day", "week", "month")]
    return [
        mention
        for mention in (survey.money_in(finding.sentence) if running else ())
        if any(mention.currency == each.currency and mention.value > each.value for each in running)
        and is_held_back(survey, mention)
    ]


def _amount(survey: Survey, mention: MoneyMention, finding: Finding, kind: ActionKind) -> ProposedAmount:
    spans = tuple(sorted({finding.trigger, mention.span}))
    words = f"“{finding.trigger.of(survey.article.text)}” {_WITH_SUM}" if finding.side else "a sum told on"
    share = finding.party_shares[0][1] if finding.party_shares else 1.0
    because = Because(spans, words, _rounded(finding.likely * share))
    role = role_of(survey, mention, kind)
    return ProposedAmount(
        mention.value.normalize() + 0, mention.currency, mention.scale, role, mention.span, because
    )
