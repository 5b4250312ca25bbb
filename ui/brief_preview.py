"""A composition as it would be printed, and what is to be known of it before it is written. No widgets."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefile.briefs.composition import BriefPart, Composition
from casefile.briefs.verbatim import Wording
from casefile.progress import SILENT, Task
from ui.notices import count_of

if TYPE_CHECKING:
    from casefile.briefs.checks import QuoteCheck
    from casefile.briefs.model import Brief
    from casefile.store.rows import CaseRow
    from casefile.store.store import Reader
    from ui.pdf_pages import PdfPages


@dataclass(frozen=True)
class Preview:
    """A composition as it would be printed now."""

    pages: "PdfPages"
    brief: "Brief"
    whole: "Brief"
    """With nothing left out."""
    checks: "Sequence[QuoteCheck]"
    questioned: Sequence[str]
    cases: "Sequence[CaseRow]"


def make_preview(reader: "Reader", composition: Composition, task: Task = SILENT) -> Preview:
    """Sets the composition in type, and compares what it says. For a worker.

    Raises :class:`casefile.errors.CancelledError` when a stop was asked for.
    """
    from casefile.briefs.assemble import assemble
    from casefile.briefs.checks import check_quotes
    from casefile.briefs.composition import ALL_PARTS
    from casefile.briefs.own_amounts import questioned_amounts
    from casefile.briefs.pdf import render_pdf
    from casefile.store import queries
    from ui.pdf_pages import PdfPages

    brief = assemble(reader, composition)
    whole = assemble(reader, replace(composition, sections=ALL_PARTS, left_out=frozenset()))
    pages = PdfPages(render_pdf(brief, task))
    questioned = questioned_amounts(_with_words(brief, whole))
    cases = queries.case_rows(reader)
    return Preview(pages, brief, whole, check_quotes(reader, brief), questioned, cases)


def _with_words(brief: "Brief", whole: "Brief") -> "Brief":
    """All facts, with the own words of the brief: a sum may rest on a fact that is not printed."""
    own = tuple(section for section in brief.sections if section.part is BriefPart.TEXT)
    return replace(whole, sections=own)


def preview_words(preview: Preview) -> str:
    """What is to be known before the brief is written."""
    parts = []
    found = [check.wording for check in preview.checks]
    if found:
        counted = count_of(len(found), "quote")
        parts.append(
            f"{counted} compared with the originals: {found.count(Wording.EXACT):,} exact,"
            f" {found.count(Wording.NORMALISED):,} but for marks and spaces,"
            f" {found.count(Wording.NOT_FOUND):,} not found."
        )
    missing = [check.words for check in preview.checks if check.wording is Wording.NOT_FOUND]
    if missing:
        parts.append(f"Not in its source, so nothing can be exported: {missing[0]}")
    if preview.questioned:
        parts.append(f"In your own words, but in no fact: {', '.join(preview.questioned)}.")
    return "\n".join(parts)
