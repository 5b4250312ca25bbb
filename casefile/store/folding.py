"""Texts folded for comparing and sorting: no case, no accents. Pure."""

import re
import unicodedata

KEY_LENGTH = 80
"""Code points of a sort key; what agrees so far is ordered by id."""
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LEADING = re.compile(r"^\W+")


def fold(text: str) -> str:
    """The text without case and accents, its white space single."""
    if not text.isascii():
        text = _BEYOND_ASCII.sub(_without_marks, text)
    return " ".join(text.casefold().split())


def _without_marks(run: re.Match[str]) -> str:
    """The run decomposed, without what is put on letters; ASCII beside it would change nothing of it."""
    return "".join(
        [char for char in unicodedata.normalize("NFKD", run[0]) if not unicodedata.combining(char)]
    )


def sort_text(text: str) -> str:
    """The start of the folded text without the marks before its first word; as a list sorts it."""
    folded = fold(text[: KEY_LENGTH * 2])
    return (_LEADING.sub("", folded) or folded)[:KEY_LENGTH]
