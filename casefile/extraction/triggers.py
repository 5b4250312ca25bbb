"""The words that tell of a sanction, and what they say of it. Imports the lexicons and terms.

Every trigger has a kind and the side on which its respondent stands: "fined Uber" has it after, "Uber was
fined" before, "the penalty" on neither.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from casefile.extraction.lexicon import alternatives, by_first_letter, lexicon
from casefile.terms import ActionKind, ActionStatus
from casefile.values import Span

KINDS = (
    ActionKind.FINE,
    ActionKind.SETTLEMENT,
    ActionKind.REPRIMAND,
    ActionKind.BAN,
    ActionKind.ORDER,
    ActionKind.WARNING,
    ActionKind.INJUNCTION,
    ActionKind.INVESTIGATION,
    ActionKind.OTHER,
)
"""The kinds that have words of their own, the strictest first."""


STATUS_ORDER = (
    ActionStatus.ANNULLED,
    ActionStatus.REDUCED,
    ActionStatus.FINAL,
    ActionStatus.APPEALED,
    ActionStatus.PROPOSED,
)
"""What counts where a text says several: the later stage before the earlier."""


class Side(Enum):
    """Where the respondent of a trigger stands."""

    AFTER = "after"
    BEFORE = "before"
    NOUN = "noun"


@dataclass(frozen=True)
class Trigger:
    """One word or phrase of a sanction."""

    kind: ActionKind
    side: Side
    span: Span
    weak: bool
    """It only tells of a sanction where a sum of money stands beside it ("to pay")."""


def find_triggers(text: str, language: str) -> tuple[Trigger, ...]:
    """Every trigger in reading order; of two that overlap the longer."""
    pattern, meanings = _pattern(language)
    return tuple(
        Trigger(kind, side, Span(*match.span()), weak)
        for match in pattern.finditer(text)
        for kind, side, weak in (meanings[(match.lastindex or 1) - 1],)
    )


@cache
def _pattern(language: str) -> tuple[re.Pattern[str], list[tuple[ActionKind, Side, bool]]]:
    words = lexicon(language, "actions")
    weak = {phrase.casefold() for phrase in words.words("weak")}
    phrases = [
        (phrase, (kind, side, side is Side.NOUN or phrase.casefold() in weak))
        for kind in KINDS
        for side in Side
        for phrase in words.lists(kind.value).get(side.value, ())
    ]
    # Groups are counted from left to right, so what begins alike stands together before it is joined.
    phrases.sort(key=lambda each: (each[0][0].lower(), -len(each[0])))
    groups = by_first_letter([(phrase, f"({alternatives([phrase])})") for phrase, _ in phrases])
    return re.compile(rf"(?<![\w-])(?:{groups or '((?!))'})(?!\w)", re.IGNORECASE), [
        meaning for _, meaning in phrases
    ]


@cache
def cue(language: str, key: str) -> re.Pattern[str]:
    """The pattern of a list of cues in the lexicon of actions."""
    return _as_words(lexicon(language, "actions").words(key))


@cache
def _status_cues(language: str) -> tuple[re.Pattern[str], tuple[tuple[ActionStatus, re.Pattern[str]], ...]]:
    """The words of every status in one pattern, as few sentences have any of them; and each by itself."""
    lists = lexicon(language, "actions").lists("status")
    words = {status: lists.get(status.value, ()) for status in STATUS_ORDER}
    each = tuple((status, _as_words(found)) for status, found in words.items())
    return _as_words([word for found in words.values() for word in found]), each


def _as_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(words)}(?!\w)", re.IGNORECASE)


def status_cues(text: str, language: str) -> Iterator[tuple[ActionStatus, Span]]:
    """What a stretch says of an action's standing, the strongest first; spans within the stretch."""
    whole, each = _status_cues(language)
    if whole.search(text) is None:
        return
    for status, pattern in each:
        match = pattern.search(text)
        if match is not None:
            yield status, Span(*match.span())
