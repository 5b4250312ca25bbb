"""Which lines of a head are the publication's own name, its sender, its headline. Imports the line marks."""

import re
from collections.abc import Collection
from dataclasses import replace

from casefile.reading.head_lines import SENTENCE_END, Line
from casefile.reading.head_marks import (
    MOST_MASTHEAD_WORDS,
    is_named,
    is_navigation,
    is_release_line,
    is_section,
)
from casefile.reading.names import is_body_name, is_given_name, people

_LEAST_HEADLINE_WORDS = 4
_MOST_SENDER_WORDS = 12
_AGO = re.compile(r"(?<!\w)\d{1,3}(?!\w)")
_STATEMENT_END = re.compile(r"[^\W\d_A-Z]\.$")


def masthead_lines(candidates: list[Line]) -> list[Line]:
    """The lines of the publication's own name; empty where the text begins with its headline."""
    if not candidates:
        return []
    first = candidates[0]
    later = [line for line in candidates[1:] if line.word_count >= _LEAST_HEADLINE_WORDS]
    if not later or not (_is_masthead(first) or _heads_navigation(candidates)):
        return []
    block = [line for line in candidates if line.block == first.block]
    return block if any(line.block != first.block for line in later) else [first]


def _heads_navigation(candidates: list[Line]) -> bool:
    """Whether the first line stands right above the links to the sections."""
    first, second = candidates[:2]
    return (
        len(first.parts) == 1
        and first.word_count <= MOST_MASTHEAD_WORDS
        and second.block == first.block
        and is_navigation(second.parts)
    )


def _is_masthead(line: Line) -> bool:
    name = line.parts[0]
    short = len(name.split()) <= MOST_MASTHEAD_WORDS
    if is_given_name(name) and people(name, ""):
        return False
    return is_named(name) and short and (len(line.parts) > 1 or not SENTENCE_END.search(line.text))


def headline_of(candidates: list[Line], *, signed: Collection[int] = (), told: bool = False) -> Line | None:
    """The headline of the candidates; None where no line is sure to be one.

    ``signed`` are the blocks of a byline and its date, ``told`` whether anything else is known of the text:
    a short line heads only a text that is.
    """
    sentences = [line for line in candidates if _STATEMENT_END.search(line.text)]
    bare = [line for line in candidates if line not in sentences]
    long_enough = [line for line in bare if line.word_count >= _LEAST_HEADLINE_WORDS]
    if long_enough:
        return long_enough[0]
    unsigned = [line for line in bare if not people(line.text, "")]
    short = unsigned[0] if unsigned and told else None
    whole = next((line for line in sentences if line.word_count >= _LEAST_HEADLINE_WORDS), None)
    if whole and signed and all(block < whole.block for block in signed):
        whole = None  # what follows a byline is the greeting of a letter
    if whole is None or (short and not _is_kicker(short) and short.block <= whole.block):
        return short
    return whole


def _is_kicker(line: Line) -> bool:
    """Whether a short line names the section or the kind of a text and does not head it."""
    return line.text.isupper() or is_section(line.text) or is_release_line(line.text)


def unwrapped(candidates: list[Line]) -> list[Line]:
    """The lines, those joined that go on with a small letter right below another: a headline of two lines."""
    joined: list[Line] = []
    for line in candidates:
        above = joined[-1] if joined else None
        goes_on = line.text[0].islower() and not _AGO.search(line.text)
        if above and goes_on and line.block == above.block and _may_go_on(above):
            joined[-1] = replace(above, text=f"{above.text}\n{line.text}")
        else:
            joined.append(line)
    return joined


def _may_go_on(line: Line) -> bool:
    """Whether a line may be the first of a headline of two: no masthead with its motto below, no sentence."""
    return (
        line.word_count >= _LEAST_HEADLINE_WORDS
        and not is_named(line.text)
        and not SENTENCE_END.search(line.text)
    )


def is_sender(line: Line, text: str) -> bool:
    """Whether the line above a release's headline names who sends it: a body's name, said again below."""
    short = line.word_count <= _MOST_SENDER_WORDS and is_named(line.text)
    return short and (is_body_name(line.text) or text.count(line.text) > 1)
