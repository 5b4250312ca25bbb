"""What a brief says in its own words, in the language that it was asked for: gettext's catalogue and Babel.

English is written in the code and is the key of each translation; numbers and dates follow the language's own
manner (Unicode CLDR). Imports values, fields, lists, fences and compositions; Babel only for what the
program's own English, that of the United Kingdom, does not have.
"""

import gettext
import json
import re
from collections.abc import Callable, Hashable
from datetime import date, datetime
from functools import cache, cached_property, lru_cache
from typing import TYPE_CHECKING, Any

from casefile import vocabulary
from casefile.briefs.composition import BriefLanguage
from casefile.briefs.fences import isolated
from casefile.fields import FieldKind, field
from casefile.languages import LANGUAGE_NAMES
from casefile.paths import resource
from casefile.registry import country, instrument_name
from casefile.terms import AmountScale
from casefile.values import MONTHS, OPEN, DatePrecision, Money, PartialDate, minor_digits

if TYPE_CHECKING:
    from babel import Locale

_PART = re.compile(r"(?P<year>\d{4})(?:-(?P<part>\d\d))?(?:-(?P<day>\d\d))?(?P<mark>[~?%]?)")
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")
_FIRST_SEASON, _FIRST_QUARTER = 21, 33
"""The codes of EDTF that :mod:`casefile.values` uses."""
_FORMATTED = 4_096
"""So many days and sums are kept as they were put."""
_SHORT = {DatePrecision.DAY: "yMMMd", DatePrecision.MONTH: "yMMM"}


class Phrasing:
    """The brief's own words in one language."""

    def __init__(self, language: BriefLanguage) -> None:
        self.language = language
        self._catalogue: gettext.NullTranslations = gettext.NullTranslations()
        if language is BriefLanguage.GERMAN:
            with resource("locale/de/LC_MESSAGES/brief.mo").open("rb") as file:
                self._catalogue = gettext.GNUTranslations(file)

    @property
    def is_own(self) -> bool:
        """Whether it is the program's own English, in which the store puts its values too."""
        return self.language is BriefLanguage.ENGLISH_UK

    # Words

    def say(self, message: str, **values: object) -> str:
        """The message with its values filled in: ``say("Action {number}", number=3)``."""
        found = self._catalogue.gettext(message) if message else ""
        return found.format(**values) if values else found

    def count(self, singular: str, plural: str, number: int, **values: object) -> str:
        """The message for that many; ``{count}`` in it is the number."""
        found = self._catalogue.ngettext(singular, plural, number)
        return found.format(count=self.number(number), **values)

    def label(self, words: str) -> str:
        """A label made of the record's own words: ``Penalty payment, imposed, per day``."""
        whole = self.say(words)
        if whole != words or self.language is not BriefLanguage.GERMAN:
            return whole
        first, *others = words.split(", ")
        # German nouns keep their capitals; what follows the first word is said of it.
        return ", ".join([self.say(first), *map(self._after, others)])

    def _after(self, words: str) -> str:
        found = self.say(words)
        return found if found != words else self.lower(self.say(words.capitalize())) or words

    def lower(self, words: str) -> str:
        """The words within a sentence: small in English; German keeps its nouns' capitals."""
        stays = self.language is BriefLanguage.GERMAN and words in self._nouns
        return words if stays else words[:1].lower() + words[1:]

    @cached_property
    def _nouns(self) -> frozenset[str]:
        """What the controlled list of measures is called: all of them nouns."""
        return frozenset(self.say(term.labels["en"]) for term in vocabulary.vocabulary("measure-kinds").terms)

    # Numbers and money

    def number(self, number: int) -> str:
        """``1,000``, ``1.000``."""
        return f"{number:,}" if self.is_own else self._format("numbers.format_decimal", number)

    def money(self, money: Money) -> str:
        """``€30,500,000``, ``30.500.000 €``: minor units only where there are any."""
        if self.language is not BriefLanguage.GERMAN:
            return str(money)
        whole = money.amount == money.amount.to_integral_value()
        digits = 0 if whole else minor_digits(money.currency)
        return self._currency(money, f"#,##0{'.' if digits else ''}{'0' * digits} ¤")

    def bare_money(self, money: Money) -> str:
        """No decimals but those that were stated, for a figure whose magnitude is missing: ``$33.7``."""
        if self.language is not BriefLanguage.GERMAN:
            return money.bare
        return self._currency(money, "#,##0.### ¤")

    def _currency(self, money: Money, pattern: str) -> str:
        """In the language's pattern, the sign after a space that no line breaks at."""
        pattern = pattern.replace(" ", "\u00a0")
        found = self._format(
            "numbers.format_currency", money.amount, money.currency, pattern, currency_digits=False
        )
        return found.strip("\u00a0")

    def sum(self, money: Money, scale: AmountScale) -> str:
        """The sum; one without its magnitude says so."""
        if scale is AmountScale.MISSING:
            return self.say("{amount} (scale missing)", amount=self.bare_money(money))
        return self.money(money)

    def rate(self, rate: object) -> str:
        """A rate of exchange with all its digits."""
        text = str(rate)
        return text.replace(".", ",") if self.language is BriefLanguage.GERMAN else text

    # Dates

    def day(self, when: date) -> str:
        """``3 September 2024``, ``September 3, 2024``, ``3. September 2024``."""
        if self.is_own:
            return f"{when.day} {MONTHS[when.month - 1]} {when.year}"
        return self._format("dates.format_date", when, "long")

    def moment(self, when: datetime) -> str:
        """``3 September 2024, 10:12 UTC``."""
        return self.say("{day}, {time} UTC", day=self.day(when), time=f"{when:%H:%M}")

    def date(self, dated: PartialDate) -> str:
        """As far as it is known: ``September 2024``, ``about 2023``, ``2023 to 2024``."""
        if self.is_own:
            return str(dated)
        first, _, last = dated.edtf.partition("/")
        if first == OPEN:
            return self.say("until {date}", date=self._dated(last))
        if last == OPEN:
            return self.say("from {date}", date=self._dated(first))
        if last:
            return self.say("{first} to {last}", first=self._dated(first), last=self._dated(last))
        return self._dated(first)

    def short_date(self, dated: PartialDate) -> str:
        """For a narrow column: months by three letters."""
        skeleton = _SHORT.get(dated.precision, "")
        if not self.is_own and skeleton and dated.edtf[-1].isdigit() and dated.earliest.year > 1:
            return self._format("dates.format_skeleton", skeleton, dated.earliest)
        words = self.date(dated).split(" ")
        return " ".join(word[:3] if word in MONTHS else word for word in words)

    def _dated(self, edtf: str) -> str:
        found = _PART.fullmatch(edtf)
        if found is None or found["year"] == "0000":
            return str(PartialDate(edtf))
        words = self._of_part(int(found["year"]), int(found["part"] or 0), int(found["day"] or 0))
        if found["mark"] in ("~", "%"):
            words = self.say("about {date}", date=words)
        return f"{words}?" if found["mark"] in ("?", "%") else words

    def _of_part(self, year: int, part: int, day: int) -> str:
        if not part:
            return str(year)
        if day:
            return self.day(date(year, part, day))
        if part >= _FIRST_QUARTER:
            return self._format(
                "dates.format_skeleton", "yQQQ", date(year, 3 * (part - _FIRST_QUARTER) + 1, 1)
            )
        if part >= _FIRST_SEASON:
            return f"{self.say(_SEASONS[part - _FIRST_SEASON])} {year}"
        return self._format("dates.format_skeleton", "yMMMM", date(year, part, 1))

    # What the record says

    def value(self, name: str, raw: str, shown: str) -> str:
        """A claim's value, as canonical JSON and as the store puts it, in this language."""
        if not raw:
            return shown
        entry = field(name)
        if self.is_own:
            return _own_party(json.loads(raw), shown) if entry.kind is FieldKind.PARTY else shown
        value = json.loads(raw)
        if name == "jurisdiction":
            return self.jurisdiction(shown)
        put = self._put.get(entry.kind)
        if put is not None:
            return put(value)
        return self.term(entry.vocabulary, value) if entry.kind is FieldKind.LISTED else shown

    @cached_property
    def _put(self) -> dict[FieldKind, Callable[[Any], str]]:
        return {
            FieldKind.DATE: lambda value: self.date(PartialDate(value)),
            FieldKind.SUM: self._put_sum,
            FieldKind.NUMBER: self.number,
            FieldKind.PARTY: self._put_party,
            FieldKind.PROVISION: self._put_provision,
        }

    def _put_sum(self, value: dict[str, Any]) -> str:
        money = Money(value["amount_minor"], value["currency"])
        return self.sum(money, AmountScale(value["scale"]))

    def _put_party(self, value: dict[str, str]) -> str:
        capacity = value.get("capacity", "")
        known = self.term("respondent-capacities", capacity) if capacity else ""
        return f"{isolated(value['name'])} ({known})" if known else value["name"]

    def _put_provision(self, value: dict[str, str]) -> str:
        text = instrument_name(value["instrument"], self.language)
        if value["article"]:
            text = self.say("{law} Art. {article}", law=text, article=value["article"])
        finding = value.get("finding", "")
        return f"{text} ({self.term('findings', finding)})" if finding else text

    def term(self, name: str, code: str) -> str:
        """The label of a controlled list's code; what is outside the list stays as it was typed."""
        shown = vocabulary.label(name, code)
        # One English word may be two things: an undertaking that was given, or one that was fined.
        known = self._catalogue.pgettext(name, shown)
        return known if known != shown else self.say(shown)

    def jurisdiction(self, code: str) -> str:
        """The name of the country or state; the code where nobody has one."""
        if not self.is_own:
            found = self._locale.territories.get(code)
            if found:
                return str(found)
        if code == "EU":
            return "European Union"
        try:
            return country(code).name
        except KeyError:
            return code

    def language_name(self, code: str) -> str:
        """The language in words, the code itself where it is not known here, "" for none."""
        if self.language is BriefLanguage.GERMAN:
            return str(self._locale.languages.get(code, "")) if code in LANGUAGE_NAMES else code
        return LANGUAGE_NAMES.get(code, code)

    def axis(self, words: str) -> str:
        """The label of a tick or stretch of a timeline: its months in the language."""
        if self.language is not BriefLanguage.GERMAN:
            return words
        return " ".join(self._months.get(word, word) for word in words.split(" "))

    @cached_property
    def _months(self) -> dict[str, str]:
        whole, short = (
            self._locale.months["format"]["wide"],
            self._locale.months["stand-alone"]["abbreviated"],
        )
        numbered = list(enumerate(MONTHS, start=1))
        known = {name[:3]: str(short[number]) for number, name in numbered}
        return known | {name: str(whole[number]) for number, name in numbered}

    def page(self, words: str) -> str:
        """Where a passage stands, as the store puts it: ``p. 3``, ``pp. 3-4``."""
        if self.is_own:
            return words
        kind, _, rest = words.partition(" ")
        return f"{self.say(kind)} {rest}" if kind in ("p.", "pp.") else words

    # Babel

    @cached_property
    def _locale(self) -> "Locale":
        return _locale_of(self.language)

    def _format(self, name: str, *values: Hashable, **options: Hashable) -> str:
        return _formatted(self.language, name, *values, **options)


@cache
def _locale_of(language: BriefLanguage) -> "Locale":
    from babel import Locale

    return Locale.parse(language.value, sep="-")


@lru_cache(_FORMATTED)
def _formatted(language: BriefLanguage, name: str, *values: Hashable, **options: Hashable) -> str:
    """What a function of Babel makes of the values; a brief has the same day and sum in many places."""
    from importlib import import_module

    module, _, function = name.partition(".")
    format_it = getattr(import_module(f"babel.{module}"), function)
    return str(format_it(*values, locale=_locale_of(language), **options))


def _own_party(value: dict[str, str], shown: str) -> str:
    """As the store puts it: its name, and beside it a capacity that must not move."""
    name = value["name"]
    beside = shown.removeprefix(name)
    return f"{isolated(name)}{beside}" if beside and beside != shown else shown


def phrasing(language: str) -> Phrasing:
    """The words for a language as BCP 47; for one that is none of a brief's, the program's own English."""
    known = {member.value: member for member in BriefLanguage}
    return _phrasing(known.get(language, BriefLanguage.ENGLISH_UK))


@cache
def _phrasing(language: BriefLanguage) -> Phrasing:
    return Phrasing(language)


ENGLISH = phrasing(BriefLanguage.ENGLISH_UK)
"""The program's own."""
