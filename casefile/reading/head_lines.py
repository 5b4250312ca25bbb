"""The lines before the running text of a plain article. Imports nothing of ours."""

import re
from collections.abc import Callable
from dataclasses import dataclass

_MOST_LINES = 16
_HEAD_LENGTH = 6000
_LONG_LINE = 180
_SENTENCE_LENGTH = 90
_SHORT_SENTENCE_WORDS = 8
_ORNAMENT = re.compile(r"^[^\w\"'“”„‘’«»(\[¿¡]+|[\s*_#=~]+$")
_BULLETS = ("• ", "▪ ", "● ", "‣ ", "◦ ", "- ", "* ")
_SIGN_WORDS = 7
_STANDFIRST_LENGTH = 400
_STANDFIRST_REACH = 4
"""So many lines below a standfirst the byline or the date may stand."""
SEPARATOR = re.compile(r"\s+[|¦·•›»/–—‖>→]+\s+|\s+--?\s+|\s{2,}|\t+")
_PIECE = re.compile(r"[.,;]\s")
SENTENCE_END = re.compile(r"[.!?…][\"”’»“]?$")


@dataclass(frozen=True)
class Line:
    """A line of the head: its text without ornaments, the number of its block, its parts."""

    text: str
    block: int
    bulleted: bool = False
    """It is one of the points that a release puts above its text."""

    @property
    def parts(self) -> list[str]:
        """The line cut at bars, dashes and arrows."""
        return [part for part in SEPARATOR.split(self.text) if part.strip()]

    @property
    def word_count(self) -> int:
        """Words between spaces."""
        return len(self.text.split())


def head_lines(
    text: str, is_sign: Callable[[Line], bool], is_opening: Callable[[Line], bool]
) -> tuple[list[Line], str]:
    """The lines before the running text, and its first paragraph.

    ``is_sign`` tells a byline or date line, ``is_opening`` a paragraph with a dateline: a sentence just above
    one is a headline or standfirst, no running text.
    """
    found = _numbered_lines(text[:_HEAD_LENGTH])
    lines: list[Line] = []
    for index, line in enumerate(found):
        if _is_running_text(line.text) and not (
            (line.bulleted and len(line.text) < _LONG_LINE)
            or (_is_short(line) and is_sign(line))
            or _is_standfirst(found, index, is_sign)
            or (
                not is_opening(line)
                and len(line.text) < _LONG_LINE
                and _is_standfirst(found, index, is_opening)
            )
        ):
            return lines, line.text
        if len(lines) == _MOST_LINES:
            break
        lines.append(line)
    return lines, ""


def _numbered_lines(text: str) -> list[Line]:
    """The lines with something in them, each with the number of its block."""
    lines: list[Line] = []
    block, blank = 0, True
    for raw in text.split("\n"):
        printed = raw.strip()
        stripped = _ORNAMENT.sub("", printed).strip()
        if not stripped:
            blank = True
            continue
        block, blank = block + blank, False
        lines.append(Line(stripped, block, printed.startswith(_BULLETS)))
    return lines


def _is_short(line: Line) -> bool:
    """Whether no part of the line is long enough to be a sentence."""
    return all(len(piece.split()) <= _SIGN_WORDS for part in line.parts for piece in _PIECE.split(part))


def _is_standfirst(lines: list[Line], index: int, is_sign: Callable[[Line], bool]) -> bool:
    if len(lines[index].text) > _STANDFIRST_LENGTH or index > _MOST_LINES:
        return False
    below = lines[index + 1 : index + 1 + _STANDFIRST_REACH]
    sign = next((place for place, line in enumerate(below) if is_sign(line)), None)
    return sign is not None and not any(_is_running_text(line.text) for line in below[: max(0, sign - 1)])


def _is_running_text(line: str) -> bool:
    if len(line) >= _LONG_LINE:
        return True
    if not SENTENCE_END.search(line):
        return False
    return len(line) >= _SENTENCE_LENGTH or (
        line.endswith((".", ".”", ".“", ".»")) and len(line.split()) >= _SHORT_SENTENCE_WORDS
    )
