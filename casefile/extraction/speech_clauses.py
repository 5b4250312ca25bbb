"""The subject of a verb of saying: before it, behind it, or left out. Imports the scene."""

from casefile.extraction.speech_frames import BLANK
from casefile.extraction.speech_lexicon import CueKind
from casefile.extraction.speech_scene import Cue, Scene
from casefile.extraction.speech_shapes import Mention, MentionKind

DROPS_PRONOUNS = frozenset(("es", "it"))
_VERB_SECOND = frozenset(("de", "nl"))
_FAR = 50
_NEAR = 4


def right_of(scene: Scene, cue: Cue, last: int) -> Mention | None:
    """The noun phrase right after the cue; no object and nothing behind a preposition."""
    words = scene.frame.words
    leading = cue.kind in (CueKind.ACCORDING, CueKind.BESIDE, CueKind.TEXT)
    for index in range(cue.last + 1, min(cue.last + _NEAR + 2, last)):
        mention = scene.mention_over(index) or _oblique(scene, index, leading=leading)
        titled = mention is not None and index > mention.first
        if words[index].gap and not titled and not (leading and index == cue.last + 1):
            return None
        if mention:
            return None if mention.governed and not leading else mention
        if not leading and (
            scene.frame.lexicon.joins(words[index].low)
            or not (scene.light(index) or is_determiner(scene, index))
        ):
            return None
    return None


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
    left = _left_of(scene, cue, first)
    spoken = [
        each for each in scene.mentions_in(_clause_start(scene, cue, first), cue.first) if not each.governed
    ]
    participle = language == "en" and words[cue.first].low.endswith("ing")
    if left and not (participle and spoken):
        return left
    if cue.kind is CueKind.CALL and language not in _VERB_SECOND and spoken:
        return spoken[0]
    right = right_of(scene, cue, last)
    if right and not right.governed and (language != "en" or _closed(scene, cue, right, first, last)):
        return right
    return spoken[0] if spoken else None


def _left_of(scene: Scene, cue: Cue, first: int) -> Mention | None:
    """The phrase that ends right before the cue, or before a relative pronoun: "Shein, qui dénonce"."""
    words = scene.frame.words
    index = cue.first - 1
    while index >= first and not words[index + 1].gap and not scene.mention_over(index):
        if scene.frame.lexicon.has("relatives", words[index].low) and words[index].gap == ",":
            return scene.mention_over(index - 1)
        if not scene.light(index):
            return None
        index -= 1
    left = scene.mention_over(index) if index >= first else None
    return left if left and not left.governed and not words[index + 1].gap else None


def _closed(scene: Scene, cue: Cue, right: Mention, first: int, last: int) -> bool:
    """English turns verb and subject only beside a comma on both sides: , said Smith, “…”."""
    words = scene.frame.words
    opened = words[cue.first].gap.endswith((",", BLANK, "–", "—")) or cue.first == first
    return opened and (right.last + 1 >= last or bool(words[right.last + 1].gap))


def _clause_start(scene: Scene, cue: Cue, first: int) -> int:
    for index in range(cue.first - 1, first, -1):
        if ";" in scene.frame.words[index].gap or cue.first - index > _FAR:
            return index
    return first
