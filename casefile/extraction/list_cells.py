"""Sums and dates of cells, by the marks and the order that the list has. Imports values and the lexicons.

A cell that says more than a sum or a date ("EUR 5,000 and costs") is not read: the person is told.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.list_mapping import DateOrder
from casefile.extraction.list_words import LANGUAGES, scale_words
from casefile.extraction.money_currencies import is_code, of_unit
from casefile.values import PartialDate, Span, minor_digits

_BLANKS = " \u00a0\u202f\u2009"
_NUMERIC = re.compile(r"(\d{1,4})([./-])\s?(\d{1,2})\2\s?(\d{1,4})(?:[T ]\d{1,2}:\d{2}.*)?")
_ISO = re.compile(r"(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?(?:[T ]\d{1,2}:\d{2}.*)?")
_SWISS = re.compile(r"(?<=\d)\.(?:-|–|—)$|(?<=\d),(?:-|–|—)$")
_CENTURY = 2000


class UnreadCellError(ValueError):
    """What stands in the cell is no such value; the message completes "…: "."""


@dataclass(frozen=True)
class CellSum:
    """A sum in major units, and its currency, "" where the cell names none."""

    value: Decimal
    currency: str


@cache
def _signs() -> dict[str, str]:
    """Signs and codes of currencies, folded, to ISO codes; what several countries share to itself."""
    shared = lexicon("all", "money")
    own = [lexicon(language, "money").table("currencies") for language in LANGUAGES]
    codes = {code: code for code in shared.lists("codes").get("list", ())}
    merged = {name: code for table in own for name, code in table.items()}
    return {name.lower(): code for name, code in (merged | codes | shared.table("signs")).items()}


@cache
def _sum_pattern() -> re.Pattern[str]:
    sign = rf"(?:{alternatives(_signs())}\.?)"
    scale = alternatives(scale_words())
    return re.compile(
        rf"(?P<before>{sign})?[{_BLANKS}]*(?P<figure>\d[\d.,'’{_BLANKS}]*?)"
        rf"[{_BLANKS}]*(?:(?P<scale>{scale})(?![^\W\d_]))?[{_BLANKS}]*(?P<after>{sign})?",
        re.IGNORECASE,
    )


def read_sum(words: str, decimal_mark: str, usual: str) -> CellSum:
    """The sum of a cell; :class:`UnreadCellError` where it holds no sum, or more than one.

    ``usual`` is the list's own currency: it says which dollar or crown a bare sign means.
    """
    found = _sum_pattern().fullmatch(_SWISS.sub("", words.strip()))
    if found is None:
        raise UnreadCellError("no sum alone")
    value = _figure(found["figure"].strip(), decimal_mark)
    factor = scale_words()[found["scale"].lower()] if found["scale"] else 1
    signs = {_currency(sign, usual) for sign in (found["before"], found["after"]) if sign} - {""}
    if len(signs) > 1:
        raise UnreadCellError("two currencies")
    currency = next(iter(signs), "")
    value *= factor
    exponent = value.normalize().as_tuple().exponent
    if isinstance(exponent, int) and -exponent > minor_digits(currency or usual):
        raise UnreadCellError(f"more decimals than money has: is “{decimal_mark}” the decimal mark?")
    return CellSum(value, currency)


def _currency(sign: str, usual: str) -> str:
    code = _signs().get(sign.lower()) or _signs().get(sign.lower().rstrip("."), "")
    return code if is_code(code) else of_unit(code, usual)


def _figure(printed: str, decimal_mark: str) -> Decimal:
    grouping = "." if decimal_mark == "," else ","
    whole, _, rest = printed.partition(decimal_mark)
    groups = re.split(rf"[{re.escape(grouping)}'’{_BLANKS}]", whole)
    grouped = len(groups) > 1
    if not all(group.isdecimal() for group in groups) or (rest and not rest.isdecimal()):
        raise UnreadCellError(f"no figure with “{decimal_mark}” as decimal mark")
    # Lakhs and crores are grouped by two; the last group always has three.
    if grouped and (len(groups[-1]) != 3 or any(len(group) not in (2, 3) for group in groups[1:])):
        raise UnreadCellError(f"no figure with “{decimal_mark}” as decimal mark")
    return Decimal(f"{''.join(groups)}.{rest or 0}")


class AmbiguousDateError(UnreadCellError):
    """The figures can be read as two days, and the list's order is not settled."""


def read_date(words: str, order: DateOrder, language: str) -> PartialDate:
    """The date of a cell, as precise as it is.

    :class:`AmbiguousDateError` for 03/04/2024 without an order; :class:`UnreadCellError` for no date.
    """
    text = words.strip()
    iso = _ISO.fullmatch(text)
    try:
        if iso is not None:
            return PartialDate.of(*(int(part) for part in iso.groups() if part))
        figures = _NUMERIC.fullmatch(text)
        if figures is not None:
            return _from_figures(int(figures[1]), int(figures[3]), int(figures[4]), order)
    except ValueError as error:
        if isinstance(error, UnreadCellError):
            raise
        raise UnreadCellError("no such day") from error
    return _named(text, language)


def _from_figures(first: int, second: int, third: int, order: DateOrder) -> PartialDate:
    if first > 31:
        return PartialDate.of(first, second, third)
    if order is DateOrder.YEAR_FIRST and third <= 31:
        return PartialDate.of(_year(first), second, third)
    year = _year(third)
    readings = {
        PartialDate.of(year, month, day) for month, day in ((second, first), (first, second)) if month <= 12
    }
    return _of_readings(readings, year, (first, second), order)


def _of_readings(
    readings: set[PartialDate], year: int, figures: tuple[int, int], order: DateOrder
) -> PartialDate:
    if len(readings) == 1:
        return readings.pop()
    first, second = figures
    if order is DateOrder.DAY_FIRST:
        return PartialDate.of(year, second, first)
    if order is DateOrder.MONTH_FIRST:
        return PartialDate.of(year, first, second)
    if not readings:
        raise UnreadCellError("no such day")
    raise AmbiguousDateError(f"either {' or '.join(str(reading) for reading in sorted(readings, key=str))}")


def _year(number: int) -> int:
    """A year of two digits is of this century: the laws of this field are younger."""
    return number if number >= 100 else _CENTURY + number


def _named(text: str, language: str) -> PartialDate:
    """A date with the name of its month, in the list's language or another."""
    from casefile.extraction.dates import find_dates
    from casefile.extraction.text import Article
    from casefile.metadata import SourceMetadata

    whole = Span(0, len(text)) if text else None
    for each in dict.fromkeys((language or "en", *LANGUAGES)):
        for mention in find_dates(Article(text, SourceMetadata(language=each))):
            if mention.span == whole and mention.date is not None and not mention.ambiguous:
                return mention.date
    raise UnreadCellError("no date alone")


def order_of_dates(cells: list[str]) -> DateOrder:
    """The order that the dates themselves prove; unsettled where they prove none, or two."""
    proven = set()
    for cell in cells:
        found = _NUMERIC.fullmatch(cell.strip())
        if found is None:
            continue
        first, second = int(found[1]), int(found[3])
        if first > 31:
            continue
        if first > 12:
            proven.add(DateOrder.DAY_FIRST)
        elif second > 12:
            proven.add(DateOrder.MONTH_FIRST)
    return proven.pop() if len(proven) == 1 else DateOrder.UNSETTLED


def decimal_mark_of(cells: list[str]) -> str:
    """The decimal mark that the sums themselves prove, "." where they prove none."""
    votes = {".": 0, ",": 0}
    for cell in cells:
        for figure in re.findall(r"\d[\d.,]*\d", cell):
            marks = re.sub(r"\d", "", figure)
            last = figure[max(figure.rfind("."), figure.rfind(",")) + 1 :]
            if len(set(marks)) == 2:
                votes[marks[-1]] += 1
            elif len(marks) > 1 or (marks and len(last) == 3):
                votes["," if marks[0] == "." else "."] += 1
            elif marks:
                votes[marks] += 1
    return "," if votes[","] > votes["."] else "."


def is_date_like(words: str) -> bool:
    """Whether the cell looks like a date in figures."""
    return bool(_NUMERIC.fullmatch(words.strip()) or re.fullmatch(r"\d{4}-\d{2}-\d{2}.*", words.strip()))
