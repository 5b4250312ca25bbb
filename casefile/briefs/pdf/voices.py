"""What was said and when what happened: quotes, the timeline, remarks. Imports model, setting, layout."""

from dataclasses import replace

from casefile.briefs.fences import side_by_side
from casefile.briefs.model import BriefEvent, BriefQuote
from casefile.briefs.opening import quotes_heading
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.setting import MAIN, RAIL, WHOLE, Setting
from casefile.briefs.pdf.strips import (
    Cell,
    Column,
    Strip,
    begins_at_right,
    kept_together,
    padded,
    under_header,
    with_bar,
    with_rule_below,
    with_space,
)
from casefile.briefs.pdf.styles import GRID
from casefile.briefs.pdf.tags import Numbering, Role, Scope
from casefile.briefs.pdf.text import printable, printable_paragraphs, printable_told
from casefile.briefs.pdf.words import SAID_HOW, short_citation

_PULL_QUOTE_LENGTH = 320
"""Code points; longer words are set as running text."""
_BAR_X = styles.MAIN_X - 10
_BAR_AT_RIGHT = styles.MAIN_X + styles.MAIN + 8.5
_EVENT_COLUMNS = (
    ("Date", Column(0, styles.RAIL)),
    ("What happened", Column(styles.MAIN_X, styles.MAIN - 62)),
    ("Source", Column(styles.MAIN_X + styles.MAIN - 50, 50)),
)


def quotes(setting: Setting) -> list[Strip]:
    """The quotes in order, each with who said it and where it stands."""
    found = setting.brief.quotes
    if not found:
        return []
    strips = setting.heading(quotes_heading(setting.brief, setting.put), "quotes")
    for number, quote in enumerate(found):
        strips += with_space(_quote(setting, quote), 1.5 * GRID if number else 0.5 * GRID)
    return strips


def _quote(setting: Setting, quote: BriefQuote) -> list[Strip]:
    """Words and speaker under one bar; short words stay whole with their speaker."""
    short = len(quote.text) <= _PULL_QUOTE_LENGTH
    own = quote.is_verbatim
    style = styles.PULL_QUOTE if short and own else styles.BODY
    parts = printable_paragraphs(quote.text)
    said = setting.inside(Role.BLOCK_QUOTE, language=quote.language)
    strips: list[Strip] = []
    for number, part in enumerate(parts):
        last = number == len(parts) - 1
        words = _marked(setting, part, last=last) if own else part
        marks = setting.marks(quote.citations, style, reviewed=quote.reviewed) if last else []
        strips += said.text([TextSpan(words, style), *marks], before=0.5 * GRID if number else 0)
    if quote.translation:
        strips += setting.text(
            setting.say("Translation: {words}", words=quote.translation), before=0.5 * GRID
        )
    from_right = bool(strips) and begins_at_right(strips[0])
    column = replace(MAIN, right_aligned=from_right)
    speaker = [
        *setting.text(_speaker(setting, quote), column=column, before=0.5 * GRID),
        *setting.text(_origin(setting, quote), column=column),
    ]
    body = kept_together(strips, with_next=True) if short else strips
    if body and not short:
        body = [*body[:-1], *kept_together(body[-1:], with_next=True)]
    return with_bar([*body, *kept_together(speaker)], _BAR_AT_RIGHT if from_right else _BAR_X)


def _marked(setting: Setting, words: str, *, last: bool) -> str:
    """The words in the brief's marks, which open each paragraph and close the last."""
    return f"{setting.say('“')}{words}{setting.say('”') if last else ''}"


def _speaker(setting: Setting, quote: BriefQuote) -> list[TextSpan]:
    named = printable(quote.speaker) or setting.say("Speaker not named")
    name, role = side_by_side(named, printable(quote.role))
    return [TextSpan(name, styles.TABLE_BOLD), *([TextSpan(f", {role}", styles.TABLE)] if role else [])]


def _origin(setting: Setting, quote: BriefQuote) -> list[TextSpan]:
    style = styles.SMALL
    spans: list[TextSpan] = []
    for source in dict.fromkeys(setting.source(citation) for citation in quote.citations):
        spans += [TextSpan("; ", style)] if spans else []
        spans.append(
            TextSpan(
                f"S{source.number} {short_citation(source, setting.put)}", style, f"#source-{source.number}"
            )
        )
    language = printable(setting.put.language_name(quote.language))
    remarks = [setting.say("in {language}", language=language)] if quote.language else []
    remarks += [setting.say(SAID_HOW[quote.kind])] if quote.kind in SAID_HOW else []
    return [*spans, TextSpan("".join(f" · {remark}" for remark in remarks), style)] if remarks else spans


def timeline(setting: Setting) -> list[Strip]:
    """A table of dates, happenings and sources."""
    found = setting.brief.events
    if not found:
        return []
    heading = setting.heading(setting.say("Timeline"), "timeline")
    table = setting.inside(Role.TABLE)
    header = table.table_row(
        [(column, [[TextSpan(setting.say(name), styles.TABLE_HEAD)]]) for name, column in _EVENT_COLUMNS],
        styles.TABLE_HEAD,
        scopes=[Scope.COLUMN] * len(_EVENT_COLUMNS),
    )
    rows = [_event(table, event) for event in found]
    if len(rows) > 1:
        rows[-2] = kept_together(rows[-2], with_next=True)
    strips = [strip for event_rows in rows for strip in event_rows]
    return [*heading, *under_header(strips, with_rule_below(header, WHOLE, styles.GREY))]


def _event(setting: Setting, event: BriefEvent) -> list[Strip]:
    date = setting.put.date(event.date) if event.date else setting.say("Date not known")
    what = [
        TextSpan(printable_told(event.what), styles.BODY),
        *setting.marks(event.citations, reviewed=event.reviewed),
    ]
    cells: list[tuple[Column, Cell]] = [
        (_EVENT_COLUMNS[0][1], [[TextSpan(date, styles.TABLE_BOLD)]]),
        (_EVENT_COLUMNS[1][1], [what]),
        (_EVENT_COLUMNS[2][1], [setting.source_marks(event.citations)]),
    ]
    return with_rule_below(padded(setting.table_row(cells, styles.BODY), styles.ROW_AIR), WHOLE)


def remarks(setting: Setting) -> list[Strip]:
    """What the reader should know of the brief itself."""
    found = setting.brief.remarks
    if not found:
        return []
    strips = setting.heading(setting.say("Open points"), "remarks")
    listed = setting.inside(Role.LIST, numbering=Numbering.DECIMAL)
    for number, remark in enumerate(found, start=1):
        spans = [TextSpan(printable_told(remark.text), styles.BODY), *setting.marks(remark.citations)]
        label: Cell = [[TextSpan(str(number), styles.LABEL)]]
        item = listed.list_item((RAIL, label), (MAIN, [spans]), styles.BODY)
        strips += with_space(item, 0.25 * GRID if number > 1 else 0)
    return strips
