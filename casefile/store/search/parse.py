"""Reading a typed query. Pure: no database, and no text makes it raise.

``words "a phrase" begin* -not one OR another field:value field:"a value" field:a,b -field:value``

A bare word of three letters or more also matches longer words that begin with it (``clear`` finds
Clearview); shorter ones match whole words only, as do words in quotation marks. ``*`` at the end always
allows more. ``OR`` joins the two things beside it, words with words or fields with fields; everything else
has to hold together. What is not understood is left out and told as a problem at its place.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from casefile.store.search.fields import FIELDS, Record, SearchField, field_named
from casefile.store.search.query import (
    SHORTEST_BEGINNING,
    Condition,
    ConditionClause,
    Parsed,
    Problem,
    Query,
    Word,
    WordClause,
)
from casefile.store.search.scripts import is_spaceless
from casefile.store.search.values import closest_field, read_value
from casefile.values import Span

MOST_CLAUSES = 40
"""Words and conditions that are searched for; a pasted article has more."""
_QUOTES = '"“”„«»'
_PHRASE = re.compile(f"[{_QUOTES}]([^{_QUOTES}]*)([{_QUOTES}]?)")
_FIELD = re.compile(r"([^\W\d_][\w-]{0,40}):(?!//)")
_WORD = re.compile(rf"[^\s{_QUOTES}]+")
_SPACE = re.compile(r"\s*")
_DASHES = "-−"


@dataclass(frozen=True)
class _Part:
    """One thing of the query: words or conditions (several values of one field), or the word OR."""

    span: Span
    words: tuple[Word, ...] = ()
    conditions: tuple[Condition, ...] = ()
    negated: bool = False
    is_or: bool = False


def parse(typed: str) -> Parsed:
    """What the query means, and what of it was not understood, in the order of its places."""
    reader = _Reader(typed)
    parts = reader.parts()
    clauses = _join(parts, reader.complain)
    if len(clauses) > MOST_CLAUSES:
        first_left_out = clauses[MOST_CLAUSES]
        reader.complain(
            Span(first_left_out.span.start, len(typed)),
            f"Only the first {MOST_CLAUSES} words and fields are searched for.",
        )
    words = [WordClause(part.words, part.negated) for part in clauses[:MOST_CLAUSES] if part.words]
    conditions = [
        ConditionClause(part.conditions, part.negated) for part in clauses[:MOST_CLAUSES] if part.conditions
    ]
    problems = sorted(reader.problems, key=lambda problem: problem.span)
    return Parsed(Query(tuple(words), tuple(conditions)), tuple(problems))


class _Reader:
    """Goes through the text once, from its start."""

    def __init__(self, typed: str) -> None:
        self.text = typed
        self.at = 0
        self.problems: list[Problem] = []

    def complain(self, span: Span, sentence: str) -> None:
        self.problems.append(Problem(span, sentence))

    def parts(self) -> list[_Part]:
        found: list[_Part] = []
        while self._skip_space():
            part = self._part()
            if part is not None:
                found.append(part)
        return found

    def _skip_space(self) -> bool:
        space = _SPACE.match(self.text, self.at)
        self.at = space.end() if space else self.at
        return self.at < len(self.text)

    def _part(self) -> _Part | None:
        start = self.at
        negated = self.text[start] in _DASHES
        self.at += negated
        field = _FIELD.match(self.text, self.at)
        if field is not None:
            part = self._field(field, start, negated=negated)
            if part is not None or self.at > field.start():
                return part
        word = self._word(start)
        if word is None:
            return None
        if word.text in ("OR", "|") and not negated and not word.is_phrase:
            return _Part(word.span, is_or=True)
        if not any(char.isalnum() for char in word.text):
            return None
        return _Part(Span(start, self.at), words=(word,), negated=negated)

    def _word(self, start: int) -> Word | None:
        phrase = self._phrase()
        if phrase is not None:
            text, closed = phrase
            starred = closed and self.text[self.at : self.at + 1] == "*"
            self.at += starred
            return Word(cleaned(text), Span(start, self.at), is_phrase=True, is_prefix=starred)
        match = _WORD.match(self.text, self.at)
        if match is None:
            return None
        self.at = match.end()
        bare = cleaned(match[0].rstrip("*"))
        starred = match[0].endswith("*")
        goes_on = starred or len(bare) >= SHORTEST_BEGINNING
        return Word(bare, Span(start, self.at), is_prefix=goes_on and not is_spaceless(bare[-1:]))

    def _phrase(self) -> tuple[str, bool] | None:
        """The words between quotation marks, and whether they are closed; None where there are none."""
        match = _PHRASE.match(self.text, self.at)
        if match is None:
            return None
        if not match[2]:
            self.complain(
                Span(match.start(), len(self.text)),
                "The quotation mark is not closed: all that follows is searched as one phrase.",
            )
        self.at = match.end()
        return match[1], bool(match[2])

    def _field(self, match: re.Match[str], start: int, *, negated: bool) -> _Part | None:
        """The conditions of ``field:values``; the place stays where it is at a mere word with a colon."""
        field = field_named(match[1])
        after = self.text[match.end() : match.end() + 1]
        if field is None:
            if not after.strip():
                return None
            self.at = match.end()
            self._pass_values()
            self.complain(Span(match.start(), self.at), _unknown(match[1]))
            return None
        self.at = match.end()
        if not after.strip():
            self._skip_space()
        conditions = self._conditions(field, start)
        if not conditions:
            return None
        return _Part(Span(start, self.at), conditions=tuple(conditions), negated=negated)

    def _conditions(self, field: SearchField, start: int) -> list[Condition]:
        """The values between commas, each as a condition; those that are not understood are told."""
        found: list[Condition] = []
        while True:
            begin = self.at
            value, self.at, sentence = read_value(field, self.text, begin, self._phrase_at)
            if sentence:
                end = self.at if self.at > begin else len(self.text[:begin].rstrip())
                self.complain(Span(min(start, end - 1), max(end, 1)), sentence)
            if value is not None:
                found.append(Condition(field.name, value, Span(start, self.at)))
            if self.text[self.at : self.at + 1] != "," or self.at + 1 >= len(self.text):
                return found
            self.at += 1
            if self.text[self.at].isspace():
                return found

    def _phrase_at(self, at: int) -> tuple[str, int] | None:
        self.at = at
        phrase = self._phrase()
        return (cleaned(phrase[0]), self.at) if phrase is not None else None

    def _pass_values(self) -> None:
        phrase = self._phrase()
        if phrase is None:
            match = _WORD.match(self.text, self.at)
            self.at = match.end() if match else self.at


def cleaned(text: str) -> str:
    """The text without what cannot be printed or would end a phrase of the index."""
    return "".join(char if char.isprintable() and char not in _QUOTES else " " for char in text).strip()


def _join(parts: list[_Part], complain: Callable[[Span, str], None]) -> list[_Part]:
    """The parts with those beside an OR made one."""
    joined: list[_Part] = []
    pending: _Part | None = None
    for part in parts:
        if part.is_or:
            if not joined or pending is not None:
                complain(part.span, "OR stands between two words or two fields.")
            else:
                pending = part
        elif pending is not None:
            before, sentence = joined[-1], _mismatch(joined[-1], part)
            if sentence:
                complain(pending.span, sentence)
                joined.append(part)
            else:
                both = Span(before.span.start, part.span.end)
                joined[-1] = _Part(both, before.words + part.words, before.conditions + part.conditions)
            pending = None
        else:
            joined.append(part)
    if pending is not None:
        complain(pending.span, "OR stands between two words or two fields.")
    return joined


def _mismatch(one: _Part, other: _Part) -> str:
    if one.negated or other.negated:
        return "OR cannot join what is left out with “-”."
    if bool(one.words) is not bool(other.words):
        return "OR joins words with words, or fields with fields."
    if one.conditions and _homes(one) != _homes(other):
        return "OR joins fields of one kind of record."
    return ""


def _homes(part: _Part) -> set[Record | None]:
    return {FIELDS[condition.field].home for condition in part.conditions}


def _unknown(typed: str) -> str:
    nearest = closest_field(typed)
    advice = f" Did you mean “{nearest}:”?" if nearest else " Put it in quotation marks to search the words."
    return f"There is no field “{typed}:”.{advice}"
