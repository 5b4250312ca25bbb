"""PDFs made for the tests: lines of words at given places."""

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

Placed = tuple[float, float, float, str]
"""Points from the left and from below, the size, the words."""
WIDTH, HEIGHT = 595.0, 842.0


def pdf_of(pages: Sequence[Sequence[Placed]], **properties: str) -> bytes:
    """A PDF with these words on its pages, written in this order; ``title``, ``author``, ``creator``."""
    made = io.BytesIO()
    canvas = Canvas(made, pagesize=(WIDTH, HEIGHT))
    for name, value in properties.items():
        getattr(canvas, f"set{name.capitalize()}")(value)
    for page in pages:
        for left, height, size, words in page:
            canvas.setFont("Helvetica", size)
            canvas.drawString(left, height, words)
        canvas.showPage()
    canvas.save()
    return made.getvalue()


def lines(words: Sequence[str], left: float = 60, top: float = 760, size: float = 10) -> list[Placed]:
    """The words one line below the other."""
    return [(left, top - 12 * place, size, line) for place, line in enumerate(words)]
