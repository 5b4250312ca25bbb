"""Bytes to characters: marks, declarations, and a small honest guess. Imports nothing of ours.

The order is that of the WHATWG Encoding and HTML standards (13.2.3.2), but that bytes which are valid UTF-8
are UTF-8 whatever the page declares, which is what saved pages turn out to be.
"""

import codecs
import re
from dataclasses import dataclass

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([A-Za-z0-9_:.\-]{2,40})", re.IGNORECASE)
_DECLARATION_LENGTH = 4096
_SAMPLE_LENGTH = 32 * 1024
# https://encoding.spec.whatwg.org/#names-and-labels: what is labelled so on the web is windows-1252.
_WINDOWS_1252_LABELS = {"ascii", "iso8859-1", "latin-1", "latin1", "us-ascii"}
_NO_PAGE_ENCODINGS = {"idna", "punycode", "raw-unicode-escape", "undefined", "unicode-escape", "utf-7"}
"""What Python decodes and no browser does."""
_WIDE = ("utf-16", "utf-32")


@dataclass(frozen=True)
class Decoded:
    """The characters, and what the person should know of how they were found."""

    text: str
    notes: tuple[str, ...] = ()


def decode(content: bytes) -> Decoded:
    """The characters of the bytes; what cannot be decoded is U+FFFD and said in a note."""
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _with_replacements(content[len(mark) :], encoding)
    wide = _unmarked_wide(content)
    if wide:
        decoded = _with_replacements(content, wide)
        return Decoded(decoded.text, (f"Encoding guessed: {wide}.", *decoded.notes))
    try:
        return Decoded(content.decode("utf-8"))
    except UnicodeDecodeError:
        return _decode_legacy(content)


def _with_replacements(content: bytes, encoding: str) -> Decoded:
    text = content.decode(encoding, "replace")
    lost = text.count("\ufffd") - (content.count(b"\xef\xbf\xbd") if encoding == "utf-8" else 0)
    if lost <= 0:
        return Decoded(text)
    return Decoded(text, (f"{lost} characters could not be decoded as {encoding} and are shown as \ufffd.",))


def _unmarked_wide(content: bytes) -> str:
    """UTF-16 or UTF-32 without a mark, told by where the zero bytes stand; "" for anything else."""
    sample = content[:1024]
    if len(sample) < 4 or b"\0" not in sample:
        return ""
    zeros = [sample[place::4].count(0) / max(1, len(sample[place::4])) for place in range(4)]
    if min(zeros[1:]) > 0.9 and zeros[0] < 0.1:
        return "utf-32-le"
    if min(zeros[:3]) > 0.9 and zeros[3] < 0.1:
        return "utf-32-be"
    even, odd = (zeros[0] + zeros[2]) / 2, (zeros[1] + zeros[3]) / 2
    if odd > 0.4 and even < 0.1:
        return "utf-16-le"
    if even > 0.4 and odd < 0.1:
        return "utf-16-be"
    return ""


def _decode_legacy(content: bytes) -> Decoded:
    if _mostly_utf8(content):
        return _with_replacements(content, "utf-8")
    declared = _declared_encoding(content)
    if declared:
        return _with_replacements(content, declared)
    guess = _guess(content)
    decoded = _with_replacements(content, guess)
    return Decoded(decoded.text, (f"Encoding guessed: {guess}.", *decoded.notes))


def _mostly_utf8(content: bytes) -> bool:
    """Whether a few damaged places are all that keeps the bytes from being UTF-8."""
    sample = content[: 16 * _SAMPLE_LENGTH].decode("utf-8", "replace")
    broken = sample.count("\ufffd")
    whole = sum(1 for char in sample if char > "\x7f") - broken
    return whole >= 10 * broken


def _declared_encoding(content: bytes) -> str:
    """The encoding that the page names, "" where it names none that Python knows and that fits."""
    found = _DECLARED.search(content[:_DECLARATION_LENGTH])
    if found is None:
        return ""
    try:
        encoding = codecs.lookup(found.group(1).decode("ascii")).name
        "".encode(encoding)
    except (LookupError, ValueError):
        return ""
    if encoding in _NO_PAGE_ENCODINGS:
        return ""
    if encoding in _WINDOWS_1252_LABELS:
        return "cp1252"
    return "" if encoding.startswith(_WIDE) or encoding == "utf-8" else encoding


def _guess(content: bytes) -> str:
    """The likeliest encoding of bytes that are no UTF-8 and declare nothing."""
    from charset_normalizer import from_bytes

    start = max(0, _first_high_byte(content) - _SAMPLE_LENGTH // 2)
    sample = content[start : start + _SAMPLE_LENGTH]
    if _reads_as_western(sample):
        return "cp1252"
    best = from_bytes(sample).best()
    return "cp1252" if best is None or best.encoding.startswith(("utf", "ascii")) else best.encoding


def _first_high_byte(content: bytes) -> int:
    found = re.search(rb"[\x80-\xff]", content)
    return found.start() if found else 0


def _reads_as_western(sample: bytes) -> bool:
    """Whether the high bytes, read as windows-1252, are what western European prose has."""
    high = [char for char in sample.decode("cp1252", "replace") if char > "\x7f"]
    usual = sum(1 for char in high if char in _WESTERN)
    return bool(high) and usual >= 0.95 * len(high)


_WESTERN = frozenset("äöüÄÖÜßéèêëàâçîïôùûœæÉÈÀÇÊáíóúñÁÍÓÚÑ¿¡ìòøåØÅãõ«»“”‘’„‚‹›–—…•·€£§©®°º ª\xa0™´½²³")
