"""The demo articles are read as what they are."""

from importlib.resources import files

import pytest

from casefile.reading import read_bytes
from casefile.terms import SourceKind


@pytest.mark.parametrize(
    ("name", "outlet", "published", "language", "kind", "figure"),
    [
        ("continental-ledger-2025-03-18.html", "The Continental Ledger", "2025-03-18", "en", SourceKind.PRESS,
         "€12.4 million"),
        ("northern-wire-2025-03-18.txt", "Northern Wire Agency", "2025-03-18", "en", SourceKind.PRESS,
         "The $13.6 penalty"),
        ("rheinische-handelsblaetter-2025-03-19.html", "Rheinische Handelsblätter", "2025-03-19", "de",
         SourceKind.PRESS, "14,2 Millionen Euro"),
        ("authority-release-2025-10-07.txt", "Autoriteit Persoonsgegevens", "2025-10-07", "en",
         SourceKind.AUTHORITY_RELEASE, "€9,300,000"),
    ],
)  # fmt: skip
def test_demo_article_is_read(
    name: str, outlet: str, published: str, language: str, kind: SourceKind, figure: str
) -> None:
    found = read_bytes(files("resources").joinpath("demo", name).read_bytes(), name)
    assert found.metadata.outlet == outlet
    assert found.metadata.published is not None
    assert found.metadata.published.edtf == published
    assert found.metadata.language == language
    assert found.metadata.kind is kind
    assert "Lumivara" in found.metadata.title or "start-up" in found.metadata.title
    assert figure in found.text
    assert "Marijke Veenstra" in found.text
    assert "ookies" not in found.text


@pytest.mark.parametrize(
    ("name", "speaker"),
    [
        ("northern-wire-2025-03-18.txt", "Veenstra."),
        ("rheinische-handelsblaetter-2025-03-19.html", "Marijke Veenstra"),
    ],
)
def test_speaker_stands_alone_under_the_quotation(name: str, speaker: str) -> None:
    found = read_bytes(files("resources").joinpath("demo", name).read_bytes(), name)
    lines = [line for line in found.text.split("\n") if line]
    assert lines[lines.index(speaker) - 1][-1] in '"“'
