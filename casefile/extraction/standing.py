"""Where an action stands. Imports the survey, the findings and the triggers."""

from bisect import bisect_right
from collections.abc import Sequence

from casefile.extraction.findings import Finding
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import STATUS_ORDER, cue, status_cues
from casefile.proposals import Because, ProposedStatus
from casefile.terms import ActionKind, ActionStatus
from casefile.values import Span

_DENIAL_REACH = 14
_BY_KIND = {
    ActionKind.SETTLEMENT: ActionStatus.SETTLED,
    ActionKind.INVESTIGATION: ActionStatus.ONGOING,
    ActionKind.OTHER: ActionStatus.ONGOING,
    ActionKind.ANNULMENT: ActionStatus.ANNULLED,
}


def standing(
    survey: Survey, findings: Sequence[Finding], kind: ActionKind, sentences: Sequence[Span]
) -> ProposedStatus:
    """The status: what its findings say, and of its end or appeal the other ``sentences`` about it."""
    text, language = survey.article.text, survey.article.language
    usual = _BY_KIND.get(kind, ActionStatus.IMPOSED)
    own = {finding.sentence for finding in findings} | set(_continuing(survey, findings))
    found = [
        (status, Span(sentence.start + span.start, sentence.start + span.end))
        for sentence in dict.fromkeys((*sentences, *sorted(own)))
        for status, span in status_cues(sentence.of(text), language)
        if usual is not ActionStatus.ONGOING
        and _applies(status, sentence in own, usual)
        and not (status is ActionStatus.FINAL and _denied(sentence.of(text), span, language))
    ]
    if found:
        status, span = min(found, key=lambda each: STATUS_ORDER.index(each[0]))
        return ProposedStatus(status, Because((span,), f"“{span.of(text)}”", 0.7))
    return ProposedStatus(
        usual, Because((findings[0].trigger,), f"as of a {kind.value} that nothing changes", 0.7)
    )


def _denied(sentence: str, cue_span: Span, language: str) -> bool:
    """Whether a "not" stands before the words: "is not yet final"."""
    before = sentence[max(0, cue_span.start - _DENIAL_REACH) : cue_span.start]
    return cue(language, "denials").search(before) is not None


def _continuing(survey: Survey, findings: Sequence[Finding]) -> list[Span]:
    """The sentences right behind the findings, in their paragraphs, that go on about the same respondents."""
    continuers = cue(survey.article.language, "continuers")
    sentences = survey.article.sentences
    following = []
    for finding in findings:
        index = bisect_right(sentences, finding.sentence)
        if index < len(sentences):
            same = survey.article.paragraph_of(finding.sentence).contains(sentences[index])
            if same and continuers.match(survey.article.text, sentences[index].start):
                following.append(sentences[index])
    return following


def _applies(status: ActionStatus, own: bool, usual: ActionStatus) -> bool:
    if usual is ActionStatus.SETTLED:
        return False
    return own or status in (ActionStatus.FINAL, ActionStatus.APPEALED)
