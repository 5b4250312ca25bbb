"""Which kind of action a decision is. Imports the decisions, the findings and the survey."""

from collections.abc import Sequence

from casefile.extraction.decisions import Decision
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import KINDS, Force, Side
from casefile.terms import ActionKind

_BESIDE = 500
"""Code points from words of a settlement to what is paid by it."""


def decision_kinds(survey: Survey, decisions: Sequence[Decision]) -> list[ActionKind]:
    """The kind of each decision; who only has to pay beside one that settled settles too."""
    kinds = []
    last: dict[str, Decision] = {}
    for decision in decisions:
        kind = kind_of_decision(decision)
        if kind is ActionKind.FINE and (
            _settles_too(survey, decision, last.get(decision.authority))
            or _is_settled_before(survey, decision)
        ):
            kind = ActionKind.SETTLEMENT
        kinds.append(kind)
        last[decision.authority] = decision
    return kinds


def _settles_too(survey: Survey, decision: Decision, last: Decision | None) -> bool:
    if last is None or not all(_only_pays(finding) for finding in decision.findings):
        return False
    if any(each.kind is ActionKind.FINE and each.sums and not each.weak for each in last.findings):
        return False
    first = decision.findings[0].sentence
    return any(
        each.kind is ActionKind.SETTLEMENT
        and not each.weak
        and each.sentence < first
        and survey.section_of(each.sentence) == survey.section_of(first)
        for each in last.findings
    )


def _is_settled_before(survey: Survey, decision: Decision) -> bool:
    """Whether the last words of a measure before tell of settlements: "It approved the deals. Orrin pays"."""
    first = decision.findings[0].sentence
    paid = [finding for finding in decision.findings if finding.kind in MONEY_KINDS]
    if not all(_only_pays(finding) and finding.sums for finding in paid):
        return False
    section = survey.section_of(first)
    told = [
        each
        for each in survey.triggers_in(section)
        if each.span.end <= first.start
        and not each.weak
        and each.force is Force.DONE
        and each.kind in MONEY_KINDS
    ]
    if not told or told[-1].kind is not ActionKind.SETTLEMENT or first.start - told[-1].span.end > _BESIDE:
        return False
    bodies = {each.code for each in survey.authorities_in(survey.article.sentence_of(told[-1].span))}
    return not bodies or decision.authority in bodies


def kind_of_decision(decision: Decision) -> ActionKind:
    """The strictest measure; a settlement's sum makes it no fine, nor does money beside an order."""
    findings = [each for each in decision.findings if not _is_beside(each)] or decision.findings
    if all(finding.weak for finding in findings):
        findings = decision.findings
    kinds = [finding.kind for finding in findings]
    fined = any(finding.kind is ActionKind.FINE and not finding.weak for finding in findings)
    if ActionKind.SETTLEMENT in kinds and not fined:
        return ActionKind.SETTLEMENT
    return min(kinds, key=KINDS.index)


def _is_beside(finding: Finding) -> bool:
    """Whether it is a fine for want of better: a sum that no words tell of, or only "to pay", "took off"."""
    if finding.kind is not ActionKind.FINE or not finding.weak:
        return False
    return finding.side is None or (finding.side is not Side.NOUN and not finding.sums)


def _only_pays(finding: Finding) -> bool:
    """Whether its words name no measure: "must pay $75,000"."""
    return finding.weak and finding.side in (None, Side.BEFORE)
