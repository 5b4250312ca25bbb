"""Safari's web archives, and what else comes as a property list of Apple's. Imports reading only."""

import plistlib
from dataclasses import replace
from typing import Any

from casefile.reading.addresses import is_web_address
from casefile.reading.errors import DamagedFileError, NoArticleError, UnsupportedTypeError
from casefile.reading.html import READER as PAGE_READER
from casefile.reading.html import read_html, with_address_found
from casefile.reading.mail_headers import decoded
from casefile.reading.model import MediaType, Reading
from casefile.reading.readers import RawFile
from casefile.reading.shortcuts import shortcut_to

READER = f"webarchive/1+{PAGE_READER}"
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_property_list(raw: RawFile) -> Reading:
    """The page of a web archive or the address of a shortcut.

    :class:`UnsupportedTypeError` for a property list that is neither.
    """
    content = parse_property_list(raw.content, raw.name)
    if isinstance(content, dict) and isinstance(content.get("WebMainResource"), dict):
        return _archived_page(content["WebMainResource"], raw)
    if isinstance(content, dict) and isinstance(content.get("URL"), str):
        return Reading(shortcut_to(content["URL"], raw.name))
    raise UnsupportedTypeError(raw.name, "a property list that is neither a web archive nor a shortcut")


def parse_property_list(content: bytes, name: str) -> object:
    """What the property list holds; :class:`DamagedFileError` where it cannot be read.

    Declarations of entities are refused by the parser; an element that holds itself is no harm, since nothing
    walks through it.
    """
    from xml.parsers.expat import ExpatError

    try:
        return plistlib.loads(content)
    except (
        ValueError,  # plistlib.InvalidFileException among them
        LookupError,
        TypeError,
        AttributeError,
        OverflowError,
        RecursionError,
        MemoryError,  # a length that was made up
        ExpatError,
    ) as error:
        raise DamagedFileError(name, "a property list") from error


def _archived_page(resource: dict[str, Any], raw: RawFile) -> Reading:
    data = resource.get("WebResourceData")
    address = str(resource.get("WebResourceURL", ""))
    kind = str(resource.get("WebResourceMIMEType", "text/html"))
    if not isinstance(data, bytes) or kind not in _PAGE_TYPES:
        raise NoArticleError(raw.name)
    address = address if is_web_address(address) else ""
    markup = decoded(data, str(resource.get("WebResourceTextEncodingName", "")))
    document = read_html(markup, raw.name, address=address)
    document = with_address_found(document, address, "the archive's WebResourceURL")
    return Reading(replace(document, media_type=MediaType.WEB_ARCHIVE, reader=READER))
