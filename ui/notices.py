"""What the message bar says: what happened, what to do, maybe a button. Imports errors and rows."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import Enum, auto
from pathlib import Path

from casefile.errors import CasefileError
from casefile.store.rows import ReceiptRow

SHOWN_FAILURES = 3
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


def receipt_notice(receipts: Sequence[ReceiptRow]) -> Notice:
    """What became of a batch of files."""
    stored = sum(row.is_new for row in receipts)
    known = sum(row.outcome == "duplicate" for row in receipts)
    failed = [row for row in receipts if row.outcome == "failed"]
    parts = []
    if stored:
        parts.append(f"{count_of(stored, 'source')} imported.")
    if known:
        parts.append(f"{count_of(known, 'file')} had been imported before.")
    told = [row for row in receipts if row.is_new and row.outcome != "stored"]
    parts += [f"{row.name}: {row.message}" for row in told[:SHOWN_TWINS]]
    if len(told) > SHOWN_TWINS:
        parts.append(f"{len(told) - SHOWN_TWINS:,} more are copies or other versions.")
    parts += [f"{row.name}: {row.message}" for row in failed[:SHOWN_FAILURES]]
    if len(failed) > SHOWN_FAILURES:
        parts.append(f"{len(failed) - SHOWN_FAILURES} more could not be read.")
    return Notice(" ".join(parts) or "There was nothing to import.", Tone.WRONG if failed else Tone.DONE)


def restored_notice(error: CasefileError | None, kept: Path | None) -> Notice:
    """What became of restoring a backup in the place of a store."""
    if error is not None:
        return error_notice(error)
    words = "The backup is restored."
    return Notice(f"{words} What was there before is kept: {kept.name}." if kept else words)


def count_of(number: int, noun: str) -> str:
    """``1 source``, ``2 sources``, ``1,200 sources``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def sources_text(count: int, independent: int) -> str:
    """``2 sources``, ``4 sources, 1 independent`` where some are copies; "" for none."""
    words = count_of(count, "source") if count else ""
    return f"{words}, {independent:,} independent" if independent < count else words
