"""The subject of a verb of saying: before it, behind it, or left out. Imports the scene."""

from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Cue, Scene
from casefile.extraction.speech_shapes import ORGANISATION_NOUNS, Mention, MentionKind

DROPS_PRONOUNS = frozenset(("es", "it"))
_VERB_SECOND = frozenset(("de", "nl"))
_ADJECTIVE_LAST = frozenset(("fr", "it", "es"))
_BODIES = frozenset((PartyKind.ORGANISATION, PartyKind.AUTHORITY, PartyKind.COURT))
_FAR = 50
_NEAR = 4


def right_of(scene: Scene, cue: Cue, last: int) -> Mention | None:
    """The noun phrase right after the cue; no object and nothing behind a preposition."""
    words, language = scene.frame.words, scene.frame.lexicon.language
    leading = cue.kind in (CueKind.ACCORDING, CueKind.BESIDE, CueKind.TEXT, CueKind.OPENING)
    aside = False
    for index in range(cue.last + 1, min(cue.last + _NEAR + 2, last)):
        mention = scene.mention_over(index) or _oblique(scene, index, leading=leading)
        titled = mention is not None and index > mention.first
        if words[index].gap and not titled and not (leading and index == cue.last + 1):
            return None
        if mention and mention.governed and not leading and _is_origin(scene, mention):
            return mention
        if mention and aside and _behind_noun(scene, mention):
            return mention
        if mention and mention.governed and not leading and language != "en":
            aside = True  # on X, to the agency: the subject stands behind it
            continue
        if mention:
            return None if mention.governed and not leading else mention
        if scene.frame.lexicon.has("somebody", words[index].low):
            return Mention(index, index, MentionKind.PEOPLE, indefinite=True)
        if not leading and _before_name(scene, index, last):
            continue
        aside = aside or (language != "en" and scene.frame.lexicon.has("prepositions", words[index].low))
        if (
            not leading
            and not aside
            and (
                scene.frame.lexicon.joins(words[index].low)
                or not (scene.light(index) or is_determiner(scene, index))
            )
        ):
            return None
    return None


def _behind_noun(scene: Scene, mention: Mention) -> bool:
    """Whether a person stands behind preposition and noun: resume entre lágrimas Rosa Millán."""
    lexicon, low = scene.frame.lexicon, scene.frame.words[mention.first - 1].low
    small = any(lexicon.has(name, low) for name in ("prepositions", "definite", "of", "honorifics"))
    return mention.party is PartyKind.PERSON and not small


def _is_origin(scene: Scene, mention: Mention) -> bool:
    """Whether a body stands behind the preposition of where words come from: fanno sapere dall’ufficio."""
    lexicon, words = scene.frame.lexicon, scene.frame.words
    body = mention.kind in (MentionKind.SPOKES, *ORGANISATION_NOUNS) or mention.party in _BODIES
    nearby = words[max(0, mention.first - 1) : mention.first + 1]
    return body and any(lexicon.has("origin", word.low) for word in nearby)


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


def drops_subject(scene: Scene, cue: Cue, first: int) -> bool:
    """Whether the verb opens its clause in a language that leaves the pronoun out."""
    if scene.frame.lexicon.language not in DROPS_PRONOUNS:
        return False
    for index in range(cue.first, first, -1):
        if scene.frame.words[index].gap or scene.frame.lexicon.has(
            "conjunctions", scene.frame.words[index - 1].low
        ):
            return True
        if not scene.light(index - 1):
            return False
    return True


def find_subject(scene: Scene, cue: Cue, first: int, last: int) -> Mention | None:
    """Who speaks: the phrase right before the cue, else right after it, else the clause's first."""
    words, language = scene.frame.words, scene.frame.lexicon.language
    left = left_of(scene, cue, first)
    spoken = _spoken(scene, cue, first)
    participle = language == "en" and words[cue.first].low.endswith("ing")
    if left and not (participle and spoken):
        return left
    if participle and cue.first and words[cue.first - 1].low == "for":
        near = scene.mentions_in(first, cue.first)
        return near[-1] if near else None
    if cue.kind is CueKind.CALL and language not in _VERB_SECOND and spoken:
        return spoken[0]
    right = right_of(scene, cue, last)
    if right and not right.governed and (language != "en" or _closed(scene, cue, right, first, last)):
        return right
    return spoken[0] if spoken else None


def _spoken(scene: Scene, cue: Cue, first: int) -> list[Mention]:
    """The phrases that may be the subject of the cue's clause, those of the innermost that has one."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    start = _clause_start(scene, cue, first)
    spoken = [each for each in scene.mentions_in(start, cue.first) if not each.governed]
    joined = cue.first > start and lexicon.has("conjunctions", words[cue.first - 1].low)
    if joined or words[cue.first].gap.endswith(","):
        return spoken  # conceded that …, but said; annulled it, ruling that: the subject of the first verb
    for index in range(cue.first - 1, start, -1):
        if words[index].low in lexicon.lists["that"]:
            inner = [each for each in spoken if each.first > index]
            if inner:
                return inner
    return spoken


def left_of(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """The phrase that ends right before the cue, or before a relative pronoun: "Shein, qui dénonce"."""
    words, lexicon = scene.frame.words, scene.frame.lexicon
    index, spare = cue.first - 1, int(lexicon.language in _ADJECTIVE_LAST)
    while index >= first and not words[index + 1].gap and not scene.mention_over(index):
        if lexicon.has("relatives", words[index].low) and words[index].gap == ",":
            return scene.mention_over(index - 1)
        if not scene.light(index):
            if not spare or words[index].gap or scene.mention_over(index - 1) is None:
                return None
            spare -= 1
        index -= 1
    left = scene.mention_over(index) if index >= first else None
    apposed = left is not None and any(
        words[each].gap == "," for each in range(left.first + 1, left.last + 1)
    )
    if left and apposed and words[index + 1].gap == "," and not left.governed:
        return left
    return left if left and not left.governed and not words[index + 1].gap else None


def _closed(scene: Scene, cue: Cue, right: Mention, first: int, last: int) -> bool:
    """English turns verb and subject only beside a comma on both sides: , said Smith, “…”."""
    words = scene.frame.words
    if scene.frame.lexicon.has("addressing", words[cue.first].low):
        return False
    opened = words[cue.first].gap.endswith((",", BLANK, "–", "—")) or cue.first == first
    return opened and (right.last + 1 >= last or bool(words[right.last + 1].gap))


def _clause_start(scene: Scene, cue: Cue, first: int) -> int:
    for index in range(cue.first - 1, first, -1):
        gap = scene.frame.words[index].gap
        if ";" in gap or gap == ":" or cue.first - index > _FAR:
            return index
    return first
