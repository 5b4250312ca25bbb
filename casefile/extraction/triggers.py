"""The words that tell of a sanction, and what they say of it. Imports the reading of them and terms.

Every trigger has a kind and the side on which its respondent stands: "fined Uber" has it after, "Uber was
fined" before, "the penalty" on neither; and a force: whether it tells of something done, planned, asked for,
possible or denied.
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache
from itertools import islice

from casefile.extraction.lexicon import alternatives, lexicon
from casefile.extraction.trigger_frames import trigger_at
from casefile.extraction.trigger_reading import KINDS, Force, Side, Trigger, read_signs
from casefile.terms import ActionStatus
from casefile.values import Span

__all__ = ["KINDS", "STATUS_ORDER", "Force", "Side", "Trigger", "cue", "find_triggers", "status_cues"]

STATUS_ORDER = (
    ActionStatus.ANNULLED,
    ActionStatus.REDUCED,
    ActionStatus.FINAL,
    ActionStatus.APPEALED,
    ActionStatus.PROPOSED,
)
"""What counts where a text says several: the later stage before the earlier."""

_LOOKED_AT = 16
"""Words of one status in one sentence, at most."""


def find_triggers(text: str, language: str) -> tuple[Trigger, ...]:
    """Every trigger in reading order, whatever its force; a phrase hides the words that it is made of."""
    reading = read_signs(text, language)
    found = (trigger_at(reading, index) for index in range(len(reading.signs)))
    return tuple(trigger for trigger in found if trigger is not None)


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
    """What a stretch says of an action's standing, the strongest first; spans within the stretch.

    What could still happen says nothing of it: "may be appealed", "the Court of Appeal". Of words within
    longer ones the longer count: "threw out the appeal" is no annulment.
    """
    whole, each = _status_cues(language)
    if whole.search(text) is None:
        return
    apart = [Span(*match.span()) for match in islice(cue(language, "no_status").finditer(text), _LOOKED_AT)]
    found = [
        (status, Span(*match.span()))
        for status, pattern in each
        for match in islice(pattern.finditer(text), _LOOKED_AT)
    ]
    told = set()
    for status, span in found:
        longer = any(other != span and other.contains(span) for _, other in found)
        if status not in told and not longer and not any(other.overlaps(span) for other in apart):
            told.add(status)
            yield status, span
