"""What the console command loads and understands before there is a window."""

import subprocess
import sys

import pytest

from casefile import __version__

HEAVY = "[name for name in sys.modules if name.partition('.')[0] in ('PySide6', 'sqlalchemy', 'reportlab')]"


def run_python(code: str) -> str:
    ended = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True
    )
    return ended.stdout


def test_the_version_is_told_without_qt_or_the_database() -> None:
    out = run_python(f"import sys; from ui.__main__ import main; main(['--version']); print({HEAVY})")
    assert out.splitlines() == [f"casefile {__version__}", "[]"]


def test_a_subcommand_loads_no_qt() -> None:
    code = (
        "import sys\nfrom ui.__main__ import main\n"
        "try:\n    main(['list', '--help'])\nexcept SystemExit:\n    pass\n"
        "print([name for name in sys.modules if name.startswith('PySide6')])"
    )
    assert run_python(code).splitlines()[-1] == "[]"


def test_the_window_is_imported_without_the_database() -> None:
    out = run_python(
        "import sys, ui.app\n"
        "print([name for name in sys.modules if name.partition('.')[0] in ('sqlalchemy', 'reportlab')])"
    )
    assert out.strip() == "[]"


def test_an_unknown_option_says_how_it_is_used(capsys: pytest.CaptureFixture[str]) -> None:
    from ui.__main__ import main

    assert main(["--unknown"]) == 2
    assert "usage" in capsys.readouterr().err
