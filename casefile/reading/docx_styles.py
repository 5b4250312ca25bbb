"""The styles of a Word document: what a paragraph is, what is hidden. Imports the model and packages."""

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casefile.reading.model import BlockKind
from casefile.reading.packages import attribute, local

if TYPE_CHECKING:
    from lxml.etree import _Element

_KINDS: tuple[tuple[re.Pattern[str], BlockKind], ...] = (
    (re.compile(r"heading \d|title|subtitle|heading"), BlockKind.HEADING),
    (re.compile(r"(?:intense )?quote|quotations|block text"), BlockKind.QUOTATION),
    (re.compile(r"caption|table|figure|illustration"), BlockKind.CAPTION),
    (re.compile(r"(?:list|bullet|num)\b.*"), BlockKind.LIST_ENTRY),
    (re.compile(r"(?:footnote|endnote)(?: text)?"), BlockKind.FOOTNOTE),
)
"""By the built-in names, which Word writes in English whatever its own language (ECMA-376, 17.7.4.9)."""
_BODY_LEVEL = 9
_DEEPEST = 12
_OFF = frozenset({"0", "false", "off"})


@dataclass(frozen=True)
class _Style:
    name: str
    based_on: str
    hides: bool | None
    level: int | None
    listed: bool


@dataclass(frozen=True)
class Styles:
    """The document's styles by their ids."""

    _styles: dict[str, _Style] = field(default_factory=dict)

    def kind(self, style_id: str) -> BlockKind:
        """What a paragraph of that style is."""
        for style in self._chain(style_id):
            if style.level is not None and style.level < _BODY_LEVEL:
                return BlockKind.HEADING
            kind = kind_of_name(style.name)
            if kind is not BlockKind.PARAGRAPH:
                return kind
            if style.listed:
                return BlockKind.LIST_ENTRY
        return BlockKind.PARAGRAPH

    def hides(self, style_id: str) -> bool:
        """Whether words of that style are not shown."""
        return next((style.hides for style in self._chain(style_id) if style.hides is not None), False)

    def _chain(self, style_id: str) -> list[_Style]:
        """The style and those that it is based on."""
        found: list[_Style] = []
        while len(found) < _DEEPEST and (style := self._styles.get(style_id)) is not None:
            found.append(style)
            style_id = style.based_on
        return found


def kind_of_name(name: str) -> BlockKind:
    """What a paragraph is by its style's built-in name, in small letters."""
    return next((kind for pattern, kind in _KINDS if pattern.fullmatch(name)), BlockKind.PARAGRAPH)


def read_styles(root: "_Element | None") -> Styles:
    """The styles of ``styles.xml``; none where there is no such part."""
    if root is None:
        return Styles()
    styles = (element for element in root if local(element) == "style")
    return Styles({attribute(element, "styleId"): _style(element) for element in styles})


def _style(element: "_Element") -> _Style:
    paragraph = child(element, "pPr")
    level = _value(child(paragraph, "outlineLvl"))
    return _Style(
        name=_value(child(element, "name")).casefold(),
        based_on=_value(child(element, "basedOn")),
        hides=is_on(child(child(element, "rPr"), "vanish")),
        level=int(level) if level.isdecimal() and len(level) < 3 else None,
        listed=child(paragraph, "numPr") is not None,
    )


def child(element: "_Element | None", name: str) -> "_Element | None":
    """The first child of that local name; None where there is none."""
    return None if element is None else next((one for one in element if local(one) == name), None)


def is_on(element: "_Element | None") -> bool | None:
    """What a switch says (ECMA-376, 17.17.4); None where it is not there."""
    return None if element is None else _value(element).casefold() not in _OFF


def _value(element: "_Element | None") -> str:
    return "" if element is None else attribute(element, "val")
