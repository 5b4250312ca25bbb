"""Where the actions stand. Imports the decisions, the survey, and of whom words of a standing tell."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from operator import attrgetter

from casefile.extraction.decisions import Decision
from casefile.extraction.finding import MONEY_KINDS, Finding
from casefile.extraction.money_apart import penalty_words
from casefile.extraction.names import Party
from casefile.extraction.status_subjects import Telling, find_tellings
from casefile.extraction.status_words import STATUS_ORDER, standing_words
from casefile.extraction.survey import Survey
from casefile.extraction.trigger_reading import Force
from casefile.extraction.triggers import cue
from casefile.proposals import Because, ProposedStatus
from casefile.terms import ActionKind, ActionStatus
from casefile.values import Span

_BY_KIND = {
    ActionKind.SETTLEMENT: ActionStatus.SETTLED,
    ActionKind.INVESTIGATION: ActionStatus.ONGOING,
    ActionKind.OTHER: ActionStatus.ONGOING,
    ActionKind.ANNULMENT: ActionStatus.ANNULLED,
}

_NEAR, _BEHIND = 24, 40
"""Code points before words of a standing, and behind them, in which their tense and their object are told."""


def share_tellings(survey: Survey, decisions: Sequence[Decision]) -> list[list[Telling]]:
    """For each of the decisions what the text tells of its standing."""
    shares: list[list[Telling]] = [[] for _ in decisions]
    told = _Told(survey, decisions)
    for telling in find_tellings(survey, frozenset(told.by_party)):
        for number in told.addressed(telling):
            own = telling.sentence in told.own[number]
            decision = decisions[number]
            places = told.places(number, telling.sentence)
            beside = told.is_right_behind(number, telling.sentence)
            if _applies(telling, decision, own, beside) and not _is_of_another_before(
                survey, telling, places
            ):
                shares[number].append(telling)
    return shares


def standing(
    survey: Survey, findings: Sequence[Finding], kind: ActionKind, tellings: Sequence[Telling]
) -> ProposedStatus:
    """The status that the tellings give the action; without any, what is usual of its kind."""
    text = survey.article.text
    usual = _BY_KIND.get(kind, ActionStatus.IMPOSED)
    if kind in MONEY_KINDS and not tellings and _is_settled(findings[0]):
        usual = ActionStatus.SETTLED
    told: Sequence[Telling] = ()
    if tellings and usual not in (ActionStatus.ONGOING, ActionStatus.SETTLED):
        told = _without_older_plans(survey, findings, tellings)
        told = _as_of_now(survey, _restored(survey, _partly_annulled(survey, _without_early(told))))
    if told and usual not in (ActionStatus.ONGOING, ActionStatus.SETTLED):
        best = min(told, key=lambda each: STATUS_ORDER.index(each.status))
        return ProposedStatus(best.status, Because((best.span,), f"“{best.span.of(text)}”", 0.7))
    over = _end_of_inquiry(survey, findings) if kind is ActionKind.INVESTIGATION else None
    if over is not None:
        return ProposedStatus(ActionStatus.FINAL, Because((over,), f"“{over.of(text)}”", 0.7))
    return ProposedStatus(
        usual, Because((findings[0].trigger,), f"as of a {kind.value} that nothing changes", 0.7)
    )


def _end_of_inquiry(survey: Survey, findings: Sequence[Finding]) -> Span | None:
    """What tells beside an inquiry that it is over: "closed its probe", "stellt das Verfahren ein"."""
    text = survey.article.text
    over = standing_words(survey.article.language, "inquiry_over")
    for each in findings:
        start = max(each.sentence.start, each.trigger.start - _NEAR)
        match = over.search(text, start, min(each.sentence.end, each.trigger.end + _BEHIND))
        if match is not None:
            return Span(*match.span())
    return None


def _is_settled(first: Finding) -> bool:
    """Whether the first words of a fine tell of its settlement: "paid €2m under a settlement"."""
    return first.kind is ActionKind.SETTLEMENT and not first.weak and bool(first.sums)


def _without_older_plans(
    survey: Survey, findings: Sequence[Finding], tellings: Sequence[Telling]
) -> Sequence[Telling]:
    """Without what was once proposed, where the text has told before that it is imposed by now."""
    planned = [each.sentence for each in tellings if each.status is ActionStatus.PROPOSED]
    if not planned:
        return tellings
    imposed = {each.sentence for each in findings if _is_done(survey, each)} - set(planned)
    if len([each for each in imposed if each < min(planned)]) < 2:
        return tellings
    return [each for each in tellings if each.status is not ActionStatus.PROPOSED]


def _is_done(survey: Survey, finding: Finding) -> bool:
    """Whether a verb tells that it was imposed."""
    return finding.is_imposed and any(
        each.force is Force.DONE and each.span == finding.trigger
        for each in survey.triggers_in(finding.sentence)
    )


def _without_early(tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Without an appeal where the measure is only proposed: who will contest it contests no decision."""
    told = {each.status for each in tellings}
    if told != {ActionStatus.PROPOSED, ActionStatus.APPEALED}:
        return tellings
    return [each for each in tellings if each.status is ActionStatus.PROPOSED]


def _partly_annulled(survey: Survey, tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Without the end of something else in a sentence of the measure: "cut it, and tossed a count".

    That it stands is told so too, with no word of a penalty beside the end: "upheld it and lifted the ban".
    """
    text, language = survey.article.text, survey.article.language
    others = [each for each in tellings if each.status in (ActionStatus.REDUCED, ActionStatus.FINAL)]

    def is_of_a_part(end: Telling) -> bool:
        for other in others:
            if end.status is not ActionStatus.ANNULLED or other.sentence != end.sentence:
                continue
            if other.status is ActionStatus.REDUCED:
                return (
                    standing_words(language, "past_plans").search(
                        text, other.span.start - _NEAR, other.span.start
                    )
                    is None
                )
            between = Span(min(other.span.end, end.span.start), max(other.span.start, end.span.end + _BEHIND))
            return (
                penalty_words(language).search(text, between.start, min(between.end, end.sentence.end))
                is None
            )
        return False

    return [each for each in tellings if not is_of_a_part(each)]


def _restored(survey: Survey, tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Without an end that a higher court took back: "The tribunal had annulled it; the council halves it"."""
    if all(each.status is not ActionStatus.REDUCED for each in tellings):
        return tellings
    past = standing_words(survey.article.language, "past_plans")

    def was_before(end: Telling) -> bool:
        start = max(end.sentence.start, end.span.start - _NEAR)
        return past.search(survey.article.text, start, end.span.end) is not None

    ends = [each for each in tellings if each.status is ActionStatus.ANNULLED]
    back = {each.sentence for each in ends if was_before(each)}
    return [each for each in tellings if each not in ends or each.sentence not in back]


def _as_of_now(survey: Survey, tellings: Sequence[Telling]) -> Sequence[Telling]:
    """Without an end that somebody has appealed since: "The tribunal upheld it. Kestrel has appealed"."""
    if {each.status for each in tellings} != {ActionStatus.FINAL, ActionStatus.APPEALED}:
        return tellings
    ended = max(each.sentence for each in tellings if each.status is ActionStatus.FINAL)
    appeals = [each for each in tellings if each.status is ActionStatus.APPEALED]
    since = any(each.sentence > ended and _is_since(survey, each) for each in appeals)
    return appeals if since else tellings


def _is_since(survey: Survey, telling: Telling) -> bool:
    """Whether the words are told of now: "has appealed", "a fait appel", not "had appealed"."""
    text, language = survey.article.text, survey.article.language
    start = max(telling.sentence.start, telling.span.start - _NEAR)
    past, now = (standing_words(language, key) for key in ("past_plans", "since"))
    return past.search(text, start, telling.span.end) is None and (
        now.search(text, start, telling.span.end) is not None
    )


class _Told:
    """The decisions by their respondents, their sentences and their sections."""

    def __init__(self, survey: Survey, decisions: Sequence[Decision]) -> None:
        self._survey, self._decisions = survey, decisions
        self.own = [_own_sentences(survey, decision.findings) for decision in decisions]
        self._findings = [_by_sentence(decision.findings) for decision in decisions]
        self.by_party: dict[Party, list[int]] = {}
        self._by_sentence: dict[Span, list[int]] = {}
        self._by_section: dict[Span, list[int]] = {}
        for number, decision in enumerate(decisions):
            for party in decision.parties:
                self.by_party.setdefault(party, []).append(number)
            for sentence in self.own[number]:
                self._by_sentence.setdefault(sentence, []).append(number)
            section = survey.section_of(decision.findings[0].sentence)
            self._by_section.setdefault(section, []).append(number)

    def addressed(self, telling: Telling) -> Sequence[int]:
        """Of which decisions the words tell: those of their respondents that the text spoke of last."""
        inside = self._by_sentence.get(telling.sentence, [])
        if telling.status is ActionStatus.PROPOSED:
            return self._nearest(telling, inside)
        if telling.several and not inside:
            return self._before(telling, self._here(telling))
        if not telling.parties:
            return self._nearest(telling, inside or self._here(telling))
        of_each = (self._of(party, telling) for party in telling.parties)
        told = (number for mine in of_each for number in self._nearest(telling, mine))
        return list(dict.fromkeys(told))

    def is_right_behind(self, number: int, sentence: Span) -> bool:
        """Whether the sentence before it, in one paragraph, tells of the decision."""
        before = self._survey.article.sentence_before(sentence)
        paragraph = self._survey.article.paragraph_of(sentence)
        return before is not None and paragraph.contains(before) and before in self.own[number]

    def _of(self, party: Party, telling: Telling) -> Sequence[int]:
        """The decisions about the party in the section of the words or in their sentence."""
        section = self._survey.section_of(telling.sentence)
        return [
            number
            for number in self.by_party[party]
            if telling.sentence in self.own[number]
            or self._survey.section_of(self._decisions[number].findings[0].sentence) == section
        ]

    def _here(self, telling: Telling) -> Sequence[int]:
        return self._by_section.get(self._survey.section_of(telling.sentence), [])

    def _before(self, telling: Telling, meant: Sequence[int]) -> Sequence[int]:
        return [each for each in meant if self._decisions[each].findings[0].sentence < telling.sentence]

    def _nearest(self, telling: Telling, meant: Sequence[int]) -> Sequence[int]:
        """Those told in the words' clause, else in their sentence, else last before it."""
        decisions = self._decisions
        named = [number for number in meant if decisions[number].authority in telling.authorities]
        meant = named or meant
        inside = [number for number in meant if telling.sentence in self.own[number]]
        in_clause = [
            number
            for number in inside
            if any(telling.clause.contains(place) for place in self.places(number, telling.sentence))
        ]
        if inside:
            return in_clause or self._with_sums(telling, inside)
        return _latest(telling, decisions, self._before(telling, meant))

    def _with_sums(self, telling: Telling, inside: Sequence[int]) -> Sequence[int]:
        """Of decisions about one respondent in one sentence those that have their sum in it."""
        summed = [
            number
            for number in inside
            if any(each.sums for each in self._findings[number].get(telling.sentence, ()))
        ]
        shared = frozenset.intersection(*(frozenset(self._decisions[number].parties) for number in inside))
        return summed if summed and shared else inside

    def places(self, number: int, sentence: Span) -> Iterator[Span]:
        """Where the sentence tells of the decision: its words and its sums."""
        for finding in self._findings[number].get(sentence, ()):
            yield finding.trigger
            yield from (mention.span for mention in finding.sums)


def _by_sentence(findings: Sequence[Finding]) -> dict[Span, list[Finding]]:
    table: dict[Span, list[Finding]] = {}
    for finding in findings:
        table.setdefault(finding.sentence, []).append(finding)
    return table


def _latest(telling: Telling, decisions: Sequence[Decision], told: Sequence[int]) -> list[int]:
    """Those that the text spoke of last before the words; of several in one sentence the main ones.

    Of several by the way the last one of each authority: "fined it €1m in 2018 and €2m in 2021. It appealed".
    """
    last = {number: _last_before(telling.sentence, decisions[number].findings) for number in told}
    newest = max(last.values(), default=None)
    latest = [number for number in told if last[number] == newest]
    of_each = {decisions[number].authority: number for number in latest}
    return [number for number in latest if decisions[number].main] or list(of_each.values())


def _last_before(sentence: Span, findings: Sequence[Finding]) -> Span:
    """The last sentence before this one that tells of a decision; its findings stand in reading order."""
    return findings[bisect_left(findings, sentence, key=lambda each: each.sentence) - 1].sentence


def _own_sentences(survey: Survey, findings: Sequence[Finding]) -> frozenset[Span]:
    """Those of the findings, and those right behind them that go on about the same respondents."""
    return frozenset(finding.sentence for finding in findings) | frozenset(_continuing(survey, findings))


def _continuing(survey: Survey, findings: Sequence[Finding]) -> list[Span]:
    """The sentences right behind the findings, in their paragraphs, that go on about the same respondents."""
    continuers = cue(survey.article.language, "continuers")
    sentences = survey.article.sentences
    following = []
    for finding in findings:
        index = bisect_right(sentences, finding.sentence.start, key=attrgetter("start"))
        if index < len(sentences):
            same = survey.article.paragraph_of(finding.sentence).contains(sentences[index])
            if same and continuers.match(survey.article.text, sentences[index].start):
                following.append(sentences[index])
    return following


def _is_of_another_before(survey: Survey, telling: Telling, places: Iterable[Span]) -> bool:
    """Whether the words end a measure told before a semicolon, and the decision is told behind it."""
    if telling.status not in (ActionStatus.ANNULLED, ActionStatus.REDUCED):
        return False
    inside = [place for place in places if telling.sentence.contains(place)]
    parted = ";" in survey.article.text[telling.clause.end - 2 : telling.clause.end]
    return parted and bool(inside) and all(place.start >= telling.clause.end for place in inside)


def _applies(telling: Telling, decision: Decision, own: bool, beside: bool) -> bool:
    """Whether words outside the decision's own sentences may tell of it: those that name its respondent.

    Of an end or an appeal also those that go on about it; of a change those that speak of a measure, by a
    court or ``beside`` the decision.
    """
    if own:
        return True
    if telling.status in (ActionStatus.FINAL, ActionStatus.APPEALED):
        return decision.main or telling.named
    named = telling.named or (decision.main and (telling.ruled or (beside and telling.its)))
    return named and telling.measure and telling.status is not ActionStatus.PROPOSED
