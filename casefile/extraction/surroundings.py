"""What the candidates of a sentence have in common, worked out once. Imports the survey and the anchors."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property
from itertools import islice
from operator import attrgetter

from casefile.extraction.anchors import Anchor
from casefile.extraction.authorities import AuthorityMention
from casefile.extraction.bystanders import is_turned_to
from casefile.extraction.lexicon import SHARED, lexicon, word_pattern
from casefile.extraction.linking_words import linking_words
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.name_words import places
from casefile.extraction.names import Party
from casefile.extraction.pairs import paired_parties
from casefile.extraction.survey import AnyPlaced, PartyMention, Survey
from casefile.extraction.totals import Totals
from casefile.extraction.triggers import Force, cue
from casefile.values import Span

WORDS_BEFORE = 48
"""Code points before a name in which the small word that tells its part stands."""
CLAUSE_END = re.compile(r"[;:–—]|,\s(?:while|which|who|whose|während|tandis|terwijl|mentre|mientras)\s")
JUDGES = frozenset(("court", "ministry", "prosecutor"))
_FULL_STOPS = (".", "!", "?", "…", ":")
_WEIGHED = 24
"""So many authorities are weighed against each other: a longer text tells of others elsewhere."""
_NEAREST = 12
"""So many names, and sums, on each side of an anchor are looked at: a longer list is a table."""
_LISTED = 3
"""So many organisations in a row are one list, of which none is the others' rival."""


@dataclass(frozen=True)
class Spoken:
    """What the text has told before an anchor: the findings' authority and respondents, newest first."""

    authority: str = ""
    parties: tuple[Party, ...] = ()
    section: Span | None = None


@dataclass(frozen=True)
class Place:
    """What is the same for every candidate of a sentence's anchors."""

    section: Span
    block: Span
    paragraph: Span
    main: Party | None
    alone: bool
    """The sentence names no organisation."""
    named_in_section: int
    first: Party | None
    """The first organisation of the section."""
    first_of_block: Party | None
    first_of_paragraph: Party | None
    last: Party | None
    """The organisation named last before the sentence, where it is not far."""
    refers: bool
    """The sentence speaks of somebody in words that point back."""
    continues: bool
    negated: bool
    passing: bool
    """It speaks of an action only by the way."""


@dataclass(frozen=True)
class Bodies:
    """The authorities of a section, of which any may be meant."""

    mentions: Sequence[AuthorityMention]
    starts: list[int]
    counts: Counter[str]
    total: int
    most: str

    def weighed(self, place: int) -> Collection[str]:
        """The codes of those that may be meant at the place: of very many the nearest and the most named."""
        if len(self.counts) <= _WEIGHED:
            return self.counts
        index = bisect_left(self.starts, place)
        near = self.mentions[max(0, index - _WEIGHED // 2) : index + _WEIGHED // 2]
        return dict.fromkeys((*(mention.code for mention in near), *self._frequent))

    @cached_property
    def _frequent(self) -> tuple[str, ...]:
        return tuple(code for code, _ in self.counts.most_common(_WEIGHED // 2))


@dataclass(frozen=True)
class Surroundings:
    """An article's survey with what is asked of it for every candidate."""

    survey: Survey

    def names_near(self, anchor: Anchor) -> Sequence[PartyMention]:
        """The parties named in the anchor's sentence, in reading order."""
        return _nearest(self.survey.mentions_in(anchor.sentence), anchor.span)

    def sums_near(self, anchor: Anchor) -> Sequence[MoneyMention]:
        """The sums of the anchor's sentence, in reading order."""
        return _nearest(self.survey.money_in(anchor.sentence), anchor.span)

    def paired(self, anchor: Anchor) -> Party | None:
        """Whose the anchor's sum is by its turn in a sentence of several; None of any other."""
        if anchor.money is None:
            return None
        return self._pairs_in(anchor.sentence).get(anchor.money.span)

    def _pairs_in(self, sentence: Span) -> dict[Span, Party]:
        pairs = self._pairs.get(sentence)
        if pairs is None:
            pairs = self._pairs[sentence] = paired_parties(self.survey, sentence)
        return pairs

    @cached_property
    def _pairs(self) -> dict[Span, dict[Span, Party]]:
        return {}

    def lists_in(self, sentence: Span) -> Sequence[Sequence[PartyMention]]:
        """The lists of three organisations or more that share what the sentence tells: "BP, Esso and Shell".

        None where each has a sum of its own.
        """
        lists = self._lists.get(sentence)
        if lists is None:
            lists = self._lists[sentence] = () if self._pairs_in(sentence) else self._listed(sentence)
        return lists

    @cached_property
    def _lists(self) -> dict[Span, Sequence[Sequence[PartyMention]]]:
        return {}

    def _listed(self, sentence: Span) -> Sequence[Sequence[PartyMention]]:
        survey = self.survey
        text, joint = survey.article.text, linking_words(survey.article.language).listed
        rows: list[list[PartyMention]] = []
        row: list[PartyMention] = []
        for mention in survey.mentions_in(sentence):
            found = joint.fullmatch(text, row[-1].span.end, mention.span.start) if row else None
            row = [*row, mention] if found else [mention]
            if mention.party.person or mention.party.name in survey.bystanders:
                row = []
            elif found and found["last"]:
                rows.append(row)
                row = []
        return [row for row in rows if len(row) >= _LISTED]

    def list_of(self, mention: Span, sentence: Span) -> Span:
        """The stretch of the list in which the mention stands; its own where there is none."""
        for row in self.lists_in(sentence):
            if row[0].span.start <= mention.start and mention.end <= row[-1].span.end:
                return Span(row[0].span.start, row[-1].span.end)
        return mention

    def place(self, sentence: Span) -> Place:
        """What holds for the whole sentence."""
        place = self._places.get(sentence.start)
        if place is None:
            survey = self.survey
            section, block = survey.section_of(sentence), survey.block_of(sentence)
            article = survey.article
            paragraph = article.paragraph_of(sentence)
            index = bisect_left(self.starts, sentence.start)
            before = [each.party for each in survey.mentions[max(0, index - 8) : index]]
            words = sentence.of(article.text)
            references = word_pattern(article.language, "linking", "references")
            continuing = linking_words(article.language).continuing
            place = self._places[sentence.start] = Place(
                section,
                block,
                paragraph,
                main=survey.main_parties.get(section),
                alone=all(each.party.person for each in survey.mentions_in(sentence)),
                named_in_section=len(survey.mentions_in(section)) or 1,
                first=self.firsts.get(section),
                first_of_block=self._first_within(block),
                first_of_paragraph=self._first_within(paragraph),
                last=next((party for party in reversed(before) if not party.person), None),
                refers=references.search(article.text, sentence.start, sentence.end) is not None,
                continues=continuing.match(article.text, sentence.start) is not None,
                negated=cue(article.language, "negations").search(words) is not None,
                passing=cue(article.language, "passing").search(words) is not None,
            )
        return place

    @cached_property
    def _places(self) -> dict[int, Place]:
        return {}

    def bodies(self, section: Span) -> Bodies:
        """The authorities of the section, else of the whole text; courts where there is nobody else."""
        bodies = self._listed_bodies.get(section)
        if bodies is None:
            survey = self.survey
            inside = survey.authorities_in(section) or list(survey.authorities)
            inside = self._deciding(inside) or self._deciding(survey.authorities) or inside
            counts = Counter(mention.code for mention in inside)
            most = max(counts, key=lambda code: counts[code], default="")
            starts = [mention.span.start for mention in inside]
            bodies = self._listed_bodies[section] = Bodies(inside, starts, counts, len(inside), most)
        return bodies

    def _deciding(self, mentions: Sequence[AuthorityMention]) -> list[AuthorityMention]:
        """Without courts and advisers, and those to which somebody only takes what another decided."""
        apart = self._turned_to | _advising()
        return [each for each in _without_courts(mentions) if each.code not in apart]

    @cached_property
    def _turned_to(self) -> frozenset[str]:
        named: dict[str, list[bool]] = {}
        text = self.survey.article.text
        for mention in self.survey.authorities:
            short_form = text[mention.span.start - 1 : mention.span.start] == "("
            if mention.named and not short_form:
                named.setdefault(mention.code, []).append(is_turned_to(self.survey.article, mention.span))
        return frozenset(code for code, each in named.items() if all(each))

    @cached_property
    def _listed_bodies(self) -> dict[Span, Bodies]:
        return {}

    @cached_property
    def by_code(self) -> dict[str, list[AuthorityMention]]:
        """Every authority's mentions in reading order."""
        table: dict[str, list[AuthorityMention]] = {}
        for mention in self.survey.authorities:
            table.setdefault(mention.code, []).append(mention)
        return table

    def is_told_again(self, mention: MoneyMention, early: int) -> tuple[bool, bool, bool]:
        """Whether the text states the sum in another place; before ``early``; where it surely is imposed."""
        stated, imposed = self._by_value[mention.value, mention.currency]
        firsts = [each.span.start < early for each in stated[:2] if each is not mention]
        return bool(firsts), any(firsts), any(each is not mention for each in imposed)

    @cached_property
    def _by_value(self) -> dict[tuple[Decimal, str], tuple[list[MoneyMention], list[MoneyMention]]]:
        """The sums of one value and currency, and those of them that surely are imposed."""
        table: dict[tuple[Decimal, str], tuple[list[MoneyMention], list[MoneyMention]]] = {}
        for mention in self.survey.money:
            stated, imposed = table.setdefault((mention.value, mention.currency), ([], []))
            stated.append(mention)
            if self._is_imposed(mention):
                imposed.append(mention)
        return table

    def _is_imposed(self, mention: MoneyMention) -> bool:
        sentence = self.survey.article.sentence_of(mention.span)
        return any(
            not trigger.weak and trigger.force is Force.DONE for trigger in self.survey.triggers_in(sentence)
        )

    @property
    def totals(self) -> Totals:
        """Which sums add up others."""
        return self.survey.totals

    @cached_property
    def starts(self) -> list[int]:
        """Where the parties are named, in reading order."""
        return [mention.span.start for mention in self.survey.mentions]

    @cached_property
    def firsts(self) -> dict[Span, Party]:
        """The first organisation of each section."""
        firsts: dict[Span, Party] = {}
        for mention in self.survey.mentions:
            if not mention.party.person:
                firsts.setdefault(self.survey.section_of(mention.span), mention.party)
        return firsts

    def _first_within(self, stretch: Span) -> Party | None:
        mentions = self.survey.mentions_in(stretch)
        return next((each.party for each in mentions if not each.party.person), None)

    @cached_property
    def standing(self) -> dict[str, dict[str, float]]:
        """Of each party whether it bears a place's name, and stands in headlines, labels or brackets only."""
        text = self.survey.article.text
        return {
            party.name: {
                "place": float(party.name in places()),
                "only.headline": float(all(self._is_unfinished(span) for span in party.spans)),
                "only.bracket": float(all(text[span.start - 1 : span.start] == "(" for span in party.spans)),
                "only.shouted": float(all(form.isupper() for form in party.forms) and len(party.name) > 4),
                "word": float(" " not in party.name and not party.legal_form),
            }
            for party in self.survey.parties
        }

    def _is_unfinished(self, span: Span) -> bool:
        """Whether no full stop ends the sentence: it is a headline, a label or a caption."""
        sentence = self.survey.article.sentence_of(span)
        last = self.survey.article.text[max(sentence.start, sentence.end - 2) : sentence.end]
        return not any(mark in last for mark in _FULL_STOPS)

    def mention_near(self, party: Party, anchor: Anchor) -> Span:
        """Its mention in the sentence nearest the anchor, else the last before it, else the first."""
        sentence, spans = anchor.sentence, party.spans
        inside = list(spans_within(spans, sentence))
        if inside:
            return min(inside, key=lambda span: gap(span, anchor.span))
        index = bisect_right(spans, sentence.start, key=start_of)
        return spans[index - 1] if index else spans[0]


def _nearest(placed: list[AnyPlaced], span: Span) -> list[AnyPlaced]:
    if len(placed) <= 2 * _NEAREST:
        return placed
    index = bisect_left(placed, span.start, key=lambda each: each.span.start)
    return placed[max(0, index - _NEAREST) : index + _NEAREST]


def _without_courts(mentions: Sequence[AuthorityMention]) -> list[AuthorityMention]:
    """What a court decides is about another authority's action, where the text names one."""
    return [mention for mention in mentions if mention.authority.kind != "court"]


def gap(span: Span, other: Span) -> int:
    """The code points between the two, 0 where they touch or overlap."""
    if other.start < span.start:
        span, other = other, span
    return max(0, other.start - span.end)


start_of: Callable[[Span], int] = attrgetter("start")
"""What spans are sorted by."""


def count_within(spans: Sequence[Span], stretch: Span) -> int:
    """How many of the sorted spans start in the stretch."""
    first = bisect_left(spans, stretch.start, key=start_of)
    return bisect_left(spans, stretch.end, key=start_of) - first


def any_within(spans: Sequence[Span], stretch: Span) -> bool:
    """Whether one of the sorted spans lies wholly in the stretch."""
    end = stretch.end
    for index in range(bisect_left(spans, stretch.start, key=start_of), len(spans)):
        span = spans[index]
        if span.end <= end:
            return True
        if span.start >= end:
            return False
    return False


def spans_within(spans: Sequence[Span], stretch: Span) -> Iterator[Span]:
    """The sorted spans that lie wholly in the stretch."""
    first = bisect_left(spans, stretch.start, key=start_of)
    for span in islice(spans, first, None):
        if span.start >= stretch.end:
            return
        if span.end <= stretch.end:
            yield span


@cache
def _advising() -> frozenset[str]:
    """The codes of bodies that impose nothing themselves."""
    return frozenset(lexicon(SHARED, "authorities").words("advising"))
