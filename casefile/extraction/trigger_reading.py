"""The words of sanctions as they stand in a text, before their grammar. Imports the lexicons and terms.

A lexicon lists verbs and nouns in a short form: ``fine(s|d|)`` stands for its endings, ``~`` for a few words
between, and a ``*`` before a word for the compounds that end with it.
"""

import re
from bisect import bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cache, cached_property
from itertools import product

from casefile.extraction.lexicon import Lexicon, alternatives, lexicon
from casefile.extraction.phrases import Word, words_of
from casefile.terms import ActionKind
from casefile.values import Span

KINDS = (
    ActionKind.FINE,
    ActionKind.SETTLEMENT,
    ActionKind.PENALTY_PAYMENT,
    ActionKind.REPRIMAND,
    ActionKind.BAN,
    ActionKind.ORDER,
    ActionKind.WARNING,
    ActionKind.INJUNCTION,
    ActionKind.INVESTIGATION,
    ActionKind.OTHER,
)
"""The kinds that have words of their own, the strictest first."""

_ANY, _BETWEEN = "any", "~"
_GAP = 7
"""Words that ``~`` stands for at most."""
_PARTS = re.compile(r"\(([^()]*)\)")
_BREAK = re.compile(r"[\n;?!:]|\.[\"”’»)\]]*\s")
_HYPHENATED = re.compile(r"-[a-zß-ÿ]")
_KNOWN_WORDS = 1 << 14
"""Of so many words it is remembered whether they open a sign."""
_SHORT = 4
"""A capitalised word of so few letters before a full stop may be an abbreviation: "5 Mio. Euro"."""


class Side(Enum):
    """Where the respondent of a trigger stands."""

    AFTER = "after"
    BEFORE = "before"
    NOUN = "noun"


class Force(Enum):
    """What the words say of the sanction."""

    DONE = "done"
    PROPOSED = "proposed"
    ASKED = "asked"
    """Somebody calls for it."""
    POSSIBLE = "possible"
    DENIED = "denied"


@dataclass(frozen=True)
class Trigger:
    """One word or phrase of a sanction."""

    kind: ActionKind
    side: Side
    span: Span
    weak: bool
    """It only tells of a sanction where a sum of money stands beside it ("to pay")."""
    force: Force = Force.DONE


class Role(Enum):
    """What a word does in a sentence about a sanction."""

    PHRASE = "phrase"
    """It says all by itself, and on which side."""
    NOUN = "noun"
    """The measure's name."""
    ACTIVE = "active"
    """A verb whose object is the respondent."""
    PARTICIPLE = "participle"
    GIVE = "give"
    """A verb whose object is the measure."""
    GIVEN = "given"
    GET = "get"
    """A verb whose subject is the respondent, and the measure its object."""
    IDIOM = "idiom"
    """Words of a sanction in another sense: "penalty kick"."""


@dataclass(frozen=True)
class Sense:
    """One thing that a phrase of the lexicon can mean."""

    role: Role
    kind: ActionKind = ActionKind.OTHER
    side: Side = Side.NOUN
    weak: bool = False
    bare: bool = False
    """It tells of a sanction only with the measure's name beside it ("issued")."""


@dataclass(frozen=True)
class Sign:
    """A phrase of the lexicon in a text."""

    first: int
    """The number of its first word."""
    last: int
    """The number of its last; of "ordered ~ to" that of the last before the gap."""
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Reading:
    """A text's words and the signs among them, in reading order."""

    text: str
    language: str
    words: tuple[Word, ...]
    signs: tuple[Sign, ...]

    @cached_property
    def _breaks(self) -> list[int]:
        """Where sentences or their halves end, in code points."""
        return [
            match.start()
            for match in _BREAK.finditer(self.text)
            if match.group()[0] != "." or not self._abbreviated(match.start())
        ]

    def _abbreviated(self, end: int) -> bool:
        before = re.search(r"\w{1,5}$", self.text[max(0, end - 5) : end])
        word = before.group() if before else ""
        return 0 < len(word) < _SHORT and (word[0].isupper() or word.isdigit())

    def unit(self, number: int) -> tuple[int, int]:
        """The first and the last code point of the stretch in which the word stands."""
        start = self.words[number][1]
        index = bisect_right(self._breaks, start)
        left = self._breaks[index - 1] + 1 if index else 0
        right = self._breaks[index] if index < len(self._breaks) else len(self.text)
        return left, right

    def span(self, sign: Sign) -> Span:
        """Where the sign stands."""
        return Span(self.words[sign.first][1], self.words[sign.last][2])

    def before(self, sign: Sign, count: int) -> tuple[int, int]:
        """The stretch of up to so many words before the sign, within its unit, in code points."""
        left, _ = self.unit(sign.first)
        start = self.words[max(0, sign.first - count)][1]
        return max(left, start), self.words[sign.first][1]

    def behind(self, sign: Sign, count: int) -> tuple[int, int]:
        """The stretch of up to so many words behind the sign, within its unit, in code points."""
        _, right = self.unit(sign.last)
        end = self.words[min(len(self.words) - 1, sign.last + count)][2]
        start = self.words[sign.last][2]
        return start, max(start, min(right, end))


class _Index:
    """The phrases of a language by their first word, the longest first; and the ends of compounds."""

    def __init__(self, words: Lexicon) -> None:
        senses: dict[tuple[str, ...], list[Sense]] = {}
        for phrase, sense in _listed(words):
            for spelled in _spellings(phrase):
                known = senses.setdefault(spelled, [])
                if sense not in known:
                    known.append(sense)
        self.phrases: dict[str, list[tuple[tuple[str, ...], tuple[Sense, ...]]]] = {}
        self.ends: dict[str, tuple[Sense, ...]] = {}
        for spelled, known in sorted(senses.items(), key=lambda each: -len(each[0])):
            first = spelled[0].removeprefix("*")
            if first != spelled[0]:
                self.ends[first] = tuple(known)
            self.phrases.setdefault(first, []).append(((first, *spelled[1:]), tuple(known)))
        self.lengths = sorted({len(end) for end in self.ends}, reverse=True)
        self._opening: dict[str, bool] = {}

    def opens(self, word: str) -> bool:
        """Whether a sign may begin with the word, which is remembered of each."""
        known = self._opening.get(word)
        if known is None:
            known = word in self.phrases or bool(
                self.lengths and len(word) > self.lengths[-1] and self.compound(word)
            )
            if len(self._opening) < _KNOWN_WORDS:
                self._opening[word] = known
        return known

    def compound(self, word: str) -> tuple[Sense, ...]:
        """What a word means that ends with one of the lexicon's; nothing for others."""
        for length in self.lengths:
            if length < len(word) and word[-length:] in self.ends:
                return self.ends[word[-length:]]
        return ()


def _listed(words: Lexicon) -> list[tuple[str, Sense]]:
    listed = []
    for role in (Role.NOUN, Role.ACTIVE, Role.PARTICIPLE, Role.GIVE, Role.GIVEN, Role.GET):
        for key, phrases in words.lists(role.value).items():
            sense = Sense(role, bare=True) if key == _ANY else Sense(role, ActionKind(key))
            listed += [(phrase, sense) for phrase in phrases]
    listed += [(phrase, Sense(Role.IDIOM)) for phrase in words.words("idioms")]
    for kind in KINDS:
        for side in Side:
            for weak in (False, True):
                key = f"weak_{side.value}" if weak else side.value
                phrases = words.lists(kind.value).get(key, ())
                listed += [(phrase, Sense(Role.PHRASE, kind, side, weak)) for phrase in phrases]
    return listed


def _spellings(phrase: str) -> list[tuple[str, ...]]:
    """The phrase with each of its endings, as words."""
    parts = _PARTS.split(phrase.lower().replace("’", " ").replace("'", " ").replace("-", " "))
    choices = [part.split("|") if number % 2 else [part] for number, part in enumerate(parts)]
    return [tuple("".join(chosen).split()) for chosen in product(*choices)]


@cache
def _index(language: str) -> _Index:
    return _Index(lexicon(language, "actions"))


@cache
def grammar(language: str, key: str) -> re.Pattern[str]:
    """The little words of a language under the key of its table ``grammar``.

    Those of possibility keep their case, as "May" is a month.
    """
    words = lexicon(language, "actions").lists("grammar").get(key, ())
    flags = re.NOFLAG if key == "possible" else re.IGNORECASE
    return re.compile(rf"(?<!\w){alternatives(words)}(?!\w)", flags)


@cache
def is_verb_last(language: str) -> bool:
    """Whether participles stand at the end, behind their objects, as in German and Dutch."""
    return lexicon(language, "actions").word("word_order") == "verb last"


def read_signs(text: str, language: str) -> Reading:
    """The words of a text and the signs of sanctions among them; the longest where several begin."""
    words = words_of(text)
    index = _index(language)
    signs = []
    hidden = -1
    for number in [number for number, word in enumerate(words) if index.opens(word[0])]:
        sign = _sign_at(text, words, number, index) if number > hidden else None
        if sign:
            signs.append(sign)
            hidden = sign.last
    return Reading(text, language, words, tuple(signs))


def _sign_at(text: str, words: tuple[Word, ...], number: int, index: _Index) -> Sign | None:
    word = words[number][0]
    following = words[number + 1][0] if number + 1 < len(words) else ""
    for spelled, senses in index.phrases.get(word, ()):
        if len(spelled) > 1 and spelled[1] not in (following, _BETWEEN):
            continue
        last = _matched(text, words, number, spelled)
        if last >= 0:
            return Sign(number, last, senses)
    senses = index.compound(word) if index.lengths and len(word) > index.lengths[-1] else ()
    return Sign(number, number, senses) if senses else None


def _matched(text: str, words: tuple[Word, ...], number: int, spelled: tuple[str, ...]) -> int:
    """The number of the last word of the phrase, or of its part before a gap, if it stands here; else -1."""
    place, gap = number, False
    for part in spelled[1:]:
        if part == _BETWEEN:
            gap = True
            continue
        reach = range(place + 1, min(len(words), place + 2 + (_GAP if gap else 0)))
        found = next((each for each in reach if words[each][0] == part), -1)
        if found < 0 or _BREAK.search(text, words[place][2], words[found][1]):
            return -1
        place, gap = found, False
    if _HYPHENATED.match(text, words[place][2]):
        return -1
    return number + spelled.index(_BETWEEN) - 1 if _BETWEEN in spelled else place
