import gc
import weakref

import pytest

from casefile.briefs.pdf.document import PdfDocument
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.metadata import Metadata
from casefile.briefs.pdf.tags import Role, Tag
from tests.briefs.conftest import AS_OF, unpacked


def new_document() -> PdfDocument:
    document = PdfDocument(100, 100, Metadata("Title", "", "", "", "en", AS_OF), Face.SANS)
    document.start_page()
    return document


def test_a_link_may_come_before_the_place_it_leads_to() -> None:
    document = new_document()
    document.link("#later", (0, 0, 10, 10), "Later", Tag(Role.DOCUMENT).child(Role.LINK))
    document.end_page()
    document.start_page()
    document.anchor("later", 50)
    document.end_page()
    assert "/XYZ 0 50.00 0]" in unpacked(document.finish())


def test_a_link_to_nothing_is_told() -> None:
    document = new_document()
    document.link("#nowhere", (0, 0, 10, 10), "Nowhere", Tag(Role.DOCUMENT).child(Role.LINK))
    document.end_page()
    with pytest.raises(ValueError, match="nowhere"):
        document.finish()


def test_what_has_no_tag_is_an_artifact_and_marks_are_closed() -> None:
    document = new_document()
    document.content.fill((0, 0, 10, 1), (0, 0, 0), None)
    document.content.fill((0, 5, 10, 6), (0, 0, 0), None)
    document.content.fill(
        (0, 9, 10, 10), (0, 0, 0), Tag(Role.DOCUMENT).child(Role.FIGURE, alternate="A rule")
    )
    document.end_page()
    content = unpacked(document.finish())
    assert content.count("/Artifact BMC") == 1
    assert content.count("/Figure <</MCID 0>> BDC") == 1
    assert content.count("\nEMC") == 2


def test_a_document_that_is_let_go_of_is_gone_without_a_search_for_cycles() -> None:
    document = new_document()
    document.content.fill((0, 0, 10, 1), (0, 0, 0), None)
    document.end_page()
    document.finish()
    known = weakref.ref(document)
    gc.disable()
    try:
        del document
        assert known() is None
    finally:
        gc.enable()
