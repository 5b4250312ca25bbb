"""Two who speak by one verb: "Lenz nannte es „mutig“, Voss „Symbolpolitik“". Imports the scene."""

from casefile.extraction.marks import Marked
from casefile.extraction.speech_found import Found
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention

_FEW, _SOME = 6, 10
"""Words between the verb and the first quotation, and between the two."""


def another_by_the_verb(scene: Scene, last: Found | None, stretch: Marked, tie: Tie | None) -> Mention | None:
    """Who else speaks by the verb that is told once, ``last`` being the quotation before."""
    cue = tie.cue if tie is not None else None
    if last is None or last.tie is None or last.tie.cue is None or cue is None:
        return None
    quoted, first = scene.word_at(last.marked.outer.start), scene.word_at(last.marked.outer.end)
    end = scene.word_at(stretch.outer.start)
    beside = cue.last < quoted <= cue.last + _FEW and not any(
        each.name for each in scene.mentions_in(cue.last + 1, quoted)
    )
    if last.tie.cue.first != cue.first or not beside or not 0 < end - first <= _SOME:
        return None
    named = [each for each in scene.mentions_in(first, end) if each.name]
    parted = any(stop in scene.frame.text[last.marked.outer.end : stretch.outer.start] for stop in ".!?:")
    opens = len(named) == 1 and named[0].first <= first + 1 and not named[0].governed
    return named[0] if opens and not parted and not scene.cues_in(first, end) else None


def called_so_too(scene: Scene, last: Found | None, stretch: Marked) -> Tie | None:
    """Who else calls it something in the sentence: hailed as “historic” by one and “mad” by the other."""
    if last is None or last.tie is None or last.tie.cue is None or last.tie.cue.kind is not CueKind.CALL:
        return None
    sentence = scene.sentence_at(stretch.outer.start)
    words, first = scene.frame.words, scene.word_at(stretch.outer.end)
    same = sentence.span.start <= last.marked.outer.start < stretch.outer.start
    by = first < sentence.last and scene.frame.lexicon.has("by", words[first].low)
    if not (same and by):
        return None
    named = next((each for each in scene.mentions_in(first + 1, first + _FEW)), None)
    return Tie(Rule.AFTER, last.tie.cue, named, passive=named is None)
