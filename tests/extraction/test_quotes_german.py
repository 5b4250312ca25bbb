"""Quotations and speakers in German: how each begins, and who said it; all invented."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Expected]] = [
    (
        "„Wir nehmen das ernst“, sagte die Sprecherin des Unternehmens, Petra Lang.",
        [("Wir nehmen", "Petra Lang")],
    ),
    (
        "»Das ist falsch«, sagte Anwalt Jonas Berg. »Wir klagen.«",
        [("Das ist", "Jonas Berg"), ("Wir klagen", "Jonas Berg")],
    ),
    (
        "Die Landesbeauftragte Meike Sander nannte das Vorgehen „nicht hinnehmbar“.",
        [("nicht hinn", "Meike Sander")],
    ),
    (
        "Ein Sprecher von Versandia sprach von einem „Missverständnis“.",
        [("Missver", "Versandia")],
    ),
    (
        "Laut Meike Sander, der Landesbeauftragten, war es „der schlimmste Fall“ seit Jahren.",
        [("der schl", "Meike Sander")],
    ),
    (
        ("Jonas Berg, Anwalt der Kläger, kritisiert: „Die Strafe ist zu niedrig.“ Er kündigte Berufung an."),
        [("Die Strafe", "Jonas Berg")],
    ),
    (
        "Meike Sander ist seit Mai im Amt. „Wir prüfen das“, erklärte sie. „Es dauert.“",
        [("Wir prüfen", "Meike Sander"), ("Es dauert", "Meike Sander")],
    ),
    (
        "Die sogenannte „Cookie-Wand“ ist weg. Das Buch mit dem Titel „Der Spion“ auch.",
        [],
    ),
    (
        "„Die Technik“, so Professor Karl Weber von der Universität Bonn, „ist nicht das Problem.“",
        [("Die Technik", "Karl Weber"), ("ist nicht", "Karl Weber")],
    ),
    (
        "„Das Verfahren läuft noch“, teilte die Behörde mit. Sie ermittelt seit März.",
        [("Das Verf", "")],
    ),
    (
        "Der Richter sagte in der Verhandlung, das Unternehmen habe „Katz und Maus“ gespielt.",
        [("Katz", "")],
    ),
    (
        (
            "„Wir werden Rechtsmittel einlegen“, kündigte das Unternehmen an. Zuvor hatte die "
            "Nordsee Energie AG geschwiegen."
        ),
        [("Wir werden", "")],
    ),
    (
        (
            "Die Nordsee Energie AG wies die Vorwürfe zurück. „Wir werden Rechtsmittel einlegen“, "
            "hieß es in einer Stellungnahme des Unternehmens."
        ),
        [("Wir werden", "Nordsee Energie AG")],
    ),
    (
        (
            '"Wir haben reagiert", betonte Vorstandschef Ulf Krämer. Krämer sprach von "einem '
            'bedauerlichen Fehler".'
        ),
        [("Wir haben", "Ulf Krämer"), ("einem bed", "Ulf Krämer")],
    ),
    (
        "‚Das reicht nicht‘, sagte Eva Horn.",
        [("Das reicht", "Eva Horn")],
    ),
    (
        "„Warum erst jetzt?“, fragt Verbraucherschützerin Eva Horn.",
        [("Warum", "Eva Horn")],
    ),
    (
        "Der Konzern Omnia bezeichnete die Entscheidung als „fehlerhaft“.",
        [("fehlerhaft", "Omnia")],
    ),
    (
        "Thomas Wedel, Hamburgischer Datenschutzbeauftragter, sagte: „Wir bleiben dran.“",
        [("Wir bleiben", "Thomas Wedel")],
    ),
    (
        "„Das ist ein Skandal“, schimpft Rentner Horst Maier (71). „Die haben alles verkauft.“",
        [("Das ist", "Horst Maier"), ("Die haben", "Horst Maier")],
    ),
    (
        "Die Richterin Sabine Vogt sprach in der Urteilsbegründung von einem „Systemversagen“.",
        [("Systemv", "Sabine Vogt")],
    ),
    (
        ("Anwältin Sabine Vogt vertritt die Kläger. Sie sei „mehr als zufrieden“, sagte die Juristin."),
        [("mehr als", "Sabine Vogt")],
    ),
    (
        "Nach Ansicht von Professorin Ute Klein ist das Urteil „ein Meilenstein“.",
        [("ein Meil", "Ute Klein")],
    ),
    (
        (
            "Der Vorstand der Nordbank AG, Uwe Thiel, wehrte sich: „Wir haben nichts zu "
            "verbergen.“ Thiel will klagen."
        ),
        [("Wir haben", "Uwe Thiel")],
    ),
    (
        "„Der Fall zeigt“, sagt sie, „wie nötig Kontrolle ist.“ Ute Klein lehrt in Bonn.",
        [("Der Fall", ""), ("wie nötig", "")],
    ),
    (
        "Frau Klein, was bedeutet das Urteil?\n\nUte Klein: „Es ändert alles.“",
        [("Es ändert", "Ute Klein")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_quotations_have_their_speakers(text: str, expected: Expected) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language="de")))
    starts = [start for start, _ in expected]
    found = [(quote.text[: len(start)], quote.speaker) for quote, start in zip(quotes, starts, strict=False)]
    assert (found, len(quotes)) == (expected, len(expected))
