"""Marked words that nobody is said to have spoken: titles, terms, headings. Imports the scene."""

import re
from collections.abc import Sequence

from casefile.extraction.marks import Marked
from casefile.extraction.speech_frames import BLANK, Frame, Word
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Rule, Scene, Tie

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_SHORT = 3
_HEADING_WORDS = 28
_FAR = 14
_LONGEST_HEADING = 400
_FULL_STOPS = tuple(".!?…:;,")
_BULLETS = frozenset("—–-•*·")
_BRACKET = re.compile(r"\((?:the |der |die |das |la |le |el |il |de )?$")


def is_defined_term(frame: Frame, marked: Marked) -> bool:
    """Whether the words stand alone in brackets: (the “Order”)."""
    before = frame.text[max(0, marked.outer.start - 5) : marked.outer.start].casefold()
    return bool(_BRACKET.search(before)) and frame.text[marked.outer.end : marked.outer.end + 1] in (
        ")",
        ",",
        ";",
    )


def is_heading(frame: Frame, paragraph: int) -> bool:
    """Whether the line is a heading: short, without a full stop, and not a quotation by itself."""
    line = frame.paragraphs[paragraph].of(frame.text)
    title = paragraph == 0 and line.rstrip(BLANK)[-1:] not in _FULL_STOPS
    if (
        line.rstrip(' )]”"')[-1:] in _FULL_STOPS
        or (line.endswith(BLANK) and not title)
        or line[0] in _BULLETS
    ):
        return False
    return 0 < len(_WORD.findall(line[:_LONGEST_HEADING].replace(BLANK, " "))) < _HEADING_WORDS


def is_scare(scene: Scene, marked: Marked, tie: Tie | None) -> bool:
    """Whether the words are a title, a term or somebody's fashion of speaking rather than a quotation."""
    frame = scene.frame
    first = scene.word_at(marked.outer.start)
    before = frame.words[max(0, first - 4) : first]
    lead = frame.text[max(0, marked.outer.start - 60) : marked.outer.start].casefold()
    if (
        _is_explained(frame, marked)
        or _named_before(frame, before, lead, marked.outer.start)
        or _is_outlet(scene, marked, tie, before)
    ):
        return True
    return tie is not None and (_too_loose(scene, marked, tie, first) or _is_title(scene, marked, tie))


def _named_before(frame: Frame, before: Sequence[Word], lead: str, start: int) -> bool:
    if any(re.search(rf"(?<!\w){re.escape(phrase)}\W*$", lead) for phrase in frame.lexicon.scare):
        return True
    if not before:
        return False
    return frame.lexicon.has("titles", before[-1].low) and not frame.text[before[-1].end : start].strip(" ,:")


def _is_explained(frame: Frame, marked: Marked) -> bool:
    """Whether the text tells what the words mean: what “legitimate interest” means."""
    word = _WORD.match(frame.text, min(marked.outer.end + 1, len(frame.text)))
    return word is not None and word.group() in frame.lexicon.lists["means"]


def _is_outlet(scene: Scene, marked: Marked, tie: Tie | None, before: Sequence[Word]) -> bool:
    """Whether the words are the paper that was told it: sagte er der „Süddeutschen Zeitung“."""
    if tie is None or tie.cue is None or tie.cue.kind is not CueKind.SAY or not before:
        return False
    words = [word for word in _WORD.findall(scene.words_of(marked)) if len(word) > _SHORT]
    titled = len(words) <= _SHORT + 1 and all(word[0].isupper() for word in words)
    told = scene.frame.lexicon.language == "de" and before[-1].low in ("der", "dem", "den")
    return titled and told and not scene.frame.text[before[-1].end : marked.outer.start].strip()


def is_phrase(frame: Frame, marked: Marked) -> bool:
    """Whether the sentence goes on over the words as over any other: “Right to repair” laws."""
    after = frame.text[marked.outer.end : marked.outer.end + 2]
    return after[:1].isspace() and after[1:].islower() and frame.text[marked.span.end - 1] not in _FULL_STOPS


def _is_title(scene: Scene, marked: Marked, tie: Tie) -> bool:
    """Whether every longer word has a capital, as products and plans have: its “Forever Membership” plan."""
    called = tie.cue is None or tie.cue.kind in (CueKind.CALL, CueKind.ACCORDING)
    if called or tie.rule is not Rule.BEFORE or scene.frame.lexicon.language == "de":
        return False
    words = [word for word in _WORD.findall(scene.words_of(marked)) if len(word) > _SHORT]
    return bool(words) and all(word[0].isupper() for word in words)


def _too_loose(scene: Scene, marked: Marked, tie: Tie, first: int) -> bool:
    """Few words far from their cue, with the sentence going on over them."""
    if tie.cue is None or tie.rule is Rule.AFTER or tie.cue.kind in (CueKind.CALL, CueKind.ACCORDING):
        return False
    length = marked.span.end - marked.span.start
    following = scene.frame.text[marked.outer.end : marked.outer.end + 2].strip()
    goes_on = bool(following) and following[0].isalnum()
    return length <= _SHORT * 8 and goes_on and first - tie.cue.last > _FAR
