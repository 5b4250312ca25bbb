"""Where a ledger's chart has its labels, points and lines."""

from hypothesis import given
from hypothesis import strategies as st

from casefile.store.detail import MeasureRow
from casefile.store.facts import LedgerLine
from casefile.terms import AmountScale, LedgerBasis
from casefile.values import Money, PartialDate
from ui.widgets.ledger_plot import lanes_of, plot, series_of, spoken

labels = st.lists(st.tuples(st.integers(0, 500), st.integers(10, 200)), max_size=30)


def line(
    basis: LedgerBasis,
    amount: int,
    day: str | None,
    currency: str = "EUR",
    *,
    live: bool = True,
    whole: bool = True,
) -> LedgerLine:
    scale = AmountScale.STATED if whole else AmountScale.MISSING
    dated = PartialDate(day) if day else None
    return LedgerLine(
        entry_id=1, measure_id=1, measure_kind="fine", basis=basis, money=Money(amount * 100, currency),
        scale=scale, per="", dated=dated, claims=(), in_conflict=False, is_live=live, note="",
        converted=None, rate="", rate_date=None, facts=(),
    )  # fmt: skip


LINES = (
    line(LedgerBasis.PROPOSED, 40, "2024-01-01"),
    line(LedgerBasis.IMPOSED, 30, "2024-02-01"),
    line(LedgerBasis.ANNULLED, 30, "2024-03-01"),
    line(LedgerBasis.PAID, 10, "2024-02-15"),
    line(LedgerBasis.PAID, 5, None),
)


@given(labels)
def test_labels_never_overlap_each_other_or_a_leader(made: list[tuple[int, int]]) -> None:
    xs, widths = [x for x, _ in made], [width for _, width in made]
    lanes = lanes_of(xs, widths)
    for one in range(len(xs)):
        for other in range(len(xs)):
            if one == other:
                continue
            beside = xs[one] + widths[one] <= xs[other] or xs[other] + widths[other] <= xs[one]
            assert lanes[one] != lanes[other] or beside
            crosses = xs[other] < xs[one] < xs[other] + widths[other]
            assert not (crosses and lanes[one] > lanes[other])


def test_entries_are_parted_by_currency_and_stand_in_order_of_time() -> None:
    measure = MeasureRow(
        1, "fine", None, "",
        (*LINES, line(LedgerBasis.IMPOSED, 33, "2024-02-01", "USD"),
         line(LedgerBasis.IMPOSED, 33, "2024-02-01", whole=False),
         line(LedgerBasis.REDUCED, 1, "2024-02-01", live=False)),
        (),
    )  # fmt: skip
    euros, dollars = series_of([measure])
    assert (euros.title, dollars.title) == ("Fine, EUR", "Fine, USD")
    assert [one.basis for one in euros.lines] == ["proposed", "imposed", "paid", "annulled", "paid"]
    assert [spoken(one) for one in euros.unscaled] == ["Imposed €33 (scale missing), 1 February 2024"]
    assert "Paid €5, no date" in euros.summary
    assert "Reduced" not in euros.summary


def test_time_is_in_proportion_and_what_has_no_date_stands_apart() -> None:
    ordered = series_of([MeasureRow(1, "fine", None, "", LINES, ())])[0].lines
    found = plot(ordered, 500, [100] * 5)
    proposed, imposed, paid, annulled, undated = found.xs
    assert proposed < imposed < paid < annulled < undated
    assert abs((imposed - proposed) / (annulled - proposed) - 31 / 60) < 0.01
    assert found.undated_from is not None
    assert annulled <= found.undated_from < undated
    assert max(found.xs) + 100 <= 500


def test_the_line_steps_with_what_is_due_only() -> None:
    ordered = series_of([MeasureRow(1, "fine", None, "", LINES, ())])[0].lines
    segments = plot(ordered, 500, [100] * 5).segments
    assert [(one.height, one.is_due) for one in segments] == [(1.0, False), (0.75, True), (0.0, True)]


def test_a_month_is_a_stretch_and_one_day_needs_no_room() -> None:
    month = plot(
        [line(LedgerBasis.IMPOSED, 1, "2024-02"), line(LedgerBasis.PAID, 1, "2024-04-01")], 300, [50, 50]
    )
    assert month.ends[0] > month.xs[0]
    assert month.ends[1] == month.xs[1]
    alone = plot([line(LedgerBasis.IMPOSED, 0, None)], 20, [50])
    assert (alone.xs, alone.heights, alone.segments) == ((0.0,), (0.0,), ())
