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


def bare_pdf(content: bytes) -> bytes:
    """A PDF of one page with this content and Helvetica as ``/F``."""
    page = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>"
    return pdf_of_objects(
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        page,
        b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding/WinAnsiEncoding>>",
    )


def pdf_of_objects(*objects: bytes) -> bytes:
    """A PDF of these objects, the first its catalogue, without a table of where they stand."""
    body = b"".join(
        b"%d 0 obj\n%s\nendobj\n" % (number, text) for number, text in enumerate(objects, start=1)
    )
    return b"%PDF-1.4\n" + body + b"trailer<</Root 1 0 R>>\n%%EOF"
