"""What reading a document costs, by format; for PDF beside what PDFium alone takes for its characters."""

from collections.abc import Callable
from pathlib import Path

import pypdfium2

from casefile.reading import read_bytes
from tests.benchmarks.measuring import median_ms, print_table

FILES = Path(__file__).parent.parent / "data" / "reading"


def _reading(content: bytes, name: str) -> Callable[[], object]:
    return lambda: read_bytes(content, name)


def _pages(content: bytes) -> int:
    with pypdfium2.PdfDocument(content) as document:
        return len(document)


def _bare_text(content: bytes) -> None:
    with pypdfium2.PdfDocument(content) as document:
        for page in document:
            page.get_textpage().get_text_range()


def test_reading_documents() -> None:
    rows = []
    for name in ("decision.docx", "decision.odt", "decision.rtf"):
        taken = median_ms(_reading((FILES / name).read_bytes(), name))
        rows.append((f"{name} (3 pages)", f"{taken:.1f} ms"))
        assert taken > 0
    for name in ("decision.pdf", "print-chromium.pdf"):
        content = (FILES / name).read_bytes()
        pages = _pages(content)
        taken = median_ms(_reading(content, name)) / pages
        alone = median_ms(lambda content=content: _bare_text(content)) / pages  # type: ignore[misc]
        rows.append((f"{name} ({pages} pages)", f"{taken:.1f} ms a page, PDFium alone {alone:.1f}"))
    print_table("Reading documents", rows)
