"""A real screen for every test of the window; skipped where there is none to be had."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.window.real_screen import TOOLS, RealScreen, real_screen

MISSING = [tool for tool in TOOLS if shutil.which(tool) is None]


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[RealScreen]:
    """An X server of our own with a window manager."""
    if MISSING and "CI" not in os.environ:
        pytest.skip(f"needs {', '.join(MISSING)}: `make test` installs them on Debian")
    with real_screen(tmp_path) as found:
        yield found
