"""Where words stand in a text: whatever their case, kind of quotation mark, and line breaks. Pure."""

import re
from collections.abc import Sequence

from casefile.values import Span

MOST = 10_000
"""More hits than that nobody steps through."""
_ALIKE = ("'’‘`´", '"“”„«»', "-‐‑–—")


def find_spans(text: str, words: str) -> list[Span]:
    """Every place of the words in the text, in order, at most :data:`MOST`; none for blank words."""
    parts = words.split()
    if not parts:
        return []
    pattern = re.compile(r"\s+".join("".join(map(_one, part)) for part in parts), re.IGNORECASE)
    found = []
    for match in pattern.finditer(text):
        found.append(Span(match.start(), match.end()))
        if len(found) == MOST:
            break
    return found


def first_from(spans: Sequence[Span], point: int) -> int:
    """The place of the first span that begins at the point or after it; 0 behind the last."""
    return next((place for place, span in enumerate(spans) if span.start >= point), 0)


def _one(character: str) -> str:
    alike = next((group for group in _ALIKE if character in group), "")
    return f"[{re.escape(alike)}]" if alike else re.escape(character)
