"""Texts from anywhere made fit for files of other programs. Pure; imports nothing of ours."""

import re

_BREAKS = re.compile(r"\r\n?|[\u0085\u2028\u2029]")
_UNFIT = re.compile(
    r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef\ufffe\uffff"  # controls, noncharacters
    r"\u202a-\u202e\u2066-\u2069]"  # overrides of direction, which make a text look like another
)
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_SPACE = re.compile(r"\s+")


def fit(text: str) -> str:
    """The text without controls, noncharacters and overrides of direction; its lines end in a line feed."""
    return _SURROGATE.sub("\ufffd", _UNFIT.sub("", _BREAKS.sub("\n", text)))


def fit_line(text: str) -> str:
    """The same as one line."""
    return _SPACE.sub(" ", fit(text)).strip()
