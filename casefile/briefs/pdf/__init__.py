"""A brief as a PDF: the model set in type with ReportLab, the only package that imports it.

The parts (front, actions, voices, sources) turn the model into strips, pages fills pages with them, and
canvas draws. Nothing from the model is ever read as markup or as a path.
"""

from casefile.briefs.pdf.metadata import Attachment, Relationship
from casefile.briefs.pdf.writer import BriefNotWrittenError, PdfReport, render_pdf, write_pdf

__all__ = ["Attachment", "BriefNotWrittenError", "PdfReport", "Relationship", "render_pdf", "write_pdf"]
