"""What a brief costs, tagged, as a ratio to the least that ReportLab can do and to its stock layout.

A rival, fpdf2, sets the same text untagged in the same run.

The bound sets the very lines of the finished brief, already measured and broken, on a bare canvas: one font
a line, no colours, links, tags or outline. The stock layout is ReportLab's own documents of paragraphs and
tables, untagged, of the same text.
"""

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from xml.sax.saxutils import escape

import pytest
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, SimpleDocTemplate, Table

from casefile.briefs.model import Brief
from casefile.briefs.pdf import render_pdf
from casefile.briefs.pdf.fonts import Face, FontBook, load_face
from casefile.briefs.pdf.pages import OnPage, fill_pages
from casefile.briefs.pdf.setting import Setting
from casefile.briefs.pdf.styles import PAGE_FRAMES
from casefile.briefs.pdf.writer import set_brief
from casefile.paths import resource
from casefile.progress import SILENT
from tests.benchmarks.made_briefs import made_brief
from tests.benchmarks.measuring import print_table

ROOT = Path(__file__).parents[2]
ACTIONS = {"10 pages": 9, "500 pages": 520}
ACTIONS_OF_5000_PAGES = 5_200


@dataclass(frozen=True)
class PlainLine:
    """A line of text at its place on the paper."""

    x: float
    y: float
    font: str
    size: float
    text: str


def plain_pages(brief: Brief) -> list[list[PlainLine]]:
    """The brief's lines, page by page."""
    frame = PAGE_FRAMES[brief.page_size]
    strips, _ = set_brief(Setting.of(brief, FontBook()), SILENT)
    pages = fill_pages(strips, frame.body_height)
    top = frame.height - frame.top
    return [[line for strip in page for line in _plain_lines(strip, frame.left, top)] for page in pages]


def _plain_lines(on_page: OnPage, left: float, top: float) -> list[PlainLine]:
    y = top - on_page.y - on_page.strip.baseline
    found = []
    for placed in on_page.strip.placed:
        pieces = placed.line.pieces
        text = "".join(piece.text for piece in pieces)
        found.append(PlainLine(left + placed.x, y, pieces[0].face.value, pieces[0].style.size, text))
    return found


def draw_on_a_canvas(pages: list[list[PlainLine]]) -> None:
    canvas = Canvas(BytesIO(), (595, 842), pageCompression=1, invariant=1)
    for page in pages:
        for line in page:
            canvas.setFont(line.font, line.size)
            canvas.drawString(line.x, line.y, line.text)
        canvas.showPage()
    canvas.save()


def stock_layout(brief: Brief) -> int:
    """The number of pages of the same text as ReportLab's own flowables."""
    load_face(Face.SERIF)
    style = ParagraphStyle("text", fontName=Face.SERIF.value, fontSize=10.5, leading=14)

    def text(words: object) -> Paragraph:
        return Paragraph(escape(str(words)), style)

    story: list[object] = []
    for action in brief.actions:
        story.append(text(action.title))
        rows = [[text(fact.label), text(getattr(fact.value, "money", fact.value))] for fact in action.facts]
        rows += [[text(entry.basis), text(entry.amount and entry.amount.money)] for entry in action.ledger]
        story.append(Table(rows, [106, 346]))
    story += [text(f"{quote.text} {quote.speaker}, {quote.role}") for quote in brief.quotes]
    story.append(Table([[text(event.date), text(event.what)] for event in brief.events], [106, 346]))
    story += [
        text(f"{source.number} {source.title} {source.outlet} {source.url}") for source in brief.sources
    ]
    for note in brief.notes():
        passage = note.citation.passage
        words = passage.prefix + passage.exact + passage.suffix if passage else ""
        story.append(text(f"{note.number} S{note.citation.source} {words}"))
    document = SimpleDocTemplate(BytesIO(), invariant=1)
    document.build(story)
    return int(document.page)


def rival_layout(brief: Brief) -> int:
    """The number of pages of the same text as fpdf2 sets it: untagged, its fonts the same files."""
    from fpdf import FPDF

    document = FPDF(format="A4")
    document.add_font("text", fname=str(resource(f"fonts/{Face.SERIF.value}.ttf")))
    document.set_font("text", size=10.5)
    document.add_page()

    def text(words: object) -> None:
        document.multi_cell(0, 5, str(words), new_x="LMARGIN", new_y="NEXT")

    for action in brief.actions:
        text(action.title)
        for fact in action.facts:
            text(f"{fact.label} {getattr(fact.value, 'money', fact.value)}")
        for entry in action.ledger:
            text(f"{entry.basis} {entry.amount and entry.amount.money}")
    for quote in brief.quotes:
        text(f"{quote.text} {quote.speaker}, {quote.role}")
    for event in brief.events:
        text(f"{event.date} {event.what}")
    for source in brief.sources:
        text(f"{source.number} {source.title} {source.outlet} {source.url}")
    for note in brief.notes():
        passage = note.citation.passage
        words = passage.prefix + passage.exact + passage.suffix if passage else ""
        text(f"{note.number} S{note.citation.source} {words}")
    document.output()
    return int(document.page_no())


def seconds(work: Callable[[], object], runs: int) -> float:
    """The least processor time of some runs, after one that is not counted for short works."""
    if runs > 1:
        work()
    taken = []
    for _ in range(runs):
        start = time.process_time()
        work()
        taken.append(time.process_time() - start)
    return min(taken)


@pytest.mark.parametrize("size", ACTIONS)
def test_a_brief_against_a_bare_canvas_and_the_stock_layout(size: str) -> None:
    brief = made_brief(ACTIONS[size])
    pages = plain_pages(brief)
    runs = 9 if len(pages) < 100 else 3
    bound = seconds(lambda: draw_on_a_canvas(pages), runs)
    ours = seconds(lambda: render_pdf(brief), runs)
    stock = seconds(lambda: stock_layout(brief), 1 if runs == 3 else runs)
    rival = seconds(lambda: rival_layout(brief), 1)
    print_table(
        f"A brief of {len(pages)} pages, {sum(map(len, pages)):,} lines",
        [
            ("bare canvas, the bound", f"{bound * 1000:8.0f} ms"),
            ("ours, tagged", f"{ours * 1000:8.0f} ms   {ours / bound:.2f} times the bound"),
            ("stock, untagged", f"{stock * 1000:8.0f} ms   {stock / bound:.2f} times the bound"),
            ("fpdf2, untagged", f"{rival * 1000:8.0f} ms   {rival / bound:.2f} times the bound"),
        ],
    )
    assert ours > 0


_ALONE = r"""
import re, time
from pathlib import Path
from casefile.briefs.pdf import render_pdf
from tests.benchmarks.made_briefs import made_brief
brief = made_brief(ACTIONS)
start = time.process_time()
content = render_pdf(brief)
taken = time.process_time() - start
memory = re.search(r"VmHWM:\s*(\d+)", Path("/proc/self/status").read_text())[1]
print(taken, int(memory) / 1024, len(content) / 1e6)
"""


def in_a_fresh_process(actions: int) -> tuple[float, float, float]:
    """Seconds, the most memory in MB (Linux tells it of the process alone), the size of the file in MB."""
    code = _ALONE.replace("ACTIONS", str(actions))
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT)
    taken, memory, size = map(float, done.stdout.split())
    return taken, memory, size


def test_growth_and_memory() -> None:
    rows = []
    for name, actions in (*ACTIONS.items(), ("5,000 pages", ACTIONS_OF_5000_PAGES)):
        taken, memory, size = in_a_fresh_process(actions)
        each = taken / actions * 1000
        figures = f"{taken:7.2f} s  {each:6.2f} ms an action  {memory:6.0f} MB memory  {size:6.1f} MB file"
        rows.append((name, figures))
    print_table("Briefs in fresh processes", rows)
    assert len(rows) == 3
