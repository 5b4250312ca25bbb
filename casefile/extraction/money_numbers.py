"""Numbers in words: "two hundred and fifty", "siebenkommaneun", "deux et demi". Imports the lexicons.

A language lists the words of its small numbers and what joins them; everything larger is put together.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from casefile.extraction.lexicon import alternatives, lexicon

_HUNDRED, _THOUSAND = 100, 1000


@dataclass(frozen=True)
class SpelledNumbers:
    """The spelled numbers of one language."""

    language: str

    def _table(self, key: str) -> dict[str, Decimal]:
        words = lexicon(self.language, "money").table(key)
        return {folded(word): Decimal(value) for word, value in words.items()}

    @cached_property
    def simple(self) -> dict[str, Decimal]:
        """The words that others are made of, folded."""
        return self._table("numbers")

    @cached_property
    def fractions(self) -> dict[str, Decimal]:
        """What may stand before a magnitude instead of a number: "half a"."""
        return self._table("fractions")

    @cached_property
    def halves(self) -> dict[str, Decimal]:
        """What may follow a number or a magnitude: "and a half"."""
        return self._table("halves")

    @cached_property
    def _gap(self) -> str:
        joiners = sorted(lexicon(self.language, "money").words("number_joiners"), key=len, reverse=True)
        printed = "|".join(re.sub(r"(?:\\)?\s", r"\\s", re.escape(joiner)) for joiner in joiners if joiner)
        return f"(?:{printed}){'?' if '' in joiners else ''}"

    @cached_property
    def _whole(self) -> str:
        atom = alternatives(self.simple)
        return rf"{atom}(?:{self._gap}{atom}){{0,8}}"

    @cached_property
    def at_the_end(self) -> re.Pattern[str]:
        """A number, or a fraction that needs a magnitude behind it, at the end of a stretch."""
        points = alternatives(lexicon(self.language, "money").words("point_words"))
        number = rf"{self._whole}(?:[\s-]?{points}[\s-]?{self._whole})?"
        tail = rf"(?:[\s-]?(?P<half>{alternatives(self.halves)}))?"
        return re.compile(
            rf"(?<![\w-])(?:(?P<fraction>{alternatives(self.fractions)})|(?P<number>{number}){tail})[\s-]{{0,2}}$",
            re.IGNORECASE,
        )

    @cached_property
    def _atom(self) -> re.Pattern[str]:
        """One word of a number and what joins it to the next."""
        return re.compile(rf"({alternatives(self.simple)}){self._gap}", re.IGNORECASE)

    @cached_property
    def _point(self) -> re.Pattern[str]:
        points = alternatives(lexicon(self.language, "money").words("point_words"))
        return re.compile(rf"[\s-]?{points}[\s-]?", re.IGNORECASE)

    def value(self, match: re.Match[str]) -> Decimal:
        """What a match of :attr:`at_the_end` stands for."""
        if match["fraction"]:
            return self.fractions[folded(match["fraction"])]
        whole, *rest = self._point.split(match["number"], maxsplit=1)
        value = self._sum(whole)
        if rest:
            digits = "".join(str(int(value)) for value in self._values(rest[0]))
            value += Decimal(f"0.{digits}")
        return value + (self.halves[folded(match["half"])] if match["half"] else 0)

    def _values(self, printed: str) -> Iterator[Decimal]:
        place = 0
        while place < len(printed):
            match = self._atom.match(printed, place) or self._last.match(printed, place)
            if match is None:
                return
            yield self.simple[folded(match.group(1))]
            place = match.end()

    @cached_property
    def _last(self) -> re.Pattern[str]:
        return re.compile(f"({alternatives(self.simple)})", re.IGNORECASE)

    def _sum(self, printed: str) -> Decimal:
        """Units and tens add up, a hundred or thousand multiplies what stands before it."""
        total = current = Decimal(0)
        for value in self._values(printed):
            if value == _THOUSAND:
                total, current = total + max(current, Decimal(1)) * value, Decimal(0)
            elif value == _HUNDRED:
                current = max(current, Decimal(1)) * value
            else:
                current += value
        return total + current


def folded(words: str) -> str:
    """In small letters, with single spaces."""
    return " ".join(words.lower().split())


@cache
def spelled_numbers(language: str) -> SpelledNumbers:
    """The spelled numbers of a language, made once."""
    return SpelledNumbers(language)
