"""The text under extraction: its paragraphs and sentences as spans. Imports only values and metadata."""

import re
from bisect import bisect_left, bisect_right
from dataclasses import dataclass
from functools import cached_property

from casefile.metadata import SourceMetadata
from casefile.values import PartialDate, Span

LONGEST_SENTENCE = 10_000
"""Characters; what is longer has no full stop for four pages: a table or damaged, no prose."""

_LINE = re.compile(r"\S[^\n]*+(?:(?<=[^\s.!?:;…”»\"])\n(?=[a-zß-öø-ÿ][^\n)]*\s)[^\n]*+)*")
"""A line that begins with a small letter goes on with the line above it."""
_SENTENCE_END = re.compile(
    r"(?<![.!?…])[.!?…]++(?:[\u00a0\u202f ]»)?[\"'”’»“)\]]*\s+"
    r"(?!\([^()\n]{1,80}\)(?:[,;]|\s[a-zß-öø-ÿ]))"
    r"(?=(?:«[\u00a0\u202f ])?[\"'“‘«„(\[]*(?:[^\W\d_a-zß-ÿ]|\d))"
)
"""French parts its marks from the words: Non. » Il ajoute. A bracket that small letters follow is within a
sentence: "Kestrel S.p.A. (3 milioni) e Merlin"."""
ABBREVIATED = (
    "[A-Z]|Mr|Mrs|Ms|Messrs|Dr|Prof|St|Sr|Jr|Inc|Co|Bros|Gebr|Corp|Ltd|Pvt|Pte|Pty|Sdn|No|Nr|Art|Abs|lit|vs|v|"
    "al|ca|bzw|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept|Sep|Oct|Nov|Dec|Sra|Dra|Dott|Avv|Sig|Ing|Mme|Mlle|"
    "Cllr|Rev|Sen|Rep|Gov|Gen|Hon|Col|Capt|Lt|Sgt|Insp|Supt|Atty|Adm|Maj|Amb|Engr|Msgr|Mgr|Dept|"
    r"U\.S|U\.K|S\.A|i\.V\.m|"
    "sig|sigg|dott|avv|prof|ing|geom|rag|mr|dr|drs|ir|dhr|mevr|mw|Me|MM|Sres|Sras|Hr|Fr|cf|vgl|ggf|z"
)
"""Words that keep their full stop, as alternatives of a pattern; those of one letter are initials."""
_NUMBERED = (
    "arts?|artt|nn?|nrs?|núms?|nums?|nos?|pp?|pagg?|págs?|paras?|par|secs?|regs?|sch|fig|lett|co|rn|rz|tz|blz|vol"
    "|cap|disp|exp|aff|doc|prot|provv?|ref|ch|abs|cl|r|ss?|tít|inc|apdo|delib|cass|sent"
)
"""Words that keep it before a number: "dell’art. 5", "d.lgs. n. 58/1998", "blz. 12", "art. L. 420-1"."""
NUMBERED = re.compile(rf"(?<![^\W\d_])(?:{_NUMBERED})\.\s+$", re.IGNORECASE)
NUMBER = re.compile(r"\d|[LRDA]\.\s?\d")
_ABBREVIATION = re.compile(
    rf"(?:\b(?:{ABBREVIATED}|Mio|Mrd|Mia|Tsd|Mill|Rs|Fr|SFr|mln|mld)|(?<!\d,)\b\d{{1,2}})\.\s+$"
)
_DAY = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)(?:[a-z]{1,6}|\.)?\s\d{1,2}\.\s+$")
"""What ends a sentence though ordinals are written so: "on Dec. 18. Its owner"."""


_DOTTED_FORM = (
    r"[^\W\d_a-zß-ÿ][\w’'&-]{2,},?\s"
    r"(?:B\.\s?V|N\.\s?V|V\.O\.F|S\.\s?A|S\.A\.S|S\.\s?L|S\.L\.U|S\.p\.A|S\.r\.l|S\.à\sr\.l|U\.A)\.\s+$"
)
_FORM_BEFORE = re.compile(_DOTTED_FORM)
"""A company's name with a legal form of letters: what is large behind it begins a sentence."""
_ANY_FORM_BEFORE = re.compile(rf"{_DOTTED_FORM}|[^\W\d_a-zß-ÿ][\w’'&-]*,?\s(?:Inc|Ltd|Corp|Co)\.\s+$")
_OPENING = re.compile(
    r"(?:The|It|Its|In|On|At|He|She|They|This|That|These|But|If|For|As|After|Before|Last|Earlier|A|An"
    r"|Die|Der|Das|Es|Sie|Er|Im|Am|Auch|Den|Dem|Ein|Eine|Nach|Zudem|Doch|Dabei|Damit|Gegen)\s"
)
"""Words that begin a sentence and no name."""
_LONGEST_FORM = 48
"""Code points of a name's last word with its legal form."""
_NOUNS_ARE_SMALL = ("fr", "es", "it", "nl")
"""Languages in which a large word behind a company's name is no role: "Kestrel Inc. Chairman Jane Roe"."""


@dataclass(frozen=True)
class Article:
    """A text with what is known of its publication; the spans below are made once, in reading order."""

    text: str
    metadata: SourceMetadata

    def __hash__(self) -> int:
        """By the text alone, as what is found of an article once is asked for many times."""
        return hash(self.text)

    @cached_property
    def language(self) -> str:
        """ISO 639-1, "en" where the metadata does not say."""
        return self.metadata.language or "en"

    @property
    def published(self) -> PartialDate | None:
        """The publication date that relative dates count from."""
        return self.metadata.published

    @cached_property
    def paragraphs(self) -> tuple[Span, ...]:
        """The lines with something in them, without the white space around it; broken lines are one."""
        lines = _LINE.finditer(self.text)
        return tuple(Span(line.start(), line.start() + len(line.group().rstrip())) for line in lines)

    @cached_property
    def sentences(self) -> tuple[Span, ...]:
        """The sentences; none runs over the end of a paragraph."""
        return tuple(span for paragraph in self.paragraphs for span in _split(self, paragraph))

    def sentences_between(self, span: Span, other: Span) -> int:
        """How many sentences lie from the start of the one to that of the other; 0 within one sentence."""
        starts = self._sentence_starts
        return abs(bisect_right(starts, other.start) - bisect_right(starts, span.start))

    def sentence_of(self, span: Span) -> Span:
        """The sentence in which the span starts."""
        return _enclosing(self.sentences, self._sentence_starts, span)

    def sentence_before(self, sentence: Span) -> Span | None:
        """The sentence before one of the sentences, None before the first."""
        index = bisect_left(self._sentence_starts, sentence.start)
        return self.sentences[index - 1] if index else None

    def paragraph_of(self, span: Span) -> Span:
        """The paragraph in which the span starts."""
        return _enclosing(self.paragraphs, self._paragraph_starts, span)

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _paragraph_starts(self) -> list[int]:
        return [paragraph.start for paragraph in self.paragraphs]


def unread_stretches(article: Article) -> tuple[Span, ...]:
    """What of the article's sentences lies beyond :data:`LONGEST_SENTENCE`, in reading order."""
    return tuple(
        Span(sentence.start + LONGEST_SENTENCE, sentence.end)
        for sentence in article.sentences
        if sentence.end - sentence.start > LONGEST_SENTENCE
    )


def _enclosing(spans: tuple[Span, ...], starts: list[int], span: Span) -> Span:
    index = bisect_right(starts, span.start) - 1
    return spans[index] if index >= 0 and span.start < spans[index].end else span


def _split(article: Article, paragraph: Span) -> list[Span]:
    text, spans, start = article.text, list[Span](), paragraph.start
    for match in _SENTENCE_END.finditer(text, paragraph.start, paragraph.end):
        before = max(start, match.end() - 16)
        if _ABBREVIATION.search(text, before, match.end()) and not (
            _DAY.search(text, before, match.end()) or _ends_at_form(article, start, match.end())
        ):
            continue
        if NUMBER.match(text, match.end()) and NUMBERED.search(text, before, match.end()):
            continue
        spans.append(Span(start, match.start() + len(match.group().rstrip())))
        start = match.end()
    if start < paragraph.end:
        spans.append(Span(start, paragraph.end))
    return spans


def _ends_at_form(article: Article, start: int, end: int) -> bool:
    """Whether the full stop of a legal form ends a sentence too: "… by Kestrel B.V. The firm …"."""
    before = max(start, end - _LONGEST_FORM)
    if article.language in _NOUNS_ARE_SMALL and _FORM_BEFORE.search(article.text, before, end):
        return True
    return (
        _ANY_FORM_BEFORE.search(article.text, before, end) is not None
        and _OPENING.match(article.text, end) is not None
    )
