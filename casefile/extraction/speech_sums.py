"""Runs of capitals and digits that are sums and no names. Imports frames."""

import re

from casefile.extraction.speech_frames import Word

_CODE = 3
_SIGNS = ("", "$", "£", "€")
_SUM = re.compile(r"[A-Z]{1,3}\d+(?:[.,]\d+)+[a-z]{0,2}|[A-Z]{1,3}\d{3,}[a-z]{0,2}")
"""A sum with a letter for its currency: N766.2 million, R450."""


def is_sum(words: tuple[Word, ...], index: int) -> bool:
    """Whether it is a sum with a letter for its currency: N20,000, N766.2 million."""
    text, following = words[index].text, words[index + 1] if index + 1 < len(words) else None
    thousands = following is not None and following.gap == "," and len(following.text) == _CODE
    grouped = thousands and following is not None and following.text.isdigit() and text[-1].isdigit()
    return grouped or _SUM.fullmatch(text) is not None


def is_currency(words: tuple[Word, ...], index: int) -> bool:
    """Whether a sum begins here: fined Hızlı Sepet TL 9.5 million, Voa Já R$14.2 million."""
    word, following = words[index], words[index + 1] if index + 1 < len(words) else None
    code = len(word.text) <= _CODE and word.text.isupper()
    return code and following is not None and following.text[0].isdigit() and following.gap in _SIGNS
