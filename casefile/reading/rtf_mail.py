"""The body of a message that Outlook keeps as RTF only. Imports reading only.

It is compressed ([MS-OXRTFCP]), and either text or a page that is encapsulated in it ([MS-OXRTFEX]).
"""

import re
import struct
from dataclasses import dataclass, replace

from casefile.reading.errors import MEGABYTE
from casefile.reading.letters import Body
from casefile.reading.mail_headers import decoded
from casefile.reading.mapi import charset_of

EXPANDED_LIMIT = 32 * MEGABYTE
_COMPRESSED, _PLAIN = b"LZFu", b"MELA"
# [MS-OXRTFCP] 2.1.2.1: what the dictionary holds before the first byte.
_FIRST_WORDS = (
    b"{\\rtf1\\ansi\\mac\\deff0\\deftab720{\\fonttbl;}{\\f0\\fnil \\froman \\fswiss \\fmodern \\fscript "
    b"\\fdecor MS Sans SerifSymbolArialTimes New RomanCourier{\\colortbl\\red0\\green0\\blue0\r\n\\par "
    b"\\pard\\plain\\f0\\fs20\\b\\i\\u\\tab\\tx"
)
_WINDOW = 4096


def expand_rtf(packed: bytes) -> bytes:
    """The RTF, as far as it can be expanded; empty for what is no compressed RTF."""
    if len(packed) < 16:
        return b""
    _, size, kind, _ = struct.unpack("<II4sI", packed[:16])
    if kind == _PLAIN:
        return packed[16 : 16 + size]
    return _expanded(packed, min(size, EXPANDED_LIMIT)) if kind == _COMPRESSED else b""


def _expanded(packed: bytes, size: int) -> bytes:
    """[MS-OXRTFCP] 2.2.2: eight tokens after each control byte, a byte or a place in the window."""
    window = bytearray(_FIRST_WORDS.ljust(_WINDOW, b"\0"))
    write, place, out = len(_FIRST_WORDS), 16, bytearray()
    while place < len(packed) and len(out) < size:
        control, place = packed[place], place + 1
        for bit in range(8):
            reference = control >> bit & 1
            if place + reference >= len(packed):
                return bytes(out)
            if reference:
                pair, place = packed[place] << 8 | packed[place + 1], place + 2
                start, length = pair >> 4, (pair & 15) + 2
                if start == write:
                    return bytes(out)
            else:
                window[write], start, length, place = packed[place], write, 1, place + 1
            for step in range(length):
                byte = window[(start + step) % _WINDOW]
                out.append(byte)
                window[write] = byte
                write = (write + 1) % _WINDOW
    return bytes(out)


_TOKEN = re.compile(
    r"\\([a-z]{1,32})(-?\d{1,9})? ?|\\'([0-9a-fA-F]{2})|\\(.)|([{}])|([^\\{}\r\n]+)", re.DOTALL
)
_CHARACTERS = {"par": "\n", "line": "\n", "tab": "\t", "lquote": "‘", "rquote": "’", "ldblquote": "“",
               "rdblquote": "”", "bullet": "•",
               "endash": "–", "emdash": "—", "row": "\n", "cell": "\t"}  # fmt: skip
_SYMBOLS = {"~": "\xa0", "_": "-", "-": ""}
_SKIPPED = frozenset(
    ("fonttbl", "colortbl", "stylesheet", "info", "pict", "object", "mhtmltag", "pntext", "header", "footer")
)
# fcharset to code page: [MS-OXRTFEX] leaves it to the RTF specification 1.9.1, "Font Table".
_FONT_PAGES = {0: 1252, 77: 10000, 128: 932, 129: 949, 134: 936, 136: 950, 161: 1253, 162: 1254, 163: 1258,
               177: 1255, 178: 1256, 186: 1257, 204: 1251, 222: 874, 238: 1250}  # fmt: skip


@dataclass(frozen=True)
class _Group:
    """What holds within one pair of braces."""

    skipped: bool = False
    in_tag: bool = False
    for_rtf_only: bool = False
    in_fonts: bool = False
    font: int = -1
    after_unicode: int = 1


class _Unwrapping:
    """The characters of an RTF text, or the page that is encapsulated in it."""

    def __init__(self, rtf: str) -> None:
        self._rtf = rtf
        self.is_page = "\\fromhtml" in rtf[:1000]
        self._group = _Group()
        self._outer: list[_Group] = []
        self._page = 1252
        self._font_pages: dict[int, int] = {}
        self._bytes = bytearray()
        self._out: list[str] = []
        self._to_skip = 0

    def text(self) -> str:
        """Everything that is text or markup, in order."""
        place = 0
        while token := _TOKEN.search(self._rtf, place):
            place = token.end()
            word, number, byte, symbol, brace, text = token.groups()
            if word == "bin":
                place += max(0, int(number or 0))
            elif word:
                self._word(word, int(number) if number else None)
            elif byte:
                self._byte(int(byte, 16))
            elif brace:
                self._brace(brace)
            elif symbol == "*":
                self._group = replace(self._group, skipped=True)
            else:
                self._plain(text or _SYMBOLS.get(symbol, symbol or ""))
        self._flush()
        return "".join(self._out)

    def _brace(self, brace: str) -> None:
        self._flush()
        self._to_skip = 0
        if brace == "{":
            self._outer.append(self._group)
        elif self._outer:
            self._group = self._outer.pop()

    def _word(self, word: str, number: int | None) -> None:
        if word == "u" and number is not None:
            self._plain(chr(number % 0x10000))
            self._to_skip = self._group.after_unicode
            return
        self._flush()
        if word in _CHARACTERS:
            self._plain(_CHARACTERS[word])
        elif word == "ansicpg" and number:
            self._page = number
        else:
            self._switch(word, number)

    def _switch(self, word: str, number: int | None) -> None:
        """A word that changes how what follows it is taken."""
        group = self._group
        if word == "htmltag":
            group = replace(group, skipped=not self.is_page, in_tag=self.is_page)
        elif word == "htmlrtf":
            group = replace(group, for_rtf_only=number != 0)
        elif word in _SKIPPED:
            group = replace(group, skipped=True, in_fonts=word == "fonttbl")
        elif word == "uc":
            group = replace(group, after_unicode=max(0, number or 0))
        elif word == "f" and number is not None:
            group = replace(group, font=number)
        elif word == "fcharset" and group.in_fonts:
            self._font_pages[group.font] = _FONT_PAGES.get(number or 0, self._page)
        self._group = group

    def _byte(self, value: int) -> None:
        if self._to_skip:
            self._to_skip -= 1
        elif self._shows:
            self._bytes.append(value)

    def _plain(self, text: str) -> None:
        self._flush()
        kept = text[self._to_skip :]
        self._to_skip = max(0, self._to_skip - len(text))
        if self._shows:
            self._out.append(kept)

    @property
    def _shows(self) -> bool:
        group = self._group
        return not group.skipped and not (self.is_page and group.for_rtf_only and not group.in_tag)

    def _flush(self) -> None:
        """Bytes are decoded together: a character of some code pages has two."""
        if self._bytes:
            page = self._font_pages.get(self._group.font, self._page)
            self._out.append(decoded(bytes(self._bytes), charset_of(page)))
            self._bytes.clear()


def rtf_body(rtf: bytes) -> tuple[Body, ...]:
    """The page or the text of the RTF; empty where it has none."""
    unwrapping = _Unwrapping(rtf.decode("latin-1"))
    text = unwrapping.text().encode("utf-16", "surrogatepass").decode("utf-16", "replace")
    return (Body(text, is_html=unwrapping.is_page),) if text.strip(" \t\r\n\0") else ()
