"""The command palette on a store with many case files: against looking for the word in every title."""

import os

import pytest

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

from tests.benchmarks.measuring import median_ms, print_table
from ui.palette_entries import Entry, ranked

CASES = 2_000
MOST_TIMES = 80
"""What a letter may cost, in bare searches of all titles: a fiftieth of a second where those take half a
thousandth."""
ENTRIES = [
    Entry(f"case {number}", f"Matter {number} of regulators and courts", "Case file", lambda: None)
    for number in range(CASES)
]


@pytest.mark.parametrize("typed", ["", "m", "mat", "matter 19", "reg cou", "zzz"])
def test_a_letter_costs_little_more_than_a_look_at_every_title(typed: str) -> None:
    words = typed.split()

    def bare() -> list[Entry]:
        found = [one for one in ENTRIES if all(word in one.text.casefold() for word in words)]
        return sorted(found, key=lambda one: one.text)

    narrowed_ms, bare_ms = median_ms(lambda: ranked(ENTRIES, typed, ())), median_ms(bare)
    print_table(
        f"“{typed}” among {CASES:,} case files",
        (("palette", f"{narrowed_ms:.1f} ms"), ("bare", f"{bare_ms:.2f} ms"),
         ("ratio", f"{narrowed_ms / bare_ms:.1f}")),
    )  # fmt: skip
    assert narrowed_ms / bare_ms < MOST_TIMES
