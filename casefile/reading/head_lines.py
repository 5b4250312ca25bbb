"""The lines before the running text of a plain article. Imports nothing of ours."""

import re
from dataclasses import dataclass

_MOST_LINES = 16
_HEAD_LENGTH = 6000
_LONG_LINE = 180
_SENTENCE_LENGTH = 90
_SHORT_SENTENCE_WORDS = 8
_ORNAMENT = re.compile(r"^[^\w\"'“”„‘’«»(\[¿¡]+|[\s*_#=~]+$")
SEPARATOR = re.compile(r"\s+[|·•›»/–—‖]+\s+|\s+--?\s+|\t+")
SENTENCE_END = re.compile(r"[.!?…][\"”’»“]?$")


@dataclass(frozen=True)
class Line:
    """A line of the head: its text without ornaments, the number of its block, its parts."""

    text: str
    block: int

    @property
    def parts(self) -> list[str]:
        """The line cut at bars, dashes and arrows."""
        return [part for part in SEPARATOR.split(self.text) if part.strip()]

    @property
    def word_count(self) -> int:
        """Words between spaces."""
        return len(self.text.split())


def head_lines(text: str) -> tuple[list[Line], str]:
    """The lines before the running text, and its first paragraph."""
    lines: list[Line] = []
    block, blank = 0, True
    for raw in text[:_HEAD_LENGTH].split("\n"):
        stripped = _ORNAMENT.sub("", raw.strip()).strip()
        if not stripped:
            blank = True
            continue
        block, blank = block + blank, False
        if _is_running_text(stripped):
            return lines, stripped
        if len(lines) == _MOST_LINES:
            break
        lines.append(Line(stripped, block))
    return lines, ""


def _is_running_text(line: str) -> bool:
    if len(line) >= _LONG_LINE:
        return True
    if not SENTENCE_END.search(line):
        return False
    return len(line) >= _SENTENCE_LENGTH or (
        line.endswith((".", ".”", ".“", ".»")) and len(line.split()) >= _SHORT_SENTENCE_WORDS
    )
