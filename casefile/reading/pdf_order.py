"""The lines of a PDF's page in reading order: columns are told from tables. Imports only the PDF model.

A gutter is looked for again and again, as in recursive cuts of a page; lines that cross it divide what stands
beside it into bands: a headline above two columns, a figure between them. Each band is judged for itself.
"""

from bisect import bisect_left
from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby, pairwise
from statistics import median

from casefile.reading.pdf_model import Line, PageLines, PageRuns, Run

_SAME_LINE = 0.45
_LEAST_LINES = 3
_NARROWEST_COLUMN = 7.5
"""Ems of the middle line of a column; figures of a table and numbers in a margin are narrower."""
_LEAST_FILL = 0.7
_LEAST_GUTTER = 0.4
_TOLERANCE = 3.0
_MOST_RUNS = 2000
_MOST_EDGES = 12
_MOST_ABOVE = 8
_DEEPEST = 6
_FEW_CHANGES = 2
_RUNS_OF_A_LINE = 1.3
_LEAST_WORDS = 4.0

_Order = dict[int, int]
"""The places of runs in the file by their ``id``."""


class _Layout(Enum):
    """How what stands on both sides of a gutter is read."""

    COLUMNS = auto()
    CELLS = auto()
    """A table whose cells have several lines: in the order of the file."""
    ROWS = auto()


@dataclass(frozen=True)
class _Band:
    """What stands left and right of a gutter between two lines that cross it, and the line below."""

    left: list[Run]
    right: list[Run]
    below: list[Run]


def page_lines(page: PageRuns) -> PageLines:
    """The page's lines in reading order; a page of more than 2,000 runs is taken in the order of the file."""
    runs = list(page.runs)
    if len(runs) > _MOST_RUNS:
        edge = max(run.right for run in runs)
        return PageLines(page.number, tuple(Line((run,), 0, edge) for run in runs))
    order = {id(run): place for place, run in enumerate(runs)}
    lines: list[Line] = []
    for number, region in enumerate(_regions(runs, order, 0)):
        edge = max(run.right for run in region)
        lines += [Line(tuple(row), number, edge) for row in rows_of(region)]
    return PageLines(page.number, tuple(lines))


def rows_of(runs: Sequence[Run]) -> list[list[Run]]:
    """The runs by lines from the top, each from left to right."""
    rows: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: -run.baseline):
        if rows and abs(rows[-1][0].baseline - run.baseline) <= _SAME_LINE * min(rows[-1][0].size, run.size):
            rows[-1].append(run)
        else:
            rows.append([run])
    return [sorted(row, key=lambda run: run.left) for row in rows]


def _regions(runs: list[Run], order: _Order, depth: int) -> Iterator[list[Run]]:
    """Stretches of runs that are read one after the other, each from top to bottom."""
    found = _best_cut(runs, order) if depth < _DEEPEST else None
    if found is None:
        if runs:
            yield runs
        return
    bands, layouts = found
    whole: list[Run] = []
    for band, layout in zip(bands, layouts, strict=True):
        if layout is _Layout.ROWS:
            whole += band.left + band.right + band.below
            continue
        if whole:
            yield whole
        left, rest = _parted(band, order)
        if layout is _Layout.COLUMNS:
            yield from _regions(left, order, depth + 1)
            yield from _regions(band.right, order, depth + 1)
        else:
            yield from _cells(left, band.right, order)
        whole = rest + band.below
    if whole:
        yield whole


def _parted(band: _Band, order: _Order) -> tuple[list[Run], list[Run]]:
    """The left side, and what of it stands below both columns and comes after them in the file."""
    lowest = min(run.baseline for run in band.right)
    last = max(order[id(run)] for run in band.right)
    rest = [run for run in band.left if run.baseline < lowest - run.size and order[id(run)] > last]
    kept = {id(run) for run in rest}
    return [run for run in band.left if id(run) not in kept], rest


def _cells(left: list[Run], right: list[Run], order: _Order) -> Iterator[list[Run]]:
    on_left = {id(run) for run in left}
    runs = sorted(left + right, key=lambda run: order[id(run)])
    for _, cell in groupby(runs, key=lambda run: id(run) in on_left):
        yield list(cell)


def _best_cut(runs: list[Run], order: _Order) -> tuple[list[_Band], list[_Layout]] | None:
    """The bands of the gutter that the fewest lines cross; None where the runs are read as one."""
    if len(runs) < 2 * _LEAST_LINES:
        return None
    em = median(run.size for run in runs)
    cuts = [cut for edge in _edges(runs) if (cut := _bands_at(runs, edge, em)) is not None]
    for bands in sorted(cuts, key=lambda bands: sum(len(band.below) for band in bands)):
        layouts = [_layout(band, order, em, _LEAST_LINES) for band in bands]
        if any(layout is not _Layout.ROWS for layout in layouts):
            return bands, [
                _layout(band, order, em, 1) if layout is _Layout.ROWS else layout
                for band, layout in zip(bands, layouts, strict=True)
            ]
    return None


def _edges(runs: list[Run]) -> list[float]:
    """Where at least three runs begin, the leftmost edge left out."""
    clusters: list[list[float]] = []
    for left in sorted(run.left for run in runs):
        if clusters and left - clusters[-1][0] <= _TOLERANCE:
            clusters[-1].append(left)
        else:
            clusters.append([left])
    likely = sorted((one for one in clusters[1:] if len(one) >= _LEAST_LINES), key=len, reverse=True)
    return sorted(cluster[0] for cluster in likely[:_MOST_EDGES])


def _bands_at(runs: list[Run], edge: float, em: float) -> list[_Band] | None:
    limit = edge - _LEAST_GUTTER * em
    left = [run for run in runs if run.right <= limit]
    right = [run for run in runs if run.left >= edge - 0.1 * em]
    if len(left) < _LEAST_LINES or len(right) < _LEAST_LINES:
        return None
    sides = {id(run) for run in (*left, *right)}
    crossing = [run for run in runs if id(run) not in sides]
    left, ends = _without_ends_of(crossing, left, right)
    bounds = sorted(crossing + ends, key=lambda run: -run.baseline)
    lefts, rights = _by_band(left, bounds), _by_band(right, bounds)
    below = [[run] for run in bounds] + [[]]
    return [_Band(*parts) for parts in zip(lefts, rights, below, strict=True)]


def _without_ends_of(crossing: list[Run], left: list[Run], right: list[Run]) -> tuple[list[Run], list[Run]]:
    """The left side without the short lines that end a paragraph as wide as the page, and those lines."""
    ends: list[Run] = []
    kept: list[Run] = []
    above: deque[Run] = deque(maxlen=_MOST_ABOVE)
    heights = sorted(run.baseline for run in right)
    on_left = {id(run) for run in left}
    for run in sorted(crossing + left, key=lambda run: -run.baseline):
        if id(run) not in on_left:
            above.append(run)
        elif any(_is_next_line(one, run) for one in above) and not _has_beside(heights, run):
            above.append(run)
            ends.append(run)
        else:
            kept.append(run)
    return kept, ends


def _has_beside(heights: list[float], run: Run) -> bool:
    """Whether one of the heights, which rise, is the run's own line."""
    place = bisect_left(heights, run.baseline - run.size)
    return place < len(heights) and heights[place] < run.baseline + run.size


def _is_next_line(above: Run, below: Run) -> bool:
    return (
        0.0 < above.baseline - below.baseline < 1.7 * above.size
        and abs(above.left - below.left) < 2 * above.size
        and abs(above.size - below.size) < 0.1 * above.size
    )


def _by_band(runs: list[Run], bounds: list[Run]) -> list[list[Run]]:
    """The runs by the stretch between two crossing lines that they stand in; ``bounds`` from the top."""
    bands: list[list[Run]] = [[] for _ in range(len(bounds) + 1)]
    band = 0
    for run in sorted(runs, key=lambda run: -run.baseline):
        while band < len(bounds) and bounds[band].baseline > run.baseline:
            band += 1
        bands[band].append(run)
    return bands


def _layout(band: _Band, order: _Order, em: float, least: int) -> _Layout:
    """How the band is read, judged where both sides have lines beside each other."""
    if not (band.left and band.right):
        return _Layout.ROWS
    top = min(max(run.baseline for run in side) for side in (band.left, band.right))
    bottom = max(min(run.baseline for run in side) for side in (band.left, band.right))
    sides = [
        [run for run in side if bottom - em <= run.baseline <= top + em] for side in (band.left, band.right)
    ]
    if not all(len(side) >= least and _is_wide(side, em) for side in sides):
        return _Layout.ROWS
    changes = _changes(sides, order)
    if changes <= _FEW_CHANGES:
        return _Layout.COLUMNS
    if changes < 1.6 * min(len(rows_of(side)) for side in sides):
        return _Layout.CELLS
    # A file that was written line by line across both columns changes sides at every line, as does a table
    # whose rows have one line each; but running text has an even edge and more words than a cell.
    running = _is_even(sides[0]) and all(_words_of_a_run(side) >= _LEAST_WORDS for side in sides)
    return _Layout.COLUMNS if running else _Layout.ROWS


def _is_wide(side: list[Run], em: float) -> bool:
    return median(_widths(rows_of(side))) >= _NARROWEST_COLUMN * em


def _is_even(side: list[Run]) -> bool:
    """Whether most lines fill the column, and few of them have wide gaps."""
    rows = rows_of(side)
    widths = _widths(rows)
    return median(widths) >= _LEAST_FILL * max(widths) and len(side) <= _RUNS_OF_A_LINE * len(rows)


def _words_of_a_run(side: list[Run]) -> float:
    return sum(len(run.text.split()) for run in side) / len(side)


def _widths(rows: list[list[Run]]) -> list[float]:
    return [row[-1].right - row[0].left for row in rows]


def _changes(sides: list[list[Run]], order: _Order) -> int:
    """How often the order of the file goes from one side to the other."""
    side_of = {id(run): number for number, side in enumerate(sides) for run in side}
    passed = [side_of[key] for key in sorted(side_of, key=order.__getitem__)]
    return sum(1 for one, other in pairwise(passed) if one != other)
