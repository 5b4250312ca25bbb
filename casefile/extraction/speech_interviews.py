"""Answers of interviews that are printed without quotation marks. Imports marks, the lexicon and the text.

A line that follows a question is an answer where the article calls itself an interview, or where it is
labelled with who gives it: "Anne Roy: Yes." Lines that dashes open alternate. What an article explains by
asking itself is none, as it is called no interview.
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache, lru_cache
from itertools import pairwise

from casefile.extraction.lexicon import alternatives, lexicon, word_pattern
from casefile.extraction.marks import Marked
from casefile.extraction.speech_lexicon import speech_lexicon
from casefile.extraction.text import Article
from casefile.values import Span

_PART = r"[^\W\d_a-z][\w’'-]{0,24}(?:\.-[A-Z])?\.?"
_LABEL = re.compile(rf"(?P<who>{_PART}(?:[ \u00a0]{_PART}){{0,3}})[ \u00a0\u202f]?:[ \u00a0]+(?=[^\W_])")
_DASH = re.compile(r"[–—―]\s?(?=\w)")
_WORD = re.compile(r"[^\W_]+")
_OPENING_MARKS = tuple("\"“”„«»‘‚'")
_HEAD_LINE, _HEAD, _TAIL = 90, 12, 4
"""Code points of a line that calls the article an interview, and among how many lines it stands."""
_PROMPT = 130
"""Code points: a remark of the interviewer is no longer."""
_FEWEST = 2
_SHORTEST = 12


def find_answers(article: Article) -> tuple[Marked, ...]:
    """The answers in order, where at least two are found."""
    lines = article.paragraphs
    lettered = tuple(_lettered(article, lines))
    if len(lettered) >= _FEWEST and not _is_called(article, "explained"):
        return tuple(Marked(span, span, "—") for span in lettered)
    called = _is_called(article, "interviews")
    labelled = _labelled(article, called=called)
    found = [span for _, span in sorted(labelled.items())]
    if called and not found:
        found = list(_dashed(article, lines)) or list(_plain(article, lines))
    elif called and not (len(found) >= _FEWEST and _are_all_labelled(article, labelled)):
        found = _merged(found, _plain(article, lines))
    return tuple(Marked(span, span, "—") for span in found) if len(found) >= _FEWEST else ()


def _lettered(article: Article, lines: Sequence[Span]) -> Iterator[Span]:
    """What stands behind the letter of an answer, below a question that has its own: "P. ¿…?", "R. …"."""
    asks, answers = _letters(article.language)
    for question, line in pairwise(lines):
        label = answers.match(article.text, line.start, line.end)
        asked = asks.match(article.text, question.start, question.end)
        if label is not None and asked is not None and article.text[question.end - 1] == "?":
            yield Span(label.end(), line.end)


@cache
def _letters(language: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    """What opens a question and an answer, as a word or its first letter."""
    words = lexicon(language, "speech")
    asks, answers = (alternatives(words.words(f"{key}_labels")) for key in ("question", "answer"))
    end = r"[ \u00a0]?[.:)](?:[–—-])?[ \u00a0]+(?=\S)"
    return re.compile(rf"{asks}{end}"), re.compile(rf"{answers}{end}")


def _is_called(article: Article, key: str) -> bool:
    """Whether a short line of the head or the foot has a word of the list."""
    pattern = word_pattern(article.language, "speech", key)
    head = (*article.paragraphs[:_HEAD], *article.paragraphs[_HEAD:][-_TAIL:])
    return any(
        line.end - line.start <= _HEAD_LINE and pattern.search(article.text, line.start, line.end)
        for line in head
    )


def _labelled(article: Article, *, called: bool) -> dict[int, Span]:
    """By the number of the line, what stands behind the label of somebody who answers."""
    labels: dict[int, tuple[str, Span]] = {}
    for number, line in enumerate(article.paragraphs):
        label = _LABEL.match(article.text, line.start, line.end)
        if label and article.text[label.end()] not in _OPENING_MARKS and line.end - label.end() >= _SHORTEST:
            labels[number] = (label["who"].strip(" \u00a0"), Span(label.end(), line.end))
    asked = Counter(who for who, span in labels.values() if span.of(article.text).endswith("?"))
    told = Counter(who for who, _ in labels.values())
    answers: dict[int, Span] = {}
    for number, (who, span) in labels.items():
        before = article.paragraphs[number - 1].of(article.text) if number else ""
        prompted = before.endswith(("?", "...", "…")) or number - 1 in labels
        if prompted and asked[who] * 2 < told[who] and _is_known(article, who, told[who]):
            answers[number] = span
    questions = sum(article.paragraphs[number - 1].of(article.text).endswith("?") for number in answers)
    return answers if (called and questions) or questions >= _FEWEST else {}


def _are_all_labelled(article: Article, answers: dict[int, Span]) -> bool:
    """Whether what is asked has its label in every case, as in a transcript."""
    before = (article.paragraphs[number - 1] for number in answers if number)
    return all(_LABEL.match(article.text, line.start, line.end) for line in before)


def _is_known(article: Article, who: str, times: int) -> bool:
    """Whether the text has the name more often than as a label, ``times``, or it is initials."""
    parts = _WORD.findall(who)
    if len(parts) > 1 and all(len(part) == 1 for part in parts):
        return True
    if len(parts[0]) == 1 or who.isupper():
        return False
    words = _counts(article.text)
    return all(words[part] > times for part in parts)


@lru_cache(maxsize=4)
def _counts(text: str) -> Counter[str]:
    """How often the text has each of its words."""
    return Counter(_WORD.findall(text))


def _dashed(article: Article, lines: Sequence[Span]) -> Iterator[Span]:
    """Every second one of the lines that dashes open, from a question on."""
    answer = False
    for number, line in enumerate(lines):
        dash = _DASH.match(article.text, line.start, line.end)
        if dash is None:
            answer = False
            continue
        if answer:
            yield Span(dash.end(), line.end)
            answer = False
        else:
            follows = number + 1 < len(lines) and _DASH.match(article.text, lines[number + 1].start)
            fresh = number == 0 or not _DASH.match(article.text, lines[number - 1].start)
            answer = bool(follows) and (not fresh or article.text[line.end - 1] == "?")


def _plain(article: Article, lines: Sequence[Span]) -> Iterator[Span]:
    """The lines behind questions, and behind short remarks once questions were answered."""
    prompted = answered = False
    for number, line in enumerate(lines):
        words = line.of(article.text)
        if prompted and _may_answer(article, line):
            label = _LABEL.match(article.text, line.start, line.end)
            named = label is not None and _is_known(article, label["who"].strip(" \u00a0"), 1)
            yield Span(label.end(), line.end) if label and named else line
            prompted, answered = False, True
            continue
        following = lines[number + 1] if number + 1 < len(lines) else None
        remark = (
            len(words) <= _PROMPT
            and words.endswith((".", "…", "..."))
            and not words.startswith(_OPENING_MARKS)
        )
        spoken = answered or _addresses(article, line)
        remark = remark and spoken and following is not None and _speaks(article, following)
        remark = remark and following is not None and len(words) < following.end - following.start
        prompted = words.endswith("?") or (remark and not _speaks(article, line))
        answered = answered and prompted


def _may_answer(article: Article, line: Span) -> bool:
    """Whether a line behind a question is no question, no quotation and tells of nobody else."""
    words, listed = line.of(article.text), speech_lexicon(article.language)
    if words.endswith(("?", ":")) or words.startswith(_OPENING_MARKS) or len(words) < _SHORTEST:
        return False
    opening = _WORD.search(words)
    low = opening.group().lower() if opening else ""
    if listed.has("he", low) or listed.has("she", low):
        return article.language != "en" and _speaks(article, line)
    return True


def _speaks(article: Article, line: Span) -> bool:
    """Whether somebody says "I" or "we" in the line."""
    first_person = word_pattern(article.language, "unsigned", "first_person")
    return first_person.search(article.text, line.start, line.end) is not None


def _addresses(article: Article, line: Span) -> bool:
    """Whether the line speaks to somebody: You framed the thing."""
    return (
        word_pattern(article.language, "speech", "addresses").search(article.text, line.start, line.end)
        is not None
    )


def _merged(found: Sequence[Span], more: Iterator[Span]) -> list[Span]:
    """Both in order, without what the first have already."""
    held = {span.end for span in found}
    return sorted([*found, *(span for span in more if span.end not in held)])
