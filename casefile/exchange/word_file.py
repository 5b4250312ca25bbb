"""A brief for a word processor (Office Open XML), written with python-docx.

Headings, lists, tables and the title are styles of the document, so that they can be changed in one place
and a screen reader finds them. The marks of notes lead to the passages at the end.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, BinaryIO

from casefile.briefs.composition import PageSize
from casefile.briefs.model import Brief
from casefile.exchange.brief_blocks import (
    BULLET,
    Block,
    Front,
    Heading,
    Look,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
    blocks,
    front,
)
from casefile.exchange.word_styles import LABELLED, NOTE, PARTICULARS, QUOTE, dress
from casefile.progress import Task

if TYPE_CHECKING:
    from docx.document import Document
    from docx.table import _Cell
    from docx.text.paragraph import Paragraph as WordParagraph

_SIZES_MM = {PageSize.A4: (210.0, 297.0), PageSize.LETTER: (215.9, 279.4)}
_MARGIN_MM = 25.0
_TOLD_EVERY = 500


def write_word(brief: Brief, target: BinaryIO, task: Task) -> None:
    """The brief as DOCX."""
    from docx import Document

    document = Document()
    dress(document, brief.language)
    _lay_out(document, brief)
    writer = _Writer(document)
    writer.add_front(front(brief))
    for count, block in enumerate(blocks(brief)):
        if count % _TOLD_EVERY == 0:
            task.step(count, 0, "Setting the brief")
        writer.add(block)
    document.save(target)


def _lay_out(document: "Document", brief: Brief) -> None:
    """Paper, running lines and what the file says of itself."""
    from docx.shared import Mm

    said = front(brief)
    section = document.sections[0]
    width, height = _SIZES_MM[brief.page_size]
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(_MARGIN_MM))
    section.header.paragraphs[0].text = "  ·  ".join(part for part in (said.marking, said.title) if part)
    foot = section.footer.paragraphs[0]
    foot.add_run(f"As of {brief.as_of:%Y-%m-%d %H:%M} UTC  ·  Page ")
    _add_field(foot, "PAGE")
    properties = document.core_properties
    properties.title, properties.author = said.title, brief.author or brief.organisation
    properties.subject, properties.keywords = said.subtitle, said.marking
    properties.comments, properties.language = "", brief.language
    properties.created = properties.modified = brief.as_of.replace(tzinfo=None)
    properties.last_modified_by = ""


class _Writer:
    """One document being written."""

    def __init__(self, document: "Document") -> None:
        self._document = document
        self._styles = {style.name: style.style_id for style in document.styles if style.name}
        self._marks = 0
        """Bookmarks so far: each has a number of its own."""

    def add_front(self, said: Front) -> None:
        """Title, subtitle and particulars."""
        if said.marking:
            self._paragraph(PARTICULARS).add_run(said.marking).bold = True
        self._paragraph("Title", said.title)
        if said.subtitle:
            self._paragraph("Subtitle", said.subtitle)
        for label, words in said.particulars:
            line = self._paragraph(PARTICULARS)
            line.add_run(f"{label}\t").bold = True
            line.add_run(words)

    def add(self, block: Block) -> None:
        """One block."""
        match block:
            case Heading():
                self._paragraph(f"Heading {block.level}", block.text)
            case Table():
                self._add_table(block)
            case Note():
                self._add_note(block)
            case Paragraph():
                self._add_paragraph(block)

    def _paragraph(self, style: str = "", text: str = "") -> "WordParagraph":
        """A new paragraph. To look its style up by name each time takes longer than all the rest."""
        made = self._document.add_paragraph(text)
        if style:
            made._p.style = self._styles[style]
        return made

    def _add_paragraph(self, block: Paragraph) -> None:
        if block.look is Look.QUOTE:
            paragraph = self._paragraph(QUOTE)
            paragraph.paragraph_format.keep_with_next = not block.ends
        elif block.look is Look.ITEM and block.label == BULLET:
            paragraph = self._paragraph("List Bullet 2" if block.depth else "List Bullet")
        elif block.look is Look.ITEM:
            paragraph = self._paragraph(LABELLED)
            paragraph.add_run(f"{block.label}\t").bold = True
        else:
            paragraph = self._paragraph()
        self._add_runs(paragraph, block.runs)

    def _add_note(self, block: Note) -> None:
        paragraph = self._paragraph(NOTE)
        self._marks += 1
        _bookmark(paragraph, f"note_{block.number}", self._marks)
        paragraph.add_run(f"{block.number}\t").bold = True
        self._add_runs(paragraph, block.runs)

    def _add_table(self, block: Table) -> None:
        table = self._document.add_table(rows=1, cols=len(block.heads), style="Table Grid")
        _repeat_head(table.rows[0])
        for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
            cell.paragraphs[0].add_run(head).bold = True
        # To ask the table for its last row would go through all of its rows each time.
        for cells in _add_rows(table, block.rows):
            for cell, runs in cells:
                self._add_runs(cell.paragraphs[0], runs)
        self._paragraph(PARTICULARS)

    def _add_runs(self, paragraph: "WordParagraph", runs: Runs) -> None:
        for run in runs:
            if run.note:
                _link(paragraph, _superscript(f"{run.note} "), anchor=f"note_{run.note}")
            elif run.link:
                address = paragraph.part.relate_to(run.link, _HYPERLINK, is_external=True)
                _link(paragraph, _linked(run), relation=address)
            elif run.text:
                made = paragraph.add_run(run.text)
                if run.bold:
                    made.bold = True
                if run.italic:
                    made.italic = True


_HYPERLINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"


def _add_rows(table: Any, rows: Sequence[tuple[Runs, ...]]) -> "Iterator[list[tuple[_Cell, Runs]]]":  # noqa: ANN401
    for row in rows:
        cells = table.add_row().cells
        yield list(zip(cells, row, strict=True))


def _repeat_head(row: Any) -> None:  # noqa: ANN401
    """The row stands again at the top of each page, and is the table's head for a screen reader."""
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    mark = OxmlElement("w:tblHeader")
    mark.set(qn("w:val"), "true")
    row._tr.get_or_add_trPr().append(mark)


def _element(tag: str, text: str = "", /, **attributes: str) -> Any:  # noqa: ANN401
    from docx.oxml import OxmlElement
    from docx.oxml.ns import qn

    made = OxmlElement(tag)
    for key, value in attributes.items():
        made.set(qn(f"w:{key}"), value)
    if text:
        made.text = text
        made.set(qn("xml:space"), "preserve")
    return made


def _superscript(text: str) -> Any:  # noqa: ANN401
    run, look = _element("w:r"), _element("w:rPr")
    look.append(_element("w:vertAlign", val="superscript"))
    run.append(look)
    run.append(_element("w:t", text))
    return run


def _linked(run: Run) -> Any:  # noqa: ANN401
    made, look = _element("w:r"), _element("w:rPr")
    look.append(_element("w:rStyle", val="Hyperlink"))
    made.append(look)
    made.append(_element("w:t", run.text))
    return made


def _link(paragraph: "WordParagraph", run: Any, anchor: str = "", relation: str = "") -> None:  # noqa: ANN401
    """Puts the run in as a link, to a bookmark or by a relation to an address."""
    from docx.oxml.ns import qn

    link = _element("w:hyperlink", **({"anchor": anchor} if anchor else {}))
    if relation:
        link.set(qn("r:id"), relation)
    link.append(run)
    paragraph._p.append(link)


def _bookmark(paragraph: "WordParagraph", name: str, number: int) -> None:
    for part in (
        _element("w:bookmarkStart", id=str(number), name=name),
        _element("w:bookmarkEnd", id=str(number)),
    ):
        paragraph._p.append(part)


def _add_field(paragraph: "WordParagraph", code: str) -> None:
    """A field that the word processor fills."""
    field = _element("w:fldSimple", instr=code)
    run = _element("w:r")
    run.append(_element("w:t", "1"))
    field.append(run)
    paragraph._p.append(field)
