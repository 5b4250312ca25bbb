"""Where a penalty ledger's chart has its points, lines and labels: pure, in any unit of length.

Time runs to the right in true proportion; what has no date stands apart at the end, in no order of time.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from casefile.store.penalty import decides
from casefile.store.rows import Evidence, basis_label
from casefile.terms import AmountScale, LedgerBasis
from casefile.translation import tr
from ui.models.columns import date_text
from ui.told import told, told_value

if TYPE_CHECKING:
    from casefile.store.detail import MeasureRow
    from casefile.store.facts import LedgerLine

_UNDATED_SHARE = 0.15
"""How much of the width belongs to what has no date, where there is both."""


@dataclass(frozen=True)
class Series:
    """The live entries of one measure in one currency; dated ones in order of time, then the others."""

    title: str
    """``Fine, EUR``, ``Periodic penalty payment, EUR per day``."""
    lines: "tuple[LedgerLine, ...]"
    unscaled: "tuple[LedgerLine, ...]"
    """Those whose magnitude is missing: they have no height."""

    @property
    def has_course(self) -> bool:
        """Whether they lie on more than one day: sums of one day make no line in time."""
        return len({line.dated for line in self.lines}) > 1

    @property
    def summary(self) -> str:
        """The sequence in words."""
        return "; ".join(spoken(line) for line in self.lines + self.unscaled)


@dataclass(frozen=True)
class Segment:
    """A level part of the step line; ``height`` is the share of the highest sum."""

    left: float
    right: float
    height: float
    is_due: bool
    """Whether it was imposed; what was only proposed is not."""


@dataclass(frozen=True)
class Plot:
    """What is drawn of a series."""

    xs: tuple[float, ...]
    """Of each line's point."""
    ends: tuple[float, ...]
    """Where the time that a partial date may mean ends; the point itself for a whole day."""
    heights: tuple[float, ...]
    lanes: tuple[int, ...]
    """Of each label, 0 the lowest: see :func:`lanes_of`."""
    segments: tuple[Segment, ...]
    undated_from: float | None
    """Where the part without dates begins."""

    @property
    def lane_count(self) -> int:
        """How many lines of labels there are."""
        return max(self.lanes, default=-1) + 1


def series_of(measures: "Sequence[MeasureRow]") -> list[Series]:
    """One for each currency of each measure, in their order; measures without sums have none."""
    found = []
    for measure in measures:
        live = [line for line in measure.entries if line.is_live]
        for currency, per in dict.fromkeys((line.money.currency, line.per) for line in live):
            lines = [line for line in live if (line.money.currency, line.per) == (currency, per)]
            lines.sort(
                key=lambda line: (line.dated is None, line.dated.earliest.toordinal() if line.dated else 0)
            )
            unit = currency or tr("currency not known")
            if per:
                unit = tr("{amount} per {period}").format(amount=unit, period=told(per))
            found.append(
                Series(
                    f"{told(measure.label)}, {unit}",
                    tuple(line for line in lines if line.scale is not AmountScale.MISSING),
                    tuple(line for line in lines if line.scale is AmountScale.MISSING),
                )
            )
    return found


def plot(lines: "Sequence[LedgerLine]", width: float, label_widths: Sequence[float]) -> Plot:
    """The drawing in that width; the widest label has room to the right of the last point."""
    room = max(1.0, width - max(label_widths, default=0))
    dated = [line for line in lines if line.dated is not None]
    undated = len(lines) - len(dated)
    share = 1.0 if not undated else (1 - _UNDATED_SHARE if dated else 0.0)
    xs, ends = zip(*_dated_places(dated, room * share), strict=True) if dated else ((), ())
    border = room * share if undated and dated else None
    start = room * (share + 0.05) if dated else 0.0
    gap = (room - start) / max(1, undated - 1)
    apart = tuple(start + place * gap for place in range(undated))
    highest = max((line.money.amount for line in lines), default=0)
    heights = tuple(float(line.money.amount / highest) if highest else 0.0 for line in lines)
    xs, ends = (*xs, *apart), (*ends, *apart)
    segments = tuple(_segments(dated, xs, heights, border if border is not None else width))
    return Plot(xs, ends, heights, lanes_of(xs, label_widths), segments, border)


def lanes_of(xs: Sequence[float], widths: Sequence[float]) -> tuple[int, ...]:
    """Lines for labels that begin at these points, so that none overlaps another or another's leader.

    Later labels stand lower. A leader goes down from the label's beginning, left of all that stand lower.
    """
    lanes = [0] * len(xs)
    order = sorted(range(len(xs)), key=lambda place: (xs[place], place), reverse=True)
    for rank, place in enumerate(order):
        over = [lanes[later] for later in order[:rank] if xs[later] < xs[place] + widths[place]]
        lanes[place] = max(over, default=-1) + 1
    return tuple(lanes)


def spoken(line: "LedgerLine") -> str:
    """``Imposed €30,500,000, 3 September 2024``."""
    amount = told_value(line.fact.value)
    if line.per:
        amount = tr("{amount} per {period}").format(amount=amount, period=told(line.per))
    said = f"{told(basis_label(line.basis))} {amount}, {date_text(line.dated) or tr('no date')}"
    return f"{said} · {tr('conflict')}" if line.in_conflict else said


def passages_of(line: "LedgerLine") -> tuple[Evidence, ...]:
    """What the entry rests on."""
    return tuple(dict.fromkeys(one for claim in line.fact.live for one in claim.evidence))


def _dated_places(lines: "Sequence[LedgerLine]", room: float) -> Iterator[tuple[float, float]]:
    spans = [
        (line.dated.earliest.toordinal(), line.dated.latest.toordinal())
        for line in lines
        if line.dated is not None
    ]
    first, last = min(start for start, _ in spans), max(end for _, end in spans)
    scale = room / (last - first) if last > first else 0.0
    yield from (((start - first) * scale, (end - first) * scale) for start, end in spans)


def _segments(
    lines: "Sequence[LedgerLine]", xs: Sequence[float], heights: Sequence[float], end: float
) -> Iterator[Segment]:
    """What was due or proposed from one entry to the next; paid and suspended sums change nothing."""
    steps = [
        place for place, line in enumerate(lines) if decides(line.basis) or line.basis == LedgerBasis.PROPOSED
    ]
    for step, right in zip(steps, [*(xs[after] for after in steps[1:]), end], strict=False):
        basis = lines[step].basis
        height = 0.0 if basis == LedgerBasis.ANNULLED else heights[step]
        yield Segment(xs[step], right, height, basis != LedgerBasis.PROPOSED)
