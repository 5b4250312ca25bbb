"""More ways in which English and German journalists word who spoke: a text, its quotations, speakers."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

Expected = list[tuple[str, str]]

CASES: list[tuple[str, str, Expected]] = [
    (
        "en",
        (
            "Tom Breckon, chief executive of Nimbus Pay, told reporters: “This is a sad day for "
            "small companies.” He added: “We'll fight it in court.”"
        ),
        [
            ("This is a sad day", "Tom Breckon"),
            ("We'll fight it in", "Tom Breckon"),
        ],
    ),
    (
        "en",
        (
            "The judgment, handed down by the High Court in London, said the watchdog had “plainly "
            "misdirected itself”."
        ),
        [
            ("plainly misdirecte", "High Court"),
        ],
    ),
    (
        "en",
        (
            "“There can be no doubt,” the ruling said, “that the tribunal erred.”\nThe Court of "
            "Appeal published its ruling on Friday."
        ),
        [
            ("There can be no do", "Court of Appeal"),
            ("that the tribunal", "Court of Appeal"),
        ],
    ),
    (
        "en",
        "Lina Khan's successor, Andrew Marsh, said the order was “long overdue”.",
        [
            ("long overdue", "Andrew Marsh"),
        ],
    ),
    (
        "en",
        "“No comment,” was all that Jean Whitlock, the firm's finance chief, would say.",
        [
            ("No comment,", "Jean Whitlock"),
        ],
    ),
    (
        "en",
        ("“The fine is lawful,” the court ruled.\nThe case was heard by the Federal Court of Australia."),
        [
            ("The fine is lawful", "Federal Court of Australia"),
        ],
    ),
    (
        "en",
        "For Elena Brandt, who runs the charity SafeNet, the ruling is “a start, nothing more”.",
        [
            ("a start, nothing m", "Elena Brandt"),
        ],
    ),
    (
        "en",
        (
            "“A great outcome,” tweeted Senator Mark Ollard. “Long overdue.”\nConsumer groups were "
            "less pleased: “Peanuts,” said Ruth Abel of FairPay."
        ),
        [
            ("A great outcome,", "Mark Ollard"),
            ("Long overdue.", "Mark Ollard"),
            ("Peanuts,", "Ruth Abel"),
        ],
    ),
    (
        "en",
        (
            "The firm, Volta Energy, said on Monday it “respectfully disagrees” with the finding. "
            "“Our meters are accurate,” it said."
        ),
        [
            ("respectfully disag", "Volta Energy"),
            ("Our meters are acc", "Volta Energy"),
        ],
    ),
    (
        "en",
        (
            "The case drew criticism from industry. “A disaster for start-ups,” was how Lena Fors, "
            "who chairs the lobby group TechNow, put it."
        ),
        [
            ("A disaster for sta", "Lena Fors"),
        ],
    ),
    (
        "en",
        (
            "“It was like shouting into a well,” recalled Dennis Achterberg, 61, of his eight calls "
            "to the helpline. His wife, Mona, was less diplomatic. “They robbed us, plain and "
            "simple.”"
        ),
        [
            ("It was like shouti", "Dennis Achterberg"),
            ("They robbed us, pl", "Mona"),
        ],
    ),
    (
        "en",
        (
            "The trade group Digital Commerce Alliance said in a statement that the rules were "
            "“unworkable in practice”; the European Consumer Organisation, by contrast, welcomed "
            "“the first real teeth in a decade”."
        ),
        [
            ("unworkable in prac", "Digital Commerce Alliance"),
            ("the first real tee", "European Consumer Organisation"),
        ],
    ),
    (
        "en",
        (
            "“Do you regret it?” the judge asked. “Every day,” came the reply from Kessler, the "
            "former treasurer."
        ),
        [
            ("Do you regret it?", ""),
            ("Every day,", "Kessler"),
        ],
    ),
    (
        "en",
        (
            "Under the heading “Frequently asked questions”, the site explains what “legitimate "
            "interest” means. Its “Trust Centre” is linked from every page."
        ),
        [],
    ),
    (
        "en",
        (
            "According to the order, Brightline's staff “routinely ignored” opt-out requests. The "
            "Norwegian Consumer Authority signed the order on 3 May."
        ),
        [
            ("routinely ignored", "Forbrukertilsynet"),
        ],
    ),
    (
        "en",
        (
            'In 2021, when she was still an MP, Layla Marsh had urged ministers to "follow the '
            'money". Asked about that on Monday, Marsh laughed. "I stand by every word."'
        ),
        [
            ("follow the money", "Layla Marsh"),
            ("I stand by every w", "Layla Marsh"),
        ],
    ),
    (
        "de",
        (
            "Ulrike Sommer leitet die Behörde seit 2021. „Wir prüfen jeden Fall einzeln“, sagte sie "
            "der „Süddeutschen Zeitung“. „Das dauert.“"
        ),
        [
            ("Wir prüfen jeden F", "Ulrike Sommer"),
            ("Das dauert.", "Ulrike Sommer"),
        ],
    ),
    (
        "de",
        (
            "Das Gericht sprach von einem „eklatanten Verstoß“. Die Kammer des Verwaltungsgerichts "
            "Hannover wies die Klage ab."
        ),
        [
            ("eklatanten Verstoß", "Kammer des Verwaltungsgerichts Hannover"),
        ],
    ),
    (
        "de",
        (
            "Kritik kam vom Branchenverband Bitkom. „Die Summe ist völlig überzogen“, sagte "
            "Hauptgeschäftsführer Bernhard Rohleder."
        ),
        [
            ("Die Summe ist völl", "Bernhard Rohleder"),
        ],
    ),
    (
        "de",
        (
            "„Ein fatales Signal“, findet die Grünen-Abgeordnete Tabea Krämer. Die Ministerin sieht "
            "das anders: „Wir schaffen Vertrauen.“\nMinisterin Anja Wolters hatte das Gesetz "
            "vorgelegt."
        ),
        [
            ("Ein fatales Signal", "Tabea Krämer"),
            ("Wir schaffen Vertr", "Anja Wolters"),
        ],
    ),
    (
        "de",
        (
            "„Ja“, antwortete Reimers knapp.\n„Und warum?“, hakte die Abgeordnete Sibylle Kern nach.\n"
            "„Weil es richtig ist“, so der Minister.\nOlaf Reimers ist Finanzminister."
        ),
        [
            ("Ja", "Olaf Reimers"),
            ("Und warum?", "Sibylle Kern"),
            ("Weil es richtig is", "Olaf Reimers"),
        ],
    ),
    (
        "de",
        (
            "Der Landesdatenschutzbeauftragte Marit Hansen zufolge sei die Einwilligung „nicht "
            "freiwillig“ erteilt worden."
        ),
        [
            ("nicht freiwillig", "Marit Hansen"),
        ],
    ),
    (
        "de",
        (
            "„Die Kunden hatten keine Wahl“, wird Mundt in der Mitteilung zitiert.\nAndreas Mundt ist "
            "Präsident des Bundeskartellamts."
        ),
        [
            ("Die Kunden hatten", "Andreas Mundt"),
        ],
    ),
    (
        "de",
        (
            "„Er sagte mir: ‚Lösch das nicht‘, und ich habe gehorcht“, erinnert sich Zeugin Helga "
            "Tamm vor Gericht."
        ),
        [
            ("Er sagte mir: ‚Lös", "Helga Tamm"),
        ],
    ),
    (
        "de",
        ("Aus Sicht von Professorin Lea Dornheim ist das Bußgeld „ein Tropfen auf den heißen Stein“."),
        [
            ("ein Tropfen auf de", "Lea Dornheim"),
        ],
    ),
    (
        "de",
        (
            "Dem Unternehmen wirft die Aufsicht „systematische Täuschung“ vor. Zuständig ist die "
            "Bundesnetzagentur."
        ),
        [
            ("systematische Täus", "Bundesnetzagentur"),
        ],
    ),
    (
        "de",
        "Man habe „nach bestem Wissen“ gehandelt, ließ die Klinik Sankt Vinzenz mitteilen.",
        [
            ("nach bestem Wissen", "Klinik Sankt Vinzenz"),
        ],
    ),
    (
        "de",
        "Anders sieht das Ökonom Jürgen Hafner vom Ifo-Institut: „Der Markt regelt das nicht.“",
        [
            ("Der Markt regelt d", "Jürgen Hafner"),
        ],
    ),
    (
        "de",
        (
            "Die Kammer stellte fest, dass die Einwilligung „unter Druck“ erteilt worden sei. Das "
            "Landgericht Köln ließ die Revision zu."
        ),
        [
            ("unter Druck", "Landgericht Köln"),
        ],
    ),
    (
        "de",
        (
            "Unter der Überschrift „Ihre Rechte“ erklärt die Seite den Begriff „berechtigtes "
            "Interesse“. Das Programm heißt „Safe Kids“."
        ),
        [],
    ),
    (
        "de",
        (
            "„Unser Mandant hat alles offengelegt“, unterstrich Verteidigerin Carla Neuhaus. "
            "Oberstaatsanwalt Götz Wieland widersprach: Der Beschuldigte habe „gelogen, bis sich die "
            "Balken bogen“."
        ),
        [
            ("Unser Mandant hat", "Carla Neuhaus"),
            ("gelogen, bis sich", "Götz Wieland"),
        ],
    ),
    (
        "de",
        (
            "»Das ist kein Kavaliersdelikt«, schreibt das Gericht in seiner Begründung. Zuständig "
            "war das Amtsgericht Tiergarten."
        ),
        [
            ("Das ist kein Kaval", "Amtsgericht Tiergarten"),
        ],
    ),
]


def assert_speakers(language: str, text: str, expected: Expected) -> None:
    """The text has just these quotations, each told by its beginning, of these speakers."""
    quotes = find_quotes(Article(text, SourceMetadata(language=language)))
    assert len(quotes) == len(expected)
    for quote, (start, speaker) in zip(quotes, expected, strict=True):
        assert quote.text.startswith(start)
        assert quote.speaker == speaker


@pytest.mark.parametrize(("language", "text", "expected"), CASES, ids=[text[:40] for _, text, _ in CASES])
def test_quotations_have_their_speakers(language: str, text: str, expected: Expected) -> None:
    assert_speakers(language, text, expected)


@pytest.mark.parametrize(
    ("language", "text", "speaker"),
    [
        (
            "en",
            "“We counted,” said Jo Harm, a baker. He called it “out of all reason” for a shop.",
            "Jo Harm",
        ),
        (
            "de",
            "„Wir haben gezählt“, sagte Jo Harm. Er nannte es „völlig maßlos“ für ein Geschäft.",
            "Jo Harm",
        ),
        ("en", "Kestrel B.V. said on Monday that it kept “no picture” of anybody.", "Kestrel B.V."),
    ],
)
def test_nobody_in_particular_holds_a_view_and_a_legal_form_keeps_its_stop(
    language: str, text: str, speaker: str
) -> None:
    found = find_quotes(Article(text, SourceMetadata(language=language)))
    assert found[-1].speaker == speaker
