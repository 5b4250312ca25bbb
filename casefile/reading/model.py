"""What a reader gives back. Imports only metadata and structure."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from casefile.metadata import SourceMetadata
from casefile.structure import Block, BlockKind, Page
from casefile.values import Span

__all__ = ["Block", "BlockKind", "MediaType", "Page", "Part", "Piece", "ReadDocument", "Reading"]


class MediaType(StrEnum):
    """What a file is, told from its content; the value is the media type, IANA's where there is one."""

    HTML = "text/html"
    PLAIN = "text/plain"
    MARKDOWN = "text/markdown"
    MHTML = "multipart/related"
    WEB_ARCHIVE = "application/x-webarchive"
    PDF = "application/pdf"
    DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    ODT = "application/vnd.oasis.opendocument.text"
    RTF = "application/rtf"
    MAIL = "message/rfc822"
    OUTLOOK = "application/vnd.ms-outlook"
    ZIP = "application/zip"
    SHORTCUT = "application/x-mswinurl"
    """A file or a line that only points to a page, of whatever system."""
    CSV = "text/csv"
    XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
    RIS = "application/x-research-info-systems"
    BIBTEX = "application/x-bibtex"
    CSL = "application/vnd.citationstyles.csl+json"
    PNG = "image/png"
    JPEG = "image/jpeg"
    GIF = "image/gif"
    WEBP = "image/webp"
    TIFF = "image/tiff"
    BMP = "image/bmp"
    HEIF = "image/heif"


Piece = tuple[str, BlockKind]
"""A block on its way into the text: its own text, cleaned and not blank, and what it was on the page."""
_NO_SENTENCES = frozenset({BlockKind.CAPTION, BlockKind.ASIDE})


@dataclass(frozen=True)
class ReadDocument:
    """The text of one file with what is known of its publication.

    ``text`` is NFC with plain newlines, without control characters but newline and tab. It is blank only
    where the file has no text to be had (a scan, a picture, a reference): ``notes`` say so.
    """

    text: str
    metadata: SourceMetadata
    media_type: MediaType
    reader: str
    """Name and version of the rules that made the text: ``html/1``. Another version may make another text."""
    notes: tuple[str, ...] = ()
    """Sentences for the person: what was guessed or could not be kept."""
    structure: tuple[Block, ...] = ()
    """The blocks in reading order; they do not overlap. Empty where there are too many to be an article."""
    pages: tuple[Page, ...] = ()
    """The pages of a paged document in the order of the text; one whose footnotes stand at the end of the
    text comes again with them."""
    captured: datetime | None = None
    """When the page was saved, in UTC, where the file itself says so."""

    @property
    def passed_over(self) -> tuple[Span, ...]:
        """The stretches that are no sentences of the text, in reading order."""
        return tuple(block.span for block in self.structure if block.kind in _NO_SENTENCES)


@dataclass(frozen=True)
class Part:
    """A file within a file: a mail's attachment, a ZIP's member, an entry of a list of references."""

    name: str
    """Without folders; safe to show, not to write to."""
    content: bytes = field(repr=False)


@dataclass(frozen=True)
class Reading:
    """What one file holds: a document, parts that are files of their own, or both as a mail has."""

    document: ReadDocument | None
    parts: tuple[Part, ...] = ()
    notes: tuple[str, ...] = ()
    """Sentences for the receipt of a file without a document: which parts were left out and why."""
