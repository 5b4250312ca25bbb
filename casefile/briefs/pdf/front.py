"""The opening of a brief: title block, key figures, summary. Imports the model, setting and layout."""

from collections.abc import Sequence
from dataclasses import replace

from casefile.briefs.model import KeyFigure
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.lines import TextSpan, break_lines
from casefile.briefs.pdf.setting import MAIN, RAIL, WHOLE, Setting
from casefile.briefs.pdf.strips import (
    Column,
    Strip,
    kept_together,
    padded,
    row,
    with_bar,
    with_first,
    with_rule_above,
    with_rule_below,
    with_space,
)
from casefile.briefs.pdf.styles import GRID, TextStyle
from casefile.briefs.pdf.tags import Numbering, Role
from casefile.briefs.pdf.text import printable, printable_told
from casefile.briefs.pdf.words import unreviewed_words, value_words

UNTITLED = "Brief"
"""The title of a brief that has none: a document needs one to be announced by."""
_FIGURES_IN_ROW = 4
_SMALLEST_FIGURE = 11.0
_FIGURE_GAP = 1.25 * GRID
"""Beside a figure that fills its column: "€9,300,000 4" would be read as one."""


def title_block(setting: Setting) -> list[Strip]:
    """Organisation, title, subtitle, and for whom, by whom, as of when."""
    brief = setting.brief
    organisation = setting.text(brief.organisation, styles.LABEL.but(Face.SANS_BOLD, styles.INK), WHOLE)
    words = printable(brief.title) or setting.say(UNTITLED)
    title = setting.balanced(words, styles.TITLE, before=GRID, role=Role.H1)
    subtitle = setting.balanced(brief.subtitle, styles.SUBTITLE, before=0.25 * GRID)
    top = organisation or [Strip(GRID)]
    return [
        *with_first(kept_together([*top, *title, *subtitle], with_next=True), anchors=("top",)),
        Strip(GRID, keep_with_next=True),
        *_particulars(setting),
    ]


def _particulars(setting: Setting) -> list[Strip]:
    brief = setting.brief
    listed = setting.inside(Role.LIST, numbering=Numbering.OWN_LABELS)
    lines = [
        (setting.say("For"), brief.recipient),
        (setting.say("From"), brief.author),
        (setting.say("As of"), setting.put.moment(brief.as_of)),
    ]
    strips = [
        strip
        for name, words in lines
        if printable(words)
        for strip in listed.list_item(
            (RAIL, [[TextSpan(name, styles.LABEL)]]),
            (MAIN, [[TextSpan(printable(words), styles.BODY)]]),
            styles.BODY,
        )
    ]
    return kept_together(with_rule_below(with_rule_above(padded(strips, 0.25 * GRID), WHOLE), WHOLE))


def summary(setting: Setting) -> list[Strip]:
    """Key figures and the summary's statements; nothing where the brief has neither."""
    brief = setting.brief
    if not (brief.figures or brief.summary):
        return []
    strips = setting.heading(setting.say("Summary"), "summary")
    listed = setting.inside(Role.LIST, numbering=Numbering.OWN_LABELS)
    for start in range(0, len(brief.figures), _FIGURES_IN_ROW):
        strips += _figures(listed, brief.figures[start : start + _FIGURES_IN_ROW])
    for number, statement in enumerate(brief.summary):
        spans = [TextSpan(printable_told(statement.text), styles.BODY), *setting.marks(statement.citations)]
        strips += setting.text(spans, before=0.5 * GRID if number else 0)
    return strips


def _figures(setting: Setting, figures: Sequence[KeyFigure]) -> list[Strip]:
    columns = _equal_columns(len(figures))
    size = min(_figure_size(setting, figure, columns[0].width - _FIGURE_GAP) for figure in figures)
    style = replace(styles.FIGURE, size=size)
    pairs = list(zip(columns, figures, strict=True))
    items = [setting.within.child(Role.LIST_ITEM) for _ in figures]
    labels = [item.child(Role.LABEL) for item in items]
    bodies = [item.child(Role.LIST_BODY) for item in items]
    values = [(column, [_figure(setting, figure, style)]) for column, figure in pairs]
    captions = [(column, [[TextSpan(printable(figure.caption), styles.SMALL)]]) for column, figure in pairs]
    large = row(values, style, setting.fonts, tags=labels)
    small = row(captions, styles.SMALL, setting.fonts, tags=bodies)
    # One block: each figure is copied and read with its caption, not all figures first.
    below = [strip._replace(continues=True) for strip in small]
    return [*kept_together([*large, *below]), Strip(GRID)]


def _figure(setting: Setting, figure: KeyFigure, style: TextStyle) -> list[TextSpan]:
    return [TextSpan(value_words(figure.value, setting.put), style), *setting.marks(figure.citations, style)]


def _equal_columns(count: int) -> list[Column]:
    width = (styles.CONTENT - (count - 1) * styles.GUTTER) / count
    return [Column(index * (width + styles.GUTTER), width) for index in range(count)]


def _figure_size(setting: Setting, figure: KeyFigure, width: float) -> float:
    """The largest size at which the figure and its notes' numbers stand on one line."""
    size = styles.FIGURE.size
    while size > _SMALLEST_FIGURE:
        lines = break_lines(_figure(setting, figure, replace(styles.FIGURE, size=size)), width, setting.fonts)
        if len(lines) <= 1:
            break
        size -= 1
    return size


def unreviewed(setting: Setting, count: int) -> list[Strip]:
    """What the sign of so many unreviewed statements means; nothing where there are none."""
    if not count:
        return []
    spans = [TextSpan(unreviewed_words(count, setting.put), styles.TABLE)]
    barred = with_bar(kept_together(setting.text(spans)), styles.MAIN_X - 8)
    return with_first(with_space(barred, GRID), anchors=("unreviewed",))


def nothing_yet(setting: Setting) -> list[Strip]:
    """What a brief says that has nothing to say."""
    words = setting.say(
        "There is nothing to report: no action, quote or event has been accepted into this brief yet. "
        "Review what the sources propose, accept what is right, and export the brief again."
    )
    return setting.text(words, column=WHOLE, before=2 * GRID)
