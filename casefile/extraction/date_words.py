"""The words of dates of one language, made ready for matching. Imports the lexicons only."""

from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from casefile.extraction.lexicon import Lexicon, alternatives, lexicon
from casefile.extraction.money_words import money_words

FOLLOWING = 9
"""The shift of "the following year": counted from the date before, not from the publication."""

SAME = 8
"""The shift of "that year": the one of the date before."""

SHIFT_BEHIND = ("fr", "it", "es")
"""The languages that say "March last"."""


@dataclass(frozen=True)
class DateWords:
    """Names to numbers, folded to lower case with single spaces, and pattern pieces."""

    language: str

    @cached_property
    def words(self) -> Lexicon:
        """The lexicon itself."""
        return lexicon(self.language, "dates")

    @cached_property
    def months(self) -> dict[str, int]:
        """Month names and abbreviations, with and without their full stop, to 1..12."""
        return _numbered(self.words.groups("months"))

    @cached_property
    def weekdays(self) -> dict[str, int]:
        """Weekday names to 0 (Monday) .. 6."""
        return {name: number - 1 for name, number in _numbered(self.words.groups("weekdays")).items()}

    @cached_property
    def seasons(self) -> dict[str, int]:
        """Season names to 1 (spring) .. 4."""
        return _numbered(self.words.groups("seasons"))

    @cached_property
    def ordinals(self) -> dict[str, int]:
        """Ordinals of the quarters to 1..4."""
        return _numbered(self.words.groups("ordinals"))

    @cached_property
    def shifts(self) -> dict[str, int]:
        """The words for last (-1), this (0), next (1), following (FOLLOWING) and the same (SAME)."""
        table: dict[str, int] = {}
        for key, shift in (
            ("following", FOLLOWING),
            ("same_year", SAME),
            ("last", -1),
            ("this", 0),
            ("next", 1),
        ):
            table |= {fold(word): shift for word in self.words.words(key)}
        return table

    @cached_property
    def units(self) -> dict[str, str]:
        """Units in singular and plural to day, week, month, quarter or year."""
        table: dict[str, str] = {}
        for unit in ("day", "week", "month", "quarter", "year"):
            for word in (*self.words.words(unit), *self.words.words(f"{unit}s_plural")):
                table[fold(word)] = unit
        return table

    @cached_property
    def halves(self) -> dict[str, int]:
        """Names of the halves of a year to 1 and 2."""
        return _numbered(self.words.groups("halves"))

    @cached_property
    def unit_words(self) -> dict[str, tuple[str, int]]:
        """Words that are a unit with its distance ("Vorjahr") to both."""
        table = self.words.table("unit_words")
        return {fold(word): (unit, int(shift)) for word, (unit, shift) in _parted(table)}

    @cached_property
    def counts(self) -> dict[str, int]:
        """Spelled whole numbers up to a hundred."""
        numbers = money_words(self.language).numbers
        return {
            word: int(value)
            for word, value in numbers.items()
            if value < 100 and value == Decimal(int(value))
        }

    @cached_property
    def day_words(self) -> dict[str, int]:
        """Words such as "yesterday" (-1) to days from the publication."""
        return {fold(word): int(shift) for word, shift in self.words.table("day_words").items()}

    def month_names(self, short: bool = True) -> str:
        """The pattern of a month; without ``short`` only full names, which need no date around them."""
        names = [name for group in self.words.groups("months") for name in (group if short else group[:1])]
        shorn = [name.rstrip(".") for name in names]
        return alternatives(_cased([*names, *shorn], self.language))

    def any_of(self, *keys: str) -> str:
        """The pattern of the words under the keys, whatever their case."""
        return f"(?i:{alternatives(word for key in keys for word in self.words.words(key))})"

    def phrases(self, *keys: str) -> list[str]:
        """The phrases under the keys, whether they stand there as a list, a list of lists or a table."""
        return [
            phrase
            for key in keys
            for phrase in (
                *self.words.words(key),
                *(name for group in self.words.groups(key) for name in group),
                *self.words.table(key),
            )
        ]

    def names_of(self, key: str) -> str:
        """The pattern of a list of lists, cased as the language writes names."""
        names = [name for group in self.words.groups(key) for name in group]
        return alternatives(_cased(names, self.language))


def _parted(table: dict[str, str]) -> list[tuple[str, tuple[str, str]]]:
    return [(word, (value.split()[0], value.split()[1])) for word, value in table.items()]


def fold(words: str) -> str:
    """Lower case with single spaces."""
    return " ".join(words.lower().split())


def _cased(names: list[str], language: str) -> list[str]:
    """English and German write these names with a capital; the others may, at the start of a sentence."""
    variants = [*names, *(name.upper() for name in names)]
    if language not in ("en", "de"):
        variants += [name.capitalize() for name in names]
    return variants


def _numbered(groups: tuple[tuple[str, ...], ...]) -> dict[str, int]:
    table: dict[str, int] = {}
    for number, names in enumerate(groups, start=1):
        for name in names:
            table[fold(name)] = number
            table.setdefault(fold(name).rstrip("."), number)
    return table


@cache
def date_words(language: str) -> DateWords:
    """The words of a language, made once."""
    return DateWords(language)
