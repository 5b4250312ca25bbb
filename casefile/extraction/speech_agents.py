"""Who does it by a verb in the passive: was described by the court as “…”. Imports the scene."""

from dataclasses import replace

from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_reports import is_passive
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention

_REACH = 3
_BESIDE = 4
_OF = frozenset(("van",))
"""Dutch for "by" and for "of"."""


def tie_agent(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """The speaker behind "by" where the verb names something, or somebody hears it or is found so.

    Of other verbs it only tells who passes it on: as reported by the agency.
    """
    words, lexicon = scene.frame.words, scene.frame.lexicon
    by = cue.last + 1
    if by + 1 >= last or words[by].gap or not lexicon.has("by", words[by].low):
        behind = _agent_behind(scene, cue, first, last)
        named = cue.kind is CueKind.CALL and lexicon.language in ("de", "nl")
        agent = agent_before(scene, first, cue.first) if named and not behind else None
        return behind or (Tie(Rule.BEFORE, cue, agent) if agent else None)
    told = cue.kind is CueKind.LOOSE or lexicon.has("addressing", words[cue.first].low)
    if cue.kind is not CueKind.CALL and not (told and is_passive(scene, cue, first)):
        return None
    mention = _behind(scene, by + 1, last)
    return Tie(Rule.BEFORE, cue, replace(mention, governed=False)) if mention else None


def _agent_behind(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """The speaker right behind the quotation: was described as “a farce” by the court."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if cue.kind is not CueKind.CALL or last + 1 >= len(words) or last - cue.last > _BESIDE:
        return None
    beside = BLANK in words[last].gap and not words[last].gap.strip(BLANK)
    if not beside or not lexicon.has("by", words[last].low):
        return None
    if not (is_passive(scene, cue, first) or words[cue.first].gap == ","):
        return None
    mention = _behind(scene, last + 1, len(words))
    return Tie(Rule.AFTER, cue, replace(mention, governed=False)) if mention else None


def agent_before(scene: Scene, first: int, last: int) -> Mention | None:
    """German and Dutch: who does it, before the words and their verb: wurde von der Richterin als „…“."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    passive = next((index for index in range(first, last) if lexicon.has("passive", words[index].low)), None)
    for index in range(last - 1, first, -1):
        mention = scene.mention_over(index)
        if mention is None or mention.first <= first or mention.last != index:
            continue
        by = next((each for each in (mention.first, mention.first - 1) if _is_by(scene, each)), None)
        turned = passive is not None and by is not None and passive < by
        led = mention.last + 1 < last and words[mention.last + 1].low in lexicon.lists["as"]
        if by is not None and (turned or led):
            return replace(mention, governed=False)
    return None


def _is_by(scene: Scene, index: int) -> bool:
    low = scene.frame.words[index].low
    return scene.frame.lexicon.has("by", low) and low not in _OF


def _behind(scene: Scene, first: int, last: int) -> Mention | None:
    """The phrase that begins there, behind its article or a word for what somebody is at most."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    for index in range(first, min(first + _REACH, last)):
        mention = scene.mention_over(index)
        if mention:
            return mention
        low = words[index].low
        if words[index].gap or lexicon.joins(low) or lexicon.reports(low):
            return None
    return None
