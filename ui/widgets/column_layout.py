"""How the columns of a list are laid out, as values and as text for the settings. Knows no widget."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

_HIDDEN = "-"
_BETWEEN, _IS = "|", "="
NARROWEST, WIDEST = 4.0, 400.0
LEAST_REST, ENOUGH_REST = 14.0, 60.0
"""What a column that takes what is left has at least, in characters; and before others get wider."""


@dataclass(frozen=True)
class ColumnPlace:
    """One column: its title, and its width in characters; 0 takes what is left."""

    title: str
    width: float = 0.0
    hidden: bool = False
    least: float = 0.0
    """How narrow it gets where there is little room and nobody chose its width; 0 keeps its width.

    Of a column that takes what is left: before others give up theirs, or are out of sight; 0 for
    :data:`LEAST_REST`.
    """
    yields: int = 0
    """Where that is not enough, those with the lowest number are out of sight first; 0 stays."""
    most: float = 0.0
    """How wide it gets where there is room and nobody chose its width; 0 keeps its width."""
    is_whole: bool = False
    """Whether it gets no narrower than its cells need, once that is known: half a sum is a wrong sum."""


Layout = tuple[ColumnPlace, ...]
"""The columns from left to right."""


def shared(room: int, wants: Mapping[str, int]) -> dict[str, int]:
    """What each gets of the room: who wants little all of it, the others the same."""
    given: dict[str, int] = {}
    for place, (title, want) in enumerate(sorted(wants.items(), key=lambda item: item[1])):
        given[title] = max(0, min(want, (room - sum(given.values())) // (len(wants) - place)))
    return given


def layout_text(layout: Layout) -> str:
    """The layout in one line."""
    return _BETWEEN.join(
        f"{_HIDDEN if place.hidden else ''}{place.title}{_IS}{place.width:g}" for place in layout
    )


def layout_of(text: str) -> Layout:
    """What :func:`layout_text` wrote; what cannot be understood is left out."""
    places = (_place_of(part) for part in text.split(_BETWEEN))
    return tuple(place for place in places if place is not None)


def merged(layout: Layout, default: Layout) -> Layout:
    """The layout for the columns that there are: unknown ones are dropped, new ones stand where they do by
    default, and the column that takes what is left stays in sight and does so.
    """  # noqa: D205
    known = {place.title: place for place in default}
    kept = [_within(place, known[place.title]) for place in layout if place.title in known]
    kept = list({place.title: place for place in kept}.values())
    for number, place in enumerate(default):
        if place.title not in {one.title for one in kept}:
            before = [one.title for one in default[:number]]
            kept.insert(_behind(kept, before), place)
    return tuple(kept)


def _within(place: ColumnPlace, default: ColumnPlace) -> ColumnPlace:
    if not default.width:
        return default
    width = place.width if NARROWEST <= place.width <= WIDEST else default.width
    return replace(default, width=width, hidden=place.hidden)


def _behind(kept: Sequence[ColumnPlace], titles: Sequence[str]) -> int:
    """The place behind the nearest of the columns that stand before it by default."""
    for title in reversed(titles):
        for number, place in enumerate(kept):
            if place.title == title:
                return number + 1
    return 0


def _place_of(part: str) -> ColumnPlace | None:
    title, sign, width = part.rpartition(_IS)
    hidden = title.startswith(_HIDDEN)
    title = title.removeprefix(_HIDDEN)
    try:
        return ColumnPlace(title, float(width), hidden) if sign and title else None
    except ValueError:
        return None
