"""A brief's PDF as a reader program sees it: the text of its pages and the file that it carries."""

from contextlib import suppress
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import pypdfium2

from casefile.briefs.embedded import FILE_NAME, MAX_BYTES, NotABriefError

MAX_PAGES = 20_000
_LONGEST_RUNNING = 40
"""How many signs beyond the words of a paragraph may be alike by chance where a page ends in it."""


@dataclass(frozen=True)
class PrintedBrief:
    """The pages' text, and the embedded file."""

    pages: tuple[str, ...]
    embedded: bytes

    def says(self, words: str) -> bool:
        """Whether the words stand on the pages, however lines and pages break them."""
        sought = _unbroken(words)
        return bool(sought) and (sought in self._text or self._goes_over_a_page(sought))

    @cached_property
    def _unbroken_pages(self) -> tuple[str, ...]:
        return tuple(_unbroken(page) for page in self.pages)

    @cached_property
    def _text(self) -> str:
        return "".join(self._unbroken_pages)

    def _goes_over_a_page(self, words: str) -> bool:
        """Between two parts of a paragraph stand the running lines of the page."""
        return any(self._begins_on(place, words) for place in range(len(self.pages) - 1))

    def _begins_on(self, place: int, words: str) -> bool:
        page = self._unbroken_pages[place]
        longest = _longest_start(words, page)
        for length in range(longest, max(0, longest - _LONGEST_RUNNING), -1):
            rest = words[length:]
            if place + 1 < len(self.pages) and (
                rest in self._unbroken_pages[place + 1] or self._begins_on(place + 1, rest)
            ):
                return True
        return False


def read_brief(path: Path) -> PrintedBrief:
    """Reads the PDF; raises :class:`casefile.briefs.embedded.NotABriefError`, or ``OSError`` of the disk."""
    return parse_brief(path.read_bytes())


def parse_brief(content: bytes) -> PrintedBrief:
    """The PDF in memory; raises :class:`casefile.briefs.embedded.NotABriefError`."""
    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        raise NotABriefError("it is no PDF, or it needs a password") from error
    try:
        if len(document) > MAX_PAGES:
            raise NotABriefError(f"it has more than {MAX_PAGES:,} pages")
        embedded = _embedded(document)
        pages = tuple(page.get_textpage().get_text_bounded() for page in document)
    except pypdfium2.PdfiumError as error:
        raise NotABriefError("the PDF is damaged") from error
    finally:
        document.close()
    return PrintedBrief(pages, embedded)


def _embedded(document: pypdfium2.PdfDocument) -> bytes:
    for place in range(document.count_attachments()):
        attachment = document.get_attachment(place)
        if attachment.get_name() == FILE_NAME:
            with suppress(pypdfium2.PdfiumError):
                content = bytes(attachment.get_data())
                if len(content) <= MAX_BYTES:
                    return content
    raise NotABriefError(f"it carries no {FILE_NAME}")


def _longest_start(words: str, page: str) -> int:
    """How many of the words' first signs stand together on the page."""
    low, high = 0, len(words)
    while low < high:
        middle = (low + high + 1) // 2
        if words[:middle] in page:
            low = middle
        else:
            high = middle - 1
    return low


def _unbroken(text: str) -> str:
    """Without white space and hyphens, which PDFium turns into other signs at the end of a line."""
    return "".join(
        character for character in text if not character.isspace() and character not in "-\x02\ufffe\u00ad"
    )
