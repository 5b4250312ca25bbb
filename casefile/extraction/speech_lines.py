"""The speaker of lines that are nothing but a quotation. Imports the scene and the subjects."""

from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention, MentionKind
from casefile.extraction.speech_subjects import once, tie_in

_KNOWN = frozenset((PartyKind.PERSON, PartyKind.AUTHORITY, PartyKind.COURT))


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
    if " " not in mention.name and mention.party not in _KNOWN and once(scene, mention):
        return None  # a label of the page: SEEN, Overheard
    whole = mention.last == last - 1
    marked = scene.frame.text[span.start] in "—–-―"
    role_follows = not whole and "," in scene.frame.words[mention.last + 1].gap
    return mention if whole or (dashed and (marked or role_follows)) else None
