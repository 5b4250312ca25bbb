"""Of whom the words of a standing tell: "Lumo has appealed, while Kestrel has paid".

Words tell of the respondent that their own clause names first. Where it names none they go on about the last
one; where they stand in a relative clause, about the name before it. Imports the survey and the words.
"""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cache
from itertools import pairwise

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_changes import lowered_sums
from casefile.extraction.names import Party
from casefile.extraction.somebody_else import names_nobody, others_in
from casefile.extraction.status_sides import told_of_sides
from casefile.extraction.status_words import find_cue_words, standing_words, status_cues
from casefile.extraction.survey import PartyMention, Survey
from casefile.extraction.trigger_reading import Force, grammar
from casefile.terms import ActionStatus
from casefile.values import Span

_CHANGES = (ActionStatus.ANNULLED, ActionStatus.REDUCED)
_AWAY = 40
"""Code points before a name in which words may set others off from it."""
_OBJECT = 70
"""Code points from words of a change to the name whose measure they change."""
_BESIDE = 24
"""Code points from words of a change to the measure that they change."""
_BEFORE_IT = 2
"""Words before a measure that tell it is another one: "an older fine"."""
_REACH = 12
"""So many names before a sentence are looked at for whom it goes on about."""
_NAME, _PLAIN = re.compile(r"\b[^\W\d_a-zß-ÿ][\w-]{3,}"), re.compile(r"\b[a-zß-ÿ][\w-]{3,}")
_CLAUSE_END = re.compile(r"[,;–—]")
_SEMICOLON = re.compile(r";\s")
_NOTHING_SAID = re.compile(r"[”»\")]?(?:[,.;)]|$)")
_LONGEST = 3_000
"""Characters of a sentence; a longer one is a table or a list, where commas part no clauses."""
_ASKED = re.compile(r"\?[”»\")’]{0,2}\s*$")
_OWNED = re.compile(r"[’']s?(?:\s[a-z][\w-]{0,24}){1,4},?\s")
"""Between a firm and one that is told by it."""
_RIGHT_BEFORE = re.compile(r"\s(?:[^\W\d_]{2,10}\s){0,2}")
"""Between a body and its verb: " has since "."""
_PRONOUN_REACH, _PRONOUN_WORDS = 24, 2
_NEAR = 6
"""Sentences from a name to words that go on about it without a name, at most."""


@dataclass(frozen=True)
class Telling:
    """Words of a standing with whom they tell it of."""

    status: ActionStatus
    span: Span
    sentence: Span
    clause: Span
    parties: tuple[Party, ...]
    """Nobody where the text names none that they could tell of."""
    named: bool
    """The clause itself names them."""
    several: bool
    """They are said of all that were spoken of: "both companies"."""
    measure: bool
    """The clause speaks of a measure or an appeal."""
    authorities: frozenset[str]
    """The codes of those that the clause names."""
    its: bool
    """A change of the measure that the text is about, told right beside the words."""
    ruled: bool
    """The same, and a court made it."""


def find_tellings(survey: Survey, respondents: frozenset[Party]) -> Iterator[Telling]:
    """What every sentence tells of the standing of one of the respondents, in reading order."""
    text, language = survey.article.text, survey.article.language
    short = _short_names(survey, respondents) if respondents else {}
    cued = {
        survey.article.sentence_of(Span(place, place + 1))
        for match in find_cue_words(text, language)
        for place in (match.start(), match.end() - 1)  # words with a gap may reach into the next sentence
    }
    lowered = {survey.article.sentence_of(gap) for gap in lowered_sums(text, language, survey.money)}
    for sentence in sorted(cued | lowered):
        if sentence.end - sentence.start > _LONGEST or _ASKED.search(sentence.of(text)):
            continue
        if names_nobody(survey, sentence) and any(others_in(survey, sentence)):
            continue
        before = survey.article.sentence_before(sentence)
        cues = [
            (status, Span(sentence.start + span.start, sentence.start + span.end))
            for status, span in status_cues(sentence.of(text), language, before.of(text) if before else "")
        ]
        cues = [
            (told, cue)
            for status, cue in cues
            for told in (told_of_sides(survey, sentence, status, cue),)
            if told is not None
        ]
        cues += [(ActionStatus.REDUCED, gap) for gap in _lowered(survey, sentence)]
        if cues:
            mentions = _mentions(survey, sentence, short)
            spans = [span for _, span in cues]
            yield from _Clauses(survey, sentence, respondents, mentions, spans).tellings(cues)


def _lowered(survey: Survey, sentence: Span) -> Iterator[Span]:
    """Where a sanction's sum replaces a higher one that was imposed, and not only asked for."""
    text, language = survey.article.text, survey.article.language
    if not any(each.force is Force.DONE for each in survey.triggers_in(sentence)):
        return
    for gap in lowered_sums(text, language, survey.money_in(sentence)):
        near = max(sentence.start, gap.start - _AWAY), min(sentence.end, gap.end + _OBJECT)
        if not any(grammar(language, key).search(text, *near) for key in ("asked", "planned")):
            yield gap


def _short_names(survey: Survey, respondents: frozenset[Party]) -> dict[str, Party]:
    """Capitalised words that only one organisation has in its name, and the text nowhere as a common word."""
    plain = set(_PLAIN.findall(survey.article.text))
    owners: dict[str, set[Party]] = {}
    for party in survey.parties:
        if not party.person:
            for word in {word for form in (party.name, *party.forms) for word in _NAME.findall(form)}:
                owners.setdefault(word, set()).add(party)
    return {
        word: party
        for word, parties in owners.items()
        for party in parties
        if len(parties) == 1 and party in respondents and word.lower() not in plain
    }


def _mentions(survey: Survey, sentence: Span, short: dict[str, Party]) -> list[PartyMention]:
    """The names in the sentence, with short ones that stand alone: "Marchesan" of "Autolinee Marchesan"."""
    mentions = survey.mentions_in(sentence)
    text = survey.article.text
    found = [
        replace(each, party=short.get(each.span.of(text), each.party)) if each.party.person else each
        for each in mentions
    ]
    taken = [each.span for each in mentions]
    taken += [each.span for each in survey.authorities_in(sentence)]
    for match in _NAME.finditer(text, sentence.start, sentence.end):
        span = Span(*match.span())
        if match.group() in short and not any(each.overlaps(span) for each in taken):
            found.append(PartyMention(short[match.group()], span))
    return sorted(found, key=lambda each: each.span)


@cache
def _before_a_name(language: str) -> re.Pattern[str]:
    """What parts two clauses right before a name: ", Lumo", " and the grocer Lumo"."""
    words = lexicon(language, "linking")
    return re.compile(
        rf"(?:[,–—:]\s(?:{alternatives(words.words('conjunctions'))}\s)?"
        rf"|\s{alternatives(words.words('conjunctions'))}\s)"
        rf"(?:{alternatives(words.words('articles'))}\s?)?(?:[^\W\d_]{{2,20}}[-\s]){{0,2}}$",
        re.IGNORECASE,
    )


@cache
def _joins(language: str) -> re.Pattern[str]:
    return re.compile(rf"\s{alternatives(lexicon(language, 'linking').words('conjunctions'))}\s")


class _Clauses:
    """A sentence in the clauses that its names and its little words part it into."""

    def __init__(
        self,
        survey: Survey,
        sentence: Span,
        respondents: frozenset[Party],
        mentions: Sequence[PartyMention],
        cues: Sequence[Span],
    ) -> None:
        self._survey, self._sentence, self._respondents = survey, sentence, respondents
        self._text, self._language = survey.article.text, survey.article.language
        names = [each for each in mentions if each.party in respondents]
        self._others = [
            each.span
            for each in mentions
            if each.party not in respondents and not each.party.person and not each.party.public_body
        ]
        self._groups = self._without_compared(_grouped(survey, names))
        self._relatives = self._find_relatives()
        self._wide = self._find_wide_bounds()
        self._bounds = self._find_bounds(sorted(cues))

    def tellings(self, cues: Sequence[tuple[ActionStatus, Span]]) -> Iterator[Telling]:
        """What each of the words tells of whom."""
        for status, span in cues:
            clause = self._clause(span, self._wide if status is ActionStatus.PROPOSED else self._bounds)
            measured = self._measured(span) if status in _CHANGES else ()
            parties, named = (measured, True) if measured else self._subject(clause, span)
            if not named and status is ActionStatus.APPEALED and self._is_anothers(clause, span):
                continue
            if status is ActionStatus.APPEALED and self._is_suit(clause, span):
                continue
            if self._is_of_a_body(status, span):
                continue
            if self._is_of_a_person(span) and not any(each.person for each in parties):
                continue
            several = standing_words(self._language, "several").search(self._text, clause.start, clause.end)
            bodies = self._survey.authorities_in(clause)
            codes = frozenset(each.code for each in bodies if each.authority.kind != "court")
            pooled = not named and several is not None
            words = clause.of(self._text)
            measure = any(
                standing_words(self._language, key).search(words) is not None
                for key in ("measures", "appeals", "sides")
            )
            if status is ActionStatus.FINAL and not measure and self._survey.is_quoted(span):
                continue
            its = status in _CHANGES and self._is_of_the_measure(clause, span)
            ruled = its and ((bool(bodies) and not codes) or self._names_court())
            yield Telling(
                status, span, self._sentence, clause, parties, named, pooled, measure, codes, its, ruled
            )

    def _is_of_the_measure(self, clause: Span, cue: Span) -> bool:
        """Whether the measure that the text is about was changed: "annulled the decision".

        It is told right beside the words, and neither as one among others nor as somebody else's.
        """
        text, language = self._text, self._language
        start, end = max(clause.start, cue.start - _BESIDE), min(clause.end, cue.end + _BESIDE)
        measure = standing_words(language, "measures").search(text, start, end)
        if measure is None:
            return False
        words = text[max(start, measure.start() - _BESIDE) : measure.start()].split()[-_BEFORE_IT:]
        before = standing_words(language, "other_measures").search(" ".join(words))
        return not before and not standing_words(language, "anothers").match(text, measure.end() + 1)

    def _names_court(self) -> bool:
        courts = standing_words(self._language, "courts")
        return courts.search(self._text, self._sentence.start, self._sentence.end) is not None

    def _without_compared(self, groups: list[list[PartyMention]]) -> list[list[PartyMention]]:
        """Without whom others are set off from: "unlike Lumo"; all of them where nobody else is named."""
        unlike = standing_words(self._language, "unlike")
        main = []
        for group in groups:
            start = max(self._sentence.start, _starts(group) - _AWAY)
            ends = [match.end() for match in unlike.finditer(self._text, start, _starts(group))]
            if not ends or len(self._text[ends[-1] : _starts(group)].split()) > 1:
                main.append(group)
        return main or groups

    def _find_relatives(self) -> list[Span]:
        """The relative clauses, from their comma to the next one."""
        found = []
        begun = {_starts(group) - 1 for group in self._groups}
        for match in standing_words(self._language, "relatives").finditer(self._text, *self._limits):
            comma = self._text[max(self._sentence.start, match.start() - 2) : match.start()]
            if comma.startswith(",") and match.end() not in begun:
                end = _CLAUSE_END.search(self._text, match.end(), self._sentence.end)
                found.append(Span(match.start(), end.start() if end else self._sentence.end))
        return found

    @property
    def _limits(self) -> tuple[int, int]:
        return self._sentence.start, self._sentence.end

    def _find_wide_bounds(self) -> list[int]:
        """Where clauses begin that nothing goes over: at semicolons and contrasts."""
        contrasts = standing_words(self._language, "contrasts").finditer(self._text, *self._limits)
        parted = [match.start() for match in contrasts]
        parted += [match.end() for match in _SEMICOLON.finditer(self._text, *self._limits)]
        return sorted({self._sentence.start, *parted})

    def _find_bounds(self, cues: list[Span]) -> list[int]:
        """Where clauses begin."""
        bounds = set(self._wide)
        before = _before_a_name(self._language)
        for group in self._groups:
            start = _starts(group)
            parting = before.search(self._text, max(self._sentence.start, start - 64), start)
            if parting is not None and not self._is_apposed(group):
                bounds.add(parting.start() + 1)
        for first, second in pairwise(cues):
            between = list(_joins(self._language).finditer(self._text, first.end, second.start))
            bounds.update(match.start() + 1 for match in between[-1:])
        return sorted(bound for bound in bounds if not any(_inside(bound, cue) for cue in cues))

    def _is_apposed(self, group: Sequence[PartyMention]) -> bool:
        """Whether nothing is said of the name behind it: "its owner, Jane Roe, paid"."""
        rest = self._text[group[-1].span.end : self._sentence.end]
        return _NOTHING_SAID.match(rest) is not None

    def _clause(self, span: Span, bounds: Sequence[int]) -> Span:
        index = bisect_left(bounds, span.start + 1)
        end = bounds[index] if index < len(bounds) else self._sentence.end
        return Span(bounds[index - 1], max(end, span.end))

    def _subject(self, clause: Span, cue: Span) -> tuple[tuple[Party, ...], bool]:
        """Whom the words tell of, and whether the clause names them."""
        relative = next((each for each in self._relatives if each.contains(cue)), None)
        if relative is not None:
            before = [group for group in self._groups if _starts(group) < relative.start]
            own = [group for group in self._groups if relative.contains(group[0].span)]
            if own or before:
                return _parties(own[0] if own else before[-1]), True
        inside = [group for group in self._groups if clause.start <= _starts(group) < clause.end]
        main = [group for group in inside if not self._is_by_the_way(group)]
        for groups in (main, inside):
            if groups:
                return _parties(groups[0]), True
        earlier = [group for group in self._groups if _starts(group) < clause.start]
        if earlier:
            start = self._clause(earlier[-1][0].span, self._bounds)
            return _parties(next(group for group in earlier if _starts(group) >= start.start)), True
        return self._last_named(), False

    def _measured(self, cue: Span) -> tuple[Party, ...]:
        """Whose measure is the object of the words: "cut the fine on Lumora", "annulé l’amende de Lumora"."""
        group = next((group for group in self._groups if _starts(group) > cue.start), None)
        told = self._text[cue.start : _starts(group)] if group else ""
        if (
            not group
            or len(told) > _OBJECT
            or _CLAUSE_END.search(told)
            or _joins(self._language).search(told)
        ):
            return ()
        measures = standing_words(self._language, "measures").search(told)
        return () if measures is None else _parties(group)

    def _is_by_the_way(self, group: Sequence[PartyMention]) -> bool:
        """Whether a relative clause names it, or another as its own: "Kestrel’s larger rival Lumo"."""
        behind = next((each for each in self._groups if _starts(each) >= group[-1].span.end), None)
        gap = self._text[group[-1].span.end : _starts(behind)] if behind else ""
        owns = _OWNED.fullmatch(gap) is not None
        return owns or any(each.contains(group[0].span) for each in self._relatives)

    def _is_anothers(self, clause: Span, cue: Span) -> bool:
        """Whether the clause names somebody else before the words."""
        return any(clause.start <= each.start < cue.start for each in self._others)

    def _is_suit(self, clause: Span, cue: Span) -> bool:
        """Whether others go to court, not the respondent: "a shareholder suit is pending before"."""
        language, words = self._language, cue.of(self._text)
        return (
            standing_words(language, "appeals").search(words) is None
            and standing_words(language, "suits").search(self._text, clause.start, clause.end) is not None
        )

    def _is_of_a_body(self, status: ActionStatus, cue: Span) -> bool:
        """Whether the authority itself goes to court or takes the money: "took it to court", "off it"."""
        own = {ActionStatus.APPEALED: "appeals", ActionStatus.REDUCED: "taking"}.get(status)
        if own is None:
            return False
        told = standing_words(self._language, own).search(cue.of(self._text)) is not None
        return told is (status is ActionStatus.REDUCED) and any(
            body.authority.kind != "court" and _RIGHT_BEFORE.fullmatch(self._text, body.span.end, cue.start)
            for body in self._survey.authorities_in(self._sentence)
        )

    def _is_of_a_person(self, cue: Span) -> bool:
        """Whether "he" or "she" is the subject of the words, of whom the text tells beside a company."""
        before = self._text[max(self._sentence.start, cue.start - _PRONOUN_REACH) : cue.start].split()
        stretch = " ".join(before[-_PRONOUN_WORDS:])
        return standing_words(self._language, "persons").search(stretch) is not None

    def _last_named(self) -> tuple[Party, ...]:
        """Those named last before the sentence."""
        mentions = self._survey.mentions
        section = self._survey.section_of(self._sentence)
        index = bisect_left(mentions, self._sentence.start, key=lambda each: each.span.start)
        near = [
            each
            for each in mentions[max(0, index - _REACH) : index]
            if each.party in self._respondents and each.span.start >= section.start
        ]
        if not near or self._survey.article.sentences_between(near[-1].span, self._sentence) > _NEAR:
            return ()
        return _parties(_grouped(self._survey, near)[-1])


def _grouped(survey: Survey, names: Sequence[PartyMention]) -> list[list[PartyMention]]:
    """The names with those that are joined to them by an "and": "Lumo, Kestrel and Orbit"."""
    language = survey.article.language
    joined, conjunction = linking_words(language).joined, _joins(language)
    neither_nor = standing_words(language, "neither")
    groups: list[list[PartyMention]] = []
    listed: list[bool] = []
    for name in names:
        gap = survey.article.text[groups[-1][-1].span.end : name.span.start] if groups else ""
        neither = neither_nor.fullmatch(gap.strip()) is not None
        if gap.strip() and (neither or joined.fullmatch(gap)):
            groups[-1].append(name)
            listed[-1] = listed[-1] or neither or conjunction.search(f" {gap}") is not None
        else:
            groups.append([name])
            listed.append(False)
    return [
        part
        for group, is_list in zip(groups, listed, strict=True)
        for part in ([group] if is_list else [[name] for name in group])
    ]


def _parties(group: Sequence[PartyMention]) -> tuple[Party, ...]:
    return tuple(dict.fromkeys(each.party for each in group))


def _starts(group: Sequence[PartyMention]) -> int:
    return group[0].span.start


def _inside(place: int, span: Span) -> bool:
    return span.start < place < span.end
