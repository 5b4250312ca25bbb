"""How a brief for a word processor looks: its styles, in the colours of the PDF. Imports python-docx."""

from typing import TYPE_CHECKING, Any

from casefile.exchange.word_parts import AFTER_BORDERS, bar, element

if TYPE_CHECKING:
    from docx.document import Document

QUOTE, PARAPHRASE, SAID_BY = "Brief Quote", "Brief Paraphrase", "Brief Speaker"
LABELLED, NOTE = "Brief Source", "Brief Note"
PARTICULARS, MARKING = "Brief Line", "Brief Marking"
CELL, HEAD = "Brief Cell", "Brief Column"
"""The document's own paragraph styles."""
TABLE = "Brief Table"
BARRED = frozenset({QUOTE, PARAPHRASE, SAID_BY})
"""What stands beside a bar, as quotes do in the PDF."""
_TEXT_FONT, _HEAD_FONT = "Cambria", "Calibri"
_COMPLEX_FONTS = {_TEXT_FONT: "Times New Roman", _HEAD_FONT: "Arial"}
"""For Arabic and Hebrew: fonts that every word processor has or knows the likes of."""
_INK, _GREY, _ACCENT = (0x1C, 0x22, 0x2B), (0x5A, 0x63, 0x6F), (0x1F, 0x4E, 0x79)
_HAIR = "CCD3DE"


def dress(document: "Document", language: str) -> None:
    """Gives the document its styles and its language."""
    _set_text(document, language)
    _set_headings(document)
    _add_styles(document)
    _add_table_style(document)
    for name in ("Header", "Footer"):
        _set_font(document.styles[name], _HEAD_FONT, 8.5, _GREY)
    for name in ("List Bullet", "List Bullet 2"):
        document.styles[name].paragraph_format.space_after = _points(3)


def _set_text(document: "Document", language: str) -> None:
    normal: Any = document.styles["Normal"]
    _set_font(normal, _TEXT_FONT, 10.5, _INK)
    normal.paragraph_format.space_after = _points(6)
    normal.paragraph_format.line_spacing = 1.15
    normal.paragraph_format.widow_control = True
    _speak(normal.element.get_or_add_rPr(), language or "en")
    for spoken in document.styles.element.findall(".//" + _name("w:docDefaults") + "//" + _name("w:lang")):
        spoken.set(_name("w:val"), language or "en")


def _set_headings(document: "Document") -> None:
    looks = (("Title", 24.0, _ACCENT, 0, 4), ("Subtitle", 13.0, _GREY, 0, 10),
             ("Heading 1", 15.0, _ACCENT, 20, 6), ("Heading 2", 11.5, _INK, 12, 4))  # fmt: skip
    for name, size, colour, before, after in looks:
        style: Any = document.styles[name]
        _set_font(style, _HEAD_FONT, size, colour)
        style.font.bold, style.font.italic = name != "Subtitle", False
        for line in style.element.findall(".//" + _name("w:spacing")):
            # The template's own, among them wide letters.
            line.getparent().remove(line)
        style.paragraph_format.space_before, style.paragraph_format.space_after = (
            _points(before),
            _points(after),
        )
        style.paragraph_format.keep_with_next = True
        for line in style.element.findall(".//" + _name("w:pBdr")):
            line.getparent().remove(line)


def _add_styles(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm

    looks = (
        (QUOTE, _TEXT_FONT, 11.5, _INK, 6.0, 0.0, 3.0), (PARAPHRASE, _TEXT_FONT, 10.5, _INK, 6.0, 0.0, 3.0),
        (SAID_BY, _HEAD_FONT, 9.5, _GREY, 6.0, 0.0, 12.0),
        (LABELLED, _TEXT_FONT, 10.5, _INK, 10.0, -10.0, 4.0), (NOTE, _TEXT_FONT, 9.0, _INK, 10.0, -10.0, 3.0),
        (PARTICULARS, _HEAD_FONT, 10.0, _INK, 30.0, -30.0, 2.0),
        (MARKING, _HEAD_FONT, 9.0, _ACCENT, 0.0, 0.0, 8.0),
        (CELL, _TEXT_FONT, 10.0, _INK, 0.0, 0.0, 0.0), (HEAD, _HEAD_FONT, 9.0, _GREY, 0.0, 0.0, 0.0),
    )  # fmt: skip
    for name, font, size, colour, indent, first, after in looks:
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        style.quick_style = True
        _set_font(style, font, size, colour)
        style.font.bold = True if name in (MARKING, HEAD) else None
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(indent), Mm(first)
        style.paragraph_format.space_after = _points(after)
        if first:
            style.paragraph_format.tab_stops.add_tab_stop(Mm(indent))
        if name in BARRED:
            style.element.get_or_add_pPr().insert_element_before(bar("w:left"), *AFTER_BORDERS)
        style.paragraph_format.keep_with_next = name in (QUOTE, PARAPHRASE) or None
    document.styles[QUOTE].font.italic = True
    _add_link(document)


def _add_link(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE

    link: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    _set_font(link, "", 0, _ACCENT)


def _add_table_style(document: "Document") -> None:
    """Rules between the rows and a stronger one below the head; no box around."""
    from docx.enum.style import WD_STYLE_TYPE

    style: Any = document.styles.add_style(TABLE, WD_STYLE_TYPE.TABLE)
    style.base_style = document.styles["Normal Table"]
    properties, borders = element("w:tblPr"), element("w:tblBorders")
    for side in ("top", "bottom", "insideH"):
        borders.append(element(f"w:{side}", val="single", sz="4", space="0", color=_HAIR))
    margins = element("w:tblCellMar")
    for side, width in (("top", "50"), ("left", "0"), ("bottom", "50"), ("right", "120")):
        margins.append(element(f"w:{side}", w=width, type="dxa"))
    properties.extend((borders, margins))
    style.element.append(properties)
    head, cell, below = element("w:tblStylePr", type="firstRow"), element("w:tcPr"), element("w:tcBorders")
    below.append(element("w:bottom", val="single", sz="6", space="0", color="5A636F"))
    cell.append(below)
    head.append(cell)
    style.element.append(head)


def _set_font(style: Any, name: str, size: float, colour: tuple[int, int, int]) -> None:  # noqa: ANN401
    """The font for every script: the template's themes would win over the name alone."""
    from docx.shared import Pt, RGBColor

    style.font.color.rgb = RGBColor(*colour)
    properties = style.element.get_or_add_rPr()
    if size:
        style.font.size = Pt(size)
        for old in properties.findall(_name("w:szCs")):
            properties.remove(old)
        properties.sz.addnext(element("w:szCs", val=f"{size * 2:.0f}"))
    if name:
        style.font.name = name
        fonts = properties.rFonts
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(_name(f"w:{key}"), None)
        fonts.set(_name("w:cs"), _COMPLEX_FONTS[name])


def _speak(properties: Any, language: str) -> None:  # noqa: ANN401
    for old in properties.findall(_name("w:lang")):
        properties.remove(old)
    properties.append(element("w:lang", val=language))


def _points(number: float) -> Any:  # noqa: ANN401
    from docx.shared import Pt

    return Pt(number)


def _name(tag: str) -> str:
    from docx.oxml.ns import qn

    return str(qn(tag))
