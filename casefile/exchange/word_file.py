"""A brief for a word processor (Office Open XML), written with python-docx.

Headings, lists, tables and the title are styles of the document, so that they can be changed in one place
and a screen reader finds them. The marks of notes lead to the passages at the end, or these are foot notes of
the word processor's own; from there links lead to the sources;
what runs from right to left, or is in another language, says so.
"""

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any, BinaryIO

from casefile.briefs.composition import BriefPart, NotePlace, PageSize
from casefile.briefs.fences import unfenced
from casefile.briefs.model import Brief
from casefile.exchange import blocks
from casefile.exchange.blocks import Look, Run
from casefile.exchange.brief_blocks import tell
from casefile.exchange.plain_text import fit_line
from casefile.exchange.word_directions import turned
from casefile.exchange.word_notes import FootNotes
from casefile.exchange.word_parts import (
    add_bookmark,
    add_field,
    add_link,
    add_row_trait,
    begin_at_right,
    element,
    end_at_right,
    run_of,
)
from casefile.exchange.word_styles import (
    BARRED,
    CELL,
    HEAD,
    LABELLED,
    MARKING,
    NOTE,
    PARAPHRASE,
    PARTICULARS,
    QUOTE,
    SAID_BY,
    TABLE,
    dress,
)
from casefile.progress import Task

if TYPE_CHECKING:
    from docx.document import Document
    from docx.section import Section
    from docx.table import Table, _Cell
    from docx.text.paragraph import Paragraph

_SIZES_MM = {PageSize.A4: (210.0, 297.0), PageSize.LETTER: (215.9, 279.4)}
_MARGIN_MM = 25.0
_TOLD_EVERY = 500
_LONGEST_PROPERTY = 255
"""Code points (python-docx, after the core properties of ISO/IEC 29500-2)."""
_LOOKS = {Look.QUOTE: QUOTE, Look.PARAPHRASE: PARAPHRASE}
_EAST_ASIAN = frozenset({"zh", "ja", "ko"})
_COMPLEX = frozenset({"ar", "he", "fa", "ur"})
_UPRIGHT = _EAST_ASIAN | _COMPLEX
"""Written in letters that have no italics."""


def write_word(brief: Brief, target: BinaryIO, task: Task) -> None:
    """The brief as DOCX."""
    from docx import Document

    told = tell(brief)
    document = Document()
    dress(document, brief.language)
    _describe(document, brief, told.front)
    _lay_out(document.sections[0], brief.page_size, told.front)
    at_foot = brief.note_place is NotePlace.FOOT and BriefPart.NOTES in {
        section.part for section in brief.sections
    }
    writer = _Writer(document, _SIZES_MM[brief.page_size][0] - 2 * _MARGIN_MM, notes_at_foot=at_foot)
    writer.add_front(told.front)
    for count, block in enumerate(told.blocks):
        if count % _TOLD_EVERY == 0:
            task.step(count, 0, "Setting the brief")
        writer.add(block)
    writer.finish()
    document.save(target)


def _describe(document: "Document", brief: Brief, said: blocks.Front) -> None:
    """What the file says of itself."""
    properties = document.core_properties
    author = _short(brief.author or brief.organisation)
    properties.title, properties.author = _short(said.title), author
    properties.subject, properties.keywords = _short(said.subtitle), _short(said.marking)
    properties.comments, properties.language = "", brief.language
    properties.created = properties.modified = brief.as_of.replace(tzinfo=None)
    properties.last_modified_by = author
    _forget_template(document)


def _short(text: str) -> str:
    """The text as a property of the file can have it."""
    line = fit_line(text)
    return line if len(line) <= _LONGEST_PROPERTY else f"{line[: _LONGEST_PROPERTY - 1]}…"


def _forget_template(document: "Document") -> None:
    """Takes out the picture of the library's empty template, and its manner of Word of 2010."""
    from docx.oxml.ns import qn

    relations = document.part.package.rels
    for key in [key for key, one in relations.items() if one.reltype.endswith("/thumbnail")]:
        del relations[key]
    for setting in document.settings.element.iter(qn("w:compatSetting")):
        if setting.get(qn("w:name")) == "compatibilityMode":
            setting.set(qn("w:val"), "15")


def _lay_out(section: "Section", size: PageSize, said: blocks.Front) -> None:
    """Paper and running lines: the title and the marking above, as of when and which page below."""
    from docx.enum.text import WD_TAB_ALIGNMENT
    from docx.shared import Mm

    width, height = _SIZES_MM[size]
    section.page_width, section.page_height = Mm(width), Mm(height)
    for side in ("left_margin", "right_margin", "top_margin", "bottom_margin"):
        setattr(section, side, Mm(_MARGIN_MM))
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for line in (head, foot):
        line.paragraph_format.tab_stops.clear_all()
        line.style.paragraph_format.tab_stops.clear_all()
        line.paragraph_format.tab_stops.add_tab_stop(Mm(width - 2 * _MARGIN_MM), WD_TAB_ALIGNMENT.RIGHT)
    head.add_run(said.title)
    if said.marking:
        head.add_run("\t")
        head.add_run(said.marking).bold = True
    before, between, after = said.page
    foot.add_run(f"{unfenced(said.foot)}\t{before}")
    add_field(foot, "PAGE")
    foot.add_run(between)
    add_field(foot, "NUMPAGES")
    if after:
        foot.add_run(after)


class _Writer:
    """One document being written; ``width_mm`` is that of its text."""

    def __init__(self, document: "Document", width_mm: float, *, notes_at_foot: bool) -> None:
        self._document = document
        self._width_mm = width_mm
        self._styles = {style.name: style.style_id for style in document.styles if style.name}
        self._barred = frozenset(self._styles[name] for name in BARRED)
        self._feet = FootNotes(document, self._styles[NOTE]) if notes_at_foot else None
        self._marks = 0
        """Bookmarks so far: each has a number of its own."""
        self._after_table = False
        self._quote_from_right = False
        """Whether the last words ran from right to left, so that who said them stands at the right too."""

    def add_front(self, said: blocks.Front) -> None:
        """Marking, title, subtitle and particulars."""
        for style, words in ((MARKING, said.marking), ("Title", said.title), ("Subtitle", said.subtitle)):
            if words:
                self._add_runs(self._paragraph(style), (Run(words),))
        for label, words in said.particulars:
            line = self._paragraph(PARTICULARS)
            line.add_run(f"{label}\t").bold = True
            self._add_runs(line, (Run(words),), begins=False)

    def add(self, block: blocks.Block) -> None:
        """One block."""
        if self._after_table and not isinstance(block, blocks.Heading | blocks.Note):
            # A heading brings room of its own.
            self._paragraph(CELL)
        self._after_table = isinstance(block, blocks.Table)
        match block:
            case blocks.Heading():
                self._add_runs(self._paragraph(f"Heading {block.level}"), (Run(block.text),))
            case blocks.Table():
                self._add_table(block)
            case blocks.Note() if self._feet is not None:
                self._add_runs(self._feet.add(block.number), block.runs, begins=False)
            case blocks.Note():
                self._add_labelled(NOTE, str(block.number), block.runs, f"note_{block.number}")
            case blocks.Paragraph(look=Look.ITEM):
                self._add_item(block)
            case blocks.Paragraph(look=Look.SAID_BY):
                speaker = self._paragraph(SAID_BY)
                if self._quote_from_right:
                    end_at_right(speaker)
                self._add_runs(speaker, block.runs, begins=False)
            case blocks.Paragraph():
                at_right = self._add_runs(self._paragraph(_LOOKS.get(block.look, "")), block.runs)
                self._quote_from_right = at_right

    def _paragraph(self, style: str = "") -> "Paragraph":
        """A new paragraph. To look its style up by name each time takes longer than all the rest."""
        made = self._document.add_paragraph()
        if style:
            made._p.style = self._styles[style]
        return made

    def _add_item(self, block: blocks.Paragraph) -> None:
        if block.label == blocks.BULLET:
            self._add_runs(self._paragraph("List Bullet 2" if block.depth else "List Bullet"), block.runs)
        else:
            name = f"source_{block.source}" if block.source else ""
            self._add_labelled(LABELLED, block.label, block.runs, name)

    def _add_labelled(self, style: str, label: str, runs: blocks.Runs, bookmark: str = "") -> None:
        """A paragraph with a label of its own before its words."""
        paragraph = self._paragraph(style)
        if bookmark:
            self._marks += 1
            add_bookmark(paragraph, bookmark, self._marks)
        paragraph.add_run(f"{label}\t").bold = bool(bookmark)
        self._add_runs(paragraph, runs, begins=False)

    def _add_table(self, block: blocks.Table) -> None:
        table = self._document.add_table(rows=1, cols=len(block.heads), style=TABLE)
        _shape(table, block, self._width_mm)
        for cell, head in zip(table.rows[0].cells, block.heads, strict=True):
            self._fill(cell, HEAD, (Run(head),), keeps=True)
        # To ask the table for its last row would go through all of its rows each time.
        for cells in _add_rows(table, block):
            for cell, runs in cells:
                self._fill(cell, CELL, runs)

    def _fill(self, cell: "_Cell", style: str, runs: blocks.Runs, *, keeps: bool = False) -> None:
        paragraph = cell.paragraphs[0]
        paragraph._p.style = self._styles[style]
        if keeps:
            paragraph.paragraph_format.keep_with_next = True
        self._add_runs(paragraph, runs)

    def _add_runs(self, paragraph: "Paragraph", runs: blocks.Runs, *, begins: bool = True) -> bool:
        """Adds the runs; where the paragraph ``begins`` with them, they say from which side it runs.

        Gives back whether they run from right to left.
        """
        found = turned(runs)
        if begins and found.from_right:
            begin_at_right(paragraph, barred=paragraph._p.style in self._barred)
        after_mark = False
        for run, from_right in found.runs:
            if run.note:
                self._mark(paragraph, run.note, after_mark=after_mark)
            elif run.source:
                add_link(paragraph, [run_of(run.text, _looks(run))], f"source_{run.source}")
            elif run.link:
                add_link(paragraph, [run_of(run.text, _looks(run, from_right))], address=run.link)
            elif run.text:
                paragraph._p.append(run_of(run.text, _looks(run, from_right)))
            after_mark = bool(run.note)
        return found.from_right

    def _mark(self, paragraph: "Paragraph", number: int, *, after_mark: bool) -> None:
        """Marks the note, after a comma where a mark stands before."""
        raised = Run("", raised=True)
        if after_mark:
            paragraph._p.append(run_of(",", _looks(raised)))
        if self._feet is None:
            add_link(paragraph, [run_of(str(number), _looks(raised))], f"note_{number}")
        elif self._feet.mark(paragraph, number, self._marks + 1):
            self._marks += 1

    def finish(self) -> None:
        """What can be done only when all has been added."""
        if self._after_table:
            self._paragraph(CELL)
        if self._feet is not None:
            self._feet.finish()


def _looks(run: Run, from_right: bool = False) -> list[Any]:
    """The run's properties in the order of the schema (17.3.2.28)."""
    looks = [element("w:rStyle", val="Hyperlink")] if run.link else []
    looks += [element("w:b"), element("w:bCs")] if run.bold else []
    if run.language in _UPRIGHT:
        looks.append(element("w:i", val="false"))
    elif run.italic:
        looks.append(element("w:i"))
    looks += [element("w:vertAlign", val="superscript")] if run.raised else []
    looks += [element("w:rtl")] if from_right else []
    language = _language(run, from_right=from_right)
    return [*looks, language] if language is not None else looks


def _language(run: Run, *, from_right: bool) -> Any:  # noqa: ANN401
    """In which language the run is, by the kind of its script; None for the document's."""
    kind = "eastAsia" if run.language in _EAST_ASIAN else "val"
    if from_right:
        written = "he" if any("\u0590" <= sign <= "\u05ff" for sign in run.text) else "ar"
        return element("w:lang", bidi=run.language if run.language in _COMPLEX else written)
    return element("w:lang", **{kind: run.language}) if run.language else None


def _shape(table: "Table", block: blocks.Table, width_mm: float) -> None:
    """Columns as wide as their shares, the first row as head of each page, a title for screen readers."""
    from docx.shared import Mm

    table.autofit = False
    properties = table._tbl.tblPr
    properties.append(element("w:tblCaption", val=block.title))
    for column, share in zip(table.columns, block.shares, strict=True):
        column.width = Mm(width_mm * share / 100)
    add_row_trait(table.rows[0], "w:cantSplit", "w:tblHeader")
    for cell, share in zip(table.rows[0].cells, block.shares, strict=True):
        cell.width = Mm(width_mm * share / 100)


def _add_rows(table: Any, block: blocks.Table) -> "Iterator[list[tuple[_Cell, blocks.Runs]]]":  # noqa: ANN401
    for runs in block.rows:
        row = table.add_row()
        add_row_trait(row, "w:cantSplit")
        yield list(zip(row.cells, runs, strict=True))
