"""The forms in which six languages write dates, one line each; published on Tuesday, 3 September 2024.

A class with ``None`` for the publication counts from the date before. "two" are figures with two readings.
"""

import pytest

from casefile.extraction.dates import find_dates
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata
from casefile.values import PartialDate

_PUBLISHED = "2024-09-03"


_ABSOLUTE = [
    ("en", "on 3 September 2024 it said", "2024-09-03"),
    ("en", "on September 3rd, 2024", "2024-09-03"),
    ("en", "on the 3rd of September 2024", "2024-09-03"),
    ("en", "dated Sept. 3, 2024", "2024-09-03"),
    ("en", "2024-09-03", "2024-09-03"),
    ("en", "2024.09.03 08:45", "2024-09-03"),
    ("en", "2024/09/03", "2024-09-03"),
    ("en", "Tuesday, 3 September 2024", "2024-09-03"),
    ("en", "3 Sep 2024", "2024-09-03"),
    ("de", "am Dienstag, dem 3. September 2024,", "2024-09-03"),
    ("de", "Mi, 3.Jän 2024", "2024-01-03"),
    ("de", "am 3. 9. 2024", "2024-09-03"),
    ("de", "am 03.09.24 verhängt", "2024-09-03"),
    ("de", "vom 3. Sept. 2024", "2024-09-03"),
    ("fr", "le mardi 3 septembre 2024", "2024-09-03"),
    ("fr", "le 1er juillet 2024", "2024-07-01"),
    ("fr", "daté du 3 sept. 2024", "2024-09-03"),
    ("nl", "op dinsdag 3 september 2024", "2024-09-03"),
    ("nl", "d.d. 3 sept. 2024", "2024-09-03"),
    ("it", "martedì 3 settembre 2024", "2024-09-03"),
    ("it", "il 1º luglio 2024", "2024-07-01"),
    ("it", "3 sett. 2024", "2024-09-03"),
    ("es", "la resolución del septiembre 3 de 2024", "2024-09-03"),
    ("es", "Cali, septiembre 3, 2024", "2024-09-03"),
    ("es", "el martes, 3 de septiembre de 2024", "2024-09-03"),
    ("es", "el 3 de septiembre del 2024", "2024-09-03"),
    ("es", "1 de julio de 2024", "2024-07-01"),
    ("de", "14.V.2024", "2024-05-14"),
    ("it", "14 V 2024", "2024-05-14"),
]
_DAY_WITHOUT_YEAR = [
    ("en", "It was fined on 3 July.", "2024-07-03"),
    ("en", "It was fined on 3 December.", "2023-12-03"),
    ("en", "It must pay by 3 December.", "2024-12-03"),
    ("en", "The hearing is set for October 14.", "2024-10-14"),
    ("en", "It was fined on Friday 14 June.", "2024-06-14"),
    ("de", "wurde am 3. Dezember bestraft", "2023-12-03"),
    ("de", "Die Frist endet am 3. Dezember.", "2024-12-03"),
    ("de", "Der Bescheid vom 3.7. liegt vor", "2024-07-03"),
    ("fr", "a été sanctionnée le 3 juillet", "2024-07-03"),
    ("fr", "devra répondre avant le 3 décembre", "2024-12-03"),
    ("nl", "kreeg op 3 juli een boete", "2024-07-03"),
    ("nl", "moet uiterlijk 3 december betalen", "2024-12-03"),
    ("it", "è stata multata il 3 luglio", "2024-07-03"),
    ("it", "dovrà pagare entro il 3 dicembre", "2024-12-03"),
    ("es", "fue multada el 3 de julio", "2024-07-03"),
    ("es", "La empresa pagó el pasado día 28.", "2024-08-28"),
    ("es", "La empresa pagó el pasado día 2 la multa.", "2024-09-02"),
    ("es", "El juicio se celebrará el próximo día 5.", "2024-09-05"),
    ("it", "La società ha pagato lo scorso giorno 28.", "2024-08-28"),
    ("en", "A hearing is set for January 9.", "2025-01-09"),
    ("en", "A hearing is set for January.", "2025-01"),
    ("en", "They wrote to both agencies in April asking what was planned.", "2024-04"),
    ("es", "Hubo otra en noviembre de 2023. El día 4 puso los sellos.", "2023-11 2023-11-04"),
    ("es", "La jornada se celebra el 26 de mayo.", "2025-05-26"),
    ("fr", "L’audience se tient le 26 mai.", "2025-05-26"),
    ("it", "L’udienza si tiene il 26 maggio.", "2025-05-26"),
    ("de", "Die Verhandlung findet am 26. Mai statt.", "2025-05-26"),
    ("es", "deberá pagar antes del 3 de diciembre", "2024-12-03"),
    ("en", "The firm was warned on 7 October.", "2023-10-07"),
]
_MONTHS = [
    ("en", "in June this year", "2024-06"),
    ("en", "last June", "2024-06"),
    ("en", "last October", "2023-10"),
    ("en", "in June of last year", "2023-06"),
    ("en", "next June", "2025-06"),
    ("en", "in early May it began", "2024-05"),
    ("en", "in the final week of June", "2024-06"),
    ("en", "It was closed in November.", "2023-11"),
    ("en", "It will report in November.", "2024-11"),
    ("en", "when it reaches shops in November", "2024-11"),
    ("en", "The committee is to report in November", "2024-11"),
    ("de", "im Juni dieses Jahres", "2024-06"),
    ("de", "im vergangenen Juni", "2024-06"),
    ("de", "im Oktober des vergangenen Jahres", "2023-10"),
    ("de", "Anfang Mai begann", "2024-05"),
    ("de", "Das Gericht will im November entscheiden.", "2024-11"),
    ("de", "waren es bis Ende November", "2023-11"),
    ("fr", "en juin dernier", "2024-06"),
    ("fr", "en octobre dernier", "2023-10"),
    ("fr", "en juin de cette année", "2024-06"),
    ("fr", "en octobre de l’an dernier", "2023-10"),
    ("fr", "fin mai, il a cédé", "2024-05"),
    ("fr", "L’audience se tiendra en novembre.", "2024-11"),
    ("fr", "à la mi-mai", "2024-05"),
    ("nl", "in juni van dit jaar", "2024-06"),
    ("nl", "afgelopen juni", "2024-06"),
    ("nl", "in oktober vorig jaar", "2023-10"),
    ("nl", "vorig jaar oktober", "2023-10"),
    ("nl", "vorig jaar in oktober", "2023-10"),
    ("de", "voriges Jahr im Oktober", "2023-10"),
    ("nl", "eind mei begon", "2024-05"),
    ("nl", "Het hof zal in november beslissen", "2024-11"),
    ("it", "nel giugno scorso", "2024-06"),
    ("it", "lo scorso giugno", "2024-06"),
    ("it", "a giugno di quest’anno", "2024-06"),
    ("it", "nell’ottobre dello scorso anno", "2023-10"),
    ("it", "una carta in arrivo a novembre", "2024-11"),
    ("it", "a fine maggio ha chiuso", "2024-05"),
    ("es", "en junio pasado", "2024-06"),
    ("es", "el pasado junio", "2024-06"),
    ("es", "el pasado mes de junio", "2024-06"),
    ("es", "en junio de este año", "2024-06"),
    ("es", "en octubre del año pasado", "2023-10"),
    ("es", "a finales de mayo cerró", "2024-05"),
    ("es", "resolverá en noviembre", "2024-11"),
]
_WEEKDAYS = [
    ("en", "the watchdog said on Tuesday", "2024-09-03"),
    ("en", "the watchdog said Monday", "2024-09-02"),
    ("en", "said last Tuesday", "2024-08-27"),
    ("en", "Tuesday last week", "2024-08-27"),
    ("en", "It will vote on Friday.", "2024-09-06"),
    ("en", "next Friday", "2024-09-06"),
    ("en", "at Tuesday's meeting", "2024-09-03"),
    ("de", "teilte am Montag mit", "2024-09-02"),
    ("de", "am letzten Dienstag", "2024-08-27"),
    ("de", "am Dienstag vergangener Woche", "2024-08-27"),
    ("de", "am Montagabend", "2024-09-02"),
    ("de", "am kommenden Freitag", "2024-09-06"),
    ("de", "Das soll sich ändern: Am Montag hat das Kabinett beschlossen", "2024-09-02"),
    ("de", "Der Senat wird am Freitag abstimmen", "2024-09-06"),
    ("fr", "a annoncé lundi", "2024-09-02"),
    ("fr", "mardi dernier", "2024-08-27"),
    ("fr", "vendredi prochain", "2024-09-06"),
    ("fr", "lundi soir", "2024-09-02"),
    ("nl", "zei maandag", "2024-09-02"),
    ("nl", "vorige week dinsdag", "2024-08-27"),
    ("nl", "afgelopen maandag", "2024-09-02"),
    ("nl", "maandagmiddag bekend", "2024-09-02"),
    ("nl", "aanstaande vrijdag", "2024-09-06"),
    ("it", "ha detto lunedì", "2024-09-02"),
    ("it", "martedì scorso", "2024-08-27"),
    ("it", "lo scorso martedì", "2024-08-27"),
    ("it", "venerdì prossimo", "2024-09-06"),
    ("it", "martedì della scorsa settimana", "2024-08-27"),
    ("es", "dijo el lunes", "2024-09-02"),
    ("es", "el martes pasado", "2024-08-27"),
    ("es", "el pasado martes", "2024-08-27"),
    ("es", "el próximo viernes", "2024-09-06"),
    ("es", "informó este lunes", "2024-09-02"),
    ("es", "el martes de la semana pasada", "2024-08-27"),
]
_DAY_WORDS = [
    ("en", "said yesterday", "2024-09-02"),
    ("en", "The vote is due tomorrow", "2024-09-04"),
    ("en", "it said this morning", "2024-09-03"),
    ("de", "wurde gestern bekannt", "2024-09-02"),
    ("de", "vorgestern", "2024-09-01"),
    ("de", "gestern Abend", "2024-09-02"),
    ("de", "wird morgen entscheiden", "2024-09-04"),
    ("fr", "avant-hier", "2024-09-01"),
    ("fr", "hier soir", "2024-09-02"),
    ("nl", "eergisteren", "2024-09-01"),
    ("nl", "gisteravond", "2024-09-02"),
    ("it", "l’altro ieri", "2024-09-01"),
    ("it", "ieri sera", "2024-09-02"),
    ("es", "anteayer", "2024-09-01"),
    ("es", "antier", "2024-09-01"),
    ("es", "anoche", "2024-09-02"),
]
_DISTANCES = [
    ("en", "three weeks ago", "2024-08-12/2024-08-18"),
    ("en", "two days ago", "2024-09-01"),
    ("en", "ten years ago", "2014"),
    ("en", "earlier this month", "2024-09"),
    ("en", "earlier this year", "2024"),
    ("en", "last year", "2023"),
    ("en", "last month", "2024-08"),
    ("de", "vor drei Monaten", "2024-06"),
    ("de", "vor zwei Tagen", "2024-09-01"),
    ("de", "im Vorjahr", "2023"),
    ("de", "heuer", "2024"),
    ("de", "im vergangenen Jahr", "2023"),
    ("de", "im letzten Monat", "2024-08"),
    ("de", "seit dem vergangenen Jahr", "2023"),
    ("fr", "il y a trois mois", "2024-06"),
    ("fr", "l’an dernier", "2023"),
    ("fr", "l’année dernière", "2023"),
    ("fr", "le mois dernier", "2024-08"),
    ("fr", "cette année", "2024"),
    ("fr", "l’an passé", "2023"),
    ("nl", "drie maanden geleden", "2024-06"),
    ("nl", "vorig jaar", "2023"),
    ("nl", "vorige maand", "2024-08"),
    ("nl", "dit jaar", "2024"),
    ("it", "tre mesi fa", "2024-06"),
    ("it", "l’anno scorso", "2023"),
    ("it", "lo scorso anno", "2023"),
    ("it", "il mese scorso", "2024-08"),
    ("it", "quest’anno", "2024"),
    ("es", "hace tres meses", "2024-06"),
    ("es", "el año pasado", "2023"),
    ("es", "el mes pasado", "2024-08"),
    ("es", "este año", "2024"),
    ("es", "dos años atrás", "2022"),
]
_FROM_THE_DATE_BEFORE = [
    ("en", "It paid on 14 April 2023. The following day it appealed.", "2023-04-14 2023-04-15"),
    ("en", "It paid on 14 April 2023. The day after, it appealed.", "2023-04-14 2023-04-15"),
    ("en", "It paid on 14 April 2023. Two days later it appealed.", "2023-04-14 2023-04-16"),
    ("en", "It paid on 14 April 2023. The previous day it had appealed.", "2023-04-14 2023-04-13"),
    ("en", "It paid in April 2023 and won the following March.", "2023-04 2024-03"),
    ("en", "It paid in April 2023 and won in June that year.", "2023-04 2023-06"),
    ("en", "It paid in April 2023. That year it lost money.", "2023-04 2023"),
    ("de", "Am 14. April 2023 zahlte sie. Tags darauf klagte sie.", "2023-04-14 2023-04-15"),
    ("de", "Im April 2023 zahlte sie, im folgenden März klagte sie.", "2023-04 2024-03"),
    ("de", "Im April 2023 zahlte sie, im Juni desselben Jahres klagte sie.", "2023-04 2023-06"),
    ("fr", "Le 14 avril 2023, elle a payé. Le lendemain, elle a fait appel.", "2023-04-14 2023-04-15"),
    ("fr", "En avril 2023, elle a payé et, en juin de la même année, gagné.", "2023-04 2023-06"),
    ("nl", "Op 14 april 2023 betaalde het. De volgende dag ging het in beroep.", "2023-04-14 2023-04-15"),
    ("nl", "In april 2023 betaalde het en in juni van dat jaar won het.", "2023-04 2023-06"),
    ("it", "Il 14 aprile 2023 ha pagato. Due giorni dopo ha fatto ricorso.", "2023-04-14 2023-04-16"),
    ("it", "Nell’aprile 2023 ha pagato e nel giugno dello stesso anno ha vinto.", "2023-04 2023-06"),
    ("es", "El 14 de abril de 2023 pagó. Al día siguiente recurrió.", "2023-04-14 2023-04-15"),
    ("es", "En abril de 2023 pagó y en junio de ese año ganó.", "2023-04 2023-06"),
    ("en", "It paid on 14 April 2023. On the same day, it appealed.", "2023-04-14 2023-04-14"),
    ("de", "Am 14. April 2023 zahlte sie. Gleichentags klagte sie.", "2023-04-14 2023-04-14"),
    ("fr", "Le 14 avril 2023, elle a payé. Le même jour, elle a fait appel.", "2023-04-14 2023-04-14"),
    ("nl", "Op 14 april 2023 betaalde het. Op dezelfde dag sloot het.", "2023-04-14 2023-04-14"),
    ("it", "Il 14 aprile 2023 ha pagato. Lo stesso giorno ha chiuso.", "2023-04-14 2023-04-14"),
    ("es", "El 14 de abril de 2023 pagó. Ese mismo día cerró.", "2023-04-14 2023-04-14"),
    ("es", "El 14 de abril de 2023 pagó el mismo día en que cerró.", "2023-04-14"),
    ("it", "Nel 2023 erano 147, contro i 136 dell’anno prima.", "2023 2022"),
    ("fr", "Le 14 avril 2023, quatre jours avant l’offre, il achète.", "2023-04-14"),
]
_PARTS_OF_YEARS = [
    ("en", "in the third quarter of 2023", "2023-35"),
    ("en", "in Q3 2023", "2023-35"),
    ("en", "in the first half of 2023", "2023-01/2023-06"),
    ("en", "H2 2023", "2023-07/2023-12"),
    ("en", "in the spring of 2023", "2023-21"),
    ("en", "last winter", "2023-24"),
    ("en", "this summer", "2024-22"),
    ("de", "im dritten Quartal 2023", "2023-35"),
    ("de", "im ersten Halbjahr 2023", "2023-01/2023-06"),
    ("de", "im Frühjahr 2023", "2023-21"),
    ("de", "im vergangenen Herbst", "2023-23"),
    ("fr", "au troisième trimestre 2023", "2023-35"),
    ("fr", "au premier semestre 2023", "2023-01/2023-06"),
    ("fr", "à l’automne 2023", "2023-23"),
    ("fr", "l’hiver dernier", "2023-24"),
    ("fr", "dès l’automne 2023", "2023-23"),
    ("nl", "in het derde kwartaal van 2023", "2023-35"),
    ("nl", "in de eerste helft van 2023", "2023-01/2023-06"),
    ("nl", "in het najaar van 2023", "2023-23"),
    ("nl", "afgelopen zomer", "2024-22"),
    ("it", "nel terzo trimestre del 2023", "2023-35"),
    ("it", "nel primo semestre 2023", "2023-01/2023-06"),
    ("it", "nell’autunno del 2023", "2023-23"),
    ("it", "la scorsa primavera", "2024-21"),
    ("es", "en el tercer trimestre de 2023", "2023-35"),
    ("es", "en el primer semestre de 2023", "2023-01/2023-06"),
    ("es", "en el otoño de 2023", "2023-23"),
    ("es", "el pasado invierno", "2023-24"),
]
_YEARS = [
    ("en", "since 2019", "2019"),
    ("en", "between 2019 and 2022", "2019 2022"),
    ("en", "from 2019-2022", "2019 2022"),
    ("en", "from 2019 to 2022", "2019 2022"),
    ("en", "FY2023", "2023"),
    ("en", "fiscal 2023", "2023"),
    ("en", "in 2023/24", "2023/2024"),
    ("en", "founded in 1908", "1908"),
    ("en", "by the end of 2025", "2025"),
    ("de", "Die 1908 gegründete Bank", "1908"),
    ("de", "zwischen 2019 und 2022", "2019 2022"),
    ("de", "von 2019 bis 2022", "2019 2022"),
    ("fr", "entre 2019 et 2022", "2019 2022"),
    ("nl", "tussen 2019 en 2022", "2019 2022"),
    ("it", "tra il 2019 e il 2022", "2019 2022"),
    ("es", "entre 2019 y 2022", "2019 2022"),
    ("de", "im Geschäftsjahr 2023/24", "2023/2024"),
    ("it", "nel 1908", "1908"),
]
_RANGES = [
    ("en", "from 3 to 5 June 2024", "2024-06-03 2024-06-05"),
    ("en", "3-5 June 2024", "2024-06-03 2024-06-05"),
    ("en", "June 3-5, 2024", "2024-06-03 2024-06-05"),
    ("en", "June 3 and 5, 2024", "2024-06-03 2024-06-05"),
    ("en", "Oct 18th to 20th, 2023", "2023-10-18 2023-10-20"),
    ("de", "vom 3. bis 5. Juni 2024", "2024-06-03 2024-06-05"),
    ("fr", "du 3 au 5 juin 2024", "2024-06-03 2024-06-05"),
    ("nl", "van 3 tot 5 juni 2024", "2024-06-03 2024-06-05"),
    ("it", "dal 3 al 5 giugno 2024", "2024-06-03 2024-06-05"),
    ("es", "del 3 al 5 de junio de 2024", "2024-06-03 2024-06-05"),
    ("en", "between May and July 2023", "2023-05 2023-07"),
    ("en", "from November 2022 to March 2023", "2022-11 2023-03"),
    ("fr", "de mai à juillet 2023", "2023-05 2023-07"),
    ("de", "von Mai bis Juli 2023", "2023-05 2023-07"),
]
_FIGURES = [
    ("de", "am 04/05/2023", "two"),
    ("fr", "le 04/05/2023", "two"),
    ("en", "on 04/05/2023", "two"),
    ("en", "on 25/05/2023", "2023-05-25"),
    ("en", "on 05/25/2023", "2023-05-25"),
    ("it", "fissata per mercoledì 02/10/2024", "2024-10-02"),
    ("it", "il 3/7 ha deciso", "two"),
    ("fr", "le 13/7, elle a décidé", "2024-07-13"),
]
_ORDINALS = [
    ("de", "am ersten September 2023", "2023-09-01"),
    ("it", "il primo settembre 2023", "2023-09-01"),
    ("es", "el primero de septiembre de 2023", "2023-09-01"),
    ("fr", "le premier septembre 2023", "2023-09-01"),
]

_COUNTED_FROM_PUBLICATION = [
    *_ABSOLUTE,
    *_DAY_WITHOUT_YEAR,
    *_MONTHS,
    *_WEEKDAYS,
    *_DAY_WORDS,
    *_DISTANCES,
    *_PARTS_OF_YEARS,
    *_YEARS,
    *_RANGES,
    *_FIGURES,
    *_ORDINALS,
]

_WHOLE_PARTS = [
    ("en", "over an April explosion that hurt three", "2024-04"),
    ("en", "The March order was set aside", "2024-03"),
    ("en", "in the last quarter of 2022 it sold", "2022-36"),
    ("es", "En el último trimestre de 2022 vendió", "2022-36"),
    ("es", "presentará en el último trimestre un proyecto", "2024-36"),
    ("fr", "Il a jusqu’à la fin du mois.", "2024-09"),
    ("de", "bis Ende des Monats muss sie zahlen", "2024-09"),
    ("it", "entro fine mese pagherà", "2024-09"),
    ("fr", "ce matin de février 2022 où tout vira", "2022-02"),
]
_NO_DATES = [
    ("en", "Regulation (EU) 2016/679"),
    ("en", "the Data Protection Act 2018"),
    ("en", "Law No. 25 of 2021"),
    ("es", "la Ley 1581 de 2012"),
    ("es", "Real Decreto 1720/2007"),
    ("es", "Agenda 2030"),
    ("it", "la legge 124 del 2017"),
    ("it", "il d.lgs. 196/2003"),
    ("fr", "la loi n° 78-17"),
    ("fr", "le décret n° 2019-536"),
    ("nl", "de Wet 2018"),
    ("de", "Verordnung (EU) 2016/679"),
    ("de", "Az. 3 O 2019/22"),
    ("en", "Case T-418/22"),
    ("en", "© 2025 Tidewater"),
    ("en", "call +44 20 2019 4321"),
    ("en", "aged 24 and 31"),
    ("en", "the Horizon 2020 programme"),
    ("en", "every Tuesday"),
    ("en", "on a Sunday"),
    ("en", "Good Friday"),
    ("en", "on Black Friday"),
    ("it", "di solito il giovedì"),
    ("it", "ogni venerdì"),
    ("es", "todos los lunes"),
    ("es", "en un domingo"),
    ("es", "por la mañana"),
    ("fr", "chaque lundi"),
    ("fr", "le mardi de préférence"),
    ("nl", "elke vrijdag"),
    ("nl", "op een zondag"),
    ("de", "jeden Dienstag"),
    ("de", "an einem Sonntag"),
    ("de", "am Morgen"),
    ("en", "tomorrow's newspaper"),
    ("en", "a law about tomorrow"),
    ("en", "It may appeal."),
    ("en", "They march on."),
    ("en", "41% a year on its website"),
    ("en", "paid 2,024 euros"),
    ("en", "2/3 of users"),
    ("en", "the 1990s"),
    ("de", "die Zahlen von morgen"),
    ("fr", "les marchés de demain"),
    ("it", "le città di domani"),
    ("en", "a score of 9/10"),
    ("nl", "van morgen"),
    ("en", "H2 Capital Partners reckons so"),
    ("en", "See you next week!"),
    ("fr", "A la semaine prochaine !"),
    ("de", "Bis nächste Woche!"),
    ("fr", "jusqu’à la fin du mois de facturation"),
]


def found(text: str, language: str, published: str | None) -> str:
    """The dates in EDTF, parted by spaces."""
    day = PartialDate(published) if published else None
    mentions = find_dates(Article(text, SourceMetadata(language=language, published=day)))
    return " ".join("two" if each.ambiguous else each.date.edtf if each.date else "open" for each in mentions)


@pytest.mark.parametrize(("language", "text", "edtf"), [*_COUNTED_FROM_PUBLICATION, *_WHOLE_PARTS])
def test_form_of_a_date(language: str, text: str, edtf: str) -> None:
    assert found(text, language, _PUBLISHED) == edtf


@pytest.mark.parametrize(("language", "text", "edtf"), _FROM_THE_DATE_BEFORE)
def test_date_that_counts_from_the_one_before(language: str, text: str, edtf: str) -> None:
    assert found(text, language, None) == edtf


@pytest.mark.parametrize(("language", "text"), _NO_DATES)
def test_what_only_looks_like_a_date(language: str, text: str) -> None:
    assert found(text, language, _PUBLISHED) == ""


@pytest.mark.parametrize(("language", "text"), [case[:2] for case in (*_WEEKDAYS, *_DAY_WORDS, *_DISTANCES)])
def test_relative_form_stays_open_without_a_publication_date(language: str, text: str) -> None:
    assert found(text, language, None) == "open"


def test_days_of_a_range_have_their_own_places() -> None:
    text = "It met from 3 to 5 June 2024 and June 7-9, 2024."
    spans = [each.span.of(text) for each in find_dates(Article(text, SourceMetadata(language="en")))]
    assert spans == ["3", "5 June 2024", "June 7", "9, 2024"]


def test_weekday_beside_figures_settles_them() -> None:
    assert found("Sie tagt am Mittwoch, dem 02.10.2024.", "de", None) == "2024-10-02"
    assert found("It was on Wednesday 04/06/2025.", "en", None) == "2025-06-04"


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "JULY – The inspectorate fined a dairy.\n\nAUGUST – It rested."),
        ("de", "Juli: Das Amt büsst eine Molkerei.\n\nAugust: Es ruht."),
        ("fr", "Juillet. L’inspection punit une laiterie.\n\nAoût. Elle se repose."),
        ("nl", "Juli\n\nDe inspectie beboette een zuivelfabriek.\n\nAugustus\n\nZij rustte."),
        ("it", "• Luglio. L’ispettorato multa un caseificio.\n\n• Agosto. Riposa."),
        ("es", "**JULIO.** La inspección multó a una lechería.\n\n**AGOSTO.** Descansa."),
    ],
)
def test_months_head_the_parts_of_a_chronicle(language: str, text: str) -> None:
    published = PartialDate(_PUBLISHED)
    mentions = find_dates(Article(text, SourceMetadata(language=language, published=published)))
    assert [(each.date and each.date.edtf, each.label) for each in mentions] == [
        ("2024-07", True),
        ("2024-08", True),
    ]


@pytest.mark.parametrize(
    "text", ["August. He was the third of that name.", "A list.\n\nMay\n\nJune Park said so.\n\nThen."]
)
def test_a_name_of_a_month_alone_heads_nothing(text: str) -> None:
    assert found(text, "en", _PUBLISHED) == ""


def test_a_day_below_a_month_is_of_its_year() -> None:
    text = "Octobre. Le conseil clôt le dossier le 9 octobre.\n\nNovembre. Rien."
    mentions = find_dates(Article(text, SourceMetadata(language="fr", published=PartialDate(_PUBLISHED))))
    assert [each.date and each.date.edtf for each in mentions] == ["2023-10", "2023-10-09", "2023-11"]


@pytest.mark.parametrize(
    ("language", "text", "month"),
    [
        ("de", "Die Bank musste im März 23,05 Millionen Euro zahlen.", "2024-03"),
        ("en", "In March 23.05 million euros were paid.", "2024-03"),
        ("en", "In March 20 million euros were paid.", "2024-03"),
        ("fr", "La banque a payé en mars 45 millions d’euros.", "2024-03"),
        ("it", "La banca ha pagato a marzo 4,5 milioni di euro.", "2024-03"),
        ("es", "El banco pagó en marzo 4,5 millones de euros.", "2024-03"),
        ("nl", "De bank betaalde in maart 4,5 miljoen euro.", "2024-03"),
        ("en", "On March 20 it rained.", "2024-03-20"),
    ],
)
def test_a_sum_behind_a_month_is_neither_its_day_nor_its_year(language: str, text: str, month: str) -> None:
    metadata = SourceMetadata(language=language, published=PartialDate(_PUBLISHED))
    (mention,) = find_dates(Article(text, metadata))
    assert mention.date is not None
    assert mention.date.edtf == month
