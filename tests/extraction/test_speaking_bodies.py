"""What a body is called whose words a text quotes."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CALLED = [
    (
        "fr",
        (
            "L’Autorité de protection des données a réprimandé la clinique Valdor. "
            "« Un silence n’est pas un accord », écrit l’APD."
        ),
        "Autorité de protection des données",
    ),
    (
        "fr",
        "Le Tribunal administratif fédéral a annulé l’amende. « La preuve manque », a jugé le tribunal.",
        "Tribunal administratif fédéral",
    ),
    (
        "it",
        "Il Tar del Lazio ha annullato la multa. «Manca la prova», scrive il Tar del Lazio.",
        "Tar del Lazio",
    ),
    (
        "nl",
        (
            "De Gegevensbeschermingsautoriteit berispte de kliniek. "
            "„Zwijgen is geen toestemming”, schrijft de Gegevensbeschermingsautoriteit."
        ),
        "Gegevensbeschermingsautoriteit",
    ),
    (
        "en",
        "The ICO fined the clinic. “Silence is no consent,” the ICO said.",
        "Information Commissioner’s Office",
    ),
]


@pytest.mark.parametrize(("language", "text", "name"), CALLED)
def test_a_body_is_called_as_its_text_calls_it_in_full(language: str, text: str, name: str) -> None:
    article = Article(text, SourceMetadata(language=language))
    assert [quote.speaker.replace("'", "’") for quote in find_quotes(article)] == [name]


ORIGINS = [
    ("de", "Kestrel AG zahlt. „Das ist absurd“, heißt es bei der Kestrel AG.", ["Kestrel AG"]),
    ("nl", "Zonneklaar betaalt. ‘Dat is absurd’, klinkt het bij Zonneklaar.", ["Zonneklaar"]),
    ("nl", "Zonneklaar betaalt. ‘Dat is absurd’, klinkt het in Brussel.", [""]),
    ("fr", "Orrin paie. « C’est absurde », indique-t-on chez Orrin.", ["Orrin"]),
    ("fr", "Orrin paie, dit Valdor SA. Chez Orrin, on parle d’une décision « absurde ».", ["Orrin"]),
    ("it", "Orrin paga. Dalla Orrin Spa fanno sapere che è «assurdo».", ["Orrin Spa"]),
    ("es", "Orrin paga. Desde Orrin aseguran que es “absurdo”.", ["Orrin"]),
    ("es", "La CNMC multó a Orrin. «No -señaló una portavoz de Orrin- y basta ya de esto».", ["Orrin"] * 2),
    ("es", "Orrin paga. «El plan vice-estatal -el de ayer- no vale», dijo Orrin.", ["Orrin"]),
]


@pytest.mark.parametrize(("language", "text", "speakers"), ORIGINS)
def test_words_come_from_a_body_that_a_small_word_names(
    language: str, text: str, speakers: list[str]
) -> None:
    article = Article(text, SourceMetadata(language=language))
    assert [quote.speaker for quote in find_quotes(article)] == speakers
