"""The noun phrase behind a verb of saying or another cue. Imports the scene."""

from dataclasses import replace

from casefile.extraction.name_words import places
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind, phrase_length
from casefile.extraction.speech_scene import Cue, Scene
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, PRONOUN_KINDS, Mention, MentionKind

_BODIES = frozenset((PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.COURT))
_PHRASE = 10
_JOINS = (",", "", ")")
_BRACKETS = ("(", ")")
_NEAR = 4
_FEW = 3
_SCENE = 14
"""Words from a verb to who speaks at most, where a preposition tells of the scene between them."""
_TITLES_FIRST = ("en", "de", "nl")


def right_of(scene: Scene, cue: Cue, last: int) -> Mention | None:
    """The noun phrase right after the cue, or the name that it ends in."""
    aside = phrase_length(scene.frame, cue.last + 1, "asides") if cue.last + 1 < last else 0
    cue = replace(cue, last=cue.last + aside)
    named = None if cue.kind is CueKind.TEXT else _named_behind(scene, cue, last)
    return named or _where_one_says(scene, cue.last + 1, last) or _phrase_behind(scene, cue, last)


def _phrase_behind(scene: Scene, cue: Cue, last: int) -> Mention | None:
    """The noun phrase right after the cue; no object and nothing behind a preposition."""
    words, language = scene.frame.words, scene.frame.lexicon.language
    leading = cue.kind in (CueKind.ACCORDING, CueKind.BESIDE, CueKind.TEXT, CueKind.OPENING)
    aside = False
    for index in range(cue.last + 1, min(cue.last + _reach(scene, cue), last)):
        mention = scene.mention_over(index) or _oblique(scene, index, leading=leading)
        titled = mention is not None and (index > mention.first or _is_numbered(scene, index))
        hyphened = mention is not None and words[index].gap == "-" and mention.kind in PRONOUN_KINDS
        if words[index].gap and not titled and not hyphened and not (leading and index == cue.last + 1):
            return None
        if mention and mention.governed and not (leading or aside) and _is_origin(scene, mention):
            return mention
        if mention and aside and _behind_noun(scene, mention):
            return mention
        if mention and mention.governed and not leading and language != "en":
            aside = True  # on X, to the agency: the subject stands behind it
            continue
        if mention:
            return None if mention.governed and not (leading and _may_tell(cue, mention)) else mention
        if scene.frame.lexicon.has("somebody", words[index].low) and _stands_alone(scene, index, last):
            return Mention(index, index, MentionKind.PEOPLE, indefinite=True)
        numbered = index + 1 < last and _is_numbered(scene, index + 1)
        if numbered or (not leading and _before_name(scene, index, last)):
            continue
        clause = aside and scene.frame.lexicon.joins(words[index].low)  # a este diario que la decisión es
        from_there = index == cue.last + 1 and scene.frame.lexicon.has("origin", words[index].low)
        preposition = language != "en" and scene.frame.lexicon.has("prepositions", words[index].low)
        aside = aside or (preposition and not from_there)
        if clause or not (leading or aside or from_there or _may_lead(scene, index)):
            return None
    return None


def _reach(scene: Scene, cue: Cue) -> int:
    """How many words behind a verb its subject may stand, more where a preposition tells of the scene."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    if lexicon.language == "en":
        return _NEAR + 2
    behind = words[cue.last + 1].low if cue.last + 1 < len(words) else ""
    return _SCENE if lexicon.has("prepositions", behind) else _NEAR + 4


def _stands_alone(scene: Scene, index: int, last: int) -> bool:
    """Whether the word is no article before its noun: said one; said one of them; not con una risa."""
    if index + 1 >= last or scene.frame.words[index + 1].gap:
        return True
    low, lexicon = scene.frame.words[index + 1].low, scene.frame.lexicon
    return lexicon.has("of", low) or lexicon.has("relatives", low) or lexicon.language in ("en", "de")


def _may_tell(cue: Cue, mention: Mention) -> bool:
    """Whether a governed phrase is no town where words are only heard: klinkt het in Brussel."""
    return cue.kind is not CueKind.TEXT or mention.name not in places()


def _where_one_says(scene: Scene, first: int, last: int) -> Mention | None:
    """The body behind a French verb of nobody in particular: indique-t-on chez Orrin."""
    words = scene.frame.words
    index = first + (first < last and words[first].low == "t")
    if index >= last or words[index].gap != "-" or not is_one(scene, index):
        return None
    body = next(iter(scene.mentions_in(index + 1, last)), None)
    return body if body is not None and body.governed and _is_origin(scene, body) else None


def _may_lead(scene: Scene, index: int) -> bool:
    """Whether the word may stand between a verb and the phrase behind it."""
    joins = scene.frame.lexicon.joins(scene.frame.words[index].low)
    return not joins and (scene.light(index) or is_determiner(scene, index))


def _named_behind(scene: Scene, cue: Cue, last: int) -> Mention | None:
    """The person whose name ends the phrase: said its lead, Gwilym Prosser; ironise le sénateur centriste X.

    The phrase holds nothing but what somebody is, whether a list knows the words or not.
    """
    words, lexicon = scene.frame.words, scene.frame.lexicon
    first, office = cue.last + 1, False
    for index in range(first, min(first + _PHRASE, last)):
        word, mention = words[index], scene.mention_over(index)
        if (
            index > first
            and mention
            and is_full_name(mention)
            and mention.first == index
            and word.gap in _JOINS
        ):
            titled = not office and (_is_title_word(scene, index - 1) or _are_capitals(scene, first, index))
            beside = bool(word.gap) or titled or (mention.role_words is not None and not office)
            ended = mention.last + 1 >= last or bool(words[mention.last + 1].gap)
            opened = words[first].capital or not word.gap or _has_determiner(scene, first, index)
            if beside and ended and opened:
                return mention
            if mention.party is PartyKind.PERSON or word.gap:
                return None
        if (index > first and word.gap and word.gap not in _BRACKETS) or (
            mention and mention.party is PartyKind.PERSON
        ):
            return None
        office = office or lexicon.has("prepositions", word.low)
        closed = lexicon.has("auxiliary", word.low) and not is_determiner(scene, index)
        if _within_name(scene, index, last):
            continue
        joins = lexicon.joins(word.low) and not lexicon.has("adverbs", word.low)
        if closed or joins or lexicon.reports(word.low):
            return None
    return None


def _has_determiner(scene: Scene, first: int, index: int) -> bool:
    """Whether an article opens the phrase, behind who was told at most: dijo a este medio el gerente, X."""
    reach = first + 1 if scene.frame.lexicon.language == "en" else index
    return any(is_determiner(scene, each) for each in range(first, reach))


def _within_name(scene: Scene, index: int, last: int) -> bool:
    """Whether a small word stands between two large ones: ufficio Puglia e Basilicata."""
    words = scene.frame.words
    large = 0 < index < last - 1 and words[index - 1].capital and words[index + 1].capital
    return large and scene.frame.lexicon.has("conjunctions", words[index].low) and not words[index + 1].gap


def is_full_name(mention: Mention) -> bool:
    """Whether it is a name as persons have it and nothing makes it another's."""
    if mention.kind is not MentionKind.NAME or " " not in mention.name:
        return False
    return mention.party in (PartyKind.PERSON, PartyKind.OTHER)


def _are_capitals(scene: Scene, first: int, last: int) -> bool:
    """Whether a word or two with capitals stand before the name: said Labour TD Ann Yost."""
    words = scene.frame.words[first:last]
    known = scene.frame.lexicon.language in _TITLES_FIRST and len(words) <= _FEW
    return known and all(word.capital for word in words)


def _is_title_word(scene: Scene, index: int) -> bool:
    """Whether a small word that is no preposition ends a title right before a name: le sénateur centriste."""
    word, lexicon = scene.frame.words[index], scene.frame.lexicon
    closed = any(
        lexicon.has(name, word.low) for name in ("prepositions", "of", "definite", "indefinite", "adverbs")
    )
    return word.text.islower() and not closed and lexicon.language != "en"


def _behind_noun(scene: Scene, mention: Mention) -> bool:
    """Whether a person stands behind preposition and noun: resume entre lágrimas Rosa Millán."""
    lexicon, low = scene.frame.lexicon, scene.frame.words[mention.first - 1].low
    small = any(lexicon.has(name, low) for name in ("prepositions", "definite", "of", "honorifics"))
    return mention.party is PartyKind.PERSON and not small


def _is_origin(scene: Scene, mention: Mention) -> bool:
    """Whether a body stands behind the preposition of where words come from: fanno sapere dall’ufficio.

    A name that nothing else tells of is a body's where the text has it again, and no town's.
    """
    lexicon, words = scene.frame.lexicon, scene.frame.words
    low = words[mention.first].low
    own = mention.kind is MentionKind.COMPANY and any(
        lexicon.has(name, low) for name in ("his", "her", "their")
    )  # dalla sua casa
    body = mention.kind in (MentionKind.SPOKES, *ORGANISATION_NOUNS) or mention.party in _BODIES
    body = body and not own
    other = mention.kind is MentionKind.NAME and mention.party is PartyKind.OTHER
    body = body or (other and scene.name_counts[mention.name] > 1 and mention.name not in places())
    index = mention.first
    if index > 1 and lexicon.has("definite", words[index - 1].low):
        index -= 1
    return body and any(lexicon.has("origin", word.low) for word in words[max(0, index - 1) : index + 1])


def _is_numbered(scene: Scene, index: int) -> bool:
    """Whether a German ordinal stands before the noun: der XI. Zivilsenat."""
    words = scene.frame.words
    number = words[index - 1].text if index else ""
    german = scene.frame.lexicon.language == "de" and words[index].gap == "."
    return german and (number.isdigit() or not number.strip("IVX"))


def origin_before(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """The body that words come from, right before an impersonal verb: Bei der Gewerkschaft hieß es."""
    index = cue.first - 1
    while index > first and (
        is_one(scene, index) or (scene.mention_over(index) is None and scene.light(index))
    ):
        index -= 1
    mention = scene.mention_over(index) if index >= first else None
    return mention if mention and mention.governed and _is_origin(scene, mention) else None


def is_one(scene: Scene, index: int) -> bool:
    """Whether the word is the French "on", which is nobody in particular."""
    return scene.frame.lexicon.language == "fr" and scene.frame.words[index].low == "on"


def _before_name(scene: Scene, index: int, last: int) -> bool:
    """Whether a word that no list holds is a person's title: vult zijn compagnon Eva Lindhout aan."""
    if index + 1 >= last or scene.frame.words[index + 1].gap:
        return False
    mention = scene.mention_over(index + 1)
    closed = scene.frame.lexicon.joins(scene.frame.words[index].low) or scene.frame.lexicon.has(
        "prepositions", scene.frame.words[index].low
    )
    return mention is not None and mention.party is PartyKind.PERSON and not closed


def _oblique(scene: Scene, index: int, *, leading: bool) -> Mention | None:
    """The pronoun of "volgens hem", "laut ihr"."""
    low, lexicon = scene.frame.words[index].low, scene.frame.lexicon
    for name, kind in (("oblique_he", MentionKind.HE), ("oblique_she", MentionKind.SHE)):
        if leading and lexicon.has(name, low):
            return Mention(index, index, kind, definite=True)
    return None


def is_determiner(scene: Scene, index: int) -> bool:
    """An article or a word before a name that belongs to it: "erklärt die Hamburger Behörde"."""
    lexicon, low = scene.frame.lexicon, scene.frame.words[index].low
    return any(lexicon.has(name, low) for name in ("definite", "indefinite", "his", "her", "their"))
