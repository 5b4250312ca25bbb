"""A brief's PDF as a reader program sees it: the text of its pages and the file that it carries."""

import re
from collections import Counter
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

import pypdfium2

from casefile.briefs.counting import Marks, occurrences
from casefile.briefs.embedded import FILE_NAME, MAX_BYTES, EmbeddedBrief, NotABriefError
from casefile.briefs.pdf.words import page_words
from casefile.briefs.wording import phrasing

MAX_PAGES = 100_000
_PARTED = "\x01"
_BETWEEN_NUMBERS = re.compile(r"(?<=[0-9.,])[\u200b-\u200f\u2060]*\s[\s\u200b-\u200f\u2060]*(?=[0-9])")
_SET = re.compile(r"[\s\-\x02\ufffe\u00ad\u200b-\u200f\u2060]+")


@dataclass(frozen=True)
class PrintedBrief:
    """The pages' text, and what the embedded file says of it."""

    pages: tuple[str, ...]
    embedded: EmbeddedBrief
    feet: tuple[str, ...] = ()
    """What stands below the text of each page: notes that go on from page to page."""

    @property
    def running(self) -> tuple[str, ...]:
        """What the lines at the head and the foot of the pages say."""
        return self.embedded.marking, self.embedded.title, self.embedded.foot

    def count(self, words: Iterable[str], marks: Marks) -> Counter[str]:
        """How often each of the words, :func:`unbroken`, stands on the pages, however these break them.

        The pages are one text, without the lines that run over every page; all feet are another. ``marks``
        are the numbers of notes that stand after a word.
        """
        text = "\0".join(self._joined(parts) for parts in (self.pages, self.feet))
        return occurrences(text, words, marks)

    def _joined(self, parts: tuple[str, ...]) -> str:
        running = [unbroken(line) for line in self.running]
        put = phrasing(self.embedded.language)
        joined = "\n".join(
            _without(unbroken(part), [*running, unbroken(page_words(number, len(parts), put))])
            for number, part in enumerate(parts, start=1)
        )
        return unbroken(joined)


def _without(page: str, running: list[str]) -> str:
    """The page without running lines at its beginning and its end."""
    left = [line for line in running if line]
    while found := next((line for line in left if _cut(page, line) != page), ""):
        left.remove(found)
        page = _cut(page, found).strip(_PARTED)
    return page


def _cut(page: str, line: str) -> str:
    """The page without the line, which may have been shortened for want of room."""
    if page.startswith(line):
        return page[len(line) :]
    kept, mark, rest = page[: len(line)].partition("…")
    if mark and kept and line.startswith(kept):
        return rest + page[len(line) :]
    return page.removesuffix(line)


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
        brief = EmbeddedBrief.parse(embedded)
        pages, feet = _parted(document, brief.feet)
    except pypdfium2.PdfiumError as error:
        raise NotABriefError("the PDF is damaged") from error
    finally:
        document.close()
    return PrintedBrief(pages, brief, feet)


def _parted(
    document: pypdfium2.PdfDocument, heights: tuple[float, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """The text of each page above and below the height that is named for it."""
    if len(heights) != len(document):
        return tuple(page.get_textpage().get_text_bounded() for page in document), ()
    above, below = [], []
    for page, height in zip(document, heights, strict=True):
        text = page.get_textpage()
        above.append(text.get_text_bounded(bottom=height))
        below.append(text.get_text_bounded(top=height) if height else "")
    return tuple(above), tuple(below)


def _embedded(document: pypdfium2.PdfDocument) -> bytes:
    for place in range(document.count_attachments()):
        attachment = document.get_attachment(place)
        if attachment.get_name() == FILE_NAME:
            with suppress(pypdfium2.PdfiumError):
                content = bytes(attachment.get_data())
                if len(content) <= MAX_BYTES:
                    return content
    raise NotABriefError(f"it carries no {FILE_NAME}")


def unbroken(text: str) -> str:
    """The text without what depends on how it is set.

    That is white space, hyphens, which PDFium turns into other signs at the end of a line, and signs without
    width, which a page has more of where something runs from right to left. White space that parts two
    numbers stays as one sign.
    """
    return _SET.sub("", _BETWEEN_NUMBERS.sub(_PARTED, text))
