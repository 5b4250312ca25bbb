"""Whom a pronoun or a noun means when several people and houses were spoken of: all six languages."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, str]] = [
    # A house that spoke before is no she, whoever spoke for it.
    (
        "de",
        (
            "Das Bußgeld traf die Kestrel Post. Es sei „überzogen“, sagte eine Sprecherin.\n\nTheodora "
            "Hallbach zeigte sich zufrieden. „Das Geheimnis endet nicht am Briefkasten“, meinte sie."
        ),
        "Theodora Hallbach",
    ),
    # What is read in a note is the company's whose sentence stands before.
    (
        "it",
        (
            "Il Garante ha multato Norvia S.p.A. per i dati. Norvia S.p.A. annuncia ricorso. La decisione è "
            "grave, si legge in una nota: l’importo sarebbe «quasi venti volte» i ricavi."
        ),
        "Norvia S.p.A.",
    ),
    # Whom somebody tells something is somebody else.
    (
        "en",
        (
            "It began with Ruth Adler, of Pike Fork, who paid $900 for a boiler. A plumber told her the "
            "repairs would cost more.\n\n“It smelled of gas,” she said."
        ),
        "Ruth Adler",
    ),
    (
        "de",
        (
            "Es begann mit Ruth Adler aus Dorsten, die 900 Euro zahlte. Ein Klempner sagte ihr, es werde "
            "teuer.\n\n„Es roch nach Gas“, sagte sie."
        ),
        "Ruth Adler",
    ),
    (
        "fr",
        (
            "Tout commence avec Claire Morel, de Vannes, qui a payé 900 euros. Un plombier lui a dit que "
            "ce serait cher.\n\n« Ça sentait le gaz », raconte-t-elle."
        ),
        "Claire Morel",
    ),
    (
        "nl",
        (
            "Het begon met Anna de Wit uit Assen, die 900 euro betaalde. Een loodgieter vertelde haar dat "
            "het duur werd.\n\n‘Het rook naar gas’, zegt ze."
        ),
        "Anna de Wit",
    ),
    # Whoever was brought up without a name stays without one.
    (
        "en",
        (
            "Kim Doyle ran Fern Hill School. It was spotted by a volunteer who filed the receipts.\n\n“I "
            "thought so too,” said the volunteer, who did not want to be named."
        ),
        "",
    ),
    (
        "de",
        (
            "Kim Voss leitet die Schule. Gemeldet hat es eine Freiwillige, die Belege abheften "
            "sollte.\n\n„Das dachte ich auch“, sagt die Freiwillige."
        ),
        "",
    ),
    (
        "fr",
        (
            "Paul Morel dirige l’école. Le tout a été repéré par une bénévole chargée des reçus.\n\n« Je "
            "le croyais aussi », dit la bénévole."
        ),
        "",
    ),
    (
        "en",
        (
            "“It is done,” said Sonya Bright, the minister.\n\nA gate agent who left last spring, and who "
            "asked not to be named, said that staff were told to wait. “On the fourth time you could "
            "blink,” she said."
        ),
        "",
    ),
    (
        "en",
        (
            "Vera Amory of the union was pleased.\n\nMr Reay’s mother, who sat through the hearing, said "
            "that the money meant nothing. “He wanted to be a drummer,” she said."
        ),
        "",
    ),
    # What a sentence is about comes before a house that is only within it.
    (
        "en",
        (
            "Norvale Air was fined.\n\nGrand Chief Darlene Stone, who speaks for five of the towns that "
            "Norvale serves, was less worried.\n\n“When the planes stop, a cabbage is $14,” she said."
        ),
        "Darlene Stone",
    ),
    # A surname alone makes the full name before it a person's.
    (
        "en",
        (
            "Zelmira Vanstory runs the office.\n\nStanding on the steps, Vanstory said she was not "
            "joking.\n\n“We have a mouse in a bag,” she said."
        ),
        "Zelmira Vanstory",
    ),
    (
        "it",
        "La denuncia porta la firma di Zelmira Vanzago.\n\nVanzago non si pente. «Lo rifarei», dice.",
        "Zelmira Vanzago",
    ),
    # Names: of nobility, of a company with a given name in it; a sum is none.
    (
        "en",
        "Commissioner Aveline d’Entremont has a staff of 12.\n\n“I can write you a letter,” she said.",
        "Aveline d’Entremont",
    ),
    (
        "en",
        "Ask Penny\n\nAurora Wings can ask for a review. The company said that it was “the perfect storm”.",
        "Aurora Wings",
    ),
    (
        "en",
        (
            "In July, the firm MultiBox was fined N766.2 million. The company said it was “consulting its "
            "lawyers”."
        ),
        "MultiBox",
    ),
    # What a pronoun for a house means.
    (
        "en",
        (
            "No regulator has acted against Bazaarly, a point the company was quick to make. In a "
            "statement it called the claim “a lottery ticket”."
        ),
        "Bazaarly",
    ),
    (
        "en",
        "The High Court was not persuaded. Gossip, it remarked, “does not come with figures”.",
        "High Court",
    ),
    (
        "en",
        "Rory Kessinger left. In one he told a colleague that it was “free money till the grown-ups look.”",
        "Rory Kessinger",
    ),
    (
        "en",
        (
            "Fundy Light declined to come. In a letter, its vice-president of customer care, Sunita Bhatt, "
            "wrote that it has “co-operated fully.”"
        ),
        "Sunita Bhatt",
    ),
    (
        "en",
        (
            "Inspectors went to Zippet under the Equipment (Safety) Regulations. A spokesperson for the "
            "importer said it was “puzzled”."
        ),
        "Zippet",
    ),
]


@pytest.mark.parametrize(("language", "text", "speaker"), CASES)
def test_the_last_quotation_has_its_speaker(language: str, text: str, speaker: str) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert found[-1].speaker == speaker
