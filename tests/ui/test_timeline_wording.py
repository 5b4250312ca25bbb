"""What a timeline's rows are called where they are drawn."""

import pytest

from casefile.store.rows import TimelineRow
from casefile.terms import TimelineKind
from casefile.timeline.lanes import LanesBy
from casefile.values import PartialDate
from ui.timeline.wording import LONGEST_LABEL, entries_of


def row(about: str) -> TimelineRow:
    return TimelineRow(1, TimelineKind.EVENT, PartialDate("2024-06"), about, ("Acme",), ("AP",), None)


@pytest.mark.parametrize("by", LanesBy)
def test_a_label_that_needs_no_change_is_the_rows_own(by: LanesBy) -> None:
    said = row("".join(("The AP", " looked")))
    assert entries_of([said], by)[0].label is said.about


def test_a_label_is_one_short_line() -> None:
    (entry,) = entries_of([row(f"The AP\n looked {'on ' * LONGEST_LABEL}")], LanesBy.NOTHING)
    assert entry.label.startswith("The AP looked on on")
    assert len(entry.label) <= LONGEST_LABEL
