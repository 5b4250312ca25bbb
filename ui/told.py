"""What the core says in English, in the person's language: its terms, its sentences, what a store keeps.

The core speaks English because what it says is kept: the labels of steps, the reasons of proposals and the
messages of receipts are the same in every copy of a store, whoever reads it. Here they are looked up where
they are shown: a sentence with figures or names in it by the pattern that it was made from.
"""

import re
from functools import cache, lru_cache

from casefile.translation import ENGLISH, known_texts, language
from ui.counts import counted_in
from ui.figures import in_words

_PLACE = re.compile(r"\{\w+\}")
_LEAST_LETTERS = 4
"""A pattern of fewer letters of its own says too little of what it was made from."""
_SENTENCE = re.compile(r"(?<=[.!?]) (?=\S)")
_PARTS = (" · ", "; ", ", ", ": ")
"""What parts the terms of a label, the farthest apart first."""
REMEMBERED = 8192


def told(text: str) -> str:
    """The text in the person's language; what the core did not say comes back as it is."""
    return text if language() == ENGLISH or not text else _told(language(), text)


@lru_cache(REMEMBERED)
def _told(code: str, text: str) -> str:
    return _whole(code, text) or _parted(code, text) or text


def _whole(code: str, text: str) -> str:
    """A term, a figure or a sentence; "" where it is none that is known."""
    return (
        _term(code, text) or _changed(text, in_words(text)) or counted_in(text) or _from_pattern(code, text)
    )


def _term(code: str, text: str) -> str:
    texts = _texts(code)
    if text in texts:
        return texts[text]
    # Labels stand small within an English sentence.
    return texts.get(f"{text[:1].upper()}{text[1:]}", "")


def _changed(before: str, after: str) -> str:
    return after if after != before else ""


def _parted(code: str, text: str) -> str:
    """Sentences one by one; a label of several terms only where every one of them is known."""
    sentences = _SENTENCE.split(text)
    if len(sentences) > 1:
        return " ".join(_whole(code, one) or one for one in sentences)
    for mark in _PARTS:
        parts = text.split(mark)
        said = [_whole(code, part) for part in parts]
        if len(parts) > 1 and all(said):
            return mark.join(said)
    return ""


def _from_pattern(code: str, text: str) -> str:
    for pattern in _patterns(code):
        if pattern.key in text and (found := pattern.matches.fullmatch(text)):
            values = {name: _told(code, value) for name, value in found.groupdict().items()}
            return pattern.said(values)
    return ""


class _Pattern:
    """A sentence with places for figures and names."""

    def __init__(self, english: str, translated: str) -> None:
        own = _PLACE.split(english)
        self.key = max(own, key=len)
        """The longest stretch that is always there."""
        self.letters = sum(letter.isalpha() for part in own for letter in part)
        self._translated = translated
        self.matches = re.compile(_expression(own, _PLACE.findall(english)), re.DOTALL)

    def said(self, values: dict[str, str]) -> str:
        """The translation with the values in their places."""
        return self._translated.format(**values)


def _expression(own: list[str], places: list[str]) -> str:
    """What finds a sentence of these stretches with anything in the places between them."""
    seen: set[str] = set()
    made = [re.escape(own[0])]
    for place, rest in zip(places, own[1:], strict=True):
        name = place.strip("{}")
        made.append(f"(?P={name})" if name in seen else f"(?P<{name}>.+?)")
        made.append(re.escape(rest))
        seen.add(name)
    return "".join(made)


@cache
def _texts(code: str) -> dict[str, str]:
    return {english: said for english, said in known_texts().items() if language() == code and said}


@cache
def _patterns(code: str) -> tuple[_Pattern, ...]:
    """Those with the most letters of their own first: they leave the least to chance."""
    made = [_Pattern(english, said) for english, said in _texts(code).items() if _PLACE.search(english)]
    fit = [pattern for pattern in made if pattern.letters >= _LEAST_LETTERS]
    return tuple(sorted(fit, key=lambda pattern: -pattern.letters))
