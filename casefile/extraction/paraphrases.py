"""Indirect speech: what somebody is said to have said, in the words of the article. Imports the scene.

Only sentences without quotation marks of their own are read, and only a clause that the sentence itself ties
to a name: “that” behind a verb of saying, a verb of saying behind the clause, “according to”. The spans are
those of the clause, not of who said it.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from casefile.extraction.speakers import Cast
from casefile.extraction.speech_behind import right_of
from casefile.extraction.speech_bodies import NOBODY, Speaker
from casefile.extraction.speech_clauses import left_of
from casefile.extraction.speech_frames import BLANK, Sentence
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_rejects import is_heading
from casefile.extraction.speech_scene import Cue, Scene
from casefile.extraction.speech_shapes import Mention, MentionKind
from casefile.values import Span

_SHORTEST = 4
_LONGEST = 400
_REACH = 8
_VIEWS = frozenset((CueKind.ACCORDING, CueKind.BESIDE))
_NOT_SAID = frozenset(
    (
        "not", "never", "to", "t", "nicht", "nie", "zu", "pas", "jamais", "ne", "n’", "non", "mai", "no",
        "nunca", "niet", "nooit", "te", "nor", "neither", "nobody",
    )
)  # fmt: skip
_NOT_BEHIND = frozenset(("nicht", "niet", "nie", "nooit", "pas"))


class Wording(StrEnum):
    """How the clause is tied to who said it, in words for the person."""

    CLAUSE = "clause behind the verb"
    SUBJUNCTIVE = "reported in the subjunctive"
    BARE = "clause behind the verb, without “that”"
    BEFORE = "clause before the verb"
    VIEW = "somebody’s view"


_SHARES = {
    Wording.CLAUSE: 0.8,
    Wording.SUBJUNCTIVE: 0.8,
    Wording.BARE: 0.85,
    Wording.BEFORE: 0.85,
    Wording.VIEW: 0.6,
}
"""Of 29 found in 30 articles by others, 22 had the right words and speaker when a person read them."""


@dataclass(frozen=True)
class Reported:
    """A reported clause with its cue and speaker, who always has a name."""

    span: Span
    cue: Cue
    mention: Mention
    speaker: Speaker
    wording: Wording

    @property
    def confidence(self) -> float:
        """Between 0 and 1: how often the wording is right, times the speaker's."""
        return round(_SHARES[self.wording] * self.speaker.sure, 2)


def find_reported(scene: Scene, cast: Cast) -> Iterator[Reported]:
    """The reported clauses in reading order, one for a sentence at most."""
    headings: dict[int, bool] = {}
    for sentence in scene.frame.sentences:
        cues = scene.cues_in(sentence.first, sentence.last)
        length = sentence.span.end - sentence.span.start
        if not cues or length > 2 * _LONGEST or BLANK in sentence.span.of(scene.frame.text):
            continue
        number = sentence.paragraph
        if number not in headings:
            headings[number] = is_heading(scene.frame, number)
        if not headings[number]:
            found = _in_sentence(scene, cast, sentence)
            if found:
                yield found


def _in_sentence(scene: Scene, cast: Cast, sentence: Sentence) -> Reported | None:
    if scene.frame.text[sentence.span.end - 1] == "?":
        return None
    for cue in scene.cues_in(sentence.first, sentence.last):
        found = None
        if cue.kind in _VIEWS:
            found = _by_view(scene, cue, sentence)
        elif cue.kind is CueKind.SAY and not _is_denied(scene, cue, sentence.first):
            found = _behind(scene, cue, sentence) or _before(scene, cue, sentence)
        if found is None:
            continue
        mention, span, wording = found
        speaker = cast.resolve(mention, NOBODY)
        words = span.of(scene.text).split()
        if speaker.name and len(words) >= _SHORTEST and span.end - span.start <= _LONGEST:
            return Reported(span, cue, mention, speaker, wording)
    return None


_Found = tuple[Mention, Span, Wording]


def _is_denied(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether nobody said it: did not say that, declined to comment, dijo que no is said."""
    words = scene.frame.words
    behind = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    before = (words[index].low for index in range(max(first, cue.first - 2), cue.first))
    return behind in _NOT_BEHIND or any(low in _NOT_SAID for low in before)


def _behind(scene: Scene, cue: Cue, sentence: Sentence) -> _Found | None:
    """The regulator said that the fine was fair; die Behörde teilte mit, man habe gewarnt."""
    left = left_of(scene, cue, sentence.first) or _opening(scene, cue, sentence)
    right = None if left else right_of(scene, cue, sentence.last)
    mention = left or right
    if mention is None or (right and scene.frame.lexicon.language == "en"):
        return None
    start = _clause_start(scene, cue, mention, sentence)
    if start is None:
        return None
    index, wording = start
    return mention, _trimmed(scene, scene.frame.words[index].start, sentence.span.end), wording


def _opening(scene: Scene, cue: Cue, sentence: Sentence) -> Mention | None:
    """The phrase that opens the sentence, with an aside before the verb: Tidewell, which is listed, said."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    index = cue.first
    while index > sentence.first and not words[index].gap and scene.light(index - 1):
        index -= 1
    mention = next(iter(scene.mentions_in(sentence.first, cue.first)), None)
    if mention is None or mention.governed or mention.first > sentence.first + 1:
        return None
    aside = words[mention.last + 1].gap == "," and words[index].gap == ","
    return mention if aside and not lexicon.reports(words[index - 1].low) else None


def _clause_start(scene: Scene, cue: Cue, mention: Mention, sentence: Sentence) -> tuple[int, Wording] | None:
    """The first word of the clause behind the verb and its subject."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    begin = max(cue.last, mention.last) + 1
    if begin < sentence.last and words[cue.last].low in lexicon.lists["that"]:
        return begin, Wording.CLAUSE
    for index in range(begin, min(begin + _REACH, sentence.last)):
        if words[index].low in lexicon.lists["that"] and index + 1 < sentence.last:
            return index + 1, Wording.CLAUSE
        if lexicon.language == "de" and words[index].gap == ",":
            mood = any(lexicon.has("subjunctive", word.low) for word in words[index : sentence.last])
            return (index, Wording.SUBJUNCTIVE) if mood and not lexicon.joins(words[index].low) else None
        if words[index].gap:
            return None
    bare = lexicon.language == "en" and begin < sentence.last and _is_clause(scene, begin, sentence.last)
    return (begin, Wording.BARE) if bare else None


def _is_clause(scene: Scene, first: int, last: int) -> bool:
    """Whether a subject and a finite verb follow: said the order was void."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    low = words[first].low
    pronoun = any(lexicon.has(name, low) for name in ("he", "she", "it", "they"))
    opened = pronoun or lexicon.has("definite", low) or scene.mention_over(first) is not None
    finite = any(words[index].low in _FINITE for index in range(first + 1, min(first + 2 * _REACH, last)))
    return opened and finite


_FINITE = frozenset(
    (
        "is", "was", "are", "were", "has", "had", "have", "would", "will", "could", "can", "should", "must",
        "did", "does", "do", "may", "might",
    )
)  # fmt: skip


def _before(scene: Scene, cue: Cue, sentence: Sentence) -> _Found | None:
    """The fine was fair, the regulator said; het besluit deugt niet, zegt de advocaat."""
    words = scene.frame.words
    mention = left_of(scene, cue, sentence.first)
    first = mention.first if mention else cue.first
    if mention is None and scene.frame.lexicon.language != "en":
        mention = right_of(scene, cue, sentence.last)
    if mention is None or words[first].gap != "," or first - sentence.first < _SHORTEST:
        return None
    if any(words[index].gap == ";" for index in range(sentence.first + 1, first)):
        return None
    beyond = range(max(cue.last, mention.last) + 2, sentence.last)
    if len(beyond) > _REACH or scene.frame.lexicon.has("prepositions", words[sentence.first].low):
        return None  # an aside within the clause: Had it fought on, says Ofgem, it would have paid more
    if any("," in words[index].gap for index in beyond):
        return None
    end = words[first - 1].end
    return mention, Span(sentence.span.start, end), Wording.BEFORE


def _by_view(scene: Scene, cue: Cue, sentence: Sentence) -> _Found | None:
    """According to the lawyer, the fine is void; the fine is void, so the lawyer."""
    words = scene.frame.words
    mention = right_of(scene, cue, sentence.last)
    if mention is None or (cue.kind is CueKind.BESIDE and mention.kind is MentionKind.DOCUMENT):
        return None
    if cue.first == sentence.first and cue.kind is CueKind.ACCORDING:
        following = mention.last + 1
        if following >= sentence.last:
            return None
        start = words[following].start if words[following].gap == "," else sentence.span.start
        return mention, _trimmed(scene, start, sentence.span.end), Wording.VIEW
    closing = words[cue.first].gap == "," and mention.last + _REACH >= sentence.last
    if closing and cue.first - sentence.first >= _SHORTEST:
        return mention, Span(sentence.span.start, words[cue.first - 1].end), Wording.VIEW
    if cue.kind is not CueKind.ACCORDING:
        return None
    return mention, _trimmed(scene, sentence.span.start, sentence.span.end), Wording.VIEW


def _trimmed(scene: Scene, start: int, end: int) -> Span:
    """Without the stop at the end."""
    words = scene.text[start:end]
    return Span(start, start + len(words.rstrip(" .!…")))
