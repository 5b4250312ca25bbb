"""What speaks for a decision as an action that the text really tells of. Imports the decisions."""

from collections import defaultdict
from functools import partial
from math import log1p

from casefile.extraction.decision_dates import is_old
from casefile.extraction.decisions import Decision
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.names import Party
from casefile.extraction.ranking import Features
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Force, Side, cue
from casefile.terms import ActionKind
from casefile.values import Span

_LEAD = 700
_CONSIDERED = 12
"""Findings beside which the authority is looked for."""
_BY_MEASURE = ("any", "named", "told.any", "findings.one", "person", "old")
"""What counts otherwise for orders, bans and investigations than for money."""


def share_of(finding: Finding, decision: Decision) -> float:
    """How likely the finding tells of the decision's respondents and its authority."""
    party = _party_share(finding, decision)
    return finding.likely * party * dict(finding.authority_shares).get(decision.authority, 0.0)


def _party_share(finding: Finding, decision: Decision) -> float:
    """The share of all who are sanctioned together, as they have it between them: "Orrin and Norvia"."""
    joint = decision.parties if set(decision.parties) <= set(finding.parties) else decision.parties[:1]
    return min(1.0, sum(share for party, share in finding.party_shares if party in joint))


def action_features(
    survey: Survey, decision: Decision, decisions: list[Decision], kind: ActionKind
) -> Features:
    """The decision's features; ``decisions`` are all of the article, ``kind`` is its strictest measure."""
    text = survey.article.text
    party = decision.parties[0]
    findings = decision.findings
    best = max(findings, key=lambda each: share_of(each, decision))
    with_sums = [each for each in findings if each.sums]
    rest = 1.0
    for each in findings:
        rest *= 1 - share_of(each, decision)
    party_best = max(_party_share(each, decision) for each in findings)
    authority_best = max(dict(each.authority_shares).get(decision.authority, 0.0) for each in findings)
    others = [each for each in decisions if each is not decision]
    beside = any(best.sentence.start in other.starts for other in others)
    rivals = [each for each in others if party in each.parties]
    named = [each for each in findings if each.named]
    passing = cue(survey.article.language, "passing")
    told = [
        any(m.code == decision.authority for m in survey.authorities_in(each.sentence)) for each in findings
    ]
    looks_on = _looks_on(survey, decision)
    strong = [each for each in findings if each.side in (Side.AFTER, Side.BEFORE) and not each.weak]
    features = {
        "best": share_of(best, decision),
        "any": 1 - rest,
        "likely": best.likely,
        "likely.most": max(each.likely for each in findings),
        "party": party_best,
        "authority": authority_best,
        "findings": log1p(len(findings)) / 2,
        "findings.one": float(len(findings) == 1),
        "findings.several": float(len(findings) > 2),
        "sums": float(bool(with_sums)),
        "sums.again": float(len(with_sums) > 1),
        "words.only": float(not with_sums),
        "named": float(bool(named)),
        "named.all": float(len(named) == len(findings)),
        "told.any": float(any(told)),
        "looks.on": float(looks_on),
        "looks.on.words": float(looks_on and not with_sums),
        "both": float(any(a and b.named for a, b in zip(told, findings, strict=True))),
        "strong": float(bool(strong)),
        "strong.named": float(any(each.named for each in strong)),
        "weak.only": float(all(each.weak for each in findings)),
        "noun.only": float(all(each.side is Side.NOUN for each in findings)),
        "early": float(findings[0].sentence.start < _LEAD),
        "main": float(decision.main),
        "passing": float(passing.search(best.sentence.of(text)) is not None),
        "old": float(is_old(survey, decision.when)),
        "dated": float(decision.when is not None),
        "pointed": float(any(each.points for each in findings)),
        f"kind.{kind.value}": 1.0,
        "kind.money": float(kind in MONEY_KINDS),
        "beside": float(beside),
        "rivals": float(bool(rivals)),
        "rivals.authority": float(any(each.authority == decision.authority for each in rivals)),
        "actions": min(1.0, len(others) / 6),
        "actions.none": float(not others),
        **_of_party(survey, party),
    }
    measure = "money" if kind in (*MONEY_KINDS, ActionKind.PENALTY_PAYMENT) else "measure"
    return features | {f"{measure}.{name}": features[name] for name in _BY_MEASURE}


def _sentences_by_authority(survey: Survey) -> dict[str, list[Span]]:
    """By the code of each authority the sentences that name it, in reading order."""
    found: dict[str, dict[Span, None]] = defaultdict(dict)
    for each in survey.authorities:
        found[each.code][survey.article.sentence_of(each.span)] = None
    return {code: list(sentences) for code, sentences in found.items()}


def _looks_on(survey: Survey, decision: Decision) -> bool:
    """Whether the authority is named neither in nor beside the decision's sentences, nor with any measure."""
    sentences = survey.once("sentences of authorities", partial(_sentences_by_authority, survey)).get(
        decision.authority, ()
    )
    measures = (each for sentence in sentences for each in survey.triggers_in(sentence))
    return not any(each.force in (Force.DONE, Force.PROPOSED) for each in measures) and not any(
        survey.article.sentences_between(*sorted((finding.sentence, sentence))) <= 1
        for finding in decision.findings[:_CONSIDERED]
        for sentence in sentences
    )


def _of_party(survey: Survey, party: Party) -> dict[str, float]:
    return {
        "person": float(party.person),
        "speaker": float(party.name in survey.speakers),
        "person.speaker": float(party.person and party.name in survey.speakers),
        "form": float(party.legal_form),
        "public": float(party.public_body),
        "certain": min(1.0, party.certainty / 4),
        "doubtful": float(party.certainty <= 1),
        "once": float(len(party.spans) == 1),
        "often": float(len(party.spans) > 3),
        "quoted": float(survey.is_only_quoted(party)),
        "party.early": float(party.spans[0].start < _LEAD),
        "word": float(" " not in party.name and not party.legal_form),
    }
