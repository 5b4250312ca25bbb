"""Rows in groups, each below a heading that can be folded: what a table over ids shows of them. Pure."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass

from ui.models.ids_model import Heading, packed


@dataclass(frozen=True)
class Section:
    """A group of the rows that follow those of the group before."""

    key: str
    title: str
    note: str
    count: int


@dataclass(frozen=True)
class LaidOut:
    """The ids with a negative number for each heading: see :class:`ui.models.ids_model.IdsModel`."""

    ids: Sequence[int]
    headings: Sequence[Heading]


@dataclass(frozen=True)
class Sectioned:
    """All rows with their groups, and how they lie with some of those folded."""

    ids: Sequence[int]
    sections: Sequence[Section]
    laid_out: LaidOut

    @classmethod
    def of(cls, ids: Sequence[int], sections: Sequence[Section], folded: Collection[str]) -> "Sectioned":
        """The rows with those groups folded; long lists are better laid out beside the main thread."""
        ids = packed(ids)
        return cls(ids, sections, lay_out(ids, sections, folded))

    def folded_as(self, folded: Collection[str]) -> LaidOut:
        """The same rows with other groups folded."""
        return lay_out(self.ids, self.sections, folded)


def lay_out(ids: Sequence[int], sections: Sequence[Section], folded: Collection[str]) -> LaidOut:
    """The ids under their headings; without sections as they are."""
    if not sections:
        return LaidOut(packed(ids), [])
    shown = packed(())
    headings = []
    start = 0
    for section in sections:
        is_folded = section.key in folded
        headings.append(Heading(section.key, section.title, section.note, is_folded))
        shown.append(-len(headings))
        if not is_folded:
            shown.extend(ids[start : start + section.count])
        start += section.count
    return LaidOut(shown, headings)


NO_ROWS = Sectioned((), (), LaidOut((), ()))
