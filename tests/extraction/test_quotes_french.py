"""Quotations and speakers in French: how each begins, and who said it; all invented."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, Expected]] = [
    (
        "« Nous ferons appel », a déclaré Claire Martin, porte-parole de Soignet.",
        [("Nous", "Claire Martin")],
    ),
    (
        "« C’est une victoire », se félicite Marc Petit, avocat de l’association. « Enfin ! »",
        [("C’est", "Marc Petit"), ("Enfin", "Marc Petit")],
    ),
    (
        "Selon Claire Martin, directrice de la société, la décision est « injuste ».",
        [("injuste", "Claire Martin")],
    ),
    (
        "La présidente de la CNIL, Marie-Claude Favre, dénonce « un manque de transparence ».",
        [("un manque", "Marie-Claude Favre")],
    ),
    (
        "— Nous ne savions rien, dit Paul Roux.\n— Vous auriez dû, répond Claire Martin.",
        [("Nous ne", "Paul Roux"), ("Vous", "Claire Martin")],
    ),
    (
        "« Il faut agir », a-t-elle ajouté. Claire Martin préside le comité.",
        [("Il faut", "")],
    ),
    (
        "Claire Martin préside le comité. « Il faut agir », a-t-elle ajouté.",
        [("Il faut", "Claire Martin")],
    ),
    (
        "L’entreprise se dit « surprise » et évoque une « erreur technique ». Soignet fera appel.",
        [("surprise", ""), ("erreur", "")],
    ),
    (
        "Le film intitulé « La Fuite » et la rubrique dite « conso » existent encore.",
        [],
    ),
    (
        "“Nous coopérons”, assure le groupe Marchal dans un communiqué.",
        [("Nous coop", "Marchal")],
    ),
    (
        "Jean Morel, l’avocat du groupe : « Nous irons jusqu’au bout. »",
        [("Nous irons", "Jean Morel")],
    ),
    (
        "Le ministre de l’Économie, Luc Berger, a salué une décision « historique ».",
        [("historique", "Luc Berger")],
    ),
    (
        (
            "Contacté, Omnia n’a pas réagi. « Nous étudions la décision », indique un porte-parole "
            "de l’entreprise."
        ),
        [("Nous étu", "Omnia")],
    ),
    (
        "« C’est trop peu, trop tard », regrette-t-elle. « Hélas. »\n",
        [("C’est", ""), ("Hélas", "")],
    ),
    (
        "Pour l’avocate Nadia Benali, il s’agit d’un « précédent dangereux ».",
        [("précédent", "Nadia Benali")],
    ),
    (
        (
            "Nadia Benali, avocate au barreau de Lyon, parle d’un « précédent dangereux ». « On "
            "verra », glisse-t-elle."
        ),
        [("précédent", "Nadia Benali"), ("On verra", "Nadia Benali")],
    ),
    (
        "« Les règles sont claires », martèle la présidente de l’autorité, Anne Morel.",
        [("Les règles", "Anne Morel")],
    ),
]


@pytest.mark.parametrize(("text", "expected"), CASES, ids=[text[:40] for text, _ in CASES])
def test_quotations_have_their_speakers(text: str, expected: Expected) -> None:
    quotes = find_quotes(Article(text, SourceMetadata(language="fr")))
    starts = [start for start, _ in expected]
    found = [(quote.text[: len(start)], quote.speaker) for quote, start in zip(quotes, starts, strict=False)]
    assert (found, len(quotes)) == (expected, len(expected))
