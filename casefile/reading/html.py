"""HTML pages: the article's text and what the page says of itself. Imports only reading and metadata.

Nothing is fetched: no style sheet, no image, no frame, no link.
"""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from casefile.metadata import Found
from casefile.reading.addresses import clean_address
from casefile.reading.errors import MEGABYTE, NoArticleError, TooLargeError
from casefile.reading.html_asides import mark_asides
from casefile.reading.html_blocks import block_pieces
from casefile.reading.html_body import (
    article_pieces,
    bare_paragraphs,
    free_speakers,
    join_pieces,
    without_furniture,
)
from casefile.reading.html_metadata import page_metadata
from casefile.reading.html_paragraphs import Paragraphs, find_paragraphs
from casefile.reading.json_ld import article_of
from casefile.reading.language import tell_language
from casefile.reading.markup import SlimPage, slim
from casefile.reading.model import MediaType, ReadDocument, Reading
from casefile.reading.readers import RawFile
from casefile.reading.saved_page import saved_from

if TYPE_CHECKING:
    from lxml.html import HtmlElement

READER = "html/2"
MARKUP_LIMIT = 12 * MEGABYTE
"""Characters of a page that are left without scripts, styles, drawings and comments."""
TAG_LIMIT = 100_000
"""Tags of a page, closing ones too, over which its article is not looked for but every paragraph taken."""
_DEEPEST = 250
"""Elements within elements over which a page is treated the same: looking for its article takes minutes."""
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
    if (
        not address
        or known.url not in (address, clean_address(address))
        or any(found.field == "url" for found in known.found)
    ):
        return document
    return replace(document, metadata=replace(known, found=(*known.found, Found("url", where))))


def read_html(markup: str, name: str, notes: tuple[str, ...] = (), address: str = "") -> ReadDocument:
    """The article of a page; ``notes`` are passed on, ``address`` is where it was saved from.

    :class:`TooLargeError` over :data:`MARKUP_LIMIT`, :class:`NoArticleError` where there is no article.
    """
    page = slim_within_limit(markup, name)
    tree = parse_page(page, name)
    crowded = page.markup.count("<") > TAG_LIMIT or _is_deep(tree)
    free_speakers(tree)
    paragraphs = Paragraphs() if crowded else find_paragraphs(tree)
    described = article_of(page.json_ld)
    # Choosing the article changes its tree, so the description is read before.
    found = page_metadata(tree, described, "\n".join(paragraphs.texts), address)
    if crowded:
        pieces = bare_paragraphs(tree)
    elif is_selection(markup):
        pieces = block_pieces(tree)
    else:
        pieces = article_pieces(tree, paragraphs, described.text)
    text, structure = join_pieces(mark_asides(without_furniture(pieces, found.title)))
    if not text:
        raise NoArticleError(name)
    if not found.language:
        found = replace(found, language=tell_language(text))
    notes = (*notes, _CROWDED_NOTE) if crowded else notes
    return ReadDocument(text, found, MediaType.HTML, READER, notes, structure)


def _is_deep(tree: "HtmlElement") -> bool:
    return bool(tree.xpath(f"boolean(//*[ancestor::*[{_DEEPEST}]])"))


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
