"""Marked words that nobody is said to have spoken: titles, terms, headings. Imports the scene."""

import re
from collections.abc import Collection, Sequence
from functools import lru_cache

from casefile.extraction.lexicon import lexicon, word_pattern
from casefile.extraction.marks import Marked
from casefile.extraction.speech_frames import BLANK, Frame, Word
from casefile.extraction.speech_lexicon import BE, CueKind
from casefile.extraction.speech_scene import Rule, Scene, Tie

_WORD = re.compile(r"\w+(?:['’\-]\w+)*")
_SHORT = 3
_WITH_ARTICLE = 2
_ASIDE = 30
_HEADING_WORDS = 28
_FAR = 14
_TITLE_WORDS = 7
_DONE = ("ed", "wn", "en", "ept")
_CALLED = frozenset(("called", "named", "dubbed", "titled", "entitled", "labelled", "labeled", "codenamed"))
_TOLD = frozenset(("der", "dem", "den", "im"))
_LONGEST_HEADING = 400
_FULL_STOPS = tuple(".!?…:;,")
_STOPS = ".!?"
_BULLETS = frozenset("—–-•*·")
_DOTS = "".join(sorted(_BULLETS)) + " "
_SOURCED = re.compile(rf"[.!?…]{BLANK}{{0,3}}\.?\s?\([^()\n]{{3,80}}\)$")
"""A sentence with where it was heard in brackets: “…” (overheard on a train)."""
_SAID_IN = re.compile(rf"{BLANK} [^.!?…\n]{{2,60}}[.!?…] [A-ZÀ-ÖØ-Þ]\w* \w+")
"""A quotation with its attribution and another sentence behind."""
_SIGNED = re.compile(
    rf"(?:[—–\-•*·]\s?)?{BLANK}+(?:[.,!?…]{BLANK}*)? ?"
    r"(?:[–—]{1,2} \w|- [A-ZÀ-ÖØ-Þ]|\([A-ZÀ-ÖØ-Þ][^()\n]{3,80}\)$)"
)
"""A quotation that opens the line, and where it stood or whose it is: „…“ – Spruch auf einer Tasse."""
_BRACKET = re.compile(r"\((?:the |der |die |das |la |le |el |il |de )?$")
_NAMING_REACH, _LINK_REACH = 6, 200
_STOP = re.compile(r"[.!?…]\s")


def is_defined_term(frame: Frame, marked: Marked) -> bool:
    """Whether the words stand alone in brackets: (the “Order”)."""
    before = frame.text[max(0, marked.outer.start - 5) : marked.outer.start].casefold()
    behind = frame.text[marked.outer.end : marked.outer.end + _ASIDE]
    if behind[:1] == "," and any(frame.lexicon.reports(word.lower()) for word in _WORD.findall(behind)):
        return False  # («Soffrivo il mal d’aria», confessa)
    return bool(_BRACKET.search(before)) and behind[:1] in (")", ",", ";")


def is_linked(frame: Frame, marked: Marked) -> bool:
    """Whether the line, or its part between bars, leads to another article: Read next, Voir aussi."""
    floor = max(0, marked.outer.start - _LINK_REACH)
    start = max(frame.text.rfind(sign, floor, marked.outer.start) for sign in "\n|") + 1
    lead = frame.text[start : marked.outer.start].lstrip(" •▸►>→*")
    named = word_pattern(frame.lexicon.language, "source", "see_also").match(lead)
    return named is not None and _STOP.search(lead) is None


def is_heading(frame: Frame, paragraph: int) -> bool:
    """Whether the line is a heading: short, without a full stop, and not a quotation by itself."""
    line = frame.paragraphs[paragraph].of(frame.text)
    if _SOURCED.search(line) or _SAID_IN.search(line) or _SIGNED.match(line):
        return False
    title = paragraph == 0 and line.rstrip(BLANK)[-1:] not in _FULL_STOPS
    if (
        line.rstrip(' )]”"')[-1:] in _FULL_STOPS
        or (line.endswith(BLANK) and not title)
        or line[0] in _BULLETS
        or (paragraph and any(f"{stop}{BLANK}" in line for stop in _STOPS))
    ):
        return False
    return 0 < len(_WORD.findall(line[:_LONGEST_HEADING].replace(BLANK, " "))) < _HEADING_WORDS


def is_scare(scene: Scene, marked: Marked, tie: Tie | None) -> bool:
    """Whether the words are a title, a term or somebody's fashion of speaking rather than a quotation."""
    frame = scene.frame
    first = scene.word_at(marked.outer.start)
    before = frame.words[max(0, first - 4) : first]
    words = _WORD.findall(scene.words_of(marked))
    lead = frame.text[max(0, marked.outer.start - 60) : marked.outer.start].casefold()
    own = (
        tie is not None
        and tie.cue is not None
        and tie.cue.kind is CueKind.ACCORDING
        and tie.cue.last + 1 == first
    )
    if not own and (
        _is_explained(frame, marked)
        or _named_before(frame, before, lead, marked.outer.start, short=len(words) <= _TITLE_WORDS)
        or _is_outlet(scene, marked, tie)
        or _is_proper_name(scene, marked)
        or (tie is None and _is_listed_name(scene, marked))
    ):
        return True
    return tie is not None and (
        _is_unsaid(scene, tie, first)
        or _is_thing(scene, marked, tie, first)
        or _too_loose(scene, marked, tie, first)
        or _is_title(scene, marked, tie)
        or _is_called(scene, marked, tie, first)
        or _is_name(scene, marked, tie)
        or _is_named_so(scene, tie, first)
    )


def _is_thing(scene: Scene, marked: Marked, tie: Tie, first: int) -> bool:
    """Whether a few words stand as a noun behind their article: said it would refund a “free” trial.

    What is called so is somebody's name for it, but for the name of a place: a restaurant called the “Oak”.
    """
    words, lexicon = scene.frame.words, scene.frame.lexicon
    few = len(_WORD.findall(scene.words_of(marked))) <= _SHORT
    if tie.cue is None or not few or not first or tie.rule is Rule.AFTER:
        return False
    before = words[first - 1]
    if scene.frame.text[before.end : marked.outer.start].strip():
        return False
    goes_on = scene.frame.text[marked.outer.end : marked.outer.end + 2].strip().islower()
    if tie.cue.kind in (CueKind.SAY, CueKind.LOOSE):
        if first > 1 and not before.gap and words[first - 2].low in BE:
            return False  # said that it was a “legitimate if inelegant” answer
        following = words[first] if first < len(words) else None
        ends = following is not None and lexicon.joins(following.low)  # it is “a mistake” and that
        loose = lexicon.has("of", before.low) or lexicon.has("indefinite", before.low)
        return goes_on and (lexicon.has("their", before.low) or (loose and not ends))
    called = tie.cue.kind is CueKind.CALL and lexicon.language == "en"
    return called and before.low == "the" and tie.cue.last == first - _WITH_ARTICLE


def _is_unsaid(scene: Scene, tie: Tie, first: int) -> bool:
    """English: whether it is what somebody does not say: The letter does not say “sorry”."""
    cue = tie.cue
    if cue is None or cue.last + 1 != first or cue.kind is not CueKind.SAY or not cue.first:
        return False
    words = scene.frame.words
    before = words[cue.first - 1].low
    denied = (before in ("not", "never") or before.endswith(("n’t", "n't"))) and not words[cue.first].gap
    return scene.frame.lexicon.language == "en" and denied and words[cue.first].low == "say"


@lru_cache(maxsize=8)
def _scare_words(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """Any of the phrases at the end of a stretch; nothing without phrases."""
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, phrases)) or '(?!)'})\W*$")


def _named_before(frame: Frame, before: Sequence[Word], lead: str, start: int, *, short: bool) -> bool:
    if _scare_words(frame.lexicon.scare).search(lead):
        return True
    if not before:
        return False
    between = frame.text[before[-1].end : start].strip()
    return frame.lexicon.has("titles", before[-1].low) and (
        between in ("", ":") or (between == "," and short)
    )


def _is_explained(frame: Frame, marked: Marked) -> bool:
    """Whether the text tells what the words mean: what “legitimate interest” means."""
    before = _WORD.findall(frame.text[max(0, marked.outer.start - _FAR) : marked.outer.start])
    if before and before[-1].lower() in frame.lexicon.lists["as"]:
        return False  # als „…“ bezeichnet
    word = _WORD.match(frame.text, min(marked.outer.end + 1, len(frame.text)))
    return word is not None and word.group() in frame.lexicon.lists["means"]


def is_paper(scene: Scene, marked: Marked) -> bool:
    """Whether the words are the name of a paper as German has it: sagte er der „Süddeutschen Zeitung“."""
    return scene.frame.lexicon.language == "de" and _is_name_behind(scene, marked, _TOLD)


def _is_outlet(scene: Scene, marked: Marked, tie: Tie | None) -> bool:
    """Whether the words are the paper that was told it."""
    if tie is None or tie.cue is None or tie.cue.kind is not CueKind.SAY:
        return False
    outlets = lexicon(scene.frame.lexicon.language, "unsigned").words("outlets")
    return is_paper(scene, marked) or _is_name_behind(scene, marked, outlets)


def _is_proper_name(scene: Scene, marked: Marked) -> bool:
    """English: whether something is called so, each word written large: a setting called “Web Activity.”."""
    large = sum(word[0].isupper() for word in _WORD.findall(scene.words_of(marked)))
    return scene.frame.lexicon.language == "en" and large > 1 and _is_name_behind(scene, marked, _CALLED)


def _is_listed_name(scene: Scene, marked: Marked) -> bool:
    """Whether a name opens the item of a list: - "Norvia Markets" (www.norvia.com);."""
    if scene.frame.lexicon.language == "de":
        return False
    said, text = scene.words_of(marked), scene.frame.text
    start = text.rfind("\n", 0, marked.outer.start) + 1
    words = [word for word in _WORD.findall(said) if len(word) > _SHORT]
    listed = text[start : start + 1] in _BULLETS and not text[start : marked.outer.start].strip(_DOTS)
    named = bool(words) and all(word[0].isupper() for word in words) and not said.endswith(_FULL_STOPS)
    return listed and named and text[marked.outer.end : marked.outer.end + 2].lstrip()[:1] in ("(", ";", ",")


def _is_name_behind(scene: Scene, marked: Marked, words: Collection[str]) -> bool:
    """Whether the marked words are written as a name and stand right behind one of the words."""
    first = scene.word_at(marked.outer.start)
    if not first or scene.frame.words[first - 1].low not in words:
        return False
    named = [word for word in _WORD.findall(scene.words_of(marked)) if len(word) > _SHORT]
    beside = not scene.frame.text[scene.frame.words[first - 1].end : marked.outer.start].strip()
    return beside and 0 < len(named) <= _SHORT + 1 and all(word[0].isupper() for word in named)


def is_work(scene: Scene, marked: Marked) -> bool:
    """Whether the words are the title or motto just spoken of: wrote a book, “X”, that; its motto is “…”."""
    frame, first = scene.frame, scene.word_at(marked.outer.start)
    near = frame.words[max(0, first - 2) : first]
    if len(near) < 2 or near[-1].gap:
        return False
    lead = frame.text[near[-1].end : marked.outer.start].strip()
    apart = lead == "," and frame.text[marked.outer.end : marked.outer.end + 1] == ","
    short = len(_WORD.findall(scene.words_of(marked))) <= _TITLE_WORDS
    if apart and short and frame.lexicon.has("titles", near[-1].low):
        return True
    if lead == "," and short and _is_titled_work(scene, marked, first):
        return True
    return lead in ("", ":") and near[-1].low in BE and frame.lexicon.has("mottos", near[-2].low)


def _is_titled_work(scene: Scene, marked: Marked, first: int) -> bool:
    """English: whether capitals between commas name the work before: A handbook for all, “Markets,” is."""
    words, said = scene.frame.words, scene.words_of(marked)
    long = [word for word in _WORD.findall(said) if len(word) > _SHORT]
    behind = scene.frame.text[marked.outer.end : marked.outer.end + 1]
    named = bool(long) and all(word[0].isupper() for word in long) and (said.endswith(",") or behind in ".,")
    if not named or scene.frame.lexicon.language != "en":
        return False
    for index in range(first - 1, max(first - _NAMING_REACH, 0), -1):
        if scene.frame.lexicon.has("titles", words[index].low):
            return True
        if words[index].gap:
            return False
    return False


def is_phrase(frame: Frame, marked: Marked) -> bool:
    """Whether the sentence goes on over the words as over any other: “Right to repair” laws."""
    after = frame.text[marked.outer.end : marked.outer.end + 2]
    return after[:1].isspace() and after[1:].islower() and frame.text[marked.span.end - 1] not in _FULL_STOPS


def is_worded(scene: Scene, marked: Marked) -> bool:
    """Whether the words are so many, and so plain, that they are somebody's though no cue says whose.

    What stands behind an article or a word of naming, or goes on into the meaning of a law, is a term.
    """
    frame = scene.frame
    words = _WORD.findall(scene.words_of(marked))
    if len(words) <= _SHORT or not words[0][0].islower():
        return False
    first = scene.word_at(marked.outer.start)
    near = frame.words[max(0, first - _NAMING_REACH) : first]
    between = frame.text[near[-1].end : marked.outer.start].strip() if near else "."
    termed = not between and any(frame.lexicon.has(name, near[-1].low) for name in ("definite", "indefinite"))
    if termed or between not in ("", ","):
        return False
    after = frame.text[marked.outer.end : marked.outer.end + 40]
    return not (
        word_pattern(frame.lexicon.language, "unsigned", "meanings").match(after.lstrip())
        or any(word.low in lexicon(frame.lexicon.language, "unsigned").words("naming") for word in near)
    )


def _is_title(scene: Scene, marked: Marked, tie: Tie) -> bool:
    """Whether every longer word has a capital, as products and plans have: its “Forever Membership” plan."""
    called = tie.cue is None or tie.cue.kind in (CueKind.CALL, CueKind.ACCORDING)
    if called or tie.rule is not Rule.BEFORE or scene.frame.lexicon.language == "de":
        return False
    words = [word for word in _WORD.findall(scene.words_of(marked)) if len(word) > _SHORT]
    return bool(words) and all(word[0].isupper() for word in words)


def _is_called(scene: Scene, marked: Marked, tie: Tie, first: int) -> bool:
    """Whether it is what a product is called, and no view of it: a setting called “Location History,” its."""
    if tie.cue is None or tie.cue.kind is not CueKind.CALL or scene.frame.lexicon.language == "de":
        return False
    words = [word for word in _WORD.findall(scene.words_of(marked)) if len(word) > _SHORT]
    nobody = tie.mention is None or not tie.mention.name
    right_before = tie.cue.last + 1 == first
    return (right_before or nobody) and bool(words) and all(word[0].isupper() for word in words)


def _is_name(scene: Scene, marked: Marked, tie: Tie) -> bool:
    """Whether it is a name among others in the sentence: "Lirax Capital", run by Lirax Ltd, "Oro24Trade"."""
    if tie.rule not in (Rule.AFTER, Rule.CONTINUED) or scene.frame.lexicon.language == "de":
        return False
    words = _WORD.findall(scene.words_of(marked))
    told = len(words) > 1 or any(char.isupper() or char.isdigit() for char in "".join(words)[1:])
    plain = not scene.words_of(marked).endswith(_FULL_STOPS) and not "".join(words).isupper()
    return told and plain and len(words) <= _SHORT and all(word[0].isupper() for word in words)


def _is_named_so(scene: Scene, tie: Tie, first: int) -> bool:
    """Whether a title or a name reads so: Der Titel der Datei lautete „Sorgenkinder“."""
    if tie.cue is None or tie.cue.kind is not CueKind.TEXT:
        return False
    naming = lexicon(scene.frame.lexicon.language, "unsigned").words("naming")
    words = scene.frame.words
    near = (*words[max(0, tie.cue.first - _NAMING_REACH) : tie.cue.first], *words[tie.cue.last + 1 : first])
    return any(word.low in naming for word in near)


def _is_predicate(scene: Scene, first: int) -> bool:
    """Whether they stand behind a form of "to be" or "to have": found that it was “thin”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    before = words[first - 1] if first else None
    if before is None or before.capital:
        return False
    verbs = [word.low for word in words[max(0, first - _SHORT) : first] if not word.gap]
    told = before.low in BE or before.low in lexicon.lists["passive"]
    return told or (
        lexicon.language == "en"
        and len(verbs) > 1
        and verbs[-2] in ("had", "has", "have")
        and before.low.endswith(_DONE)
    )


def _too_loose(scene: Scene, marked: Marked, tie: Tie, first: int) -> bool:
    """Few words far from their cue, with the sentence going on over them."""
    if tie.cue is None or tie.rule is Rule.AFTER or tie.cue.kind in (CueKind.CALL, CueKind.ACCORDING):
        return False
    if first and scene.frame.words[first - 1].low in scene.frame.lexicon.lists["as"]:
        return False  # treated the alerts as “background noise”
    verb_last = scene.frame.lexicon.language in ("de", "nl")
    if tie.cue.kind is CueKind.LOOSE and first - tie.cue.last > _SHORT and not verb_last:
        few = len(_WORD.findall(scene.words_of(marked))) < _SHORT
        return few and not _is_predicate(scene, first)  # found that the “dark patterns” were many
    length = marked.span.end - marked.span.start
    following = scene.frame.text[marked.outer.end : marked.outer.end + 2].strip()
    goes_on = bool(following) and following[0].isalnum()
    return length <= _SHORT * 8 and goes_on and first - tie.cue.last > _FAR
