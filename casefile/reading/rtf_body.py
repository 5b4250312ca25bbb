"""The blocks of an RTF document out of its tokens (RTF 1.9.1). Imports reading."""

import codecs
from collections.abc import Callable
from copy import copy
from dataclasses import dataclass, field

from casefile.reading.composing import Piece, block_text, row_pieces
from casefile.reading.docx_styles import kind_of_name
from casefile.reading.model import BlockKind
from casefile.reading.properties import Properties
from casefile.reading.rtf_tokens import Token, TokenKind
from casefile.reading.rtf_words import BOXES, CODE_PAGES, CONTAINERS, PARAGRAPH_ENDS, SIGNS, SILENT, SPOKEN

_PROPERTY_WORDS = frozenset({"title", "author", "creatim", "revtim"})


@dataclass(slots=True)
class _Group:
    """What holds until the group's end."""

    target: str = ""
    """The destination: "" for the running text."""
    silent: bool = False
    may_speak: bool = False
    """Whether a destination within this silent one can be part of the text."""
    hidden: bool = False
    deleted: bool = False
    skipped_after_unicode: int = 1
    font: int = 0
    fresh: bool = True
    """Whether nothing but ``\\*`` came yet, so that a control word may name a destination."""
    starred: bool = False


@dataclass
class _Flow:
    """Paragraphs that are being put together: the running text's, a box's or a footnote's."""

    kind: BlockKind = BlockKind.PARAGRAPH
    depth: int = 0
    """Of the group that it ends with."""
    words: list[str] = field(default_factory=list)
    pieces: list[Piece] = field(default_factory=list)
    cell: list[Piece] = field(default_factory=list)
    row: list[list[Piece]] = field(default_factory=list)
    later: list[Piece] = field(default_factory=list)
    """The boxes of the paragraph, which follow it."""
    style: int = -1
    level: int = -1
    listed: bool = False
    in_table: bool = False


class Interpreter:
    """Takes token after token; what it has read is then in :meth:`pieces` and :meth:`properties`."""

    def __init__(self) -> None:
        self._groups = [_Group()]
        self._flows = [_Flow()]
        self._notes: list[list[Piece]] = []
        self._pending = bytearray()
        self._to_skip = 0
        self._code_page = "cp1252"
        self._fonts: dict[int, str] = {}
        self._styles: dict[int, BlockKind] = {}
        self._defined_style = 0
        self._stated: dict[str, str] = {}

    @property
    def depth(self) -> int:
        """How many groups are open."""
        return len(self._groups)

    def pieces(self) -> list[Piece]:
        """The blocks in reading order, cleaned and none blank, the notes last."""
        while len(self._flows) > 1:
            self._end_flow()
        self._end_paragraph()
        self._end_row(self._flows[0])
        found = list(self._flows[0].pieces)
        for number, note in enumerate(self._notes, start=1):
            found.append((f"[{number}] " + " ".join(text for text, _ in note), BlockKind.FOOTNOTE))
        cleaned = ((block_text(text), kind) for text, kind in found)
        return [(text, kind) for text, kind in cleaned if text]

    def properties(self) -> Properties:
        """What ``info`` says."""
        return Properties(
            title=self._stated.get("title", ""),
            author=self._stated.get("author", ""),
            created=self._stated.get("creatim", ""),
            modified=self._stated.get("revtim", ""),
        )

    def take(self, token: Token) -> None:
        """Go on by one token."""
        if token.kind is TokenKind.TEXT:
            self._take_text(token.text)
            return
        if token.kind is TokenKind.WORD and token.word not in ("u", "*") and self._to_skip:
            self._to_skip = 0
        if token.kind is TokenKind.OPEN:
            self._flush()
            self._to_skip = 0
            inner = copy(self._group)
            inner.fresh, inner.starred = True, False
            self._groups.append(inner)
        elif token.kind is TokenKind.CLOSE:
            self._close()
        else:
            self._take_word(token)

    @property
    def _group(self) -> _Group:
        return self._groups[-1]

    def _change(self, **changes: object) -> None:
        for name, value in changes.items():
            setattr(self._group, name, value)

    def _close(self) -> None:
        self._flush()
        self._to_skip = 0
        if self._flows[-1].depth == len(self._groups) and len(self._flows) > 1:
            self._end_flow()
        if len(self._groups) > 1:
            self._groups.pop()

    def _take_text(self, text: bytes) -> None:
        if self._to_skip:
            skipped = min(self._to_skip, len(text))
            self._to_skip -= skipped
            text = text[skipped:]
        self._pending += text

    def _flush(self) -> None:
        """Decode the bytes that came since the last control word."""
        if self._pending:
            page = self._fonts.get(self._group.font, self._code_page)
            text = self._pending.decode(page, "replace")
            self._pending.clear()
            self._say(text)

    def _say(self, text: str) -> None:
        group = self._group
        group.fresh = False
        if group.target in _PROPERTY_WORDS:
            self._stated[group.target] = self._stated.get(group.target, "") + text
        elif group.target == "stylesheet":
            self._styles[self._defined_style] = kind_of_name(text.strip().rstrip(";").casefold())
        elif not (group.silent or group.hidden or group.deleted):
            self._flows[-1].words.append(text)

    def _take_word(self, token: Token) -> None:
        if token.word == "u":
            self._flush()
            self._say(chr((token.number or 0) % 0x10000))
            self._to_skip = self._group.skipped_after_unicode
            return
        self._flush()
        if token.word == "*":
            self._change(starred=True)
            return
        if self._group.fresh and self._enter(token.word):
            return
        self._group.fresh = False
        if token.word in SIGNS:
            self._say(SIGNS[token.word])
        elif token.word in PARAGRAPH_ENDS:
            if not self._group.silent:
                self._end_paragraph()
        else:
            action = _ACTIONS.get(token.word)
            if action is not None:
                action(self, token.number)

    def _enter(self, word: str) -> bool:
        """Whether the word makes the group a destination of its own."""
        group = self._group
        if group.target == "info" and word in _PROPERTY_WORDS:
            self._stated[word] = ""
            self._change(target=word, fresh=False)
        elif word in SPOKEN and (group.may_speak or not group.silent):
            self._change(target=word, silent=False, fresh=False)
            if word in BOXES or word == "footnote":
                kind = BlockKind.ASIDE if word in BOXES else BlockKind.FOOTNOTE
                self._flows.append(_Flow(kind, len(self._groups)))
        elif word in SILENT or group.starred:
            may_speak = word in CONTAINERS and (group.may_speak or not group.silent)
            self._change(target=word, silent=True, may_speak=may_speak, fresh=False)
        else:
            return False
        return True

    def _end_flow(self) -> None:
        """A box or a note is over."""
        self._end_paragraph()
        flow = self._flows.pop()
        self._end_row(flow)
        if flow.kind is BlockKind.FOOTNOTE:
            self._notes.append(flow.pieces)
            self._flows[-1].words.append(f"[{len(self._notes)}]")
        else:
            self._flows[-1].later += [(text, BlockKind.ASIDE) for text, _ in flow.pieces]

    def _end_paragraph(self) -> None:
        self._flush()
        flow = self._flows[-1]
        text = _paired("".join(flow.words))
        flow.words.clear()
        target = flow.cell if flow.in_table else flow.pieces
        if not flow.in_table:
            self._end_row(flow)
        target.append((text, self._kind(flow)))
        target += flow.later
        flow.later.clear()

    def _kind(self, flow: _Flow) -> BlockKind:
        if flow.kind is not BlockKind.PARAGRAPH:
            return flow.kind
        if 0 <= flow.level < 9:
            return BlockKind.HEADING
        kind = self._styles.get(flow.style, BlockKind.PARAGRAPH)
        return BlockKind.LIST_ENTRY if kind is BlockKind.PARAGRAPH and flow.listed else kind

    def end_cell(self) -> None:
        """A cell of a table is over."""
        if self._group.silent:
            return
        flow = self._flows[-1]
        flow.in_table = True
        self._end_paragraph()
        flow.row.append(flow.cell)
        flow.cell = []

    def end_row(self) -> None:
        """A row of a table is over."""
        if not self._group.silent:
            self._end_row(self._flows[-1])

    def _end_row(self, flow: _Flow) -> None:
        if flow.cell:
            flow.row.append(flow.cell)
            flow.cell = []
        if flow.row:
            flow.pieces += row_pieces(flow.row)
            flow.row = []

    def reset_paragraph(self) -> None:
        """``pard``: no style, no list, no table."""
        self.set_paragraph(style=-1, level=-1, listed=False, in_table=False)

    def set_style(self, number: int) -> None:
        """``s``: the paragraph's style, or the one that the style sheet defines here."""
        if self._group.target == "stylesheet":
            self._defined_style = number
        else:
            self.set_paragraph(style=number)

    def set_paragraph(self, **changes: object) -> None:
        """Properties of the paragraph that is being put together."""
        if not self._group.silent:
            for name, value in changes.items():
                setattr(self._flows[-1], name, value)

    def set_characters(self, **changes: object) -> None:
        """Properties that hold until the group's end."""
        self._change(**changes)

    def set_font(self, number: int) -> None:
        """``f``: the font whose code page the bytes are in."""
        self._change(font=number)

    def set_charset(self, number: int) -> None:
        """``fcharset``: the code page of the font that is being defined."""
        if number in CODE_PAGES:
            self._fonts[self._group.font] = CODE_PAGES[number]

    def set_code_page(self, number: int) -> None:
        """``ansicpg``: the code page of fonts that name none."""
        name = "utf-8" if number == 65001 else f"cp{number}"
        try:
            codecs.lookup(name)
        except LookupError:
            return
        self._code_page = name

    def add_time(self, part: str, number: int) -> None:
        """``yr``, ``mo``, ``dy`` of a property."""
        if self._group.target in ("creatim", "revtim"):
            self._stated[self._group.target] = (
                self._stated.get(self._group.target, "") + f"{part}{number:02d}"
            )


def _paired(text: str) -> str:
    """The text with the halves of characters beyond U+FFFF joined."""
    if not any("\ud800" <= char <= "\udfff" for char in text):
        return text
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


_Action = Callable[[Interpreter, int | None], None]
_ACTIONS: dict[str, _Action] = {
    "cell": lambda one, _: one.end_cell(),
    "nestcell": lambda one, _: one.end_cell(),
    "row": lambda one, _: one.end_row(),
    "nestrow": lambda one, _: one.end_row(),
    "pard": lambda one, _: one.reset_paragraph(),
    "intbl": lambda one, _: one.set_paragraph(in_table=True),
    "outlinelevel": lambda one, number: one.set_paragraph(level=9 if number is None else number),
    "ls": lambda one, number: one.set_paragraph(listed=bool(number)),
    "s": lambda one, number: one.set_style(number or 0),
    "plain": lambda one, _: one.set_characters(hidden=False, deleted=False),
    "v": lambda one, number: one.set_characters(hidden=number != 0),
    "deleted": lambda one, number: one.set_characters(deleted=number != 0),
    "uc": lambda one, number: one.set_characters(skipped_after_unicode=min(max(number or 0, 0), 16)),
    "f": lambda one, number: one.set_font(number or 0),
    "fcharset": lambda one, number: one.set_charset(number or 0),
    "ansicpg": lambda one, number: one.set_code_page(number or 0),
    "yr": lambda one, number: one.add_time("", number or 0),
    "mo": lambda one, number: one.add_time("-", number or 0),
    "dy": lambda one, number: one.add_time("-", number or 0),
}
