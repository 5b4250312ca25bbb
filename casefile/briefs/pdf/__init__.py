"""A brief as a PDF: the model set in type with ReportLab, the only package that imports it.

The parts (front, actions, conflicts, voices, sources) turn the model into strips that say what they are
(tags), pages fills pages with them, canvas draws them on a document (content, structure, metadata, glyphs,
syntax). Nothing from the model is ever read as markup or as a path.
"""

from casefile.briefs.pdf.metadata import Attachment, Relationship
from casefile.briefs.pdf.writer import BriefNotWrittenError, PdfReport, render_opening, render_pdf, write_pdf

__all__ = [
    "Attachment", "BriefNotWrittenError", "PdfReport", "Relationship", "render_opening", "render_pdf",
    "write_pdf",
]  # fmt: skip
