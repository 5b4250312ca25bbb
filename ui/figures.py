"""Numbers, dates and sums as the person's language writes them: the one place that knows. Imports values.

English is written as the core writes it: a figure on the screen is then the figure in a brief and an export.
"""

import re
from datetime import datetime

from casefile.translation import ENGLISH, language, tr_c
from casefile.values import Money, PartialDate

_NARROW = "\N{NO-BREAK SPACE}"
_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_DAY = re.compile(rf"(\d{{1,2}}) ({'|'.join(_MONTHS)}) (\d{{4}})")
_MONTH = re.compile(rf"({'|'.join(_MONTHS)}) (\d{{4}})")
_QUARTER = re.compile(r"Q([1-4]) (\d{4})")
_SEASON = re.compile(r"(Spring|Summer|Autumn|Winter) (\d{4})")
_SIGNED = re.compile(r"(-?)([A-Z]{0,2}[€$£¥₹₩]|[A-Z]{3} )?(-?\d{1,3}(?:,\d{3})*(?:\.\d+)?|-?\d+(?:\.\d+)?)")
_SWAPPED = str.maketrans(",.", ".,")


def figure(number: float, decimals: int = 0) -> str:
    """The number with its thousands parted: ``1,200`` or ``1.200``."""
    return marks(f"{number:,.{decimals}f}")


def marks(figures: str) -> str:
    """Figures in English marks, ``1,200.50``, with those of the person's language."""
    return figures if language() == ENGLISH else figures.translate(_SWAPPED)


def moment(at: datetime) -> str:
    """The moment by the clock of this place, to the minute: ``3 September 2024, 14:05``."""
    here = at.astimezone()
    return f"{date_words(PartialDate.of_day(here.date()))}, {here:%H:%M}"


def months() -> tuple[str, ...]:
    """The names of the twelve months."""
    return tuple(tr_c("month", name) for name in _MONTHS)


def date_words(date: PartialDate) -> str:
    """``3 September 2024``, ``3. September 2024``; as much of the date as is known."""
    return in_words(str(date))


def sum_words(money: Money) -> str:
    """``€30,500,000``, ``30.500.000 €``."""
    return in_words(str(money))


def magnitude(rounded: str, letters: str, sign: str) -> str:
    """A rounded sum: ``€30.5m``, ``30,5 Mio. €``; ``sign`` is the currency as English puts it in front."""
    if language() == ENGLISH:
        return f"{sign}{rounded}{letters}"
    return f"{marks(rounded)}{_NARROW}{tr_c('magnitude', letters)}{_NARROW}{sign.strip()}"


def quoted(words: str) -> str:
    """The words between quotation marks: ``“out of all proportion”``, ``„out of all proportion“``."""
    return tr_c("quotation", "“{words}”").format(words=words)


def in_words(value: str) -> str:
    """A date or sum in the core's English in the person's language; any other text as it is."""
    return value if language() == ENGLISH else _converted(value) or value


def _converted(value: str) -> str:
    """Nothing where the value is neither date nor sum."""
    return _sum(value) or _period(value)


def _sum(value: str) -> str:
    found = _SIGNED.fullmatch(value)
    if found is None or not found[2]:
        return ""
    return f"{found[1]}{found[3].translate(_SWAPPED)}{_NARROW}{found[2].strip()}"


def _period(value: str) -> str:
    """A date, or two that a period lies between."""
    for opening, words in (
        ("until ", tr_c("date", "until {date}")),
        ("from ", tr_c("date", "from {date}")),
    ):
        if value.startswith(opening):
            single = _date(value.removeprefix(opening))
            return words.format(date=single) if single else ""
    first, parted, last = value.partition(" to ")
    if not parted:
        return "" if value.isdecimal() else _date(value)
    dates = [_date(part) for part in (first, last)]
    return tr_c("date", "{first} to {last}").format(first=dates[0], last=dates[1]) if all(dates) else ""


def _date(value: str) -> str:
    """Nothing where it is no date; a bare year is one only within a period."""
    bare = value.removeprefix("about ").removesuffix("?")
    doubt = "?" if value.endswith("?") else ""
    said = _bare_date(bare)
    if said and value.startswith("about "):
        said = tr_c("date", "about {date}").format(date=said)
    return f"{said}{doubt}" if said else ""


def _bare_date(value: str) -> str:
    if found := _DAY.fullmatch(value):
        return tr_c("date", "{day} {month} {year}").format(
            day=found[1], month=tr_c("month", found[2]), year=found[3]
        )
    if found := _MONTH.fullmatch(value):
        return f"{tr_c('month', found[1])} {found[2]}"
    if found := _QUARTER.fullmatch(value):
        return tr_c("date", "Q{number} {year}").format(number=found[1], year=found[2])
    if found := _SEASON.fullmatch(value):
        return f"{tr_c('season', found[1])} {found[2]}"
    return value if re.fullmatch(r"\d{4}", value) else ""
