"""What the module ``document`` relies on in ReportLab. A test that fails names what an upgrade changed."""

from collections.abc import Callable
from io import BytesIO

import pytest
from reportlab import __version__
from reportlab.pdfbase import pdfdoc
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.pdfgen.canvas import Canvas

from casefile.briefs.pdf.document import _Written
from casefile.briefs.pdf.fonts import Face, load_face
from casefile.paths import resource


def made() -> Canvas:
    return Canvas(
        BytesIO(), (100, 100), invariant=1, lang="en", initialFontName=load_face(Face.SANS).fontName
    )


def numbers_objects() -> bool:
    file = made()._doc
    before = file.objectcounter
    reference = file.Reference(pdfdoc.PDFPage(), "a page")
    return bool(
        file.objectcounter == before + 1
        and file.numberToId[before + 1] == "a page"
        and file.idToObjectNumberAndVersion["a page"] == (before + 1, 0)
        and "a page" in file.idToObject
        and reference.format(file) == b"%d 0 R" % (before + 1)
    )


def leaves_out_reserved_numbers() -> bool:
    file = made()._doc
    file.objectcounter += 1
    reserved = file.objectcounter
    file.Reference(pdfdoc.PDFPage(), "a page")
    return reserved not in file.numberToId and file.idToObjectNumberAndVersion["a page"][0] == reserved + 1


def names_pages_before_they_are_added() -> bool:
    file = made()._doc
    page = pdfdoc.PDFPage()
    name = file.thisPageName()
    file.Reference(page, name)
    file.addPage(page)
    return bool(file.Pages.pages == [page] and file.thisPageName() != name)


def writes_further_keys_of_a_page() -> bool:
    file = made()._doc
    page = pdfdoc.PDFPage()
    page.__NoDefault__ = [*page.__NoDefault__, "StructParents"]
    page.StructParents, page.Contents, page.Resources = 7, "9 0 R", "8 0 R"
    page.Annots = _Written("[6 0 R]")
    written = b" ".join(page.format(file).split())
    return all(
        part in written for part in (b"/StructParents 7", b"/Contents 9 0 R", b"/Annots [6 0 R]")
    ) and (b"/Resources 8 0 R" in written and b"/Trans" not in written)


def writes_further_keys_of_the_catalogue() -> bool:
    file = made()._doc
    file.Catalog.__NoDefault__ = [*file.Catalog.__NoDefault__, "AF"]
    file.Catalog.AF, file.Catalog.StructTreeRoot = "[5 0 R]", "4 0 R"
    written = file.Catalog.format(file)
    return b"/AF [5 0 R]" in written and b"/StructTreeRoot 4 0 R" in written


def binds_bookmarks_to_the_open_page() -> bool:
    canvas = made()
    file = canvas._doc
    file.Reference(pdfdoc.PDFPage(), file.thisPageName())
    canvas.bookmarkHorizontalAbsolute("here", 50)
    canvas.addOutlineEntry("Here", "here", 0)
    bound = canvas._bookmarkReference("here")
    file.Outlines.prepare(file, canvas)
    number = file.idToObjectNumberAndVersion[file.thisPageName()][0]
    return bool(file.Outlines.ready == 1 and bound.format(file).split()[1:3] == [b"%d" % number, b"0"])


def gives_codes_by_subset() -> bool:
    font = load_face(Face.SANS)
    file = made()._doc
    ((subset, codes),) = font.splitString("ab", file)
    spoken = [font.state[file].subsets[subset][code] for code in codes]
    return spoken == [ord("a"), ord("b")] and font.getSubsetInternalName(0, file).startswith("/F")


def names_the_maps_of_its_fonts() -> bool:
    font = load_face(Face.SANS)
    file = made()._doc
    font.splitString("ab", file)
    font.getSubsetInternalName(0, file)
    subsets = len(font.state[file].subsets)
    font.addObjects(file)
    return len([name for name in file.idToObject if name.startswith("toUnicodeCMap:")]) == subsets


def lists_its_fonts_in_a_dictionary() -> bool:
    file = made()._doc
    listed = file.idToObject[pdfdoc.BasicFonts]
    listed.dict["S0"] = _Written("7 0 R")
    return b"/S0 7 0 R" in listed.format(file)


def leaves_the_end_of_line_before_endstream_out() -> bool:
    stream = pdfdoc.PDFStream(content=b"content")
    return bool(stream.format(made()._doc).endswith(b"\ncontentendstream\n"))


RELIED_ON: list[Callable[[], bool]] = [
    numbers_objects,
    leaves_out_reserved_numbers,
    names_pages_before_they_are_added,
    writes_further_keys_of_a_page,
    writes_further_keys_of_the_catalogue,
    binds_bookmarks_to_the_open_page,
    gives_codes_by_subset,
    names_the_maps_of_its_fonts,
    lists_its_fonts_in_a_dictionary,
    leaves_the_end_of_line_before_endstream_out,
]


@pytest.mark.parametrize("relied_on", RELIED_ON, ids=lambda relied_on: relied_on.__name__)
def test_reportlab_still(relied_on: Callable[[], bool]) -> None:
    assert relied_on(), f"ReportLab {__version__} no longer {relied_on.__name__.replace('_', ' ')}"


@pytest.mark.parametrize("face", Face)
def test_a_face_is_read_as_reportlab_reads_it(face: Face) -> None:
    ours = load_face(face)
    theirs = TTFont(face.value, BytesIO(resource(f"fonts/{face}.ttf").read_bytes()), asciiReadable=False)
    assert vars(ours).keys() == vars(theirs).keys()
    read, expected = vars(ours.face), vars(theirs.face)
    assert read.keys() == expected.keys() - {"glyphToChar"}
    told = read.keys() - {"_pos", "_pdfScale"}
    assert {name: read[name] for name in told} == {name: expected[name] for name in told}
