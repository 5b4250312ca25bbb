"""Which words a line does not part where it has room: a day and its month, a number and what it counts.

The spaces between them stay what they are, so that what is copied is what was given. Told of the words of the
brief's own languages and of signs of any; imports the months.
"""

import re
from functools import lru_cache

from casefile.values import MONTHS

_GERMAN_MONTHS = (
    "Januar", "Jänner", "Februar", "März", "April", "Mai", "Juni", "Juli", "August", "September", "Oktober",
    "November", "Dezember",
)  # fmt: skip
_SHORT_MONTHS = (
    "Jan", "Feb", "Mar", "Apr", "Jun", "Jul", "Aug", "Sep", "Sept", "Oct", "Okt", "Nov", "Dec", "Dez",
)  # fmt: skip
_SCALES = (
    "hundred", "thousand", "million", "billion", "trillion", "bn", "Tausend", "Million", "Millionen", "Mio",
    "Milliarde", "Milliarden", "Mrd", "Billion", "Billionen",
)  # fmt: skip
_UNITS = (
    "euro", "euros", "Euro", "dollar", "dollars", "Dollar", "pound", "pounds", "Pfund", "krona", "kronor",
    "kroner", "Kronen", "franc", "francs", "Franken", "zloty", "Złoty", "yen", "Yen", "yuan", "Yuan", "won",
    "Won", "cents", "Cent", "percent", "Prozent",
)  # fmt: skip
_BEFORE_NUMBERS = (
    "Art", "Arts", "Article", "Articles", "Artikel", "Abs", "Nr", "No", "Nos", "Section", "Sections", "para",
    "paras", "Recital", "p", "pp", "S", "Rn", "Q1", "Q2", "Q3", "Q4",
)  # fmt: skip

LARGEST_TIED = 0.6
"""Of a line's width: what is longer is parted after all."""


def _any_of(words: tuple[str, ...]) -> str:
    return "|".join(sorted(map(re.escape, words), key=len, reverse=True))


_OPENING, _CLOSING = r"[(\[“„\"«‘']*", r"[)\].,;:!?”“\"»’'…]*"
_CODE = r"[A-Z]{3}|[A-Z]{0,3}[€$£¥₩₪₴₺₹]"
_MONTH = rf"(?:(?:{_any_of((*MONTHS, *_GERMAN_MONTHS))})|(?:{_any_of(_SHORT_MONTHS)})\.?)"
_FIGURE = rf"(?:{_CODE})?[-−]?\d[\d.,’']*"
_SCALE = rf"(?:{_any_of(_SCALES)})\.?"
_UNIT = rf"(?:{_CODE}|[%‰]|{_any_of(_UNITS)})"
_TIED = (
    (rf"{_OPENING}\d{{1,2}}(?:\.|st|nd|rd|th)?", rf"{_MONTH}{_CLOSING}"),
    (rf"{_OPENING}{_MONTH}", rf"\d{{1,4}}\??{_CLOSING}"),
    (r"\d{1,2},", rf"[12]\d{{3}}\??{_CLOSING}"),
    (rf"{_OPENING}{_FIGURE}", rf"(?:{_SCALE}|{_UNIT}){_CLOSING}"),
    (_SCALE, rf"{_UNIT}{_CLOSING}"),
    (rf"{_OPENING}(?:{_CODE})", r"[-−]?\d.*"),
    (rf"{_OPENING}(?:(?:{_any_of(_BEFORE_NUMBERS)})\.?|§§?)", r"\d.*"),
    (r".*\d\)", r"\(.*"),
    (r".*\d|[万萬億亿만억조]", r"[年月日号條条万萬億亿元円년월일만억조원％%].*"),
)
_PAIR = re.compile("|".join(f"(?:{left}) (?:{right})" for left, right in _TIED), re.DOTALL)


@lru_cache(maxsize=4096)
def are_tied(left: str, right: str) -> bool:
    """Whether a line should not end between the two words, of which the first may end with white space."""
    return _PAIR.fullmatch(f"{left} {right}") is not None
