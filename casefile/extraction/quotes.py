"""Quotations with their speakers, as proposals. Imports the speech modules and the authorities."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass

from casefile import registry
from casefile.extraction.authorities import AuthorityMention, find_authorities
from casefile.extraction.marks import Marked, find_marked
from casefile.extraction.paraphrases import Reported, find_reported
from casefile.extraction.people import Official, find_named
from casefile.extraction.speakers import Cast
from casefile.extraction.speech_dashes import find_dashes, split_inserted
from casefile.extraction.speech_found import Found
from casefile.extraction.speech_frames import make_frame
from casefile.extraction.speech_interviews import find_answers
from casefile.extraction.speech_lexicon import CueKind, speech_lexicon
from casefile.extraction.speech_mentions import find_mentions
from casefile.extraction.speech_reading import Reading
from casefile.extraction.speech_scene import Scene, Tie
from casefile.extraction.speech_trust import confidence
from casefile.extraction.text import Article
from casefile.extraction.unsigned import UNTOLD, without_signs
from casefile.proposals import Because, QuoteProposal
from casefile.terms import QuoteKind
from casefile.values import Span

_LOST_STOP = re.compile(r"(?<!\w)(?:[A-Za-z]\.)+[A-Za-z]$")
"""A legal form whose last full stop was taken for the sentence's: "B.V", "S.p.A"."""
_NEAR = 3


_TRIBUNAL = "Tribunal"
"""In the name of a body that a text speaks of as of a court, whatever it watches over."""


@dataclass(frozen=True)
class Speech:
    """What an article quotes and reports; each in reading order, none overlapping another of its sort."""

    quotes: tuple[QuoteProposal, ...]
    """``text`` is the article's at the span."""
    paraphrases: tuple[QuoteProposal, ...]
    firms: frozenset[Span]
    """The quotations of a company for which only a noun stands."""


def find_speech(article: Article, authorities: Sequence[AuthorityMention]) -> Speech:
    """The quotations and the paraphrases; ``authorities`` are those of the article."""
    marked = _marked(article)
    scene, cast = _staged(article, marked, authorities)
    found = list(Reading(article, scene, cast).quotations(marked))
    return Speech(
        tuple(without_signs(article, _proposal(article, scene, each)) for each in found),
        tuple(_paraphrase(scene, each) for each in find_reported(scene, cast)),
        frozenset(each.marked.span for each in found if each.speaker.firm),
    )


def find_quotes(article: Article) -> tuple[QuoteProposal, ...]:
    """The quotations of :func:`find_speech`."""
    return find_speech(article, find_authorities(article)).quotes


def _marked(article: Article) -> tuple[Marked, ...]:
    paired = tuple(
        part
        for stretch in find_marked(article.text, article.paragraphs)
        for part in split_inserted(article.text, stretch, article.language)
    )
    return _with_answers(article, _with_dashes(article, paired))


def _staged(
    article: Article, marked: Sequence[Marked], authorities: Sequence[AuthorityMention]
) -> tuple[Scene, Cast]:
    frame = make_frame(article.text, marked, article.paragraphs, speech_lexicon(article.language))
    printed = _printed_names(article, authorities)
    officials = [
        Official(
            mention.span,
            printed.get(mention.code, mention.authority.name),
            mention.authority.kind == "court" or _TRIBUNAL in mention.authority.name,
            not mention.named,
        )
        for mention in authorities
    ]
    mentions = find_mentions(frame, find_named(frame, officials))
    return Scene(frame, mentions, article.text), Cast(frame, mentions)


def _printed_names(article: Article, authorities: Sequence[AuthorityMention]) -> dict[str, str]:
    """By code, the full name that a text has for a body whose official name it never prints.

    A French text has "Autorité de protection des données" for the Gegevensbeschermingsautoriteit. English has
    translations only, and keeps to the official names.
    """
    if article.language == "en":
        return {}
    told: dict[str, tuple[registry.Authority, dict[str, str]]] = {}
    for mention in authorities:
        printed = " ".join(mention.span.of(article.text).split())
        if mention.named and not printed.isupper():
            forms = told.setdefault(mention.code, (mention.authority, {}))[1]
            forms.setdefault(_folded(printed), printed)
    found = {}
    for code, (body, forms) in told.items():
        aliases = (_folded(name) for name in (*body.aliases, body.english) if " " in name)
        full = [forms[name] for name in aliases if name in forms]
        if full and _folded(body.name) not in forms:
            found[code] = max(full, key=len)
    return found


def _folded(name: str) -> str:
    return " ".join(name.split()).casefold().replace("'", "’")


def _with_dashes(article: Article, marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """The marked stretches with the speech behind dashes that none of them touches, in order."""
    starts = [stretch.outer.start for stretch in marked]
    apart = []
    for dash in find_dashes(article.text, article.paragraphs, article.language):
        index = bisect_left(starts, dash.outer.end)
        if index == 0 or marked[index - 1].outer.end <= dash.outer.start:
            apart.append(dash)
    return tuple(sorted((*marked, *apart), key=lambda each: each.outer.start)) if apart else marked


def _with_answers(article: Article, marked: tuple[Marked, ...]) -> tuple[Marked, ...]:
    """The marked stretches with an interview's answers, which hold what is marked within them; in order."""
    answers = find_answers(article)
    if not answers:
        return marked
    starts = [answer.outer.start for answer in answers]
    apart = []
    for stretch in marked:
        index = bisect_right(starts, stretch.outer.start) - 1
        if index < 0 or answers[index].outer.end <= stretch.outer.start:
            apart.append(stretch)
    kept = [each for each in answers if not any(each.outer.overlaps(other.outer) for other in apart)]
    return tuple(sorted((*apart, *kept), key=lambda each: each.outer.start))


def _with_stop(name: str) -> str:
    return f"{name}." if _LOST_STOP.search(name) else name


def _proposal(article: Article, scene: Scene, found: Found) -> QuoteProposal:
    spans = _because_spans(scene, found)
    return QuoteProposal(
        text=found.marked.span.of(article.text),
        span=found.marked.span,
        kind=found.kind,
        because=Because(spans, _rule(scene, found), confidence(found.tie, found.speaker.sure)),
        speaker=_with_stop(found.speaker.name),
        role=found.speaker.role,
    )


def _paraphrase(scene: Scene, found: Reported) -> QuoteProposal:
    words = scene.frame.words
    cue = Span(words[found.cue.first].start, words[found.cue.last].end)
    speaker = Span(words[found.mention.first].start, words[found.mention.last].end)
    rule = f"“{cue.of(scene.text)}” + {found.wording.value}"
    return QuoteProposal(
        text=found.span.of(scene.text),
        span=found.span,
        kind=QuoteKind.PARAPHRASE,
        because=Because(tuple(sorted((cue, speaker))), rule, found.confidence),
        speaker=_with_stop(found.speaker.name),
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
    if tie is None or _is_nobodys(scene, found, tie):
        return UNTOLD
    if tie.cue is None:
        return tie.rule.value
    words = scene.frame.words
    return f"“{scene.frame.text[words[tie.cue.first].start : words[tie.cue.last].end]}” + {tie.rule.value}"


def _is_nobodys(scene: Scene, found: Found, tie: Tie) -> bool:
    """Whether only a text or "someone" is said to have it: read a sign, quelqu'un a écrit."""
    if found.speaker.name or tie.cue is None:
        return False
    before = (scene.frame.words[index].low for index in range(max(0, tie.cue.first - _NEAR), tie.cue.first))
    unknown = tie.mention is None and any(scene.frame.lexicon.has("unknown", low) for low in before)
    return tie.cue.kind is CueKind.TEXT or unknown
