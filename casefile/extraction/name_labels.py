"""Whether a word stands in the label of a line or of an item of a list. Imports the lines and the text.

A dateline and a heading are labels, in which a capital says nothing; an item names its party behind its mark.
"""

import re

from casefile.extraction.name_lines import is_opening
from casefile.extraction.small_words import AND
from casefile.extraction.text import Article
from casefile.values import Span

_LABEL_END = re.compile(
    r"\s?(?:\([^()\n]{1,24}\)|,\s(?:[^\W\d_]+|\d{1,2}\.?\s\w{3,10}\.?(?:\s\d{4})?))?\s?[—–:]|\.?\s?-\s|\s?\||\.\s\S"
)
_AGENCY_END = re.compile(r"\)\s?(?:[—–]|[.\s]-)")
_ITEM_START = re.compile(r"\s*(?:[•●▪■◦‣∙·*–—➔➤►▶✓✔-]|\(?\d{1,2}[.)]|[①-⑳❶-➓])\s{0,3}")
_ITEM_SUM = re.compile(
    r"\s?(?:\([^()\n]{1,32}\)\s?)?(?:,\s[^,:;|\d()\n]{2,60}?\s?)?(?:[:–—|]|(?:-|\()(?=[\s$€£¥₹\dA-Z]))\s{0,2}"
    r"[^.;\n]{0,24}?(?:[$€£¥₹]|\d[\d.,’'\s]*\d|\d\s?[mM])"
)
"""At most a bracket or an office, a mark, and a sum: " (Bern): ", ", finance director – "."""
_LABEL_BEFORE, _LABEL_STOP = re.compile(r"[^/|.:\n]{2,32}\s?[/|]\s?"), re.compile(r"\s?[.:–—]\s")
_FIRST_OF_TWO = re.compile(rf"[A-ZÀ-Þ][\w’'.-]{{1,24}}(?:\s[\w’'.-]{{1,24}}){{0,4}}\s(?:{AND}|&)\s")
_MASTHEAD = 200
LABELLED, ENTRY = 24, 80


def is_label(article: Article, span: Span) -> bool:
    """Whether it opens a paragraph as a dateline or a heading does: "LONDON —", "Lyon (Ansa) -"."""
    paragraph = article.paragraph_of(span)
    if has_item(article.text, paragraph, span) or _is_in_item_label(article, paragraph, span):
        return False
    if span.start - paragraph.start < 2 * LABELLED and article.text[span.start - 1 : span.start] == "(":
        return _AGENCY_END.match(article.text, span.end, paragraph.end) is not None
    head = article.text[paragraph.start : min(span.end, paragraph.start + 2 * LABELLED)]
    if len(head) < 2 * LABELLED and head.isupper() and len(span.of(article.text)) > 3:
        return True
    opens = is_opening(article.text, span.start) or _opens_heading(article, paragraph, span)
    if span.start - paragraph.start > LABELLED or not opens:
        return False
    return _LABEL_END.match(article.text, span.end, paragraph.end) is not None


def _is_in_item_label(article: Article, line: Span, span: Span) -> bool:
    """Whether it ends the label of an item, behind the land or the body: "1. OREGON / KESTREL PAY. The"."""
    start = _ITEM_START.match(article.text, line.start, span.start)
    if start is None or span.end - line.start > ENTRY:
        return False
    return _LABEL_BEFORE.fullmatch(article.text, start.end(), span.start) is not None and (
        _LABEL_STOP.match(article.text, span.end, line.end) is not None
    )


def _opens_heading(article: Article, line: Span, span: Span) -> bool:
    """Whether it is the only word before the colon of a numbered heading: "➋ Pralines : on fouille"."""
    short = line.end - line.start < ENTRY and " " not in span.of(article.text)
    return short and opens_item(article, span)


def is_entry(article: Article, span: Span) -> bool:
    """Whether a short line ends in the name behind a mark: "4. CONSOB / Vivai Romagnoli"."""
    line = article.paragraph_of(span)
    marked = article.text[max(line.start, span.start - 2) : span.start].strip() in ("/", "|", ":")
    masthead = line.start < _MASTHEAD and article.text[span.start - 2] == "|"
    return marked and not masthead and span.end == line.end and line.end - line.start < ENTRY


def ends_item_name(article: Article, span: Span) -> bool:
    """Whether a country ends the name of an item: "- Medigalia France : 3 000 euros"."""
    line = article.paragraph_of(span)
    head = _ITEM_START.match(article.text, line.start, span.start)
    if head is None or span.start - head.end() > LABELLED:
        return False
    name = article.text[head.end() : span.start].split()
    named = 0 < len(name) < 4 and all(word[0].isupper() for word in name)
    return named and _ITEM_SUM.match(article.text, span.end, line.end) is not None


def whole_item_name(article: Article, span: Span) -> Span:
    """The name that opens an item with its sum, where the span ends it: "– Cinca y Alcanadre, S.L.: 6 M€"."""
    line = article.paragraph_of(span)
    head = _ITEM_START.match(article.text, line.start, span.start)
    if head is None or _ITEM_SUM.match(article.text, span.end, line.end) is None:
        return span
    joined = _FIRST_OF_TWO.fullmatch(article.text, head.end(), span.start)
    return Span(head.end(), span.end) if joined is not None else span


def opens_item(article: Article, span: Span) -> bool:
    """Whether the span is the first of an item of a list, behind its mark or number."""
    line = article.paragraph_of(span)
    return _ITEM_START.fullmatch(article.text, line.start, span.start) is not None


def has_item(text: str, line: Span, span: Span) -> bool:
    """Whether the span opens an item of a list and its sum follows: "• Kestrel: £3m"."""
    return (
        _ITEM_START.fullmatch(text, line.start, span.start) is not None
        and _ITEM_SUM.match(text, span.end, line.end) is not None
    )
