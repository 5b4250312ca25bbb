"""The speaker before a quotation, or alone on the line beside it. Imports the scene and the clauses.

Reads only what stands beside the quotation: its sentence, the line before that ends in a colon, the bare name
on the next line. Whom the noun phrase means is settled in speakers.
"""

from collections.abc import Sequence

from casefile.extraction.marks import Marked
from casefile.extraction.speech_clauses import (
    DROPS_PRONOUNS,
    drops_subject,
    find_subject,
    right_of,
)
from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention, MentionKind

_FAR = 25
REACH = 80
"""How many words before a quotation may hold its speaker."""
_NEAR = 4
_BESIDE = 2
_VIEWS = frozenset((CueKind.POSTPOSED, CueKind.OWN_VIEW, CueKind.OPENING))
_KNOWN = frozenset((PartyKind.PERSON, PartyKind.AUTHORITY, PartyKind.COURT))
_NO_VIEW = frozenset((MentionKind.PEOPLE, MentionKind.DOCUMENT, MentionKind.REPLY, MentionKind.IT))


def holds_view(mention: Mention | None) -> bool:
    """Whether the phrase may hold a view: no crowd, no text, and nobody in particular ("for a business")."""
    return mention is not None and mention.kind not in _NO_VIEW and not mention.indefinite


def before_postposition(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """Der Behörde zufolge."""
    if cue.first <= first or scene.frame.words[cue.first].gap:
        return None
    return scene.mention_over(cue.first - 1)


def tie_before(scene: Scene, marked: Marked) -> Tie | None:
    """The speaker in the same sentence before the quotation, by the nearest cue that has one."""
    sentence = scene.sentence_at(marked.outer.start)
    return tie_in(scene, sentence.first, scene.word_at(marked.outer.start), _lead(scene, marked))


def _lead(scene: Scene, marked: Marked) -> str:
    return scene.frame.text[max(0, marked.outer.start - 3) : marked.outer.start].rstrip()[-1:]


def tie_in(scene: Scene, first: int, last: int, lead: str) -> Tie | None:
    """The speaker in a half-open range of words, by its last cue; ``lead`` is the sign that ends it."""
    first = max(first, last - REACH)
    owned = in_the_words_of(scene, first, last) or _left_out(scene, first, last)
    if owned:
        return owned
    cues = scene.cues_in(first, last)
    for cue in reversed(cues):
        if _only_reports(scene, cue, cues):
            continue
        if cue.kind is CueKind.CALL and _is_term(scene, cue, first):
            return None
        tie = _tie_by(scene, cue, first, last, lead)
        if tie:
            return tie
    if lead == ":" and first < last:
        near = scene.mentions_in(first, last)
        spoken = [each for each in near if not each.governed and not _is_stray(scene, each)]
        if not spoken:
            spoken = [each for each in near if each.party is PartyKind.PERSON][-1:]
        if spoken and _is_label(scene, spoken[0]):
            return None
        person = next((each for each in spoken if each.party is PartyKind.PERSON), None)
        return Tie(Rule.COLON, None, person or (spoken[0] if spoken else None))
    return None


def _only_reports(scene: Scene, cue: Cue, cues: Sequence[Cue]) -> bool:
    """Whether the German subjunctive only goes on with what another verb says: widersprach: Er habe „…“."""
    lexicon, low = scene.frame.lexicon, scene.frame.words[cue.first].low
    if lexicon.language != "de" or cue.kind is not CueKind.LOOSE or not lexicon.has("subjunctive", low):
        return False
    return any(each.kind is CueKind.SAY and each.first < cue.first for each in cues)


def _is_stray(scene: Scene, mention: Mention) -> bool:
    """Whether it is a lone word that only owes its capital to the sentence's start: Duro il commento."""
    lone = mention.kind is MentionKind.NAME and " " not in mention.name and mention.party is PartyKind.OTHER
    words, lexicon = scene.frame.words, scene.frame.lexicon
    following = words[mention.last + 1] if mention.last + 1 < len(words) else None
    if not lone or following is None or following.gap:
        return False
    return lexicon.has("definite", following.low) or lexicon.has("indefinite", following.low)


def _left_out(scene: Scene, first: int, last: int) -> Tie | None:
    """The verb is that of the clause before: …; la empresa, de «persecución»."""
    words = scene.frame.words
    if last - 2 < first or not words[last - 1].gap.endswith(",") or len(words[last - 1].text) > _NEAR:
        return None
    mention = scene.mention_over(last - 2)
    parted = mention is not None and mention.first > first and ";" in words[mention.first].gap
    preposition = scene.frame.lexicon.has("prepositions", words[last - 1].low)
    return Tie(Rule.BEFORE, None, mention) if parted and preposition else None


def in_the_words_of(scene: Scene, first: int, last: int) -> Tie | None:
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
    if cue.kind in _VIEWS:
        return _by_view(scene, cue, first, last)
    if cue.kind in (CueKind.ACCORDING, CueKind.BESIDE):
        mention = right_of(scene, cue, last)
        near = last - cue.last <= _FAR
        if mention and mention.kind is MentionKind.DOCUMENT and _called_by_nobody(scene, first, cue.first):
            return Tie(Rule.BEFORE, cue, None, passive=True)
        return Tie(Rule.BEFORE, cue, mention) if mention and near else None
    beside = lead == ":" or (
        last - cue.last - 1 <= _BESIDE and BLANK not in "".join(w.gap for w in words[cue.last + 1 : last])
    )
    named = last - 1 > cue.last and words[last - 1].low in scene.frame.lexicon.lists["as"]
    if cue.kind is CueKind.LOOSE and not (beside or named or _opens_clause(scene, cue, last)):
        return None
    if _infinitive(scene, cue, last):
        return None
    if cue.kind is CueKind.CALL and _passive(scene, cue, first):
        return Tie(Rule.BEFORE, cue, None, passive=True)
    mention = _text_of(scene, first, last) if cue.kind is CueKind.TEXT else None
    mention = mention or find_subject(scene, cue, first, last)
    if mention is None and lead != ":" and not (beside or scene.frame.lexicon.language in DROPS_PRONOUNS):
        return None
    relative = scene.frame.lexicon.has("relatives", words[first].low)
    dropped = mention is None and (relative or drops_subject(scene, cue, first))
    return Tie(Rule.COLON if lead == ":" else Rule.BEFORE, cue, mention, dropped=dropped)


def _by_view(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """By whose view is told without a verb: in her opinion, der Behörde zufolge, for the minister."""
    if cue.kind is CueKind.POSTPOSED:
        mention = before_postposition(scene, cue, first)
        return Tie(Rule.BEFORE, cue, mention) if mention else None
    if cue.kind is CueKind.OWN_VIEW:
        return Tie(Rule.BEFORE, cue, None, dropped=True)
    opens = cue.first == first or scene.frame.words[cue.first].gap.endswith((",", ":", ";", "–", "—"))
    mention = right_of(scene, cue, last) if opens and last - cue.last <= _FAR else None
    return Tie(Rule.BEFORE, cue, mention) if holds_view(mention) else None


def _opens_clause(scene: Scene, cue: Cue, last: int) -> bool:
    """Whether a clause of what was said follows the participle: telling pensioners that."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    return words[cue.first].low.endswith("ing") and any(
        words[index].low in lexicon.lists["that"]
        for index in range(cue.last + 1, min(cue.last + _NEAR, last))
    )


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


def _once(scene: Scene, mention: Mention) -> bool:
    """Whether the text has the name nowhere else."""
    return scene.name_counts[mention.name] == 1


def _is_label(scene: Scene, mention: Mention) -> bool:
    """Whether a word in capitals before a colon only heads what follows: LA PHRASE: «…»."""
    return mention.name.isupper() and mention.party not in _KNOWN and _once(scene, mention)


def _bare_name(scene: Scene, paragraph: int, *, dashed: bool) -> Mention | None:
    span = scene.frame.paragraphs[paragraph]
    first, last = scene.word_at(span.start), scene.word_at(span.end)
    mention = scene.mention_over(first) if first < last <= first + 16 else None
    if mention is None or mention.kind is not MentionKind.NAME or mention.first != first:
        return None
    if " " not in mention.name and mention.party not in _KNOWN and _once(scene, mention):
        return None  # a label of the page: SEEN, Overheard
    whole = mention.last == last - 1
    marked = scene.frame.text[span.start] in "—–-―"
    role_follows = not whole and "," in scene.frame.words[mention.last + 1].gap
    return mention if whole or (dashed and (marked or role_follows)) else None
