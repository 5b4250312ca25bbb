"""A walk through the window on a store, everything in it timed. Run as a program, with the store's path.

Prints a JSON object for each scenario (:class:`tests.benchmarks.walker.Timed`) as soon as it is timed. The
store is one of :func:`tests.benchmarks.walked_store.make_walked`. Parts of it are named behind the path.
"""

import sys
from collections.abc import Sequence
from pathlib import Path

from ui.plain_imports import spare_sources


def main(path: Path, only: Sequence[str]) -> None:
    """Opens the window as the program does, its sources unread, and walks through it once it is there."""
    spare_sources()
    from tests.benchmarks.walk_parts import run

    run(path, only)


if __name__ == "__main__":
    main(Path(sys.argv[1]), sys.argv[2:])
