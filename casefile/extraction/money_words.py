"""The words around a sum, of one language, made ready for matching. Imports the lexicons and phrases."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from functools import cache, cached_property

from casefile.extraction.lexicon import SHARED, alternatives, lexicon
from casefile.extraction.money_numbers import SpelledNumbers, folded, spelled_numbers
from casefile.extraction.phrases import OpenedPattern
from casefile.values import Span

_DASH = r"[-\u2010-\u2015]"
_OPENED = 140
"""Code points before a sum in which a clause may open that has it for each day."""
_PRINTED = r"\d{1,3}(?:[.,'’ \u00a0\u202f]\d{3}){0,3}(?:[.,]\d{1,2})?"
_NAME = r"(?=(?:[^\W\d]{1,3}[\s’'])?[^\W\d_a-zß-öø-ÿ])"
_SHORT = 2
"""Magnitudes of so few letters may mean something else."""


@dataclass(frozen=True)
class MoneyWords:
    """The patterns of one language; every pattern looks at a bounded stretch."""

    language: str

    def _words(self, key: str) -> tuple[str, ...]:
        return lexicon(self.language, "money").words(key)

    def _table(self, key: str) -> dict[str, str]:
        return lexicon(self.language, "money").table(key)

    @cached_property
    def decimal(self) -> str:
        """The decimal mark that the language prints."""
        return lexicon(self.language, "money").word("decimal") or "."

    @cached_property
    def spelled(self) -> SpelledNumbers:
        """The numbers in words."""
        return spelled_numbers(self.language)

    @cached_property
    def numbers(self) -> dict[str, Decimal]:
        """Spelled numbers up to a hundred, folded, compounds of tens and units among them."""
        simple = self.spelled.simple
        pattern = lexicon(self.language, "money").word("tens_pattern")
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
    def magnitudes(self) -> dict[str, Decimal]:
        """Magnitude words and short forms, case kept."""
        shared = lexicon(SHARED, "money").table("magnitudes")
        return {word: Decimal(factor) for word, factor in (shared | self._table("magnitudes")).items()}

    @cached_property
    def _folded_magnitudes(self) -> dict[str, Decimal]:
        return {folded(word): factor for word, factor in self.magnitudes.items()}

    def multiplier(self, after: re.Match[str] | None) -> Decimal | None:
        """What the one or two magnitudes of a match of :attr:`after` stand for, None without any."""
        words = [after[name] for name in ("magnitude", "second") if after[name]] if after else []
        factors = [self._factor(word) for word in words]
        return factors[0] * (factors[1] if len(factors) > 1 else 1) if factors else None

    def _factor(self, word: str) -> Decimal:
        return self.magnitudes.get(" ".join(word.split())) or self._folded_magnitudes[folded(word)]

    @staticmethod
    def is_word_magnitude(printed: str) -> bool:
        """Whether the magnitude is a word, and no bare letter that may mean something else."""
        return len(printed) > _SHORT

    @cached_property
    def _implied(self) -> dict[str, str]:
        lists = lexicon(self.language, "money").lists("implied")
        return {folded(word): code for code, words in lists.items() for word in words}

    @cached_property
    def _codes(self) -> dict[str, str]:
        shared = lexicon(SHARED, "money")
        codes = {code.lower(): code for code in shared.lists("codes")["list"]}
        signs = shared.table("signs") | shared.table("letters")
        own = {folded(name): code for name, code in self._table("currencies").items()}
        return own | codes | {folded(sign): code for sign, code in signs.items()}

    @cached_property
    def _coins(self) -> dict[str, str]:
        return {folded(name): code for name, code in self._table("coins").items()}

    def currency(self, printed: str) -> str:
        """The ISO code of a printed currency, or the unit that several countries share; "" for none."""
        name = folded(printed)
        code = self._codes.get(name, "") or self._coins.get(name, "")
        return "CNY" if code == "RMB" else code

    def is_coin(self, printed: str) -> bool:
        """Whether the name is of the hundredth part of a currency."""
        return folded(printed) in self._coins

    def implied_currency(self, after: re.Match[str]) -> str:
        """The currency that the magnitude itself tells: a crore is one of rupees."""
        return self._implied.get(folded(after["magnitude"] or ""), "")

    @cached_property
    def definite(self) -> re.Pattern[str]:
        """An article that ends right before a sum told of before: "the 15 euros"."""
        return re.compile(rf"(?<![^\W\d_]){alternatives(self._words('definite'))}\s?$", re.IGNORECASE)

    @cached_property
    def before(self) -> re.Pattern[str]:
        """A sign, a code or a short currency name right before a figure."""
        shared = lexicon(SHARED, "money")
        spelled = [sign for sign in shared.table("signs") if sign[0].isalpha()]
        bare = [sign for sign in shared.table("signs") if not sign[0].isalpha()]
        letters = [*spelled, *shared.lists("codes")["list"], *shared.table("letters"), "Euro"]
        letters += ["euro"] if self.decimal == "," else []
        return re.compile(
            rf"(?P<sign>(?:(?<![^\W\d_]){alternatives(letters)}|{alternatives(bare)}))\.?\s{{0,2}}$"
        )

    @cached_property
    def _magnitude(self) -> str:
        longer = [word for word in self.magnitudes if self.is_word_magnitude(word)]
        short = [word for word in self.magnitudes if not self.is_word_magnitude(word)]
        shared = lexicon(SHARED, "money")
        codes = alternatives([*shared.lists("codes")["list"], "kr"])
        ordinary = alternatives(shared.words("no_codes"))
        joined = rf"(?!{ordinary}(?!\w)){alternatives(short)}(?:(?!\w)|(?={codes}(?!\w)))"
        return rf"(?:(?i:{alternatives(longer)})(?!\w)|{joined})"

    @cached_property
    def after(self) -> re.Pattern[str]:
        """Up to two magnitudes, a half and the currency right after a figure; it may match nothing at all."""
        shared = lexicon(SHARED, "money")
        signs = alternatives([*shared.table("signs"), *shared.lists("codes")["list"]])
        names = alternatives([*self._table("currencies"), *self._table("coins")])
        joiners = alternatives(self._words("joiners"))
        halves = alternatives(self.spelled.halves)
        gap = rf"(?:\s|{_DASH}){{0,2}}"
        return re.compile(
            rf"(?:{gap}(?P<magnitude>{self._magnitude}))?(?:{gap}(?P<second>{self._magnitude}))?"
            rf"(?:\s(?P<half>(?i:{halves}))(?!\w))?"
            rf"(?:{gap}(?:{joiners}\s{{0,2}})?(?P<currency>{signs}|(?i:{names}))(?![^\W_]))?"
        )

    def behind(self, text: str, start: int, end: int) -> re.Match[str] | None:
        """A match of :attr:`after`; a smaller magnitude behind another opens the sum's next part.

        "tres millones ciento setenta mil": of three million the first part is told here.
        """
        match = self.after.match(text, start, end)
        if match is None or not match["second"]:
            return match
        parts = self._factor(match["second"]) < self._factor(match["magnitude"])
        return self.after.match(text, start, match.end("magnitude")) if parts else match

    @cached_property
    def anchor(self) -> OpenedPattern:
        """A magnitude or the name of a currency before which a number in words may stand."""
        longer = [word for word in self.magnitudes if self.is_word_magnitude(word)]
        names = {name for name in (*self._table("currencies"), *self._table("coins")) if " " not in name}
        words = {word.lower() for word in (*longer, *names)}
        return OpenedPattern(re.compile(rf"(?<![\w.,]){alternatives(words)}(?!\w)", re.IGNORECASE), words)

    @cached_property
    def may_follow(self) -> re.Pattern[str]:
        """What may follow a sum without a currency: the end of a clause, or a word that is no noun."""
        followers = alternatives([*self._words("followers"), *self._around("penalty"), *self.spelled.simple])
        return re.compile(
            rf"\s{{0,3}}(?:$|[.,;:!?()\]”\"»—–]|\n|{followers}(?!\w))", re.MULTILINE | re.IGNORECASE
        )

    @cached_property
    def approximate(self) -> re.Pattern[str]:
        """A word before the sum that makes it approximate."""
        words = alternatives(self._words("approximate"))
        return re.compile(rf"(?<!\w){words}\s+(?:[^\W\d_]{{1,4}}\s+)?$", re.IGNORECASE)

    @cached_property
    def _periods(self) -> dict[str, str]:
        words = lexicon(self.language, "money")
        lists = (*words.lists("periods").items(), *words.lists("period_adjectives").items())
        return {folded(phrase): name for name, phrases in lists for phrase in phrases}

    @cached_property
    def _period_after(self) -> re.Pattern[str]:
        phrases = lexicon(self.language, "money").lists("periods").values()
        words = alternatives(word for group in phrases for word in group)
        joiners = alternatives([*self._words("joiners"), "in"])
        runs = alternatives(self._words("runs"))
        named = rf"(?:\s(?:{joiners}\s?)?{self._penalty_names}(?!\w)|\s{runs}(?!\w))?"
        reasons = alternatives(self._words("no_periods"))
        period = rf"(?!{reasons}(?:(?<=[’'])|(?!\w)))(?P<period>{words})(?P<whole>)(?!\w)"
        return re.compile(rf"{named}[\s,]{{0,2}}{period}", re.IGNORECASE)

    @cached_property
    def _period_before(self) -> re.Pattern[str]:
        """An adjective some words before the sum, or a whole phrase right before it: für jeden Verstoß."""
        words = lexicon(self.language, "money")
        adjectives, periods = (
            [phrase for group in words.lists(key).values() for phrase in group]
            for key in ("period_adjectives", "periods")
        )
        whole = alternatives(phrase for phrase in periods if " " in phrase)
        return re.compile(
            rf"(?<!\w)(?:(?P<period>{alternatives(adjectives)})\s(?:[^\W\d_]{{1,20}}\s){{0,3}}|(?P<whole>{whole})\s)$",
            re.IGNORECASE,
        )

    @cached_property
    def _period_opening(self) -> re.Pattern[str]:
        """What opens a clause in which the sum is the first: "For each day on which it fails to, it pays"."""
        openings = lexicon(self.language, "money").lists("period_openings")
        named = "|".join(f"(?P<{name}>{alternatives(phrases)})" for name, phrases in openings.items())
        return re.compile(rf"(?<!\w)(?:{named or '(?!)'})(?!\w)[^.;:!?\d\n]{{0,110}}$", re.IGNORECASE)

    def period(self, text: str, span: Span, reach: int) -> str:
        """By what the sum is counted: day, week, month, year or piece; "" for none."""
        match = self._period_after.match(text, span.end, span.end + reach)
        match = match or self._period_before.search(text[max(0, span.start - reach) : span.start])
        if match:
            return self._periods[folded(match["period"] or match["whole"])]
        opening = self._period_opening.search(text, max(0, span.start - _OPENED), span.start)
        return opening.lastgroup or "" if opening else ""

    @cached_property
    def range_gap(self) -> re.Pattern[str]:
        """What stands between the ends of a range."""
        words = alternatives(self._words("range_words"))
        return re.compile(rf"\s{{0,2}}(?:{words}|{_DASH})\s{{0,2}}", re.IGNORECASE)

    def is_range_word(self, gap: str) -> bool:
        """Whether the gap alone makes a range: "to" does, "and" needs a "between" before it."""
        return (
            gap.strip().lower() in self._words("range_words")[:1]
            or re.fullmatch(rf"\s*{_DASH}\s*", gap) is not None
        )

    def adds_up(self, gap: str) -> bool:
        """Whether two parts of one sum may stand around the gap: nothing, or "and"."""
        return gap.strip().lower() in ("", *self._words("range_words")[1:2]) and "\n" not in gap

    def opens_range(self, text: str, start: int) -> bool:
        """Whether "between" stands right before the place."""
        return self._opening.search(text[max(0, start - 24) : start]) is not None

    @cached_property
    def _opening(self) -> re.Pattern[str]:
        words = alternatives(self._words("between")[:1])
        return re.compile(rf"(?<!\w){words}\s+(?:\w{{1,8}}\s+)?$", re.IGNORECASE)

    @cached_property
    def low_end(self) -> re.Pattern[str]:
        """A mere figure and what joins it to the sum after it."""
        words = alternatives(self._words("range_words"))
        return re.compile(
            rf"(?<![\d.,])(?P<low>{_PRINTED})"
            rf"(?P<gap>\s{{1,2}}{words}\s{{1,2}}|\s?{_DASH}\s?)$",
            re.IGNORECASE,
        )

    @cached_property
    def changed_from(self) -> re.Pattern[str]:
        """A figure, or a number in words, and what leads from it to the sum after it: "from 19.7 to"."""
        first, last = alternatives(self._words("change_from")), alternatives(self._words("change_to"))
        about = rf"(?:{alternatives(self._words('approximate'))}\s)?"
        return re.compile(
            rf"(?<!\w){first}\s{{1,2}}{about}(?P<first>(?P<figure>{_PRINTED})|[^\W\d]{{3,30}})"
            rf"\s{{1,2}}(?P<to>{last})\s{{1,2}}{about}$",
            re.IGNORECASE,
        )

    @cached_property
    def lowered_to(self) -> re.Pattern[str]:
        """What stands behind a sum that became a lower figure: ", which was later cut to 16,200"."""
        leading, verbs = alternatives(self._words("lowered_to")), self._words("lowered_behind")
        ahead = rf"{leading}\s(?P<figure>{_PRINTED})(?![\w%])"
        last = rf"{alternatives(self._words('change_to'))}\s(?P<last>{_PRINTED})\s{alternatives(verbs)}(?!\w)"
        return re.compile(
            rf"[^\n\d.;:!?]{{0,40}}?(?<!\w)(?:{ahead}|{last})"
            if verbs
            else rf"[^\n\d.;:!?]{{0,40}}?(?<!\w){ahead}",
            re.IGNORECASE,
        )

    def is_suspended(self, text: str, span: Span, reach: int) -> bool:
        """Whether the sum need not be paid for now: "€700,000, is suspended", but not "all but €700,000"."""
        but = self._all_but.search(text[max(0, span.start - reach) : span.start])
        return but is None and self._suspended.match(text, span.end, span.end + reach) is not None

    @cached_property
    def _suspended(self) -> re.Pattern[str]:
        words = alternatives(self._words("suspended"))
        return re.compile(rf",?\s(?:[^\W\d]{{1,12}}\s){{0,4}}{words}(?!\w)", re.IGNORECASE)

    @cached_property
    def _all_but(self) -> re.Pattern[str]:
        return re.compile(rf"(?<!\w){alternatives(self._words('all_but'))}\s$", re.IGNORECASE)

    @cached_property
    def recipient(self) -> re.Pattern[str]:
        """Behind a sum the word that tells whose it is, before a name."""
        return re.compile(rf"\s{{1,2}}(?P<word>(?i:{alternatives(self._words('recipients'))}))\s{_NAME}")

    @cached_property
    def first_of_list(self) -> re.Pattern[str]:
        """Mere figures of a list before a sum, behind a plural of penalties or beside "respectively".

        "fines of 12 and", "Bußgelder von 4,2 und"; ``told`` is the plural, ``apart`` the other word.
        """
        apart = alternatives(self._words("respectively"))
        joiner = alternatives([*self._words("range_words")[1:2], *self._words("respectively")])
        of = alternatives(self._words("list_of"))
        told = rf"(?<!\w){alternatives(self._words('plural_penalties'))}(?:\s[^\W\d]{{2,20}}){{0,2}}?,?\s{of}"
        return re.compile(
            rf"(?:(?P<told>{told})(?<![’'])\s|(?P<elided>{told})(?<=[’'])|(?P<apart>(?<!\w){apart})\s(?:{of}\s)?|\s)"
            rf"(?P<figures>{_PRINTED}(?:,\s{_PRINTED}){{0,5}}),?\s{joiner}\s(?:(?P<again>{apart})\s)?(?:{of}\s)?$",
            re.IGNORECASE,
        )

    @cached_property
    def respectively(self) -> re.Pattern[str]:
        """What says right behind the last of several sums that each is somebody else's."""
        return re.compile(
            rf"[^.;:!?\n]{{0,40}}?(?<!\w){alternatives(self._words('respectively'))}(?!\w)", re.IGNORECASE
        )

    @cached_property
    def next_of_list(self) -> re.Pattern[str]:
        """A mere figure of a list, what tells whose it is, and a name."""
        joiner = alternatives(self._words("range_words")[1:2])
        return re.compile(
            rf"(?:[,;]|(?<!\w){joiner})\s(?:{joiner}\s)?(?P<figure>{_PRINTED})\s{{1,2}}"
            rf"(?P<word>(?i:{alternatives(self._words('recipients'))}))\s{_NAME}"
        )

    @cached_property
    def named_before(self) -> re.Pattern[str]:
        """At the end of what stands between two sums a name: ", Norvia "."""
        return re.compile(rf",\s[^,;:]{{0,40}}?{_NAME}[^,;:]{{0,40}}\s$")

    @cached_property
    def last_of_turns(self) -> re.Pattern[str]:
        """Behind a sum the last name of a list and a mere figure, which ends the clause: " and Tarn 1.5."."""
        joiner = alternatives(self._words("range_words")[1:2])
        return re.compile(
            rf",?\s{joiner}\s(?:[^\W\d_][\w’]{{0,24}}\s){{0,3}}?(?:{_NAME}|&)[^\d,;:.!?\n]{{0,40}}\s"
            rf"(?P<figure>\d{{1,3}}[.,]\d{{1,2}})(?=\.?(?:\s|$)|[,;)])"
        )

    def scale_of(self, text: str, span: Span) -> Decimal:
        """The magnitude printed in a sum of figures, 1 where there is none."""
        printed = re.search(r"\d(?=\D*$)", span.of(text))
        after = self.after.match(text, span.start + printed.end(), span.end) if printed else None
        return self.multiplier(after) or Decimal(1)

    def _around(self, *names: str) -> list[str]:
        """The words of the classes that the lexicon lists, those of any beginning left out."""
        lists = lexicon(self.language, "money").lists("around")
        return [word for name in names for word in lists.get(name, ()) if not word.startswith("*")]

    @cached_property
    def _penalty_names(self) -> str:
        return alternatives(self._around("penalty"))

    @cached_property
    def penalty(self) -> re.Pattern[str]:
        """A word that tells of a sanction, anywhere in a stretch."""
        return _any_of(self._around("penalty", "settlement", "imposing", "paying"))

    @cached_property
    def causes(self) -> re.Pattern[str]:
        """A word that leads from a penalty to its reason."""
        return _any_of(self._words("causes"))

    @cached_property
    def joined(self) -> re.Pattern[str]:
        """A word that stands between two sums of one sentence."""
        return _any_of(self._words("range_words"))

    @cached_property
    def telling(self) -> re.Pattern[str]:
        """A word that is said of money: of a sanction, of results, prices, damages and the like."""
        return _any_of(self._around(*TELLING))

    @cached_property
    def penalty_beside(self) -> re.Pattern[str]:
        """A penalty's name right after the sum."""
        return re.compile(rf"[\s-]{{1,2}}(?:\w{{1,14}}\s){{0,2}}{self._penalty_names}(?!\w)", re.IGNORECASE)

    @cached_property
    def penalty_ahead(self) -> re.Pattern[str]:
        """A penalty's name right before the sum."""
        return re.compile(
            rf"(?<!\w){alternatives(self._around('penalty', 'settlement'))}\s+"
            r"(?:of|von|in\s+Höhe\s+von|über|de|d’|d'|van|ter\s+hoogte\s+van|di|da|pari\s+a|por|por\s+valor\s+de)?"
            r"\s*$",
            re.IGNORECASE,
        )

    def is_beside_penalty(self, text: str, span: Span, reach: int) -> bool:
        """Whether the name of a penalty stands right before or behind the sum."""
        return (
            self.penalty_beside.match(text, span.end, span.end + reach) is not None
            or self.penalty_ahead.search(text[max(0, span.start - reach) : span.start]) is not None
        )


TELLING = ("penalty", "settlement", "results", "worth", "wages", "damages")
"""The classes of words of which one stands near a sum that names no currency."""


def _any_of(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


@cache
def money_words(language: str) -> MoneyWords:
    """The words of a language, made once."""
    return MoneyWords(language)
