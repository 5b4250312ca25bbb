"""A long brief cut to what its first pages need: they can be seen long before all of it is set. Pure."""

from dataclasses import dataclass, replace

from casefile.briefs.composition import BriefPart, BriefSection
from casefile.briefs.model import Brief
from casefile.briefs.wording import Phrasing, phrasing

LONG, ENOUGH = 150, 60
"""A list of more entries is cut to so many, which fill more than a page."""
_LISTED = {
    BriefPart.SUMMARY: "summary", BriefPart.COMPARISON: "authorities", BriefPart.ACTIONS: "actions",
    BriefPart.CONFLICTS: "conflicts", BriefPart.APPEALS: "appeals", BriefPart.QUOTES: "quotes",
    BriefPart.CHART: "events", BriefPart.TIMELINE: "events", BriefPart.SOURCES: "sources",
}  # fmt: skip
"""By the names of :class:`Brief`."""


def quotes_heading(brief: Brief, put: Phrasing) -> str:
    """What stands above the quotes: not all of them may be somebody's own words."""
    own = all(quote.is_verbatim for quote in brief.quotes)
    return put.say("In their own words" if own else "What was said")


@dataclass(frozen=True)
class Opening:
    """What the first pages need."""

    brief: Brief
    """Up to the section that is cut first it says the same as the whole, with the same numbers of notes."""
    section: int
    """That section: the pages before the end of what it tells first are as those of the whole."""

    @property
    def with_few_sources(self) -> Brief:
        """Nothing but as many sources as are set: what cites all of them cannot do without any."""
        return Brief("", self.brief.as_of, sources=self.brief.sources[:ENOUGH])


def is_long(brief: Brief) -> bool:
    """Whether it takes long to be set, and much memory to be kept."""
    return bool(_long(brief))


def _long(brief: Brief) -> set[str]:
    return {name for name in _LISTED.values() if len(getattr(brief, name)) > LONG}


def opening(brief: Brief) -> Opening | None:
    """What its first pages need; None for a brief that is short, or long in nothing but its notes."""
    long = _long(brief)
    parts = [section.part for section in brief.sections]
    first = next((place for place, part in enumerate(parts) if _LISTED.get(part) in long), None)
    if first is None:
        return None
    cut = {name: getattr(brief, name)[:ENOUGH] for name in long - {"sources"}}
    sections = tuple(_as_in_whole(section, brief) for section in brief.sections)
    return Opening(replace(brief, sections=sections, **cut), first)


def _as_in_whole(section: BriefSection, brief: Brief) -> BriefSection:
    """With the heading of all quotes, which may not be that of the first ones."""
    if section.part is not BriefPart.QUOTES or section.heading or not brief.quotes:
        return section
    return replace(section, heading=quotes_heading(brief, phrasing(brief.language)))
