"""Verbs that only pass on what others say, so that their subject is no speaker. Imports the scene."""

from collections.abc import Sequence

from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Cue, Scene

_NEAR = 4
_BESIDE = 2
_REPORTED = 4
_SUBJECT = 5


def only_passes_on(scene: Scene, cue: Cue, first: int, last: int, lead: str) -> bool:
    """Whether the cue stands in what somebody else says, or names who only tells what others said."""
    cues = scene.cues_in(first, last)
    return (
        _is_mood(scene, cue, cues)
        or _in_report(scene, cue, cues, lead)
        or _names_source(scene, cue, cues, first)
    )


def is_told(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the English passive only has somebody hear it: the board had been told that."""
    progressive = scene.frame.words[cue.first].low.endswith("ing")
    english = scene.frame.lexicon.language == "en" and cue.kind is CueKind.SAY and not progressive
    return english and is_passive(scene, cue, first)


def opens_that(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether the clause of what was said follows."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    return any(
        words[index].low in lexicon.lists["that"]
        for index in range(cue.last + 1, min(cue.last + _NEAR, last))
    )


def _names_source(scene: Scene, cue: Cue, cues: Sequence[Cue], first: int) -> bool:
    """Whether it is who tells what others said: the sellers said, according to the agency, that."""
    if cue.kind is not CueKind.ACCORDING:
        return False
    words = scene.frame.words
    near = [each for each in cues if each.kind is CueKind.SAY and 0 < cue.first - each.last <= _BESIDE]
    return any(each.first > first and not words[each.first].gap for each in near)


def _is_mood(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the German subjunctive only goes on with what another verb says: widersprach: Er habe „…“."""
    lexicon, low = scene.frame.lexicon, scene.frame.words[cue.first].low
    if lexicon.language != "de" or cue.kind is not CueKind.LOOSE or not lexicon.has("subjunctive", low):
        return False
    said = (CueKind.SAY, CueKind.CALL)
    return any(each.kind in said and each.first < cue.first for each in cues)


def _in_report(scene: Scene, cue: Cue, cues: Sequence[Cue], lead: str) -> bool:
    """Whether the cue only stands in what somebody else says, and the words behind a comma are theirs.

    The official said that the firm answered one letter, “evasively”; the judge told the firm that it treated
    the stream as “a drain”.
    """
    viewed = cue.kind is CueKind.LOOSE and scene.frame.lexicon.language == "en"
    if lead != "," and not viewed:
        return False
    words, that = scene.frame.words, scene.frame.lexicon.lists["that"]
    reach = _REPORTED if viewed else 2
    return any(
        each.kind is CueKind.SAY
        and each.first < cue.first
        and (
            any(
                words[index].low in that
                for index in range(each.last + 1, min(each.last + reach + 1, cue.first))
            )
            or (viewed and _opens_clause_with(scene, each, cue))
        )
        for each in cues
    )


def _opens_clause_with(scene: Scene, said: Cue, cue: Cue) -> bool:
    """Whether nothing but a subject parts two verbs: The note says the carrier treated passengers as “…”."""
    between = range(said.last + 1, cue.first)
    if not 0 < len(between) <= _SUBJECT or any(scene.frame.words[each].gap for each in (*between, cue.first)):
        return False
    return any(not each.governed for each in scene.mentions_in(said.last + 1, cue.first))


def is_term(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether nobody in the text uses the words: what the industry calls “dark patterns”."""
    words = scene.frame.words
    for index in range(cue.first - 1, max(first, cue.first - _NEAR) - 1, -1):
        if words[index + 1].gap or scene.mention_over(index):
            return False
        if words[index].low in ("what", "was", "wat"):
            return True
    return False


def is_infinitive(scene: Scene, cue: Cue, last: int) -> bool:
    """Declined to say; claimed to come from: nobody's words follow."""
    words = scene.frame.words
    after = words[cue.last + 1] if cue.last + 1 < last else None
    before = words[cue.first - 1].low if cue.first and not words[cue.first].gap else ""
    bare = cue.first == cue.last and cue.kind is CueKind.SAY and not _names_hearer(scene, cue.last + 2)
    return before in ("to", "zu") or (after is not None and after.low == "to" and bare)


def _names_hearer(scene: Scene, index: int) -> bool:
    """Whether a noun or a name and no verb begins behind "to": wrote to a colleague that."""
    word = scene.frame.words[index] if index < len(scene.frame.words) else None
    lists = ("definite", "indefinite", "his", "her", "their")
    lexicon = scene.frame.lexicon
    return word is not None and (word.capital or any(lexicon.has(name, word.low) for name in lists))


def called_by_nobody(scene: Scene, first: int, last: int) -> bool:
    """It was described, according to the complaint, as: the complaint only reports it."""
    return any(
        cue.kind is CueKind.CALL and is_passive(scene, cue, first) for cue in scene.cues_in(first, last)
    )


def is_passive(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether a form of the passive stands before the cue."""
    for index in range(cue.first - 1, max(first - 1, cue.first - 4), -1):
        low = scene.frame.words[index].low
        if scene.frame.lexicon.has("passive", low):
            return True
        if not scene.light(index):
            return False
    return False


def opens_with_sign(scene: Scene, first: int, last: int) -> bool:
    """Whether what nobody in particular wrote opens the sentence: A placard outside summed it up."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    near = words[first : min(first + _NEAR, last)]
    opening = next((each for each in scene.mentions_in(first, last) if not each.governed), None)
    sign = next((index for index, word in enumerate(near, first) if lexicon.has("signs", word.low)), None)
    articled = bool(near) and (lexicon.has("indefinite", near[0].low) or lexicon.has("definite", near[0].low))
    return articled and sign is not None and (opening is None or opening.first > sign)


def nobody_acts(scene: Scene, first: int, last: int) -> bool:
    """Whether somebody whom nobody knows does it: somebody had painted on the wall."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    return any(lexicon.has("unknown", words[index].low) for index in range(first, last))
