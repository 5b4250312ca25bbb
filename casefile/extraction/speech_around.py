"""The person whom the sentences around a quotation are about. Imports the scene and the cast."""

from collections.abc import Sequence
from dataclasses import replace

from casefile.extraction.marks import Marked
from casefile.extraction.speakers import Cast
from casefile.extraction.speech_behind import is_determiner
from casefile.extraction.speech_frames import Sentence
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind, phrase_length
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind
from casefile.extraction.speech_subjects import REACH, tie_in
from casefile.extraction.speech_turned import at_the_end

_TOLD = frozenset((CueKind.SAY, CueKind.ACCORDING))
_PRONOUNS = frozenset((MentionKind.HE, MentionKind.SHE))
_STATING = frozenset((PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.COURT, PartyKind.OTHER))
_TEXTS = frozenset((MentionKind.REPLY, MentionKind.DOCUMENT))
_TELLERS = frozenset((MentionKind.ROLE, MentionKind.SPOKES, *_PRONOUNS, *ORGANISATION_NOUNS))


def focus(scene: Scene, cast: Cast, first: int, last: int, *, spoken: bool) -> Tie | None:
    """The person whom the words before are about; ``spoken`` asks for a cue among them."""
    first = max(first, last - REACH)
    people = [
        mention
        for mention in scene.mentions_in(first, last)
        if not mention.governed
        and (cast.is_person(mention) or mention.kind in (MentionKind.HE, MentionKind.SHE))
    ]
    cues = [cue for cue in scene.cues_in(first, last) if cue.kind in (CueKind.SAY, CueKind.CALL)]
    return Tie(Rule.FOCUS, None, people[0]) if people and (cues or not spoken) else None


def attributed(scene: Scene, stretch: Marked, since: int) -> Tie | None:
    """Who says the sentence before a quotation in its paragraph: It had new rules, Zelvio said. “…”.

    ``since`` is the offset behind the quotation before, or where the paragraph begins.
    """
    sentence = scene.sentence_at(stretch.outer.start)
    if sentence.span.start < stretch.outer.start or sentence.span.start <= since:
        return None
    before = scene.sentence_at(max(sentence.span.start - 2, 0))
    if before.paragraph != sentence.paragraph or before.span.start < since:
        return None
    return _told_in(scene, before)


def said_before(scene: Scene, stretch: Marked, since: int) -> Tie | None:
    """Who says the sentence before one that only leads to a quotation: Ann Yost disagreed. Then, later: “…”.

    ``since`` is the offset behind the quotation before.
    """
    sentence = scene.sentence_at(stretch.outer.start)
    before = scene.sentence_at(scene.frame.words[sentence.first - 1].start) if sentence.first else sentence
    if before is sentence or before.paragraph != sentence.paragraph or before.span.start < since:
        return None
    says = (cue for cue in scene.cues_in(before.first, before.last) if cue.kind is CueKind.SAY)
    told = (tie_in(scene, before.first, cue.last + 1, "") for cue in says)
    tie = _told_in(scene, before) or next((tie for tie in told if tie and tie.mention), None)
    return replace(tie, rule=Rule.FOCUS) if tie else None


def _told_in(scene: Scene, sentence: Sentence) -> Tie | None:
    """Who says the sentence, which has no quotation."""
    first, last = sentence.first, sentence.last
    cues = [cue for cue in scene.cues_in(first, last) if cue.kind in (CueKind.SAY, CueKind.LOOSE)]
    ending = next((tie for cue in cues if (tie := at_the_end(scene, cue, first, last))), None)
    tie = ending or tie_in(scene, first, last, "")
    if tie is None or tie.mention is None or tie.cue is None or tie.passive:
        return None
    return replace(tie, rule=Rule.FOCUS) if ending or tie.cue.kind in _TOLD else None


def stated(scene: Scene, stretch: Marked) -> Tie | None:
    """Whose statement the sentence before is about: Orrin’s statement is short. “…”; Orrin sent a reply. “…”.

    The sentence stands in the quotation's paragraph, or ends the one before where it opens its own.
    """
    sentence = scene.sentence_at(stretch.outer.start)
    if not sentence.first:
        return None
    before = scene.sentence_at(scene.frame.words[sentence.first - 1].start)
    if before.paragraph < sentence.paragraph - 1:
        return None
    near = scene.mentions_in(before.first, before.last)
    reply = next((each for each in near if each.kind in _TEXTS and not each.governed), None)
    if reply is None or (opening := near[0]).governed:
        return None
    if reply is opening:
        author = reply if reply.owner else _author_behind(scene, reply, near[1:2])
        return Tie(Rule.FOCUS, None, author) if author else None
    body = opening.party in _STATING or opening.kind in ORGANISATION_NOUNS
    alone = all(each.governed for each in near[1 : near.index(reply)]) and not any(
        word.gap for word in scene.frame.words[opening.last + 1 : reply.first + 1]
    )
    given = reply.kind is MentionKind.REPLY and reply.indefinite
    return Tie(Rule.FOCUS, None, opening) if body and alone and given else None


def _author_behind(scene: Scene, reply: Mention, following: Sequence[Mention]) -> Mention | None:
    """The body right behind its statement, a preposition between them: Die Stellungnahme von Orrin."""
    for each in following:
        between = scene.frame.words[reply.last + 1 : each.first]
        tied = len(between) == 1 and scene.frame.lexicon.has("of", between[0].low)
        return replace(each, governed=False) if tied and each.name and each.party in _STATING else None
    return None


def introduced(scene: Scene, first: int, last: int) -> Tie | None:
    """The one person whom the words before bring up with what they are: found by Ann Deasy, a teacher."""
    people = [
        each
        for each in scene.mentions_in(first, last)
        if each.party is PartyKind.PERSON or each.kind in _PRONOUNS
    ]
    if len(people) != 1 or not people[0].name:
        return None
    following = scene.frame.words[people[0].last + 1 : people[0].last + 2]
    aged = bool(following) and following[0].gap == "," and following[0].text.isdigit()
    if people[0].role_words is None and not aged:
        return None
    known = any(each.name == people[0].name for each in scene.mentions_in(0, first))
    return None if known else Tie(Rule.FOCUS, None, people[0])


def beyond(scene: Scene, stretch: Marked, paragraph: int) -> Tie | None:
    """The person who acts in the sentence behind a quotation that opens its paragraph."""
    sentence = scene.sentence_at(stretch.outer.end)
    if sentence.paragraph != paragraph or sentence.span.start < stretch.outer.end:
        return None
    acting = [each for each in scene.mentions_in(sentence.first, sentence.last) if not each.governed]
    opening = acting[0] if acting and acting[0].kind in _PRONOUNS else None
    person = opening or next((each for each in acting if each.party is PartyKind.PERSON), None)
    return Tie(Rule.FOCUS, None, person) if person else None


def told_behind(scene: Scene, stretch: Marked) -> Tie | None:
    """Who is named in the sentence behind, where it only tells whose words they were: So said Ann Yost."""
    sentence = scene.sentence_at(stretch.outer.end)
    within = sentence.paragraph == scene.sentence_at(stretch.outer.start).paragraph
    if not within or sentence.span.start < stretch.outer.end or sentence.first >= sentence.last:
        return None
    between = scene.frame.text[stretch.outer.end : sentence.span.start]
    words, lexicon = scene.frame.words, scene.frame.lexicon
    phrase = phrase_length(scene.frame, sentence.first, "told_behind")
    length = phrase or int(lexicon.has("told_behind", words[sentence.first].low))
    first = sentence.first + length
    if not length or between.strip() or first >= sentence.last:
        return None
    mention = scene.mention_over(first)
    if mention is None and is_determiner(scene, first):
        mention = scene.mention_over(first + 1)
    if mention is None or not (mention.name or mention.kind in _TELLERS):
        return None
    ended = mention.last + 1 >= sentence.last or bool(words[mention.last + 1].gap)
    return Tie(Rule.FOCUS, None, replace(mention, governed=False)) if phrase or ended else None


def newcomer(scene: Scene, cast: Cast, since: int, stretch: Marked, spoke: str) -> Mention | None:
    """The other person whom the sentence between two quotations is about: His wife was less polite."""
    sentence = scene.sentence_at(since)
    first, last = (
        sentence.last,
        scene.word_at(scene.sentence_at(stretch.outer.start).span.start),
    )
    acting = [each for each in scene.mentions_in(first, last) if not each.governed]
    opening = [each for each in acting if cast.is_person(each) and cast.opens(each)] or acting[:1]
    for each in reversed(opening):
        if not cast.is_person(each):
            continue
        role = each.kind is MentionKind.ROLE and (each.owner_kind is MentionKind.IT or each.indefinite)
        if role or (each.name and each.name != spoke):
            return each
    return None
