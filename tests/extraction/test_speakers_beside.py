"""Speakers who are told by what they know about, behind whom they told it, or by a short title."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata


def speakers(text: str, language: str) -> list[str]:
    return [quote.speaker for quote in find_quotes(Article(text, SourceMetadata(language=language)))]


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("fr", "La professeure de droit bancaire Anne Roy voit dans l’affaire « une sévérité variable ».",
         "Anne Roy"),
        ("es", "El profesor de derecho mercantil Julio Prado habla de “una severidad muy variable”.",
         "Julio Prado"),
        ("it", "Il docente di diritto bancario Marco Neri parla di «una severità molto variabile».",
         "Marco Neri"),
        ("nl", "Hoogleraar mededingingsrecht Joris Kuiper spreekt van ‘een wel heel milde straf’.",
         "Joris Kuiper"),
        ("fr", "Chef du Conseil, Anne Roy hésite. Elle dit que tout est tombé « à moins de 1 % ».",
         "Anne Roy"),
        ("de", "Die Juristin Ruth Ammer hält das für richtig. Wer rede, müsse zahlen, und „das lohnt nie“.",
         "Ruth Ammer"),
        ("fr", "« On ne garde pas tout », a commenté auprès de l’Agence Méridienne Anne Roy.", "Anne Roy"),
        ("nl", "Directeur Wim ter Haar zegt: ‘Wij hebben niets verkeerd gedaan.’", "Wim ter Haar"),
        ("it", "Il parroco, don Egidio, tiene la sua. «Il Signore vede tutto», dice, e ride.", "Egidio"),
        ("nl", "Orrin BV zweeg lang. Nu heeft Orrin aangevoerd dat alles ‘gewoon zichtbaar is op straat’.",
         "Orrin BV"),
        ("fr", "« C’est lourd », a dit Me Anne Roy. Elle saisira la cour d’appel. « On a », poursuit-elle.",
         "Anne Roy"),
    ],
)  # fmt: skip
def test_who_speaks(language: str, text: str, speaker: str) -> None:
    assert speakers(text, language)[-1] == speaker


def test_the_role_of_another_person_is_no_title() -> None:
    text = "Der Verteidiger von Raoul Lenz hält den Entscheid für «völlig unverhältnismässig und falsch»."
    assert speakers(text, "de") != ["Raoul Lenz"]


def test_an_author_alone_on_a_line_of_the_head_says_nothing() -> None:
    text = (
        "Una quesería nueva\n\nLucas Farfán\n19 de mayo de 2026\n\n"
        "Su socio es un pastor, Frasquito Poyato. Le gusta el queso. “Cada cabra con su papel”, cuenta."
    )
    assert speakers(text, "es") == ["Frasquito Poyato"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (
            "fr",
            "La CNIL a tranché. Elle cite la réponse d’une assistante : « On m’a dit de noter autre chose. »",
        ),
        ("en", "The CMA ruled. It quotes the reply of an assistant: “I was told to write something else.”"),
        ("it", "Il Garante decide. Cita la risposta di un’impiegata: «Mi hanno detto di scrivere altro.»"),
        (
            "nl",
            "De ACM besliste. Het citeert het antwoord van een medewerkster: ‘Ik moest iets opschrijven.’",
        ),
        ("es", "La CNMC falló. Cita la respuesta de una empleada: “Me dijeron que apuntara otra cosa.”"),
    ],
)
def test_a_reply_is_of_whom_it_is_said_to_be(language: str, text: str) -> None:
    assert speakers(text, language) == [""]
