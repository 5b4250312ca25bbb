"""Which face shows each character of a text of any script. Imports fonts and shaping.

The wanted face comes first, then Noto Sans of its weight, then the faces of single scripts. Chinese, Japanese
and Korean write some of the same characters differently: kana in a text say that it is Japanese, Hangul that
it is Korean. Marks stay with the letter that they stand on.
"""

import re
import unicodedata
from collections.abc import Sequence

from casefile.briefs.pdf.fonts import BOLD_FACES, Face, FontBook, fallback_of
from casefile.briefs.pdf.shaping import REPLACEMENT, shaping_font

_UNSEEN = frozenset("\u2068\u2069")
_KANA = re.compile(r"[\u3041-\u30ff\u31f0-\u31ff\uff66-\uff9d]")
_HANGUL = re.compile(r"[\u1100-\u11ff\u3131-\u318e\uac00-\ud7a3]")
FROM_RIGHT = frozenset({Face.ARABIC, Face.ARABIC_BOLD, Face.HEBREW, Face.HEBREW_BOLD})
_LARGER = {Face.ARABIC: 1.14, Face.ARABIC_BOLD: 1.14}
"""How much a face is enlarged to look as large as the others."""
WITHOUT_BOLD = frozenset({Face.CHINESE, Face.JAPANESE, Face.KOREAN})
"""Faces whose bold is drawn with an outline."""


def size_in(face: Face, size: float) -> float:
    """The size at which the face looks as large as the brief's own at ``size``."""
    return round(size * _LARGER.get(face, 1.0), 2)


def choose_faces(
    characters: list[str], levels: Sequence[int], wanted: Sequence[Face], fonts: FontBook
) -> list[Face]:
    """The face of each character; what no face has is replaced by U+FFFD in the list and remembered."""
    order = _east_asian("".join(characters))
    known: dict[tuple[str, Face], Face | None] = {}
    faces: list[Face] = []
    for place, character in enumerate(characters):
        if character in _UNSEEN:
            faces.append(wanted[place])
            continue
        key = (character, wanted[place])
        if key not in known:
            known[key] = _first_with(character, _candidates(wanted[place], order))
        found = known[key]
        same_style = place > 0 and wanted[place] == wanted[place - 1]
        if same_style and (kept := _kept(characters, place, levels[place], faces[-1])):
            found = kept
        elif place and unicodedata.combining(character):
            found = _mark(characters, place, faces, _candidates(wanted[place], order)) or found
        if found is None:
            fonts.missing.add(character)
            characters[place] = REPLACEMENT
        faces.append(found or Face.FALLBACK)
    return faces


def _east_asian(text: str) -> tuple[Face, ...]:
    if _KANA.search(text):
        return (Face.JAPANESE, Face.CHINESE, Face.KOREAN)
    if _HANGUL.search(text):
        return (Face.KOREAN, Face.CHINESE, Face.JAPANESE)
    return (Face.CHINESE, Face.JAPANESE, Face.KOREAN)


def _candidates(wanted: Face, east_asian: tuple[Face, ...]) -> tuple[Face, ...]:
    bold = wanted in BOLD_FACES
    arabic, hebrew = (Face.ARABIC_BOLD, Face.HEBREW_BOLD) if bold else (Face.ARABIC, Face.HEBREW)
    return (wanted, fallback_of(wanted), Face.FALLBACK, arabic, hebrew, *east_asian)


def _first_with(characters: str, candidates: Sequence[Face]) -> Face | None:
    return next((face for face in candidates if shaping_font(face).characters.issuperset(characters)), None)


def _kept(characters: Sequence[str], place: int, level: int, before: Face) -> Face | None:
    """The face before, for signs and figures amid what runs from right to left and for marks that it has."""
    character = characters[place]
    stays = unicodedata.combining(character) or (level and before in FROM_RIGHT and not character.isalpha())
    return before if stays and character in shaping_font(before).characters else None


def _mark(
    characters: Sequence[str], place: int, faces: list[Face], candidates: Sequence[Face]
) -> Face | None:
    """A face that has the mark and the letter below it, which is then set in it too."""
    found = _first_with(characters[place - 1] + characters[place], candidates)
    if found:
        faces[-1] = found
    return found
