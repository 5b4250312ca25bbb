"""Pairs of quotation marks in a text, whatever the convention. Imports only values.

Knows nothing of speakers: it tells which words stand between marks. Nested pairs belong to the outer one, a
quotation that opens its marks again in the next paragraph is one, apostrophes and inches are no marks. Every
paragraph is read once and never looked back at, so the time is linear in the text.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from casefile.values import Span

_ENTITIES = {
    "quot": '"', "#34": '"', "#x22": '"', "#39": "'", "#x27": "'", "apos": "'",
    "ldquo": "“", "rdquo": "”", "bdquo": "„", "lsquo": "‘", "rsquo": "’", "sbquo": "‚",
    "laquo": "«", "raquo": "»", "lsaquo": "‹", "rsaquo": "›",
    "#8220": "“", "#8221": "”", "#8222": "„", "#8216": "‘", "#8217": "’", "#171": "«", "#187": "»",
}  # fmt: skip
_MARK = re.compile(rf"&(?:{'|'.join(_ENTITIES)});|``|''|,,|[\"“”„‟«»‹›‘’‚'「」『』＂]")
_CLOSERS = {
    '"': frozenset('"”'),
    "“": frozenset('”“"'),
    "”": frozenset("”"),
    "„": frozenset('“”"‟'),
    "‟": frozenset("”"),
    "«": frozenset("»"),
    "»": frozenset("«»"),
    "‹": frozenset("›"),
    "›": frozenset("‹"),
    "‘": frozenset("’'"),
    "‚": frozenset("‘’'"),
    "'": frozenset("'’"),
    "``": frozenset(("''", '"', "”")),
    ",,": frozenset(("''", '"', "”", "“")),
    "''": frozenset(("''",)),
    "「": frozenset("」"),
    "『": frozenset("』"),
    "＂": frozenset("＂"),
}
_TELLING = frozenset("“„«")
"""Marks of whose closing one can be sure."""
_SINGLES = frozenset("‘‚'‹›")
_ALWAYS_OPEN = frozenset("„‟‚「『") | {"``"}
_ALWAYS_CLOSE = frozenset("」』")
_BEFORE_OPENING = frozenset("([{—–-/:…=>") | frozenset("“„«‹‘‚\"'’»")
_CLIPPED = re.compile(r"(?:[stnkmrd]|em|er|ie|tis|twas|til|cause|round|bout|\d\ds?)\b(?!')", re.IGNORECASE)
"""Words that begin with an apostrophe: Dutch 's and 't, English 'em and '90s."""


@dataclass(frozen=True)
class Marked:
    """Words between quotation marks; ``span`` without the marks, ``outer`` with them."""

    span: Span
    outer: Span
    mark: str
    """The opening mark; "—" for the dash of written speech."""
    closed: bool = True


class _Mark(NamedTuple):
    start: int
    end: int
    char: str
    opens: bool
    closes: bool
    weak: bool
    """Closes only where no better closing mark follows: "the residents’ plan", 6"."""


class _Open(NamedTuple):
    mark: _Mark
    depth: int = 1


def find_marked(text: str, paragraphs: Sequence[Span]) -> tuple[Marked, ...]:
    """The outermost marked stretches in reading order, none overlapping another.

    A mark that is never closed reaches to the end of its paragraph where it plainly opens speech: at the
    paragraph's start or after a colon or comma.
    """
    found: list[Marked] = []
    carried: _Open | None = None
    for number, paragraph in enumerate(paragraphs):
        line = _Line(text, paragraph)
        carried = line.pair(carried, found)
        following = paragraphs[number + 1] if number + 1 < len(paragraphs) else None
        if carried and not (following and _goes_on(text, following, carried.mark)):
            _add_unclosed(text, paragraph, carried.mark, paragraph.end, found)
            carried = None
    return tuple(found)


def _goes_on(text: str, paragraph: Span, opening: _Mark) -> bool:
    """Whether an open quotation goes on there: its mark is opened again, or the first mark closes it."""
    if _reopens(text, paragraph, opening):
        return True
    if opening.char not in _TELLING:
        return False
    first = next((mark for mark in _Line(text, paragraph).marks if mark.char not in _SINGLES | {"’"}), None)
    return first is not None and first.closes and not first.opens and first.char in _CLOSERS[opening.char]


def _reopens(text: str, paragraph: Span, opening: _Mark) -> bool:
    """Whether the paragraph goes on with an open quotation: the opening mark again, or Spanish »."""
    match = _MARK.match(text, paragraph.start, paragraph.end)
    if match is None or match.end() >= paragraph.end:
        return False
    char = _char(match.group())
    return char == opening.char or (opening.char == "«" and char == "»")


def _add_unclosed(text: str, paragraph: Span, opening: _Mark, end: int, found: list[Marked]) -> None:
    lead = text[max(paragraph.start, opening.start - 2) : opening.start].rstrip()
    plain = opening.start <= paragraph.start or lead.endswith((":", ","))
    if opening.char not in _SINGLES and plain:
        _add(text, opening, end, end, found, closed=False)


def _add(
    text: str, opening: _Mark, inner_end: int, outer_end: int, found: list[Marked], *, closed: bool = True
) -> None:
    inner = text[opening.end : inner_end]
    start = opening.end + len(inner) - len(inner.lstrip())
    end = opening.end + len(inner.rstrip())
    if any(char.isalnum() for char in inner):
        found.append(Marked(Span(start, end), Span(opening.start, max(outer_end, end)), opening.char, closed))


def _char(mark: str) -> str:
    return _ENTITIES[mark[1:-1]] if mark.startswith("&") else mark


class _Line:
    """The marks of one paragraph, each with what its surroundings let it be."""

    def __init__(self, text: str, paragraph: Span) -> None:
        self.text = text
        self.paragraph = paragraph
        self.marks = list(self._marks())
        self._ahead: dict[str, list[tuple[int, int, bool]]] = {}

    def _marks(self) -> Iterator[_Mark]:
        for match in _MARK.finditer(self.text, self.paragraph.start, self.paragraph.end):
            yield self._shaped(match.start(), match.end(), _char(match.group()))

    def _shaped(self, start: int, end: int, char: str) -> _Mark:
        before = self.text[start - 1] if start > self.paragraph.start else ""
        after = self.text[end] if end < self.paragraph.end else ""
        free = not before or before.isspace() or before in _BEFORE_OPENING
        tight = bool(after) and not after.isspace()
        opens, closes = free and tight, bool(before) and not before.isspace()
        weak = False
        if char in _ALWAYS_OPEN or char in _ALWAYS_CLOSE:
            opens, closes = char in _ALWAYS_OPEN, char in _ALWAYS_CLOSE
        elif char == "«":
            opens = free
        elif char in "»”":
            opens = free and after.isalnum()
            closes = closes or not after.isalnum()
        elif char in "'’":
            opens = opens and char == "'" and after.isalnum() and not _CLIPPED.match(self.text, end)
            closes = closes and not after.isalnum()
            weak = before == "s" and after == " " and self.text[end + 1 : end + 2].islower()
        elif char == '"':
            closes = closes and (not after.isalnum() or not opens)
            weak = before.isdigit()
        elif char == ",,":
            opens, closes = (not before or before.isspace()) and tight, False
        return _Mark(start, end, char, opens, closes, weak)

    def pair(self, carried: _Open | None, found: list[Marked]) -> _Open | None:
        """Adds what is marked in this paragraph; gives back what is still open at its end."""
        current = carried
        for index, mark in enumerate(self.marks):
            if carried and mark.start == self.paragraph.start:  # the mark that opens the quotation again
                continue
            if current is None:
                current = _Open(mark) if mark.opens and self._may_open(index) else None
            else:
                current = self._advance(current, index, found)
        return current

    def _may_open(self, index: int) -> bool:
        """A single mark opens only where one closes it again; any other always may."""
        mark = self.marks[index]
        if mark.char not in "'‘›»":
            return True
        _, closers, _ = self._counts(mark.char)[index]
        return closers > 0 or (mark.char == "‘" and mark.start == self.paragraph.start)

    def _advance(self, current: _Open, index: int, found: list[Marked]) -> _Open | None:
        mark, opening = self.marks[index], current.mark
        openers, closers, strong_first = self._counts(opening.char)[index]
        if (
            mark.opens
            and mark.char == opening.char
            and not (mark.closes and mark.char in _CLOSERS[mark.char])
        ):
            if closers >= openers + current.depth + 1:
                return current._replace(depth=current.depth + 1)
            _add_unclosed(self.text, self.paragraph, opening, mark.start, found)
            return _Open(mark)
        if not (mark.closes and mark.char in _CLOSERS[opening.char]) or (mark.weak and strong_first):
            return current
        if current.depth > 1:
            return current._replace(depth=current.depth - 1)
        _add(self.text, opening, mark.start, mark.end, found)
        return None

    def _counts(self, char: str) -> list[tuple[int, int, bool]]:
        """For each mark what follows it.

        That is: how many openings like ``char``, how many closings of it, and whether a sure closing
        comes before the next opening.
        """
        if char not in self._ahead:
            openers = closers = 0
            strong_first = False
            counts = []
            for mark in reversed(self.marks):
                counts.append((openers, closers, strong_first))
                if mark.char in _CLOSERS[char] and mark.closes:
                    closers += 1
                    strong_first = strong_first or not mark.weak
                elif mark.char == char and mark.opens:
                    openers += 1
                    strong_first = False
            self._ahead[char] = counts[::-1]
        return self._ahead[char]
