"""A check of the made store, against SQLite's own check of the same file, and what memory it takes."""

import sqlite3
import subprocess
import sys
from contextlib import closing

from casefile.store.check import check
from casefile.store.store import Store
from tests.benchmarks.measuring import SOURCES, print_table, seconds

IN_A_PROCESS_OF_ITS_OWN = """
import re, sys
from pathlib import Path
from casefile.store.check import check
from casefile.store.store import Store
def peak_mb():
    # Not ru_maxrss: it begins with what the process that started this one had taken.
    status = Path("/proc/self/status")
    found = re.search(r"VmHWM:\\s+([0-9]+)", status.read_text()) if status.exists() else None
    return int(found[1]) / 1024 if found else float("nan")
store = Store.open(Path(sys.argv[1]), read_only=True)
before = peak_mb()
with store.read() as reader:
    check(reader)
print(f"{peak_mb() - before:.0f} MB")
"""


def test_a_check_of_everything(big: Store) -> None:
    def check_pages() -> None:
        with closing(sqlite3.connect(big.path)) as connection:
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)

    def check_all() -> None:
        with big.read() as reader:
            assert check(reader) == []

    pages, whole = seconds(check_pages), seconds(check_all)
    memory = subprocess.run(
        [sys.executable, "-c", IN_A_PROCESS_OF_ITS_OWN, big.path], capture_output=True, text=True, check=True
    ).stdout.strip()
    print_table(
        f"A check of a store of {SOURCES:,} sources ({big.path.stat().st_size / 1e6:,.0f} MB)",
        [
            ("SQLite's check of the file alone", f"{pages:.1f} s"),
            ("check", f"{whole:.1f} s, ratio {whole / pages:.1f}"),
            ("memory that it takes", memory),
        ],
    )
    assert whole > 0
