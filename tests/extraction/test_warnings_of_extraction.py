"""What the extraction warns of."""

import pytest

from casefile.extraction.actions import find_actions
from casefile.extraction.survey import Survey
from casefile.extraction.text import Article
from casefile.extraction.warnings import find_warnings
from casefile.metadata import SourceMetadata
from casefile.terms import WarningKind


def warned(text: str, language: str = "en") -> list[tuple[WarningKind, str]]:
    survey = Survey(Article(text, SourceMetadata(language=language)))
    return [(warning.kind, warning.span.of(text)) for warning in find_warnings(survey, find_actions(survey))]


def test_a_lost_magnitude() -> None:
    assert warned("The $33.7 penalty was steep.") == [(WarningKind.AMOUNT_SCALE_MISSING, "$33.7")]


def test_cents_have_lost_no_magnitude() -> None:
    assert warned("A euro of announced penalty turns into 73 cents of penalty collected.") == []


def test_a_date_that_cannot_be_resolved() -> None:
    assert warned("It was fined last month.") == [(WarningKind.UNRESOLVED_RELATIVE_DATE, "last month")]


def test_a_date_with_two_readings() -> None:
    assert warned("It was sent on 04/05/2023.") == [(WarningKind.AMBIGUOUS_DATE, "04/05/2023")]


def test_figures_of_one_action_that_disagree() -> None:
    text = "CNIL fines Kestrel SA $5.64 million\n\nThe CNIL fined Kestrel SA €5 million ($5.46 million)."
    assert warned(text) == [
        (WarningKind.CONFLICTING_FIGURES, "$5.64 million"),
        (WarningKind.CONFLICTING_FIGURES, "$5.46 million"),
    ]


def test_a_rounded_figure_is_no_conflict() -> None:
    assert (
        warned("CNIL fines Kestrel SA €38.9 million\n\nThe CNIL fined Kestrel SA €38,978,000 for its app.")
        == []
    )


def conflicting(text: str, language: str = "en") -> list[str]:
    return [words for kind, words in warned(text, language) if kind is WarningKind.CONFLICTING_FIGURES]


@pytest.mark.parametrize(
    ("language", "text", "figures"),
    [
        ("en", "It was fined £681,000. The £618,000 fine is due.", ["£681,000", "£618,000"]),
        ("de", "Das Bußgeld: 174.000 Euro. Die Buße: 147.000 Euro.", ["174.000 Euro", "147.000 Euro"]),
        ("fr", "Une amende de 2,35 M€. L’amende de 2,53 M€ sera payée.", ["2,35 M€", "2,53 M€"]),
        ("nl", "Een boete van 361.000 euro. De boete: 316.000 euro.", ["361.000 euro", "316.000 euro"]),
        ("it", "Una multa da 782.000 euro. La multa di 728.000 euro.", ["782.000 euro", "728.000 euro"]),
        ("es", "Una multa de 945.000 euros. La multa: 954.000 euros.", ["945.000 euros", "954.000 euros"]),
    ],
)
def test_swapped_digits(language: str, text: str, figures: list[str]) -> None:
    assert conflicting(text, language) == figures


@pytest.mark.parametrize(
    ("language", "fine", "correction", "wrong"),
    [
        ("en", "It was fined €84m.", "Correction: an earlier version put the fine at €62m.", "€62m"),
        ("de", "Die Strafe: 84 Mio. Euro.", "Frühere Version: Strafe von 62 Mio. Euro.", "62 Mio. Euro"),
        ("fr", "L’amende est de 84 M€.", "Rectificatif : l’amende n’est pas de 62 M€.", "62 M€"),
        ("nl", "De boete is € 84.000.", "Correctie: eerst stond hier een boete van € 62.000.", "€ 62.000"),
        ("it", "La multa è di € 84.000.", "Rettifica: la multa non è di € 62.000.", "€ 62.000"),
        ("es", "La multa es de 84.000 €.", "Fe de errores: la multa no es de 62.000 €.", "62.000 €"),
    ],
)
def test_a_figure_that_a_correction_takes_back(language: str, fine: str, correction: str, wrong: str) -> None:
    text = f"{fine}\n\n{correction}"
    assert wrong in conflicting(text, language)
    assert len(conflicting(text, language)) == 2


@pytest.mark.parametrize(
    "text",
    [
        "The mill was fined £681,000 in May. It was fined £240,000 last year.",
        "The mill was fined £618,000. It had sales of £6.81m.",
        "The fine is €54 million. An earlier fine was €45 million.",
        "The fine is €1.2 million, of which €700,000 is for the delay.",
        "It pays €5,000 a day, or €50,000.",
        "The price rose from €1,230 to €1,320.",
    ],
)
def test_what_is_no_conflict(text: str) -> None:
    assert conflicting(text) == []


FINED = {
    "en": "The ICO fined Kestrel Dairy Ltd {}.",
    "de": "Die BaFin hat gegen die Kestrel Bank AG ein Bußgeld von {} verhängt.",
    "fr": "La CNIL a infligé à Kestrel SA une amende de {}.",
    "nl": "De AFM heeft Kestrel B.V. een boete van {} opgelegd.",
    "it": "Il Garante della privacy ha inflitto a Kestrel S.p.A. una sanzione di {}.",
    "es": "La AEPD ha impuesto a Kestrel S.A. una multa de {}.",
}


@pytest.mark.parametrize(
    ("language", "first", "second", "more"),
    [
        ("en", "£8.4 million", "£8.2 million", "The fine of {} is due."),
        ("en", "£84 million", "£8.4 million", "The fine of {} is due."),
        ("en", "£1.8m", "£1.08m", "The fine of {} is due."),
        ("fr", "3,04 M€", "3,4 M€", "L’amende de {} est élevée."),
        ("de", "8,4 Millionen Euro", "8,2 Millionen Euro", "Das Bußgeld von {} ist hoch."),
        ("de", "2,4 Milliarden Euro", "2,4 Millionen Euro", "Das Bußgeld von {} ist hoch."),
        ("fr", "8,4 millions d’euros", "8,2 millions d’euros", "L’amende de {} est élevée."),
        ("nl", "8,4 miljoen euro", "8,2 miljoen euro", "De boete van {} is hoog."),
        ("it", "8,4 milioni di euro", "8,2 milioni di euro", "La sanzione di {} è alta."),
        ("es", "8,4 millones de euros", "8,2 millones de euros", "La multa de {} es alta."),
    ],
)
def test_two_figures_for_the_one_fine(language: str, first: str, second: str, more: str) -> None:
    text = f"{FINED[language].format(first)} {more.format(second)}"
    assert conflicting(text, language) == [first, second]


@pytest.mark.parametrize(
    ("language", "first", "more"),
    [
        ("en", "£8.4 million", "The fine was reduced to £8.2 million on appeal."),
        ("en", "£8.4 million", "Of which £7.9 million is for the delay, and £500,000 for the leak."),
        ("en", "£5 million", "To be exact, the fine is £5,210,000."),
        ("en", "£8.4 million in 2021", "In 2023 it was fined £8.2 million."),
        ("en", "£84,000 on Monday, 4 March 2024", "The fine of £81,000 that it got in 2019 was for its app."),
        ("en", "£84,000", "From May on, for every day £81,000 falls due."),
        ("de", "8,4 Millionen Euro", "Das Bußgeld wurde auf 8,2 Millionen Euro gesenkt."),
        ("de", "84.000 Euro", "Künftig werden für jeden Verstoß 81.000 Euro Bußgeld fällig."),
        ("de", "einer halben Million Euro", "Genau sind es 468.000 Euro Bußgeld."),
        ("fr", "8,4 millions d’euros", "L’amende a été ramenée à 8,2 millions d’euros."),
        ("fr", "84 000 euros", "L’astreinte est de 81 000 euros par jour de retard."),
        ("nl", "8,4 miljoen euro", "De boete werd verlaagd tot 8,2 miljoen euro."),
        ("nl", "84.000 euro", "Van de boete is 8.000 euro voor het lek en 76.000 euro voor de rest."),
        ("it", "8,4 milioni di euro", "La sanzione è stata ridotta a 8,2 milioni di euro."),
        ("it", "84.000 euro nel 2021", "Nel 2023 la sanzione è stata di 81.000 euro."),
        ("es", "8,4 millones de euros", "La multa fue reducida a 8,2 millones de euros."),
        ("es", "84.000 euros", "De la multa, 80.000 euros son por la fuga y 4.000 euros por el retraso."),
    ],
)
def test_what_is_another_fact_than_the_fine(language: str, first: str, more: str) -> None:
    assert conflicting(f"{FINED[language].format(first)} {more}", language) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The fine of Volo went from €90,000 to €72,000."),
        ("en", "It was fined 93 million lira in 2018 and 98 million in 2020."),
        ("de", "Von 418.000 auf 481.000 Euro stieg das Bußgeld."),
        ("fr", "L’amende passe de 418 000 à 481 000 euros."),
        ("nl", "Van € 90.000 naar € 72.000 ging de boete."),
        ("it", "La multa passa da 418.000 a 481.000 euro."),
        ("es", "La multa pasa de 418.000 a 481.000 euros."),
    ],
)
def test_sums_that_one_sentence_sets_against_each_other(language: str, text: str) -> None:
    assert conflicting(text, language) == []


def test_a_conflict_is_told_once() -> None:
    text = "It was fined £681,000. The £618,000 fine is due. The fine of £681,000 is high."
    assert conflicting(text) == ["£681,000", "£618,000"]


@pytest.mark.parametrize(
    ("language", "text", "unresolved"),
    [
        ("en", "In a statement released this morning it denied the leak.", ["this morning"]),
        ("en", "Join the dairy club today.", []),
        ("de", "Das steht in einer heute Morgen verbreiteten Mitteilung.", ["heute Morgen"]),
        ("de", "Heute kostenlos testen.", []),
        ("fr", "Selon un communiqué diffusé ce matin, elle conteste.", ["ce matin"]),
        ("nl", "Dat blijkt uit een vanochtend verspreid bericht.", ["vanochtend"]),
        ("nl", "Word vandaag lid.", []),
        ("it", "L’ordine, in un comunicato diffuso stamane, riguarda il caseificio.", ["stamane"]),
        ("it", "Abbonati oggi.", []),
        ("es", "Según un comunicado difundido esta mañana, lo niega.", ["esta mañana"]),
        ("es", "Suscríbete hoy.", []),
    ],
)
def test_a_part_of_the_day_dates_something(language: str, text: str, unresolved: list[str]) -> None:
    kind = WarningKind.UNRESOLVED_RELATIVE_DATE
    assert [words for each, words in warned(text, language) if each is kind] == unresolved


@pytest.mark.parametrize(
    ("language", "text", "ambiguous"),
    [
        ("en", "Between 3/4/2021 and 28/9/2021 it moved money.", []),
        ("en", "It ran from 04/13/2021 to 05/06/2022.", []),
        ("en", "It was told on 28/9/2021, on 9/28/2021 and on 03/04/2021.", ["03/04/2021"]),
        ("de", "Am 05.06.2024 und am 07.08.2024.", []),
        ("fr", "Le 05/06/2024 et le 07/08/2024.", ["05/06/2024", "07/08/2024"]),
        ("nl", "Sinds 04/11/2024 is het dicht, tot 30/11/2024.", []),
        ("it", "Dal 05/06/2024 al 30/06/2024.", []),
        ("es", "La resolución es del 07/08/2024.", ["07/08/2024"]),
    ],
)
def test_figures_that_another_date_of_the_text_settles(
    language: str, text: str, ambiguous: list[str]
) -> None:
    found = warned(text, language)
    assert [words for kind, words in found if kind is WarningKind.AMBIGUOUS_DATE] == ambiguous


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "en",
            "The bank was fined £4 million. It has corrected its books and set aside £9 million for fines.",
        ),
        ("de", "Die Bank zahlt 4 Mio. Euro Strafe. Fälschlich hatte sie mit 9 Mio. Euro Bußgeld gerechnet."),
        ("fr", "Amende de 4 M€ pour la banque. Elle avait à tort prélevé une pénalité de 9 M€."),
        ("nl", "De bank kreeg een boete van € 4 miljoen. Ten onrechte inde zij een boete van € 9 miljoen."),
        (
            "it",
            "Multa da 4 milioni di euro. La banca aveva per errore chiesto una penale di 9 milioni di euro.",
        ),
        ("es", "Multa de 4 millones de euros. El banco cobró por error una multa de 9 millones de euros."),
    ],
)
def test_the_mistakes_of_others_are_no_corrections(language: str, text: str) -> None:
    assert conflicting(text, language) == []


def test_a_mistake_that_the_text_owns_up_to() -> None:
    text = "La multa è di 96mila euro.\n\nLa multa era indicata erroneamente in 960mila euro."
    assert conflicting(text, "it") == ["96mila euro", "960mila euro"]
