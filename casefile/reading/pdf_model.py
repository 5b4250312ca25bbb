"""What stands where on a page of a PDF. Imports nothing of ours.

Coordinates are points (1/72 inch) with the origin at the lower left, turned so that the text runs upright.
"""

from dataclasses import dataclass, field

HYPHEN = "\x02"
"""Ends a run whose last word was divided at the end of the line (PDFium's own mark)."""


@dataclass(frozen=True)
class Run:
    """Words on one line without a wide gap between them."""

    text: str
    left: float
    right: float
    baseline: float
    size: float
    bold: bool = False


@dataclass(frozen=True)
class Line:
    """The runs of one line of one column, from left to right."""

    runs: tuple[Run, ...]
    region: int
    """Counts the columns and the stretches between them, in reading order."""
    right_edge: float
    """Where the lines of the region end."""

    @property
    def text(self) -> str:
        """The runs with a space between them."""
        return " ".join(run.text for run in self.runs)

    @property
    def left(self) -> float:
        """Where the line begins."""
        return self.runs[0].left

    @property
    def right(self) -> float:
        """Where the line ends."""
        return self.runs[-1].right

    @property
    def baseline(self) -> float:
        """Height of the line."""
        return self.runs[0].baseline

    @property
    def size(self) -> float:
        """The size of its longest run."""
        return max(self.runs, key=lambda run: len(run.text)).size

    @property
    def bold(self) -> bool:
        """Whether all of it is bold."""
        return all(run.bold for run in self.runs)


@dataclass(frozen=True)
class PageRuns:
    """The runs of one page in the order of the file."""

    number: int
    """From 1."""
    runs: tuple[Run, ...] = field(repr=False)


@dataclass(frozen=True)
class PageLines:
    """The lines of one page in reading order."""

    number: int
    lines: tuple[Line, ...] = field(repr=False)
