"""Which quotations are warned of because nobody is told to have said them."""

import pytest

from casefile.extraction import extract
from casefile.metadata import SourceMetadata
from casefile.terms import WarningKind

BODY = {
    "en": "The watchdog fined the dairy £40,000 on Monday because it had lost the files of its customers.",
    "de": "Die Behörde hat am Montag gegen die Molkerei ein Bußgeld von 40.000 Euro verhängt.",
    "fr": "L’autorité a infligé lundi une amende de 40 000 euros à la laiterie.",
    "nl": "De toezichthouder heeft de zuivelfabriek maandag een boete van 40.000 euro opgelegd.",
    "it": "L’autorità ha inflitto lunedì al caseificio una sanzione di 40.000 euro.",
    "es": "La autoridad impuso el lunes a la lechería una multa de 40.000 euros.",
}


def unsigned(note: str, language: str) -> list[str]:
    """The quotations warned of in a note that stands below an article."""
    text = f"Dairy, 40.000\n\n{BODY[language]} {BODY[language]} {BODY[language]} {BODY[language]}\n\n{note}"
    found = extract(text, SourceMetadata(language=language)).warnings
    return [each.span.of(text) for each in found if each.kind is WarningKind.UNATTRIBUTED_QUOTE]


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "A note on the door said: “Back soon, God willing.”"),
        ("en", "“You can’t churn on fines,” read a sign by the till."),
        ("en", "Somebody had painted on the billboard: “This cow is not amused.”"),
        ("en", "YOU SAID IT: “I’ve read the decree and still don’t know.”"),
        ("en", "Quote of the week\n\n“Milk is patient.”"),
        ("en", "“Terms apply, even to this cow.”\n\nSeen on a bakery door."),
        ("en", "MAILBAG\n\n“You are the only ones who make me laugh about milk.”"),
        ("en", "A hand-lettered sign had been tied to the pole. “Eleven cents a litre,” it read."),
        ("en", "Someone has stuck a note to the mirror: “Have you assessed the cow?”"),
        ("de", "„Nicht die Kuh ist gefährlich, sondern der Melker“ – Spruch auf einer Tasse"),
        ("de", "Ein Demonstrant hielt ein Kartonschild. Darauf stand: „Die Kuh gehört uns.“"),
        ("de", "Auf einem Schild am Tor stand: „Hier wacht die Kuh.“"),
        ("de", "Das Zitat des Monats: „Milch ist, wenn man trotzdem schläft.“"),
        ("de", "Jemand hatte an die Wand gesprüht: „Die Kuh gehört uns allen.“"),
        ("fr", "Sur une pancarte, on peut lire : « Le lait n’est pas à vendre. »"),
        ("fr", "LA PHRASE : « Une procédure que personne ne lit n’en est pas une. »"),
        ("nl", "Op een spandoek langs de A2 staat: „Melken is een ambacht, geen kunst”."),
        ("nl", "Tot slot\n\n„Toezicht is als een paraplu.”"),
        ("it", "Su un cartello si legge: «Il latte non è in vendita»."),
        ("it", "La frase del mese\n\n«Chi tace acconsente, chi scrive ricorre.»"),
        ("es", "En un cartel se lee: «La leche no está en venta»."),
        ("es", "LA FRASE. «La mejor multa es la que no hace falta poner»."),
    ],
)
def test_signs_and_picked_lines_are_warned_of(language: str, note: str) -> None:
    found = unsigned(note, language)
    assert len(found) == 1
    assert found[0] in note


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("en", "“Same milk, different sticker,” the juror said. “We all looked at each other.”"),
        ("en", "“The list held two plumbers,” the decision of 8 May notes drily."),
        ("en", "Standing under a banner, Rob Lane said: “We shall appeal.”"),
        ("en", "A retired teacher, Ann Lee, found the skip.\n\n“The first page I saw had my name on it.”"),
        ("de", "Gefunden hat es eine Lehrerin.\n\n„Auf der ersten Seite stand mein Name.“"),
        ("fr", "C’est une institutrice qui l’a trouvé.\n\n« Sur la première page, il y avait mon nom. »"),
        ("nl", "Een lerares vond het.\n\n„Op de eerste bladzijde stond mijn naam.”"),
        ("it", "Lo ha trovato una maestra.\n\n«Sulla prima pagina c’era il mio nome.»"),
        ("es", "Lo encontró una maestra.\n\n«En la primera página estaba mi nombre.»"),
        ("en", "Its slogan, “Milk for all”, is on every lorry."),
        ("en", "“The tank was empty by noon”, so a driver who did not want to be named."),
        ("de", "»Wir sind eine Molkerei und kein Hinterzimmer«, hatte die Anwältin zuvor argumentiert."),
        ("de", "„Das war knapp“, meinte einer aus der Belegschaft."),
        ("de", "Im Urteil heißt es: „Die Kühlung war nicht einmal angeschlossen.“"),
        ("fr", "« Un client n’est pas une vache à lait », y lit-on."),
        ("fr", "« On a eu peur », raconte une voisine."),
        ("nl", "„Optimisme is geen overtreding”, staat er droogjes in overweging 6.3."),
        ("nl", "‘Wij zijn geen bank’, zei een medewerker die anoniem wil blijven."),
        ("it", "«Il frigo era spento», si legge nel provvedimento."),
        ("it", "«Avevamo paura», racconta una vicina."),
        ("es", "“Yo solo quería leche”, nos contó una vecina."),
        ("es", "El fallo dice: «La nevera estaba apagada»."),
    ],
)
def test_what_somebody_or_a_text_is_told_to_have_said(language: str, note: str) -> None:
    assert unsigned(note, language) == []


@pytest.mark.parametrize(
    ("language", "title", "byline"),
    [
        ("en", "“The second-hand churns made us famous”", "Interview: Tom Mills"),
        ("fr", "« On ne scanne pas un visage pour vendre du lait »", "Propos recueillis par Jean Duval"),
        ("de", "„Wir haben die Kühe nie gezählt“", "Interview: Anna Berg"),
    ],
)
def test_the_title_of_an_interview_is_told_by_it(language: str, title: str, byline: str) -> None:
    text = f"{title}\n\n{byline}\n\n{BODY[language]} {BODY[language]} {BODY[language]} {BODY[language]}"
    kinds = [each.kind for each in extract(text, SourceMetadata(language=language)).warnings]
    assert WarningKind.UNATTRIBUTED_QUOTE not in kinds


@pytest.mark.parametrize(
    ("language", "note"),
    [
        ("nl", "Anna Nema zweeg. Op een spandoek langs de A2 staat: „Melken is een ambacht, geen kunst”."),
        ("en", "Jane Nema kept silent. Outside, somebody had painted on the wall: “This cow is not amused.”"),
    ],
)
def test_whoever_stands_beside_a_sign_does_not_speak(language: str, note: str) -> None:
    quotes = extract(f"{BODY[language]}\n\n{note}", SourceMetadata(language=language)).quotes
    assert [quote.speaker for quote in quotes] == [""]
