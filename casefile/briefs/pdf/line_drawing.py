"""Draws a line of text into its tag: links in tags of their own, and what runs from right to left too.

Imports pieces, tags, words and the document that it draws on. A page shows letters from left to right. So
that a reader program knows in which order to say them, each stretch that runs the other way is an element
``Span`` with its language and its characters in the order of reading. Elements come in the order of
reading, letters as they stand.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import groupby

from casefile.briefs.pdf.copying import LEFT_TO_RIGHT, Reading, reading_of
from casefile.briefs.pdf.document import PdfDocument
from casefile.briefs.pdf.pieces import Line, Piece
from casefile.briefs.pdf.tags import Role, Tag
from casefile.briefs.pdf.words import link_words
from casefile.briefs.wording import ENGLISH, Phrasing

OpenLinks = dict[Tag, tuple[str, Tag]]
"""The link that the text of a tag last stood in: a link that goes on in the next line is one link."""
Place = tuple[float, float]
"""Where a line begins at the left, and its baseline."""
_ARABIC_WRITTEN = frozenset({"ar", "fa", "ur", "ps", "ug", "sd", "ckb", "ku", "az", "ms", "pa", "ks"})
_HEBREW_WRITTEN = frozenset({"he", "iw", "yi", "lad", "arc"})


@dataclass(frozen=True)
class LinedDocument:
    """The document that lines are drawn on, the language of the brief, and the links that are open."""

    document: PdfDocument
    put: Phrasing = ENGLISH
    links: OpenLinks = field(default_factory=dict)


@dataclass(frozen=True)
class _Group:
    """Neighbours in the order of reading that are one element: a link, a stretch from right to left."""

    link: str
    turned: bool
    """Whether any of it runs from right to left."""
    pieces: tuple[Piece, ...]
    """In the order of reading."""
    stretches: tuple[tuple[float, tuple[Piece, ...]], ...]
    """What stands side by side: where it begins, its pieces from left to right."""


def draw_line(
    lined: LinedDocument, line: Line, place: Place, tag: Tag, reading: Reading = LEFT_TO_RIGHT
) -> None:
    """Set a line in its tag."""
    document, links = lined.document, lined.links
    if _is_one_stretch(line):
        links.pop(tag, None)
        if line.pieces:
            document.content.show(line.pieces, *place, tag, spaced=_wants_space(line))
        return
    last = line.pieces[-1]
    for group in _groups(line, place[0]) if line.is_shaped else _plain_groups(line, place[0]):
        outer = _link_tag(links, tag, group.link)
        inner = _turned_tag(outer, group) if group.turned and tag.role is not Role.FIGURE else outer
        spaced = group.pieces[-1] is last and _wants_space(line)
        _show(document, group, place[1], inner, reading, spaced=spaced)
        if group.link:
            words = link_words(group.link, "".join(piece.text for piece in group.pieces), lined.put)
            for x, pieces in group.stretches:
                document.link(group.link, _link_box(pieces, x, place[1]), words, outer)


def _is_one_stretch(line: Line) -> bool:
    """Whether all of it runs from left to right, without a link."""
    for piece in line.pieces:
        if piece.link or piece.level:
            return False
    return not line.order


def draw_untagged(document: PdfDocument, line: Line, place: Place) -> None:
    """Set a line that is seen, but not read aloud."""
    if not line.is_shaped:
        if line.pieces:
            document.content.show(line.pieces, *place, None, spaced=_wants_space(line))
        return
    reading = reading_of([line])
    for group in _groups(line, place[0]):
        _show(document, group, place[1], None, reading, spaced=_wants_space(line))


def _show(
    document: PdfDocument, group: _Group, y: float, tag: Tag | None, reading: Reading, *, spaced: bool
) -> None:
    for x, pieces in group.stretches:
        document.content.show(pieces, x, y, tag, spaced=spaced, reading=reading)


def _wants_space(line: Line) -> bool:
    """Whether a space is to be set after the line, so that its last word is not joined to the next one."""
    return not (line.ends_paragraph or line.is_shaped)


def _plain_groups(line: Line, left: float) -> Iterator[_Group]:
    """The groups of a line that runs from left to right: its links, and what stands between them."""
    x = left
    for link, group in groupby(line.pieces, key=lambda piece: piece.link):
        pieces = tuple(group)
        yield _Group(link, turned=False, pieces=pieces, stretches=((x, pieces),))
        x += sum(piece.width for piece in pieces)


def _groups(line: Line, left: float) -> Iterator[_Group]:
    """The line's groups in the order of reading."""
    order = line.order or tuple(range(len(line.pieces)))
    beyond = sum(piece.width for piece in line.pieces) - line.width if line.from_right else 0.0
    lefts: dict[int, float] = {}
    x = left - beyond
    for number in order:
        lefts[number] = x
        x += line.pieces[number].width
    ranks = {number: rank for rank, number in enumerate(order)}
    for (link, _), group in groupby(
        range(len(line.pieces)), lambda number: (line.pieces[number].link, line.pieces[number].level > 0)
    ):
        numbers = list(group)
        pieces = tuple(line.pieces[number] for number in numbers)
        turned = any(piece.level % 2 for piece in pieces)
        stretches = tuple(
            (lefts[side[0]], tuple(line.pieces[number] for number in side))
            for side in _side_by_side(sorted(numbers, key=ranks.__getitem__), ranks)
        )
        yield _Group(link, turned, pieces, stretches)


def _side_by_side(numbers: Sequence[int], ranks: dict[int, int]) -> Iterator[list[int]]:
    side: list[int] = []
    for number in numbers:
        if side and ranks[number] != ranks[side[-1]] + 1:
            yield side
            side = []
        side.append(number)
    yield side


def _turned_tag(tag: Tag, group: _Group) -> Tag:
    """The element of a stretch from right to left."""
    text = "".join(piece.text for piece in group.pieces)
    return tag.child(Role.SPAN, language=_language(text, tag), actual_text=text)


def _language(text: str, tag: Tag) -> str:
    """The language around it where that is written so, else the best known one that is."""
    around: Tag | None = tag
    while around and not around.language:
        around = around.parent
    known = around.language if around else ""
    is_hebrew = any("\u0590" <= character <= "\u05ff" for character in text)
    fitting = _HEBREW_WRITTEN if is_hebrew else _ARABIC_WRITTEN
    if known.split("-")[0].lower() in fitting:
        return known
    return "he" if is_hebrew else "ar"


def _link_tag(links: OpenLinks, tag: Tag, link: str) -> Tag:
    """The tag of text within the tag: its own, or that of the link, which a broken line does not end."""
    if not link:
        links.pop(tag, None)
        return tag
    open_link = links.get(tag)
    if open_link and open_link[0] == link:
        return open_link[1]
    outer = tag.child(Role.REFERENCE) if link.startswith(("#note-", "#source-")) else tag
    inner = outer.child(Role.LINK)
    links[tag] = (link, inner)
    return inner


def _link_box(pieces: Sequence[Piece], x: float, y: float) -> tuple[float, float, float, float]:
    style = pieces[0].style
    raised = min((glyph.y for glyph in pieces[0].glyphs), default=0.0) * style.size / 1000
    low = y + style.rise + raised - style.size * 0.25
    return (x, low, x + sum(piece.width for piece in pieces), low + style.size * 1.2)
