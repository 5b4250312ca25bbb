"""Everything that one reading of an article found, laid out by sentence. Imports the finders beside it."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from functools import cached_property
from itertools import accumulate, pairwise
from operator import attrgetter
from typing import Any, Protocol, TypeVar, cast

from casefile import registry
from casefile.extraction.authorities import AuthorityMention, find_authorities, find_places
from casefile.extraction.bystanders import find_bystanders, is_beside
from casefile.extraction.dates import DateMention, find_dates
from casefile.extraction.laws import ProvisionMention, find_provisions
from casefile.extraction.money import find_money
from casefile.extraction.money_context import features_of_sums
from casefile.extraction.money_mentions import MoneyMention
from casefile.extraction.names import Party, find_parties
from casefile.extraction.sections import find_blocks
from casefile.extraction.text import Article
from casefile.extraction.totals import Totals, find_totals
from casefile.extraction.triggers import Trigger, find_triggers
from casefile.values import Span


class Placed(Protocol):
    """Something that stands at a place of the text."""

    @property
    def span(self) -> Span:
        """Where."""
        ...


_MINIMUM_AUTHORITIES = 2
_MINIMUM_STORIES = 3
_EARLY, _EARLY_BONUS = 600, 2
_BRACKET_OR_COMMA = re.compile(r"\s{0,3}[(\[—–,][^\d.;]{0,18}")
_OPENING_BRACKET = re.compile(r"\s{0,3}[(\[—–].{0,14}", re.DOTALL)

AnyPlaced = TypeVar("AnyPlaced", bound=Placed)
Found = TypeVar("Found")
_NOT_YET = object()


@dataclass(frozen=True)
class PartyMention:
    """One occurrence of a party."""

    party: Party
    span: Span


@dataclass(frozen=True)
class Survey:
    """An article with its sums, dates, laws, authorities and named parties, each found once."""

    article: Article
    speakers: frozenset[str] = frozenset()
    """Who is quoted."""
    known: tuple[AuthorityMention, ...] | None = None
    """The authorities, where they are found already."""
    quoted: tuple[Span, ...] = ()
    """What somebody is quoted with, in reading order."""
    saying: tuple[Span, ...] = ()
    """Where the text names who says something, and the words for saying it, in reading order."""

    @cached_property
    def money(self) -> tuple[MoneyMention, ...]:
        """The sums."""
        return find_money(self.article, [mention.authority.jurisdiction for mention in self.authorities])

    @cached_property
    def sum_features(self) -> dict[Span, dict[str, float]]:
        """What stands around each sum, for the model that tells sanctions from other money."""
        features = features_of_sums(self.article, self.money, self.totals)
        return {mention.span: each for mention, each in zip(self.money, features, strict=True)}

    @cached_property
    def totals(self) -> Totals:
        """Which sums add up others of their section."""
        return find_totals((self.money_in(section) for section in self.sections), self._name_beside)

    def _name_beside(self, mention: MoneyMention) -> Party | None:
        """The name nearest the sum in its sentence."""
        names = self.mentions_in(self.article.sentence_of(mention.span))
        return min(names, key=lambda each: abs(each.span.start - mention.span.start)).party if names else None

    @cached_property
    def conversions(self) -> frozenset[tuple[Decimal, str]]:
        """The sums in brackets, or after a comma with "about", behind one in another currency; anywhere."""
        return frozenset(
            (second.value, second.currency)
            for first, second in pairwise(self.money)
            if first.currency != second.currency
            and (_OPENING_BRACKET if not second.approximate else _BRACKET_OR_COMMA).fullmatch(
                self.article.text, first.span.end, second.span.start
            )
        )

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates."""
        return find_dates(self.article)

    @cached_property
    def latest_day(self) -> date | None:
        """The last day that the text speaks of; None where it has no date."""
        return max((each.date.latest for each in self.dates if each.date is not None), default=None)

    @cached_property
    def triggers(self) -> tuple[Trigger, ...]:
        """The words of sanctions outside the sums, whatever their force: "9 million won" won nothing."""
        found = find_triggers(self.article.text, self.article.language)
        return tuple(each for each in found if not self._is_of_sum(each.span))

    def _is_of_sum(self, span: Span) -> bool:
        """Whether the span lies in a sum."""
        index = bisect_right(self.money, span.start, key=attrgetter("span.start"))
        return index > 0 and span.end <= self.money[index - 1].span.end

    @cached_property
    def provisions(self) -> tuple[ProvisionMention, ...]:
        """The laws."""
        return find_provisions(self.article)

    def names_law(self, span: Span) -> bool:
        """Whether the span shares a code point with the name of a law or its article."""
        starts, ends = self._laws
        index = bisect_left(starts, span.end)
        return index > 0 and ends[index - 1] > span.start

    @cached_property
    def _laws(self) -> tuple[list[int], list[int]]:
        """Where the laws start, in order, and how far those up to each reach."""
        spans = sorted(mention.span for mention in self.provisions)
        return [span.start for span in spans], list(accumulate((span.end for span in spans), max))

    @cached_property
    def authorities(self) -> tuple[AuthorityMention, ...]:
        """The authorities."""
        return find_authorities(self.article) if self.known is None else self.known

    def authority(self, code: str) -> registry.Authority:
        """The body that the mentions of this code speak of, else the registry's; ``KeyError`` of neither."""
        return self._bodies.get(code) or registry.authority(code)

    @cached_property
    def _bodies(self) -> dict[str, registry.Authority]:
        return {mention.code: mention.authority for mention in self.authorities}

    @cached_property
    def parties(self) -> tuple[Party, ...]:
        """The named parties that are neither authority nor law nor outlet."""
        taken = [mention.span for mention in self.authorities]
        taken += [mention.span for mention in self.provisions]
        taken += [mention.span for mention in self.dates]
        taken += [mention.span for mention in self.money]
        taken += find_places(self.article)
        return find_parties(self.article, taken, self.speakers)

    @cached_property
    def bystanders(self) -> frozenset[str]:
        """The names of the parties that are no respondents, whatever the action."""
        return find_bystanders(self.article, self.parties, self.authorities, self.triggers)

    def stands_beside(self, span: Span) -> bool:
        """Whether the words beside a name set it apart from the action: of a complainant, an analyst."""
        beside = self._beside.get(span.start)
        if beside is None:
            beside = self._beside[span.start] = is_beside(self.article, span)
        return beside

    @cached_property
    def _beside(self) -> dict[int, bool]:
        return {}

    @cached_property
    def mentions(self) -> tuple[PartyMention, ...]:
        """Every occurrence of the parties in reading order."""
        found = [PartyMention(party, span) for party in self.parties for span in party.spans]
        return tuple(sorted(found, key=_place_of))

    def mentions_in(self, stretch: Span) -> list[PartyMention]:
        """The occurrences of parties that start in the stretch; the list is kept, and not to be changed."""
        return self._kept(self.mentions, stretch, 0)

    def authorities_in(self, stretch: Span) -> list[AuthorityMention]:
        """The authorities that are spoken of in the stretch; the list is kept, and not to be changed."""
        return self._kept(self.authorities, stretch, 1)

    def money_in(self, stretch: Span) -> list[MoneyMention]:
        """The sums that start in the stretch; the list is kept, and not to be changed."""
        return self._kept(self.money, stretch, 2)

    def dates_in(self, stretch: Span) -> list[DateMention]:
        """The dates that start in the stretch; the list is kept, and not to be changed."""
        return self._kept(self.dates, stretch, 3)

    def triggers_in(self, stretch: Span) -> list[Trigger]:
        """The words of sanctions that start in the stretch; the list is kept, and not to be changed."""
        return self._kept(self.triggers, stretch, 4)

    def _kept(self, placed: Sequence[AnyPlaced], stretch: Span, sort: int) -> list[AnyPlaced]:
        key = (sort, stretch.start, stretch.end)
        found = self._stretches.get(key)
        if found is None:
            starts = self._starts.get(sort)
            if starts is None:
                starts = self._starts[sort] = [each.span.start for each in placed]
            first, last = bisect_left(starts, stretch.start), bisect_left(starts, stretch.end)
            found = self._stretches[key] = list(placed[first:last])
        return found

    @cached_property
    def _starts(self) -> dict[int, list[int]]:
        return {}

    @cached_property
    def _stretches(self) -> dict[tuple[int, int, int], list[Any]]:
        return {}

    def once(self, key: Hashable, find: Callable[[], Found]) -> Found:
        """What ``find`` gives, which is called the first time only; the key begins with the caller's word."""
        found = self._found_once.get(key, _NOT_YET)
        if found is _NOT_YET:
            found = self._found_once[key] = find()
        return cast("Found", found)

    @cached_property
    def _found_once(self) -> dict[Hashable, object]:
        return {}

    def is_only_quoted(self, party: Party) -> bool:
        """Whether the party is named in nothing but words that somebody said."""
        known = self._quoted_parties.get(party)
        if known is None:
            known = self._quoted_parties[party] = all(self.is_quoted(span) for span in party.spans)
        return known

    @cached_property
    def _quoted_parties(self) -> dict[Party, bool]:
        return {}

    @cached_property
    def blocks(self) -> tuple[Span, ...]:
        """The stretches under headings; the whole text where it has none."""
        return self._items_of_bodies or find_blocks(self.article)

    @cached_property
    def _items_of_bodies(self) -> tuple[Span, ...]:
        """The parts of a newsletter whose lines name nothing but the authority that the next ones tell of."""
        lines = {(line.start, _without_colon(self.article.text, line)) for line in self.article.paragraphs}
        heads = {
            mention.span.start: mention.code
            for mention in self.authorities
            if (mention.span.start, mention.span.end) in lines
        }
        starts = sorted(heads)
        told = all(self.triggers_in(Span(*ends)) for ends in pairwise((*starts, len(self.article.text))))
        if len(frozenset(heads.values())) < _MINIMUM_AUTHORITIES or not told:
            return ()
        bounds = dict.fromkeys((0, *starts, len(self.article.text)))
        return tuple(Span(start, end) for start, end in pairwise(bounds))

    def block_of(self, span: Span) -> Span:
        """The block in which the span starts."""
        return _place_in(self.blocks, span)

    @cached_property
    def sections(self) -> tuple[Span, ...]:
        """The blocks, where they are stories apart: each has organisations that only it speaks of."""
        if self._items_of_bodies:
            return self._items_of_bodies
        whole = (Span(0, max(1, len(self.article.text))),)
        told = [
            {mention.party.key for mention in self.mentions_in(block) if not mention.party.person}
            for block in self.blocks
        ]
        named = [keys for keys in told if keys]
        if len(named) < _MINIMUM_STORIES:
            return whole
        spread = Counter(key for keys in named for key in keys)
        apart = sum(any(spread[key] == 1 for key in keys) for keys in named)
        authorities = {
            frozenset(mention.code for mention in self.authorities_in(block)) for block in self.blocks
        }
        dominant = max(spread.values()) * 2 > len(named) + 1
        several = len(frozenset().union(*authorities)) >= _MINIMUM_AUTHORITIES
        return self.blocks if several and apart * 3 >= len(named) * 2 and not dominant else whole

    def is_quoted(self, span: Span) -> bool:
        """Whether the span stands in words that somebody said."""
        index = bisect_right(self.quoted, span.start, key=attrgetter("start"))
        return index > 0 and span.end <= self.quoted[index - 1].end

    def is_saying(self, span: Span) -> bool:
        """Whether the name there is that of somebody who says something."""
        index = bisect_left(self.saying, span.end, key=attrgetter("start"))
        return any(each.overlaps(span) for each in self.saying[max(0, index - 2) : index])

    def section_of(self, span: Span) -> Span:
        """The section in which the span starts."""
        return _place_in(self.sections, span)

    @cached_property
    def main_parties(self) -> dict[Span, Party]:
        """The organisation that each section speaks of most, the earlier the better."""
        scores: dict[Span, dict[Party, int]] = {}
        for mention in self.mentions:
            if not mention.party.person:
                section = self.section_of(mention.span)
                score = scores.setdefault(section, {})
                early = _EARLY_BONUS if mention.span.start - section.start < _EARLY else 0
                score[mention.party] = score.get(mention.party, early) + 1
        best = {section: max(score, key=lambda party: score[party]) for section, score in scores.items()}
        return {section: party for section, party in best.items() if scores[section][party] > 1}


_place_of = attrgetter("span.start", "span.end")


def _place_in(stretches: tuple[Span, ...], span: Span) -> Span:
    if len(stretches) == 1:
        return stretches[0]
    index = bisect_right(stretches, span.start, key=attrgetter("start"))
    return stretches[max(0, index - 1)]


def _without_colon(text: str, line: Span) -> int:
    """Where the line ends, without the colon or full stop at its end."""
    return line.end - (text[line.end - 1] in ":.")
