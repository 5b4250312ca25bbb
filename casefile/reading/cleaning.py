"""Text as it is kept: NFC, plain newlines, nothing that hides its meaning. Imports nothing of ours."""

import re
import unicodedata

_NEWLINE = re.compile("\r\n?|[\x0b\x0c\x1c-\x1e\x85\u2028\u2029]")
# C0 and C1 controls but tab and newline, soft hyphen, zero width space, bidi embeddings, overrides and
# isolates (UAX 9), the byte order mark, noncharacters, lone surrogates.
_UNWANTED = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\u00ad\u200b\u202a-\u202e\u2066-\u2069\ufeff\ufffe\uffff\ufdd0-\ufdef\ud800-\udfff]"
)


def clean_text(text: str) -> str:
    """The text in NFC with plain newlines, without control characters but newline and tab."""
    if "\r" in text or not text.isprintable():
        text = _UNWANTED.sub("", _NEWLINE.sub("\n", text))
    return unicodedata.normalize("NFC", text)


def one_line(text: str, most: int | None = None) -> str:
    """The text cleaned, with every run of white space as one space: a title, a name.

    Of a longer one the first ``most`` characters.
    """
    return " ".join(clean_text(text).split())[:most].rstrip()
