"""Whose words they are, and who answers what a reporter asked: all six languages."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, str]] = [
    # Whose words they are.
    (
        "en",
        (
            "Elevators that Hanneman described as brimming were “in two instances empty,” in the agency’s "
            "words.\n\nThe Federal Trade Commission found it."
        ),
        "Federal Trade Commission",
    ),
    (
        "en",
        "Ada Ward disclosed this yesterday. Her words: “It is as simple as that.”",
        "Ada Ward",
    ),
    (
        "de",
        "Uwe Lenz gab es gestern bekannt. Seine Worte: „So einfach ist das.“",
        "Uwe Lenz",
    ),
    (
        "es",
        "Ana Ruiz lo reveló ayer. Sus palabras: «Es así de sencillo».",
        "Ana Ruiz",
    ),
    (
        "fr",
        "Anne Morel l’a révélé hier. Ses mots : « C’est aussi simple que cela. »",
        "Anne Morel",
    ),
    (
        "it",
        "Anna Neri lo ha rivelato ieri. Le sue parole: «È semplice così».",
        "Anna Neri",
    ),
    (
        "nl",
        "Anna de Wit maakte het gisteren bekend. Haar woorden: ‘Zo simpel is het.’",
        "Anna de Wit",
    ),
    (
        "en",
        (
            "In a statement read out in court, Jo Pashley described her husband as a man who could mend "
            "anything. “The fine goes to the Treasury,” it said."
        ),
        "Jo Pashley",
    ),
    (
        "en",
        (
            "The High Court applied the principle. It noted that a third came from a hotel. “It is "
            "nobody’s case that the hotel was cartelised,” the order says.\n\nThe Competition Commission "
            "of India was silent. The Competition Commission of India lost."
        ),
        "High Court",
    ),
    (
        "en",
        (
            "Sivakumar was asked whether a director should sign what he can’t read. Ann Sivakumar replied: "
            "“You have never bought a phone?”"
        ),
        "Ann Sivakumar",
    ),
    # What a reporter asks in the line before is answered.
    (
        "en",
        (
            "I called Doreen Cardinal, who traps there. I asked whether she’d told them.\n\n“I phoned them "
            "on day two. Nice man.”"
        ),
        "Doreen Cardinal",
    ),
    (
        "de",
        (
            "Ich rief Doris Kern an, die dort fischt. Ich fragte, ob sie es gemeldet habe.\n\n„Ich rief am "
            "zweiten Tag an. Netter Mann.“"
        ),
        "Doris Kern",
    ),
    (
        "fr",
        (
            "J’ai appelé Claire Morel, qui pêche là. Je lui ai demandé si elle l’avait signalé.\n\n« J’ai "
            "appelé le deuxième jour. »"
        ),
        "Claire Morel",
    ),
    (
        "nl",
        (
            "Ik belde Anna de Wit, die daar vist. Ik vroeg of ze het had gemeld.\n\n‘Ik belde op dag twee. "
            "Aardige man.’"
        ),
        "Anna de Wit",
    ),
    (
        "es",
        (
            "Llamé a Ana Ruiz, que pesca allí. Le pregunté si lo había denunciado.\n\n«Llamé el segundo "
            "día. Un hombre amable»."
        ),
        "Ana Ruiz",
    ),
    (
        "it",
        (
            "Ho chiamato Anna Neri, che pesca lì. Le ho chiesto se lo avesse segnalato.\n\n«Ho chiamato il "
            "secondo giorno. Un uomo gentile»."
        ),
        "Anna Neri",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_the_last_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert found[-1].speaker == speaker
