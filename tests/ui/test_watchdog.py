"""The watchdog sees how long the thread stands still, and where."""

import time

from pytestqt.qtbot import QtBot

from tests.screens.watchdog import LONG_S, Watchdog
from ui import wording


def test_a_standstill_is_measured_and_its_place_is_named(qtbot: QtBot) -> None:
    watchdog = Watchdog()
    watchdog.start()
    qtbot.wait(30)
    compile_in(wording.__file__)
    qtbot.wait(30)
    watchdog.stop()
    assert watchdog.longest_s >= LONG_S * 4
    assert watchdog.where.endswith("wording.py:2 stand_still")


def compile_in(file: str) -> None:
    """Stands still in a function that says to be from that file."""
    found: dict[str, object] = {"sleep": time.sleep, "seconds": LONG_S * 4}
    exec(compile("def stand_still():\n    sleep(seconds)\nstand_still()", file, "exec"), found)  # noqa: S102
