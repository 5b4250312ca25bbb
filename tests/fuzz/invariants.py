"""What holds of everything that a reader gives back, whatever the file was.

Each function raises :class:`BrokenPromiseError` with a sentence that says what does not hold.
"""

import unicodedata
from dataclasses import fields
from datetime import timedelta

from casefile.metadata import SourceMetadata
from casefile.reading import ReadDocument, Reading, ReadingError
from casefile.structure import Page

_FORBIDDEN_CATEGORIES = frozenset({"Cc", "Cs"})
_FORBIDDEN = frozenset("\u00ad\u200b\u2028\u2029\ufeff\ufffe\uffff") | {
    chr(code)
    for first, last in ((0x202A, 0x202E), (0x2066, 0x2069), (0xFDD0, 0xFDEF))
    for code in range(first, last + 1)
}
"""Hyphens and spaces that nobody sees, other line ends, what turns the direction, noncharacters."""
_FIELDS = frozenset(field.name for field in fields(SourceMetadata)) - {"found"}


class BrokenPromiseError(AssertionError):
    """A reader gave back what no reader may give back."""


def check_reading(reading: Reading) -> None:
    """Everything below, for a file that was read."""
    _hold(reading.document or reading.parts or reading.notes, "nothing was read and nothing was said")
    for note in reading.notes:
        _check_sentence(note)
    for part in reading.parts:
        _check_line(part.name, "the name of a part")
        _hold(part.name and not part.name.startswith("."), f"a part is called {part.name!r}")
        _hold(not set(part.name) & set("/\\"), f"a part is called {part.name!r}")
    if reading.document is not None:
        check_document(reading.document)


def check_document(document: ReadDocument) -> None:
    """Clean text, blocks and pages that lie in it, a description that can be shown."""
    _check_clean(document.text, "\n\t", "the text")
    _hold(document.text or document.notes, "there is no text and nothing is said of that")
    _check_structure(document)
    _check_pages(document.pages, len(document.text))
    _check_metadata(document.metadata)
    for note in document.notes:
        _check_sentence(note)
    _hold(document.reader, "the reader has no name")
    if document.captured is not None:
        _hold(document.captured.utcoffset() == timedelta(), f"captured at {document.captured}, not in UTC")


def check_refusal(error: ReadingError) -> None:
    """One sentence that says what happened, one that says what to do."""
    _check_sentence(error.what)
    _check_sentence(error.advice)


def _check_structure(document: ReadDocument) -> None:
    end = 0
    for block in document.structure:
        words = block.span.of(document.text)
        _hold(end <= block.span.start, f"the block at {block.span} overlaps or comes before the last one")
        _hold(block.span.end <= len(document.text), f"the block at {block.span} leaves the text")
        _hold(words == words.strip() != "", f"the block at {block.span} has white space around it")
        end = block.span.end


def _check_pages(pages: tuple[Page, ...], length: int) -> None:
    end = 0
    for page in pages:
        _hold(page.number >= 1, f"a page has the number {page.number}")
        _hold(end <= page.span.start, f"page {page.number} overlaps or comes before the last one")
        _hold(page.span.end <= length, f"page {page.number} leaves the text")
        end = page.span.end


def _check_metadata(metadata: SourceMetadata) -> None:
    lines = {
        "title": metadata.title, "outlet": metadata.outlet, "url": metadata.url, "licence": metadata.licence,
        "language": metadata.language,
    }  # fmt: skip
    for name, line in lines.items():
        # An address is kept as it is: in another form of Unicode it is another one.
        _check_line(unicodedata.normalize("NFC", line) if name == "url" else line, name)
    for author in metadata.authors:
        _check_line(author, "an author")
        _hold(author, "an author has no name")
    language = metadata.language
    _hold(not language or (len(language) == 2 and language.isascii() and language.islower()),
          f"{language!r} is no code of ISO 639-1")  # fmt: skip
    named = [entry.field for entry in metadata.found]
    _hold(len(named) == len(set(named)), f"a field was found twice: {named}")
    _hold(_FIELDS.issuperset(named), f"a field was found that is none: {named}")
    for entry in metadata.found:
        _check_line(entry.where, "where a field was found")
        _hold(getattr(metadata, entry.field), f"{entry.field} was found but has no value")


def _check_sentence(text: str) -> None:
    _check_line(text, "a sentence")
    _hold(text.endswith((".", ".”")), f"a sentence does not end: {text!r}")


def _check_line(text: str, what: str) -> None:
    _check_clean(text, "", what)
    _hold(text == text.strip(), f"{what} has white space around it: {text!r:.80}")


def _check_clean(text: str, allowed: str, what: str) -> None:
    _hold(unicodedata.is_normalized("NFC", text), f"{what} is not in NFC")
    for char in set(text):
        forbidden = char in _FORBIDDEN or unicodedata.category(char) in _FORBIDDEN_CATEGORIES
        _hold(char in allowed or not forbidden, f"{what} has U+{ord(char):04X}")


def _hold(condition: object, otherwise: str) -> None:
    if not condition:
        raise BrokenPromiseError(otherwise)
