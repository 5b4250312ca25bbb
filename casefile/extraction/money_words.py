"""The words around a sum, of one language, made ready for matching. Imports the lexicons and the text."""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.text import Article
from casefile.values import Span

LOCAL_SIGNS = ("$", "kr")
"""Signs that several countries share; the text tells which is meant."""

_DASH = r"[-\u2010-\u2015]"


@dataclass(frozen=True)
class MoneyWords:
    """The patterns of one language; every pattern looks at a bounded stretch."""

    language: str

    @cached_property
    def decimal(self) -> str:
        """The decimal mark that the language prints."""
        return lexicon(self.language, "money").word("decimal") or "."

    @cached_property
    def magnitudes(self) -> dict[str, Decimal]:
        """Magnitude words and short forms, case kept."""
        shared = lexicon(SHARED, "money").table("magnitudes")
        own = lexicon(self.language, "money").table("magnitudes")
        english = lexicon("en", "money").table("magnitudes") if self.language == "en" else {}
        return {word: Decimal(factor) for word, factor in (shared | english | own).items()}

    @cached_property
    def currencies(self) -> dict[str, str]:
        """Names, codes and signs of currencies, folded, to ISO codes or local signs."""
        own = lexicon(self.language, "money").table("currencies")
        return {" ".join(name.lower().split()): code for name, code in own.items()} | self._signs

    @cached_property
    def _signs(self) -> dict[str, str]:
        shared = lexicon(SHARED, "money")
        codes = {code.lower(): code for code in shared.lists("codes")["list"]}
        return codes | {sign.lower(): code for sign, code in shared.table("signs").items()}

    def currency(self, printed: str) -> str:
        """The ISO code or local sign of a printed currency, "" for none."""
        code = self.currencies.get(" ".join(printed.lower().split()), "")
        return "CNY" if code == "RMB" else code

    def multiplier(self, magnitude: str | None, second: str | None) -> Decimal | None:
        """What one or two magnitude words stand for, None without any."""
        factors = [self._factor(word) for word in (magnitude, second) if word]
        return factors[0] * (factors[1] if len(factors) > 1 else 1) if factors else None

    def _factor(self, word: str) -> Decimal:
        folded = " ".join(word.split())
        return self.magnitudes.get(folded) or self._folded_magnitudes[folded.lower()]

    @cached_property
    def _folded_magnitudes(self) -> dict[str, Decimal]:
        return {word.lower(): factor for word, factor in self.magnitudes.items()}

    def is_word_magnitude(self, printed: str) -> bool:
        """Whether the magnitude is a word, and no bare letter that may mean something else."""
        return len(printed) > 2

    @cached_property
    def before(self) -> re.Pattern[str]:
        """A sign, a code or a short currency name right before a figure."""
        shared = lexicon(SHARED, "money")
        spelled = [sign for sign in shared.table("signs") if sign[0].isalpha()]
        bare = [sign for sign in shared.table("signs") if not sign[0].isalpha()]
        letters = [*spelled, *shared.lists("codes")["list"], "Euro"]
        return re.compile(
            rf"(?P<sign>{alternatives(bare)}|(?<![^\W\d_]){alternatives(letters)})\s{{0,2}}$",
        )

    @cached_property
    def after(self) -> re.Pattern[str]:
        """Up to two magnitudes and the currency right after a figure; it may match nothing at all."""
        longer = [word for word in self.magnitudes if self.is_word_magnitude(word)]
        short = [word for word in self.magnitudes if not self.is_word_magnitude(word)]
        magnitude = rf"(?:(?i:{alternatives(longer)})|{alternatives(short)})"
        joiners = alternatives(lexicon(self.language, "money").words("joiners"))
        shared = lexicon(SHARED, "money")
        signs = [*shared.table("signs"), *shared.lists("codes")["list"]]
        names = lexicon(self.language, "money").table("currencies")
        currency = rf"(?:{alternatives(signs)}|(?i:{alternatives(names)}))"
        gap = rf"(?:\s|{_DASH}){{0,2}}"
        return re.compile(
            rf"(?:{gap}(?P<magnitude>{magnitude})(?!\w))?(?:{gap}(?P<second>{magnitude})(?!\w))?"
            rf"(?:{gap}(?:{joiners}\s{{0,2}})?(?P<currency>{currency})(?![^\W\d_]))?"
        )

    @cached_property
    def numbers(self) -> dict[str, Decimal]:
        """Spelled numbers, folded, compounds of tens and units among them."""
        words = lexicon(self.language, "money")
        simple = {word.lower(): Decimal(value) for word, value in words.table("numbers").items()}
        pattern = words.word("tens_pattern")
        tens = {word: value for word, value in simple.items() if value % 10 == 0 and 20 <= value <= 90}
        units = {word: value for word, value in simple.items() if 1 <= value <= 9}
        compound = {
            pattern.format(ten=ten, unit=unit): tens[ten] + units[unit]
            for ten in tens
            for unit in units
            if pattern
        }
        return compound | simple

    @cached_property
    def number_word(self) -> re.Pattern[str]:
        """A spelled number as a word of its own."""
        return re.compile(rf"(?<![\w-]){alternatives(self.numbers)}(?![^\W\d_])", re.IGNORECASE)

    @cached_property
    def phrases(self) -> dict[str, Decimal]:
        """Whole sums in words, folded: "half a million"."""
        table = lexicon(self.language, "money").table("phrases")
        return {" ".join(phrase.lower().split()): Decimal(value) for phrase, value in table.items()}

    @cached_property
    def phrase(self) -> re.Pattern[str]:
        """One of the phrases."""
        return re.compile(rf"(?<!\w){alternatives(self.phrases)}(?!\w)", re.IGNORECASE)

    @cached_property
    def may_follow(self) -> re.Pattern[str]:
        """What may follow a sum without a currency: the end of a clause, or a word that is no noun."""
        followers = alternatives(lexicon(self.language, "money").words("followers"))
        return re.compile(rf"\s{{0,3}}(?:$|[.,;:!?)\]”\"»—–]|\n|{followers}(?!\w))", re.MULTILINE)

    @cached_property
    def approximate(self) -> re.Pattern[str]:
        """A word before the sum that makes it approximate."""
        words = alternatives(lexicon(self.language, "money").words("approximate"))
        return re.compile(rf"(?<!\w){words}\s+(?:[^\W\d_]{{1,4}}\s+)?$", re.IGNORECASE)

    @cached_property
    def periods(self) -> dict[str, str]:
        """Period phrases, folded, to day, week, month, year or piece."""
        lists = lexicon(self.language, "money").lists("periods")
        return {" ".join(word.lower().split()): name for name, words in lists.items() for word in words}

    @cached_property
    def period(self) -> re.Pattern[str]:
        """A period phrase right after the sum."""
        return re.compile(rf"[\s,]{{0,2}}(?P<period>{alternatives(self.periods)})(?!\w)", re.IGNORECASE)

    @cached_property
    def range_gap(self) -> re.Pattern[str]:
        """What stands between the ends of a range."""
        words = alternatives(lexicon(self.language, "money").words("range_words"))
        return re.compile(rf"\s{{0,2}}(?:{words}|{_DASH})\s{{0,2}}", re.IGNORECASE)

    def is_range_word(self, gap: str) -> bool:
        """Whether the gap alone makes a range: "to" does, "and" needs a "between" before it."""
        first = lexicon(self.language, "money").words("range_words")[:1]
        return gap.strip().lower() in first or re.fullmatch(rf"\s*{_DASH}\s*", gap) is not None

    def is_and(self, gap: str) -> bool:
        """Whether the gap is the word for "and"."""
        return gap.strip().lower() in lexicon(self.language, "money").words("range_words")[1:2]

    def opens_range(self, text: str, start: int) -> bool:
        """Whether "between" stands right before the place."""
        return self._opening.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        first = lexicon(self.language, "money").words("between")[:1]
        return re.compile(rf"(?<!\w){alternatives(first)}\s+(?:\w{{1,8}}\s+)?$", re.IGNORECASE)

    @cached_property
    def low_end(self) -> re.Pattern[str]:
        """A mere figure and what joins it to the sum after it."""
        words = alternatives(lexicon(self.language, "money").words("range_words"))
        return re.compile(
            rf"(?<![\d.,])(?P<low>\d{{1,3}}(?:[.,'’ ]\d{{3}}){{0,3}}(?:[.,]\d{{1,2}})?)"
            rf"(?P<gap>\s{{1,2}}{words}\s{{1,2}}|\s?{_DASH}\s?)$",
            re.IGNORECASE,
        )

    def scale_of(self, text: str, span: Span) -> Decimal:
        """The magnitude printed in a sum, 1 where there is none."""
        printed = re.search(r"\d(?=\D*$)", span.of(text))
        after = self.after.match(text, span.start + printed.end(), span.end) if printed else None
        return (
            self.multiplier(after.group("magnitude"), after.group("second")) if after else None
        ) or Decimal(1)

    @cached_property
    def _penalty_names(self) -> str:
        return alternatives(lexicon(self.language, "actions").words("penalty_nouns"))

    @cached_property
    def penalty(self) -> re.Pattern[str]:
        """A word that tells of a sanction, anywhere in a stretch."""
        words = lexicon(self.language, "actions")
        names = alternatives((*words.words("penalty_nouns"), *words.words("penalty_words")))
        return re.compile(rf"(?<!\w){names}(?!\w)", re.IGNORECASE)

    @cached_property
    def penalty_beside(self) -> re.Pattern[str]:
        """A penalty's name right after the sum."""
        return re.compile(rf"[\s-]{{1,2}}(?:\w{{1,14}}\s){{0,2}}{self._penalty_names}(?!\w)", re.IGNORECASE)

    @cached_property
    def penalty_ahead(self) -> re.Pattern[str]:
        """A penalty's name right before the sum."""
        return re.compile(
            rf"(?<!\w){self._penalty_names}\s+(?:of|von|in\s+Höhe\s+von|über|de|d’|d'|van|di|da)?\s*$",
            re.IGNORECASE,
        )


@cache
def money_words(language: str) -> MoneyWords:
    """The words of a language, made once."""
    return MoneyWords(language)


def local_currency(article: Article, sign: str) -> str:
    """Whose dollar or crown a bare sign means, told by the countries that the text names.

    The dollar is American unless another country's names stand at least twice and more often than American
    ones; a crown stays open ("") where no country is named.
    """
    cues = lexicon(SHARED, "money").lists("dollar_cues" if sign == "$" else "crown_cues")
    text = f"{article.metadata.outlet}\n{article.text}"
    counts = {
        code: len(re.findall(rf"(?<!\w){alternatives(names)}(?!\w)", text)) for code, names in cues.items()
    }
    best = max(counts, key=lambda code: counts[code])
    if sign != "$":
        return best if counts[best] else ""
    return best if counts[best] >= 2 and counts[best] > counts["USD"] else "USD"
