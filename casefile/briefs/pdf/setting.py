"""What every part of a brief needs to set itself: fonts, note numbers, headings. Imports the layout."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from casefile.briefs.citing import Cited, cited
from casefile.briefs.model import Brief, BriefSource, Citation, Citations
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import FontBook
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.strips import (
    Cell,
    Column,
    OutlineEntry,
    Strip,
    balanced,
    kept_together,
    padded,
    paragraph,
    row,
    with_first,
    with_rule_above,
)
from casefile.briefs.pdf.styles import GRID, TextStyle
from casefile.briefs.pdf.tags import Numbering, Role, Scope, Tag
from casefile.briefs.pdf.text import printable
from casefile.briefs.pdf.words import UNREVIEWED_MARK
from casefile.briefs.wording import ENGLISH, Phrasing, phrasing

RAIL = Column(0.0, styles.RAIL)
MAIN = Column(styles.MAIN_X, styles.MAIN)
WHOLE = Column(0.0, styles.CONTENT)


@dataclass(frozen=True)
class Setting:
    """One brief being set."""

    brief: Brief
    fonts: FontBook
    note_numbers: dict[Citation, int] = field(default_factory=dict)
    citations: Mapping[int, Cited] = field(default_factory=dict)
    """By the number of a source how it is cited in full; those that are not here in the house style."""
    put: Phrasing = ENGLISH
    """The brief's language."""
    own_heading: str = ""
    """What the next part's heading says instead of its own words."""
    within: Tag = field(default_factory=lambda: Tag(Role.DOCUMENT))
    """What the next strips are part of."""

    @classmethod
    def of(cls, brief: Brief, fonts: FontBook) -> "Setting":
        """The setting with the brief's notes numbered and its sources cited."""
        numbers = {note.citation: note.number for note in brief.notes()}
        sources = [printable_source(source) for source in brief.sources]
        citations = cited(sources, brief.citation_style, brief.language)
        return cls(brief, fonts, numbers, citations, phrasing(brief.language))

    def say(self, message: str, **values: object) -> str:
        """The message in the brief's language: see :meth:`casefile.briefs.wording.Phrasing.say`."""
        return self.put.say(message, **values)

    def inside(self, role: Role, *, language: str = "", numbering: Numbering | None = None) -> "Setting":
        """The setting of what stands within a new element: a list, a table, a quote."""
        return replace(self, within=self.within.child(role, language=language, numbering=numbering))

    def titled(self, heading: str) -> "Setting":
        """The setting of a part with a heading of its own; "" leaves it as it is."""
        return replace(self, own_heading=heading)

    def source(self, citation: Citation) -> BriefSource:
        """The source that the citation means."""
        return self.brief.sources[citation.source - 1]

    def marks(
        self, citations: Citations, beside: TextStyle = styles.BODY, *, reviewed: bool = True
    ) -> list[TextSpan]:
        """The raised numbers of the notes, each a link to its note, and the sign of what is unreviewed."""
        style = beside.raised()
        spans: list[TextSpan] = []
        for number in sorted({self.note_numbers[citation] for citation in citations}):
            comma = [TextSpan(",", style)] if spans else []
            spans += [*comma, TextSpan(str(number), style, f"#note-{number}")]
        if not reviewed:
            spans.append(TextSpan(UNREVIEWED_MARK, style, "#unreviewed"))
        return spans

    def source_marks(self, citations: Citations) -> list[TextSpan]:
        """``S1, S3``, each a link to its source."""
        spans: list[TextSpan] = []
        for number in dict.fromkeys(citation.source for citation in citations):
            comma = [TextSpan(", ", styles.TABLE)] if spans else []
            spans += [
                *comma,
                TextSpan(f"S{number}", styles.TABLE.but(colour=styles.ACCENT), f"#source-{number}"),
            ]
        return spans

    def heading(self, title: str, anchor: str) -> list[Strip]:
        """A part's heading under its rule, kept with what follows, on the grid and in the outline."""
        title = printable(self.own_heading) or title
        words = [TextSpan(title, styles.HEADING)]
        tag = self.within.child(Role.H2)
        strips = padded(paragraph(words, WHOLE, self.fonts, tag=tag), 0.25 * GRID)
        ruled = with_rule_above(strips, WHOLE, styles.ACCENT, 1.0)
        entry = OutlineEntry(title, 0)
        placed = with_first(ruled, before=2 * GRID, anchors=(anchor,), outline=entry, snaps=True)
        return [*kept_together(placed, with_next=True), Strip(0.25 * GRID, keep_with_next=True)]

    def text(
        self,
        words: str | Sequence[TextSpan],
        style: TextStyle = styles.BODY,
        column: Column = MAIN,
        before: float = 0.0,
        role: Role = Role.PARAGRAPH,
    ) -> list[Strip]:
        """A paragraph, or what ``role`` says; a string is made printable first."""
        spans = [TextSpan(printable(words), style)] if isinstance(words, str) else words
        return paragraph(spans, column, self.fonts, before, self.within.child(role))

    def balanced(
        self, words: str, style: TextStyle, before: float = 0.0, role: Role = Role.PARAGRAPH
    ) -> list[Strip]:
        """A title as wide as the page, its lines about equally long."""
        spans = [TextSpan(printable(words), style)]
        column = balanced(spans, WHOLE, self.fonts)
        return paragraph(spans, column, self.fonts, before, self.within.child(role))

    def table_row(
        self,
        cells: Sequence[tuple[Column, Cell]],
        style: TextStyle,
        scopes: Sequence[Scope | None] = (),
        caption: tuple[Column, Cell] | None = None,
    ) -> list[Strip]:
        """A row of the table that the setting is inside of.

        ``scopes`` tell which cells head a column or the row. A caption belongs to the table's first row.
        """
        captions = [self.within.child(Role.CAPTION)] if caption else []
        line = self.within.child(Role.ROW)
        heads = scopes or [None] * len(cells)
        tags = [
            line.child(Role.HEADER_CELL, scope=scope) if scope else line.child(Role.CELL)
            for scope, _ in zip(heads, cells, strict=True)
        ]
        all_cells = [caption, *cells] if caption else cells
        return row(all_cells, style, self.fonts, tags=[*captions, *tags])

    def list_item(
        self, label: tuple[Column, Cell], body: tuple[Column, Cell], style: TextStyle
    ) -> list[Strip]:
        """An item of the list that the setting is inside of: its label beside its words."""
        item = self.within.child(Role.LIST_ITEM)
        tags = [item.child(Role.LABEL), item.child(Role.LIST_BODY)]
        return row([label, body], style, self.fonts, tags=tags)


def printable_source(source: BriefSource) -> BriefSource:
    """The source with texts that can be printed as they are."""
    return replace(
        source,
        title=printable(source.title),
        outlet=printable(source.outlet),
        authors=tuple(filter(None, map(printable, source.authors))),
        url=printable(source.url),
        file_name=printable(source.file_name),
    )
