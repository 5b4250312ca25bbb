"""Which authority a release comes from, by its own first sentences. Imports only the word lists."""

import re
from functools import cache

from casefile.reading.words import words

_SEARCHED = 2500
_TOKEN = re.compile(r"[^\W\d_][\w'’-]*|[^\w\s]|\n")
_MOST_WORDS = 12


def authority_named_in(text: str, language: str) -> str:
    """The first authority that the text names in full, without article; "" where none is found."""
    searched = text[:_SEARCHED]
    known = [name for name in words(language, "authority_names") if name in searched]
    if known:
        return min(known, key=searched.index)
    return next((name for name in _capitalised(searched, language) if len(name.split()) > 1), "")


def _capitalised(text: str, language: str) -> list[str]:
    """The runs of capitalised words and small connecting words that hold a word for an authority."""
    found: list[str] = []
    run: list[str] = []
    connectors = _folded(language, "connectors")
    for token in [*_TOKEN.findall(text), "\n"]:
        joins = token.casefold() in connectors and run
        if token[0].isupper() or (joins and token[0].isalpha()):
            run.append(token)
            continue
        name = _trimmed(run, language)
        if name:
            found.append(name)
        run = []
    return found


def _trimmed(run: list[str], language: str) -> str:
    """The run without connecting words at its ends; "" where it names no authority."""
    connectors = _folded(language, "connectors")
    while run and run[0].casefold() in connectors:
        run = run[1:]
    while run and run[-1].casefold() in connectors:
        run = run[:-1]
    named = any(token.casefold() in _folded(language, "authorities") for token in run)
    shouted = all(token.isupper() for token in run)
    return " ".join(run) if named and not shouted and len(run) <= _MOST_WORDS else ""


@cache
def _folded(language: str, key: str) -> frozenset[str]:
    return frozenset(entry.casefold() for code in (language, "en") for entry in words(code, key) if code)
