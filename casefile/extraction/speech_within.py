"""Words within a sentence that no verb of saying gives a speaker. Imports the scene and the subjects."""

import re
from dataclasses import replace

from casefile.extraction.marks import Marked
from casefile.extraction.speech_frames import Sentence
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind
from casefile.extraction.speech_subjects import REACH, accounted, tie_in

_WORD = re.compile(r"\w+")
_PRONOUNS = frozenset((MentionKind.HE, MentionKind.SHE))
_SAID = frozenset((CueKind.SAY, CueKind.CALL))
_VERB_WITHIN = 2
_FEWEST = 2
_STANCE = 3
_TELLING = frozenset((PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.COURT, PartyKind.OTHER))


def is_mood(scene: Scene, tie: Tie) -> bool:
    """Whether only the German subjunctive says that the words are reported: habe „kooperiert“."""
    if tie.cue is None or tie.cue.kind is not CueKind.LOOSE or scene.frame.lexicon.language != "de":
        return False
    return scene.frame.lexicon.has("subjunctive", scene.frame.words[tie.cue.first].low)


def reported(scene: Scene, stretch: Marked) -> Tie | None:
    """German and French report on in the subjunctive: "Antragsteller bekämen jetzt eine „…“"."""
    lexicon = scene.frame.lexicon
    sentence = scene.sentence_at(stretch.outer.start)
    words = scene.frame.words[sentence.first : min(sentence.last, sentence.first + REACH)]
    if not any(lexicon.has("subjunctive", word.low) for word in words) or lexicon.language != "de":
        return None
    quoted = scene.word_at(stretch.outer.start)
    verb = next(
        (i for i in range(sentence.first, quoted) if lexicon.has("subjunctive", scene.frame.words[i].low)),
        None,
    )
    account = accounted(scene, sentence.first, verb) if verb is not None else None
    if account:
        return account
    if any(cue.kind is CueKind.SAY for cue in scene.cues_in(sentence.first, quoted)):
        return None  # somebody else is said to say it, if only without a name
    paragraph = scene.frame.paragraphs[sentence.paragraph]
    first = max(scene.word_at(paragraph.start), sentence.first - REACH)
    for cue in reversed(scene.cues_in(first, sentence.first)):
        start = scene.sentence_at(scene.frame.words[cue.first].start)
        tie = tie_in(scene, start.first, start.last, "")
        if tie or cue.kind in _SAID:
            return tie and replace(tie, rule=Rule.FOCUS)
    near = [each for each in scene.mentions_in(sentence.first, quoted) if not each.governed]
    own = any(each.name or each.kind in _PRONOUNS for each in near)
    if (own and words[0].low != "man") or sentence.first <= scene.word_at(paragraph.start):
        return None
    before = scene.sentence_at(scene.frame.words[sentence.first - 1].start)
    acting = [each for each in scene.mentions_in(before.first, before.last) if not each.governed]
    return Tie(Rule.FOCUS, None, acting[0]) if acting and acting[0].name else None


def said_on(scene: Scene, stretch: Marked) -> Tie | None:
    """Who said the sentence before, where this one only goes on with it: And that the bank “would pay”."""
    sentence, lexicon = scene.sentence_at(stretch.outer.start), scene.frame.lexicon
    opening = scene.frame.words[sentence.first : sentence.first + 2]
    goes_on = len(opening) == _FEWEST and lexicon.has("conjunctions", opening[0].low)
    if not goes_on or opening[1].low not in lexicon.lists["that"] or not sentence.first:
        return None
    before = scene.sentence_at(scene.frame.words[sentence.first - 1].start)
    if before.paragraph != sentence.paragraph:
        return None
    tie = tie_in(scene, before.first, before.last, "")
    return tie and replace(tie, rule=Rule.FOCUS)


def said_within(scene: Scene, stretch: Marked) -> Tie | None:
    """Who says it where the verb of saying is itself quoted: Apple « conteste » cette analyse."""
    first = scene.word_at(stretch.outer.start)
    mention = scene.mention_over(first - 1) if first else None
    sentence = scene.sentence_at(stretch.outer.start)
    if mention is None or mention.governed or mention.first < sentence.first:
        return _stance(scene, stretch, sentence)
    acts = bool(mention.name) or mention.kind in ORGANISATION_NOUNS or mention.kind in _PRONOUNS
    opens = all(scene.light(index) for index in range(sentence.first, mention.first))
    words = _WORD.findall(scene.words_of(stretch).lower())[:_VERB_WITHIN]
    cues = scene.frame.lexicon.cues
    said = any(kind in _SAID for word in words for parts, kind in cues.get(word, ()) if len(parts) == 1)
    return Tie(Rule.BEFORE, None, mention) if acts and opens and said else _stance(scene, stretch, sentence)


def _stance(scene: Scene, stretch: Marked, sentence: Sentence) -> Tie | None:
    """The organisation that opens the sentence and tells of itself: Snugwell is “reviewing its options”."""
    lexicon, first = scene.frame.lexicon, scene.word_at(stretch.outer.start)
    said = _WORD.findall(scene.words_of(stretch).lower())
    goes_on = scene.frame.text[stretch.outer.end : stretch.outer.end + 2].strip().islower()
    if not any(lexicon.has("stances", word) for word in said[:_STANCE]):
        return None
    subject = next((each for each in scene.mentions_in(sentence.first, first) if not each.governed), None)
    named = subject is not None and bool(subject.name) and subject.party in _TELLING
    if len(said) < _FEWEST - (goes_on or named):
        return None
    if subject is None or not (
        subject.party in _TELLING or subject.kind in (*ORGANISATION_NOUNS, *_PRONOUNS, MentionKind.IT)
    ):
        return None
    ahead = range(sentence.first, subject.first)
    words = scene.frame.words
    opens = all(scene.light(index) or lexicon.has("conjunctions", words[index].low) for index in ahead)
    opens = opens or subject.last + 1 == first or _is_behind_adverb(scene, sentence, subject)
    return Tie(Rule.BEFORE, None, subject) if opens and _leads_to(scene, subject, first, stretch) else None


def _is_behind_adverb(scene: Scene, sentence: Sentence, subject: Mention) -> bool:
    """Whether one word and a comma stand before the subject: Officiellement, la CNIL « prend acte »."""
    words = scene.frame.words
    second = sentence.first + 1
    return second < len(words) and words[second].gap == "," and subject.first - sentence.first <= _FEWEST


def _leads_to(scene: Scene, subject: Mention, first: int, stretch: Marked) -> bool:
    """Whether nothing but a verb or words between commas part the subject from the quotation."""
    words, between = scene.frame.words, range(subject.last + 1, first)
    if not between:
        return True
    ended = scene.frame.text[words[first - 1].end : stretch.outer.start].strip() == ","
    if words[between[0]].gap == "," and ended:
        return True
    passive = scene.frame.lexicon.lists["passive"]
    short = len(between) <= _STANCE
    return all(scene.light(index) or (short and words[index].low in passive) for index in between)
