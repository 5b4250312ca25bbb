"""Where a line of any script may end (UAX 14, revision of Unicode 15). Imports paths.

Rules are named as the standard names them. Numbers stay whole with their signs, as example 7 of its section
8.2 has it. Time is linear in the text.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cache

from casefile.paths import resource

_TABLE = "unicode/line-breaks.txt"
_ENDS = frozenset({"BK", "CR", "LF", "NL"})
_HANGUL = frozenset({"JL", "JV", "JT", "H2", "H3"})
_LETTERS = frozenset({"AL", "HL"})
_IDEOGRAPHS = frozenset({"ID", "EB", "EM"})
_OPENING, _CLOSING = frozenset({"OP", "OPW"}), frozenset({"CL", "CP", "CPW"})
_NEVER_FIRST = frozenset({*_CLOSING, "EX", "IS", "SY", "WJ"})
"""LB11, LB13: not even after spaces."""

_CODES = {
    name: chr(ord("A") + number) for number, name in enumerate(("PR", "PO", "OP", "HY", "NU", "SY", "IS"))
}
_CODES |= {"OPW": _CODES["OP"], "CL": "Z", "CP": "Z", "CPW": "Z"}
_NUMBER = re.compile(r"[AB]?[CD]?E[EFG]*Z?(?=([AB]?))")
"""LB25 as a whole, over the letters of ``_CODES``; a sign between two numbers belongs to both."""


@dataclass
class _Units:
    """What the rules look at: marks belong to what they stand on (LB9), spaces to the gap before a unit."""

    places: list[int] = field(default_factory=list)
    classes: list[str] = field(default_factory=list)
    spaced: list[bool] = field(default_factory=list)
    """Whether spaces stand before the unit."""
    glued: set[int] = field(default_factory=set)
    """Units that nothing parts from the one before them: of a number, or after a joiner (LB8a)."""

    def add(self, place: int, kind: str, *, space: bool, joined: bool) -> None:
        """One more unit."""
        if joined and not space:
            self.glued.add(len(self.classes))
        self.places.append(place)
        self.classes.append(kind)
        self.spaced.append(space)


def break_opportunities(text: str) -> list[int]:
    """The places in the text where a new line may begin, in order; neither its start nor its end."""
    units = _units_of(text)
    _glue_numbers(units)
    if "HL" in units.classes:
        _glue_hebrew_hyphens(units)
    found: list[int] = []
    flags = 0
    for number in range(1, len(units.classes)):
        left, right = units.classes[number - 1], units.classes[number]
        flags = flags + 1 if left == "RI" else 0
        if units.spaced[number]:
            may = may_break_at_spaces(left, right)
        elif left == right == "RI":
            may = flags % 2 == 0  # LB30a
        else:
            may = number not in units.glued and may_break_between(left, right)
        if may:
            found.append(units.places[number])
    return found


@cache
def _class_table() -> tuple[list[int], list[str]]:
    """The first code points of the stretches of one class, and their classes."""
    entries = [line.split() for line in resource(_TABLE).read_text("ascii").splitlines()]
    return [int(start, 16) for start, _ in entries], [value for _, value in entries]


def _classes_of(text: str) -> list[str]:
    starts, values = _class_table()
    known = {character: values[bisect_right(starts, ord(character)) - 1] for character in set(text)}
    return [known[character] for character in text]


def _units_of(text: str) -> _Units:
    units = _Units()
    space = joined = False
    for place, kind in enumerate(_classes_of(text)):
        last = units.classes[-1] if units.classes else ""
        if kind == "SP" and last and last not in _ENDS:
            space, joined = True, False
            continue
        if kind in ("CM", "ZWJ"):
            if last and not space and last not in _ENDS and last not in ("ZW", "SP"):
                joined = kind == "ZWJ"
                continue
            units.add(place, "AL", space=space, joined=joined)  # LB10
        else:
            units.add(place, kind, space=space, joined=joined)
        space, joined = False, kind == "ZWJ"
    return units


def _glue_numbers(units: _Units) -> None:
    """LB25: a number stays whole with its signs."""
    coded = "".join(_CODES.get(kind, "-") for kind in units.classes)
    for number in _NUMBER.finditer(coded):
        inside = range(number.start() + 1, number.end(1))
        units.glued.update(unit for unit in inside if not units.spaced[unit])


def _glue_hebrew_hyphens(units: _Units) -> None:
    """LB21a: no line ends after a hyphen that follows a Hebrew letter."""
    for unit in range(2, len(units.classes)):
        before, hyphen = units.classes[unit - 2 : unit]
        if before == "HL" and hyphen in ("HY", "BA") and not units.spaced[unit - 1]:
            units.glued.add(unit)


@cache
def may_break_at_spaces(left: str, right: str) -> bool:
    """Whether a line may end at the spaces between units of these classes (LB4 to LB18)."""
    if right in _ENDS or right == "ZW":
        return False
    if left in _ENDS or left == "ZW":
        return True
    if right in _NEVER_FIRST or left in _OPENING:
        return False
    return not (
        (left == "QU" and right in _OPENING) or (left in _CLOSING and right == "NS") or left == right == "B2"
    )


@cache
def may_break_between(left: str, right: str) -> bool:
    """Whether a line may end between units of these classes that no space parts (LB4 to LB31)."""
    if left == "CR" and right == "LF":
        return False
    if left in _ENDS:
        return True
    if right in _ENDS or right == "ZW":
        return False
    if left in ("ZW", "SP"):
        return left == "ZW" or right not in _NEVER_FIRST
    return not (_marks_forbid(left, right) or _letters_forbid(left, right) or _scripts_forbid(left, right))


def _marks_forbid(left: str, right: str) -> bool:
    """LB11 to LB22."""
    if right in _NEVER_FIRST or left in ("WJ", "GL") or left in _OPENING:
        return True
    if right == "GL" and left not in ("BA", "HY"):
        return True
    if "QU" in (left, right) or left == right == "B2" or (left in _CLOSING and right == "NS"):
        return True
    if "CB" in (left, right):
        return False
    return right in ("BA", "HY", "NS", "IN") or left == "BB" or (left == "SY" and right == "HL")


def _letters_forbid(left: str, right: str) -> bool:
    """LB23, LB24, LB28 to LB30."""
    if left in _LETTERS:
        return right in _LETTERS or right in ("NU", "PR", "PO", "OP")
    if left in ("PR", "PO"):
        return right in _LETTERS or (left == "PR" and right in _IDEOGRAPHS)
    if left == "NU":
        return right in _LETTERS or right == "OP"
    if left == "CP":
        return right in _LETTERS or right == "NU"
    return left == "IS" and right in _LETTERS


def _scripts_forbid(left: str, right: str) -> bool:
    """LB23a, LB26, LB27, LB30b."""
    if right == "PO":
        return left in _IDEOGRAPHS or left in _HANGUL
    if left == "PR" and right in _HANGUL:
        return True
    if left == "EB" and right == "EM":
        return True
    return (
        (left == "JL" and right in ("JL", "JV", "H2", "H3"))
        or (left in ("JV", "H2") and right in ("JV", "JT"))
        or (left in ("JT", "H3") and right == "JT")
    )
