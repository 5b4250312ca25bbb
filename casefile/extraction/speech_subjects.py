"""Which cue ties a quotation to which noun phrase. Imports the scene.

Reads only what stands beside the quotation: the rest of its sentence, the line before that ends in a colon,
the bare name on the next line. Whom the noun phrase means is settled in speakers.
"""

from casefile.extraction.marks import Marked
from casefile.extraction.speech_clauses import (
    DROPS_PRONOUNS,
    drops_subject,
    find_subject,
    is_determiner,
    right_of,
)
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import PRONOUN_KINDS, Mention, MentionKind

_FAR = 25
REACH = 80
"""How many words before a quotation may hold its speaker."""
_NEAR = 4
_BESIDE = 2


def tie_after(scene: Scene, marked: Marked, limit: int) -> Tie | None:
    """The speaker right after the quotation; ``limit`` is the offset where the next quotation begins."""
    words = scene.frame.words
    first = scene.word_at(marked.outer.end)
    last = min(_last_word_after(scene, marked), scene.word_at(limit), first + REACH)
    if first >= last or any(sign in words[first].gap for sign in ":([;"):
        return None
    cue = next((cue for cue in scene.cues_in(first, last) if cue.first - first <= _FAR), None)
    if cue is None:
        return _named_after_dash(scene, first, last)
    if cue.kind in (CueKind.BESIDE, CueKind.ACCORDING):
        mention = right_of(scene, cue, last) if cue.first == first else None
        return Tie(Rule.AFTER, cue, mention) if mention else None
    return _inverted(scene, cue, first, last) or _subject_first(scene, cue, first)


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
    if mention:
        return Tie(Rule.AFTER, cue, mention)
    if scene.frame.lexicon.language in DROPS_PRONOUNS and cue.kind is not CueKind.CALL:
        return Tie(Rule.AFTER, cue, None, dropped=True)
    return None


def _subject_first(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """Subject first: "…," the agency's chair, Hester Bruinsma, told reporters."""
    words = scene.frame.words
    for index in range(first, min(first + 3, cue.first)):
        mention = scene.mention_over(index)
        if mention and not mention.governed and mention.last < cue.first:
            between = range(mention.last + 1, cue.first)
            apart = words[mention.last + 1].gap.startswith((",", "(", "–", "—"))
            if apart or all(scene.light(each) for each in between):
                return Tie(Rule.AFTER, cue, mention)
            return None
        if not scene.light(index) and not is_determiner(scene, index):
            return None
    return None


def tie_before(scene: Scene, marked: Marked) -> Tie | None:
    """The speaker in the same sentence before the quotation, by the nearest cue that has one."""
    sentence = scene.sentence_at(marked.outer.start)
    return tie_in(scene, sentence.first, scene.word_at(marked.outer.start), _lead(scene, marked))


def _lead(scene: Scene, marked: Marked) -> str:
    return scene.frame.text[max(0, marked.outer.start - 3) : marked.outer.start].rstrip()[-1:]


def tie_in(scene: Scene, first: int, last: int, lead: str) -> Tie | None:
    """The speaker in a half-open range of words, by its last cue; ``lead`` is the sign that ends it."""
    first = max(first, last - REACH)
    owned = _in_the_words_of(scene, first, last)
    if owned:
        return owned
    for cue in reversed(scene.cues_in(first, last)):
        if cue.kind is CueKind.CALL and _is_term(scene, cue, first):
            return None
        tie = _tie_by(scene, cue, first, last, lead)
        if tie:
            return tie
    if lead == ":" and first < last:
        spoken = [each for each in scene.mentions_in(first, last) if not each.governed]
        return Tie(Rule.COLON, None, spoken[0] if spoken else None)
    return None


def _in_the_words_of(scene: Scene, first: int, last: int) -> Tie | None:
    """In the agency's words, an “illegal database”."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    for mention in reversed(scene.mentions_in(first, last)):
        after = words[mention.last + 1 : min(mention.last + 3, last)]
        possessive = (
            len(after) == 2 and after[0].low in ("'s", "’s") and lexicon.has("own_words", after[1].low)
        )
        if possessive:
            return Tie(Rule.BEFORE, Cue(mention.last + 2, mention.last + 2, CueKind.ACCORDING), mention)
    return None


def _tie_by(scene: Scene, cue: Cue, first: int, last: int, lead: str) -> Tie | None:
    words = scene.frame.words
    if cue.kind is CueKind.BESIDE and BLANK not in words[cue.first].gap:
        return None
    if cue.kind in (CueKind.ACCORDING, CueKind.BESIDE):
        mention = right_of(scene, cue, last)
        near = last - cue.last <= _FAR
        if mention and mention.kind is MentionKind.DOCUMENT and _called_by_nobody(scene, first, cue.first):
            return Tie(Rule.BEFORE, cue, None, passive=True)
        return Tie(Rule.BEFORE, cue, mention) if mention and near else None
    beside = lead == ":" or (
        last - cue.last - 1 <= _BESIDE and BLANK not in "".join(w.gap for w in words[cue.last + 1 : last])
    )
    if cue.kind is CueKind.LOOSE and not beside:
        return None
    if _infinitive(scene, cue, last):
        return None
    if cue.kind is CueKind.CALL and _passive(scene, cue, first):
        return Tie(Rule.BEFORE, cue, None, passive=True)
    mention = _text_of(scene, first, last) if cue.kind is CueKind.TEXT else None
    mention = mention or find_subject(scene, cue, first, last)
    if mention is None and lead != ":" and not (beside or scene.frame.lexicon.language in DROPS_PRONOUNS):
        return None
    dropped = mention is None and drops_subject(scene, cue, first)
    return Tie(Rule.COLON if lead == ":" else Rule.BEFORE, cue, mention, dropped=dropped)


def _is_term(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether nobody in the text uses the words: what the industry calls “dark patterns”."""
    words = scene.frame.words
    for index in range(cue.first - 1, max(first, cue.first - _NEAR) - 1, -1):
        if words[index + 1].gap or scene.mention_over(index):
            return False
        if words[index].low in ("what", "was", "wat"):
            return True
    return False


def _text_of(scene: Scene, first: int, last: int) -> Mention | None:
    """The text that speaks, wherever it stands: in the decision it says."""
    texts = (MentionKind.DOCUMENT, MentionKind.REPLY)
    return next((each for each in scene.mentions_in(first, last) if each.kind in texts), None)


def _infinitive(scene: Scene, cue: Cue, last: int) -> bool:
    """Declined to say; claimed to come from: nobody's words follow."""
    words = scene.frame.words
    after = words[cue.last + 1] if cue.last + 1 < last else None
    before = words[cue.first - 1].low if cue.first and not words[cue.first].gap else ""
    return before in ("to", "zu") or (after is not None and after.low == "to" and cue.kind is CueKind.SAY)


def _called_by_nobody(scene: Scene, first: int, last: int) -> bool:
    """It was described, according to the complaint, as: the complaint only reports it."""
    return any(cue.kind is CueKind.CALL and _passive(scene, cue, first) for cue in scene.cues_in(first, last))


def _passive(scene: Scene, cue: Cue, first: int) -> bool:
    for index in range(cue.first - 1, max(first - 1, cue.first - 4), -1):
        low = scene.frame.words[index].low
        if scene.frame.lexicon.has("passive", low):
            return True
        if not scene.light(index):
            return False
    return False


def tie_line(scene: Scene, paragraph: int, last: int) -> Tie | None:
    """The speaker of lines that are nothing but a quotation: a colon before them, a bare name beside them.

    ``paragraph`` and ``last`` are the first and the last of the lines.
    """
    paragraphs = scene.frame.paragraphs
    if paragraph:
        before = paragraphs[paragraph - 1]
        if scene.frame.text[before.end - 1] == ":":
            sentence = scene.sentence_at(before.end - 1)
            return tie_in(scene, sentence.first, sentence.last, ":")
    for neighbour in (last + 1, paragraph - 1):
        if 0 <= neighbour < len(paragraphs):
            mention = _bare_name(scene, neighbour, dashed=neighbour > paragraph)
            if mention:
                return Tie(Rule.NAME_LINE, None, mention)
    return None


def _bare_name(scene: Scene, paragraph: int, *, dashed: bool) -> Mention | None:
    span = scene.frame.paragraphs[paragraph]
    first, last = scene.word_at(span.start), scene.word_at(span.end)
    mention = scene.mention_over(first) if first < last <= first + 16 else None
    if mention is None or mention.kind is not MentionKind.NAME or mention.first != first:
        return None
    whole = mention.last == last - 1
    marked = scene.frame.text[span.start] in "—–-―"
    role_follows = not whole and "," in scene.frame.words[mention.last + 1].gap
    return mention if whole or (dashed and (marked or role_follows)) else None
