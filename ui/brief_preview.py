"""A composition as it would be printed, and what is to be known of it before it is written. No widgets."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefile.briefs.composition import BriefPart, Composition
from casefile.briefs.verbatim import Wording
from casefile.progress import SILENT, Task
from casefile.translation import tr
from ui.counts import count_of
from ui.figures import figure

if TYPE_CHECKING:
    from casefile.briefs.checks import QuoteCheck
    from casefile.briefs.drafts import Draft
    from casefile.briefs.model import Brief
    from casefile.store.rows import CaseRow
    from casefile.store.store import Reader
    from ui.pdf_pages import PdfPages
    from ui.told_groups import ToldGroups


@dataclass(frozen=True)
class Preview:
    """A composition as it would be printed now."""

    pages: "PdfPages"
    brief: "Brief"
    whole: "Brief"
    """With nothing left out."""
    told: "ToldGroups"
    """What that tells, to be chosen from."""
    note_count: int
    checks: "Sequence[QuoteCheck]"
    questioned: Sequence[str]
    cases: "Sequence[CaseRow]"
    composition: Composition
    step: int
    """The store's last step when it was made."""
    draft_id: int | None = None
    """Which draft was looked at."""
    draft: "Draft | None" = None
    """As the store has it; None where it has it no more."""


def make_preview(
    reader: "Reader",
    composition: Composition,
    draft_id: int | None = None,
    before: Preview | None = None,
    task: Task = SILENT,
    show_first: "Callable[[PdfPages], None] | None" = None,
) -> Preview:
    """Sets the composition in type, and compares what it says. For a worker.

    What the preview ``before`` has told of the same records is taken from there: most changes are words.
    ``show_first`` is given the first pages of a long brief as soon as they are known, and closes them.
    Raises :class:`casefile.errors.CancelledError` when a stop was asked for.
    """
    from casefile.briefs.checks import check_quotes
    from casefile.briefs.own_amounts import questioned_amounts
    from casefile.briefs.pdf import render_opening, render_pdf
    from casefile.store import queries
    from casefile.store.briefs import last_step, record_changed_after
    from ui.pdf_pages import PdfPages
    from ui.told_groups import ToldGroups

    step = last_step(reader)
    known = before if before is not None and not record_changed_after(reader, before.step) else None
    brief = _told(reader, composition, known)
    if show_first is not None:
        first = render_opening(brief, task)
        if first is not None:
            show_first(PdfPages(first))
    whole = _whole(reader, composition, brief, known)
    told = known.told if known is not None and whole is known.whole else ToldGroups.of(whole)
    pages = PdfPages(render_pdf(brief, task))
    questioned = questioned_amounts(_with_words(brief, whole))
    cases = queries.case_rows(reader)
    draft = _draft(reader, draft_id) if draft_id is not None else None
    checks = check_quotes(reader, brief)
    return Preview(
        pages, brief, whole, told, len(brief.notes()), checks, questioned, cases, composition, step, draft_id,
        draft,
    )  # fmt: skip


def _told(reader: "Reader", composition: Composition, known: Preview | None) -> "Brief":
    from casefile.briefs.assemble import assemble, titled

    if known is None or _tells(known.composition) != _tells(composition):
        return assemble(reader, composition)
    return titled(reader, known.brief, composition)


def _whole(reader: "Reader", composition: Composition, brief: "Brief", known: Preview | None) -> "Brief":
    """The brief with nothing left out."""
    from casefile.briefs.assemble import assemble, titled
    from casefile.briefs.composition import ALL_PARTS

    asked = (composition.case_id, composition.language)
    if known is not None and asked == (known.composition.case_id, known.composition.language):
        return known.whole
    everything = replace(composition, sections=ALL_PARTS, left_out=frozenset())
    if _tells(everything) == _tells(composition):
        return titled(reader, brief, everything)
    return assemble(reader, everything)


def _tells(composition: Composition) -> tuple[object, ...]:
    """What the records of a brief and the numbers of its sources depend on."""
    parts = [section.part for section in composition.printed if section.part is not BriefPart.TEXT]
    return composition.case_id, composition.language, composition.left_out, tuple(parts)


def _draft(reader: "Reader", draft_id: int) -> "Draft | None":
    from casefile.briefs.drafts import open_draft
    from casefile.store.drafts import DraftGoneError

    try:
        return open_draft(reader, draft_id)
    except DraftGoneError:
        return None


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
            tr(
                "{counted} compared with the originals: {exact} word for word, {alike} apart from "
                "punctuation and spaces, {missing} not found."
            ).format(
                counted=counted,
                exact=figure(found.count(Wording.EXACT)),
                alike=figure(found.count(Wording.NORMALISED)),
                missing=figure(found.count(Wording.NOT_FOUND)),
            )
        )
    missing = [check.words for check in preview.checks if check.wording is Wording.NOT_FOUND]
    if missing:
        parts.append(tr("Not in its source, so nothing can be exported: {quote}").format(quote=missing[0]))
    if preview.questioned:
        parts.append(
            tr("In your own words, but in no fact: {words}.").format(words=", ".join(preview.questioned))
        )
    return "\n".join(parts)
