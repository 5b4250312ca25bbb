"""The processes that read files for the window: warm before the first drop, gone with the program.

Loads the pool only when it is asked for: starting the window must not wait for it.
"""

import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from casefile.intake.workers import Readers


class WindowReaders:
    """The window's pool of readers, made at the first use; for any thread."""

    def __init__(self, given: "Readers | None" = None) -> None:
        """``given`` readers are used instead of a pool of our own, and are not closed."""
        self._given = given
        self._own: Readers | None = None
        self._closed = False
        self._lock = threading.Lock()

    def warm(self) -> None:
        """Starts the processes; does not wait for them."""
        self.get()

    def get(self) -> "Readers":
        """The readers; closed ones after :meth:`close`."""
        if self._given is not None:
            return self._given
        from casefile.intake.workers import ReaderPool

        with self._lock:
            if self._own is None:
                pool = ReaderPool()
                if self._closed:
                    pool.close()
                else:
                    pool.start()
                self._own = pool
            return self._own

    def close(self) -> None:
        """Ends the processes and with them what is being read."""
        with self._lock:
            self._closed = True
            own = self._own
        if own is not None:
            own.close()
