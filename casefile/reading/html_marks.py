"""What a page's markup says that a box is: furniture, beside the article, hidden. Imports nothing of ours.

Only the words of ``class`` and ``id`` and the element's own name are read, as sites of many makers use them.
"""

import re
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_FURNITURE_TAGS = frozenset({"nav", "footer", "aside", "form", "button", "dialog", "menu", "figcaption"})
_WORDS = (
    "ads?",
    "advert\\w*",
    "sponsor\\w*",
    "promo\\w*",
    "teasers?",
    "outbrain",
    "taboola",
    "about-?(?:the-?)?author",
    "author-?(?:bio|box|info)",
    "bio",
    "byline",
    "banner",
    "breadcrumbs?",
    "footer",
    "login",
    "menu",
    "nav",
    "navbar",
    "navigation",
    "pager",
    "pagination",
    "skip-?link",
    "tags?",
    "tag-?list",
    "toc",
    "table-?of-?contents",
    "caption",
    "wp-caption-text",
    "carousel",
    "gallery",
    "slider",
    "slideshow",
    "comments?",
    "comment-?list",
    "disqus",
    "respond",
    "rating",
    "cookies?",
    "consent",
    "copyright",
    "disclaimer",
    "gdpr",
    "modal",
    "overlay",
    "popup",
    "more-?(?:on|from|stories|news)",
    "most-?read",
    "popular",
    "pull-?quote",
    "read-?(?:more|also|next)",
    "recirc\\w*",
    "recommend\\w*",
    "related\\w*",
    "see-?also",
    "trending",
    "newsletter\\w*",
    "share",
    "sharedaddy",
    "sharing",
    "sign-?up",
    "social\\w*",
    "subscri\\w+",
    "sidebar",
    "widget",
    "no-?print",
    "screen-?reader\\S*",
    "sr-only",
    "visually-?hidden",
)
_BOX = re.compile(rf"(?:^|[\s_-])(?:{'|'.join(_WORDS)})(?:$|[\s_-])", re.IGNORECASE)
_HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LONGEST = 300
"""Characters of an attribute that are read."""


def is_box(element: "_Element") -> bool:
    """Whether the element is furniture, hidden, or a box beside the article, by its tag or its own marks."""
    if element.tag in _FURNITURE_TAGS or is_hidden(element):
        return True
    marks = f"{element.get('class') or ''} {element.get('id') or ''}"
    return len(marks) > 1 and _names_a_box(marks[:_LONGEST])


def is_hidden(element: "_Element") -> bool:
    """Whether the page does not show the element."""
    if element.get("hidden") is not None or element.get("aria-hidden") == "true":
        return True
    style = element.get("style")
    return bool(style) and _HIDDEN.search(style[:_LONGEST]) is not None


@lru_cache(maxsize=2048)
def _names_a_box(marks: str) -> bool:
    return _BOX.search(marks) is not None
