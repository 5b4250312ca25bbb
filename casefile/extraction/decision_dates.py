"""When an action was decided or announced: the dates near it are weighed against each other.

Its own sentence counts most, then a sentence beside it that dates the decision, then the lead, where an
article tells when it was announced. What dates something else (a period, an appeal, a complaint) weighs less.
Imports the survey and the findings.
"""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property, partial
from operator import attrgetter

from casefile.extraction.anchors_apart import is_of_several
from casefile.extraction.date_weights import (
    clause_of,
    cues,
    goes_over,
    is_date_line,
    is_dated_so,
    is_decided,
    is_made_public,
    names_decision,
    weighed_dates,
)
from casefile.extraction.dates import DateMention
from casefile.extraction.finding import Finding
from casefile.extraction.names import Party
from casefile.extraction.survey import Survey
from casefile.extraction.triggers import Side
from casefile.proposals import Because, ProposedDate
from casefile.terms import ActionKind, SourceKind
from casefile.values import DatePrecision, PartialDate, Span

_OLD_DAYS, _OLD_UNDATED_DAYS = 75, 200
_LEAD = 900
"""Code points in which an article tells when the thing happened."""
_FAR, _DISTANCE, _CLAUSE_LENGTH = 200, 100, 40
_LEAST = 1.0
_LATER = 0.4
"""What each further finding of an action counts less than the one before: the first tells it."""
_OWN, _BESIDE, _TOLD, _ANNOUNCED, _RELEASE = 3.0, 1.9, 1.5, 2.6, 2.2
_LABEL = 2.3
_OF_DECISION, _DATED_SO = 0.4, 1.4
_SUBJECT = 48
"""Code points before a sanction's words in which its subject stands."""
_TELLING, _TELLING_SO = 5, 14
"""So many sentences away the date of a decision may be told, and that it is dated so."""
_WEEK = 7
_ATTACHED, _VAGUER, _PRINTED, _DATELINE = 0.6, 1.2, 0.4, 1.4
_BEGUN = 0.8
_SPOKEN = 2.4
"""What a date counts less on which somebody spoke of the decision."""
_CONTRADICTED = 1.5
_MADE_PUBLIC = 0.9
"""What the day of a publication counts less than that of the decision beside it."""
_SURE, _TOLD_ITSELF, _OLDER, _ELSEWHERE = 2.3, 0.6, 0.6, 0.5
_PRECISION = {
    DatePrecision.DAY: 1.0,
    DatePrecision.MONTH: 0.5,
    DatePrecision.QUARTER: 0.3,
    DatePrecision.YEAR: 0.0,
}
"""Ranges date no decision, and a season tells its year."""


@dataclass(frozen=True)
class _Candidate:
    """A date that may be the action's, and how much speaks for it."""

    date: PartialDate
    span: Span | None
    score: float
    rule: str


def mentioned_date(survey: Survey, finding: Finding) -> PartialDate | None:
    """The date that a finding's sentence gives for what it tells; None without."""
    found = [each for each in _own(survey, finding) if each.score >= _LEAST]
    return max(found, key=lambda each: each.score).date if found else None


def decision_date(
    survey: Survey,
    findings: Sequence[Finding],
    main: bool,
    rivals: Collection[Party] = (),
    apart: Collection[Span] = (),
) -> ProposedDate | None:
    """When it was decided or announced; None where no date is likely enough.

    A ``main`` action may be dated by the lead of its article and by the day of the authority's own release.
    What only tells of ``rivals``, the respondents of other actions, dates none of this one, nor does the
    opening of the investigation that it ended, nor the sentences ``apart`` that tell of another action of its
    respondents: "It had already been fined €10 million in January".
    """
    findings = [each for each in findings if each.kind is not ActionKind.INVESTIGATION] or findings
    about = _About(survey, findings, frozenset(rivals))
    candidates: list[_Candidate] = []
    for place, finding in enumerate(findings):
        own = tuple(_own(survey, finding))
        told = list(_beside(about, finding))
        if place == 0:
            told += _told(about, finding, main and not any(is_old(survey, each.date) for each in own))
            leading = main or _is_alongside(survey, finding)
            told += _announced(about, finding) if leading and not _is_undatable(survey, finding, own) else ()
            candidates += _released(survey, findings) if leading else ()
            candidates += _labelled(survey, finding)
        found = [each for each in own if each.date.precision in _PRECISION]
        found += [replace(each, score=each.score - _against(survey, each, own)) for each in told]
        less = _LATER * min(place, 2)
        candidates += [replace(each, score=each.score - less) for each in found] if less else found
    likely = [
        each
        for each in candidates
        if each.score >= _LEAST
        and not _is_ahead(survey, each.date)
        and not (each.span and any(sentence.contains(each.span) for sentence in apart))
    ]
    if not likely:
        return None
    best = _finer(about, max(likely, key=lambda each: each.score))
    spans = () if best.span is None else (best.span,)
    return ProposedDate(best.date, Because(spans, best.rule, 0.6 if best.span is None else 0.7))


def _is_ahead(survey: Survey, date: PartialDate) -> bool:
    """Whether the date lies behind the publication, whatever the words beside it say."""
    published = survey.article.published
    return published is not None and date.earliest > published.latest


def _against(survey: Survey, told: _Candidate, own: Sequence[_Candidate]) -> float:
    """How much less a date counts that other sentences tell, where the action's own sentence has another."""
    sure = [each.date for each in own if each.score >= _SURE]
    if not sure or any(_agree(told.date, date) for date in sure):
        return 0.0
    older = is_old(survey, told.date) and not any(is_old(survey, date) for date in sure)
    return _CONTRADICTED if older else _TOLD_ITSELF


@dataclass(frozen=True)
class _About:
    """An action's findings in their article, and who else is told of there."""

    survey: Survey
    findings: Sequence[Finding]
    rivals: frozenset[Party]

    def is_elsewhere(self, sentence: Span) -> bool:
        """Whether the sentence tells of another authority or only of other respondents."""
        if self.names_other_authority(sentence) or self._goes_on_about_other(sentence):
            return True
        if self._tells_of_several(sentence):
            return True
        named = {each.party for each in self.survey.mentions_in(sentence)}
        return bool(named & self.rivals) and not named & self._respondents

    def _tells_of_several(self, sentence: Span) -> bool:
        """Whether the sentence tells of a number of others of whom none is named: "it fined two makers"."""
        article = self.survey.article
        if self.survey.mentions_in(sentence) or any(each.sentence == sentence for each in self.findings):
            return False
        return any(
            each.side is Side.AFTER
            and each.span.end < sentence.end
            and is_of_several(article.text, article.language, Span(each.span.end, sentence.end))
            for each in self.survey.triggers_in(sentence)
        )

    def _goes_on_about_other(self, sentence: Span) -> bool:
        """Whether a paragraph that tells of none of the findings spoke of another authority before."""
        paragraph = self.survey.article.paragraph_of(sentence)
        if paragraph.start in self._paragraphs:
            return False
        return self.names_other_authority(Span(paragraph.start, max(paragraph.start + 1, sentence.end)))

    def names_other_authority(self, sentence: Span) -> bool:
        """Whether the sentence names only authorities that none of the findings is of."""
        named = {each.code for each in self.survey.authorities_in(sentence)}
        return bool(named) and not named & self._codes

    def is_told_there(self, place: Span) -> bool:
        """Whether the paragraph of the place tells of the action, or its sentence names a respondent."""
        article = self.survey.article
        if article.paragraph_of(place).start in self._paragraphs:
            return True
        named = {each.party for each in self.survey.mentions_in(article.sentence_of(place))}
        return bool(named & self._respondents)

    @cached_property
    def _respondents(self) -> frozenset[Party]:
        return frozenset(party for each in self.findings for party in each.parties)

    @cached_property
    def _paragraphs(self) -> frozenset[int]:
        return frozenset(self.survey.article.paragraph_of(each.sentence).start for each in self.findings)

    @cached_property
    def _codes(self) -> frozenset[str]:
        return frozenset(each.authority for each in self.findings)


def _finer(about: _About, found: _Candidate) -> _Candidate:
    """The day that is told of the decision within the date found: "last week", "dated 15 May"."""
    if found.date.precision is DatePrecision.DAY:
        return found
    days = [
        each
        for finding in about.findings
        for each in _told(about, finding)
        if each.date.precision is DatePrecision.DAY and each.score >= _LEAST and _agree(each.date, found.date)
        if each.span is not None and about.is_told_there(each.span)
    ]
    return max(days, key=lambda each: each.score, default=found)


def is_old(survey: Survey, when: PartialDate | None) -> bool:
    """Whether a date lies well before the publication, so that it is of an older decision."""
    published = survey.article.published
    if when is None:
        return False
    if published is None or published.precision is DatePrecision.YEAR:
        latest = survey.latest_day
        return latest is not None and (latest - when.latest).days > _OLD_UNDATED_DAYS
    return (published.latest - when.latest).days > _OLD_DAYS


def _own(survey: Survey, finding: Finding) -> Iterator[_Candidate]:
    """The dates of the finding's sentence, the nearer to its trigger or sum the better."""
    beside = finding.focus or finding.trigger
    weighed = [
        (mention, weight, _distance(survey, mention.span, beside))
        for mention, weight in weighed_dates(survey, finding.sentence, finding)
    ]
    nearest = min((distance for _, _, distance in weighed), default=0)
    days = any(weight >= 0 and _is_day(mention) for mention, weight, _ in weighed)
    for mention, weight, distance in weighed:
        date = _dating(mention.date)
        if date is None:
            continue
        score = (
            _OWN + weight - min(distance - nearest, _FAR) / _DISTANCE - min(distance, _FAR) / (4 * _DISTANCE)
        )
        if survey.is_quoted(beside) and not survey.is_quoted(mention.span):
            score -= _SPOKEN
        if len(weighed) > 1 and _is_day(mention) and is_made_public(survey, mention):
            score -= _MADE_PUBLIC
        if is_date_line(survey, mention):
            score -= _DATELINE
        elif len(weighed) > 1 and weight > -2 and _is_attached(survey, beside, mention.span):
            score += _ATTACHED
        elif date.precision is DatePrecision.YEAR and (days or _is_of_publication(survey, date)):
            score -= _VAGUER
        yield _Candidate(date, mention.span, score, "the date beside the sanction")


def _is_of_publication(survey: Survey, year: PartialDate) -> bool:
    """Whether it is the year of the publication, which dates a decision hardly: "its first this year"."""
    published = survey.article.published
    return published is not None and year.earliest.year == published.latest.year


def _is_undatable(survey: Survey, finding: Finding, own: Sequence[_Candidate]) -> bool:
    """Whether the sentence dates it in words that nothing resolves: "last Tuesday" of no known day."""
    if survey.article.published is not None or any(each.score >= _LEAST for each in own):
        return False
    return any(mention.date is None for mention in survey.dates_in(finding.sentence))


def _dating(date: PartialDate | None) -> PartialDate | None:
    """The year of a season and the month of a week, as neither dates a decision; any other date as it is."""
    if date is None or date.precision not in (DatePrecision.SEASON, DatePrecision.RANGE):
        return date
    first, last = date.earliest, date.latest
    if date.precision is DatePrecision.SEASON:
        return PartialDate.of(first.year)
    within = (first.year, first.month) == (last.year, last.month) and (last - first).days < _WEEK
    return PartialDate.of(first.year, first.month) if within else date


def _beside(about: _About, finding: Finding) -> Iterator[_Candidate]:
    """Days in the sentence before or behind, in one paragraph, that speaks of the decision."""
    survey = about.survey
    sentences = survey.article.sentences
    index = bisect_left(sentences, finding.sentence.start, key=_start_of)
    paragraph = survey.article.paragraph_of(finding.sentence)
    opening = finding.kind is ActionKind.INVESTIGATION
    keys = ("opened", "announced") if opening else ("decided",)
    for place in (index - 1, index + 1):
        if not 0 <= place < len(sentences) or not paragraph.contains(sentences[place]):
            continue
        behind = place > index
        if goes_over(survey, place, index):
            continue
        if about.is_elsewhere(sentences[place]) if behind else about.names_other_authority(sentences[place]):
            continue
        for mention, weight in weighed_dates(survey, sentences[place]):
            precise = mention.date is not None and mention.date.precision in _PRECISION
            if mention.date is not None and precise and any(is_decided(survey, mention, key) for key in keys):
                begun = _BEGUN if opening and is_decided(survey, mention, "opened") else 0.0
                score = _BESIDE + weight + begun + _PRECISION[mention.date.precision]
                yield _Candidate(mention.date, mention.span, score, "the date of its decision")


def _agree(one: PartialDate, other: PartialDate) -> bool:
    """Whether one of the dates lies within the other."""
    return max(one.earliest, other.earliest) <= min(one.latest, other.latest)


def _told(about: _About, finding: Finding, dated: bool = False) -> Iterator[_Candidate]:
    """Dates that sentences a little further away give for the decision: "Both orders are dated 12 May.".

    Where it may be ``dated`` so behind, that counts more than the day on which it was announced.
    """
    survey = about.survey
    section, sentences = survey.section_of(finding.sentence), survey.article.sentences
    index = bisect_left(sentences, finding.sentence.start, key=_start_of)
    for place in range(max(0, index - _TELLING), min(len(sentences), index + _TELLING_SO + 1)):
        sentence = sentences[place]
        if place == index or not (section.contains(sentence) and survey.dates_in(sentence)):
            continue
        if about.is_elsewhere(sentence) or goes_over(survey, place, index):
            continue
        named = bool(survey.authorities_in(sentence))
        for mention, weight in weighed_dates(survey, sentence, finding):
            if mention.date is None or weight < 0 or mention.date.precision not in _PRECISION:
                continue
            so = dated and place > index and is_dated_so(survey, mention)
            if is_date_line(survey, mention) or (place > index + _TELLING and not so):
                continue
            year = mention.date.precision is DatePrecision.YEAR
            if names_decision(survey, mention) or (named and not year and is_decided(survey, mention)):
                score = (
                    _TOLD
                    + (_OF_DECISION if _is_day_of_decision(survey, mention) else 0.0)
                    + (_DATED_SO if so else 0.0)
                    + weight
                    + _PRECISION[mention.date.precision]
                    - min(abs(place - index), _TELLING) / 10
                )
                old = _OLDER if is_old(survey, mention.date) else 0.0
                yield _Candidate(mention.date, mention.span, score - old, "the date of its decision")


def _announced(about: _About, finding: Finding) -> Iterator[_Candidate]:
    """Days of the lead in sentences of announcing."""
    survey = about.survey
    section = survey.section_of(finding.sentence)
    end = min(section.end, finding.sentence.end + _LEAD)
    text, language = survey.article.text, survey.article.language
    sentences = dict.fromkeys(
        survey.article.sentence_of(mention.span) for mention in survey.dates_in(Span(section.start, end))
    )
    for sentence in sentences:
        if cues(language, "decided").search(text, sentence.start, sentence.end) is None:
            continue
        elsewhere = _ELSEWHERE if about.is_elsewhere(sentence) else 0.0
        for mention, weight in weighed_dates(survey, sentence, finding):
            if mention.date is not None and mention.date.precision is DatePrecision.DAY:
                late = (sentence.start - section.start) / (2 * _LEAD)
                old = 1.5 if is_old(survey, mention.date) else 0.0
                printed = _PRINTED if is_date_line(survey, mention) else 0.0
                score = _ANNOUNCED + weight - min(late, 0.9) - old - elsewhere - printed
                yield _Candidate(mention.date, mention.span, score, "the date of its announcement")


def _released(survey: Survey, findings: Sequence[Finding]) -> Iterator[_Candidate]:
    """The publication's own day, where the text is a release."""
    published = survey.article.published
    outlet = survey.article.metadata.outlet.casefold().removeprefix("der ").removeprefix("the ")
    names = survey.authority(findings[0].authority).all_names if outlet and published else ()
    own = survey.article.metadata.kind in (SourceKind.AUTHORITY_RELEASE, SourceKind.STATEMENT)
    own = own or any(_is_told_by_itself(survey, each) for each in findings)
    if published is not None and (own or any(outlet == name.casefold() for name in names)):
        yield _Candidate(published, None, _RELEASE, "the day of the authority's own release")


def _is_told_by_itself(survey: Survey, finding: Finding) -> bool:
    """Whether the authority itself says what it did, and nobody is quoted: "We have fined Kestrel"."""
    if survey.is_quoted(finding.trigger):
        return False
    before = survey.article.text[
        max(finding.sentence.start, finding.trigger.start - _SUBJECT) : finding.trigger.start
    ]
    return cues(survey.article.language, "ourselves").search(before) is not None


def _labelled(survey: Survey, finding: Finding) -> Iterator[_Candidate]:
    """The month that heads the part of a chronicle in which it is told."""
    for mention, part in survey.once(("months",), partial(_labelled_parts, survey)):
        if mention.date is not None and part.contains(finding.sentence):
            yield _Candidate(mention.date, mention.span, _LABEL, "the month that its paragraph is headed by")


def _labelled_parts(survey: Survey) -> tuple[tuple[DateMention, Span], ...]:
    """Each month that is a label, with its paragraph, or all up to the next where it stands alone."""
    labels = [each for each in survey.dates if each.label]
    ends = [each.span.start for each in labels[1:]] + [len(survey.article.text)]
    parts = []
    for mention, end in zip(labels, ends, strict=False):
        paragraph = survey.article.paragraph_of(mention.span)
        behind = survey.article.text[mention.span.end : paragraph.end]
        alone = not any(letter.isalnum() for letter in behind)
        parts.append((mention, Span(paragraph.start, end if alone else paragraph.end)))
    return tuple(parts)


def _is_alongside(survey: Survey, finding: Finding) -> bool:
    """Whether the action is told as one that came with the main one: "Separately, it ordered ..."."""
    sentence = finding.sentence
    return (
        cues(survey.article.language, "alongside").search(survey.article.text, sentence.start, sentence.end)
        is not None
    )


def _is_day_of_decision(survey: Survey, mention: DateMention) -> bool:
    """Whether it is the day of a decision, and not of one that was opposed: "objected to that of 4 May"."""
    if not (_is_day(mention) and names_decision(survey, mention)):
        return False
    clause = clause_of(survey, survey.article.sentence_of(mention.span), mention.span)
    opposed = cues(survey.article.language, "opposed")
    return opposed.search(survey.article.text, clause.start, mention.span.start) is None


def _is_day(mention: DateMention) -> bool:
    return mention.date is not None and mention.date.precision is DatePrecision.DAY


def _is_attached(survey: Survey, sum_or_word: Span, day: Span) -> bool:
    """Whether a date stands right behind what it dates: "€40,000 in 2023"."""
    gap = survey.article.text[sum_or_word.end : day.start]
    return sum_or_word.end <= day.start and _GAP.fullmatch(gap) is not None


_GAP = re.compile(r"\s(?:\(|[^\W\d_]{1,4}\s(?:[^\W\d_]{1,5}\s)?)?")


def _distance(survey: Survey, span: Span, other: Span) -> int:
    """Code points between two places, the end of a clause between them as many again."""
    first, second = (other, span) if other < span else (span, other)
    end = max(first.end, second.start)
    starts, ends = survey.once(("clauses",), partial(_clause_ends, survey.article.text))
    between = max(0, bisect_right(ends, end) - bisect_left(starts, first.end))
    return end - first.end + _CLAUSE_LENGTH * between


def _clause_ends(text: str) -> tuple[list[int], list[int]]:
    """Where the marks between clauses begin, and where they end."""
    marks = [match.span() for match in _CLAUSE.finditer(text)]
    return [start for start, _ in marks], [end for _, end in marks]


_CLAUSE = re.compile(r"[;:,]\s|\s[–—-]\s")
_start_of = attrgetter("start")
