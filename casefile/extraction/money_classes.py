"""Words that tell what a sum is, by their classes. Imports the lexicons and the phrases."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from casefile.extraction.lexicon import lexicon, spelled_out
from casefile.extraction.phrases import Word, adjoining, words_of
from casefile.values import Span


@dataclass(frozen=True)
class NamedWord:
    """A word near a sum and the classes that it is of."""

    classes: tuple[str, ...]
    span: Span


class ClassTable:
    """The classes of words and phrases of one language; a ``*`` stands for any ending or beginning."""

    def __init__(self, lists: Mapping[str, Sequence[str]]) -> None:
        self._words: dict[str, tuple[str, ...]] = {}
        self._phrases: dict[str, list[tuple[tuple[str, ...], str]]] = {}
        self._beginnings: list[tuple[str, str]] = []
        self._endings: list[tuple[str, str]] = []
        for name, words in lists.items():
            for word in words:
                for spelled in spelled_out(word.lower()):
                    self._add(spelled, name)

    def _add(self, word: str, name: str) -> None:
        if word.startswith("*"):
            self._endings.append((word[1:], name))
        elif word.endswith("*"):
            self._beginnings.append((word[:-1], name))
        else:
            first, *rest = (each for each, _, _ in words_of(word))
            if rest:
                self._phrases.setdefault(first, []).append(((first, *rest), name))
            else:
                self._words[first] = (*self._words.get(first, ()), name)

    def at(self, text: str, printed: Sequence[Word], index: int) -> NamedWord | None:
        """What the words from the index on say, None where they are of no class; phrases first."""
        word, start, end = printed[index]
        phrases = self._phrases.get(word)
        if phrases:
            second = printed[index + 1][0] if index + 1 < len(printed) else ""
            told = [
                (len(words), name)
                for words, name in phrases
                if words[1] == second and _stands(text, printed, index, words)
            ]
            if told:
                length = max(told)[0]
                names = tuple(name for count, name in told if count == length)
                return NamedWord(names, Span(start, printed[index + length - 1][2]))
        names = self._of_word(word)
        return NamedWord(names, Span(start, end)) if names else None

    def _of_word(self, word: str) -> tuple[str, ...]:
        names = self._words.get(word)
        if names is None:
            names = tuple(
                {name for part, name in self._beginnings if word.startswith(part)}
                | {name for part, name in self._endings if word.endswith(part)}
            )
            if len(self._words) < _REMEMBERED:
                self._words[word] = names
        return names


def _stands(text: str, printed: Sequence[Word], index: int, words: tuple[str, ...]) -> bool:
    here = tuple(word for word, _, _ in printed[index : index + len(words)])
    return here == words and all(
        adjoining(text, printed[index + offset][2], printed[index + offset + 1][1])
        for offset in range(len(words) - 1)
    )


_REMEMBERED = 20_000
"""So many words are kept with their classes, so that a word is compared with the beginnings once."""


@cache
def money_classes(language: str) -> ClassTable:
    """The words around sums ("around" in the lexicon of money), made ready once."""
    return ClassTable(lexicon(language, "money").lists("around"))
