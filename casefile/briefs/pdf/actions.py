"""The actions of a brief: at a glance, and each with its facts and amounts. Imports model and layout."""

from collections.abc import Iterable
from itertools import groupby

from casefile.briefs.composition import NotePlace
from casefile.briefs.model import (
    BriefAction,
    BriefFact,
    FactField,
    LedgerEntry,
    Statement,
)
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.setting import MAIN, RAIL, WHOLE, Setting
from casefile.briefs.pdf.strips import (
    Cell,
    Column,
    OutlineEntry,
    Strip,
    balanced,
    kept_together,
    padded,
    row,
    under_header,
    with_first,
    with_rule_above,
    with_rule_below,
)
from casefile.briefs.pdf.styles import GRID, TextStyle
from casefile.briefs.pdf.tags import Numbering, Role, Scope
from casefile.briefs.pdf.text import printable, printable_told
from casefile.briefs.pdf.words import short_words, value_words
from casefile.briefs.statements import dated

_GLANCE = (
    ("No.", Column(0, 16)),
    ("Respondent", Column(18, 82)),
    ("Authority", Column(106, 96)),
    ("Measure", Column(208, 54)),
    ("Amount", Column(264, 74, right_aligned=True)),
    ("Status", Column(346, 56)),
    ("Decided", Column(408, 60)),
)
_GLANCE_FIELDS = (
    FactField.RESPONDENT,
    FactField.AUTHORITY,
    FactField.KIND,
    FactField.AMOUNT,
    FactField.STATUS,
    FactField.DECIDED,
)
_LEDGER = (
    Column(styles.MAIN_X, 104),
    Column(styles.MAIN_X + 112, 90),
    Column(styles.MAIN_X + 206, 90, right_aligned=True),
    Column(styles.MAIN_X + 297, 48),
)
_KEPT_FACT_LINES = 2
"""Lines of facts that never leave their action's heading."""
_KEPT_WITH_FEET = 1
"""The same where each line brings its notes to the foot of the page: more would leave half a page empty."""
_WHOLE_LEDGER = 12
"""Lines of a ledger that are not parted by a page break."""
FIRST_ACTION = "action-1"
"""Where the first action is told by itself."""
_STRONG_FIELDS = frozenset({FactField.RESPONDENT, FactField.AMOUNT})


def actions(setting: Setting) -> list[Strip]:
    """All actions, with a table of them first where there is more than one."""
    found = setting.brief.actions
    if not found:
        return []
    strips = setting.heading(setting.say("Enforcement actions"), "actions")
    if len(found) > 1:
        strips += [*_glance(setting), Strip(0.5 * GRID)]
    for number, action in enumerate(found, start=1):
        strips += _action(setting, number, action)
    return strips


def _glance(setting: Setting) -> list[Strip]:
    table = setting.inside(Role.TABLE)
    header = table.table_row(
        [(column, [[TextSpan(setting.say(name), styles.TABLE_HEAD)]]) for name, column in _GLANCE],
        styles.TABLE_HEAD,
        scopes=[Scope.COLUMN] * len(_GLANCE),
    )
    rows = [
        strip
        for number, action in enumerate(setting.brief.actions, start=1)
        for strip in _glance_row(table, number, action)
    ]
    return under_header(rows, with_rule_below(header, WHOLE, styles.GREY))


def _glance_row(setting: Setting, number: int, action: BriefAction) -> list[Strip]:
    cells: list[tuple[Column, Cell]] = [(_GLANCE[0][1], [[TextSpan(str(number), styles.TABLE_HEAD)]])]
    for (_, column), field in zip(_GLANCE[1:], _GLANCE_FIELDS, strict=True):
        style = styles.TABLE_BOLD if field in _STRONG_FIELDS else styles.TABLE
        link = f"#action-{number}" if field == FactField.RESPONDENT else ""
        cells.append((column, [[TextSpan(_glance_words(setting, action, field), style, link)]]))
    scopes = [None, Scope.ROW, *[None] * (len(cells) - 2)]
    return with_rule_below(padded(setting.table_row(cells, styles.TABLE, scopes), styles.ROW_AIR), WHOLE)


def _glance_words(setting: Setting, action: BriefAction, field: FactField) -> str:
    """The action's values of the field; of several amounts the first, which is the action's own."""
    values = dict.fromkeys(short_words(fact.value, setting.put) for fact in action.of(field))
    if not values:
        return printable(action.title) if field == FactField.RESPONDENT else "–"
    return next(iter(values)) if field == FactField.AMOUNT else "; ".join(values)


def _action(setting: Setting, number: int, action: BriefAction) -> list[Strip]:
    title = printable(action.title)
    counted: Cell = [[TextSpan(setting.say("Action {number}", number=number), styles.LABEL)]]
    named = [TextSpan(title, styles.SUBHEADING)]
    column = balanced(named, MAIN, setting.fonts)
    tag = setting.within.child(Role.H3)
    heading = row(
        [(RAIL, counted), (column, [named])], styles.SUBHEADING, setting.fonts, tags=[tag, tag]
    )  # fmt: skip
    entry = OutlineEntry(title or setting.say("Action {number}", number=number), 1)
    alone = len(setting.brief.actions) == 1
    opened = with_first(
        heading, before=0 if alone else GRID, anchors=(f"action-{number}",), outline=entry, snaps=not alone
    )
    strips: list[Strip] = []
    listed = setting.inside(Role.LIST, numbering=Numbering.OWN_LABELS)
    for name, facts in groupby(action.listed, key=lambda fact: fact.label):
        strips += _facts(listed, name, list(facts))
    kept = _KEPT_WITH_FEET if setting.brief.note_place is NotePlace.FOOT else _KEPT_FACT_LINES
    strips = [*kept_together(strips[:kept], with_next=kept > 1), *strips[kept:]]
    strips += _ledger(setting, action.ledger)
    for remark in action.remarks:
        strips += setting.text(_statement(setting, remark, styles.TABLE), before=0.25 * GRID)
    return under_header(strips, [*opened, Strip(0.25 * GRID)])


def _facts(setting: Setting, name: str, facts: list[BriefFact]) -> list[Strip]:
    """The facts of one label, each on its own lines, the label once."""
    cell = [part for fact in facts for part in _fact(setting, fact)]
    label: Cell = [[TextSpan(printable(setting.put.label(name)), styles.LABEL)]]
    item = setting.list_item((RAIL, label), (MAIN, cell), styles.BODY)
    return with_rule_above(padded(item, styles.ROW_AIR), WHOLE)


def _fact(setting: Setting, fact: BriefFact) -> Iterable[list[TextSpan]]:
    face = Face.SERIF_BOLD if fact.field in _STRONG_FIELDS else Face.SERIF
    yield [
        TextSpan(value_words(fact.value, setting.put), styles.BODY.but(face)),
        *setting.marks(fact.citations, reviewed=fact.reviewed),
    ]
    if fact.corroboration:
        yield [TextSpan(fact.corroboration, styles.TABLE.but(colour=styles.GREY))]
    for remark in fact.remarks:
        yield _statement(setting, remark, styles.TABLE.but(colour=styles.GREY))


def _statement(setting: Setting, statement: Statement, style: TextStyle) -> list[TextSpan]:
    return [TextSpan(printable_told(statement.text), style), *setting.marks(statement.citations, style)]


def _converted(entry: LedgerEntry) -> list[list[TextSpan]]:
    words = printable(entry.conversion)
    return [[TextSpan(words, styles.TABLE.but(colour=styles.GREY))]] if words else []


def _ledger(setting: Setting, ledger: tuple[LedgerEntry, ...]) -> list[Strip]:
    strips: list[Strip] = []
    table = setting.inside(Role.TABLE)
    caption: tuple[Column, Cell] = (RAIL, [[TextSpan(setting.say("Amounts over time"), styles.LABEL)]])
    for number, entry in enumerate(ledger):
        amount = value_words(entry.amount, setting.put) if entry.amount else "–"
        cells: list[tuple[Column, Cell]] = [
            (_LEDGER[0], [[TextSpan(dated(entry, setting.put), styles.TABLE)]]),
            (_LEDGER[1], [[TextSpan(printable(entry.label), styles.TABLE)]]),
            (_LEDGER[2], [[TextSpan(amount, styles.TABLE_BOLD)], *_converted(entry)]),
            (_LEDGER[3], [setting.marks(entry.citations, styles.TABLE, reviewed=entry.reviewed)]),
        ]
        scopes = [Scope.ROW, None, None, None]
        strips += table.table_row(cells, styles.TABLE, scopes, caption if not number else None)
    ruled = with_rule_above(padded(strips, styles.ROW_AIR), WHOLE)
    return kept_together(ruled) if len(ruled) <= _WHOLE_LEDGER else ruled
