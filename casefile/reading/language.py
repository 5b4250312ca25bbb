"""The language of a text, told offline by its commonest words or its script. Imports only the word lists."""

import re
from collections import Counter
from functools import cache

from casefile.reading.words import TOLD_LANGUAGES, words

_WORD = re.compile(r"[^\W\d_]+")
_SAMPLE_LENGTH = 12_000
_LEAST_WORDS = 12
_LEAST_SHARE = 0.2
_LEAST_LEAD = 1.2
"""How many times the words of the runner-up: below, the text is left undecided."""

_NEAR = 0.8
"""The share of the commonest words of the best language with which a declared one is as good."""

# Scripts that one language alone writes, by the Unicode blocks of their letters.
_SCRIPTS: tuple[tuple[str, str], ...] = (
    ("el", "[\u0370-\u03ff\u1f00-\u1fff]"),
    ("he", "[\u0590-\u05ff]"),
    ("th", "[\u0e00-\u0e7f]"),
    ("ko", "[\uac00-\ud7af]"),
    ("ja", "[\u3040-\u30ff]"),
)
_OTHER_SCRIPT = re.compile("[\u0370-\u1dff\u1f00-\u1fff\u3040-\ud7af]")
_HAN = re.compile("[\u4e00-\u9fff]")


def tell_language(text: str, declared: str = "") -> str:
    """ISO 639-1, "" where the text is too short, mixed or in a language that is not known here.

    ``declared`` is what the publication says, ISO 639-1: it settles which of two near languages it is, as
    Danish and Norwegian are, and is not believed against the words.
    """
    sample = text[:_SAMPLE_LENGTH]
    by_script = _by_script(sample)
    if by_script:
        return by_script
    found = _WORD.findall(sample.casefold())
    if len(found) < _LEAST_WORDS:
        return ""
    counts = Counter(language for token in found for language in _languages_by_word().get(token, ()))
    ranked = [*counts.most_common(2), ("", 0), ("", 0)]
    (best, most), (_, second) = ranked[0], ranked[1]
    if most < _LEAST_SHARE * len(found):
        return ""
    if declared and counts[declared] >= _NEAR * most:
        return declared
    return best if most >= _LEAST_LEAD * second else ""


def _by_script(sample: str) -> str:
    if not _OTHER_SCRIPT.search(sample):
        return ""
    letters = sum(1 for char in sample if char.isalpha())
    for language, block in _SCRIPTS:
        share = 0.1 if language == "ja" else 0.4
        if len(re.findall(block, sample)) > share * letters:
            return language
    return "zh" if len(_HAN.findall(sample)) > 0.5 * letters else ""


@cache
def _languages_by_word() -> dict[str, tuple[str, ...]]:
    languages: dict[str, tuple[str, ...]] = {}
    for language in TOLD_LANGUAGES:
        for stop_word in set(words(language, "stop_words")):
            languages[stop_word] = (*languages.get(stop_word, ()), language)
    return languages
