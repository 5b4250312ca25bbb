"""A brief as plain blocks, for what is read or worked on elsewhere. Imports the brief's model and its words.

What the PDF says in a layout is said here in headings, paragraphs, tables and notes; Markdown and DOCX are
written from these. Texts are printable, and nothing in them is markup.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum, auto
from itertools import groupby

from casefile.briefs.composition import BriefPart, BriefSection
from casefile.briefs.links import safe_link
from casefile.briefs.model import (
    Brief,
    BriefAction,
    BriefConflict,
    BriefFact,
    BriefNote,
    BriefQuote,
    BriefSource,
    Citation,
    Citations,
    Statement,
)
from casefile.briefs.own_text import BlockKind, blocks_of
from casefile.briefs.pdf.setting import UNREVIEWED_MARK
from casefile.briefs.pdf.text import printable, printable_paragraphs
from casefile.briefs.pdf.words import (
    capture_words,
    copies_words,
    passage_words,
    short_citation,
    source_kind,
    value_words,
)
from casefile.briefs.wording import ENGLISH
from casefile.terms import QuoteKind


class Look(Enum):
    """What a paragraph is."""

    BODY = auto()
    SMALL = auto()
    QUOTE = auto()
    """The words of somebody."""
    ITEM = auto()
    """Of a list; it begins with its label."""


@dataclass(frozen=True)
class Run:
    """A stretch of text in one look, or the mark of a note."""

    text: str
    bold: bool = False
    italic: bool = False
    link: str = ""
    """A safe address, "" for none."""
    note: int = 0
    """The number of the note that the run marks, 0 for a text."""


Runs = tuple[Run, ...]


@dataclass(frozen=True)
class Heading:
    """A heading; level 1 is a section's."""

    text: str
    level: int


@dataclass(frozen=True)
class Paragraph:
    """A paragraph; ``label`` is an item's number or bullet, ``depth`` how many lists its list stands in."""

    runs: Runs
    look: Look = Look.BODY
    label: str = ""
    depth: int = 0
    ends: bool = False
    """Whether it is the last of its quote: who said it."""


@dataclass(frozen=True)
class Table:
    """A table; each row has as many cells as there are heads."""

    heads: tuple[str, ...]
    rows: tuple[tuple[Runs, ...], ...]


@dataclass(frozen=True)
class Note:
    """The passage that the marks of its number stand for."""

    number: int
    runs: Runs


Block = Heading | Paragraph | Table | Note


@dataclass(frozen=True)
class Front:
    """What stands above all."""

    title: str
    subtitle: str
    particulars: tuple[tuple[str, str], ...]
    """Label and words."""
    marking: str


UNTITLED = "Brief"
BULLET = "•"
"""The label of an item that has no number."""
_HEADINGS = {
    BriefPart.SUMMARY: "Summary",
    BriefPart.COMPARISON: "The authorities compared",
    BriefPart.ACTIONS: "Enforcement actions",
    BriefPart.CONFLICTS: "Where the sources disagree",
    BriefPart.APPEALS: "Not final yet",
    BriefPart.QUOTES: "What was said",
    BriefPart.TIMELINE: "Timeline",
    BriefPart.REMARKS: "Open points",
    BriefPart.SOURCES: "Sources",
    BriefPart.NOTES: "Notes",
}
_KINDS = {QuoteKind.PARTIAL: "in part", QuoteKind.PARAPHRASE: "paraphrased by the source"}


def front(brief: Brief) -> Front:
    """Title, subtitle, and for whom, by whom, as of when."""
    said = (
        ("Organisation", brief.organisation),
        ("For", brief.recipient),
        ("From", brief.author),
        ("As of", ENGLISH.moment(brief.as_of)),
    )
    return Front(
        printable(brief.title) or UNTITLED,
        printable(brief.subtitle),
        tuple((label, printable(words)) for label, words in said if printable(words)),
        printable(brief.marking),
    )


def blocks(brief: Brief) -> Iterator[Block]:
    """All that follows the title, in the order of print."""
    telling = _Telling(brief)
    warned = _place_of_warning(brief.sections)
    for place, section in enumerate(brief.sections):
        yield from telling.section(section)
        if place == warned:
            yield from telling.unreviewed()


def _place_of_warning(sections: tuple[BriefSection, ...]) -> int:
    """Before the sources and notes, after all that is told."""
    ends = (BriefPart.SOURCES, BriefPart.NOTES)
    return max((place for place, section in enumerate(sections) if section.part not in ends), default=-1)


class _Telling:
    """The parts of one brief as blocks."""

    def __init__(self, brief: Brief) -> None:
        self._brief = brief
        self._notes: Mapping[Citation, int] = {note.citation: note.number for note in brief.notes()}

    def section(self, section: BriefSection) -> Iterator[Block]:
        """The part with its heading; nothing where it has nothing to say."""
        if section.part is BriefPart.TEXT:
            yield from self._own_words(section)
            return
        tell = self._parts.get(section.part)
        told = list(tell()) if tell is not None else []
        if told:
            yield Heading(printable(section.heading) or _HEADINGS[section.part], 1)
            yield from told

    @property
    def _parts(self) -> Mapping[BriefPart, Callable[[], Iterator[Block]]]:
        return {
            BriefPart.SUMMARY: self._summary,
            BriefPart.COMPARISON: self._comparison,
            BriefPart.ACTIONS: self._actions,
            BriefPart.CONFLICTS: self._conflicts,
            BriefPart.APPEALS: lambda: self._statements(self._brief.appeals),
            BriefPart.QUOTES: self._quotes,
            BriefPart.TIMELINE: self._timeline,
            BriefPart.REMARKS: lambda: self._statements(self._brief.remarks),
            BriefPart.SOURCES: self._sources,
            BriefPart.NOTES: self._all_notes,
        }

    def unreviewed(self) -> Iterator[Block]:
        """What the sign of unreviewed statements means; nothing where there are none."""
        count = self._brief.unreviewed_count()
        if count:
            them = "statement" if count == 1 else "statements"
            yield Paragraph(
                (
                    Run(UNREVIEWED_MARK, bold=True),
                    Run(f" marks {count:,} {them} that the program found and no person has reviewed yet."),
                )
            )

    def _own_words(self, section: BriefSection) -> Iterator[Block]:
        if printable(section.heading):
            yield Heading(printable(section.heading), 1)
        for block in blocks_of(section.text):
            runs = tuple(
                Run(_kept_edges(run.text), bold=run.is_bold, italic=run.is_italic) for run in block.runs
            )
            if block.kind is BlockKind.HEADING:
                yield Heading(printable(block.text), 2)
            elif block.kind is BlockKind.ITEM:
                yield Paragraph(runs, Look.ITEM, block.label, block.depth)
            else:
                yield Paragraph(runs)

    def _summary(self) -> Iterator[Block]:
        for figure in self._brief.figures:
            words = Run(f" {printable(figure.caption)}")
            runs = (Run(value_words(figure.value), bold=True), words, *self._marks(figure.citations))
            yield Paragraph(runs, Look.ITEM, BULLET)
        yield from self._statements(self._brief.summary)

    def _statements(self, statements: tuple[Statement, ...]) -> Iterator[Block]:
        for statement in statements:
            yield Paragraph(self._statement(statement))

    def _statement(self, statement: Statement) -> Runs:
        return (Run(printable(statement.text)), *self._marks(statement.citations))

    def _marks(self, citations: Citations, *, reviewed: bool = True) -> Runs:
        """The marks of the notes, each once, and the sign of what nobody has reviewed."""
        numbers = dict.fromkeys(self._notes[citation] for citation in citations if citation in self._notes)
        sign = () if reviewed else (Run(f" {UNREVIEWED_MARK}"),)
        return (*sign, *(Run("", note=number) for number in numbers))

    def _comparison(self) -> Iterator[Block]:
        rows = []
        for one in self._brief.authorities:
            sums = ", ".join(value_words(amount) for amount in one.sums)
            cells = (printable(one.name), f"{one.actions:,}", printable(", ".join(one.measures)), sums)
            latest = str(one.latest or "")
            marked = (Run(cells[3] or "–"), *self._marks(one.citations))
            rows.append((*((Run(cell),) for cell in cells[:3]), marked, (Run(latest or "–"),)))
        if rows:
            yield Table(("Authority", "Actions", "Measures", "As it stands", "Latest"), tuple(rows))

    def _actions(self) -> Iterator[Block]:
        for number, action in enumerate(self._brief.actions, start=1):
            yield Heading(printable(action.title) or f"Action {number}", 2)
            yield from self._action(action)

    def _action(self, action: BriefAction) -> Iterator[Block]:
        for name, facts in groupby(action.facts, key=lambda fact: fact.label):
            for fact in facts:
                yield Paragraph(self._fact(printable(name), fact), Look.ITEM, BULLET)
        if action.ledger:
            rows = tuple(
                (
                    (Run(str(entry.date or "Date not known")),),
                    (Run(printable(entry.basis)),),
                    (
                        Run(value_words(entry.amount) if entry.amount else "–", bold=True),
                        Run(f" ({printable(entry.conversion)})" if entry.conversion else ""),
                        *self._marks(entry.citations, reviewed=entry.reviewed),
                    ),
                )
                for entry in action.ledger
            )
            yield Table(("Date", "Amounts over time", "Amount"), rows)
        yield from self._statements(action.remarks)

    def _fact(self, name: str, fact: BriefFact) -> Runs:
        runs = [Run(f"{name}: ", bold=True), Run(value_words(fact.value))]
        runs += self._marks(fact.citations, reviewed=fact.reviewed)
        runs += [Run(f" ({printable(fact.corroboration)})")] if fact.corroboration else []
        for remark in fact.remarks:
            runs += [Run(". "), *self._statement(remark)]
        return tuple(runs)

    def _conflicts(self) -> Iterator[Block]:
        for conflict in self._brief.conflicts:
            yield Heading(f"{printable(conflict.subject)}: {printable(conflict.label)}", 2)
            yield from self._conflict(conflict)

    def _conflict(self, conflict: BriefConflict) -> Iterator[Block]:
        rows = []
        for position in conflict.positions:
            outlets = dict.fromkeys(self._short(citation) for citation in position.citations)
            said = "; ".join([*outlets, *([position.corroboration] if position.corroboration else [])])
            followed = (Run(". "), Run("Followed in this brief", bold=True)) if position.chosen else ()
            value = (Run(value_words(position.value), bold=position.chosen), *self._marks(position.citations))
            rows.append((value, (Run(said or "No source"), *followed)))
        yield Table(("Value", "Who says so"), tuple(rows))
        outcome = printable(conflict.settlement)
        yield Paragraph((Run(f"Settled: {outcome}" if outcome else "Not settled yet.", italic=True),))

    def _quotes(self) -> Iterator[Block]:
        for quote in self._brief.quotes:
            yield from self._quote(quote)

    def _quote(self, quote: BriefQuote) -> Iterator[Block]:
        parts = printable_paragraphs(quote.text)
        for place, part in enumerate(parts):
            is_last = place == len(parts) - 1
            words = f"“{part}{'”' if is_last else ''}" if quote.is_verbatim else part
            marks = self._marks(quote.citations, reviewed=quote.reviewed) if is_last else ()
            yield Paragraph((Run(words), *marks), Look.QUOTE)
        if printable(quote.translation):
            yield Paragraph((Run(f"Translation: {printable(quote.translation)}"),), Look.QUOTE)
        who = Run(printable(quote.speaker) or "Speaker not named", bold=True)
        role = printable(quote.role)
        where = "; ".join(dict.fromkeys(self._short(citation) for citation in quote.citations))
        kind = _KINDS.get(quote.kind, "")
        rest = ", ".join(part for part in (role, where, kind) if part)
        yield Paragraph((Run("— "), who, Run(f", {rest}" if rest else "")), Look.QUOTE, ends=True)

    def _timeline(self) -> Iterator[Block]:
        rows = tuple(
            (
                (Run(str(event.date or "Date not known"), bold=True),),
                (Run(printable(event.what)), *self._marks(event.citations, reviewed=event.reviewed)),
            )
            for event in self._brief.events
        )
        if rows:
            yield Table(("Date", "What happened"), rows)

    def _sources(self) -> Iterator[Block]:
        for source in self._brief.sources:
            yield Paragraph(_source_runs(source), Look.ITEM, f"S{source.number}.")

    def _all_notes(self) -> Iterator[Block]:
        for note in self._brief.notes():
            yield Note(note.number, self._note(note))

    def _note(self, note: BriefNote) -> Runs:
        source = self._source(note.citation)
        place = ", ".join(printable(part) for part in (short_citation(source), note.citation.page) if part)
        head = Run(f"S{source.number}, {place}: ")
        passage = note.citation.passage
        if passage is None:
            return (head, Run("the source as a whole."))
        before, exact, after = passage_words(passage)
        return (head, Run(before), Run(exact, bold=True), Run(after))

    def _source(self, citation: Citation) -> BriefSource:
        return self._brief.sources[citation.source - 1]

    def _short(self, citation: Citation) -> str:
        return short_citation(self._source(citation))


def _source_runs(source: BriefSource) -> Runs:
    authors = ", ".join(printable(author) for author in source.authors)
    title = printable(source.title) or printable(source.file_name) or "Without a title"
    rest = (printable(source.outlet), str(source.published) if source.published else "no date")
    details = (source_kind(source), capture_words(source), copies_words(source))
    runs = [Run(f"{authors}, ")] if authors else []
    runs += [Run(title, italic=True), Run(", " + ", ".join(part for part in rest if part) + ".")]
    runs += [Run(" " + " · ".join(part for part in details if part) + ".")]
    if source.url:
        runs += [Run(" "), Run(printable(source.url), link=safe_link(source.url))]
    return tuple(runs)


def _kept_edges(text: str) -> str:
    """Printable, with the blanks at its edges, which part it from its neighbours."""
    words = printable(text)
    before = " " if text[:1].isspace() and words else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{words}{after}"
