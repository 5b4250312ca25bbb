"""Speech that a dash opens, as Spanish, French and Italian write it. Imports marks and words.

A dash also opens list items; so a line counts as speech only where a cue stands in it: —No —dijo Marta—. Sí.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from casefile.extraction.marks import Marked
from casefile.extraction.speech_lexicon import CueKind, speech_lexicon, split_words
from casefile.extraction.speech_name_words import is_role
from casefile.values import Span

_LANGUAGES = frozenset(("es", "fr", "it"))
_OPENING = re.compile(r"[—–―]\s*(?=[\w¿¡…«“\"])")
_INSERTED = re.compile(r"\s[—–―]\s?([^—–―\n]{2,200})(?:[—–―][.,;:]?|$)", re.MULTILINE)
_HYPHENED = re.compile(r"\s-\s?(?=[^\W\d_])((?:[^\n—–-]|(?<=\w)-(?=\w)){2,120})-(?=[\s.,;:])")
"""The same between hyphens, as wires write it: «No -dijo una portavoz de Orrin- y basta»."""
_AFTER_COMMA = re.compile(r"[,?!…]\s+")
_INSERTION_END = re.compile(r"[.!?;]|,(?=\s[a-zà-ÿ])|$")
_SENTENCE_END = re.compile(r"(?<![\s.][A-Z])(?<!\bMe)(?<!\bMM)[.!?…]\s+(?=[A-ZÀ-Ý0-9])")
_MARKS = '«»“”"—–'
_LONGEST_INSERTION = 120
_REACH = 4
_SPEAKING = (
    "roles", "roles_male", "roles_female", "spokes", "people", "company_nouns", "authority_nouns",
    "court_nouns",
)  # fmt: skip


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
            yield from _after_attribution(text, match.end(), paragraph.end)
            return


def _after_attribution(text: str, start: int, end: int) -> Iterator[Marked]:
    """What is said on in the line, behind the sentence that tells who speaks: – Non, dit Anne Roy. Jamais."""
    stop = _SENTENCE_END.search(text, start, end)
    rest = text[stop.end() : end] if stop else ""
    if stop and len(rest.split()) > 1 and not any(mark in rest for mark in _MARKS):
        yield _stretch(text, stop.end(), end)


def _stretch(text: str, start: int, end: int) -> Marked:
    words = text[start:end]
    inner = Span(start + len(words) - len(words.lstrip()), start + len(words.rstrip()))
    return Marked(inner, inner, "—")


def split_inserted(text: str, marked: Marked, language: str) -> Iterator[Marked]:
    """The parts of a quotation around an attribution that stands within its marks.

    French and Italian put it there: « Non, dit-elle. Jamais. », «No – dice Neri – mai». Where the closing
    mark is missing, the attribution ends the quotation.
    """
    if not marked.closed:
        yield _cut_unclosed(text, marked, language)
        return
    insertion = _insertion(text, marked.span, language) if language in _LANGUAGES else None
    if insertion is None:
        yield marked
        return
    before, after = text[marked.span.start : insertion.start], text[insertion.end : marked.span.end]
    first = Span(marked.span.start, marked.span.start + len(before.rstrip()))
    yield replace(marked, span=first, outer=Span(marked.outer.start, first.end))
    if any(char.isalnum() for char in after):
        start = insertion.end + len(after) - len(after.lstrip(" .,–—"))
        yield replace(marked, span=Span(start, marked.span.end), outer=Span(start, marked.outer.end))


def _insertion(text: str, span: Span, language: str) -> Span | None:
    """The attribution inside the span: between dashes, or in French from a comma to the next stop."""
    for pattern in (_INSERTED, _HYPHENED):
        for match in pattern.finditer(text, span.start, span.end):
            if _begins_with_cue(match.group(1), language):
                return Span(match.start() + 1, match.end())
    if language != "fr":
        return None
    for match in _AFTER_COMMA.finditer(text, span.start, span.end):
        ends = _INSERTION_END.search(text, match.end(), min(span.end, match.end() + _LONGEST_INSERTION))
        if (
            ends
            and _begins_with_cue(text[match.end() : ends.start()], language)
            and _has_subject(text[match.end() : ends.start()], language)
        ):
            return Span(match.end(), _end_of_apposition(text, ends, span, language))
    return None


def _end_of_apposition(text: str, ends: re.Match[str], span: Span, language: str) -> int:
    """Where the attribution ends, behind what somebody is: calcule Anne Roy, juriste à l’Union. Cela fait."""
    stop = _SENTENCE_END.search(text, ends.end(), min(span.end, ends.end() + _LONGEST_INSERTION))
    behind = text[ends.end() : min(span.end, ends.end() + _LONGEST_INSERTION // 2)]
    words = [behind[first:last].lower() for first, last in split_words(behind, language)]
    role = any(is_role(word, speech_lexicon(language)) for word in words[:2])
    return stop.start() if ends.group() == "," and stop and role else ends.start()


def _has_subject(words: str, language: str) -> bool:
    """Whether a name, a pronoun of the third person or a noun for who speaks follows the verb."""
    lexicon = speech_lexicon(language)
    spans = split_words(words, language)
    following = [words[start:end] for start, end in spans[1:]]
    if any(word[0].isupper() or lexicon.has("clitics", word) for word in following):
        return True
    articled = bool(following) and (
        lexicon.has("indefinite", following[0]) or lexicon.has("definite", following[0])
    )
    return articled and any(
        lexicon.has(name, word) for word in following[1 : _REACH + 1] for name in _SPEAKING
    )


def _cut_unclosed(text: str, marked: Marked, language: str) -> Marked:
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
    """Whether a form of saying stands first, behind auxiliaries at most."""
    lexicon = speech_lexicon(language)
    lows = [words[start:end].lower() for start, end in split_words(words, language)[: 2 * _REACH]]
    for index, low in enumerate(lows[:_REACH]):
        for parts, kind in lexicon.cues.get(low, ()):
            if kind in (CueKind.SAY, CueKind.LOOSE) and tuple(lows[index : index + len(parts)]) == parts:
                return True
        if not (lexicon.has("auxiliary", low) or lexicon.has("clitics", low) or len(low) == 1):
            return False
    return False
