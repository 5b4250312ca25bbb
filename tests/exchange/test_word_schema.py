"""A brief for a word processor has all that one asks of a document; the check finds what would stop it."""

import re
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest

from casefile.briefs.composition import NotePlace
from casefile.briefs.model import Brief
from casefile.exchange.markdown import markdown
from casefile.exchange.word_file import write_word
from casefile.progress import SILENT
from tests.briefs.conftest import make_brief
from tests.briefs.eight_scripts import brief_in_eight_scripts
from tests.conformance.made import briefs
from tests.exchange.word_schema import flaws_of

BRIEFS = {name: brief for name, brief in briefs().items() if "hundreds" not in name}


def written(brief: Brief) -> bytes:
    target = BytesIO()
    write_word(brief, target, SILENT)
    return target.getvalue()


def spoiled(content: bytes, part: str, change: Callable[[str], str]) -> bytes:
    """The document with another text of the part; without it where that is empty."""
    target = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as old, zipfile.ZipFile(target, "w") as new:
        for name in old.namelist():
            text = change(old.read(name).decode()) if name == part else ""
            if name != part:
                new.writestr(name, old.read(name))
            elif text:
                assert text != old.read(name).decode()
                new.writestr(name, text)
    return target.getvalue()


@pytest.mark.parametrize("place", NotePlace)
@pytest.mark.parametrize("name", BRIEFS)
def test_nothing_is_wrong_with_a_brief(name: str, place: NotePlace) -> None:
    assert flaws_of(written(replace(BRIEFS[name], note_place=place))) == []


@pytest.mark.parametrize("place", NotePlace)
def test_nothing_is_wrong_with_eight_scripts(place: NotePlace) -> None:
    assert flaws_of(written(replace(brief_in_eight_scripts(), note_place=place))) == []


def put(old: str, new: str) -> Callable[[str], str]:
    """The text with the first of the old words as the new."""
    return lambda text: text.replace(old, new, 1)


def swapped(first: str, second: str) -> Callable[[str], str]:
    """The text with two neighbours in the other order, the first time they come."""
    return lambda text: re.sub(rf"(<w:{first}\b[^>]*/>)\s*(<w:{second}\b[^>]*/>)", r"\2\1", text, count=1)


def nothing(_: str) -> str:
    return ""


STYLES, DOCUMENT, NOTES = "word/styles.xml", "word/document.xml", "word/footnotes.xml"
RELATIONS, TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"


@pytest.mark.parametrize(
    ("part", "change", "told"),
    [
        (STYLES, swapped("sz", "szCs"), "rPr holds its children in the wrong order"),
        (STYLES, swapped("spacing", "ind"), "pPr holds its children in the wrong order"),
        (STYLES, put('styleId="BriefCell"', 'styleId="Other"'), "the style BriefCell is not there"),
        (DOCUMENT, put("<w:tblGrid>", "<w:tblGrid><w:gridCol/>"), "columns of its table"),
        (DOCUMENT, put("</w:p></w:tc>", "</w:p><w:tbl/></w:tc>"), "a cell does not end in a paragraph"),
        (DOCUMENT, put('w:name="source_1"', 'w:name="1 s"'), "the bookmark 1 s is no name"),
        (DOCUMENT, put('w:name="source_1"', 'w:name="s"'), "no bookmark is called source_1"),
        (DOCUMENT, put('footnoteReference w:id="2"', 'footnoteReference w:id="1"'), "foot notes and their"),
        (DOCUMENT, put("</w:body>", "<w:p/></w:body>"), "the body does not end in its section"),
        (DOCUMENT, put("</w:body>", ""), "is no XML"),
        (RELATIONS, put("footnotes.xml", "feet.xml"), "leads to word/feet.xml, which is not there"),
        (RELATIONS, put('TargetMode="External"', ""), "leads to word/https:"),
        (TYPES, put("/word/footnotes.xml", "/word/feet.xml"), "word/feet.xml has a type and is not there"),
        (TYPES, put('Extension="rels"', 'Extension="other"'), ".rels has no type"),
        (NOTES, nothing, "leads to word/footnotes.xml, which is not there"),
    ],
)
def test_what_is_wrong_is_found(part: str, change: Callable[[str], str], told: str) -> None:
    content = written(replace(make_brief(), note_place=NotePlace.FOOT))
    flaws = flaws_of(spoiled(content, part, change))
    assert any(told in flaw for flaw in flaws), flaws


def test_only_web_addresses_are_links() -> None:
    good, bad = "https://a.example/x", "javascript:alert(1)"
    sample = make_brief()
    for address, counted in ((good, 1), (bad, 0)):
        brief = replace(sample, sources=(replace(sample.sources[0], url=address), *sample.sources[1:]))
        with zipfile.ZipFile(BytesIO(written(brief))) as archive:
            assert archive.read(RELATIONS).decode().count(address) == counted
            assert address in archive.read(DOCUMENT).decode()
        text = "".join(markdown(brief))
        assert (f"]({address}" in text or f"<{address}>" in text) is bool(counted)


def test_long_words_about_the_file_are_cut() -> None:
    long = "A title that never ends, " * 20
    content = written(replace(make_brief(), title=long, subtitle=long, author=long, marking=long))
    assert flaws_of(content) == []
    said = docx.Document(BytesIO(content)).core_properties
    for words in (said.title, said.subject, said.author, said.keywords, said.last_modified_by):
        assert (len(words), words[-1]) == (255, "…")
