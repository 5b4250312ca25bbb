import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
TOOLS = ("xvfb-run", "xdotool")


@pytest.mark.skipif(
    any(shutil.which(tool) is None for tool in TOOLS),
    reason="needs xvfb-run and xdotool to move a real mouse",
)
def test_a_file_dragged_from_another_program_is_imported_and_reviewed(tmp_path: Path, article: Path) -> None:
    environment = {name: value for name, value in os.environ.items() if name != "QT_QPA_PLATFORM"}
    scenario = [sys.executable, str(Path(__file__).with_name("real_drag.py"))]
    ended = subprocess.run(
        [
            "xvfb-run",
            "-a",
            "-s",
            "-screen 0 1400x900x24",
            *scenario,
            str(tmp_path / "drag.casefile"),
            str(article),
        ],
        cwd=ROOT,
        env=environment | {"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=240,
        check=False,
    )
    assert ended.returncode == 0, ended.stdout + ended.stderr
