"""How a name is bent in a German sentence: "des Bundeskartellamts", "beim Hessischen Beauftragten".

Imports nothing of the program.
"""

import re
from collections.abc import Iterator
from itertools import product

_ADJECTIVE = re.compile(r"([A-ZÄÖÜ]\w*(?:isch|lich|ig|al|deutsch|gemeinsam))(?:e|er|es|en|em)")
_OFFICER = re.compile(r"(\w*[Bb]eauftragte)[rn]?")
_BENT = re.compile(r"(\w*(?:isch|lich|ig|deutsch|gemeinsam|beauftragt))(?:e|er|es|en|em)")
_NEUTER = re.compile(r"\w*(?:[Aa]mt|[Gg]ericht|[Hh]of|[Rr]at|[Ii]nspektorat|[Pp]räsidium|[Mm]inisterium)")
_MOST_BENT = 4
"""Words of a name that are looked at, from its beginning; its head is among them."""


def bare_form(word: str) -> str:
    """The word of a German name, written small, as it stands behind "die": "gemeinsame"."""
    bent = _BENT.fullmatch(word)
    return f"{bent.group(1)}e" if bent else word


def german_forms(name: str) -> Iterator[str]:
    """The forms of a German name other than the given one; none for a name that does not change."""
    words = name.split(" ")
    head = next((index for index, word in enumerate(words) if word[:1].islower()), len(words)) - 1
    choices = [
        _bent(word, head=index == head) if index < _MOST_BENT and _is_bent(index, word, head) else (word,)
        for index, word in enumerate(words)
    ]
    for each in product(*choices):
        form = " ".join(each)
        if form != name:
            yield form


def _is_bent(index: int, word: str, head: int) -> bool:
    return index <= head or _OFFICER.fullmatch(word) is not None


def _bent(word: str, *, head: bool) -> tuple[str, ...]:
    adjective, officer = _ADJECTIVE.fullmatch(word), _OFFICER.fullmatch(word)
    if adjective:
        return tuple(adjective.group(1) + ending for ending in ("e", "er", "es", "en", "em"))
    if officer:
        return tuple(officer.group(1) + ending for ending in ("", "r", "n"))
    if head and _NEUTER.fullmatch(word):
        genitives = ("s",) if word.endswith("ium") else ("s", "es")
        return (word, *(word + ending for ending in genitives))
    return (word,)
