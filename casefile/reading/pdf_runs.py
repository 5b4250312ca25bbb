"""The runs of words of a PDF's page, as PDFium finds them. Imports only the PDF model."""

import ctypes
import math
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from casefile.reading.pdf_model import HYPHEN, PageRuns, Run

if TYPE_CHECKING:
    from pypdfium2 import PdfPage, PdfTextPage

_WORD = re.compile(f"[^\\s{HYPHEN}\ufffe]+[{HYPHEN}\ufffe]?")
_WIDE_GAP = 1.3
"""Ems: a justified line hardly ever has such a gap between two words, and a gutter is seldom narrower."""
_SAME_LINE = 0.45
_BOLD = 600
_SAMPLED = 24
_MARKED = re.compile(r".[\d†‡*]$")
"""The end of a word that may be the raised mark of a footnote: without a border €50 with note 1 is €501."""
_MARK = re.compile(r"[\d,†‡*]{1,40}")
_NOTE = re.compile(r"(\d{1,3})(?=[^\W\d])")
"""A word that may begin with the raised mark of the footnote."""
_RAISED = 0.2
_MOST_CHARACTERS = 500_000
"""Of one page; a page of a newspaper has 30,000."""
_LIGATURES = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\ufffe": HYPHEN}
)


@dataclass(frozen=True)
class _Word:
    text: str
    first: int
    """Index of its first character on the page."""
    left: float
    right: float
    baseline: float


@dataclass(frozen=True)
class _Look:
    """How a character is set: its size in points, and whether it runs in the page's own direction."""

    size: float
    bold: bool = False
    upright: bool = True


def page_runs(page: "PdfPage", number: int) -> PageRuns:
    """The page's runs without those that are turned otherwise than most of them: stamps, watermarks."""
    textpage = page.get_textpage()
    try:
        reader = _PageReader(textpage)
        return PageRuns(number, tuple(reader.runs()))
    finally:
        textpage.close()


class _PageReader:
    """Asks PDFium for places, with the memory for its answers made once."""

    def __init__(self, textpage: "PdfTextPage") -> None:
        import pypdfium2.raw as pdfium

        self._pdfium = pdfium
        self._page = textpage.raw
        self._textpage = textpage
        self._numbers = [ctypes.c_double() for _ in range(4)]
        self._matrix = pdfium.FS_MATRIX()
        self._count = min(textpage.count_chars(), _MOST_CHARACTERS)
        self._turn = self._most_common_turn()

    def runs(self) -> Iterator[Run]:
        """The runs in the order of the file."""
        words: list[_Word] = []
        look = _Look(0.0)
        for word in self._words():
            if not (words and _goes_on(words[-1], word, look.size)):
                if words and look.upright:
                    yield self._run_of(words, look)
                words = []
                look = self._look_of(word.first)
            raised = words and word.baseline - words[0].baseline > _RAISED * look.size
            marks = raised and _MARK.fullmatch(word.text)
            words.append(replace(word, text=f"[{word.text}]") if marks else word)
        if words and look.upright:
            yield self._run_of(words, look)

    def _run_of(self, words: list[_Word], look: _Look) -> Run:
        """The words as a run, in the size of the longest: a list's bullet or a term may have its own."""
        text = " ".join(word.text for word in words)
        size, bold = look.size, look.bold
        if len(words) > 1:
            size = self._look_of(max(words, key=lambda word: len(word.text)).first).size
            bold = bold and self._look_of(words[-1].first).bold
        return Run(text, words[0].left, words[-1].right, words[0].baseline, size, bold)

    def _words(self) -> Iterator[_Word]:
        for match in _WORD.finditer(self._text()):
            last = match.end() - 1
            word = self._with_marks_apart(match.group(), match.start()).translate(_LIGATURES)
            if word.endswith(HYPHEN) and last > match.start():
                last -= 1
            first_box, last_box = self._box(match.start()), self._box(last)
            left, right = min(first_box[0], last_box[0]), max(first_box[1], last_box[1])
            yield _Word(word, match.start(), left, right, self._baseline(match.start()))

    def _with_marks_apart(self, word: str, first: int) -> str:
        """The word with a raised figure in brackets: ``allowed.[1]``, ``[1] See``."""
        if _MARKED.search(word):
            level = self._baseline(first) + _RAISED * self._look_of(first).size
            start = len(word)
            while start > 1 and _MARK.match(word[start - 1]) and self._baseline(first + start - 1) > level:
                start -= 1
            return f"{word[:start]}[{word[start:]}]" if start < len(word) else word
        note = _NOTE.match(word)
        if note is None:
            return word
        level = self._baseline(first + note.end()) + _RAISED * self._look_of(first + note.end()).size
        return f"[{note.group()}] {word[note.end() :]}" if self._baseline(first) > level else word

    def _text(self) -> str:
        """One character for each of the page's, so that places in it are PDFium's indices."""
        text: str = self._textpage.get_text_range(0, self._count)
        if len(text) == self._count:
            return text
        get = self._pdfium.FPDFText_GetUnicode
        codes = (get(self._page, index) for index in range(self._count))
        return "".join(chr(code) if 0 < code < 0x110000 else "\ufffd" for code in codes)

    def _box(self, index: int) -> tuple[float, float]:
        """Where the character begins and ends along the line."""
        left, right, bottom, top = self._numbers
        if not self._pdfium.FPDFText_GetCharBox(self._page, index, left, right, bottom, top):
            return 0.0, 0.0
        corners = [
            self._turned(left.value, bottom.value)[0],
            self._turned(right.value, top.value)[0],
        ]
        return min(corners), max(corners)

    def _baseline(self, index: int) -> float:
        across, height = self._numbers[:2]
        if not self._pdfium.FPDFText_GetCharOrigin(self._page, index, across, height):
            return 0.0
        return self._turned(across.value, height.value)[1]

    def _turned(self, across: float, height: float) -> tuple[float, float]:
        if self._turn == 0:
            return across, height
        if self._turn == 1:
            return height, -across
        return (-across, -height) if self._turn == 2 else (-height, across)

    def _look_of(self, index: int) -> _Look:
        matrix = self._matrix
        size = self._pdfium.FPDFText_GetFontSize(self._page, index)
        upright = True
        if self._pdfium.FPDFText_GetMatrix(self._page, index, matrix):
            size *= math.hypot(matrix.c, matrix.d)
            turned = math.degrees(math.atan2(matrix.b, matrix.a)) - 90 * self._turn
            upright = abs((turned + 180) % 360 - 180) < 15
        bold = self._pdfium.FPDFText_GetFontWeight(self._page, index) >= _BOLD
        usable = math.isfinite(size) and 0.5 < size < 2000
        return _Look(size if usable else 10.0, bold, upright)

    def _most_common_turn(self) -> int:
        """In which of the four directions most of the text runs: quarter turns against the clock."""
        turns: Counter[int] = Counter()
        for index in range(0, self._count, max(1, self._count // _SAMPLED)):
            if self._pdfium.FPDFText_GetMatrix(self._page, index, self._matrix):
                angle = math.atan2(self._matrix.b, self._matrix.a)
                turns[round(angle / (math.pi / 2)) % 4] += 1
        return turns.most_common(1)[0][0] if turns else 0


def _goes_on(before: _Word, word: _Word, size: float) -> bool:
    """Whether the word stands on the same line as the one before, without a wide gap."""
    if before.text.endswith(HYPHEN) or abs(before.baseline - word.baseline) > _SAME_LINE * size:
        return False
    return -size < word.left - before.right < _WIDE_GAP * size
