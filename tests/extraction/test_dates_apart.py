"""Dates that belong to something else than a decision; published on Thursday, 5 June 2025."""

import pytest

from tests.extraction.test_decision_dates import decided


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Published 4 June 2025 | Last updated yesterday at 9.15"),
        ("de", "Veröffentlicht: 4. Juni 2025 | Aktualisiert: gestern, 21:15 Uhr"),
        ("fr", "Publié le 4 juin 2025 | Mis à jour hier à 21h15"),
        ("nl", "Gepubliceerd op 4 juni 2025 | Bijgewerkt gisteren om 21.15 uur"),
        ("it", "Pubblicato il 4 giugno 2025 | Aggiornato ieri alle 21.15"),
        ("es", "Publicado el 4 de junio de 2025 | Actualizado ayer a las 21:15"),
    ],
)
def test_the_day_of_an_update_dates_nothing(language: str, line: str) -> None:
    text = f"{line.split(' | ')[1]}\n\nKestrel 42 Kestrel."
    assert decided(text, language, "42") == ""


def test_a_year_of_a_firms_name_dates_nothing() -> None:
    assert decided("Fairway Fresh (2011) Ltd was fined €5 million.", "en", "fined") == ""
    assert decided("Fairway Fresh was fined €5 million (2011).", "en", "fined") == "2011"


def test_a_month_of_this_year_tells_of_no_thing() -> None:
    text = "In May this year the tribunal fined Kestrel €5 million."
    assert decided(text, "en", "fined") == "2025-05"


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        (
            "en",
            "The order of 3 May against Alba was published. In another case, Kestrel was banned.",
            "banned",
        ),
        (
            "de",
            "Der Bescheid vom 3. Mai gegen Alba liegt vor. In einem anderen Fall wurde Kestrel gesperrt.",
            "gesperrt",
        ),
        ("fr", "La décision du 3 mai vise Alba. Dans une autre affaire, Kestrel a été blâmé.", "blâmé"),
        (
            "nl",
            "Het besluit van 3 mei betreft Alba. In een andere zaak is Kestrel gelast te stoppen.",
            "gelast",
        ),
        (
            "it",
            "La decisione del 3 maggio riguarda Alba. In un altro caso Kestrel è stata diffidata.",
            "diffidata",
        ),
        ("es", "La resolución del 3 de mayo es de Alba. En otro caso, Kestrel fue apercibida.", "apercibida"),
    ],
)
def test_another_matter_has_not_the_day_of_the_one_before(language: str, text: str, trigger: str) -> None:
    assert decided(text, language, trigger, main=False) == ""


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "Kestrel has been fined €5 million over a breach discovered on 14 January.", "fined"),
        ("en", "The authority fined Kestrel for leaving guests stranded on the night of 19 April.", "fined"),
        ("en", "Its shares fell 4% on Wednesday after the FCA fined it €5 million.", "fined"),
        ("de", "Die Buße gilt einem Datenleck, das am 14. Januar entdeckt wurde.", "Buße"),
        ("de", "Die Aktie fiel am Mittwoch nach der Buße um vier Prozent.", "Buße"),
        ("fr", "La Cnil inflige une amende à Kestrel pour des propos tenus le 22 novembre.", "amende"),
        ("fr", "L’action a perdu 4 % mercredi après l’amende.", "amende"),
        ("nl", "De boete volgt op een lek dat op 14 januari werd ontdekt.", "boete"),
        ("nl", "Het aandeel daalde woensdag na de boete.", "boete"),
        ("it", "Multa a Kestrel per il guasto del 14 gennaio.", "Multa"),
        ("it", "Il titolo ha perso il 4% mercoledì dopo la multa.", "multa"),
        ("es", "La multa castiga una avería descubierta el 14 de enero.", "multa"),
        ("es", "La acción cayó un 4 % el miércoles tras la multa.", "multa"),
    ],
)
def test_what_happened_on_a_day_and_the_fall_of_shares_date_no_decision(
    language: str, text: str, trigger: str
) -> None:
    assert decided(text, language, trigger) == ""


@pytest.mark.parametrize(
    ("language", "text", "trigger"),
    [
        ("en", "In a decision dated 12 May and published on Tuesday, the DPC fined Kestrel.", "fined"),
        ("de", "Mit Bescheid vom 12. Mai, der am Dienstag veröffentlicht wurde, büßte sie Kestrel.", "büßte"),
        ("fr", "Par une décision du 12 mai, publiée mardi, elle a sanctionné Kestrel.", "sanctionné"),
        ("nl", "Bij besluit van 12 mei, dat dinsdag werd gepubliceerd, legde zij een boete op.", "boete"),
        ("it", "Con provvedimento del 12 maggio, pubblicato martedì, ha multato Kestrel.", "multato"),
        ("es", "En una resolución del 12 de mayo, publicada el martes, multó a Kestrel.", "multó"),
    ],
)
def test_the_day_of_the_decision_outweighs_that_of_its_publication(
    language: str, text: str, trigger: str
) -> None:
    assert decided(text, language, trigger) == "2025-05-12"
