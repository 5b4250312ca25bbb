"""Interviews whose answers stand without quotation marks; and question marks that make no interview."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

_PLAIN = [
    (
        "en",
        "Linnea Berg",
        (
            "Interviewed by Tobias Rennick\n\n"
            "Linnea Berg runs compliance at Kronspel. We meet on a wet Monday.\n\n"
            "You framed the decision.\n\nI did. People thought it was a joke, and it is 41 pages long.\n\n"
            "Is the level of these fines right?\n\n"
            "For the big operators, I think so. Nobody fines the others.\n\n"
            "She laughs."
        ),
    ),
    (
        "de",
        "Barbla Tschudi",
        (
            "Interview: Annina Caduff\n\n"
            "Enforcement-Leiterin Barbla Tschudi erklärt, warum das viel ist.\n\n"
            "Frau Tschudi, was lief schief?\n\n"
            "Die Bank hat bei jeder Nachfrage dieselbe Antwort abgelegt.\n\n"
            "Warum dauert so etwas drei Jahre?\n\nWeil wir jedes Konto einzeln anschauen."
        ),
    ),
    (
        "fr",
        "Mireille Quentric",
        (
            "Propos recueillis par Hélène Vautrin\n\nMireille Quentric prend sa retraite aujourd’hui.\n\n"
            "Comment devient-on déléguée ?\n\n"
            "Par hasard et par élimination. J’ai dit oui avant de savoir.\n\n"
            "Votre budget ?\n\nTrente mille euros par an, logiciel compris."
        ),
    ),
    (
        "es",
        "Ana Prieto",
        (
            "Entrevista de Graciela Aguirre\n\nAna Prieto dirige la Agencia desde marzo.\n\n"
            "¿Por qué son tan bajas las multas?\n\n"
            "Porque la ley es de 1999 y nadie la ha tocado desde entonces.\n\n"
            "¿Y qué hará usted?\n\nPedir que la cambien. Lo he pedido tres veces este año."
        ),
    ),
    (
        "it",
        "Vittoria Laterza",
        (
            "Intervista di Beatrice Spadaro\n\nVittoria Laterza guida l’ufficio da un anno.\n\n"
            "– Dottoressa Laterza, quante compagnie multerà?\n\n"
            "– Spero nessuna. La sanzione è l’ultima spiaggia.\n\n"
            "– Eppure il decreto le permette di arrivare a 50.000 euro.\n\n"
            "– Sono il carburante di una mattina."
        ),
    ),
    (
        "nl",
        "Anna de Wit",
        (
            "Interview door Kees Maas\n\nAnna de Wit leidt het toezicht sinds een jaar.\n\n"
            "Waarom duurt een onderzoek zo lang?\n\n"
            "Omdat wij elk dossier apart bekijken, en dat zijn er veel.\n\n"
            "Wat zou u morgen veranderen?\n\nEén register voor alle aanbieders. Dat scheelt iedereen werk."
        ),
    ),
]


@pytest.mark.parametrize(("language", "speaker", "text"), _PLAIN)
def test_answers_without_marks_are_those_of_the_interviewed(language: str, speaker: str, text: str) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert [quote.speaker for quote in found] == [speaker, speaker]


def test_labels_tell_who_answers() -> None:
    text = (
        "From the interview with Professor Ifeoma Castle\n\nCarla: Is this a lot of money, for them?\n\n"
        "Ifeoma: It is about thirty-three hours of revenue.\n\nDev: So who is next?\n\n"
        "Ifeoma: Somebody who can see it coming.\n\nThe full transcript goes up on Monday."
    )
    found = find_quotes(Article(text, SourceMetadata(language="en")))
    assert [quote.text for quote in found] == [
        "It is about thirty-three hours of revenue.",
        "Somebody who can see it coming.",
    ]
    assert {quote.speaker for quote in found} == {"Ifeoma Castle"}


def test_an_answer_keeps_what_is_quoted_in_it() -> None:
    text = (
        "Propos recueillis par Hélène Vautrin\n\nMireille Quentric prend sa retraite.\n\n"
        "Comment est-ce arrivé ?\n\nIl m’a dit : « Tu vas ranger les données. » J’ai dit oui.\n\n"
        "Et maintenant ?\n\nMaintenant, je jardine."
    )
    found = find_quotes(Article(text, SourceMetadata(language="fr")))
    assert [quote.text for quote in found] == [
        "Il m’a dit : « Tu vas ranger les données. » J’ai dit oui.",
        "Maintenant, je jardine.",
    ]


@pytest.mark.parametrize(
    "text",
    [
        (
            "How fines are made\n\nWho decides?\n\nA panel of three people decides, in writing.\n\n"
            "Can one appeal?\n\nYes, within two months, before the tribunal in Leeds."
        ),
        (
            "Monday interview\n\nTom Baker runs the firm.\n\nIs it over?\n\nHe smiles at the window.\n\n"
            "Will he go?\n\nHe does not say a word about that."
        ),
    ],
)
def test_questions_alone_make_no_interview(text: str) -> None:
    assert find_quotes(Article(text, SourceMetadata(language="en"))) == ()


def test_long_texts_of_questions_take_no_long_time() -> None:
    text = "Interview\n\n" + "Why is that so?\n\nBecause we say so, my friend.\n\n" * 4_000
    assert len(find_quotes(Article(text, SourceMetadata(language="en")))) == 4_000


def test_who_was_met_answers_and_not_the_authors_of_the_head() -> None:
    text = (
        "Bramwell Stoke LLP\n\nWho is selling your contracts?\n\n"
        "12 June 2025 | Dr. Ada Kramer and Tom Halvard\n\nThe BfDI fined Orrin GmbH EUR 45 million.\n\n"
        "We caught up with Liesl Kampmann after her speech in Bonn.\n\nWas the amount negotiated?\n\n"
        "“It was calculated. What the company got was a hearing, not a rebate.”\n\n"
        "Is every shop a processor?\n\n“If it types your name into another system, then yes.”"
    )
    quotes = find_quotes(Article(text, SourceMetadata(language="en")))
    assert [each.speaker for each in quotes] == ["Liesl Kampmann"] * 2


def test_who_runs_a_body_answers_and_not_the_body_that_does_something() -> None:
    text = (
        "Grand entretien\n\nPropos recueillis par Ghislain Pertuiset – 6 février 2026\n\n"
        "Solenne Kerbrat préside depuis 2020 le syndicat mixte Armor Fibre, qui a posé 412 000 prises.\n\n"
        "Vous dormez bien ?\n\n« Moi oui. Nous les appelons une par une, et on y va. »\n\n"
        "Que dit l’Arcep ?\n\n« Que les critères sont remplis. Elle nous a écoutés, elle a des ingénieurs. »"
    )
    quotes = find_quotes(Article(text, SourceMetadata(language="fr")))
    assert [each.speaker for each in quotes] == ["Solenne Kerbrat"] * 2


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        ("es", ("Ana Ruiz, presidenta de la CNMC, nos recibe\n\nPREGUNTA. ¿Por qué esta multa?\n\n"
         "RESPUESTA. Norvia había pactado precios.\n\nP. ¿Y ahora?\n\nR. Lo vigilaremos."), "Ana Ruiz"),
        ("it", ("Parla Anna Rossi, presidente dell’Agcm\n\nD. Perché questa multa?\n\n"
         "R. Norvia aveva concordato i prezzi.\n\nD. E adesso?\n\nR. Vigileremo."), "Anna Rossi"),
        ("en", ("Ann Roe, who chairs the CMA, talks to us\n\nQ: Why this fine?\n\n"
         "A: Norvia had fixed prices.\n\nQ: And now?\n\nA: We will keep watching."), "Ann Roe"),
        ("fr", ("Anne Roy dirige la CNIL\n\nQ. Pourquoi cette amende ?\n\n"
         "R. Norvia avait gardé les données.\n\nQ. Et maintenant ?\n\nR. Nous vérifierons."), "Anne Roy"),
    ],
)  # fmt: skip
def test_what_letters_mark_as_answers_is_said(language: str, text: str, speaker: str) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language=language)))
    assert [quote.speaker for quote in quotes] == [speaker, speaker]
    assert not any(quote.span.of(text).startswith(("R", "A:")) for quote in quotes)


def test_questions_that_a_body_answers_itself_are_no_interview() -> None:
    text = (
        "Preguntas frecuentes\n\nP. ¿Qué es el RGPD?\n\nR. Un reglamento de la Unión Europea.\n\n"
        "P. ¿A quién obliga?\n\nR. A todas las empresas."
    )
    assert not find_quotes(Article(text, SourceMetadata(language="es")))
