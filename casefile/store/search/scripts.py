"""Scripts that are written without spaces, as overlapping pairs of characters. Pure.

Chinese, Japanese, Korean, Thai, Lao, Khmer and Burmese text is indexed as pairs: ``数据保护`` as
``数据 据保 保护 护``, so that any stretch of it is a phrase of pairs. The last character stands alone at the
end, so that one character is the beginning of some token wherever it stands. Korean has spaces, but its
words take endings and join up.
"""

import re
import unicodedata
from itertools import pairwise

SPACELESS = (
    "\u0e01-\u0e3a\u0e40-\u0e4e\u0e81-\u0ece\u0edc-\u0edf\u1000-\u103f\u1050-\u109d\u1100-\u11ff\u1780-\u17d3"
    "\u3005-\u3007\u3031-\u3035\u3041-\u3096\u3099\u309a\u309d-\u309f\u30a1-\u30fa\u30fc-\u30ff\u3105-\u312f"
    "\u3131-\u318e\u31f0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\ua960-\ua97c\uac00-\ud7a3\ud7b0-\ud7fb\uf900-\ufaff"
    "\uff66-\uff9f\U0001b000-\U0001b16f\U00020000-\U0003ffff"
)
"""The inside of a regular expression's character class."""
_RUN = re.compile(f"[{SPACELESS}]+")


def is_spaceless(text: str) -> bool:
    """Whether any of it is in a script without spaces."""
    return not text.isascii() and _RUN.search(text) is not None


def as_grams(text: str) -> str:
    """The text for the index: runs without spaces as pairs, compatibility forms folded, all else as it is."""
    if not is_spaceless(text):
        return text
    return _RUN.sub(lambda run: f" {_pairs(run[0])} ", unicodedata.normalize("NFKC", text))


def gram_phrase(text: str) -> tuple[str, bool]:
    """The words as a phrase of :func:`as_grams`, and whether its last token is a beginning only."""
    pieces = _pieces(unicodedata.normalize("NFKC", text))
    tokens: list[str] = []
    for place, (piece, spaceless) in enumerate(pieces):
        if not spaceless:
            tokens.append(piece)
        elif place < len(pieces) - 1:
            tokens.append(_pairs(piece))
        elif len(piece) == 1:
            return " ".join([*tokens, piece]), True
        else:
            tokens.append(" ".join(a + b for a, b in pairwise(piece)))
    return " ".join(tokens), False


def _pairs(run: str) -> str:
    return " ".join([run[at : at + 2] for at in range(len(run))])


def _pieces(text: str) -> list[tuple[str, bool]]:
    """The text in runs, each with whether it is without spaces; pieces without a letter or digit left out."""
    found: list[tuple[str, bool]] = []
    end = 0
    for run in _RUN.finditer(text):
        found.append((text[end : run.start()], False))
        found.append((run[0], True))
        end = run.end()
    found.append((text[end:], False))
    return [(piece, spaceless) for piece, spaceless in found if spaceless or any(map(str.isalnum, piece))]
