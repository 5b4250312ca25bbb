"""What the message bar says: what happened, what to do, maybe a button. Imports errors, rows and terms."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from casefile.errors import CasefileError
from casefile.store.rows import BatchRow, ReceiptRow
from casefile.terms import Outcome

SHOWN_FAILURES = 3
_KILO = 1024
_TOLD_FIRST = (
    Outcome.STORED,
    Outcome.UPDATED,
    Outcome.COPY,
    Outcome.DUPLICATE,
    Outcome.SKIPPED,
    Outcome.FAILED,
)
SHOWN_TWINS = 2


class Tone(Enum):
    """How much a notice matters."""

    DONE = auto()
    NOTE = auto()
    WRONG = auto()


@dataclass(frozen=True)
class Notice:
    """A sentence for the message bar and, where there is something to do next, its button."""

    text: str
    tone: Tone = Tone.DONE
    button: str = ""
    press: Callable[[], None] | None = None
    step: int = 0
    """The first step of the group that the button takes back or does again; 0 where it does neither."""


def error_notice(error: BaseException) -> Notice:
    """The notice of an error: a person's words for what was foreseen, the bare fact for a bug."""
    if isinstance(error, CasefileError):
        return Notice(str(error), Tone.WRONG)
    reason = f"{type(error).__name__}: {error}"
    return Notice(f"Something went wrong inside Casefile ({reason}). Your store is as it was.", Tone.WRONG)


def receipt_notice(receipts: Sequence[ReceiptRow], show: Callable[[], None] | None = None) -> Notice:
    """What became of a batch of files; ``show`` opens its receipt."""
    of_outcome = Counter(row.outcome for row in receipts)
    failed = [row for row in receipts if row.outcome is Outcome.FAILED]
    new = sum(row.is_new for row in receipts)
    parts = []
    if new:
        parts.append(f"{count_of(new, 'source')} imported.")
    if of_outcome[Outcome.DUPLICATE]:
        parts.append(f"{count_of(of_outcome[Outcome.DUPLICATE], 'file')} had been imported before.")
    if of_outcome[Outcome.SKIPPED]:
        parts.append(f"{count_of(of_outcome[Outcome.SKIPPED], 'file')} passed over.")
    told = [row for row in receipts if row.outcome in (Outcome.UPDATED, Outcome.COPY)]
    parts += [f"{row.name}: {row.message}" for row in told[:SHOWN_TWINS]]
    if len(told) > SHOWN_TWINS:
        parts.append(f"{len(told) - SHOWN_TWINS:,} more are copies or other versions.")
    parts += _failures(failed)
    tone = Tone.WRONG if failed else Tone.DONE
    if not receipts or show is None:
        return Notice(" ".join(parts) or "There was nothing to import.", tone)
    return Notice(" ".join(parts), tone, "Receipt", show)


def _failures(failed: Sequence[ReceiptRow]) -> list[str]:
    """Why one file failed; of several their names, as the receipt says why for each."""
    if len(failed) == 1:
        (row,) = failed
        return [row.message if row.name in row.message else f"{row.name}: {row.message}"]
    names = ", ".join(row.name for row in failed[:SHOWN_FAILURES])
    count, more = f"{len(failed):,}", f"{len(failed) - SHOWN_FAILURES:,}"
    if len(failed) > SHOWN_FAILURES:
        return [f"{count} files could not be read, as the receipt says: {names} and {more} more."]
    return [f"{count} files could not be read, as the receipt says: {names}."] if failed else []


def batch_words(batch: BatchRow) -> str:
    """What became of an import, in a line: "12 stored, 1 failed, 3 not read"."""
    nouns = {Outcome.DUPLICATE: ("duplicate", "duplicates"), Outcome.COPY: ("copy", "copies")}
    words = {Outcome.WAITING: "not read"}
    counts = [
        f"{batch.counts[outcome]:,} "
        + (
            nouns[outcome][batch.counts[outcome] > 1]
            if outcome in nouns
            else words.get(outcome, str(outcome))
        )
        for outcome in (*_TOLD_FIRST, Outcome.WAITING)
        if outcome in batch.counts
    ]
    if batch.waiting:
        counts.append("stopped" if batch.stopped else "under way or interrupted")
    return ", ".join(counts) or "nothing to import"


def interrupted_words(batch: BatchRow) -> str:
    """That an import was interrupted, and how much of it is left."""
    verb = "is" if batch.waiting == 1 else "are"
    files = "file" if batch.total == 1 else "files"
    return f"An import was interrupted: {batch.waiting:,} of {batch.total:,} {files} {verb} left."


def restored_notice(error: CasefileError | None, kept: Path | None) -> Notice:
    """What became of restoring a backup in the place of a store."""
    if error is not None:
        return error_notice(error)
    words = "The backup is restored."
    return Notice(f"{words} What was there before is kept: {kept.name}." if kept else words)


def size_of(count: int) -> str:
    """Bytes as ``12 KB`` or ``3.4 MB``."""
    kilo = count / _KILO
    return f"{kilo / _KILO:,.1f} MB" if kilo >= _KILO else f"{max(1, round(kilo)):,} KB"


def count_of(number: int, noun: str) -> str:
    """``1 source``, ``2 sources``, ``1,200 sources``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def sources_text(count: int, independent: int) -> str:
    """``2 sources``, ``4 sources, 1 independent`` where some are copies; "" for none."""
    words = count_of(count, "source") if count else ""
    return f"{words}, {independent:,} independent" if independent < count else words
