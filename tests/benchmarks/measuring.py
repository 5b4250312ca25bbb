"""How the benchmarks take and print their times."""

import os
import re
import statistics
import time
from collections.abc import Callable, Iterable
from pathlib import Path

SOURCES = int(os.environ.get("CASEFILE_BENCH_SOURCES", "100000"))
"""How many sources the made store has."""


def seconds(work: Callable[[], object]) -> float:
    """How long one run takes."""
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


def median_ms(work: Callable[[], object], runs: int = 9) -> float:
    """The median of some runs in milliseconds, after one that is not counted."""
    work()
    return statistics.median(seconds(work) for _ in range(runs)) * 1000


def medians_ms(works: Iterable[Callable[[], object]]) -> tuple[float, float]:
    """The median and the worst of works of which each is run once, in milliseconds."""
    taken = [seconds(work) * 1000 for work in works]
    return statistics.median(taken), max(taken)


def most_memory() -> str:
    """The most memory that this process had so far, where the system tells (Linux)."""
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\s+([0-9]+)", status.read_text()) if status.exists() else None
    return f"{int(found[1]) / 1024:,.0f} MB" if found else "not told"


def print_table(title: str, rows: Iterable[tuple[str, str]]) -> None:
    """A table of two columns."""
    print(f"\n{title}")
    for name, value in rows:
        print(f"  {name:<44} {value}")
