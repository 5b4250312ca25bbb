"""A frame with its cues and noun phrases, and quick ways to look them up. Imports frames."""

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cached_property

from casefile.extraction.marks import Marked
from casefile.extraction.speech_frames import Frame, Sentence
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_shapes import Mention

_ARTICLES = frozenset(("the", "a", "an"))
_BEFORE_NOUN = frozenset(
    (
        "of",
        "with",
        "about",
        "by",
        "for",
        "from",
        "the",
        "a",
        "an",
        "no",
        "some",
        "such",
        "over",
        "despite",
        "amid",
        "against",
        "false",
        "misleading",
        "bogus",
    )
)


_NAME_WORDS = 4
_BODIES = frozenset(
    (
        *("committee", "committees", "hearing", "hearings", "panel", "desk", "department", "division"),
        *("handler", "handlers", "unit", "team", "procedure", "form", "process"),
    )
)
"""Nouns before which a word is no verb of saying: "estimates committee", "claims handler"."""
_PARTICIPLES = {
    "es": re.compile(r"(?:ad|id)[oa]s?$"),
    "it": re.compile(r"(?:at|it|ut)[oaie]$"),
    "fr": re.compile(r"[^aeiou]ée?s?$"),
}
"""How participles end that stand as adjectives behind an article."""
_ADVERBS = {"fr": "ment", "es": "mente", "it": "mente"}
"""How adverbs end that no list holds: écrit joliment l’Autorité."""
_SHORT_ADVERB = 6
_WITHIN = ("", "-")
"""Between the words of a phrase; French ties a pronoun to its verb: lit-on."""


class Rule(StrEnum):
    """Where the speaker was found, in words for the person."""

    AFTER = "speaker after the quotation"
    BEFORE = "speaker before the quotation"
    COLON = "speaker before a colon"
    NAME_LINE = "speaker alone on the line beside"
    CONTINUED = "same speaker as the part before"
    FOCUS = "last person in the lines before"
    ANSWER = "answer in an interview"
    REPEATED = "same words with their speaker elsewhere"
    TURN = "the other one of two who speak in turn"


@dataclass(frozen=True)
class Cue:
    """A word or phrase that reports speech; words of the frame, inclusive."""

    first: int
    last: int
    kind: CueKind


@dataclass(frozen=True)
class Tie:
    """A quotation's cue and the noun phrase that speaks; either may be missing."""

    rule: Rule
    cue: Cue | None
    mention: Mention | None
    passive: bool = False
    dropped: bool = False
    """The verb carries its subject within it: "afferma", "asegura"."""


@dataclass(frozen=True)
class Scene:
    """A frame with its cues and mentions, and the ways to look them up."""

    frame: Frame
    mentions: tuple[Mention, ...]
    text: str
    """The article's own text, with what was said."""

    @cached_property
    def cues(self) -> tuple[Cue, ...]:
        """Every cue in order, none overlapping another."""
        cues: list[Cue] = []
        listed, free = self.frame.lexicon.cues, 0
        for index in [index for index, word in enumerate(self.frame.words) if word.low in listed]:
            cue = self._cue_at(index) if index >= free else None
            if cue:
                cues.append(cue)
                free = cue.last + 1
        return tuple(cues)

    def _cue_at(self, index: int) -> Cue | None:
        words = self.frame.words
        following = words[index + 1].low if index + 1 < len(words) else ""
        for parts, kind in self.frame.lexicon.cues[words[index].low]:
            if len(parts) > 1 and (parts[1] != following or not self._stands(parts, index)):
                continue
            german_noun = (
                self.frame.lexicon.language == "de" and words[index].capital and words[index].gap == ""
            )
            if german_noun and index and kind is not CueKind.ACCORDING:
                return None
            if self._is_noun(index) or self._is_direction(index):
                return None
            return Cue(index, index + len(parts) - 1, kind)
        return None

    def _is_direction(self, index: int) -> bool:
        """Whether it stands alone in brackets and tells what somebody does while they talk: (laughs)."""
        word = self.frame.words[index]
        return word.gap.endswith("(") and self.frame.text[word.end : word.end + 1] == ")"

    def _stands(self, parts: tuple[str, ...], index: int) -> bool:
        """Whether the words of a phrase stand there, its first being known; a hyphen may part them."""
        words = self.frame.words
        if index + len(parts) > len(words):
            return False
        following = words[index + 1 : index + len(parts)]
        pairs = zip(following, parts[1:], strict=True)
        return all(word.gap in _WITHIN and word.low == part for word, part in pairs)

    def _is_noun(self, index: int) -> bool:
        """Whether the word is a noun here though a verb of saying is written so: with calls about."""
        words, lexicon = self.frame.words, self.frame.lexicon
        if not index or words[index].gap:
            return False
        low = words[index - 1].low
        following = words[index + 1] if index + 1 < len(words) and not words[index + 1].gap else None
        thing = following is not None and (
            lexicon.has("indefinite", following.low) or following.text[0].isdigit()
        )
        if thing and lexicon.has("with_objects", words[index].low):
            return True  # had held a single seat
        if lexicon.language != "en":
            ending = _PARTICIPLES.get(lexicon.language)
            if ending and lexicon.has("definite", low) and ending.search(words[index].low):
                return True  # el anunciado «botón»
            return lexicon.has("documents", words[index].low) and (
                lexicon.has("definite", low) or lexicon.has("indefinite", low)
            )
        if words[index].low.endswith("ing"):
            return low in _ARTICLES
        if (
            any(word.text[0].isdigit() for word in words[max(0, index - 2) : index])
            and not words[index - 1].capital
        ):
            return words[index].low.endswith("s") and not words[index - 1].gap  # 14 late reports
        if self._is_told_body(index):
            return True
        owned = any(lexicon.has(name, low) for name in ("his", "her", "their"))
        return low in _BEFORE_NOUN or (owned and low != "whose") or self._is_of_a_body(index)

    def _is_of_a_body(self, index: int) -> bool:
        """English: whether it says what a body is about: "told a Senate estimates committee"."""
        words = self.frame.words
        behind = words[index + 1] if index + 1 < len(words) and not words[index + 1].gap else None
        return behind is not None and words[index].low.endswith("s") and behind.low in _BODIES

    def _is_told_body(self, index: int) -> bool:
        """Whether it is within the name of who is told: told a Senate estimates committee."""
        words, lexicon = self.frame.words, self.frame.lexicon
        for first in range(index - 1, max(index - _NAME_WORDS, 0), -1):
            if words[first].gap or lexicon.has("definite", words[first].low):
                return False
            if lexicon.has("indefinite", words[first].low):
                return lexicon.has("addressing", words[first - 1].low) and not words[first].gap
        return False

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.frame.words]

    @cached_property
    def _cue_starts(self) -> list[int]:
        return [cue.first for cue in self.cues]

    @cached_property
    def _mention_starts(self) -> list[int]:
        return [mention.first for mention in self.mentions]

    @cached_property
    def _sentence_ends(self) -> list[int]:
        return [sentence.span.end for sentence in self.frame.sentences]

    @cached_property
    def name_counts(self) -> Counter[str]:
        """How often each name stands in the text, whatever stands around it."""
        return Counter(mention.name for mention in self.mentions if mention.name)

    def words_of(self, marked: Marked) -> str:
        """What stands between the marks."""
        return marked.span.of(self.text)

    def word_at(self, offset: int) -> int:
        """The first word at or after the offset."""
        return bisect_left(self._word_starts, offset)

    def sentence_at(self, offset: int) -> Sentence:
        """The sentence around the offset, or the next."""
        index = min(bisect_right(self._sentence_ends, offset), len(self._sentence_ends) - 1)
        return self.frame.sentences[index]

    def cues_in(self, first: int, last: int) -> Sequence[Cue]:
        """The cues that begin in the half-open range of words."""
        return self.cues[bisect_left(self._cue_starts, first) : bisect_left(self._cue_starts, last)]

    def mentions_in(self, first: int, last: int) -> Sequence[Mention]:
        """The mentions that begin in the half-open range of words."""
        return self.mentions[
            bisect_left(self._mention_starts, first) : bisect_left(self._mention_starts, last)
        ]

    def mention_over(self, word: int) -> Mention | None:
        """The mention that covers the word."""
        index = bisect_right(self._mention_starts, word) - 1
        return self.mentions[index] if index >= 0 and self.mentions[index].last >= word else None

    def light(self, word: int) -> bool:
        """Whether the word may stand between a verb and its subject: auxiliaries, adverbs, clitics."""
        low = self.frame.words[word].low
        ending = _ADVERBS.get(self.frame.lexicon.language, low)
        adverb = len(low) > _SHORT_ADVERB and low.endswith(ending) and low != ending
        return len(low) == 1 or low in self.frame.lexicon.light or adverb
