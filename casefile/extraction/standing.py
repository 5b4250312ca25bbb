"""Where an action stands and when it was decided. Imports the survey, the findings and the triggers."""

import re
from bisect import bisect_right
from collections.abc import Sequence

from casefile import registry
from casefile.extraction.dates import DateMention
from casefile.extraction.findings import Finding
from casefile.extraction.survey import Survey, within
from casefile.extraction.triggers import STATUS_ORDER, cue, status_cues
from casefile.proposals import Because, ProposedDate, ProposedStatus
from casefile.terms import ActionKind, ActionStatus
from casefile.values import DatePrecision, PartialDate, Span

_RANGE_GAP = 8
_OLD_DAYS, _OLD_UNDATED_DAYS = 75, 200
_DENIAL_REACH = 14
_LEAD = 900
"""Code points in which an article tells when the thing happened."""

_VAGUE = (DatePrecision.RANGE, DatePrecision.SEASON)

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


def mentioned_date(survey: Survey, finding: Finding) -> PartialDate | None:
    """The date that a finding's sentence gives, the one nearest its trigger; None without."""
    if finding.undated:
        return None
    beside = finding.focus or finding.trigger
    dated = [mention for mention in _past(survey, finding.sentence) if mention.date is not None]
    return min(dated, key=lambda each: _distance(each.span, beside)).date if dated else None


def _distance(span: Span, other: Span) -> int:
    first, second = sorted((span, other))
    return second.start - first.end


def _past(survey: Survey, stretch: Span) -> list[DateMention]:
    bounds = cue(survey.article.language, "periods_before")
    text = survey.article.text
    kept: list[DateMention] = []
    bounded_end = -1
    for mention in within(survey.dates, stretch):
        before = text[max(0, mention.span.start - 16) : mention.span.start]
        joined = bounded_end >= 0 and mention.span.start - bounded_end < _RANGE_GAP
        if joined or _ends_with(bounds, before):
            bounded_end = mention.span.end
        elif not mention.future:
            kept.append(mention)
    return kept


def _ends_with(pattern: re.Pattern[str], before: str) -> bool:
    return any(not before[match.end() :].strip() for match in pattern.finditer(before))


def decision_date(survey: Survey, findings: Sequence[Finding], main: bool) -> ProposedDate | None:
    """When it was decided or announced: the most exact date of its own sentences, else that of the lead."""
    dated = [
        [each for each in _past(survey, finding.sentence) if each.date and each.date.precision not in _VAGUE]
        for finding in findings
        if not finding.undated
    ]
    own = next((mentions for mentions in dated if mentions), [])
    published = survey.article.published
    if main:
        exact = [mention for mention in own if mention.date and mention.date.precision is DatePrecision.DAY]
        old = [mention for mention in own if is_old(survey, mention.date)]
        chosen = (exact or old or _announced(survey, findings) or (own if published is None else []))[:1]
        if not chosen and published is not None and _is_release(survey, findings[0].authority):
            rule = "the day of the authority's own release"
            return ProposedDate(published, Because((), rule, 0.6))
    else:
        beside = findings[0].focus or findings[0].trigger
        chosen = sorted(own, key=lambda each: _distance(each.span, beside))[:1]
    if not chosen or chosen[0].date is None:
        return None
    because = Because((chosen[0].span,), "the date beside the sanction", 0.7)
    return ProposedDate(chosen[0].date, because)


def is_old(survey: Survey, when: PartialDate | None) -> bool:
    """Whether a date lies well before the publication, so that it is of an older decision."""
    published = survey.article.published
    if when is None:
        return False
    if published is None:
        dated = [each.date for each in survey.dates if each.date is not None]
        return bool(dated) and (max(each.latest for each in dated) - when.latest).days > _OLD_UNDATED_DAYS
    return (published.latest - when.latest).days > _OLD_DAYS


def _is_release(survey: Survey, code: str) -> bool:
    """Whether the authority published the text itself."""
    outlet = survey.article.metadata.outlet.casefold().removeprefix("der ").removeprefix("the ")
    return bool(outlet) and any(outlet == name.casefold() for name in registry.authority(code).all_names)


def _announced(survey: Survey, findings: Sequence[Finding]) -> list[DateMention]:
    """Days in sentences of announcing near the first finding, or in the dateline."""
    section = survey.section_of(findings[0].sentence)
    text, language = survey.article.text, survey.article.language
    found = []
    for sentence in survey.article.sentences:
        near = section.start <= sentence.start < min(section.end, findings[0].sentence.end + _LEAD)
        if near and cue(language, "announced").search(sentence.of(text)):
            found += [
                mention
                for mention in _past(survey, sentence)
                if mention.date is not None and mention.date.precision is DatePrecision.DAY
            ]
    return found
