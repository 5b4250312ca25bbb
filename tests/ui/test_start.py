"""What the console command loads and understands before there is a window."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casefile import __version__
from casefile.settings import load_settings

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


def test_the_program_ends_after_its_window_with_a_backup_and_remembers_the_store(tmp_path: Path) -> None:
    code = """
import sys
from pathlib import Path
import ui.app
made = ui.app.make_unfurnished
def make_unfurnished(*arguments):
    window = made(*arguments)
    def opened():
        window.errands.add_case({"title": "One", "purpose": ""})
        window.desk.run("then", lambda store, task: None, lambda _: window.close())
    window.furnished.connect(lambda: window.desk.opened.connect(opened))
    return window
ui.app.make_unfurnished = make_unfurnished
sys.exit(ui.app.run(Path(sys.argv[1])))
"""
    path = tmp_path / "a.casefile"
    environment = os.environ | {"XDG_DATA_HOME": str(tmp_path / "home"), "QT_QPA_PLATFORM": "offscreen"}
    subprocess.run([sys.executable, "-c", code, path], env=environment, check=True, timeout=60)
    assert [entry.name for entry in tmp_path.glob("a.casefile*")] == ["a.casefile"]
    assert len(list((tmp_path / "home" / "Casefile" / "backups").glob("a-*/*.casefile"))) == 1
    kept = load_settings(tmp_path / "home" / "Casefile" / "settings.json")
    assert kept.recent == (str(path),)
    assert kept.last_store == str(path)
    assert kept.geometry
    assert len(kept.outline.split()) == 3
    assert kept.problem == ""
