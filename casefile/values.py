"""Values that cross every border: spans, anchors, money, partial dates. Imports nothing of ours but errors.

All are frozen, compare by value, and refuse to be built wrong (``ValueError``).
"""

import calendar
import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import lru_cache

CONTEXT_LENGTH = 48
"""Code points of text that an anchor keeps before and after its words."""


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """A stretch of a text in code points: ``text[start:end]``, never empty."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"no span: {self.start} to {self.end}")

    def of(self, text: str) -> str:
        """The words of the span."""
        return text[self.start : self.end]

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share a code point."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside."""
        return self.start <= other.start and other.end <= self.end


@dataclass(frozen=True, slots=True)
class Anchor:
    """A span with its exact words and their surroundings.

    The position and quote selectors of the W3C Web Annotation Data Model, 4.2.4 and 4.2.5.
    """

    span: Span
    exact: str
    prefix: str
    suffix: str

    @classmethod
    def at(cls, text: str, span: Span) -> "Anchor":
        """The anchor of a span; ``ValueError`` where the span leaves the text."""
        if span.end > len(text):
            raise ValueError(f"the span ends at {span.end}, the text at {len(text)}")
        return cls(
            span,
            span.of(text),
            text[max(0, span.start - CONTEXT_LENGTH) : span.start],
            text[span.end : span.end + CONTEXT_LENGTH],
        )

    def holds_in(self, text: str) -> bool:
        """Whether the exact words still stand at the span."""
        return text[self.span.start : self.span.end] == self.exact


# ISO 4217, minor units other than 2: https://www.six-group.com/en/products-services/financial-information/data-standards.html
_MINOR_DIGITS = dict.fromkeys(
    (
        "BIF",
        "CLP",
        "DJF",
        "GNF",
        "ISK",
        "JPY",
        "KMF",
        "KRW",
        "PYG",
        "RWF",
        "UGX",
        "VND",
        "VUV",
        "XAF",
        "XOF",
        "XPF",
    ),
    0,
) | dict.fromkeys(("BHD", "IQD", "JOD", "KWD", "LYD", "OMR", "TND"), 3)

_CURRENCY_SIGNS = {
    "EUR": "€", "USD": "$", "GBP": "£", "JPY": "¥", "INR": "₹", "KRW": "₩",
    "AUD": "A$", "CAD": "C$", "NZD": "NZ$", "BRL": "R$", "HKD": "HK$", "SGD": "S$",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Money:
    """An amount as the source says it: an integer of minor units and an ISO 4217 code ("" where unknown)."""

    amount_minor: int
    currency: str

    def __post_init__(self) -> None:
        if self.currency and not re.fullmatch(r"[A-Z]{3}", self.currency):
            raise ValueError(f"no ISO 4217 code: {self.currency!r}")

    @classmethod
    def of(cls, amount: Decimal, currency: str) -> "Money":
        """The amount in major units, rounded half up to the currency's minor unit."""
        digits = minor_digits(currency)
        return cls(int((amount.scaleb(digits)).to_integral_value("ROUND_HALF_UP")), currency)

    @property
    def amount(self) -> Decimal:
        """The amount in major units, exact."""
        return Decimal(self.amount_minor).scaleb(-minor_digits(self.currency))

    def __str__(self) -> str:
        """``€30,500,000``, ``€33.70``, ``SEK 75,000``: minor units only where there are any."""
        amount = self.amount
        whole = amount == amount.to_integral_value()
        return self._signed(f"{amount:,.0f}" if whole else f"{amount:,.{minor_digits(self.currency)}f}")

    @property
    def bare(self) -> str:
        """``$33.7``: no decimals but those that were stated, for a figure whose magnitude is missing."""
        return self._signed(f"{self.amount.normalize():,f}")

    def _signed(self, figures: str) -> str:
        sign = _CURRENCY_SIGNS.get(self.currency)
        if sign:
            return f"-{sign}{figures[1:]}" if figures.startswith("-") else f"{sign}{figures}"
        return f"{self.currency} {figures}".strip()


def minor_digits(currency: str) -> int:
    """How many decimals the currency has (ISO 4217)."""
    return _MINOR_DIGITS.get(currency, 2)


class DatePrecision(StrEnum):
    """How much of a date is known."""

    DAY = "day"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    RANGE = "range"


OPEN = ".."
"""The end of an interval that has none (ISO 8601-2:2019, 4.4)."""
_EDTF = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?([~?%]?)")
_QUARTER_CODE = 33  # ISO 8601-2:2019, 4.8.2: 33 to 36 are the quarters, 21 to 24 the seasons
_SEASON_CODE = 21
MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
    "November", "December",
)  # fmt: skip
"""In English, whatever language the system has: Python's own names follow that."""
_SEASONS = ("Spring", "Summer", "Autumn", "Winter")


@dataclass(frozen=True)
class PartialDate:
    """A date with its own precision, written in EDTF (ISO 8601-2): ``2024-06``, ``2024-34``, ``2023/2024``.

    No day or month is ever invented: what is not known is not there. An interval may have an open end
    (``2023/..``) or an open start (``../2024``), which stand for the last and the first day that there is.
    """

    edtf: str

    def __post_init__(self) -> None:
        parts = self.edtf.split("/")
        known = [part for part in parts if len(parts) == 1 or part != OPEN]
        for part in known:
            _check_edtf(part)
        if len(parts) > 2 or not known:
            raise ValueError(f"no EDTF date: {self.edtf!r}")

    @classmethod
    def of(cls, year: int, month: int | None = None, day: int | None = None) -> "PartialDate":
        """A year, a month or a day."""
        parts = [f"{year:04d}"] + [f"{part:02d}" for part in (month, day) if part is not None]
        return cls("-".join(parts))

    @classmethod
    def quarter(cls, year: int, number: int) -> "PartialDate":
        """Quarter 1 to 4 of a year."""
        return cls(f"{year:04d}-{_QUARTER_CODE + number - 1}")

    @classmethod
    def season(cls, year: int, number: int) -> "PartialDate":
        """Spring (1) to winter (4) of a year."""
        return cls(f"{year:04d}-{_SEASON_CODE + number - 1}")

    @classmethod
    def of_day(cls, day: date) -> "PartialDate":
        """A whole day."""
        return cls(day.isoformat())

    @property
    def precision(self) -> DatePrecision:
        """How much is known."""
        if "/" in self.edtf:
            return DatePrecision.RANGE
        _, month, day, _ = _parts(self.edtf)
        if day:
            return DatePrecision.DAY
        if month is None:
            return DatePrecision.YEAR
        if month >= _QUARTER_CODE:
            return DatePrecision.QUARTER
        return DatePrecision.SEASON if month >= _SEASON_CODE else DatePrecision.MONTH

    @property
    def earliest(self) -> date:
        """The first day that the date may mean."""
        if self.edtf.startswith(OPEN):
            return date.min
        return _bounds(self.edtf.split("/")[0])[0]

    @property
    def latest(self) -> date:
        """The last day that the date may mean."""
        if self.edtf.endswith(OPEN):
            return date.max
        return _bounds(self.edtf.split("/")[-1])[1]

    def __str__(self) -> str:
        """In English words: ``3 September 2024``, ``Q2 2024``, ``2023 to 2024``, ``from 2023``."""
        first, _, last = self.edtf.partition("/")
        if first == OPEN:
            return f"until {_words(last)}"
        return (
            f"from {_words(first)}" if last == OPEN else " to ".join(map(_words, filter(None, (first, last))))
        )


@lru_cache(maxsize=8192)
def _parts(edtf: str) -> tuple[int, int | None, int | None, str]:
    match = _EDTF.fullmatch(edtf)
    if match is None:
        raise ValueError(f"no EDTF date: {edtf!r}")
    year, month, day, mark = match.groups()
    return int(year), int(month) if month else None, int(day) if day else None, mark


def _check_edtf(edtf: str) -> None:
    year, month, day, _ = _parts(edtf)
    if month is None:
        return
    sub_year = _SEASON_CODE <= month < _SEASON_CODE + 4 or _QUARTER_CODE <= month < _QUARTER_CODE + 4
    if not (1 <= month <= 12 or (sub_year and day is None)):
        raise ValueError(f"no month, season or quarter: {edtf!r}")
    if day is not None and not 1 <= day <= calendar.monthrange(max(year, 1), month)[1]:
        raise ValueError(f"no such day: {edtf!r}")


@lru_cache(maxsize=8192)
def _bounds(edtf: str) -> tuple[date, date]:
    year, month, day, _ = _parts(edtf)
    if month is None:
        return date(year, 1, 1), date(year, 12, 31)
    if day is not None:
        return date(year, month, day), date(year, month, day)
    if month >= _QUARTER_CODE:
        first = 1 + 3 * (month - _QUARTER_CODE)
        return date(year, first, 1), date(year, first + 2, calendar.monthrange(year, first + 2)[1])
    if month >= _SEASON_CODE:
        return _season_bounds(year, month - _SEASON_CODE)
    return date(year, month, 1), date(year, month, calendar.monthrange(year, month)[1])


def _season_bounds(year: int, season: int) -> tuple[date, date]:
    """Meteorological seasons of the north; winter runs into the next year."""
    first = 3 + 3 * season
    last_year, last = (year, first + 2) if first + 2 <= 12 else (year + 1, first + 2 - 12)
    return date(year, first, 1), date(last_year, last, calendar.monthrange(last_year, last)[1])


def _words(edtf: str) -> str:
    year, month, day, mark = _parts(edtf)
    about = "about " if mark in ("~", "%") else ""
    doubt = "?" if mark in ("?", "%") else ""
    if month is None:
        text = f"{year}"
    elif day is not None:
        text = f"{day} {MONTHS[month - 1]} {year}"
    elif month >= _QUARTER_CODE:
        text = f"Q{month - _QUARTER_CODE + 1} {year}"
    elif month >= _SEASON_CODE:
        text = f"{_SEASONS[month - _SEASON_CODE]} {year}"
    else:
        text = f"{MONTHS[month - 1]} {year}"
    return f"{about}{text}{doubt}"
