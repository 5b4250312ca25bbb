"""What looks over several actions: authorities compared, what is not final. Imports model and layout."""

from casefile.briefs.model import ComparedAuthority
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.setting import WHOLE, Setting
from casefile.briefs.pdf.strips import Cell, Column, Strip, padded, under_header, with_rule_below
from casefile.briefs.pdf.styles import GRID
from casefile.briefs.pdf.tags import Role, Scope
from casefile.briefs.pdf.text import printable, printable_told
from casefile.briefs.pdf.words import short_words, value_words

_COMPARED = (
    ("Authority", Column(0, 136)),
    ("Actions", Column(142, 46, right_aligned=True)),
    ("Measures", Column(200, 86)),
    ("As it stands", Column(290, 78, right_aligned=True, hang=34)),
    ("Latest", Column(406, 62)),
)


def comparison(setting: Setting) -> list[Strip]:
    """A row for each authority."""
    found = setting.brief.authorities
    if not found:
        return []
    table = setting.inside(Role.TABLE)
    header = table.table_row(
        [(column, [[TextSpan(setting.say(name), styles.TABLE_HEAD)]]) for name, column in _COMPARED],
        styles.TABLE_HEAD,
        scopes=[Scope.COLUMN] * len(_COMPARED),
    )
    rows = [strip for authority in found for strip in _compared(table, authority)]
    return [
        *setting.heading(setting.say("The authorities compared"), "comparison"),
        *under_header(rows, with_rule_below(header, WHOLE, styles.GREY)),
    ]


def _compared(setting: Setting, authority: ComparedAuthority) -> list[Strip]:
    sums: Cell = [
        [TextSpan(value_words(amount, setting.put), styles.TABLE_BOLD)] for amount in authority.sums
    ]
    marks = setting.marks(authority.citations, styles.TABLE)
    if marks:
        sums = [*sums[:-1], [*sums[-1], *marks]] if sums else [marks]
    texts: list[Cell] = [
        [[TextSpan(printable(authority.name), styles.TABLE_BOLD)]],
        [[TextSpan(setting.put.number(authority.actions), styles.TABLE)]],
        [[TextSpan(measure, styles.TABLE)] for measure in authority.measures],
        sums or [[TextSpan("–", styles.TABLE)]],
        [[TextSpan(short_words(authority.latest, setting.put) if authority.latest else "–", styles.TABLE)]],
    ]
    cells = [(column, cell) for (_, column), cell in zip(_COMPARED, texts, strict=True)]
    scopes = [Scope.ROW, *[None] * (len(cells) - 1)]
    return with_rule_below(padded(setting.table_row(cells, styles.TABLE, scopes), styles.ROW_AIR), WHOLE)


def appeals(setting: Setting) -> list[Strip]:
    """What a court has still to decide, the longest open first."""
    found = setting.brief.appeals
    if not found:
        return []
    strips = setting.heading(setting.say("Not final yet"), "appeals")
    for number, statement in enumerate(found):
        spans = [TextSpan(printable_told(statement.text), styles.BODY), *setting.marks(statement.citations)]
        strips += setting.text(spans, before=0.5 * GRID if number else 0)
    return strips
