"""What was freed goes back to the system where the C library keeps it."""

import subprocess
import sys

import pytest

PROGRAM = """
from ui.giving_back import give_back
def resident():
    with open("/proc/self/statm") as file:
        return int(file.read().split()[1])
many = [bytearray(60_000) for _ in range(1_000)]
last = many.pop()
full = resident()
del many
before = resident()
give_back()
print(full - before, before - resident())
"""


def test_it_can_be_asked_for_anywhere() -> None:
    from ui.giving_back import give_back

    give_back()
    give_back()


@pytest.mark.skipif(sys.platform != "linux", reason="other systems are not told")
def test_memory_between_what_is_kept_goes_back() -> None:
    told = subprocess.run([sys.executable, "-c", PROGRAM], capture_output=True, text=True, check=True)
    by_itself, given_back = map(int, told.stdout.split())
    pages = 60_000 * 999 // 4096
    assert by_itself < pages // 2 < given_back
