"""The record brought out by the command line."""

import json
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.exchange.formats import EXPORT_FORMATS
from casefile.store.store import Store
from tests.exchange.made_case import make_case


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A closed store with the case file "Files"."""
    path = tmp_path_factory.mktemp("cli") / "made.casefile"
    store = Store.create(path)
    make_case(store)
    store.close()
    return path


@pytest.mark.parametrize("wanted", EXPORT_FORMATS)
def test_every_format_is_written_and_said(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], wanted: str
) -> None:
    target = tmp_path / "out"
    assert run("export", wanted, "--store", made, "--case", "files", "-o", target) == 0
    assert target.stat().st_size > 0
    assert capsys.readouterr().out.startswith(f"{target}: ")


def test_a_case_file_that_is_not_there_is_told_with_those_that_are(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "csv", "--store", made, "--case", "No", "-o", tmp_path / "a.csv") == 1
    assert "There is no case file “No”. The store has: “Files”." in capsys.readouterr().err


def test_a_file_is_replaced_only_when_asked(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "a.csv"
    target.write_text("mine")
    assert run("export", "csv", "--store", made, "-o", target) == 1
    assert "exists already" in capsys.readouterr().err
    assert target.read_text() == "mine"
    assert run("export", "csv", "--store", made, "-o", target, "--replace", "--json") == 0
    assert json.loads(capsys.readouterr().out) == {"path": str(target), "format": "csv", "count": 3}
