"""What a reader gives back. Imports only values and metadata."""

from dataclasses import dataclass
from enum import StrEnum

from casefile.metadata import SourceMetadata
from casefile.values import Span


class MediaType(StrEnum):
    """What a file is, told from its content; the value is the IANA media type."""

    HTML = "text/html"
    PLAIN = "text/plain"


class BlockKind(StrEnum):
    """What a stretch of the text was on the page."""

    PARAGRAPH = "paragraph"
    HEADING = "heading"
    LIST_ENTRY = "list-entry"
    QUOTATION = "quotation"
    TABLE_ROW = "table-row"


@dataclass(frozen=True)
class Block:
    """One block of the text: its span without the white space around it, and what it was on the page."""

    span: Span
    kind: BlockKind


@dataclass(frozen=True)
class ReadDocument:
    """The text of one file with what is known of its publication.

    ``text`` is NFC with plain newlines, without control characters but newline and tab, and is never blank.
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
