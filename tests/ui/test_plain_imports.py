"""While modules are imported nobody reads their sources: that is a tenth of the program's memory."""

import subprocess
import sys

import pytest

READ = """
import linecache, sys
ours = [name for name in linecache.cache if f"casefile{os.sep}" in name or f"ui{os.sep}" in name]
print(len(ours), "PySide6.QtWidgets" in sys.modules)
"""
AS_STARTED = """
import os, sys, types
def run(_path):
    import ui.furnishing, ui.panes.composer, casefile.store.store
    return 0
sys.modules["ui.app"] = types.SimpleNamespace(run=run)
from ui.__main__ import main
main([])
"""
SPARED = """
import os
from ui.plain_imports import spare_sources
spare_sources()
spare_sources()
import ui.furnishing, ui.panes.composer, casefile.store.store
"""
AS_WALKED = """
import os, sys, types, ui
from pathlib import Path
ui.app = sys.modules["ui.app"] = types.SimpleNamespace(make_unfurnished=None, run=lambda path: None)
from tests.benchmarks.walk import main
main(Path("any.casefile"), ())
"""
"""Else its figures would be those of another program."""
READ_BY_PYSIDE = "import os\nfrom PySide6 import QtWidgets\nimport ui.furnishing, casefile.store.store\n"


@pytest.mark.parametrize("start", [SPARED, AS_STARTED, AS_WALKED])
def test_no_source_is_read(start: str) -> None:
    assert told(start) == "0 True"


def test_without_it_pyside_reads_them_all() -> None:
    count, _ = told(READ_BY_PYSIDE).split()
    assert int(count) > 20


def told(code: str) -> str:
    done = subprocess.run([sys.executable, "-c", code + READ], capture_output=True, text=True, check=True)
    return done.stdout.splitlines()[-1]
