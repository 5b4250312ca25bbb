"""The speaker behind a quotation, in the rest of its sentence. Imports the scene and the clauses."""

from collections.abc import Sequence
from dataclasses import replace

from casefile.extraction.marks import Marked
from casefile.extraction.speech_behind import is_determiner, right_of
from casefile.extraction.speech_clauses import DROPS_PRONOUNS
from casefile.extraction.speech_lexicon import BE, CueKind
from casefile.extraction.speech_names import PartyKind, phrase_length
from casefile.extraction.speech_scene import Cue, Rule, Scene, Tie
from casefile.extraction.speech_shapes import PRONOUN_KINDS, Mention, MentionKind
from casefile.extraction.speech_subjects import REACH, tie_in
from casefile.extraction.speech_turned import at_the_end, boasted, bracketed, named_so, unknown_verb
from casefile.extraction.speech_views import before_postposition, holds_view, in_the_words_of

_FAR = 25
_NEAR = 4
_LONG_PHRASE = 9
_LONG_CLAUSE = 14
_GENITIVE = ("'s", "’s")
_DASHES = ("—", "–", "-", "--", "―")
_SIGNATURE = 14
"""Words that tell at most who said it and what they are."""
_VIEWS = frozenset(
    (
        CueKind.BESIDE,
        CueKind.ACCORDING,
        CueKind.OPENING,
        CueKind.OWN_VIEW,
        CueKind.OWN_ACCOUNT,
        CueKind.POSTPOSED,
    )
)
_SAYING = frozenset((CueKind.SAY, CueKind.LOOSE, CueKind.CALL))
_OFFICIAL = frozenset((PartyKind.AUTHORITY, PartyKind.COURT))
_OFFICIAL_KINDS = frozenset((MentionKind.AUTHORITY, MentionKind.COURT))
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
    leading = phrase_length(scene.frame, first, "as") if first < last else 0
    leading = leading or int(first < last and words[first].low in scene.frame.lexicon.lists["as"])
    if leading and first + leading < last:
        as_said = tie_as(scene, first + leading, last)
        if as_said:
            return as_said
    signed = _signed(scene, marked, first)
    if signed or first >= last:
        return signed
    gap = scene.frame.text[marked.outer.end : words[first].start]
    if _is_told_of(scene, first, gap):
        return None
    if any(sign in gap for sign in "([;"):
        return None
    return _tie_behind(scene, marked, first, last, colon=":" in gap)


def _tie_behind(scene: Scene, marked: Marked, first: int, last: int, *, colon: bool) -> Tie | None:
    """The speaker in a half-open range of words behind the quotation; ``colon`` where one parts them."""
    cues = [
        cue
        for cue in scene.cues_in(first, last)
        if cue.first - first <= _FAR
        and not _is_infinitive(scene, cue)
        and (cue.kind is not CueKind.OPENING or cue.first == first)
    ]
    cue = cues[0] if cues else None
    beside = cue is not None and cue.kind is CueKind.BESIDE and cue.first == first
    if colon and not beside:
        named = scene.mention_over(first)
        person = named is not None and named.party is PartyKind.PERSON and bool(named.name)
        return Tie(Rule.NAME_LINE, None, named) if person else None
    own = (
        _ones_verdict(scene, first, last)
        or _as_said_later(scene, first, last)
        or _own_words_after(scene, first, last)
        or _is_cited(scene, first, last)
    )
    if cue is not None and _is_explained(scene, first, cue):
        return own
    if cue is None or own:
        return own or boasted(scene, first, last) or unknown_verb(scene, marked, first, last)
    if cue.kind in _VIEWS:
        return _view_after(scene, cue, first, last)
    return (
        _named_at_last(scene, cue, first, last)
        or _inverted(scene, cue, first, last)
        or bracketed(scene, cue, first)
        or named_so(scene, cue, first)
        or _subject_first(scene, cue, first)
        or unknown_verb(scene, marked, first, last)
        or next((tie for each in cues[:3] if (tie := at_the_end(scene, each, first, last))), None)
    )


def _is_explained(scene: Scene, first: int, cue: Cue) -> bool:
    """Whether what was said is called something that others deny: “a scam,” a charge the company denies."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    opening, noun = scene.mention_over(first), first + 1
    if not lexicon.has("indefinite", words[first].low) or cue.kind not in _SAYING or cue.first < first + 3:
        return False
    thing = opening is None or opening.kind in (MentionKind.DOCUMENT, MentionKind.REPLY)
    noun = opening.last if opening else noun
    if noun + 1 >= cue.first:
        return False
    joint, low = noun + 1, words[noun + 1].low
    clause = lexicon.joins(low) or lexicon.has("relatives", low) or lexicon.has("definite", low)
    subject = scene.mention_over(joint) or scene.mention_over(joint + 1)
    plain = not words[noun].gap and words[joint].gap in ("", ",") and words[noun].text.islower()
    told = clause or lexicon.has("denials", words[cue.first].low)
    return (
        thing and plain and told and subject is not None and not subject.governed and subject.last < cue.first
    )


def _view_after(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """By whose view it is so, told behind the quotation without a verb of saying."""
    if cue.kind is CueKind.POSTPOSED:
        mention = before_postposition(scene, cue, first)
        return Tie(Rule.AFTER, cue, mention) if mention else None
    if cue.kind in (CueKind.OWN_VIEW, CueKind.OWN_ACCOUNT) and cue.first == first:
        return Tie(Rule.AFTER, cue, None, dropped=True)
    mention = right_of(scene, cue, last) if cue.first == first else None
    opening = cue.kind is CueKind.OPENING and not holds_view(mention)
    return Tie(Rule.AFTER, cue, mention) if mention and not opening else None


def _is_infinitive(scene: Scene, cue: Cue) -> bool:
    """Whether English has the bare verb: “obliged” to believe Mr Ashdown."""
    words = scene.frame.words
    english = scene.frame.lexicon.language == "en" and cue.first > 0
    return english and words[cue.first - 1].low == "to" and not words[cue.first].gap


def tie_as(scene: Scene, first: int, last: int) -> Tie | None:
    """Who is named after "as": “appeals about appeals”, as one barrister likes to say."""
    mention = scene.mention_over(first)
    cue = next((cue for cue in scene.cues_in(first, min(last, first + _FAR)) if cue.kind in _SAYING), None)
    text = next((cue for cue in scene.cues_in(first, first + 2) if cue.kind is CueKind.TEXT), None)
    if text and (told := right_of(scene, text, last)):
        return Tie(Rule.AFTER, text, told)  # come si legge nel provvedimento
    turned = cue is not None and _turns_behind_as(scene, first, cue)
    if cue is not None and turned and (named := right_of(scene, cue, last)):
        return Tie(Rule.AFTER, cue, named)
    if mention is None or cue is None or mention.governed or cue.first <= mention.last:
        return None
    return Tie(Rule.AFTER, cue, mention)


def _turns_behind_as(scene: Scene, first: int, cue: Cue) -> bool:
    """Whether the verb stands first in the clause, behind a pronoun at most: comme le dit Anne Roy."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    comparing = not lexicon.has("of", words[first - 1].low) and lexicon.language != "en"
    mention = scene.mention_over(first)
    free = mention is None or mention.kind in PRONOUN_KINDS
    return comparing and free and cue.kind is CueKind.SAY and cue.first - first <= 1


def _as_said_later(scene: Scene, first: int, last: int) -> Tie | None:
    """Who is named behind "as" further on: „…“ schützen, wie sie der Zeitung sagte."""
    words, leads = scene.frame.words, scene.frame.lexicon.lists["as"]
    for index in range(first + 1, min(last - 1, first + _NEAR)):
        if words[index].gap.endswith(",") and words[index].low in leads:
            return tie_as(scene, index + 1, last)
    return None


def _own_words_after(scene: Scene, first: int, last: int) -> Tie | None:
    """A counter that “punishes sleep”, in the agency's words."""
    words = scene.frame.words
    if "," not in words[first].gap:
        return None
    end = next((index for index in range(first + 1, min(last, first + 12)) if words[index].gap), last)
    return replace(tie, rule=Rule.AFTER) if (tie := in_the_words_of(scene, first, end)) else None


def _ones_verdict(scene: Scene, first: int, last: int) -> Tie | None:
    """English: whose words they were, behind "was": “…,” was Ann Yost’s verdict."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if lexicon.language != "en" or words[first].low not in BE or "," not in words[first].gap:
        return None
    for index in range(first + 2, min(first + _LONG_PHRASE, last)):
        told = any(lexicon.has(name, words[index].low) for name in ("own_lines", "own_words"))
        if told and words[index - 1].low in _GENITIVE:
            mention = scene.mention_over(index) or scene.mention_over(index - 2)
            return Tie(Rule.AFTER, None, mention) if mention and not mention.governed else None
        if words[index].gap and words[index].low not in _GENITIVE:
            return None
    return None


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


def _signed(scene: Scene, marked: Marked, first: int) -> Tie | None:
    """Who is named behind a dash, or in brackets that end the line: “…” – Ann Yost, Fair Bills."""
    words, text = scene.frame.words, scene.frame.text
    mention = scene.mention_over(first) if first < len(words) else None
    if mention is None or mention.kind is not MentionKind.NAME or mention.first != first:
        return None
    sign = text[marked.outer.end : words[first].start].strip(".!?…, ")
    line = scene.frame.paragraphs[scene.sentence_at(words[first].start).paragraph].end
    last = scene.word_at(line)
    bracketed = sign == "(" and mention.party is PartyKind.PERSON and text[line - 1] == ")"
    near = last - first <= _SIGNATURE and not scene.cues_in(first, last)
    return Tie(Rule.NAME_LINE, None, mention) if near and (sign in _DASHES or bracketed) else None


def _inverted(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """Verb first: "…," said Kolb; where the language drops pronouns the verb alone will do."""
    text = _told_text(scene, cue, first, last)
    if text:
        return Tie(Rule.AFTER, cue, text)
    joined = scene.frame.lexicon.has("conjunctions", scene.frame.words[first].low)
    between = range(first, cue.first)
    if joined or cue.first - first > 3 or not all(_may_precede(scene, index) for index in between):
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


def _is_told_of(scene: Scene, first: int, gap: str) -> bool:
    """Whether a clause about the marked words follows: El anunciado «botón», que el Congreso prometió."""
    lexicon, low = scene.frame.lexicon, scene.frame.words[first].low
    relative = lexicon.has("relatives", low) or low in lexicon.lists["that"]
    return gap.strip().endswith(",") and relative and lexicon.language in ("es", "fr", "it")


def _may_precede(scene: Scene, index: int) -> bool:
    """Whether the word may stand between a quotation and its verb: « … », nous disait alors Anne Morel."""
    return scene.light(index) or scene.frame.lexicon.has("hearers", scene.frame.words[index].low)


def _named_at_last(scene: Scene, cue: Cue, first: int, last: int) -> Tie | None:
    """Who is named behind the verb, a pronoun before it meaning the same: „…“ empfinde er, sagt Ann Yost."""
    pronoun = any(each.kind in PRONOUN_KINDS for each in scene.mentions_in(first, cue.first))
    apart = scene.frame.words[cue.first].gap.endswith(",") and scene.frame.lexicon.language != "en"
    if not pronoun or not apart or cue.kind is not CueKind.SAY or cue.first == first:
        return None
    named = right_of(scene, cue, last)
    return Tie(Rule.AFTER, cue, named) if named and named.name else None


def _says_more(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether another sentence tells what its subject says: “From the telly!” Her neighbour said he knew."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    following = words[cue.last + 1] if cue.last + 1 < len(words) else None
    another = scene.sentence_at(words[first].start).first == first and words[first].capital
    if not another or following is None or following.gap or lexicon.has("addressing", words[cue.first].low):
        return False
    return any(lexicon.has(name, following.low) for name in ("he", "she", "it", "they", "that"))


def _subject_first(scene: Scene, cue: Cue, first: int) -> Tie | None:
    """Subject first: “…,” the agency's chair, Hester Bruinsma, told reporters."""
    words = scene.frame.words
    if _says_more(scene, cue, first):
        return None
    if scene.frame.lexicon.has("unknown", words[first].low) and cue.kind in _SAYING:
        return Tie(Rule.AFTER, cue, Mention(first, first, MentionKind.PEOPLE, indefinite=True))
    for index in range(first, min(first + 3, cue.first)):
        mention = scene.mention_over(index)
        if mention and not mention.governed and mention.last < cue.first:
            between = range(mention.last + 1, cue.first)
            apart = words[mention.last + 1].gap.startswith((",", "(", "–", "—")) or _goes_on(scene, between)
            apart = apart or _is_enclosed(scene, mention, cue)
            if apart or all(scene.light(each) for each in between):
                if cue.kind is CueKind.TEXT and mention.kind is MentionKind.IT:
                    mention = _text_before(scene, first) or mention  # “…,” it reads
                return Tie(Rule.AFTER, cue, _apposed(scene, mention, cue) or mention)
            break
        if not scene.light(index) and not is_determiner(scene, index):
            break
    return _subject_beside(scene, cue, first)


def _is_enclosed(scene: Scene, mention: Mention, cue: Cue) -> bool:
    """Whether a comma opens what a person is, and one closes it right before the verb."""
    words = scene.frame.words
    inside = any(words[index].gap == "," for index in range(mention.first + 1, mention.last + 1))
    return mention.party is PartyKind.PERSON and inside and words[cue.first].gap == ","


def _goes_on(scene: Scene, between: Sequence[int]) -> bool:
    """Whether the words only go on with the phrase before them: the decision of 8 May notes."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if not between or len(between) > _NEAR + 1 or not lexicon.has("of", words[between[0]].low):
        return False
    return not any(
        words[index].gap
        or lexicon.joins(words[index].low)
        or (words[index].text.islower() and lexicon.has("auxiliary", words[index].low))
        for index in between
    )


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
    named = scene.mention_over(index)
    if (
        named
        and not named.governed
        and named.party is PartyKind.PERSON
        and _between_commas(scene, named, first)
    ):
        return Tie(Rule.AFTER, cue, named)
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


def _between_commas(scene: Scene, named: Mention, first: int) -> bool:
    """Whether the name stands between the only commas: the director who drafted it, Miguel Arantes, told."""
    words = scene.frame.words
    apart = words[named.first].gap == "," and words[named.last + 1].gap == ","
    near = named.first - first <= _LONG_CLAUSE
    return apart and near and not any(words[index].gap for index in range(first + 1, named.first))


def _told_text(scene: Scene, cue: Cue, first: int, last: int) -> Mention | None:
    """The text or the body before it that words without a subject point to: « … », y lit-on."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    whole = cue.kind is CueKind.TEXT and cue.first - first <= 1 and _is_impersonal(scene, cue)
    if not whole or scene.mentions_in(cue.last + 1, last) or last - cue.last - 1 > 2:
        return None
    if any(lexicon.has("prepositions", words[index].low) for index in range(cue.last + 1, last)):
        return None
    before = scene.sentence_at(words[first - 1].start).first if first else 0
    said = tie_in(scene, before, first, "") if lexicon.has("heard", words[cue.last].low) and first else None
    if said and said.mention and said.cue and said.cue.kind is CueKind.SAY:
        return said.mention  # Der Minister kündigte es an. „…“, hieß es.
    near = scene.mentions_in(before, first)
    texts = [each for each in near if each.kind is MentionKind.DOCUMENT]
    bodies = [each for each in near if each.party in _OFFICIAL or each.kind in _OFFICIAL_KINDS]
    return texts[-1] if texts else (bodies[-1] if bodies else None)


def _is_impersonal(scene: Scene, cue: Cue) -> bool:
    """Whether the phrase has no subject but "one" or "it": y lit-on, heißt es, se lee."""
    return cue.last > cue.first or "-" in scene.frame.words[cue.first].text


def _text_before(scene: Scene, word: int) -> Mention | None:
    """The text that was just spoken of: La resolución … se lee en ella."""
    near = scene.mentions_in(max(0, word - REACH), word)
    return next((each for each in reversed(near) if each.kind is MentionKind.DOCUMENT), None)
