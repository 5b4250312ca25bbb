"""Whether the words around a date tell of what has been or of what is to come. Imports the words of dates.

The verb nearest the date in its clause settles it, else the nearest one before it in the sentence. A
participle right behind "will" or "sera" is of the future with it.
"""

import re
from enum import Enum
from functools import cache

from casefile.extraction.date_words import date_words
from casefile.extraction.lexicon import alternatives
from casefile.extraction.small_words import AND
from casefile.values import Span

_BEFORE, _AFTER, _SINCE_REACH = 90, 44, 20
_BOUND_REACH = 30
_BEGINNING = 4
"""Code points of a date in which its own small word stands: "en décembre"."""
_OWN_WORD = re.compile(r"[^\W\d_A-Z]{2,4}\s")
"""The small word that a date begins with."""
_VERBLESS_WORDS = 3
"""A clause of so few words beside its date has its verb in the one before: "possibly in October"."""
_CLAUSE_END = re.compile(r"[;:()\n]|\s[–—-]\s|,\s|[.!?]\s|[\"”“»«]")


_PRESENT = re.compile(
    r"(?<!\w)(?:is|are|be|werden|wird|est|sont|être|worden|wordt)"
    r"\s(?:\w{2,20}\s){1,2}\w{0,8}\s?$",
    re.IGNORECASE,
)
"""A participle that the present passive makes one of now: is paid by."""

_NOT_BEFORE = re.compile(
    r"(?<!\w)(?:(?:did|was|were|had)\s?(?:not|n[’']t)|never)\s[^,;:]{0,64}\suntil\s(?:[a-z]{2,5}\s)?$",
    re.IGNORECASE,
)
"""What happened at last: it did not tell them until 8 March."""
_ACTED = re.compile(
    r"\s(?!k[oö]nn|soll|m[uü]ss|d[uü]rf|m[oö]ch|w[uü]rd|wol|hät|bräuch)[a-zäöüß]{2,20}ten?\s[^\W\d_]"
)
"""German: right behind the date that opens a clause, a verb of the past: Am 8. März meldete die Firma."""


_HAS_TIME = re.compile(
    r"(?<!\w)(?:(?:has|have|hat|haben|heeft|hebben|ha|hanno|tiene|tienen)\s(?:(?:time|tempo|plazo|noch)\s)?"
    r"(?:(?:until|till|bis|tot|hasta|fino)\s)?|(?:a|ont)\s(?:encore\s)?jusqu[’'])$"
)
"""Who has until a date to do something: the date is to come."""
_REPORTED = re.compile(r"(?:\s[^\W\d_]{2,9})?\s(?:that|whether|que|qu[’']|che|dat)(?:\s|(?<=[’']))")
"""What is told then, right behind the date: "told them on Tuesday that it would"."""


class Tense(Enum):
    """What the words around a date tell."""

    PAST = "past"
    FUTURE = "future"
    OPEN = "open"


_JOINED_BEHIND = re.compile(rf"\s{AND}\s")


@cache
def _patterns(language: str) -> tuple[re.Pattern[str], ...]:
    words = date_words(language)
    return (
        _verbs(words.words.words("past"), words.words.words("past_endings")),
        _verbs(words.words.words("future"), words.words.words("future_endings")),
        re.compile(rf"(?<!\w){words.any_of('until')}(?:\s+[^\W\d_]{{1,4}})?\s*$"),
        re.compile(rf"(?<!\w){words.any_of('since')}(?:\s+[^\W\d_]{{1,4}})?\s*$"),
        re.compile(rf"{words.any_of('since')}\s"),
        re.compile(rf"{words.any_of('until')}\s"),
        re.compile(rf"(?<!\w){words.any_of('orders')}(?!\w)"),
    )


def _verbs(phrases: tuple[str, ...], endings: tuple[str, ...]) -> re.Pattern[str]:
    ending = rf"|\w{{2,20}}{alternatives(endings)}" if endings else ""
    return re.compile(rf"(?<!\w)(?:{alternatives(phrases)}{ending})(?!\w)", re.IGNORECASE)


def tense_around(text: str, language: str, sentence: Span, span: Span) -> Tense:
    """The tense of the words around ``span`` in its sentence."""
    past, future, until, since, since_within, until_within, orders = _patterns(language)
    before = text[max(sentence.start, span.start - _BEFORE) : span.start]
    if since.search(before[-_SINCE_REACH:]) or since_within.match(text, span.start, span.end):
        return Tense.PAST
    told = before + span.of(text)[:_BEGINNING]
    figures = any(char.isdigit() for char in text[span.start : span.end])
    if not figures and _is_done(told, language, future):
        return Tense.PAST
    after = text[span.end : min(sentence.end, span.end + _AFTER)]
    clause = before[_last_end(before) :]
    end = _CLAUSE_END.search(after)
    after = "" if clause.strip() and _REPORTED.match(after) else after[: end.start()] if end else after
    if _JOINED_BEHIND.match(after) and (past.search(clause) or future.search(clause)):
        after = ""  # it was issued on 15 August and may be appealed
    ahead = until.search(before) is not None or until_within.match(text, span.start, span.end) is not None
    ahead = ahead or before.endswith(("jusqu’", "jusqu'"))
    if ahead and (orders.search(before) or _HAS_TIME.search(before)):
        return Tense.FUTURE
    opens = not before[: _last_end(before)].rstrip().endswith(",")
    if opens and len(clause.split()) <= 1 and end is not None and end.group() == ", ":
        following = text[span.end : min(sentence.end, span.end + _BEFORE)]
        after = following[: _next_end(following, end.end())]  # from Monday, she will run it
    own = _OWN_WORD.match(text, span.start, span.end)  # it is set "for January"
    if _NOT_BEFORE.search(clause) or (language == "de" and opens and _ACTED.match(after)):
        return Tense.PAST
    near = _nearest(clause, after, past, future, own.group() if own else "")
    if ahead and near is Tense.PAST and _PRESENT.search(clause):
        return Tense.FUTURE  # if they are paid by 10 September
    if near is not Tense.OPEN:
        return near
    if ahead:
        return Tense.FUTURE
    begins = (
        len(clause.split()) > 1
        and clause[:1].isupper()
        and before[: _last_end(before)].rstrip().endswith((".", "!", "?"))
    )
    verbless = not begins and len(clause.split()) + len(after.split()) <= _VERBLESS_WORDS
    return _nearest(before, "", past, future) if verbless else Tense.OPEN


def _next_end(following: str, start: int) -> int:
    """Where the clause ends that begins at ``start``."""
    end = _CLAUSE_END.search(following, start)
    return end.start() if end else len(following)


_DONE = {
    "fr": re.compile(
        r"(?<!\w)(?!fix|attend|programm|renvoy|report|annonc|planifi|plac)\w{2,20}é(?:e|s|es)?\sen\s\w{0,4}$"
    ),
    "es": re.compile(
        r"(?<!\w)(?!fij|señal|aplaz|program|anunci|esper)\w{2,20}(?:ad|id|íd)[oa]s?\sen\s\w{0,4}$"
    ),
    "it": re.compile(
        r"(?<!\w)(?!fiss|attes|rinvi|programm|annunci)\w{2,20}[aiu]t[oaie]\s(?:a|in|nel)\s\w{0,4}$"
    ),
}
"""A participle right before a month, where it agrees with a noun and tells of no plan: "notifiés en"."""


def _is_done(before: str, language: str, future: re.Pattern[str]) -> bool:
    """Whether a participle stands right before the date, and no verb of the future with it."""
    done = _DONE[language].search(before) if language in _DONE else None
    if done is None:
        return False
    return future.search(" ".join(before[: done.start()].split()[-_VERBLESS_WORDS:])) is None


def _last_end(before: str) -> int:
    return max((match.end() for match in _CLAUSE_END.finditer(before)), default=0)


def _nearest(before: str, after: str, past: re.Pattern[str], future: re.Pattern[str], own: str = "") -> Tense:
    """What the verb nearest the date tells; ``own`` is the date's first word, with which a verb may end."""
    text = f"{before}{own}\0{after}"
    place = len(before)
    ahead = [match.span() for match in future.finditer(text)]
    behind = [
        match.span()
        for match in past.finditer(text)
        if not any(start <= match.start() < end + _BOUND_REACH for start, end in ahead)
    ]
    if not ahead and not behind:
        return Tense.OPEN
    last = place + len(own)
    return Tense.FUTURE if _distance(ahead, place, last) < _distance(behind, place, last) else Tense.PAST


def _distance(verbs: list[tuple[int, int]], place: int, last: int) -> int:
    """To the nearest verb before the place, or behind the last code point of the date's own word."""
    return min((max(0, place - end) if end <= last else start - last for start, end in verbs), default=10_000)
