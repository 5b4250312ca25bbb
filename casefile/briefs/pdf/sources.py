"""What a brief rests on: the sources, and the notes with the passages. Imports model, setting, layout."""

from collections.abc import Container

from casefile.briefs.citing import Cited
from casefile.briefs.fences import isolated
from casefile.briefs.links import safe_link
from casefile.briefs.model import BriefNote, BriefSource
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.setting import MAIN, RAIL, WHOLE, Setting
from casefile.briefs.pdf.strips import Cell, Column, Strip, kept_together, row, with_first
from casefile.briefs.pdf.styles import GRID
from casefile.briefs.pdf.tags import Numbering, Role
from casefile.briefs.pdf.text import printable
from casefile.briefs.pdf.words import (
    capture_words,
    copies_words,
    passage_words,
    short_citation,
    source_kind,
)
from casefile.values import Anchor

_NUMBER = Column(0.0, 22.0)
_NOTE_SOURCE = Column(26.0, styles.RAIL - 26.0)
_EXPLANATION = (
    "Each raised number in the text leads to its note here: the words of the source that the statement rests "
    "on, in bold, with what stands before and after them. S1, S2 and so on are the sources listed above."
)


def sources(setting: Setting) -> list[Strip]:
    """The numbered sources with all that is needed to find each again."""
    found = setting.brief.sources
    if not found:
        return []
    strips = setting.heading(setting.say("Sources"), "sources")
    listed = setting.inside(Role.LIST, numbering=Numbering.OWN_LABELS)
    for number, source in enumerate(found):
        strips += with_first(_source(listed, source), before=0.75 * GRID if number else 0)
    return strips


def _source(setting: Setting, source: BriefSource) -> list[Strip]:
    number = TextSpan(f"S{source.number}", styles.TABLE_BOLD.but(colour=styles.ACCENT))
    item = setting.inside(Role.LIST_ITEM)
    body = item.inside(Role.LIST_BODY)
    tags = [item.within.child(Role.LABEL), body.within.child(Role.PARAGRAPH, language=source.language)]
    known = setting.citations.get(source.number)
    spans = _citation(setting, source) if known is None else _in_style(known, source)
    head = row([(RAIL, [[number]]), (MAIN, [spans])], styles.BODY, setting.fonts, tags=tags)
    details = [words(source, setting.put) for words in (source_kind, capture_words, copies_words)]
    strips = [*head, *(strip for text in details for strip in body.text(text, styles.SMALL))]
    if source.url and not any(span.link for span in spans):
        link = TextSpan(printable(source.url), styles.SMALL.but(colour=styles.ACCENT), safe_link(source.url))
        strips += body.text([link])
    return with_first(kept_together(strips), anchors=(f"source-{source.number}",))


def _citation(setting: Setting, source: BriefSource) -> list[TextSpan]:
    """Authors, title, outlet and date, in the house style."""
    put = setting.put
    authors = ", ".join(isolated(printable(author)) for author in source.authors)
    title = isolated(printable(source.title) or printable(source.file_name)) or setting.say("Without a title")
    spans = [TextSpan(f"{authors}, ", styles.BODY)] if authors else []
    spans.append(TextSpan(title, styles.BODY_ITALIC))
    published = put.date(source.published) if source.published else put.say("no date")
    rest = [isolated(printable(source.outlet)), published]
    spans.append(TextSpan(", " + ", ".join(part for part in rest if part) + ".", styles.BODY))
    return spans


def _in_style(citation: Cited, source: BriefSource) -> list[TextSpan]:
    """The citation as a style has it; where it gives the address, that is a link."""
    address, spans = printable(source.url), []
    for run in citation:
        face = Face.SERIF_BOLD if run.is_bold else Face.SERIF_ITALIC if run.is_italic else Face.SERIF
        style = styles.BODY.but(face)
        before, found, after = run.text.partition(address) if address else (run.text, "", "")
        link = TextSpan(found, style.but(colour=styles.ACCENT), safe_link(source.url))
        spans += [TextSpan(before, style), link, TextSpan(after, style)]
    return [span for span in spans if span.text]


def notes(setting: Setting, marked: Container[int]) -> list[Strip]:
    """Every note with the words of its passage; those whose marks there are lead back to them."""
    found = setting.brief.notes()
    if not found:
        return []
    opening = setting.text(
        [TextSpan(setting.say(_EXPLANATION), styles.TABLE.but(colour=styles.GREY))], column=WHOLE
    )
    strips = [
        *setting.heading(setting.say("Notes"), "notes"),
        *kept_together([*opening, Strip(0.5 * GRID)], with_next=True),
    ]
    for note in found:
        strips += with_first(_note(setting, note, marked), before=0.35 * GRID)
    return strips


def foot_notes(setting: Setting, marked: Container[int]) -> dict[int, list[Strip]]:
    """The same notes by their numbers, to stand at the foot of the pages."""
    return {
        note.number: with_first(_note(setting, note, marked), before=0.35 * GRID)
        for note in setting.brief.notes()
    }


def _note(setting: Setting, note: BriefNote, marked: Container[int]) -> list[Strip]:
    source = setting.source(note.citation)
    small = styles.NOTE.but(Face.SANS)
    page = setting.put.page(note.citation.page)
    place = ", ".join(isolated(printable(part)) for part in (source.outlet, page) if part)
    where = [
        TextSpan(f"S{source.number}", small.but(Face.SANS_BOLD, styles.ACCENT), f"#source-{source.number}"),
        TextSpan(f" {place}", small),
    ]
    passage = note.citation.passage
    words = _passage(passage) if passage else [TextSpan(_as_a_whole(setting, source), styles.NOTE)]
    back = f"#mark-{note.number}" if note.number in marked else ""
    cells: list[tuple[Column, Cell]] = [
        (_NUMBER, [[TextSpan(str(note.number), small.but(Face.SANS_BOLD, styles.INK), back)]]),
        (_NOTE_SOURCE, [where]),
        (MAIN, [words]),
    ]
    tag = setting.within.child(Role.NOTE, identifier=f"note-{note.number}")
    language = source.language if passage else ""
    tags = [
        tag.child(Role.LABEL),
        tag.child(Role.PARAGRAPH),
        tag.child(Role.BLOCK_QUOTE, language=language) if passage else tag.child(Role.PARAGRAPH),
    ]
    strips = row(cells, styles.NOTE, setting.fonts, tags=tags)
    return with_first(strips, anchors=(f"note-{note.number}",))


def _as_a_whole(setting: Setting, source: BriefSource) -> str:
    return setting.say("The source as a whole: {source}.", source=short_citation(source, setting.put))


def _passage(passage: Anchor) -> list[TextSpan]:
    """The exact words in bold between their surroundings."""
    before, exact, after = passage_words(passage)
    return [
        TextSpan(before, styles.NOTE),
        TextSpan(exact, styles.NOTE.but(Face.SERIF_BOLD, styles.INK)),
        TextSpan(after, styles.NOTE),
    ]
