"""Lists of references: each entry a source without text, with what it says of its publication."""

import json

import pytest

from casefile.reading import DamagedFileError, MediaType, read_bytes, read_contents
from casefile.reading.references import NOTE
from casefile.terms import SourceKind
from casefile.values import PartialDate

RIS = """TY  - NEWS
AU  - Lindqvist, Sofia
AU  - Autoriteit Persoonsgegevens
TI  - Watchdog fines Lumen Café
   over staff cameras
T2  - The Harbour Courier
PY  - 2025
DA  - 2025/03/18/
UR  - https://courier.example/fine
LA  - en
ER  -\x20

TY  - CASE
TI  - Lumen v Authority
PY  - 2026///
DO  - 10.1234/abc
ER  -\x20
"""
BIBTEX = r"""% my list
@string{hc = "The Harbour Courier"}
@article{lindqvist25,
  author = {Lindqvist, Sofia and Ren{\'e} M{\"u}ller and {Autoriteit Persoonsgegevens} and others},
  title = "Watchdog fines {Lumen Caf\'e} \& others: 5\% of turn\-over",
  journal = hc, year = 2025, month = mar, day = 18, langid = {ngerman},
  url = {https://courier.example/fine\_1}
}
@jurisdiction{lumen26, title = {{Lumen} v {Authority}}, date = {2026-02}, doi = {10.1234/abc}}
@misc{broken, title = {never closed
"""
CSL = [
    {
        "id": "a",
        "type": "article-newspaper",
        "title": "Watchdog fines Lumen Café",
        "author": [
            {"family": "Berg", "given": "Anna", "non-dropping-particle": "van den"},
            {"literal": "Autoriteit Persoonsgegevens"},
        ],
        "issued": {"date-parts": [[2025, 3, 18]]},
        "container-title": "The Harbour Courier",
        "URL": "https://courier.example/fine",
        "language": "en-GB",
    },
    {
        "type": "legal_case",
        "title": "Lumen v Authority",
        "issued": {"raw": "12 May 2026"},
        "authority": "Rechtbank",
    },
]


def test_a_single_ris_entry_is_the_document() -> None:
    found = read_bytes(RIS.split("\n\n", maxsplit=1)[0].encode(), "a.ris")
    assert (found.text, found.media_type, found.notes) == ("", MediaType.RIS, (NOTE,))
    known = found.metadata
    assert known.title == "Watchdog fines Lumen Café over staff cameras"
    assert known.authors == ("Sofia Lindqvist", "Autoriteit Persoonsgegevens")
    assert known.outlet == "The Harbour Courier"
    assert known.published == PartialDate("2025-03-18")
    assert (known.url, known.language, known.kind) == ("https://courier.example/fine", "en", SourceKind.PRESS)


def test_several_entries_are_parts_of_the_same_format() -> None:
    found = read_contents(RIS.encode(), "a.ris")
    assert found.document is None
    assert [part.name for part in found.parts] == [
        "Watchdog fines Lumen Café over staff cameras.ris",
        "Lumen v Authority.ris",
    ]
    assert found.parts[0].content.decode().split() == RIS.split("\n\n", maxsplit=1)[0].split()
    second = read_bytes(found.parts[1].content, "b.ris").metadata
    assert (second.url, second.kind) == ("https://doi.org/10.1234/abc", SourceKind.RULING)
    assert second.published == PartialDate("2026")


def test_bibtex_entries_are_parts_with_the_abbreviations_that_they_use() -> None:
    found = read_contents(BIBTEX.encode(), "a.bib")
    assert found.notes == ("Entries that are broken or stand twice were left out: 1.",)
    first, second = (read_bytes(part.content, part.name).metadata for part in found.parts)
    assert first.title == "Watchdog fines Lumen Café & others: 5% of turn\\-over".replace("\\-", "")
    assert first.authors == ("Sofia Lindqvist", "René Müller", "Autoriteit Persoonsgegevens")
    assert first.outlet == "The Harbour Courier"
    assert first.published == PartialDate("2025-03-18")
    assert (first.url, first.language) == ("https://courier.example/fine_1", "de")
    assert (second.title, second.published) == ("Lumen v Authority", PartialDate("2026-02"))
    assert second.kind is SourceKind.RULING
    assert b"@string" not in found.parts[1].content


@pytest.mark.parametrize(
    ("latex", "plain"),
    [
        (r"{\o}re and {\AA}s", "øre and Ås"),
        (r"Stra{\ss}e, \v{C}esk\'y, \c{c}a, \~n", "Straße, Český, ça, ñ"),
        ("one -- two~three", "one – two three"),
        (r"M\"uller\ldots", "Müller…"),
        (r"\unknown{x} \emph{word}", "x word"),
    ],
)
def test_accents_of_latex_are_characters(latex: str, plain: str) -> None:
    title = read_bytes(f"@misc{{a, title = {{{latex}}}}}".encode(), "a.bib").metadata.title
    assert title.strip() == plain


def test_csl_entries_are_parts() -> None:
    found = read_contents(json.dumps(CSL).encode(), "a.json")
    first, second = (read_bytes(part.content, part.name).metadata for part in found.parts)
    assert first.authors == ("Anna van den Berg", "Autoriteit Persoonsgegevens")
    assert first.published == PartialDate("2025-03-18")
    assert (first.outlet, first.language) == ("The Harbour Courier", "en")
    assert (second.outlet, second.kind) == ("Rechtbank", SourceKind.RULING)
    assert second.published == PartialDate("2026-05-12")
    assert json.loads(found.parts[0].content) == CSL[0]


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ({"date-parts": [[2025, 3]]}, "2025-03"),
        ({"date-parts": [["2025"]]}, "2025"),
        ({"date-parts": [[2025, 6, 31]]}, "2025-06"),
        ({"date-parts": [[2025, 13]]}, "2025"),
        ({"date-parts": [[]]}, None),
        ({"date-parts": []}, None),
        ({"literal": "no date"}, None),
        ("2025", None),
    ],
)
def test_a_date_is_as_precise_as_it_is_stated(issued: object, expected: str | None) -> None:
    content = json.dumps({"type": "report", "title": "x", "issued": issued}).encode()
    published = read_bytes(content, "a.json").metadata.published
    assert published == (PartialDate(expected) if expected else None)


@pytest.mark.parametrize(
    "content",
    [
        '{"type": "button", "title": "x"}',
        "[1, 2, 3]",
        "@ada: did you see this?",
        "TY for the tip",
        "% of GDP\n@x",
    ],
)
def test_what_only_looks_like_references_is_text(content: str) -> None:
    assert read_bytes(content.encode(), "a.txt").media_type is MediaType.PLAIN


@pytest.mark.parametrize("content", ['[{"type": "report", "title": ', "@article{a, title = {x"])
def test_a_cut_list_is_damaged(content: str) -> None:
    with pytest.raises(DamagedFileError):
        read_bytes(content.encode(), "a.txt")
