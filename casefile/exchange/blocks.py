"""What a brief is made of for programs that lay it out themselves: headings, paragraphs, tables, notes. Pure.

Texts are printable, and nothing in them is markup. A name that runs from right to left stands in its fence
(:mod:`casefile.briefs.fences`), which each format writes as it can.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto


class Look(Enum):
    """What a paragraph is; the three of a quote follow one another."""

    BODY = auto()
    QUOTE = auto()
    """Somebody's own words."""
    PARAPHRASE = auto()
    """What somebody said, in the words of another, or translated."""
    SAID_BY = auto()
    """Who said them; the last of a quote."""
    ITEM = auto()
    """Of a list; it begins with its label."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look, or the mark of a note."""

    text: str
    bold: bool = False
    italic: bool = False
    raised: bool = False
    link: str = ""
    """A safe address, "" for none."""
    note: int = 0
    """The number of the note that the run marks, 0 for a text."""
    source: int = 0
    """The number of the source that the run leads to, 0 for none."""
    language: str = ""
    """ISO 639-1, "" for the brief's own."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a section's."""

    text: str
    level: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``label`` is an item's number or bullet, ``depth`` how many lists its list stands in."""

    runs: Runs
    look: Look = Look.BODY
    label: str = ""
    depth: int = 0
    source: int = 0
    """The number of the source that it describes, 0 for none."""


@dataclass(frozen=True)
class Table:
    """A table; each row has as many cells as there are heads."""

    title: str
    """What it is, for who does not see what stands around it."""
    heads: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]
    shares: tuple[int, ...]
    """How wide each column is, in hundredths of the whole."""


@dataclass(frozen=True)
class Note:
    """The passage that the marks of its number stand for."""

    number: int
    runs: Runs


Block = Heading | Paragraph | Table | Note
BULLET = "•"
"""The label of an item that has no number."""


@dataclass(frozen=True)
class Front:
    """What stands above all, and on every page."""

    title: str
    subtitle: str
    particulars: tuple[tuple[str, str], ...]
    """Label and words."""
    marking: str
    foot: str
    page: tuple[str, str, str]
    """What stands before, between and behind the number of the page and that of all pages."""


@dataclass(frozen=True)
class ToldBrief:
    """A brief as blocks, which are made while they are read."""

    front: Front
    blocks: Iterator[Block]
