"""The article's text out of a parsed page, block by block. Imports only the other modules of html pages.

Headings, list entries, quotations and table rows keep lines of their own, so that a quotation's speaker alone
on its line stays alone.
"""

from typing import TYPE_CHECKING

from casefile.reading.html_article import flow, plain_lines
from casefile.reading.html_choice import choose_article
from casefile.reading.html_paragraphs import Paragraphs
from casefile.reading.model import Block, BlockKind, Piece
from casefile.reading.names import is_byline_word
from casefile.values import Span

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "header", "button", "figure"})
_LEAST_PARAGRAPH = 40
_LEAST_TEXT = 140
"""Letters and signs that a page must have to be an article when only its bare paragraphs are left to take."""
_CLOSE_TOGETHER = frozenset({BlockKind.LIST_ENTRY, BlockKind.TABLE_ROW})
_HEAD_PIECES = 6
_LONGEST_KICKER = 60


def article_pieces(tree: "HtmlElement", paragraphs: Paragraphs, stated: str = "") -> list[Piece]:
    """The article's blocks in reading order, cleaned and none blank; empty where there is none.

    ``stated`` is the text that the page gives in JSON-LD. The tree is changed.
    """
    pieces = choose_article(tree, paragraphs, stated)
    if _letters(pieces) >= _LEAST_TEXT:
        return pieces
    return bare_paragraphs(tree) or _stated_pieces(stated) or pieces


def _letters(pieces: list[Piece]) -> int:
    return sum(len(text) for text, _ in pieces)


def _stated_pieces(stated: str) -> list[Piece]:
    """The text that the page only gives to machines, as pages do that build themselves in the browser."""
    lines = [" ".join(line.split()) for line in stated.split("\n")]
    pieces = [(line, BlockKind.PARAGRAPH) for line in lines if line]
    return pieces if _letters(pieces) >= _LEAST_TEXT else []


def without_furniture(pieces: list[Piece], title: str) -> list[Piece]:
    """The pieces without the kicker above the headline and a byline that lost its name."""
    headline = next((place for place, (text, _) in enumerate(pieces[:_HEAD_PIECES]) if text == title), 0)
    if any(len(text) > _LONGEST_KICKER for text, _ in pieces[:headline]):
        headline = 0
    kept = pieces[headline:]
    return [
        piece for place, piece in enumerate(kept) if place >= _HEAD_PIECES or not is_byline_word(piece[0])
    ]


def join_pieces(pieces: list[Piece]) -> tuple[str, tuple[Block, ...]]:
    """The text and its blocks: a blank line between them, a line break within lists and tables."""
    parts: list[str] = []
    blocks: list[Block] = []
    length = 0
    previous: BlockKind | None = None
    for text, kind in pieces:
        gap = "" if previous is None else "\n" if kind is previous and kind in _CLOSE_TOGETHER else "\n\n"
        length += len(gap)
        blocks.append(Block(Span(length, length + len(text)), kind))
        parts += (gap, text)
        length += len(text)
        previous = kind
    return "".join(parts), tuple(blocks)


def free_speakers(tree: "HtmlElement") -> None:
    """Make the source line of a quotation a paragraph of it, so that it is not taken for page furniture."""
    for element in list(tree.iter("footer", "cite", "figcaption")):
        if _names_a_speaker(element):
            element.tag = "p"


def _names_a_speaker(element: "_Element") -> bool:
    """Whether the element is a quotation's source line; a figure around the two becomes a section."""
    if element.tag == "footer":
        return next(element.iterancestors("blockquote"), None) is not None
    if element.tag == "cite":
        return _tag_of(element.getparent()) == "blockquote"
    figure = next(element.iterancestors("figure"), None)
    if figure is None or next(figure.iterchildren("blockquote"), None) is None:
        return False
    figure.tag = "div"
    return True


def _tag_of(element: "_Element | None") -> str:
    return "" if element is None else str(element.tag)


def bare_paragraphs(tree: "HtmlElement") -> list[Piece]:
    """The longer paragraphs outside of navigation and footers, for pages that cannot be judged."""
    from lxml.etree import iterwalk

    pieces = []
    within = 0
    for event, element in iterwalk(tree, events=("start", "end")):
        tag = _tag_of(element)
        if tag in _FURNITURE_TAGS:
            within += 1 if event == "start" else -1
        elif event == "end" and tag == "p" and not within:
            text = plain_lines(flow("".join(element.itertext())))
            if len(text) >= _LEAST_PARAGRAPH:
                pieces.append((text, BlockKind.PARAGRAPH))
    return pieces if sum(len(text) for text, _ in pieces) >= _LEAST_TEXT else []
