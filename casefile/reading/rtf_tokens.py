"""The words of the RTF language (RTF 1.9.1): groups, control words, bytes. Imports nothing of ours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

_TOKEN = re.compile(
    rb"\\(?P<word>[a-zA-Z]{1,32})(?P<number>-?\d{1,10})? ?"
    rb"|\\'(?P<hex>[0-9a-fA-F]{2})"
    rb"|\\(?P<sign>[^a-zA-Z])"
    rb"|(?P<brace>[{}])"
    rb"|(?P<text>[^\\{}\r\n\x00]+)"
    rb"|.",
    re.DOTALL,
)


class TokenKind(Enum):
    """What a token is."""

    OPEN = auto()
    CLOSE = auto()
    WORD = auto()
    """A control word or sign: ``par``, ``u``, ``*``, ``~``."""
    TEXT = auto()


@dataclass(frozen=True, slots=True)
class Token:
    """One token; ``number`` is the control word's, None where it has none."""

    kind: TokenKind
    word: str = ""
    number: int | None = None
    text: bytes = b""


_OPEN, _CLOSE = Token(TokenKind.OPEN), Token(TokenKind.CLOSE)


def tokens(content: bytes) -> Iterator[Token]:
    """The tokens in order; the bytes that ``bin`` announces are passed over."""
    position, end = 0, len(content)
    while position < end:
        match = _TOKEN.match(content, position)
        if match is None:
            return
        position = match.end()
        kind = match.lastgroup
        if kind == "text":
            yield Token(TokenKind.TEXT, text=match.group())
        elif kind == "brace":
            yield _OPEN if match.group() == b"{" else _CLOSE
        elif kind == "hex":
            yield Token(TokenKind.TEXT, text=bytes([int(match.group("hex"), 16)]))
        elif kind == "sign":
            sign = match.group("sign").decode("latin-1")
            yield from _sign(sign)
        elif kind in ("word", "number"):
            number = match.group("number")
            token = Token(
                TokenKind.WORD, match.group("word").decode("ascii"), None if number is None else int(number)
            )
            if token.word == "bin":
                position += max(token.number or 0, 0)
            yield token


def _sign(sign: str) -> Iterator[Token]:
    if sign in "\\{}":
        yield Token(TokenKind.TEXT, text=sign.encode("ascii"))
    elif sign in "\r\n":
        yield Token(TokenKind.WORD, "par")
    else:
        yield Token(TokenKind.WORD, sign)
