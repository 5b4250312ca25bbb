"""What the lines around a quotation tell: a bare name, a colon, a question. Imports scene and subjects."""

import re

from casefile.extraction.marks import Marked
from casefile.extraction.speech_names import PartyKind
from casefile.extraction.speech_scene import Rule, Scene, Tie
from casefile.extraction.speech_shapes import Mention, MentionKind
from casefile.extraction.speech_subjects import once, tie_in
from casefile.extraction.text import Article
from casefile.values import Span

_LABEL = re.compile(r"(?:[—–―\-•·▪‣►*]+|(?:[A-Z]\.[\s-]?){0,3}[A-Z][.:]\s?:?)?\s*")
_WORD = re.compile(r"\w+")
_HEAD_WORDS = 6
_AROUND = 3
_OPENING = 4
_ENDS = ".!?…"
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
    role_follows = role_follows and not scene.cues_in(mention.last + 1, last)
    return mention if whole or (dashed and (marked or role_follows)) else None


def leads_line(article: Article, scene: Scene, paragraph: int, stretch: Marked) -> bool:
    """Whether nothing but a dash or the letter of an answer stands before it in its line."""
    start = article.paragraphs[paragraph].start
    return bool(_LABEL.fullmatch(scene.frame.text, start, stretch.outer.start))


def behind_question(article: Article, scene: Scene, paragraph: int) -> bool:
    """Whether the paragraph before asks something, or ends by telling what the reporter asked."""
    if not paragraph:
        return False
    before = article.paragraphs[paragraph - 1]
    asked = before.of(scene.frame.text)
    return (asked.endswith("?") and not asked.isupper()) or _is_asked(scene, before)


def _is_asked(scene: Scene, before: Span) -> bool:
    """Whether the last sentence begins with a question of the reporter's: I asked whether she knew."""
    sentence = scene.sentence_at(before.end - 1)
    words, phrases = scene.frame.words, scene.frame.lexicon.phrases["asked"]
    for index in range(sentence.first, min(sentence.first + _OPENING, sentence.last)):
        for parts in phrases.get(words[index].low, ()):
            if tuple(word.low for word in words[index : index + len(parts)]) == parts:
                return True
    return False


def is_pulled(article: Article, paragraph: int, stretch: Marked, usual_mark: str) -> bool:
    """Whether words alone in their lines are in other marks than the article's, or head what follows."""
    words = stretch.span.of(article.text)
    heads = len(_WORD.findall(words)) <= _HEAD_WORDS and words[-1] not in _ENDS
    return usual_mark not in ("", stretch.mark) or (heads and _between_prose(article, paragraph))


def _between_prose(article: Article, paragraph: int) -> bool:
    """Whether full sentences stand in the paragraphs on either side."""
    around = article.paragraphs[max(0, paragraph - 1) : paragraph + 2]
    return len(around) == _AROUND and all(
        each.of(article.text).rstrip(' "”»“').endswith(tuple(_ENDS)) for each in (around[0], around[-1])
    )
