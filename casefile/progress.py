"""How long work says how far it is and hears that it should stop. Imports only errors."""

from collections.abc import Callable
from dataclasses import dataclass
from threading import Event

from casefile.errors import CancelledError


@dataclass(frozen=True)
class Progress:
    """Where a piece of work stands: ``done`` of ``total`` (0 where unknown) and what it is at."""

    done: int
    total: int
    what: str
    rate: float = 0.0
    """How many a second, 0 where that is unknown or means nothing."""


@dataclass(frozen=True)
class Task:
    """A piece of work's way to the one who waits for it; safe to share between threads."""

    report: Callable[[Progress], None] = lambda _: None
    stop: Event | None = None

    def step(self, done: int, total: int, what: str, rate: float = 0.0) -> None:
        """Report, or raise :class:`CancelledError` when a stop was asked for."""
        self.check()
        self.report(Progress(done, total, what, rate))

    def check(self) -> None:
        """Raise :class:`CancelledError` when a stop was asked for."""
        if self.stop is not None and self.stop.is_set():
            raise CancelledError


SILENT = Task()
"""Nobody waits."""
