"""Texts folded for comparing and sorting: no case, no accents. Pure."""

import re
import unicodedata

KEY_LENGTH = 80
"""Code points of a sort key; what agrees so far is ordered by id."""
_LEADING = re.compile(r"^\W+")


def fold(text: str) -> str:
    """The text without case and accents, its white space single."""
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = "".join([char for char in decomposed if not unicodedata.combining(char)])
    return " ".join(text.casefold().split())


def sort_text(text: str) -> str:
    """The start of the folded text without the marks before its first word; as a list sorts it."""
    folded = fold(text[: KEY_LENGTH * 2])
    return (_LEADING.sub("", folded) or folded)[:KEY_LENGTH]
