"""Addresses of pages: which are one, and whose they are. Imports metadata only."""

import re
from dataclasses import replace
from unicodedata import normalize
from urllib.parse import urlsplit, urlunsplit

from casefile.metadata import Found, SourceMetadata

ADDRESS_LIMIT = 2083
"""Characters of an address; what is longer is data, not a place."""
_NOT_IN_ADDRESSES = re.compile(r"[\s<>\"]")

_TRACKING = re.compile(
    r"^(?:utm_\w+|at_\w+|mtm_\w+|pk_\w+|hsa_\w+|fbclid|gclid|gclsrc|dclid|gbraid|wbraid|msclkid|yclid|igshid|"
    r"twclid|ttclid|mc_cid|mc_eid|mkt_tok|_hsenc|_hsmi|vero_id|oly_enc_id|oly_anon_id|wickedid|s_cid|ncid|"
    r"cmpid|ocid|wt_mc|wtmc|xtor|smid|ref_src|ref_url|__twitter_impression|guccounter|guce_\w+|"
    r"spm|share_id|sharetype|taid|trk|trkcampaign)$",
    re.IGNORECASE,
)


def is_web_address(url: str) -> bool:
    """Whether the text is nothing but the http or https address of a page with a host."""
    return (
        len(url) <= ADDRESS_LIMIT
        and url[:8].lower().startswith(("http://", "https://"))
        and url.isprintable()
        and not _NOT_IN_ADDRESSES.search(url)
        and host_of(url) != ""
    )


def host_of(url: str) -> str:
    """The address's host in NFC without ``www.``, "" where it has none with a dot."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return normalize("NFC", host).removeprefix("www.") if "." in host else ""


def clean_address(url: str) -> str:
    """The address without what only follows the reader and without fragment; "" for no address of a page."""
    url = url.strip()
    if not is_web_address(url):
        return ""
    parts = urlsplit(url)
    kept = [pair for pair in parts.query.split("&") if pair and not _TRACKING.match(pair.partition("=")[0])]
    return urlunsplit((parts.scheme.lower(), parts.netloc, parts.path, "&".join(kept), ""))


def path_depth(url: str) -> int:
    """How many parts the path has: 0 for a site's front page."""
    return sum(1 for part in urlsplit(url).path.split("/") if part)


def with_address(known: SourceMetadata, url: str, where: str) -> SourceMetadata:
    """The description with an address that is known from elsewhere, where it has none of its own.

    The address's host is the outlet where none is known. An address that is a host and nothing else only says
    whose page it is: that is all that Firefox gives along.
    """
    if known.url or not is_web_address(url):
        return known
    found = []
    parts = urlsplit(url)
    if parts.path.strip("/") or parts.query:
        found.append(Found("url", where))
        known = replace(known, url=url)
    if not known.outlet:
        found.append(Found("outlet", "the address", guessed=True))
        known = replace(known, outlet=host_of(url))
    return replace(known, found=(*known.found, *found))
