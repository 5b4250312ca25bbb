"""What stands after the colon of a field. Pure; imports vocabularies, no database."""

import difflib
import re
from collections.abc import Callable

from casefile import vocabulary
from casefile.store.search.days import ReversedDaysError, day_range
from casefile.store.search.fields import FIELDS, OTHER_NAMES, SearchField, ValueKind
from casefile.store.search.figures import RANGE, ReversedRangeError, figure_range
from casefile.store.search.query import FigureRange, Phrase, Value

Read = tuple[Value | None, int, str]
"""The value where one was understood, the place after it, and what is wrong or "" where nothing is."""
PhraseAt = Callable[[int], tuple[str, int] | None]
"""The text in quotation marks at a place and the place after it, None where there is none."""
_TOKEN = re.compile(r"[^\s,\"“”„«»]*")
_FIGURE_TOKEN = re.compile(r"\S*")
_SHOWN = 40
_CLOSE = 0.75
"""How alike two words must be for one to be taken as the other misspelt."""


def read_value(field: SearchField, text: str, at: int, phrase_at: PhraseAt) -> Read:
    """The value of the field at this place of the text."""
    quoted = phrase_at(at)
    if quoted is not None:
        return _understood(field, quoted[0], quoted[1], is_quoted=True)
    if field.kind in (ValueKind.FIGURE, ValueKind.NUMBER):
        return _figures(field, text, at)
    match = _TOKEN.match(text, at)
    end = match.end() if match else at
    return _understood(field, text[at:end], end, is_quoted=False)


def closest_field(typed: str) -> str:
    """The field whose name is nearest to the typed one, "" where none is near."""
    names = [*FIELDS, *OTHER_NAMES]
    near = difflib.get_close_matches(typed.casefold(), names, n=1, cutoff=_CLOSE * 0.8)
    return OTHER_NAMES.get(near[0], near[0]) if near else ""


def _understood(field: SearchField, typed: str, end: int, *, is_quoted: bool) -> Read:
    if not typed.strip():
        return None, end, f"“{field.name}:” wants {field.wants}."
    if field.kind in (ValueKind.FIGURE, ValueKind.NUMBER):
        value, read, sentence = _figures(field, typed.strip(), 0)
        if read < len(typed.strip()):
            return None, end, _wants(field, typed)
        return value, end, sentence
    if field.kind is ValueKind.DATE:
        return _days(field, typed.strip(), end)
    if field.kind is ValueKind.CHOICE:
        return _choice(field, typed.strip(), end)
    if field.kind is ValueKind.LISTED:
        return _listed(field, typed.strip(), end)
    words = "".join(char if char.isprintable() else " " for char in typed).strip()
    if not any(char.isalnum() for char in words):
        return None, end, _wants(field, typed)
    return Phrase(words, is_quoted), end, ""


def _figures(field: SearchField, text: str, at: int) -> Read:
    match = RANGE.match(text, at)
    token = _FIGURE_TOKEN.match(text, at)
    end = token.end() if token else at
    if match is None or match.end() < end or not match[0].strip():
        return None, end, _wants(field, text[at:end])
    end, sentence = match.end(), ""
    try:
        value = figure_range(match)
    except ReversedRangeError as error:
        value = error.args[0]
        sentence = f"The range “{match[0].strip()}” runs backwards; it was searched the other way round."
    except ValueError:
        return None, end, _wants(field, match[0])
    if field.kind is ValueKind.NUMBER and value.currency:
        return FigureRange(value.low, value.high), end, f"“{field.name}:” has no currency."
    return value, end, sentence


def _days(field: SearchField, typed: str, end: int) -> Read:
    try:
        return day_range(typed), end, ""
    except ReversedDaysError as error:
        sentence = f"The range “{_cut(typed)}” runs backwards; it was searched the other way round."
        return error.args[0], end, sentence
    except ValueError:
        return None, end, _wants(field, typed)


def _choice(field: SearchField, typed: str, end: int) -> Read:
    wanted = typed.casefold().replace("_", "-")
    for choice in field.choices:
        if wanted in (choice, choice.rstrip("s"), f"{choice}s"):
            return choice, end, ""
    near = difflib.get_close_matches(wanted, field.choices, n=1, cutoff=_CLOSE * 0.8)
    known = f"Did you mean “{near[0]}”?" if near else f"It may be one of these: {', '.join(field.choices)}."
    return None, end, f"“{field.name}:” does not know “{_cut(typed)}”. {known}"


def _listed(field: SearchField, typed: str, end: int) -> Read:
    """A code of the list; a word near one is taken for a slip, any other for a person's own."""
    code = vocabulary.code_of(field.vocabulary, typed.replace("_", "-"))
    if vocabulary.is_listed(field.vocabulary, code):
        return code, end, ""
    codes = vocabulary.vocabulary(field.vocabulary).codes
    near = difflib.get_close_matches(code.casefold(), codes, n=1, cutoff=_CLOSE)
    if near:
        return None, end, f"“{field.name}:” does not know “{_cut(typed)}”. Did you mean “{near[0]}”?"
    return "".join(char if char.isprintable() else " " for char in code), end, ""


def _wants(field: SearchField, typed: str) -> str:
    return f"“{field.name}:” wants {field.wants}, not “{_cut(typed)}”."


def _cut(typed: str) -> str:
    shown = "".join(char if char.isprintable() else " " for char in typed)
    return shown if len(shown) <= _SHOWN else f"{shown[:_SHOWN]}…"
