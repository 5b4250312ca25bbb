"""What changed from one text to another: by paragraphs first, then by words within them. Pure."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

_TOKEN = re.compile(r"\s+|\w+(?:[.,'’-]\w+)*|[^\w\s]")
_MOST_TOKENS = 3_000
"""Longer stretches are told as a whole: comparing them word by word takes the square of their length."""
_LEAST_ALIKE = 0.3
"""Stretches that have less in common than this are rewritten; word by word they would be a riddle."""


class Change(StrEnum):
    """What happened to a stretch of text."""

    SAME = "same"
    REMOVED = "removed"
    INSERTED = "inserted"


@dataclass(frozen=True)
class Piece:
    """A stretch of text, never empty, and what happened to it."""

    change: Change
    text: str


def differences(old: str, new: str) -> tuple[Piece, ...]:
    """Both texts as one: without what was inserted it is the old one, without what was removed the new one.

    What was removed stands before what was inserted in its place; no two neighbours have the same change.
    """
    return tuple(_merged(_by_paragraphs(old.splitlines(keepends=True), new.splitlines(keepends=True))))


def _by_paragraphs(old: Sequence[str], new: Sequence[str]) -> Iterator[Piece]:
    for tag, start, end, new_start, new_end in SequenceMatcher(None, old, new).get_opcodes():
        before, after = "".join(old[start:end]), "".join(new[new_start:new_end])
        if tag == "equal":
            yield Piece(Change.SAME, before)
        elif tag == "replace":
            yield from _by_words(before, after)
        else:
            yield from _replaced(before, after)


def _by_words(old: str, new: str) -> Iterator[Piece]:
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if max(len(before), len(after)) > _MOST_TOKENS:
        yield from _replaced(old, new)
        return
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    codes = matcher.get_opcodes()
    alike = sum(len("".join(before[start:end])) for tag, start, end, _, _ in codes if tag == "equal")
    if alike < _LEAST_ALIKE * max(len(old), len(new)):
        yield from _replaced(old, new)
        return
    for tag, start, end, new_start, new_end in codes:
        if tag == "equal":
            yield Piece(Change.SAME, "".join(before[start:end]))
        else:
            yield from _replaced("".join(before[start:end]), "".join(after[new_start:new_end]))


def _replaced(old: str, new: str) -> Iterator[Piece]:
    if old:
        yield Piece(Change.REMOVED, old)
    if new:
        yield Piece(Change.INSERTED, new)


def _merged(pieces: Iterator[Piece]) -> Iterator[Piece]:
    """Neighbours with one change as one; a blank between two changes is part of both."""
    same = removed = inserted = ""
    for piece, is_last in _with_end(pieces):
        if piece.change is Change.REMOVED:
            removed += piece.text
        elif piece.change is Change.INSERTED:
            inserted += piece.text
        elif removed and inserted and not is_last and piece.text.isspace() and "\n" not in piece.text:
            removed, inserted = removed + piece.text, inserted + piece.text
        elif removed or inserted:
            yield from _told(same, removed, inserted)
            same, removed, inserted = piece.text, "", ""
        else:
            same += piece.text
    yield from _told(same, removed, inserted)


def _told(same: str, removed: str, inserted: str) -> Iterator[Piece]:
    if same:
        yield Piece(Change.SAME, same)
    yield from _replaced(removed, inserted)


def _with_end(pieces: Iterator[Piece]) -> Iterator[tuple[Piece, bool]]:
    """Each piece with whether it is the last."""
    ahead = next(pieces, None)
    while ahead is not None:
        piece, ahead = ahead, next(pieces, None)
        yield piece, ahead is None
