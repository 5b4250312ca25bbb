"""The colours of tags: ink on ground keeps 4.5 to 1 (WCAG AA). Imports terms and the theme."""

from dataclasses import dataclass

from PySide6.QtGui import QPalette

from casefile.terms import TagColour
from ui.theme import DARK, colours_of


@dataclass(frozen=True)
class TagInk:
    """Behind a tag's name, and the name itself."""

    ground: str
    ink: str


LIGHT_TAGS = {
    TagColour.GREY: TagInk("#e6e9ee", "#3d4650"),
    TagColour.RED: TagInk("#fbdedb", "#8c1d18"),
    TagColour.ORANGE: TagInk("#fde3cb", "#7a3b00"),
    TagColour.YELLOW: TagInk("#f9edb0", "#5c4a00"),
    TagColour.GREEN: TagInk("#d9f2e0", "#14532d"),
    TagColour.TEAL: TagInk("#cff1f0", "#0b4f52"),
    TagColour.BLUE: TagInk("#dce8fb", "#17478a"),
    TagColour.PURPLE: TagInk("#eadffa", "#55308a"),
    TagColour.PINK: TagInk("#fbddee", "#86205c"),
}
DARK_TAGS = {
    TagColour.GREY: TagInk("#3a414b", "#dde2e8"),
    TagColour.RED: TagInk("#521f1b", "#ffb9b1"),
    TagColour.ORANGE: TagInk("#4f2f10", "#ffc891"),
    TagColour.YELLOW: TagInk("#453c0a", "#f2de80"),
    TagColour.GREEN: TagInk("#183d2b", "#9be3b4"),
    TagColour.TEAL: TagInk("#123f41", "#95e3e4"),
    TagColour.BLUE: TagInk("#1e3860", "#aed0fc"),
    TagColour.PURPLE: TagInk("#3a2a58", "#d9c3fb"),
    TagColour.PINK: TagInk("#51203d", "#ffb8dc"),
}


def tag_ink(colour: TagColour, palette: QPalette) -> TagInk:
    """The colours of a tag in the scheme that the palette belongs to."""
    return (DARK_TAGS if colours_of(palette) is DARK else LIGHT_TAGS)[colour]
