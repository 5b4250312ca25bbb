"""Speech that a dash opens, as Spanish, French and Italian write it. Imports marks and words.

A dash also opens list items; so a line counts as speech only where a cue stands in it: —No —dijo Marta—. Sí.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casefile.extraction.marks import Marked
from casefile.extraction.speech_lexicon import CueKind, speech_lexicon, split_words
from casefile.values import Span

_LANGUAGES = frozenset(("es", "fr", "it"))
_OPENING = re.compile(r"[—–―]\s*(?=[\w¿¡…«“\"])")
_INSERTED = re.compile(r"\s[—–―]\s?([^—–―\n]{2,200})(?:[—–―][.,;:]?|$)", re.MULTILINE)
_AFTER_COMMA = re.compile(r"[,?!…]\s+")
_REACH = 4


def find_dashes(text: str, paragraphs: Sequence[Span], language: str) -> tuple[Marked, ...]:
    """The stretches of speech in lines that begin with a dash, in order; only where they are written so."""
    if language not in _LANGUAGES:
        return ()
    return tuple(stretch for paragraph in paragraphs for stretch in _spoken(text, paragraph, language))


def _spoken(text: str, paragraph: Span, language: str) -> Iterator[Marked]:
    opening = _OPENING.match(text, paragraph.start, paragraph.end)
    if opening is None:
        return
    start = opening.end()
    inserted = [
        match
        for match in _INSERTED.finditer(text, start, paragraph.end)
        if _begins_with_cue(match.group(1), language)
    ]
    if inserted:
        for match in inserted:
            yield _stretch(text, start, match.start())
            start = match.end()
        if text[start : paragraph.end].strip(" .,;:"):
            yield _stretch(text, start, paragraph.end)
        return
    for match in _AFTER_COMMA.finditer(text, start, paragraph.end):
        if _begins_with_cue(text[match.end() : match.end() + 60], language):
            yield _stretch(text, start, match.start() + 1)
            return


def _stretch(text: str, start: int, end: int) -> Marked:
    words = text[start:end]
    inner = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
    return Marked(inner, inner, "—")


def cut_unclosed(text: str, marked: Marked, language: str) -> Marked:
    """A quotation whose closing mark is missing, cut where its attribution begins."""
    if marked.closed:
        return marked
    for match in _AFTER_COMMA.finditer(text, marked.span.start, marked.span.end):
        words = text[match.end() : match.end() + 60]
        if _begins_with_cue(words, language) or _begins_with_name(words, language):
            span = Span(marked.span.start, match.start() + 1)
            return replace(marked, span=span, outer=Span(marked.outer.start, span.end))
    return marked


def _begins_with_name(words: str, language: str) -> bool:
    """A pronoun, or one to three capitalised words, and a cue."""
    lexicon = speech_lexicon(language)
    for number, (start, end) in enumerate(split_words(words, language)[:_REACH]):
        word = words[start:end]
        if number and any(kind is CueKind.SAY for _, kind in lexicon.cues.get(word.lower(), ())):
            return True
        if not (word[0].isupper() or any(lexicon.has(name, word.lower()) for name in ("he", "she"))):
            return False
    return False


def _begins_with_cue(words: str, language: str) -> bool:
    lexicon = speech_lexicon(language)
    for start, end in split_words(words, language)[:_REACH]:
        low = words[start:end].lower()
        kinds = {kind for _, kind in lexicon.cues.get(low, ())}
        if kinds & {CueKind.SAY, CueKind.LOOSE}:
            return True
        if not (lexicon.has("auxiliary", low) or lexicon.has("clitics", low) or len(low) == 1):
            return False
    return False
