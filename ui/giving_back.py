"""Memory that nobody uses any more goes back to the system. Imports nothing of ours.

The C library of most Linux systems keeps what was freed unless it lay at the very end: after a brief of five
thousand actions that is more than the whole window takes.
"""

import sys
from collections.abc import Callable
from functools import cache


def give_back() -> None:
    """Gives back what the C library keeps for later, where it can be told to; from any thread.

    It takes about ten milliseconds, in which others go on: not for what is done often.
    """
    trim = _trim()
    if trim is not None:
        trim(0)


@cache
def _trim() -> Callable[[int], int] | None:
    """The GNU C library's own function; None for every other one."""
    if sys.platform != "linux":
        return None
    import ctypes

    found: Callable[[int], int] | None = getattr(ctypes.CDLL(None), "malloc_trim", None)
    return found
