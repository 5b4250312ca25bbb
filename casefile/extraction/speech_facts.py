"""What noun phrases tell of each other: genders, roles, who stands before whom. Imports shapes."""

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from itertools import pairwise

from casefile.extraction.speech_frames import Frame
from casefile.extraction.speech_lexicon import BE, Gender
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_shapes import Mention, MentionKind

_MAYBE_PERSONS = frozenset((PartyKind.PERSON, PartyKind.OTHER))
_COPULA = 3
_GENITIVE = ("'s", "’s")
LOOK_BACK = 60
"""How many mentions before a word may mean the same."""


_ROLE_REACH = 4
"""Words before a role that tell what it is for."""
_NO_ROLE_WORDS = (
    "definite",
    "indefinite",
    "prepositions",
    "conjunctions",
    "auxiliary",
    "starters",
    "relatives",
)


@dataclass(frozen=True)
class Facts:
    """All noun phrases of a frame, in order, and what they tell of each other."""

    frame: Frame
    mentions: tuple[Mention, ...]

    @cached_property
    def starts(self) -> list[int]:
        """The first word of each mention."""
        return [mention.first for mention in self.mentions]

    @cached_property
    def genders(self) -> dict[str, Gender]:
        """What pronoun goes with a name, where the text tells."""
        known: dict[str, Gender] = {}
        for mention in self.mentions:
            if mention.name and mention.gender is not Gender.OPEN:
                known.setdefault(mention.name, mention.gender)
        return known

    @cached_property
    def roles(self) -> dict[str, str]:
        """The first role that the text gives a name, beside it or behind "is"."""
        known: dict[str, str] = {}
        for mention in self.mentions:
            if mention.name and mention.role_words:
                known.setdefault(mention.name, self.role_of(mention))
        for role, name in pairwise(self.mentions):
            if role.kind is MentionKind.ROLE and name.party in _MAYBE_PERSONS and self._is_called(role, name):
                known.setdefault(name.name, self.role_of(role))
        for name, role in pairwise(self.mentions):
            if role.kind is MentionKind.ROLE and name.party in _MAYBE_PERSONS and self._is(name, role):
                known.setdefault(name.name, self.role_of(role))
        judges = self.frame.lexicon.lists["judges"]
        for mention in self.mentions:
            title, _, surname = mention.name.partition(" ")
            if surname and title.casefold() in judges and mention.party is PartyKind.PERSON:
                known.setdefault(mention.name, title)  # Mr Justice Thorne
        return known

    @cached_property
    def houses(self) -> dict[str, Mention]:
        """Where the text first tells of a name whose house it holds an office in."""
        told: dict[str, Mention] = {}
        for mention in self.mentions:
            if mention.name and mention.role_words and (mention.owner or mention.owner_kind):
                told.setdefault(mention.name, mention)
        return told

    def _is(self, name: Mention, role: Mention) -> bool:
        """Whether nothing but a form of "to be" stands between: Katja Mur is bestuurslid."""
        between = self.frame.words[name.last + 1 : role.first]
        whole = not any(word.gap for word in (*between, self.frame.words[role.first]))
        return bool(name.name) and whole and 0 < len(between) <= _COPULA and between[0].low in BE

    def _is_called(self, role: Mention, name: Mention) -> bool:
        """Whether only "is" or "is called" stands between: El camionero se llama Abilio Prada."""
        between = tuple(word.low for word in self.frame.words[role.last + 1 : name.first])
        lexicon = self.frame.lexicon
        if not between or not name.name or role.indefinite:
            return False
        listed = between in lexicon.phrases["called_so"].get(between[0], ())
        alone = len(between) == 1 and not self.frame.words[name.first].gap
        return listed or (alone and (lexicon.has("called_so", between[0]) or between[0] in BE))

    @cached_property
    def counts(self) -> Counter[str]:
        """How often each name stands in the text."""
        return Counter(mention.name for mention in self.mentions if mention.kind is MentionKind.NAME)

    @cached_property
    def _speaking(self) -> frozenset[int]:
        """Where a phrase opens its sentence or stands beside a cue; elsewhere a role is only spoken of."""
        words, lexicon = self.frame.words, self.frame.lexicon
        opening: dict[int, int] = {}
        beside = set()
        owned = {
            each.first
            for each in self.mentions
            if each.first and " " in each.name and words[each.first - 1].low in _GENITIVE
        }  # Labour's Ann Yost was not satisfied
        for mention in self.mentions:
            if not mention.governed and mention.last + 2 not in owned:
                opening.setdefault(self.sentence_of(mention.first), mention.first)
            around = (
                *words[max(0, mention.first - 1) : mention.first],
                *words[mention.last + 1 : mention.last + 2],
            )
            if any(lexicon.reports(word.low) or lexicon.has("relatives", word.low) for word in around):
                beside.add(mention.first)
        return frozenset((*opening.values(), *beside))

    @cached_property
    def sentence_firsts(self) -> list[int]:
        """The first word of each sentence."""
        return [sentence.first for sentence in self.frame.sentences]

    def sentence_of(self, word: int) -> int:
        """The number of the sentence that holds the word."""
        return max(bisect_right(self.sentence_firsts, word) - 1, 0)

    @cached_property
    def _paragraph_firsts(self) -> dict[int, int]:
        firsts: dict[int, int] = {}
        for sentence in self.frame.sentences:
            firsts.setdefault(sentence.paragraph, sentence.first)
        return firsts

    @cached_property
    def parties(self) -> dict[str, PartyKind]:
        """What sort of speaker each name is."""
        return {mention.name: mention.party for mention in reversed(self.mentions) if mention.name}

    def paragraph_first(self, word: int) -> int:
        """The first word of the word's paragraph."""
        index = self.sentence_of(min(word, max(len(self.frame.words) - 1, 0)))
        return self._paragraph_firsts[self.frame.sentences[index].paragraph]

    def before(self, word: int, reach: int = LOOK_BACK) -> Iterator[Mention]:
        """The mentions that end before the word, the nearest first, at most ``reach``."""
        index = bisect_left(self.starts, word)
        for mention in reversed(self.mentions[max(0, index - reach) : index]):
            if mention.last < word:
                yield mention

    def role_of(self, mention: Mention) -> str:
        """The role's words as they stand, "" where there are none."""
        if mention.role_words is None:
            return ""
        words = self.frame.words
        first, last = mention.role_words
        first = self._begin_of_role(mention, first) if self.frame.lexicon.language == "en" else first
        return " ".join(self.frame.text[words[first].start : words[last].end].split())

    def _begin_of_role(self, mention: Mention, first: int) -> int:
        """English: where what a role is for begins: ", senior fire officer at", "Area Director Todd Yost"."""
        words, lexicon = self.frame.words, self.frame.lexicon
        begin = first
        while begin > 0 and first - begin < _ROLE_REACH and not words[begin].gap:
            before = words[begin - 1]
            small = before.low.endswith(("'s", "’s")) or lexicon.reports(before.low)
            if small or any(lexicon.has(key, before.low) for key in _NO_ROLE_WORDS):
                break
            begin -= 1
        behind_name = begin > mention.first and words[begin].gap == ","
        while not behind_name and begin < first and not words[begin].capital:
            begin += 1
        large = all(each.capital for each in words[begin:first])
        opens = self.sentence_firsts[self.sentence_of(first)] == begin
        return begin if behind_name or (large and not opens) else first

    def is_person(self, mention: Mention) -> bool:
        """Whether a pronoun for one person may mean it."""
        if mention.kind is MentionKind.ROLE:
            spoken = not mention.governed and mention.first in self._speaking
            return spoken and (mention.owner_kind is not MentionKind.IT or self.opens(mention))
        if mention.party is PartyKind.PERSON:
            return mention.kind is MentionKind.NAME
        spoken = self.may_be_person(mention) and mention.first in self._speaking
        return spoken and not self._alone(mention) and not self._is_plural(mention)

    def opens(self, mention: Mention) -> bool:
        """Whether it is the first of its sentence."""
        return self.sentence_firsts[self.sentence_of(mention.first)] == mention.first

    def _is_plural(self, mention: Mention) -> bool:
        """Whether a German verb of several follows: Gelöschte Daten seien."""
        words = self.frame.words
        german = self.frame.lexicon.language == "de" and mention.party is PartyKind.OTHER
        following = words[mention.last + 1] if mention.last + 1 < len(words) else None
        if not german or following is None or following.gap or following.capital:
            return False
        return following.low == "sind" or following.low.endswith("en")

    def may_be_person(self, mention: Mention) -> bool:
        """Whether it is a name of two words and more that nothing makes an organisation's."""
        loose = mention.party is PartyKind.OTHER
        unsure = mention.party in _MAYBE_PERSONS and not (loose and self._tells_of_bodies(mention))
        return mention.kind is MentionKind.NAME and unsure and " " in mention.name

    def _tells_of_bodies(self, mention: Mention) -> bool:
        """Whether a name is in capitals, as labels are, or ends in a noun for several: Europas Behörden."""
        low, lexicon = self.frame.words[mention.last].low, self.frame.lexicon
        return mention.name.isupper() or (
            lexicon.language == "de" and low.endswith(("behörden", "ämter", "gerichte", "verbände", "firmen"))
        )

    def _alone(self, mention: Mention) -> bool:
        """Whether it is a whole line and stands nowhere else: a heading, a row of buttons."""
        sentence = self.frame.sentences[self.sentence_of(mention.first)]
        return mention.last - mention.first + 1 == sentence.last - sentence.first and (
            self.counts[mention.name] == 1
        )
