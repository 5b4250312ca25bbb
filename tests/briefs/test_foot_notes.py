"""Notes at the foot of pages: each on the page of its mark, all of them whole, verified and tagged."""

from collections import Counter
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.briefs.composition import Composition, NotePlace
from casefile.briefs.export import export_brief
from casefile.briefs.model import Brief
from casefile.briefs.pdf import render_pdf
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.lines import Line, Piece
from casefile.briefs.pdf.pages import FOOT_GAP, fill_pages, marks_of
from casefile.briefs.pdf.strips import Placed, Strip
from casefile.briefs.pdf.styles import BODY
from casefile.briefs.pdf.words import passage_words
from casefile.briefs.printed import read_brief
from casefile.briefs.verify import verify
from casefile.store.store import Store
from tests.briefs.conftest import make_brief, read_pdf, unpacked
from tests.conformance.made import many

BODY_HEIGHT = 100.0


def line(words: str, height: float = 10.0, marks: tuple[int, ...] = (), *, keeps: bool = False) -> Strip:
    pieces = [Piece(words, Face.SANS, BODY, "", 5.0)]
    pieces += [Piece(str(mark), Face.SANS, BODY, f"#note-{mark}", 5.0) for mark in marks]
    return Strip(height, (Placed(0.0, Line(tuple(pieces), 20.0)),), keep_with_next=keeps)


def note(number: int, lines: int) -> list[Strip]:
    return [line(f"note {number} line {place}")._replace(continues=place > 0) for place in range(lines)]


def words(strip: Strip) -> str:
    return strip.placed[0].line.pieces[0].text


BODIES = st.lists(
    st.tuples(st.integers(0, 4), st.booleans(), st.sampled_from([6.0, 10.0, 40.0])), min_size=1, max_size=25
)


@settings(max_examples=150, deadline=None)
@given(body=BODIES, lengths=st.lists(st.integers(1, 14), min_size=100, max_size=100))
def test_every_line_is_printed_once_in_order_and_none_over_another(
    body: list[tuple[int, bool, float]], lengths: list[int]
) -> None:
    strips: list[Strip] = []
    notes: dict[int, list[Strip]] = {}
    for place, (count, keeps, height) in enumerate(body):
        marks = tuple(range(len(notes) + 1, len(notes) + count + 1))
        notes |= {mark: note(mark, lengths[mark % len(lengths)]) for mark in marks}
        strips.append(line(f"text {place}", height, marks, keeps=keeps))
    pages = fill_pages(strips, BODY_HEIGHT, notes)
    text = [on_page for page in pages for on_page in page if not on_page.in_foot]
    feet = [on_page for page in pages for on_page in page if on_page.in_foot]
    assert [words(on_page.strip) for on_page in text] == [words(strip) for strip in strips]
    assert [words(on_page.strip) for on_page in feet] == [
        words(strip) for number in sorted(notes) for strip in notes[number]
    ]
    for page in pages:
        ordered = sorted(page, key=lambda on_page: on_page.y)
        for above, below in pairwise(ordered):
            gap = FOOT_GAP if below.in_foot and not above.in_foot else 0.0
            assert above.y + above.strip.height + gap <= below.y + 0.01
        assert all(on_page.y + on_page.strip.height <= BODY_HEIGHT + 0.01 for on_page in page)
        here = Counter(words(on_page.strip).split()[1] for on_page in page if on_page.in_foot)
        assert all(count > 1 or len(notes[int(number)]) == 1 for number, count in here.items())


def test_a_note_begins_on_the_page_of_its_mark() -> None:
    strips = [line(f"text {place}", marks=(place,)) for place in range(1, 30)]
    notes = {place: note(place, 3) for place in range(1, 30)}
    for page in fill_pages(strips, BODY_HEIGHT, notes):
        marked = {mark for on_page in page for mark in marks_of(on_page.strip)}
        begun = {words(on_page.strip) for on_page in page if on_page.in_foot}
        assert {f"note {mark} line 0" for mark in marked} <= begun


def test_a_heading_is_not_left_behind_where_the_notes_of_what_follows_have_no_room() -> None:
    filled = [line(f"text {place}") for place in range(6)]
    group = [line("heading", keeps=True), line("fact", marks=(1,))]
    first, second = fill_pages([*filled, *group], BODY_HEIGHT, {1: note(1, 3)})
    assert [words(on_page.strip) for on_page in second][:2] == ["heading", "fact"]
    assert len(first) == len(filled)


@pytest.mark.parametrize(("filled", "stays"), [(4, True), (7, False)])
def test_notes_go_overleaf_only_where_much_of_the_page_would_stay_empty(filled: int, stays: bool) -> None:
    strips = [
        *(line(f"text {place}") for place in range(filled)),
        line("fact", marks=(1, 2, 3)),
        line("after"),
    ]
    first, second = fill_pages(strips, BODY_HEIGHT, {number: note(number, 2) for number in (1, 2, 3)})
    assert ("fact" in [words(on_page.strip) for on_page in first]) is stays
    begun = [words(on_page.strip) for on_page in first if on_page.in_foot]
    assert begun == (["note 1 line 0", "note 1 line 1"] if stays else [])
    assert "after" in [words(on_page.strip) for on_page in second]


def with_foot_notes(brief: Brief) -> Brief:
    return replace(brief, note_place=NotePlace.FOOT)


def test_the_passages_stand_on_the_page_of_their_marks_and_there_is_no_list_of_notes() -> None:
    brief = with_foot_notes(make_brief())
    pages = [" ".join(page.split()) for page in read_pdf(render_pdf(brief)).pages]
    assert not any("Each raised number" in page for page in pages)
    for printed in brief.notes():
        passage = printed.citation.passage
        if passage and len(passage.exact) < 60:
            exact = passage_words(passage)[1]
            assert any(exact in page for page in pages), exact


@pytest.mark.parametrize("place", NotePlace)
def test_notes_and_marks_lead_to_each_other(place: NotePlace) -> None:
    brief = replace(make_brief(), note_place=place)
    content = unpacked(render_pdf(brief))
    for printed in brief.notes():
        assert f"/Contents (Note {printed.number})" in content
        assert f"/Contents (Back to mark {printed.number})" in content
        assert f"/ID (note-{printed.number})" in content


def test_a_brief_with_foot_notes_over_many_pages_is_verified(
    store: Store, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    brief = with_foot_notes(many(8))
    monkeypatch.setattr("casefile.briefs.export.assemble", lambda *_: brief)
    monkeypatch.setattr("casefile.briefs.export.refuse_unfound", lambda _: None)
    path = tmp_path / "foot.pdf"
    export_brief(store, path, "ann", Composition(note_place=NotePlace.FOOT))
    printed = read_brief(path)
    assert len(printed.feet) == len(printed.pages) > 5
    expected = replace(brief, note_place=NotePlace.END)
    monkeypatch.setattr("casefile.briefs.export.assemble", lambda *_: expected)
    other = tmp_path / "end.pdf"
    export_brief(store, other, "ann")
    assert verify(printed).findings == verify(read_brief(other)).findings
