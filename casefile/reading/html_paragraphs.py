"""Where a page's paragraphs stand: the smallest element that holds nearly all of them is the article.

However many boxes an article is cut into, its paragraphs have that element in common. Imports only marks.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from casefile.reading.html_marks import is_box

if TYPE_CHECKING:
    from lxml.etree import _Element
    from lxml.html import HtmlElement

LEAST_PARAGRAPH = 40
"""Letters and signs; half of them in scripts that write a word with one or two."""
MOST_LINKED = 0.4
"""The share of a block's letters in links over which it is a list of links."""
_DENSE_SCRIPT = re.compile("[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_ARTICLE_SHARE = 0.8
_FEW_LETTERS = 400
"""Below, the page does not mark its paragraphs as such and other elements are asked for running text."""
_TEXT_HOLDERS = ("div", "td", "section", "article", "center", "font", "span", "li", "blockquote")
_MOST_HOLDERS = 20_000

Found = list[tuple[str, "list[_Element]"]]
"""Paragraphs with the elements around them, inner ones first."""


@dataclass(frozen=True)
class Paragraphs:
    """The paragraphs of running text outside of the page's furniture, in reading order."""

    texts: tuple[str, ...] = ()
    letters: int = 0
    """Length of all of them together."""
    holders: "dict[_Element, int]" = field(default_factory=dict, repr=False)
    """The letters below every element that holds some."""

    @property
    def holder(self) -> "_Element | None":
        """The innermost element with nearly all letters; None where there are none."""
        enough = [element for element, held in self.holders.items() if held >= _ARTICLE_SHARE * self.letters]
        # They lie within each other, so the innermost is the one with the most around it.
        return max(enough, key=lambda element: sum(1 for _ in element.iterancestors()), default=None)


def is_long(text: str) -> bool:
    """Whether the text has the length of a paragraph of running text."""
    if len(text) >= LEAST_PARAGRAPH:
        return True
    return 2 * len(text) >= LEAST_PARAGRAPH and len(_DENSE_SCRIPT.findall(text)) * 2 > len(text)


def linked_letters(element: "_Element") -> int:
    """The letters of the element that are links."""
    return sum(len("".join(link.itertext())) for link in element.iter("a"))


def find_paragraphs(tree: "HtmlElement") -> Paragraphs:
    """The page's paragraphs: long enough, with few links, and with no box around them."""
    found: Found = [(text, list(element.iterancestors())) for element, text in _marked(tree)]
    if sum(len(text) for text, _ in found) < _FEW_LETTERS:
        found = [(text, [element, *element.iterancestors()]) for element, text in _unmarked(tree)] or found
    everything = _letters_below(found)
    total = sum(len(text) for text, _ in found)
    boxes = {element for element, held in everything.items() if 2 * held < total and _is_beside(element)}
    free = [(text, around) for text, around in found if boxes.isdisjoint(around)]
    texts = tuple(text for text, _ in free)
    return Paragraphs(texts, sum(map(len, texts)), _letters_below(free))


def _is_beside(element: "_Element") -> bool:
    """Whether the element is a box, or a card that is one link as a whole."""
    return element.tag == "a" or is_box(element)


def _marked(tree: "HtmlElement") -> "Iterator[tuple[_Element, str]]":
    for paragraph in tree.iter("p"):
        text = " ".join("".join(paragraph.itertext()).split())
        if is_long(text) and linked_letters(paragraph) <= MOST_LINKED * len(text):
            yield paragraph, text


def _unmarked(tree: "HtmlElement") -> "Iterator[tuple[_Element, str]]":
    """Elements with running text of their own, as pages have that break lines instead of marking them."""
    for _, element in zip(range(_MOST_HOLDERS), tree.iter("p", *_TEXT_HOLDERS), strict=False):
        own = [element.text or "", *(child.tail or "" for child in element)]
        text = " ".join(" ".join(own).split())
        if is_long(text):
            yield element, text


def _letters_below(found: Iterable[tuple[str, "list[_Element]"]]) -> "dict[_Element, int]":
    letters: dict[_Element, int] = {}
    for text, around in found:
        for element in around:
            letters[element] = letters.get(element, 0) + len(text)
    return letters
