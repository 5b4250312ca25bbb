"""The article that a page describes in JSON-LD (schema.org Article and its kinds). Imports cleaning."""

import html
import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from casefile.reading.cleaning import one_line

_ARTICLE_TYPES = (
    "Article",
    "NewsArticle",
    "ReportageNewsArticle",
    "AnalysisNewsArticle",
    "OpinionNewsArticle",
    "BlogPosting",
    "LiveBlogPosting",
    "PressRelease",
    "Report",
    "TechArticle",
    "ScholarlyArticle",
)
_DEEPEST = 12
_MOST_NODES = 5000
_LONGEST_TEXT = 200_000
_TAG = re.compile(r"<[^<>]{1,200}>")


@dataclass(frozen=True)
class Article:
    """What the page states of its article; "" and () for what it does not."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    published: str = ""
    publisher: str = ""
    url: str = ""
    modified: str = ""
    licence: str = ""
    text: str = field(default="", repr=False)
    """The whole text, its paragraphs on lines of their own."""


def article_of(blocks: tuple[str, ...]) -> Article:
    """The first article among the blocks, an empty one where there is none; broken JSON is skipped."""
    nodes = [node for block in blocks for node in _nodes(_parsed(block))]
    articles = [node for node in nodes if _is_article(node)]
    by_id = {node["@id"]: node for node in nodes if isinstance(node.get("@id"), str) and len(node) > 1}
    if not articles:
        return Article()
    node = articles[0]
    return Article(
        headline=_text(node.get("headline")) or _text(node.get("name")),
        authors=tuple(_names(node.get("author"), by_id)),
        published=_text(node.get("datePublished")) or _text(node.get("dateCreated")),
        publisher=next(iter(_names(node.get("publisher"), by_id)), ""),
        url=_text(node.get("url")) or _address(node.get("mainEntityOfPage")),
        modified=_text(node.get("dateModified")),
        licence=_text(node.get("license")) or _text(node.get("copyrightNotice")),
        text=_lines(node.get("articleBody")),
    )


def _parsed(block: str) -> object:
    try:
        return json.loads(block, strict=False)
    except (ValueError, RecursionError):
        return None


def _nodes(value: object) -> Iterator[dict[str, object]]:
    """Every object in the JSON, outer ones first."""
    level = [value]
    seen = 0
    for _ in range(_DEEPEST):
        inner: list[object] = []
        for entry in level:
            seen += 1
            if seen > _MOST_NODES:
                return
            if isinstance(entry, dict):
                yield entry
                inner.extend(entry.values())
            elif isinstance(entry, list):
                inner.extend(entry)
        level = inner


def _is_article(node: dict[str, object]) -> bool:
    types = node.get("@type")
    return any(kind in _ARTICLE_TYPES for kind in (types if isinstance(types, list) else [types]))


def _names(value: object, by_id: dict[object, dict[str, object]]) -> Iterator[str]:
    for entry in value if isinstance(value, list) else [value]:
        if isinstance(entry, dict):
            named = entry if "name" in entry else by_id.get(_hashable(entry.get("@id")), entry)
            yield from (name for name in _names(named.get("name"), {}) if name)
        elif isinstance(entry, str) and not entry.startswith(("http://", "https://")):
            yield _text(entry)


def _address(value: object) -> str:
    return _text(value.get("@id") or value.get("url")) if isinstance(value, dict) else _text(value)


def _lines(value: object) -> str:
    """A text of several lines; markup in it, as some sites leave it, falls away."""
    if not isinstance(value, str):
        return ""
    text = html.unescape(_TAG.sub("\n", value[:_LONGEST_TEXT]))
    return "\n".join(line for line in map(one_line, text.split("\n")) if line)


def _hashable(value: object) -> str:
    return value if isinstance(value, str) else ""


def _text(value: object) -> str:
    return one_line(html.unescape(value)) if isinstance(value, str) else ""
