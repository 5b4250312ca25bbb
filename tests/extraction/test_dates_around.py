"""Dates that the words right beside them settle: seasons of this year, participles, weekdays that recur."""

import pytest

from casefile.extraction.dates import find_dates
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate


def dates(text: str, language: str) -> list[str]:
    metadata = SourceMetadata(language=language, published=PartialDate("2026-02-16"))
    return [each.date.edtf for each in find_dates(Article(text, metadata)) if each.date is not None]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "Les logements sortent de terre dès cet été.", "2026-22"),
        ("en", "The hearing is set for this summer.", "2026-22"),
        ("de", "Das Gericht verhandelt diesen Sommer darüber.", "2026-22"),
        ("es", "El juicio se celebra este verano.", "2026-22"),
        ("en", "It was raided this autumn.", "2025-23"),
    ],
)
def test_a_season_of_this_year(language: str, text: str, edtf: str) -> None:
    assert dates(text, language) == [edtf]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("fr", "Il conteste les griefs notifiés en décembre et dont le dossier sera examiné.", "2025-12"),
        ("es", "Niega los cargos notificados en diciembre y cuyo expediente será examinado.", "2025-12"),
        ("it", "Contesta gli addebiti notificati a dicembre e il cui caso sarà esaminato.", "2025-12"),
        ("fr", "Le dossier sera examiné en décembre.", "2026-12"),
    ],
)
def test_a_participle_before_a_month_tells_of_the_past(language: str, text: str, edtf: str) -> None:
    assert dates(text, language) == [edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("it", "La newsletter esce il primo giovedì del mese."),
        ("en", "It comes out on the first Thursday of the month."),
        ("fr", "Elle paraît le premier lundi du mois."),
        ("de", "Er erscheint am ersten Donnerstag des Monats."),
        ("nl", "Hij verschijnt op de eerste donderdag van de maand."),
        ("es", "Sale el primer jueves del mes."),
    ],
)
def test_a_weekday_of_every_month_is_no_date(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It was hacked in February 2022, and it told the regulator in July.", ["2022-02", "2022-07"]),
        ("de", "Im Februar 2022 drangen sie ein, im Juli erfuhr es das Amt.", ["2022-02", "2022-07"]),
        ("fr", "Le vol date de février 2022 et fut signalé en juillet.", ["2022-02", "2022-07"]),
        ("en", "It was hacked in November 2022, and it told the regulator in July.", ["2022-11"]),
        ("en", "It was hacked in February 2022. It told the regulator in July.", ["2022-02"]),
    ],
)
def test_a_later_month_of_a_sentence_is_of_its_year(language: str, text: str, edtf: list[str]) -> None:
    found = find_dates(Article(text, SourceMetadata(language=language)))
    assert [each.date.edtf for each in found if each.date is not None] == edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It promised to cut emissions by a quarter by 2030 and to zero by 2050.", ["2030", "2050"]),
        ("it", "Prometteva di ridurle entro il 2030 e di azzerarle entro il 2050.", ["2030", "2050"]),
    ],
)
def test_the_goals_of_the_middle_of_the_century_are_years(language: str, text: str, edtf: list[str]) -> None:
    assert dates(text, language) == edtf


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "The ACCC told them late on Tuesday that it would not stand in the way.", "2026-02-10"),
        ("fr", "L’Autorité leur a indiqué mardi soir qu’elle ne s’y opposerait pas.", "2026-02-10"),
        ("es", "La CNMC les dijo el martes que no se opondría.", "2026-02-10"),
        ("en", "The board has until May to say its piece.", "2026-05"),
        ("fr", "Orange a jusqu’à mai pour se conformer.", "2026-05"),
        ("en", "They last changed hands at $4.11, against an offer of $4.35. Shareholders vote on April 9.",
         "2026-04-09"),
    ],
)  # fmt: skip
def test_the_verb_of_another_clause_dates_nothing(language: str, text: str, edtf: str) -> None:
    assert dates(text, language) == [edtf]


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "It did not tell the regulator until March 8th.", "2025-03-08"),
        ("en", "The fine was not paid until 8 March.", "2025-03-08"),
        ("en", "It will not be lifted until 8 March.", "2026-03-08"),
        ("de", "Erst am 8. März meldete die Firma den Vorfall.", "2025-03-08"),
        ("de", "Am 8. März sollten die Parteien verhandeln.", "2026-03-08"),
        ("de", "Am 8. März entscheidet das Gericht.", "2026-03-08"),
    ],
)
def test_what_happened_at_last_is_past(language: str, text: str, edtf: str) -> None:
    assert dates(text, language) == [edtf]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "It breached Article 14 MAR and Art. 15 MAR."),
        ("it", "Il divieto è quello dell’art. 14 MAR."),
        ("fr", "« L’Arcep nous demande en dix mois ce que nous avions prévu en quatorze. »"),
        ("fr", "En une semaine cette affaire a tout changé."),
        ("en", "Jane Roe, once of the FTC and today a partner at Cooley, said so."),
        ("es", "Según Ana Ruiz, exvicepresidenta de la CNBV y hoy profesora, no disuade."),
        ("fr", "L’ancien président, aujourd’hui avocat à Paris, a refusé de commenter."),
        ("it", "L’ex commissario, oggi docente alla Bocconi, non commenta."),
        ("de", "Der frühere Chef, heute Professor in Bern, wollte sich nicht äussern."),
        ("nl", "De oud-voorzitter, vandaag hoogleraar in Leiden, wilde niet reageren."),
    ],
)
def test_articles_and_what_somebody_is_today_are_no_dates(language: str, text: str) -> None:
    assert dates(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "edtf"),
    [
        ("en", "Stop it last summer and you would have been asked for a photo.", "2025-22"),
        ("en", "The bill is stalled in a committee until August.", "2026-08"),
        ("en", "The first instalment falls on 30 June.", "2026-06-30"),
        ("en", "The merits are argued on 22 April.", "2026-04-22"),
        ("fr", "Premier palier le 30 juin, dernier palier plus tard.", "2026-06-30"),
        ("fr", "L’affaire se plaide le 22 avril.", "2026-04-22"),
        ("fr", "Ce mois-ci, la CNIL a sanctionné Orange.", "2026-02"),
        ("it", "Il merito si discute il 22 aprile.", "2026-04-22"),
        ("es", "El fondo se discute el 22 de abril.", "2026-04-22"),
        ("de", "Die Verhandlung ist am 22. April.", "2026-04-22"),
    ],
)
def test_what_comes_up_in_the_present_tense_lies_ahead(language: str, text: str, edtf: str) -> None:
    assert dates(text, language) == [edtf]


def test_the_same_day_of_what_is_done_is_none_to_come() -> None:
    text = "La décision est du 3 février. Le délai expire le 30 juin. Une enquête a été ouverte le même jour."
    assert dates(text, "fr") == ["2026-02-03", "2026-06-30", "2026-02-03"]
