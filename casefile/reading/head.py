"""The head of a plain article: headline, masthead, byline, date. Imports values and reading's word lists.

The head is what stands before the first paragraph of running text. Its lines are told apart by their shape
and by the few words that publications use for themselves; what is not recognised is left empty.
"""

import re
from dataclasses import dataclass, field, replace

from casefile.reading.dates import dateline, find_date, is_updated, lone_date, starts_with
from casefile.reading.head_lines import SENTENCE_END, SEPARATOR, Line, head_lines
from casefile.reading.names import (
    is_organisation,
    is_role,
    is_small_word,
    leading_people,
    people,
    without_byline,
)
from casefile.reading.words import LANGUAGES, words
from casefile.values import PartialDate

_LEAST_HEADLINE_WORDS = 4
_MOST_MASTHEAD_WORDS = 6
_WITH = re.compile(r",\s(?:with|by|mit|par|con|met|door)\s+([^,]{4,60})$")
_ADDRESS = re.compile(r"https?://[^\s/]+\.[^\s]+")
_STATEMENT_END = re.compile(r"[^\W\d_A-Z]\.$")
_READING_TIME = re.compile(r"^\d{1,3}\s?[- ]?(?:min|Min|minut|minuten|minutes)\b")


@dataclass(frozen=True)
class Head:
    """What the head of a plain article says; what it does not say is empty or None."""

    title: str = ""
    outlet: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    published: PartialDate | None = None
    updated: PartialDate | None = None
    release: bool = False
    kind_words: tuple[str, ...] = ()
    """Lines that may name the kind of publication: "Decision", "Urteil"."""
    agency: str = ""
    """The mark in the dateline: "AN" in ``THE HAGUE (AN) --``."""
    candidates: tuple[Line, ...] = field(default=())
    dated_blocks: frozenset[int] = frozenset()
    """Blocks that hold a byline or a date line."""


def read_head(text: str, language: str) -> Head:
    """The head of the text; ``language`` is ISO 639-1 or ""."""
    lines, body = head_lines(text)
    head = Head()
    contact_block = -1
    for line in lines:
        release = _is_release_line(line)
        if _starts_with_any(line.text, "contacts"):
            contact_block = line.block
        if release:
            head = replace(head, release=True)
        elif line.block == contact_block or _starts_with_any(line.text, "adverts"):
            continue
        said = _after_mark(line) if release else line
        if said.text:
            head = _add_line(head, said, language)
    date, agency = dateline(body, language)
    return _settle(replace(head, published=head.published or date, agency=agency), language)


def _is_release_line(line: Line) -> bool:
    """Whether the line is, or begins with, the mark of a release: "Press release: ..."."""
    return _starts_with_any(line.text, "releases")


def _after_mark(line: Line) -> Line:
    """The rest of a release line."""
    marks = [mark for mark in _all_words("releases") if starts_with(line.text, mark)]
    return replace(line, text=line.text[len(max(marks, key=len)) :].lstrip(" :|–—-"))


def _all_words(key: str) -> list[str]:
    return [entry for language in LANGUAGES for entry in words(language, key)]


def _starts_with_any(text: str, key: str) -> bool:
    return any(starts_with(text, entry) and _is_label(text, entry) for entry in _all_words(key))


def _is_label(text: str, entry: str) -> bool:
    """A label stands alone or before a colon; "Share prices fell" is none."""
    rest = text[len(entry) :].strip()
    return not rest or rest[0] in ":|–—-"


def _add_line(head: Head, line: Line, language: str) -> Head:
    """The head with what one line says."""
    if _ADDRESS.fullmatch(line.text):
        return replace(head, url=head.url or line.text)
    byline = without_byline(line.text, language)
    date = _date_of(line, language)
    if byline:
        found = _add_byline(head, byline, language)
        if found is not None:
            return _add_date(found, line, date)
    if date is not None:
        return _add_parts(_add_date(head, line, date), line, language)
    names, rest = leading_people(line.text, language)
    if names and rest and is_role(rest):
        return replace(head, authors=head.authors or names)
    if _starts_with_any(line.text, "labels") or _is_role_line(line):
        return head
    if line.word_count <= 3 and any(line.text.casefold() == mark.casefold() for mark in _kind_marks()):
        return replace(head, kind_words=(*head.kind_words, line.text))
    return replace(head, candidates=(*head.candidates, line))


def _is_role_line(line: Line) -> bool:
    """Whether the line only says what the writer is: "Special Correspondent | New Delhi"."""
    return line.word_count <= 6 and is_role(line.parts[0]) and not is_organisation(line.parts[0])


def _kind_marks() -> list[str]:
    return [mark for key in ("statements", "decisions", "rulings") for mark in _all_words(key)]


def _date_of(line: Line, language: str) -> PartialDate | None:
    """The date of a date line, or of one of its parts; None for a headline with a date in it."""
    for part in [*line.parts, line.text]:
        bare = part
        byline = without_byline(part, language)
        found = find_date(part, language)
        if byline and found is not None:
            bare = part[found.start :]
        date = lone_date(bare, language)
        if date is not None:
            return date
    return None


def _add_date(head: Head, line: Line, date: PartialDate | None) -> Head:
    head = replace(head, dated_blocks=head.dated_blocks | {line.block})
    if date is None:
        return head
    if is_updated(line.text):
        return replace(head, updated=head.updated or date)
    return replace(head, published=head.published or date)


def _add_byline(head: Head, byline: str, language: str) -> Head | None:
    """The head with the byline's people and outlet; None where no person follows the word."""
    found = find_date(byline, language)
    if found is not None:
        byline = byline[: found.start]
    parts = [part.strip() for part in SEPARATOR.split(byline) if part.strip()]
    if not parts:
        return None
    names, rest = leading_people(parts[0], language)
    if not names:
        return None
    outlets = [part for part in parts[1:] if _is_outlet_shape(part)]
    if rest and is_organisation(rest):
        outlets.insert(0, rest)
    return replace(head, authors=head.authors + names, outlet=head.outlet or (outlets[0] if outlets else ""))


def _is_outlet_shape(part: str) -> bool:
    if is_organisation(part):
        return len(part.split()) <= _MOST_MASTHEAD_WORDS + 2
    return (
        len(part.split()) <= _MOST_MASTHEAD_WORDS
        and part[0].isupper()
        and not is_role(part)
        and not _READING_TIME.match(part)
        and not _starts_with_any(part, "labels")
    )


def _add_parts(head: Head, line: Line, language: str) -> Head:
    """The outlet or the people that stand beside a date."""
    for part in line.parts:
        if find_date(part, language) is not None or _starts_with_any(part, "labels"):
            continue
        names = people(part, language)
        if names and not head.authors:
            head = replace(head, authors=names)
        elif not head.outlet and is_organisation(part) and not names:
            head = replace(head, outlet=part)
    return head


def _settle(head: Head, language: str) -> Head:
    """The head with its candidates shared out: masthead, headline, name and outlet under it."""
    candidates = list(head.candidates)
    masthead = _masthead(candidates)
    if masthead:
        head = _add_masthead(head, masthead, language)
        candidates = [line for line in candidates if line not in masthead]
    title = _headline(candidates, head)
    if title is None:
        return head
    head = replace(head, title=title.text)
    for line in candidates[candidates.index(title) + 1 :]:
        head = _add_signature(head, line, title, language)
    return head


def _masthead(candidates: list[Line]) -> list[Line]:
    """The lines of the publication's own name; empty where the text begins with its headline."""
    if not candidates:
        return []
    first = candidates[0]
    later = [line for line in candidates[1:] if line.word_count >= _LEAST_HEADLINE_WORDS]
    if not later or not _is_masthead(first):
        return []
    block = [line for line in candidates if line.block == first.block]
    return block if any(line.block != first.block for line in later) else [first]


def _is_masthead(line: Line) -> bool:
    name = line.parts[0]
    tokens = [token for token in re.findall(r"[\w'’&.-]+", name) if not is_small_word(token)]
    named = (
        bool(tokens) and ":" not in name and all(token[0].isupper() or token[0] == "&" for token in tokens)
    )
    short = len(name.split()) <= _MOST_MASTHEAD_WORDS
    return named and short and (len(line.parts) > 1 or not SENTENCE_END.search(line.text))


def _add_masthead(head: Head, lines: list[Line], language: str) -> Head:
    name = lines[0].parts[0].strip()
    kicker = len(lines[0].parts) == 1 and len(name.split()) == 1 and not is_organisation(name)
    head = replace(head, outlet=head.outlet if kicker else name)
    for line in lines:
        signed = _WITH.search(line.text)
        if signed and not head.authors:
            head = replace(head, authors=people(signed.group(1), language))
    return head


def _headline(candidates: list[Line], head: Head) -> Line | None:
    candidates = [line for line in candidates if not _STATEMENT_END.search(line.text)]
    long_enough = [line for line in candidates if line.word_count >= _LEAST_HEADLINE_WORDS]
    if long_enough:
        return long_enough[0]
    unsigned = [line for line in candidates if not people(line.text, "")]
    return unsigned[0] if unsigned and (head.published or head.authors or head.outlet) else None


def _add_signature(head: Head, line: Line, title: Line, language: str) -> Head:
    """A name or an outlet alone on its line beside the byline or the date."""
    if line.block not in head.dated_blocks or line == title:
        return head
    names = people(line.text, language)
    if names and not head.authors:
        return replace(head, authors=names)
    first = line.parts[0]
    if not head.outlet and not names and _is_outlet_shape(first):
        return replace(head, outlet=first)
    return head
