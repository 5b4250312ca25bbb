"""The drawn timeline: kinds are told by shape as well as colour, what is not sure by an empty sign."""

from dataclasses import replace

import pytest

from casefile.briefs.composition import BriefPart, BriefSection
from casefile.briefs.model import Brief, BriefEvent
from casefile.briefs.pdf import render_pdf
from casefile.briefs.pdf.chart import _COLOURS, _SHAPES, chart
from casefile.briefs.pdf.content import _path
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.setting import Setting
from casefile.briefs.pdf.strips import Box, Shape
from casefile.terms import TimelineKind
from casefile.values import PartialDate
from tests.briefs.conftest import AS_OF, read_pdf

DAYS = {
    TimelineKind.FINE: "2024-01-15",
    TimelineKind.ORDER: "2024-04-15",
    TimelineKind.RULING: "2024-08-15",
    TimelineKind.EVENT: "2024-12-15",
}


def brief(dates: dict[TimelineKind, str], language: str = "en-GB") -> Brief:
    events = tuple(BriefEvent(PartialDate(day), kind.value, kind=kind) for kind, day in dates.items())
    sections = (BriefSection(BriefPart.CHART),)
    return Brief("Drawn", AS_OF, language=language, events=events, sections=sections)


def signs(drawn: Brief) -> list[Box]:
    """The boxes of the figure, without those of the axis."""
    strips = chart(Setting.of(drawn, FontBook()))
    colours = {*_COLOURS.values(), (1.0, 1.0, 1.0)}
    boxes = [box for strip in strips for box in strip.boxes if box.tag and box.colour in colours]
    return [box for box in boxes if min(box.width, box.height) > 1]


def test_each_kind_has_a_shape_of_its_own_in_the_drawing_and_in_its_legend() -> None:
    found = signs(brief(DAYS))
    for kind in TimelineKind:
        of_kind = [box for box in found if box.colour == _COLOURS[kind] and box.height == box.width]
        assert {box.shape for box in of_kind} == {_SHAPES[kind]}
        assert len(of_kind) == 2
    assert len(set(_SHAPES.values())) == len(TimelineKind)


@pytest.mark.parametrize("kind", TimelineKind)
def test_a_date_that_is_not_sure_has_an_empty_sign_of_its_kind(kind: TimelineKind) -> None:
    found = signs(brief(DAYS | {kind: "2024-06-15~"}))
    (inner,) = [box for box in found if box.colour == (1.0, 1.0, 1.0)]
    assert inner.shape is _SHAPES[kind]
    outer = found[found.index(inner) - 1]
    assert (outer.colour, outer.shape) == (_COLOURS[kind], _SHAPES[kind])
    assert outer.x < inner.x < inner.x + inner.width < outer.x + outer.width


def test_what_has_a_length_is_a_bar_with_the_sign_of_its_kind_at_its_beginning() -> None:
    found = signs(brief(DAYS | {TimelineKind.RULING: "2023/2024"}))
    (bar,) = [box for box in found if box.width > 2 * box.height]
    sign = found[found.index(bar) + 1]
    assert (sign.shape, sign.x, bar.colour) == (Shape.TRIANGLE, bar.x, sign.colour)


def test_a_label_stands_where_more_of_it_fits() -> None:
    words = "A fine in more words than fit behind its sign"
    late = BriefEvent(PartialDate("2024-12-15"), words, kind=TimelineKind.FINE)
    early = BriefEvent(PartialDate("2020-01-15"), "Early", kind=TimelineKind.ORDER)
    drawn = Brief("Drawn", AS_OF, events=(early, late), sections=(BriefSection(BriefPart.CHART),))
    strips = chart(Setting.of(drawn, FontBook()))
    (sign,) = [box for box in signs(drawn)[:2] if box.shape is Shape.DIAMOND]
    placed = {
        "".join(piece.text for piece in one.line.pieces): one for strip in strips for one in strip.placed
    }
    assert placed[words].x + placed[words].line.width < sign.x
    assert placed["Early"].x > placed[words].x or placed["Early"].line.width < placed[words].x


def test_shapes_stay_within_their_box() -> None:
    box = (10.0, 20.0, 16.0, 26.0)
    for shape in Shape:
        numbers = [float(part) for part in _path(box, shape).split() if part[0].isdigit()]
        if shape is not Shape.BAR:
            across, up = numbers[::2], numbers[1::2]
            assert (min(across), max(across)) == (10, 16)
            assert (min(up), max(up)) == (20, 26)


def test_the_axis_of_a_german_brief_has_german_months() -> None:
    days = {
        TimelineKind.FINE: "2024-03-05",
        TimelineKind.ORDER: "2024-05-20",
        TimelineKind.EVENT: "2024-10-01",
    }
    text = read_pdf(render_pdf(replace(brief(days), language="de"))).text
    assert "Mai" in text
    assert "Okt" in text
    assert "Oct" not in text
