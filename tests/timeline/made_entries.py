"""Entries of the tests' own, and a way to lay them out in units of a character."""

from collections.abc import Sequence
from random import Random

from casefile.terms import TimelineKind
from casefile.timeline.lanes import Entry, lanes_of
from casefile.timeline.layout import Layout, Metrics, lay_out
from casefile.timeline.scale import period_of
from casefile.timeline.spans import span_of
from casefile.values import PartialDate

METRICS = Metrics(row=2, glyph=1, gap=1, least_label=4, most_label=20, most_rows=3, lane_gap=1, after=15)


def entry(id_: int, edtf: str, label: str = "something", *lanes: str) -> Entry:
    return Entry(id_, TimelineKind.EVENT, span_of(PartialDate(edtf)), label, lanes)


def many(count: int, lanes: int = 1, seed: int = 1) -> list[Entry]:
    """Days, months and years of twenty years in no order."""
    random = Random(seed)  # noqa: S311
    made = []
    for number in range(count):
        edtf = f"{2005 + random.randrange(20)}"
        for most in random.choice(((), (12,), (12, 28), (12, 28))):
            edtf += f"-{1 + random.randrange(most):02d}"
        label = "x" * random.randrange(3, 40)
        made.append(entry(number, edtf, label, f"lane {random.randrange(lanes)}"))
    return made


def laid_out(entries: Sequence[Entry], per_day: float, metrics: Metrics = METRICS) -> Layout:
    widths = [float(len(one.label)) for one in entries]
    return lay_out(entries, widths, lanes_of(entries, "others"), period_of(entries), per_day, metrics)
