"""From process start to the first painted window, as a ratio to a bare PySide6 window in the same run.

And from there until the window can be used: how long it takes, and for how long it stands still at most. The
programs run with their bytecode kept, as installed ones do.
"""

import json
import os
import statistics
import subprocess
import sys
import time
from pathlib import Path

import pytest

from casefile.intake import import_files
from casefile.paths import resource
from casefile.store.store import Store
from tests.benchmarks.measuring import print_table
from tests.benchmarks.start_programs import BARE, CASEFILE, USABLE, first_line, seconds_to_paint

RUNS = 9
MOST_RATIO, MOST_STEP_MS = 1.5, 50
"""What issue 6 asks for."""


@pytest.fixture(autouse=True)
def _as_installed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Data of its own, no screen where there is none, and bytecode that is kept."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "data"))
    monkeypatch.delenv("PYTHONDONTWRITEBYTECODE", raising=False)
    monkeypatch.setenv("PYTHONPYCACHEPREFIX", str(tmp_path / "bytecode"))
    if "DISPLAY" not in os.environ:
        monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture
def demo_store(tmp_path: Path) -> Path:
    path = tmp_path / "bench.casefile"
    store = Store.create(path)
    article = tmp_path / "article.html"
    article.write_bytes(resource("demo/continental-ledger-2025-03-18.html").read_bytes())
    import_files(store, [article], "bench")
    store.close()
    return path


def test_first_paint_against_a_bare_window(demo_store: Path) -> None:
    pairs = [(seconds_to_paint(BARE), seconds_to_paint(CASEFILE, str(demo_store))) for _ in range(RUNS + 1)][
        1:
    ]
    bare = statistics.median(pair[0] for pair in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    print(
        f"\nfirst painted window, median of {RUNS}:"
        f" bare {bare:.2f} s, Casefile {ours:.2f} s, ratio {ratio:.2f} (at most {MOST_RATIO})"
    )
    assert len(pairs) == RUNS


def test_until_it_can_be_used(demo_store: Path) -> None:
    taken = [json.loads(first_line(USABLE, str(demo_store))[1]) for _ in range(RUNS + 1)][1:]
    bare = statistics.median(seconds_to_paint(BARE) for _ in range(RUNS))
    usable, furnished, longest = zip(*taken, strict=True)
    rows = (
        ("from the first picture to a furnished window", furnished),
        ("from the first picture to the store's first row", usable),
        (f"the window stood still (at most {MOST_STEP_MS} ms)", longest),
    )
    print_table(
        f"After the first picture, median and worst of {RUNS}; a bare window takes {bare * 1000:.0f} ms",
        [(name, f"{in_ms(statistics.median(times), bare)}; worst {max(times) * 1000:.0f} ms")
         for name, times in rows],
    )  # fmt: skip
    assert len(taken) == RUNS


def in_ms(taken_s: float, bare_s: float) -> str:
    return f"{taken_s * 1000:.0f} ms, ratio {taken_s / bare_s:.2f}"


def test_version_against_a_bare_interpreter() -> None:
    def seconds(*arguments: str) -> float:
        start = time.perf_counter()
        subprocess.run([sys.executable, *arguments], check=True, capture_output=True)
        return time.perf_counter() - start

    pairs = [(seconds("-c", "pass"), seconds("-m", "ui", "--version")) for _ in range(RUNS)]
    ratio = statistics.median(ours / bare for bare, ours in pairs)
    ours = statistics.median(pair[1] for pair in pairs)
    print(f"\ncasefile --version, median of {RUNS}: {ours * 1000:.0f} ms, {ratio:.1f} times `python -c pass`")
    assert len(pairs) == RUNS
