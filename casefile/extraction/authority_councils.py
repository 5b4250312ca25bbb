"""Local councils that prosecute: "Marlow District Council, which brought the case".

Imports the bodies' places. A council is fined as often as it prosecutes, so that one counts as an authority
only where the text says what it did: it prosecuted, served a notice, or its officers inspected.
"""

import re
from collections.abc import Iterator

from casefile import registry
from casefile.extraction.authority_places import country_counts
from casefile.extraction.text import Article
from casefile.values import Span

_LANDS = ("GB", "IE", "AU", "NZ")
"""Countries whose councils take offenders to court."""
_PART = r"[A-Z][\w’'-]{1,24}"
_NAME = re.compile(
    rf"(?<![\w’'-])(?!(?:The|And|But|A)\s)(?:{_PART}(?:\s(?:and|&|of|upon|on)\s(?={_PART}))?\s){{1,4}}Council(?![\w-]|\s(?:of|for|on)\s)"
)
_DONE_BY = re.compile(
    r"(?:prosecuted|brought|investigated|fined|served|issued|taken\sto\scourt)(?:\s(?:to|before)\s(?:the\s)?court)?\sby\s(?:the\s)?$"
    r"|(?:awarded|costs)\sto\s(?:the\s)?$"
)
_DOES = re.compile(
    r",?\s(?:(?:which|who|has|had|have|then|also|later|successfully)\s){0,3}"
    r"(?:prosecuted|brought\s(?:the|a|its)\s(?:case|prosecution|charges?)|took\s[^.;]{3,60}\sto\scourt"
    r"|(?:served|issued)\s[^.;]{0,40}\snotice|fined|revoked|ordered)(?!\w)"
    r"|(?:[’']s)?\s(?:environmental\shealth|trading\sstandards|licensing|planning\senforcement|enforcement|food(?:\s[a-z]{4,9})?)\s"
    r"(?:officers?|inspectors?|team|department)(?!\w)"
)
_REACH = 48


def find_councils(article: Article) -> Iterator[tuple[Span, registry.Authority]]:
    """Every mention of the councils that act in the article, in reading order.

    None outside English, nor where neither the lands of such councils nor pounds are told of.
    """
    text = article.text
    if article.language != "en" or "Council" not in text:
        return
    counts = country_counts(text)
    land = max(_LANDS, key=lambda code: counts[code])
    if counts[land] == 0 and "£" not in text:
        return
    found = [Span(*match.span()) for match in _NAME.finditer(text)]
    acting = {
        " ".join(span.of(text).split())
        for span in found
        if _DOES.match(text, span.end) or _DONE_BY.search(text, max(0, span.start - _REACH), span.start)
    }
    for span in found:
        name = " ".join(span.of(text).split())
        if name in acting:
            yield span, _council(name, land)


def _council(name: str, land: str) -> registry.Authority:
    return registry.Authority.unlisted(name, land, "other")
