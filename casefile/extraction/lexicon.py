"""The word lists that ship with the program, read when a language first needs them. Imports only paths.

One TOML file for each language and subject under ``resources/lexicons``; ``all`` holds what every language
shares. Anything that is missing in a list is empty, so a new language can grow list by list.
"""

import re
import tomllib
from collections.abc import Iterable, Mapping, Sequence
from functools import cache

from casefile.paths import ResourceMissingError, resource

FALLBACK_LANGUAGE = "en"
SHARED = "all"
KNOWN_WORDS = 1 << 14
"""Of so many words it is remembered what they are."""
_MANY, _ASKED = 8, 2
"""From so many alternatives on their first letters are asked for, so many of them."""
_SECOND = _ASKED + 1
_OTHER_APOSTROPHE = str.maketrans("’'", "'’")
_FORMS = " | "
_SPACE = r"\s{1,3}"
_PARTS = re.compile(r"(?:\([^)|]*\|[^)]*\)|\S)+")
_OPENING = re.compile(r"([^\s(]*)\(([^)|]*\|[^)]*)\)(.*)")
"""The first word of a phrase with its choices, and what follows."""
_CHOICE = re.compile(r"\(([^)|]*\|[^)]*)\)")
_FEW_WORDS = r"(?:[^\s;]{0,29}[^\s;,]\s{1,3}){0,8}?"


class Lexicon:
    """One file of words, read-only."""

    def __init__(self, content: Mapping[str, object]) -> None:
        self._content = content
        self._words: dict[str, tuple[str, ...]] = {}

    def word(self, key: str) -> str:
        """The single word under the key, "" where there is none."""
        value = self._content.get(key, "")
        return value if isinstance(value, str) else ""

    def words(self, key: str) -> tuple[str, ...]:
        """The list under the key, in the file's order, empty where there is none."""
        words = self._words.get(key)
        if words is None:
            words = self._words[key] = _strings(self._content.get(key))
        return words

    def groups(self, key: str) -> tuple[tuple[str, ...], ...]:
        """A list of lists, such as the names of the twelve months."""
        value = self._content.get(key)
        return tuple(_strings(entry) for entry in value) if isinstance(value, list) else ()

    def table(self, key: str) -> dict[str, str]:
        """A table of words by words; "" for a value that is no word."""
        value = self._content.get(key)
        return {name: str(word) for name, word in value.items()} if isinstance(value, dict) else {}

    def lists(self, key: str) -> dict[str, tuple[str, ...]]:
        """A table of lists of words."""
        value = self._content.get(key)
        return {name: _strings(entry) for name, entry in value.items()} if isinstance(value, dict) else {}


@cache
def lexicon(language: str, name: str) -> Lexicon:
    """The words of one language for one subject ("money"); those of English where it has none."""
    try:
        file = resource(f"lexicons/{language}/{name}.toml")
    except ResourceMissingError:
        if language == FALLBACK_LANGUAGE:
            raise
        return lexicon(FALLBACK_LANGUAGE, name)
    return Lexicon(tomllib.loads(file.read_text(encoding="utf-8")))


def alternatives(words: Iterable[str]) -> str:
    """The words as one group of a regular expression, the longest first; it matches nothing without words.

    White space in a word matches any run of it, narrow and unbreakable spaces too; a ``*`` any letters of the
    word; ``~`` between two words a few others. ``(a|b c)`` behind the first word is one of several.
    """
    unique = sorted({each for word in words for each in _lettered(word)}, key=lambda word: (-len(word), word))
    patterns = [(word, _SPACE.join(map(_pattern, _PARTS.findall(word)))) for word in unique if word]
    patterns = [(word, pattern.replace(re.escape("~") + _SPACE, _FEW_WORDS)) for word, pattern in patterns]
    return f"(?:{by_first_letter(patterns)})" if patterns else "(?!)"


def opened(word: str) -> list[str]:
    """The word with each of the choices that its first one leaves: "(fine|ban) stands", "cut(s|) it"."""
    choice = _OPENING.match(word)
    if choice is None:
        return [word]
    before, choices, behind = choice.groups()
    return [each for chosen in choices.split("|") for each in opened(f"{before}{chosen}{behind}".strip())]


def spelled_out(word: str) -> list[str]:
    """The word with each of all its choices: "(lost|loses) (an|its) appeal" is four."""
    choice = _CHOICE.search(word)
    if choice is None:
        return [word]
    before, behind = word[: choice.start()], word[choice.end() :]
    return [each for chosen in choice[1].split("|") for each in spelled_out(f"{before}{chosen}{behind}")]


def _lettered(word: str) -> list[str]:
    """The same so that every one begins with the letters that the engine is asked for: "ta(ke|king) it"."""
    choice = _OPENING.match(word)
    if choice is None or len(choice[1]) >= _ASKED:
        return [word]
    before, choices, behind = choice.groups()
    groups: dict[str, list[str]] = {}
    for chosen in choices.split("|"):
        spelled = f"{before}{chosen}"
        groups.setdefault(spelled[: _ASKED if spelled[_ASKED:_SECOND] != " " else None], []).append(spelled)
    return [
        f"{opening}({'|'.join(each[_ASKED:] for each in spelled)}){behind}"
        if len(spelled) > 1
        else f"{spelled[0]}{behind}".strip()
        for opening, spelled in groups.items()
    ]


def by_first_letter(patterns: Sequence[tuple[str, str]]) -> str:
    """The patterns of the words as alternatives, in their order among those that begin with the same letters.

    The engine tries alternatives one by one at every place; asked for the first letters before, it passes
    over most places, and most of the rest, at once. To ask whatever the case would be slow, so both cases are
    listed. Words that begin otherwise cannot match at the same place, so their order is free.
    """
    return _by_letter(patterns, 0)


def _by_letter(patterns: Sequence[tuple[str, str]], place: int) -> str:
    """The alternatives by their letter at the place, and by the next one where many have the same."""
    lettered = all(word[place : place + 1].isalnum() for word, _ in patterns)
    if len(patterns) < _MANY or place == _ASKED or (place and not lettered):
        return "|".join(pattern for _, pattern in patterns)
    groups: dict[str, list[tuple[str, str]]] = {}
    for word, pattern in patterns:
        groups.setdefault(word[place].lower(), []).append((word, pattern))
    parts = [f"{_ahead(first, place)}(?:{_by_letter(group, place + 1)})" for first, group in groups.items()]
    return f"{_ahead(''.join(groups), place)}(?:{'|'.join(parts)})"


def _ahead(letters: str, place: int) -> str:
    """Asks for one of the letters, small or large, so many letters further on."""
    both = dict.fromkeys(each for letter in letters for each in (letter, letter.upper()[:1]))
    return f"(?={'.' * place}(?-i:[{''.join(map(re.escape, both))}]))"


@cache
def word_pattern(language: str, name: str, *keys: str) -> re.Pattern[str]:
    """Any word of the lists as a word of its own, whatever its case."""
    words = [word for key in keys for word in lexicon(language, name).words(key)]
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", re.IGNORECASE)


def ends_with(text: str, phrases: frozenset[str], tail: int = 3) -> bool:
    """Whether the stretch ends with one of the folded phrases, of at most ``tail`` words."""
    words = text.lower().replace(",", " ").split()[-tail:]
    while words:
        if " ".join(words) in phrases:
            return True
        del words[0]
    return False


def _choice(text: str) -> str:
    """One of several words, with the white space that ends it: "(|the )fine"."""
    return _SPACE.join(map(_plain, text.split())) + (_SPACE if text.endswith(" ") else "")


def _pattern(part: str) -> str:
    """The part of a word between white space, which may be one of several: "(the fine|it)"."""
    texts = _CHOICE.split(part)
    for place, text in enumerate(texts):
        if place % 2:
            longest = sorted(text.split("|"), key=len, reverse=True)
            texts[place] = f"(?:{'|'.join(map(_choice, longest))})"
        else:
            texts[place] = _plain(text)
    return "".join(texts)


def _plain(text: str) -> str:
    return re.escape(text).replace(r"\*", r"\w{0,24}")


def _strings(value: object) -> tuple[str, ...]:
    """The words of a list; one with an apostrophe is followed by itself with the other one.

    Not so a line of several forms, which lists both where both are printed: "L’Oréal | L'Oréal".
    """
    words = [word for word in value if isinstance(word, str)] if isinstance(value, list) else []
    twins = ((word, word if _FORMS in word else word.translate(_OTHER_APOSTROPHE)) for word in words)
    return tuple(dict.fromkeys(each for pair in twins for each in pair))
