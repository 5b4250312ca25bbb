"""Draws filled pages with ReportLab. The one module that draws; imports lines, pages, strips, styles, fonts.

Everything is known before the first page is drawn, so "3 of 7" needs no second pass.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from io import BytesIO

from reportlab.pdfgen.canvas import Canvas
from reportlab.pdfgen.textobject import PDFTextObject

from casefile.briefs.pdf.fonts import Face, FontBook, load_face
from casefile.briefs.pdf.lines import Line, Piece, shorten_line
from casefile.briefs.pdf.pages import OnPage
from casefile.briefs.pdf.styles import CONTENT, GRID, HAIR, MARKING, RUNNING, Colour, PageFrame, TextStyle
from casefile.progress import Task

_HEADER_BASELINE = 46.0
"""From the paper's upper edge."""
_FOOTER_BASELINE = 40.0
"""From the paper's lower edge."""


@dataclass(frozen=True)
class Properties:
    """What the file says of itself, and the lines that run over every page; all printable text."""

    title: str
    author: str
    subject: str
    language: str
    as_of: datetime
    marking: str
    foot: str


@dataclass(frozen=True)
class Drawing:
    """A document being drawn: the canvas, the paper, the fonts."""

    canvas: Canvas
    frame: PageFrame
    fonts: FontBook

    def page_y(self, distance: float) -> float:
        """ReportLab's y, which counts upwards, of a distance from the body's top."""
        return self.frame.height - self.frame.top - distance


def draw_document(
    pages: Sequence[Sequence[OnPage]], frame: PageFrame, properties: Properties, fonts: FontBook, task: Task
) -> bytes:
    """The finished PDF; raises :class:`casefile.errors.CancelledError` when a stop was asked for."""
    target = BytesIO()
    drawing = Drawing(_canvas(target, frame, properties), frame, fonts)
    for number, page in enumerate(pages, start=1):
        task.step(number, len(pages), "Drawing pages")
        _draw_running_lines(drawing, properties, number, len(pages))
        for block in _blocks(page):
            _draw_block(drawing, block)
        drawing.canvas.showPage()
    drawing.canvas.save()
    return target.getvalue()


def _canvas(target: BytesIO, frame: PageFrame, properties: Properties) -> Canvas:
    load_face(Face.SANS)
    canvas = Canvas(
        target,
        pagesize=(frame.width, frame.height),
        pageCompression=1,
        invariant=1,
        lang=properties.language,
        initialFontName=Face.SANS.value,
    )
    canvas.setTitle(properties.title)
    canvas.setAuthor(properties.author)
    canvas.setSubject(properties.subject)
    canvas.setCreator("Casefile")
    canvas.setKeywords(properties.marking)
    canvas.setViewerPreference("DisplayDocTitle", "true")
    stamp = f"D:{properties.as_of:%Y%m%d%H%M%S}Z"
    # The record's date, not the clock's: the same brief gives the same bytes.
    canvas.setDateFormatter(lambda *_: stamp)
    return canvas


def _draw_running_lines(drawing: Drawing, properties: Properties, number: int, total: int) -> None:
    head = drawing.frame.height - _HEADER_BASELINE
    marking = shorten_line(properties.marking, MARKING, CONTENT / 2, drawing.fonts)
    _draw_at_right(drawing, marking, head)
    if number > 1:
        room = CONTENT - marking.width - 2 * GRID
        _draw_line(
            drawing, shorten_line(properties.title, RUNNING, room, drawing.fonts), drawing.frame.left, head
        )
        _fill(drawing, drawing.frame.left, head - 7, CONTENT, 0.5, HAIR)
    _draw_at_right(drawing, _running(f"{number} of {total}", drawing), _FOOTER_BASELINE)
    foot = shorten_line(properties.foot, RUNNING, CONTENT - 60, drawing.fonts)
    _draw_line(drawing, foot, drawing.frame.left, _FOOTER_BASELINE)


def _running(text: str, drawing: Drawing) -> Line:
    return shorten_line(text, RUNNING, CONTENT, drawing.fonts)


def _draw_at_right(drawing: Drawing, line: Line, y: float) -> None:
    _draw_line(drawing, line, drawing.frame.left + CONTENT - line.width, y)


def _blocks(page: Sequence[OnPage]) -> Iterator[list[OnPage]]:
    """The page's rows and paragraphs, each with all its strips."""
    block: list[OnPage] = []
    for on_page in page:
        if block and not on_page.strip.continues:
            yield block
            block = []
        block.append(on_page)
    if block:
        yield block


def _draw_block(drawing: Drawing, block: Sequence[OnPage]) -> None:
    """Draw rules and bars, then the text cell by cell, which is the order in which it is read and copied."""
    left = drawing.frame.left
    for on_page in block:
        top = drawing.page_y(on_page.y)
        for box in on_page.strip.boxes:
            _fill(drawing, left + box.x, top - box.y - box.height, box.width, box.height, box.colour)
        if not on_page.repeated:
            _draw_anchors(drawing, on_page, top)
    lines = [
        (placed, drawing.page_y(on_page.y) - on_page.strip.baseline)
        for on_page in block
        for placed in on_page.strip.placed
    ]
    for placed, y in sorted(lines, key=lambda entry: entry[0].cell):
        _draw_line(drawing, placed.line, left + placed.x, y)


def _draw_anchors(drawing: Drawing, on_page: OnPage, top: float) -> None:
    for anchor in on_page.strip.anchors:
        drawing.canvas.bookmarkHorizontalAbsolute(anchor, top + GRID)
    outline = on_page.strip.outline
    if outline:
        drawing.canvas.addOutlineEntry(outline.title, on_page.strip.anchors[0], outline.level)


def _fill(drawing: Drawing, x: float, y: float, width: float, height: float, colour: Colour) -> None:
    drawing.canvas.setFillColorRGB(*colour)
    drawing.canvas.rect(x, y, width, height, stroke=0, fill=1)


def _draw_line(drawing: Drawing, line: Line, x: float, y: float) -> None:
    """Set a line; one that goes on ends in a space, so that a reader program does not join two words."""
    if not line.pieces:
        return
    text = drawing.canvas.beginText(x, y)
    tracking = 0.0
    rise = 0.0
    for piece in line.pieces:
        style = piece.style
        text.setFont(piece.face.value, style.size, style.leading)
        text.setFillColorRGB(*style.colour)
        if style.rise != rise:
            rise = style.rise
            text.setRise(rise)
        if style.tracking != tracking:
            tracking = style.tracking
            text.setCharSpace(tracking)
        text.textOut(piece.text)
    if not line.ends_paragraph:
        text.textOut(" ")
    _reset(text, tracking, rise)
    drawing.canvas.drawText(text)
    _draw_links(drawing, line, x, y)


def _reset(text: PDFTextObject, tracking: float, rise: float) -> None:
    """Spacing outlives a text object in PDF."""
    if tracking:
        text.setCharSpace(0)
    if rise:
        text.setRise(0)


def _draw_links(drawing: Drawing, line: Line, x: float, y: float) -> None:
    for start, width, piece in _linked(line):
        rect = _link_rect(piece.style, x + start, y, width)
        if piece.link.startswith("#"):
            drawing.canvas.linkAbsolute(piece.text, piece.link[1:], rect)
        else:
            drawing.canvas.linkURL(piece.link, rect)


def _linked(line: Line) -> Iterator[tuple[float, float, Piece]]:
    start = 0.0
    for piece in line.pieces:
        if piece.link:
            yield start, piece.width, piece
        start += piece.width


def _link_rect(style: TextStyle, x: float, y: float, width: float) -> tuple[float, float, float, float]:
    low = y + style.rise - style.size * 0.25
    return (x, low, x + width, low + style.size * 1.2)
