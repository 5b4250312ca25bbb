"""Figures as people type them in a query: ``>10m``, ``€1m..€5m``, ``USD 1.5 billion``. Pure."""

import re
from decimal import Decimal

from casefile.store.search.query import FigureRange

_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "us$": "USD", "a$": "AUD",
    "c$": "CAD", "nz$": "NZD", "r$": "BRL", "hk$": "HKD", "s$": "SGD", "euro": "EUR", "euros": "EUR",
    "dollar": "USD", "dollars": "USD", "pound": "GBP", "pounds": "GBP",
}  # fmt: skip
_MAGNITUDES = {
    "k": 3, "thousand": 3, "tsd": 3, "m": 6, "mn": 6, "mln": 6, "mio": 6, "million": 6, "millions": 6,
    "millionen": 6, "miljoen": 6, "millones": 6, "milioni": 6, "b": 9, "bn": 9, "billion": 9,
    "billions": 9, "mrd": 9, "md": 9, "milliard": 9, "milliards": 9, "milliarden": 9, "miljard": 9,
    "miliardi": 9,
}  # fmt: skip
_CODES = (
    "EUR USD GBP JPY INR KRW AUD CAD NZD BRL HKD SGD CHF SEK NOK DKK PLN CZK HUF RON BGN ISK TRY CNY ZAR MXN"
    " ARS CLP COP ILS AED SAR THB IDR MYR PHP VND UAH RUB TWD NGN KES EGP"
)
_CURRENCY = "|".join(
    [re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True)] + [*_CODES.split(" ")]
)
_MAGNITUDE = "|".join(sorted(_MAGNITUDES, key=len, reverse=True))
_FIGURE = (
    rf"(?:(?:{_CURRENCY})[ ]?)?[0-9]{{1,30}}(?:[.,'][0-9]{{1,30}}|[ ][0-9]{{3}}(?![0-9])){{0,9}}"
    rf"(?:[ ]?(?:{_MAGNITUDE})\b\.?)?(?:[ ]?(?:{_CURRENCY})(?![a-z]))?"
)
_PARTS = re.compile(
    rf"(?P<before>{_CURRENCY})?\s*(?P<digits>[0-9][0-9.,' ]*)\s*(?P<scale>{_MAGNITUDE})?\.?\s*"
    rf"(?P<after>{_CURRENCY})?",
    re.IGNORECASE,
)
RANGE = re.compile(
    rf"(?P<sign>>=|<=|>|<|≥|≤|=)\s*(?P<bound>{_FIGURE})|"
    rf"(?P<low>{_FIGURE})?(?:\.\.|…|–)(?P<high>{_FIGURE})?|(?P<only>{_FIGURE})",
    re.IGNORECASE,
)
"""A range of figures at a place of the query; a figure may have single spaces in it."""


class ReversedRangeError(ValueError):
    """The range runs backwards; ``args`` hold it put right."""


def figure_range(match: re.Match[str]) -> FigureRange:
    """The range that a match of :data:`RANGE` means.

    A currency at one end counts for both, as does the magnitude of the high end where the low one has none
    (``1..5m``). ``ValueError`` where the ends have two currencies or there is none, and
    :class:`ReversedRangeError`.
    """
    if match["bound"]:
        return _one_sided(match["sign"], match["bound"])
    if match["only"]:
        value, _, currency = _read(match["only"])
        return FigureRange(value, value, currency)
    if not match["low"] and not match["high"]:
        raise ValueError("no figure")
    low, low_scaled, low_currency = _read(match["low"])
    high, _, high_currency = _read(match["high"])
    if low_currency and high_currency and low_currency != high_currency:
        raise ValueError("two currencies")
    if low is not None and high is not None and not low_scaled:
        low = _scaled_alike(low, match["high"])
    currency = low_currency or high_currency
    if low is not None and high is not None and low > high:
        raise ReversedRangeError(FigureRange(high, low, currency))
    return FigureRange(low, high, currency)


def _one_sided(sign: str, figure: str) -> FigureRange:
    value, _, currency = _read(figure)
    if sign in (">", ">=", "≥"):
        return FigureRange(value, None, currency, beyond_low=sign == ">")
    if sign in ("<", "<=", "≤"):
        return FigureRange(None, value, currency, beyond_high=sign == "<")
    return FigureRange(value, value, currency)


def _read(figure: str | None) -> tuple[Decimal | None, bool, str]:
    """The figure in major units, whether its magnitude was typed, its currency."""
    if not figure:
        return None, False, ""
    match = _PARTS.match(figure.strip())
    if match is None:
        raise ValueError("no figure")
    scale = _MAGNITUDES[match["scale"].casefold()] if match["scale"] else 0
    currency = (match["before"] or match["after"] or "").casefold()
    value = _digits(match["digits"]).scaleb(scale)
    return value, bool(scale), _SIGNS.get(currency, currency.upper())


def _scaled_alike(low: Decimal, high: str) -> Decimal:
    scale = _PARTS.match(high.strip())
    typed = scale["scale"] if scale else None
    return low.scaleb(_MAGNITUDES[typed.casefold()]) if typed else low


def _digits(typed: str) -> Decimal:
    """``1.5``, ``1,5``, ``10,000``, ``1.000.000``: a lone mark is a decimal one unless it groups three."""
    bare = typed.replace(" ", "").replace("'", "").strip(".,")
    marks = [char for char in bare if char in ".,"]
    if not marks:
        return Decimal(bare)
    last = max(bare.rfind("."), bare.rfind(","))
    grouped = len(marks) > 1 and len(set(marks)) == 1
    thousands = len(marks) == 1 and marks[0] == "," and len(bare) - last - 1 == 3
    if grouped or thousands:
        return Decimal(re.sub("[.,]", "", bare))
    whole, fraction = bare[:last], bare[last + 1 :]
    return Decimal(f"{re.sub('[.,]', '', whole)}.{fraction}")
