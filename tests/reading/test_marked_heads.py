"""Heads and feet of pasted articles and whole ones, each with what it says of itself: tests/data/heads."""

import re
from dataclasses import dataclass
from pathlib import Path

import pytest

from casefile.metadata import SourceMetadata
from casefile.reading.head_marks import issue_year
from casefile.reading.plain import describe

_FOLDER = Path(__file__).parent.parent / "data" / "heads"
_BODY = {
    "en": "The regulator said that the company had kept the records of its customers for much longer than it "
    "was allowed to, and that it would have to delete them before the end of the year or pay for each day.",
    "de": "Die Behörde teilte mit, dass das Unternehmen die Daten seiner Kunden viel länger aufbewahrt habe, "
    "als es ihm erlaubt war, und dass es sie noch in diesem Jahr löschen oder für jeden Tag zahlen muss.",
    "fr": "L’autorité a indiqué que la société avait conservé les données de ses clients bien plus longtemps "
    "que ce qui lui était permis, et qu’elle devra les effacer avant la fin de l’année ou payer chaque jour.",
    "nl": "De toezichthouder zegt dat het bedrijf de gegevens van zijn klanten veel langer heeft bewaard dan "
    "was toegestaan, en dat het die voor het einde van het jaar moet wissen of voor elke dag moet betalen.",
    "it": "L’autorità ha detto che la società ha conservato i dati dei suoi clienti molto più a lungo di "
    "quanto le era permesso, e che dovrà cancellarli entro la fine di questo anno o pagare per ogni giorno.",
    "es": "La autoridad dijo que la empresa había guardado los datos de sus clientes mucho más tiempo de lo "
    "que le estaba permitido, y que tendrá que borrarlos antes de que acabe el año o pagar por cada día.",
}
_BEGINNING = re.compile(r"^=== (.+)\n", re.MULTILINE)


@dataclass(frozen=True)
class MarkedHead:
    """A text and its date, title, outlet and authors: "-" for none, "~" for not asked."""

    said: tuple[str, ...]
    text: str


def _marked(language: str) -> list[MarkedHead]:
    texts = (_FOLDER / f"{language}{kind}.txt" for kind in ("", "-whole"))
    _, *pieces = _BEGINNING.split("\n".join(text.read_text(encoding="utf-8") for text in texts))
    body = "\n\n".join(3 * [_BODY[language]])
    return [
        MarkedHead(tuple(field.strip() for field in mark.split(" | ")), text.replace("{body}", body))
        for mark, text in zip(pieces[::2], pieces[1::2], strict=True)
    ]


def _told(found: SourceMetadata) -> tuple[str, ...]:
    date = found.published.edtf if found.published else ""
    return tuple(each or "-" for each in (date, found.title, found.outlet, "; ".join(found.authors)))


@pytest.mark.parametrize(
    "marked",
    [
        pytest.param(marked, id=f"{language}-{number}")
        for language in _BODY
        for number, marked in enumerate(_marked(language), start=1)
    ],
)
def test_head_says(marked: MarkedHead) -> None:
    told = _told(describe(marked.text))
    asked = [place for place, answer in enumerate(marked.said) if answer != "~"]
    assert [told[place].casefold() for place in asked] == [marked.said[place].casefold() for place in asked]


@pytest.mark.parametrize(
    ("line", "year"),
    [
        ("Press release 17/2025", 2025),
        ("Comunicado 118/2025", 2025),
        ("No. 2025-118", 2025),
        ("The Tribune, Vol. 12, No. 34/2025", 2025),
        ("Press release IP/25/1234", 2025),
        ("Case No. 118/2024", None),
        ("Règlement n° 2016/679", None),
        ("Legge n. 190/2012", None),
    ],
)
def test_year_of_an_issue_and_not_of_a_case_or_law(line: str, year: int | None) -> None:
    assert issue_year(line) == year
