"""Figures as they are printed: ``1,234.5``, ``250'000``, ``12,50,000``, ``35,3``. Imports nothing of ours."""

import re
from decimal import Decimal
from functools import lru_cache

_SPACES = " \u00a0\u202f\u2009"
_TELLING_DIGITS = 2
_FARTHEST = Decimal("1.2")
"""A figure rounded to two digits lies nearer to the exact one than this."""
_NO_GROUPING = str.maketrans("", "", f"{_SPACES}'’")
_MARKS = r"[.,'’]"

FIGURE = re.compile(
    r"\d(?<!\d\d)(?<!\d[.,'’/:]\d)"
    r"(?:"
    rf"\d{{0,2}}(?:[{_SPACES}]\d{{3}}){{1,5}}(?:[.,]\d{{1,2}})?(?!\d)"  # 100 000,50
    rf"|\d{{0,2}}(?:{_MARKS}\d{{2,3}}){{1,5}}(?:[.,]\d{{1,2}})?(?!\d)"  # 1.234.567,89 and 12,50,000
    r"|\d{0,14}(?:[.,]\d{1,6})?"
    r")"
    r"(?![/:]\d)"
)
"""A printed number with its separators; each run of digits is looked at once."""


def parse_figure(printed: str, decimal_mark: str, scaled: bool) -> Decimal | None:
    """The value of a printed number, or None where its separators make no number.

    One separator before three digits groups thousands, whatever the language ("EUR 486.000" in English),
    unless a magnitude follows and it is the language's decimal mark ("1.234 billion"): ``scaled``.
    """
    digits = printed.translate(_NO_GROUPING)
    points = [mark for mark in digits if mark in ".,"]
    if not points:
        return Decimal(digits)
    last = points[-1]
    if len(set(points)) == 2:
        return _whole_and_rest(digits, last) if points.count(last) == 1 else None
    if len(points) > 1:
        return Decimal(digits.replace(last, ""))
    head, _, tail = digits.partition(last)
    grouped = len(tail) == 3 and head != "0" and not (scaled and last == decimal_mark)
    return Decimal(head + tail) if grouped else _whole_and_rest(digits, last)


def _whole_and_rest(digits: str, mark: str) -> Decimal:
    whole, _, rest = digits.rpartition(mark)
    return Decimal(f"{re.sub('[.,]', '', whole)}.{rest}")


def are_rounded(value: Decimal, other: Decimal) -> bool:
    """Whether one is the other cut or rounded to fewer digits: 38.9 million of 38,978,000."""
    low, high = (value, other) if value <= other else (other, value)
    if low >= 1 and high > low * _FARTHEST:
        return False
    short, long = sorted((value, other), key=lambda each: len(significant_digits(each)))
    count = len(significant_digits(short))
    if count < _TELLING_DIGITS or count == len(significant_digits(long)):
        return False
    unit = Decimal(10) ** (len(str(int(short))) - count)
    return 0 <= long - short < unit or abs(short - long) <= unit / 2


@lru_cache(maxsize=1024)
def significant_digits(value: Decimal) -> str:
    """The digits that say something: 38,900,000 has three."""
    return "".join(str(digit) for digit in value.normalize().as_tuple().digits)
