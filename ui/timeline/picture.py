"""A timeline at one scale, and which mark of it is chosen: what the drawing draws. No widgets.

A picture may be made beside the window: all that it needs of the drawing is in its :class:`Plan`.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from casefile.timeline.lanes import Entry, Lane
from casefile.timeline.layout import Layout, Mark, Metrics, lay_out
from casefile.timeline.scale import Period, TimeScale, period_of

NOTHING = -1
"""Instead of the number of a mark."""
_FEWEST_ROWS, _MOST_ROWS = 6, 40
"""Of a lane."""
_TALLEST = 2
"""So many windows high a drawing may be before marks lose their labels, and then their places."""
_DAY_SIGNS = 4
"""At the largest scale so many signs fit into a day."""


@dataclass(frozen=True)
class Plan:
    """How a picture is laid out; ``per_day`` is the scale that is wanted, 0 to bring all into the window."""

    width: float
    height: float
    metrics: Metrics
    measure: Callable[[str], float]
    """The width of a label."""
    per_day: float = 0.0

    def fitting(self, period: Period) -> float:
        """The scale that brings the time into the window, with room for labels beyond its end."""
        return max(1.0, self.width - self.metrics.after) / period.days

    def scale(self, period: Period) -> float:
        """The scale that is wanted, neither smaller nor larger than is of use."""
        least = self.fitting(period)
        return min(max(self.per_day, least), max(least, self.metrics.glyph * _DAY_SIGNS))

    def rows(self, lanes: int) -> int:
        """The lanes fill the window together, but each may have some rows at least."""
        return min(max(int(self.height / self.metrics.row / max(1, lanes)), _FEWEST_ROWS), _MOST_ROWS)


class Picture:
    """Entries, their lanes, and the layout of both; the numbers of the marks stay when the scale changes."""

    def __init__(self, entries: Sequence[Entry], lanes: Sequence[Lane], plan: Plan | None = None) -> None:
        self.entries = entries
        self.lanes = lanes
        self.longest_name = max((lane.name for lane in lanes), key=len, default="")
        """Of the lanes, there may be thousands."""
        self.period = period_of(entries)
        self.layout = Layout(TimeScale(self.period.first, 1), 0, 0)
        self.plan = plan
        """How it is laid out; None before it is."""
        self.focus = NOTHING
        """The mark with the keyboard."""
        self._widths: Sequence[float] = ()
        self._marks: dict[int, int] = {}
        if plan is not None:
            self.lay_out(plan)

    def lay_out(self, plan: Plan) -> None:
        """Puts everything where it belongs."""
        self.take_layout(plan, self.layout_for(plan))

    def layout_for(self, plan: Plan) -> Layout:
        """The layout that the plan asks for; may be made beside the window."""
        if not self._widths or self.plan is None or plan.measure is not self.plan.measure:
            self._widths = [plan.measure(entry.label) for entry in self.entries]
        return self._filled(plan, plan.rows(len(self.lanes)))

    def take_layout(self, plan: Plan, layout: Layout) -> None:
        """Shows what was made of the plan."""
        self.plan, self.layout = plan, layout
        if not self._marks:
            for number, mark in enumerate(layout.marks):
                self._marks.setdefault(self.entries[mark.entry].id, number)

    def _filled(self, plan: Plan, rows: int) -> Layout:
        """Lanes that lack rows get more of them while the drawing is not much taller than the window."""
        metrics, scale = replace(plan.metrics, most_rows=rows), plan.scale(self.period)
        layout = lay_out(self.entries, self._widths, self.lanes, self.period, scale, metrics)
        if layout.height < _TALLEST * plan.height and rows < _MOST_ROWS and _lacks_rows(layout):
            return self._filled(plan, min(2 * rows, _MOST_ROWS))
        return layout

    def entry(self, mark: int) -> Entry:
        """What the mark stands for."""
        return self.entries[self.layout.marks[mark].entry]

    def chosen_id(self) -> int | None:
        """The id of the chosen entry."""
        return self.entry(self.focus).id if self.focus != NOTHING else None

    def mark_of(self, entry_id: int | None) -> int:
        """The first mark of the entry."""
        return self._marks.get(entry_id, NOTHING) if entry_id is not None else NOTHING

    def shown(self, mark: int) -> Mark:
        """The mark that is drawn for it."""
        return self.layout.shown(mark)

    def lane_of_focus(self) -> int:
        """The lane of the chosen mark."""
        return self.layout.marks[self.focus].lane if self.focus != NOTHING else NOTHING

    def period_of_ids(self, ids: Sequence[int]) -> Period | None:
        """The time of these entries, None where there is none of them."""
        wanted = set(ids)
        found = [entry for entry in self.entries if entry.id in wanted]
        return period_of(found) if found else None


def _lacks_rows(layout: Layout) -> bool:
    """Whether a mark is hidden, or seen without any of its label."""
    return any(mark.hidden_in >= 0 or not mark.room for mark in layout.marks)
