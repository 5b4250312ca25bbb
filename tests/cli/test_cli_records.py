"""The commands about single records."""

import json
from contextlib import closing
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.store import cases, notes
from casefile.store.notes import NoteOwner
from casefile.store.store import Store


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def filled(article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], warm_readers: None) -> Path:  # noqa: ARG001  the import uses them
    """A store with an article whose proposals were all accepted."""
    path = tmp_path / "s.casefile"
    assert run("import", article, "--store", path, "--accept", "--by", "ann") == 0
    capsys.readouterr()
    return path


def test_an_action_is_shown_with_its_notes(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "action", 1, "--store", filled) == 0
    printed = capsys.readouterr().out
    assert "Acme Corp" in printed.splitlines()[0]
    assert "  Fine, imposed        €2,500,000  (1 source)" in printed.splitlines()
    assert "NOTES" not in printed
    with closing(Store.open(filled)) as store, store.write("Add note", by="bob") as writer:
        notes.add_note(writer, NoteOwner.ACTION, 1, "Ask the officer\nwhen she is back", "bob")
    assert run("show", "action", 1, "--store", filled) == 0
    told = capsys.readouterr().out.split("NOTES\n")[1].splitlines()
    assert told[0].startswith("  bob, 2")
    assert told[1:] == ["    Ask the officer", "    when she is back"]
    assert run("show", "action", 1, "--store", filled, "--json") == 0
    (note,) = json.loads(capsys.readouterr().out)["notes"]
    assert (note["text"], note["person"]) == ("Ask the officer\nwhen she is back", "bob")


def test_a_case_file_is_shown_with_all_that_is_in_it(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(Store.open(filled)) as store, store.write("New case file", by="bob") as writer:
        case_id = cases.add_case(writer, "Transfers", "For the board")
        cases.add_source(writer, case_id, 1)
        notes.add_note(writer, NoteOwner.CASE_FILE, case_id, "Due in May", "bob")
    assert run("show", "case", case_id, "--store", filled) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[:2] == ["Transfers", "For the board"]
    assert "ACTIONS" not in printed
    assert printed[printed.index("SOURCES") + 1].startswith("      1  ")
    assert printed[-1] == "    Due in May"


def test_what_is_not_there_cannot_be_shown(filled: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("show", "action", 77, "--store", filled) == 1
    assert "There is no action 77. `casefile list actions`" in capsys.readouterr().err
    assert run("show", "case", 7, "--store", filled) == 1
    assert "There is no case file 7. The store has: none yet." in capsys.readouterr().err


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
