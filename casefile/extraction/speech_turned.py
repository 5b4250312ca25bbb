"""Verbs that stand further behind a quotation, or that no list holds. Imports the scene and the clauses."""

import re

from casefile.extraction.marks import Marked
from casefile.extraction.speech_agents import agent_before
from casefile.extraction.speech_behind import is_determiner, right_of
from casefile.extraction.speech_clauses import some_body
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import PRONOUN_KINDS, Mention, MentionKind

_SHORTEST_VERB = 3
_REACH = 8
_LONG_CLAUSE = 16
_HAVE = frozenset(("hat", "hatte", "habe", "haben", "hatten", "heeft", "had", "hadden", "hebben"))
_PARTICIPLE = re.compile(r"(?:[a-zäöüß]*ge[a-zäöüß]+|[a-zäöüß]{3,}ier)(?:t|en|d)")
"""How the participles of German and Dutch verbs look: getönt, kommentiert, geschreeuwd."""
_OF_WHAT = frozenset(("von", "vor", "über", "van", "voor", "over"))
_REFLEXIVE = frozenset(("se", "s’", "si", "zich"))
_SAYING = frozenset((CueKind.SAY, CueKind.LOOSE, CueKind.CALL))
_PEOPLE_KINDS = frozenset(
    (
        MentionKind.NAME, MentionKind.ROLE, MentionKind.SPOKES, MentionKind.HE, MentionKind.SHE,
        MentionKind.COMPANY, MentionKind.AUTHORITY, MentionKind.COURT,
    )
)  # fmt: skip


def unknown_verb(scene: Scene, marked: Marked, first: int, last: int) -> Tie | None:
    """A verb that no list holds, between a whole sentence and who said it: “…”, schnaubt Karla Voss.

    Where a verb before a few words reports them, the one behind does not: La CNIL, qui relève « … », laisse.
    """
    words, lexicon = scene.frame.words, scene.frame.lexicon
    gap = words[first].gap
    if first + 1 < last and (words[first].low in _REFLEXIVE or lexicon.has("hearers", words[first].low)):
        first += 1
    word = words[first]
    ended = "," in gap or scene.frame.text[marked.outer.end - 2 : marked.outer.end - 1] in tuple(",?!")
    opening = scene.sentence_at(marked.outer.start).first
    whole = not scene.words_of(marked)[0].islower() or not scene.cues_in(opening, first)
    if (
        not (ended and whole)
        or not word.text.isalpha()
        or not word.text.islower()
        or len(word.text) < _SHORTEST_VERB
    ):
        return None
    if (
        lexicon.joins(word.low)
        or scene.light(first)
        or any(
            lexicon.has(name, word.low)
            for name in ("prepositions", "definite", "indefinite", "relatives", "of")
        )
    ):
        return None
    if lexicon.language == "en" and not word.low.endswith(("ed", "s")):
        return None
    verb = Cue(first, first, CueKind.SAY)
    mention = right_of(scene, verb, last) or _hyphened(scene, first, last)
    if mention is None and first + 2 < last and lexicon.has("indefinite", words[first + 1].low):
        nobody = Mention(first + 1, first + 2, MentionKind.PEOPLE, indefinite=True)
        return None if words[first + 2].gap or lexicon.language == "en" else Tie(Rule.AFTER, verb, nobody)
    firm = mention is not None and mention.kind in _PEOPLE_KINDS
    return Tie(Rule.AFTER, verb, mention) if firm else None


def _hyphened(scene: Scene, first: int, last: int) -> Mention | None:
    """The pronoun that French ties to the verb: jure-t-il."""
    words = scene.frame.words
    if first + 1 >= last or words[first + 1].gap != "-":
        return None
    pronouns = (scene.mention_over(index) for index in range(first + 1, min(first + 3, last)))
    return next((each for each in pronouns if each and each.kind in PRONOUN_KINDS), None)


def at_the_end(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """An attribution that closes the sentence further on: “…” in gains, the regulator said in an order."""
    words = scene.frame.words
    if cue.kind is CueKind.CALL or any("." in words[index].gap for index in range(first + 1, cue.first)):
        return None
    mention = scene.mention_over(cue.first - 1)
    start = mention.first if mention else first
    start -= start > first and not words[start].gap and is_determiner(scene, start - 1)
    said = cue.kind in (CueKind.SAY, CueKind.TEXT)
    if said and mention and "," in words[start].gap and not words[cue.first].gap and not mention.governed:
        return Tie(Rule.AFTER, cue, mention)
    verb = cue.first
    while verb > first and not words[verb].gap and scene.frame.lexicon.has("auxiliary", words[verb - 1].low):
        verb -= 1  # a précisé
    turned = scene.frame.lexicon.language != "en" and words[verb].gap.endswith(",")
    mention = right_of(scene, cue, last) if turned else None
    several = mention is not None and mention.kind is MentionKind.PEOPLE and mention.definite
    return Tie(Rule.AFTER, cue, mention) if mention and (several or mention.kind in _PEOPLE_KINDS) else None


def bracketed(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """The subject between auxiliary and participle: „…“, hatte Anwältin Constanze Vogt zuvor eingewandt."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    turned = lexicon.language in ("de", "nl") and lexicon.has("auxiliary", words[first].low)
    if not turned or cue.first <= first + 1 or cue.kind not in _SAYING:
        return None
    mention = right_of(scene, Cue(first, first, CueKind.SAY), cue.first)
    if mention is None or mention.governed or words[cue.first].gap.endswith((":", ";")):
        return None
    return Tie(Rule.AFTER, cue, mention)


def boasted(scene: Scene, first: int, last: int) -> Tie | None:
    """The same with a participle that no list holds: „…“, hatte der Gründer Uwe Lenz vor Jahren getönt."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    turned = lexicon.language in ("de", "nl") and words[first].low in _HAVE and "," in words[first].gap
    closing = words[last - 1]
    if not turned or last - first > _LONG_CLAUSE or not _PARTICIPLE.fullmatch(closing.text):
        return None
    mention = right_of(scene, Cue(first, first, CueKind.SAY), last - 1)
    person = mention is not None and mention.kind in _PEOPLE_KINDS and not mention.governed
    whole = not any(words[index].gap for index in range(first + 1, last) if mention and index > mention.last)
    return Tie(Rule.AFTER, Cue(last - 1, last - 1, CueKind.SAY), mention) if person and whole else None


def named_so(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """The participle behind what somebody named so: De firma had het bedrag ‘buitenaards’ genoemd."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if lexicon.language not in ("de", "nl") or cue.kind not in _SAYING or cue.first != first or not first:
        return None
    start = scene.sentence_at(words[first].start).first
    before = range(start, first)
    agent = agent_before(scene, start, first)
    if agent:
        return Tie(Rule.AFTER, cue, agent)
    if any(lexicon.has("passive", words[index].low) for index in before):
        return Tie(Rule.AFTER, cue, None, passive=True)
    called = cue.kind is CueKind.CALL
    clause = _subject_before(scene, cue, start) if called else None
    if clause and not clause.governed and _in_relative(scene, clause, start):
        return Tie(Rule.AFTER, cue, clause)  # die het hof ‘onbegrijpelijk’ noemde
    if not any(lexicon.has("auxiliary", words[index].low) for index in before):
        return None
    subject = next((each for each in scene.mentions_in(start, first) if not each.governed), None)
    return Tie(Rule.AFTER, cue, subject)


def spoken_of(scene: Scene, marked: Marked) -> Tie | None:
    """German and Dutch: who has spoken of it, the verb ending the sentence: hatte sie von „…“ gesprochen."""
    lexicon, words = scene.frame.lexicon, scene.frame.words
    sentence, quoted = scene.sentence_at(marked.outer.start), scene.word_at(marked.outer.start)
    behind = range(quoted, min(sentence.last, quoted + _REACH))
    verb = next((index for index in behind if lexicon.has("spoken_of", words[index].low)), None)
    if lexicon.language not in ("de", "nl") or verb is None or quoted <= sentence.first:
        return None
    if words[quoted - 1].low not in _OF_WHAT:
        return None
    subject = next((e for e in scene.mentions_in(sentence.first, quoted) if not e.governed), None)
    return Tie(Rule.AFTER, Cue(verb, verb, CueKind.CALL), subject) if subject else None


def _in_relative(scene: Scene, subject: Mention, start: int) -> bool:
    """Whether a relative clause, or one of time or reason, has the phrase for its subject."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    opening = subject.first - 1
    if opening <= start:
        return False
    low = words[opening].low
    relative = lexicon.has("relatives", low) or lexicon.has("conjunctions", low)
    return relative and words[opening].gap in ("", ",")


def _subject_before(scene: Scene, cue: Cue, start: int) -> Mention | None:
    """Who stands right before the words and their article: den ein Ausschuss eine „Wohltat“ nannte."""
    index = cue.first - 1
    articled = index > start and scene.frame.lexicon.has("indefinite", scene.frame.words[index].low)
    index -= articled and scene.mention_over(index) is None
    return scene.mention_over(index) or some_body(scene, Cue(index + 1, index + 1, cue.kind), start)
