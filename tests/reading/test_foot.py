"""Dates at the foot of pasted articles and in their openings; the company and the agencies are invented."""

import pytest

from casefile.reading.date_lines import dateline
from casefile.reading.foot import foot_dates
from casefile.reading.plain import describe
from casefile.values import PartialDate

_BODY = (
    "The regulator said that the company had kept the records of its customers for much longer than it was "
    "allowed to, and that it would have to delete them before the end of the year or pay for each day.\n\n"
)
_ARTICLE = "Bank fined for its long silence\n\n" + 6 * _BODY


def foot(line: str, language: str) -> tuple[str, str]:
    published, updated = foot_dates(_ARTICLE + line + "\n", language)
    return published.edtf if published else "", updated.edtf if updated else ""


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published 3 June 2025"),
        ("en", "First published on 3 June 2025 | 4 min read"),
        ("en", "A version of this article appears in print on June 3, 2025, Section B, Page 3."),
        ("en", "Ada Thorne is a staff writer. This story is from the 3 June 2025 edition."),
        ("en", "(ath) 3 June 2025"),
        ("en", "— 3 June 2025"),
        ("nl", "(3 juni 2025)"),
        ("de", "Stand: 03.06.2025, 9.12 Uhr"),
        ("de", "Erschienen in der Ausgabe vom 3. Juni 2025, Seite 5"),
        ("de", "(Ende) tho/mar 03.06.2025"),
        ("de", "XYZ0231 2025-06-03/11:07"),
        ("fr", "Publié le 3 juin 2025"),
        ("fr", "Article paru dans l’édition du 3 juin 2025"),
        ("nl", "Gepubliceerd op 3 juni 2025"),
        ("nl", "Dit artikel verscheen in de krant van 3 juni 2025"),
        ("it", "Pubblicato il 3 giugno 2025"),
        ("it", "Roma, 3 giugno 2025"),
        ("fr", "Nancy, le 3 juin 2025"),
        ("de", "Bad Homburg, den 3. Juni 2025"),
        ("it", "(Red-Mil/Xy) 031412 GIU 25 NNNN"),
        ("es", "Publicado el 3 de junio de 2025"),
        ("es", "Este artículo se publicó en la edición impresa del 3 de junio de 2025"),
    ],
)
def test_foot_says_when_it_was_published(language: str, line: str) -> None:
    assert foot(line, language)[0] == "2025-06-03"


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Last updated 3 June 2025"),
        ("de", "Zuletzt aktualisiert: 03.06.2025"),
        ("fr", "Dernière mise à jour le 3 juin 2025"),
        ("nl", "Laatst bijgewerkt: 3 juni 2025"),
        ("it", "Ultimo aggiornamento: 3 giugno 2025"),
        ("es", "Última actualización: 3 de junio de 2025"),
    ],
)
def test_foot_says_when_it_was_changed(language: str, line: str) -> None:
    assert foot(line, language) == ("", "2025-06-03")


def test_entries_of_a_chronicle_date_nothing() -> None:
    entries = "\n\n".join(
        f"{month} 2024. Das Departement büsst die frühere Leiterin. Sie akzeptiert."
        for month in ("Februar", "Mai", "August")
    )
    body = "Die Behörde teilte mit, dass die Firma die Daten ihrer Kunden viel länger aufbewahrt habe. " * 8
    told = describe(f"Die Akte Lorbach\n\nAktualisiert am 2. Oktober 2025, 06.30 Uhr\n\n{body}\n\n{entries}")
    assert told.published == PartialDate("2025-10-02")


def test_day_of_the_last_change_stands_in_for_the_publication() -> None:
    assert describe(f"{_ARTICLE}Last updated 3 June 2025").published == PartialDate("2025-06-03")


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Updated guidance was published on 3 June 2025 and is on the regulator’s site."),
        ("en", "Read more: Published decisions of June 2025"),
        ("en", "The next issue appears on 3 June 2025."),
        ("de", "Lesen Sie auch: Urteil vom 3. Juni 2025 (Az. 5 K 12/24)"),
        ("de", "Die nächste Ausgabe erscheint am 3. Juni 2025."),
        ("fr", "La prochaine lettre paraîtra le 3 juin 2025."),
        ("nl", "De volgende nummers: 3 juni 2025 en 17 juni 2025."),
        ("it", "Il prossimo numero uscirà il 3 giugno 2025."),
        ("es", "El próximo número saldrá el 3 de junio de 2025."),
    ],
)
def test_other_dates_of_a_foot_are_no_publication(language: str, line: str) -> None:
    assert foot(line, language) == ("", "")


@pytest.mark.parametrize(
    "line",
    [
        "The Privacy Post, 3 June 2025",
        "The Privacy Post no. 1 204 – 3 June 2025 – Editor: Ada Thorne",
    ],
)
def test_name_of_the_paper_and_a_day_at_the_foot_date_it(line: str) -> None:
    assert describe(f"The Privacy Post\n\n{_ARTICLE}{_BODY * 9}\n\n{line}").published == PartialDate(
        "2025-06-03"
    )


def test_another_name_and_a_day_at_the_foot_date_nothing() -> None:
    assert (
        describe(f"The Privacy Post\n\n{_ARTICLE}{_BODY * 9}\n\nKestrel Prize, 3 June 2025").published is None
    )


def test_day_that_the_week_of_an_issue_ends_dates_it() -> None:
    text = f"The Privacy Post\nA round-up for subscribers — week ending 3 June 2025\n\n{_ARTICLE}"
    assert describe(text).published == PartialDate("2025-06-03")


def test_head_is_believed_before_the_foot() -> None:
    text = _ARTICLE.replace("silence\n", "silence\nBy Ada Thorne\n2 June 2025\n") + "Stand: 03.06.2025"
    assert describe(text).published == PartialDate("2025-06-02")


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("de", "Halle (Saale), 03.06.2025. "),
        ("en", "Washington (June 3, 2025) – "),
        ("en", "(Brussels, 3 June 2025) "),
        ("en", "Brussels, 3 June 2025: "),
        ("fr", "Paris, le 3 juin 2025. "),
        ("nl", "Den Haag, 3 juni 2025. "),
        ("it", "Roma, 3 giugno 2025. "),
        ("es", "Madrid, 3 de junio de 2025.- "),
    ],
)
def test_opening_with_place_and_day(language: str, start: str) -> None:
    assert dateline(start + _BODY, language)[0] == PartialDate("2025-06-03")


def test_sentence_that_begins_with_a_day_is_no_dateline() -> None:
    for start in ("On 3 June 2025. ", "In Brussels, on 3 June 2025: "):
        assert describe(_ARTICLE.replace("The regulator", start + "The regulator", 1)).published is None


@pytest.mark.parametrize(
    "head",
    [
        "For immediate release 3 June 2025",
        "Embargoed until 00:01 on 3 June 2025",
        "Press release of 3 June 2025",
        "The Privacy Post\nIssue 41 ¦ 3 June 2025",
        "Ausgabe 6/2025, 3. Juni",
        "Ada Thorne ¦ 03.06.25",
    ],
)
def test_day_of_a_release_or_an_issue(head: str) -> None:
    assert describe(f"{head}\n\n{_ARTICLE}").published == PartialDate("2025-06-03")


@pytest.mark.parametrize(
    "line",
    [
        "(c) Continental Wire 2025. Filed Nov. 13, 2025, 5:41 p.m. ET",
        "Posted Nov. 13, 2025. Ada Thorne is a staff writer.",
        "Filed Nov. 13, 2025 | Reprints by mail",
    ],
)
def test_month_is_cut_short_by_its_stop_and_ends_no_sentence(line: str) -> None:
    assert foot(line, "en")[0] == "2025-11-13"


def test_stop_behind_other_words_ends_the_part() -> None:
    assert foot("Ada Thorne is a staff writer. 3 June 2025", "en")[0] == "2025-06-03"


@pytest.mark.parametrize(
    "start",
    [
        "June 3, 2025, LONDON (Meridian) - ",
        "3 June 2025, London (AN) -- ",
        "June 3, 2025, NEW YORK — ",
    ],
)
def test_dateline_may_begin_with_its_date(start: str) -> None:
    assert dateline(f"{start}The office fined the firm on Tuesday.", "en")[0] == PartialDate("2025-06-03")


def test_sentence_that_begins_with_a_date_is_no_dateline() -> None:
    assert dateline("June 3, 2025, the Firm - a bank - said so.", "en")[0] is None
