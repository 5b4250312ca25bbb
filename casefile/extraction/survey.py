"""Everything that one reading of an article found, laid out by sentence. Imports the finders beside it."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from functools import cached_property
from itertools import pairwise
from typing import Protocol, TypeVar

from casefile.extraction.authorities import AuthorityMention, find_authorities, find_places
from casefile.extraction.dates import DateMention, find_dates
from casefile.extraction.laws import ProvisionMention, find_provisions
from casefile.extraction.money import MoneyMention, find_money
from casefile.extraction.names import Party, find_parties
from casefile.extraction.sections import find_sections
from casefile.extraction.text import Article
from casefile.extraction.triggers import cue
from casefile.values import Span


class Placed(Protocol):
    """Something that stands at a place of the text."""

    @property
    def span(self) -> Span:
        """Where."""
        ...


_MINIMUM_AUTHORITIES = 3
_EARLY, _EARLY_BONUS = 600, 2
_OPENING_BRACKET = re.compile(r"\s{0,3}[(\[—–].{0,14}", re.DOTALL)

AnyPlaced = TypeVar("AnyPlaced", bound=Placed)


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

    @cached_property
    def money(self) -> tuple[MoneyMention, ...]:
        """The sums."""
        return find_money(self.article)

    @cached_property
    def totals(self) -> frozenset[tuple[Decimal, str]]:
        """The sums that the text calls a total, wherever they stand again."""
        total = cue(self.article.language, "sentence_money")
        return frozenset(
            (mention.value, mention.currency)
            for mention in self.money
            if total.search(self.article.sentence_of(mention.span).of(self.article.text))
        )

    @cached_property
    def conversions(self) -> frozenset[tuple[Decimal, str]]:
        """The sums that stand in brackets behind a sum in another currency, wherever they stand again."""
        return frozenset(
            (second.value, second.currency)
            for first, second in pairwise(self.money)
            if first.currency != second.currency
            and _OPENING_BRACKET.fullmatch(self.article.text, first.span.end, second.span.start)
        )

    @cached_property
    def _money_starts(self) -> list[int]:
        return [mention.span.start for mention in self.money]

    def money_before(self, span: Span) -> MoneyMention | None:
        """The last sum that starts before the span."""
        index = bisect_left(self._money_starts, span.start)
        return self.money[index - 1] if index else None

    def money_after(self, span: Span) -> MoneyMention | None:
        """The first sum that starts behind the span's start."""
        index = bisect_right(self._money_starts, span.start)
        return self.money[index] if index < len(self.money) else None

    @cached_property
    def dates(self) -> tuple[DateMention, ...]:
        """The dates."""
        return find_dates(self.article)

    @cached_property
    def provisions(self) -> tuple[ProvisionMention, ...]:
        """The laws."""
        return find_provisions(self.article)

    @cached_property
    def authorities(self) -> tuple[AuthorityMention, ...]:
        """The authorities."""
        return find_authorities(self.article) if self.known is None else self.known

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
    def mentions(self) -> tuple[PartyMention, ...]:
        """Every occurrence of the parties in reading order."""
        found = [PartyMention(party, span) for party in self.parties for span in party.spans]
        return tuple(sorted(found, key=lambda each: each.span))

    @cached_property
    def sections(self) -> tuple[Span, ...]:
        """The stories of a newsletter, told of several authorities; else the whole text."""
        sections = find_sections(self.article)
        told = [{mention.code for mention in within(self.authorities, section)} for section in sections]
        several = len(set().union(*told)) >= _MINIMUM_AUTHORITIES and sum(bool(codes) for codes in told) > 2
        return sections if several else (Span(0, max(1, len(self.article.text))),)

    def section_of(self, span: Span) -> Span:
        """The section in which the span starts."""
        index = bisect_right(self.sections, span.start, key=lambda each: each.start)
        return self.sections[max(0, index - 1)]

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


def within(placed: Sequence[AnyPlaced], stretch: Span) -> list[AnyPlaced]:
    """The ones that start in the stretch; they are sorted by their place."""
    first = bisect_left(placed, stretch.start, key=_start)
    last = bisect_left(placed, stretch.end, key=_start)
    return list(placed[first:last])


def _start(placed: Placed) -> int:
    return placed.span.start
