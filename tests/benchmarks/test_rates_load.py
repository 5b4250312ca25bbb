"""The first rate of a process against making the package's own converter, and one rate after that."""

import statistics
import subprocess
import sys

RUNS = 7
OURS = """
import time
start = time.perf_counter()
from datetime import date
from casefile.rates import rate
rate("EUR", "USD", date(2024, 9, 3))
first = time.perf_counter() - start
start = time.perf_counter()
for _ in range(1000):
    rate("USD", "JPY", date(2024, 9, 1))
print(first, (time.perf_counter() - start) / 1000)
"""
PACKAGE = """
import time
start = time.perf_counter()
from currency_converter import CurrencyConverter
CurrencyConverter(decimal=True)
print(time.perf_counter() - start)
"""


def seconds(code: str) -> list[float]:
    ran = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return [float(word) for word in ran.stdout.split()]


def test_the_first_rate_against_the_packages_converter() -> None:
    pairs = [(seconds(OURS), seconds(PACKAGE)[0]) for _ in range(RUNS)]
    first = statistics.median(ours[0] for ours, _ in pairs)
    each = statistics.median(ours[1] for ours, _ in pairs)
    ratio = statistics.median(ours[0] / package for ours, package in pairs)
    print(
        f"\nfirst exchange rate of a process, import and reading, median of {RUNS}: {first * 1000:.0f} ms,"
        f" {ratio:.2f} times the package's own converter; each rate after that {each * 1e6:.1f} us"
    )
    assert len(pairs) == RUNS
