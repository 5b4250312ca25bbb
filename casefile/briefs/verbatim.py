"""Whether quoted words stand in a text: exactly, but for marks and spaces, or not at all. Pure."""

import unicodedata
from enum import StrEnum

_ALIKE = str.maketrans(
    dict.fromkeys("“”„‟«»‹›〝〞〟「」『』＂", '"')
    | dict.fromkeys("‘’‚‛′`´＇", "'")
    | dict.fromkeys("‐‑‒–—―−", "-")
    | {"…": "..."}
)
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")
"""Soft hyphens and joiners: nobody reads them."""


class Wording(StrEnum):
    """How quoted words are found."""

    EXACT = "exact"
    NORMALISED = "normalised"
    """But for quotation marks, dashes, spaces and signs that nobody sees."""
    NOT_FOUND = "not found"


def wording(quoted: str, text: str) -> Wording:
    """How the quoted words are found in the text; no words are found nowhere."""
    if not quoted.strip():
        return Wording.NOT_FOUND
    if quoted in text:
        return Wording.EXACT
    # Marks around the words are the writer's own, and doubled single ones are double ones.
    words = normalised(quoted).strip("\"' ")
    return Wording.NORMALISED if words and words in normalised(text) else Wording.NOT_FOUND


def normalised(text: str) -> str:
    """The text in normal form C with one form of each mark and dash, and one space for any white space."""
    visible = "".join(character for character in text if character not in _UNSEEN)
    alike = unicodedata.normalize("NFC", visible).translate(_ALIKE).replace("''", '"')
    return " ".join(alike.split())
