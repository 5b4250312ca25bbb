"""Names from right to left in sentences from left to right: where they stand, and what is copied."""

import unicodedata
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.briefs.assemble import assemble
from casefile.briefs.composition import BriefLanguage, BriefPart, BriefSection, Composition
from casefile.briefs.export import export_brief
from casefile.briefs.fences import isolated, side_by_side, unfenced
from casefile.briefs.model import Brief, Statement
from casefile.briefs.pdf import render_pdf
from casefile.briefs.pdf.text import MAX_LENGTH, printable, printable_told
from casefile.briefs.printed import read_brief, unbroken
from casefile.briefs.verify import verify
from casefile.proposals import Proposals
from casefile.store import editing
from casefile.store.store import Store
from tests.briefs.conftest import AS_OF, read_pdf
from tests.store.records import accept, action, keep

HEBREW, ARABIC = "אבג 24", "شركة 7"
STEERING = "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"


def seen_lines(content: bytes) -> list[str]:
    """The first page's lines as the eye meets them, from left to right, without spaces."""
    with pypdfium2.PdfDocument(content) as document:
        page = document[0].get_textpage()
        signs = [
            (page.get_charbox(place), page.get_text_range(place, 1)) for place in range(page.count_chars())
        ]
    rows: dict[int, list[tuple[float, str]]] = {}
    for (left, bottom, right, top), sign in signs:
        if sign.strip() and unicodedata.category(sign) != "Cf" and top > bottom:
            near = next((row for row in rows if abs(row - (bottom + top) / 2) < 7), round((bottom + top) / 2))
            rows.setdefault(near, []).append(((left + right) / 2, sign))
    return ["".join(sign for _, sign in sorted(row)) for row in rows.values()]


def stated(*statements: str) -> bytes:
    told = tuple(Statement(text) for text in statements)
    return render_pdf(
        Brief("Title", AS_OF, summary=told, sections=(BriefSection(BriefPart.SUMMARY),), language="en-GB")
    )


def test_a_name_stands_before_the_colon_and_its_number_stays_with_it() -> None:
    lines = seen_lines(stated(f"{isolated(HEBREW)}: fine of €5,000, reduced ({isolated('דה')}, 3 March)."))
    assert "24גבא:fineof€5,000,reduced(הד,3March)." in lines


def test_two_names_keep_their_order_and_the_comma_between_them() -> None:
    lines = seen_lines(stated(f"{isolated('אבג')}, {isolated('דהו')}: fine, 12 people."))
    assert "גבא,והד:fine,12people." in lines


def test_without_a_fence_the_sentence_would_be_another() -> None:
    assert "24גבא:fineof€5,000." not in seen_lines(stated(f"{HEBREW}: fine of €5,000."))


def test_fences_are_not_copied() -> None:
    text = read_pdf(stated(f"{isolated(HEBREW)}: fine of €5,000.")).text
    assert unbroken(f"{HEBREW}: fine of €5,000.") in unbroken(text)
    assert not set(text) & set(STEERING)


@pytest.fixture(params=[HEBREW, ARABIC])
def filled(store: Store, request: pytest.FixtureRequest) -> Store:
    (one,) = keep(store, Proposals(actions=(action(respondent=request.param),)), "first.txt")
    accept(store, one)
    (again,) = keep(store, Proposals(actions=(action("5200000", respondent=request.param),)), "second.txt")
    accept(store, again, into=1)
    return store


@pytest.mark.parametrize("language", BriefLanguage)
def test_what_is_told_of_a_record_fences_its_names(filled: Store, language: BriefLanguage) -> None:
    with filled.read() as reader:
        brief = assemble(reader, Composition(language=language))
    name = brief.actions[0].facts[0].value
    assert isinstance(name, str)
    assert name == unfenced(name)
    assert brief.summary[0].text.startswith(f"{isolated(name)}: ")
    assert brief.events[0].what.startswith(f"{isolated(name)}: ")


def test_a_name_with_what_it_is_taken_for_fences_the_name_alone(filled: Store) -> None:
    value = {"name": HEBREW, "capacity": "controller"}
    with filled.write("Set", by="ann") as writer:
        editing.set_value(writer, 1, "respondent", value, "ann")
    for language, word in (
        (BriefLanguage.ENGLISH_UK, "controller"),
        (BriefLanguage.GERMAN, "Verantwortlicher"),
    ):
        with filled.read() as reader:
            brief = assemble(reader, Composition(language=language))
        values = [fact.value for fact in brief.actions[0].facts]
        assert f"{isolated(HEBREW)} ({word})" in values


def test_a_brief_with_such_names_holds(filled: Store, tmp_path: Path) -> None:
    path = tmp_path / "brief.pdf"
    export_brief(filled, path, "ann")
    with filled.read() as reader:
        found = verify(read_brief(path), reader)
    assert [str(finding) for finding in found.findings] == []
    assert not any(unfenced(one.value) != one.value for one in found.brief.statements)


@given(st.text(st.sampled_from(f"ab אب1:,.( {STEERING}"), max_size=30))
def test_nothing_in_a_name_ends_its_fence(name: str) -> None:
    told = printable_told(f"{isolated(name)}: 5")
    assert printable(told) == printable(f"{name}: 5")
    inner = told.removeprefix("\u2068").partition("\u2069")[0] if told.startswith("\u2068") else ""
    assert not set(inner) & set(STEERING)
    assert told.count("\u2068") == told.count("\u2069") <= 1


def test_too_long_a_sentence_says_so_with_fences_too() -> None:
    told = printable_told(f"{isolated('אב')} " + "x" * MAX_LENGTH)
    assert told.endswith("more characters are not printed]")


def test_parts_that_all_run_from_right_to_left_need_no_fence() -> None:
    assert side_by_side("אב", "גד") == ("אב", "גד")
    assert side_by_side("אב", "Ann") == ("\u2068אב\u2069", "Ann")
