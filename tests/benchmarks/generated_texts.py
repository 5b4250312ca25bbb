"""Made texts for measuring: seeded, in several languages, with the word frequencies of real prose (Zipf).

Every document mixes the languages. That is the worst case for an index of words: the most common word stands
in every document.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import cycle, product
from random import Random

WORD_FORMS = 50_000
WORDS_A_TEXT = 480
"""About 3 KB as UTF-8."""
_TABLE = 1 << 20
"""Places of the table that words are drawn from: the rarest word has about two."""


def _words(*lines: str) -> tuple[str, ...]:
    return tuple(word for line in lines for word in line.split())


_COMMON = _words(
    "the of and to in a that for on with by was is it as at from had said its be de la le les des et en du",
    "que der die und den von das mit für auf im dem nicht het een van voor niet dat op te zijn el los por",
    "una il di che per data privacy fine company authority regulator court decision gdpr protection users",
    "personal million euros breach consent commission law article orders investigation amende autorité",
    "données behörde bußgeld datenschutz boete toezichthouder multa autoridad sanzione garante",
)
_STARTS = _words("b br c ch d dr f fl g gr h j k kl l m n p pr qu r s sch st t tr v w z sp")
_HEARTS = _words("a e i o u é è ä ö ü ou ei ie au ij ñe ça")
_ENDS = ("", "n", "r", "s", "l", "t", "ren", "tion", "ung", "heid", "ment", "ado", "are", "ing", "é", "eur")
_NAMES = _words("Lumivara Ostrel Kandimo Veltrix Brixholm Quorada Senvik Tarmello Ulmberg Zefirano Ophirix")
_OUTLETS = ("Example News", "Le Courrier fictif", "Beispielzeitung", "De Voorbeeldkrant", "El Ejemplo")
_LANGUAGES = ("en", "fr", "de", "nl", "es")
_SENTENCE = 16
_PARAGRAPH = 6


@dataclass(frozen=True)
class GeneratedText:
    """One article; ``number`` counts from 0 and stands in the text as a word of its own (``ref000042``)."""

    number: int
    title: str
    outlet: str
    language: str
    published: str
    """A day as ISO 8601."""
    text: str


def vocabulary() -> list[str]:
    """The word forms, the most frequent first; the same in every run."""
    words = dict.fromkeys(_COMMON)
    syllables = [start + heart for start, heart in product(_STARTS, _HEARTS)]
    Random(7).shuffle(syllables)  # noqa: S311
    for second, first, end in product(syllables, syllables, _ENDS):
        words[f"{first}{second}{end}"] = None
        if len(words) >= WORD_FORMS * 6:
            break
    made = list(words)
    rest = made[len(_COMMON) :]
    Random(11).shuffle(rest)  # noqa: S311
    return made[: len(_COMMON)] + rest[: WORD_FORMS - len(_COMMON)]


def generate(count: int, seed: int = 1, words_a_text: int = WORDS_A_TEXT) -> Iterator[GeneratedText]:
    """That many articles, one after another; the same seed gives the same articles."""
    random = Random(seed)  # noqa: S311
    table = _drawing_table()
    outlets, languages = cycle(_OUTLETS), cycle(_LANGUAGES)
    for number in range(count):
        words = random.choices(table, k=words_a_text)
        name = random.choice(_NAMES)
        title = f"{name} {' '.join(words[40:46])} {number}"
        day = f"{2015 + number % 11}-{1 + number % 12:02d}-{1 + number % 28:02d}"
        words[20] = f"ref{number:06d}"
        words[30] = name
        yield GeneratedText(number, title, next(outlets), next(languages), day, _as_prose(words))


def _drawing_table() -> list[str]:
    """Each word as often as its rank's share of all words (1/rank), at least once."""
    words = vocabulary()
    whole = sum(1 / rank for rank in range(1, len(words) + 1))
    table: list[str] = []
    for rank, word in enumerate(words, start=1):
        table += [word] * max(1, round(_TABLE / (rank * whole)))
    return table


def _as_prose(words: list[str]) -> str:
    """Sentences and paragraphs of even length."""
    sentences = [" ".join(words[at : at + _SENTENCE]) + "." for at in range(0, len(words), _SENTENCE)]
    paragraphs = [" ".join(sentences[at : at + _PARAGRAPH]) for at in range(0, len(sentences), _PARAGRAPH)]
    return "\n\n".join(paragraphs)
