"""From the model to bytes and from bytes to a whole file. Imports the model, the parts and the ground."""

import os
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Lock

from casefile.briefs.composition import BriefPart, BriefSection, NotePlace
from casefile.briefs.model import Brief
from casefile.briefs.opening import is_long, opening
from casefile.briefs.pdf.actions import FIRST_ACTION, actions
from casefile.briefs.pdf.canvas import RunningLines, draw_document
from casefile.briefs.pdf.chart import chart
from casefile.briefs.pdf.conflicts import conflicts
from casefile.briefs.pdf.contents import contents, entries_of, places_of
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.front import UNTITLED, nothing_yet, summary, title_block, unreviewed
from casefile.briefs.pdf.metadata import Attachment, Metadata
from casefile.briefs.pdf.overview import appeals, comparison
from casefile.briefs.pdf.own_words import own_text
from casefile.briefs.pdf.pages import OnPage, fill_pages, foot_tops, marks_of
from casefile.briefs.pdf.setting import Setting
from casefile.briefs.pdf.sources import foot_notes, notes, sources
from casefile.briefs.pdf.strips import Strip
from casefile.briefs.pdf.styles import PAGE_FRAMES, PageFrame
from casefile.briefs.pdf.tags import Role, Tag, language_tag
from casefile.briefs.pdf.text import printable
from casefile.briefs.pdf.ties import are_tied
from casefile.briefs.pdf.voices import quotes, remarks, timeline
from casefile.briefs.pdf.words import foot_words
from casefile.briefs.wording import phrasing
from casefile.cycles import without_search
from casefile.errors import CasefileError
from casefile.progress import SILENT, Task

_NAMED = 8
"""So many missing characters are told by name."""
_PARTS: dict[BriefPart, Callable[[Setting], list[Strip]]] = {
    BriefPart.SUMMARY: summary,
    BriefPart.COMPARISON: comparison,
    BriefPart.ACTIONS: actions,
    BriefPart.CONFLICTS: conflicts,
    BriefPart.APPEALS: appeals,
    BriefPart.QUOTES: quotes,
    BriefPart.CHART: chart,
    BriefPart.TIMELINE: timeline,
    BriefPart.REMARKS: remarks,
    BriefPart.SOURCES: sources,
}
"""The notes are set when all marks are known; own words and they are no part of it."""
CONTENTS_FROM = 3
"""A brief of so many pages has a table of contents."""
_REPORTLAB = Lock()
"""ReportLab keeps its fonts in one registry of the process and is not made for threads."""


class BriefNotWrittenError(CasefileError):
    """The PDF could not be put where it should go; what was there before is as it was."""

    def __init__(self, path: Path, reason: str) -> None:
        super().__init__(
            f"The brief could not be written to {path}: {reason}.",
            "Choose a folder that you may write to and that has free space; no half-written file was left.",
        )


@dataclass(frozen=True)
class PdfReport:
    """What was written."""

    pages: int
    bytes: int
    missing: tuple[str, ...] = ()
    """Characters that no shipped font has, in order of code point; each is printed as U+FFFD."""

    @property
    def missing_names(self) -> str:
        """The missing characters as Unicode names them, the first eight of them; "" for none."""
        names = [f"{unicodedata.name(one, 'unnamed')} (U+{ord(one):04X})" for one in self.missing[:_NAMED]]
        more = len(self.missing) - len(names)
        return ", ".join([*names, *([f"{more} more"] if more else [])])


@dataclass(frozen=True)
class _Rendered:
    content: bytes
    report: PdfReport


Attachments = Sequence[Attachment] | Callable[[Sequence[float]], Sequence[Attachment]]
"""What is carried along; it may be made when the pages are known: see :func:`render_pdf`."""


def render_pdf(brief: Brief, task: Task = SILENT, attachments: Attachments = ()) -> bytes:
    """The brief as a tagged PDF (PDF/UA-1 and PDF/A-3a); the same brief gives the same bytes.

    The attachments, whose names differ, are carried along as associated files. A function that makes them is
    told for each page below which height (points from the paper's lower edge) its notes stand, 0 for none.

    Raises :class:`casefile.paths.ResourceMissingError` where a font is missing and
    :class:`casefile.errors.CancelledError` when a stop was asked for.
    """
    return _render(brief, task, attachments).content


def render_opening(brief: Brief, task: Task = SILENT) -> bytes | None:
    """The first pages of a long brief as :func:`render_pdf` has them, to be looked at while it is made.

    They do not say how many pages there are, nor on which of them the parts begin; what links lead to may be
    missing. None for a brief that is not long. Raises the same errors.
    """
    cut = opening(brief)
    if cut is None:
        return None
    with _alone(brief):
        fonts = FontBook()
        setting, frame = Setting.of(cut.brief, fonts), PAGE_FRAMES[brief.page_size]
        parts, feet = _set_parts(setting, task, brief.unreviewed_count(), cut.with_few_sources)
        body = _joined(parts)
        unnumbered = contents(setting, entries_of(body), {})
        pages = fill_pages([*title_block(setting), *unnumbered, *body], frame.body_height, feet)
        running = replace(_running_lines(brief, setting.within.child(Role.PARAGRAPH)), is_whole=False)
        alike = pages[: _pages_before(_told_first(parts[cut.section]), pages)]
        return draw_document(alike, frame, _metadata(brief), running, fonts, task)


@contextmanager
def _alone(brief: Brief) -> Iterator[None]:
    """ReportLab for this brief alone.

    What a long one leaves in a cache goes at its end: a few thousand words, strewn over all the memory that
    the brief took, would keep a third of that from the system.
    """
    with _REPORTLAB, without_search():
        try:
            yield
        finally:
            if is_long(brief):
                are_tied.cache_clear()


def _told_first(part: Sequence[Strip]) -> Sequence[Strip]:
    """What the part tells first: actions are told in a table, then one by one."""
    one_by_one = next((at for at, strip in enumerate(part) if FIRST_ACTION in strip.anchors), len(part))
    return part[:one_by_one]


def _pages_before(end: Sequence[Strip], pages: Sequence[Sequence[OnPage]]) -> int:
    """How many pages stand before that with the end of these strips; one at least."""
    found = (
        at for at, page in enumerate(pages) if any(one.strip is strip for strip in end[-1:] for one in page)
    )
    return max(1, next(found, 1))


def write_pdf(brief: Brief, path: Path, task: Task = SILENT, attachments: Attachments = ()) -> PdfReport:
    """What was written to ``path``, which is replaced only by a whole file.

    Raises :class:`BriefNotWrittenError` beside the errors of :func:`render_pdf`.
    """
    rendered = _render(brief, task, attachments)
    try:
        _replace(path, rendered.content)
    except OSError as error:
        raise BriefNotWrittenError(path, error.strerror or str(error)) from error
    return rendered.report


def _render(brief: Brief, task: Task, attachments: Attachments) -> _Rendered:
    with _alone(brief):
        fonts = FontBook()
        setting = Setting.of(brief, fonts)
        frame = PAGE_FRAMES[brief.page_size]
        pages = _fill(setting, frame, task)
        running = _running_lines(brief, setting.within.child(Role.PARAGRAPH))
        if callable(attachments):
            attachments = attachments(_feet(pages, frame))
        content = draw_document(pages, frame, _metadata(brief), running, fonts, task, attachments)
    return _Rendered(content, PdfReport(len(pages), len(content), tuple(sorted(fonts.missing))))


def _feet(pages: Sequence[Sequence[OnPage]], frame: PageFrame) -> list[float]:
    tops = foot_tops(pages)
    return [0.0 if top is None else round(frame.height - frame.top - top, 2) for top in tops]


def _fill(setting: Setting, frame: PageFrame, task: Task) -> list[list[OnPage]]:
    """The pages; from three on a table of contents stands after the title block.

    It takes as much room with any numbers, so that they are known once it has been laid out without.
    """
    head, (body, feet) = title_block(setting), set_brief(setting, task)
    if _least_height(body, frame) <= (CONTENTS_FROM - 1) * frame.body_height:
        pages = fill_pages([*head, *body], frame.body_height, feet)
        if len(pages) < CONTENTS_FROM:
            return pages
    entries = entries_of(body)
    unnumbered = contents(setting, entries, {})
    pages = fill_pages([*head, *unnumbered, *body], frame.body_height, feet)
    _exchange(pages, unnumbered, contents(setting, entries, places_of(pages)))
    return pages


def _least_height(strips: Iterable[Strip], frame: PageFrame) -> float:
    """What the strips take at least, however they fall onto pages."""
    return sum(min(strip.height, frame.body_height) for strip in strips)


def _exchange(pages: Sequence[list[OnPage]], old: Sequence[Strip], new: Sequence[Strip]) -> None:
    """Set the new strips where the old ones stand, one after another, each as high as the other."""
    waiting = dict(zip(map(id, old), new, strict=True))
    for page in pages:
        for place, on_page in enumerate(page):
            found = waiting.pop(id(on_page.strip), None)
            if found:
                page[place] = on_page._replace(strip=found)
        if not waiting:
            return


def set_brief(setting: Setting, task: Task) -> tuple[list[Strip], dict[int, list[Strip]]]:
    """All that follows the title block as strips in the order of print, and the notes for the pages' feet."""
    parts, feet = _set_parts(setting, task, setting.brief.unreviewed_count(), setting.brief)
    return _joined(parts) or nothing_yet(setting), feet


def _set_parts(
    setting: Setting, task: Task, unreviewed_count: int, with_sources: Brief
) -> tuple[list[list[Strip]], dict[int, list[Strip]]]:
    """The same section by section; the list of sources is that of a brief of its own."""
    brief = setting.brief
    # After the summary, else at the very end of what is told, before sources and notes.
    warned = _place_of_warning(brief.sections)
    parts: list[list[Strip]] = []
    for number, section in enumerate(brief.sections):
        task.step(number, len(brief.sections), "Setting the brief")
        told = replace(setting, brief=with_sources) if section.part is BriefPart.SOURCES else setting
        parts.append(_set_section(told, section, number))
        if number == warned:
            parts[-1] += unreviewed(setting, unreviewed_count)
    marked = _with_anchors(parts)
    if brief.note_place is NotePlace.FOOT:
        return parts, foot_notes(setting, marked)
    for part, section in zip(parts, brief.sections, strict=True):
        if section.part is BriefPart.NOTES:
            part.extend(notes(setting.titled(section.heading), marked))
    return parts, {}


def _set_section(setting: Setting, section: BriefSection, number: int) -> list[Strip]:
    if section.part is BriefPart.TEXT:
        return own_text(setting, section, number)
    part = _PARTS.get(section.part)
    return part(setting.titled(section.heading)) if part else []


def _with_anchors(parts: Sequence[list[Strip]]) -> set[int]:
    """Lets links lead to the first mark of each note; gives back the numbers of the notes that have one."""
    marked: set[int] = set()
    for part in parts:
        for place, strip in enumerate(part):
            new = [number for number in dict.fromkeys(marks_of(strip)) if number not in marked]
            if new:
                marked.update(new)
                anchors = tuple(f"mark-{number}" for number in new)
                part[place] = strip._replace(anchors=strip.anchors + anchors)
    return marked


def _joined(parts: Sequence[Sequence[Strip]]) -> list[Strip]:
    return [strip for part in parts for strip in part]


def _place_of_warning(sections: Sequence[BriefSection]) -> int:
    parts = [section.part for section in sections]
    if BriefPart.SUMMARY in parts:
        return parts.index(BriefPart.SUMMARY)
    told = [place for place, part in enumerate(parts) if part not in (BriefPart.SOURCES, BriefPart.NOTES)]
    return told[-1] if told else -1


def _metadata(brief: Brief) -> Metadata:
    return Metadata(
        title=printable(brief.title) or phrasing(brief.language).say(UNTITLED),
        author=printable(brief.author) or printable(brief.organisation),
        subject=printable(brief.subtitle),
        keywords=printable(brief.marking),
        language=language_tag(brief.language) or "en",
        created=brief.as_of,
    )


def _running_lines(brief: Brief, marking_tag: Tag) -> RunningLines:
    put = phrasing(brief.language)
    return RunningLines(
        title=printable(brief.title),
        marking=printable(brief.marking),
        foot=foot_words(brief.organisation, brief.as_of, put),
        marking_tag=marking_tag,
        put=put,
    )


def _replace(path: Path, content: bytes) -> None:
    """Write beside the path, then rename, so that no reader ever meets half a file."""
    part = path.with_name(f".{path.name}.part")
    try:
        with part.open("wb") as target:
            target.write(content)
            target.flush()
            os.fsync(target.fileno())
        part.replace(path)
    except BaseException:
        with suppress(OSError):
            part.unlink()
        raise
