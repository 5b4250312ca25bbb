"""Whose turn it is where two speak in lines without attributions. Imports the speakers.

“By whom?” on a line of its own is asked by the other one of two; who was asked answers. Nothing is told where
no second person is near.
"""

from dataclasses import dataclass, field

from casefile.extraction.speech_bodies import Speaker

_NEAR = 4
"""Paragraphs back in which the other one was heard."""


@dataclass(frozen=True)
class Line:
    """A quotation that was read, and whether it asks or got its speaker by its turn."""

    paragraph: int
    speaker: Speaker
    asks: bool
    turned: bool


@dataclass
class Exchange:
    """The lines heard so far, in reading order."""

    _lines: list[Line] = field(default_factory=list)

    def hear(self, line: Line) -> None:
        """Adds the next line of the text."""
        self._lines.append(line)

    def next_speaker(self, paragraph: int, *, asks: bool, beside: Speaker | None) -> Speaker | None:
        """The other one of two, where a line alone in the paragraph answers or asks; None where it may not.

        ``asks``: it is a short question. ``beside`` is whom else the paragraph before names, if one person.
        """
        last = self._lines[-1] if self._lines else None
        if last is None or last.paragraph != paragraph - 1 or not last.speaker.name:
            return None
        if not (last.asks or last.turned or asks):
            return None
        return beside or self._other_than(last, paragraph)

    def _other_than(self, last: Line, paragraph: int) -> Speaker | None:
        for line in reversed(self._lines):
            if paragraph - line.paragraph > _NEAR:
                return None
            if line.speaker.name and line.speaker.name != last.speaker.name:
                return line.speaker
        return None
