"""The words that tell of a sanction, and what they say of it. Imports the reading of them and terms.

Every trigger has a kind and the side on which its respondent stands: "fined Uber" has it after, "Uber was
fined" before, "the penalty" on neither; and a force: whether it tells of something done, planned, asked for,
possible or denied.
"""

import re
from collections.abc import Iterable
from functools import cache

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.trigger_frames import trigger_at
from casefile.extraction.trigger_reading import KINDS, Force, Side, Trigger, read_signs

__all__ = ["KINDS", "Force", "Side", "Trigger", "cue", "find_triggers"]


def find_triggers(text: str, language: str) -> tuple[Trigger, ...]:
    """Every trigger in reading order, whatever its force; a phrase hides the words that it is made of."""
    reading = read_signs(text, language)
    found = (trigger_at(reading, index) for index in range(len(reading.signs)))
    return tuple(trigger for trigger in found if trigger is not None)


@cache
def cue(language: str, key: str) -> re.Pattern[str]:
    """The pattern of a list of cues in the lexicon of actions."""
    return _as_words(lexicon(language, "actions").words(key))


def _as_words(words: Iterable[str]) -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-]){alternatives(words)}(?!\w)", re.IGNORECASE)
