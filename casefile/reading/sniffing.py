"""What a file is, told from its content: its name may lie. Imports reading only."""

import re

from casefile.reading.delimited import find_delimiter, is_list_name
from casefile.reading.errors import NotTextError, UnsupportedTypeError
from casefile.reading.model import MediaType
from casefile.reading.office_files import office_zip
from casefile.reading.shortcuts import is_shortcut

_HEAD_LENGTH = 4096
_TOLERATED_NOISE = 3

# Leading bytes: the PRONOM registry of the National Archives, and each format's own specification.
_READABLE: tuple[tuple[bytes, MediaType], ...] = (
    (b"%PDF-", MediaType.PDF),
    (b"\x89PNG\r\n\x1a\n", MediaType.PNG),
    (b"\xff\xd8\xff", MediaType.JPEG),
    (b"GIF87a", MediaType.GIF),
    (b"GIF89a", MediaType.GIF),
    (b"II*\x00", MediaType.TIFF),
    (b"MM\x00*", MediaType.TIFF),
    (b"{\\rtf", MediaType.RTF),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", MediaType.OUTLOOK),
    (b"bplist00", MediaType.WEB_ARCHIVE),
)
_FOREIGN: tuple[tuple[bytes, str], ...] = (
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
_EMPTY_ZIP = b"PK\x05\x06"
_ZIP_READABLE: tuple[tuple[bytes, MediaType], ...] = (
    (b"mimetypeapplication/vnd.oasis.opendocument.text", MediaType.ODT),
)
_ZIP_FOREIGN: tuple[tuple[bytes, str], ...] = (
    (b"mimetypeapplication/vnd.oasis.opendocument", "an OpenDocument file that holds no text"),
    (b"mimetypeapplication/epub+zip", "an e-book (EPUB)"),
)
_BITMAP_HEADS = tuple(length.to_bytes(4, "little") for length in (12, 40, 52, 56, 64, 108, 124))
_HEIF_BRANDS = (b"heic", b"heix", b"avif", b"mif1")

_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}>")
_MARKUP = re.compile(
    r"\s*<(?:!doctype\s+html|html|head|body|title|meta|article|main|section|div|p|h[1-6]|table|span|a|blockquote)\b",
    re.IGNORECASE,
)
_MARKUP_LATER = re.compile(r"<(?:html|body|article)\b[^>]{0,500}>|<!doctype\s+html", re.IGNORECASE)
_CLOSING = re.compile(r"</(?:p|div|li|h[1-6]|span|a|em|strong)>", re.IGNORECASE)
_CLOSINGS_OF_A_FRAGMENT = 3
_MAIL_HEAD_LENGTH = 64 * 1024
"""Signatures and the way that a mail has taken fill many times what other formats need to be told."""
_MAIL = re.compile(r"(?:From [^\n]*\n)?(?:[!-9;-~]{2,80}:[^\n]*\n(?:[ \t][^\n]*\n){0,300}){2,400}\s*\n")
_MAIL_HEADER = re.compile(
    r"^(?:MIME-Version|Received|Message-ID|Return-Path):|^Date:\s(?:\w{3},\s+)?\d{1,2}\s\w{3}\s\d{4}\s\d\d:\d\d",
    re.IGNORECASE | re.MULTILINE,
)
_SNAPSHOT_HEADER = re.compile(
    r"^(?:Snapshot-Content-Location:|From: [\"<]Saved by)", re.IGNORECASE | re.MULTILINE
)
_RELATED = re.compile(r"^Content-Type:\s*multipart/related\b", re.IGNORECASE | re.MULTILINE)
_SENT = re.compile(r"^(?:From|To|Received|Message-ID|Return-Path):", re.IGNORECASE | re.MULTILINE)
_BIBTEX_COMMENTS = re.compile(r"^%[^\n]*\n", re.MULTILINE)
_BIBTEX = re.compile(r"@[a-z]{3,20}\s*[{(]\s*(?:\"|[^\s,{}\"#%]{1,200}\s*[,=])", re.IGNORECASE)
_CSL_START = re.compile(r"(?:\[\s*)?\{\s*\"")
# The types of CSL 1.0.2 that a source of ours may have; nobody else's JSON calls its types so.
_CSL_TYPE = re.compile(
    r"\"type\"\s*:\s*\"(?:article(?:-journal|-magazine|-newspaper)?|bill|book|broadcast|chapter|classic|collection"
    r"|dataset|document|entry(?:-dictionary|-encyclopedia)?|event|hearing|interview|legal_case|legislation"
    r"|manuscript|pamphlet|paper-conference|patent|periodical|personal_communication|post(?:-weblog)?|regulation"
    r"|report|review(?:-book)?|speech|standard|thesis|treaty|webpage)\""
)


def binary_type(content: bytes, name: str) -> MediaType | None:
    """What the bytes are, None where they may be text; :class:`UnsupportedTypeError` for what is not read."""
    head = content[:_HEAD_LENGTH]
    for signature, kind in _READABLE:
        if head.startswith(signature):
            return kind
    for signature, what in _FOREIGN:
        if head.startswith(signature):
            raise UnsupportedTypeError(name, what)
    if head.startswith((_ZIP, _EMPTY_ZIP)):
        return office_zip(content, name) or _zip_type(head, name)
    return _picture_type(head, name)


def _picture_type(head: bytes, name: str) -> MediaType | None:
    """The kind of a picture that no leading bytes alone tell."""
    if head[:2] == b"BM" and head[6:10] == bytes(4) and head[14:18] in _BITMAP_HEADS:
        return MediaType.BMP
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return MediaType.WEBP
    if head[4:8] == b"ftyp":
        if head[8:12] in _HEIF_BRANDS:
            return MediaType.HEIF
        raise UnsupportedTypeError(name, "a video or sound file")
    return None


def _zip_type(head: bytes, name: str) -> MediaType:
    for mark, kind in _ZIP_READABLE:
        if mark in head:
            return kind
    for mark, what in _ZIP_FOREIGN:
        if mark in head:
            raise UnsupportedTypeError(name, what)
    return MediaType.ZIP


def text_type(text: str, name: str) -> MediaType:
    """What a text is; :class:`UnsupportedTypeError` for SVG and PostScript.

    :class:`NotTextError` where more than one character in fifty is a control character or undecodable.
    """
    head = text[:_HEAD_LENGTH].lstrip("\ufeff")
    _refuse_drawings(head, name)
    kind = _mail_type(text)
    if kind is not None:
        return kind
    reference = _reference_type(head)
    if reference is not None:
        return reference
    if is_shortcut(text):
        return MediaType.SHORTCUT
    if "<plist" in head[:1000] and "WebMainResource" in head:
        return MediaType.WEB_ARCHIVE
    # Cells may hold markup: a page begins with it.
    named_list = is_list_name(name) and not head.lstrip().startswith("<")
    if named_list and not _noisy(head) and find_delimiter(text, name):
        return MediaType.CSV
    if _is_markup(text):
        return MediaType.HTML
    if _noisy(head):
        raise NotTextError(name)
    return MediaType.CSV if find_delimiter(text, name) else MediaType.PLAIN


def _noisy(head: str) -> bool:
    noise = sum(1 for char in head if char == "\ufffd" or (char < " " and char not in "\t\n\r\f\x0b"))
    return noise > _TOLERATED_NOISE + len(head) // 50


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


def _mail_type(text: str) -> MediaType | None:
    plain = text[:_MAIL_HEAD_LENGTH].lstrip("\ufeff\n\r").replace("\r\n", "\n")
    found = _MAIL.match(plain)
    headers = found.group() if found else ""
    if not _MAIL_HEADER.search(headers):
        return None
    related = _RELATED.search(headers) and not _SENT.search(headers)
    return MediaType.MHTML if related or _SNAPSHOT_HEADER.search(headers) else MediaType.MAIL


def _reference_type(head: str) -> MediaType | None:
    """The format of a list of references, told by how its first entry begins."""
    start = head.lstrip()
    if start.startswith("TY  - "):
        return MediaType.RIS
    if start.startswith(("@", "%")) and _BIBTEX.match(_BIBTEX_COMMENTS.sub("", start).lstrip()):
        return MediaType.BIBTEX
    return MediaType.CSL if _CSL_START.match(start) and _CSL_TYPE.search(start) else None


def _refuse_drawings(head: str, name: str) -> None:
    start = head.lstrip()[:400].lower()
    if start.startswith("<svg") or (start.startswith("<?xml") and "<svg" in start):
        raise UnsupportedTypeError(name, "an SVG image")
    if start.startswith("%!ps"):
        raise UnsupportedTypeError(name, "a PostScript document")
