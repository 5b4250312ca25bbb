"""The words of date lines: times, labels, the small words around a day. Imports dates and word lists."""

import re
from functools import cache

from casefile.reading.dates import starts_with
from casefile.reading.words import LANGUAGES, weekdays, words

TIME = re.compile(
    r"\d{1,2}\s?[:.hu]\s?\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?(?:\s?(?:[A-Z]{2,4}|Uhr|uur|h)\b)?|\d{1,2}\s?[ap]m\b"
    r"|\d{1,2}\s?(?:h|u|Uhr|uur)\b",
    re.IGNORECASE,
)
LETTERS = re.compile(r"[^\W\d_][\w'’-]*")
CUT = re.compile(r"[|¦•·,;()\[\]/–—‖<>›»]|\s-{1,2}\s|\s{2,}|(?<!\d):(?!\d)")
MOST_PLACE_WORDS = 4


def telling_words(text: str, language: str) -> list[str]:
    """The words that are no time, weekday, label or filler."""
    text = TIME.sub(" ", text)
    for label in date_labels(language):
        if starts_with(text.lstrip(" ,:;-–—|("), label):
            text = text.lstrip(" ,:;-–—|(")[len(label) :]
            break
    small = fillers(language)
    return [
        token
        for token in LETTERS.findall(text)
        if token.casefold() not in small and token.casefold() not in weekdays()
    ]


@cache
def fillers(language: str) -> frozenset[str]:
    """The small words that lead to a date in the language or in English: "on", "vom"; casefolded."""
    return frozenset(
        filler.casefold() for code in {language or "en", "en"} for filler in words(code, "date_fillers")
    )


@cache
def date_labels(language: str) -> tuple[str, ...]:
    """The labels of days of publication and of change in the language or in English, the longest first."""
    codes = {language or "en", "en"}
    found = {label for code in codes for key in ("published", "updated") for label in words(code, key)}
    return tuple(sorted(found, key=lambda label: (-len(label), label)))


@cache
def phrases(language: str, key: str) -> re.Pattern[str]:
    """Any phrase of a list in the language or in English, as words of their own."""
    codes = {language[:2] if language[:2] in LANGUAGES else "en", "en"}
    listed = sorted(
        {phrase for code in codes for phrase in words(code, key)}, key=lambda each: (-len(each), each)
    )
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, listed))})(?!\w)", re.IGNORECASE)
