"""An amount as a person writes it: figures with separators, a magnitude, a currency. Pure."""

import re
from dataclasses import dataclass
from decimal import Decimal

from casefile.translation import N_, tr
from ui.figures import marks

EXAMPLES = N_("30,500,000 or 30.5 million or 33.70")
_AMOUNT = re.compile(
    r"(?P<before>[A-Za-z]{3}|[A-Z]{1,2}\$|[€$£¥₹₩])?\s*"
    r"(?P<figures>\d[\d.,'’ ]*)\s*"
    r"(?P<scale>[A-Za-z]+\.?)?\s*"
    r"(?P<after>[A-Za-z]{3}|[Ee]uros?|[Pp]ounds?|[€$£¥₹₩])?"
)
_SCALES = {
    "k": 3, "thousand": 3, "tsd": 3, "tausend": 3, "lakh": 5, "m": 6, "mn": 6, "mio": 6, "million": 6,
    "millions": 6, "millionen": 6, "crore": 7, "b": 9, "bn": 9, "mrd": 9, "billion": 9, "billions": 9,
    "milliarde": 9, "milliarden": 9, "trillion": 12,
}  # fmt: skip
_SIGNS = {
    "€": "EUR", "$": "USD", "£": "GBP", "¥": "JPY", "₹": "INR", "₩": "KRW", "A$": "AUD", "C$": "CAD",
    "R$": "BRL", "euro": "EUR", "euros": "EUR", "pound": "GBP", "pounds": "GBP",
    "US$": "USD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD",
}  # fmt: skip
_INDIAN = re.compile(r"\d{1,2}(?:,\d{2})+,\d{3}")
"""Lakh and crore: 12,34,567."""
_LARGEST = Decimal(10) ** 15
_DECIMALS = 4


@dataclass(frozen=True)
class EnteredAmount:
    """A sum in major units; ``currency`` is "" where the entry names none."""

    value: Decimal
    currency: str = ""
    is_doubtful: bool = False
    """Whether somebody else would take its point for a thousands separator."""


def read_entered_amount(entry: str) -> EnteredAmount | None:
    """The amount, None for an empty entry; ``ValueError`` says what is wrong with any other."""
    text = " ".join(entry.replace("\u00a0", " ").replace("\u202f", " ").split())
    if not text:
        return None
    found = _AMOUNT.fullmatch(text)
    if found is None:
        raise ValueError(tr("Not understood as an amount. Write {examples}.").format(examples=tr(EXAMPLES)))
    scale, after = found["scale"] or "", found["after"] or ""
    power = _SCALES.get(scale.rstrip(".").casefold(), 0)
    if scale and not power:
        if (len(scale) != 3 and scale.lower() not in _SIGNS) or after:
            raise ValueError(
                tr("Not understood as an amount. Write {examples}.").format(examples=tr(EXAMPLES))
            )
        scale, after = "", scale
    value, doubtful = _figures(found["figures"].strip())
    if value.scaleb(power) >= _LARGEST:
        raise ValueError(tr("This is more than a sum can be here."))
    currency = _currency(found["before"] or "", after)
    return EnteredAmount(value.scaleb(power), currency, is_doubtful=doubtful and not power)


def _currency(before: str, after: str) -> str:
    codes = {_SIGNS.get(sign) or _SIGNS.get(sign.lower()) or sign.upper() for sign in (before, after) if sign}
    if len(codes) > 1:
        raise ValueError(
            tr("This names two currencies: {codes}.").format(codes=tr(" and ").join(sorted(codes)))
        )
    return next(iter(codes), "")


def _figures(text: str) -> tuple[Decimal, bool]:
    """The number, and whether its mark is in doubt: 30.500 is thirty and a half in English, not thousands."""
    bare = re.sub(r"[ '’]", "", text).rstrip(".,")
    if _INDIAN.fullmatch(bare):
        return Decimal(bare.replace(",", "")), False
    last = max(bare.rfind(","), bare.rfind("."))
    if last < 0:
        return Decimal(bare), False
    mark, whole, part = bare[last], bare[:last], bare[last + 1 :]
    if re.fullmatch(rf"\d{{1,3}}(?:\{mark}\d{{3}})*", whole) and len(part) == 3:
        grouped = mark == marks(",") or mark in whole
        if grouped:
            return Decimal(whole.replace(mark, "") + part), False
        return Decimal(f"{whole}.{part}"), True
    other = "." if mark == "," else ","
    groups = whole.split(other)
    if mark in whole or len(part) > _DECIMALS or not part or not _are_thousands(groups):
        raise ValueError(
            tr("Where do the thousands end, and where the decimals? Write {examples}.").format(
                examples=tr(EXAMPLES)
            )
        )
    return Decimal(f"{''.join(groups)}.{part}"), False


def _are_thousands(groups: list[str]) -> bool:
    if len(groups) == 1:
        return groups[0].isdigit()
    return 1 <= len(groups[0]) <= 3 and all(len(group) == 3 for group in groups[1:])
