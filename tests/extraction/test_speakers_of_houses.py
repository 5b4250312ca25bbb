"""Whose words are told, and for which house somebody speaks: all six languages."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, str]] = [
    # Whom a house, a text or a body belongs to.
    (
        "en",
        (
            "Palisade paid. A spokesman for the firm’s custodian, Gulfstate Clearing, said it “provides "
            "plumbing, not advice.”"
        ),
        "Gulfstate Clearing",
    ),
    (
        "en",
        (
            "Hushbox has a rival. A spokesperson for a rival maker, told of it, wrote back that it was "
            "“adorable”."
        ),
        "",
    ),
    (
        "de",
        "Kastell Funk hat Konkurrenz. Ein Sprecher eines Konkurrenten sagte, das sei „niedlich“.",
        "",
    ),
    (
        "fr",
        "Orrin Télécom a un rival. Une porte-parole d’un concurrent a jugé cela « charmant ».",
        "",
    ),
    (
        "es",
        "Orrin Telecom tiene un rival. Una portavoz de una empresa rival dijo que era «adorable».",
        "",
    ),
    (
        "it",
        "Orrin Telecom ha un rivale. Una portavoce di un’azienda rivale ha detto che è «adorabile».",
        "",
    ),
    (
        "nl",
        "Orrin Telecom heeft een rivaal. Een woordvoerder van een concurrent noemde het ‘schattig’.",
        "",
    ),
    (
        "en",
        (
            "Kvikta, a subsidiary of the Dutch group Paldis, grew. The firm replied that the task had been "
            "“outsourced to trust”."
        ),
        "Kvikta",
    ),
    (
        "en",
        (
            "Piers Lonsdale was sorry. He received a bonus that a parliamentary committee described as “a "
            "reward for gravity”."
        ),
        "",
    ),
    (
        "fr",
        (
            "Paul Morel regrette. Il a touché une prime qu’une commission parlementaire a qualifiée de « "
            "récompense »."
        ),
        "",
    ),
    (
        "es",
        (
            "Pablo Ruiz lo lamenta. Cobró una prima que un comité parlamentario calificó de «premio a la "
            "gravedad»."
        ),
        "",
    ),
    (
        "nl",
        "Piet Blok heeft spijt. Hij kreeg een bonus die een parlementaire werkgroep ‘een beloning’ noemde.",
        "",
    ),
    (
        "en",
        (
            "Harrow & Finch promised safety, while an engineer’s memo, never passed on, described the "
            "walls as “a pillow”."
        ),
        "",
    ),
    (
        "en",
        (
            "The Food and Drug Administration knows. Her supervisor returned it with two words in the "
            "margin: “Not now.”"
        ),
        "",
    ),
    (
        "en",
        (
            "In August, a parents’ coalition asked the Texas Attorney General to take on the app, whose "
            "design it calls “predatory.” Wobbl has not replied."
        ),
        "",
    ),
    (
        "en",
        (
            "Wade Carrizales has sued Pinebrook Motors. Pinebrook’s lawyer told a judge that the tires “do "
            "contain nitrogen”."
        ),
        "Pinebrook Motors",
    ),
    (
        "en",
        (
            "It emerged that Zentrova kept the books of customers on a server that the agency called “a "
            "gossip machine”.\n\nThe Federal Trade Commission has also accused Zentrova of more."
        ),
        "Federal Trade Commission",
    ),
    # Names with initials, nicknames and titles in brackets; what is no name.
    (
        "en",
        (
            'The owner of the Hungry Pilgrim, Eugene "Chips" Noone, was in good form.\n\n"The tank ran '
            'dry," he said.'
        ),
        "Eugene Noone",
    ),
    (
        "en",
        (
            "Economist Prof. K. Venugopal Rao, on the other hand, points to prices. “The raid was the "
            "penalty. The rest is stationery.”"
        ),
        "K. Venugopal Rao",
    ),
    (
        "en",
        "Bountiful Mart is sorry. Chief (Mrs) Remilekun Balogun added: “Our lawyers have been briefed.”",
        "Remilekun Balogun",
    ),
    (
        "en",
        (
            "Accompanying the warning, a nine-page statement contains one sentence: “Anonymity was "
            "marketed as a feature.”"
        ),
        "",
    ),
    (
        "en",
        (
            "A trader, who gave her name simply as Iya Basira, had no plan to stop. “Light is our "
            "problem,” she said."
        ),
        "Iya Basira",
    ),
    (
        "en",
        (
            "Madam Rohani Salleh noticed it first.\n\n“Somebody brought a drink,” said the 67-year-old "
            "retiree."
        ),
        "Rohani Salleh",
    ),
    (
        "en",
        (
            "Deputy Chair Imogen Vass told a Senate estimates committee on Monday that “a penalty is a "
            "penalty”."
        ),
        "Imogen Vass",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_the_last_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert found[-1].speaker == speaker
