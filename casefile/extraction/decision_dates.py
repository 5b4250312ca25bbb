"""When an action was decided or announced: the dates near it are weighed against each other.

Its own sentence counts most, then a sentence beside it that dates the decision, then the lead, where an
article tells when it was announced. What dates something else (a period, an appeal, a complaint) weighs less.
Imports the survey and the findings.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache

from casefile.extraction.date_words import date_words
from casefile.extraction.dates import DateMention
from casefile.extraction.findings import Finding
from casefile.extraction.lexicon import alternatives
from casefile.extraction.survey import Survey, within
from casefile.proposals import Because, ProposedDate
from casefile.terms import ActionKind
from casefile.values import DatePrecision, PartialDate, Span

_OLD_DAYS, _OLD_UNDATED_DAYS = 75, 200
_LEAD = 900
"""Code points in which an article tells when the thing happened."""
_RANGE_GAP, _CUE_REACH, _BOUND_REACH = 12, 36, 24
_FAR, _DISTANCE, _CLAUSE_LENGTH = 200, 100, 40
_LEAST = 1.0
_LATER = 0.4
"""What each further finding of an action counts less than the one before: the first tells it."""
_OWN, _BESIDE, _ANNOUNCED, _RELEASE = 3.0, 1.9, 2.6, 2.2
_PRECISION = {
    DatePrecision.DAY: 1.0,
    DatePrecision.MONTH: 0.5,
    DatePrecision.QUARTER: 0.3,
    DatePrecision.YEAR: 0.0,
}
"""Seasons and ranges date no decision."""


@dataclass(frozen=True)
class _Candidate:
    """A date that may be the action's, and how much speaks for it."""

    date: PartialDate
    span: Span | None
    score: float
    rule: str


def mentioned_date(survey: Survey, finding: Finding) -> PartialDate | None:
    """The date that a finding's sentence gives for what it tells; None without."""
    found = [each for each in _own(survey, finding, precise=False) if each.score >= _LEAST]
    return max(found, key=lambda each: each.score).date if found else None


def decision_date(survey: Survey, findings: Sequence[Finding], main: bool) -> ProposedDate | None:
    """When it was decided or announced; None where no date is likely enough.

    A ``main`` action may be dated by the lead of its article and by the day of the authority's own release.
    """
    candidates = [
        replace(candidate, score=candidate.score - _LATER * min(place, 2))
        for place, finding in enumerate(findings)
        for candidate in (*_own(survey, finding, precise=True), *_beside(survey, finding))
    ]
    if main:
        candidates += _announced(survey, findings[0])
        candidates += _released(survey, findings[0])
    likely = [each for each in candidates if each.score >= _LEAST]
    if not likely:
        return None
    best = max(likely, key=lambda each: each.score)
    spans = () if best.span is None else (best.span,)
    return ProposedDate(best.date, Because(spans, best.rule, 0.6 if best.span is None else 0.7))


def is_old(survey: Survey, when: PartialDate | None) -> bool:
    """Whether a date lies well before the publication, so that it is of an older decision."""
    published = survey.article.published
    if when is None:
        return False
    if published is None:
        latest = survey.latest_day
        return latest is not None and (latest - when.latest).days > _OLD_UNDATED_DAYS
    return (published.latest - when.latest).days > _OLD_DAYS


def _own(survey: Survey, finding: Finding, precise: bool) -> Iterator[_Candidate]:
    """The dates of the finding's sentence, the nearer to its trigger or sum the better."""
    beside = finding.focus or finding.trigger
    weighed = [
        (mention, weight, _distance(survey, mention.span, beside))
        for mention, weight in _weighed(survey, finding.sentence, finding)
    ]
    nearest = min((distance for _, _, distance in weighed), default=0)
    for mention, weight, distance in weighed:
        if mention.date is None or (precise and mention.date.precision not in _PRECISION):
            continue
        score = (
            _OWN + weight - min(distance - nearest, _FAR) / _DISTANCE - min(distance, _FAR) / (4 * _DISTANCE)
        )
        yield _Candidate(mention.date, mention.span, score, "the date beside the sanction")


def _beside(survey: Survey, finding: Finding) -> Iterator[_Candidate]:
    """Days in the sentence before or behind, in one paragraph, that speaks of the decision."""
    sentences = survey.article.sentences
    index = bisect_left(sentences, finding.sentence)
    paragraph = survey.article.paragraph_of(finding.sentence)
    for place in (index - 1, index + 1):
        if not 0 <= place < len(sentences) or not paragraph.contains(sentences[place]):
            continue
        if any(each.code != finding.authority for each in within(survey.authorities, sentences[place])):
            continue
        for mention, weight in _weighed(survey, sentences[place]):
            if (
                mention.date is not None
                and _is_decided(survey, mention)
                and mention.date.precision in _PRECISION
            ):
                score = _BESIDE + weight + _PRECISION[mention.date.precision]
                yield _Candidate(mention.date, mention.span, score, "the date of its decision")


def _announced(survey: Survey, finding: Finding) -> Iterator[_Candidate]:
    """Days of the lead in sentences of announcing."""
    section = survey.section_of(finding.sentence)
    end = min(section.end, finding.sentence.end + _LEAD)
    text, language = survey.article.text, survey.article.language
    sentences = dict.fromkeys(
        survey.article.sentence_of(mention.span) for mention in within(survey.dates, Span(section.start, end))
    )
    for sentence in sentences:
        if _cues(language, "decided").search(text, sentence.start, sentence.end) is None:
            continue
        for mention, weight in _weighed(survey, sentence):
            if mention.date is not None and mention.date.precision is DatePrecision.DAY:
                late = (sentence.start - section.start) / (2 * _LEAD)
                old = 1.5 if is_old(survey, mention.date) else 0.0
                score = _ANNOUNCED + weight - min(late, 0.9) - old
                yield _Candidate(mention.date, mention.span, score, "the date of its announcement")


def _released(survey: Survey, finding: Finding) -> Iterator[_Candidate]:
    """The publication's own day, where the authority published the text itself."""
    published = survey.article.published
    outlet = survey.article.metadata.outlet.casefold().removeprefix("der ").removeprefix("the ")
    names = survey.authority(finding.authority).all_names if outlet and published else ()
    if published is not None and any(outlet == name.casefold() for name in names):
        yield _Candidate(published, None, _RELEASE, "the day of the authority's own release")


def _weighed(
    survey: Survey, sentence: Span, finding: Finding | None = None
) -> Iterator[tuple[DateMention, float]]:
    """The past dates of a sentence, each with what the words beside it are worth.

    What the ``finding`` itself tells dates nothing else: the day of a suit is the one on which somebody sued.
    """
    ongoing = finding is not None and finding.kind is ActionKind.INVESTIGATION
    mentions = within(survey.dates, sentence)
    text, language = survey.article.text, survey.article.language
    for index, mention in enumerate(mentions):
        if mention.date is None or mention.future:
            continue
        if not ongoing and _is_bounded(survey, mentions, index):
            continue
        weight = 0.0
        start = max(sentence.start, mention.span.start - _CUE_REACH)
        elsewhere = _cues(language, "dated_otherwise").search(
            text, start, min(sentence.end, mention.span.end + 16)
        )
        if elsewhere and not (finding and _overlap(finding.trigger, Span(*elsewhere.span()))):
            weight -= 2.5
        elif _is_of_offence(survey, sentence, mention):
            weight -= 1.2
        elif _is_decided(survey, mention):
            weight += 0.4
        yield mention, weight


def _is_of_offence(survey: Survey, sentence: Span, mention: DateMention) -> bool:
    """Whether a month or year stands behind what was done wrong: "fined for a leak in 2021"."""
    if mention.date is None or mention.date.precision is DatePrecision.DAY:
        return False
    start = max(sentence.start, mention.span.start - _CUE_REACH)
    offence = _cues(survey.article.language, "offences")
    return offence.search(survey.article.text, start, mention.span.start) is not None


def _is_decided(survey: Survey, mention: DateMention) -> bool:
    """Whether words of deciding or announcing stand beside the date."""
    start, end = mention.span.start - _CUE_REACH, mention.span.end + _CUE_REACH
    sentence = survey.article.sentence_of(mention.span)
    found = _cues(survey.article.language, "decided").search(
        survey.article.text, max(sentence.start, start), min(sentence.end, end)
    )
    return found is not None


def _is_bounded(survey: Survey, mentions: list[DateMention], index: int) -> bool:
    """Whether the date bounds a period: "between ... and", "since", "until"."""
    text, mention = survey.article.text, mentions[index]
    before, inside, reached = _bounds(survey.article.language)
    start = max(0, mention.span.start - _BOUND_REACH)
    if reached.search(text, start, mention.span.end):
        return False
    if before.search(text, start, mention.span.start):
        return True
    if inside.match(text, mention.span.start, mention.span.end):
        return True
    joined_before = index > 0 and _joined(survey, mentions[index - 1], mention)
    joined_behind = index + 1 < len(mentions) and _joined(survey, mention, mentions[index + 1])
    return joined_before or joined_behind


def _joined(survey: Survey, first: DateMention, second: DateMention) -> bool:
    """Whether two dates are the ends of one period: "2019 to 2022", "2019-2022"."""
    gap = survey.article.text[first.span.end : second.span.start]
    return len(gap) <= _RANGE_GAP and _ranges(survey.article.language).fullmatch(gap) is not None


def _overlap(span: Span, other: Span) -> bool:
    return span.start < other.end and other.start < span.end


def _distance(survey: Survey, span: Span, other: Span) -> int:
    """Code points between two places, the end of a clause between them as many again."""
    first, second = sorted((span, other))
    end = max(first.end, second.start)
    return end - first.end + _CLAUSE_LENGTH * len(_CLAUSE.findall(survey.article.text, first.end, end))


_CLAUSE = re.compile(r"[;:,]\s|\s[–—-]\s")


@cache
def _cues(language: str, key: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){date_words(language).any_of(key)}(?!\w)")


@cache
def _bounds(language: str) -> tuple[re.Pattern[str], ...]:
    """The words that bound a period, right before a date and as the first of its own words.

    And those that turn them: what "took until April" came about in April.
    """
    words = date_words(language).any_of("bounds")
    return (
        re.compile(rf"(?<!\w){words}\s{{1,2}}(?:[^\W\d_]{{1,5}}\s{{1,2}})?$"),
        re.compile(rf"{words}\s"),
        re.compile(rf"(?<!\w){date_words(language).any_of('reached')}(?!\w)"),
    )


@cache
def _ranges(language: str) -> re.Pattern[str]:
    joiners = alternatives(date_words(language).words.words("range_words"))
    return re.compile(rf"\s?(?:[-–—]|(?i:{joiners}))\s?(?:(?:el|il|le|den|dem|the)\s)?", re.IGNORECASE)
