"""The table of contents: the parts of a brief with the pages that they begin on. Imports the layout."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from casefile.briefs.pdf import styles
from casefile.briefs.pdf.lines import TextSpan
from casefile.briefs.pdf.pages import OnPage
from casefile.briefs.pdf.setting import RAIL, WHOLE, Setting
from casefile.briefs.pdf.strips import Column, Strip, kept_together, padded, row, with_first, with_rule_below
from casefile.briefs.pdf.styles import GRID
from casefile.briefs.pdf.tags import Role

_TITLES = Column(styles.MAIN_X, styles.MAIN - 40)
_OPEN = "…"
"""Instead of a page that is not known yet."""
_PAGES = Column(styles.MAIN_X + styles.MAIN - 36, 36, right_aligned=True)


@dataclass(frozen=True)
class ContentsEntry:
    """A part: its heading, and the anchor that leads to it."""

    title: str
    anchor: str


def entries_of(strips: Iterable[Strip]) -> list[ContentsEntry]:
    """The headings of the first level."""
    return [
        ContentsEntry(strip.outline.title, strip.anchors[0])
        for strip in strips
        if strip.outline and strip.outline.level == 0
    ]


def places_of(pages: Sequence[Sequence[OnPage]]) -> dict[str, int]:
    """The page (from 1) on which each anchor stands."""
    return {
        anchor: number
        for number, page in enumerate(pages, start=1)
        for on_page in page
        if not on_page.repeated
        for anchor in on_page.strip.anchors
    }


def contents(setting: Setting, entries: Sequence[ContentsEntry], places: Mapping[str, int]) -> list[Strip]:
    """A line for each part; without ``places`` the numbers are left open, in the same room."""
    listed = setting.inside(Role.CONTENTS)
    strips: list[Strip] = []
    for number, entry in enumerate(entries):
        item = listed.within.child(Role.CONTENTS_ITEM)
        cells = [
            (_TITLES, [[TextSpan(entry.title, styles.TABLE, f"#{entry.anchor}")]]),
            (_PAGES, [[TextSpan(str(places.get(entry.anchor, _OPEN)), styles.TABLE)]]),
        ]
        tags = [item.child(Role.PARAGRAPH), item.child(Role.PARAGRAPH)]
        if not number:
            cells.insert(0, (RAIL, [[TextSpan(setting.say("Contents"), styles.LABEL)]]))
            tags.insert(0, listed.within.child(Role.CAPTION))
        strips += row(cells, styles.TABLE, setting.fonts, tags=tags)
    ruled = with_rule_below(kept_together(padded(strips, 0.25 * GRID)), WHOLE)
    return with_first(ruled, before=0.25 * GRID)
