"""Which marked words somebody said, and which are a name, a term or a sign."""

import pytest

from casefile.extraction.quotes import find_quotes
from casefile.extraction.text import Article
from casefile.metadata import SourceMetadata

CASES: list[tuple[str, str, list[str]]] = [
    # What is called so by a name that is written large.
    ("en", "The suit turned on a setting called “Web & App Activity.” Users left.", []),
    ("en", "It was, in what Ann Roy called “the Wild West of data,” a first.", ["the Wild West of data,"]),
    # What somebody feels who was quoted before.
    ("en", "“It is a till,” said Ann Roy. But she is “proud of it”.", ["It is a till,", "proud of it"]),
    ("en", "“It is a till,” said Ann Roy. But the flat is “a bit small” for it.", ["It is a till,"]),
    (
        "nl",
        "„Een fooi”, zegt Anna Roos. Maar ze is ook „een beetje trots”.",
        ["Een fooi", "een beetje trots"],
    ),
    ("de", "„Ein Witz“, sagt Anna Roos. Aber sie ist „ein wenig stolz“.", ["Ein Witz", "ein wenig stolz"]),
    ("fr", "« C’est peu », dit Anne Roy. Mais elle est « un peu fière ».", ["C’est peu", "un peu fière"]),
    ("it", "«È poco», dice Anna Rossi. Ma lei è «un po’ fiera».", ["È poco", "un po’ fiera"]),
    ("es", "«Es poco», dice Ana Ruiz. Pero ella está «un poco triste».", ["Es poco", "un poco triste"]),
    ("de", "„So ist es“, sagt Anna Roos. Sie hoffe, es sei „eine Lehre“.", ["So ist es", "eine Lehre"]),
    ("es", "«Así es», dice Ana Ruiz. Espera que lo vean como «una lección».", ["Así es", "una lección"]),
    # What a product is called, be a comma within the marks.
    (
        "en",
        "One said that it logged people who had switched off a setting called “Location History,” too.",
        [],
    ),
    ("en", "PetalTrack also announced a premium tier, called “Private Mode,” at $9.99 a month.", []),
    ("en", "Halden Voss called the verdict “a museum piece.”", ["a museum piece."]),
    # How a company that is named feels, in a word.
    ("en", "Kestrel is “disappointed”. The order stands.", ["disappointed"]),
    ("en", "Optus admitted it. It has “apologised without reservation”.", ["apologised without reservation"]),
    ("en", "The shop is “closed”.", []),
    # What stands as a noun behind its article, a possessive or “of”.
    (
        "en",
        "Dealswarm said it would refund charges for a “free” trial and stop the advertising.",
        [],
    ),
    (
        "en",
        "Dealswarm said that blocking visitors was a “legitimate if inelegant” answer.",
        ["legitimate if inelegant"],
    ),
    (
        "en",
        "The company disagreed with the description of its “mobility insights” and was settling.",
        [],
    ),
    (
        "en",
        "Wade Carrizales has sued the dealer for adding a “nitrogen tire fee” of $299 to every sale.",
        [],
    ),
    (
        "en",
        "It was on display outside a restaurant called the “Crash Pad Diner.”",
        [],
    ),
    (
        "es",
        "La autoridad recuerda que mantiene abierto su buzón de «informantes» para todos.",
        [],
    ),
    (
        "nl",
        "De dienst stelde vast dat het bedrijf een ‘administratieve vergoeding’ van 45 euro aanrekende.",
        [],
    ),
    (
        "es",
        "El anunciado «botón de reembolso», que el ministro prometió aprobar, duerme en comisión.",
        [],
    ),
    (
        "en",
        "A handbook for the staff, “Markets for Beginners,” is being printed.",
        [],
    ),
    (
        "it",
        "La società, replica, parla di «un malinteso» e chiede scusa.",
        ["un malinteso"],
    ),
    (
        "de",
        "Der Chef sagt, er sei ein «Bauernopfer».",
        ["Bauernopfer"],
    ),
    # What was said all the same.
    (
        "en",
        "Paul Kent asked a vice president to “juice this hog.”",
        ["juice this hog."],
    ),
    (
        "en",
        "AUSTRAC launched proceedings, alleging ‘serious and systemic’ failures by the bank.",
        ["serious and systemic"],
    ),
    (
        "en",
        "The ACM “takes note”.",
        ["takes note"],
    ),
    (
        "fr",
        "Dans une brève réaction, l’entreprise « prend acte » et annonce des investissements.",
        ["prend acte"],
    ),
    (
        "it",
        "È una pilota mancata («Soffrivo il mal d’aria», confessa) e lo ammette.",
        ["Soffrivo il mal d’aria"],
    ),
    (
        "de",
        "Beim Verband hiess es, man sei «nicht überrascht».",
        ["nicht überrascht"],
    ),
    (
        "de",
        (
            "„Nicht das Wort ‚Ja‘ ist gefährlich, sondern das Wort ‚kurz‘“ – Spruch auf einer Tasse in der "
            "Redaktion"
        ),
        ["Nicht das Wort ‚Ja‘ ist gefährlich, sondern das Wort ‚kurz‘"],
    ),
    (
        "en",
        (
            "“If you take a man’s money, you should count it,” he said. The commission has promised to "
            "correct it. (SNA)(www.example.org)"
        ),
        ["If you take a man’s money, you should count it,"],
    ),
    (
        "en",
        "Hon. Ada Obi, who sits on that committee for the minority, described the sum as “bus fare”.",
        ["bus fare"],
    ),
    (
        "de",
        (
            "Uwe Lenz, Vizepräsident des Amtes: „Eltern sparen.\n\nDas dulden wir nicht, "
            "auch nicht unter dem Deckmantel der ‚Markenpflege‘.“"
        ),
        ["Eltern sparen.\n\nDas dulden wir nicht, auch nicht unter dem Deckmantel der ‚Markenpflege‘."],
    ),
]


@pytest.mark.parametrize(("language", "text", "said"), CASES)
def test_only_what_was_said_is_a_quotation(language: str, text: str, said: list[str]) -> None:
    article = Article(f"It was late.\n\n{text}\n\nIt is over.", SourceMetadata(language=language))
    assert [quote.text for quote in find_quotes(article)] == said
