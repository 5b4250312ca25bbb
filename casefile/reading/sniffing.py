"""What a file is, told from its content: its name may lie. Imports only the reading model and errors."""

import re

from casefile.reading.errors import NotTextError, UnsupportedTypeError
from casefile.reading.model import MediaType

_HEAD_LENGTH = 4096
_TOLERATED_NOISE = 3

# Leading bytes: the PRONOM registry of the National Archives, and each format's own specification.
_SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"%PDF-", "a PDF"),
    (b"\x89PNG\r\n\x1a\n", "a PNG image"),
    (b"\xff\xd8\xff", "a JPEG image"),
    (b"GIF87a", "a GIF image"),
    (b"GIF89a", "a GIF image"),
    (b"II*\x00", "a TIFF image"),
    (b"MM\x00*", "a TIFF image"),
    (b"{\\rtf", "an RTF document"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "an older Office document or Outlook message"),
    (b"bplist00", "a Safari web archive or property list"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"7z\xbc\xaf\x27\x1c", "a 7z archive"),
    (b"Rar!\x1a\x07", "a RAR archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ\x00", "an xz archive"),
    (b"SQLite format 3\x00", "an SQLite database"),
    (b"\x7fELF", "a program"),
    (b"MZ\x90\x00", "a program"),
)
_ZIP = b"PK\x03\x04"
_ZIP_KINDS: tuple[tuple[bytes, str], ...] = (
    (b"word/", "a Word document (DOCX)"),
    (b"xl/", "an Excel workbook (XLSX)"),
    (b"ppt/", "a PowerPoint presentation (PPTX)"),
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file (ODT)"),
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
)
_IMAGE_BRANDS = (b"heic", b"heix", b"avif", b"mif1")

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")
_MARKUP = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|span|a|blockquote)\b",
    re.IGNORECASE,
)
_MARKUP_LATER = re.compile(r"<(?:html|body|article)\b[^>]{0,500}>|<!doctype\s+html", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|li|h[1-6]|span|a|em|strong)>", re.IGNORECASE)
_CLOSINGS_OF_A_FRAGMENT = 3
_MAIL = re.compile(r"(?:[A-Za-z-]{2,40}:[^\n]*\n(?:[ \t][^\n]*\n){0,20}){2,60}\s*\n")
_MAIL_HEADER = re.compile(r"^(?:MIME-Version|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE)
_SNAPSHOT_HEADER = re.compile(
    r"^(?:Snapshot-Content-Location:|From: <Saved by)", re.IGNORECASE | re.MULTILINE
)


def refuse_binary(content: bytes, name: str) -> None:
    """Raise :class:`UnsupportedTypeError` for a known binary format."""
    head = content[:_HEAD_LENGTH]
    for signature, kind in _SIGNATURES:
        if head.startswith(signature):
            raise UnsupportedTypeError(name, kind)
    if head.startswith(_ZIP):
        kinds = (kind for mark, kind in _ZIP_KINDS if mark in head)
        raise UnsupportedTypeError(name, next(kinds, "a ZIP archive"))
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        raise UnsupportedTypeError(name, "a WebP image")
    if head[4:8] == b"ftyp":
        image = head[8:12] in _IMAGE_BRANDS
        raise UnsupportedTypeError(name, "an image (HEIC or AVIF)" if image else "a video or sound file")


def tell_media_type(text: str, name: str) -> MediaType:
    """HTML or plain text; :class:`UnsupportedTypeError` for mail, saved archives and SVG.

    :class:`NotTextError` where more than one character in fifty is a control character or undecodable.
    """
    head = text[:_HEAD_LENGTH].lstrip("\ufeff")
    _refuse_text_formats(head, name)
    if _is_markup(text):
        return MediaType.HTML
    noise = sum(1 for char in head if char == "\ufffd" or (char < " " and char not in "\t\n\r\f\x0b"))
    if noise > _TOLERATED_NOISE + len(head) // 50:
        raise NotTextError(name)
    return MediaType.PLAIN


def _is_markup(text: str) -> bool:
    start = _after_comments(text)
    head = text[start : start + _HEAD_LENGTH]
    if _MARKUP.match(head) or _MARKUP_LATER.search(head):
        return True
    return len(_CLOSING.findall(head)) >= _CLOSINGS_OF_A_FRAGMENT


def _after_comments(text: str) -> int:
    """Where the text goes on after an XML declaration and leading comments."""
    declaration = _DECLARATION.match(text)
    start = declaration.end() if declaration else 0
    while text[start : start + 100].lstrip().startswith("<!--"):
        end = text.find("-->", start)
        if end < 0:
            break
        start = end + 3
    return start


def _refuse_text_formats(head: str, name: str) -> None:
    plain = head.replace("\r\n", "\n")
    if _MAIL.match(plain) and _MAIL_HEADER.search(plain):
        kind = "a saved web archive (MHTML)" if _SNAPSHOT_HEADER.search(plain) else "an e-mail message"
        raise UnsupportedTypeError(name, kind)
    start = plain.lstrip()[:400].lower()
    if start.startswith("<svg") or (start.startswith("<?xml") and "<svg" in start):
        raise UnsupportedTypeError(name, "an SVG image")
    if start.startswith("%!ps"):
        raise UnsupportedTypeError(name, "a PostScript document")
