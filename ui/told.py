"""What the core says in English, in the person's language: its terms, its sentences, what a store keeps.

The core speaks English because what it says is kept: the labels of steps, the reasons of proposals and the
messages of receipts are the same in every copy of a store, whoever reads it. Here they are looked up where
they are shown: a sentence with figures or names in it by the pattern that it was made from.
"""

import re
from collections.abc import Callable
from functools import cache, cached_property, lru_cache, partial

from casefile import vocabulary
from casefile.translation import ENGLISH, known_texts, language, tr_c
from ui.counts import counted_in
from ui.figures import in_words

_PLACE = re.compile(r"\{\w+\}")
_LEAST_LETTERS = 3
"""A pattern of fewer letters of its own says too little of what it was made from."""
VALUE_PATTERNS = (
    "{amount} per {period}", "{bare} (scale missing)", "{value} Art. {value2}",
    "{value}: action {value2}",
)  # fmt: skip
"""What the core makes values of; any other pattern might be met by a person's own words by chance."""
_PERIODS = ("day", "week", "month", "year")
_ASIDE = re.compile(r"(.+) \(([^()]+)\)")
_SENTENCE = re.compile(r"(?<=[.!?]) (?=\S)")
_PARTS = (" · ", "; ", ", ", ": ")
"""What parts the terms of a label, the farthest apart first."""
REMEMBERED = 8192


def told(text: str) -> str:
    """The text in the person's language; what the core did not say comes back as it is."""
    return text if language() == ENGLISH or not text else _told(language(), text)


def told_value(text: str) -> str:
    """A value of the record: terms, dates and sums are translated, other words of people and sources not."""
    return text if language() == ENGLISH or not text else _told_value(language(), text)


@lru_cache(REMEMBERED)
def _told_value(code: str, text: str) -> str:
    return _value(code, text) or _of_terms(code, text, _value) or text


def _value(code: str, text: str) -> str:
    return _known(code, text) or _from_value_pattern(code, text) or _beside(code, text)


@lru_cache(REMEMBERED)
def _told(code: str, text: str) -> str:
    bare = text.strip()
    said = _whole(code, bare) or _parted(code, bare) or bare
    return text.replace(bare, said, 1) if bare else text


def _whole(code: str, text: str) -> str:
    """A term, a figure or a sentence; "" where it is none that is known."""
    return _known(code, text) or _from_pattern(code, text) or _beside(code, text)


def _known(code: str, text: str) -> str:
    """A term, a date, a sum, a count, or what a sum is due for."""
    said = _term(code, text) or _changed(text, in_words(text)) or counted_in(text)
    return said or (tr_c("period", text) if text in _PERIODS else "")


def _beside(code: str, text: str) -> str:
    """A name or a value, and behind it in brackets a term that is known."""
    found = _ASIDE.fullmatch(text)
    said = _known(code, found[2]) if found is not None else ""
    if found is None or not said:
        return ""
    return f"{_known(code, found[1]) or _from_value_pattern(code, found[1]) or found[1]} ({said})"


def _term(code: str, text: str) -> str:
    texts = _texts(code)
    if text in texts:
        return texts[text]
    # Labels stand small within an English sentence.
    label = f"{text[:1].upper()}{text[1:]}"
    said = texts.get(label, "")
    return f"{said[:1].lower()}{said[1:]}" if label in _participles() else said


@cache
def _participles() -> frozenset[str]:
    """The labels of what became of a sum: no nouns, which German would write large within a sentence too."""
    return frozenset(term.label() for term in vocabulary.vocabulary("ledger-bases").terms)


def _changed(before: str, after: str) -> str:
    return after if after != before else ""


def _parted(code: str, text: str) -> str:
    """Sentences one by one; a label of several terms only where every one of them is known."""
    sentences = _SENTENCE.split(text)
    if len(sentences) > 1:
        return " ".join(_whole(code, one) or one for one in sentences)
    return _of_terms(code, text, _whole)


def _of_terms(code: str, text: str, tell: Callable[[str, str], str]) -> str:
    """Terms with marks between them, where every one of them is known."""
    for mark in _PARTS:
        said = [tell(code, part) for part in text.split(mark)]
        if len(said) > 1 and all(said):
            return mark.join(said)
    return ""


def _from_pattern(code: str, text: str) -> str:
    """What one of the core's patterns makes of it."""
    return _filled(_patterns(code), text, partial(_told, code))


def _from_value_pattern(code: str, text: str) -> str:
    """What one of the patterns of values makes of it."""
    return _filled(_value_patterns(code), text, partial(_told_value, code))


def _filled(patterns: "tuple[_Pattern, ...]", text: str, tell: Callable[[str], str]) -> str:
    for pattern in patterns:
        if pattern.key in text and (found := pattern.matches.fullmatch(text)):
            return pattern.said({name: tell(value) for name, value in found.groupdict().items()})
    return ""


class _Pattern:
    """A sentence with places for figures and names."""

    def __init__(self, english: str, translated: str) -> None:
        own = _PLACE.split(english)
        self.english = english
        self.key = max(own, key=len)
        """The longest stretch that is always there."""
        self.letters = sum(letter.isalpha() for part in own for letter in part)
        self._translated = translated

    @cached_property
    def matches(self) -> re.Pattern[str]:
        """What finds the sentence; made when its key was found, as most are never met."""
        own, places = _PLACE.split(self.english), _PLACE.findall(self.english)
        return re.compile(_expression(own, places), re.DOTALL)

    def said(self, values: dict[str, str]) -> str:
        """The translation with the values in their places."""
        return self._translated.format(**values)


def _expression(own: list[str], places: list[str]) -> str:
    """What finds a sentence of these stretches with anything in the places between them."""
    seen: set[str] = set()
    made = [re.escape(own[0])]
    for place, rest in zip(places, own[1:], strict=True):
        name = place.strip("{}")
        made.append(f"(?P={name})" if name in seen else f"(?P<{name}>.*?)")
        made.append(re.escape(rest))
        seen.add(name)
    return "".join(made)


@cache
def _texts(code: str) -> dict[str, str]:
    known = {english: said for english, said in known_texts().items() if language() == code and said}
    return _terms(code) | known


def _terms(code: str) -> dict[str, str]:
    """The labels of the controlled lists, which carry their translations themselves."""
    found: dict[str, str] = {}
    for name in vocabulary.NAMES:
        for term in vocabulary.vocabulary(name).terms:
            found |= {term.label(): term.label(code)}
    return found


@cache
def _patterns(code: str) -> tuple[_Pattern, ...]:
    """Those with the most letters of their own first: they leave the least to chance."""
    made = [_Pattern(english, said) for english, said in _texts(code).items() if _PLACE.search(english)]
    fit = [pattern for pattern in made if pattern.letters >= _LEAST_LETTERS]
    return tuple(sorted(fit, key=lambda pattern: -pattern.letters))


@cache
def _value_patterns(code: str) -> tuple[_Pattern, ...]:
    return tuple(pattern for pattern in _patterns(code) if pattern.english in VALUE_PATTERNS)
