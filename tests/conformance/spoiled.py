"""One defect at a time put into a good PDF, to prove that the checks can fail."""

from collections.abc import Callable, Iterator
from io import BytesIO
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Operator

File = pikepdf.Pdf


def elements(file: File, role: str) -> Iterator[Any]:
    """The structure elements of a type."""
    for item in file.objects:
        if isinstance(item, Dictionary) and item.get("/S") == Name(f"/{role}") and "/P" in item:
            yield item


def _first(file: File, role: str) -> Any:  # noqa: ANN401 - objects of pikepdf
    return next(elements(file, role))


def _without(holder: Any, *keys: str) -> None:  # noqa: ANN401
    for key in keys:
        del holder[key]


def _links(file: File) -> Iterator[Any]:
    for page in file.pages:
        yield from page.obj.get("/Annots", Array())


def _fonts(file: File) -> Iterator[Any]:
    yield from file.pages[0].obj.Resources.Font.values()


def _operations(page: Any) -> list[Any]:  # noqa: ANN401
    """The page's operands and operators."""
    return list(pikepdf.parse_content_stream(page))


def _untagged_text(file: File) -> None:
    """The second marked content loses its marks; the first is a running line."""
    page = file.pages[0]
    kept = []
    inside = False
    done = False
    for operands, operator in _operations(page):
        if operator == Operator("BDC") and not done:
            inside = done = True
        elif inside and operator == Operator("EMC"):
            inside = False
        else:
            kept.append((operands, operator))
    page.obj.Contents = file.make_stream(pikepdf.unparse_content_stream(kept))


def _text_as_artifact(file: File) -> None:
    page = file.pages[0]
    kept: list[Any] = []
    for operands, operator in _operations(page):
        if operator == Operator("BDC"):
            kept.append(([Name("/Artifact")], Operator("BMC")))
        else:
            kept.append((operands, operator))
    page.obj.Contents = file.make_stream(pikepdf.unparse_content_stream(kept))


def _missing_glyph(file: File) -> None:
    page = file.pages[0]
    content = page.obj.Contents.read_bytes().replace(b"ET", b"<00> Tj ET", 1)
    page.obj.Contents = file.make_stream(content)


def _ragged_table(file: File) -> None:
    rows = [row for row in elements(file, "TR") if len(row.K) > 2]
    rows[-1].K = Array(list(rows[-1].K)[:-1])


def _no_object_reference(file: File) -> None:
    link = _first(file, "Link")
    link.K = Array([kid for kid in link.K if not isinstance(kid, Dictionary)])


def _heading_gap(file: File) -> None:
    for heading in elements(file, "H2"):
        heading.S = Name.H4


def _no_scope(file: File) -> None:
    for cell in elements(file, "TH"):
        del cell["/A"]


def _item_outside_a_list(file: File) -> None:
    listed = _first(file, "L")
    listed.S = Name.Div


def _zero_in_the_map(file: File) -> None:
    font = next(_fonts(file))
    changed = font.ToUnicode.read_bytes().replace(b"endbfchar", b"<01> <0000>\nendbfchar", 1)
    font.ToUnicode = file.make_stream(changed)


def _same_identifier(file: File) -> None:
    notes = list(elements(file, "Note"))
    notes[1].ID = notes[0].ID


def _changed_metadata(old: bytes, new: bytes) -> Callable[[File], None]:
    def change(file: File) -> None:
        content = file.Root.Metadata.read_bytes()
        assert old in content
        file.Root.Metadata = file.make_stream(
            content.replace(old, new), {"/Type": Name.Metadata, "/Subtype": Name.XML}
        )

    return change


def _no_flags(file: File) -> None:
    for link in _links(file):
        del link["/F"]


def _no_contents(file: File) -> None:
    for link in _links(file):
        del link["/Contents"]


def _no_links_on_pages(file: File) -> None:
    for page in file.pages:
        if "/Annots" in page.obj:
            del page.obj["/Annots"]


def _script(file: File) -> None:
    file.Root.OpenAction = Dictionary(S=Name.JavaScript, JS="app.alert(1)")


def _filespec(file: File) -> Any:  # noqa: ANN401
    return file.Root.AF[0]


DEFECTS: dict[str, Callable[[File], None]] = {
    "": lambda _: None,
    "a figure without alternate text": lambda file: _without(_first(file, "Figure"), "/Alt"),
    "no language": lambda file: _without(file.Root, "/Lang"),
    "text outside of any tag": _untagged_text,
    "text marked as decoration": _text_as_artifact,
    "a table with a cell too few": _ragged_table,
    "header cells without scope": _no_scope,
    "a link that its element does not know": _no_object_reference,
    "links without a description": _no_contents,
    "links that no page has": _no_links_on_pages,
    "links without the flag to print": _no_flags,
    "no parent tree": lambda file: _without(file.Root.StructTreeRoot, "/ParentTree"),
    "no structure tree": lambda file: _without(file.Root, "/StructTreeRoot", "/MarkInfo"),
    "not marked as tagged": lambda file: _without(file.Root, "/MarkInfo"),
    "a gap between headings": _heading_gap,
    "an item outside of a list": _item_outside_a_list,
    "a note without identifier": lambda file: _without(_first(file, "Note"), "/ID"),
    "two notes with one identifier": _same_identifier,
    "pages without tab order": lambda file: _without(file.pages[0].obj, "/Tabs"),
    "the file's name as title": lambda file: _without(file.Root, "/ViewerPreferences"),
    "no title": _changed_metadata(b"dc:title", b"dc:relation"),
    "no metadata": lambda file: _without(file.Root, "/Metadata"),
    "no claim of PDF/UA": _changed_metadata(b"<pdfuaid:part>1</pdfuaid:part>", b""),
    "no claim of PDF/A": _changed_metadata(b"<pdfaid:part>3</pdfaid:part>", b""),
    "no output intent": lambda file: _without(file.Root, "/OutputIntents"),
    "a font that is not embedded": lambda file: _without(next(_fonts(file)).FontDescriptor, "/FontFile2"),
    "a font without map to characters": lambda file: _without(next(_fonts(file)), "/ToUnicode"),
    "a map to the character U+0000": _zero_in_the_map,
    "a glyph that is missing": _missing_glyph,
    "a script": _script,
    "an attachment without relationship": lambda file: _without(_filespec(file), "/AFRelationship"),
    "an attachment that the catalogue does not know": lambda file: _without(file.Root, "/AF"),
    "an attachment without type": lambda file: _without(_filespec(file).EF.F, "/Subtype"),
}
"""What is done to the file, by what a person would call it."""


def spoil(content: bytes, defect: str) -> bytes:
    """The PDF with one defect and nothing else changed."""
    target = BytesIO()
    with pikepdf.open(BytesIO(content)) as file:
        DEFECTS[defect](file)
        file.save(target, deterministic_id=True, fix_metadata_version=False)
    return target.getvalue()


def spoil_bytes(content: bytes, defect: str) -> bytes:
    """The same for defects of the file's own notation, which no library would write."""
    old, new = {
        "no end of line before endstream": (b"\r\nendstream", b"  endstream"),
        "a type that is no name": (b"/application#2Fjson", b"/application/json##"),
        "a table of objects that is off": (b"startxref\n", b"startxref\n9"),
    }[defect]
    assert old in content
    return content.replace(old, new)


BYTE_DEFECTS = (
    "no end of line before endstream", "a type that is no name", "a table of objects that is off",
)  # fmt: skip
