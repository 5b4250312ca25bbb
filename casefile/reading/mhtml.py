"""Web archives in MHTML (RFC 2557), as Chromium, Edge and Internet Explorer save pages. Imports reading only.

The root part is read as the page. Its pictures and style sheets, and pages in frames, are no files of their
own and not read.
"""

from dataclasses import replace
from email.message import Message

from casefile.metadata import Found
from casefile.reading.addresses import is_web_address
from casefile.reading.errors import NoArticleError
from casefile.reading.html import READER as PAGE_READER
from casefile.reading.html import read_html, with_address_found
from casefile.reading.mail_headers import header, parameter, parse_message, part_text, stated_utc
from casefile.reading.model import MediaType, ReadDocument, Reading
from casefile.reading.readers import RawFile

READER = f"mhtml/1+{PAGE_READER}"
PART_LIMIT = 20_000
"""Parts that are looked through for the page."""
_PAGE_TYPES = ("text/html", "application/xhtml+xml")


def read_mhtml_file(raw: RawFile) -> Reading:
    """The page in a web archive, its address and the time of its capture."""
    message = parse_message(raw.content, raw.name)
    root = _root(message)
    if root is None:
        raise NoArticleError(raw.name)
    address = header(message, "Snapshot-Content-Location") or header(root, "Content-Location")
    address = address if is_web_address(address) else ""
    document = read_html(part_text(root), raw.name, address=address)
    document = with_address_found(document, address, "the archive's Snapshot-Content-Location")
    return Reading(_described(document, message))


def _described(document: ReadDocument, message: Message) -> ReadDocument:
    """The document as one of an archive; a page without a title has that of the Subject."""
    metadata, subject = document.metadata, header(message, "Subject")
    if subject and not metadata.title:
        found = (*metadata.found, Found("title", "the archive's Subject"))
        metadata = replace(metadata, title=subject, found=found)
    return replace(
        document,
        metadata=metadata,
        media_type=MediaType.MHTML,
        reader=READER,
        captured=stated_utc(header(message, "Date")),
    )


def _root(message: Message) -> Message | None:
    """The part that the archive is about: named by ``start`` (RFC 2387), else the first page."""
    start = parameter(message, "content-type", "start")
    pages = []
    for _, part in zip(range(PART_LIMIT), message.walk(), strict=False):
        if part.get_content_type() in _PAGE_TYPES:
            if not start or header(part, "Content-ID").lower() == start:
                return part
            pages.append(part)
    return next(iter(pages), None)
