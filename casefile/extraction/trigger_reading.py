"""The words of sanctions as they stand in a text, before their grammar. Imports the lexicons and terms.

A lexicon lists verbs and nouns in a short form: ``fine(s|d|)`` stands for its endings, ``~`` for a few words
between, and a ``*`` before a word for the compounds that end with it.
"""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from enum import Enum
from functools import cache
from itertools import chain, product

from casefile.extraction.lexicon import KNOWN_WORDS, Lexicon, alternatives, lexicon
from casefile.extraction.phrases import Word, places_of, words_of
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
"""Words that ``~`` stands for at most, but where the rest comes behind what is put in between commas."""
_LONGEST_GAP = 14
_COMMA = ", "
_PARTS = re.compile(r"\(([^()]*)\)")
_BETWEEN_WORDS = frozenset((_BETWEEN,))
_BREAK = re.compile(r"[\n;?!:]|\.[\"”’»)\]]*\s")
_LAST_WORD = re.compile(r"\w{1,5}$")
_HYPHENATED = re.compile(r"-[a-zß-ÿ]")
_WHOLE = frozenset(("Act", "Law", "Tax", "Bar", "Gas", "Oil", "Pay"))
"""Short words with a capital that end sentences: "under the Fisheries Act."."""
_SHORT = 4
"""A capitalised word of so few letters before a full stop may be an abbreviation: "5 Mio. Euro"."""


_Spelled = tuple[str, tuple[frozenset[str], ...]]
"""A phrase: its first word, and the words any of which may stand in each place behind it."""


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether something ends at a mark: no number or abbreviation goes on behind it, as in "5 Mio. Euro".

    Nor does a small letter begin anything: "took Kestrel Corp. to court".
    """
    if match.group()[0] != ".":
        return True
    if match.group()[1:].isspace() and text[match.end() : match.end() + 1].islower():
        return False
    before = _LAST_WORD.search(text[max(0, match.start() - 5) : match.start()])
    word = before.group() if before else ""
    acronym = len(word) > 1 and word.isupper()
    return (
        acronym or word in _WHOLE or not 0 < len(word) < _SHORT or not (word[0].isupper() or word.isdigit())
    )


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
    end: int
    """The number of its very last, behind the gaps."""
    span: Span
    """Where it stands, from the first to the last."""
    senses: tuple[Sense, ...]


@dataclass(frozen=True)
class Reading:
    """A text's words and the signs among them, in reading order."""

    text: str
    language: str
    words: tuple[Word, ...]
    signs: tuple[Sign, ...]

    breaks: list[int]
    """Where sentences or their halves end, in code points; the last is the end of the text."""

    def unit(self, number: int) -> tuple[int, int]:
        """The first and the last code point of the stretch in which the word stands."""
        index = bisect_right(self.breaks, self.words[number][1])
        return self.breaks[index - 1] + 1 if index else 0, self.breaks[index]

    def first_sign_from(self, place: int) -> Sign:
        """The first that begins there or later; there has to be one."""
        return self.signs[bisect_left(self.signs, place, key=lambda each: each.span.start)]

    def before(self, sign: Sign, count: int) -> tuple[int, int]:
        """The stretch of up to so many words before the sign, within its unit, in code points."""
        left, _ = self.unit(sign.first)
        start = self.words[max(0, sign.first - count)][1]
        return max(left, start), sign.span.start

    def behind(self, sign: Sign, count: int) -> tuple[int, int]:
        """The stretch of up to so many words behind the sign, within its unit, in code points."""
        _, right = self.unit(sign.last)
        end = self.words[min(len(self.words) - 1, sign.last + count)][2]
        start = sign.span.end
        return start, max(start, min(right, end))


_Phrase = tuple[tuple[frozenset[str], ...], tuple[Sense, ...]]
"""What stands behind the first word of a phrase, and what the phrase means."""


class _Index:
    """The phrases of a language by their first word, the longest first; and the ends of compounds.

    Behind the first word a phrase has sets of words, any of which may stand there.
    """

    def __init__(self, words: Lexicon) -> None:
        senses: dict[_Spelled, list[Sense]] = {}
        for phrase, sense in _listed(words):
            for spelled in _spellings(phrase):
                known = senses.setdefault(spelled, [])
                if sense not in known:
                    known.append(sense)
        self.phrases: dict[str, list[_Phrase]] = {}
        self.ends: dict[str, tuple[Sense, ...]] = {}
        for (first, following), known in sorted(senses.items(), key=lambda each: -len(each[0][1])):
            end = first.removeprefix("*")
            if end != first:
                self.ends[end] = tuple(known)
            self.phrases.setdefault(end, []).append((following, tuple(known)))
        self.lengths = sorted({len(end) for end in self.ends}, reverse=True)
        self._opening: dict[str, bool] = {}
        self._beginning: dict[tuple[str, str], list[_Phrase]] = {}

    def opens(self, word: str) -> bool:
        """Whether a sign may begin with the word, which is remembered of each."""
        known = self._opening.get(word)
        if known is None:
            known = word in self.phrases or bool(
                self.lengths and len(word) > self.lengths[-1] and self.compound(word)
            )
            if len(self._opening) < KNOWN_WORDS:
                self._opening[word] = known
        return known

    def phrases_with(self, word: str, next_word: str) -> list[_Phrase]:
        """The phrases that begin with the two words, or with the first and a gap or nothing behind it."""
        key = word, next_word
        known = self._beginning.get(key)
        if known is None:
            known = [
                phrase
                for phrase in self.phrases.get(word, ())
                if not phrase[0] or next_word in phrase[0][0] or phrase[0][0] is _BETWEEN_WORDS
            ]
            if len(self._beginning) < KNOWN_WORDS:
                self._beginning[key] = known
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


def _spellings(phrase: str) -> list[_Spelled]:
    """The phrase with each of its endings: its first word, and which words may stand in the places behind."""
    parts = _PARTS.split(phrase.lower().replace("’", " ").replace("'", " ").replace("-", " "))
    choices = [_choices(parts, number) if number % 2 else [part] for number, part in enumerate(parts)]
    spelled = ["".join(chosen).split() for chosen in product(*choices)]
    return [(words[0], tuple(map(_place, words[1:]))) for words in spelled]


@cache
def _place(words: str) -> frozenset[str]:
    return _BETWEEN_WORDS if words == _BETWEEN else frozenset(words.split("|"))


def _choices(parts: list[str], number: int) -> list[str]:
    """The endings of one bracket; whole words behind the first stay together, as so many phrases are one."""
    options = parts[number].split("|")
    last = number + 2 == len(parts) and not parts[-1]
    if not parts[number - 1].endswith(" ") or not (last or parts[number + 1].startswith(" ")):
        return options
    single = [option for option in options if option and " " not in option]
    return [option for option in options if option not in single] + (["|".join(single)] if single else [])


@cache
def _index(language: str) -> _Index:
    return _Index(lexicon(language, "actions"))


def may_open(word: str, language: str) -> bool:
    """Whether words of a sanction may begin with the one, which is in small letters."""
    return _index(language).opens(word)


@cache
def grammar(language: str, key: str) -> re.Pattern[str]:
    """The little words of a language under the key of its table ``grammar``.

    Those of possibility keep their case, as "May" is a month.
    """
    words = lexicon(language, "actions").lists("grammar").get(key, ())
    flags = re.NOFLAG if key == "possible" else re.IGNORECASE
    return re.compile(rf"(?<!\w){alternatives(words)}(?![\w&])", flags)


@cache
def is_verb_last(language: str) -> bool:
    """Whether participles stand at the end, behind their objects, as in German and Dutch."""
    return lexicon(language, "actions").word("word_order") == "verb last"


def read_signs(text: str, language: str) -> Reading:
    """The words of a text and the signs of sanctions among them; the longest where several begin."""
    words = words_of(text)
    index = _index(language)
    breaks = [match.start() for match in _BREAK.finditer(text) if _ends(text, match)] + [len(text)]
    signs = []
    hidden = -1
    opening = (places for word, places in places_of(text).items() if index.opens(word))
    for number in sorted(chain.from_iterable(opening)):
        sign = _sign_at(text, words, breaks, number, index) if number > hidden else None
        if sign:
            signs.append(sign)
            hidden = sign.last
    return Reading(text, language, words, tuple(signs), breaks)


def _sign_at(
    text: str, words: tuple[Word, ...], breaks: list[int], number: int, index: _Index
) -> Sign | None:
    """The longest phrase that begins with the word, with the senses of shorter ones of the same words.

    Of "imposed ~ on" and "imposed" a text has the one word.
    """
    word = words[number][0]
    next_word = words[number + 1][0] if number + 1 < len(words) else ""
    last, end = -1, -1
    meant: list[Sense] = []
    phrases = index.phrases_with(word, next_word)
    near = {each for each, _, _ in words[number + 1 : number + 2 + _LONGEST_GAP]} if phrases else set()
    for following, senses in phrases:
        if len(following) > 1 and following[0] is _BETWEEN_WORDS and following[1].isdisjoint(near):
            continue
        place = _matched(text, words, breaks, number, following)
        if place < 0:
            continue
        gap = following.index(_BETWEEN_WORDS) if _BETWEEN_WORDS in following else len(following)
        if last in (-1, number + gap):
            last, end = number + gap, max(end, place)
            meant += [sense for sense in senses if sense not in meant]
        if any(sense.role is Role.IDIOM for sense in meant):
            break
    if meant:
        return Sign(number, last, end, Span(words[number][1], words[last][2]), tuple(meant))
    senses = index.compound(word) if index.lengths and len(word) > index.lengths[-1] else ()
    return Sign(number, number, number, Span(*words[number][1:]), senses) if senses else None


def _matched(
    text: str, words: tuple[Word, ...], breaks: list[int], number: int, following: tuple[frozenset[str], ...]
) -> int:
    """The number of the phrase's last word if it stands here, whose first stands at ``number``; else -1."""
    end = words[number][2]
    if not following:
        return -1 if _HYPHENATED.match(text, end) else number
    gap = following[0] is _BETWEEN_WORDS
    rest = following[1:] if gap else following
    near = number + 1 + (_GAP if gap else 0)
    ahead = words[number + 1 : number + 2 + (_LONGEST_GAP if gap else 0)]
    for place, (word, start, _) in enumerate(ahead, number + 1):
        if rest and word not in rest[0]:
            continue
        if place > near and text[start - len(_COMMA) : start] != _COMMA:
            continue
        if breaks[bisect_left(breaks, end)] < start:
            return -1
        found = _matched(text, words, breaks, place, rest[1:])
        if found >= 0:
            return found
    return -1
