from itertools import count

from casefile.briefs.pdf.structure import StructureTree
from casefile.briefs.pdf.tags import Numbering, Role, Scope, Tag

PAGE, NEXT_PAGE = 900, 901


def new_tree() -> StructureTree:
    numbers = count(1)
    return StructureTree(lambda: next(numbers))


def body(objects: dict[int, str], role: str) -> str:
    (found,) = (text for text in objects.values() if text.startswith(f"<</S/{role}/"))
    return found


def test_elements_stand_in_the_order_in_which_they_are_met() -> None:
    tree = new_tree()
    document = Tag(Role.DOCUMENT)
    first, second = document.child(Role.H1), document.child(Role.PARAGRAPH)
    tree.start_page(PAGE)
    for tag in (second, first, second):
        tree.add_content(tag)
    numbers = [tree.element(tag).number for tag in (second, first)]
    objects = dict(tree.objects())
    assert f"/K[{numbers[0]} 0 R {numbers[1]} 0 R]" in body(objects, "Document")
    assert "/K[0 2]" in body(objects, "P")


def test_content_over_two_pages_is_one_element() -> None:
    tree = new_tree()
    tag = Tag(Role.DOCUMENT).child(Role.PARAGRAPH)
    keys = []
    for page in (PAGE, NEXT_PAGE):
        keys.append(tree.start_page(page))
        tree.add_content(tag)
    number = tree.element(tag).number
    objects = dict(tree.objects())
    assert body(objects, "P").endswith(f"/Pg {PAGE} 0 R/K[0 <</Type/MCR/Pg {NEXT_PAGE} 0 R/MCID 0>>]>>")
    assert f"/Nums[{keys[0]} [{number} 0 R] {keys[1]} [{number} 0 R]]" in "".join(objects.values())


def test_a_link_is_known_from_both_sides() -> None:
    tree = new_tree()
    tag = Tag(Role.DOCUMENT).child(Role.LINK)
    page = tree.start_page(PAGE)
    tree.add_content(tag)
    key = tree.add_annotation(tag, 77)
    assert key != page
    number = tree.element(tag).number
    objects = dict(tree.objects())
    assert f"<</Type/OBJR/Pg {PAGE} 0 R/Obj 77 0 R>>" in body(objects, "Link")
    assert f" {key} {number} 0 R]" in "".join(objects.values())


def test_attributes_and_words() -> None:
    tree = new_tree()
    document = Tag(Role.DOCUMENT)
    tree.element(document.child(Role.HEADER_CELL, scope=Scope.ROW))
    tree.element(document.child(Role.LIST, numbering=Numbering.OWN_LABELS))
    tree.element(document.child(Role.SPAN, language="he", actual_text="שלום"))
    tree.element(document.child(Role.PARAGRAPH, language="no language"))
    tree.element(document.child(Role.NOTE, identifier="note-1"))
    figure = document.child(Role.FIGURE, alternate="A bar")
    tree.enclose(figure, (10, 20, 30, 40))
    tree.enclose(figure, (5, 25, 20, 50))
    objects = dict(tree.objects())
    assert "/A<</O/Table/Scope/Row>>" in body(objects, "TH")
    assert "/A<</O/List/ListNumbering/None>>" in body(objects, "L")
    assert "/Lang (he)/ActualText <FEFF05E905DC05D505DD>" in body(objects, "Span")
    assert "/Lang" not in body(objects, "P")
    assert "/ID (note-1)" in body(objects, "Note")
    assert "/Names[(note-1) " in "".join(objects.values())
    assert "/Alt (A bar)/A<</O/Layout" in body(objects, "Figure")
    assert "/BBox[5.00 20.00 30.00 50.00]>>" in body(objects, "Figure")


def test_trees_of_many_entries_have_leaves_with_limits() -> None:
    tree = new_tree()
    document = Tag(Role.DOCUMENT)
    for number in range(700):
        tree.start_page(number + 1_000)
        tree.add_content(document.child(Role.NOTE, identifier=f"note-{number}"))
    objects = dict(tree.objects())
    leaves = [text for text in objects.values() if "/Limits" in text]
    assert [text.split("/Nums")[0] for text in leaves if "/Nums" in text] == [
        "<</Limits[0 255]", "<</Limits[256 511]", "<</Limits[512 699]",
    ]  # fmt: skip
    assert len([text for text in leaves if "/Names" in text]) == 3
    assert "/ParentTreeNextKey 700" in objects[tree.root]


def test_an_empty_tree_is_whole() -> None:
    tree = new_tree()
    objects = dict(tree.objects())
    assert "/K[]" in objects[tree.root]
    assert "<</Nums[]>>" in objects.values()
