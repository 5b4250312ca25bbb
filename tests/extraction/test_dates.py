"""Dates, absolute, partial and relative."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.extraction.dates import DateMention, find_dates
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

TUESDAY = "2024-09-03"


def find(text: str, language: str = "en", published: str | None = TUESDAY) -> tuple[DateMention, ...]:
    day = PartialDate(published) if published else None
    return find_dates(Article(text, SourceMetadata(language=language, published=day)))


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("on 3 September 2024", "en", "2024-09-03"),
        ("on April 15, 2025", "en", "2025-04-15"),
        ("2024-08-26", "en", "2024-08-26"),
        ("in June, 2022", "en", "2022-06"),
        ("am 7. Dezember 2023", "de", "2023-12-07"),
        ("am 03.09.2024", "de", "2024-09-03"),
        ("le 1er septembre 2025", "fr", "2025-09-01"),
        ("el 3 de mayo de 2024", "es", "2024-05-03"),
        ("il 10 aprile 2025", "it", "2025-04-10"),
        ("op 26 augustus 2024", "nl", "2024-08-26"),
        ("Ende September 2025", "de", "2025-09"),
        ("in Q3 2024", "en", "2024-35"),
        ("the first quarter of 2026", "en", "2026-33"),
        ("summer 2023", "en", "2023-22"),
        ("since 2019", "en", "2019"),
        ("A fine 2024", "it", "2024"),
    ],
)
def test_absolute_dates_keep_their_precision(text: str, language: str, edtf: str) -> None:
    (mention,) = find(text, language, None)
    assert mention.date == PartialDate(edtf)
    assert not mention.relative


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("said on Tuesday", "en", "2024-09-03"),
        ("said on Wednesday", "en", "2024-08-28"),
        ("last Tuesday", "en", "2024-08-27"),
        ("last October", "en", "2023-10"),
        ("last month", "en", "2024-08"),
        ("two years ago", "en", "2022"),
        ("April of last year", "en", "2023-04"),
        ("in February this year", "en", "2024-02"),
        ("next year", "en", "2025"),
        ("yesterday", "en", "2024-09-02"),
        ("will be heard on October 14", "en", "2024-10-14"),
        ("was ordered on Dec. 23", "en", "2023-12-23"),
        ("dinsdag", "nl", "2024-09-03"),
        ("vorige week dinsdag", "nl", "2024-08-27"),
        ("maart vorig jaar", "nl", "2023-03"),
        ("avant-hier", "fr", "2024-09-01"),
        ("mercredi 28 août", "fr", "2024-08-28"),
        ("il y a deux ans", "fr", "2022"),
        ("heute", "de", "2024-09-03"),
        ("vergangenen Dienstag", "de", "2024-08-27"),
        ("vor zwei Jahren", "de", "2022"),
        ("la semana pasada", "es", "2024-08-26/2024-09-01"),
        ("il mese prossimo", "it", "2024-10"),
        ("au deuxième trimestre", "fr", "2024-34"),
    ],
)
def test_relative_dates_count_from_the_publication(text: str, language: str, edtf: str) -> None:
    (mention,) = find(text, language)
    assert mention.date == PartialDate(edtf)
    assert mention.relative


@pytest.mark.parametrize("text", ["on Tuesday", "last month", "In June this year", "yesterday", "next year"])
def test_without_a_publication_date_they_stay_open(text: str) -> None:
    (mention,) = find(text, published=None)
    assert mention.date is None
    assert mention.relative


def test_a_distance_counts_from_the_date_before() -> None:
    dates = [mention.date for mention in find("It paid on April 14, 2024. Two days later it appealed.")]
    assert dates == [PartialDate("2024-04-14"), PartialDate("2024-04-16")]


def test_the_next_year_counts_from_the_date_before() -> None:
    dates = [mention.date for mention in find("It grew in December 2021. By May the next year it was gone.")]
    assert dates == [PartialDate("2021-12"), PartialDate("2022-05")]


def test_the_first_of_two_joined_days_takes_the_year_of_the_second() -> None:
    dates = [mention.date for mention in find("between November 29 and December 1, 2022")]
    assert dates == [PartialDate("2022-11-29"), PartialDate("2022-12-01")]


def test_figures_with_two_readings_are_flagged() -> None:
    (mention,) = find("faxed on 04/05/2023 in £ Telford")
    assert mention.readings == (PartialDate("2023-05-04"), PartialDate("2023-04-05"))


def test_american_figures_begin_with_the_month() -> None:
    mention = find("On April 15, 2022 the FTC said it learned of it on 03/07/2021.")[1]
    assert mention.readings[0] == PartialDate("2021-03-07")


@pytest.mark.parametrize("text", ["dated 10/04/2024", "dated 25/04/2024", "am 04.05.2023"])
def test_figures_that_the_text_settles_have_one_reading(text: str) -> None:
    assert not find(text, "de" if text.startswith("am") else "en")[0].ambiguous


@pytest.mark.parametrize(
    "text",
    [
        "It may appeal.",
        "Regulation (EU) 2016/679",
        "the Data Protection Act 2018",
        "paid 2,024 euros",
        "€2024",
    ],
)
def test_what_is_no_date_is_left_alone(text: str) -> None:
    assert find(text) == ()


@given(st.text(alphabet="May 12/03.2024 June last year,\n", max_size=120))
def test_spans_do_not_overlap(text: str) -> None:
    end = 0
    for mention in find(text):
        assert end <= mention.span.start < mention.span.end <= len(text)
        end = mention.span.end
