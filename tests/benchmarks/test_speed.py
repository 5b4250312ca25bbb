"""What issue 6 asks of the window's speed, in one table: a walk through the window on the made store.

For each scenario what is wanted, what it took (median and worst), that as a ratio to a bare PySide6 window
that does the like, and how long the window stood still at most. On a busy machine the processor time, in
brackets, says more than the clock: it is of the whole process, its threads together.
"""

import os
import shutil
import statistics
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.measuring import SOURCES
from tests.benchmarks.start_programs import (
    BARE,
    CASEFILE,
    USABLE,
    first_line,
    seconds_to_paint,
    told,
    told_within,
)
from tests.benchmarks.walked_store import make_walked

RUNS = 5
MOST_RATIO, MOST_USABLE_MS, MOST_STOOD_MS = 1.5, 1_500.0, 50.0
"""What issue 6 asks for."""
QUIET = {"QT_LOGGING_RULES": "default.warning=false"}
"""What a screenless platform says of itself is not wanted between the figures."""
Row = tuple[str, str, str, str, str]
HEADS: Row = ("scenario", "wanted", "taken: median, worst (processor)", "bare", "stood still (processor)")


@pytest.fixture
def walked(made_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The made store with case files, tags, a trash and an inbox; data, screen and bytecode apart."""
    for name in ("XDG_DATA_HOME", "XDG_CONFIG_HOME", "XDG_RUNTIME_DIR"):
        monkeypatch.setenv(name, str(tmp_path))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "bytecode"))
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    ready = os.environ.get("CASEFILE_BENCH_WALKED")
    path = tmp_path / "walked.casefile"
    shutil.copyfile(ready or made_store, path)
    if not ready:
        make_walked(path)
    return path


def test_what_the_issue_asks_for(walked: Path) -> None:
    load = os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0
    (bare,) = told("tests.benchmarks.bare_walk")
    rows = [
        *start(walked),
        *map(told_of(bare), told_within("tests.benchmarks.walk", str(walked), environment=QUIET)),
    ]
    print(f"\n{SOURCES:,} sources, {os.cpu_count()} processors, load {load:.1f} at the start")
    print("\n".join(table([HEADS, *rows])))
    assert len(rows) > 50


def start(store: Path) -> Iterator[Row]:
    """The first picture and the window that can be used, beside a bare window."""
    pairs = [(seconds_to_paint(BARE), seconds_to_paint(CASEFILE, str(store))) for _ in range(RUNS + 1)][1:]
    bare, ours = (statistics.median(pair[place] for pair in pairs) * 1000 for place in (0, 1))
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    yield "First picture", f"{MOST_RATIO} times", f"{ours:.0f} ms", f"{bare:.0f} ms, ratio {ratio:.2f}", ""
    usable, stood = [], []
    for turn in range(RUNS + 1):
        taken, line = first_line(USABLE, str(store))
        assert line.startswith("["), line
        if not turn:
            continue  # it compiles what is loaded after the first picture, as no later one does
        furnished = [float(part) * 1000 for part in line.strip("[]\n").split(",")]
        usable.append(ours + furnished[0])
        stood.append(furnished[2])
        assert taken > 0
    middle = statistics.median(usable)
    yield (
        "Until the inbox has its rows", f"{MOST_USABLE_MS:.0f} ms", f"{middle:.0f}, {max(usable):.0f} ms",
        f"ratio {middle / bare:.2f}", f"{max(stood):.0f} ms",
    )  # fmt: skip


def told_of(bare: dict[str, float]) -> Any:  # noqa: ANN401  a function of one
    """Says a scenario beside what the bare window takes for the like."""

    def row(timed: dict[str, Any]) -> Row:
        taken, worked, unit = timed["taken"], timed["worked"] or [0.0], timed["unit"]
        middle, wanted = statistics.median(taken), timed["wanted"]
        is_frame = 0 < wanted < 20
        like = bare["memory_mb"] if unit == "MB" else bare["frame_ms"] if is_frame else bare["open_ms"]
        if unit == "MB":
            return timed["name"], f"{wanted:.0f} MB", f"{middle:.0f} MB", f"ratio {middle / like:.1f}", ""
        return (
            timed["name"],
            f"{wanted:.0f} ms" if wanted else "",
            f"{middle:.0f}, {max(taken):.0f} ms ({statistics.median(worked):.0f}, {max(worked):.0f})",
            f"ratio {middle / like:.1f}",
            f"{timed['stood_ms']:.0f} ms ({timed['stood_working_ms']:.0f}) {timed['where']}"
            if timed["stood_ms"] > MOST_STOOD_MS
            else f"{timed['stood_ms']:.0f} ms ({timed['stood_working_ms']:.0f})",
        )

    return row


def table(rows: Iterable[Row]) -> Iterator[str]:
    """The rows in columns."""
    rows = list(rows)
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEADS) - 1)]
    for row in rows:
        yield "  " + "  ".join([*map(str.ljust, row, widths), row[-1]])
