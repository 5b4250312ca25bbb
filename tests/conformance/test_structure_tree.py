"""What a screen reader meets in a brief: the order, the elements, their links, their pages."""

from io import BytesIO
from itertools import pairwise

import pytest

pytest.importorskip("pikepdf", reason="make check installs requirements-conformance.txt")

import pikepdf

from casefile.briefs.composition import NotePlace
from casefile.briefs.model import Brief
from casefile.briefs.pdf.words import value_words
from tests.briefs.conftest import make_brief
from tests.conformance.conftest import Written
from tests.conformance.made import CLAIMS, rendered, with_figure
from tests.conformance.tree import Annotation, Content, Node, read_tree


@pytest.fixture(scope="module")
def sample() -> Brief:
    return make_brief()


@pytest.fixture(scope="module")
def tree(sample: Brief) -> Node:
    return read_tree(rendered(sample))


@pytest.fixture(scope="module")
def written_tree(written: Written) -> Node:
    """What a screen reader meets in the brief of :func:`tests.conformance.conftest.written`."""
    return read_tree(written.content)


def gone_on(tree: Node) -> set[tuple[int, int]]:
    """Page and number of what notes go on with at the foot of a later page, below what is read after them."""
    found = set()
    for note in tree.walk():
        if isinstance(note, Node) and note.role == "Note":
            parts = [part for part in note.walk() if isinstance(part, Content)]
            found |= {(part.page, part.number) for part in parts if part.page > parts[0].page}
    return found


def test_what_is_read_is_painted_in_the_same_order(written: Written, written_tree: Node) -> None:
    later = gone_on(written_tree) if written.brief.note_place is NotePlace.FOOT else set()
    painted: dict[int, list[int]] = {}
    below: dict[int, list[int]] = {}
    for part in written_tree.walk():
        if isinstance(part, Content):
            where = below if (part.page, part.number) in later else painted
            where.setdefault(part.page, []).append(part.number)
    assert painted
    for page, numbers in painted.items():
        rest = below.get(page, [])
        assert numbers == sorted(numbers)
        assert rest == sorted(rest)
        assert sorted(numbers + rest) == list(range(len(numbers) + len(rest))), "something is lost"


def test_the_parent_tree_leads_back_to_every_element(written: Written) -> None:
    with pikepdf.open(BytesIO(written.content)) as file:
        held = dict(pikepdf.NumberTree(file.Root.StructTreeRoot.ParentTree))
        for page in file.pages:
            for number, element in enumerate(held[int(page.obj.StructParents)]):
                kids = element.K if isinstance(element.K, pikepdf.Array) else [element.K]
                own = [kid for kid in kids if not isinstance(kid, pikepdf.Dictionary)]
                others = [
                    (kid.Pg.objgen, int(kid.MCID))
                    for kid in kids
                    if isinstance(kid, pikepdf.Dictionary) and "/MCID" in kid
                ]
                here = element.Pg.objgen == page.obj.objgen and number in map(int, own)
                assert here or (page.obj.objgen, number) in others
            for link in page.obj.get("/Annots", []):
                assert pikepdf.Name.Link == held[int(link.StructParent)].S


def test_headings_have_no_gaps_and_begin_with_the_title(written_tree: Node) -> None:
    levels = [int(node.role[1]) for node in written_tree.nodes("H1", "H2", "H3", "H4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(below <= above + 1 for above, below in pairwise(levels))


def test_headings_say_what_the_outline_says(sample: Brief, tree: Node) -> None:
    assert [node.text for node in tree.nodes("H1")] == [sample.title]
    assert [node.text for node in tree.nodes("H2")] == [
        "Summary", "Enforcement actions", "Where the sources disagree", "In their own words",
        "Timeline at a glance", "Timeline", "Open points", "Sources", "Notes",
    ]  # fmt: skip
    titles = [f"Action {number} {action.title}" for number, action in enumerate(sample.actions, start=1)]
    assert [node.text for node in tree.nodes("H3")][:3] == titles


def test_the_marking_is_read_first_and_once(sample: Brief, tree: Node) -> None:
    assert tree.nodes("P")[0].text == sample.marking
    assert tree.text.count(sample.marking) == 1


def test_running_lines_are_not_read(tree: Node) -> None:
    assert "1 of" not in tree.text
    assert tree.text.count("Directorate for Digital Affairs") == 1


def test_every_link_is_on_its_page_and_says_where_it_leads(sample: Brief) -> None:
    content = rendered(sample)
    links = read_tree(content).nodes("Link")
    assert all(node.text for node in links)
    found = [part for node in links for part in node.kids if isinstance(part, Annotation)]
    assert all(part.words for part in found)
    assert {part.target for part in found} >= {source.url for source in sample.sources}
    with pikepdf.open(BytesIO(content)) as file:
        on_pages = [
            (number, int(link.StructParent))
            for number, page in enumerate(file.pages)
            for link in page.obj.get("/Annots", [])
        ]
    assert sorted((part.page, part.key) for part in found) == sorted(on_pages)
    assert len(on_pages) > 50


def test_a_link_over_two_lines_is_one_link(sample: Brief, tree: Node) -> None:
    long = max((source.url for source in sample.sources), key=len)
    (link,) = (node for node in tree.nodes("Link") if node.text.startswith(long[:30]))
    assert link.text.replace(" ", "") == long
    assert len([part for part in link.kids if isinstance(part, Annotation)]) > 1


def test_tables_have_headers_with_scope_and_even_rows(sample: Brief, tree: Node) -> None:
    tables = tree.nodes("Table")
    assert len(tables) == 4
    for table in tables:
        rows = table.nodes("TR")
        assert len({len(row.kids) for row in rows}) == 1
        headers = table.nodes("TH")
        assert headers
        assert all(header.attributes["Scope"] in ("/Column", "/Row") for header in headers)
    glance = tables[0].nodes("TR")
    assert [cell.text for cell in glance[0].nodes("TH")] == [
        "No.", "Respondent", "Authority", "Measure", "Amount", "Status", "Decided",
    ]  # fmt: skip
    assert len(glance) == 1 + len(sample.actions)


def test_facts_are_read_beside_their_names(sample: Brief, tree: Node) -> None:
    items = [(item.nodes("Lbl")[0].text, item.nodes("LBody")[0].text) for item in tree.nodes("LI")]
    for fact in sample.actions[0].facts:
        assert any(label == fact.label and value_words(fact.value) in body for label, body in items)


def test_figures_are_read_with_their_captions(tree: Node) -> None:
    items = [item.text for item in tree.nodes("LI")]
    assert "3 enforcement actions, one reduced by a court" in items


def test_quotes_and_passages_tell_their_language(sample: Brief, tree: Node) -> None:
    quotes = {quote.text: quote.language for quote in sample.quotes}
    for node in tree.nodes("BlockQuote"):
        words = node.text.split("”")[0].strip("“")
        if words in quotes:
            assert node.language == quotes[words]
    passages = [note.nodes("BlockQuote")[0] for note in tree.nodes("Note")]
    assert {passage.language for passage in passages} <= {source.language for source in sample.sources}
    assert "fr" in {node.language for node in tree.nodes("BlockQuote")}


def test_each_note_has_its_number_and_its_identifier(sample: Brief, tree: Node) -> None:
    notes = tree.nodes("Note")
    assert len(notes) == len(sample.notes())
    for number, note in enumerate(notes, start=1):
        assert note.identifier == f"note-{number}"
        assert note.nodes("Lbl")[0].text == str(number)


@pytest.mark.parametrize("written", ["a long quote over pages"], indirect=True)
def test_what_goes_over_a_page_is_one_element(written_tree: Node) -> None:
    (quote,) = (node for node in written_tree.nodes("BlockQuote") if "word5999" in node.text)
    assert len(quote.nodes("P")) == 1
    assert len(quote.pages) > 10
    text = quote.text
    assert all(f"word{number} " in text for number in range(5_999))


@pytest.mark.parametrize("written", ["sixty actions, A4", "sixty actions, Letter"], indirect=True)
def test_a_header_set_again_is_read_once(written_tree: Node) -> None:
    (events,) = (table for table in written_tree.nodes("Table") if "What happened" in table.text)
    assert len(events.pages) > 3
    assert events.text.count("What happened") == 1


def test_a_figure_says_what_it_shows_and_where_it_is() -> None:
    content = with_figure()
    (figure,) = read_tree(content).nodes("Figure")
    assert figure.alternate.startswith("Two bars")
    assert len(figure.pages) == 1
    with pikepdf.open(BytesIO(content)) as file:
        (box,) = (
            [float(edge) for edge in item.A.BBox]
            for item in file.objects
            if isinstance(item, pikepdf.Dictionary) and item.get("/S") == pikepdf.Name.Figure
        )
    left, bottom, right, top = box
    assert (round(right - left), round(top - bottom)) == (100, 60)


def test_a_run_that_stands_for_another_is_read_as_that() -> None:
    (run,) = read_tree(with_figure()).nodes("Span")
    assert (run.text, run.actual_text, run.language) == ("dlrow olleh", "hello world", "en-GB")


def test_the_claims_are_attached_as_they_are() -> None:
    with pikepdf.open(BytesIO(rendered(make_brief()))) as file:
        attached = file.attachments[CLAIMS.name]
        assert attached.get_file().read_bytes() == CLAIMS.content
        assert attached.get_file().mime_type == CLAIMS.media_type
        (filespec,) = file.Root.AF
        assert filespec.AFRelationship == pikepdf.Name.Data
        assert filespec.objgen == attached.obj.objgen


def test_info_and_xmp_say_the_same(sample: Brief) -> None:
    with pikepdf.open(BytesIO(rendered(sample))) as file:
        info = {key[1:]: str(value) for key, value in file.docinfo.items()}
        with file.open_metadata() as xmp:
            assert info["Title"] == xmp["dc:title"] == sample.title
            assert [info["Author"]] == xmp["dc:creator"] == [sample.author]
            assert info["Subject"] == xmp["dc:description"] == sample.subtitle
            assert info["Keywords"] == xmp["pdf:Keywords"] == sample.marking
            assert info["Producer"] == xmp["pdf:Producer"]
            assert info["Creator"] == xmp["xmp:CreatorTool"]
            assert info["CreationDate"] == "D:20260309140500Z"
            assert xmp["xmp:CreateDate"] == xmp["xmp:ModifyDate"] == "2026-03-09T14:05:00Z"
            assert (xmp["pdfaid:part"], xmp["pdfaid:conformance"], xmp["pdfuaid:part"]) == ("3", "A", "1")
