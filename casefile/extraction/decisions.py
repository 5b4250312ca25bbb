"""Findings gathered into decisions: which of them tell of the same one. Imports the findings and the ranking.

Two findings about one respondent are of one decision where a fitted model says so: by their sums, their
times, their authorities and how they stand in the text.
"""

from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field
from decimal import Decimal

from casefile.extraction.anchors_apart import actor_of, is_object
from casefile.extraction.decision_dates import is_old, mentioned_date
from casefile.extraction.figures import are_rounded
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.money_lost import is_short_for
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party
from casefile.extraction.ranking import Features, LinearModel
from casefile.extraction.status_words import changes_of_sums
from casefile.extraction.surroundings import JUDGES
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Side, cue
from casefile.terms import ActionKind
from casefile.values import PartialDate

Sum = tuple[Decimal, str]
"""A value and its currency."""

_BESIDE = 700
"""Code points between two actions that are told together."""
_SAME = 0.5
_NEAR = Decimal("1.25")
_CERTAIN, _IMPOSES = 0.75, 0.98
_SMALLEST_PART = 20
_MAYBE = 0.1
"""From that share on an authority may be the one that acted."""
_OPEN = frozenset((ActionKind.INVESTIGATION, ActionKind.OTHER))
"""What is still to be decided."""
_SUMLESS = _OPEN | {ActionKind.BAN, ActionKind.ORDER, ActionKind.WARNING, ActionKind.REPRIMAND}
"""What needs no sum: one of years before is that of another decision."""
_MINOR = (ActionKind.INVESTIGATION, ActionKind.OTHER, ActionKind.WARNING, ActionKind.ORDER)


@dataclass
class Decision:
    """The findings of one decision while they are being gathered, in reading order.

    Their sums, their kinds and where their sentences start are kept together.
    """

    authority: str
    parties: list[Party]
    findings: list[Finding] = field(default_factory=list)
    when: PartialDate | None = None
    main: bool = True

    def __post_init__(self) -> None:
        self.sums: set[Sum] = set()
        self.kinds: set[ActionKind] = set()
        self.starts: set[int] = set()
        self._authority_shares: dict[str, float] = {}
        for finding in self.findings:
            self._take_in(finding)

    def add(self, finding: Finding, when: PartialDate | None) -> None:
        """Join a finding dated ``when`` to the others; the authority is the one that all make likeliest."""
        self.findings.append(finding)
        self._take_in(finding)
        self.when = self.when or when
        self.parties += [party for party in finding.parties if party not in self.parties]
        shares = self._authority_shares
        self.authority = max(shares, key=lambda code: shares[code], default=self.authority)

    def _take_in(self, finding: Finding) -> None:
        self.sums.update(_sums(finding))
        self.kinds.add(finding.kind)
        self.starts.add(finding.sentence.start)
        for code, share in finding.authority_shares:
            self._authority_shares[code] = self._authority_shares.get(code, 0.0) + share


def _sums(finding: Finding) -> set[Sum]:
    return {(each.value, each.currency) for each in finding.sums}


def gather(survey: Survey, findings: tuple[Finding, ...], model: LinearModel) -> list[Decision]:
    """The decisions in the order in which the text first tells of them; the model is that of decisions."""
    decisions: list[Decision] = []
    by_party: dict[Party, set[int]] = {}
    number = -1
    for finding in findings:
        when = mentioned_date(survey, finding)
        numbers = sorted(set().union(*(by_party.get(party, ()) for party in finding.parties)))
        rivals = [decisions[number] for number in numbers]
        scored = [
            1.0
            if _has_lost(finding, each)
            else 0.0
            if _is_apart(survey, finding, when, each)
            else 1.0
            if _is_part(survey, finding, each)
            else model.probability(likeness(survey, finding, when, each, rivals))
            for each in rivals
        ]
        told = [share for share, each in zip(scored, rivals, strict=True) if _sums(finding) & each.sums]
        best = max(told, default=0.0)
        best = best if best >= _SAME else max(scored, default=0.0)
        if decisions and _goes_on(survey, finding, decisions[number]):
            decisions[number].add(finding, when)
        elif best >= _SAME:
            number = numbers[scored.index(best)]
            decisions[number].add(finding, when)
        else:
            number = len(decisions)
            main = not rivals and _is_main(survey, finding, when, decisions)
            decisions.append(Decision(finding.authority, list(finding.parties), [finding], when, main))
        for party in finding.parties:
            by_party.setdefault(party, set()).add(number)
    return decisions


def _has_lost(finding: Finding, decision: Decision) -> bool:
    """Whether its sum is the decision's without its magnitude: "the €530"."""
    return bool(finding.sums) and all(is_short_for(each, decision.sums) for each in finding.sums)


def _is_part(survey: Survey, finding: Finding, decision: Decision) -> bool:
    """Whether its sum is a part of the decision's, and no other authority's."""
    shared = dict(finding.authority_shares).get(decision.authority, 0.0) >= _MAYBE
    return (
        bool(finding.sums) and shared and all(wholes_in(survey, each, decision.sums) for each in finding.sums)
    )


def wholes_in(survey: Survey, mention: MoneyMention, sums: AbstractSet[Sum]) -> frozenset[Decimal]:
    """Which of the sums the mention is a part of, and no small one, as costs are."""
    wholes = survey.totals.wholes.get(mention.span, frozenset())
    least = mention.value * _SMALLEST_PART
    return frozenset(whole for whole in wholes if whole <= least and (whole, mention.currency) in sums)


def _goes_on(survey: Survey, finding: Finding, decision: Decision) -> bool:
    """Whether it changes the sum of the decision told in the sentence before: "It cut that to €3m"."""
    article, last = survey.article, decision.findings[-1].sentence
    told = [each for each in decision.findings if each.sentence == last and each.sums]
    if not told or not finding.sums or finding.named or finding.side is Side.AFTER:
        return False
    one, other = finding.sums[0], told[0].sums[0]
    return (
        finding.parties[0] in decision.parties
        and one.currency == other.currency
        and one.value < other.value
        and article.sentences_between(last, finding.sentence) == 1
        and any(True for _ in changes_of_sums(finding.sentence.of(article.text), article.language))
    )


def _is_apart(survey: Survey, finding: Finding, when: PartialDate | None, decision: Decision) -> bool:
    """Whether they cannot be one: a sum of another year or respondent, or one of old beside a probe."""
    known = [each for each in decision.findings if each.sums]
    if not (known and finding.sums) and _is_of_another(survey, finding, decision):
        return True
    if finding.sums and not known and is_old(survey, when) and decision.kinds.issubset(_SUMLESS):
        return not is_old(survey, decision.when)
    if _was_before(survey, finding, when, decision):
        return True
    if not finding.sums or not known:
        return False
    if _is_of_another_body(survey, finding, decision):
        return True
    if any(_agree(finding, each) for each in known):
        return False
    if finding.another:
        return True
    years = {
        date.earliest.year for date in (when, decision.when or survey.article.published) if date is not None
    }
    imposed = finding.side in (Side.AFTER, Side.BEFORE) and not finding.weak
    older = imposed and len(years) > 1 and is_old(survey, when) != is_old(survey, decision.when)
    return older or all(finding.parties[0] not in each.parties for each in known)


def _was_before(survey: Survey, finding: Finding, when: PartialDate | None, decision: Decision) -> bool:
    """Whether it is a measure of years before beside what is told now: "It had been warned in 2022"."""
    if (
        not finding.is_imposed
        or finding.sums
        or finding.kind not in _SUMLESS - _OPEN
        or finding.kind in decision.kinds
    ):
        return False
    if when is None or not is_old(survey, when) or is_old(survey, decision.when):
        return False
    told = decision.when or survey.article.published
    return told is not None and when.latest.year < told.earliest.year


def _is_of_another(survey: Survey, finding: Finding, decision: Decision) -> bool:
    """Whether its sentence names, of all authorities, only another regulator: "The ASA banned its advert"."""
    if survey.authority(finding.authority).kind in JUDGES:
        return False
    told = {each.code for each in survey.authorities_in(finding.sentence)}
    shares = dict(finding.authority_shares)
    certain = shares.get(finding.authority, 0.0) >= _CERTAIN
    alone = told == {finding.authority} or _is_of_its_verb(survey, finding)
    return alone and certain and decision.authority != finding.authority


def _is_of_another_body(survey: Survey, finding: Finding, decision: Decision) -> bool:
    """Whether the body before its verb, or that of its sum, has no part in the decision.

    "And the ICO took £12.7m off it", "and €3m by the CNIL".
    """
    code = finding.authority
    told = {share for each in decision.findings for share, part in each.authority_shares if part >= _MAYBE}
    return (
        code not in told
        and not {survey.authority(each).kind for each in (code, decision.authority)} & set(JUDGES)
        and not _sums(finding) & (decision.sums | survey.conversions)
        and (
            dict(finding.authority_shares).get(code, 0.0) >= _IMPOSES
            or (finding.side is Side.AFTER and actor_of(survey, finding.sentence, finding.trigger) == code)
        )
    )


def _is_of_its_verb(survey: Survey, finding: Finding) -> bool:
    """Whether its authority stands right before its verb, of whose clause its respondent is."""
    return (
        finding.side is Side.AFTER
        and is_object(survey, finding.sentence, finding.trigger, finding.parties[0])
        and actor_of(survey, finding.sentence, finding.trigger) == finding.authority
    )


def _agree(one: Finding, other: Finding) -> bool:
    """Whether both tell of one sum, be it rounded in one of them, or of sums that cannot be compared."""
    return any(
        first.currency != second.currency
        or first.value == second.value
        or are_rounded(first.value, second.value)
        for first in one.sums
        for second in other.sums
    )


def likeness(
    survey: Survey, finding: Finding, when: PartialDate | None, decision: Decision, rivals: list[Decision]
) -> Features:
    """What tells whether the finding is of the decision, which shares a respondent with it."""
    last = decision.findings[-1]
    article = survey.article
    sums, own = decision.sums, _sums(finding)
    rounded = any(
        currency == other_currency and (value == other or are_rounded(value, other))
        for value, currency in own
        for other, other_currency in sums
    )
    near = any(
        currency == other_currency and max(value, other) <= min(value, other) * _NEAR
        for value, currency in own
        for other, other_currency in sums
    )
    foreign = bool(own and sums) and not ({c for _, c in own} & {c for _, c in sums})
    shares = dict(finding.authority_shares)
    old, decision_old = is_old(survey, when), is_old(survey, decision.when)
    minor, decision_minor = finding.kind in _MINOR, decision.kinds.issubset(_MINOR)
    sentences = article.sentences_between(last.sentence, finding.sentence)
    named = any(each.code == finding.authority for each in survey.authorities_in(finding.sentence))
    rival = named and finding.authority != decision.authority
    differs = bool(own and sums) and not rounded and not foreign
    years = {date.earliest.year for date in (when, decision.when) if date is not None}
    side = finding.side
    passing = cue(article.language, "passing").search(finding.sentence.of(article.text)) is not None
    return {
        "authority": shares.get(decision.authority, 0.0),
        "authority.told": float(rival),
        "authority.told.same": float(named and finding.authority == decision.authority),
        "authority.other": float(shares.get(decision.authority, 0.0) < 0.1),
        "sum.shared": float(rounded),
        "sum.near": float(near and not rounded),
        "sum.differs": float(differs),
        "sum.differs.passing": float(differs and passing),
        "sum.differs.time": float(differs and len(years) > 1),
        "sum.differs.near": float(differs and sentences == 0),
        "sum.differs.far": float(differs and sentences > 3),
        "sum.differs.verb": float(differs and side in (Side.AFTER, Side.BEFORE)),
        "sum.differs.period": float(differs and any(each.period for each in finding.sums)),
        "sum.foreign": float(foreign),
        "sum.none": float(not own),
        "sum.first": float(bool(own) and not sums),
        "time.same": float(when is not None and decision.when is not None and len(years) == 1),
        "time.differs": float(len(years) > 1),
        "time.old": float(old),
        "time.old.new": float(old and not decision_old),
        "time.decision.old": float(decision_old),
        "time.new.old": float(decision_old and not old and when is not None),
        "time.none": float(when is None),
        "time.none.old": float(when is None and decision_old),
        "passing": float(passing),
        "kind.same": float(finding.kind in decision.kinds),
        "kind.money": float(finding.kind in MONEY_KINDS and not decision_minor),
        "kind.minor": float(minor and not decision_minor),
        "kind.major": float(not minor and decision_minor),
        "kind.other.minor": float(minor and decision_minor and finding.kind not in decision.kinds),
        "noun": float(side is Side.NOUN),
        "verb": float(side is Side.AFTER or side is Side.BEFORE),
        "verb.sum.none": float(side is not None and side is not Side.NOUN and not own),
        "bare": float(side is None),
        "named": float(finding.named),
        "near.sentence": float(sentences == 0),
        "near.paragraph": float(article.paragraph_of(last.sentence).contains(finding.sentence)),
        "near.2": float(0 < sentences <= 2),
        "near.far": float(sentences > 8),
        "section": float(survey.section_of(last.sentence) == survey.section_of(finding.sentence)),
        "block": float(survey.block_of(last.sentence) == survey.block_of(finding.sentence)),
        "latest": float(decision is max(rivals, key=lambda each: each.findings[-1].sentence)),
        "only": float(len(rivals) == 1),
        "first": float(decision is rivals[0]),
        "part": float(len(finding.parties) < len(decision.parties)),
        "part.sum": float(len(finding.parties) < len(decision.parties) and differs),
    }


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
