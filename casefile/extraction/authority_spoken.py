"""The bodies that a text has spoken of, asked for the nearest that fits. Imports registry and fields."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from casefile import registry
from casefile.extraction.authority_fields import region, works_in
from casefile.extraction.authority_names import Spotted
from casefile.extraction.lexicon import SHARED, alternatives, lexicon

_ANY_WATCHER = "regulator"
"""The class of the words for whoever watches over something."""
_NO_REGULATORS = ("court", "ministry", "prosecutor", "attorney-general")


@dataclass(frozen=True)
class Wanted:
    """What a body must be to be meant; what is empty does not matter."""

    places: frozenset[str] = frozenset()
    """It is of one of these countries or parts of them."""
    fields: tuple[str, ...] = ()
    """It works in one of these fields."""
    classes: tuple[str, ...] = ()
    """One of its names says that it is an agency, a commission or the like."""
    regulator: bool = True
    """It is no court, ministry or prosecutor."""
    own: bool = False
    """The word is in its own name, and not only in what the press calls it."""

    def fits(self, record: registry.Authority) -> bool:
        """Whether the body is such a one; a court never is."""
        if record.kind == "court" or (self.regulator and record.kind in _NO_REGULATORS):
            return False
        if self.places and not self.places.intersection((region(record), record.jurisdiction)):
            return False
        if self.fields and not any(works_in(record, field) for field in self.fields):
            return False
        return not self.classes or _is_called(record, self.classes, self.own)


class Spoken:
    """Bodies in reading order; each sort is looked out once, so that a long text takes linear time."""

    def __init__(self, spotted: Sequence[Spotted]) -> None:
        self._spotted = spotted
        self._alone: dict[Wanted, registry.Authority | None] = {}
        self._fitting: dict[Wanted, tuple[list[int], list[registry.Authority]]] = {}

    def before(self, start: int, wanted: Wanted) -> registry.Authority | None:
        """The last fitting body that was spoken of before the place."""
        starts, records = self._of(wanted)
        index = bisect_left(starts, start)
        return records[index - 1] if index else None

    def behind(self, start: int, wanted: Wanted) -> registry.Authority | None:
        """The first fitting body that is spoken of from the place on."""
        starts, records = self._of(wanted)
        index = bisect_left(starts, start)
        return records[index] if index < len(records) else None

    def nearest(self, start: int, wanted: Wanted) -> registry.Authority | None:
        """The last before the place, else the first behind it."""
        return self.before(start, wanted) or self.behind(start, wanted)

    def only(self, wanted: Wanted) -> registry.Authority | None:
        """The one fitting body of the text, None where there are several."""
        records = self._of(wanted)[1]
        return (
            records[0] if records and len({record.code or record.name for record in records}) == 1 else None
        )

    def _of(self, wanted: Wanted) -> tuple[list[int], list[registry.Authority]]:
        if wanted not in self._fitting:
            found = [(span.start, record) for span, record in self._spotted if wanted.fits(record)]
            self._fitting[wanted] = ([start for start, _ in found], [record for _, record in found])
        return self._fitting[wanted]


@cache
def _is_called(record: registry.Authority, classes: tuple[str, ...], by_itself: bool) -> bool:
    """Whether one of the body's names has the word, in whichever language.

    What anybody who watches is called must be in its own name: the press calls every body a watchdog.
    """
    own = (record.name, record.english)
    return any(
        _called(name).search(printed)
        for name in classes
        for printed in (own if by_itself or name == _ANY_WATCHER else record.all_names)
    )


@cache
def _called(name: str) -> re.Pattern[str]:
    words = lexicon(SHARED, "authorities").lists("names").get(name, ())
    return re.compile(alternatives(words), re.IGNORECASE)
