"""What a publication says about its own text: corrected, retracted, satire or somebody's opinion.

Labels count in the head of the text (above its first long paragraph) and, of a correction, at its foot; words
that others are quoted with do not count. Imports the article's text, the lexicon and the proposals' shapes.
"""

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from urllib.parse import urlsplit

from casefile.extraction.lexicon import SHARED, lexicon
from casefile.extraction.notice_words import (
    bracket_pattern,
    by_pattern,
    fold,
    kicker_pattern,
    kicker_stems,
    label_pattern,
    motto_pattern,
    said_pattern,
    said_words,
    tool_pattern,
)
from casefile.extraction.phrases import distinct_words
from casefile.extraction.text import Article
from casefile.proposals import WarningProposal
from casefile.terms import SourceKind, WarningKind
from casefile.values import Span

_HEAD, _FOOT = 12, 8
_LONG = 250
"""Characters; a paragraph that long is no heading, standfirst or byline."""
_HEADING = 160
_NEAR = 40
_ROW = 3
_MENU = 4
"""So many lines of one or two words after one another are a menu."""
_PATH = re.compile(r"\s*[›»→]\s*|\s+[>/]\s+")
_FLAT = re.compile(r"\s+[|·•–—-]\s+|\s{3,}|:\s+|(?<=\w{4})\.\s+")
_OPINIONATED = (SourceKind.PRESS, SourceKind.OTHER)
"""Of a court and of an authority an opinion is a document of its own."""

_CORRECTED = (
    "The publication says that it has corrected this text; check what you took from an earlier version."
)
_RETRACTED = "The publication says that it has retracted this text; do not rely on what it says."
_SATIRE = "The publication calls this text satire; no actions are proposed from it."
_OPINION = "The publication marks this text as opinion; keep the author’s view apart from what happened."


@dataclass(frozen=True)
class Notices:
    """The warnings in reading order, and whether the text calls itself satire."""

    warnings: tuple[WarningProposal, ...] = ()
    satire: bool = False


def find_notices(article: Article, quoted: Sequence[Span] = ()) -> Notices:
    """What the publication says about the text; ``quoted`` are the quotations in reading order.

    One warning for each paragraph that corrects, at most one for a retraction, one for satire or opinion.
    """
    text = _Noticed(article, quoted)
    satire = next(text.satire(), None)
    opinion = None if satire else next(text.opinion(), None)
    found = [WarningProposal(WarningKind.CORRECTION_NOTICE, span, _CORRECTED) for span in text.corrections()]
    found += [WarningProposal(WarningKind.RETRACTED, span, _RETRACTED) for span in text.retraction()][:1]
    if satire or opinion:
        message = _SATIRE if satire else _OPINION
        found.append(WarningProposal(WarningKind.SATIRE_OR_OPINION, satire or opinion or text.title, message))
    return Notices(tuple(sorted(found, key=lambda warning: warning.span)), satire is not None)


class _Noticed:
    """One article under search."""

    def __init__(self, article: Article, quoted: Sequence[Span]) -> None:
        self._article, self._quoted = article, quoted
        self._language, self._folded = article.language, fold(article.text)
        self._words = distinct_words(article.text)
        paragraphs = article.paragraphs
        first = next(
            (at for at, each in enumerate(paragraphs) if each.end - each.start > _LONG), len(paragraphs)
        )
        self._head = paragraphs[: min(first, _HEAD)]
        self._edges = tuple(dict.fromkeys((*paragraphs[: len(self._head) + 1], *paragraphs[-_FOOT:])))
        menu = _menus(article.text, self._head)
        self._headings = tuple(each for each in self._head if each not in menu)

    @property
    def title(self) -> Span:
        """The title where the text has it, else the first paragraph."""
        title = self._article.metadata.title
        start = self._article.text.find(title) if title else -1
        return Span(start, start + len(title)) if start >= 0 else self._article.paragraphs[0]

    def corrections(self) -> Iterator[Span]:
        """The sentences that correct, one for each paragraph; a label alone goes before its paragraph."""
        whole = Span(0, max(1, len(self._folded)))
        found = dict.fromkeys(self._said("corrections", "texts", (whole,)))
        found |= dict.fromkeys(self._said_at_edges("edge_corrections", "texts"))
        found |= dict.fromkeys(self._labelled("correction_labels", self._edges))
        paragraphs: set[Span] = set()
        for span in sorted(found):
            paragraph = self._article.paragraph_of(span)
            if paragraph not in paragraphs and self._above(paragraph) not in paragraphs & set(found):
                yield span
            paragraphs.add(paragraph)

    def retraction(self) -> Iterator[Span]:
        yield from self._said_at_edges("retractions", "withdrawn_texts")
        yield from self._labelled("retraction_labels", self._headings)

    def satire(self) -> Iterator[Span]:
        yield from self._kickers("satire_labels")
        yield from self._mottoes()
        yield from self._said_at_edges("satires", "texts", starting=True)
        if self._is_at("satire_paths") or self._is_of_satirists():
            yield self.title

    def opinion(self) -> Iterator[Span]:
        if self._article.metadata.kind in _OPINIONATED:
            yield from self._kickers("opinion_labels")
            yield from self._said_at_edges("opinions", "texts", starting=True)
            if self._is_at("opinion_paths"):
                yield self.title

    def _said(
        self, key: str, texts: str, stretches: Iterable[Span], *, starting: bool = False
    ) -> Iterator[Span]:
        """The sentences with a phrase of the list, outside quotations; ``starting``: near their start."""
        if said_words(self._language, key, texts).isdisjoint(self._words):
            return
        pattern = said_pattern(self._language, key, texts)
        for stretch in stretches:
            for match in pattern.finditer(self._folded, stretch.start, stretch.end):
                sentence = self._article.sentence_of(Span(match.start(), match.end()))
                late = starting and match.start() - sentence.start > _NEAR
                if not (late or self._is_quoted(match.start())):
                    yield sentence

    def _said_at_edges(self, key: str, texts: str, *, starting: bool = False) -> Iterator[Span]:
        return self._said(key, texts, self._edges, starting=starting)

    def _labelled(self, key: str, paragraphs: Iterable[Span]) -> Iterator[Span]:
        pattern = label_pattern(self._language, key)
        for paragraph in paragraphs:
            if pattern.match(self._folded, paragraph.start, paragraph.end):
                yield self._article.sentence_of(paragraph)

    def _kickers(self, key: str) -> Iterator[Span]:
        """The headings of the text with a label of the list; the title that the source states, last."""
        for heading in self._headings:
            if self._is_labelled(key, self._folded[heading.start : heading.end]):
                yield heading
        if self._is_labelled(key, fold(self._article.metadata.title).strip()):
            yield self.title

    def _mottoes(self) -> Iterator[Span]:
        """The headings shorter than another that begin with a label of satire: "Satire, sport and stamps"."""
        longest = max((heading.end - heading.start for heading in self._headings), default=0)
        pattern = motto_pattern(self._language, "satire_labels")
        for heading in self._headings:
            if heading.end - heading.start < longest and pattern.match(
                self._folded, heading.start, heading.end
            ):
                yield heading

    def _is_labelled(self, key: str, heading: str) -> bool:
        if len(heading) > _HEADING or not kicker_stems(self._language, key).search(heading):
            return False
        pattern = kicker_pattern(self._language, key)
        steps = _PATH.split(heading)
        if len(steps) > 1 and pattern.match(steps[-1]):
            return True
        parts = [part for part in _FLAT.split(heading) if part.strip()]
        if any(tool_pattern(self._language).match(part) for part in parts):
            return False
        telling = [
            part for part in parts if not by_pattern(self._language).match(part) and not _has_digit(part)
        ]
        labelled = any(pattern.match(part) for part in parts)
        return (labelled and len(telling) < _ROW) or bool(
            bracket_pattern(self._language, key).search(heading)
        )

    def _above(self, paragraph: Span) -> Span | None:
        index = bisect_right(self._article.paragraphs, paragraph) - 2
        return self._article.paragraphs[index] if index >= 0 else None

    def _is_quoted(self, place: int) -> bool:
        index = bisect_right(self._quoted, place, key=lambda quote: quote.start) - 1
        return index >= 0 and place < self._quoted[index].end

    def _is_at(self, key: str) -> bool:
        """Whether a folder of the address is in the list; its last part names the article."""
        folders = urlsplit(self._article.metadata.url).path.lower().strip("/").split("/")[:-1]
        return not set(lexicon(SHARED, "notices").words(key)).isdisjoint(folders)

    def _is_of_satirists(self) -> bool:
        shared, described = lexicon(SHARED, "notices"), self._article.metadata
        host = (urlsplit(described.url).hostname or "").removeprefix("www.")
        outlets = {name.lower() for name in shared.words("satire_outlets")}
        return host in shared.words("satire_hosts") or described.outlet.lower() in outlets


def _menus(text: str, lines: Sequence[Span]) -> set[Span]:
    """The lines of menus that stand one entry to a line."""
    menus: set[Span] = set()
    run: list[Span] = []
    for line in lines:
        run = [*run, line] if len(line.of(text).split()) < _ROW else []
        if len(run) >= _MENU:
            menus.update(run)
    return menus


def _has_digit(part: str) -> bool:
    return any(character.isdigit() for character in part)
