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


def test_a_brief_is_in_the_language_that_is_asked_for(made: Path, tmp_path: Path) -> None:
    target = tmp_path / "out.md"
    assert run("export", "md", "--store", made, "--case", "files", "-o", target, "--language", "de") == 0
    assert "## Durchsetzungsmaßnahmen" in target.read_text()


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


def test_a_bundle_goes_into_another_store_once(
    made: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bundle, other = tmp_path / "a.casebundle", tmp_path / "other.casefile"
    assert run("export", "bundle", "--store", made, "--case", "Files", "-o", bundle) == 0
    assert run("import-bundle", bundle, "--store", other, "--by", "bob") == 0
    assert "Brought in: 1 case file, 2 actions, 2 sources" in capsys.readouterr().out
    assert run("import-bundle", bundle, "--store", other, "--json") == 0
    assert json.loads(capsys.readouterr().out)["new"] == {}
    assert run("check", "--store", other) == 0


def test_no_store_is_made_for_what_is_no_bundle(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle, other = tmp_path / "a.casebundle", tmp_path / "other.casefile"
    bundle.write_text("hello")
    assert run("import-bundle", bundle, "--store", other) == 1
    assert "no bundle" in capsys.readouterr().err
    assert not other.exists()
