"""Text offsets: code points in the core, UTF-16 units in Qt. The one place that converts. Imports values."""

import re
from bisect import bisect_left

from casefile.values import Span

_WIDE = re.compile("[\U00010000-\U0010ffff]")
_LONE_SURROGATE = re.compile("[\ud800-\udfff]")


class Offsets:
    """The conversion for one text."""

    def __init__(self, text: str) -> None:
        self._points = [match.start() for match in _WIDE.finditer(text)]
        self._units = [point + index for index, point in enumerate(self._points)]

    def to_qt(self, point: int) -> int:
        """The UTF-16 offset of a code point offset."""
        return point + bisect_left(self._points, point)

    def to_core(self, unit: int) -> int:
        """The code point offset of a UTF-16 offset; inside a pair, that of the pair's start."""
        return unit - bisect_left(self._units, unit)

    def span_to_qt(self, span: Span) -> tuple[int, int]:
        """Start and end in UTF-16 units."""
        return self.to_qt(span.start), self.to_qt(span.end)


def shown(text: str) -> str:
    """The text as a text view may hold it: as many code points, none of which the view would drop.

    Qt makes one paragraph mark of CR LF, and Python's lone surrogates are no UTF-16.
    """
    return _LONE_SURROGATE.sub("\ufffd", text.replace("\r\n", " \n"))
