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
        ("nello stesso dicembre 2022", "it", "2022-12"),
        ("ese mismo marzo de 2021", "es", "2021-03"),
        ("that same March 2021", "en", "2021-03"),
    ],
)
def test_absolute_dates_keep_their_precision(text: str, language: str, edtf: str) -> None:
    (mention,) = find(text, language, None)
    assert mention.date == PartialDate(edtf)
    assert not mention.relative


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("It was fined in 2021. A court struck that down the year after.", "en", "2022"),
        ("It was fined in 2021. It had been warned the year before.", "en", "2020"),
        ("2021 wurde sie bestraft, im Jahr darauf hob ein Gericht das auf.", "de", "2022"),
        ("Sanctionnée en 2021, elle a obtenu gain de cause l’année suivante.", "fr", "2022"),
        ("Fue multada en 2021 y absuelta al año siguiente.", "es", "2022"),
        ("Multata nel 2021, è stata assolta l’anno dopo.", "it", "2022"),
        ("In 2021 beboet, het jaar daarop vrijgesproken.", "nl", "2022"),
        ("Multó en 2021 a Lumo. Se supo el martes. Ese mismo año multó a Kestrel.", "es", "2021"),
    ],
)
def test_years_count_from_the_year_before(text: str, language: str, edtf: str) -> None:
    assert find(text, language)[-1].date == PartialDate(edtf)


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("The bank was told to put its archives in order by the end of October.", "en", "2024-10"),
        ("It was ordered to delete the files by October.", "en", "2024-10"),
        ("It was ordered in October to delete the files.", "en", "2023-10"),
        ("Die Bank wurde angewiesen, die Daten bis Oktober zu löschen.", "de", "2024-10"),
        ("La banque a été sommée de les effacer d’ici octobre.", "fr", "2024-10"),
        ("The average bill goes up from £478 to £602 in October.", "en", "2024-10"),
        ("The average bill went up from £478 to £602 in October.", "en", "2023-10"),
        ("Well, from October I am.", "en", "2024-10"),
    ],
)
def test_month_of_a_deadline_lies_ahead(text: str, language: str, edtf: str) -> None:
    assert find(text, language)[-1].date == PartialDate(edtf)


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("The fines are reduced if they are paid by 10 July.", "en", "2025-07-10"),
        ("By June, it had made peace with the watchdog.", "en", "2024-06"),
        ("From Monday, she will run the stall.", "en", "2024-09-09"),
        ("Zum 1. Juli wird das Bußgeld fällig; gezahlt werden kann ab 1. August.", "de", "2025-08-01"),
        ("Een tarief dat vóór 1 juli op orde moet zijn.", "nl", "2025-07-01"),
        ("Het punt werd verdaagd naar 26 januari.", "nl", "2025-01-26"),
        ("L’audience a été reportée au 12 mars.", "fr", "2025-03-12"),
        ("L’udienza è stata rinviata al 12 marzo.", "it", "2025-03-12"),
        ("La vista fue aplazada al 12 de marzo.", "es", "2025-03-12"),
        ("Die Verhandlung wurde verschoben auf den 12. März.", "de", "2025-03-12"),
    ],
)
def test_what_is_put_off_or_falls_due_lies_ahead(text: str, language: str, edtf: str) -> None:
    assert find(text, language)[-1].date == PartialDate(edtf)


@pytest.mark.parametrize(
    "text", ["It had breached the Data Protection Act, 2019.", "The Data Act 2019 says so."]
)
def test_year_of_an_act_is_no_date(text: str) -> None:
    assert find(text) == ()


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


def test_nobody_calls_yesterday_by_its_weekday_of_last() -> None:
    (monday, friday) = find("It ruled last Monday. Last Friday it appealed.")
    assert [monday.date, friday.date] == [PartialDate("2024-08-26"), PartialDate("2024-08-30")]


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


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("contrôlé le 9 juillet dernier à l’arrivée", "fr", "2024-07-09"),
        ("il 9 dicembre scorso ha multato", "it", "2023-12-09"),
        ("el 9 de julio pasado multó", "es", "2024-07-09"),
        ("La société a jusqu’au 1er octobre pour payer", "fr", "2024-10-01"),
        ("Das Unternehmen hat bis zum 1. Oktober Zeit", "de", "2024-10-01"),
        ("The company has until 1 October to reply", "en", "2024-10-01"),
        ("Het bedrijf heeft tot 1 oktober de tijd", "nl", "2024-10-01"),
        ("La società ha tempo fino al 1° ottobre", "it", "2024-10-01"),
        ("La empresa tiene hasta el 1 de octubre", "es", "2024-10-01"),
    ],
)
def test_days_with_last_and_days_of_deadlines(text: str, language: str, edtf: str) -> None:
    assert [mention.date for mention in find(text, language)] == [PartialDate(edtf)]


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("One Monday she called", "en"),
        ("Le comité siège chaque dernier jeudi du mois", "fr"),
        ("Il comitato si riunisce ogni ultimo lunedì", "it"),
        ("Il 3 giugno 2024 vide tutto. Comprò azioni tre giorni prima dell’Opa", "it"),
    ],
)
def test_what_recurs_or_counts_from_an_event_is_no_date(text: str, language: str) -> None:
    assert not [mention for mention in find(text, language) if mention.relative]


@pytest.mark.parametrize(
    ("text", "language", "published", "edtf"),
    [
        ("A report of 2 September says so", "en", "2024-09", "2024-09-02"),
        ("In a circular dated 27 August", "en", "2024-09", "2024-08-27"),
        ("Beide Verfügungen tragen das Datum vom 6. Mai", "de", "2024", "2024-05-06"),
        ("Il provvedimento è del 6 agosto", "it", "2024-09", "2024-08-06"),
        ("La décision est du 6 mai", "fr", "2024-09", "2024-05-06"),
        ("Het besluit is van 6 mei", "nl", "2024-09", "2024-05-06"),
        ("La resolución es del 6 de mayo", "es", "2024-09", "2024-05-06"),
        ("In January this year it sued", "en", "2024-09", "2024-01"),
        ("On 4 February last year it was fined", "en", "2026", "2025-02-04"),
        ("Le 4 février de l’année dernière, elle a été sanctionnée", "fr", "2026", "2025-02-04"),
    ],
)
def test_month_of_publication_gives_days_their_year(
    text: str, language: str, published: str, edtf: str
) -> None:
    assert [mention.date for mention in find(text, language, published)] == [PartialDate(edtf)]


def test_month_after_a_day_of_the_year_before_goes_on_from_there() -> None:
    mentions = find("On 4 February 2025 it was fined. The court confirmed it in April", "en", "2026")
    assert mentions[-1].date == PartialDate("2025-04")


def test_month_of_publication_gives_no_weekday() -> None:
    (mention,) = find("the authority said on Tuesday", "en", "2024-09")
    assert mention.date is None
