"""The plain text of a mail as blocks: flowed lines joined, quoted replies and signatures told apart.

Imports only the reading model and cleaning.
"""

import re
from collections.abc import Iterator

from casefile.reading.cleaning import clean_text
from casefile.reading.model import BlockKind, Piece

Line = tuple[int, str]
"""How often the line is quoted, and the line without the marks of it."""

_QUOTE_MARKS = re.compile(r"(?:> ?)+")
_LIST_ENTRY = re.compile(r"\s*(?:[-*•–]|\d{1,3}[.)])\s+\S")
_RULE = re.compile(r"[_-]{20,}")
_ORIGINAL = re.compile(
    r"-{2,}\s*(?:Original Message|Ursprüngliche Nachricht|Message d'origine|Oorspronkelijk bericht"
    r"|Messaggio originale|Mensaje original)\s*-{2,}",
    re.IGNORECASE,
)
_REPLY_HEADER = re.compile(r"(?:From|Von|De|Van|Da|Expéditeur)\s?:\s")
_SIGNATURE = "--"


def lines_of(text: str, *, flowed: bool = False, delete_space: bool = False) -> list[Line]:
    """The text's lines; of flowed text (RFC 3676) the paragraphs, as its writer's lines."""
    plain = clean_text(text).split("\n")
    return list(_joined(plain, delete_space) if flowed else map(_fixed_line, plain))


def _fixed_line(line: str) -> Line:
    if line.startswith(">From "):  # what mailboxes make of a line that begins with From
        return 0, line[1:]
    marks = _QUOTE_MARKS.match(line)
    return (marks.group().count(">"), line[marks.end() :]) if marks else (0, line)


def _joined(lines: list[str], delete_space: bool) -> Iterator[Line]:
    """RFC 3676, 4.1 to 4.5: a line that ends in a space goes on, but for the separator of a signature."""
    depth, begun = 0, ""
    for line in lines:
        marks = len(line) - len(line.lstrip(">"))
        content = line[marks:].removeprefix(" ")
        if begun and (marks != depth or content == "-- "):
            yield depth, begun
            begun = ""
        depth = marks
        if content == "-- ":
            yield depth, content
        elif content.endswith(" "):
            begun += content[:-1] if delete_space else content
        else:
            yield depth, begun + content
            begun = ""
    if begun:
        yield depth, begun


def pieces_of(lines: list[Line]) -> list[Piece]:
    """The paragraphs, list entries, quoted replies (quotations) and signatures (asides), none blank."""
    pieces: list[Piece] = []
    block: list[str] = []
    kind = BlockKind.PARAGRAPH
    state = _State()
    for place, (depth, line) in enumerate(lines):
        found = state.kind_of(lines, place)
        text = line.rstrip()
        begins_entry = found is BlockKind.PARAGRAPH and _LIST_ENTRY.match(text) is not None
        if begins_entry:
            found = BlockKind.LIST_ENTRY
        goes_on = kind is BlockKind.LIST_ENTRY and found is BlockKind.PARAGRAPH and block
        if not text.strip() or begins_entry or (found is not kind and not goes_on):
            _end(pieces, block, kind)
            block, kind = [], found
        if text.strip() and not state.is_mark(text):
            block.append(text)
        state.depth = depth
    _end(pieces, block, kind)
    return pieces


def _end(pieces: list[Piece], block: list[str], kind: BlockKind) -> None:
    if block:
        pieces.append(("\n".join(block).strip(), kind))


class _State:
    """Whether the lines since a signature's or a reply's mark belong to it."""

    def __init__(self) -> None:
        self.depth = 0
        self._signed_depth = -1
        self._replied = False

    def kind_of(self, lines: list[Line], place: int) -> BlockKind:
        """What the line at the place is."""
        depth, line = lines[place]
        if depth != self._signed_depth:
            self._signed_depth = -1
        if line.rstrip() == _SIGNATURE:
            self._signed_depth = depth
        elif _ORIGINAL.fullmatch(line.strip()):
            self._replied = True
        elif _RULE.fullmatch(line.strip()):
            self._after_rule(lines, place)
        if depth or self._replied:
            return BlockKind.QUOTATION
        return BlockKind.ASIDE if self._signed_depth >= 0 else BlockKind.PARAGRAPH

    def _after_rule(self, lines: list[Line], place: int) -> None:
        """A rule stands before the headers of the mail replied to, or before the footer of a list."""
        following = next((line for _, line in lines[place + 1 : place + 6] if line.strip()), "")
        if _REPLY_HEADER.match(following):
            self._replied = True
        elif all(len(line) <= 100 for _, line in lines[place:]) and len(lines) - place <= 12:
            self._signed_depth = lines[place][0]

    def is_mark(self, line: str) -> bool:
        """Whether the line only separates."""
        return line.strip() == _SIGNATURE or _RULE.fullmatch(line.strip()) is not None
