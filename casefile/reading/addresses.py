"""Addresses of pages: which are one, and whose they are. Imports nothing of ours."""

import re
from urllib.parse import urlsplit

ADDRESS_LIMIT = 2083
"""Characters of an address; what is longer is data, not a place."""
_SPACE_OR_CONTROL = re.compile(r"[\s\x00-\x1f\x7f<>\"]")


def is_web_address(url: str) -> bool:
    """Whether the text is nothing but the http or https address of a page with a host."""
    return (
        len(url) <= ADDRESS_LIMIT
        and url[:8].lower().startswith(("http://", "https://"))
        and not _SPACE_OR_CONTROL.search(url)
        and host_of(url) != ""
    )


def host_of(url: str) -> str:
    """The address's host without ``www.``, "" where it has none with a dot."""
    try:
        host = urlsplit(url).hostname or ""
    except ValueError:
        return ""
    return host.removeprefix("www.") if "." in host else ""
