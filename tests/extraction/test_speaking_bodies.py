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
