"""Parts of a word processor's document that python-docx has no names for (ISO/IEC 29500-1, 17)."""

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.text.paragraph import Paragraph

_BAR_COLOUR = "1F4E79"
_AFTER_DIRECTION = (
    "w:adjustRightInd", "w:snapToGrid", "w:spacing", "w:ind", "w:contextualSpacing", "w:mirrorIndents",
    "w:suppressOverlap", "w:jc", "w:textDirection", "w:textAlignment", "w:textboxTightWrap", "w:outlineLvl",
    "w:divId", "w:cnfStyle", "w:rPr", "w:sectPr", "w:pPrChange",
)  # fmt: skip
"""What follows a paragraph's direction in its properties (17.3.1.26)."""
_AFTER_ALIGNMENT = _AFTER_DIRECTION[_AFTER_DIRECTION.index("w:jc") + 1 :]
AFTER_BORDERS = (
    "w:shd", "w:tabs", "w:suppressAutoHyphens", "w:kinsoku", "w:wordWrap", "w:overflowPunct",
    "w:topLinePunct", "w:autoSpaceDE", "w:autoSpaceDN", "w:bidi", *_AFTER_DIRECTION,
)  # fmt: skip
HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def element(tag: str, text: str = "", /, **attributes: str) -> Any:  # noqa: ANN401
    """A new element of the main namespace, with attributes of it."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    if text:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def run_of(text: str, looks: Iterable[Any] = ()) -> Any:  # noqa: ANN401
    """A run with these properties, which the caller gives in the order of the schema."""
    run, properties = element("w:r"), element("w:rPr")
    for look in looks:
        properties.append(look)
    if len(properties):
        run.append(properties)
    run.append(element("w:t", text))
    return run


def add_link(paragraph: "Paragraph", runs: Iterable[Any], anchor: str = "", address: str = "") -> None:
    """Puts the runs in as a link, to a bookmark or to an address."""
    from docx.oxml.ns import qn

    link = element("w:hyperlink", **({"anchor": anchor} if anchor else {}))
    if address:
        link.set(qn("r:id"), paragraph.part.relate_to(address, HYPERLINK, is_external=True))
    link.extend(runs)
    paragraph._p.append(link)


def add_bookmark(paragraph: "Paragraph", name: str, number: int) -> None:
    """A place that links lead to; the number is its own among all."""
    paragraph._p.append(element("w:bookmarkStart", id=str(number), name=name))
    paragraph._p.append(element("w:bookmarkEnd", id=str(number)))


def add_field(paragraph: "Paragraph", code: str) -> None:
    """A field that the word processor fills."""
    field = element("w:fldSimple", instr=code)
    field.append(run_of("1"))
    paragraph._p.append(field)


def begin_at_right(paragraph: "Paragraph", *, barred: bool = False) -> None:
    """Lets the paragraph run from right to left, its bar, if it has one, at the right."""
    properties = paragraph._p.get_or_add_pPr()
    if barred:
        properties.insert_element_before(bar("w:right"), *AFTER_BORDERS)
    properties.insert_element_before(element("w:bidi"), *_AFTER_DIRECTION)


def end_at_right(paragraph: "Paragraph") -> None:
    """Lets the lines of a barred paragraph from left to right end at its right, where the bar is then."""
    properties = paragraph._p.get_or_add_pPr()
    properties.insert_element_before(bar("w:right"), *AFTER_BORDERS)
    properties.insert_element_before(element("w:jc", val="right"), *_AFTER_ALIGNMENT)
    properties.insert_element_before(element("w:ind", left="0", right="340"), "w:jc", *_AFTER_ALIGNMENT)


def bar(side: str) -> Any:  # noqa: ANN401
    """Borders with a bar at one side and none at the other."""
    borders = element("w:pBdr")
    for one in ("w:left", "w:right"):
        if one == side:
            borders.append(element(one, val="single", sz="12", space="8", color=_BAR_COLOUR))
        else:
            borders.append(element(one, val="nil"))
    return borders


def add_row_trait(row: Any, *tags: str) -> None:  # noqa: ANN401
    """Traits of a table's row: ``w:cantSplit`` (whole on a page), ``w:tblHeader`` (again on each page)."""
    for tag in tags:
        row._tr.get_or_add_trPr().append(element(tag))
