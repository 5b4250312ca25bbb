"""The lines of a PDF as blocks: paragraphs made whole, headings, table rows, footnotes. Imports reading."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from statistics import median

from casefile.reading.model import BlockKind
from casefile.reading.pdf_hyphens import Hyphens
from casefile.reading.pdf_model import Line, PageLines

_LIST_MARK = re.compile(r"(?:[•●▪◦‣–—-]|\d{1,3}[.)]|[a-zA-Z][.)]|\([a-zA-Z0-9]{1,4}\))\s")
_DATE = re.compile(r"\d{1,2}\.\s[^\W\d_]{3,12}\s\d{4}\b")
"""Begins like an entry of a list: 5. November 2024."""
_MARGIN_NUMBER = re.compile(r"\[?\d{1,4}[.)\]]?")
_NOTE_MARK = re.compile(r"(?:\[?\d{1,3}\]?|[*†‡])\s*\S")
_SENTENCE_END = re.compile(r"[.!?…:;][\"”’»“)\]]*(?:\[\d+\])?$")
_HEADING_SIZE = 1.12
_NOTE_SIZE = 0.93
_LONGEST_HEADING = 300
_LONGEST_BOLD_HEADING = 120
_LETTER = 0.5
"""Ems of a letter, as they are on average."""


@dataclass
class PdfBlock:
    """A block: its lines, each with the number of its page."""

    kind: BlockKind
    lines: list[tuple[int, Line]] = field(default_factory=list)

    @property
    def first(self) -> Line:
        """The line that it begins with."""
        return self.lines[0][1]

    @property
    def last(self) -> Line:
        """The line that it ends with so far."""
        return self.lines[-1][1]

    @property
    def size(self) -> float:
        """The size of its first line."""
        return self.first.size

    def pieces(self, hyphens: Hyphens) -> list[tuple[int, str]]:
        """Its text by pages."""
        rows = self.kind is BlockKind.TABLE_ROW
        texts = [(page, _cells(line) if rows else line.text) for page, line in self.lines]
        pieces: list[tuple[int, str]] = []
        for (page, text), (_, following) in zip(texts, [*texts[1:], (0, "")], strict=True):
            words = hyphens.line_end(text, following)
            if pieces and pieces[-1][0] == page:
                words = pieces.pop()[1] + words
            pieces.append((page, words))
        return pieces


@dataclass(frozen=True)
class Measures:
    """What is usual in the document."""

    size: float
    """Points of the running text."""
    pitch: dict[int, float]
    """Points from line to line by the size's half points."""

    def pitch_of(self, size: float) -> float:
        """The usual step from line to line in that size."""
        return self.pitch.get(round(2 * size), 1.25 * size)


def document_blocks(pages: Sequence[PageLines]) -> tuple[list[PdfBlock], list[PdfBlock]]:
    """The blocks in reading order, and the footnotes in theirs."""
    measures = _measured(pages)
    body: list[PdfBlock] = []
    notes: list[PdfBlock] = []
    for page in pages:
        for region in _by_region(page.lines):
            text, foot = _parted(region, measures)
            _add_lines(body, text, page.number, measures)
            notes += _notes(foot, page.number)
    return body, notes


def _measured(pages: Sequence[PageLines]) -> Measures:
    sizes: Counter[int] = Counter()
    steps: dict[int, list[float]] = defaultdict(list)
    for page in pages:
        for line in page.lines:
            sizes[round(2 * line.size)] += len(line.text)
        for above, below in pairwise(page.lines):
            step = above.baseline - below.baseline
            if above.region == below.region and 0.8 * above.size < step < 2.2 * above.size:
                steps[round(2 * below.size)].append(step)
    size = sizes.most_common(1)[0][0] / 2 if sizes else 10.0
    return Measures(size, {key: median(found) for key, found in steps.items()})


def _by_region(lines: Sequence[Line]) -> Iterator[list[Line]]:
    region: list[Line] = []
    for line in lines:
        if region and region[-1].region != line.region:
            yield region
            region = []
        region.append(line)
    if region:
        yield region


def _parted(region: list[Line], measures: Measures) -> tuple[list[Line], list[Line]]:
    """The region's text and the footnotes at its end: small lines, the first of them with a mark."""
    start = len(region)
    while start > 0 and region[start - 1].size <= _NOTE_SIZE * measures.size:
        start -= 1
    while start < len(region) and not _NOTE_MARK.match(region[start].text):
        start += 1
    return region[:start], region[start:]


def _notes(lines: list[Line], page: int) -> list[PdfBlock]:
    notes: list[PdfBlock] = []
    for line in lines:
        if not notes or _NOTE_MARK.match(line.text):
            notes.append(PdfBlock(BlockKind.FOOTNOTE))
        notes[-1].lines.append((page, line))
    return notes


def _add_lines(blocks: list[PdfBlock], lines: list[Line], page: int, measures: Measures) -> None:
    rows = _table_rows(lines)
    for place, line in enumerate(lines):
        kind = BlockKind.TABLE_ROW if place in rows else None
        goes_on = blocks and kind is None and blocks[-1].kind is not BlockKind.TABLE_ROW
        if goes_on and _belongs(blocks[-1], line, page, measures):
            blocks[-1].lines.append((page, line))
        else:
            blocks.append(PdfBlock(kind or _kind(line, measures), [(page, line)]))


def _table_rows(lines: list[Line]) -> set[int]:
    """The places of lines with cells that stand under or above others' cells."""
    found: set[int] = set()
    for place, (above, below) in enumerate(pairwise(lines)):
        if _has_cells(above) and _has_cells(below) and _aligned(above, below):
            found |= {place, place + 1}
    return found


def _has_cells(line: Line) -> bool:
    if _is_stretched(line):
        return False
    return len(line.runs) > (2 if _MARGIN_NUMBER.fullmatch(line.runs[0].text) else 1)


def _is_stretched(line: Line) -> bool:
    """Whether the gaps are those of a justified line: every word stands alone, and the last at the edge."""
    gaps = [right.left - left.right for left, right in pairwise(line.runs)]
    apart = all(" " not in run.text for run in line.runs) and _room(line) < 0.6 * line.size
    return apart and max(gaps, default=0.0) < 2.5 * line.size


def _aligned(one: Line, other: Line) -> bool:
    """Whether two cells begin or end in the same place."""
    return any(
        abs(first.left - second.left) < 3 or abs(first.right - second.right) < 3
        for first in one.runs[1:]
        for second in other.runs[1:]
    )


def _cells(line: Line) -> str:
    return " | ".join(run.text for run in line.runs)


def _kind(line: Line, measures: Measures) -> BlockKind:
    if line.size >= _HEADING_SIZE * measures.size:
        return BlockKind.HEADING
    if _is_marked(line):
        short = line.bold and len(line.text) <= _LONGEST_BOLD_HEADING
        return BlockKind.HEADING if short else BlockKind.LIST_ENTRY
    if line.bold and len(line.text) <= _LONGEST_BOLD_HEADING and not _SENTENCE_END.search(line.text):
        return BlockKind.HEADING
    return BlockKind.PARAGRAPH


def _belongs(block: PdfBlock, line: Line, page: int, measures: Measures) -> bool:
    """Whether the line goes on with the block."""
    above = block.last
    if abs(above.size - line.size) > 0.08 * above.size or _begins_anew(line):
        return False
    if block.kind is BlockKind.HEADING:
        length = sum(len(one.text) for _, one in block.lines) + len(line.text)
        if length > _LONGEST_HEADING or above.bold != line.bold:
            return False
    elif _kind(line, measures) is BlockKind.HEADING:
        return False
    if block.lines[-1][0] != page or above.region != line.region:
        return block.kind is not BlockKind.HEADING and _is_unfinished(above)
    return _follows(block, line, measures)


def _begins_anew(line: Line) -> bool:
    numbered = len(line.runs) > 1 and _MARGIN_NUMBER.fullmatch(line.runs[0].text)
    return bool(numbered or _is_marked(line))


def _is_marked(line: Line) -> bool:
    return bool(_LIST_MARK.match(line.text)) and not _DATE.match(line.text)


def _is_unfinished(above: Line) -> bool:
    """Whether the last line of a column or page leaves its sentence open."""
    return not _SENTENCE_END.search(above.text) and _room(above) < 0.3 * (above.right_edge - above.left)


def _room(line: Line) -> float:
    return line.right_edge - line.right


def _follows(block: PdfBlock, line: Line, measures: Measures) -> bool:
    """Whether a line of the same column goes on with the block above it."""
    above = block.last
    step = above.baseline - line.baseline
    if not 0 < step <= 1.28 * measures.pitch_of(line.size):
        return False
    if _is_indented(block, line):
        return False
    word = len(line.text.partition(" ")[0]) + 1
    spare = _room(above) - word * _LETTER * above.size
    if _SENTENCE_END.search(above.text):
        return spare < 1.5 * above.size
    return spare < 0.35 * (above.right_edge - block.first.left)


def _is_indented(block: PdfBlock, line: Line) -> bool:
    """Whether the line is the indented first one of another paragraph; list entries hang."""
    if block.kind is BlockKind.LIST_ENTRY or len(block.first.runs) > 1:
        return False
    indent = line.left - block.last.left
    return 0.8 * line.size < indent < 6 * line.size and block.kind is not BlockKind.HEADING
