"""How amounts, dates and publications are put in the brief's language. Imports the model and wording."""

from datetime import datetime

from casefile.briefs.fences import isolated
from casefile.briefs.model import Amount, BriefSource, FactValue
from casefile.briefs.pdf.text import printable, printable_told, shorten_middle
from casefile.briefs.wording import ENGLISH, Phrasing
from casefile.terms import AmountScale, QuoteKind, SourceKind, label
from casefile.values import CONTEXT_LENGTH, Anchor, PartialDate

UNREVIEWED_MARK = "†"
HASH_DIGITS = 16
"""Hexadecimal digits of a SHA-256 that are printed: 64 bits, more than chance can match."""
PASSAGE_LENGTH = 1_200
"""Code points of a passage that a note prints; a longer quote stands in full in its own place."""

_LINKED = {
    "note": "Note {number}",
    "source": "Source {number}",
    "action": "Action {number}",
    "mark": "Back to mark {number}",
}
SAID_HOW = {QuoteKind.PARTIAL: "in part", QuoteKind.PARAPHRASE: "paraphrased by the source"}
"""What is remarked of a quote that is not somebody's whole words."""
_SOURCE_KINDS = {SourceKind.PRESS: "Press article", SourceKind.OTHER: "Other publication"}


def value_words(value: FactValue, put: Phrasing = ENGLISH) -> str:
    """A fact's value as it is printed, a name in it maybe fenced off."""
    if isinstance(value, PartialDate):
        return printable(put.date(value))
    if not isinstance(value, Amount):
        return printable_told(value)
    if value.scale == AmountScale.MISSING:
        return put.say("{amount} (scale not stated)", amount=put.bare_money(value.money))
    return put.money(value.money)


def short_words(value: FactValue, put: Phrasing = ENGLISH) -> str:
    """A fact's value for a narrow column: months by three letters."""
    return printable(put.short_date(value)) if isinstance(value, PartialDate) else value_words(value, put)


def foot_words(organisation: str, as_of: datetime, put: Phrasing = ENGLISH) -> str:
    """The line at the foot of every page."""
    parts = (isolated(printable(organisation)), put.say("As of {day}", day=put.day(as_of)))
    return " · ".join(part for part in parts if part)


def page_words(number: int, pages: int, put: Phrasing = ENGLISH) -> str:
    """``3 of 7``, at the foot of every page; ``3`` where nobody knows yet of how many."""
    if not pages:
        return str(number)
    return put.say("{number} of {pages}", number=number, pages=pages)


def short_citation(source: BriefSource, put: Phrasing = ENGLISH) -> str:
    """Who published it and when: ``The Register, 3 September 2024``; never empty."""
    parts = (source.outlet or source.title, put.date(source.published) if source.published else "")
    found = ", ".join(isolated(printable(part)) for part in parts if part)
    return found or put.say("Source {number}", number=source.number)


def source_kind(source: BriefSource, put: Phrasing = ENGLISH) -> str:
    """``Authority release, primary source, in English``."""
    parts = [put.say(_SOURCE_KINDS.get(source.kind, label(source.kind)))]
    if source.primary:
        parts.append(put.say("primary source"))
    if source.language:
        parts.append(put.say("in {language}", language=printable(put.language_name(source.language))))
    return ", ".join(parts)


def capture_words(source: BriefSource, put: Phrasing = ENGLISH) -> str:
    """When it was captured, its fingerprint and its file; "" where nothing is known."""
    parts = []
    if source.captured:
        parts.append(put.say("Captured {moment}", moment=put.moment(source.captured)))
    if source.sha256:
        parts.append(f"SHA-256 {printable(source.sha256)[:HASH_DIGITS]}…")
    if source.file_name:
        parts.append(put.say("File {name}", name=printable(source.file_name)))
    return " · ".join(parts)


def unreviewed_words(count: int, put: Phrasing = ENGLISH) -> str:
    """What the sign of unreviewed statements means."""
    return put.count(
        "{mark} marks {count} statement that the program found and no person has reviewed yet. Check it "
        "against the notes before relying on it.",
        "{mark} marks {count} statements that the program found and no person has reviewed yet. Check them "
        "against the notes before relying on them.",
        count,
        mark=UNREVIEWED_MARK,
    )


def copies_words(source: BriefSource, put: Phrasing = ENGLISH) -> str:
    """That other sources carry the same text or most of it; "" where none does."""
    if not source.same_text_as:
        return ""
    numbers = ", ".join(f"S{number}" for number in source.same_text_as)
    return put.say(
        "Carries the text of {sources} or most of it, and is no independent confirmation.", sources=numbers
    )


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


def link_words(link: str, text: str, put: Phrasing = ENGLISH) -> str:
    """Where a link leads, for who does not see what stands around it: ``Note 3``, the address itself."""
    kind, _, number = link.removeprefix("#").partition("-")
    if link.startswith("#") and kind in _LINKED:
        return put.say(_LINKED[kind], number=number)
    return text if link.startswith("#") else link
