"""The speaker behind a quotation, in the rest of its sentence. Imports the scene and the clauses."""

from dataclasses import replace

from casefile.extraction.marks import Marked
from casefile.extraction.speech_clauses import DROPS_PRONOUNS, is_determiner, right_of
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import PRONOUN_KINDS, Mention, MentionKind
from casefile.extraction.speech_subjects import (
    REACH,
    before_postposition,
    holds_view,
    in_the_words_of,
)

_FAR = 25
_NEAR = 4
_SHORTEST_VERB = 3
_LONG_PHRASE = 9
_REFLEXIVE = frozenset(("se", "s’", "si", "zich"))
_SAYING = frozenset((CueKind.SAY, CueKind.LOOSE, CueKind.CALL))
_PEOPLE_KINDS = frozenset(
    (
        MentionKind.NAME, MentionKind.ROLE, MentionKind.SPOKES, MentionKind.HE, MentionKind.SHE,
        MentionKind.COMPANY, MentionKind.AUTHORITY, MentionKind.COURT,
    )
)  # fmt: skip


def tie_after(scene: Scene, marked: Marked, limit: int) -> Tie | None:
    """The speaker right after the quotation; ``limit`` is the offset where the next quotation begins."""
    words = scene.frame.words
    first = scene.word_at(marked.outer.end)
    last = min(_last_word_after(scene, marked), scene.word_at(limit), first + REACH)
    if first + 1 < last and words[first].low in scene.frame.lexicon.lists["as"]:
        as_said = tie_as(scene, first + 1, last)
        if as_said:
            return as_said
    if first >= last:
        return None
    gap = scene.frame.text[marked.outer.end : words[first].start]
    if any(sign in gap for sign in "([;"):
        return None
    cues = [
        cue
        for cue in scene.cues_in(first, last)
        if cue.first - first <= _FAR and (cue.kind is not CueKind.OPENING or cue.first == first)
    ]
    cue = cues[0] if cues else None
    beside = cue is not None and cue.kind is CueKind.BESIDE and cue.first == first
    if ":" in gap and not beside:
        return None
    own = _own_words_after(scene, first, last) or _is_cited(scene, first, last)
    if cue is None or own:
        return own or _named_after_dash(scene, first, last) or _unknown_verb(scene, marked, first, last)
    if cue.kind in (CueKind.BESIDE, CueKind.ACCORDING, CueKind.OPENING, CueKind.OWN_VIEW):
        if cue.kind is CueKind.OWN_VIEW and cue.first == first:
            return Tie(Rule.AFTER, cue, None, dropped=True)
        mention = right_of(scene, cue, last) if cue.first == first else None
        opening = cue.kind is CueKind.OPENING and not holds_view(mention)
        return Tie(Rule.AFTER, cue, mention) if mention and not opening else None
    if cue.kind is CueKind.POSTPOSED:
        mention = before_postposition(scene, cue, first)
        return Tie(Rule.AFTER, cue, mention) if mention else None
    return (
        _inverted(scene, cue, first, last)
        or _subject_first(scene, cue, first)
        or _unknown_verb(scene, marked, first, last)
        or next((tie for each in cues[:3] if (tie := _at_the_end(scene, each, first, last))), None)
    )


def tie_as(scene: Scene, first: int, last: int) -> Tie | None:
    """Who is named after "as": “appeals about appeals”, as one barrister likes to say."""
    mention = scene.mention_over(first)
    cue = next((cue for cue in scene.cues_in(first, min(last, first + _FAR)) if cue.kind in _SAYING), None)
    if mention is None or cue is None or mention.governed or cue.first <= mention.last:
        return None
    return Tie(Rule.AFTER, cue, mention)


def _own_words_after(scene: Scene, first: int, last: int) -> Tie | None:
    """A counter that “punishes sleep”, in the agency's words."""
    words = scene.frame.words
    if "," not in words[first].gap:
        return None
    end = next((index for index in range(first + 1, min(last, first + 12)) if words[index].gap), last)
    return replace(tie, rule=Rule.AFTER) if (tie := in_the_words_of(scene, first, end)) else None


def _is_cited(scene: Scene, first: int, last: int) -> Tie | None:
    """“…”, wird Mundt in der Mitteilung zitiert."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if not lexicon.has("passive", words[first].low):
        return None
    mention = next((each for each in scene.mentions_in(first, min(first + _NEAR, last))), None)
    for index in range(first + 1, min(first + _FAR, last)):
        if lexicon.has("cited", words[index].low):
            return Tie(Rule.AFTER, Cue(index, index, CueKind.SAY), mention)
    return None


def _unknown_verb(scene: Scene, marked: Marked, first: int, last: int) -> Tie | None:
    """A verb that no list holds, between a whole sentence and who said it: “…”, schnaubt Karla Voss."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    gap = words[first].gap
    if first + 1 < last and words[first].low in _REFLEXIVE:
        first += 1
    word = words[first]
    ended = "," in gap or scene.frame.text[marked.outer.end - 2 : marked.outer.end - 1] in tuple(",?!")
    if not ended or not word.text.isalpha() or not word.text.islower() or len(word.text) < _SHORTEST_VERB:
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


def _at_the_end(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
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
    turned = scene.frame.lexicon.language != "en" and words[cue.first].gap.endswith(",")
    mention = right_of(scene, cue, last) if turned else None
    return Tie(Rule.AFTER, cue, mention) if mention and mention.kind in _PEOPLE_KINDS else None


def _last_word_after(scene: Scene, marked: Marked) -> int:
    """A quotation that ends in a question mark may be followed by its speaker beyond the sentence's end."""
    sentence = scene.sentence_at(max(marked.outer.end - 1, 0))
    beyond = marked.span.end and scene.frame.text[marked.outer.end - 2 : marked.outer.end]
    if sentence.span.end > marked.outer.end:
        return sentence.last
    following = scene.sentence_at(sentence.span.end)
    if following.paragraph == sentence.paragraph and beyond and beyond[0] in "?!…":
        return following.last
    return sentence.last


def _named_after_dash(scene: Scene, first: int, last: int) -> Tie | None:
    words = scene.frame.words
    dashed = words[first].gap.replace(BLANK, "").strip(".!?…,") in ("—", "–", "-", "--", "―")
    mention = scene.mention_over(first)
    if dashed and mention and mention.kind is MentionKind.NAME and last - first <= 12:
        return Tie(Rule.NAME_LINE, None, mention)
    return None


def _inverted(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """Verb first: "…," said Kolb; where the language drops pronouns the verb alone will do."""
    joined = scene.frame.lexicon.has("conjunctions", scene.frame.words[first].low)
    if joined or cue.first - first > 3 or not all(scene.light(index) for index in range(first, cue.first)):
        return None
    led = [mention for mention in scene.mentions_in(first, cue.first) if mention.kind in PRONOUN_KINDS]
    if led:
        return Tie(Rule.AFTER, cue, led[-1])
    mention = right_of(scene, cue, last)
    if mention and cue.kind is CueKind.TEXT and mention.kind in PRONOUN_KINDS:
        mention = _text_before(scene, first)
    if mention:
        return Tie(Rule.AFTER, cue, mention)
    if scene.frame.lexicon.language in DROPS_PRONOUNS and cue.kind is not CueKind.CALL:
        return Tie(Rule.AFTER, cue, None, dropped=True)
    return None


def _subject_first(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """Subject first: “…,” the agency's chair, Hester Bruinsma, told reporters."""
    words = scene.frame.words
    for index in range(first, min(first + 3, cue.first)):
        mention = scene.mention_over(index)
        if mention and not mention.governed and mention.last < cue.first:
            between = range(mention.last + 1, cue.first)
            apart = words[mention.last + 1].gap.startswith((",", "(", "–", "—"))
            if apart or all(scene.light(each) for each in between):
                return Tie(Rule.AFTER, cue, _apposed(scene, mention, cue) or mention)
            break
        if not scene.light(index) and not is_determiner(scene, index):
            break
    return _subject_beside(scene, cue, first)


def _apposed(scene: Scene, mention: Mention, cue: Cue) -> Mention | None:
    """The person named between commas right before the verb: its secretary-general, Birgit van Loon, said."""
    last = scene.mention_over(cue.first - 1)
    named = last is not None and last is not mention and last.party is PartyKind.PERSON
    if last is None or not named or last.governed:
        return None
    words = scene.frame.words
    return last if words[last.first].gap == "," and words[cue.first].gap == "," else None


def _subject_beside(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """A longer phrase that ends right before the verb: “…,” whole-time member Anjali Rao wrote."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    index = cue.first - 1
    while index > first and not words[index + 1].gap and not scene.mention_over(index) and scene.light(index):
        index -= 1
    mention = scene.mention_over(index)
    if mention is None and words[cue.first].gap == "," and cue.first - first <= _LONG_PHRASE:
        mention = scene.mention_over(first)  # an apposition stands between: Ruedi Aeschlimann, once there,
    if mention is None or mention.governed or mention.kind not in _PEOPLE_KINDS:
        return None
    for each in range(first, mention.first):
        low = words[each].low
        if (
            lexicon.joins(low)
            or lexicon.reports(low)
            or lexicon.has("relatives", low)
            or (each > first and words[each].gap not in ("", ","))
        ):
            return None
    return Tie(Rule.AFTER, cue, mention) if mention.first - first <= _LONG_PHRASE else None


def _text_before(scene: Scene, word: int) -> Mention | None:
    """The text that was just spoken of: La resolución … se lee en ella."""
    near = scene.mentions_in(max(0, word - REACH), word)
    return next((each for each in reversed(near) if each.kind is MentionKind.DOCUMENT), None)
