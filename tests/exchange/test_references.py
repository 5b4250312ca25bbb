"""Our own readers read the lists of references that we write."""

from collections.abc import Iterator
from unicodedata import normalize

import pytest
from hypothesis import given
from hypothesis import strategies as st

from casefile.exchange.bibtex import _escaped, _whole_name
from casefile.exchange.csl import _date
from casefile.exchange.formats import ExportFormat
from casefile.exchange.ris import _dates
from casefile.metadata import SourceMetadata
from casefile.reading import read_bytes, read_contents
from casefile.values import PartialDate
from tests.exchange.conftest import Made
from tests.exchange.made_case import SOURCES

FORMATS = (ExportFormat.CSL, ExportFormat.RIS, ExportFormat.BIBTEX)


def read_again(content: bytes, wanted: ExportFormat) -> Iterator[SourceMetadata]:
    for part in read_contents(content, f"out{wanted.told.suffix}").parts:
        yield read_bytes(part.content, part.name).metadata


@pytest.mark.parametrize("wanted", FORMATS)
def test_what_is_written_is_read_again(made: Made, wanted: ExportFormat) -> None:
    content = made.export(wanted)
    found = list(read_again(content, wanted))
    assert len(found) == 2
    for was, again in zip(SOURCES[:2], found, strict=True):
        for name in ("title", "outlet", "authors", "published", "language", "kind"):
            assert getattr(again, name) == getattr(was, name), name
        assert again.url == was.url


@pytest.mark.parametrize(
    ("edtf", "csl", "ris"),
    [
        ("2024", {"date-parts": [[2024]]}, ["2024", "2024///"]),
        ("2024-06~", {"date-parts": [[2024, 6]], "circa": True}, ["2024", "2024/06//about June 2024"]),
        ("2023/2024", {"date-parts": [[2023], [2024]]}, ["///2023 to 2024"]),
        ("2024-34", {"literal": "Q2 2024"}, ["2024", "2024///Q2 2024"]),
        ("2023/..", {"literal": "from 2023"}, ["///from 2023"]),
        ("../2024", {"literal": "until 2024"}, ["///until 2024"]),
    ],
)
def test_a_partial_date_is_as_precise_as_it_was(edtf: str, csl: object, ris: list[str]) -> None:
    assert _date(PartialDate(edtf)) == csl
    assert [value for _, value in _dates(PartialDate(edtf))] == ris


def test_a_bibtex_name_is_not_taken_apart() -> None:
    assert _whole_name("Smith and Sons") == "{Smith {and} Sons}"


# Without what LaTeX joins to other signs, and the caret, which our reader of it takes for an accent.
PLAIN = st.text(
    st.characters(codec="utf-8", exclude_categories=("C", "Z", "M"), exclude_characters="-'`\"<>?!,^")
)


@given(PLAIN)
def test_a_bibtex_title_is_read_again_whatever_its_signs(title: str) -> None:
    entry = f"@misc{{key,\n  title = {{{{a {_escaped(title)} b}}}},\n}}\n"
    # A reader of BibTeX gives back signs that Unicode holds for the same (U+F900, U+8C48) as one of them.
    same = normalize("NFC", f"a {title} b".replace("  ", " "))
    assert read_bytes(entry.encode(), "a.bib").metadata.title == same
