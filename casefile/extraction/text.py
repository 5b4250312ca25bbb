"""The text under extraction: its paragraphs and sentences as spans. Imports only values and metadata."""

import re
from bisect import bisect_right
from dataclasses import dataclass
from functools import cached_property

from casefile.metadata import SourceMetadata
from casefile.values import PartialDate, Span

_LINE = re.compile(r"[^\n]*\S[^\n]*")
_SENTENCE_END = re.compile(r"[.!?…]+[\"'”’»“)\]]*\s+(?=[\"'“‘«„(\[]*[^\W\d_a-zß-ÿ]|[\"'“‘«„(\[]*\d)")
_ABBREVIATION = re.compile(
    r"(?:\b(?:[A-Z]|Mr|Mrs|Ms|Dr|Prof|St|Sr|Jr|Inc|Co|Corp|Ltd|No|Nr|Art|Abs|lit|vs|v|al|ca|bzw|Mio|Mrd|"
    r"Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Sra|Dra|Dott|Avv|Mme|U\.S|U\.K|S\.A|i\.V\.m)|\b\d{1,2})\.\s+$"
)


@dataclass(frozen=True)
class Article:
    """A text with what is known of its publication; the spans below are made once, in reading order."""

    text: str
    metadata: SourceMetadata

    @property
    def language(self) -> str:
        """ISO 639-1, "en" where the metadata does not say."""
        return self.metadata.language or "en"

    @property
    def published(self) -> PartialDate | None:
        """The publication date that relative dates count from."""
        return self.metadata.published

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines with something in them, without the white space around it."""
        spans = []
        for match in _LINE.finditer(self.text):
            line = match.group()
            start = match.start() + len(line) - len(line.lstrip())
            spans.append(Span(start, match.start() + len(line.rstrip())))
        return tuple(spans)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; none runs over the end of a paragraph."""
        return tuple(span for paragraph in self.paragraphs for span in _split(self.text, paragraph))

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which the span starts."""
        return _enclosing(self.sentences, span)

    def paragraph_of(self, span: Span) -> Span:
        """The paragraph in which the span starts."""
        return _enclosing(self.paragraphs, span)


def _enclosing(spans: tuple[Span, ...], span: Span) -> Span:
    index = bisect_right(spans, span.start, key=lambda each: each.start) - 1
    return spans[index] if index >= 0 and span.start < spans[index].end else span


def _split(text: str, paragraph: Span) -> list[Span]:
    spans, start = [], paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        if _ABBREVIATION.search(text, max(start, match.end() - 16), match.end()):
            continue
        spans.append(Span(start, match.start() + len(match.group().rstrip())))
        start = match.end()
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans
