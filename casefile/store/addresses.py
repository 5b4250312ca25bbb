"""Web addresses compared: what names the same page in another way has the same key. Pure."""

import re
from urllib.parse import parse_qsl, unquote, urlencode, urlsplit

_TRACKING = re.compile(
    r"utm_\w+|fbclid|gclid|dclid|gbraid|wbraid|msclkid|yclid|twclid|ttclid|igshid|mc_[ce]id|mkt_tok|_ga|_gl"
    r"|_hs(?:enc|mi)|ocid|ito|cmpid|cmp|ns_\w+|at_\w+|wt[._]\w+|ref(?:errer|_src|_url)|smid|smtyp|partner"
    r"|share|shared|sharetype|xtor|spm|guccounter|guce_\w+|trk|sr_share|feature|amp|outputtype|print",
    re.IGNORECASE,
)
"""Parameters that say where a reader came from or how the page is shown, not which page it is."""
_MOBILE = re.compile(r"^(?:www\d?|m|mobile|amp|touch)\.(?=[^.]+\.)")
_AMP_PATH = re.compile(r"^/amp(?=/.)|(?:/amp|\.amp)$|\.amp(?=\.html?$)", re.IGNORECASE)
_AMP_CACHE = re.compile(r"^/(?:amp/)?(?:[cv]/)?(?:s/)?(?=[^/]+\.[^/]+/)")
_AMP_HOSTS = re.compile(r"(?:^|\.)(?:cdn\.ampproject\.org|google\.[a-z.]+)$")
_INDEX = re.compile(r"/(?:index|default)\.(?:html?|php|aspx?|jsp)$", re.IGNORECASE)
_PORTS = {"http": 80, "https": 443}


def address_key(url: str) -> str:
    """The address without what may differ for one page, as ``host/path?query``.

    Without the scheme, ``www.``, mobile and AMP variants, tracking parameters, fragment and trailing slash;
    parameters are sorted. "" for what is no web address, and for the front page of a site: that names no
    article, and a page that gives it as its own address only hides which one it is.
    """
    try:
        parts = urlsplit(url.strip())
        port = parts.port
    except ValueError:
        return ""
    if parts.scheme.lower() not in _PORTS or not parts.hostname:
        return ""
    host, path = _unwrapped(parts.hostname.lower().rstrip("."), unquote(parts.path))
    query = _query(parts.query)
    path = _AMP_PATH.sub("", _INDEX.sub("", path.rstrip("/"))).rstrip("/")
    if not path and not query:
        return ""
    if port not in (None, _PORTS[parts.scheme.lower()]):
        host = f"{host}:{port}"
    return host + path + (f"?{query}" if query else "")


def _unwrapped(host: str, path: str) -> tuple[str, str]:
    """The publisher's own host and path where an AMP cache serves its page."""
    if _AMP_HOSTS.search(host):
        inner = _AMP_CACHE.sub("", path, count=1)
        if inner != path and (host.endswith("ampproject.org") or path.startswith("/amp/")):
            host, _, path = inner.partition("/")
            path = f"/{path}"
    return _MOBILE.sub("", host.lower()), path


def _query(query: str) -> str:
    kept = [
        (name, value)
        for name, value in parse_qsl(query, keep_blank_values=True)
        if not _TRACKING.fullmatch(name)
    ]
    return urlencode(sorted(kept))
