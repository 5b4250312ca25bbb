"""The brief's own words: how amounts, dates and publications are put. Imports the model and values.

English for now; a second language adds a second set of these functions' words, nothing else.
"""

from datetime import datetime

from casefile.briefs.model import Amount, BriefSource, FactValue
from casefile.briefs.pdf.text import isolated, printable, shorten_middle
from casefile.terms import AmountScale, SourceKind, label
from casefile.values import CONTEXT_LENGTH, Anchor, Money, PartialDate

HASH_DIGITS = 16
"""Hexadecimal digits of a SHA-256 that are printed: 64 bits, more than chance can match."""
PASSAGE_LENGTH = 1_200
"""Code points of a passage that a note prints; a longer quote stands in full in its own place."""

_MONTHS = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_LANGUAGES = {
    "ar": "Arabic", "bg": "Bulgarian", "cs": "Czech", "da": "Danish", "de": "German", "el": "Greek",
    "en": "English", "es": "Spanish", "et": "Estonian", "fi": "Finnish", "fr": "French", "ga": "Irish",
    "he": "Hebrew", "hr": "Croatian", "hu": "Hungarian", "it": "Italian", "ja": "Japanese", "ko": "Korean",
    "lt": "Lithuanian", "lv": "Latvian", "mt": "Maltese", "nb": "Norwegian", "nl": "Dutch", "no": "Norwegian",
    "pl": "Polish", "pt": "Portuguese", "ro": "Romanian", "ru": "Russian", "sk": "Slovak", "sl": "Slovenian",
    "sv": "Swedish", "tr": "Turkish", "uk": "Ukrainian", "zh": "Chinese",
}  # fmt: skip
_LINKED = {"note": "Note", "source": "Source", "action": "Action", "mark": "Back to mark"}
_SOURCE_KINDS = {SourceKind.PRESS: "Press article", SourceKind.OTHER: "Other publication"}


def value_words(value: FactValue) -> str:
    """A fact's value as it is printed."""
    if not isinstance(value, Amount):
        return printable(str(value))
    if value.scale == AmountScale.MISSING:
        return f"{_as_written(value.money)} (magnitude not stated)"
    return str(value.money)


def short_words(value: FactValue) -> str:
    """A fact's value for a narrow column: months by three letters."""
    if not isinstance(value, PartialDate):
        return value_words(value)
    return " ".join(word[:3] if word in _MONTHS else word for word in str(value).split(" "))


def _as_written(money: Money) -> str:
    """Without the zeros that fill up minor units: the source wrote "$33.7"."""
    words = str(money)
    return words.rstrip("0") if "." in words else words


def moment(when: datetime) -> str:
    """``3 September 2024, 10:12 UTC``."""
    return f"{day(when)}, {when:%H:%M} UTC"


def day(when: datetime) -> str:
    """``3 September 2024``."""
    return f"{when.day} {_MONTHS[when.month - 1]} {when.year}"


def foot_words(organisation: str, as_of: datetime) -> str:
    """The line at the foot of every page."""
    parts = (isolated(printable(organisation)), f"As of {day(as_of)}")
    return " · ".join(part for part in parts if part)


def language_name(code: str) -> str:
    """The language in words, the code itself where it is not known here, "" for none."""
    return _LANGUAGES.get(code, printable(code))


def short_citation(source: BriefSource) -> str:
    """Who published it and when: ``The Register, 3 September 2024``; never empty."""
    parts = (source.outlet or source.title, str(source.published) if source.published else "")
    return ", ".join(isolated(printable(part)) for part in parts if part) or f"Source {source.number}"


def source_kind(source: BriefSource) -> str:
    """``Authority release, primary source, in English``."""
    parts = [_SOURCE_KINDS.get(source.kind, label(source.kind))]
    if source.primary:
        parts.append("primary source")
    if source.language:
        parts.append(f"in {language_name(source.language)}")
    return ", ".join(parts)


def capture_words(source: BriefSource) -> str:
    """When it was captured, its fingerprint and its file; "" where nothing is known."""
    parts = []
    if source.captured:
        parts.append(f"Captured {moment(source.captured)}")
    if source.sha256:
        parts.append(f"SHA-256 {printable(source.sha256)[:HASH_DIGITS]}…")
    if source.file_name:
        parts.append(f"File {printable(source.file_name)}")
    return " · ".join(parts)


def copies_words(source: BriefSource) -> str:
    """That other sources carry the same text or most of it; "" where none does."""
    if not source.same_text_as:
        return ""
    numbers = ", ".join(f"S{number}" for number in source.same_text_as)
    return f"Carries the text of {numbers} or most of it, and is no independent confirmation."


def passage_words(passage: Anchor) -> tuple[str, str, str]:
    """What a note prints: the exact words, and before and after them what begins and ends on whole words."""
    before, after = passage.prefix, passage.suffix
    if len(before) >= CONTEXT_LENGTH and " " in before:
        before = "…" + before.split(" ", 1)[1]
    if len(after) >= CONTEXT_LENGTH and " " in after:
        after = after.rsplit(" ", 1)[0] + "…"
    exact = printable(shorten_middle(passage.exact, PASSAGE_LENGTH))
    return _joint(before, at_end=True), exact, _joint(after, at_end=False)


def _joint(context: str, *, at_end: bool) -> str:
    """Printable context that keeps the one space that parts it from the exact words."""
    text = printable(context)
    edge = context[-1:] if at_end else context[:1]
    if not text or not edge.isspace():
        return text
    return f"{text} " if at_end else f" {text}"


def link_words(link: str, text: str) -> str:
    """Where a link leads, for who does not see what stands around it: ``Note 3``, the address itself."""
    kind, _, number = link.removeprefix("#").partition("-")
    if link.startswith("#") and kind in _LINKED:
        return f"{_LINKED[kind]} {number}"
    return text if link.startswith("#") else link


def counted(count: int, singular: str, plural: str = "") -> str:
    """``1 fact``, ``3 facts``."""
    return f"{count:,} {singular if count == 1 else plural or singular + 's'}"
