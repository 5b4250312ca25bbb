"""The first pages of a long brief are those of the whole."""

import re
from dataclasses import replace

import pypdfium2
import pytest

from casefile.briefs.composition import BriefPart, BriefSection, NotePlace
from casefile.briefs.model import Brief
from casefile.briefs.opening import ENOUGH, LONG, opening
from casefile.briefs.pdf import render_opening, render_pdf
from casefile.terms import QuoteKind
from tests.benchmarks.made_briefs import made_brief

MANY = LONG + 20


def seen(content: bytes) -> list[str]:
    """What stands on each page, but for how many there are."""
    with pypdfium2.PdfDocument(content) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    return [re.sub(r"(As of \S+ \S+ \S+) \d+( of \d+)?", r"\1", page) for page in pages]


def told(brief: Brief, part: BriefPart) -> Brief:
    """The brief of that part, with its sources and notes."""
    parts = dict.fromkeys((part, BriefPart.SOURCES, BriefPart.NOTES))
    return replace(brief, sections=tuple(map(BriefSection, parts)))


@pytest.mark.parametrize("place", NotePlace)
@pytest.mark.parametrize("part", [BriefPart.ACTIONS, BriefPart.QUOTES, BriefPart.TIMELINE, BriefPart.SOURCES])
def test_they_are_as_they_will_be(part: BriefPart, place: NotePlace) -> None:
    brief = replace(told(made_brief(2 * MANY), part), note_place=place)
    first = render_opening(brief)
    assert first is not None
    found, whole = seen(first), seen(render_pdf(brief))
    assert 1 <= len(found) < len(whole)
    assert found[1:] == whole[1 : len(found)]
    # On the first page the numbers of pages in the table of contents are open.
    pairs = list(zip(found[0].splitlines(), whole[0].splitlines(), strict=True))
    assert all(one == other or one.endswith("…") for one, other in pairs)


def test_a_part_before_the_cut_is_told_in_full() -> None:
    brief = made_brief(LONG)
    assert opening(replace(brief, quotes=(), events=())) is None
    cut = opening(replace(brief, quotes=brief.quotes[:MANY], events=()))
    assert cut is not None
    assert len(cut.brief.actions) == LONG
    assert len(cut.brief.quotes) == ENOUGH
    assert cut.brief.sections[cut.section].part is BriefPart.QUOTES


def test_the_heading_of_quotes_is_that_of_all_of_them() -> None:
    brief = made_brief(MANY)
    last = replace(brief.quotes[-1], kind=QuoteKind.PARAPHRASE)
    cut = opening(replace(brief, quotes=(*brief.quotes[:-1], last)))
    assert cut is not None
    (section,) = (one for one in cut.brief.sections if one.part is BriefPart.QUOTES)
    assert section.heading == "What was said"


def test_a_short_brief_has_none() -> None:
    assert render_opening(made_brief(3)) is None
