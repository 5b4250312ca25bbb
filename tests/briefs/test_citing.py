"""Sources cited in the styles of the Citation Style Language: their forms; titles stay as they are."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casefile.briefs.citing import cited
from casefile.briefs.composition import CitationStyle
from casefile.briefs.model import BriefSource
from casefile.briefs.pdf import render_pdf
from casefile.briefs.pdf.setting import printable_source
from casefile.terms import SourceKind
from casefile.values import PartialDate
from tests.briefs.conftest import make_brief, read_pdf, unpacked

ARTICLE = BriefSource(
    1,
    "Lumivara fined over face scans",
    "The Register",
    ("Anna de Vries", "Newsroom Desk"),
    PartialDate("2024-09-03"),
    "https://example.org/a?b=1&c=2",
    captured=datetime(2024, 9, 5, tzinfo=UTC),
)
RELEASE = BriefSource(
    2,
    "AP legt boete op",
    "Autoriteit Persoonsgegevens",
    (),
    PartialDate("2024-09"),
    "https://ap.example/x",
    SourceKind.AUTHORITY_RELEASE,
)
RULING = replace(RELEASE, title="Lumivara v AP", outlet="Rechtbank Den Haag", kind=SourceKind.RULING)
STYLES = [style for style in CitationStyle if style is not CitationStyle.HOUSE]
DATES = st.sampled_from(
    ["2024", "2024-09", "2024-09-03", "2024-34", "2024-21", "2024~", "2023/2024", "2023/.."]
)


def words(source: BriefSource, style: CitationStyle, language: str = "en-GB") -> str:
    return "".join(run.text for run in cited([source], style, language)[source.number])


@pytest.mark.parametrize(
    ("style", "form"),
    [
        (
            CitationStyle.APA,
            (
                "de Vries, A., & Newsroom Desk. (2024, September 3). Lumivara fined over face scans."
                " The Register. https://example.org/a?b=1&c=2"
            ),
        ),
        (
            CitationStyle.CHICAGO,
            (
                "Vries, Anna de, and Newsroom Desk. ‘Lumivara fined over face scans’."
                " The Register, 3 September 2024. https://example.org/a?b=1&c=2."
            ),
        ),
        (
            CitationStyle.OSCOLA,
            (
                "de Vries A and Newsroom Desk, ‘Lumivara fined over face scans’ The Register"
                " (3 September 2024) <https://example.org/a?b=1&c=2> accessed 5 September 2024"
            ),
        ),
    ],
)
def test_an_article_is_cited_as_each_style_asks(style: CitationStyle, form: str) -> None:
    assert words(ARTICLE, style) == form


def test_who_published_stands_for_an_author_and_is_not_said_twice() -> None:
    assert words(RELEASE, CitationStyle.APA).count("Autoriteit Persoonsgegevens") == 1
    assert words(RULING, CitationStyle.APA) == (
        "Rechtbank Den Haag. (2024, September). Lumivara v AP. https://ap.example/x"
    )


def test_a_german_brief_cites_in_german_and_oscola_stays_english() -> None:
    assert "3. September 2024" in words(ARTICLE, CitationStyle.CHICAGO, "de")
    assert " und " in words(ARTICLE, CitationStyle.CHICAGO, "de")
    assert words(ARTICLE, CitationStyle.OSCOLA, "de") == words(ARTICLE, CitationStyle.OSCOLA)


@pytest.mark.parametrize("style", STYLES)
def test_a_date_that_is_no_day_is_said_once_and_without_inventing_one(style: CitationStyle) -> None:
    for date, said in (("2024-34", "Q2 2024"), ("2023-05~", "about May 2023"), ("2024", "2024")):
        text = words(replace(ARTICLE, published=PartialDate(date), captured=None), style)
        assert text.count(said) == 1
        assert "Jan" not in text


@pytest.mark.parametrize("style", STYLES)
def test_without_author_outlet_or_date_the_title_is_said_once(style: CitationStyle) -> None:
    assert words(BriefSource(1, "Found on a disk"), style).count("Found on a disk") == 1


def test_the_name_of_the_journal_is_in_italics() -> None:
    runs = cited([ARTICLE], CitationStyle.APA, "en-GB")[1]
    assert [run.text for run in runs if run.is_italic] == ["The Register"]


def test_the_house_style_needs_no_library() -> None:
    assert cited([ARTICLE], CitationStyle.HOUSE, "en-GB") == {}


@settings(max_examples=60, deadline=None)
@given(
    title=st.text(max_size=30),
    names=st.lists(st.text(max_size=12) | st.just("Ayşe van der Öz"), max_size=3),
    outlet=st.text(max_size=12),
    date=st.none() | DATES.map(PartialDate),
    url=st.sampled_from(["", "https://x.example/?<b>&amp;", "http://[", "mailto:a@b.c"]),
    kind=st.sampled_from(SourceKind),
    style=st.sampled_from(STYLES),
)
def test_whatever_a_source_says_its_title_is_printed_as_it_stands(
    title: str,
    names: list[str],
    outlet: str,
    date: PartialDate | None,
    url: str,
    kind: SourceKind,
    style: CitationStyle,
) -> None:
    source = printable_source(BriefSource(1, title, outlet, tuple(names), date, url, kind))
    found = cited([source], style, "en-GB")
    if found:
        text = "".join(run.text for run in found[1])
        assert " ".join(source.title.split()) in " ".join(text.split())
        assert not any("\ufdd0" <= sign <= "\ufdef" for sign in text)


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    "title", ['Fines & "face" <i>scans</i>', "why iPhones, eBay and the EU matter", "AI: what now?"]
)
def test_capitals_and_signs_of_a_title_stay(style: CitationStyle, title: str) -> None:
    assert title in words(replace(ARTICLE, title=title), style)


@pytest.mark.parametrize("style", STYLES)
def test_the_list_of_sources_prints_the_citation_with_its_address_as_a_link(style: CitationStyle) -> None:
    brief = replace(make_brief(), citation_style=style)
    content = render_pdf(brief)
    read = read_pdf(content)
    assert any(source.url for source in brief.sources)
    for source in brief.sources:
        said = words(printable_source(source), style)
        assert read.says(said)
        if source.url in said:
            assert f"/URI ({source.url})" in unpacked(content)
