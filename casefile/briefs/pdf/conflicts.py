"""Where the sources of a brief disagree. Imports model, setting, layout."""

from casefile.briefs.model import BriefConflict, BriefPosition
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.setting import MAIN, RAIL, Setting
from casefile.briefs.pdf.strips import (
    Cell,
    Column,
    Strip,
    kept_together,
    padded,
    with_rule_above,
    with_space,
)
from casefile.briefs.pdf.styles import GRID
from casefile.briefs.pdf.tags import Role, Scope
from casefile.briefs.pdf.text import printable, printable_told
from casefile.briefs.pdf.words import short_citation, value_words

_VALUE = 172.0
"""Room for "13,6 $ (Größenordnung fehlt)" and its marks; who says so is set smaller."""


def conflicts(setting: Setting) -> list[Strip]:
    """Where the sources do not agree, what each says, and which one the brief follows."""
    found = setting.brief.conflicts
    if not found:
        return []
    strips = setting.heading(setting.say("Where the sources disagree"), "conflicts")
    for number, conflict in enumerate(found):
        strips += with_space(_conflict(setting, conflict), GRID if number else 0)
    return strips


def _conflict(setting: Setting, conflict: BriefConflict) -> list[Strip]:
    title = setting.text(conflict.subject, styles.BODY_BOLD, role=Role.H3)
    table = setting.inside(Role.TABLE)
    rows = [
        strip
        for number, position in enumerate(conflict.positions)
        for strip in _position(
            table, printable(setting.put.label(conflict.label)) if not number else "", position
        )
    ]
    outcome = printable_told(conflict.settlement)
    words = setting.say("Settled: {outcome}", outcome=outcome) if outcome else setting.say("Not settled yet.")
    settled = with_rule_above(
        padded(setting.text([TextSpan(words, styles.BODY_ITALIC)]), styles.ROW_AIR), MAIN
    )
    return [*kept_together(title, with_next=True), *kept_together(rows, with_next=True), *settled]


def _position(setting: Setting, name: str, position: BriefPosition) -> list[Strip]:
    value = Column(styles.MAIN_X, _VALUE)
    sayers = Column(styles.MAIN_X + _VALUE + 6, styles.MAIN - _VALUE - 6)
    face = Face.SERIF_BOLD if position.chosen else Face.SERIF
    outlets = dict.fromkeys(
        short_citation(setting.source(citation), setting.put) for citation in position.citations
    )
    said: Cell = [[TextSpan(who, styles.TABLE)] for who in outlets or (setting.say("No source"),)]
    if position.corroboration:
        said = [*said, [TextSpan(position.corroboration, styles.TABLE.but(colour=styles.GREY))]]
    if position.chosen:
        said = [
            *said,
            [TextSpan(setting.say("Followed in this brief"), styles.TABLE_BOLD.but(colour=styles.ACCENT))],
        ]
    cells: list[tuple[Column, Cell]] = [
        (
            value,
            [
                [
                    TextSpan(value_words(position.value, setting.put), styles.BODY.but(face)),
                    *setting.marks(position.citations),
                ]
            ],
        ),
        (sayers, said),
    ]
    caption: tuple[Column, Cell] | None = (RAIL, [[TextSpan(name, styles.LABEL)]]) if name else None
    strips = setting.table_row(cells, styles.BODY, [Scope.ROW, None], caption)
    return with_rule_above(padded(strips, styles.ROW_AIR), MAIN)
