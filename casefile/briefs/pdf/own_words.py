"""A person's own words set in type. Imports own_text, setting and layout."""

from casefile.briefs.composition import BriefSection
from casefile.briefs.own_text import Block, BlockKind, Run, blocks_of
from casefile.briefs.pdf import styles
from casefile.briefs.pdf.fonts import Face
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.setting import Setting
from casefile.briefs.pdf.strips import Column, Strip, kept_together, runs_from_right, with_space
from casefile.briefs.pdf.styles import GRID, TextStyle
from casefile.briefs.pdf.tags import Numbering, Role
from casefile.briefs.pdf.text import printable

_INDENT = 16.0
_DEEPEST = 4
"""Lists within lists are set no further in than this."""


def own_text(setting: Setting, section: BriefSection, number: int) -> list[Strip]:
    """The section's heading and blocks; nothing where it has neither."""
    blocks = blocks_of(section.text)
    strips = setting.heading(printable(section.heading), f"text-{number}") if section.heading.strip() else []
    listed: Setting | None = None
    for place, block in enumerate(blocks):
        before = 0.5 * GRID if place else 0.0
        if block.kind is BlockKind.ITEM:
            listed = listed or setting.inside(Role.LIST, numbering=Numbering.OWN_LABELS)
            strips += with_space(_item(listed, block), before / 2)
            continue
        listed = None
        if block.kind is BlockKind.HEADING:
            heading = setting.text(_spans(block, styles.SUBHEADING), before=before, role=Role.H3)
            strips += kept_together(heading, with_next=True)
        else:
            strips += setting.text(_spans(block, styles.BODY), before=before)
    return strips


def _item(setting: Setting, block: Block) -> list[Strip]:
    """The item's label before its words: at the left, or at the right of what runs from right to left."""
    indent = _INDENT * min(block.depth, _DEEPEST)
    spans = _spans(block, styles.BODY)
    width = styles.MAIN - indent - _INDENT
    if runs_from_right(spans, width, setting.fonts):
        body = Column(styles.MAIN_X, width)
        label = Column(body.x + width, _INDENT, right_aligned=True)
    else:
        label = Column(styles.MAIN_X + indent, _INDENT)
        body = Column(label.x + _INDENT, width)
    words = [[TextSpan(block.label, styles.BODY)]]
    return setting.list_item((label, words), (body, [spans]), styles.BODY)


def _spans(block: Block, style: TextStyle) -> list[TextSpan]:
    """Runs as spans; the white space at their edges parts them from one another."""
    spans: list[TextSpan] = []
    for run in block.runs:
        words = printable(run.text)
        before = " " if run.text[:1].isspace() and spans else ""
        after = " " if run.text[-1:].isspace() and words else ""
        look = style.but(_face(run, style), styles.ACCENT if run.link else None)
        spans.append(TextSpan(f"{before}{words}{after}", look, run.link))
    return [span for span in spans if span.text]


def _face(run: Run, style: TextStyle) -> Face:
    if run.is_bold:
        return Face.SERIF_BOLD
    return Face.SERIF_ITALIC if run.is_italic else style.face
