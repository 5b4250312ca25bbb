"""Draws filled pages. Imports lines, pages, strips, styles, tags and the document that it draws on.

Everything is known before the first page is drawn, so "3 of 7" needs no second pass. What carries a tag
becomes part of the structure tree; running lines, rules and headers set again are artifacts.
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from casefile.briefs.pdf.copying import LEFT_TO_RIGHT, Reading, reading_of
from casefile.briefs.pdf.document import PdfDocument
from casefile.briefs.pdf.fonts import Face, FontBook
from casefile.briefs.pdf.line_drawing import LinedDocument, draw_line, draw_untagged
from casefile.briefs.pdf.lines import Line, shorten_line
from casefile.briefs.pdf.metadata import Attachment, Metadata
from casefile.briefs.pdf.pages import OnPage
from casefile.briefs.pdf.strips import Box, Placed
from casefile.briefs.pdf.styles import CONTENT, GRID, HAIR, MARKING, RUNNING, PageFrame
from casefile.briefs.pdf.tags import Tag
from casefile.briefs.pdf.words import page_words
from casefile.briefs.wording import ENGLISH, Phrasing
from casefile.progress import Task

_HEADER_BASELINE = 46.0
"""From the paper's upper edge."""
_FOOTER_BASELINE = 40.0
"""From the paper's lower edge."""


@dataclass(frozen=True)
class RunningLines:
    """The lines that run over every page; all printable text."""

    title: str
    marking: str
    foot: str
    marking_tag: Tag | None = None
    """What the marking is on the first page, where it is read aloud; afterwards it is only seen."""
    put: Phrasing = ENGLISH
    """The brief's language."""
    is_whole: bool = True
    """False where further pages follow that are not there yet, nor what links lead to on them."""


@dataclass(frozen=True)
class Drawing:
    """A document being drawn: the pages, the paper, the fonts, and how lines come onto it."""

    document: PdfDocument
    frame: PageFrame
    fonts: FontBook
    lines: LinedDocument

    def page_y(self, distance: float) -> float:
        """PDF's y, which counts upwards, of a distance from the body's top."""
        return self.frame.height - self.frame.top - distance


def draw_document(
    pages: list[list[OnPage]],
    frame: PageFrame,
    metadata: Metadata,
    running: RunningLines,
    fonts: FontBook,
    task: Task,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """The finished PDF; each page is emptied once it is drawn, so that the memory of one serves the other.

    Raises :class:`casefile.errors.CancelledError` when a stop was asked for.
    """
    document = PdfDocument(frame.width, frame.height, metadata, Face.SANS)
    drawing = Drawing(document, frame, fonts, LinedDocument(document, running.put))
    for number, page in enumerate(pages, start=1):
        task.step(number, len(pages), "Drawing pages")
        document.start_page()
        _draw_running_lines(drawing, running, number, len(pages) if running.is_whole else 0)
        _draw_rules(drawing, page)
        for block in _blocks(page):
            _draw_block(drawing, block)
        document.end_page()
        page.clear()
    return document.finish(attachments, is_whole=running.is_whole)


def _draw_running_lines(drawing: Drawing, running: RunningLines, number: int, total: int) -> None:
    left = drawing.frame.left
    head = drawing.frame.height - _HEADER_BASELINE
    marking = shorten_line(running.marking, MARKING, CONTENT / 2, drawing.fonts)
    if marking.pieces:
        tag = running.marking_tag if number == 1 else None
        place = (left + CONTENT - marking.width, head)
        if tag:
            draw_line(drawing.lines, marking, place, tag)
        else:
            draw_untagged(drawing.document, marking, place)
    if number > 1:
        room = CONTENT - marking.width - 2 * GRID
        _draw_untagged(drawing, shorten_line(running.title, RUNNING, room, drawing.fonts), left, head)
        drawing.document.content.fill((left, head - 7, left + CONTENT, head - 6.5), HAIR, None)
    counted = _running(page_words(number, total, drawing.lines.put), drawing)
    _draw_untagged(drawing, counted, left + CONTENT - counted.width, _FOOTER_BASELINE)
    foot = shorten_line(running.foot, RUNNING, CONTENT - 60, drawing.fonts)
    _draw_untagged(drawing, foot, left, _FOOTER_BASELINE)


def _running(text: str, drawing: Drawing) -> Line:
    return shorten_line(text, RUNNING, CONTENT, drawing.fonts)


def _draw_untagged(drawing: Drawing, line: Line, x: float, y: float) -> None:
    draw_untagged(drawing.document, line, (x, y))


def _draw_rules(drawing: Drawing, page: Sequence[OnPage]) -> None:
    """Rules and bars lie below all text."""
    for on_page in page:
        if on_page.strip.boxes:
            _draw_boxes(drawing, on_page, [box for box in on_page.strip.boxes if not box.tag])


def _draw_boxes(drawing: Drawing, on_page: OnPage, boxes: Iterable[Box]) -> None:
    left, top = drawing.frame.left, drawing.page_y(on_page.y)
    for box in boxes:
        x, upper = left + box.x, top - box.y
        tag = None if on_page.repeated else box.tag
        drawing.document.content.fill(
            (x, upper - box.height, x + box.width, upper), box.colour, tag, box.shape
        )


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
    """Draw a block's text cell by cell, which is the order in which it is copied."""
    lines: list[tuple[Placed, float, bool]] = []
    for on_page in block:
        strip = on_page.strip
        if not on_page.repeated:
            _begin(drawing, on_page)
        # What a figure consists of comes where the figure is read.
        if strip.boxes:
            _draw_boxes(drawing, on_page, [box for box in strip.boxes if box.tag])
        y = drawing.page_y(on_page.y) - strip.baseline
        lines += [(placed, y, on_page.repeated) for placed in strip.placed]
    readings = _readings(lines)
    if len(lines) > 1:
        lines.sort(key=lambda entry: entry[0].cell)
    left = drawing.frame.left
    for placed, y, repeated in lines:
        tag = None if repeated else placed.tag
        if tag:
            reading = readings.get(y, LEFT_TO_RIGHT)
            draw_line(drawing.lines, placed.line, (left + placed.x, y), tag, reading)
        else:
            _draw_untagged(drawing, placed.line, left + placed.x, y)


def _readings(lines: Sequence[tuple[Placed, float, bool]]) -> dict[float, Reading]:
    """How reader programs take each baseline on which anything runs from right to left."""
    shaped = [placed for placed, _, _ in lines if placed.line.is_shaped]
    if not shaped:
        return {}
    return {
        y: reading_of([placed.line for placed, _, _ in beside])
        for y, beside in groupby(lines, key=lambda entry: entry[1])
    }


def _begin(drawing: Drawing, on_page: OnPage) -> None:
    """What begins with a strip: tags, places that links lead to, an entry of the outline."""
    strip = on_page.strip
    for tag in strip.tags:
        drawing.document.begin(tag)
    above = drawing.page_y(on_page.y) + GRID
    for anchor in strip.anchors:
        drawing.document.anchor(anchor, above)
    if strip.outline:
        drawing.document.bookmark(strip.outline.title, above, strip.outline.level)
