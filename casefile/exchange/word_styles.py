"""How a brief for a word processor looks: its styles, in the colours of the PDF. Imports python-docx."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from docx.document import Document

QUOTE, LABELLED, NOTE, PARTICULARS = "Brief Quote", "Brief Source", "Brief Note", "Brief Line"
"""The document's own paragraph styles."""
_TEXT_FONT, _HEAD_FONT = "Cambria", "Calibri"
_INK, _GREY, _ACCENT = (0x1C, 0x22, 0x2B), (0x5A, 0x63, 0x6F), (0x1F, 0x4E, 0x79)


def dress(document: "Document", language: str) -> None:
    """Gives the document its styles and its language."""
    _set_text(document, language)
    _set_headings(document)
    _add_styles(document)
    for name in ("header", "footer"):
        style = document.styles["Header" if name == "header" else "Footer"]
        _set_font(style, _HEAD_FONT, 8.5, _GREY)


def _set_text(document: "Document", language: str) -> None:
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn
    from docx.shared import Pt

    normal: Any = document.styles["Normal"]
    _set_font(normal, _TEXT_FONT, 10.5, _INK)
    normal.paragraph_format.space_after = Pt(6)
    normal.paragraph_format.line_spacing = 1.15
    spoken = OxmlElement("w:lang")
    spoken.set(qn("w:val"), language or "en")
    normal.element.get_or_add_rPr().append(spoken)


def _set_headings(document: "Document") -> None:
    from docx.oxml.ns import qn
    from docx.shared import Pt

    looks = (("Title", 24.0, _INK, 0, 4), ("Subtitle", 13.0, _GREY, 0, 10),
             ("Heading 1", 15.0, _ACCENT, 20, 6), ("Heading 2", 11.5, _INK, 12, 4))  # fmt: skip
    for name, size, colour, before, after in looks:
        style: Any = document.styles[name]
        _set_font(style, _HEAD_FONT, size, colour)
        style.font.bold, style.font.italic = name != "Subtitle", False
        style.paragraph_format.space_before, style.paragraph_format.space_after = Pt(before), Pt(after)
        style.paragraph_format.keep_with_next = True
        for line in style.element.findall(f".//{qn('w:pBdr')}"):
            line.getparent().remove(line)


def _add_styles(document: "Document") -> None:
    from docx.enum.style import WD_STYLE_TYPE
    from docx.shared import Mm, Pt

    looks = (
        (QUOTE, 11.0, _INK, 8.0, 0.0, 4.0), (LABELLED, 10.5, _INK, 10.0, -10.0, 4.0),
        (NOTE, 9.0, _INK, 10.0, -10.0, 3.0), (PARTICULARS, 10.0, _INK, 30.0, -30.0, 2.0),
    )  # fmt: skip
    for name, size, colour, indent, first, after in looks:
        style: Any = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = document.styles["Normal"]
        _set_font(style, _HEAD_FONT if name == PARTICULARS else _TEXT_FONT, size, colour)
        style.paragraph_format.left_indent, style.paragraph_format.first_line_indent = Mm(indent), Mm(first)
        style.paragraph_format.space_after = Pt(after)
        if first:
            style.paragraph_format.tab_stops.add_tab_stop(Mm(indent))
    link: Any = document.styles.add_style("Hyperlink", WD_STYLE_TYPE.CHARACTER)
    link.font.underline = True
    _set_font(link, "", 0, _ACCENT)


def _set_font(style: Any, name: str, size: float, colour: tuple[int, int, int]) -> None:  # noqa: ANN401
    """The font for every script: the template's themes would win over the name alone."""
    from docx.oxml.ns import qn
    from docx.shared import Pt, RGBColor

    style.font.color.rgb = RGBColor(*colour)
    if size:
        style.font.size = Pt(size)
    if name:
        style.font.name = name
        fonts = style.element.get_or_add_rPr().rFonts
        for key in ("asciiTheme", "hAnsiTheme", "eastAsiaTheme", "cstheme"):
            fonts.attrib.pop(qn(f"w:{key}"), None)
