"""HTML pages: the article's text and what the page says of itself. Imports only reading and metadata.

Nothing is fetched: no style sheet, no image, no frame, no link.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from casefile.metadata import Found
from casefile.reading.errors import MEGABYTE, NoArticleError, TooLargeError
from casefile.reading.html_blocks import block_pieces
from casefile.reading.html_body import article_pieces, bare_paragraphs, join_pieces, without_furniture
from casefile.reading.html_metadata import page_metadata
from casefile.reading.markup import SlimPage, slim
from casefile.reading.model import MediaType, ReadDocument, Reading
from casefile.reading.readers import RawFile
from casefile.reading.saved_page import saved_from

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READER = "html/1"
MARKUP_LIMIT = 12 * MEGABYTE
"""Characters of a page that are left without scripts, styles, drawings and comments."""
TAG_LIMIT = 100_000
"""Tags of a page, closing ones too, over which its article is not looked for but every paragraph taken."""
_HEAD_LENGTH = 4096
_AROUND_A_PAGE = re.compile(r"<(?:html|head|body|title|article|main)\b|<!doctype", re.IGNORECASE)
_CROWDED_NOTE = "The page is too crowded to find its article: all its paragraphs were taken, check them."


def read_html_file(raw: RawFile) -> Reading:
    """The article of a saved page."""
    saved = saved_from(raw.decoded.text)
    document = read_html(raw.decoded.text, raw.name, raw.decoded.notes, saved.url)
    document = replace(document, captured=saved.captured)
    return Reading(with_address_found(document, saved.url, "the comment of the program that saved the page"))


def with_address_found(document: ReadDocument, address: str, where: str) -> ReadDocument:
    """The document, saying where its address was found if that is ``address`` and not the page's own word."""
    known = document.metadata
    if not address or known.url != address or any(found.field == "url" for found in known.found):
        return document
    return replace(document, metadata=replace(known, found=(*known.found, Found("url", where))))


def read_html(markup: str, name: str, notes: tuple[str, ...] = (), address: str = "") -> ReadDocument:
    """The article of a page; ``notes`` are passed on, ``address`` is where it was saved from.

    :class:`TooLargeError` over :data:`MARKUP_LIMIT`, :class:`NoArticleError` where there is no article.
    """
    page = slim_within_limit(markup, name)
    crowded = page.markup.count("<") > TAG_LIMIT
    tree = parse_page(page, name)
    if crowded:
        pieces = bare_paragraphs(tree)
    else:
        pieces = block_pieces(tree) if is_selection(markup) else article_pieces(tree)
    if not pieces:
        raise NoArticleError(name)
    # Choosing the article changes its tree, so the description is read from the page parsed again.
    article = "\n".join(text for text, _ in pieces)
    found = page_metadata(
        tree if crowded else parse_page(page, name),
        page.json_ld,
        article,
        guess=not crowded,
        address=address,
    )
    text, structure = join_pieces(without_furniture(pieces, found.title))
    if not text:
        raise NoArticleError(name)
    notes = (*notes, _CROWDED_NOTE) if crowded else notes
    return ReadDocument(text, found, MediaType.HTML, READER, notes, structure)


def is_selection(markup: str) -> bool:
    """Whether the markup is a piece of a page that somebody chose, as the clipboard gives it: all is text.

    Windows marks its start (CF_HTML), elsewhere it has no page around it.
    """
    head = markup[:_HEAD_LENGTH]
    return "<!--StartFragment-->" in head or _AROUND_A_PAGE.search(markup) is None


def slim_within_limit(markup: str, name: str) -> SlimPage:
    """The page made small; :class:`TooLargeError` where more than :data:`MARKUP_LIMIT` is left of it."""
    page = slim(markup)
    if len(page.markup) > MARKUP_LIMIT:
        raise TooLargeError(
            name, f"without its scripts the page has {len(page.markup) // MEGABYTE} MB of markup"
        )
    return page


def parse_page(page: SlimPage, name: str) -> "HtmlElement":
    """The page's tree; :class:`NoArticleError` where there is none."""
    from lxml.etree import LxmlError
    from lxml.html import HTMLParser, document_fromstring

    # huge_tree allows 2,048 levels instead of 256: pages with unclosed tags nest that deep.
    parser = HTMLParser(huge_tree=True, encoding="utf-8", remove_comments=True, remove_pis=True)
    try:
        return document_fromstring(page.markup.encode("utf-8", "replace"), parser=parser)
    except (LxmlError, ValueError) as error:
        raise NoArticleError(name) from error
