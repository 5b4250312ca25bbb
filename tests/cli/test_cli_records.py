"""The commands about single records."""

import json
from pathlib import Path

import pytest

from casefile.cli import main


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def filled(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A store with an article whose proposals were all accepted."""
    path = tmp_path / "s.casefile"
    assert run("import", article, "--store", path, "--accept", "--by", "ann") == 0
    capsys.readouterr()
    return path


def test_the_history_of_an_action_is_told(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("history", "action", 1, "--store", filled) == 0
    printed = capsys.readouterr().out
    assert "Amount, imposed set to €2,500,000 by ann on " in printed
    assert run("history", "action", 1, "--store", filled, "--json") == 0
    assert json.loads(capsys.readouterr().out)[0]["person"] == "ann"


def test_an_unknown_record_is_told(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("history", "action", 77, "--store", filled) == 1
    assert "There is no action 77" in capsys.readouterr().err


def test_the_trash_is_filled_listed_restored_and_emptied(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("trash", "put", "action", 1, "--store", filled) == 0
    assert run("trash", "put", "source", 1, "--store", filled) == 0
    capsys.readouterr()
    assert run("trash", "list", "--store", filled) == 0
    assert "Acme Corp" in capsys.readouterr().out
    assert run("trash", "restore", "action", 1, "--store", filled) == 0
    assert run("trash", "empty", "--store", filled) == 1
    assert "cannot be undone" in capsys.readouterr().err
    assert run("trash", "empty", "--yes", "--store", filled) == 0
    assert "1 stay: facts rest" in capsys.readouterr().out
    assert run("check", "--store", filled) == 0


def test_what_is_not_there_is_told(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trash", "put", "action", 1, 9, "--store", filled) == 1
    assert "There is no action 9" in capsys.readouterr().err
    assert run("trash", "list", "--store", filled) == 0
    assert "The trash is empty." in capsys.readouterr().out


def test_putting_nothing_is_told(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("trash", "put", "--store", filled) == 1
    assert "Name the kind and the numbers" in capsys.readouterr().err
