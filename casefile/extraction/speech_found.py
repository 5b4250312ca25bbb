"""Quotations that were read, and what the others tell of those without a speaker. Imports the scene."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from casefile.extraction.marks import Marked
from casefile.extraction.speech_bodies import Speaker
from casefile.extraction.speech_scene import Rule, Tie
from casefile.terms import QuoteKind

_WORD = re.compile(r"\w+")
_LONG_ENOUGH = 12
_FEWEST, _MOST = 2, 8
_CONTENT = 4
_MOST_PULLED = 20
"""An article has no more lines set large than this; so many are looked for elsewhere in it."""


@dataclass(frozen=True)
class Found:
    """A quotation on its way to a proposal."""

    marked: Marked
    kind: QuoteKind
    tie: Tie | None
    speaker: Speaker

    def words(self, text: str) -> str:
        """What stands between the marks."""
        return self.marked.span.of(text)


def with_answers(found: list[Found]) -> list[Found]:
    """The answers of an interview with the one person whom the rest names, where no one was named before."""
    unnamed = [each for each in found if each.tie and each.tie.rule is Rule.ANSWER and not each.speaker.name]
    people = {each.speaker.name: each.speaker for each in found if each.speaker.name}
    if not unnamed or len(people) != 1:
        return found
    speaker = next(iter(people.values()))
    return [replace(each, speaker=speaker) if each in unnamed else each for each in found]


def with_repeats(text: str, found: list[Found], answerer: Speaker) -> list[Found]:
    """The same with the speakers of lines set large and of headings, whose words stand elsewhere with theirs.

    What stands nowhere else is said by ``answerer`` where the article is an interview.
    """
    orphans = [each for each in found if not each.speaker.name and _is_orphan(each)]
    if not orphans or len(orphans) > _MOST_PULLED:
        return found
    said = [(_plain(each.words(text)), each.speaker) for each in found if each.speaker.name]
    homes = {id(each): _repeated(text, each, said, answerer) for each in orphans}
    return [homes.get(id(each), each) for each in found]


def _is_orphan(found: Found) -> bool:
    whole = found.tie is None and found.kind is QuoteKind.DIRECT
    return whole or (found.tie is not None and found.kind is QuoteKind.PARTIAL and not found.speaker.role)


def _repeated(text: str, orphan: Found, said: Sequence[tuple[str, Speaker]], answerer: Speaker) -> Found:
    """The same with the speaker of the quotation that holds its words, else of the interview."""
    words = _plain(orphan.words(text))
    bare = not orphan.words(text).endswith(".")
    for longer, speaker in said:
        whole = len(words) >= _LONG_ENOUGH and words in longer
        if whole or (bare and orphan.tie is None and _is_picked(words, longer)):
            return replace(orphan, tie=Tie(Rule.REPEATED, None, None), speaker=speaker)
    if orphan.tie is None and len(words) >= _LONG_ENOUGH and answerer.name:
        return replace(orphan, tie=Tie(Rule.ANSWER, None, None), speaker=answerer)
    return orphan


def _is_picked(words: str, longer: str) -> bool:
    """Whether a heading is made of a quotation's words in their order: “Velvet rope, trapdoor”."""
    picked = words.split()
    if not _FEWEST <= len(picked) <= _MOST or sum(len(word) >= _CONTENT for word in picked) < _FEWEST:
        return False
    left = iter(longer.split())
    return all(word in left for word in picked)


def _plain(words: str) -> str:
    return " ".join(_WORD.findall(words.casefold()))
