"""Quotations with their speakers, as proposals. Imports the speech modules and the authorities."""

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from functools import cache

from casefile import registry
from casefile.extraction.authorities import AuthorityMention, find_authorities
from casefile.extraction.marks import Marked, find_marked
from casefile.extraction.people import Official, find_named
from casefile.extraction.speakers import Cast
from casefile.extraction.speech_dashes import find_dashes, split_inserted
from casefile.extraction.speech_frames import make_frame
from casefile.extraction.speech_lexicon import CueKind, speech_lexicon
from casefile.extraction.speech_mentions import find_mentions
from casefile.extraction.speech_reading import Found, Reading
from casefile.extraction.speech_scene import Rule, Scene
from casefile.extraction.text import Article
from casefile.proposals import Because, QuoteProposal, WarningProposal
from casefile.terms import QuoteKind, WarningKind
from casefile.values import Span

_UNATTRIBUTED = "Quotation without a speaker"


def find_quotes(
    article: Article, authorities: Sequence[AuthorityMention] | None = None
) -> tuple[QuoteProposal, ...]:
    """The quotations in reading order, none overlapping another; ``text`` is the article's at the span.

    ``authorities`` are those of the article where the caller has found them already.
    """
    known = find_authorities(article) if authorities is None else authorities
    return tuple(_proposal(article, scene, found) for scene, found in _found(article, known))


@cache
def _authority(code: str) -> registry.Authority:
    return next(record for record in registry.authorities() if record.code == code)


def quote_warnings(article: Article, quotes: Sequence[QuoteProposal]) -> tuple[WarningProposal, ...]:
    """A warning for each whole sentence to which the text gives no speaker, not even one without a name."""
    return tuple(
        WarningProposal(
            WarningKind.UNATTRIBUTED_QUOTE,
            quote.span,
            f"{_UNATTRIBUTED}: “{_shortened(article, quote.span)}”",
        )
        for quote in quotes
        if quote.kind is QuoteKind.DIRECT and not quote.speaker and quote.because.rule == _UNATTRIBUTED
    )


def _shortened(article: Article, span: Span) -> str:
    words = span.of(article.text)
    return words if len(words) <= 60 else f"{words[:59].rstrip()}…"


def _found(article: Article, authorities: Sequence[AuthorityMention]) -> Iterator[tuple[Scene, Found]]:
    lexicon = speech_lexicon(article.language)
    paired = tuple(
        part
        for stretch in find_marked(article.text, article.paragraphs)
        for part in split_inserted(article.text, stretch, article.language)
    )
    marked = _with_dashes(article, paired)
    if not marked:
        return
    frame = make_frame(article.text, marked, article.paragraphs, lexicon)
    officials = [
        Official(
            mention.span,
            _authority(mention.code).name,
            _authority(mention.code).kind == "court",
            not mention.named,
        )
        for mention in authorities
    ]
    mentions = find_mentions(frame, find_named(frame, officials))
    scene, cast = Scene(frame, mentions, article.text), Cast(frame, mentions)
    yield from ((scene, found) for found in Reading(article, scene, cast).quotations(marked))


def _with_dashes(article: Article, marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """The marked stretches with the speech behind dashes that none of them touches, in order."""
    starts = [stretch.outer.start for stretch in marked]
    apart = []
    for dash in find_dashes(article.text, article.paragraphs, article.language):
        index = bisect_left(starts, dash.outer.end)
        if index == 0 or marked[index - 1].outer.end <= dash.outer.start:
            apart.append(dash)
    return tuple(sorted((*marked, *apart), key=lambda each: each.outer.start)) if apart else marked


def _proposal(article: Article, scene: Scene, found: Found) -> QuoteProposal:
    spans = _because_spans(scene, found)
    return QuoteProposal(
        text=found.marked.span.of(article.text),
        span=found.marked.span,
        kind=found.kind,
        because=Because(spans, _rule(scene, found), _confidence(found)),
        speaker=found.speaker.name,
        role=found.speaker.role,
    )


def _because_spans(scene: Scene, found: Found) -> tuple[Span, ...]:
    words = scene.frame.words
    tie, spans = found.tie, []
    if tie and tie.cue:
        spans.append(Span(words[tie.cue.first].start, words[tie.cue.last].end))
    if tie and tie.mention:
        spans.append(Span(words[tie.mention.first].start, words[tie.mention.last].end))
    return tuple(sorted(spans))


def _rule(scene: Scene, found: Found) -> str:
    tie = found.tie
    silent = tie is None or (tie.cue is not None and tie.cue.kind is CueKind.TEXT and not found.speaker.name)
    if silent or tie is None:
        return _UNATTRIBUTED
    if tie.cue is None:
        return tie.rule.value
    words = scene.frame.words
    return f"“{scene.frame.text[words[tie.cue.first].start : words[tie.cue.last].end]}” + {tie.rule.value}"


def _confidence(found: Found) -> float:
    if found.tie is None:
        return 0.6
    weak = found.tie.rule in (Rule.FOCUS, Rule.ANSWER)
    return round(min(found.speaker.sure, 0.7 if weak else 0.95), 2)
