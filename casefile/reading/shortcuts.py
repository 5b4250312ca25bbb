"""What only points to a page: shortcuts of every system, a lone link, a list of links. Imports reading only.

Nothing is fetched: a shortcut is kept as a source without text, to be filled from the saved page.
"""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from casefile.metadata import Found, SourceMetadata
from casefile.reading.addresses import host_of, is_web_address
from casefile.reading.cleaning import one_line
from casefile.reading.errors import NoAddressError
from casefile.reading.model import MediaType, Part, ReadDocument, Reading
from casefile.reading.part_names import part_name
from casefile.reading.readers import RawFile
from casefile.terms import SourceKind

READER = "shortcut/1"
LINK_LIMIT = 1000
"""Links of a list that become sources."""
NOTE = "Nothing was fetched: open the page and save it, then import the saved page."
_SECTION = re.compile(r"\[([^\[\]]{1,80})\]\s*")
_ENTRY = re.compile(r"(URL|Name|Type)\s*=\s*(.*)")
_SECTIONS = ("InternetShortcut", "Desktop Entry")
_SHORTCUT_ENDINGS = (".url", ".webloc", ".desktop", ".website")


def read_shortcut_file(raw: RawFile) -> Reading:
    """The address that the file points to, or each address of a list; :class:`NoAddressError` for others."""
    text = raw.decoded.text
    if "<plist" in text[:1000]:
        from casefile.reading.web_archive import read_property_list

        return read_property_list(raw)
    links = list_of_links(text)
    if len(links) > 1:
        return _list_reading(links)
    if links:
        return Reading(shortcut_to(links[0], ""))
    entries = _entries(text)
    if entries.get("Type", "Link") != "Link":
        raise NoAddressError(raw.name)
    return Reading(shortcut_to(entries.get("URL", ""), raw.name, entries.get("Name", "")))


def shortcut_to(url: str, name: str, title: str = "") -> ReadDocument:
    """The page at the address as a document without text; its title is the one given, else the name's.

    :class:`NoAddressError` where it is no address of a page.
    """
    url = url.strip()
    if not is_web_address(url):
        raise NoAddressError(name or url)
    stem = name.rpartition(".")[0] if name.lower().endswith(_SHORTCUT_ENDINGS) else ""
    found = [Found("url", "the shortcut"), Found("outlet", "the address", guessed=True)]
    if title or stem:
        found.append(Found("title", "the shortcut" if title else "file name", guessed=not title))
    metadata = SourceMetadata(
        title=one_line(title or stem) or _readable(url),
        outlet=host_of(url),
        url=url,
        kind=SourceKind.OTHER,
        found=tuple(found),
    )
    return ReadDocument("", metadata, MediaType.SHORTCUT, READER, (NOTE,))


def list_of_links(text: str) -> list[str]:
    """The links of a text that holds nothing else, each on its line; empty for every other text.

    Lines that begin with # are comments, as in ``text/uri-list`` (RFC 2483, 5).
    """
    lines = [line.strip() for line in text.lstrip("\ufeff").splitlines()]
    links = [line for line in lines if line and not line.startswith("#")]
    return list(dict.fromkeys(links)) if all(is_web_address(link) for link in links) else []


def is_shortcut(text: str) -> bool:
    """Whether the text is a shortcut file, a property list with an address, or nothing but links."""
    head = text[:4096].lstrip("\ufeff \t\r\n")
    if head.startswith(("<?xml", "<!DOCTYPE plist", "<plist")):
        return "<plist" in head and "<key>URL</key>" in head
    if head.startswith("["):
        return any(f"[{section}]" in head for section in _SECTIONS)
    return head.startswith(("http", "HTTP", "#")) and bool(list_of_links(text))


def _list_reading(links: list[str]) -> Reading:
    left_out = len(links) - LINK_LIMIT
    parts = tuple(
        Part(part_name(_readable(link).replace("/", " "), "link") + ".txt", link.encode())
        for link in links[:LINK_LIMIT]
    )
    notes = (f"{left_out} more links were left out: import the rest as a list of its own.",)
    return Reading(None, parts, notes if left_out > 0 else ())


def _readable(url: str) -> str:
    """The address without what only machines need: host and path."""
    parts = urlsplit(url)
    return one_line(f"{parts.hostname or ''}{parts.path}").rstrip("/").removeprefix("www.")


def _entries(text: str) -> dict[str, str]:
    """The first values of the shortcut's own section."""
    found: dict[str, str] = {}
    for key, value in _lines_of_section(text):
        found.setdefault(key, value)
    return found


def _lines_of_section(text: str) -> Iterator[tuple[str, str]]:
    inside = False
    for line in text.lstrip("\ufeff").splitlines():
        section = _SECTION.fullmatch(line.strip())
        if section:
            inside = section.group(1) in _SECTIONS
        entry = _ENTRY.match(line.strip())
        if inside and entry:
            yield entry.group(1), entry.group(2).strip()
