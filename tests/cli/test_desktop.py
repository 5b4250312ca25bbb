"""The desktop entry that opens stores by double click."""

import configparser
import sys
from pathlib import Path
from xml.etree import ElementTree

import pytest

from casefile.cli import desktop
from casefile.cli.main import main

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="no such desktop")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The person's data folder; nothing refreshes the desktop's own lists."""
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    monkeypatch.setenv("PATH", "")
    return tmp_path


def test_the_entry_starts_this_program_with_the_file(folder: Path) -> None:
    assert main(["install-desktop"]) == 0
    assert main(["install-desktop"]) == 0
    read = configparser.ConfigParser(interpolation=None)
    read.read(folder / desktop.ENTRY, "utf-8")
    entry = read["Desktop Entry"]
    assert entry["Exec"].endswith(" %f")
    assert entry["Exec"].startswith(f'"{Path(sys.executable).parent}')


def test_the_file_type_is_the_one_of_the_entry(folder: Path) -> None:
    main(["install-desktop"])
    root = ElementTree.parse(folder / desktop.FILE_TYPE).getroot()  # noqa: S314  our own file
    (kind,) = list(root)
    assert f"MimeType={kind.get('type')};" in (folder / desktop.ENTRY).read_text("utf-8")
    assert [child.get("pattern") for child in kind if child.tag.endswith("glob")] == ["*.casefile"]


def test_where_nothing_can_be_written_it_says_so(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "applications").write_text("a file")
    assert main(["install-desktop"]) == 1
    assert "could not be written" in capsys.readouterr().err
