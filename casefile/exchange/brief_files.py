"""The brief as Markdown and DOCX: composed and compared with its sources as for the PDF."""

from dataclasses import replace
from typing import BinaryIO

from casefile.briefs.assemble import EVERYTHING, assemble
from casefile.briefs.checks import check_quotes, refuse_unfound
from casefile.briefs.composition import BriefPart, Composition, Template
from casefile.briefs.model import Brief
from casefile.exchange.markdown import markdown
from casefile.exchange.moments import now
from casefile.exchange.word_file import write_word
from casefile.progress import Task
from casefile.store.store import Reader


def write_markdown(reader: Reader, composition: Composition, target: BinaryIO, task: Task) -> int:
    """The brief as Markdown; gives back how many actions it tells of."""
    brief = _checked(reader, composition, task)
    for line in markdown(brief):
        target.write(line.encode())
    return len(brief.actions)


def write_docx(reader: Reader, composition: Composition, target: BinaryIO, task: Task) -> int:
    """The brief as DOCX; gives back how many actions it tells of."""
    brief = _checked(reader, composition, task)
    write_word(brief, target, task)
    return len(brief.actions)


def _checked(reader: Reader, composition: Composition, task: Task) -> Brief:
    """The brief; :class:`casefile.briefs.checks.QuoteNotFoundError` where a quote is not in its source."""
    task.step(0, 0, "Putting the brief together")
    brief = assemble(reader, composition, now())
    task.check()
    refuse_unfound(check_quotes(reader, brief))
    return brief


def whole_brief(case_id: int | None, like: Composition = EVERYTHING) -> Composition:
    """What is exported that nobody composed: all parts but for drawings.

    Its language, its paper and all else are those of the other composition.
    """
    parts = tuple(section for section in Template.FULL.sections if section.part is not BriefPart.CHART)
    return replace(like, case_id=case_id, sections=parts)
