"""Words that no cue ties to anybody: somebody's when they are many and plain, terms and names otherwise."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def quoted(text: str, language: str) -> list[str]:
    return [quote.text for quote in find_quotes(Article(text, SourceMetadata(language=language)))]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The uplift had been “plucked from a great height”. It fell."),
        ("en", "The bank, last week, “takes the criticism on board”. It fell."),
        ("de", "Im Tresor lag statt Gold „ein leerer alter Schuhkarton“. Er war grau."),
        ("fr", "La procédure, en revanche, « n’est entachée d’aucune irrégularité ». Rien."),
        ("nl", "Men moest ‘eerst bellen, dan schrijven en dan wachten’. Het duurde."),
        ("it", "Nel locale c’era “un pollaio in piena regola”. Potrà riaprire."),
        ("es", "En el local había «un gallinero en toda regla». Reabrirá."),
    ],
)
def test_many_plain_words_are_somebody_s(language: str, text: str) -> None:
    found = quoted(text, language)
    assert len(found) == 1
    assert text[text.index(found[0]) - 1] in "“„‘« "


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Users have the “right to be forgotten” in Europe. It is new."),
        ("en", "It was not “meaningful information about the logic” within the meaning of the GDPR."),
        ("en", "The app is known as “pay later and smile” in Kent. It is new."),
        ("en", "It had to press a button marked “yes, I agree to all” twice. It is new."),
        ("de", "Nutzer haben das „recht auf vergessen werden“ in Europa. Es ist neu."),
        ("de", "Das ist keine „aussagekräftige und klare Information“ im Sinne der Verordnung."),
        ("de", "Die Gruppe heißt seitdem „die üblichen vier Verdächtigen“. Sie lacht."),
        ("fr", "Le « droit à l’oubli numérique » existe en Europe. Il est neuf."),
        ("fr", "Le tableau circulait sous le nom de « la carte des desserts ». Il est neuf."),
        ("fr", "Ce ne sont pas des « données à caractère personnel » au sens du RGPD."),
        ("nl", "In Den Haag heet het bedrijf sindsdien ‘de koning van de korting’. Het lacht."),
        ("nl", "Het ‘recht om vergeten te worden’ bestaat in Europa. Het is nieuw."),
        ("it", "Il «compra ora, paga dopo» piace a tutti. È nuovo."),
        ("it", "Non sono «dati personali relativi alla salute» ai sensi del regolamento."),
        ("es", "El «derecho a ser olvidado ya» existe en Europa. Es nuevo."),
        ("es", "La aplicación se vende con el lema «leche para todos siempre». Es nueva."),
    ],
)
def test_terms_names_and_mottos_are_not_quoted(language: str, text: str) -> None:
    assert quoted(text, language) == []


def test_a_quotation_that_runs_on_without_its_mark_again() -> None:
    text = "Rob Lane said:\n\n“We lost the files.\n\nWe never found them again.”\n\nThe firm paid."
    assert quoted(text, "en") == ["We lost the files.\n\nWe never found them again."]


def test_an_open_quotation_does_not_run_over_another() -> None:
    text = "“We lost the files.\n\nRob Lane called it “a day to forget for us all”.\n\nThe firm paid."
    assert quoted(text, "en")[0] == "We lost the files."


def test_a_line_with_its_source_is_no_heading() -> None:
    text = "5. Hingehört. «In Bern wird nichts verboten». (Anonym, im Zug, Höhe Olten)"
    assert quoted(f"Milch\n\nDie Behörde prüft.\n\n{text}", "de") == ["In Bern wird nichts verboten"]


def test_a_heading_with_a_bracket_is_one() -> None:
    assert quoted("Milch\n\nGericht kippt „Recht auf Milch“ (Az. 3 C 12/24)\n\nEs war so.", "de") == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Home | Read next: Is “open milk finance” ever going to open?"),
        ("en", "The list names “Oro24Trade”, run by Kestrel Ltd, “FxTorino”, and others."),
        ("de", "Das sagte Rob Lahn der Zeitung „Il Ceresio“. Es war so."),
        ("de", "Der Titel der Datei lautete „Sorgenkinder“. Sie war lang."),
        ("fr", "Suivez-nous | Voir aussi : « La clémence en dix questions »"),
        ("nl", "Dat zei Rob Laan tegen het dagblad ‘De Nieuwe Tijd’. Het was zo."),
        ("it", "Lo ha detto Mario Rossi al quotidiano «Il Nuovo Corriere». Era così."),
        ("it", 'Riguarda "Lirax Capital", gestito da Lirax Ltd, "Oro24Trade", di Meridian LLC.'),
        ("es", "Lo dijo Ana Ruiz al diario «La Voz Nueva». Era así."),
    ],
)
def test_links_papers_and_names_are_not_quoted(language: str, text: str) -> None:
    assert quoted(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "“Not a cent,” Rob Lane told the newspaper.", "Not a cent,"),
        ("de", "„Kein Cent“, sagte Rob Lahn der Zeitung.", "Kein Cent"),
        ("it", "«Basta», dice Mario Rossi.", "Basta"),
    ],
)
def test_short_answers_are(language: str, text: str, words: str) -> None:
    assert quoted(text, language) == [words]
