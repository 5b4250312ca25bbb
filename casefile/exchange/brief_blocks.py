"""A brief as plain blocks, in its language, for what is read or worked on elsewhere.

What the PDF says in a layout is said here in headings, paragraphs, tables and notes; Markdown and DOCX are
written from these. Imports the brief's model, its words and the blocks.
"""

from collections.abc import Callable, Iterator, Mapping
from itertools import groupby

from casefile.briefs.citing import Cited, cited
from casefile.briefs.composition import BriefPart, BriefSection, NotePlace
from casefile.briefs.fences import OPEN, isolated
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
    LedgerEntry,
    Statement,
)
from casefile.briefs.own_text import BlockKind, blocks_of
from casefile.briefs.pdf.front import UNTITLED
from casefile.briefs.pdf.setting import printable_source
from casefile.briefs.pdf.text import printable, printable_paragraphs, printable_told
from casefile.briefs.pdf.words import (
    SAID_HOW,
    UNREVIEWED_MARK,
    capture_words,
    copies_words,
    foot_words,
    page_words,
    passage_words,
    short_citation,
    source_kind,
    unreviewed_words,
    value_words,
)
from casefile.briefs.wording import Phrasing, phrasing
from casefile.exchange.blocks import (
    BULLET,
    Block,
    Front,
    Heading,
    Look,
    Note,
    Paragraph,
    Run,
    Runs,
    Table,
    ToldBrief,
)

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
_OWN_WORDS = "In their own words"
_COMPARED = (("Authority", 32), ("Actions", 12), ("Measures", 20), ("As it stands", 20), ("Latest", 16))
_LEDGER = (("Date", 26), ("Amounts over time", 30), ("Amount", 44))
_SAYERS, _SAID_SHARES = "Who says so", (40, 60)
_EVENTS = (("Date", 24), ("What happened", 76))
_BLANK = "–"
_NUMBER, _PAGES = 1, 2
"""Stand-ins for the numbers of pages, which the reader's program knows."""


def tell(brief: Brief) -> ToldBrief:
    """The brief with all that follows its title in the order of print."""
    put = phrasing(brief.language)
    return ToldBrief(_front(brief, put), _blocks(brief, put))


def _front(brief: Brief, put: Phrasing) -> Front:
    """Title, subtitle, and for whom, by whom, as of when."""
    said = (
        (put.say("Organisation"), brief.organisation),
        (put.say("For"), brief.recipient),
        (put.say("From"), brief.author),
        (put.say("As of"), put.moment(brief.as_of)),
    )
    before, _, rest = page_words(_NUMBER, _PAGES, put).partition(str(_NUMBER))
    between, _, after = rest.partition(str(_PAGES))
    return Front(
        printable(brief.title) or put.say(UNTITLED),
        printable(brief.subtitle),
        tuple((label, printable(words)) for label, words in said if printable(words)),
        printable(brief.marking),
        foot_words(brief.organisation, brief.as_of, put),
        (before, between, after),
    )


def _blocks(brief: Brief, put: Phrasing) -> Iterator[Block]:
    telling = _Telling(brief, put)
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

    def __init__(self, brief: Brief, put: Phrasing) -> None:
        self._brief = brief
        self._put = put
        self._notes: Mapping[Citation, int] = {note.citation: note.number for note in brief.notes()}
        sources = [printable_source(source) for source in brief.sources]
        self._cited = cited(sources, brief.citation_style, brief.language)

    def section(self, section: BriefSection) -> Iterator[Block]:
        """The part with its heading; nothing where it has nothing to say."""
        if section.part is BriefPart.TEXT:
            yield from _own_words(section)
            return
        if section.part is BriefPart.NOTES and self._brief.note_place is NotePlace.FOOT:
            # They stand at the feet of pages, not in a part of their own.
            yield from self._all_notes()
            return
        tell = self._parts.get(section.part)
        told = list(tell()) if tell is not None else []
        if told:
            yield Heading(printable(section.heading) or self._heading(section.part), 1)
            yield from told

    def unreviewed(self) -> Iterator[Block]:
        """What the sign of unreviewed statements means; nothing where there are none."""
        count = self._brief.unreviewed_count()
        if count:
            sign, _, rest = unreviewed_words(count, self._put).partition(UNREVIEWED_MARK)
            yield Paragraph((Run(sign), Run(UNREVIEWED_MARK, bold=True), Run(rest)))

    def _heading(self, part: BriefPart) -> str:
        own = part is BriefPart.QUOTES and all(quote.is_verbatim for quote in self._brief.quotes)
        return self._put.say(_OWN_WORDS if own else _HEADINGS[part])

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

    def _table(
        self, title: str, columns: tuple[tuple[str, int], ...], rows: tuple[tuple[Runs, ...], ...]
    ) -> Table:
        heads = tuple(self._put.say(head) for head, _ in columns)
        return Table(title, heads, rows, tuple(share for _, share in columns))

    def _summary(self) -> Iterator[Block]:
        for figure in self._brief.figures:
            value = Run(value_words(figure.value, self._put), bold=True)
            words = Run(f" {printable(figure.caption)}")
            yield Paragraph((value, words, *self._marks(figure.citations)), Look.ITEM, BULLET)
        yield from self._statements(self._brief.summary)

    def _statements(self, statements: tuple[Statement, ...]) -> Iterator[Block]:
        for statement in statements:
            yield Paragraph(self._statement(statement))

    def _statement(self, statement: Statement) -> Runs:
        return (Run(printable_told(statement.text)), *self._marks(statement.citations))

    def _marks(self, citations: Citations, *, reviewed: bool = True) -> Runs:
        """The marks of the notes, each once, and the sign of what nobody has reviewed."""
        numbers = sorted({self._notes[citation] for citation in citations if citation in self._notes})
        sign = () if reviewed else (Run(UNREVIEWED_MARK, raised=True),)
        return (*(Run("", note=number) for number in numbers), *sign)

    def _comparison(self) -> Iterator[Block]:
        put, rows = self._put, []
        for one in self._brief.authorities:
            sums = ", ".join(value_words(amount, put) for amount in one.sums)
            latest = put.short_date(one.latest) if one.latest else _BLANK
            rows.append(
                (
                    (Run(printable(one.name), bold=True),),
                    (Run(put.number(one.actions)),),
                    (Run(printable(", ".join(one.measures))),),
                    (Run(sums or _BLANK), *self._marks(one.citations)),
                    (Run(printable(latest)),),
                )
            )
        if rows:
            yield self._table(self._heading(BriefPart.COMPARISON), _COMPARED, tuple(rows))

    def _actions(self) -> Iterator[Block]:
        for number, action in enumerate(self._brief.actions, start=1):
            title = printable(action.title) or self._put.say("Action {number}", number=number)
            yield Heading(title, 2)
            yield from self._action(action)

    def _action(self, action: BriefAction) -> Iterator[Block]:
        for name, facts in groupby(action.listed, key=lambda fact: fact.label):
            for fact in facts:
                yield Paragraph(self._fact(printable(self._put.label(name)), fact), Look.ITEM, BULLET)
        if action.ledger:
            rows = tuple(self._ledger_row(entry) for entry in action.ledger)
            yield self._table(self._put.say("Amounts over time"), _LEDGER, rows)
        yield from self._statements(action.remarks)

    def _ledger_row(self, entry: LedgerEntry) -> tuple[Runs, ...]:
        put = self._put
        amount = value_words(entry.amount, put) if entry.amount else _BLANK
        return (
            (Run(put.date(entry.date) if entry.date else put.say("Date not known")),),
            (Run(printable(entry.label)),),
            (
                Run(amount, bold=True),
                Run(f" ({printable(entry.conversion)})" if entry.conversion else ""),
                *self._marks(entry.citations, reviewed=entry.reviewed),
            ),
        )

    def _fact(self, name: str, fact: BriefFact) -> Runs:
        runs = [Run(f"{name}: ", bold=True), Run(_beside(value_words(fact.value, self._put)))]
        runs += self._marks(fact.citations, reviewed=fact.reviewed)
        runs += [Run(f" ({printable(fact.corroboration)})")] if fact.corroboration else []
        for remark in fact.remarks:
            runs += [Run(". "), *self._statement(remark)]
        return tuple(runs)

    def _conflicts(self) -> Iterator[Block]:
        for conflict in self._brief.conflicts:
            yield Heading(printable(conflict.subject), 2)
            yield from self._conflict(conflict)

    def _conflict(self, conflict: BriefConflict) -> Iterator[Block]:
        say, rows = self._put.say, []
        label = printable(self._put.label(conflict.label))
        for position in conflict.positions:
            outlets = dict.fromkeys(self._short(citation) for citation in position.citations)
            said = "; ".join([*outlets, *([position.corroboration] if position.corroboration else [])])
            followed = (Run(". "), Run(say("Followed in this brief"), bold=True)) if position.chosen else ()
            words = value_words(position.value, self._put)
            value = (Run(words, bold=position.chosen), *self._marks(position.citations))
            rows.append((value, (Run(said or say("No source")), *followed)))
        yield Table(label, (label, say(_SAYERS)), tuple(rows), _SAID_SHARES)
        outcome = printable_told(conflict.settlement)
        words = say("Settled: {outcome}", outcome=outcome) if outcome else say("Not settled yet.")
        yield Paragraph((Run(words, italic=True),))

    def _quotes(self) -> Iterator[Block]:
        for quote in self._brief.quotes:
            yield from self._quote(quote)

    def _quote(self, quote: BriefQuote) -> Iterator[Block]:
        say, parts = self._put.say, printable_paragraphs(quote.text)
        look = Look.QUOTE if quote.is_verbatim else Look.PARAPHRASE
        for place, part in enumerate(parts):
            is_last = place == len(parts) - 1
            words = f"{say('“')}{part}{say('”') if is_last else ''}" if quote.is_verbatim else part
            marks = self._marks(quote.citations, reviewed=quote.reviewed) if is_last else ()
            yield Paragraph((Run(words, language=quote.language), *marks), look)
        if printable(quote.translation):
            yield Paragraph(
                (Run(say("Translation: {words}", words=printable(quote.translation))),), Look.PARAPHRASE
            )
        yield Paragraph(self._said_by(quote), Look.SAID_BY)

    def _said_by(self, quote: BriefQuote) -> Runs:
        """``— Ann Lee, chair, The Register, 3 September 2024, in Dutch, in part``."""
        say = self._put.say
        who = isolated(printable(quote.speaker)) or say("Speaker not named")
        where = "; ".join(dict.fromkeys(self._short(citation) for citation in quote.citations))
        spoken = printable(self._put.language_name(quote.language))
        language = say("in {language}", language=spoken) if spoken else ""
        kind = say(SAID_HOW[quote.kind]) if quote.kind in SAID_HOW else ""
        rest = ", ".join(part for part in (isolated(printable(quote.role)), where, language, kind) if part)
        return Run("— "), Run(who, bold=True), Run(f", {rest}" if rest else "")

    def _timeline(self) -> Iterator[Block]:
        put = self._put
        rows = tuple(
            (
                (Run(put.date(event.date) if event.date else put.say("Date not known"), bold=True),),
                (
                    Run(printable_told(event.what)),
                    *self._marks(event.citations, reviewed=event.reviewed),
                ),
            )
            for event in self._brief.events
        )
        if rows:
            yield self._table(self._heading(BriefPart.TIMELINE), _EVENTS, rows)

    def _sources(self) -> Iterator[Block]:
        for source in self._brief.sources:
            known = self._cited.get(source.number)
            citation = _citation(source, self._put) if known is None else _in_style(known, source)
            runs = (*citation, *self._details(source, citation))
            yield Paragraph(runs, Look.ITEM, f"S{source.number}.", source=source.number)

    def _details(self, source: BriefSource, citation: Runs) -> Iterator[Run]:
        details = [words(source, self._put) for words in (source_kind, capture_words, copies_words)]
        words = " · ".join(part.rstrip(".") for part in details if part)
        yield Run(f" {words}" if words.endswith("…") else f" {words}.")
        if source.url and not any(run.link for run in citation):
            yield Run(" ")
            yield Run(printable(source.url), link=safe_link(source.url))

    def _all_notes(self) -> Iterator[Block]:
        for note in self._brief.notes():
            yield Note(note.number, self._note(note))

    def _note(self, note: BriefNote) -> Runs:
        source, passage = self._source(note.citation), note.citation.passage
        number = Run(f"S{source.number}", source=source.number)
        if passage is None:
            words = self._put.say(
                "The source as a whole: {source}.", source=short_citation(source, self._put)
            )
            return number, Run(f": {words}")
        page = printable(self._put.page(note.citation.page))
        place = ", ".join(part for part in (short_citation(source, self._put), page) if part)
        before, exact, after = passage_words(passage)
        spoken = source.language
        return (
            number,
            Run(f", {place}: "),
            Run(before, language=spoken),
            Run(exact, bold=True, language=spoken),
            Run(after, language=spoken),
        )

    def _source(self, citation: Citation) -> BriefSource:
        return self._brief.sources[citation.source - 1]

    def _short(self, citation: Citation) -> str:
        return short_citation(self._source(citation), self._put)


def _beside(words: str) -> str:
    """The words fenced off from what stands beside them, where they are no sentence with fences already."""
    return words if OPEN in words else isolated(words)


def _own_words(section: BriefSection) -> Iterator[Block]:
    if printable(section.heading):
        yield Heading(printable(section.heading), 1)
    for block in blocks_of(section.text):
        runs = tuple(
            Run(_kept_edges(run.text), bold=run.is_bold, italic=run.is_italic, link=run.link)
            for run in block.runs
        )
        if block.kind is BlockKind.HEADING:
            yield Heading(printable(block.text), 2)
        elif block.kind is BlockKind.ITEM:
            yield Paragraph(runs, Look.ITEM, block.label, block.depth)
        else:
            yield Paragraph(runs)


def _citation(source: BriefSource, put: Phrasing) -> Runs:
    """Authors, title, outlet and date, in the house style."""
    authors = ", ".join(isolated(printable(author)) for author in source.authors)
    title = isolated(printable(source.title) or printable(source.file_name)) or put.say("Without a title")
    published = put.date(source.published) if source.published else put.say("no date")
    rest = (isolated(printable(source.outlet)), published)
    return (
        *((Run(f"{authors}, "),) if authors else ()),
        Run(title, italic=True, language=source.language),
        Run(", " + ", ".join(part for part in rest if part) + "."),
    )


def _in_style(citation: Cited, source: BriefSource) -> Runs:
    """The citation as a style has it; where it gives the address, that is a link."""
    address, runs = printable(source.url), []
    for run in citation:
        before, found, after = run.text.partition(address) if address else (run.text, "", "")
        for words, link in ((before, ""), (found, safe_link(source.url)), (after, "")):
            runs.append(Run(words, bold=run.is_bold, italic=run.is_italic, link=link))
    return tuple(run for run in runs if run.text)


def _kept_edges(text: str) -> str:
    """Printable, with the blanks at its edges, which part it from its neighbours."""
    words = printable(text)
    before = " " if text[:1].isspace() and words else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{words}{after}"
