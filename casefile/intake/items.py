"""What becomes of one file before the store is written to: its bytes, what it holds, the files within it.

Runs in the threads that read ahead; a file's failure is a line, whatever it is.
"""

import hashlib
import logging
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from casefile.errors import CasefileError
from casefile.intake.errors import ReadersClosedError
from casefile.intake.limits import Limits
from casefile.intake.wire import RawItem
from casefile.intake.workers import Readers
from casefile.reading import ReadDocument, file_content
from casefile.reading.errors import shown
from casefile.reading.model import Part
from casefile.store.duplicates import SAME_FILE
from casefile.store.errors import StoreError
from casefile.store.keeping import Capture, PreparedSource, prepare_source
from casefile.store.receipts import storable
from casefile.terms import Outcome

INSIDE = " › "
"""Between a file and one within it, in names on the receipt."""
Known = Callable[[str], int | None]
"""The source of the bytes with a SHA-256, None where there is none."""
_log = logging.getLogger(__name__)


@dataclass(frozen=True)
class ReadItem:
    """One file, read: to be kept (``prepared``), known before, or neither and why."""

    name: str
    outcome: Outcome
    message: str = ""
    prepared: PreparedSource | None = None
    known_id: int | None = None
    parts: "tuple[ReadItem, ...]" = ()


class ItemReader:
    """Reads files and the files within them; may be used by several threads."""

    def __init__(self, readers: Readers, known: Known) -> None:
        self._readers = readers
        self._known = known
        self._ended = False

    def end(self) -> None:
        """Ends what is being read, from any thread; whatever is asked for later is not begun."""
        self._ended = True
        self._readers.interrupt()

    def read_path(self, path: Path, name: str) -> ReadItem:
        """The file at the path, with what is in it; :class:`ReadersClosedError` where reading was ended."""
        return self._guarded(
            name, lambda: self._read(path.name, name, file_content(path), _Budget(self._limits))
        )

    def read_content(self, content: bytes, name: str, url: str = "") -> ReadItem:
        """Content that is no file, with what is in it; raises as :meth:`read_path` does.

        ``url`` is its page, where the content names none.
        """
        return self._guarded(name, lambda: self._read(name, name, content, _Budget(self._limits), url=url))

    @property
    def _limits(self) -> Limits:
        return self._readers.limits

    def _guarded(self, name: str, read: "Callable[[], ReadItem]") -> ReadItem:
        try:
            return read()
        except (ReadersClosedError, StoreError):
            raise
        except CasefileError as error:
            return ReadItem(name, Outcome.FAILED, str(error))
        except Exception as error:  # noqa: BLE001  the one file of a batch is one of the three borders
            _log.exception("A file could not be imported")
            why = f"Something went wrong inside Casefile ({type(error).__name__}: {error})."
            return ReadItem(name, Outcome.FAILED, f"{why} Nothing of the file was kept.")

    def _read(
        self, file_name: str, name: str, content: bytes, budget: "_Budget", depth: int = 0, url: str = ""
    ) -> ReadItem:
        known = self._known(hashlib.sha256(content).hexdigest())
        if known is not None:
            return ReadItem(name, Outcome.DUPLICATE, SAME_FILE, known_id=known)
        if self._ended:
            raise ReadersClosedError
        result = self._readers.read(RawItem(file_name, content, datetime.now(UTC).date(), url))
        parts = self._read_parts(result.reading.parts, name, budget, depth + 1)
        document = result.reading.document
        if document is None:
            notes = " ".join(result.reading.notes)
            what = "It only holds other files." if parts else "It holds nothing that could be kept."
            return ReadItem(name, Outcome.SKIPPED, f"{what} {notes}".strip(), parts=parts)
        prepared = prepare_source(_capture(document, content, file_name), result.proposals)
        return ReadItem(name, Outcome.STORED, prepared=prepared, parts=parts)

    def _read_parts(
        self, parts: Sequence[Part], name: str, budget: "_Budget", depth: int
    ) -> tuple[ReadItem, ...]:
        if not parts:
            return ()
        if depth > self._limits.depth:
            why = f"It lies more than {self._limits.depth} files deep within others, so it was not read."
            advice = "Unpack what it lies in and import it from there."
            return (ReadItem(f"{name}{INSIDE}{shown(parts[0].name)}", Outcome.SKIPPED, f"{why} {advice}"),)
        allowed = [part for part in parts if budget.take()]
        with ThreadPoolExecutor(min(self._readers.count, len(parts)), "read parts") as threads:
            read = list(threads.map(lambda part: self._read_part(part, name, budget, depth), allowed))
        if len(allowed) < len(parts):
            left_out = len(parts) - len(allowed)
            why = f"{left_out:,} more files within it were left out: the limit is {self._limits.parts:,}."
            read.append(ReadItem(name, Outcome.SKIPPED, f"{why} Unpack it and import the rest from there."))
        return tuple(read)

    def _read_part(self, part: Part, within: str, budget: "_Budget", depth: int) -> ReadItem:
        own = shown(part.name)
        name = f"{within}{INSIDE}{own}"
        return self._guarded(name, lambda: self._read(own, name, part.content, budget, depth))


class _Budget:
    """How many files within one file are still read; counting is one step for all threads."""

    def __init__(self, limits: Limits) -> None:
        self._most = limits.parts
        self._taken = count(1)

    def take(self) -> bool:
        """Whether one more is read."""
        return next(self._taken) <= self._most


def _capture(document: ReadDocument, content: bytes, file_name: str) -> Capture:
    return Capture(
        content=content,
        file_name=storable(file_name),
        text=document.text,
        metadata=document.metadata,
        media_type=str(document.media_type),
        reader=document.reader,
        notes=document.notes,
        structure=document.structure,
        pages=document.pages,
        captured_on=document.captured.date() if document.captured else None,
    )
