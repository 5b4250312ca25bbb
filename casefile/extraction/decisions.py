"""Findings gathered into decisions: which of them tell of the same one. Imports the findings and the ranking.

Two findings about one respondent are of one decision where a fitted model says so: by their sums, their
times, their authorities and how they stand in the text.
"""

from dataclasses import dataclass, field
from decimal import Decimal

from casefile.extraction.decision_dates import is_old, mentioned_date
from casefile.extraction.figures import are_rounded
from casefile.extraction.findings import MONEY_KINDS, Finding
from casefile.extraction.names import Party
from casefile.extraction.ranking import Features, linear_model, with_pairs
from casefile.extraction.survey import Survey, within
from casefile.extraction.triggers import Side, cue
from casefile.terms import ActionKind
from casefile.values import PartialDate

_BESIDE = 700
"""Code points between two actions that are told together."""
_SAME = 0.5
_NEAR = Decimal("1.25")
_MINOR = (ActionKind.INVESTIGATION, ActionKind.OTHER, ActionKind.WARNING, ActionKind.ORDER)


@dataclass
class Decision:
    """The findings of one decision while they are being gathered."""

    authority: str
    parties: list[Party]
    findings: list[Finding] = field(default_factory=list)
    when: PartialDate | None = None
    main: bool = True


def gather(survey: Survey, findings: tuple[Finding, ...]) -> list[Decision]:
    """The decisions in the order in which the text first tells of them."""
    decisions: list[Decision] = []
    for finding in findings:
        when = mentioned_date(survey, finding)
        rivals = [each for each in decisions if any(party in each.parties for party in finding.parties)]
        scored = [
            (0.0, each)
            if _is_apart(survey, finding, when, each)
            else (linear_model("decisions").probability(likeness(survey, finding, when, each, rivals)), each)
            for each in rivals
        ]
        best = max(scored, key=lambda each: each[0], default=None)
        if best is not None and best[0] >= _SAME:
            _join(best[1], finding, when)
        else:
            main = not rivals and _is_main(survey, finding, when, decisions)
            decisions.append(Decision(finding.authority, list(finding.parties), [finding], when, main))
    return decisions


def _is_apart(survey: Survey, finding: Finding, when: PartialDate | None, decision: Decision) -> bool:
    """Whether they cannot be one: another sum of another year, or of another respondent."""
    known = [each for each in decision.findings if each.sums]
    if not finding.sums or not known or any(_agree(finding, each) for each in known):
        return False
    years = {
        date.earliest.year for date in (when, decision.when or survey.article.published) if date is not None
    }
    imposed = finding.side in (Side.AFTER, Side.BEFORE) and not finding.weak
    older = imposed and len(years) > 1 and is_old(survey, when) != is_old(survey, decision.when)
    return older or all(finding.parties[0] not in each.parties for each in known)


def _agree(one: Finding, other: Finding) -> bool:
    """Whether both tell of one sum, be it rounded in one of them, or of sums that cannot be compared."""
    return any(
        first.currency != second.currency
        or first.value == second.value
        or are_rounded(first.value, second.value)
        for first in one.sums
        for second in other.sums
    )


def _join(decision: Decision, finding: Finding, when: PartialDate | None) -> None:
    decision.findings.append(finding)
    decision.when = decision.when or when
    decision.parties += [party for party in finding.parties if party not in decision.parties]
    decision.authority = _authority_of(decision)


def _authority_of(decision: Decision) -> str:
    """The authority that the findings together make likeliest."""
    totals: dict[str, float] = {}
    for finding in decision.findings:
        for code, share in finding.authority_shares:
            totals[code] = totals.get(code, 0.0) + share
    return max(totals, key=lambda code: totals[code]) if totals else decision.authority


def likeness(
    survey: Survey, finding: Finding, when: PartialDate | None, decision: Decision, rivals: list[Decision]
) -> Features:
    """What tells whether the finding is of the decision, which shares a respondent with it."""
    last = decision.findings[-1]
    article = survey.article
    sums = {(each.value, each.currency) for every in decision.findings for each in every.sums}
    own = {(each.value, each.currency) for each in finding.sums}
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
    minor, decision_minor = finding.kind in _MINOR, all(each.kind in _MINOR for each in decision.findings)
    sentences = article.sentences_between(last.sentence, finding.sentence)
    named = any(each.code == finding.authority for each in within(survey.authorities, finding.sentence))
    rival = named and finding.authority != decision.authority
    differs = bool(own and sums) and not rounded and not foreign
    years = {date.earliest.year for date in (when, decision.when) if date is not None}
    side = finding.side
    passing = cue(article.language, "passing").search(finding.sentence.of(article.text)) is not None
    features = {
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
        "kind.same": float(any(each.kind is finding.kind for each in decision.findings)),
        "kind.money": float(finding.kind in MONEY_KINDS and not decision_minor),
        "kind.minor": float(minor and not decision_minor),
        "kind.major": float(not minor and decision_minor),
        "kind.other.minor": float(
            minor and decision_minor and all(each.kind is not finding.kind for each in decision.findings)
        ),
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
    return with_pairs(features)


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
