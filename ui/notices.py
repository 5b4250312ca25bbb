"""What the message bar says: what happened, what to do, maybe a button. Imports errors, rows and terms."""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from casefile.errors import CasefileError
from casefile.store.rows import BatchRow, ReceiptRow
from casefile.terms import Outcome
from casefile.translation import N_n, tr, tr_n
from ui.counts import count_of
from ui.figures import figure
from ui.told import told

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
_BECAME = {
    Outcome.STORED: N_n("{count} stored", "{count} stored"),
    Outcome.UPDATED: N_n("{count} updated", "{count} updated"),
    Outcome.COPY: N_n("{count} copy", "{count} copies"),
    Outcome.DUPLICATE: N_n("{count} duplicate", "{count} duplicates"),
    Outcome.SKIPPED: N_n("{count} skipped", "{count} skipped"),
    Outcome.FAILED: N_n("{count} failed", "{count} failed"),
    Outcome.WAITING: N_n("{count} not read", "{count} not read"),
}
"""What became of the files of an import, by outcome."""


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
        return Notice(error_words(error), Tone.WRONG)
    words = tr(
        "Something went wrong inside Casefile ({reason}). Your store is as it was. "
        "Try again; if it happens again, close Casefile and open it anew."
    )
    return Notice(words.format(reason=f"{type(error).__name__}: {error}"), Tone.WRONG)


def error_words(error: CasefileError) -> str:
    """What happened and what to do, in the person's language."""
    return f"{told(error.what)} {told(error.advice)}".strip()


def receipt_notice(receipts: Sequence[ReceiptRow], show: Callable[[], None] | None = None) -> Notice:
    """What became of a batch of files; ``show`` opens its receipt."""
    of_outcome = Counter(row.outcome for row in receipts)
    failed = [row for row in receipts if row.outcome is Outcome.FAILED]
    new = sum(row.is_new for row in receipts)
    parts = []
    if new:
        parts.append(tr("{sources} imported.").format(sources=count_of(new, "source")))
    if of_outcome[Outcome.DUPLICATE]:
        parts.append(
            tr("{files} had been imported before.").format(
                files=count_of(of_outcome[Outcome.DUPLICATE], "file")
            )
        )
    if of_outcome[Outcome.SKIPPED]:
        parts.append(tr("{files} passed over.").format(files=count_of(of_outcome[Outcome.SKIPPED], "file")))
    twins = [row for row in receipts if row.outcome in (Outcome.UPDATED, Outcome.COPY)]
    parts += [f"{row.name}: {told(row.message)}" for row in twins[:SHOWN_TWINS]]
    if len(twins) > SHOWN_TWINS:
        parts.append(
            tr("{count} more are copies or other versions.").format(count=figure(len(twins) - SHOWN_TWINS))
        )
    parts += _failures(failed)
    tone = Tone.WRONG if failed else Tone.DONE
    if not receipts or show is None:
        return Notice(" ".join(parts) or tr("There was nothing to import."), tone)
    return Notice(" ".join(parts), tone, tr("Receipt"), show)


def _failures(failed: Sequence[ReceiptRow]) -> list[str]:
    """Why one file failed; of several their names, as the receipt says why for each."""
    if len(failed) == 1:
        (row,) = failed
        message = told(row.message)
        return [message if row.name in message else f"{row.name}: {message}"]
    names = ", ".join(row.name for row in failed[:SHOWN_FAILURES])
    count, more = figure(len(failed)), figure(len(failed) - SHOWN_FAILURES)
    if len(failed) > SHOWN_FAILURES:
        return [
            tr("{count} files could not be read, as the receipt says: {names} and {more} more.").format(
                count=count, names=names, more=more
            )
        ]
    return (
        [
            tr("{count} files could not be read, as the receipt says: {names}.").format(
                count=count, names=names
            )
        ]
        if failed
        else []
    )


def batch_words(batch: BatchRow) -> str:
    """What became of an import, in a line: "12 stored, 1 failed, 3 not read"."""
    counts = [
        tr_n(*_BECAME[outcome], batch.counts[outcome]).format(count=figure(batch.counts[outcome]))
        for outcome in (*_TOLD_FIRST, Outcome.WAITING)
        if outcome in batch.counts
    ]
    if batch.waiting:
        counts.append(tr("stopped") if batch.stopped else tr("under way or interrupted"))
    return ", ".join(counts) or tr("nothing to import")


def interrupted_words(batch: BatchRow) -> str:
    """That an import was interrupted, and how much of it is left."""
    words = tr_n(
        "An import was interrupted: {waiting} of {files} is left.",
        "An import was interrupted: {waiting} of {files} are left.",
        batch.waiting,
    )
    return words.format(waiting=figure(batch.waiting), files=count_of(batch.total, "file"))


def restored_notice(error: CasefileError | None, kept: Path | None) -> Notice:
    """What became of restoring a backup in the place of a store."""
    if error is not None:
        return error_notice(error)
    words = tr("The backup is restored.")
    return Notice(
        tr("{words} What was there before is kept: {name}.").format(words=words, name=kept.name)
        if kept
        else words
    )


def size_of(count: int) -> str:
    """Bytes as ``12 KB`` or ``3.4 MB``."""
    kilo = count / _KILO
    return (
        tr("{size} MB").format(size=figure(kilo / _KILO, 1))
        if kilo >= _KILO
        else tr("{size} KB").format(size=figure(max(1, round(kilo))))
    )


def sources_text(count: int, independent: int) -> str:
    """``2 sources``, ``4 sources, 1 independent`` where some are copies; "" for none."""
    words = count_of(count, "source") if count else ""
    return (
        tr("{words}, {independent} independent").format(words=words, independent=figure(independent))
        if independent < count
        else words
    )
