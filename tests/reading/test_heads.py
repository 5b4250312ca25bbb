"""Heads of pasted articles in the styles of many desks: who wrote them and when they were published."""

import pytest

from casefile.reading.plain import describe
from casefile.values import PartialDate

_BODY = {
    "en": "The regulator said that the company had kept the records of its customers for much longer than it "
    "was allowed to, and that it would have to delete them before the end of the year or pay for each day.",
    "de": "Die Behörde teilte mit, dass das Unternehmen die Daten seiner Kunden viel länger aufbewahrt habe, "
    "als es ihm erlaubt war, und dass es sie noch in diesem Jahr löschen oder für jeden Tag zahlen muss.",
    "fr": "L’autorité a indiqué que la société avait conservé les données de ses clients bien plus longtemps "
    "que ce qui lui était permis, et qu’elle devra les effacer avant la fin de l’année ou payer chaque jour.",
    "nl": "De toezichthouder zegt dat het bedrijf de gegevens van zijn klanten veel langer heeft bewaard dan "
    "was toegestaan, en dat het die voor het einde van het jaar moet wissen of voor elke dag moet betalen.",
    "it": "L’autorità ha detto che la società ha conservato i dati dei suoi clienti molto più a lungo di "
    "quanto le era permesso, e che dovrà cancellarli entro la fine di questo anno o pagare per ogni giorno.",
    "es": "La autoridad dijo que la empresa había guardado los datos de sus clientes mucho más tiempo de lo "
    "que le estaba permitido, y que tendrá que borrarlos antes de que acabe el año o pagar por cada día.",
}
_TITLE = {
    "en": "Bank fined for its long silence",
    "de": "Bank muss hohe Strafe zahlen",
    "fr": "La banque devra payer cher son silence",
    "nl": "Bank moet fors betalen voor stilte",
    "it": "La banca paga il suo lungo silenzio",
    "es": "El banco paga caro su silencio",
}
_DAY = "2025-06-03"


def _described(language: str, head: str) -> tuple[str, tuple[str, ...], PartialDate | None]:
    found = describe(f"{_TITLE[language]}\n{head.replace(' // ', chr(10))}\n\n{_BODY[language]}")
    return found.title, found.authors, found.published


@pytest.mark.parametrize(
    ("language", "head", "authors"),
    [
        ("en", "By Jane Marlow and Tom Reece, Staff Writers // 3 June 2025 · 5 min read",
         "Jane Marlow/Tom Reece"),
        ("en", "Jane Marlow // Tuesday 3 June 2025 09.12 BST", "Jane Marlow"),
        ("en", "JANE MARLOW // jmarlow@tidewater.example // Posted Tue, Jun 3, 2025 at 9:12 AM",
         "JANE MARLOW"),
        ("en", "Posted on June 3, 2025 by Jane Marlow and Tom Reece", "Jane Marlow/Tom Reece"),
        ("en", "By JANE MARLOW in Brussels and TOM REECE in Paris // June 3rd 2025", "JANE MARLOW/TOM REECE"),
        ("en", "3 June 2025 | Contributors: Jane Ann Marlow, Tom Reece", "Jane Ann Marlow/Tom Reece"),
        ("en", "Authors: Jane Marlow (Partner, Leeds) and Tom Reece (Associate) // 3 June 2025",
         "Jane Marlow/Tom Reece"),
        ("en", "Issue 12 · Tuesday 3 June 2025 · Edited by Jane Marlow", "Jane Marlow"),
        ("en", "**Written by Jane Marlow** | *3 June 2025*", "Jane Marlow"),
        ("en", "By Jane Marlow, Associated Newswire June 3, 2025", "Jane Marlow"),
        ("en", "Last updated: 4 June 2025 First published: 3 June 2025", ""),
        ("de", "Von Jana Merk (Text) und Tobias Rau (Fotos) // Stand: 03.06.2025, 09:12 Uhr",
         "Jana Merk/Tobias Rau"),
        ("en", "June 3, 2025 | By: Jane Marlow, Tom Reece", "Jane Marlow/Tom Reece"),
        ("en", "Jane Marlow on June 3, 2025", "Jane Marlow"),
        ("en", "Jane Marlow in Leeds // 3 Jun 2025 17.20 BST // Last updated 4 Jun 2025", "Jane Marlow"),
        ("de", "von Jana Merk | 03. Juni 2025 | Lesedauer 4 Min.", "Jana Merk"),
        ("nl", "Sofie Aerts en Wim Bogaert // dinsdag 3 juni 2025, 06u00 – voor abonnees",
         "Sofie Aerts/Wim Bogaert"),
        ("de", "Von Jana Merk // 3. Juni 2025, 06.30 Uhr | nur für Abonnenten", "Jana Merk"),
        ("es", "Por Marta Gil // Martes, 3 junio 2025. Actualizado 11:42", "Marta Gil"),
        ("en", "By Jane Marlow // 3 June 2025. Updated 09:12 BST", "Jane Marlow"),
        ("fr", "Suivi par Anne Roche. Mis à jour le mardi 3 juin 2025 à 19h04", ""),
        ("de", "3. Juni 2025, 9:12 Uhr | Quelle: dpa", ""),
        ("de", "NAG0214 5 WI 0381 Di, 3.Juni 2025", ""),
        ("fr", "Par Le Fil avec AFP // Publié le 03 juin 2025 à 09h12", ""),
        ("fr", "Jeanne Marlot avec AFP // 3 juin 2025", "Jeanne Marlot"),
        ("nl", "Jannie Marel // Brussel // 3 juni 2025 om 09:12", "Jannie Marel"),
        ("it", "dalla nostra corrispondente Gianna Marelli // Bruxelles, 3 giugno 2025", "Gianna Marelli"),
        ("es", "JUANA MARÍN | MADRID // 3 JUN 2025 - 09:12 CEST", "JUANA MARÍN"),
        ("de", "03.06.25 | 09:12 Uhr | Jana Merk", "Jana Merk"),
        ("de", "Von Jana Merk // 03.06.2025, Lesezeit: 3 Min.", "Jana Merk"),
        ("de", "Autorin: Jana Merk // Dienstag, 3. Juni 2025 // 12 Kommentare", "Jana Merk"),
        ("de", "Ein Gastbeitrag von Jana Merk // Dienstag, 3. Juni 2025", "Jana Merk"),
        ("fr", "Par Jeanne Marlot et Thomas Ricard // Publié le 3 juin 2025, modifié le 4 juin 2025 à 10h00",
         "Jeanne Marlot/Thomas Ricard"),
        ("fr", "Jeanne Marlot, à Bruxelles // mardi 3 juin 2025", "Jeanne Marlot"),
        ("fr", "Jeanne Marlot // Mis en ligne le mardi 3 juin 2025 à 06:00", "Jeanne Marlot"),
        ("fr", "N° 418 | 3 juin 2025 | Rédaction : Jeanne Marlot", "Jeanne Marlot"),
        ("fr", "Le 03/06/2025 à 09:12 // Temps de lecture : 3 min", ""),
        ("nl", "Door Jannie Marel en Tom Rietveld // 3 juni 2025, 09:12 uur // Leestijd: 3 minuten",
         "Jannie Marel/Tom Rietveld"),
        ("nl", "Gepubliceerd op 03-06-2025 om 09:12 // Auteur: Jannie Marel", "Jannie Marel"),
        ("nl", "dinsdag 3 juni 2025 | Jannie Marel", "Jannie Marel"),
        ("it", "di Gianna Marelli e Tommaso Ricci // 3 giugno 2025 alle 09:12",
         "Gianna Marelli/Tommaso Ricci"),
        ("it", "A cura di Gianna Marelli | Martedì 3 Giugno 2025 | 3 minuti di lettura", "Gianna Marelli"),
        ("it", "Gianna Marelli // Pubblicato il 3 giu 2025 alle 9:12", "Gianna Marelli"),
        ("es", "Por Juana Marín y Tomás Rico // Madrid, 3 de junio de 2025", "Juana Marín/Tomás Rico"),
        ("es", "Juana Marín // Madrid - 03 jun 2025 - 09:12 CEST", "Juana Marín"),
        ("es", "Publicado: 03/06/2025 09:12 | Actualizado: 04/06/2025 10:00 // Redacción", ""),
    ],
)  # fmt: skip
def test_byline_and_date_of_a_head(language: str, head: str, authors: str) -> None:
    title, found, published = _described(language, head)
    assert title == _TITLE[language]
    assert found == tuple(name for name in authors.split("/") if name)
    assert published == PartialDate(_DAY)


@pytest.mark.parametrize(
    ("language", "start"),
    [
        ("en", "LONDON, June 3, 2025 (AN) -- "),
        ("de", "Frankfurt, 3. Juni 2025 (AN) – "),
        ("fr", "Paris, le 3 juin 2025 (AN) - "),
        ("nl", "AMSTERDAM, 3 juni 2025 - "),
        ("it", "(AN) - Roma, 3 giu 2025 - "),
        ("es", "Madrid, 3 de junio de 2025 (AN).- "),
    ],
)
def test_date_of_a_dateline(language: str, start: str) -> None:
    assert describe(f"{_TITLE[language]}\n\n{start}{_BODY[language]}").published == PartialDate(_DAY)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "L’Écho des quais, 3 juin 2025"),
        ("fr", "Le Courrier vosgien, mardi 3 juin 2025"),
        ("fr", "La Voix des marais, édition du 3 juin 2025"),
        ("es", "Quibdó, junio 3 de 2025"),
        ("es", "Junio 3 de 2025 - 10:15 a. m."),
        ("es", "El Faro de las rías, 3 de junio de 2025"),
        ("it", "LA VOCE DEL LAGO – Orta e dintorni, martedì 3 giugno 2025"),
        ("nl", "Nieuws van de Dag – regio Zutphen, 3 juni 2025"),
    ],
)
def test_date_beside_a_paper_with_small_words(language: str, line: str) -> None:
    assert describe(f"{line}\n\n{_TITLE[language]}\n\n{_BODY[language]}").published == PartialDate(_DAY)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("fr", "La banque paie cher ses erreurs de jeunesse depuis le mardi 3 juin 2025"),
        ("es", "Los datos de la decisión, 3 de junio de 2025, y sus lecciones"),
    ],
)
def test_small_words_before_a_date_are_not_always_a_paper(language: str, line: str) -> None:
    assert describe(f"{line}\n\n{_BODY[language]}").published is None


def test_year_of_a_dateline_comes_from_the_copyright_alone() -> None:
    text = f"{_TITLE['en']}\n\nLONDON, June 3 (AN) -- {_BODY['en']}"
    assert describe(text).published is None
    found = describe(f"{text}\n\n© 2025 Tidewater Post. All rights reserved.")
    assert found.published == PartialDate(_DAY)
    assert found.outlet == "Tidewater Post"


def test_standfirst_above_the_byline_belongs_to_the_head() -> None:
    found = describe(
        "Tidewater\nNEWS  SPORT  MONEY\n\nWe use cookies. Accept all\n\nBank fined for its long silence\n\n"
        "It must pay by the end of July, the regulator says, or face a penalty each day until it does.\n\n"
        f"Jane Marlow\nupdated at 11:42 CET | 37 comments\n\n{_BODY['en']}"
    )
    assert (found.title, found.outlet, found.authors) == (_TITLE["en"], "Tidewater", ("Jane Marlow",))
    assert found.published is None


@pytest.mark.parametrize(
    ("sums", "published"), [("3 June and 5 July", "2025-06-04"), ("June 3 and July 5", "2025-04-06")]
)
def test_figures_are_read_as_the_text_orders_its_dates(sums: str, published: str) -> None:
    text = f"{_TITLE['en']}\nBy Jane Marlow | 04/06/2025\n\n{_BODY['en']} It was warned on {sums}."
    assert describe(text).published == PartialDate(published)


def test_figures_that_nothing_settles_are_no_date() -> None:
    assert describe(f"{_TITLE['en']}\nBy Jane Marlow | 04/06/2025\n\n{_BODY['en']}").published is None


@pytest.mark.parametrize(
    "line",
    [
        "Bank fined on 3 June 2025 for its silence",
        "Berlin, 3 June 2025: Regulators Fine Three Banks Over Silence",
    ],
)
def test_headline_with_a_date_is_no_date_line(line: str) -> None:
    assert describe(f"{line}\n\n{_BODY['en']}").published is None


@pytest.mark.parametrize(
    ("language", "points", "place"),
    [
        ("en", "• The bank must delete its records by 30 September.", "LONDON, 3 June 2025 –"),
        ("de", "- Die Bank muss ihre Daten bis zum 30. September löschen.", "Berlin, 3. Juni 2025 –"),
        ("fr", "• La banque doit effacer ses données avant le 30 septembre.", "Paris, le 3 juin 2025 –"),
        ("nl", "▪ De bank moet haar gegevens voor 30 september wissen.", "Den Haag, 3 juni 2025 –"),
        ("it", "• La banca deve cancellare i suoi dati entro il 30 settembre.", "Roma, 3 giugno 2025 –"),
        ("es", "• El banco deberá borrar sus datos antes del 30 de setiembre.", "Lima, 3 de junio de 2025.-"),
    ],
)
def test_the_points_above_a_release_belong_to_its_head(language: str, points: str, place: str) -> None:
    found = describe(f"{_TITLE[language]}\n\n{points}\n\n{place} {_BODY[language]}")
    assert (found.title, found.published) == (_TITLE[language], PartialDate(_DAY))


@pytest.mark.parametrize(
    ("language", "points", "opening"),
    [
        (
            "en",
            "• The bank has to delete its records.\n• A court will hear it in May.",
            "LONDON, 3 June 2025 –",
        ),
        ("de", "• Die Bank muss Daten ihrer Kunden löschen.", "Berlin, 03.06.2025 –"),
        ("fr", "• La banque doit effacer les données de ses clients.", "Paris, le 3 juin 2025 –"),
        ("es", "• El banco deberá borrar los datos de sus clientes.", "Lima, 3 de junio de 2025.-"),
        ("it", "• La banca deve cancellare i dati dei suoi clienti.", "ROMA, 3 giugno 2025 –"),
        ("nl", "• De bank moet de gegevens van zijn klanten wissen.", "DEN HAAG, 3 juni 2025 –"),
    ],
)
def test_opening_is_dated_below_points(language: str, points: str, opening: str) -> None:
    found = describe(f"{_TITLE[language]}\n\n{points}\n\n{opening} {_BODY[language]}\n\n{_BODY[language]}")
    assert found.published is not None
    assert found.published.edtf == _DAY


def test_days_further_down_date_no_text() -> None:
    text = f"{_TITLE['en']}\n\n{_BODY['en']}\n\nLONDON, 3 June 2024 – The complaint is sent. {_BODY['en']}"
    assert describe(text).published is None


_CARTEL = "The ministry has fined two makers of hemp rope over a cartel that it found in 2023, it said"


@pytest.mark.parametrize(
    ("opening", "told", "day"),
    [
        ("TARTU, July 15 (AN) -", f"{_CARTEL} on Tuesday.", "2025-07-15"),
        ("TARTU, 15 July (AN) -", f"{_CARTEL} on Tuesday, having searched them in March.", "2025-07-15"),
        ("TARTU, July 15 (AN) -", f"{_CARTEL} on Tuesday, and will be heard on Friday.", None),
        ("TARTU, July 15 (AN) -", f"{_CARTEL} late on Tuesday.", None),
        ("TARTU, July 15 (AN) -", f"{_CARTEL}.", None),
        ("TARTU, July 15 -", f"{_CARTEL} on Tuesday.", None),
    ],
)
def test_the_weekday_of_a_wires_lead_tells_its_year(opening: str, told: str, day: str | None) -> None:
    found = describe(f"{_TITLE['en']}\n\n{opening} {told}\n\n{_BODY['en']}")
    assert (found.published.edtf if found.published else None) == day


def test_a_weekday_with_a_comma_tells_the_year_of_its_day() -> None:
    found = describe(f"{_TITLE['en']}\n\nWednesday, November 12\n\n{_CARTEL} in 2024.\n\n{_BODY['en']}")
    assert found.published == PartialDate("2025-11-12")
