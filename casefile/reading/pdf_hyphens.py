"""Words that were divided at the end of a line. Imports only the PDF model."""

import re
from collections.abc import Sequence

from casefile.reading.pdf_model import HYPHEN, PageLines

_COMPOUND = re.compile(r"[^\W\d_]+(?:-[^\W\d_]+)+")
_WORD = re.compile(r"[^\W\d_]+")
_LAST = re.compile(r"([^\W\d_]+(?:-[^\W\d_]+)*)$")
_FIRST = re.compile(r"[^\W\d_]+")


class Hyphens:
    """Whether a hyphen at the end of a line belongs to the word, by how the document writes it elsewhere."""

    def __init__(self, pages: Sequence[PageLines]) -> None:
        self._compounds: set[str] = set()
        self._words: set[str] = set()
        for page in pages:
            for line in page.lines:
                text = line.text.casefold()
                self._compounds.update(_COMPOUND.findall(text))
                self._words.update(_WORD.findall(text))

    def line_end(self, line: str, following: str) -> str:
        """The line as it goes on with the one that follows: with a space, with its hyphen, or without."""
        if not following:
            return line.replace(HYPHEN, "-")
        if not line.endswith((HYPHEN, "-", "\u2010")):
            return f"{line.replace(HYPHEN, '-')} "
        body = line[:-1].replace(HYPHEN, "-")
        last, first = _LAST.search(body), _FIRST.match(following)
        if last is None:
            return f"{body}- " if body.endswith(" ") or not body else f"{body}-"
        if first is None:
            return f"{body}-"
        return body if self._is_one_word(last.group(1), first.group()) else f"{body}-"

    def _is_one_word(self, before: str, after: str) -> bool:
        if (before + after).casefold() in self._words:
            return True
        if f"{before}-{after}".casefold() in self._compounds:
            return False
        return after.islower() and before[-1].islower()
