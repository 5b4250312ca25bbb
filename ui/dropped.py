"""What was dropped or pasted: files, or the page, text, picture or links that came along.

What browsers give was read off Chromium and Firefox (tests/data/reading/clipboard). Firefox tells no more of
a page's address than its host. On Windows the address stands in the header of CF_HTML. On macOS Qt hands the
browsers' own formats on under no name, so that a selection comes without its address there. Imports nothing
of ours.
"""

import re
from dataclasses import dataclass
from pathlib import Path
from typing import cast

from PySide6.QtCore import QBuffer, QIODevice, QMimeData
from PySide6.QtGui import QImage

from casefile.translation import N_, tr

_WEB = ("http", "https")
_MAIL_SCHEMES = ("mailbox", "mailbox-message", "imap", "imap-message", "news", "message")
_MAIL_FORMATS = (
    "text/x-moz-message",
    "FileGroupDescriptorW",
    "FileGroupDescriptor",
    "RenPrivateMessages",
)
_PICTURE_FORMATS = (
    ("image/png", "png"), ("image/jpeg", "jpg"), ("image/gif", "gif"), ("image/webp", "webp"),
)  # fmt: skip
_PICTURE_STARTS = ((b"\x89PNG", "png"), (b"\xff\xd8\xff", "jpg"), (b"GIF8", "gif"))
_TITLE_LIMIT = 150
_WINDOWS = 'application/x-qt-windows-mime;value="{}"'
_TAG = re.compile(r"<(?:!--.*?--|(?:style|script|head)\b.*?</(?:style|script|head)|[^>]*)>", re.DOTALL | re.I)
_CF_HTML = re.compile(
    rb"Version:\s*[\d.]+\s+(?:(?:Start|End)[A-Za-z]+:\s*-?\d+\s+)+(?:SourceURL:[^\r\n]*\s+)?"
)

NOTHING = N_("There is nothing to import: copy a page, a text, a picture or files first.")
MAIL = N_(
    "A mail program does not hand a mail over this way. Save the mail there as a file (EML or MSG), or drag "
    "it to a folder first, and drop that file here."
)


@dataclass(frozen=True)
class Snippet:
    """A piece of a page, a text, a picture or a link, as bytes, with a name for its source."""

    content: bytes
    name: str
    url: str = ""
    """The page that it was taken from, "" where the other program does not say."""


def dropped_files(mime: QMimeData) -> list[Path]:
    """The files on this machine among what was dropped."""
    return [Path(url.toLocalFile()) for url in mime.urls() if url.isLocalFile()]


def dropped_snippets(mime: QMimeData) -> list[Snippet]:
    """The picture, the links, the page or the text that was dropped; empty where there is none of it.

    A page goes before its text since it knows its headings; it goes before a picture of it, too, as
    spreadsheets give one along. Several links are several snippets.
    """
    page, address = _page(mime)
    has_words = bool(_words(page))
    links = _links(mime)
    picture = None if has_words and not links else _picture(mime, address or next(iter(links), ""))
    if picture is not None:
        return [picture]
    if links:
        return [_shortcut(link, _title(mime, link, page)) for link in links]
    if has_words:
        return [Snippet(page, tr("Pasted page.html"), address)]
    if mime.hasText() and mime.text().strip() and not mime.hasUrls():
        return [Snippet(mime.text().encode("utf-8", "replace"), tr("Pasted text.txt"), address)]
    return []


def why_nothing(mime: QMimeData) -> str:
    """What to do where neither files nor a snippet were dropped."""
    from_mail = any(_data(mime, name) or mime.hasFormat(name) for name in _MAIL_FORMATS)
    return MAIL if from_mail or any(url.scheme() in _MAIL_SCHEMES for url in mime.urls()) else NOTHING


def takes(mime: QMimeData) -> bool:
    """Whether a drop would be of any use; a mail is taken too, to say how it can be imported."""
    known = mime.hasUrls() or mime.hasHtml() or mime.hasText() or mime.hasImage()
    return known or why_nothing(mime) == MAIL


def _data(mime: QMimeData, name: str) -> bytes:
    """The bytes of a format, under its own name or Qt's for Windows; empty where it is missing."""
    for format_name in (name, _WINDOWS.format(name)):
        if mime.hasFormat(format_name):
            return cast("bytes", mime.data(format_name).data())
    return b""


def _page(mime: QMimeData) -> tuple[bytes, str]:
    """The page's bytes as they were given, for the reader to decode, and its address."""
    address = _text(_data(mime, "chromium/x-source-url")) or _text(_data(mime, "text/x-moz-url-priv"))
    page, header = _without_header(_data(mime, "text/html"))
    if not header:
        _, header = _without_header(_data(mime, "HTML Format"))
    source = re.search(rb"SourceURL:([^\r\n]*)", header)
    if source and not address:
        address = _text(source.group(1))
    return page, address if address.partition(":")[0].lower() in _WEB else ""


def _without_header(content: bytes) -> tuple[bytes, bytes]:
    """The page behind the header of Windows' CF_HTML, and that header; "" where it has none."""
    header = _CF_HTML.match(content)
    return (content[header.end() :], header.group()) if header else (content, b"")


def _text(content: bytes) -> str:
    """Characters of a browser's own format: UTF-16 in Firefox, UTF-8 in Chromium."""
    wide = b"\0" in content[:2] or content[:2] in (b"\xff\xfe", b"\xfe\xff")
    codec = "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-16-le" if wide else "utf-8"
    return content.decode(codec, "replace").strip("\0 \r\n")


def _words(page: bytes) -> str:
    """What a person sees of the page, roughly: enough to tell whether there is anything."""
    wide = page[:2] in (b"\xff\xfe", b"\xfe\xff") or page[1:2] == b"\0"
    text = page.decode("utf-16" if wide else "utf-8", "replace")
    return " ".join(_TAG.sub(" ", text).replace("&nbsp;", " ").strip("\ufeff\0 \n").split())


def _links(mime: QMimeData) -> list[str]:
    """The addresses of pages among what was dropped, each once."""
    found = (url.toEncoded().data() for url in mime.urls() if url.scheme().lower() in _WEB)
    return list(dict.fromkeys(cast("bytes", address).decode("ascii", "replace") for address in found))


def _title(mime: QMimeData, link: str, page: bytes) -> str:
    """The link's title: as the browser states it, else the words that it stood behind; "" for neither."""
    for name in ("text/x-moz-url", "_NETSCAPE_URL"):
        address, _, title = _text(_data(mime, name)).partition("\n")
        if address.strip() == link and title.strip() not in ("", link):
            return title.strip()
    words = _words(page)
    return "" if words == link or len(mime.urls()) > 1 else words


def _shortcut(link: str, title: str) -> Snippet:
    """The link as a shortcut file, named by its title."""
    name = f"{' '.join(title.split())[:_TITLE_LIMIT]}.url" if title else tr("Link")
    return Snippet(f"[InternetShortcut]\nURL={link}\n".encode(), name)


def _picture(mime: QMimeData, address: str) -> Snippet | None:
    """The picture, in the bytes that the other program gives, else as PNG; None where there is none."""
    for name, ending in _PICTURE_FORMATS:
        content = _data(mime, name)
        if content:
            return Snippet(content, tr("Pasted picture.{ending}").format(ending=ending), address)
    content = _data(mime, "application/octet-stream")  # a picture dragged out of Chromium
    for start, ending in _PICTURE_STARTS:
        if content.startswith(start):
            return Snippet(content, tr("Pasted picture.{ending}").format(ending=ending), address)
    image = mime.imageData() if mime.hasImage() else None
    return _as_png(image, address) if isinstance(image, QImage) and not image.isNull() else None


def _as_png(image: QImage, address: str) -> Snippet:
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")  # type: ignore[call-overload]  # the stub knows bytes only
    return Snippet(cast("bytes", buffer.data().data()), tr("Pasted picture.png"), address)
