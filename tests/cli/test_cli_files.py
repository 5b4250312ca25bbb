"""Copies, backups, restoring, and who may write, on the command line."""

import json
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from casefile.cli import main
from casefile.paths import data_folder
from casefile.settings import Settings, save_settings, settings_path
from casefile.store.backup_files import all_backups_folder
from casefile.store.schema.journal import Step
from casefile.store.store import Store
from tests.store.processes import holding


def run(*arguments: object) -> int:
    return main([str(argument) for argument in arguments])


@pytest.fixture
def filled(tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str], warm_readers: None) -> Path:  # noqa: ARG001  the import uses them
    """A store with one article, accepted."""
    path = tmp_path / "cli.casefile"
    assert run("import", article, "--store", path, "--accept", "--by", "Åsa") == 0
    capsys.readouterr()
    return path


def people(path: Path) -> set[str]:
    store = Store.open(path, read_only=True)
    with store.read() as reader:
        found = {step.person for step in reader.query(Step)}
    store.close()
    return found


def test_the_journal_names_whom_it_is_told(filled: Path, article: Path, tmp_path: Path) -> None:
    assert people(filled) == {"Åsa"}
    save_settings(Settings(person="Bo Berg"), settings_path())
    assert run("import", article, "--store", tmp_path / "other.casefile") == 0
    assert people(tmp_path / "other.casefile") == {"Bo Berg"}


def test_a_command_that_writes_leaves_a_backup_and_one_that_reads_does_not(
    filled: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("list", "actions", "--store", filled) == 0
    capsys.readouterr()
    assert run("backups", "--store", filled, "--json") == 0
    (backup,) = json.loads(capsys.readouterr().out)
    assert (backup["why"], backup["sources"], backup["actions"]) == ("closed", 1, 1)
    article.write_text("Another article that says that Acme Corp was fined 3 million euros.", "utf-8")
    assert run("import", article, "--store", filled) == 0
    capsys.readouterr()
    assert run("backups", "--store", filled) == 0
    printed = capsys.readouterr().out.splitlines()
    assert printed[0].split()[:4] == ["BACKUP", "MADE", "WHY", "SIZE"]
    assert len(printed) == 3


def test_a_backup_that_fails_does_not_make_the_command_fail(
    tmp_path: Path, article: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (data_folder() / "backups").write_text("in the way", "utf-8")
    assert run("import", article, "--store", tmp_path / "a.casefile") == 0
    printed = capsys.readouterr()
    assert "stored" in printed.out
    assert "The backup of" in printed.err
    assert run("list", "sources", "--store", tmp_path / "a.casefile") == 0


def test_a_copy_and_a_backup_say_where_they_are(
    filled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "copy.casefile"
    assert run("copy", tmp_path / "copy", "--store", filled) == 0
    assert capsys.readouterr().out.strip() == str(target)
    assert run("copy", target, "--store", filled) == 1
    assert "exists already" in capsys.readouterr().err
    assert run("copy", target, "--store", filled, "--replace") == 0
    assert run("check", "--store", target) == 0
    capsys.readouterr()
    assert run("backup", "--store", filled, "--json") == 0
    made = Path(json.loads(capsys.readouterr().out)["path"])
    assert made.is_relative_to(all_backups_folder())
    assert made.is_file()


def test_a_backup_is_restored_beside_or_over(
    filled: Path, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    article.write_text("Another article that says that Acme Corp was fined 3 million euros.", "utf-8")
    assert run("import", article, "--store", filled) == 0
    assert run("restore", "2", "--store", filled, "--to", tmp_path / "back") == 0
    capsys.readouterr()
    assert run("list", "sources", "--store", tmp_path / "back.casefile", "--json") == 0
    assert len(json.loads(capsys.readouterr().out)) == 1
    assert run("restore", "2", "--store", filled, "--replace") == 0
    printed = capsys.readouterr().out
    kept = Path(printed.rpartition(": ")[2].strip())
    for path, sources in ((filled, 1), (kept, 2)):
        assert run("list", "sources", "--store", path, "--json") == 0
        assert len(json.loads(capsys.readouterr().out)) == sources


@pytest.mark.parametrize("wanted", ["99", "0", "none.casefile"])
def test_a_backup_that_is_not_there_is_told(
    filled: Path, wanted: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("restore", wanted, "--store", filled, "--replace") == 1
    assert "There is no backup" in capsys.readouterr().err


def test_a_store_without_backups_says_so(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("backups", "--store", tmp_path / "none.casefile") == 0
    assert "There is no backup" in capsys.readouterr().out


def test_a_store_open_elsewhere_is_read_but_not_written(
    filled: Path, article: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    reads: list[tuple[object, ...]] = [
        ("list", "actions"),
        ("search", "acme"),
        ("check",),
        ("copy", tmp_path / "c.casefile"),
        ("backup",),
    ]
    writes: list[tuple[object, ...]] = [
        ("import", article),
        ("brief", "-o", tmp_path / "b.pdf"),
        ("restore", "1", "--replace"),
    ]
    with holding(filled, "Bo Berg"):
        for command in reads:
            assert run(*command, "--store", filled) == 0
        capsys.readouterr()
        for command in writes:
            assert run(*command, "--store", filled) == 1
            said = capsys.readouterr()
            assert "Bo Berg on" in said.err
            assert "open it again" in said.err
            assert said.out == ""
    assert not (tmp_path / "b.pdf").exists()


def test_a_check_of_a_damaged_store_names_what_is_wrong_and_touches_nothing(
    filled: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with closing(sqlite3.connect(filled)) as other:
        other.execute("DROP TABLE receipt_line")
        other.execute("PRAGMA journal_mode = DELETE")
    before = filled.read_bytes()
    assert run("list", "actions", "--store", filled) == 1
    assert "the table receipt_line is missing" in capsys.readouterr().err
    assert run("check", "--store", filled) == 1
    assert "receipt_line" in capsys.readouterr().err
    assert filled.read_bytes() == before
    assert [entry.name for entry in filled.parent.glob(f"{filled.name}*")] == [filled.name]
